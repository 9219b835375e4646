"""Jobs at given times."""

from __future__ import annotations

import asyncio
import json
import threading
from datetime import datetime, timedelta, timezone
from typing import Any, List

import pytest

from mattermost_plugin import HookName, Plugin, every, hook, once
from mattermost_plugin._internal.clock import ManualClock
from mattermost_plugin.hooks import HookRegistrationError
from mattermost_plugin.jobs import Job
from mattermost_plugin.testing import FakeApi, PluginHarness

# 10:20:30 on some day.
START = datetime(2026, 3, 4, 10, 20, 30, tzinfo=timezone.utc)


class Timed(Plugin):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.done: List[str] = []

    def note(self, what: str) -> None:
        time = datetime.fromtimestamp(self._clock.now(), timezone.utc)
        self.done.append(f"{what} {time:%d %H:%M:%S}")

    @every(minutes=5)
    def clean(self) -> None:
        self.note("clean")
        if len(self.done) == 2:
            raise ValueError("broken on purpose")

    @every(timedelta(hours=1), rounded=True, key="hourly")
    async def report(self) -> None:
        self.note("report")

    @once
    def remind(self, job: Job) -> None:
        self.note(f"remind {job.key} {job.props}")

    @once("send")
    async def deliver(self, job: Job) -> None:
        self.note(f"send {job.key}")
        raise ValueError("cannot send")


class Rig:
    """A plugin by a clock, as many processes of it as are needed."""

    def __init__(self) -> None:
        self.api = FakeApi()
        self.clock = ManualClock(START.timestamp())

    def plugin(self) -> PluginHarness[Timed]:
        host = PluginHarness(Timed, api=self.api)
        # One for all processes.
        host.plugin._clock = self.api._fake.clock = self.clock
        return host


async def advance(rig: Rig, **time: float) -> None:
    await asyncio.wait_for(rig.clock.advance(timedelta(**time).total_seconds()), 30)


def test_a_method_is_called_again_and_again(caplog: Any) -> None:
    rig = Rig()

    async def run() -> None:
        async with rig.plugin() as host:
            await advance(rig, minutes=11)
            assert host.plugin.done == [
                "clean 04 10:20:30",
                "clean 04 10:25:30",
                "clean 04 10:30:30",
            ]
            host.plugin.done.clear()
            await advance(rig, minutes=30)
            reports = [what for what in host.plugin.done if what.startswith("report")]
            assert reports == ["report 04 11:00:00"]
        assert json.loads(rig.api.stored["cron_hourly"]) == {
            "LastFinished": "2026-03-04T11:00:00.000Z"
        }
        assert "mutex_cron_clean" not in rig.api.stored

    asyncio.run(run())
    assert "clean failed" in caplog.text
    assert "ValueError: broken on purpose" in caplog.text


def test_one_process_does_it_and_a_restart_does_not_do_it_again() -> None:
    rig = Rig()

    async def run() -> None:
        async with rig.plugin() as one, rig.plugin() as two:
            await advance(rig, minutes=6)
            cleans = [d for d in one.plugin.done + two.plugin.done if d.startswith("clean")]
            assert sorted(cleans) == ["clean 04 10:20:30", "clean 04 10:25:30"]
        async with rig.plugin() as again:
            await advance(rig, minutes=1)
            assert again.plugin.done == []
            await advance(rig, minutes=4)
            assert again.plugin.done == ["clean 04 10:30:30"]

    asyncio.run(run())


def test_a_job_is_known_to_the_clock_as_soon_as_it_is_planned() -> None:
    rig = Rig()

    async def run() -> None:
        async with rig.plugin() as host:
            await rig.clock.advance(10)
            await host.plugin.async_jobs.schedule("remind", after=timedelta(seconds=10), key="a")
            await rig.clock.advance(30)
            assert "remind a None 04 10:20:50" in host.plugin.done

    asyncio.run(run())


def test_times_that_go_has_written_are_read() -> None:
    rig = Rig()
    rig.api.stored["cron_clean"] = b'{"LastFinished":"2026-03-04T11:19:30.123456789+01:00"}'

    async def run() -> None:
        async with rig.plugin() as host:
            await advance(rig, minutes=5)
            assert host.plugin.done == ["clean 04 10:24:30"]

    asyncio.run(run())


def test_a_job_is_done_once_in_time_and_after_a_restart(caplog: Any) -> None:
    rig = Rig()

    async def run() -> None:
        async with rig.plugin() as one, rig.plugin() as two:
            plan = one.plugin.async_jobs
            await plan.schedule("remind", after=timedelta(seconds=30), key="a", props={"n": 1})
            await plan.schedule("send", at=START + timedelta(seconds=40), key="b")
            await plan.schedule("remind", after=timedelta(hours=1), key="c")
            gone = await plan.schedule("remind", after=timedelta(hours=2))
            assert [job.key for job in await plan.list()] == ["a", "b", "c", gone.key]
            assert await plan.cancel(gone)
            assert not await plan.cancel(gone.id)
            await advance(rig, minutes=2)
            both = one.plugin.done + two.plugin.done
            assert [what for what in both if "clean" not in what] == [
                "remind a {'n': 1} 04 10:21:00",
                "send b 04 10:21:10",
            ]
        # It is due while nothing runs.
        await advance(rig, hours=1)
        async with rig.plugin() as again:
            await advance(rig, seconds=1)
            assert "remind c None 04 11:22:30" in again.plugin.done
            assert await again.plugin.async_jobs.list() == []

    asyncio.run(run())
    assert "the job send/b failed" in caplog.text


def test_a_job_that_is_planned_anew_is_done_at_the_new_time() -> None:
    rig = Rig()
    with rig.plugin() as host:
        jobs = host.plugin.jobs
        jobs.schedule("remind", after=timedelta(seconds=10), key="a")
        jobs.schedule("remind", after=timedelta(seconds=20), key="a")
        host._run(advance(rig, minutes=1))
        assert [d for d in host.plugin.done if "remind" in d] == ["remind a None 04 10:20:50"]


def test_what_cannot_be_planned_is_said() -> None:
    rig = Rig()
    with rig.plugin() as host:
        jobs = host.plugin.jobs
        with pytest.raises(TypeError, match="either at a time or after some"):
            jobs.schedule("remind")
        with pytest.raises(ValueError, match="has no time zone"):
            jobs.schedule("remind", at=datetime(2026, 1, 1))
        with pytest.raises(ValueError, match="Timed has no @once method 'nope'"):
            jobs.schedule("nope", after=timedelta(1))
    with pytest.raises(ValueError, match="every needs a time"):
        every()
    with pytest.raises(HookRegistrationError, match="a has the key 'x' already"):

        class Twice(Plugin):
            @every(minutes=1, key="x")
            def a(self) -> None: ...

            @every(minutes=1, key="x")
            def b(self) -> None: ...


def test_what_runs_in_the_background_fails_aloud_and_ends_with_the_plugin(caplog: Any) -> None:
    ended: List[str] = []

    class Working(Plugin):
        @hook(HookName.OnActivate)
        def begin(self) -> None:
            self.began = threading.Event()
            self.background(self.fail, "thread")
            self.background(self.fail_awaited("task"))
            self.background(self.forever)
            self.background(self.until_the_end)

        def fail(self, what: str) -> None:
            raise ValueError(f"broken {what}")

        async def fail_awaited(self, what: str) -> None:
            self.fail(what)

        async def forever(self) -> None:
            try:
                await asyncio.Event().wait()
            finally:
                ended.append("task")

        def until_the_end(self) -> None:
            self.ending.wait(30)
            ended.append("thread")
            self.began.set()

    with PluginHarness(Working) as host:

        async def told() -> None:
            while "broken task" not in caplog.text or "broken thread" not in caplog.text:
                await asyncio.sleep(0.001)

        host._run(asyncio.wait_for(told(), 30))
        assert "Working.fail failed in the background" in caplog.text.replace("<locals>.", "")
    assert host.plugin.began.wait(30)
    assert sorted(ended) == ["task", "thread"]
    with pytest.raises(RuntimeError, match="in the background of a plugin that ends"):
        host.plugin.background(print)
