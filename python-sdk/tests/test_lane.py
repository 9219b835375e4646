"""A plugin that is served on the lane, by frames as a host sends them and by others."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from lane import ANSWER, CALL, END, WELCOME, CallsWire, Wire, frame, hello
from lane_example import (
    CREATED,
    HEALTH,
    HOOKS,
    POSTED,
    SOON,
    UPDATED,
    Example,
    call,
    is_closed,
    lines,
    served,
    text_of,
    until,
    works,
)

from mattermost_plugin._internal.lane import server as lane_server
from mattermost_plugin.grpc import lane_pb2

pytestmark = pytest.mark.usefixtures("on_lane")


def test_the_greeting_names_the_groups() -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await CallsWire.connect(target)
        assert connection.groups == {
            HEALTH: "control",
            "plugin.GRPCController/Shutdown": "control",
            HOOKS + UPDATED: "threads",
            HOOKS + CREATED: "threads",
        }
        await connection.close()

    served(test)


@pytest.mark.parametrize(
    ("first", "status"),
    [
        (hello(version=0), 9),
        (hello(use=lane_pb2.USE_UNSPECIFIED), 3),
        (hello(group="nobody"), 5),
    ],
)
def test_who_asks_for_what_there_is_not_is_told_so(first: bytes, status: int, caplog: Any) -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await Wire.connect(target)
        connection.writer.write(first)
        got = await connection.next()
        assert got is not None and got[0] == END
        assert got[1].status == status and got[1].status_text
        assert await is_closed(connection)
        assert await works(target)
        await connection.close()

    served(test)
    assert len(lines(caplog)) == 1


def test_a_newer_host_is_answered_in_the_version_that_is_spoken_here() -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await Wire.connect(target)
        connection.writer.write(hello(version=7))
        got = await connection.next()
        assert got is not None and got[0] == WELCOME and got[1].version == 1
        await connection.close()

    served(test)


def test_silence_is_not_waited_for(monkeypatch: Any, caplog: Any) -> None:
    monkeypatch.setattr(lane_server, "BEGINS_WITHIN", 0.05)

    async def test(target: str, plugin: Example) -> None:
        silent, half = await Wire.connect(target), await Wire.connect(target)
        half.writer.write(hello()[:-1])
        assert await is_closed(silent)
        assert await is_closed(half)
        assert await works(target)
        await silent.close()
        await half.close()

    served(test)
    assert lines(caplog) == ["a connection of the lane is closed: it says nothing"] * 2


GARBAGE = {
    "text": b"GET / HTTP/1.1\r\n\r\n",
    "nothing": b"\0\0\0\0\0",
    "endless": b"\xff\xff\xff\xff" + bytes([CALL]),
    "unknown": frame(99, b"x"),
    "answer": frame(ANSWER, lane_pb2.Answer(id=1)),
    "no message": frame(CALL, b"\xff\xff\xff"),
}


@pytest.mark.parametrize("garbage", GARBAGE)
@pytest.mark.parametrize("begun", ["", "calls", "threads", "control", "streams"])
def test_garbage_costs_the_connection_on_which_it_comes(
    garbage: str, begun: str, caplog: Any
) -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await Wire.connect(target)
        if begun:
            use = lane_pb2.USE_STREAMS if begun == "streams" else lane_pb2.USE_CALLS
            group = begun if begun in ("threads", "control") else ""
            connection.writer.write(hello(use, group))
            assert (await connection.next() or (0,))[0] == WELCOME
        connection.writer.write(GARBAGE[garbage])
        assert await is_closed(connection)
        await connection.close()
        assert await works(target)

    served(test)
    (line,) = lines(caplog)
    assert line.startswith("a connection of the lane is closed: it has ")


@pytest.mark.parametrize("group", ["", "threads", "control"])
def test_half_a_frame_is_no_call(group: str, caplog: Any) -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await CallsWire.connect(target, group)
        connection.wire.writer.write(frame(CALL, call(1, CREATED, "half"))[:-1])
        await connection.close()
        assert await works(target)
        await until(lambda: lines(caplog))
        assert plugin.seen == []

    served(test)
    (line,) = lines(caplog)
    assert "in the middle of a frame" in line


@pytest.mark.parametrize("method", [POSTED, UPDATED])
def test_frames_may_be_cut_anywhere(method: str) -> None:
    async def test(target: str, plugin: Example) -> None:
        group = "threads" if method == UPDATED else ""
        connection = await Wire.connect(target)
        data = (
            hello(group=group)
            + frame(CALL, call(1, method, "a"))
            + frame(CALL, call(2, method, "b"))
        )
        for at in range(len(data)):
            connection.writer.write(data[at : at + 1])
            await connection.writer.drain()
            await asyncio.sleep(0)
        assert (await connection.next() or (0,))[0] == WELCOME
        answers = [await connection.next() for _ in range(2)]
        assert sorted(text_of(got[1]) for got in answers if got) == ["A", "B"]
        await connection.close()

    served(test)


def test_two_calls_with_one_number_break_the_protocol(caplog: Any) -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await CallsWire.connect(target)
        connection.begin(call(1, POSTED, "wait"), call(1, POSTED, "wait"))
        await asyncio.wait_for(connection.ended.wait(), SOON)
        await connection.close()
        assert await works(target)

    served(test)
    assert lines(caplog) == [
        "a connection of the lane is closed: it has two calls with the number 1"
    ]


# Calls
