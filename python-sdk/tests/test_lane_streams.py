"""Streams on the lane, one after another on a connection."""

from __future__ import annotations

import asyncio
import contextlib
import os
from typing import Any, Optional

import pytest
from lane import ANSWER, CALL, END, MESSAGE, OPEN, WELCOME, Wire, frame, hello
from lane_example import (
    HOOKS,
    POSTED,
    SOON,
    UPDATED,
    Example,
    call,
    is_closed,
    open_stream,
    request_of,
    rest_of,
    served,
    text_of,
)

from mattermost_plugin._internal.lane import stream_connection
from mattermost_plugin.grpc import lane_pb2
from mattermost_plugin.grpc.hooks_http_pb2 import ServeHTTPRequest

pytestmark = pytest.mark.usefixtures("on_lane")


def test_streams_follow_one_another_on_a_connection() -> None:
    async def test(target: str, plugin: Example) -> None:
        connection: Optional[Wire] = None
        for size in (0, 1, 70_000, 600_000):
            connection = await open_stream(target, "/echo", connection)
            body = os.urandom(size)
            for at in range(0, size, 300_000):
                connection.send(MESSAGE, ServeHTTPRequest(body_chunk=body[at : at + 300_000]))
            connection.send(MESSAGE, ServeHTTPRequest(body_complete=True))
            connection.send(END, lane_pb2.End())
            assert await rest_of(connection) == body
        assert connection is not None
        connection.send(OPEN, lane_pb2.Open(method="not/There"))
        got = await connection.next()
        assert got is not None and got[1].status == 12
        connection.send(MESSAGE, b"\xff\xff")
        connection.send(END, lane_pb2.End())
        connection.send(OPEN, lane_pb2.Open(method=HOOKS + UPDATED))
        connection.send(MESSAGE, request_of(UPDATED, "one message"))
        connection.send(END, lane_pb2.End())
        got = await connection.next()
        assert got is not None and got[0] == MESSAGE
        assert text_of(lane_pb2.Answer(response=got[1])) == "ONE MESSAGE"
        got = await connection.next()
        assert got is not None and got[0] == END and got[1].status == 0
        await connection.close()

    served(test)


def test_what_comes_after_an_early_answer_is_thrown_away_but_not_for_ever() -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await open_stream(target, "/early")
        assert await rest_of(connection) == b"enough"
        for _ in range(3):
            connection.send(MESSAGE, ServeHTTPRequest(body_chunk=b"x" * 1_000_000))
        connection.send(END, lane_pb2.End())
        await open_stream(target, "/early", connection)
        assert await rest_of(connection) == b"enough"
        with contextlib.suppress(ConnectionError):
            for _ in range(8):
                connection.send(MESSAGE, ServeHTTPRequest(body_chunk=b"x" * 1_000_000))
                await connection.writer.drain()
        assert await is_closed(connection)
        await connection.close()

    served(test)


def test_a_host_that_goes_while_nobody_reads_is_noticed(monkeypatch: Any) -> None:
    monkeypatch.setattr(stream_connection, "_WRITES_EVERY", 0.01)

    async def test(target: str, plugin: Example) -> None:
        connection = await open_stream(target, "/hold")
        chunk = frame(MESSAGE, ServeHTTPRequest(body_chunk=b"x" * 100_000))
        sent = 0
        with contextlib.suppress(asyncio.TimeoutError):
            while sent < 100:
                connection.writer.write(chunk)
                await asyncio.wait_for(connection.writer.drain(), 0.2)
                sent += 1
        assert sent < 100  # Nobody reads, so nobody can send.
        connection.writer.transport.abort()
        assert await asyncio.to_thread(plugin.cancelled.wait, SOON)

    served(test)


def test_a_stream_ends_at_its_time() -> None:
    async def test(target: str, plugin: Example) -> None:
        connection = await Wire.connect(target)
        connection.writer.write(hello(lane_pb2.USE_STREAMS))
        await connection.next()
        connection.send(OPEN, lane_pb2.Open(method=HOOKS + "ServeHTTP", timeout_millis=50))
        got = await connection.next()
        assert got is not None and got[0] == END and got[1].status == 4
        await connection.close()

    served(test)


def test_a_host_that_does_not_read_its_answers_is_not_read_from() -> None:
    async def test(target: str, plugin: Example) -> None:
        for group, method in (("", POSTED), ("threads", UPDATED)):
            connection = await Wire.connect(target)
            connection.writer.write(hello(group=group))
            assert (await connection.next() or (0,))[0] == WELCOME
            connection.writer.transport.pause_reading()  # type: ignore[attr-defined]
            one = call(1, method, "x" * 50_000)
            number = 0
            with contextlib.suppress(asyncio.TimeoutError):
                while number < 20_000:
                    number += 1
                    one.id = number
                    connection.send(CALL, one)
                    await asyncio.wait_for(connection.writer.drain(), 0.5)
            assert number < 20_000
            connection.writer.transport.resume_reading()  # type: ignore[attr-defined]
            for _ in range(number):
                got = await connection.next()
                assert got is not None and got[0] == ANSWER and got[1].status == 0
            await connection.close()

    served(test)
