"""The fixture that starts a server: here one that a script stands in for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli import write_plugin
from support import child_environment

pytest.importorskip("click")

SERVER = r"""
import http.server, json, os, sys

options = dict(zip(sys.argv[2::2], sys.argv[3::2]))
os.makedirs(options["--data"] + "/host")
with open(options["--data"] + "/host/first-administrator-code", "w") as code:
    code.write("the-code")
seen = []


class Handler(http.server.BaseHTTPRequestHandler):
    def answer(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        path = self.path.split("?")[0]
        seen.append(path)
        answer, status = {}, 200
        if path == "/api/v4/users":
            status = 201 if self.headers["X-Admin-Code"] == "the-code" else 403
            answer = {"id": "the-admin"}
        elif path == "/api/v4/plugins":
            answer = {"id": "com.example.tried"}
        elif path == "/api/v4/plugins/statuses":
            answer = [{"plugin_id": "com.example.tried", "state": 2}]
        elif path == "/api/v4/seen":
            answer = {"seen": seen, "authorization": self.headers["Authorization"]}
        self.send_response(status)
        self.send_header("Token", "the-token")
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())

    do_GET = do_POST = answer

    def log_message(self, *args):
        pass


server = http.server.HTTPServer(("127.0.0.1", int(options["--http-port"])), Handler)
print("Krait runs at http://127.0.0.1", flush=True)
server.serve_forever()
"""

TESTS = """
def test_one(krait_server):
    assert krait_server.install(".") == "com.example.tried"
    assert krait_server.user_id == "the-admin"


def test_other(krait_server):
    told = krait_server.request("GET", "/seen")
    assert told["authorization"] == "Bearer the-token"
    assert told["seen"].count("/api/v4/users") == 1
    assert "/api/v4/plugins/com.example.tried/enable" in told["seen"]
"""


def output_of(folder: Path, *arguments: str, home: str = "") -> str:
    (folder / "test_it.py").write_text(TESTS)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-rs", "-p", "no:cacheprovider"]
        + ["-p", "mattermost_plugin.pytest_plugin"] * (not installed())
        + [*arguments, str(folder)],
        cwd=folder,
        env={**child_environment(), "KRAIT_HOME": home},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.stdout + done.stderr


def installed() -> bool:
    from importlib.metadata import distributions

    return any(
        entry.value == "mattermost_plugin.pytest_plugin"
        for distribution in distributions()
        for entry in distribution.entry_points
        if entry.group == "pytest11"
    )


@pytest.mark.skipif(os.name != "posix", reason="the server is started by bash")
def test_a_server_is_started_once_and_has_the_plugin(tmp_path: Path) -> None:
    binaries = tmp_path / "distribution" / "krait" / "bin"
    binaries.mkdir(parents=True)
    (binaries / "server.py").write_text(SERVER)
    script = f'exec {sys.executable} {binaries}/server.py "$@"\n'
    (binaries / "krait").write_text(script)
    folder = tmp_path / "plugin"
    folder.mkdir()
    write_plugin(folder, "")
    output = output_of(folder, "--krait-home", str(tmp_path / "distribution"))
    assert "2 passed" in output, output

    (binaries / "krait").write_text("echo there is no java\n")
    output = output_of(folder, home=str(tmp_path / "distribution"))
    assert "the server does not start:\nE               there is no java" in output, output


def test_without_a_server_tests_are_skipped(tmp_path: Path) -> None:
    output = output_of(tmp_path)
    assert "2 skipped" in output, output
    assert "name a distribution by --krait-home or KRAIT_HOME" in output
