"""Frames: all that goes over the sockets of the lane."""

from __future__ import annotations

import struct
from typing import Any, Callable, Iterator, List, Optional, Tuple

from mattermost_plugin._internal.channels import MESSAGE_LIMIT
from mattermost_plugin.grpc import lane_pb2

HELLO = int(lane_pb2.KIND_HELLO)
WELCOME = int(lane_pb2.KIND_WELCOME)
CALL = int(lane_pb2.KIND_CALL)
ANSWER = int(lane_pb2.KIND_ANSWER)
CANCEL = int(lane_pb2.KIND_CANCEL)
GOODBYE = int(lane_pb2.KIND_GOODBYE)
OPEN = int(lane_pb2.KIND_OPEN)
MESSAGE = int(lane_pb2.KIND_MESSAGE)
END = int(lane_pb2.KIND_END)
STILL_THERE = int(lane_pb2.KIND_STILL_THERE)

#: The longest frame: the largest message and what is around it.
FRAME_LIMIT = MESSAGE_LIMIT + 64 * 1024

#: Seconds in which a connection has to begin, on both sides.
BEGINS_WITHIN = 10.0

#: Length and kind, with which a frame begins.
HEAD = struct.Struct(">IB")


class BrokenLaneError(Exception):
    """The other side does not keep to the protocol; the connection is of no use any more."""


def frame(kind: int, message: Any) -> bytes:
    """Return a whole frame with a message of the lane."""
    payload: bytes = message.SerializeToString()
    return HEAD.pack(len(payload) + 1, kind) + payload


#: A whole frame each, as they have nothing in them.
GOODBYE_FRAME = frame(GOODBYE, lane_pb2.Goodbye())
STILL_THERE_FRAME = HEAD.pack(1, STILL_THERE)


def parsed(message: Any, payload: bytes) -> Any:
    """Return the message of class `message` that a frame carries."""
    try:
        return message.FromString(payload)
    except Exception as error:
        raise BrokenLaneError(f"a frame that is no {message.DESCRIPTOR.name}: {error}") from None


class FrameReader:
    """Cuts what comes from a socket into frames, of which it may be any part.

    Memory grows with what has come, not with what a length promises.
    """

    __slots__ = ("_kind", "_limit", "_missing", "_parts", "_rest")

    def __init__(self, limit: int = FRAME_LIMIT) -> None:
        self._limit = limit
        # Less than the head of a frame.
        self._rest = b""
        # The frame that is incomplete, without its head, and how much of it has not come.
        self._kind = 0
        self._parts: List[Any] = []
        self._missing = 0

    @property
    def halfway(self) -> bool:
        """Whether a frame has begun and not ended."""
        return bool(self._missing or self._rest)

    def feed(self, data: bytes) -> Iterator[Tuple[int, Any]]:
        """Yield kind and payload of each frame that is complete with `data` and says something.

        Raises `BrokenLaneError` at a frame whose length is beyond the bounds.
        """
        at, end = 0, len(data)
        if self._missing:
            if end < self._missing:
                self._parts.append(data)
                self._missing -= end
                return
            at = self._missing
            self._parts.append(memoryview(data)[:at])
            self._missing = 0
            parts, self._parts = self._parts, []
            yield self._kind, self._joined(parts)
        elif self._rest:
            data, self._rest = self._rest + data, b""
            end = len(data)
        whole = self._whole
        while end - at >= 5:
            length, kind = HEAD.unpack_from(data, at)
            if not 0 < length <= self._limit:
                raise BrokenLaneError(f"a frame with a length of {length} bytes")
            start, at = at + 5, at + 4 + length
            if kind == STILL_THERE and length == 1:
                continue
            if at > end:
                self._kind = kind
                self._missing = at - end
                self._parts = self._begun(kind, memoryview(data)[start:], length - 1)
                return
            yield kind, data[start:at] if whole is None else whole(kind, data, start, at)
        self._rest = data[at:]

    #: Makes payloads of whole frames, where it is not simply what stands there.
    _whole: Optional[Callable[[int, bytes, int, int], Any]] = None

    def _begun(self, kind: int, part: memoryview, size: int) -> List[Any]:
        return [part]

    def _joined(self, parts: List[Any]) -> Any:
        return b"".join(parts)
