"""WebSockets of clients, as a plugin has them."""

from __future__ import annotations

import functools
import threading
from collections import deque
from typing import (
    TYPE_CHECKING,
    Any,
    AsyncIterator,
    Deque,
    Iterable,
    List,
    NamedTuple,
    Optional,
    Tuple,
    Union,
)

from mattermost_plugin._internal.current_call import HookCancelledError
from mattermost_plugin._internal.http_streams import Waiters
from mattermost_plugin.models import PluginContext

if TYPE_CHECKING:
    from mattermost_plugin.grpc import hooks_http_pb2

#: So many messages may be on the way in one direction; then whoever sends waits.
WINDOW = 16

#: Close codes of RFC 6455 that a plugin meets or sends.
NORMAL = 1000
NO_CODE = 1005
GONE = 1006
FAILED = 1011

_SWITCHING_PROTOCOLS = 101
_FORBIDDEN = 403


class WebSocketClosedError(HookCancelledError, ConnectionError):
    """A WebSocket is closed.

    Attributes:
        code: why, as RFC 6455 numbers it; 1006 where the client has just gone.
        reason: why, in words; often empty.
    """

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(f"the WebSocket is closed: {code} {reason}".rstrip())
        self.code = code
        self.reason = reason


class Refusal(NamedTuple):
    """An answer to a request for a WebSocket that is no WebSocket."""

    status: int
    headers: Tuple[Tuple[str, str], ...]
    body: bytes


class Sent(NamedTuple):
    """A message, or the end, where `close_code` is not 0."""

    data: Union[str, bytes]
    close_code: int = 0
    close_reason: str = ""


class WebSocket:
    """A WebSocket between a client and this plugin.

    ```python
    @hook(HookName.ServeWebSocket)
    async def chat(self, context: PluginContext, socket: WebSocket) -> None:
        await socket.accept()
        async for message in socket:
            await socket.send(f"you said {message}")
    ```

    The client waits for `accept`, which has to come within 30 seconds. The connection ends with
    the handler. To be used on the event loop for handlers; `send` and `receive` may go on at the
    same time.

    Attributes:
        context: the request's identifier, the session and the client's address.
        path: the path below the plugin's address, decoded no further than the client has it.
        query: the query as the client wrote it, without the question mark.
        headers: names, in lower case, and values.
        user_id: the user who is logged in; empty where nobody is.
        protocols: what the client speaks, its favourite first.
    """

    def __init__(self, init: hooks_http_pb2.ServeHTTPRequestInit) -> None:
        #: The request as the host tells it.
        self.init = init
        self.context = PluginContext.from_proto(init.plugin_context)
        self.path, _, self.query = init.url.partition("?")
        self.headers: List[Tuple[str, str]] = [
            (header.key.lower(), value) for header in init.headers for value in header.values
        ]
        self._lock = threading.Lock()
        self._readers, self._feeder = Waiters(self._lock), Waiters(self._lock)
        self._writers, self._taker = Waiters(self._lock), Waiters(self._lock)
        self._in: Deque[Union[str, bytes]] = deque()
        self._out: Deque[Sent] = deque()
        self._answer: Optional[Union[Refusal, Tuple[Tuple[str, str], ...]]] = None
        self._closed: Optional[WebSocketClosedError] = None
        self._ended = False

    def header(self, name: str) -> str:
        """Return a header's first value, empty where it is not there."""
        lower = name.lower()
        return next((value for key, value in self.headers if key == lower), "")

    @property
    def user_id(self) -> str:
        """The user who is logged in; empty where nobody is."""
        return self.header("mattermost-user-id")

    @property
    def protocols(self) -> List[str]:
        """What the client speaks, its favourite first."""
        told = [v for key, v in self.headers if key == "sec-websocket-protocol"]
        return [name.strip() for name in ",".join(told).split(",") if name.strip()]

    @property
    def accepted(self) -> bool:
        """Whether the connection was taken."""
        return isinstance(self._answer, tuple) and not isinstance(self._answer, Refusal)

    @property
    def answered(self) -> bool:
        """Whether the client was told if the connection is taken."""
        return self._answer is not None

    @property
    def closed(self) -> Optional[WebSocketClosedError]:
        """Why nothing more comes of the client; None while something may."""
        return self._closed

    async def accept(self, protocol: str = "", headers: Iterable[Tuple[str, str]] = ()) -> None:
        """Take the connection.

        Args:
            protocol: one of `protocols`, empty for none.
            headers: further ones for the answer.
        """
        if protocol and protocol not in self.protocols:
            raise ValueError(f"the client does not speak {protocol!r}, but {self.protocols}")
        chosen = (("Sec-WebSocket-Protocol", protocol),) if protocol else ()
        self._reply((*chosen, *headers))

    async def refuse(
        self,
        status: int = _FORBIDDEN,
        body: Union[str, bytes] = "",
        headers: Iterable[Tuple[str, str]] = (),
    ) -> None:
        """Answer the request by a status, in place of taking the connection."""
        if not 200 <= status <= 599:
            raise ValueError(f"a refusal has a status from 200 to 599, not {status}")
        data = body.encode() if isinstance(body, str) else bytes(body)
        self._reply(Refusal(status, tuple(headers), data))

    def _reply(self, answer: Union[Refusal, Tuple[Tuple[str, str], ...]]) -> None:
        with self._lock:
            if self._answer is not None:
                raise RuntimeError("the client was answered already")
            self._answer = answer
            self._taker.wake()

    async def receive(self) -> Union[str, bytes]:
        """Return the client's next message: a text as str, else bytes.

        Raises `WebSocketClosedError` when there is none any more.
        """
        if not self.accepted:
            raise RuntimeError("accept the WebSocket before you receive")
        while True:
            with self._lock:
                if self._in:
                    self._feeder.wake()
                    return self._in.popleft()
                if self._closed is not None:
                    raise self._closed
                waiting = self._readers.future()
            await waiting

    def __aiter__(self) -> AsyncIterator[Union[str, bytes]]:
        return self._messages()

    async def _messages(self) -> AsyncIterator[Union[str, bytes]]:
        while True:
            try:
                yield await self.receive()
            except WebSocketClosedError:
                return

    async def send(self, message: Union[str, bytes, bytearray, memoryview]) -> None:
        """Send a text or bytes; wait while much is on the way.

        Raises `WebSocketClosedError` where the client is gone or the connection is closed.
        """
        if not self.accepted:
            raise RuntimeError("accept the WebSocket before you send")
        data = message if isinstance(message, str) else bytes(message)
        await self._put(Sent(data))

    async def close(self, code: int = NORMAL, reason: str = "") -> None:
        """Close the connection, after what was sent before; does nothing where it is closed.

        Args:
            code: 1000, 1001, 1003, 1007 to 1014, or from 3000 to 4999.
            reason: at most 123 bytes in UTF-8; what is longer is cut.
        """
        if self._closed is None and not self._ended:
            try:
                await self._put(Sent("", code, reason))
            except WebSocketClosedError:
                return

    async def _put(self, sent: Sent) -> None:
        while True:
            with self._lock:
                if self._closed is not None:
                    raise self._closed
                if self._ended:
                    raise WebSocketClosedError(NORMAL, "by the plugin itself")
                if len(self._out) < WINDOW or sent.close_code:
                    self._out.append(sent)
                    self._ended = bool(sent.close_code)
                    self._taker.wake()
                    return
                waiting = self._writers.future()
            await waiting

    # What follows is for the servicer.

    async def feed(self, message: Union[str, bytes]) -> None:
        """Pass a message of the client on; wait while the handler has many of them."""
        while True:
            with self._lock:
                if self._closed is not None:
                    return
                if len(self._in) < WINDOW:
                    self._in.append(message)
                    self._readers.wake()
                    return
                waiting = self._feeder.future()
            await waiting

    def end(self, code: int, reason: str) -> None:
        """Say that the client has closed, or is gone."""
        with self._lock:
            if self._closed is None:
                self._closed = WebSocketClosedError(code, reason)
            for waiters in (self._readers, self._writers, self._feeder, self._taker):
                waiters.wake()

    def finish(self, code: int, reason: str) -> None:
        """Say, in whatever thread, that the handler has ended."""
        with self._lock:
            if self._answer is None:
                self._answer = Refusal(_FORBIDDEN if code == NORMAL else 500, (), b"")
            if not self._ended:
                self._ended = True
                self._out.append(Sent("", code, reason))
            self._taker.wake()

    async def answer(self) -> Optional[Union[Refusal, Tuple[Tuple[str, str], ...]]]:
        """Return what the client is answered, None where it has gone before."""
        while True:
            with self._lock:
                if self._answer is not None:
                    return self._answer
                if self._closed is not None:
                    return None
                waiting = self._taker.future()
            await waiting

    async def take(self) -> Optional[Sent]:
        """Return what is sent next; None where nobody takes it any more."""
        while True:
            with self._lock:
                if self._out:
                    self._writers.wake()
                    return self._out.popleft()
                if self._closed is not None:
                    return None
                waiting = self._taker.future()
            await waiting


@functools.cache
def kinds() -> Any:
    """Return the messages on the wire, which most plugins do without."""
    from mattermost_plugin.grpc import hooks_extension_pb2, hooks_http_pb2

    return hooks_extension_pb2, hooks_http_pb2


async def feed_all(messages: AsyncIterator[Any], socket: WebSocket) -> None:
    """Pass on what comes of the client, until it closes or is gone."""
    wire, _ = kinds()
    try:
        async for message in messages:
            sent = message.message
            if sent.kind == wire.WEB_SOCKET_MESSAGE_KIND_CLOSE:
                socket.end(sent.close_code or NO_CODE, sent.close_reason)
                return
            if sent.kind == wire.WEB_SOCKET_MESSAGE_KIND_TEXT:
                await socket.feed(sent.data.decode("utf-8", "replace"))
            elif sent.kind == wire.WEB_SOCKET_MESSAGE_KIND_BINARY:
                await socket.feed(sent.data)
    finally:
        socket.end(GONE, "")


def accepted(headers: Iterable[Tuple[str, str]]) -> Any:
    """Return the message that takes a connection."""
    wire, http = kinds()
    init = http.ServeHTTPResponseInit(status_code=_SWITCHING_PROTOCOLS)
    for name, value in headers:
        init.headers.add(key=name, values=(value,))
    return wire.WebSocketFromPlugin(init=init)


def refused(refusal: Refusal) -> Any:
    """Return the message that refuses a connection."""
    wire, http = kinds()
    init = http.ServeHTTPResponseInit(status_code=refusal.status)
    for name, value in refusal.headers:
        init.headers.add(key=name, values=(value,))
    body = wire.WebSocketMessage(kind=wire.WEB_SOCKET_MESSAGE_KIND_BINARY, data=refusal.body)
    return wire.WebSocketFromPlugin(init=init, message=body)


def message_of(sent: Sent) -> Any:
    """Return what is sent as it is on the wire."""
    wire, _ = kinds()
    if sent.close_code:
        return wire.WebSocketMessage(
            kind=wire.WEB_SOCKET_MESSAGE_KIND_CLOSE,
            close_code=sent.close_code,
            close_reason=sent.close_reason,
        )
    if isinstance(sent.data, str):
        return wire.WebSocketMessage(
            kind=wire.WEB_SOCKET_MESSAGE_KIND_TEXT, data=sent.data.encode()
        )
    return wire.WebSocketMessage(kind=wire.WEB_SOCKET_MESSAGE_KIND_BINARY, data=sent.data)


def passed(sent: Sent) -> Any:
    """Return the message with what is sent to the client."""
    wire, _ = kinds()
    return wire.WebSocketFromPlugin(message=message_of(sent))


__all__ = ["WebSocket", "WebSocketClosedError"]
