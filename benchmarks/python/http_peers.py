"""The servers that `http_load` compares, each in processes of its own."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Dict, List, Optional, Tuple

ROOT = Path(__file__).resolve().parents[2]
PLUGIN = Path(__file__).parent / "http_plugin"
PLUGIN_ID = "io.krait.benchmark.http"
# What packs plugins: options of Python.
PACK = ("-m", "mattermost_plugin", "pack")
START_SECONDS = 120
TICK = os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port: int = unused.getsockname()[1]
        return port


def nginx() -> Optional[str]:
    """Return where nginx is, None where there is none."""
    return shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")


class Peer:
    """A process, and those that it starts."""

    def __init__(self, name: str, command: List[str], log: Path) -> None:
        self.name = name
        self._log = log
        path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
        with log.open("wb") as out:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                env={**os.environ, "PATH": path},
            )

    def processor_time(self) -> float:
        """Return the seconds of processor time that its processes have used."""
        return sum(
            (int(fields[11]) + int(fields[12])) / TICK for fields in self._processes().values()
        )

    def most_memory(self) -> int:
        """Return the most memory that its processes have had, in MiB, all of them together."""
        most = 0
        for process in self._processes():
            status = Path(f"/proc/{process}/status").read_text()
            most += int(status.partition("VmHWM:")[2].split()[0])
        return most >> 10

    def _processes(self) -> Dict[int, List[str]]:
        """Return, of each process, what its `stat` says after its name."""
        everything: Dict[int, List[str]] = {}
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                with contextlib.suppress(OSError):
                    stat = (entry / "stat").read_text()
                    everything[int(entry.name)] = stat.rpartition(")")[2].split()
        found: Dict[int, List[str]] = {}
        new = [self._process.pid]
        while new:
            found.update((one, everything[one]) for one in new if one in everything)
            new = [one for one, fields in everything.items() if int(fields[1]) in new]
        return found

    def wait_for(self, port: int, path: str) -> None:
        """Wait until it answers with status 200."""
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until and self._process.poll() is None:
            with (
                contextlib.suppress(OSError),
                socket.create_connection(("127.0.0.1", port), 5) as connection,
            ):
                connection.sendall(
                    f"GET {path} HTTP/1.1\r\nHost: bench\r\nConnection: close\r\n\r\n".encode()
                )
                if connection.recv(12) == b"HTTP/1.1 200":
                    return
            time.sleep(0.1)
        sys.exit(f"{self.name} does not answer; it has said:\n{self._log.read_text()[-3000:]}")

    def end(self) -> None:
        """End it and wait until it has."""
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(30)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


class HttpPeer(Peer):
    """A server of the application, at a port and below a path."""

    def __init__(
        self, name: str, command: List[str], folder: Path, port: int, path: str = ""
    ) -> None:
        super().__init__(name, command, folder / f"{name}.log")
        self.port = port
        self.path = path

    def wait(self) -> None:
        """Wait until the application answers."""
        self.wait_for(self.port, f"{self.path}/small")


def krait(folder: Path) -> HttpPeer:
    """Start the distribution with the application as a plugin."""
    packed = subprocess.run(
        [sys.executable, *PACK, str(PLUGIN), "--to", str(folder)],
        check=True,
        capture_output=True,
        text=True,
    )
    port = free_port()
    return HttpPeer(
        "krait",
        [
            str(ROOT / "distribution/target/krait/krait/bin/krait"),
            *("--data", str(folder / "data")),
            *("--http-port", str(port)),
            *("--install", packed.stdout.strip()),
            "--no-shell",
        ],
        folder,
        port,
        f"/plugins/{PLUGIN_ID}",
    )


#: Options of uvicorn: with its parser and its event loop in C, and as it is installed by itself.
FAST = ("--loop", "uvloop", "--http", "httptools")
PLAIN = ("--loop", "asyncio", "--http", "h11")


def uvicorn(
    folder: Path, socket_path: Optional[Path] = None, kind: Tuple[str, ...] = FAST
) -> HttpPeer:
    """Start uvicorn with the application: on a port, or on a socket for what stands before it."""
    port = 0 if socket_path else free_port()
    where = ("--uds", str(socket_path)) if socket_path else ("--port", str(port))
    return HttpPeer(
        socket_path.stem if socket_path else "uvicorn",
        [
            *(sys.executable, "-m", "uvicorn", "--app-dir", str(PLUGIN), "web:app"),
            *("--no-access-log", "--log-level", "warning", *kind, *where),
        ],
        folder,
        port,
    )


_NGINX = """
daemon off;
pid {folder}/{name}.pid;
error_log stderr;
worker_processes auto;
{user}
events {{ worker_connections 1024; }}
http {{
  access_log off;
  client_max_body_size 0;
  client_body_temp_path {folder}/{name}-body;
  proxy_temp_path {folder}/{name}-proxy;
  fastcgi_temp_path {folder}/{name}-fastcgi;
  uwsgi_temp_path {folder}/{name}-uwsgi;
  scgi_temp_path {folder}/{name}-scgi;
  keepalive_requests 10000000;
  upstream application {{
    server unix:{socket};
    keepalive 128;
    keepalive_requests 10000000;
  }}
  server {{
    listen 127.0.0.1:{port} backlog=1024;
    location = /nothing {{ return 200 "{nothing}"; }}
    location / {{
      proxy_pass http://application;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $host;
      proxy_set_header X-Forwarded-For $remote_addr;
      # Large bodies pass through, as they do elsewhere, and do not wait in files.
      proxy_request_buffering off;
      proxy_max_temp_file_size 0;
    }}
  }}
}}
"""


def reverse_proxy(folder: Path, program: str, socket_path: Path) -> HttpPeer:
    """Start nginx before uvicorn's socket."""
    port = free_port()
    name = f"nginx-{socket_path.stem}"
    configuration = folder / f"{name}.conf"
    configuration.write_text(
        _NGINX.format(
            folder=folder,
            name=name,
            # The folder is ours alone.
            user="user root;" if os.geteuid() == 0 else "",
            socket=socket_path,
            port=port,
            nothing="x" * 1024,
        )
    )
    command = [program, "-c", str(configuration), "-p", str(folder), "-e", "stderr"]
    return HttpPeer(name, command, folder, port)


class BareStreams(Peer):
    """A stream of gRPC's own between Java and Python."""

    def __init__(self, folder: Path) -> None:
        benchmarks = ROOT / "benchmarks"
        class_path = (benchmarks / "target" / "class-path").read_text()
        self.name = "bare"
        self._log = folder / "bare.log"
        with self._log.open("wb") as errors:
            self._process: subprocess.Popen[str] = subprocess.Popen(  # type: ignore[assignment]
                [
                    *("java", "-cp", f"{benchmarks / 'target' / 'classes'}:{class_path}"),
                    "io.krait.benchmarks.plugins.BareStreams",
                    *(sys.executable, str(benchmarks / "python" / "bare_server.py")),
                ],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )
        self._answer()

    def seconds(self, direction: str, chunks: int) -> float:
        """Send so many chunks "up" or "down"; return how long that took."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{direction} {chunks}\n")
        self._process.stdin.flush()
        return float(self._answer())

    def _answer(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            sys.exit(f"the bare stream has failed; it has said:\n{self._log.read_text()[-3000:]}")
        return str(line).strip()

    def end(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(30)
