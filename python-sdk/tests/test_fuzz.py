"""Frames from a host that are nearly right: a connection may end by them, and nothing else.

Mutations follow from their seed, which a failure names. The variable `KRAIT_FUZZ_SEEDS` has more of
them tried than the few that always are; what is found goes into `FOUND`.
"""

from __future__ import annotations

import asyncio
import logging
import os
import random
from typing import Any, List

import pytest
from lane import CALL, CANCEL, END, GOODBYE, MESSAGE, OPEN, Wire, frame, hello
from lane_example import POSTED, UPDATED, call, served, works
from support import use_wire

from mattermost_plugin._internal.lane.frames import BrokenLaneError, FrameReader
from mattermost_plugin.grpc import hooks_http_pb2, lane_pb2

SEEDS = int(os.environ.get("KRAIT_FUZZ_SEEDS", "150"))
CONNECTIONS = 25

#: Seeds of which something has come once.
FOUND: List[int] = []

_OPEN = lane_pb2.Open(method="mattermost.pluginapi.v1.PluginHooks/ServeHTTP")
_REQUEST = hooks_http_pb2.ServeHTTPRequest(
    init={"method": "POST", "url": "/echo", "headers": [{"key": "A", "values": ["b"]}]},
    body_chunk=b"body",
    body_complete=True,
).SerializeToString()

CONVERSATIONS = [
    hello() + frame(CALL, call(1, POSTED, "a")) + frame(CALL, call(2, POSTED, "b", 1000)),
    hello(group="threads") + frame(CALL, call(1, UPDATED, "a")),
    hello(group="control") + frame(CALL, lane_pb2.Call(id=1, method="grpc.health.v1.Health/Check")),
    hello()
    + frame(CALL, call(1, POSTED, "wait"))
    + frame(CANCEL, lane_pb2.Cancel(id=1))
    + frame(GOODBYE, lane_pb2.Goodbye()),
    hello(lane_pb2.USE_STREAMS)
    + frame(OPEN, _OPEN)
    + frame(MESSAGE, _REQUEST)
    + frame(END, lane_pb2.End()),
]


def mutated(seed: int) -> bytes:
    """Return a conversation with some bytes changed, lost, doubled or put in."""
    chance = random.Random(seed)
    data = bytearray(chance.choice(CONVERSATIONS))
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data))
        kind = chance.randrange(5)
        if kind == 0:
            data[at] = chance.randrange(256)
        elif kind == 1:
            data[at] ^= 1 << chance.randrange(8)
        elif kind == 2 and len(data) > 20:
            del data[at : at + chance.randint(1, 8)]
        elif kind == 3:
            data[at:at] = data[at : at + chance.randint(1, 40)]
        else:
            data[at:at] = chance.choice([b"\0", b"\xff" * 4, b"\x80" * 10, b"\0\0\0\1"])
    return bytes(data)


def test_nothing_that_a_host_sends_harms_anybody_else(caplog: Any) -> None:
    use_wire("lane")
    caplog.set_level(logging.ERROR)

    async def converse(target: str, seed: int) -> None:
        connection = await Wire.connect(target)
        connection.writer.write(mutated(seed))
        connection.writer.write_eof()
        # Until it ends, or is known to wait for more: what matters is how others fare.
        while True:
            try:
                data = await asyncio.wait_for(connection.reader.read(1 << 16), 0.2)
            except (asyncio.TimeoutError, ConnectionError):
                break
            if not data:
                break
        await connection.close()

    async def test(target: str, plugin: Any) -> None:
        seeds = FOUND + list(range(SEEDS))
        for begin in range(0, len(seeds), CONNECTIONS):
            some = seeds[begin : begin + CONNECTIONS]
            await asyncio.gather(*(converse(target, seed) for seed in some))
            assert await works(target), f"one of the seeds {some}"
            unexpected = [
                record.getMessage() for record in caplog.records if record.exc_info is not None
            ]
            assert unexpected == [], f"one of the seeds {some}"

    try:
        served(test)
    finally:
        use_wire("grpc")


@pytest.mark.parametrize("piece", [1, 2, 3, 7, 64])
def test_how_frames_are_cut_says_nothing(piece: int) -> None:
    for seed in FOUND + list(range(SEEDS * 10)):
        data = mutated(seed)
        assert seen(data, piece) == seen(data, len(data)), f"seed {seed}"


def seen(data: bytes, piece: int) -> List[Any]:
    reader = FrameReader(1 << 16)
    frames: List[Any] = []
    try:
        for at in range(0, len(data), piece):
            for kind, payload in reader.feed(data[at : at + piece]):
                frames.append((kind, bytes(payload)))
    except BrokenLaneError as broken:
        frames.append(str(broken))
    return frames
