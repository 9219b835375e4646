"""Says in its log how it is set."""

from __future__ import annotations

from typing import Any, Dict

from mattermost_plugin import HookName, Plugin, hook


class Greeter(Plugin):
    """Does nothing but tell that it is there."""

    @hook(HookName.OnConfigurationChange)
    def configure(self) -> None:
        settings: Dict[str, Any] = {}
        self.api.load_plugin_configuration(settings)
        secret = "set" if settings.get("webhooksecret") else "not set"
        self.logger.info("greeting is %s, secret is %s", settings.get("greeting"), secret)

    @hook(HookName.OnActivate)
    def activate(self) -> None:
        self.logger.warning("nobody has come yet")


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(Greeter)
