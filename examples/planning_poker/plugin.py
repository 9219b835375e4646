"""A table in the browser at which a team estimates: an application in FastAPI, with a WebSocket."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Dict

from fastapi import FastAPI, WebSocket
from fastapi.responses import HTMLResponse
from table import Seat, Table

from mattermost_plugin import Plugin, asgi, command
from mattermost_plugin.commands import CommandCall
from mattermost_plugin.models import CommandResponse
from mattermost_plugin.settings import Settings, setting

PAGE = Path(__file__).parent / "public" / "table.html"
#: For so long somebody may sit down at a table.
KEPT = timedelta(days=1)


@dataclass
class Options:
    """What administrators set."""

    cards: str = setting("0 1 2 3 5 8 13 20 ?", help="What can be chosen, with spaces between.")

    def __post_init__(self) -> None:
        if not 2 <= len(self.cards.split()) <= 20:
            raise ValueError("there are 2 to 20 cards, with spaces between")


def make_app(plugin: PlanningPoker) -> FastAPI:
    """Return the application; the SDK calls this when the plugin begins."""
    app = FastAPI(title="Planning poker")
    tables: Dict[str, Table] = {}

    @app.get("/tables/{name}", response_class=HTMLResponse)
    def page(name: str) -> str:
        return PAGE.read_text(encoding="utf-8")

    @app.websocket("/tables/{name}")
    async def sit(socket: WebSocket, name: str) -> None:
        # The server has found out who it is: a client cannot say so itself.
        user_id: str = socket.scope["mattermost.user_id"]
        story = await plugin.async_kv.namespace("tables").get(name, type=str) if user_id else None
        if story is None:
            # Before `accept` it is an answer with the status 403.
            await socket.close()
            return
        user = await plugin.async_api.get_user(user_id)
        await socket.accept()
        table = tables.setdefault(name, Table(story, plugin.options.cards.split()))
        seat = Seat(user_id, user.username, socket)
        table.seats.append(seat)
        try:
            await table.show()
            async for text in socket.iter_text():
                table.take(seat, parsed(text))
                await table.show()
        finally:
            table.seats.remove(seat)
            if not table.seats:
                tables.pop(name, None)
            await table.show()

    return app


class PlanningPoker(Plugin):
    """The command that opens tables, and the application at which they are."""

    options = Settings(Options)
    web = asgi.mount(create=make_app)

    @command("poker", hint="[story]")
    async def open_table(self, call: CommandCall, *story: str) -> CommandResponse:
        """Opens a table for planning poker."""
        name = secrets.token_urlsafe(9)
        title = " ".join(story) or "What shall we estimate?"
        await self.async_kv.namespace("tables").set(name, title, expires=KEPT)
        address = f"/plugins/{self.config.plugin_id}/tables/{name}" if self.config else ""
        text = f"Planning poker: **{title}** — [sit down]({address})"
        return CommandResponse(response_type="in_channel", text=text)


def parsed(text: str) -> object:
    """Return the JSON that a client sends, None where it is none."""
    try:
        return json.loads(text)
    except ValueError:
        return None


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(PlanningPoker)
