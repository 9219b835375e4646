"""Tests of the plugin without a server."""

from __future__ import annotations

import asyncio

from plugin import LiveCounter

from mattermost_plugin import HookName
from mattermost_plugin.models import Post
from mattermost_plugin.testing import AsyncHTTPAnswer, PluginHarness

SOON = 30.0


def event(count: int) -> bytes:
    return b'id: %d\ndata: {"count": %d}\n\n' % (count, count)


async def next_of(answer: AsyncHTTPAnswer) -> bytes:
    return await asyncio.wait_for(answer.__anext__(), SOON)


def test_events_arrive_one_by_one() -> None:
    with PluginHarness(LiveCounter) as host:
        with host.stream("GET", "/events") as answer:
            assert answer.header("Content-Type") == "text/event-stream"
            assert next(answer) == event(0)
            for number in (1, 2, 3):
                host.call(HookName.MessageHasBeenPosted, Post(message="hi"))
                assert next(answer) == event(number)
        assert host.api.stored == {"posted": b"3"}


def test_who_left_is_forgotten() -> None:
    async def work() -> None:
        async with PluginHarness(LiveCounter) as host:
            async with host.astream("GET", "/events") as answer:
                assert await next_of(answer) == event(0)
                assert len(host.plugin.watching) == 1
            while host.plugin.watching:
                await asyncio.sleep(0)

    asyncio.run(asyncio.wait_for(work(), SOON))


def test_silence_is_broken_by_signs_of_life() -> None:
    with PluginHarness(LiveCounter) as host:
        host.plugin.patience = 0.01
        with host.stream("GET", "/events") as answer:
            assert [next(answer) for _ in range(3)] == [event(0), *[b": still there\n\n"] * 2]


def test_who_polls_waits_for_more() -> None:
    async def work() -> None:
        async with PluginHarness(LiveCounter) as host:
            assert await ask(host, "/wait") == (200, b'{"count": 0}')
            waiting = asyncio.ensure_future(ask(host, "/wait?after=0"))
            while not host.plugin.watching:
                await asyncio.sleep(0)
            await host.acall(HookName.MessageHasBeenPosted, Post(message="hi"))
            assert await waiting == (200, b'{"count": 1}')
            host.plugin.patience = 0.01
            assert await ask(host, "/wait?after=1") == (204, b"")

    async def ask(host: PluginHarness[LiveCounter], url: str) -> object:
        async with host.astream("GET", url) as answer:
            return answer.status, await answer.read()

    asyncio.run(asyncio.wait_for(work(), SOON))


def test_the_page_and_what_there_is_not() -> None:
    with PluginHarness(LiveCounter) as host:
        assert 'new EventSource("events")' in host.request("GET", "/").text
        assert host.request("GET", "/other").status == 404
        assert host.request("GET", "/wait?after=x").status == 400
        answer = host.request("POST", "/events")
        assert (answer.status, answer.header("Allow")) == (405, "GET, HEAD")


def test_the_count_goes_on_after_a_restart() -> None:
    with PluginHarness(LiveCounter) as host:
        host.api.stored["posted"] = b"41"
        host.activate()
        assert host.request("GET", "/wait").json() == {"count": 41}
