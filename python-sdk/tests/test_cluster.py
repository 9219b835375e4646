"""Locks that processes share, blocking and awaited."""

from __future__ import annotations

import asyncio
import inspect
import threading
import time
from datetime import timedelta
from typing import Any, Callable, List

import pytest

from mattermost_plugin import PluginAPIError
from mattermost_plugin.cluster import AsyncMutex, LeaseLostError, Mutex
from mattermost_plugin.testing import FakeApi

SOON = 30.0
FAST = timedelta(milliseconds=10)


def eventually(condition: Callable[[], Any]) -> None:
    until = time.monotonic() + SOON
    while not condition():
        assert time.monotonic() < until, inspect.getsource(condition)
        time.sleep(0.002)


def test_one_thread_holds_it_at_a_time() -> None:
    api = FakeApi()
    inside: List[int] = []
    most: List[int] = []

    def work(number: int) -> None:
        # A mutex of one's own, as in another process.
        with Mutex(api, "import"):
            inside.append(number)
            most.append(len(inside))
            inside.remove(number)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(SOON)
    assert most == [1] * 4
    assert "mutex_import" not in api.stored


def test_it_is_a_lease_that_is_renewed() -> None:
    api = FakeApi()
    mutex = Mutex(api, "m", refresh=FAST)
    with mutex:
        options = api.calls_of("kv_set_with_options")[0]["options"]
        assert (options["atomic"], options["expire_in_seconds"]) == (True, 15)
        eventually(lambda: len(api.calls_of("kv_set_with_options")) >= 3)
        assert mutex.held
        mutex.check()
    assert not mutex.held
    with pytest.raises(RuntimeError, match="mutex_m is not locked"):
        mutex.unlock()


def test_a_lease_that_is_lost_is_noticed_and_not_taken_from_others(caplog: Any) -> None:
    api = FakeApi()
    mutex = Mutex(api, "m", refresh=FAST)
    with mutex:
        api.stored["mutex_m"] = b"another"
        eventually(lambda: not mutex.held)
        with pytest.raises(LeaseLostError, match="mutex_m is held no more"):
            mutex.check()
    assert api.stored == {"mutex_m": b"another"}
    eventually(lambda: "mutex_m is held no more" in caplog.text)


def test_a_host_that_does_not_answer_for_a_moment_costs_no_lease() -> None:
    api = FakeApi()
    mutex = Mutex(api, "m", refresh=FAST)
    with mutex:
        before = len(api.calls_of("kv_set_with_options"))
        api.raises("kv_set_with_options", PluginAPIError("busy"))
        eventually(lambda: len(api.calls_of("kv_set_with_options")) > before + 1)
        assert mutex.held


def test_who_does_not_want_to_wait_does_not() -> None:
    api = FakeApi()
    first, second = Mutex(api, "m"), Mutex(api, "m")
    assert first.try_lock()
    assert not first.try_lock()
    assert not second.try_lock()
    assert not second.lock(timeout=0.05)
    first.unlock()
    assert second.lock(timeout=SOON)
    second.unlock()


def test_each_holder_has_a_higher_fence() -> None:
    api = FakeApi()
    fences = []
    for _ in range(3):
        with Mutex(api, "m", fencing=True) as mutex:
            fences.append(mutex.fence)
    assert fences == [1, 2, 3]


def test_tasks_share_it_with_threads() -> None:
    api = FakeApi()
    blocking = Mutex(api, "m")

    async def run() -> None:
        client = api.as_async()
        mutex = AsyncMutex(client, "m", refresh=FAST, fencing=True)
        other = AsyncMutex(client, "m")
        async with mutex:
            assert mutex.held and mutex.fence == 1
            assert not await other.try_lock()
            assert not await other.lock(timeout=0.05)
            assert not await mutex.try_lock()
            assert not blocking.try_lock()
            calls = len(api.calls_of("kv_set_with_options"))
            while len(api.calls_of("kv_set_with_options")) < calls + 2:
                await asyncio.sleep(0.002)
            api.stored["mutex_m"] = b"another"
            while mutex.held:
                await asyncio.sleep(0.002)
            with pytest.raises(LeaseLostError):
                mutex.check()
        assert api.stored["mutex_m"] == b"another"
        with pytest.raises(RuntimeError, match="is not locked"):
            await mutex.unlock()

        api.stored.clear()
        inside: List[int] = []

        async def work(number: int) -> None:
            async with AsyncMutex(client, "n"):
                inside.append(number)
                assert len(inside) == 1
                await asyncio.sleep(0)
                inside.remove(number)

        await asyncio.gather(*(work(number) for number in range(4)))

    asyncio.run(asyncio.wait_for(run(), SOON))
