"""Makes what people click on, for functions and for coroutines."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Dict, Iterable, Mapping, Optional

from mattermost_plugin._internal.both import BlockingWay, Way, now
from mattermost_plugin.interactive import _builders as builders
from mattermost_plugin.interactive._builders import Choices
from mattermost_plugin.interactive._signing import Signing

if TYPE_CHECKING:
    from typing import Literal

    from mattermost_plugin.plugin import Plugin


class UI(Signing):
    """Makes what people click on; safe for use from several threads."""

    def __init__(self, plugin: Plugin) -> None:
        super().__init__(plugin, BlockingWay(plugin.api))

    def button(
        self,
        name: str,
        label: str,
        *,
        style: Literal["", "default", "primary", "success", "good", "warning", "danger"] = "",
        context: Any = None,
        expires: Optional[timedelta] = None,
    ) -> Dict[str, Any]:
        """Return a button.

        Args:
            name: the `@action` method.
            label: what is on it.
            style: how it looks.
            context: what the method gets, as JSON.
            expires: after what time it does nothing any more.
        """
        return now(self._control(name, builders.button(name, label, style), context, expires))

    def menu(
        self,
        name: str,
        label: str,
        choices: Choices = (),
        *,
        source: Literal["", "users", "channels"] = "",
        context: Any = None,
        expires: Optional[timedelta] = None,
    ) -> Dict[str, Any]:
        """Return a menu, whose choice the `@action` method finds in `click.selected`."""
        return now(self._control(name, builders.menu(label, choices, source), context, expires))

    def props(self, *attachments: Mapping[str, Any]) -> Dict[str, Any]:
        """Return the props of a post or answer with these attachments."""
        return {"attachments": [dict(one) for one in attachments]}

    def open_dialog(
        self,
        trigger_id: str,
        name: str,
        title: str,
        fields: Iterable[Mapping[str, Any]],
        *,
        text: str = "",
        submit: str = "",
        cancel: bool = False,
        context: Any = None,
        expires: Optional[timedelta] = None,
    ) -> None:
        """Open a dialog on the screen of a user.

        Args:
            trigger_id: that of the command or click that led to it.
            name: the `@submission` method.
            title: what stands above it, at most 24 characters.
            fields: what can be entered.
            text: what stands before the fields.
            submit: the label of its button.
            cancel: whether the method is called when it is closed, too.
            context: what the method gets, as JSON.
            expires: after what time it can be submitted no more.
        """
        dialog = builders.dialog(title, fields, text, submit, cancel)
        now(self._open(trigger_id, name, dialog, context, expires))

    def verify(self, what: str, signed: str) -> Any:
        """Return what was signed; raise ValueError where it was not signed here."""
        return now(self._verify(what, signed))


class AsyncUI(Signing):
    """Makes what people click on, as `UI` does, for coroutines."""

    def __init__(self, plugin: Plugin) -> None:
        super().__init__(plugin, Way(plugin.async_api))

    async def button(
        self,
        name: str,
        label: str,
        *,
        style: Literal["", "default", "primary", "success", "good", "warning", "danger"] = "",
        context: Any = None,
        expires: Optional[timedelta] = None,
    ) -> Dict[str, Any]:
        """Return a button: see `UI.button`."""
        return await self._control(name, builders.button(name, label, style), context, expires)

    async def menu(
        self,
        name: str,
        label: str,
        choices: Choices = (),
        *,
        source: Literal["", "users", "channels"] = "",
        context: Any = None,
        expires: Optional[timedelta] = None,
    ) -> Dict[str, Any]:
        """Return a menu: see `UI.menu`."""
        return await self._control(name, builders.menu(label, choices, source), context, expires)

    def props(self, *attachments: Mapping[str, Any]) -> Dict[str, Any]:
        """Return the props of a post or answer with these attachments."""
        return {"attachments": [dict(one) for one in attachments]}

    async def open_dialog(
        self,
        trigger_id: str,
        name: str,
        title: str,
        fields: Iterable[Mapping[str, Any]],
        *,
        text: str = "",
        submit: str = "",
        cancel: bool = False,
        context: Any = None,
        expires: Optional[timedelta] = None,
    ) -> None:
        """Open a dialog on the screen of a user: see `UI.open_dialog`."""
        dialog = builders.dialog(title, fields, text, submit, cancel)
        await self._open(trigger_id, name, dialog, context, expires)
