from __future__ import annotations

import tempfile
from typing import Iterator

import pytest
from support import FakeHost, running_host

from mattermost_plugin import PluginAPIClient


@pytest.fixture(scope="session")
def host() -> Iterator[FakeHost]:
    # Not pytest's own folder: a socket's path may have 107 bytes at most.
    with tempfile.TemporaryDirectory() as folder:
        yield from running_host(folder)


@pytest.fixture(scope="session")
def client(host: FakeHost) -> Iterator[PluginAPIClient]:
    with PluginAPIClient(host.target) as connected:
        yield connected
