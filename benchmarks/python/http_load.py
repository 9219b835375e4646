"""HTTP through Krait beside the same application under uvicorn, and beside a bare gRPC stream.

uvicorn is there with its parser and event loop in C, and behind nginx also as it is installed by
itself, with h11 and asyncio. Everything is on this machine and takes turns in short rounds, so that
what else the machine does meets all alike; figures are medians. Small answers of 1 KB are asked for
by wrk. Large bodies are sent and read by a client of its own, whose cost is that of the system
calls.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import json
import os
import platform
import re
import resource
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path
from typing import Callable, Dict, List, NamedTuple, Tuple

import http_peers
from http_peers import BareStreams, HttpPeer, Peer

CHUNK = 65536
WARM_UP_SECONDS = 20
WARM_UP_BODIES = 4

#: What the tables call them, first the one that ratios are made of.
KRAIT, PROXIED, ALONE, BARE = "Krait", "nginx + uvicorn", "uvicorn alone", "bare gRPC stream"
PROXIED_PLAIN = "nginx + plain uvicorn"


class Small(NamedTuple):
    """What a round of small answers came to; times in milliseconds."""

    rate: float
    p50: float
    p99: float
    processor: float
    generator: float


class Large(NamedTuple):
    """What a round of a large body came to."""

    rate: float
    processor: float
    generator: float


def own_time() -> float:
    """Return the processor time of the load's own processes, as far as they have ended."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(one.ru_utime + one.ru_stime for one in map(resource.getrusage, kinds))


def processor_time(peers: List[Peer]) -> float:
    """Return that of a way's processes."""
    return sum(peer.processor_time() for peer in peers)


_UNITS = {"us": 1e-3, "ms": 1.0, "s": 1e3, "m": 6e4}


def _milliseconds(text: str) -> float:
    number, unit = re.fullmatch(r"([\d.]+)(\D+)", text).groups()  # type: ignore[union-attr]
    return float(number) * _UNITS[unit]


def ask(url: str, connections: int, seconds: float) -> Tuple[float, float, float, float]:
    """Have wrk ask; return requests per second, p50 and p99, and how busy wrk was."""
    before, began = own_time(), time.monotonic()
    run = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", url],
        capture_output=True,
        text=True,
    )
    busy = (own_time() - before) / (time.monotonic() - began)
    out = run.stdout
    if run.returncode or "Non-2xx" in out or "Socket errors" in out:
        sys.exit(f"{url}: not all went well:\n{out}{run.stderr}")
    quantiles = dict(re.findall(r"(50|99)%\s+(\S+)", out))
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1))  # type: ignore[union-attr]
    return rate, _milliseconds(quantiles["50"]), _milliseconds(quantiles["99"]), busy


def small(peer: HttpPeer, peers: List[Peer], connections: int, seconds: float) -> Small:
    """Measure small answers."""
    before = processor_time(peers)
    url = f"http://127.0.0.1:{peer.port}{peer.path}/small"
    rate, p50, p99, busy = ask(url, connections, seconds)
    return Small(rate, p50, p99, (processor_time(peers) - before) / (rate * seconds), busy)


class Body:
    """A large body, sent and read over one connection each."""

    def __init__(self, chunks: int, folder: Path) -> None:
        self.chunks = chunks
        self._file = folder / "large"
        self._buffer = bytearray(1 << 18)
        with self._file.open("wb") as out:
            for _ in range(chunks):
                out.write(b"x" * CHUNK)

    def up(self, peer: HttpPeer) -> None:
        """Send it."""
        size = self.chunks * CHUNK
        with self._request(peer, f"PUT {peer.path}/up", f"Content-Length: {size}\r\n") as to:
            with self._file.open("rb") as body:
                to.sendfile(body)
            answer = b""
            while part := to.recv(4096):
                answer += part
        if not answer.startswith(b"HTTP/1.1 200") or str(size).encode() not in answer:
            sys.exit(f"{peer.name}: not all has arrived: {answer!r}")

    def down(self, peer: HttpPeer) -> None:
        """Read it."""
        with self._request(peer, f"GET {peer.path}/down/{self.chunks}", "") as connection:
            head = connection.recv(4096)
            while b"\r\n\r\n" not in head:
                head += connection.recv(4096)
            count = len(head.partition(b"\r\n\r\n")[2])
            while got := connection.recv_into(self._buffer):
                count += got
        if not head.startswith(b"HTTP/1.1 200") or count != self.chunks * CHUNK:
            sys.exit(f"{peer.name}: {count} bytes have come after {head!r}")

    @staticmethod
    def _request(peer: HttpPeer, what: str, header: str) -> socket.socket:
        connection = socket.create_connection(("127.0.0.1", peer.port), 120)
        connection.sendall(
            f"{what} HTTP/1.1\r\nHost: bench\r\nConnection: close\r\n{header}\r\n".encode()
        )
        return connection


def large(peers: List[Peer], chunks: int, exchange: Callable[[], object]) -> Large:
    """Measure an exchange of a large body."""
    processor, own, began = processor_time(peers), own_time(), time.monotonic()
    exchange()
    took = time.monotonic() - began
    megabytes = chunks * CHUNK / 1e6
    return Large(
        megabytes / took,
        (processor_time(peers) - processor) / megabytes,
        (own_time() - own) / took,
    )


class Benchmark:
    """All of it. A way is the server that is asked, and all the peers that work for it."""

    def __init__(self, arguments: argparse.Namespace, folder: Path) -> None:
        self._arguments = arguments
        self._folder = folder
        self._ways: Dict[str, Tuple[HttpPeer, List[Peer]]] = {}
        self.results: Dict[str, Dict[str, Dict[str, float]]] = {}
        self._table: List[Tuple[str, ...]] = []

    def start(self, stack: contextlib.ExitStack) -> None:
        """Start the servers."""

        def started(peer: HttpPeer) -> HttpPeer:
            stack.callback(peer.end)
            return peer

        krait = started(http_peers.krait(self._folder))
        self._ways[KRAIT] = (krait, [krait])
        program = http_peers.nginx()
        if program is None:
            print(
                "There is no nginx, and so no comparison with it; on Debian: apt-get install nginx"
            )
        else:
            for name, socket_name, kind in (
                (PROXIED, "fast.sock", http_peers.FAST),
                (PROXIED_PLAIN, "plain.sock", http_peers.PLAIN),
            ):
                path = self._folder / socket_name
                behind = started(http_peers.uvicorn(self._folder, path, kind))
                proxy = started(http_peers.reverse_proxy(self._folder, program, path))
                self._ways[name] = (proxy, [proxy, behind])
        alone = started(http_peers.uvicorn(self._folder))
        self._ways[ALONE] = (alone, [alone])
        for server, _ in self._ways.values():
            server.wait()

    def small(self) -> None:
        """Compare small answers."""
        seconds = self._arguments.seconds
        print("\nAnswers of 1 KB", flush=True)
        for peer, peers in self._ways.values():
            small(peer, peers, 64, WARM_UP_SECONDS)
        for connections in self._arguments.connections:
            rounds: Dict[str, List[Small]] = {name: [] for name in self._ways}
            for _ in range(self._arguments.rounds):
                for name, (peer, peers) in self._ways.items():
                    rounds[name].append(small(peer, peers, connections, seconds))
            print(f"  {connections} connections")
            for name, runs in rounds.items():
                found = Small(*map(statistics.median, zip(*runs)))
                self._keep(f"small {connections}", name, found._asdict())
                print(
                    f"    {name:22}{found.rate:8.0f} /s   p50 {found.p50:6.2f} ms"
                    f"   p99 {found.p99:7.2f} ms   {found.processor * 1e6:5.0f} us of processor"
                    f" per request{self._busy(found.generator)}"
                )
            self._compare({k: [(r.rate, r.processor) for r in v] for k, v in rounds.items()})
            many = "s" if connections > 1 else ""
            self._row(
                f"1 KB, {connections} connection{many}",
                {k: [r.rate for r in v] for k, v in rounds.items()},
                "/s",
            )
        if PROXIED in self._ways:
            port = self._ways[PROXIED][0].port
            rate, _, _, busy = ask(f"http://127.0.0.1:{port}/nothing", 64, 2)
            print(f"  The load itself: {rate:.0f} /s from nginx alone, wrk busy {busy:.0%}")

    def large(self) -> None:
        """Compare large bodies."""
        chunks = self._arguments.megabytes * 16
        body = Body(chunks, self._folder)
        with contextlib.ExitStack() as stack:
            bare = BareStreams(self._folder)
            stack.callback(bare.end)
            for direction in ("up", "down"):
                print(f"\n{self._arguments.megabytes} MiB {direction}", flush=True)
                carry: Callable[[HttpPeer], None] = getattr(body, direction)
                ways: Dict[str, Tuple[List[Peer], Callable[[], object]]] = {
                    name: (peers, functools.partial(carry, peer))
                    for name, (peer, peers) in self._ways.items()
                }
                ways[BARE] = ([bare], functools.partial(bare.seconds, direction, chunks))
                for _, exchange in ways.values():
                    for _ in range(WARM_UP_BODIES):
                        exchange()
                rounds: Dict[str, List[Large]] = {name: [] for name in ways}
                for _ in range(self._arguments.rounds * 2 - 1):
                    for name, (peers, exchange) in ways.items():
                        rounds[name].append(large(peers, chunks, exchange))
                for name, runs in rounds.items():
                    found = Large(*map(statistics.median, zip(*runs)))
                    self._keep(direction, name, found._asdict())
                    print(
                        f"    {name:22}{found.rate:8.0f} MB/s   {found.processor * 1e3:5.2f} ms"
                        f" of processor per MB{self._busy(found.generator)}"
                    )
                self._compare({k: [(r.rate, r.processor) for r in v] for k, v in rounds.items()})
                self._row(
                    f"{self._arguments.megabytes} MiB {direction}",
                    {k: [r.rate for r in v] for k, v in rounds.items()},
                    "MB/s",
                )
        krait = self._ways[KRAIT][0]
        print(f"\nMost memory of Krait's server and plugin: {krait.most_memory()} MiB")

    def _row(self, what: str, rounds: Dict[str, List[float]], unit: str) -> None:
        """Add a row to the table: rates, and the median of Krait's ratio to each within rounds."""
        cells = [what, f"{statistics.median(rounds[KRAIT]):.0f} {unit}"]
        for name in (PROXIED, PROXIED_PLAIN, ALONE, BARE):
            runs = rounds.get(name)
            if runs is None:
                cells.append("")
                continue
            ratio = statistics.median(mine / other for mine, other in zip(rounds[KRAIT], runs))
            self.results.setdefault(what, {})[f"{KRAIT} : {name}"] = {"ratio": ratio}
            cells.append(f"{statistics.median(runs):.0f} {unit}, {ratio:.2f}")
        self._table.append(tuple(cells))

    def table(self) -> str:
        """Return what was compared, as Markdown writes a table."""
        head = ("", KRAIT, PROXIED, PROXIED_PLAIN, ALONE, BARE)
        lines = [f"| {' | '.join(row)} |" for row in (head, *self._table)]
        return "\n".join([lines[0], "|---" * len(head) + "|", *lines[1:]])

    @staticmethod
    def _busy(generator: float) -> str:
        return f"   (the load is busy {generator:.0%}: it bounds this)" if generator > 0.9 else ""

    def _keep(self, what: str, name: str, found: Dict[str, float]) -> None:
        self.results.setdefault(what, {})[name] = found

    @staticmethod
    def _compare(rounds: Dict[str, List[Tuple[float, float]]]) -> None:
        """Print medians of the ratios within rounds, of rates and of processor time."""
        told = []
        for name, runs in rounds.items():
            if name != KRAIT:
                pairs = list(zip(rounds[KRAIT], runs))
                rate = statistics.median(mine[0] / other[0] for mine, other in pairs)
                cost = statistics.median(mine[1] / other[1] for mine, other in pairs)
                told.append(f"{rate:.2f} of {name} (processor: {cost:.2f})")
        print(f"    Krait makes {', '.join(told)}", flush=True)


def _first_line(*command: str) -> str:
    run = subprocess.run(command, capture_output=True, text=True)
    return (run.stdout + run.stderr).partition("\n")[0].strip()


def facts() -> List[str]:
    """Return what the figures depend on."""
    cpu = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    packages = ("grpcio", "protobuf", "starlette", "uvicorn", "uvloop", "httptools")
    programs = [_first_line("java", "-version"), _first_line("wrk", "-v").partition(" Copy")[0]]
    nginx = http_peers.nginx()
    if nginx is not None:
        programs.append(_first_line(nginx, "-v"))
    return [
        f"{os.cpu_count()} x {cpu.group(1) if cpu else platform.machine()}, {platform.platform()}",
        f"load average {os.getloadavg()[0]:.1f} before the start",
        f"Python {platform.python_version()}, "
        + ", ".join(f"{name} {version(name)}" for name in packages),
        ", ".join(programs),
    ]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, prog="benchmarks/run http")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=3, help="of each round of small answers")
    parser.add_argument(
        "--connections", type=int, nargs="+", default=[1, 8, 64], help="at the same time"
    )
    parser.add_argument("--megabytes", type=int, default=256, help="size of a large body")
    parser.add_argument("--only", choices=["small", "large"])
    parser.add_argument("--json", type=Path, help="file for the medians")
    arguments = parser.parse_args()
    if shutil.which("wrk") is None:
        sys.exit("benchmarks/run http: wrk is missing; on Debian: apt-get install wrk")
    print("\n".join(facts()), flush=True)
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        benchmark = Benchmark(arguments, Path(folder))
        benchmark.start(stack)
        if arguments.only != "large":
            benchmark.small()
        if arguments.only != "small":
            benchmark.large()
        print("\nRates, and what part of each Krait makes:\n")
        print(benchmark.table())
    if arguments.json:
        arguments.json.parent.mkdir(parents=True, exist_ok=True)
        arguments.json.write_text(json.dumps(benchmark.results, indent=1) + "\n")


if __name__ == "__main__":
    main()
