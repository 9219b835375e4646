"""A page on which people vote.

It is at /plugins/com.example.my-plugin/ of the server.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from mattermost_plugin import HookName, HTTPRequest, HTTPResponseWriter, Plugin, hook
from mattermost_plugin.models import PluginContext
from mattermost_plugin.settings import Settings, setting

PAGE = Path(__file__).parent / "public" / "index.html"
VOTES = "votes"


@dataclass
class Options:
    """What an administrator can set; the manifest has the same as settings_schema."""

    title: str = setting("Votes", help="What is written above the page.")


class MyPlugin(Plugin):
    """The page, and the API that it calls."""

    options = Settings(Options)

    @hook(HookName.ServeHTTP)
    def serve(
        self, context: PluginContext, writer: HTTPResponseWriter, request: HTTPRequest
    ) -> None:
        route = (request.method, request.path)
        if route == ("GET", "/"):
            writer.set_header("Content-Type", "text/html; charset=utf-8")
            writer.write(PAGE.read_bytes())
        elif route == ("GET", "/api/votes"):
            self.answer(writer, self.kv.get(VOTES, 0))
        elif route == ("POST", "/api/votes"):
            if not request.user_id:
                writer.write_header(401)  # only people who are logged in may vote
                return
            # Requests run side by side; no vote is lost.
            votes = self.kv.update(VOTES, lambda votes: votes + 1, default=0)
            self.answer(writer, votes)
        else:
            writer.write_header(404)

    def answer(self, writer: HTTPResponseWriter, votes: int) -> None:
        writer.set_header("Content-Type", "application/json")
        writer.write(json.dumps({"title": self.options.title, "votes": votes}))


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(MyPlugin)
