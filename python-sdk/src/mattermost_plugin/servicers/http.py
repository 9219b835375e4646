"""HTTP requests to a plugin, and its answers."""

from __future__ import annotations

import asyncio
import dataclasses
import logging
import urllib.parse
from typing import (
    TYPE_CHECKING,
    Any,
    AsyncIterator,
    Dict,
    Generator,
    Iterator,
    List,
    Optional,
    Protocol,
    Sequence,
    Tuple,
    Union,
)

from mattermost_plugin._internal.http_streams import (
    CHUNK,
    Incoming,
    Outgoing,
    RequestBrokenOffError,
)
from mattermost_plugin.grpc import hooks_http_pb2
from mattermost_plugin.models import PluginContext

_logger = logging.getLogger(__name__)

#: The longest body that `HTTPRequest.body` and `read` take where the plugin says nothing else.
BODY_LIMIT = 32 * 1024 * 1024

Write = Tuple[bytes, bool]


class RequestTooLargeError(Exception):
    """A request's body is longer than the plugin takes at once.

    A handler that does not catch it answers with status 413.
    """


class BodyStream:
    """The parts of a request's body as they come, for `for` and for `async for`."""

    def __init__(self, incoming: Incoming) -> None:
        self._incoming = incoming

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        part = self._incoming.get()
        if not part:
            raise StopIteration
        return part

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        part = await self._incoming.aget()
        if not part:
            raise StopAsyncIteration
        return part


@dataclasses.dataclass(eq=False)
class HTTPRequest:
    """A request to the plugin; `url` begins at the plugin's own root.

    The body is read either as a whole, as `body` or, in a coroutine, by `await request.read()`; or
    part by part, with `for` or `async for` over `stream()`, in constant memory.

    Whoever reads gets `HookCancelledError` when the client is gone, or its subclass
    `RequestBrokenOffError` when the body ends before it is complete.

    Attributes:
        content_length: length of the body in bytes, -1 where it is not known.
        body: the whole body, waited for when it is first asked for. In a coroutine that blocks the
            event loop where the body is long or its length not known: use `read` there. Raises
            `RequestTooLargeError` where it is longer than the plugin's `http_body_limit`.
    """

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
    # With a factory there is no attribute of the class, and `__getattr__` is asked when the body of
    # a request has not been read yet.
    body: bytes = dataclasses.field(default_factory=bytes, repr=False)

    _incoming: Optional[Incoming] = dataclasses.field(default=None, init=False, repr=False)
    _limit: int = dataclasses.field(default=BODY_LIMIT, init=False, repr=False)
    _streamed: bool = dataclasses.field(default=False, init=False, repr=False)

    @property
    def path(self) -> str:
        """The decoded path of `url`, without the query."""
        return urllib.parse.unquote(self.url.partition("?")[0])

    @property
    def query(self) -> Dict[str, List[str]]:
        """Each parameter of the query with its values."""
        return urllib.parse.parse_qs(self.url.partition("?")[2], keep_blank_values=True)

    @property
    def user_id(self) -> str:
        """The user who is logged in, as the host found out; empty where nobody is."""
        return self.get_header("Mattermost-User-Id")

    def get_header(self, name: str, default: str = "") -> str:
        """Return a header's first value; case does not matter."""
        values = self.get_all_headers(name)
        return values[0] if values else default

    def get_all_headers(self, name: str) -> List[str]:
        """Return all values of a header; case does not matter."""
        wanted = name.lower()
        return [v for key, values in self.headers.items() if key.lower() == wanted for v in values]

    def stream(self) -> BodyStream:
        """Return the parts of the body as they come, each of 64 KiB at most; it is read once."""
        return BodyStream(self.incoming())

    def incoming(self) -> Incoming:
        """Return the way on which the body comes; for adapters, which read it once."""
        if "body" in self.__dict__:
            return Incoming(self.body, True)
        if self._streamed or self._incoming is None:
            raise RuntimeError("the request's body is being read by an earlier stream()")
        self._streamed = True
        return self._incoming

    async def read(self) -> bytes:
        """Return the whole body.

        Raises `RequestTooLargeError` where it is longer than the plugin's `http_body_limit`.
        """
        if "body" not in self.__dict__:
            self._check(self.content_length)
            body = bytearray()
            async for part in self.stream():
                body += part
                self._check(len(body))
            self.body = bytes(body)
        return self.body

    def _whole(self) -> bytes:
        self._check(self.content_length)
        body = bytearray()
        if self._incoming is not None and not self._incoming.complete and _on_loop():
            _logger.warning(
                "%s %s: request.body makes the event loop wait for the body;"
                " use `await request.read()`",
                self.method,
                self.path,
            )
        for part in self.stream():
            body += part
            self._check(len(body))
        return bytes(body)

    def _check(self, size: int) -> None:
        if size > self._limit:
            raise RequestTooLargeError(
                f"{self.method} {self.path}: the body is longer than {self._limit} bytes,"
                f" which the plugin takes at once; read it by stream(), or raise http_body_limit"
            )

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            if name != "body":
                raise AttributeError(f"HTTPRequest has no attribute {name!r}")
            self.body = body = self._whole()
            return body

    @classmethod
    def from_init(cls, init: Any, body: bytes) -> HTTPRequest:
        """Return the request that begins with `init`."""
        headers: Dict[str, List[str]] = {}
        for header in init.headers:
            headers.setdefault(header.key, []).extend(header.values)
        return cls(
            init.method,
            init.url,
            init.proto,
            init.proto_major,
            init.proto_minor,
            headers,
            init.host,
            init.remote_addr,
            init.request_uri,
            init.content_length,
            PluginContext.from_proto(init.plugin_context),
            body,
        )

    @classmethod
    def streamed(cls, init: Any, incoming: Incoming, limit: int) -> HTTPRequest:
        """Return the request that begins with `init`, and whose body comes through `incoming`."""
        request = cls.from_init(init, b"")
        request._incoming = incoming
        request._limit = limit
        del request.__dict__["body"]
        return request


def _on_loop() -> bool:
    return asyncio._get_running_loop() is not None


class Room(Protocol):
    """What is written to."""

    async def room(self) -> None:
        """Wait until there is room for more."""


class Written(int):
    """How many bytes were written; awaiting it waits until there is room for more."""

    _outgoing: Optional[Room] = None

    @classmethod
    def of(cls, part: bytes, outgoing: Room) -> Written:
        """Return what says that `part` was put into `outgoing`."""
        written = cls(len(part))
        written._outgoing = outgoing
        return written

    def __await__(self) -> Generator[Any, None, int]:
        if self._outgoing is not None:
            yield from self._outgoing.room().__await__()
        return int(self)


class HTTPResponseWriter:
    """Takes the answer to a request, and sends it at once.

    In a thread `write` and `flush` wait while too much is on the way to the client. A coroutine
    awaits what they return, for the same reason. Both raise `HookCancelledError` when the client is
    gone.

    Attributes:
        headers: each header's values; settled by the first `write_header` or `write`.
        status_code: 200 unless `write_header` says something else.
    """

    def __init__(self, outgoing: Optional[Outgoing] = None) -> None:
        self.headers: Dict[str, Union[str, List[str]]] = {}
        self.status_code = 200
        self._outgoing = outgoing
        self._settled = False
        self._pending: List[Write] = []
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
        """Settle status and headers, which go to the client with what is written or flushed."""
        if self._settled:
            _logger.warning("the status %s comes too late: the answer has begun", status_code)
            return
        self._settled = True
        self.status_code = status_code

    def write(self, data: Union[bytes, str]) -> Written:
        """Write a part of the body, text as UTF-8; return how many bytes it has."""
        return self.write_eagerly(data, False)

    def write_eagerly(
        self, data: Union[bytes, str], eager: bool = True, last: bool = False
    ) -> Written:
        """Write a part of the body that the client is to get at once if nothing follows closely.

        For adapters, as is `last`, with which the answer is complete.
        """
        self._settled = True
        part = data.encode() if isinstance(data, str) else bytes(data)
        flush, self._flush_next = self._flush_next, False
        written = Written(len(part))
        outgoing = self._outgoing
        if outgoing is None:
            self._pending.append((part, flush))
        else:
            if outgoing.head is None:
                outgoing.head = self.head()
            written._outgoing = outgoing
            outgoing.put(part, flush, eager, last)
        return written

    def flush(self) -> Written:
        """Have the client get at once what was written; before that, what is written next.

        After `write_header` it gets status and headers.
        """
        outgoing = self._outgoing
        if outgoing is None:
            if self._pending:
                self._pending[-1] = (self._pending[-1][0], True)
            else:
                self._flush_next = True
            return Written(0)
        written = Written(0)
        if not self._settled:
            self._flush_next = True
        else:
            if outgoing.head is None:
                outgoing.head = self.head()
            written._outgoing = outgoing
            outgoing.flush()
        return written

    def head(self) -> hooks_http_pb2.ServeHTTPResponseInit:
        """Return status and headers as they are sent; raise TypeError or ValueError if they can't.

        Nothing is changed by it.
        """
        head = hooks_http_pb2.ServeHTTPResponseInit(status_code=self.status_code)
        for key, values in self.headers.items():
            head.headers.add(key=key, values=_values(values))
        return head

    def get_body(self) -> bytes:
        """Return what was written and not yet sent."""
        return b"".join(part for part, _ in self.get_pending_writes())

    def get_pending_writes(self) -> List[Write]:
        """Return what was written and not yet sent, each part with whether to flush after it."""
        return list(self._pending) if self._outgoing is None else self._outgoing.unsent()

    def clear_pending_writes(self) -> None:
        """Forget what was written; without effect in a handler, whose answer is on its way."""
        self._pending.clear()


def plain_response(status_code: int, text: str) -> hooks_http_pb2.ServeHTTPResponse:
    """Return a whole answer with a line of text."""
    writer = HTTPResponseWriter()
    writer.set_header("Content-Type", "text/plain; charset=utf-8")
    writer.write_header(status_code)
    return hooks_http_pb2.ServeHTTPResponse(
        init=writer.head(), body_chunk=text.encode(), body_complete=True
    )


def _values(values: Union[str, Sequence[str]]) -> List[str]:
    return [values] if isinstance(values, str) else [str(value) for value in values]


__all__ = [
    "BODY_LIMIT",
    "CHUNK",
    "BodyStream",
    "HTTPRequest",
    "HTTPResponseWriter",
    "RequestBrokenOffError",
    "RequestTooLargeError",
]
