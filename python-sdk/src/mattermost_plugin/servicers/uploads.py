"""Uploaded files, looked at by a plugin before they are stored."""

from __future__ import annotations

import inspect
from typing import Any, Awaitable, Callable, List, Protocol, Union

from mattermost_plugin._internal.http_streams import Incoming
from mattermost_plugin.servicers.http import BodyStream, Written


class _Sink(Protocol):
    def put(self, data: bytes, flush: bool, eager: bool) -> None: ...

    async def room(self) -> None: ...


class FileUpload:
    """The content of an uploaded file, and what shall be stored in its place.

    The content is read once: part by part with `for` or `async for` over `stream()`, in constant
    memory, or not at all. What is written replaces all of it; without any `write` it stays as it
    is. A handler may read and write in turns.

    Reading and writing raise `HookCancelledError` when the host waits no more.
    """

    def __init__(self, incoming: Incoming, sink: _Sink) -> None:
        self._incoming = incoming
        self._sink = sink
        self._streamed = False
        #: Whether something was written, be it nothing at all.
        self.replaced = False

    def stream(self) -> BodyStream:
        """Return the parts of the content as they come, each of 64 KiB at most."""
        if self._streamed:
            raise RuntimeError("the file's content is being read by an earlier stream()")
        self._streamed = True
        return BodyStream(self._incoming)

    def write(self, data: Union[bytes, str]) -> Written:
        """Write a part of the content to store instead, text as UTF-8; return its length in bytes.

        In a thread this waits while too much is on the way; a coroutine awaits what is returned. An
        empty part alone replaces the content by nothing.
        """
        part = data.encode() if isinstance(data, str) else bytes(data)
        self._sink.put(part, False, False)
        self.replaced = True
        return Written.of(part, self._sink)


class _Kept:
    """Keeps what is written."""

    def __init__(self) -> None:
        self.parts: List[bytes] = []

    def put(self, data: bytes, flush: bool, eager: bool) -> None:
        self.parts.append(data)

    async def room(self) -> None:
        """Return at once."""


def in_one_piece(handler: Callable[..., Any]) -> Callable[..., Any]:
    """Return a handler of FileWillBeUploaded that does what one of its stream form does.

    For hosts that know nothing of the latter.
    """

    def whole(context: Any, info: Any, content: bytes) -> Any:
        kept = _Kept()
        upload = FileUpload(Incoming(content, True), kept)
        result = handler(context, info, upload)
        if inspect.isawaitable(result):
            return _awaited(result, upload, kept)
        return _with_content(result, upload, kept)

    return whole


async def _awaited(result: Awaitable[Any], upload: FileUpload, kept: _Kept) -> Any:
    return _with_content(await result, upload, kept)


def _with_content(result: Any, upload: FileUpload, kept: _Kept) -> Any:
    if not upload.replaced:
        return result
    content = b"".join(kept.parts)
    if not content:
        raise ValueError("this host cannot replace the content of a file by nothing")
    return (*(result if isinstance(result, tuple) else (result,)), content)


__all__ = ["FileUpload"]
