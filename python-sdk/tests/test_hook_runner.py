from __future__ import annotations

import asyncio
import contextvars
import threading
import time
from typing import Any, List, Optional

import grpc
import pytest

from mattermost_plugin.hook_runner import (
    HookInvocationError,
    HookOverloadError,
    HookRunner,
    HookTimeoutError,
)
from mattermost_plugin.hooks import HookCall, HookCancelledError, current_call

SOON = 30.0


def invoke(handler: Any, *args: Any, **options: Any) -> Any:
    return asyncio.run(HookRunner().invoke(handler, *args, hook_name="Hook", **options))


def test_functions_and_coroutines_give_their_results() -> None:
    async def coroutine(x: int) -> int:
        return x + 1

    assert invoke(lambda x: x + 1, 1) == (2, None)
    assert invoke(coroutine, 1) == (2, None)
    # What returns a coroutine, as a partial or a mock does.
    assert invoke(lambda x: coroutine(x), 1) == (2, None)


def test_functions_run_in_threads_and_coroutines_on_the_loop() -> None:
    async def coroutine() -> int:
        return threading.get_ident()

    here = threading.get_ident()
    assert invoke(threading.get_ident)[0] != here
    assert invoke(coroutine)[0] == here


def test_what_a_handler_raises() -> None:
    class Context:
        code: Any = None
        details = ""

        def set_code(self, code: Any) -> None:
            self.code = code

        def set_details(self, details: str) -> None:
            self.details = details

    def wrong() -> None:
        raise ValueError("bad")

    context = Context()
    result, error = invoke(wrong, default="default", context=context)
    assert result == "default"
    assert isinstance(error, HookInvocationError)
    assert error.hook_name == "Hook"
    assert isinstance(error.original_error, ValueError)
    assert str(error) == "Hook raised ValueError: bad"
    assert context.code is grpc.StatusCode.INVALID_ARGUMENT
    assert context.details == str(error)


@pytest.mark.parametrize("raised", [SystemExit, KeyboardInterrupt, StopIteration])
def test_a_handler_cannot_end_the_process(raised: Any) -> None:
    def function() -> None:
        raise raised()

    async def coroutine() -> None:
        function()

    for handler in (function, coroutine):
        _, error = invoke(handler)
        assert isinstance(error.original_error, RuntimeError)


def test_a_late_coroutine_is_cancelled() -> None:
    seen: List[str] = []

    async def handler() -> None:
        try:
            await asyncio.sleep(SOON)
        except asyncio.CancelledError:
            seen.append("cancelled")
            raise

    async def run() -> Any:
        answer = await HookRunner().invoke(handler, hook_name="Hook", timeout=0.05)
        while not seen:
            await asyncio.sleep(0.01)
        return answer

    result, error = asyncio.run(asyncio.wait_for(run(), SOON))
    assert result is None
    assert isinstance(error, HookTimeoutError)
    assert (error.hook_name, error.timeout) == ("Hook", 0.05)
    assert str(error) == "Hook took longer than 0.05 s"
    assert error.where.startswith(__file__)
    assert error.where.endswith("in handler")


def test_a_late_function_sees_that_nobody_waits() -> None:
    ended = threading.Event()
    calls: List[HookCall] = []

    def handler() -> None:
        call = current_call()
        calls.append(call)
        call.on_cancel(ended.set)
        assert call.wait_cancelled(SOON)
        with pytest.raises(HookCancelledError, match="Hook was given up"):
            call.raise_if_cancelled()

    _, error = invoke(handler, timeout=0.05)
    assert isinstance(error, HookTimeoutError)
    assert ended.wait(SOON)
    (call,) = calls
    assert call.cancelled
    assert call.time_remaining() == 0
    again: List[int] = []
    call.on_cancel(lambda: again.append(1))
    assert again == [1]


def test_a_call_that_is_given_up_cancels_its_handler() -> None:
    for_coroutine, for_function = threading.Event(), threading.Event()

    async def coroutine() -> None:
        try:
            await asyncio.sleep(SOON)
        finally:
            for_coroutine.set()

    def function() -> None:
        if current_call().wait_cancelled(SOON):
            for_function.set()

    async def run() -> None:
        runner = HookRunner()
        for handler in (coroutine, function):
            task = asyncio.ensure_future(runner.invoke(handler, hook_name="Hook"))
            await asyncio.sleep(0.05)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
        while not (for_coroutine.is_set() and for_function.is_set()):
            await asyncio.sleep(0.01)

    asyncio.run(asyncio.wait_for(run(), SOON))


def test_the_call_is_known_to_its_handler_only() -> None:
    name: contextvars.ContextVar[str] = contextvars.ContextVar("name")
    name.set("outer")

    async def coroutine() -> Any:
        return current_call().hook_name, name.get()

    def function() -> Any:
        return current_call().hook_name, name.get()

    assert invoke(coroutine)[0] == invoke(function)[0] == ("Hook", "outer")
    with pytest.raises(RuntimeError, match="no hook is being handled here"):
        current_call()


@pytest.mark.parametrize("limit", [None, 5.0])
def test_the_time_that_is_left(limit: Optional[float]) -> None:
    call = HookCall("Hook", limit)
    remaining = call.time_remaining()
    assert remaining is None if limit is None else 0 < (remaining or 0) <= limit
    assert not call.cancelled
    call.raise_if_cancelled()
    assert "running" in repr(call)


def test_functions_run_at_the_same_time_within_bounds() -> None:
    barrier = threading.Barrier(3)
    release = threading.Event()

    async def run() -> None:
        runner = HookRunner(SOON, workers=2, waiting=1)
        results = [
            asyncio.ensure_future(runner.run(lambda: barrier.wait(SOON), (), "Hook", SOON))
            for _ in range(2)
        ]
        await asyncio.get_running_loop().run_in_executor(None, barrier.wait, SOON)
        await asyncio.gather(*results)

        runner = HookRunner(SOON, workers=2, waiting=1)
        waiting = [
            asyncio.ensure_future(runner.run(lambda: release.wait(SOON), (), "Hook", SOON))
            for _ in range(3)
        ]
        await asyncio.sleep(0)
        with pytest.raises(HookOverloadError, match="Hook: too many calls"):
            await runner.run(lambda: None, (), "Hook", SOON)
        release.set()
        assert await asyncio.gather(*waiting) == [True, True, True]
        # A thread is free again shortly after its result is there.
        while True:
            try:
                assert await runner.run(lambda: "again", (), "Hook", SOON) == "again"
                return
            except HookOverloadError:
                await asyncio.sleep(0.01)

    asyncio.run(asyncio.wait_for(run(), SOON))


def test_what_waits_too_long_for_a_thread_never_runs() -> None:
    release = threading.Event()
    ran: List[int] = []

    async def run() -> None:
        runner = HookRunner(SOON, workers=1)
        first = asyncio.ensure_future(runner.run(lambda: release.wait(SOON), (), "Hook", SOON))
        await asyncio.sleep(0)
        with pytest.raises(HookTimeoutError):
            await runner.run(lambda: ran.append(1), (), "Hook", 0.05)
        release.set()
        await first
        await runner.run(lambda: None, (), "Hook", SOON)

    asyncio.run(asyncio.wait_for(run(), SOON))
    assert ran == []


def test_coroutines_may_run_on_another_loop() -> None:
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        runner = HookRunner(SOON, loop=loop)

        async def coroutine() -> int:
            await asyncio.sleep(0)
            return threading.get_ident()

        assert asyncio.run(runner.run(coroutine, (), "Hook", SOON)) == thread.ident

        # A coroutine that blocks its loop does not block the caller's.
        release = threading.Event()

        async def blocks() -> None:
            release.wait(SOON)

        with pytest.raises(HookTimeoutError) as late:
            asyncio.run(runner.run(blocks, (), "Hook", 0.5))
        release.set()
        assert late.value.where.endswith("in blocks")
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


def test_a_process_ends_in_spite_of_a_handler_that_does_not() -> None:
    def handler() -> None:
        time.sleep(0.2)

    _, error = invoke(handler, timeout=0.01)
    assert isinstance(error, HookTimeoutError)
    assert all(t.daemon for t in threading.enumerate() if t.name.startswith("hook-"))


@pytest.mark.parametrize("limit", [0.05, 1.02])
def test_deadlines_that_are_shared_and_those_that_are_not(limit: float) -> None:
    async def forever() -> None:
        await asyncio.sleep(SOON)

    async def run() -> float:
        runner = HookRunner(SOON)
        began = time.monotonic()
        late = [runner.run(forever, (), "Hook", limit) for _ in range(3)]
        soon = runner.run(asyncio.sleep, (0, "done"), "Hook", limit)
        results = await asyncio.gather(*late, soon, return_exceptions=True)
        took = time.monotonic() - began
        assert [type(result) for result in results[:3]] == [HookTimeoutError] * 3
        assert results[3] == "done"
        return took

    assert limit <= asyncio.run(run()) < SOON


def test_coroutines_see_the_task_in_which_they_run() -> None:
    async def handler() -> bool:
        return await asyncio.wait_for(asyncio.sleep(0, asyncio.current_task() is not None), SOON)

    assert invoke(handler) == (True, None)


def test_many_calls_from_one_loop_to_another_get_their_own_answers() -> None:
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        runner = HookRunner(SOON, loop=loop)

        async def handler(number: int) -> int:
            if number % 3:
                await asyncio.sleep(0)
            return number

        async def run() -> List[int]:
            return list(
                await asyncio.gather(
                    *(
                        runner.run(handler if n % 2 else lambda x: x, (n,), "Hook", SOON)
                        for n in range(500)
                    )
                )
            )

        assert asyncio.run(run()) == list(range(500))
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
