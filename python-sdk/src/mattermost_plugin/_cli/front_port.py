"""One port for the versions of a plugin that come and go behind it."""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import Callable, Optional

from mattermost_plugin._cli.errors import CommandError

_NOBODY = b"HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"


class FrontPort:
    """Passes each connection on to the version that serves when it is made.

    Args:
        port: the port of this machine; 0 for a free one.
        behind: tells the port of the version that serves, None where there is none.
    """

    def __init__(self, port: int, behind: Callable[[], Optional[int]]) -> None:
        self._behind = behind
        try:
            self._server = socket.create_server(("127.0.0.1", port))
        except OSError as error:
            raise CommandError(
                f"port {port} cannot be used ({error.strerror}); name another one by --port"
            ) from error
        self.port = int(self._server.getsockname()[1])
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Take no further connections."""
        self._server.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._server.accept()
            except OSError:
                return
            threading.Thread(target=self._pass_on, args=(client,), daemon=True).start()

    def _pass_on(self, client: socket.socket) -> None:
        port = self._behind()
        with client:
            try:
                plugin = socket.create_connection(("127.0.0.1", port or 0))
            except OSError:
                client.sendall(_NOBODY)
                return
            with plugin:
                back = threading.Thread(target=_copy, args=(plugin, client), daemon=True)
                back.start()
                _copy(client, plugin)
                back.join()


def _copy(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while True:
            data = source.recv(65536)
            if not data:
                break
            target.sendall(data)
    with contextlib.suppress(OSError):
        target.shutdown(socket.SHUT_WR)


__all__ = ["FrontPort"]
