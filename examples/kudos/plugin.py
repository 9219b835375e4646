"""Counts who is thanked: `@ann++ for the cake`. `/kudos top` and Monday morning tell the counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Dict, List, Optional

from mattermost_plugin import HookName, NotFoundError, Plugin, UserError, command, every, hook
from mattermost_plugin.commands import CommandCall
from mattermost_plugin.models import PluginContext, Post, Reaction, User
from mattermost_plugin.settings import Settings, setting

THANKS = re.compile(r"(?<![\w@.])@([a-z0-9._-]*[a-z0-9_])\s?\+\+(?!\+)", re.IGNORECASE)
MOST_AT_ONCE = 5
FIRST = 10
MONDAY = 0


@dataclass
class Options:
    """What administrators set."""

    per_day: int = setting(10, name="Kudos a day", minimum=1, maximum=1000)
    weekly: bool = setting(True)


class Kudos(Plugin):
    """Looks at messages after they were posted, so that nobody waits for it."""

    options = Settings(Options)

    @hook(HookName.OnActivate)
    def activate(self) -> None:
        self.bot.ensure("kudos", display_name="Kudos", picture="assets/bot.png")

    @hook(HookName.MessageHasBeenPosted)
    def count(self, context: PluginContext, post: Post) -> None:
        names = list(dict.fromkeys(name.lower() for name in THANKS.findall(post.message)))
        if not names or not self.bot.should_process_message(post):
            return
        team_id = self.api.get_channel(post.channel_id).team_id
        thanked = [user for user in map(self.found, names[:MOST_AT_ONCE]) if user is not None]
        try:
            lines = [self.thank(post.user_id, user, team_id) for user in thanked]
        except UserError as error:
            # Nobody else needs to see that.
            note = Post(channel_id=post.channel_id, user_id=self.bot.id, message=str(error))
            self.api.send_ephemeral_post(post.user_id, note)
            return
        if lines:
            reaction = Reaction(user_id=self.bot.id, post_id=post.id, emoji_name="tada")
            self.api.add_reaction(reaction)
            self.say(post.channel_id, "\n".join(lines), post.root_id or post.id)

    def found(self, name: str) -> Optional[User]:
        try:
            return self.api.get_user_by_username(name)
        except NotFoundError:
            return None

    def thank(self, giver: str, user: User, team_id: str) -> str:
        if user.id == giver:
            raise UserError("Others thank you, not you yourself.")
        if not team_id:
            raise UserError("Thank people in a channel, where others see it.")
        today = f"{self.now():%Y-%m-%d}/{giver}"
        given = self.kv.namespace("given")
        # Hooks run side by side: each of two messages at the same time is counted.
        count = given.update(today, lambda n: n + 1, default=0, expires=timedelta(days=1))
        if count > self.options.per_day:
            raise UserError("That is enough for today; you can give more kudos tomorrow.")

        def thanked(scores: Dict[str, int]) -> Dict[str, int]:
            return {**scores, user.id: scores.get(user.id, 0) + 1}

        scores = self.kv.namespace("scores").update(team_id, thanked, default={})
        return f"@{user.username} has {scores[user.id]} kudos now."

    @command("kudos top")
    def top(self, call: CommandCall) -> str:
        """Tells who was thanked most in this team."""
        return self.table(call.team_id) or "Nobody was thanked yet: `@ann++`"

    @command("kudos of")
    def of(self, call: CommandCall, user: User) -> str:
        """Tells how often somebody was thanked in this team."""
        scores: Dict[str, int] = self.kv.namespace("scores").get(call.team_id, {})
        return f"@{user.username} has {scores.get(user.id, 0)} kudos."

    # By one server at a time where there are several, and not again after a restart.
    @every(days=1, rounded=True)
    def tell(self) -> None:
        if not self.options.weekly or self.now().weekday() != MONDAY:
            return
        team_ids = self.kv.namespace("scores").keys()
        for team_id in team_ids:
            try:
                channel = self.api.get_channel_by_name(team_id, "town-square")
            except NotFoundError:
                continue  # The team is gone.
            self.say(channel.id, f"Thanked most so far:\n\n{self.table(team_id)}")

    def table(self, team_id: str) -> str:
        """Return a table of those who were thanked most; nothing where nobody was."""
        scores: Dict[str, int] = self.kv.namespace("scores").get(team_id, {})
        best = sorted(scores, key=lambda user_id: (-scores[user_id], user_id))[:FIRST]
        # In one call, and without those who are there no more.
        names = {user.id: user.username for user in self.api.get_users_by_ids(best)}
        rows: List[str] = [
            f"| {place} | {names[user_id]} | {scores[user_id]} |"
            for place, user_id in enumerate(filter(names.get, best), 1)
        ]
        return "\n".join(["| | who | kudos |", "|---|---|---|", *rows]) if rows else ""

    def say(self, channel_id: str, message: str, root_id: str = "") -> None:
        self.api.create_post(
            Post(user_id=self.bot.id, channel_id=channel_id, root_id=root_id, message=message)
        )


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(Kudos)
