"""An API client that no host answers, but what a test has given it."""

from __future__ import annotations

import copy
import difflib
import inspect
from typing import (
    TYPE_CHECKING,
    Any,
    Callable,
    Dict,
    Iterable,
    List,
    MutableMapping,
    NamedTuple,
)

from mattermost_plugin._generated.api import Api
from mattermost_plugin._internal.clock import Clock
from mattermost_plugin._internal.fake_host import FakeTransport
from mattermost_plugin._internal.fake_server import FakeServer
from mattermost_plugin._internal.methods import Method
from mattermost_plugin._internal.transforms import load_into
from mattermost_plugin.async_client import AsyncPluginAPIClient
from mattermost_plugin.client import PluginAPIClient

if TYPE_CHECKING:
    from mattermost_plugin.models import Channel, Post, Team, User

_METHODS = frozenset(name for name in vars(Api) if not name.startswith("_"))


class ApiCall(NamedTuple):
    """One call that a plugin made.

    Attributes:
        method: the client's method.
        arguments: all its arguments by name, those that were not given included.
    """

    method: str
    arguments: Dict[str, Any]


class FakeApi(PluginAPIClient):
    """An API client that keeps what it is asked, and answers with what it was given.

    Without a given answer the key-value methods work on `stored`, what is created or updated comes
    back as it was given, and everything else is answered by what is empty: a model without values,
    an empty list, "", 0. Arguments are checked as the real client does it.

    Attributes:
        calls: the calls, in order.
    """

    def __init__(self) -> None:
        super().__init__("fake:")
        self.calls: List[ApiCall] = []
        self._answers: Dict[str, Callable[..., Any]] = {}
        self._fake = self._new_host()
        self._connection.transport = self._fake

    def _new_host(self) -> FakeTransport:
        return FakeTransport()

    @property
    def stored(self) -> MutableMapping[str, bytes]:
        """What is in the key-value store."""
        return self._fake.stored

    def returns(self, method: str, value: Any) -> None:
        """Have the method answer with `value` from now on."""
        self.answers(method, lambda *args, **kwargs: copy.deepcopy(value))

    def raises(self, method: str, error: BaseException) -> None:
        """Have the method raise `error` from now on."""

        def fail(*args: Any, **kwargs: Any) -> None:
            raise error

        self.answers(method, fail)

    def answers(self, method: str, function: Callable[..., Any]) -> None:
        """Have the method answer with what `function` returns for its arguments, from now on."""
        if method not in _METHODS:
            near = difflib.get_close_matches(method, _METHODS, 1)
            advice = f"; did you mean {near[0]!r}?" if near else ""
            raise AttributeError(f"the API has no method {method!r}{advice}")
        self._answers[method] = function

    def calls_of(self, method: str) -> List[Dict[str, Any]]:
        """Return the arguments of each call of the method."""
        return [call.arguments for call in self.calls if call.method == method]

    def connect(self) -> None:
        """Do nothing: there is nothing to connect to."""

    def close(self) -> None:
        """Do nothing: there is nothing to end."""

    def as_async(self) -> AsyncPluginAPIClient:
        return _FakeAsyncApi(self)

    if not TYPE_CHECKING:

        def __getattribute__(self, name: str) -> Any:
            if name not in _METHODS:
                return super().__getattribute__(name)
            method = super().__getattribute__(name)

            def recorded(*args: Any, **kwargs: Any) -> Any:
                return self._record(name, method, args, kwargs)

            return recorded

    def _record(self, name: str, method: Callable[..., Any], args: Any, kwargs: Any) -> Any:
        bound = inspect.signature(method).bind(*args, **kwargs)
        bound.apply_defaults()
        self.calls.append(ApiCall(name, copy.deepcopy(dict(bound.arguments))))
        answer = self._answers.get(name)
        if answer is None:
            return method(*args, **kwargs)
        if not isinstance(self._fake, FakeServer):
            # Its arguments are checked as a host's client does it.
            method(*args, **kwargs)
        given = answer(*args, **kwargs)
        if name == "load_plugin_configuration" and isinstance(given, (bytes, bytearray)):
            return load_into(bound.arguments["dest"], bytes(given))
        return given


class _FakeAsyncApi(AsyncPluginAPIClient):
    def __init__(self, fake: FakeApi) -> None:
        super().__init__("fake:")
        self._of = copy.copy(fake)
        self._of._blocks = False
        self._connection = fake._connection

    async def connect(self) -> None:
        """Do nothing: there is nothing to connect to."""

    async def close(self) -> None:
        """Do nothing: there is nothing to end."""

    if not TYPE_CHECKING:

        def __getattribute__(self, name: str) -> Any:
            if name not in _METHODS:
                return super().__getattribute__(name)
            method = getattr(self._of, name)

            async def awaited(*args: Any, **kwargs: Any) -> Any:
                return method(*args, **kwargs)

            return awaited


class FakeHost(FakeApi):
    """A small chat server in memory, as an API client.

    What was created is there afterwards: users, teams, channels, members, posts with identifiers,
    reactions, bots, keys and values with the limits that hosts have. What does not fit fails as it
    does on the embedded host, on which the same tests run. Methods that it does not have are
    answered as by a `FakeApi`, or with 501 where it is `strict`.

    Args:
        strict: whether methods that it does not have are answered with 501.
        lacks: client methods that it is to lack, as another host may.
    """

    def __init__(self, *, strict: bool = False, lacks: Iterable[str] = ()) -> None:
        unknown = sorted(set(lacks) - _METHODS)
        if unknown:
            raise AttributeError(f"the API has no method {', '.join(unknown)}")
        self._strict = strict
        self._lacks = [_rpc_of(name) for name in lacks]
        super().__init__()

    def _new_host(self) -> FakeTransport:
        return FakeServer(Clock(), self._strict, self._lacks)

    def add_user(self, username: str, *, admin: bool = False, **values: Any) -> User:
        """Make a user; return it."""
        values.setdefault("email", f"{username}@example.com")
        user = self.create_user({"username": username, **values})
        if admin:
            user = self.update_user_roles(user.id, "system_user system_admin")
        self._forget(2 if admin else 1)
        return user

    def add_team(self, name: str, *members: User, **values: Any) -> Team:
        """Make a team with these members; return it."""
        team = self.create_team({"name": name, "display_name": name, "type": "O", **values})
        for member in members:
            self.create_team_member(team.id, member.id)
        self._forget(1 + len(members))
        return team

    def add_channel(self, team: Team, name: str, *members: User, **values: Any) -> Channel:
        """Make a channel of a team with these members; return it."""
        given = {"team_id": team.id, "name": name, "display_name": name, "type": "O", **values}
        channel = self.create_channel(given)
        for member in members:
            self.add_channel_member(channel.id, member.id)
        self._forget(1 + len(members))
        return channel

    def posts_in(self, channel_id: str) -> List[Post]:
        """Return the posts in a channel, the oldest first."""
        found = self.get_posts_for_channel(channel_id, per_page=1000)
        self._forget(1)
        return [found.posts[post_id] for post_id in reversed(list(found.order))]

    def _forget(self, calls: int) -> None:
        # They are the test's, and not the plugin's.
        del self.calls[-calls:]


def _rpc_of(method: str) -> str:
    from mattermost_plugin._generated import api_methods

    for name in vars(Api)[method].__code__.co_names:
        found = getattr(api_methods, name, None)
        if isinstance(found, Method):
            return found.name
    raise AttributeError(f"{method} calls nothing")
