"""Fixtures for tests of plugins; pytest finds them where the SDK is installed."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, Any, Callable, Iterator

import pytest

if TYPE_CHECKING:
    from mattermost_plugin.testing import FakeHost, PluginHarness
    from mattermost_plugin.testing_server import KraitServer


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the distribution be named."""
    parser.getgroup("krait").addoption(
        "--krait-home",
        metavar="PATH",
        help="folder or zip of the distribution that krait_server starts [KRAIT_HOME]",
    )


@pytest.fixture
def fake_host() -> FakeHost:
    """A small chat server in memory."""
    from mattermost_plugin.testing import FakeHost

    return FakeHost()


@pytest.fixture
def plugin_harness(fake_host: FakeHost) -> Iterator[Callable[..., PluginHarness[Any]]]:
    """What activates a plugin on `fake_host`, and deactivates it after the test."""
    from mattermost_plugin.testing import PluginHarness

    with contextlib.ExitStack() as stack:

        def activate(plugin_class: Any, **options: Any) -> PluginHarness[Any]:
            options.setdefault("api", fake_host)
            return stack.enter_context(PluginHarness(plugin_class, **options))

        yield activate


@pytest.fixture(scope="session")
def krait_server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[KraitServer]:
    """A real server, one for all tests; they are skipped where no distribution is named."""
    home = request.config.getoption("--krait-home") or os.environ.get("KRAIT_HOME")
    if not home:
        pytest.skip("no server is named; name a distribution by --krait-home or KRAIT_HOME")
    from mattermost_plugin.testing_server import KraitServer

    server = KraitServer(home, tmp_path_factory.mktemp("krait"))
    try:
        yield server
    finally:
        server.stop()
