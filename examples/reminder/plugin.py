"""Reminds people: `/remind me in 10m to stretch`, `/remind me tomorrow at 9 of the cake`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone, tzinfo
from typing import Any, Dict, List
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from when import NotUnderstoodError, read

from mattermost_plugin import HookName, Plugin, UserError, command, hook, once
from mattermost_plugin.commands import CommandCall, Rest
from mattermost_plugin.interactive import Click, action, attachment
from mattermost_plugin.jobs import Job
from mattermost_plugin.settings import Settings, setting

SNOOZES = {"10 minutes": timedelta(minutes=10), "1 hour": timedelta(hours=1)}


@dataclass
class Options:
    """What administrators set."""

    most: int = setting(25, name="Reminders of a person", minimum=1, maximum=1000)


class Reminder(Plugin):
    """Keeps each reminder as a job, which is done after a restart, too."""

    options = Settings(Options)

    @hook(HookName.OnActivate)
    def activate(self) -> None:
        self.bot.ensure("reminder", display_name="Reminder", picture="assets/bot.png")

    @command("remind me", hint="in 10m [to] stretch")
    def plan(self, call: CommandCall, text: Rest) -> str:
        """Reminds you of something."""
        zone = self.zone_of(call.user_id)
        try:
            due, what = read(text, self.now().astimezone(zone))
        except NotUnderstoodError as error:
            raise UserError(str(error)) from None
        if len(self.planned_by(call.user_id)) >= self.options.most:
            raise UserError("You have too many reminders. `/remind list` shows them.")
        self.schedule(call.user_id, due, what)
        return f"I will remind you {said(due)}: {what}"

    @command("remind list")
    def tell(self, call: CommandCall) -> str:
        """Shows what you will be reminded of."""
        zone = self.zone_of(call.user_id)
        lines = [
            f"{number}. {said(job.run_at.astimezone(zone))}: {job.props['what']}"
            for number, job in enumerate(self.planned_by(call.user_id), 1)
        ]
        return "\n".join(lines) or "There is nothing that I will remind you of."

    @command("remind cancel")
    def cancel(self, call: CommandCall, number: int) -> str:
        """Forgets a reminder; its number is that of the list."""
        planned = self.planned_by(call.user_id)
        if not 1 <= number <= len(planned):
            raise UserError("There is no such reminder. `/remind list` shows them.")
        self.jobs.cancel(planned[number - 1])
        return f"I forget: {planned[number - 1].props['what']}"

    @once
    def remind(self, job: Job) -> None:
        user_id, what = job.props["user"], job.props["what"]
        late = self.now() - job.run_at > timedelta(minutes=1)
        zone = self.zone_of(user_id)
        footer = f"It was due {said(job.run_at.astimezone(zone))}." if late else ""
        buttons = [
            self.ui.button("snooze", f"In {label}", context={"what": what, "label": label})
            for label in SNOOZES
        ]
        box = attachment(what, color="#c4561a", footer=footer, actions=buttons)
        self.bot.dm(user_id, {"message": "You wanted to be reminded:", "props": self.ui.props(box)})

    @action
    def snooze(self, click: Click) -> Dict[str, Any]:
        label, what = click.context["label"], click.context["what"]
        self.schedule(click.user_id, self.now() + SNOOZES[label], what)
        # What the post becomes: the buttons are gone.
        return {"message": f"Again in {label}: {what}", "props": {}}

    def schedule(self, user_id: str, due: datetime, what: str) -> None:
        self.jobs.schedule("remind", at=due, props={"user": user_id, "what": what})

    def planned_by(self, user_id: str) -> List[Job]:
        """Return somebody's reminders, the next one first."""
        return [job for job in self.jobs.list() if job.props["user"] == user_id]

    def zone_of(self, user_id: str) -> tzinfo:
        """Return the time zone that somebody's client has set."""
        told = self.api.get_user(user_id).timezone
        automatic = told.get("useAutomaticTimezone") != "false"
        name = told.get("automaticTimezone" if automatic else "manualTimezone") or "UTC"
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError):
            return timezone.utc


def said(due: datetime) -> str:
    """Return a time as people say it."""
    return due.strftime("on %A, %d %B %Y at %H:%M")


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(Reminder)
