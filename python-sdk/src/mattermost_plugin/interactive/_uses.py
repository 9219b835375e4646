"""What a method gets when people use what a plugin shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping

if TYPE_CHECKING:
    from mattermost_plugin.plugin import Plugin


class FormError(Exception):
    """What was entered does not fit.

    Args:
        reasons: for each field what is wrong with it.
    """

    def __init__(self, **reasons: str) -> None:
        super().__init__("; ".join(f"{name}: {reason}" for name, reason in reasons.items()))
        self.reasons = reasons


class Use:
    """What clicks and forms have in common."""

    def __init__(self, plugin: Plugin, user_id: str, told: Mapping[str, Any], context: Any) -> None:
        self.plugin = plugin
        self.user_id = user_id
        self.told = told
        self.context = context

    def _text(self, name: str) -> str:
        value = self.told.get(name)
        return value if isinstance(value, str) else ""

    @property
    def channel_id(self) -> str:
        """Where it was used, as the client says."""
        return self._text("channel_id")

    @property
    def team_id(self) -> str:
        """The team in which it was used, as the client says."""
        return self._text("team_id")


class Click(Use):
    """One use of a button or a menu.

    Attributes:
        user_id: who used it, as the host knows.
        context: what was given to the button.
        told: all that the host has told, which nobody has signed.
    """

    @property
    def post_id(self) -> str:
        """The post that has it, as the client says."""
        return self._text("post_id")

    @property
    def trigger_id(self) -> str:
        """What a dialog is opened with."""
        return self._text("trigger_id")

    @property
    def selected(self) -> str:
        """What was chosen of a menu."""
        context = self.told.get("context")
        value = context.get("selected_option") if isinstance(context, Mapping) else None
        return value if isinstance(value, str) else ""


class Form(Use):
    """What was entered into a dialog.

    Attributes:
        user_id: who entered it, as the host knows.
        context: what was given when the dialog was opened.
        told: all that the host has told, which nobody has signed.
    """

    @property
    def values(self) -> Mapping[str, Any]:
        """What was entered, by field."""
        values = self.told.get("submission")
        return values if isinstance(values, Mapping) else {}

    @property
    def cancelled(self) -> bool:
        """Whether the dialog was closed; only told where it was asked for."""
        return bool(self.told.get("cancelled"))
