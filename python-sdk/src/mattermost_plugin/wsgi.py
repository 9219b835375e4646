"""Answers a plugin's HTTP requests by a WSGI application: Flask, Django, Bottle, ...

```python
class Web(Plugin):
    web = wsgi.mount(app)
```
"""

from __future__ import annotations

import io
import logging
import urllib.parse
from types import TracebackType
from typing import TYPE_CHECKING, Any, Callable, Dict, Iterable, List, Optional, Tuple, Type, Union

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
from mattermost_plugin.servicers.http import BodyStream, HTTPRequest, HTTPResponseWriter

if TYPE_CHECKING:
    from mattermost_plugin.models import PluginContext
    from mattermost_plugin.plugin import Plugin

App = Callable[[Dict[str, Any], Any], Iterable[bytes]]
ExcInfo = Tuple[Type[BaseException], BaseException, Optional[TracebackType]]


def mount(
    app: Optional[App] = None,
    *,
    create: Optional[Callable[[Any], App]] = None,
    hook: Union[HookName, str] = HookName.ServeHTTP,
) -> Any:
    """Have a WSGI application answer the plugin's HTTP requests, as an attribute of its class.

    Requests are answered in threads, 32 at the same time. Bodies are streams in both directions;
    each part of the answer that the application yields goes to the client at once. A client that
    goes away shows as `HookCancelledError` when the application reads from `wsgi.input` or calls
    `write`, and ends the iteration of its answer.

    The environment has, besides what WSGI says, the plugin as `mattermost.plugin`, its
    PluginContext as `mattermost.context` and the user who is logged in as `mattermost.user_id`,
    empty where nobody is. `SCRIPT_NAME` is where clients see the plugin.

    Args:
        app: the application.
        create: makes the application when the first request comes; is called with the plugin.
        hook: which requests it answers: those of ServeHTTP or of ServeMetrics.
    """
    return _WSGIMount(app, create, hook)


class _WSGIMount(Mount["_Side"]):
    def _side(self, plugin: Plugin) -> _Side:
        return _Side(plugin, self._application(plugin))


class _Side:
    """The application in one plugin."""

    def __init__(self, plugin: Plugin, app: App) -> None:
        self._plugin = plugin
        self._id = plugin_id_of(plugin)
        self._app = app

    def serve(
        self, context: PluginContext, writer: HTTPResponseWriter, request: HTTPRequest
    ) -> None:
        answer = _Answer(writer)
        parts = self._app(self._environ(request), answer.start)
        try:
            for part in parts:
                answer.write(part)
            answer.end()
        finally:
            close = getattr(parts, "close", None)
            if close is not None:
                close()

    def _environ(self, request: HTTPRequest) -> Dict[str, Any]:
        target = target_of(request.url, request.request_uri, self._id)
        scheme = scheme_of(request.get_header("X-Forwarded-Proto"))
        name, port = server_of(request.host, scheme)
        client, client_port = address_of(request.remote_addr) or ("", 0)
        environ: Dict[str, Any] = {
            "REQUEST_METHOD": request.method,
            "SCRIPT_NAME": _decoded(target.root),
            "PATH_INFO": _decoded(target.path),
            "QUERY_STRING": target.query,
            "REQUEST_URI": request.request_uri,
            "SERVER_NAME": name,
            "SERVER_PORT": str(port),
            "SERVER_PROTOCOL": request.proto or "HTTP/1.1",
            "REMOTE_ADDR": client,
            "REMOTE_PORT": str(client_port),
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": scheme,
            "wsgi.input": io.BufferedReader(_Input(request.stream()), 64 * 1024),
            # The body's end is the input's, whatever length was announced.
            "wsgi.input_terminated": True,
            "wsgi.errors": _Errors(self._plugin.logger),
            "wsgi.multithread": True,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
            **facts_of(self._plugin, request.plugin_context, request.user_id),
        }
        if request.host:
            environ["HTTP_HOST"] = request.host
        if request.content_length >= 0:
            environ["CONTENT_LENGTH"] = str(request.content_length)
        environ.update(_headers(request))
        return environ


def _native(text: str) -> str:
    """Return a text as WSGI has it: its UTF-8 bytes, each as a character."""
    return text.encode().decode("latin-1")


def _decoded(path: str) -> str:
    return urllib.parse.unquote_to_bytes(path).decode("latin-1")


def _headers(request: HTTPRequest) -> Dict[str, str]:
    found: Dict[str, List[str]] = {}
    for name, values in request.headers.items():
        # With an underscore it could pass for another one, such as the user's.
        if "_" in name or name.lower() == "transfer-encoding":
            continue
        key = name.upper().replace("-", "_")
        if key not in ("CONTENT_TYPE", "CONTENT_LENGTH"):
            key = f"HTTP_{key}"
        found.setdefault(key, []).extend(_native(value) for value in values)
    return {
        key: ("; " if key == "HTTP_COOKIE" else ",").join(values) for key, values in found.items()
    }


class _Answer:
    """What `start_response` does, and what it returns."""

    def __init__(self, writer: HTTPResponseWriter) -> None:
        self._writer = writer
        self._status: Optional[int] = None
        self._headers: List[Tuple[str, str]] = []
        self._sent = False

    def start(
        self,
        status: str,
        headers: List[Tuple[str, str]],
        exc_info: Optional[ExcInfo] = None,
    ) -> Callable[[bytes], None]:
        if exc_info is not None:
            try:
                if self._sent:
                    raise exc_info[1].with_traceback(exc_info[2])
            finally:
                exc_info = None
        elif self._status is not None:
            raise RuntimeError("start_response was called twice")
        self._status = int(status.split(" ", 1)[0])
        self._headers = list(headers)
        return self.write

    def write(self, data: bytes) -> None:
        if self._status is None:
            raise RuntimeError("the application sent data before it called start_response")
        # Status and headers may still be changed as long as there is nothing to send.
        if data:
            self._settle()
            self._writer.write_eagerly(data)

    def end(self) -> None:
        if self._status is None:
            raise RuntimeError("the application did not call start_response")
        self._settle()

    def _settle(self) -> None:
        if self._sent or self._status is None:
            return
        self._sent = True
        for name, value in self._headers:
            self._writer.add_header(name, _text(value))
        self._writer.write_header(self._status)


def _text(value: str) -> str:
    try:
        return value.encode("latin-1").decode()
    except UnicodeError:
        return value


class _Input(io.RawIOBase):
    """A request's body as a file."""

    def __init__(self, stream: BodyStream) -> None:
        super().__init__()
        self._stream = stream
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self._rest:
            self._rest = memoryview(next(self._stream, b""))
        size = min(len(buffer), len(self._rest))
        buffer[:size] = self._rest[:size]
        self._rest = self._rest[size:]
        return size


class _Errors(io.TextIOBase):
    """Takes what an application reports, line by line, into the plugin's log."""

    def __init__(self, logger: logging.Logger) -> None:
        super().__init__()
        self._logger = logger
        self._line = ""

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        *lines, self._line = (self._line + text).split("\n")
        for line in lines:
            if line.strip():
                self._logger.error("%s", line.rstrip())
        return len(text)

    def flush(self) -> None:
        if self.closed or not self._line.strip():
            return
        line, self._line = self._line, ""
        self._logger.error("%s", line.rstrip())


__all__ = ["App", "mount"]
