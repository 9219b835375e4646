"""Asks whether anybody looks after a ticket: `/remind 12 600` does so in ten minutes.

For the desk of `examples/ticket_host`. `/plugins/com.example.ticket-reminder/` tells how often it
has asked.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from mattermost_plugin import HookName, Plugin, hook
from mattermost_plugin.commands import CommandCall, command
from mattermost_plugin.jobs import Job, once
from mattermost_plugin.models import Post
from mattermost_plugin.servicers.http import HTTPRequest, HTTPResponseWriter
from mattermost_plugin.settings import Settings, setting

ASKED = "asked"


@dataclass
class Options:
    """What an administrator can set."""

    question: str = setting("Is anybody looking after this?")


class TicketReminder(Plugin):
    """A command that plans a job, which outlives the process."""

    options = Settings(Options)

    @command("remind", help="Asks about a ticket after so many seconds")
    def plan(self, call: CommandCall, ticket: int, seconds: int = 600) -> str:
        self.jobs.schedule("ask", after=timedelta(seconds=seconds), key=str(ticket), props=ticket)
        return f"ticket {ticket} will be asked about"

    @once
    def ask(self, job: Job) -> None:
        # In this desk a ticket is a channel, and a post in it an answer.
        self.api.create_post(Post(channel_id=str(job.props), message=self.options.question))
        while True:
            old = self.api.kv_get(ASKED)
            if self.api.kv_compare_and_set(ASKED, old, b"%d" % (int(old or 0) + 1)):
                return

    @hook(HookName.ServeHTTP)
    def tell(self, context: Any, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        writer.set_header("Content-Type", "application/json")
        writer.write(json.dumps({"asked": int(self.api.kv_get(ASKED) or 0)}))


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(TicketReminder)
