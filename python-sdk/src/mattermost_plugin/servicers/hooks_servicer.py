"""Has a plugin's handlers answer the host's hook calls."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import inspect
import itertools
from typing import (
    TYPE_CHECKING,
    Any,
    AsyncContextManager,
    AsyncIterator,
    Dict,
    List,
    Optional,
    Tuple,
    TypeVar,
    Union,
)

from mattermost_plugin._generated.hook_names import HookName
from mattermost_plugin._generated.hooks import PluginHooksServicer
from mattermost_plugin._internal.call_stream import REST, Begin
from mattermost_plugin._internal.current_call import HookCancelledError
from mattermost_plugin._internal.exchange import Exchange
from mattermost_plugin._internal.http_streams import NothingYetError
from mattermost_plugin._internal.lazy import LazyModule
from mattermost_plugin._internal.loops import Due
from mattermost_plugin._internal.pool import HandlerPool
from mattermost_plugin._internal.results import FOR_USERS, R, Shape
from mattermost_plugin._internal.servicer import request_of
from mattermost_plugin._internal.status import Status, end_call
from mattermost_plugin._internal.whole_request import WholeAnswers, WholeRequest
from mattermost_plugin.exceptions import UserError
from mattermost_plugin.hook_runner import (
    Here,
    HookRunner,
    HookTimeoutError,
    OwnTask,
    is_coroutine_function,
    may_be_awaitable,
)
from mattermost_plugin.plugin import Plugin, Running
from mattermost_plugin.runtime_config import DEFAULT_HOOK_TIMEOUT
from mattermost_plugin.servicers.upload_exchanges import UploadExchange
from mattermost_plugin.servicers.web_exchanges import WebExchange, WebRefusal

if TYPE_CHECKING:
    from mattermost_plugin.grpc import hooks_extension_pb2, hooks_http_pb2
    from mattermost_plugin.grpc.hooks_extension_pb2 import (
        StreamedUploadRequest,
        StreamedUploadResponse,
        WebSocketFromClient,
        WebSocketFromPlugin,
    )
    from mattermost_plugin.grpc.hooks_http_pb2 import ServeHTTPRequest, ServeHTTPResponse
    from mattermost_plugin.servicers import http as _http
    from mattermost_plugin.servicers import uploads as _uploads
    from mattermost_plugin.servicers import websockets as _websockets
    from mattermost_plugin.servicers.http import HTTPRequest, HTTPResponseWriter
    from mattermost_plugin.servicers.uploads import FileUpload
    from mattermost_plugin.servicers.websockets import WebSocket
else:
    # Most plugins answer neither requests nor uploads, and do without what that takes.
    hooks_extension_pb2 = LazyModule("mattermost_plugin.grpc.hooks_extension_pb2")
    hooks_http_pb2 = LazyModule("mattermost_plugin.grpc.hooks_http_pb2")
    _http = LazyModule("mattermost_plugin.servicers.http")
    _uploads = LazyModule("mattermost_plugin.servicers.uploads")
    _websockets = LazyModule("mattermost_plugin.servicers.websockets")

    def __getattr__(name: str) -> Any:
        if name in ("HTTPRequest", "HTTPResponseWriter"):
            return getattr(_http, name)
        if name == "FileUpload":
            return _uploads.FileUpload
        if name == "WebSocket":
            return _websockets.WebSocket
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


M = TypeVar("M")

#: How many requests plain functions answer at the same time, and how many wait for one to end.
#: They are not counted with other hooks, which long answers must not hold up.
WEB_WORKERS = 32
WEB_WAITING = 256

#: Seconds that a stream of calls waits for the beginning of an answer, and that its rest is kept.
BEGINS_WITHIN = 1.0
REST_KEPT = 10.0

#: Returned as the reason by MessageWillBePosted, it makes the post vanish without an error.
DISMISS_POST_ERROR = "plugin.message_will_be_posted.dismiss_post"


#: Parts of a plugin begin and end with these, besides its own handlers.
LIFE = (HookName.OnActivate, HookName.OnDeactivate)


#: Hooks whose handlers say by a text that something is wrong, which belongs into the plugin's log.
_SAID = (HookName.OnActivate, HookName.OnDeactivate, HookName.OnConfigurationChange)


class PluginHooksServicerImpl(PluginHooksServicer):
    """Has a plugin's handlers answer the host's hook calls.

    A handler has until shortly before the host's deadline, and not longer than the runner's own
    limit if that is not the usual one. Where the host sets no deadline it is what the contract says
    of the hook.

    What a handler raises is logged with its trace, and reported to the host.
    """

    def __init__(self, plugin: Plugin, runner: Optional[HookRunner] = None) -> None:
        self._plugin = plugin
        self._runner = HookRunner() if runner is None else runner
        self._web_pool = HandlerPool(WEB_WORKERS, WEB_WAITING)
        self._rests: Dict[int, Tuple[WebExchange, Due]] = {}
        self._numbers = itertools.count(1)

    async def implemented_hooks(self) -> List[str]:
        return self._plugin.implemented_hooks()

    def blocks(self, hook: HookName) -> bool:
        """Return whether the plugin handles a hook by a plain function, and by nothing else."""
        handler = None if hook in LIFE else self._plugin.get_hook_handler(hook)
        return handler is not None and not is_coroutine_function(handler)

    def close(self) -> None:
        """End the threads for HTTP, each when it has nothing more to do."""
        self._web_pool.close()

    async def _serve(
        self,
        hook: HookName,
        request: Any,
        required: Tuple[str, ...],
        args: Tuple[Any, ...],
        shape: Shape[R],
        context: Any,
    ) -> R:
        if not isinstance(context, Here) or hook in LIFE:
            return await super()._serve(hook, request, required, args, shape, context)
        # What `dispatch` does for most hooks, without the steps in between, which take longer than
        # most handlers.
        handler = self._plugin.get_hook_handler(hook._value_)
        if handler is None or not context.takes(handler):
            return await super()._serve(hook, request, required, args, shape, context)
        for field in required:
            if not request.HasField(field):
                await self._lacks(hook, field, context)
        try:
            context.enter(handler, hook._value_, self.limit_of(hook, context))
            try:
                result = handler(*args)
                if context.on_loop:
                    result = await result
                elif may_be_awaitable(result) and inspect.isawaitable(result):
                    # A function that returns a coroutine is as good as a coroutine.
                    result = await context.go_on(result)
            except BaseException as error:
                raise context.reported(error)  # noqa: B904 - it is as a rule the same one
            finally:
                context.leave()
        except Exception as error:
            self._log(hook, error, args)
            return await self._failed(hook, error, shape, args, context)
        return await self._encoded(hook, result, shape, args, context)

    async def _encoded(
        self, hook: HookName, result: Any, shape: Shape[R], args: Tuple[Any, ...], context: Any
    ) -> R:
        try:
            response = shape.encode(result)
        except Exception as error:
            # No trace: it would have no line of the plugin in it.
            self._plugin.logger.error("%s", error)
            return await self._failed(hook, error, shape, args, context)
        if hook in _SAID and isinstance(result, (str, BaseException)) and str(result):
            self._plugin.logger.error("%s: %s", hook, result)
        return response

    async def dispatch(self, hook: HookName, args: Tuple[Any, ...], context: Any) -> Any:
        handler = self._plugin.get_hook_handler(hook)
        if handler is None and hook is HookName.FileWillBeUploaded:
            streamed = self._plugin.get_hook_handler(HookName.FileWillBeUploadedStream)
            handler = None if streamed is None else _uploads.in_one_piece(streamed)
        if handler is None and hook is HookName.ExecuteCommand:
            raise NotImplementedError("the plugin does not handle commands")
        try:
            if hook is HookName.OnDeactivate:
                await self._stop_parts(self._plugin.get_parts(), context)
            result = None
            if handler is not None:
                limit = self.limit_of(hook, context)
                result = await self._runner.run(handler, args, hook._value_, limit)
            if hook is HookName.OnActivate and result in (None, ""):
                await self._start_parts(context)
            if hook is HookName.OnDeactivate:
                await self._runner.run(self._plugin._background.end, (), hook._value_, None)
            return result
        except Exception as error:
            self._log(hook, error, args)
            raise

    def _log(self, hook: HookName, error: Exception, args: Tuple[Any, ...] = ()) -> None:
        if isinstance(error, UserError):
            self._plugin.logger.info("%s: %s", hook, error)
            return
        request = request_of(args) if hook in FOR_USERS else ""
        told = f" (request {request})" if request else ""
        if isinstance(error, HookTimeoutError):
            where = f"; it was at {error.where}" if error.where else ""
            self._plugin.logger.error("%s%s%s", error, told, where)
        else:
            self._plugin.logger.error("%s failed%s", hook, told, exc_info=error)

    async def _start_parts(self, context: Any) -> None:
        started: List[Running] = []
        for part in self._plugin.get_parts():
            limit = self.limit_of(HookName.OnActivate, context)
            try:
                await self._runner.run(part.start, (), "OnActivate", limit)
            except Exception:
                await self._stop_parts(started, context)
                raise
            started.append(part)

    async def _stop_parts(self, parts: List[Running], context: Any) -> None:
        for part in reversed(parts):
            limit = self.limit_of(HookName.OnDeactivate, context)
            try:
                await self._runner.run(part.stop, (), "OnDeactivate", limit)
            except Exception:
                # The plugin's own handler is called nevertheless.
                self._plugin.logger.exception("OnDeactivate: %s did not end well", part)

    async def ServeHTTP(  # noqa: N802 - the wire's name
        self, requests: AsyncIterator[ServeHTTPRequest], context: Any
    ) -> AsyncIterator[ServeHTTPResponse]:
        """Have the handler answer a request, both as streams.

        There is no limit but the host's. Where the handler fails the answer is one with status 500,
        or is broken off if it has begun.
        """
        async with self._exchange(HookName.ServeHTTP, requests, context) as exchange:
            while not exchange.complete:
                yield await exchange.next(context)

    async def ServeMetrics(  # noqa: N802 - the wire's name
        self, requests: AsyncIterator[ServeHTTPRequest], context: Any
    ) -> AsyncIterator[ServeHTTPResponse]:
        """Have the handler answer a request for metrics, in the way of `ServeHTTP`."""
        async with self._exchange(HookName.ServeMetrics, requests, context) as exchange:
            while not exchange.complete:
                yield await exchange.next(context)

    def _exchange(
        self, hook: HookName, requests: AsyncIterator[ServeHTTPRequest], context: Any
    ) -> AsyncContextManager[Union[WebExchange, WebRefusal]]:
        metadata = context.invocation_metadata() if hasattr(context, "invocation_metadata") else ()
        for name, number in metadata or ():
            if name == REST:
                return self._continued(int(number), context)
        return self._begun(hook, requests, context)

    @contextlib.asynccontextmanager
    async def _begun(
        self, hook: HookName, requests: AsyncIterator[ServeHTTPRequest], context: Any
    ) -> AsyncIterator[Union[WebExchange, WebRefusal]]:
        messages = requests.__aiter__()
        first = await _next(messages)
        if first is None:
            yield WebRefusal(500, "Empty request stream")
            return
        refusal, handler = self._look_at(hook, first)
        if refusal is not None:
            yield refusal
            return
        exchange = WebExchange(self._plugin, hook, first)
        _close_when_done(exchange, context)
        try:
            await exchange.begin(handler, messages, context, self._runner, self._web_pool)
            yield exchange
        finally:
            exchange.close()

    @contextlib.asynccontextmanager
    async def _continued(self, number: int, context: Any) -> AsyncIterator[WebExchange]:
        if number not in self._rests:
            await end_call(context, Status.NOT_FOUND, "the rest of the answer was not kept")
        exchange, forgetting = self._rests.pop(number)
        forgetting.pop(exchange)
        _close_when_done(exchange, context)
        try:
            yield exchange
        finally:
            exchange.close()

    def _look_at(self, hook: HookName, first: ServeHTTPRequest) -> Tuple[Optional[WebRefusal], Any]:
        """Return why no handler gets a request, or None and the handler."""
        handler = self._plugin.get_hook_handler(hook)
        if not first.HasField("init"):
            return WebRefusal(400, "The request has no beginning"), None
        if handler is None:
            return WebRefusal(404, "Not Found"), None
        return None, handler

    def beginnings(self) -> Dict[str, Begin]:
        """Return how requests begin that come on a stream of calls, by their methods."""
        return {
            "mattermost.pluginapi.v1.PluginHooks/ServeHTTP": functools.partial(
                self._begin, HookName.ServeHTTP
            ),
            "krait.hooks.v1.PluginHooksExtension/ServeMetrics": functools.partial(
                self._begin, HookName.ServeMetrics
            ),
        }

    async def _begin(
        self, hook: HookName, request: ServeHTTPRequest, context: Any
    ) -> Optional[Tuple[Optional[ServeHTTPResponse], int]]:
        refusal, handler = self._look_at(hook, request)
        if refusal is not None:
            return await refusal.next(context), 0
        if not request.body_complete:
            await end_call(context, Status.UNIMPLEMENTED, f"{hook}: more has to follow")
        adapter = getattr(handler, "__self__", None)
        if (
            isinstance(adapter, WholeAnswers)
            and isinstance(context, OwnTask)
            and context.time_remaining() is None
        ):
            make = functools.partial(WebExchange, self._plugin, hook, request)
            whole = WholeRequest(request, hook._value_, context, make, self._keep)
            await whole.answer(adapter, self._runner, BEGINS_WITHIN)
            return None
        exchange = WebExchange(self._plugin, hook, request)
        message: Optional[ServeHTTPResponse] = None
        kept = False
        try:
            await exchange.begin(handler, _none(), context, self._runner, self._web_pool)
            if not exchange.outgoing.ready:
                # Many coroutines are at their end when they were let run once.
                await asyncio.sleep(0)
            if exchange.outgoing.ready:
                message = await exchange.next(context)
            else:
                message = await self._next_within(exchange, context)
            kept = not exchange.complete
            return message, self._keep(exchange) if kept else 0
        finally:
            if not kept:
                exchange.close()

    async def _next_within(
        self, exchange: WebExchange, context: Any
    ) -> Optional[ServeHTTPResponse]:
        late = self._runner.later(exchange, BEGINS_WITHIN, exchange.hurry)
        try:
            return await exchange.next(context)
        except NothingYetError:
            return None
        finally:
            late.pop(exchange, None)

    def _keep(self, exchange: WebExchange) -> int:
        """Keep an exchange until its rest is asked for, but not for long; return its number."""
        number = next(self._numbers)

        def forget() -> None:
            del self._rests[number]
            exchange.close()

        self._rests[number] = exchange, self._runner.later(exchange, REST_KEPT, forget)
        return number

    async def FileWillBeUploadedStream(  # noqa: N802 - the wire's name
        self, requests: AsyncIterator[StreamedUploadRequest], context: Any
    ) -> AsyncIterator[StreamedUploadResponse]:
        """Have the handler look at a file, both directions as streams."""
        hook = HookName.FileWillBeUploadedStream
        messages = requests.__aiter__()
        first = await _next(messages)
        handler = self._plugin.get_hook_handler(hook)
        if first is None or not first.HasField("init"):
            await end_call(context, Status.INVALID_ARGUMENT, f"{hook}: there is no beginning")
            return
        if handler is None:
            await end_call(context, Status.UNIMPLEMENTED, f"{hook} is not handled")
            return
        upload = UploadExchange(self._plugin, hook, first)
        _close_when_done(upload, context)
        try:
            upload.feed(messages)
            upload.call(
                handler, upload.args, self.limit_of(hook, context), self._runner, self._web_pool
            )
            while not upload.complete:
                yield await upload.next(context)
        finally:
            upload.close()

    async def ServeWebSocket(  # noqa: N802 - the wire's name
        self, requests: AsyncIterator[WebSocketFromClient], context: Any
    ) -> AsyncIterator[WebSocketFromPlugin]:
        """Have the handler talk to a client, until one of them closes."""
        hook = HookName.ServeWebSocket
        messages = requests.__aiter__()
        first = await _next(messages)
        handler = self._plugin.get_hook_handler(hook)
        if first is None or not first.HasField("init"):
            await end_call(context, Status.INVALID_ARGUMENT, f"{hook}: there is no beginning")
            return
        if handler is None:
            await end_call(context, Status.UNIMPLEMENTED, f"{hook} is not handled")
            return
        socket = _websockets.WebSocket(first.init)
        ended = functools.partial(self._socket_ended, socket)
        feeding = asyncio.ensure_future(_websockets.feed_all(messages, socket))
        run = self._runner.begin(handler, (socket.context, socket), hook.value, None, ended)
        if hasattr(context, "add_done_callback"):
            context.add_done_callback(lambda _: socket.end(_websockets.GONE, ""))
        try:
            answer = await socket.answer()
            if answer is None:
                return
            if isinstance(answer, _websockets.Refusal):
                yield _websockets.refused(answer)
                return
            yield _websockets.accepted(answer)
            sent = await socket.take()
            while sent is not None:
                yield _websockets.passed(sent)
                sent = None if sent.close_code else await socket.take()
        finally:
            feeding.cancel()
            socket.end(_websockets.GONE, "")
            run.end()

    def _socket_ended(self, socket: WebSocket, result: Any, error: Optional[BaseException]) -> None:
        if error is None or isinstance(error, (HookCancelledError, asyncio.CancelledError)):
            socket.finish(_websockets.NORMAL, "")
            return
        self._plugin.logger.error(
            "%s failed: %s", HookName.ServeWebSocket, socket.path, exc_info=error
        )
        socket.finish(_websockets.FAILED, "the plugin has failed")

    def limit_of(self, hook: HookName, context: Any) -> Optional[float]:
        """Return the seconds that a handler has by the context of its call, None for no limit."""
        limit = self._runner.timeout
        usual = limit == DEFAULT_HOOK_TIMEOUT
        ask = getattr(context, "time_remaining", None)
        remaining = None if ask is None else ask()
        if not isinstance(remaining, (int, float)):
            return _deadline_of(hook) if usual else limit
        # The plugin's own answer is to arrive before the host gives up.
        remaining -= 0.25 if remaining > 2.5 else remaining / 10
        return remaining if usual or limit is None or remaining < limit else limit


@functools.cache
def _deadline_of(hook: HookName) -> Optional[float]:
    return hook.facts.deadline


def _close_when_done(exchange: Exchange, context: Any) -> None:
    # A generator that waits for the host is not told when the host goes away.
    if hasattr(context, "add_done_callback"):
        context.add_done_callback(lambda _: exchange.close())


async def _none() -> AsyncIterator[ServeHTTPRequest]:
    nothing: Tuple[ServeHTTPRequest, ...] = ()
    for message in nothing:
        yield message


async def _next(messages: AsyncIterator[M]) -> Optional[M]:
    try:
        return await messages.__anext__()
    except StopAsyncIteration:
        return None


__all__ = [
    "DISMISS_POST_ERROR",
    "FileUpload",
    "HTTPRequest",
    "HTTPResponseWriter",
    "PluginHooksServicerImpl",
    "WebSocket",
]
