"""What `breakpoint()` does in a plugin that a host has started: there is no terminal to ask."""

from __future__ import annotations

import logging
import os
import socket
import sys
from typing import Any

_logger = logging.getLogger("breakpoint")

#: Set to 1 by a host that debugs the plugin: it waits for it as long as it takes.
DEBUG_VARIABLE = "KRAIT_DEBUG"

#: The port for debuggers; without it a free one.
PORT_VARIABLE = "KRAIT_DEBUG_PORT"


_LOOPBACK = "127.0.0.1"


def _is_free(port: int) -> bool:
    # debugpy would find it out after half a minute, and then fail.
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((_LOOPBACK, port))
        except OSError:
            return False
    return True


class HostedBreakpoints:
    """Stops a plugin for a debugger where the host debugs it, and says how elsewhere.

    Without it a `breakpoint()` would ask a terminal that is not there, and keep the host waiting.
    """

    def __init__(self) -> None:
        self._debugger: Any = None

    def install(self) -> None:
        """Have `breakpoint()` call this, unless the environment names something else for it."""
        if os.environ.get("PYTHONBREAKPOINT"):
            return
        if os.environ.get(DEBUG_VARIABLE) == "1":
            self._listen()
        sys.breakpointhook = self

    def _listen(self) -> None:
        os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")
        try:
            import debugpy
        except ImportError:
            return
        text = os.environ.get(PORT_VARIABLE, "")
        port = int(text) if text.isdigit() else 0
        if not _is_free(port):
            _logger.warning("port %d for debuggers is in use; another one is taken", port)
            port = 0
        try:
            _, bound = debugpy.listen((_LOOPBACK, port))
        except Exception as error:
            # The plugin runs all the same.
            _logger.error("debugpy does not listen, so no editor can be attached: %s", error)
            return
        self._debugger = debugpy
        _logger.warning("debugpy listens at 127.0.0.1:%d; attach an editor", bound)

    def __call__(self, *args: Any, **kwargs: Any) -> None:
        """Stop at the line that called `breakpoint()`, or pass over it."""
        frame = sys._getframe(1)
        where = f"{os.path.basename(frame.f_code.co_filename)}:{frame.f_lineno}"
        debugger = self._debugger
        if debugger is not None:
            if not debugger.is_client_connected():
                _logger.warning("%s: breakpoint() waits for an editor to be attached", where)
                debugger.wait_for_client()
            debugger.breakpoint()
        elif os.environ.get(DEBUG_VARIABLE) == "1":
            _logger.warning(
                "%s: breakpoint() is passed over, as debugpy does not listen; where it is not"
                " installed, install it: %s -m pip install debugpy",
                where,
                sys.executable,
            )
        else:
            _logger.warning(
                "%s: breakpoint() is passed over, as no terminal is here; stop there with"
                " mattermost-plugin run --debug, or with debug of io.krait.plugin~%s on the server",
                where,
                os.environ.get("MATTERMOST_PLUGIN_ID", "ID"),
            )


__all__ = ["DEBUG_VARIABLE", "HostedBreakpoints", "PORT_VARIABLE"]
