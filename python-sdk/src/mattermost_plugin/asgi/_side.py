"""An application in one plugin."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Callable, Dict, Optional, Set

from mattermost_plugin._internal.asgi_websocket import WebSocketConversation
from mattermost_plugin._internal.mounting import (
    address_of,
    facts_of,
    plugin_id_of,
    scheme_of,
    server_of,
    target_of,
)
from mattermost_plugin._internal.whole_request import WholeAnswers, WholeRequest
from mattermost_plugin.asgi._exchanges import Exchange, WholeExchange
from mattermost_plugin.asgi._lifespan import GRACE, Lifespan
from mattermost_plugin.asgi._messages import App, Headers, Scope, headers_of, unquoted, version
from mattermost_plugin.models import PluginContext
from mattermost_plugin.plugin import Plugin
from mattermost_plugin.servicers.http import HTTPRequest, HTTPResponseWriter

if TYPE_CHECKING:
    from mattermost_plugin.servicers.websockets import WebSocket


class Side(WholeAnswers):
    """The application in one plugin. All but its making happens on the event loop for handlers."""

    def __init__(self, plugin: Plugin, create: Callable[[], App], mode: str) -> None:
        self._plugin = plugin
        self._id = plugin_id_of(plugin)
        self._create = create
        self._mode = mode
        self._app: Optional[App] = None
        self._life: Optional[Lifespan] = None
        self._state: Optional[Dict[str, Any]] = None
        self._tasks: Set[asyncio.Task[None]] = set()

    def __repr__(self) -> str:
        return "the ASGI application"

    async def start(self) -> None:
        self._app = self._create()
        if self._mode == "off":
            return
        life = Lifespan(self._plugin, self._app, self._mode)
        await life.start()
        self._life, self._state = life, life.state

    async def stop(self) -> None:
        if self._tasks:
            await asyncio.wait(list(self._tasks), timeout=GRACE)
        for task in list(self._tasks):
            task.cancel()
        if self._tasks:
            await asyncio.wait(list(self._tasks), timeout=GRACE)
        life, self._life, self._state = self._life, None, None
        if life is not None:
            await life.stop()

    async def serve(
        self, context: PluginContext, writer: HTTPResponseWriter, request: HTTPRequest
    ) -> None:
        if self._app is None:
            self._app = self._create()
        exchange = Exchange(request.incoming(), writer)
        scope = self._scope(request, headers_of(request, request.headers.items()), context)
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
        headers = headers_of(init, ((header.key, header.values) for header in init.headers))
        context = PluginContext.from_proto(init.plugin_context)
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            await self._run(app, self._scope(init, headers, context), WholeExchange(request))
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
        headers = headers_of(init, ((header.key, header.values) for header in init.headers))
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
            "http_version": version(request.proto_major, request.proto_minor),
            "method": request.method,
            "scheme": scheme,
            "path": unquoted(root + path),
            "raw_path": (root + path).encode(),
            "query_string": query.encode(),
            "root_path": unquoted(root),
            "headers": headers,
            "client": address_of(request.remote_addr),
            "server": server_of(request.host, scheme),
            "extensions": {},
            **facts_of(self._plugin, context, first.get(b"mattermost-user-id", b"").decode()),
        }
        if self._state is not None:
            scope["state"] = self._state.copy()
        return scope
