"""`mattermost-plugin run`: a plugin on the bench, with what is saved taking effect."""

from __future__ import annotations

import contextlib
import json
import queue
import re
import signal
import subprocess
import threading
import time
import urllib.request
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, List

import pytest
from cli import command, write_plugin
from support import child_environment

for needed in ("click", "watchfiles"):
    pytest.importorskip(needed)

# Machines that build are busy: no limit is what is tested.
PATIENCE = 120.0

GREETING = """
from mattermost_plugin import HookName, Plugin, hook

WORD = "one"


class Greeting(Plugin):
    count = 0

    @hook(HookName.OnActivate)
    def begin(self):
        self.api.kv_set("begun", b"%d" % (int(self.api.kv_get("begun") or 0) + 1))

    @hook(HookName.ExecuteCommand)
    def answer(self, context, args):
        word = WORD
        return {"text": f"{word} {self.api.kv_get('begun').decode()}"}

    @hook(HookName.MessageWillBePosted)
    def moderate(self, context, post):
        return "no" if post.message == "bad" else None

    @hook(HookName.MessageHasBeenPosted)
    def reply(self, context, post):
        name = self.api.get_user(post.user_id).username
        again = self.api.get_post(post.id).message
        number = len(self.api.get_posts_for_channel(post.channel_id).order)
        self.api.create_post(
            {
                "user_id": post.user_id,
                "channel_id": post.channel_id,
                "message": f"{again}, {name} {number}",
            }
        )

    @hook(HookName.ServeHTTP)
    def serve(self, context, writer, request):
        writer.write(f"{WORD} {request.path} {request.user_id}")


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(Greeting)
"""


class Running:
    """The command, and what it has said."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder = folder
        self._process = subprocess.Popen(
            command("run", str(folder), "--json", "--port", "0", *options),
            env=child_environment(PYTHONUNBUFFERED="1"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._said: queue.Queue[str] = queue.Queue()
        self.seen: List[str] = []
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self._said.put(line)

    def type(self, line: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def save(self, old: str, new: str) -> None:
        file = self.folder / "plugin.py"
        text = file.read_text()
        assert old in text
        file.write_text(text.replace(old, new))

    def until(self, what: Callable[[str], bool]) -> str:
        """Wait for a line; return it."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                line = self._said.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                raise AssertionError("".join(self.seen)) from None
            self.seen.append(line)
            if what(line):
                return line

    def until_it_says(self, text: str) -> None:
        wanted = json.dumps(text)[1:-1]
        self.until(lambda line: wanted in line)

    def event(self, name: str) -> Dict[str, Any]:
        """Wait for an event; return it."""
        start = f'{{"event": "{name}"'
        told: Dict[str, Any] = json.loads(self.until(lambda line: line.startswith(start)))
        return told

    def answer(self, line: str) -> str:
        """Type a line; return the text of the answer."""
        self.type(line)
        return str(self.event("answer")["text"])

    def problems(self) -> List[str]:
        """Wait until something has failed; return what."""
        line = self.until(lambda line: line.startswith('{"ok": false'))
        problems: List[str] = json.loads(line)["problems"]
        return problems

    def interrupt(self) -> int:
        self._process.send_signal(signal.SIGINT)
        return self._process.wait(PATIENCE)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()


@contextlib.contextmanager
def running(folder: Path, *options: str, code: str = GREETING) -> Iterator[Running]:
    started = Running(write_plugin(folder, code), *options)
    try:
        yield started
    finally:
        started.kill()


def test_what_is_typed_goes_to_hooks_and_what_is_saved_takes_effect(tmp_path: Path) -> None:
    with running(tmp_path) as bench:
        port = bench.event("ready")["port"]
        assert bench.answer("/greet") == "one 1"
        assert bench.answer("bad") == "refused: no"
        bench.type("good")
        assert bench.event("answer")["text"] == "posted as it is"
        assert bench.event("api")["arguments"]["post"]["message"] == "good, author 1"
        assert bench.event("answer")["hook"] == "MessageHasBeenPosted"
        assert bench.answer('MessageWillBePosted {"message": "bad"}') == "refused: no"
        with urllib.request.urlopen(
            f"http://127.0.0.1:{port}/plugins/com.example.tried/x?y"
        ) as page:
            assert page.read() == b"one /x author"

        bench.save('WORD = "one"', 'WORD = "two"')
        bench.event("reloaded")
        # What was stored is kept, and what was posted.
        assert bench.answer("/greet") == "two 2"
        bench.type("better")
        assert bench.event("api")["arguments"]["post"]["message"] == "better, author 3"

        bench.save('WORD = "two"', "WORD = two")
        assert bench.problems() == ["plugin.py:4: NameError: name 'two' is not defined"]
        bench.event("not reloaded")
        assert bench.answer("/greet") == "two 2"

        bench.save("WORD = two", "WORD = (")
        (problem,) = bench.problems()
        # Where Python sees it depends on its version.
        assert re.match(r"plugin\.py:\d+: SyntaxError: ", problem)
        bench.event("not reloaded")

        bench.save("WORD = (", 'WORD = "three"')
        bench.save("def begin(self):", "def begin(self):\n        raise OSError('no')")
        assert bench.problems() == ["OnActivate: plugin.py:12: OSError: no"]
        bench.event("not reloaded")
        assert bench.answer("/greet") == "two 3"

        bench.save("        raise OSError('no')", "        pass")
        bench.event("reloaded")
        assert bench.answer("/greet") == "three 4"
        assert bench.interrupt() == 0


def test_a_breakpoint_is_passed_over_where_nothing_is_debugged(tmp_path: Path) -> None:
    code = GREETING.replace("word = WORD", "word = WORD\n        breakpoint()")
    with running(tmp_path, code=code) as bench:
        bench.event("ready")
        bench.type("/greet")
        told = bench.event("breakpoint passed")
        assert told["where"] == "plugin.py:17"
        assert "run --debug stops there" in told["text"]
        assert bench.event("answer")["text"] == "one 1"


def test_a_breakpoint_stops_where_the_plugin_is_debugged(tmp_path: Path) -> None:
    code = GREETING.replace("word = WORD", "word = WORD\n        breakpoint()")
    with running(tmp_path, "--debug", "--debug-port", "0", code=code) as bench:
        bench.event("ready")
        bench.type("/greet")
        assert bench.event("stopped")["where"] == "plugin.py:17"
        # It stands there as long as somebody looks, and what is saved waits for it.
        bench.save('WORD = "one"', 'WORD = "two"')
        bench.event("waiting")
        bench.type("p word")
        bench.until(lambda line: "'one'" in line)
        bench.type("word = 'changed'")
        bench.type("c")
        assert bench.event("answer")["text"] == "changed 1"
        bench.event("reloaded")
        bench.type("/greet")
        bench.event("stopped")
        bench.type("c")
        assert bench.event("answer")["text"] == "two 2"


def test_debugpy_listens_where_it_is_installed(tmp_path: Path) -> None:
    pytest.importorskip("debugpy")
    with running(tmp_path, "--debug", "--debug-port", "0") as bench:
        port = bench.event("debugging")["debug_port"]
        assert port > 0
        bench.save('WORD = "one"', 'WORD = "two"')
        assert bench.event("debugging")["debug_port"] > 0


def test_a_plugin_that_never_came_up_does_so_when_it_is_mended(tmp_path: Path) -> None:
    with running(tmp_path, code=GREETING.replace("import HookName", "import HokName")) as bench:
        (problem,) = bench.problems()
        assert problem.startswith("plugin.py:2: ImportError: ")
        bench.save("import HokName", "import HookName")
        bench.event("running")
        assert bench.answer("/greet") == "one 1"


DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.skipif(not DOCS.exists(), reason="the guides are not in the package")
def test_the_session_in_the_guide_goes_as_it_says(tmp_path: Path) -> None:
    guide = (DOCS / "plugin-author.md").read_text("utf-8")
    code = guide[guide.index("```python polite/plugin.py\n") :].split("```")[1]
    code = code.partition("\n")[2]
    line = "        if word not in post.message:\n"
    guide = (DOCS / "debugging.md").read_text("utf-8")
    session = guide.split("$ mattermost-plugin run --debug\n")[1].split("```")[0]
    code = code.replace(line, f"        breakpoint()\n{line}")
    with running(tmp_path, "--debug", "--debug-port", "0", code=code) as bench:
        for told in session.splitlines():
            if told.startswith("(Pdb) "):
                bench.type(told[len("(Pdb) ") :])
            elif told == "darn it":
                bench.type(told)
            elif not told.startswith(("Running", "->")):
                # Where it stops after the call depends on Python's version.
                bench.until_it_says(told)
