"""Attributes of a plugin's class that live as long as the plugin does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from mattermost_plugin.plugin import Plugin


class Running(Protocol):
    """What a part is in one plugin. Both methods are called on the event loop for handlers."""

    async def start(self) -> None:
        """Begin; what is raised keeps the plugin from being activated."""

    async def stop(self) -> None:
        """End."""


class Part:
    """An attribute of a plugin's class that begins and ends with the plugin."""

    def of(self, plugin: Plugin) -> Running:
        """Return what it is in `plugin`."""
        raise NotImplementedError(f"{type(self).__name__} does not implement of")
