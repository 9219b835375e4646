"""What an ASGI application's `receive` and `send` do on a WebSocket."""

from __future__ import annotations

from typing import Any, Dict, List, MutableMapping, Optional, Tuple

from mattermost_plugin.servicers.websockets import FAILED, WebSocket, WebSocketClosedError

Message = MutableMapping[str, Any]


def _text(value: Any) -> str:
    return value if isinstance(value, str) else bytes(value).decode("latin-1")


def _named(headers: Any) -> List[Tuple[str, str]]:
    return [(_text(name), _text(value)) for name, value in headers or ()]


class WebSocketConversation:
    """One application and one client."""

    def __init__(self, socket: WebSocket) -> None:
        self._socket = socket
        self._connecting = True
        self._refusal: Optional[Message] = None
        self._body = b""

    async def receive(self) -> Dict[str, Any]:
        """Return what happens next: the wish to connect, a message, the end."""
        if self._connecting:
            self._connecting = False
            return {"type": "websocket.connect"}
        try:
            message = await self._socket.receive()
        except WebSocketClosedError as closed:
            return {
                "type": "websocket.disconnect",
                "code": closed.code,
                "reason": closed.reason,
            }
        if isinstance(message, str):
            return {"type": "websocket.receive", "text": message}
        return {"type": "websocket.receive", "bytes": message}

    async def send(self, message: Message) -> None:
        """Accept, refuse, send or close."""
        kind = message["type"]
        if kind == "websocket.accept":
            chosen = message.get("subprotocol") or ""
            await self._socket.accept(chosen, _named(message.get("headers")))
        elif kind == "websocket.send":
            data = message.get("bytes")
            data = message.get("text") if data is None else data
            if data is None:
                raise RuntimeError("websocket.send has neither text nor bytes")
            await self._socket.send(data)
        elif kind == "websocket.close":
            await self._close(message)
        elif kind == "websocket.http.response.start":
            self._refusal = message
        elif kind == "websocket.http.response.body" and self._refusal is not None:
            await self._refuse(message)
        else:
            raise RuntimeError(f"the ASGI message {kind!r} is not known here")

    async def _close(self, message: Message) -> None:
        if self._socket.answered:
            code = message.get("code") or 1000
            # What only stands for the absence of a code is not sent.
            reason = message.get("reason") or ""
            await self._socket.close(FAILED if code in (1005, 1006) else code, reason)
        else:
            await self._socket.refuse()

    async def _refuse(self, message: Message) -> None:
        assert self._refusal is not None
        self._body += message.get("body", b"")
        if not message.get("more_body", False):
            headers = _named(self._refusal.get("headers"))
            await self._socket.refuse(int(self._refusal["status"]), self._body, headers)


__all__ = ["WebSocketConversation"]
