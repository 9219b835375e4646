"""What `breakpoint()` does where no terminal is."""

from __future__ import annotations

import contextlib
import logging
import socket
import subprocess
import sys
from typing import Iterator

import pytest
from support import child_environment

from mattermost_plugin._internal.breakpoints import HostedBreakpoints


@pytest.fixture(autouse=True)
def hook_as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for variable in ("KRAIT_DEBUG", "KRAIT_DEBUG_PORT", "PYTHONBREAKPOINT"):
        monkeypatch.delenv(variable, raising=False)
    before = sys.breakpointhook
    yield
    sys.breakpointhook = before


def test_it_is_passed_over_and_says_how_to_stop(caplog: pytest.LogCaptureFixture) -> None:
    HostedBreakpoints().install()
    breakpoint()
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert record.getMessage().startswith("test_breakpoints.py:29: breakpoint() is passed over")
    assert "mattermost-plugin run --debug" in record.getMessage()


def test_what_the_environment_names_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONBREAKPOINT", "somebody.elses")
    before = sys.breakpointhook
    HostedBreakpoints().install()
    assert sys.breakpointhook is before


def test_without_debugpy_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("KRAIT_DEBUG", "1")
    monkeypatch.setitem(sys.modules, "debugpy", None)
    HostedBreakpoints().install()
    breakpoint()
    assert f"{sys.executable} -m pip install debugpy" in caplog.text


def test_debugpy_listens_where_the_host_debugs_the_plugin() -> None:
    pytest.importorskip("debugpy")
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        _expect_debugger_elsewhere(taken)


def _expect_debugger_elsewhere(taken: int) -> None:
    code = (
        "import logging\n"
        "logging.basicConfig()\n"
        "from mattermost_plugin._internal.breakpoints import HostedBreakpoints\n"
        "HostedBreakpoints().install()\n"
        "input()\n"
    )
    environment = child_environment(
        KRAIT_DEBUG="1", KRAIT_DEBUG_PORT=str(taken), PYTHONUNBUFFERED="1"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        env=environment,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stderr
        assert f"port {taken} for debuggers is in use" in next(process.stderr)
        line = next(line for line in process.stderr if "listens at" in line)
        port = int(line.split("127.0.0.1:")[1].split(";")[0])
        with contextlib.closing(socket.create_connection(("127.0.0.1", port), 30)):
            pass
    finally:
        process.kill()
        process.communicate()
