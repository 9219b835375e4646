"""What comes from a socket, cut into frames."""

from __future__ import annotations

from typing import Any, List, Tuple

import pytest
from lane import CALL, MESSAGE, frame

from mattermost_plugin._internal.lane.chunks import (
    Chunk,
    ChunkReader,
    message_frame,
    tag_of,
)
from mattermost_plugin._internal.lane.frames import FRAME_LIMIT, BrokenLaneError, FrameReader
from mattermost_plugin._internal.lane.pace import Pace
from mattermost_plugin.grpc.hooks_extension_pb2 import StreamedUploadRequest, StreamedUploadResponse
from mattermost_plugin.grpc.hooks_http_pb2 import ServeHTTPRequest, ServeHTTPResponse

BODIES = [ServeHTTPRequest, ServeHTTPResponse, StreamedUploadRequest, StreamedUploadResponse]


def fed(reader: FrameReader, *parts: bytes) -> List[Tuple[int, Any]]:
    return [got for part in parts for got in reader.feed(part)]


def test_frames_are_the_same_however_they_are_cut() -> None:
    data = frame(1, b"") + frame(2, b"a") + frame(10, b"") + frame(3, b"bcd" * 5)
    whole = [(1, b""), (2, b"a"), (3, b"bcd" * 5)]
    for first in range(len(data) + 1):
        for second in range(first, len(data) + 1):
            reader = FrameReader()
            assert fed(reader, data[:first], data[first:second], data[second:]) == whole
            assert not reader.halfway
    reader = FrameReader()
    assert fed(reader, *(data[at : at + 1] for at in range(len(data)))) == whole


def test_a_part_of_a_frame_is_halfway() -> None:
    data = frame(CALL, b"abc")
    for end in range(1, len(data)):
        reader = FrameReader()
        assert fed(reader, data[:end]) == []
        assert reader.halfway


@pytest.mark.parametrize("length", [0, FRAME_LIMIT + 1, 2**32 - 1])
def test_lengths_have_bounds(length: int) -> None:
    with pytest.raises(BrokenLaneError, match=f"a length of {length} bytes"):
        fed(FrameReader(), length.to_bytes(4, "big") + b"\x03")
    assert fed(FrameReader(), FRAME_LIMIT.to_bytes(4, "big") + b"\x03") == []


def read(kind: Any, payload: Any) -> Any:
    """The message that a payload is."""
    if isinstance(payload, Chunk):
        return kind(body_chunk=payload.body_chunk)
    return kind.FromString(payload)


@pytest.mark.parametrize("kind", BODIES)
@pytest.mark.parametrize("size", [0, 1, 127, 128, 5000, 16383, 16384, 300_000])
def test_parts_of_bodies_are_what_protobuf_makes_of_them(kind: Any, size: int) -> None:
    chunk, tag = b"x" * size, tag_of(kind)
    alone = kind(body_chunk=chunk)

    # As protobuf writes them, read by hand.
    data = frame(MESSAGE, alone)
    for cut in {*range(min(len(data), 16)), len(data) // 2, len(data) - 1, len(data)}:
        reader = ChunkReader()
        reader.tag = tag
        ((number, payload),) = fed(reader, data[:cut], data[cut:])
        assert number == MESSAGE
        assert read(kind, payload) == alone
        if size and (cut >= 16 or cut in (0, len(data))):
            assert isinstance(payload, Chunk)

    # Written by hand, as protobuf reads them.
    for message in (alone, Chunk(chunk)):
        written = b"".join(message_frame(message, tag))
        ((number, payload),) = fed(FrameReader(), written)
        assert kind.FromString(payload) == kind(body_chunk=chunk)


def test_what_stands_besides_a_part_is_kept() -> None:
    rest = ServeHTTPResponse(flush=True, body_complete=True)
    rest.init.status_code = 201
    pieces = message_frame(Chunk(b"x" * 10_000, rest), tag_of(ServeHTTPResponse))
    assert len(pieces) == 2 and len(pieces[1]) == 10_000
    expected = ServeHTTPResponse(body_chunk=b"x" * 10_000)
    expected.MergeFrom(rest)
    reader = ChunkReader()
    reader.tag = tag_of(ServeHTTPResponse)
    ((_, payload),) = fed(reader, b"".join(pieces))
    assert ServeHTTPResponse.FromString(payload) == expected


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"\x12",
        b"\x12\x80",
        b"\x12\x02a",
        b"\x12\x01ab",
        b"\x12\xff\xff\xff\xff\xff\xff\x01a",
        b"\x12\x01a\x18\x01",
        b"\x0a\x00\x12\x01a",
    ],
)
def test_what_is_not_a_part_alone_is_left_to_protobuf(payload: bytes) -> None:
    reader = ChunkReader()
    reader.tag = tag_of(ServeHTTPRequest)
    data = frame(MESSAGE, payload)
    for cut in range(len(data) + 1):
        assert fed(reader, data[:cut], data[cut:]) == [(MESSAGE, payload)]


def test_a_method_is_quick_when_it_was_some_times_and_slow_at_once() -> None:
    pace = Pace()
    for _ in range(4):
        assert not pace.quick
        pace.took(0.00001)
    assert pace.quick
    pace.took(0.01)
    assert not pace.quick
    for _ in range(15):
        pace.took(0.00001)
    assert not pace.quick
    pace.took(0.00001)
    assert pace.quick
    for _ in range(20):
        pace.took(0.0005)
    assert not pace.quick
