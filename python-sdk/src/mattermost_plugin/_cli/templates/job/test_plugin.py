"""Tests of the plugin without a server."""

from __future__ import annotations

import asyncio

from mattermost_plugin.testing import FakeApi, PluginHarness

from plugin import RUNS, MyPlugin


async def until_it_ran(api: FakeApi, runs: int) -> None:
    async def wait() -> None:
        while int(api.stored.get(RUNS, b"0")) < runs:
            await asyncio.sleep(0)

    await asyncio.wait_for(wait(), 5)


def test_the_job_runs_when_the_plugin_begins() -> None:
    async def scenario() -> None:
        async with PluginHarness(MyPlugin) as host:
            await until_it_ran(host.api, 1)

    asyncio.run(scenario())


def test_the_job_runs_again_after_its_interval() -> None:
    async def scenario() -> None:
        api = FakeApi()
        settings = {"intervalseconds": 0.01}
        api.answers("load_plugin_configuration", lambda dest: dest.update(settings))
        async with PluginHarness(MyPlugin, api=api):
            await until_it_ran(api, 3)

    asyncio.run(scenario())


def test_a_run_that_fails_does_not_end_the_job() -> None:
    async def scenario() -> None:
        api = FakeApi()
        settings = {"intervalseconds": 0.01}
        api.answers("load_plugin_configuration", lambda dest: dest.update(settings))
        answers = iter([b"not a number"])
        api.answers("kv_get", lambda key: next(answers, api.stored.get(key)))
        async with PluginHarness(MyPlugin, api=api):
            await until_it_ran(api, 1)

    asyncio.run(scenario())
