"""Replaces a word in messages before they are stored."""

from __future__ import annotations

from typing import Any

from mattermost_plugin import HookName, Plugin, hook
from mattermost_plugin.models import PluginContext, Post


class MyPlugin(Plugin):
    """Looks at each message before it is posted."""

    word = "darn"

    # Called before OnActivate, and again whenever an administrator saves the settings.
    @hook(HookName.OnConfigurationChange)
    def configure(self) -> None:
        settings: dict[str, Any] = {}
        self.api.load_plugin_configuration(settings)
        # Keys of settings arrive in lower case.
        self.word = settings.get("word") or "darn"

    @hook(HookName.MessageWillBePosted)
    def moderate(self, context: PluginContext, post: Post) -> Post | None:
        if self.word not in post.message:
            return None  # leaves the message as it is
        post.message = post.message.replace(self.word, "*" * len(self.word))
        return post  # replaces it


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(MyPlugin)
