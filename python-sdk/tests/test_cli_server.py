"""What authors do with `mattermost-plugin` and a server; the real one is in itests/e2e."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Dict, Iterator, List, Tuple

import pytest
from cli import mattermost_plugin, write_plugin

pytest.importorskip("click")

ID = "com.example.tried"


class FakeServer:
    """As much of the REST API as the command uses."""

    def __init__(self) -> None:
        self.asked: List[str] = []
        self.uploaded = b""
        self.state = 2
        self.reason = ""
        self.logs: List[Dict[str, Any]] = []
        self.errors: Dict[str, Tuple[int, str]] = {}
        fake = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                fake.answer(self)

            def do_POST(self) -> None:
                fake.answer(self)

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def answer(self, request: Any) -> None:
        body = request.rfile.read(int(request.headers.get("Content-Length") or 0))
        path = request.path[len("/api/v4") :]
        asked = f"{request.command} {path.partition('?')[0]}"
        self.asked.append(asked)
        status, value = 200, self._value(asked, body)
        if asked != "POST /users/login" and request.headers["Authorization"] != "Bearer secret":
            status, value = 401, {"message": "who are you?"}
        elif asked in self.errors:
            status, message = self.errors[asked]
            value = {"message": message}
        content = json.dumps(value).encode()
        request.send_response(status)
        request.send_header("Content-Length", str(len(content)))
        if asked == "POST /users/login":
            request.send_header("Token", "secret")
        request.end_headers()
        request.wfile.write(content)

    def _value(self, asked: str, body: bytes) -> Any:
        if asked == "POST /plugins":
            self.uploaded = body
            return {"id": ID, "version": "1.0.0"}
        if asked == "GET /plugins/statuses":
            return [{"plugin_id": ID, "state": self.state, "error": self.reason}]
        if asked.endswith("/logs"):
            return self.logs
        return {"status": "OK"}

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[FakeServer]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("MATTERMOST_URL", raising=False)
    monkeypatch.delenv("MATTERMOST_TOKEN", raising=False)
    fake = FakeServer()
    yield fake
    fake.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_plugin(tmp_path / "plugin", "print()\n")


def log_in(server: FakeServer, folder: Path) -> Path:
    options = ("--server", server.url, "--user", "ann", "--password", "p", "--json")
    done = mattermost_plugin("login", *options, folder=folder).succeeded()
    return Path(done.json["file"])


def test_a_login_is_kept_where_nobody_else_reads_it(server: FakeServer, folder: Path) -> None:
    file = log_in(server, folder)
    assert file.stat().st_mode & 0o777 == 0o600
    mattermost_plugin("enable", folder=folder).succeeded()
    file.chmod(0o640)
    done = mattermost_plugin("enable", folder=folder)
    assert f"can be read by others; call chmod 600 {file}" in done.errors


def test_a_plugin_is_packed_installed_and_enabled(server: FakeServer, folder: Path) -> None:
    log_in(server, folder)
    done = mattermost_plugin("install", "--json", folder=folder).succeeded()
    assert done.json == {"ok": True, "id": ID, "version": "1.0.0", "state": "running"}
    assert server.asked[1:] == [
        "POST /plugins",
        f"POST /plugins/{ID}/enable",
        "GET /plugins/statuses",
    ]
    assert b'name="force"\r\n\r\ntrue\r\n' in server.uploaded
    assert b'filename="com.example.tried-1.0.0.tar.gz"' in server.uploaded
    mattermost_plugin("install", "--keep", "--disabled", folder=folder).succeeded()
    assert b'name="force"\r\n\r\nfalse\r\n' in server.uploaded


def test_options_and_the_environment_name_the_server(
    server: FakeServer, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = mattermost_plugin("enable", folder=folder)
    assert "no server is named; log in with mattermost-plugin login" in done.errors
    done = mattermost_plugin("enable", "--server", server.url, folder=folder)
    assert f"there is no token for {server.url}" in done.errors
    options = ("--server", server.url, "--token", "secret")
    mattermost_plugin("disable", *options, folder=folder).succeeded()
    monkeypatch.setenv("MATTERMOST_URL", server.url)
    monkeypatch.setenv("MATTERMOST_TOKEN", "old")
    done = mattermost_plugin("disable", folder=folder)
    assert "who are you?; log in again with mattermost-plugin login" in done.errors


def test_a_server_that_is_not_there_is_said_to_be_so(server: FakeServer, folder: Path) -> None:
    for url, problem in (
        ("http://127.0.0.1:1", "does not answer"),
        ("localhost:8065", "is no address of a server"),
    ):
        done = mattermost_plugin("enable", "--server", url, "--token", "x", folder=folder)
        assert done.code == 1
        assert problem in done.errors


def test_what_the_server_refuses_is_told(server: FakeServer, folder: Path) -> None:
    log_in(server, folder)
    server.errors["POST /plugins"] = (409, "it is there already")
    done = mattermost_plugin("install", folder=folder)
    assert "it is there already; leave --keep out to replace it" in done.errors
    server.errors[f"POST /plugins/{ID}/enable"] = (500, "plugin.py line 3: no")
    done = mattermost_plugin("enable", "--json", folder=folder)
    assert done.json == {"ok": False, "problems": ["plugin.py line 3: no"]}
    server.errors.clear()
    server.state, server.reason = 3, "it has failed 3 times"
    done = mattermost_plugin("enable", folder=folder)
    assert "com.example.tried: failed: it has failed 3 times" in done.errors


def test_logs_are_shown(server: FakeServer, folder: Path) -> None:
    log_in(server, folder)
    entry = {"at": "2026-01-31T10:00:00Z", "level": "WARNING", "source": "x", "message": "late"}
    server.logs = [{**entry, "fields": {"n": "1"}}]
    done = mattermost_plugin("logs", folder=folder).succeeded()
    assert done.output == "2026-01-31T10:00:00Z WARNING x: late n=1\n"
    assert mattermost_plugin("logs", "--json", folder=folder).json["message"] == "late"
    server.errors[f"GET /plugins/{ID}/logs"] = (404, "page not found")
    done = mattermost_plugin("logs", folder=folder)
    assert "does not offer the logs of one plugin" in done.errors


def test_a_record_is_shown_once_though_it_comes_twice(server: FakeServer, folder: Path) -> None:
    from mattermost_plugin._cli.connection import Address
    from mattermost_plugin._cli.rest import Server
    from mattermost_plugin._cli.server_commands import LogTail

    tail = LogTail(Server(Address(server.url, "secret")), ID)
    one = {"at": "2026-01-31T10:00:00Z", "message": "one"}
    two = {"at": "2026-01-31T10:00:00Z", "message": "two"}
    server.logs = [one, one]
    assert tail.next(10) == [one, one]
    server.logs = [one, one, one, two]
    assert tail.next(10) == [one, two]
    assert tail.next(10) == []
