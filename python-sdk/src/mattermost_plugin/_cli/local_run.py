"""A plugin on the bench: typed messages go to its hooks, and what is saved takes effect."""

from __future__ import annotations

import json
import re
import threading
import time
from pathlib import Path
from typing import Any, Callable, Dict, Optional, TextIO

import click

from mattermost_plugin._cli.bench_host import CHANNEL_ID, USER_ID
from mattermost_plugin._cli.checks import check_files, script_of
from mattermost_plugin._cli.console import Console
from mattermost_plugin._cli.errors import CommandError
from mattermost_plugin._cli.front_port import FrontPort
from mattermost_plugin._cli.manifest import Manifest
from mattermost_plugin._cli.versions import Version, Versions
from mattermost_plugin._cli.watching import Changes
from mattermost_plugin._cli.worker_messages import Message
from mattermost_plugin.hooks import HookName

_HOOK_LINE = re.compile(r"([A-Z]\w+)(?:\s+([\[{].*))?")
_STANDS = "stands at a breakpoint; what is saved takes effect when it goes on"


class LocalRun:
    """Runs the plugin of a folder until it is stopped.

    Args:
        console: where it is told what happens.
        folder: the plugin's folder.
        settings: gives the plugin's settings, by its manifest.
        port: the port for HTTP.
        debug_port: the port for debugpy; None where nothing is debugged.
    """

    def __init__(
        self,
        console: Console,
        folder: Path,
        settings: Callable[[Manifest], Dict[str, Any]],
        port: int,
        debug_port: Optional[int],
    ) -> None:
        self._console = console
        self._folder = folder.resolve()
        self._settings = settings
        self._debug_port = debug_port
        self._versions = Versions(self._order, self._happened)
        self._front = FrontPort(port, self._port_behind)
        self._input_ended = False
        self._news = threading.Event()
        self._up = threading.Event()

    def run(self, stdin: TextIO, stop: threading.Event) -> None:
        """Serve, and reload what is saved, until `stop` is set or somebody presses Ctrl-C."""
        threading.Thread(target=self._read, args=(stdin,), daemon=True).start()
        changes = Changes(self._folder)
        try:
            self._reload()
            for _ in changes.until(stop):
                self._await_debugger()
                self._reload()
        except KeyboardInterrupt:
            pass
        finally:
            stop.set()
            self._front.close()
            self._versions.end()

    def _order(self) -> Dict[str, Any]:
        report = check_files(self._folder)
        for warning in report.warnings:
            self._console.warn(warning)
        report.raise_problems()
        manifest = report.manifest
        return {
            "folder": str(self._folder),
            "script": str(script_of(self._folder, manifest)),
            "id": manifest.id,
            "settings": self._settings(manifest),
            "debug": self._debug_port is not None,
        }

    def _reload(self) -> None:
        begun = time.monotonic()
        before = self._versions.serving
        try:
            version = self._versions.replace(self._debug_port)
        except CommandError as error:
            self._console.fail(error)
            goes_on = "the version from before goes on" if before else "nothing runs yet"
            self._tell("not reloaded", f"{goes_on}; save a file to try again", fg="yellow")
            return
        seconds = time.monotonic() - begun
        verb = "Reloaded" if before else "Running"
        self._tell(
            verb.lower(),
            f"{verb} {version.plugin_class} in {seconds:.1f} s",
            seconds=round(seconds, 3),
            hooks=version.hooks,
            fg="green",
        )
        if not self._up.is_set():
            self._say_how(version)
            self._up.set()

    def _say_how(self, version: Version) -> None:
        lines = ["Type a message, a /command, or a hook with its arguments; Ctrl-C ends."]
        if HookName.ServeHTTP in version.hooks:
            plugin_id = self._order()["id"]
            lines.append(f"Pages are at http://127.0.0.1:{self._front.port}/plugins/{plugin_id}/")
        self._tell("ready", "\n".join(lines), port=self._front.port)

    def _tell(self, event: str, text: str, fg: Optional[str] = None, **values: Any) -> None:
        if self._console.is_json:
            self._console.result("", event=event, text=text, **values)
        else:
            self._console.say(text, fg=fg)

    def _port_behind(self) -> Optional[int]:
        serving = self._versions.serving
        return None if serving is None else serving.port

    # -- what comes from the plugin

    def _happened(self, message: Message) -> None:
        event = message["event"]
        if event == "api":
            arguments = ", ".join(
                f"{name}={json.dumps(value, ensure_ascii=False)}"
                for name, value in message["arguments"].items()
            )
            text = f"  api: {message['method']}({arguments})"
            self._tell("api", text, method=message["method"], arguments=message["arguments"])
        elif event == "passed":
            self._tell(
                "breakpoint passed",
                f"{message['where']}: breakpoint() is passed over; run --debug stops there",
                fg="yellow",
                where=message["where"],
            )
        elif event == "stopped":
            self._tell(
                "stopped",
                f"{message['where']}: stopped; type commands of pdb, such as p NAME, n, c",
                fg="cyan",
                where=message["where"],
            )
        elif event == "debugger" and self._console.is_json:
            self._tell("debugger", message["text"])
        elif event == "debugger":
            click.echo(message["text"], nl=False)
        elif event == "failed":
            self._console.fail(CommandError.of(message["problems"]))
        elif event == "listening":
            self._say_debugger(message["port"])
        elif event == "line wanted" and self._input_ended:
            serving = self._versions.serving
            if serving is not None:
                serving.give_line("continue\n")
        self._news.set()

    def _say_debugger(self, port: Optional[int]) -> None:
        if port is None:
            text = (
                "breakpoint() stops here, with pdb. An editor can attach once debugpy is installed:"
                " python -m pip install debugpy"
            )
        else:
            text = f"debugpy listens at 127.0.0.1:{port}; until an editor is attached, pdb is here"
        self._tell("debugging", text, fg="cyan", debug_port=port)

    def _await_debugger(self) -> None:
        told = False
        while True:
            serving = self._versions.serving
            if serving is None or not serving.stands:
                return
            if not told:
                self._tell("waiting", f"{serving.plugin_class} {_STANDS}", fg="yellow")
                told = True
            self._news.clear()
            self._news.wait(0.5)

    # -- what is typed

    def _read(self, stdin: TextIO) -> None:
        for line in stdin:
            if line.strip():
                self._typed(line.rstrip("\n"))
        self._input_ended = True
        serving = self._versions.serving
        if serving is not None and serving.wants_line:
            serving.give_line("continue\n")

    def _typed(self, line: str) -> None:
        self._up.wait()
        serving = self._versions.serving
        if serving is not None and serving.wants_line:
            serving.give_line(f"{line}\n")
            return self._settle(lambda: False)
        answering = threading.Thread(target=self._answer, args=(line,), daemon=True)
        answering.start()
        self._settle(lambda: not answering.is_alive())

    def _settle(self, is_done: Callable[[], bool]) -> None:
        """Wait for an answer, or for a debugger that wants the next line."""
        while not is_done():
            serving = self._versions.serving
            if serving is None or serving.wants_line or not self._calls:
                return
            self._news.clear()
            self._news.wait(0.05)

    _calls = 0

    def _answer(self, line: str) -> None:
        self._calls += 1
        try:
            self._do(line)
        except CommandError as error:
            self._console.fail(error)
        finally:
            self._calls -= 1
            self._news.set()

    def _do(self, line: str) -> None:
        found = _HOOK_LINE.fullmatch(line)
        if found and found[1] in HookName.__members__:
            try:
                arguments = json.loads(found[2]) if found[2] else None
            except ValueError as error:
                raise CommandError(f"{found[2]!r} is not JSON: {error}") from error
            self._call(found[1], arguments)
        elif line.startswith("/"):
            self._call("ExecuteCommand", {"command": line})
        else:
            self._say_in_channel(line)

    def _say_in_channel(self, message: str) -> None:
        serving = self._versions.serving
        handled = [] if serving is None else serving.hooks
        if not {"MessageWillBePosted", "MessageHasBeenPosted"} & set(handled):
            raise CommandError("the plugin handles no messages; type a /command, or a hook's name")
        post: Dict[str, Any] = {"message": message, "user_id": USER_ID, "channel_id": CHANNEL_ID}
        if "MessageWillBePosted" in handled:
            answer = self._call("MessageWillBePosted", post)
            if "rejection_reason" in answer:
                return
            post = answer.get("modified_post") or post
        posted = Version.value_of(self._versions.post(post).result())
        if "MessageHasBeenPosted" in handled:
            self._call("MessageHasBeenPosted", posted)

    def _call(self, hook: str, arguments: Any) -> Dict[str, Any]:
        answer = self._value(hook, arguments)
        self._show(hook, answer)
        return answer

    def _value(self, hook: str, arguments: Any) -> Dict[str, Any]:
        value = Version.value_of(self._versions.call(hook, arguments).result())
        return dict(value)

    def _show(self, hook: str, answer: Dict[str, Any]) -> None:
        text = json.dumps(answer, ensure_ascii=False)
        if hook == "ExecuteCommand" and "response" in answer:
            text = str(answer["response"].get("text", ""))
        elif hook == "MessageWillBePosted" and "rejection_reason" in answer:
            text = f"refused: {answer['rejection_reason']}"
        elif hook == "MessageWillBePosted":
            changed = answer.get("modified_post")
            text = f"posted: {changed['message']}" if changed else "posted as it is"
        elif hook == "MessageHasBeenPosted":
            text = ""
        if text or self._console.is_json:
            self._tell("answer", text, hook=hook, answer=answer)


__all__ = ["LocalRun"]
