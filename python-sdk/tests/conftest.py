from __future__ import annotations

import os
import tempfile
from typing import Any, Iterator

import pytest
from support import FakeHost, running_host, use_wire

from mattermost_plugin import PluginAPIClient

# The tests start processes, which gRPC's handlers of forks may break before Python 3.10.
os.environ.setdefault("GRPC_ENABLE_FORK_SUPPORT", "0")


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


@pytest.fixture(scope="session")
def host() -> Iterator[FakeHost]:
    # Not pytest's own folder: a socket's path may have 107 bytes at most.
    with tempfile.TemporaryDirectory() as folder:
        yield from running_host(folder)


@pytest.fixture(scope="session")
def client(host: FakeHost) -> Iterator[PluginAPIClient]:
    with PluginAPIClient(host.target) as connected:
        yield connected
