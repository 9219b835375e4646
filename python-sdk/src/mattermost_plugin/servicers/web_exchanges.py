"""HTTP requests to a plugin and their answers."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, AsyncIterator, Optional, Tuple

from mattermost_plugin._generated.hook_names import HookName
from mattermost_plugin._internal.current_call import HookCancelledError
from mattermost_plugin._internal.exchange import Exchange
from mattermost_plugin._internal.http_streams import PRELOAD
from mattermost_plugin._internal.lazy import LazyModule
from mattermost_plugin._internal.pool import HandlerPool
from mattermost_plugin._internal.status import Status, end_call
from mattermost_plugin.hook_runner import HookOverloadError, HookRunner, is_coroutine_function
from mattermost_plugin.plugin import Plugin

if TYPE_CHECKING:
    from mattermost_plugin.grpc import hooks_http_pb2
    from mattermost_plugin.grpc.hooks_http_pb2 import ServeHTTPRequest, ServeHTTPResponse
    from mattermost_plugin.servicers import http as _http
    from mattermost_plugin.servicers.http import HTTPResponseWriter
else:
    hooks_http_pb2 = LazyModule("mattermost_plugin.grpc.hooks_http_pb2")
    _http = LazyModule("mattermost_plugin.servicers.http")


class WebRefusal:
    """The answer to a request that reaches no handler."""

    def __init__(self, status: int, text: str) -> None:
        self._answer = _http.plain_response(status, text)
        self.complete = False

    async def next(self, context: Any) -> ServeHTTPResponse:
        self.complete = True
        return self._answer


class WebExchange(Exchange):
    """One request to a plugin and its answer."""

    def __init__(self, plugin: Plugin, hook: HookName, first: ServeHTTPRequest) -> None:
        super().__init__(hook, first)
        self._plugin = plugin
        self._writer = _http.HTTPResponseWriter(self.outgoing)
        self._request = _http.HTTPRequest.streamed(
            first.init, self.incoming, plugin.http_body_limit
        )
        self._begun = False

    async def begin(
        self,
        handler: Any,
        messages: AsyncIterator[ServeHTTPRequest],
        context: Any,
        runner: HookRunner,
        pool: HandlerPool,
    ) -> None:
        """Begin to read the request's body, and call the handler."""
        incoming, request = self.incoming, self._request
        self.feed(messages)
        if (
            not incoming.complete
            and 0 <= request.content_length <= PRELOAD
            and is_coroutine_function(handler)
        ):
            # `request.body` is there at once then, which a coroutine must not wait for.
            await incoming.wait_complete()
        args = (request.plugin_context, self._writer, request)
        self.call(handler, args, context.time_remaining(), runner, pool)

    def ended(self, result: Any, error: Optional[BaseException]) -> None:
        super().ended(result, error)
        if error is not None and self.outgoing.gone and not _is_gone(error):
            self._plugin.logger.warning(
                "%s failed when the client had gone: %s", self.hook, self._what(), exc_info=error
            )

        if error is None and result is not None:
            self._plugin.logger.warning(
                "%s: %s: the handler returned a %s, which nobody gets; an answer is written by"
                " the writer, as in writer.write(...)",
                self.hook,
                self._what(),
                type(result).__name__,
            )

    @property
    def writer(self) -> HTTPResponseWriter:
        """What takes the answer."""
        return self._writer

    def _what(self) -> str:
        return f"{self._request.method} {self._request.path}"

    def hurry(self) -> None:
        """Have `next`, if it waits, raise `NothingYetError`."""
        self.outgoing.hurry()

    async def next(self, context: Any) -> ServeHTTPResponse:
        """Return the next message of the answer; that before it was taken by the host."""
        piece = await self.take(context)
        if piece is None:
            return await self._end(context)
        kind = hooks_http_pb2.ServeHTTPResponse
        rest: Optional[ServeHTTPResponse] = None
        if piece.flush or piece.last or not self._begun:
            rest = kind(flush=piece.flush, body_complete=piece.last)
        if rest is not None and not self._begun:
            self._begun = True
            rest.init.CopyFrom(self.outgoing.head)
        message: ServeHTTPResponse = self.message(context, kind, piece, rest)
        self.complete = piece.last
        return message

    async def _end(self, context: Any) -> ServeHTTPResponse:
        """Return the message that ends an answer of which nothing more comes."""
        self.complete = True
        message = hooks_http_pb2.ServeHTTPResponse(body_complete=True)
        error = self.outgoing.error
        if error is None and not self._begun:
            try:
                message.init.CopyFrom(self._writer.head())
            except Exception as wrong:
                error = wrong
        if error is None:
            return message
        status, reason = self._explain(error)
        if self._begun:
            await end_call(context, Status.INTERNAL, "the answer was broken off")
        return _http.plain_response(status, reason)

    def _explain(self, error: BaseException) -> Tuple[int, str]:
        """Return status and text of the answer to a request that failed, and log the reason."""
        logger = self._plugin.logger
        if isinstance(error, _http.RequestTooLargeError):
            logger.warning("%s: %s", self.hook, error)
            return 413, "Request Entity Too Large"
        if isinstance(error, _http.RequestBrokenOffError):
            logger.warning("%s: %s: %s", self.hook, self._what(), error)
            return 400, "The request's body was broken off"
        if isinstance(error, HookOverloadError):
            logger.warning("%s", error)
            return 503, "Service Unavailable"
        logger.error("%s failed: %s", self.hook, self._what(), exc_info=error)
        return 500, "Internal Server Error"


def _is_gone(error: BaseException) -> bool:
    cause = error.__cause__
    return isinstance(error, HookCancelledError) or isinstance(cause, asyncio.CancelledError)
