"""The chat server that a plugin on the bench has: in memory, with one person in one team."""

from __future__ import annotations

import base64
import json
import pickle
from typing import Any, Callable, Dict, List, Mapping, Optional

from google.protobuf.message import Message

from mattermost_plugin._internal.clock import Clock
from mattermost_plugin._internal.fake_host import FakeTransport, HostError
from mattermost_plugin._internal.fake_server import USER_NAME_PATTERN, FakeServer
from mattermost_plugin._internal.methods import Method
from mattermost_plugin.testing import FakeHost

#: Who speaks on the bench, and where.
USER_ID = USER_NAME = "author"
TEAM_ID, CHANNEL_ID, OTHER_CHANNEL_ID = "team", "town-square", "off-topic"

_SERVER_VERSION = "10.0.0"
_KEPT_CALLS = 1000

# What a plugin has made is there after a reload; commands it registers anew.
_KEPT = (
    "users",
    "teams",
    "channels",
    "posts",
    "team_members",
    "channel_members",
    "reactions",
    "bots",
    "_numbers",
)

OnCall = Callable[[str, Dict[str, Any]], None]


class _BenchServer(FakeServer):
    """A chat server whose first things have names for identifiers, as people type them."""

    def __init__(self) -> None:
        super().__init__(Clock())
        self._coming: List[str] = []

    def name_next(self, *names: str) -> None:
        """Have what is made next be known by these names."""
        self._coming.extend(names)

    def new_id(self) -> str:
        return self._coming.pop(0) if self._coming else super().new_id()

    def call(self, method: Method[Any], request: Message, timeout: Optional[float]) -> Any:
        known = getattr(self, f"_{method.name}", None) is not None
        fields = {field.name for field in method.response.DESCRIPTOR.fields}
        if known or fields <= {"error"}:
            # What is only to be done is taken for done.
            return super().call(method, request, timeout)
        response: Any = method.response.FromString(b"")
        text = (
            f"the chat server of this command has no {method.name}; try that on a server, with"
            " mattermost-plugin run --server URL"
        )
        HostError(501, "plugin_api.not_implemented", text).fill(response)
        return response

    def export(self) -> str:
        """Return all that is in it, for the next version of the plugin."""
        things = {name: getattr(self, name) for name in _KEPT}
        kept = pickle.dumps((things, self.stored._kept))
        return base64.b64encode(kept).decode()

    def take(self, exported: str) -> None:
        """Have what was exported in place of what is in it."""
        things, stored = pickle.loads(base64.b64decode(exported))
        for name, value in things.items():
            setattr(self, name, value)
        self.stored._kept = stored


class BenchApi(FakeHost):
    """The API of that server; somebody is told of each call of the plugin.

    Args:
        settings: the plugin's settings, with their defaults.
        on_call: is told of each call: its method, and its arguments by name.
    """

    def __init__(self, settings: Mapping[str, Any], on_call: Optional[OnCall] = None) -> None:
        super().__init__()
        self._on_call: Optional[OnCall] = None
        self.returns("load_plugin_configuration", json.dumps(settings).encode())
        self.returns("get_server_version", _SERVER_VERSION)
        self._server.name_next(USER_ID, TEAM_ID, CHANNEL_ID, OTHER_CHANNEL_ID)
        author = self.add_user(USER_NAME, admin=True)
        team = self.add_team(TEAM_ID, author, display_name="Team")
        for channel in (CHANNEL_ID, OTHER_CHANNEL_ID):
            self._server._join(channel, author.id)
        assert team.id == TEAM_ID
        self._on_call = on_call

    def _new_host(self) -> FakeTransport:
        return _BenchServer()

    @property
    def _server(self) -> _BenchServer:
        assert isinstance(self._fake, _BenchServer)
        return self._fake

    def export(self) -> str:
        """Return all that is in the server, for the next version of the plugin."""
        return self._server.export()

    def take(self, exported: str) -> None:
        """Have what was exported in place of what is in the server."""
        self._server.take(exported)

    def meet(self, value: Any) -> None:
        """Have those be there, in the team and its channels, whom somebody has named."""
        if isinstance(value, dict):
            for name, item in value.items():
                if name.endswith("user_id") and isinstance(item, str):
                    self._add(item)
                self.meet(item)

    def _add(self, name: str) -> None:
        server = self._server
        if name in server.users or not USER_NAME_PATTERN.fullmatch(name):
            return
        server.name_next(name)
        on_call, self._on_call = self._on_call, None
        self.add_user(name)
        self.create_team_member(TEAM_ID, name)
        self._forget(1)
        self._on_call = on_call
        for channel in (CHANNEL_ID, OTHER_CHANNEL_ID):
            server._join(channel, name)

    def post(self, values: Mapping[str, Any]) -> Any:
        """Post something as people do; return the post."""
        on_call, self._on_call = self._on_call, None
        try:
            posted = self.create_post(dict(values))
        finally:
            self._on_call = on_call
        self._forget(1)
        return posted

    def _record(self, name: str, method: Callable[..., Any], args: Any, kwargs: Any) -> Any:
        try:
            return super()._record(name, method, args, kwargs)
        finally:
            del self.calls[:-_KEPT_CALLS]
            if self._on_call is not None and self.calls and self.calls[-1].method == name:
                self._on_call(name, self.calls[-1].arguments)


def placed(argument: str, value: Any) -> Any:
    """Return an argument of a hook with the author and the channel where it names none."""
    if not isinstance(value, dict):
        return value
    if argument == "post":
        return {"user_id": USER_ID, "channel_id": CHANNEL_ID, **value}
    if argument == "args":
        return {"user_id": USER_ID, "channel_id": CHANNEL_ID, "team_id": TEAM_ID, **value}
    return value


__all__ = [
    "BenchApi",
    "CHANNEL_ID",
    "OnCall",
    "TEAM_ID",
    "USER_ID",
    "USER_NAME",
    "placed",
]
