"""A bot that answers what is asked again and again: mention it, or write to it directly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Dict, Optional, Set

from mattermost_plugin import HookName, Plugin, UserError, command, hook
from mattermost_plugin.commands import CommandCall, Rest
from mattermost_plugin.models import PluginContext, Post
from mattermost_plugin.settings import Settings, setting

#: All answers are under one key: a question takes one call of the API, however many there are.
ANSWERS = "answers"


@dataclass
class Options:
    """What administrators set."""

    name: str = setting("faq", name="Name of the bot")
    no_answer: str = setting("I have no answer to that.", name="When there is no answer")

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z][a-z0-9._-]{1,21}", self.name):
            raise ValueError("the name of the bot is 2 to 22 small letters and digits")


class FaqBot(Plugin):
    """Answers by words: an answer fits where a question has all of its words."""

    options = Settings(Options)

    @hook(HookName.OnActivate)
    def activate(self) -> None:
        self.bot.ensure(
            self.options.name,
            display_name="Questions and answers",
            description="Mention it with a question. /faq list tells what it knows.",
            picture="assets/bot.png",
        )

    @hook(HookName.MessageHasBeenPosted)
    def answer(self, context: PluginContext, post: Post) -> None:
        # It sees all messages of the server: what costs nothing is looked at first.
        mentioned = is_mentioned(self.options.name, post.message)
        if not self.bot.should_process_message(post, only_dms=not mentioned):
            return
        # In a direct talk there is no need for a thread, but for one that is there.
        thread = post.root_id or (post.id if mentioned else "")
        self.api.create_post(
            Post(
                user_id=self.bot.id,
                channel_id=post.channel_id,
                root_id=thread,
                message=self.answer_to(post.message),
            )
        )

    def answer_to(self, question: str) -> str:
        answers: Dict[str, str] = self.kv.get(ANSWERS, {})
        found = best(question, answers)
        if found is not None:
            return answers[found]
        known = ", ".join(f"*{words}*" for words in sorted(answers)) or "nothing yet"
        return f"{self.options.no_answer} What I know about: {known}."

    @command("faq add", permission="manage_team", scope="team", hint='"wifi password" The answer …')
    def add(self, call: CommandCall, words: str, answer: Rest) -> str:
        """Has the bot give an answer where a question has these words."""
        key = " ".join(sorted(words_of(words)))
        if not key:
            raise UserError("An answer needs words to be found by.")
        # Commands run side by side: nobody's answer is lost in an update.
        self.kv.update(ANSWERS, lambda answers: {**answers, key: answer}, default={})
        return f"I know about *{key}* now."

    @command("faq remove", permission="manage_team", scope="team")
    def remove(self, call: CommandCall, words: Rest) -> str:
        """Has the bot forget an answer."""
        key = " ".join(sorted(words_of(words)))

        def without(answers: Dict[str, str]) -> Dict[str, str]:
            if key not in answers:
                raise UserError(f"I know nothing about *{key}*.")
            return {known: text for known, text in answers.items() if known != key}

        self.kv.update(ANSWERS, without, default={})
        return f"I know nothing about *{key}* any more."

    @command("faq list")
    def tell(self, call: CommandCall) -> str:
        """Tells what the bot knows."""
        answers: Dict[str, str] = self.kv.get(ANSWERS, {})
        lines = [f"- *{words}*: {text}" for words, text in sorted(answers.items())]
        return "\n".join(lines) or "I know nothing yet. `/faq add` teaches me."


def is_mentioned(name: str, message: str) -> bool:
    """Return whether a message has @name, and no longer name that begins so."""
    pattern = rf"(?<![\w@.-])@{re.escape(name)}(?![\w@]|[.-]\w)"
    return re.search(pattern, message, re.IGNORECASE) is not None


def words_of(text: str) -> Set[str]:
    """Return the words of a text, in small letters."""
    return set(re.findall(r"\w+", text.lower()))


def best(question: str, answers: Dict[str, str]) -> Optional[str]:
    """Return the key of the answer all of whose words are in a question; the one with the most."""
    asked = words_of(question)
    fitting = [key for key in sorted(answers) if words_of(key) <= asked]
    return max(fitting, key=lambda key: len(words_of(key)), default=None)


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(FaqBot)
