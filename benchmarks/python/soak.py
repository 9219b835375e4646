"""Mixed load for as long as wanted, and what the server holds meanwhile.

Messages, uploads, requests to plugins, streams, wrong passwords, and a plugin that is restarted
now and then. What is held should go up and down and, after the first minutes, not rise.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import json
import re
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any, Callable, Dict, List, Tuple

from http_peers import PACK, PLUGIN, PLUGIN_ID, ROOT, Peer, free_port

MODERATOR = "com.example.moderator"
PASSWORD = "Secret-Word-1"
RESTART_SECONDS = 20.0


class Server(Peer):
    """The distribution, with a moderator of messages and a plugin that serves HTTP."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        command = [str(ROOT / "distribution/target/krait/krait/bin/krait")]
        command += [
            "--data",
            str(folder / "data"),
            "--http-port",
            str(self.port),
            "--no-shell",
        ]
        for plugin in (ROOT / "examples/moderator", PLUGIN):
            packed = subprocess.run(
                [sys.executable, *PACK, str(plugin), "--to", str(folder)],
                check=True,
                capture_output=True,
                text=True,
            )
            command += ["--install", packed.stdout.strip()]
        super().__init__("krait", command, folder / "krait.log")

    def held(self) -> Tuple[float, float, int, int, int]:
        """Return heap and memory in MiB, descriptors, threads and processes.

        Memory is that of all processes; descriptors and threads are those of the server's alone.
        """
        _, body, _ = ask(self.port, "GET", "/metrics")
        text = body.decode()
        heap = sum(
            float(value)
            for value in re.findall(r'jvm_memory_used_bytes\{area="heap"[^}]*\} (\S+)', text)
        )
        processes = self._processes()
        memory = 0
        for process in processes:
            # One that has ended meanwhile holds nothing.
            with contextlib.suppress(OSError):
                found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{process}/status").read_text())
                memory += int(found[1]) if found else 0
        java = max(processes, key=lambda process: int(processes[process][17]))
        descriptors = len(list(Path(f"/proc/{java}/fd").iterdir()))
        return (
            heap / 2**20,
            memory / 2**10,
            descriptors,
            int(processes[java][17]),
            len(processes),
        )


Answer = Tuple[int, bytes, Dict[str, str]]


def ask(
    port: int, method: str, path: str, body: Any = None, token: str = "", code: str = ""
) -> Answer:
    """Ask once, on a connection of its own."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    if code:
        headers["X-Admin-Code"] = code
    if body is not None and not isinstance(body, bytes):
        headers["Content-Type"] = "application/json"
        body = json.dumps(body).encode()
    try:
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        return (
            response.status,
            response.read(),
            {k.lower(): v for k, v in response.getheaders()},
        )
    finally:
        connection.close()


class Load:
    """What clients do, over and over, each in a thread of its own."""

    def __init__(self) -> None:
        self.enough = threading.Event()
        self.statuses: Dict[str, int] = {}
        self._lock = threading.Lock()
        self._threads: List[threading.Thread] = []

    def begin(self, name: str, action: Callable[[], int], pause: float = 0.0) -> None:
        """Have a client do `action`, which returns a status, with pauses between."""
        thread = threading.Thread(target=self._repeat, args=(name, action, pause))
        thread.start()
        self._threads.append(thread)

    def _repeat(self, name: str, action: Callable[[], int], pause: float) -> None:
        while not self.enough.is_set():
            try:
                end = str(action())
            except OSError as error:
                end = type(error).__name__
            except http.client.HTTPException:
                end = "broken off"
            with self._lock:
                self.statuses[f"{name} {end}"] = self.statuses.get(f"{name} {end}", 0) + 1
            self.enough.wait(pause)

    def end(self) -> None:
        """End them all."""
        self.enough.set()
        for thread in self._threads:
            thread.join()


def signed_up(port: int, code: str) -> Tuple[str, str]:
    """Sign up as the administrator, and return a token and a channel."""
    user = {"email": "soak@example.com", "username": "soak", "password": PASSWORD}
    ask(port, "POST", "/api/v4/users", user, code=code)
    login = {"login_id": "soak", "password": PASSWORD}
    status, body, headers = ask(port, "POST", "/api/v4/users/login", login)
    if status != 200:
        sys.exit(f"cannot log in: {body.decode()}")
    token = headers["token"]
    team = {"name": "soak", "display_name": "soak", "type": "O"}
    ask(port, "POST", "/api/v4/teams", team, token)
    channel = "/api/v4/teams/name/soak/channels/name/town-square"
    return token, json.loads(ask(port, "GET", channel, token=token)[1])["id"]


def begin_all(load: Load, port: int, code: str, pause: float) -> None:
    """Begin all kinds of load, those without end with a pause between."""
    token, channel = signed_up(port, code)
    page = f"/plugins/{PLUGIN_ID}"
    post = {"channel_id": channel, "message": "what the heck"}
    wrong = {"login_id": "nobody", "password": "wrong"}
    upload = f"/api/v4/files?channel_id={channel}&filename=soak.bin"
    restart = f"/api/v4/plugins/{MODERATOR}/"

    def restarted() -> int:
        ask(port, "POST", restart + "disable", {}, token)
        return ask(port, "POST", restart + "enable", {}, token)[0]

    for _ in range(2):
        load.begin("post", lambda: ask(port, "POST", "/api/v4/posts", post, token)[0], pause)
        load.begin("page", lambda: ask(port, "GET", f"{page}/small")[0], pause)
    large = max(0.1, pause)
    load.begin("download", lambda: ask(port, "GET", f"{page}/down/100")[0], large)
    load.begin("to plugin", lambda: ask(port, "PUT", f"{page}/up", b"x" * 2**20)[0], large)
    load.begin("upload", lambda: ask(port, "POST", upload, b"x" * 2**18, token)[0], 0.2)
    load.begin("login", lambda: ask(port, "POST", "/api/v4/users/login", wrong)[0], 0.5)
    load.begin(
        "read",
        lambda: ask(port, "GET", f"/api/v4/channels/{channel}/posts", token=token)[0],
        large,
    )
    load.begin("restart", restarted, RESTART_SECONDS)


def main() -> None:
    """Measure, and print a line now and then."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("minutes", type=float, nargs="?", default=60.0, help="(60)")
    parser.add_argument("--every", type=float, default=30.0, help="seconds between lines (30)")
    parser.add_argument(
        "--pause",
        type=float,
        default=0.0,
        help="seconds between what a client does without end, such as posts and pages (0)",
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="krait-soak") as name:
        server = Server(Path(name))
        load = Load()
        try:
            server.wait_for(server.port, f"/plugins/{PLUGIN_ID}/small")
            code = (Path(name) / "data/host/first-administrator-code").read_text().strip()
            begin_all(load, server.port, code, options.pause)
            print("| after | answers | heap | memory | descriptors | threads | processes |")
            print("|---|---|---|---|---|---|---|")
            began = time.monotonic()
            while time.monotonic() - began < options.minutes * 60:
                load.enough.wait(options.every)
                heap, memory, descriptors, threads, processes = server.held()
                print(
                    f"| {time.monotonic() - began:.0f} s | {sum(load.statuses.values())} "
                    f"| {heap:.0f} MiB | {memory:.0f} MiB "
                    f"| {descriptors} | {threads} | {processes} |",
                    flush=True,
                )
        finally:
            load.end()
            server.end()
        print("\n" + ", ".join(f"{end}: {count}" for end, count in sorted(load.statuses.items())))


if __name__ == "__main__":
    main()
