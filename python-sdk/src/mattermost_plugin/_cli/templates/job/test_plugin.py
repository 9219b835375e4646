"""Tests of the plugin without a server."""

from __future__ import annotations

import pytest
from mattermost_plugin.testing import PluginHarness

from plugin import RUNS, MyPlugin


def test_the_job_runs_when_the_plugin_begins_and_each_minute() -> None:
    # Time stands still until the test lets it pass.
    with PluginHarness(MyPlugin) as host:
        host.advance(seconds=1)
        assert host.plugin.kv.get(RUNS) == 1
        host.advance(minutes=2)
        assert host.plugin.kv.get(RUNS) == 3


def test_a_run_that_fails_does_not_end_the_job() -> None:
    with PluginHarness(MyPlugin) as host:
        host.plugin.kv.set(RUNS, "not a number")
        host.advance(seconds=1)
        host.plugin.kv.set(RUNS, 5)
        host.advance(minutes=1)
        assert host.plugin.kv.get(RUNS) == 6


def test_the_note_is_a_setting(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    with PluginHarness(MyPlugin, settings={"Note": "Tea"}) as host:
        host.advance(seconds=1)
    assert "Tea: run number 1" in caplog.text
