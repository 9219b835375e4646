"""Has a plugin's handlers answer the host's hook calls."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any, AsyncIterator, List, Optional, Tuple

import grpc

from mattermost_plugin._generated.hook_names import HookName
from mattermost_plugin._generated.hooks import PluginHooksServicer
from mattermost_plugin._internal.current_call import CURRENT
from mattermost_plugin.grpc.hooks_http_pb2 import ServeHTTPRequest, ServeHTTPResponse
from mattermost_plugin.hook_runner import HookRunner, HookTimeoutError
from mattermost_plugin.plugin import Plugin
from mattermost_plugin.runtime_config import DEFAULT_HOOK_TIMEOUT
from mattermost_plugin.servicers.http import (
    Backlog,
    HTTPRequest,
    HTTPResponseWriter,
    Write,
    plain_response,
    responses,
)

#: Returned as the reason by MessageWillBePosted, it makes the post vanish without an error.
DISMISS_POST_ERROR = "plugin.message_will_be_posted.dismiss_post"


class PluginHooksServicerImpl(PluginHooksServicer):
    """Has a plugin's handlers answer the host's hook calls.

    A handler has until shortly before the host's deadline, and not longer than the runner's own
    limit. Where that is the usual one, what the contract says of the hook is taken in its place.

    What a handler raises is logged with its trace, and reported to the host.
    """

    def __init__(self, plugin: Plugin, runner: Optional[HookRunner] = None) -> None:
        self._plugin = plugin
        self._runner = HookRunner() if runner is None else runner

    async def implemented_hooks(self) -> List[str]:
        return self._plugin.implemented_hooks()

    async def dispatch(self, hook: HookName, args: Tuple[Any, ...], context: Any) -> Any:
        handler = self._plugin.get_hook_handler(hook)
        if handler is None:
            if hook is HookName.ExecuteCommand:
                raise NotImplementedError("the plugin does not handle commands")
            return None
        try:
            return await self._runner.run(handler, args, hook.value, self._limit(hook, context))
        except HookTimeoutError as error:
            self._plugin.logger.error("%s", error)
            raise
        except Exception:
            self._plugin.logger.exception("%s failed", hook)
            raise

    async def ServeHTTP(  # noqa: N802 - the wire's name
        self, requests: AsyncIterator[ServeHTTPRequest], context: Any
    ) -> AsyncIterator[ServeHTTPResponse]:
        """Have the handler answer a request, of which it gets the whole body at once.

        Its answer is sent on as it comes. There is no limit but the host's. Where the handler fails
        the answer is one with status 500, or is broken off if it has begun.
        """
        request = await _read(requests)
        if isinstance(request, ServeHTTPResponse):
            yield request
            return
        handler = self._plugin.get_hook_handler(HookName.ServeHTTP)
        if handler is None:
            yield plain_response(404, "Not Found")
            return

        loop = asyncio.get_running_loop()
        parts: asyncio.Queue[Optional[List[Write]]] = asyncio.Queue()
        backlog = Backlog()
        in_thread = not inspect.iscoroutinefunction(handler)

        def send(writes: List[Write]) -> None:
            size = sum(len(part) for part, _ in writes)
            backlog.add(size, in_thread, CURRENT.get(None))
            loop.call_soon_threadsafe(parts.put_nowait, writes)

        writer = HTTPResponseWriter(send)
        args = (request.plugin_context, writer, request)
        limit = context.time_remaining()
        run = asyncio.ensure_future(self._runner.run(handler, args, "ServeHTTP", limit))
        run.add_done_callback(lambda _: parts.put_nowait(None))
        head: Optional[HTTPResponseWriter] = writer
        try:
            while True:
                writes = await parts.get()
                if writes is None:
                    break
                for message in responses(writes, head, last=False):
                    yield message
                head = None
                backlog.remove(sum(len(part) for part, _ in writes))
            error = run.exception()
            if error is None:
                for message in responses(writer.get_pending_writes(), head, last=True):
                    yield message
                return
            self._plugin.logger.error("ServeHTTP failed", exc_info=error)
            if head is None:
                await context.abort(grpc.StatusCode.INTERNAL, "the answer was broken off")
            yield plain_response(500, "Internal Server Error")
        finally:
            run.cancel()
            backlog.end()

    def _limit(self, hook: HookName, context: Any) -> Optional[float]:
        limit = self._runner.timeout
        if limit == DEFAULT_HOOK_TIMEOUT:
            limit = hook.facts.deadline
        remaining = context.time_remaining() if hasattr(context, "time_remaining") else None
        if not isinstance(remaining, (int, float)):
            return limit
        # The plugin's own answer is to arrive before the host gives up.
        remaining -= min(0.25, remaining / 10)
        return remaining if limit is None else min(limit, remaining)


async def _read(requests: AsyncIterator[ServeHTTPRequest]) -> Any:
    """Return the request, or the answer to one that is none."""
    init: Any = None
    body = bytearray()
    async for message in requests:
        if init is None:
            init = message.init
        body += message.body_chunk
        if message.body_complete:
            return HTTPRequest.from_init(init, bytes(body))
    if init is None:
        return plain_response(500, "Empty request stream")
    return plain_response(400, "The request's body was broken off")


__all__ = ["DISMISS_POST_ERROR", "HTTPRequest", "HTTPResponseWriter", "PluginHooksServicerImpl"]
