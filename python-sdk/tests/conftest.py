from __future__ import annotations

import contextlib
import os
import sysconfig
import tempfile
from pathlib import Path
from typing import Any, Iterator

import pytest

# The tests start processes, which gRPC's handlers of forks may break before Python 3.10. It looks
# at this when it is imported.
os.environ.setdefault("GRPC_ENABLE_FORK_SUPPORT", "0")

from support import FakeHost, running_host, use_wire

from mattermost_plugin import PluginAPIClient

pytest_plugins = ["mattermost_plugin.pytest_plugin"]


@pytest.fixture(params=["grpc", "lane"])
def over_both(request: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Have a test run over gRPC and over the lane; `support.wire` says which."""
    use_wire(request.param)
    with tempfile.TemporaryDirectory() as folder:
        if request.param == "lane":
            monkeypatch.setenv("KRAIT_LANE", "1")
            monkeypatch.setenv("PLUGIN_UNIX_SOCKET_DIR", folder)
        yield request.param
    use_wire("grpc")


@pytest.fixture
def on_lane() -> Iterator[None]:
    """Have a test run over the lane alone."""
    use_wire("lane")
    yield
    use_wire("grpc")


@pytest.fixture(scope="session", params=["grpc", "lane"])
def any_host(request: Any) -> Iterator[FakeHost]:
    """A host whose API is called by gRPC, and one whose API is on the lane."""
    # Not pytest's own folder: a socket's path may have 107 bytes at most.
    with tempfile.TemporaryDirectory() as folder:
        yield from running_host(folder, request.param == "lane")


@pytest.fixture
def host(any_host: FakeHost, monkeypatch: pytest.MonkeyPatch) -> FakeHost:
    """A host, where clients of its target know what it says of itself."""
    if "KRAIT_API_LANE" in any_host.environment:
        for name, value in any_host.environment.items():
            monkeypatch.setenv(name, value)
    return any_host


@pytest.fixture(scope="session")
def client(any_host: FakeHost) -> Iterator[PluginAPIClient]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in any_host.environment.items():
            patch.setenv(name, value)
        client = PluginAPIClient(any_host.target)
        client.connect()
    with contextlib.closing(client):
        yield client


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All packages that are installed, but for the SDK."""
    folder = tmp_path_factory.mktemp("packages")
    for path in Path(sysconfig.get_path("purelib")).iterdir():
        if not path.name.startswith(("mattermost_plugin", "__editable__", "__pycache__")):
            (folder / path.name).symlink_to(path)
    return folder
