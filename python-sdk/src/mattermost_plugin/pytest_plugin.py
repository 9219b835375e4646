"""Fixtures for tests of plugins; pytest finds them where the SDK is installed."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, Callable, Iterator

import pytest

if TYPE_CHECKING:
    from mattermost_plugin.testing import FakeHost, PluginHarness


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
