"""HTTP requests to a plugin, and its answers."""

from __future__ import annotations

import dataclasses
import logging
import threading
from typing import Any, Callable, Dict, Iterator, List, Optional, Sequence, Tuple, Union

from mattermost_plugin._internal.current_call import HookCall
from mattermost_plugin.grpc import hooks_http_pb2
from mattermost_plugin.models import PluginContext

_logger = logging.getLogger(__name__)

#: The longest part of a body in one message.
CHUNK = 64 * 1024

# How much of an answer may wait for the host before a handler in a thread has to wait too.
_AHEAD = 1024 * 1024

Write = Tuple[bytes, bool]


@dataclasses.dataclass
class HTTPRequest:
    """A request to the plugin; `url` begins at the plugin's own root."""

    method: str = ""
    url: str = ""
    proto: str = ""
    proto_major: int = 0
    proto_minor: int = 0
    headers: Dict[str, List[str]] = dataclasses.field(default_factory=dict)
    host: str = ""
    remote_addr: str = ""
    request_uri: str = ""
    content_length: int = 0
    plugin_context: Optional[PluginContext] = None
    body: bytes = b""

    def get_header(self, name: str, default: str = "") -> str:
        """Return a header's first value; case does not matter."""
        values = self.get_all_headers(name)
        return values[0] if values else default

    def get_all_headers(self, name: str) -> List[str]:
        """Return all values of a header; case does not matter."""
        wanted = name.lower()
        return [v for key, values in self.headers.items() if key.lower() == wanted for v in values]

    @classmethod
    def from_init(cls, init: Any, body: bytes) -> HTTPRequest:
        """Return the request that begins with `init`."""
        headers: Dict[str, List[str]] = {}
        for header in init.headers:
            headers.setdefault(header.key, []).extend(header.values)
        return cls(
            method=init.method,
            url=init.url,
            proto=init.proto,
            proto_major=init.proto_major,
            proto_minor=init.proto_minor,
            headers=headers,
            host=init.host,
            remote_addr=init.remote_addr,
            request_uri=init.request_uri,
            content_length=init.content_length,
            plugin_context=PluginContext.from_proto(init.plugin_context),
            body=body,
        )


class HTTPResponseWriter:
    """Takes the answer to a request.

    What is written goes to the host with `flush`, when it is 64 KiB or more, and at the end.

    Attributes:
        headers: each header's values; settled by the first `write_header` or `write`.
        status_code: 200 unless `write_header` says something else.
    """

    def __init__(self, send: Optional[Callable[[List[Write]], None]] = None) -> None:
        self.headers: Dict[str, Union[str, List[str]]] = {}
        self.status_code = 200
        self._send = send
        self._settled = False
        self._pending: List[Write] = []
        self._size = 0
        self._flush_next = False

    def set_header(self, name: str, value: str) -> None:
        """Give a header this one value."""
        if self._may_change(name):
            self._remove(name)
            self.headers[name] = [value]

    def add_header(self, name: str, value: str) -> None:
        """Give a header one more value."""
        if self._may_change(name):
            for key, values in self.headers.items():
                if key.lower() == name.lower():
                    self.headers[key] = [*_values(values), value]
                    return
            self.headers[name] = [value]

    def _may_change(self, name: str) -> bool:
        if self._settled:
            _logger.warning("the header %s comes too late: the answer has begun", name)
        return not self._settled

    def _remove(self, name: str) -> None:
        for key in [key for key in self.headers if key.lower() == name.lower()]:
            del self.headers[key]

    def write_header(self, status_code: int) -> None:
        """Settle status and headers."""
        if self._settled:
            _logger.warning("the status %s comes too late: the answer has begun", status_code)
            return
        self._settled = True
        self.status_code = status_code

    def write(self, data: Union[bytes, str]) -> int:
        """Write a part of the body, text as UTF-8; return how many bytes it has."""
        self._settled = True
        part = data.encode() if isinstance(data, str) else bytes(data)
        self._pending.append((part, self._flush_next))
        self._size += len(part)
        flush, self._flush_next = self._flush_next, False
        if flush or self._size >= CHUNK:
            self._deliver()
        return len(part)

    def flush(self) -> None:
        """Have what was written sent to the client; before that, what is written next."""
        if not self._pending:
            self._flush_next = True
            return
        self._pending[-1] = (self._pending[-1][0], True)
        self._deliver()

    def _deliver(self) -> None:
        if self._send is not None:
            self._send(self.get_pending_writes())
            self.clear_pending_writes()

    def get_body(self) -> bytes:
        """Return what was written and not yet sent."""
        return b"".join(part for part, _ in self._pending)

    def get_pending_writes(self) -> List[Write]:
        """Return what was written and not yet sent, each part with whether to flush after it."""
        return list(self._pending)

    def clear_pending_writes(self) -> None:
        """Forget what was written and not yet sent."""
        self._pending.clear()
        self._size = 0


class Backlog:
    """How much of an answer is on its way; makes a handler in a thread wait when it is too much."""

    def __init__(self) -> None:
        self._room = threading.Condition()
        self._size = 0
        self._ended = False

    def add(self, size: int, wait: bool, call: Optional[HookCall]) -> None:
        """Count in what is sent; wait until there is room for it where that is allowed."""
        with self._room:
            while wait and self._size >= _AHEAD and not self._ended:
                self._room.wait()
            self._size += size
        if self._ended and call is not None:
            call.raise_if_cancelled()

    def remove(self, size: int) -> None:
        """Count out what the host has taken."""
        with self._room:
            self._size -= size
            self._room.notify_all()

    def end(self) -> None:
        """Keep nobody waiting any more."""
        with self._room:
            self._ended = True
            self._room.notify_all()


def responses(
    writes: Sequence[Write], writer: Optional[HTTPResponseWriter], last: bool
) -> Iterator[hooks_http_pb2.ServeHTTPResponse]:
    """Return the messages for parts of the body.

    The first one has status and headers if `writer` is given, the last one ends the body if `last`.
    """
    parts: List[Write] = []
    for data, flush in writes:
        pieces = [data[start : start + CHUNK] for start in range(0, len(data), CHUNK)] or [b""]
        parts += [(piece, False) for piece in pieces[:-1]]
        parts.append((pieces[-1], flush))
    if not parts and (last or writer is not None):
        parts = [(b"", False)]
    for number, (piece, flush) in enumerate(parts):
        message = hooks_http_pb2.ServeHTTPResponse(body_chunk=piece, flush=flush)
        if writer is not None and number == 0:
            message.init.status_code = writer.status_code
            for key, values in writer.headers.items():
                message.init.headers.add(key=key, values=_values(values))
        message.body_complete = last and number == len(parts) - 1
        yield message


def plain_response(status_code: int, text: str) -> hooks_http_pb2.ServeHTTPResponse:
    """Return a whole answer with a line of text."""
    writer = HTTPResponseWriter()
    writer.set_header("Content-Type", "text/plain; charset=utf-8")
    writer.write_header(status_code)
    writer.write(text)
    (message,) = responses(writer.get_pending_writes(), writer, last=True)
    return message


def _values(values: Union[str, Sequence[str]]) -> List[str]:
    return [values] if isinstance(values, str) else [str(value) for value in values]


__all__ = ["HTTPRequest", "HTTPResponseWriter"]
