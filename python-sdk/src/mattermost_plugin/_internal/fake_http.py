"""HTTP requests to a plugin without a host."""

from __future__ import annotations

import json
from types import TracebackType
from typing import (
    Any,
    AsyncIterable,
    AsyncIterator,
    Callable,
    Dict,
    Iterable,
    Iterator,
    List,
    Mapping,
    Optional,
    Sequence,
    Type,
    Union,
)

from mattermost_plugin._internal.http_streams import CHUNK
from mattermost_plugin.grpc.hooks_http_pb2 import ServeHTTPRequest

Body = Union[bytes, str, Iterable[bytes], AsyncIterable[bytes]]
Headers = Mapping[str, Union[str, Sequence[str]]]


def first_message(
    method: str, url: str, headers: Optional[Headers], plugin_id: str, user_id: str, body: Body
) -> ServeHTTPRequest:
    """Return the message with which a request begins, and with its body if that is known."""
    message = ServeHTTPRequest()
    init = message.init
    init.method, init.url = method, url
    init.proto, init.proto_major, init.proto_minor = "HTTP/1.1", 1, 1
    init.host, init.remote_addr = "localhost", "127.0.0.1:50000"
    init.request_uri = f"/plugins/{plugin_id}{url}"
    for key, values in (headers or {}).items():
        init.headers.add(key=key, values=[values] if isinstance(values, str) else values)
    if user_id:
        init.headers.add(key="Mattermost-User-Id", values=[user_id])
    init.content_length = -1
    if isinstance(body, (bytes, str)):
        message.body_chunk = body.encode() if isinstance(body, str) else body
        init.content_length = len(message.body_chunk)
        message.body_complete = True
    return message


async def messages(first: ServeHTTPRequest, body: Body) -> AsyncIterator[ServeHTTPRequest]:
    """Return the messages of a request."""
    if first.body_complete:
        yield first
        return
    async for message in body_messages(ServeHTTPRequest, first, body):
        yield message


async def body_messages(kind: Any, first: Any, body: Body) -> AsyncIterator[Any]:
    """Return the messages, of class `kind`, that begin with `first` and carry the body."""
    yield first
    async for part in _parts(body):
        for start in range(0, len(part), CHUNK):
            yield kind(body_chunk=part[start : start + CHUNK])
    yield kind(body_complete=True)


async def _parts(body: Any) -> AsyncIterator[bytes]:
    if isinstance(body, (bytes, str)):
        yield body.encode() if isinstance(body, str) else body
    elif isinstance(body, AsyncIterable):
        async for part in body:
            yield part
    else:
        for part in body:
            yield part


class _Head:
    """Status and headers of an answer.

    Attributes:
        status: the status code.
        headers: each header with its values.
    """

    def __init__(self) -> None:
        self.status = 0
        self.headers: Dict[str, List[str]] = {}

    def _begin(self, init: Any) -> None:
        self.status = init.status_code or 200
        for header in init.headers:
            self.headers.setdefault(header.key, []).extend(header.values)

    def header(self, name: str, default: str = "") -> str:
        """Return a header's first value; case does not matter."""
        for key, values in self.headers.items():
            if key.lower() == name.lower() and values:
                return values[0]
        return default

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.status}>"


class AsyncHTTPAnswer(_Head):
    """A plugin's answer to an HTTP request, whose parts come by `async for`."""

    def __init__(self, stream: Any) -> None:
        super().__init__()
        self._stream = stream
        self._first: Optional[bytes] = None

    async def begin(self) -> None:
        """Wait for status and headers."""
        message = await self._stream.__anext__()
        self._begin(message.init)
        self._first = message.body_chunk

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        part, self._first = self._first, None
        while not part:
            part = (await self._stream.__anext__()).body_chunk
        return part

    async def read(self) -> bytes:
        """Return the rest of the body."""
        return b"".join([part async for part in self])

    async def close(self) -> None:
        """Go away, as a client does."""
        await self._stream.aclose()

    async def __aenter__(self) -> AsyncHTTPAnswer:
        await self.begin()
        return self

    async def __aexit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        await self.close()


class HTTPAnswer(_Head):
    """A plugin's answer to an HTTP request, whose parts come by `for`, or all together.

    A `with` block ends it early, as a client does that goes away.
    """

    def __init__(self, answer: AsyncHTTPAnswer, run: Callable[[Any], Any]) -> None:
        super().__init__()
        self._answer = answer
        self._run = run
        self._body: Optional[bytes] = None
        run(answer.begin())
        self.status, self.headers = answer.status, answer.headers

    @property
    def body(self) -> bytes:
        """The whole body, or what is left of it."""
        if self._body is None:
            self._body = self._run(self._answer.read())
        return self._body

    @property
    def text(self) -> str:
        """The body as text in UTF-8."""
        return self.body.decode()

    def json(self) -> Any:
        """Return what the body, which is JSON, says."""
        return json.loads(self.body)

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        try:
            part: bytes = self._run(self._answer.__anext__())
        except StopAsyncIteration:
            raise StopIteration from None
        return part

    def close(self) -> None:
        """Go away, as a client does."""
        self._run(self._answer.close())

    def __enter__(self) -> HTTPAnswer:
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self.close()
