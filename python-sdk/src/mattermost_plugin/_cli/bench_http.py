"""HTTP of a plugin on the bench."""

from __future__ import annotations

import asyncio
import concurrent.futures
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Dict, List

from mattermost_plugin._cli.bench_host import USER_ID
from mattermost_plugin.testing import PluginHarness

# As the harness takes a body in one piece.
_LONGEST_BODY = 64 << 20


class HttpServer:
    """Answers `/plugins/ID/...` by the plugin's ServeHTTP, on a port of this machine.

    Who asks is the user of the bench, as if logged in.
    """

    def __init__(
        self, harness: PluginHarness[Any], plugin_id: str, loop: asyncio.AbstractEventLoop
    ) -> None:
        class Handler(_Handler):
            pass

        Handler.harness, Handler.loop = harness, loop
        Handler.prefix = f"/plugins/{plugin_id}"
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def port(self) -> int:
        """The port."""
        return int(self._server.server_address[1])


class _Handler(BaseHTTPRequestHandler):
    harness: PluginHarness[Any]
    loop: asyncio.AbstractEventLoop
    prefix: str

    def _handle(self) -> None:
        path = self.path[len(self.prefix) :]
        if not self.path.startswith(self.prefix) or (path and path[0] not in "/?"):
            self.send_error(404, f"the plugin is at {self.prefix}/")
            return
        length = int(self.headers.get("Content-Length") or 0)
        if length > _LONGEST_BODY:
            self.send_error(413)
            return
        body = self.rfile.read(length)
        headers: Dict[str, List[str]] = {}
        for name, value in self.headers.items():
            headers.setdefault(name, []).append(value)
        url = path if path.startswith("/") else f"/{path}"
        answering = self._answer(url, body, headers)
        future = asyncio.run_coroutine_threadsafe(answering, self.loop)
        try:
            future.result()
        except (BrokenPipeError, ConnectionResetError, concurrent.futures.CancelledError):
            future.cancel()

    async def _answer(self, url: str, body: bytes, headers: Any) -> None:
        answer = self.harness.astream(
            self.command, url, body=body, headers=headers, user_id=USER_ID
        )
        begun = False
        try:
            async with answer:
                self.send_response(answer.status)
                for name, values in answer.headers.items():
                    for value in values:
                        self.send_header(name, value)
                self.send_header("Connection", "close")
                self.end_headers()
                begun = True
                async for part in answer:
                    # The loop waits for clients of this machine, which are quick.
                    self.wfile.write(part)
                    self.wfile.flush()
        except (BrokenPipeError, ConnectionResetError):
            return
        except Exception as error:
            if not begun:
                self.send_error(500, str(error).splitlines()[0] if str(error) else None)

    def log_message(self, format: str, *args: Any) -> None:
        """Leave it to the plugin to log."""

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = _handle  # noqa: N815


__all__ = ["HttpServer"]
