"""Answers a plugin's HTTP requests by an ASGI application: Starlette, FastAPI, Django, ...

```python
class Web(Plugin):
    web = asgi.mount(app)
```
"""

from __future__ import annotations

import asyncio
import urllib.parse
from typing import (
    TYPE_CHECKING,
    Any,
    Awaitable,
    Callable,
    Dict,
    List,
    MutableMapping,
    Optional,
    Set,
    Tuple,
    Union,
)

from mattermost_plugin._internal.current_call import HookCancelledError
from mattermost_plugin._internal.http_streams import Incoming
from mattermost_plugin._internal.mounting import (
    Mount,
    address_of,
    facts_of,
    plugin_id_of,
    scheme_of,
    server_of,
    target_of,
)
from mattermost_plugin.hooks import HookName
from mattermost_plugin.plugin import Part, Plugin
from mattermost_plugin.servicers.http import HTTPRequest, HTTPResponseWriter

if TYPE_CHECKING:
    from typing import Literal

    from mattermost_plugin.models import PluginContext

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

    def _side(self, plugin: Plugin) -> _Side:
        return _Side(plugin, lambda: self._application(plugin), self._lifespan)


class _Side:
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
        exchange = _Exchange(request, writer)
        task = asyncio.ensure_future(self._run(self._app, self._scope(request), exchange))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        # What the application does after its answer, as background tasks do, is not waited for.
        await exchange.answered

    async def _run(self, app: App, scope: Scope, exchange: _Exchange) -> None:
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

    def _scope(self, request: HTTPRequest) -> Scope:
        target = target_of(request, self._id)
        scheme = scheme_of(request)
        scope: Scope = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": _version(request),
            "method": request.method,
            "scheme": scheme,
            "path": urllib.parse.unquote(target.root + target.path),
            "raw_path": (target.root + target.path).encode(),
            "query_string": target.query.encode(),
            "root_path": urllib.parse.unquote(target.root),
            "headers": _headers(request),
            "client": address_of(request.remote_addr),
            "server": server_of(request, scheme),
            "extensions": {},
            **facts_of(self._plugin, request),
        }
        if self._state is not None:
            scope["state"] = self._state.copy()
        return scope


def _version(request: HTTPRequest) -> str:
    major, minor = request.proto_major or 1, request.proto_minor if request.proto_major else 1
    return str(major) if major > 1 else f"{major}.{minor}"


def _headers(request: HTTPRequest) -> List[Tuple[bytes, bytes]]:
    headers = [
        (name.lower().encode(), value.encode())
        for name, values in request.headers.items()
        for value in values
        if name.lower() != "transfer-encoding"
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
        return bytes(value).decode()
    except UnicodeDecodeError:
        return bytes(value).decode("latin-1")


class _Exchange:
    """What a request's `receive` and `send` do."""

    def __init__(self, request: HTTPRequest, writer: HTTPResponseWriter) -> None:
        self._incoming: Incoming = request.incoming()
        self._writer = writer
        self._read = False
        self._status: Optional[int] = None
        #: Done when the answer is complete, or won't be.
        self.answered: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    @property
    def gone(self) -> bool:
        """Whether the client is gone."""
        return self.answered.cancelled()

    def fail(self, error: Exception) -> bool:
        """Have the answer fail with `error`; return False if it is complete or nobody waits."""
        if self.answered.done():
            return False
        self.answered.set_exception(error)
        return True

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
        if self._status is not None:
            raise RuntimeError("http.response.start was sent twice")
        self._status = int(message["status"])
        for name, value in message.get("headers", ()):
            self._writer.add_header(_text(name), _text(value))
        self._writer.write_header(self._status)

    async def _send(self, message: Message) -> None:
        if self._status is None:
            raise RuntimeError("http.response.body was sent before http.response.start")
        if self.answered.done():
            raise RuntimeError("http.response.body was sent after the end of the body")
        body = message.get("body", b"")
        try:
            if message.get("more_body", False):
                await self._writer.write_eagerly(body)
                return
            self._writer.write_eagerly(body, eager=False, last=True)
        except HookCancelledError:
            raise ClientGoneError("the client is gone") from None
        self.answered.set_result(None)


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
