"""Measures what an author of plugins waits for.

Run it by `benchmarks/run author`: from an empty folder to a first answer of a server, from saving
to the effect, with and without a server, and a unit test of a hook.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Callable, Dict, Iterator, List, Optional

from mattermost_plugin import HookName, Plugin, hook
from mattermost_plugin.models import Post
from mattermost_plugin.testing import PluginHarness
from mattermost_plugin.testing_server import KraitServer

_SOON = 60.0
_COMMAND = [sys.executable, "-m", "mattermost_plugin"]

Times = Dict[str, List[float]]


class Moderator(Plugin):
    """What a unit test is made of."""

    @hook(HookName.MessageWillBePosted)
    def moderate(self, context: object, post: Post) -> Optional[str]:
        """Refuse a word."""
        return "no spam" if "spam" in post.message else None


class Author:
    """Somebody who makes plugins for one server."""

    def __init__(self, server: KraitServer, folder: Path, times: Times) -> None:
        self._server = server
        self._folder = folder
        self._times = times
        team = server.request("POST", "/teams", {"name": "home", "display_name": "H", "type": "O"})
        channel = server.request("GET", f"/teams/{team['id']}/channels/name/town-square")
        self._channel = str(channel["id"])
        self._environment = {
            **os.environ,
            "MATTERMOST_URL": server.url,
            "MATTERMOST_TOKEN": server.token,
        }
        # Authors keep the bytecode of what they have installed.
        self._environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def _note(self, what: str, since: float) -> None:
        self._times.setdefault(what, []).append(time.perf_counter() - since)

    def _do(self, folder: Path, *arguments: str) -> None:
        begun = time.perf_counter()
        subprocess.run(
            [*_COMMAND, *arguments],
            cwd=folder,
            env=self._environment,
            check=True,
            capture_output=True,
        )
        self._note(f"`{arguments[0]}`", begun)

    def make(self, name: str) -> Path:
        """Make a plugin and have it answer on the server."""
        begun, processor = time.perf_counter(), _processor_time()
        self._do(self._folder, "new", name, "-t", "command")
        plugin = self._folder / name
        for step in ("validate", "test", "pack", "install"):
            self._do(plugin, step)
        _await("the first answer", lambda: "Hello" in self._answer(name))
        self._note("from an empty folder to the first answer", begun)
        spent = _processor_time() - processor
        self._times.setdefault("processor time of these commands", []).append(spent)
        return plugin

    def _answer(self, name: str) -> str:
        # While a new version takes over there may be no such command for a moment.
        with contextlib.suppress(Exception):
            asked = {"channel_id": self._channel, "command": f"/{name}"}
            return str(self._server.request("POST", "/commands/execute", asked)["text"])
        return ""

    def change_on_the_server(self, plugin: Path) -> None:
        """Save a plugin that runs on the server."""
        with self._running(plugin, "--server", self._server.url) as lines:
            _await("the plugin on the server", lambda: any(" runs at " in line for line in lines))
            begun = _save(plugin, "Asked so far", "So often")
            _await("the effect", lambda: "So often" in self._answer(plugin.name))
            self._note("from saving to the effect on a server", begun)

    def change_without_a_server(self, plugin: Path) -> None:
        """Save a plugin that runs on its author's machine."""
        with self._running(plugin, "--port", "0") as lines:
            _await("the plugin", lambda: any("Ctrl-C ends" in line for line in lines))
            begun = _save(plugin, "So often", "Asked so far")
            _await("the effect", lambda: any(line.startswith("Reloaded") for line in lines))
            self._note("from saving to the effect without a server", begun)

    @contextlib.contextmanager
    def _running(self, plugin: Path, *options: str) -> Iterator[List[str]]:
        process = subprocess.Popen(
            [*_COMMAND, "run", *options],
            cwd=plugin,
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        lines: List[str] = []
        assert process.stdout
        reading = threading.Thread(target=lines.extend, args=(process.stdout,))
        reading.start()
        try:
            yield lines
        finally:
            process.terminate()
            process.wait()
            reading.join()


def _processor_time() -> float:
    # That of children that have ended; so without the server.
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def _save(plugin: Path, old: str, new: str) -> float:
    script = plugin / "plugin.py"
    text = script.read_text(encoding="utf-8")
    assert old in text
    script.write_text(text.replace(old, new), encoding="utf-8")
    return time.perf_counter()


def _await(what: str, happened: Callable[[], bool]) -> None:
    deadline = time.monotonic() + _SOON
    while not happened():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what} does not come")
        time.sleep(0.01)


def _test_a_hook() -> float:
    begun = time.perf_counter()
    with PluginHarness(Moderator) as host:
        answer = host.call(HookName.MessageWillBePosted, Post(message="spam"))
        assert answer.rejection_reason == "no spam"
    return time.perf_counter() - begun


def main() -> None:
    """Measure, and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("distribution", type=Path, help="krait.zip, or the folder of it")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    times: Times = {}
    print(f"load before: {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "server").mkdir()
        server = KraitServer(options.distribution, Path(folder) / "server")
        try:
            author = Author(server, Path(folder), times)
            for number in range(options.rounds):
                plugin = author.make(f"first-{number}")
                author.change_on_the_server(plugin)
                author.change_without_a_server(plugin)
        finally:
            server.stop()
    times["a unit test of a hook"] = [_test_a_hook() for _ in range(200)]
    print("\n| | median | slowest |\n|---|---|---|")
    for what, seconds in times.items():
        print(f"| {what} | {_shown(statistics.median(seconds))} | {_shown(max(seconds))} |")


def _shown(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 0.1 else f"{seconds * 1000:.1f} ms"


if __name__ == "__main__":
    main()
