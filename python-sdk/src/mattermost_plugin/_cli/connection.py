"""Which server commands talk to, and as whom."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import NamedTuple, Optional

from mattermost_plugin._cli.errors import CommandError

URL_VARIABLE = "MATTERMOST_URL"
TOKEN_VARIABLE = "MATTERMOST_TOKEN"
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class Address(NamedTuple):
    """A server, and the token by which it knows the user."""

    url: str
    token: str


def login_file() -> Path:
    """Return where `login` keeps address and token."""
    home = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(home) / "mattermost-plugin" / "server.json"


def find_address(url: Optional[str], token: Optional[str]) -> Address:
    """Return the server of the options, of the environment, or of the last login."""
    url = url or os.environ.get(URL_VARIABLE)
    token = token or os.environ.get(TOKEN_VARIABLE)
    if url and token:
        return Address(url, token)
    kept = _kept()
    if kept is not None and (not url or url.rstrip("/") == kept.url.rstrip("/")):
        return Address(kept.url, token or kept.token)
    if url:
        raise CommandError(
            f"there is no token for {url}; log in with"
            f" mattermost-plugin login --server {url}, or set {TOKEN_VARIABLE}"
        )
    raise CommandError(
        "no server is named; log in with mattermost-plugin login --server URL, or set"
        f" {URL_VARIABLE} and {TOKEN_VARIABLE}"
    )


def keep(address: Address) -> Path:
    """Write address and token to a file that nobody else can read."""
    file = login_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f".{file.name}.{os.getpid()}")
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(descriptor, "w", encoding="utf-8") as target:
        json.dump(address._asdict(), target)
    os.replace(unfinished, file)
    return file


def _kept() -> Optional[Address]:
    file = login_file()
    try:
        if os.name == "posix" and file.stat().st_mode & _OTHERS:
            raise CommandError(
                f"{file} holds a token and can be read by others; call chmod 600 {file}"
            )
        content = json.loads(file.read_text(encoding="utf-8"))
        return Address(content["url"], content["token"])
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CommandError(f"{file} cannot be used ({error}); log in again") from error


__all__ = ["Address", "find_address", "keep", "login_file", "TOKEN_VARIABLE", "URL_VARIABLE"]
