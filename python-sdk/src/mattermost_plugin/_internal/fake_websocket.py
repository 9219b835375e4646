"""A client that has a WebSocket to a plugin, within the process."""

from __future__ import annotations

import asyncio
from typing import Any, AsyncIterator, Callable, Coroutine, Dict, Optional, TypeVar, Union

from mattermost_plugin.grpc import hooks_extension_pb2 as wire
from mattermost_plugin.servicers.websockets import (
    NO_CODE,
    NORMAL,
    Sent,
    WebSocketClosedError,
    message_of,
)

T = TypeVar("T")

_SWITCHING_PROTOCOLS = 101


class WebSocketRefusedError(Exception):
    """A plugin has refused a WebSocket.

    Attributes:
        status: the status of its answer.
        body: the body of its answer.
    """

    def __init__(self, status: int, body: bytes) -> None:
        super().__init__(f"the plugin has refused the WebSocket with status {status}")
        self.status = status
        self.body = body


class AsyncClientSocket:
    """A client's end of a WebSocket, for `async with`, in a running event loop.

    Attributes:
        protocol: what the plugin has chosen of what the client speaks; empty for none.
        headers: those of the plugin's answer, their names in lower case.
    """

    def __init__(self, init: Any, call: Callable[[AsyncIterator[Any]], AsyncIterator[Any]]) -> None:
        self._init = init
        self._call = call
        self._queue: asyncio.Queue[Optional[Any]]
        self._answers: Optional[AsyncIterator[Any]] = None
        self.protocol = ""
        self.headers: Dict[str, str] = {}

    async def open(self) -> AsyncClientSocket:
        """Ask for the connection; raise `WebSocketRefusedError` where there is none."""
        # Not before: Python 3.9 binds it to the loop that is there when it is made.
        self._queue = asyncio.Queue()
        self._answers = self._call(self._requests())
        answer = await self._answers.__anext__()
        init = answer.init
        self.headers = {h.key.lower(): h.values[0] for h in init.headers if h.values}
        if init.status_code != _SWITCHING_PROTOCOLS:
            await self.abort()
            raise WebSocketRefusedError(init.status_code, answer.message.data)
        self.protocol = self.headers.get("sec-websocket-protocol", "")
        return self

    async def _requests(self) -> AsyncIterator[Any]:
        yield wire.WebSocketFromClient(init=self._init)
        while True:
            message = await self._queue.get()
            if message is None:
                return
            yield wire.WebSocketFromClient(message=message)

    async def send(self, message: Union[str, bytes]) -> None:
        """Send a text or bytes."""
        self._queue.put_nowait(message_of(Sent(message)))

    async def receive(self) -> Union[str, bytes]:
        """Return the plugin's next message; raise `WebSocketClosedError` at the end."""
        assert self._answers is not None
        async for answer in self._answers:
            message = answer.message
            if message.kind == wire.WEB_SOCKET_MESSAGE_KIND_CLOSE:
                raise WebSocketClosedError(message.close_code or NO_CODE, message.close_reason)
            if message.kind == wire.WEB_SOCKET_MESSAGE_KIND_TEXT:
                return str(message.data, "utf-8")
            return bytes(message.data)
        raise WebSocketClosedError(NORMAL, "")

    async def close(self, code: int = NORMAL, reason: str = "") -> None:
        """Close the connection, and wait until the plugin has ended its side."""
        if self._answers is None:
            return
        self._queue.put_nowait(message_of(Sent("", code, reason)))
        self._queue.put_nowait(None)
        async for _ in self._answers:
            pass
        self._answers = None

    async def abort(self) -> None:
        """Be gone without a word."""
        answers: Any = self._answers
        self._answers = None
        if answers is not None:
            self._queue.put_nowait(None)
            await answers.aclose()

    async def __aenter__(self) -> AsyncClientSocket:
        return await self.open()

    async def __aexit__(self, *error: object) -> None:
        await self.close()


class ClientSocket:
    """A client's end of a WebSocket, for `with`.

    Coroutines of the plugin go on only while something is waited for here.
    """

    def __init__(
        self, socket: AsyncClientSocket, run: Callable[[Coroutine[Any, Any, Any]], Any]
    ) -> None:
        self._socket = socket
        self._run = run

    @property
    def protocol(self) -> str:
        """What the plugin has chosen of what the client speaks; empty for none."""
        return self._socket.protocol

    def send(self, message: Union[str, bytes]) -> None:
        """Send a text or bytes."""
        self._run(self._socket.send(message))

    def receive(self) -> Union[str, bytes]:
        """Return the plugin's next message; raise `WebSocketClosedError` at the end."""
        message: Union[str, bytes] = self._run(self._socket.receive())
        return message

    def close(self, code: int = NORMAL, reason: str = "") -> None:
        """Close the connection, and wait until the plugin has ended its side."""
        self._run(self._socket.close(code, reason))

    def __enter__(self) -> ClientSocket:
        self._run(self._socket.open())
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


__all__ = ["AsyncClientSocket", "ClientSocket", "WebSocketRefusedError"]
