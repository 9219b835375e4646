"""What a request's `receive` and `send` do."""

from __future__ import annotations

import asyncio
from typing import Optional

from mattermost_plugin._internal.current_call import HookCancelledError
from mattermost_plugin._internal.http_streams import CHUNK, Incoming
from mattermost_plugin._internal.whole_request import WholeRequest
from mattermost_plugin.asgi._messages import ClientGoneError, Message, text_of, whole_answer
from mattermost_plugin.servicers.http import HTTPResponseWriter


class _Answer:
    """What is sent of an answer that goes its way part by part."""

    def __init__(self, writer: HTTPResponseWriter) -> None:
        self._writer = writer
        self._begun = False
        #: Done when the answer is complete, or won't be.
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    @property
    def gone(self) -> bool:
        """Whether the client is gone."""
        return self.done.cancelled()

    def fail(self, error: Exception) -> bool:
        """Have the answer fail with `error`; return False if it is complete or nobody waits."""
        if self.done.done():
            return False
        self.done.set_exception(error)
        return True

    async def send(self, message: Message) -> None:
        if self.gone:
            raise ClientGoneError("the client is gone")
        kind = message["type"]
        if kind == "http.response.start":
            self._start(message)
        elif kind == "http.response.body":
            await self._send(message)
        else:
            raise RuntimeError(f"the ASGI message {kind!r} is not known here")

    def _start(self, message: Message) -> None:
        if self._begun:
            raise RuntimeError("http.response.start was sent twice")
        self._begun = True
        for name, value in message.get("headers", ()):
            self._writer.add_header(text_of(name), text_of(value))
        self._writer.write_header(int(message["status"]))

    async def _send(self, message: Message) -> None:
        if not self._begun:
            raise RuntimeError("http.response.body was sent before http.response.start")
        if self.done.done():
            raise RuntimeError("http.response.body was sent after the end of the body")
        body = message.get("body", b"")
        try:
            if message.get("more_body", False):
                await self._writer.write_eagerly(body)
                return
            self._writer.write_eagerly(body, eager=False, last=True)
        except HookCancelledError:
            raise ClientGoneError("the client is gone") from None
        self.done.set_result(None)


class Exchange:
    """What a request's `receive` and `send` do."""

    def __init__(self, incoming: Incoming, writer: HTTPResponseWriter) -> None:
        self._incoming = incoming
        self._read = False
        self.answer = _Answer(writer)
        self.send = self.answer.send
        self.fail = self.answer.fail

    @property
    def gone(self) -> bool:
        """Whether the client is gone."""
        return self.answer.gone

    async def receive(self) -> Message:
        incoming = self._incoming
        if not self._read:
            try:
                part = await incoming.aget()
            except HookCancelledError:
                self._read = True
                return {"type": "http.disconnect"}
            self._read = incoming.exhausted
            return {"type": "http.request", "body": part, "more_body": not self._read}
        await incoming.wait_broken()
        return {"type": "http.disconnect"}


class WholeExchange:
    """What `receive` and `send` do where all of the request is there."""

    __slots__ = ("_answer", "_read", "_request", "_start")

    def __init__(self, request: WholeRequest) -> None:
        self._request = request
        self._read = False
        self._start: Optional[Message] = None
        # Where the answer is not one message.
        self._answer: Optional[_Answer] = None

    @property
    def gone(self) -> bool:
        """Whether the client is gone."""
        return self._request.gone

    def fail(self, error: Exception) -> bool:
        """Have the answer fail with `error`; return False if it is complete or nobody waits."""
        if self._answer is not None:
            return self._answer.fail(error)
        if self._request.over:
            return False
        self._request.ended(error)
        return True

    async def receive(self) -> Message:
        if not self._read:
            self._read = True
            body = self._request.message.body_chunk
            return {"type": "http.request", "body": body, "more_body": False}
        await self._request.wait_over()
        return {"type": "http.disconnect"}

    async def send(self, message: Message) -> None:
        request, answer = self._request, self._answer
        if answer is None and request.exchange is None and not request.over:
            kind = message["type"]
            if kind == "http.response.start" and self._start is None:
                self._start = message
                return
            if kind == "http.response.body" and self._start is not None:
                body = message.get("body", b"")
                if not message.get("more_body", False) and len(body) <= CHUNK:
                    request.reply(whole_answer(self._start, body))
                    return
        if answer is None:
            answer = await self._become_streams()
        await answer.send(message)

    async def _become_streams(self) -> _Answer:
        request, start = self._request, self._start
        if request.gone:
            raise ClientGoneError("the client is gone")
        if request.over:
            raise RuntimeError("the answer was complete when more was sent")
        self._answer = answer = _Answer(request.streams().writer)
        answer.done.add_done_callback(self._ended)
        request.when_ended(answer.done.cancel)
        if start is not None:
            await answer.send(start)
        return answer

    def _ended(self, done: asyncio.Future[None]) -> None:
        if not done.cancelled():
            self._request.ended(done.exception())
