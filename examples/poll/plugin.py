"""Asks a channel a question, with a button for each answer.

`/poll "Tea or coffee?" Tea Coffee` asks; `/poll` opens a dialog for it.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Dict, List, Optional, Sequence

from mattermost_plugin import HookName, Plugin, UserError, command, hook
from mattermost_plugin.commands import CommandCall
from mattermost_plugin.interactive import (
    Click,
    Form,
    FormError,
    action,
    attachment,
    check_field,
    submission,
    text_field,
)
from mattermost_plugin.models import Post
from mattermost_plugin.settings import Settings, setting

MOST_ANSWERS = 10


@dataclass
class Options:
    """What administrators set."""

    days: int = setting(30, help="For how long people can vote.", minimum=1, maximum=365)


@dataclass
class Poll:
    """A question, and who has voted for which answer."""

    question: str
    answers: List[str]
    owner: str
    secret: bool = False
    post_id: str = ""
    votes: Dict[str, int] = field(default_factory=dict)
    over: bool = False


class Polls(Plugin):
    """Keeps polls, and shows them as posts of a bot."""

    options = Settings(Options)

    @hook(HookName.OnActivate)
    def activate(self) -> None:
        self.bot.ensure("poll", display_name="Poll", picture="assets/bot.png")

    @command("poll", hint='["Tea or coffee?" Tea Coffee] [--secret]')
    def ask(
        self, call: CommandCall, question: str = "", *answers: str, secret: bool = False
    ) -> Optional[str]:
        """Asks the channel; without anything more by a dialog."""
        if question:
            reason = wrong_with(answers or ("Yes", "No"))
            if reason:
                raise UserError(reason)
            chosen = answers or ("Yes", "No")
            self.publish(call.channel_id, call.user_id, question, chosen, secret)
            return None
        self.ui.open_dialog(
            call.trigger_id,
            "create",
            "Ask the channel",
            [
                text_field("question", "Question", max_length=150),
                text_field("answers", "Answers, one a line", kind="textarea", default="Yes\nNo"),
                check_field("secret", "Secret", text="Show votes only when the poll is over"),
            ],
            submit="Ask",
            # It is signed: what the client says of the channel is nothing to rely on.
            context={"channel": call.channel_id},
        )
        return None

    @submission
    def create(self, form: Form) -> None:
        answers = [line.strip() for line in form.values["answers"].splitlines() if line.strip()]
        reason = wrong_with(answers)
        if reason:
            raise FormError(answers=reason)
        secret = bool(form.values.get("secret"))
        channel_id = form.context["channel"]
        self.publish(channel_id, form.user_id, form.values["question"], answers, secret)

    def publish(
        self, channel_id: str, owner: str, question: str, answers: Sequence[str], secret: bool
    ) -> None:
        poll_id = secrets.token_hex(8)
        poll = Poll(question, list(answers), owner, secret)
        post = Post(user_id=self.bot.id, channel_id=channel_id, props=self.shown(poll_id, poll))
        poll.post_id = self.api.create_post(post).id
        polls = self.kv.namespace("polls")
        polls.set(poll_id, poll, expires=timedelta(days=self.options.days))

    @action
    def vote(self, click: Click) -> str:
        answer: int = click.context["answer"]

        def counted(poll: Poll) -> None:
            poll.votes[click.user_id] = answer

        poll = self.change(click.context["poll"], counted)
        return f"You voted for *{poll.answers[answer]}*. You may change your mind."

    @action
    def end(self, click: Click) -> str:
        def ended(poll: Poll) -> None:
            if click.user_id != poll.owner:
                raise UserError("Who has asked ends it.")
            poll.over = True

        self.change(click.context["poll"], ended)
        return "The poll is over."

    def change(self, poll_id: str, change: Any) -> Poll:
        def changed(poll: Optional[Poll]) -> Poll:
            if poll is None or poll.over:
                raise UserError("This poll is over.")
            change(poll)
            return poll

        # Votes come at the same time, and the post shall show the latest state at the end.
        with self.mutex(f"poll/{poll_id}"):
            polls = self.kv.namespace("polls")
            expires = timedelta(days=self.options.days)
            poll = polls.update(poll_id, changed, type=Poll, expires=expires)
            post = self.api.get_post(poll.post_id)
            post.props = self.shown(poll_id, poll)
            self.api.update_post(post)
        return poll

    def shown(self, poll_id: str, poll: Poll) -> Dict[str, Any]:
        """Return the props of the poll's post."""
        buttons = [
            self.ui.button("vote", answer, context={"poll": poll_id, "answer": number})
            for number, answer in enumerate(poll.answers)
        ]
        end = self.ui.button("end", "End the poll", style="danger", context={"poll": poll_id})
        owner = self.api.get_user(poll.owner).username
        votes = "1 vote" if len(poll.votes) == 1 else f"{len(poll.votes)} votes"
        return self.ui.props(
            attachment(
                "" if poll.secret and not poll.over else result_of(poll),
                title=poll.question,
                color="#8d6e63" if poll.over else "#0b6e63",
                footer=f"@{owner} asks · {votes}" + (" · it is over" if poll.over else ""),
                actions=[] if poll.over else [*buttons, end],
            )
        )


def wrong_with(answers: Sequence[str]) -> str:
    """Return why nobody can choose among these answers, or nothing."""
    if not 2 <= len(answers) <= MOST_ANSWERS:
        return f"A poll has 2 to {MOST_ANSWERS} answers, not {len(answers)}."
    if len(set(answers)) < len(answers):
        return "Two answers are the same."
    return ""


def result_of(poll: Poll) -> str:
    """Return a table with a bar for each answer."""
    lines = ["| | | |", "|---|---|---|"]
    for number, answer in enumerate(poll.answers):
        count = list(poll.votes.values()).count(number)
        share = count / len(poll.votes) if poll.votes else 0
        bar = "█" * round(share * 12) or "▏"
        lines.append(f"| {answer} | {bar} | {count} |")
    return "\n".join(lines)


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(Polls)
