"""Unix sockets on which a plugin is served, in the folder that the host offers for them."""

from __future__ import annotations

import logging
import os
import sys

_logger = logging.getLogger(__name__)

_FOLDER = "PLUGIN_UNIX_SOCKET_DIR"
_GROUP = "PLUGIN_UNIX_SOCKET_GROUP"
# What fits into a socket's address on all systems, less what a name needs.
_LONGEST_PATH = 103


def free_path() -> str:
    """Return a path for a socket, empty where the host offers no folder that can be used."""
    folder = os.environ.get(_FOLDER)
    if not folder or sys.platform == "win32":
        return ""
    path = os.path.join(os.path.abspath(folder), f"plugin{os.urandom(4).hex()}")
    if len(os.fsencode(path)) <= _LONGEST_PATH:
        return path
    _logger.warning("%s is too long for a socket; a port is used instead", path)
    return ""


def protect(path: str) -> None:
    """Have nobody use the socket but those whom the host says."""
    group = os.environ.get(_GROUP)
    if group:
        os.chown(path, -1, int(group) if group.isdigit() else _id_of(group))
    os.chmod(path, 0o660 if group else 0o600)


def _id_of(group: str) -> int:
    import grp

    try:
        return grp.getgrnam(group).gr_gid
    except KeyError:
        raise LookupError(f"{_GROUP}: there is no group {group!r}") from None
