"""A plugin on a server, which gets what is saved."""

from __future__ import annotations

import tempfile
import threading
import time
from pathlib import Path
from typing import Any, Optional

from mattermost_plugin._cli.checks import check_files
from mattermost_plugin._cli.console import Console
from mattermost_plugin._cli.errors import CommandError
from mattermost_plugin._cli.packing import pack
from mattermost_plugin._cli.rest import Server
from mattermost_plugin._cli.server_commands import LogTail, show_entry
from mattermost_plugin._cli.watching import Changes

_PAUSE = 0.3


class RemoteRun:
    """Installs the plugin of a folder on a server whenever it is saved, and shows its log.

    The old version serves until the new one is up, and goes on where that does not start.
    """

    def __init__(self, console: Console, folder: Path, server: Server) -> None:
        self._console = console
        self._folder = folder.resolve()
        self._server = server
        self._tail: Optional[LogTail] = None

    def run(self, stop: threading.Event) -> None:
        """Install what is saved until `stop` is set or somebody presses Ctrl-C."""
        threading.Thread(target=self._follow, args=(stop,), daemon=True).start()
        changes = Changes(self._folder)
        try:
            self._reload()
            for _ in changes.until(stop):
                self._reload()
        except KeyboardInterrupt:
            pass
        finally:
            stop.set()

    def _reload(self) -> None:
        begun = time.monotonic()
        try:
            report = check_files(self._folder)
            report.raise_problems()
            manifest = report.manifest
            with tempfile.TemporaryDirectory() as target:
                archive = pack(self._folder, manifest, Path(target))
                self._server.install(archive, force=True)
            if self._tail is None:
                self._tail = LogTail(self._server, manifest.id)
            if self._server.state(manifest.id)[0] != "running":
                self._server.enable(manifest.id)
        except CommandError as error:
            self._console.fail(error)
            self._tell("not reloaded", "what ran before goes on; save a file to try again")
            return
        seconds = time.monotonic() - begun
        text = f"{manifest.id} {manifest.version} runs at {self._server.url} after {seconds:.1f} s"
        self._tell("running", text, seconds=round(seconds, 3), fg="green")

    def _tell(self, event: str, text: str, fg: str = "yellow", **values: Any) -> None:
        if self._console.is_json:
            self._console.result("", event=event, text=text, **values)
        else:
            self._console.say(text, fg=fg)

    def _follow(self, stop: threading.Event) -> None:
        while not stop.wait(_PAUSE):
            if self._tail is None:
                continue
            try:
                for entry in self._tail.next(1000):
                    show_entry(self._console, entry)
            except CommandError as error:
                # A server that is being restarted is asked again.
                self._console.warn(str(error))
                stop.wait(5)


__all__ = ["RemoteRun"]
