"""Masks some words in messages, refuses messages with others, and counts both."""

from __future__ import annotations

import re
from typing import Any, Dict, Optional, Pattern, Union

from mattermost_plugin import HookName, Plugin, hook
from mattermost_plugin.models import Command, CommandArgs, CommandResponse, PluginContext, Post


class Moderator(Plugin):
    """Looks at messages before they are stored, new ones and changed ones."""

    masked: Optional[Pattern[str]] = None
    refused: Optional[Pattern[str]] = None

    # Called before OnActivate, and again whenever an administrator saves the settings.
    @hook(HookName.OnConfigurationChange)
    def configure(self) -> None:
        settings: Dict[str, Any] = {}
        self.api.load_plugin_configuration(settings)
        # Keys of settings arrive in lower case.
        self.masked = any_of(settings.get("maskedwords") or "")
        self.refused = any_of(settings.get("refusedwords") or "")

    @hook(HookName.OnActivate)
    def activate(self) -> None:
        self.api.register_command(
            Command(trigger="moderator", auto_complete=True, auto_complete_desc="Tell the counts")
        )

    @hook(HookName.MessageWillBePosted)
    def moderate_new(self, context: PluginContext, post: Post) -> Union[Post, str, None]:
        return self.moderate(post)

    @hook(HookName.MessageWillBeUpdated)
    def moderate_changed(
        self, context: PluginContext, new_post: Post, old_post: Post
    ) -> Union[Post, str, None]:
        return self.moderate(new_post)

    def moderate(self, post: Post) -> Union[Post, str, None]:
        """Return the masked post, why it is refused, or None to leave it as it is."""
        found = self.refused and self.refused.search(post.message)
        if found:
            self.count("refused")
            return f'the word "{found.group()}" is not allowed here'
        if self.masked and self.masked.search(post.message):
            self.count("masked")
            post.message = self.masked.sub(lambda word: "*" * len(word.group()), post.message)
            return post
        return None

    @hook(HookName.ExecuteCommand)
    def tell(self, context: PluginContext, args: CommandArgs) -> CommandResponse:
        masked, refused = (int(self.api.kv_get(key) or 0) for key in ("masked", "refused"))
        text = f"{masked} messages masked, {refused} refused"
        return CommandResponse(response_type="ephemeral", text=text)

    def count(self, key: str) -> None:
        """Count one more.

        Hooks run side by side, and the store outlives the process: so the new value is stored only
        where nobody else has stored one since the old one was read.
        """
        stored = False
        while not stored:
            old = self.api.kv_get(key)
            stored = self.api.kv_compare_and_set(key, old, str(int(old or 0) + 1).encode())


def any_of(words: str) -> Optional[Pattern[str]]:
    """Return a pattern for any of the words, in whatever case; None where there are none."""
    choice = "|".join(re.escape(word) for word in words.split())
    return re.compile(rf"\b(?:{choice})\b", re.IGNORECASE) if choice else None


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(Moderator)
