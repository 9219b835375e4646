"""Answers a plugin's HTTP requests by an ASGI application: Starlette, FastAPI, Django, ...

```python
class Web(Plugin):
    web = asgi.mount(app)
```
"""

from __future__ import annotations

import asyncio
import functools
import urllib.parse
from typing import (
    TYPE_CHECKING,
    Any,
    Awaitable,
    Callable,
    Dict,
    Iterable,
    List,
    MutableMapping,
    Optional,
    Set,
    Tuple,
    Union,
)

from mattermost_plugin._internal.asgi_websocket import WebSocketConversation
from mattermost_plugin._internal.current_call import HookCancelledError
from mattermost_plugin._internal.http_streams import CHUNK, Incoming
from mattermost_plugin._internal.mounting import (
    Mount,
    address_of,
    facts_of,
    plugin_id_of,
    scheme_of,
    server_of,
    target_of,
)
from mattermost_plugin._internal.whole_request import WholeAnswers, WholeRequest
from mattermost_plugin.grpc import hooks_http_pb2
from mattermost_plugin.hooks import HookName, hook_named
from mattermost_plugin.models import PluginContext
from mattermost_plugin.plugin import Part, Plugin
from mattermost_plugin.servicers.http import HTTPRequest, HTTPResponseWriter

if TYPE_CHECKING:
    from typing import Literal

    from mattermost_plugin.servicers.websockets import WebSocket

Headers = List[Tuple[bytes, bytes]]
Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Any, Any, Any], Awaitable[None]]

#: Seconds that applications have at the plugin's end for what they do after their answers.
_GRACE = 3.0


class ClientGoneError(OSError):
    """The client to which an application sends is gone."""


def mount(
    app: Optional[App] = None,
    *,
    create: Optional[Callable[[Any], App]] = None,
    lifespan: Literal["auto", "on", "off"] = "auto",
    hook: Union[HookName, str] = HookName.ServeHTTP,
) -> Any:
    """Have an ASGI application answer the plugin's HTTP requests, as an attribute of its class.

    It answers clients that want a WebSocket, too, unless a handler of `ServeWebSocket` does.

    The application runs on the event loop for handlers. Its `lifespan` begins after `OnActivate`,
    before the plugin counts as active, and ends before `OnDeactivate`; where its startup fails the
    plugin is not activated.

    A request's scope has, besides what ASGI says, the plugin as `mattermost.plugin`, its
    PluginContext as `mattermost.context` and the user who is logged in as `mattermost.user_id`,
    empty where nobody is. `root_path` is where clients see the plugin.

    A client that goes away is told by `http.disconnect`, and by `ClientGoneError` to who sends; the
    application is not cancelled for it.

    Args:
        app: the application.
        create: makes the application when the plugin begins; is called with the plugin.
        lifespan: whether the application has a lifespan: "auto" tries it out; with "on" its
            failure to handle one keeps the plugin from being activated.
        hook: which requests it answers: those of ServeHTTP or of ServeMetrics.
    """
    if lifespan not in ("auto", "on", "off"):
        raise ValueError(f'lifespan must be "auto", "on" or "off", not {lifespan!r}')
    return _ASGIMount(app, create, hook, lifespan)


class _ASGIMount(Mount["_Side"], Part):
    def __init__(self, app: Any, create: Any, hook: Union[HookName, str], lifespan: str) -> None:
        super().__init__(app, create, hook)
        self._lifespan = lifespan
        #: Whether it answers clients that want a WebSocket, too.
        self.takes_web_sockets = hook_named(hook) == HookName.ServeHTTP

    def _side(self, plugin: Plugin) -> _Side:
        return _Side(plugin, lambda: self._application(plugin), self._lifespan)


class _Side(WholeAnswers):
    """The application in one plugin. All but its making happens on the event loop for handlers."""

    def __init__(self, plugin: Plugin, create: Callable[[], App], mode: str) -> None:
        self._plugin = plugin
        self._id = plugin_id_of(plugin)
        self._create = create
        self._mode = mode
        self._app: Optional[App] = None
        self._life: Optional[_Lifespan] = None
        self._state: Optional[Dict[str, Any]] = None
        self._tasks: Set[asyncio.Task[None]] = set()

    def __repr__(self) -> str:
        return "the ASGI application"

    async def start(self) -> None:
        self._app = self._create()
        if self._mode == "off":
            return
        life = _Lifespan(self._plugin, self._app, self._mode)
        await life.start()
        self._life, self._state = life, life.state

    async def stop(self) -> None:
        if self._tasks:
            await asyncio.wait(list(self._tasks), timeout=_GRACE)
        for task in list(self._tasks):
            task.cancel()
        if self._tasks:
            await asyncio.wait(list(self._tasks), timeout=_GRACE)
        life, self._life, self._state = self._life, None, None
        if life is not None:
            await life.stop()

    async def serve(
        self, context: PluginContext, writer: HTTPResponseWriter, request: HTTPRequest
    ) -> None:
        if self._app is None:
            self._app = self._create()
        exchange = _Exchange(request.incoming(), writer)
        scope = self._scope(request, _headers(request, request.headers.items()), context)
        task = asyncio.ensure_future(self._run(self._app, scope, exchange))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        # What the application does after its answer, as background tasks do, is not waited for.
        await exchange.answer.done

    async def answer_whole(self, request: WholeRequest) -> None:
        app = self._app
        if app is None:
            app = self._app = self._create()
        init = request.message.init
        headers = _headers(init, ((header.key, header.values) for header in init.headers))
        context = PluginContext.from_proto(init.plugin_context)
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            await self._run(app, self._scope(init, headers, context), _WholeExchange(request))
        except asyncio.CancelledError:
            # The application was told, and its client: nobody else waits for this task.
            return
        finally:
            self._tasks.discard(task)

    async def serve_web_socket(self, context: PluginContext, socket: WebSocket) -> None:
        """Have the application talk to a client."""
        if self._app is None:
            self._app = self._create()
        init = socket.init
        headers = _headers(init, ((header.key, header.values) for header in init.headers))
        scope = self._scope(init, headers, context)
        scope.update(
            type="websocket",
            asgi={"version": "3.0", "spec_version": "2.3"},
            scheme="wss" if scope["scheme"] == "https" else "ws",
            subprotocols=socket.protocols,
            extensions={"websocket.http.response": {}},
        )
        del scope["method"]
        conversation = WebSocketConversation(socket)
        await self._app(scope, conversation.receive, conversation.send)

    async def _run(self, app: App, scope: Scope, exchange: Any) -> None:
        try:
            await app(scope, exchange.receive, exchange.send)
        except asyncio.CancelledError:
            exchange.fail(RuntimeError("the application was cancelled: the plugin ends"))
            raise
        except Exception as error:
            if not exchange.fail(error) and not (exchange.gone and isinstance(error, OSError)):
                self._plugin.logger.exception(
                    "the application failed after its answer: %s %s",
                    scope["method"],
                    scope["path"],
                )
        else:
            exchange.fail(RuntimeError("the application ended before its answer was complete"))

    def _scope(self, request: Any, headers: Headers, context: Optional[PluginContext]) -> Scope:
        """Return a request's scope; `request` is an `HTTPRequest`, or the message it began with."""
        root, path, query = target_of(request.url, request.request_uri, self._id)
        # Of several values of a header, the first.
        first = dict(reversed(headers))
        scheme = scheme_of(first.get(b"x-forwarded-proto", b"").decode())
        scope: Scope = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": _version(request.proto_major, request.proto_minor),
            "method": request.method,
            "scheme": scheme,
            "path": _unquoted(root + path),
            "raw_path": (root + path).encode(),
            "query_string": query.encode(),
            "root_path": _unquoted(root),
            "headers": headers,
            "client": address_of(request.remote_addr),
            "server": server_of(request.host, scheme),
            "extensions": {},
            **facts_of(self._plugin, context, first.get(b"mattermost-user-id", b"").decode()),
        }
        if self._state is not None:
            scope["state"] = self._state.copy()
        return scope


def _unquoted(path: str) -> str:
    return urllib.parse.unquote(path) if "%" in path else path


def _version(major: int, minor: int) -> str:
    if major > 1:
        return str(major)
    return f"1.{minor}" if major else "1.1"


@functools.lru_cache(maxsize=256)
def _name(name: str) -> bytes:
    return name.lower().encode()


def _headers(request: Any, named: Iterable[Tuple[str, Iterable[str]]]) -> Headers:
    """Return headers as ASGI has them; `request` is as in `_Side._scope`."""
    headers = [
        (lower, value.encode())
        for name, values in named
        if (lower := _name(name)) != b"transfer-encoding"
        for value in values
    ]
    names = {name for name, _ in headers}
    if b"host" not in names and request.host:
        headers.insert(0, (b"host", request.host.encode()))
    if b"content-length" not in names and request.content_length > 0:
        headers.append((b"content-length", str(request.content_length).encode()))
    return headers


def _text(value: Any) -> str:
    # The wire has texts where HTTP has bytes.
    if isinstance(value, str):
        return value
    try:
        return str(value, "utf-8")
    except UnicodeDecodeError:
        return str(value, "latin-1")


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
            self._writer.add_header(_text(name), _text(value))
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


class _Exchange:
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


class _WholeExchange:
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
                    request.reply(_whole_answer(self._start, body))
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


def _whole_answer(start: Message, body: bytes) -> hooks_http_pb2.ServeHTTPResponse:
    answer = hooks_http_pb2.ServeHTTPResponse(body_chunk=bytes(body), body_complete=True)
    init = answer.init
    init.status_code = int(start["status"])
    add = init.headers.add
    seen: Dict[str, Any] = {}
    for name, value in start.get("headers", ()):
        key = _text(name)
        lower = key.lower()
        if lower in seen:
            seen[lower].values.append(_text(value))
        else:
            seen[lower] = add(key=key, values=(_text(value),))
    return answer


class _Lifespan:
    """What goes before an application's first request and after its last."""

    def __init__(self, plugin: Plugin, app: App, mode: str) -> None:
        loop = asyncio.get_running_loop()
        self._plugin = plugin
        self._app = app
        self._mode = mode
        self._started: asyncio.Future[None] = loop.create_future()
        self._stop: asyncio.Future[None] = loop.create_future()
        self._stopped: asyncio.Future[None] = loop.create_future()
        self._told = False
        self._task: Optional[asyncio.Task[None]] = None
        self.state: Dict[str, Any] = {}

    async def start(self) -> None:
        self._task = asyncio.ensure_future(self._run())
        try:
            await self._started
        except asyncio.CancelledError:
            self._task.cancel()
            raise

    async def stop(self) -> None:
        if self._task is None or self._task.done():
            return
        if not self._stop.done():
            self._stop.set_result(None)
        try:
            await self._stopped
            await asyncio.wait([self._task], timeout=_GRACE)
        finally:
            self._task.cancel()

    async def _run(self) -> None:
        scope = {
            "type": "lifespan",
            "asgi": {"version": "3.0", "spec_version": "2.0"},
            "state": self.state,
            "mattermost.plugin": self._plugin,
        }
        try:
            await self._app(scope, self._receive, self._send)
        except Exception as error:
            self._failed(error)
        finally:
            for future in (self._started, self._stopped):
                if not future.done():
                    future.set_result(None)

    def _failed(self, error: Exception) -> None:
        logger = self._plugin.logger
        if self._started.done():
            # What was told is not told again.
            if not self._stopped.done():
                logger.exception("the ASGI application's lifespan failed")
        elif self._mode == "on":
            self._started.set_exception(error)
        else:
            logger.debug("the ASGI application has no lifespan: %r", error)

    async def _receive(self) -> Message:
        if not self._told:
            self._told = True
            return {"type": "lifespan.startup"}
        # Not the future itself, which an application that is cancelled would cancel.
        await asyncio.shield(self._stop)
        return {"type": "lifespan.shutdown"}

    async def _send(self, message: Message) -> None:
        kind, text = message["type"], message.get("message", "")
        future = self._started if ".startup." in kind else self._stopped
        if future.done():
            return
        if kind.endswith(".complete"):
            future.set_result(None)
            return
        last = text.strip().rpartition("\n")[2]
        what = "start" if future is self._started else "end well"
        if text:
            self._plugin.logger.error("the ASGI application did not %s: %s", what, text)
        future.set_exception(RuntimeError(f"the ASGI application did not {what}: {last}"))


__all__ = ["App", "ClientGoneError", "Message", "Receive", "Scope", "Send", "mount"]
