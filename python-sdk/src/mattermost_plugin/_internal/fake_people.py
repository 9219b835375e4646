"""What people do with a plugin, where no host is: commands, buttons and menus, dialogs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Dict, Mapping

from mattermost_plugin._generated.hook_names import HookName
from mattermost_plugin.exceptions import convert_app_error
from mattermost_plugin.models import CommandResponse

if TYPE_CHECKING:
    from mattermost_plugin._internal.fake_api import FakeApi

_TRIGGER = "trigger"


class People:
    """The part of a harness that does what people do on a server's pages."""

    if TYPE_CHECKING:
        api: FakeApi

        def call(self, hook: HookName, *args: Any) -> Any:
            """Call a hook."""

        def request(self, method: str, url: str, *, body: bytes, user_id: str) -> Any:
            """Send a request."""

    def command(
        self,
        line: str,
        *,
        user_id: str = "",
        channel_id: str = "",
        team_id: str = "",
        root_id: str = "",
    ) -> CommandResponse:
        """Use a command of the plugin; return what it answers.

        Raises `PluginAPIError` where the user would be told of an error.

        Args:
            line: what is written, with its slash.
            user_id: who does so.
            channel_id: where.
            team_id: in which team.
            root_id: in which thread, if in one.
        """
        given = {
            "command": line,
            "user_id": user_id,
            "channel_id": channel_id,
            "team_id": team_id,
            "root_id": root_id,
            "trigger_id": _TRIGGER,
        }
        answer = self.call(HookName.ExecuteCommand, given)
        if answer.proto.HasField("error"):
            raise convert_app_error(answer.proto.error)
        return answer.response or CommandResponse()

    def click(
        self,
        control: Mapping[str, Any],
        *,
        user_id: str,
        selected: str = "",
        post_id: str = "",
        channel_id: str = "",
        team_id: str = "",
    ) -> Dict[str, Any]:
        """Use a button or a menu, as it is in an attachment; return what the plugin answers.

        What the user alone sees is its `ephemeral_text`, and what the post becomes its `update`.

        Args:
            control: the button or menu.
            user_id: who uses it.
            selected: what is chosen of a menu.
            post_id: the post that has it.
            channel_id: where that is.
            team_id: in which team.
        """
        integration = control["integration"]
        context = dict(integration["context"])
        if selected:
            context["selected_option"] = selected
        told = {
            "user_id": user_id,
            "post_id": post_id,
            "channel_id": channel_id,
            "team_id": team_id,
            "trigger_id": _TRIGGER,
            "context": context,
        }
        return self._post(integration["url"], told, user_id)

    def submit(
        self, *, user_id: str, channel_id: str = "", team_id: str = "", **values: Any
    ) -> Dict[str, Any]:
        """Fill in the dialog that the plugin has opened last; return what the plugin answers.

        What is wrong with fields is in its `errors`, what is wrong besides its `error`.

        Args:
            user_id: who does so.
            channel_id: where.
            team_id: in which team.
            values: what is entered, by field.
        """
        opened = self.api.calls_of("open_interactive_dialog")
        if not opened:
            raise AssertionError("the plugin has opened no dialog")
        request = opened[-1]["dialog_request"]
        told = {
            "type": "dialog_submission",
            "user_id": user_id,
            "channel_id": channel_id,
            "team_id": team_id,
            "callback_id": request["dialog"]["callback_id"],
            "state": request["dialog"]["state"],
            "submission": values,
        }
        return self._post(request["url"], told, user_id)

    def _post(self, url: str, told: Mapping[str, Any], user_id: str) -> Dict[str, Any]:
        # Below the plugin's own address.
        path = "/" + url.split("/", 3)[3]
        answer = self.request("POST", path, body=json.dumps(told).encode(), user_id=user_id)
        if answer.status != 200:
            raise AssertionError(f"{url} was answered with {answer.status}: {answer.text}")
        found: Dict[str, Any] = json.loads(answer.body)
        return found
