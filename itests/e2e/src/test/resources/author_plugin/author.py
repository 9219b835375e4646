"""Does what authors do, mistakes included; what came of it is told as JSON."""

from __future__ import annotations

import json
import subprocess
import threading
import time
import warnings
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from host_rules import broken_rules

from mattermost_plugin import (
    HookName,
    HTTPRequest,
    HTTPResponseWriter,
    Plugin,
    UserError,
    command,
    every,
    hook,
    once,
)
from mattermost_plugin.commands import CommandCall
from mattermost_plugin.interactive import Click, action, attachment
from mattermost_plugin.jobs import Job
from mattermost_plugin.models import CommandResponse
from mattermost_plugin.settings import Settings, setting


@dataclass
class Options:
    word: str = "hello"
    door: str = setting("", secret=True)

    def __post_init__(self) -> None:
        if self.word == "bad":
            raise ValueError("the word must not be bad")


class Author(Plugin):
    options = Settings(Options)

    @hook(HookName.OnActivate)
    def activate(self) -> None:
        self.logger.debug("a quiet word")
        warnings.warn("something is out of date", stacklevel=1)
        self.bot.ensure("author-bot", display_name="Author")

    @command("author broken")
    def broken(self, call: CommandCall) -> str:
        raise OSError("cannot reach db.internal:5432 with token abc")

    @command("author refuse")
    async def refuse(self, call: CommandCall) -> str:
        raise UserError("Not today.")

    @command("author say", help="Says a word")
    def say(self, call: CommandCall, times: int = 1) -> str:
        return " ".join([self.options.word] * times)

    @command("author linger")
    def linger(self, call: CommandCall) -> str:
        # Longer than the deadline and what the server allows besides.
        time.sleep(1.5)
        return "Still here."

    @command("author vote")
    async def ask(self, call: CommandCall) -> CommandResponse:
        yes = await self.async_ui.button("vote", "Yes", context={"answer": "yes"})
        props = self.async_ui.props(attachment("Well?", actions=[yes]))
        return CommandResponse(response_type="in_channel", text="Vote", props=props)

    @action
    def vote(self, click: Click) -> None:
        self.kv.set("voted", [click.user_id, click.context["answer"]])

    @every(hours=1)
    async def work(self) -> None:
        await self.async_kv.update("worked", lambda count: count + 1, default=0)

    @once
    def later(self, job: Job) -> None:
        self.kv.set("later", job.props)

    @hook(HookName.ServeHTTP)
    def serve(self, context: Any, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        found = getattr(self, "tell_" + request.path.strip("/"))()
        writer.write(json.dumps(found).encode())

    def tell_rules(self) -> Any:
        """Which rules of hosts this one does not keep."""
        return broken_rules(self.api)

    def tell_settings(self) -> Any:
        """What is saved, after a change by another spelling of a key."""
        before = self.api.get_plugin_config()
        saved = {**self.api.get_plugin_config(), "Word": "hi"}
        self.api.save_plugin_config(saved)
        saved = {**self.api.get_plugin_config(), "Word": "hey"}
        self.api.save_plugin_config(saved)
        return {"before": before, "after": self.api.get_plugin_config()}

    def tell_child(self) -> Any:
        """What a child reads from its stdin."""
        done = subprocess.run(["sh", "-c", "cat"], capture_output=True, timeout=60, check=True)
        return done.stdout.decode()

    def tell_kept(self) -> Any:
        """What jobs and buttons have done."""
        return {key: self.kv.get(key) for key in ("worked", "later", "voted")}

    def tell_plan(self) -> Any:
        """When a job is done that is due at once."""
        return self.jobs.schedule("later", after=timedelta(0), props={"n": 1}).key

    def tell_locked(self) -> Any:
        """How many threads were at work at the same time where one may be."""
        inside: list[int] = []
        most: list[int] = []

        def work() -> None:
            with self.mutex("work", ttl=timedelta(seconds=2)):
                inside.append(1)
                most.append(len(inside))
                inside.pop()

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return max(most)


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(Author)
