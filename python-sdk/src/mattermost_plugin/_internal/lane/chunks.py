"""Parts of bodies, which pass through here without a detour through protobuf.

In a message with a part of a body the part is nearly all there is. Taken out and put in by hand it
is copied once in each direction, and not three times. Fields may stand in any order on the wire, so
what else a message has stands before its part.
"""

from __future__ import annotations

from typing import Any, List, Sequence

from mattermost_plugin._internal.lane.frames import HEAD, MESSAGE, FrameReader, frame

_FIELD = "body_chunk"
_BYTES = 2  # The wire type of what has a length.

# Parts that are shorter, as a rule, are copied sooner than they are written by themselves.
_WORTH_IT = 4096


class Chunk:
    """A message with a part of a body.

    Attributes:
        body_chunk: the part.
        rest: the message without its part; None where it has nothing else.
        more: what follows in the same part, where it is to be sent and was put together.
    """

    __slots__ = ("body_chunk", "more", "rest")

    body_complete = False

    def __init__(self, body_chunk: bytes, rest: Any = None, more: Sequence[bytes] = ()) -> None:
        self.body_chunk = body_chunk
        self.rest = rest
        self.more = more

    def HasField(self, name: str) -> bool:  # noqa: N802 - protobuf's name
        """Return whether a message that came has a field besides its part, which it has not."""
        return False


def tag_of(message: Any) -> int:
    """Return the byte before a part of a body in messages of a class, 0 where they have none."""
    field = message.DESCRIPTOR.fields_by_name.get(_FIELD)
    return 0 if field is None else field.number << 3 | _BYTES


def message_frame(message: Any, tag: int) -> List[bytes]:
    """Return the frame of a message of a stream, in pieces to be written in a row.

    Args:
        message: the message, or a `Chunk`.
        tag: what stands before a part of a body, see `tag_of`.
    """
    if not isinstance(message, Chunk):
        return [frame(MESSAGE, message)]
    chunk = message.body_chunk
    size = len(chunk) + sum(map(len, message.more))
    rest: bytes = b"" if message.rest is None else message.rest.SerializeToString()
    rest += bytes((tag,)) + _varint(size)
    head = HEAD.pack(len(rest) + size + 1, MESSAGE) + rest
    pieces = [head, chunk, *message.more]
    return pieces if size >= _WORTH_IT * (len(pieces) - 1) else [b"".join(pieces)]


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


def _start_of_lone_chunk(data: Any, tag: int, size: int) -> int:
    """Return where the part of a body begins that fills a message to its end, 0 if none does.

    Args:
        data: the beginning of the message, or all of it.
        tag: what stands before the part.
        size: the length of the message.
    """
    if not data or data[0] != tag:
        return 0
    length = shift = 0
    for at in range(1, min(len(data), 6)):
        byte = data[at]
        length |= (byte & 127) << shift
        if byte < 128:
            return at + 1 if length == size - at - 1 else 0
        shift += 7
    return 0


class ChunkReader(FrameReader):
    """Cuts what comes into frames, and takes parts of bodies out of those that have nothing else.

    The payload of such a frame is a `Chunk`, that of any other one bytes.

    Attributes:
        tag: what stands before a part, see `tag_of`; 0 where nothing is to be taken out.
    """

    __slots__ = ("_chunk", "tag")

    def __init__(self) -> None:
        super().__init__()
        self.tag = 0
        self._chunk = False

    def _whole(self, kind: int, data: bytes, start: int, stop: int) -> Any:
        if kind == MESSAGE and self.tag and data[start : start + 1] == bytes((self.tag,)):
            begin = _start_of_lone_chunk(data[start : start + 6], self.tag, stop - start)
            if begin:
                return Chunk(data[start + begin : stop])
        return data[start:stop]

    def _begun(self, kind: int, part: memoryview, size: int) -> List[Any]:
        begin = _start_of_lone_chunk(part, self.tag, size) if kind == MESSAGE and self.tag else 0
        self._chunk = begin > 0
        return [part[begin:]]

    def _joined(self, parts: List[Any]) -> Any:
        whole = b"".join(parts)
        return Chunk(whole) if self._chunk else whole
