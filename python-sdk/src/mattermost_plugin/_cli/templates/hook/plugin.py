"""Replaces a word in each message before it is posted."""

from __future__ import annotations

from dataclasses import dataclass

from mattermost_plugin import HookName, Plugin, hook
from mattermost_plugin.models import PluginContext, Post
from mattermost_plugin.settings import Settings, setting


@dataclass
class Options:
    """What an administrator can set; the manifest has the same as settings_schema."""

    word: str = setting("darn", help="The word that is replaced by stars.")


class MyPlugin(Plugin):
    """Looks at each message before it is posted."""

    options = Settings(Options)

    @hook(HookName.MessageWillBePosted)
    def moderate(self, context: PluginContext, post: Post) -> Post | None:
        word = self.options.word
        if not word or word not in post.message:
            return None  # leaves the message as it is
        post.message = post.message.replace(word, "*" * len(word))
        return post  # replaces it


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(MyPlugin)
