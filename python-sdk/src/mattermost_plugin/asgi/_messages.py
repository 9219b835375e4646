"""What is sent between an application and its server, as ASGI has it."""

from __future__ import annotations

import functools
import urllib.parse
from typing import Any, Awaitable, Callable, Dict, Iterable, List, MutableMapping, Tuple

from mattermost_plugin.grpc import hooks_http_pb2

Headers = List[Tuple[bytes, bytes]]
Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Any, Any, Any], Awaitable[None]]


class ClientGoneError(OSError):
    """The client to which an application sends is gone."""


def unquoted(path: str) -> str:
    """Return a path as people write it."""
    return urllib.parse.unquote(path) if "%" in path else path


def version(major: int, minor: int) -> str:
    """Return a version of HTTP as ASGI names it."""
    if major > 1:
        return str(major)
    return f"1.{minor}" if major else "1.1"


@functools.lru_cache(maxsize=256)
def _name(name: str) -> bytes:
    return name.lower().encode()


def headers_of(request: Any, named: Iterable[Tuple[str, Iterable[str]]]) -> Headers:
    """Return headers as ASGI has them; `request` is as in `Side._scope`."""
    headers = [
        (lower, value.encode())
        for name, values in named
        if (lower := _name(name)) != b"transfer-encoding"
        for value in values
    ]
    names = {name for name, _ in headers}
    if b"host" not in names and request.host:
        headers.insert(0, (b"host", request.host.encode()))
    if b"content-length" not in names and request.content_length > 0:
        headers.append((b"content-length", str(request.content_length).encode()))
    return headers


def text_of(value: Any) -> str:
    """Return a header's name or value as the wire has it."""
    # The wire has texts where HTTP has bytes.
    if isinstance(value, str):
        return value
    try:
        return str(value, "utf-8")
    except UnicodeDecodeError:
        return str(value, "latin-1")


def whole_answer(start: Message, body: bytes) -> hooks_http_pb2.ServeHTTPResponse:
    """Return an answer that is one message."""
    answer = hooks_http_pb2.ServeHTTPResponse(body_chunk=bytes(body), body_complete=True)
    init = answer.init
    init.status_code = int(start["status"])
    add = init.headers.add
    seen: Dict[str, Any] = {}
    for name, value in start.get("headers", ()):
        key = text_of(name)
        lower = key.lower()
        if lower in seen:
            seen[lower].values.append(text_of(value))
        else:
            seen[lower] = add(key=key, values=(text_of(value),))
    return answer
