"""A bot that answers direct messages."""

from __future__ import annotations

from typing import Any

from mattermost_plugin import HookName, Plugin, hook
from mattermost_plugin.models import Bot, PluginContext, Post

BOT = Bot(
    username="my-plugin",
    display_name="My Plugin",
    description="Answers direct messages.",
)


class MyPlugin(Plugin):
    """Has a bot, and answers what is said to it."""

    bot_id = ""
    answer = "You said"

    # Called before OnActivate, and again whenever an administrator saves the settings.
    @hook(HookName.OnConfigurationChange)
    def configure(self) -> None:
        settings: dict[str, Any] = {}
        self.api.load_plugin_configuration(settings)
        # Keys of settings arrive in lower case.
        self.answer = settings.get("answer") or "You said"

    @hook(HookName.OnActivate)
    def activate(self) -> None:
        self.bot_id = self.api.ensure_bot_user(BOT)

    @hook(HookName.MessageHasBeenPosted)
    def reply(self, context: PluginContext, post: Post) -> None:
        if post.user_id == self.bot_id:
            return  # what the bot says is posted, too
        channel = self.api.get_channel(post.channel_id)
        # A direct channel is named after the two who talk there.
        if channel.type != "D" or self.bot_id not in channel.name.split("__"):
            return
        self.api.create_post(
            Post(
                user_id=self.bot_id,
                channel_id=post.channel_id,
                root_id=post.root_id,
                message=f"{self.answer}: {post.message}",
            )
        )


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(MyPlugin)
