"""A real server for tests of plugins; pytest has it as the fixture `krait_server`."""

from __future__ import annotations

import contextlib
import os
import secrets
import socket
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any, Dict, List, Optional, Union

from mattermost_plugin._cli.connection import Address
from mattermost_plugin._cli.manifest import read_manifest
from mattermost_plugin._cli.packing import pack
from mattermost_plugin._cli.rest import Server

#: Names the distribution where no option of pytest does.
HOME_VARIABLE = "KRAIT_HOME"

_STARTS_WITHIN = 120.0
_ENDS_WITHIN = 30.0


class KraitServer:
    """A server of Krait's distribution, with an administrator, on a port of this machine.

    Attributes:
        url: its address, such as `http://127.0.0.1:40123`.
        token: the token of its administrator, for `Authorization: Bearer`.
        user_id: the administrator.
    """

    def __init__(self, distribution: Union[str, Path], folder: Path) -> None:
        """Start it; return when it answers.

        Raises `RuntimeError` where it does not start, with what it has printed.

        Args:
            distribution: the folder or the zip of the distribution.
            folder: an empty folder for all that the server keeps.
        """
        self._folder = folder
        self._output = folder / "output.txt"
        home = _home(Path(distribution), folder)
        self.url = f"http://127.0.0.1:{_free_port()}"
        self.token = self.user_id = ""
        self._process = self._start(home)
        try:
            self._await_answer()
            self._sign_up()
        except BaseException:
            self.stop()
            raise

    def _start(self, home: Path) -> subprocess.Popen[bytes]:
        with open(self._output, "wb") as output:
            return subprocess.Popen(
                [
                    *("bash", str(home / "bin" / "krait"), "--no-shell"),
                    *("--data", str(self._folder / "data"), "--http-port", self.url.split(":")[-1]),
                ],
                # Plugins are run by the Python that runs the tests.
                env={**os.environ, "PATH": os.pathsep.join([*_own_python(), os.environ["PATH"]])},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def _await_answer(self) -> None:
        deadline = time.monotonic() + _STARTS_WITHIN
        while "runs at" not in self.printed():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"the server does not start:\n{self.printed()}")
            time.sleep(0.1)

    def _sign_up(self) -> None:
        code = (self._folder / "data/host/first-administrator-code").read_text().strip()
        password = f"Aa1-{secrets.token_hex(8)}"
        values = {"username": "admin", "email": "admin@example.com", "password": password}
        user, _ = self._rest("").send("POST", "/users", values, headers={"X-Admin-Code": code})
        self.user_id = str(user["id"])
        self.token = self._rest("").log_in("admin", password)

    def _rest(self, token: Optional[str] = None) -> Server:
        return Server(Address(self.url, self.token if token is None else token))

    def request(self, method: str, path: str, body: Any = None) -> Any:
        """Send a request to the REST API as the administrator; return the JSON of the answer.

        Raises an error with the server's text where the status is 400 or more.

        Args:
            method: the method, such as POST.
            path: the path below `/api/v4`, such as `/users/me`.
            body: what is sent as JSON, if anything.
        """
        return self._rest().send(method, path, body)[0]

    def install(self, folder: Union[str, Path] = ".") -> str:
        """Pack the plugin of a folder, and have it run in place of what it was; return its id.

        Raises an error with the reason where it does not run.
        """
        manifest = read_manifest(Path(folder))
        archive = pack(Path(folder), manifest, self._folder / "archives")
        server = self._rest()
        server.install(archive, force=True)
        server.enable(manifest.id)
        state, reason = server.state(manifest.id)
        if state != "running":
            raise RuntimeError(f"{manifest.id} is {state}: {reason}")
        return manifest.id

    def logs(self, plugin_id: str, most: int = 1000) -> List[Dict[str, Any]]:
        """Return what a plugin has logged, oldest first: `level`, `message` and so on."""
        return self._rest().logs(plugin_id, most)

    def printed(self) -> str:
        """Return what the server has printed."""
        return self._output.read_text("utf-8", errors="replace")

    def stop(self) -> None:
        """End the server and all its plugins."""
        self._process.terminate()
        try:
            self._process.wait(_ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def _home(distribution: Path, folder: Path) -> Path:
    if distribution.is_file():
        with zipfile.ZipFile(distribution) as archive:
            archive.extractall(folder / "distribution")
        distribution = folder / "distribution"
    for home in (distribution, *sorted(distribution.glob("*"))):
        if (home / "bin" / "krait").is_file():
            return home
    raise RuntimeError(f"{distribution} is no distribution of Krait: it has no bin/krait")


def _own_python() -> List[str]:
    return [str(Path(sys.executable).parent)]


def _free_port() -> int:
    with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as probe:
        return int(probe.getsockname()[1])


__all__ = ["HOME_VARIABLE", "KraitServer"]
