"""Asks the members of a channel each morning what they are doing, and shows the answers there."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Dict, Iterator, Optional
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mattermost_plugin import HookName, Plugin, UserError, command, hook, once
from mattermost_plugin.commands import CommandCall
from mattermost_plugin.interactive import (
    Click,
    Form,
    action,
    attachment,
    submission,
    text_field,
)
from mattermost_plugin.jobs import Job
from mattermost_plugin.models import Post
from mattermost_plugin.settings import Settings, setting

#: For so long answers are taken.
OPEN = timedelta(hours=20)
QUESTIONS = ("yesterday", "today", "blocked")


@dataclass
class Options:
    """What administrators set."""

    language: str = setting("en", name="Language of channels")


@dataclass
class Round:
    """One stand-up of a channel, with the answers by user."""

    channel_id: str
    date: str
    post_id: str = ""
    answers: Dict[str, Dict[str, str]] = field(default_factory=dict)


class Standup(Plugin):
    """Plans a job for each channel, which plans the next one."""

    options = Settings(Options)

    @hook(HookName.OnActivate)
    def activate(self) -> None:
        self.bot.ensure("standup", display_name="Stand-up", picture="assets/bot.png")

    @command(
        "standup start",
        hint="09:30",
        permission="manage_public_channel_properties",
        scope="channel",
    )
    def start(self, call: CommandCall, time: str) -> str:
        """Asks the members of the channel on working days."""
        text = self.i18n.for_user(call.user_id)
        try:
            clock = f"{datetime.strptime(time, '%H:%M'):%H:%M}"
        except ValueError:
            raise UserError(text("no_time", text=time)) from None
        self.plan(call.channel_id, {"clock": clock, "zone": self.zone_of(call.user_id)})
        return text("planned", time=clock)

    @command("standup stop", permission="manage_public_channel_properties", scope="channel")
    def stop(self, call: CommandCall) -> str:
        """Asks nobody any more."""
        text = self.i18n.for_user(call.user_id)
        found = self.jobs.cancel(f"ask/{call.channel_id}")
        return text("stopped" if found else "not_planned")

    @command("standup now", permission="manage_public_channel_properties", scope="channel")
    def ask_now(self, call: CommandCall) -> str:
        """Asks the members of the channel at once."""
        # A channel may have many members, and a command has an answer soon.
        self.background(self.begin, call.channel_id)
        return self.i18n.for_user(call.user_id)("asking")

    @once
    def ask(self, job: Job) -> None:
        self.plan(job.key, job.props)
        # After a day without a server nobody wants to be asked of yesterday.
        if self.now() - job.run_at < timedelta(hours=4):
            self.begin(job.key)

    def plan(self, channel_id: str, when: Dict[str, str]) -> None:
        """Plan the next stand-up of a channel, in place of one that is planned."""
        due = next_working_day(self.now().astimezone(ZoneInfo(when["zone"])), when["clock"])
        self.jobs.schedule("ask", at=due, key=channel_id, props=when)

    def begin(self, channel_id: str) -> None:
        """Ask all members of a channel."""
        round_id = secrets.token_hex(8)
        rounds = self.kv.namespace("rounds")
        rounds.set(round_id, Round(channel_id, f"{self.now():%Y-%m-%d}"), expires=OPEN)
        channel = self.api.get_channel(channel_id)
        for user_id in self.members(channel_id):
            text = self.i18n.for_user(user_id)
            button = self.ui.button(
                "answer", text("answer"), style="primary", context={"round": round_id}
            )
            question = attachment(text("question", channel=channel.name), actions=[button])
            self.bot.dm(user_id, {"props": self.ui.props(question)})

    def members(self, channel_id: str) -> Iterator[str]:
        """Return who is asked: the people in a channel."""
        page = 0
        while True:
            members = self.api.get_channel_members(channel_id, page=page, per_page=200)
            users = self.api.get_users_by_ids([member.user_id for member in members])
            yield from (user.id for user in users if not user.is_bot and not user.delete_at)
            if len(members) < 200:
                return
            page += 1

    @action
    def answer(self, click: Click) -> None:
        text = self.i18n.for_user(click.user_id)
        self.round_of(click.context["round"], click.user_id)
        fields = [
            text_field(name, text(name), kind="textarea", optional=name != "today", max_length=1000)
            for name in QUESTIONS
        ]
        self.ui.open_dialog(
            click.trigger_id,
            "take",
            text("title"),
            fields,
            submit=text("send"),
            context=click.context,
        )

    @submission
    def take(self, form: Form) -> None:
        round_id = form.context["round"]
        given = {name: str(form.values.get(name) or "").strip() for name in QUESTIONS}
        # Answers come at the same time, and the post is made once and shows all of them.
        with self.mutex(f"round/{round_id}"):
            rounds = self.kv.namespace("rounds")
            current = self.round_of(round_id, form.user_id)
            current.answers[form.user_id] = given
            self.show(current)
            rounds.set(round_id, current, expires=OPEN)
        text = self.i18n.for_user(form.user_id)
        channel = self.api.get_channel(current.channel_id)
        note = text("thanks", channel=channel.name)
        self.bot.dm(form.user_id, note)

    def round_of(self, round_id: str, user_id: str) -> Round:
        found: Optional[Round] = self.kv.namespace("rounds").get(round_id, type=Round)
        if found is None:
            raise UserError(self.i18n.for_user(user_id)("over"))
        return found

    def show(self, current: Round) -> None:
        """Bring the channel's post up to date, or make it."""
        text = self.i18n.in_language(self.options.language)
        names = {user.id: user.username for user in self.api.get_users_by_ids([*current.answers])}
        boxes = [
            attachment(
                title=f"@{names.get(user_id, user_id)}",
                color="#c4561a" if answers["blocked"] else "#1f7a3d",
                fields=[(text(name), answers[name]) for name in QUESTIONS if answers[name]],
                short=False,
            )
            for user_id, answers in current.answers.items()
        ]
        message = text("summary", count=len(boxes), date=current.date)
        props: Dict[str, Any] = self.ui.props(*boxes)
        if current.post_id:
            post = self.api.get_post(current.post_id)
            post.message, post.props = message, props
            self.api.update_post(post)
            return
        post = Post(user_id=self.bot.id, channel_id=current.channel_id, message=message)
        post.props = props
        current.post_id = self.api.create_post(post).id

    def zone_of(self, user_id: str) -> str:
        """Return the time zone that somebody's client has set."""
        told = self.api.get_user(user_id).timezone
        name = told.get("automaticTimezone") or told.get("manualTimezone") or "UTC"
        try:
            return ZoneInfo(name).key
        except (ZoneInfoNotFoundError, ValueError):
            return "UTC"


def next_working_day(now: datetime, clock: str) -> datetime:
    """Return when the clock shows that for the next time on a working day."""
    hour, _, minute = clock.partition(":")
    due = now.replace(hour=int(hour), minute=int(minute), second=0, microsecond=0)
    while due <= now or due.weekday() >= 5:
        due += timedelta(days=1)
    return due


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(Standup)
