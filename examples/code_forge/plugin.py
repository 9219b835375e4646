"""Takes webhooks of a code forge, tells a channel of them, and shows them live on a page.

The forge sends to `/plugins/com.example.code-forge/hook`; the page is
`/plugins/com.example.code-forge/public/index.html`.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Dict, List

from deliveries import line_of

from mattermost_plugin import (
    HookName,
    HTTPRequest,
    HTTPResponseWriter,
    NotFoundError,
    Plugin,
    PluginAPIError,
    hook,
)
from mattermost_plugin.models import PluginContext, Post, WebsocketBroadcast
from mattermost_plugin.settings import Settings, setting

#: So many are on the page when it is opened.
SHOWN = 20


@dataclass
class Options:
    """What administrators set."""

    channel: str = setting("", help="team/channel", placeholder="sea-crew/town-square")
    secret: str = setting("", kind="generated", secret=True)

    def __post_init__(self) -> None:
        if self.channel and self.channel.count("/") != 1:
            raise ValueError("the channel is written as team/channel")
        if self.secret and len(self.secret) < 16:
            raise ValueError("the secret has at least 16 characters")


class CodeForge(Plugin):
    """The receiver, and what its page asks for."""

    options = Settings(Options)
    # Anybody may send something: what is too long is refused before it is read.
    http_body_limit = 1024 * 1024

    @hook(HookName.OnActivate)
    async def activate(self) -> None:
        await self.async_bot.ensure(
            "code-forge", display_name="Code forge", picture="assets/bot.png"
        )

    @hook(HookName.ServeHTTP)
    async def serve(
        self, context: PluginContext, writer: HTTPResponseWriter, request: HTTPRequest
    ) -> None:
        if request.path == "/hook" and request.method == "POST":
            status, answer = await self.receive(request)
        elif request.path == "/recent" and request.method == "GET":
            status, answer = await self.recent(request.user_id)
        else:
            status, answer = 404, {"error": "there is no such page"}
        writer.set_header("Content-Type", "application/json")
        writer.set_header("Cache-Control", "no-store")
        writer.write_header(status)
        writer.write(json.dumps(answer))

    async def receive(self, request: HTTPRequest) -> tuple[int, Dict[str, Any]]:
        """Take a delivery, where the forge has signed it with the secret."""
        secret = self.options.secret
        if not secret or not self.options.channel:
            return 503, {"error": "the secret or the channel is not set"}
        body = await request.read()
        if not is_signed(secret, body, request.get_header("X-Hub-Signature-256") or ""):
            return 401, {"error": "the signature is wrong"}
        kind = header(request, "Event")
        try:
            line = line_of(kind, json.loads(body))
        except ValueError:
            return 400, {"error": "the body is not what it should be"}
        if line is None:
            return 200, {"told": False}
        # Forges send again what they think has not arrived.
        number = hashlib.sha256(header(request, "Delivery").encode() or body).hexdigest()
        seen = self.async_kv.namespace("seen")
        if not await seen.add(number, True, expires=timedelta(days=1)):
            return 200, {"told": False}
        try:
            await self.tell(kind, line)
        except PluginAPIError:
            await seen.delete(number)
            raise
        return 200, {"told": True}

    async def tell(self, kind: str, line: str) -> None:
        """Tell the channel, and everybody in it who has the page open."""
        channel_id = await self.channel_id()
        post = Post(user_id=self.async_bot.id, channel_id=channel_id, message=line)
        event = {
            "kind": kind,
            "line": line,
            "at": (await self.async_api.create_post(post)).create_at,
        }

        def with_it(events: List[Any]) -> List[Any]:
            return [event, *events][:SHOWN]

        await self.async_kv.update("recent", with_it, default=[])
        # Clients know it as custom_com.example.code-forge_delivery.
        everybody = WebsocketBroadcast(channel_id=channel_id)
        await self.async_api.publish_web_socket_event("delivery", event, everybody)

    async def recent(self, user_id: str) -> tuple[int, Any]:
        """Return what the page begins with, for those who may read the channel."""
        if not user_id:
            return 401, {"error": "log in first"}
        allowed = self.async_api.has_permission_to_channel
        if not await allowed(user_id, await self.channel_id(), "read_channel"):
            return 403, {"error": "you are not in the channel"}
        return 200, await self.async_kv.get("recent", [])

    async def channel_id(self) -> str:
        """Return the channel, which may have been made or renamed since the settings were saved."""
        team, _, name = self.options.channel.partition("/")
        try:
            return (await self.async_api.get_channel_by_name_for_team_name(team, name)).id
        except NotFoundError:
            self.logger.warning(
                "there is no channel %s; look at the settings", self.options.channel
            )
            raise


def is_signed(secret: str, body: bytes, signature: str) -> bool:
    """Return whether a signature, such as sha256=0a1b…, is that of a body."""
    right = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    # In a time that does not tell how much of it is right.
    return hmac.compare_digest(f"sha256={right}".encode(), signature.encode())


def header(request: HTTPRequest, name: str) -> str:
    """Return a header that forges name after themselves, such as X-Gitea-Event."""
    named = (request.get_header(f"X-{forge}-{name}") for forge in ("GitHub", "Gitea", "Forgejo"))
    return next((value for value in named if value), "")


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(CodeForge)
