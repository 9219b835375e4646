"""What the bench and the process of a plugin say to each other."""

from __future__ import annotations

import json
import threading
from multiprocessing.connection import Connection
from typing import Any, Dict

Message = Dict[str, Any]


class Wire:
    """JSON objects over a connection of this machine. Sending is safe from any thread."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._lock = threading.Lock()

    def send(self, **message: Any) -> None:
        """Send one object; raise OSError where nobody is there any more."""
        data = json.dumps(message).encode()
        with self._lock:
            self._connection.send_bytes(data)

    def receive(self) -> Message:
        """Wait for the next object; raise EOFError or OSError when the other end is gone."""
        message: Message = json.loads(self._connection.recv_bytes())
        return message

    def close(self) -> None:
        """End it."""
        self._connection.close()


__all__ = ["Message", "Wire"]
