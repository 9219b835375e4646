"""A bot that answers direct messages."""

from __future__ import annotations

from dataclasses import dataclass

from mattermost_plugin import HookName, Plugin, hook
from mattermost_plugin.models import PluginContext, Post
from mattermost_plugin.settings import Settings, setting

BOT = "my-plugin"
TITLE = "My Plugin"


@dataclass
class Options:
    """What an administrator can set; the manifest has the same as settings_schema."""

    answer: str = setting("You said", help="What the bot says before it repeats a message.")


class MyPlugin(Plugin):
    """Has a bot, and answers what is said to it."""

    options = Settings(Options)

    @hook(HookName.OnActivate)
    def activate(self) -> None:
        self.bot.ensure(BOT, display_name=TITLE, description="Answers direct messages.")

    @hook(HookName.MessageHasBeenPosted)
    def reply(self, context: PluginContext, post: Post) -> None:
        # What the bot says is posted, too; and so is what is said in other channels.
        if not self.bot.should_process_message(post, only_dms=True):
            return
        message = f"{self.options.answer}: {post.message}"
        self.bot.dm(post.user_id, Post(root_id=post.root_id, message=message))


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(MyPlugin)
