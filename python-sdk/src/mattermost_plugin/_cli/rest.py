"""The server's REST API, as far as authors of plugins need it."""

from __future__ import annotations

import http.client
import json
import secrets
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional, Tuple

from mattermost_plugin._cli.connection import Address
from mattermost_plugin._cli.errors import CommandError

# An installation may fetch packages.
_PATIENCE = 330.0
_STATES = {0: "disabled", 1: "starting", 2: "running", 3: "failed", 4: "backing off", 5: "stopping"}
_RUNNING = 2


class ServerError(CommandError):
    """The server has refused something.

    Attributes:
        status: the HTTP status.
    """

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status


class Server:
    """A server, used by an administrator who writes plugins."""

    def __init__(self, address: Address) -> None:
        url = urllib.parse.urlsplit(address.url)
        if url.scheme not in ("http", "https") or not url.hostname:
            raise CommandError(
                f"{address.url!r} is no address of a server; it is like http://localhost:8065"
            )
        self.url = address.url.rstrip("/")
        self._token = address.token

    def log_in(self, user: str, password: str) -> str:
        """Return the token of a new session."""
        _, headers = self.send("POST", "/users/login", {"login_id": user, "password": password})
        token = headers.get("Token") or ""
        if not token:
            raise CommandError(f"{self.url} has given no token; is it a Mattermost server?")
        return token

    def install(self, archive: Path, force: bool) -> Dict[str, Any]:
        """Upload an archive, and return the manifest that the server has read."""
        boundary = secrets.token_hex(16)
        lines = [
            f"--{boundary}",
            'Content-Disposition: form-data; name="force"',
            "",
            "true" if force else "false",
            f"--{boundary}",
            f'Content-Disposition: form-data; name="plugin"; filename="{archive.name}"',
            "Content-Type: application/gzip",
            "",
            "",
        ]
        body = (
            "\r\n".join(lines).encode() + archive.read_bytes() + f"\r\n--{boundary}--\r\n".encode()
        )
        form = f"multipart/form-data; boundary={boundary}"
        try:
            manifest, _ = self.send("POST", "/plugins", body, form)
        except ServerError as error:
            if error.status == 409:
                raise CommandError(f"{error}; leave --keep out to replace it") from error
            raise
        return dict(manifest)

    def enable(self, plugin_id: str) -> None:
        """Have a plugin run; return when it does."""
        self.send("POST", f"/plugins/{urllib.parse.quote(plugin_id)}/enable")

    def disable(self, plugin_id: str) -> None:
        """Have a plugin rest; return when it does."""
        self.send("POST", f"/plugins/{urllib.parse.quote(plugin_id)}/disable")

    def state(self, plugin_id: str) -> Tuple[str, str]:
        """Return the state of a plugin and the reason for it."""
        statuses, _ = self.send("GET", "/plugins/statuses")
        for status in statuses:
            if status.get("plugin_id") == plugin_id:
                state = status.get("state")
                return _STATES.get(state, str(state)), str(status.get("error") or "")
        raise CommandError(f"plugin {plugin_id} is not installed at {self.url}")

    def logs(self, plugin_id: str, most: int, since: str = "") -> List[Dict[str, Any]]:
        """Return what a plugin has logged, oldest first."""
        query = urllib.parse.urlencode({"logs_per_page": most, "since": since})
        path = f"/plugins/{urllib.parse.quote(plugin_id)}/logs?{query}"
        try:
            entries, _ = self.send("GET", path)
        except ServerError as error:
            if error.status in (404, 501) and not str(error).startswith("plugin "):
                raise CommandError(
                    f"{self.url} does not offer the logs of one plugin; look into the server's log"
                ) from error
            raise
        return list(entries)

    def send(
        self,
        method: str,
        path: str,
        body: Any = None,
        content_type: str = "application/json",
        headers: Optional[Mapping[str, str]] = None,
    ) -> Tuple[Any, Any]:
        """Send a request; return the JSON of the answer, and its headers."""
        data: Optional[bytes] = None
        if body is not None:
            data = body if isinstance(body, bytes) else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.url}/api/v4{path}", data, method=method)
        request.add_header("Content-Type", content_type)
        for name, value in (headers or {}).items():
            request.add_header(name, value)
        # A server takes no answer of a browser's form without it.
        request.add_header("X-Requested-With", "XMLHttpRequest")
        if self._token:
            request.add_header("Authorization", f"Bearer {self._token}")
        try:
            with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:
                content = answer.read()
                return (json.loads(content) if content else None), answer.headers
        except urllib.error.HTTPError as error:
            raise self._refused(error) from error
        except urllib.error.URLError as error:
            raise CommandError(
                f"{self.url} does not answer ({error.reason}); is the server running there?"
            ) from error
        except (OSError, http.client.HTTPException) as error:
            raise CommandError(
                f"{self.url} has broken off: {error or type(error).__name__}"
            ) from error
        except ValueError as error:
            raise CommandError(f"{self.url} answers no JSON; is it a Mattermost server?") from error

    def _refused(self, error: urllib.error.HTTPError) -> ServerError:
        try:
            told = json.loads(error.read())
            text = str(told["message"])
        except (ValueError, KeyError, TypeError, OSError):
            return ServerError(error.code, f"{self.url} answers {error.code} {error.reason}")
        if error.code == 401 and self._token:
            text += "; log in again with mattermost-plugin login"
        elif told.get("detailed_error"):
            text += f" ({told['detailed_error']})"
        return ServerError(error.code, text)


__all__ = ["Server", "ServerError"]
