"""A small chat server in memory, with the rules that plugins feel: what is where, and who is in it.

One suite of tests (`tests/host_rules.py`) runs on it and on the embedded host, so that both keep
the same rules.
"""

from __future__ import annotations

import hashlib
import itertools
import re
from typing import Any, Callable, Dict, Iterable, List, Optional, Set, Tuple, TypeVar

from google.protobuf.message import Message

from mattermost_plugin._internal.clock import Clock
from mattermost_plugin._internal.fake_host import FakeTransport, HostError
from mattermost_plugin._internal.methods import Method

T = TypeVar("T")

_LETTERS = "ybndrfg8ejkmcpqxot1uwisza345h769"
#: What a name of a user is.
USER_NAME_PATTERN = re.compile(r"[a-z0-9._-]{1,64}")
_CHANNEL = re.compile(r"[a-z0-9_-]{1,64}")
_LARGEST_PAGE = 10_000
_MESSAGE = 16383


class FakeServer(FakeTransport):
    """Answers calls of the API by what calls before them have made.

    Args:
        strict: whether what it does not do itself is answered with 501, and not by what is empty.
        lacks: methods that it answers with 501, by their names in the contract.
    """

    def __init__(self, clock: Clock, strict: bool = False, lacks: Iterable[str] = ()) -> None:
        super().__init__(clock)
        self.users: Dict[str, Any] = {}
        self.teams: Dict[str, Any] = {}
        self.channels: Dict[str, Any] = {}
        self.posts: Dict[str, Any] = {}
        self.team_members: Dict[Tuple[str, str], Any] = {}
        self.channel_members: Dict[Tuple[str, str], Any] = {}
        self.reactions: List[Any] = []
        self.commands: Dict[Tuple[str, str], Any] = {}
        self.bots: Dict[str, Any] = {}
        self._strict = strict
        self._lacks: Set[str] = set(lacks)
        self._numbers = itertools.count(1)

    def call(self, method: Method[Any], request: Message, timeout: Optional[float]) -> Any:
        name = method.name
        known = getattr(self, f"_{name}", None) is not None
        if name in self._lacks or (self._strict and not known and not name.startswith("Log")):
            response: Any = method.response.FromString(b"")
            error = HostError(501, "plugin_api.not_implemented", f"the host has no {name}")
            error.fill(response)
            return response
        return super().call(method, request, timeout)

    def new_id(self) -> str:
        """Return an identifier of 26 letters and digits."""
        number = next(self._numbers)
        digest = hashlib.sha256(str(number).encode()).digest()
        return "".join(_LETTERS[byte & 31] for byte in digest[:26])

    def millis(self) -> int:
        """Return the time."""
        return int(self.clock.now() * 1000)

    # Users

    def _user(self, user_id: str) -> Any:
        return _there(self.users, user_id, "app.user.missing_account.const", "user")

    def _CreateUser(self, request: Any, response: Any) -> None:  # noqa: N802
        user = response.user
        user.CopyFrom(request.user)
        self._add_user(user)

    def _add_user(self, user: Any) -> None:
        user.username = user.username.lower()
        if not USER_NAME_PATTERN.fullmatch(user.username):
            raise HostError(400, "model.user.is_valid.username.app_error", "no such user name")
        if "@" not in user.email:
            raise HostError(400, "model.user.is_valid.email.app_error", "no such address")
        for other in self.users.values():
            for what in ("username", "email"):
                if getattr(other, what) == getattr(user, what):
                    raise HostError(
                        409, f"app.user.save.{what}_exists.app_error", f"there is a {what} already"
                    )
        user.id = self.new_id()
        user.create_at = user.update_at = self.millis()
        user.roles = user.roles or "system_user"
        user.locale = user.locale or "en"
        user.password = ""
        self.users[user.id] = _copy(user)

    def _GetUser(self, request: Any, response: Any) -> None:  # noqa: N802
        response.user.CopyFrom(self._user(request.user_id))

    def _one_user(self, response: Any, good: Callable[[Any], bool]) -> None:
        for user in self.users.values():
            if good(user):
                response.user.CopyFrom(user)
                return
        raise HostError(404, "app.user.missing_account.const", "there is no such user")

    def _GetUserByUsername(self, request: Any, response: Any) -> None:  # noqa: N802
        self._one_user(response, lambda user: user.username == request.name.lower())

    def _GetUserByEmail(self, request: Any, response: Any) -> None:  # noqa: N802
        self._one_user(response, lambda user: user.email == request.email.lower())

    def _GetUsersByIds(self, request: Any, response: Any) -> None:  # noqa: N802
        found = [self.users[user_id] for user_id in request.user_ids if user_id in self.users]
        response.users.extend(found)

    def _UpdateUser(self, request: Any, response: Any) -> None:  # noqa: N802
        known = self._user(request.user.id)
        changed = _copy(request.user)
        changed.create_at, changed.update_at = known.create_at, self.millis()
        changed.is_bot, changed.roles, changed.password = known.is_bot, known.roles, ""
        self.users[changed.id] = changed
        response.user.CopyFrom(changed)

    def _UpdateUserRoles(self, request: Any, response: Any) -> None:  # noqa: N802
        user = self._user(request.user_id)
        user.roles = request.new_roles
        response.user.CopyFrom(user)

    def _EnsureBotUser(self, request: Any, response: Any) -> None:  # noqa: N802
        from mattermost_plugin.grpc import user_pb2

        name = request.bot.username.lower()
        for user in self.users.values():
            if user.username == name:
                if not user.is_bot:
                    raise HostError(409, "plugin_api.bot_cant_create_bot", "a person has the name")
                response.bot_user_id = user.id
                self.bots[user.id].display_name = request.bot.display_name
                self.bots[user.id].description = request.bot.description
                return
        user = user_pb2.User(username=name, email=f"{name}@localhost", is_bot=True)
        self._add_user(user)
        bot = _copy(request.bot)
        bot.user_id, bot.username = user.id, name
        bot.create_at = bot.update_at = user.create_at
        self.bots[user.id] = bot
        response.bot_user_id = user.id

    def _GetBot(self, request: Any, response: Any) -> None:  # noqa: N802
        bot = _there(self.bots, request.bot_user_id, "store.sql_bot.get.missing.app_error", "bot")
        response.bot.CopyFrom(bot)

    def _HasPermissionTo(self, request: Any, response: Any) -> None:  # noqa: N802
        user = self.users.get(request.user_id)
        roles = user.roles.split() if user is not None else []
        response.has_permission = "system_admin" in roles

    # Teams

    def _team(self, team_id: str) -> Any:
        return _there(self.teams, team_id, "app.team.get.find.app_error", "team")

    def _CreateTeam(self, request: Any, response: Any) -> None:  # noqa: N802
        team = response.team
        team.CopyFrom(request.team)
        if any(other.name == team.name for other in self.teams.values()):
            raise HostError(409, "app.team.save.existing.app_error", "there is such a team")
        team.id = self.new_id()
        team.create_at = team.update_at = self.millis()
        self.teams[team.id] = _copy(team)
        for name, title in (("town-square", "Town Square"), ("off-topic", "Off-Topic")):
            self._new_channel(team_id=team.id, name=name, display_name=title, type=0)

    def _GetTeam(self, request: Any, response: Any) -> None:  # noqa: N802
        response.team.CopyFrom(self._team(request.team_id))

    def _GetTeamByName(self, request: Any, response: Any) -> None:  # noqa: N802
        for team in self.teams.values():
            if team.name == request.name:
                response.team.CopyFrom(team)
                return
        raise HostError(404, "app.team.get_by_name.missing.app_error", "there is no such team")

    def _GetTeams(self, request: Any, response: Any) -> None:  # noqa: N802
        response.teams.extend(self.teams.values())

    def _GetTeamsForUser(self, request: Any, response: Any) -> None:  # noqa: N802
        self._user(request.user_id)
        for (team_id, user_id), member in self.team_members.items():
            if user_id == request.user_id and not member.delete_at:
                response.teams.append(self.teams[team_id])

    def _CreateTeamMember(self, request: Any, response: Any) -> None:  # noqa: N802
        self._team(request.team_id)
        self._user(request.user_id)
        key = (request.team_id, request.user_id)
        member = response.team_member
        member.team_id, member.user_id, member.scheme_user = request.team_id, request.user_id, True
        member.roles = "team_user"
        self.team_members[key] = _copy(member)
        for channel in self.channels.values():
            if channel.team_id == request.team_id and channel.name in ("town-square", "off-topic"):
                self._join(channel.id, request.user_id)

    def _GetTeamMember(self, request: Any, response: Any) -> None:  # noqa: N802
        key = (request.team_id, request.user_id)
        what = "app.team.get_member.missing.app_error"
        response.team_member.CopyFrom(_there(self.team_members, key, what, "member"))

    def _DeleteTeamMember(self, request: Any, response: Any) -> None:  # noqa: N802
        key = (request.team_id, request.user_id)
        what = "app.team.get_member.missing.app_error"
        member = _there(self.team_members, key, what, "member")
        member.delete_at = self.millis()
        for channel_id, user_id in list(self.channel_members):
            channel = self.channels[channel_id]
            if user_id == request.user_id and channel.team_id == request.team_id:
                del self.channel_members[channel_id, user_id]

    # Channels

    def _channel(self, channel_id: str) -> Any:
        what = "app.channel.get.existing.app_error"
        return _there(self.channels, channel_id, what, "channel")

    def _new_channel(self, **values: Any) -> Any:
        from mattermost_plugin.grpc import channel_pb2

        channel = channel_pb2.Channel(**values)
        channel.id = self.new_id()
        channel.create_at = channel.update_at = self.millis()
        self.channels[channel.id] = channel
        return channel

    def _CreateChannel(self, request: Any, response: Any) -> None:  # noqa: N802
        wanted = _copy(request.channel)
        self._team(wanted.team_id)
        if not _CHANNEL.fullmatch(wanted.name):
            raise HostError(400, "model.channel.is_valid.name.app_error", "no such name")
        if self._named(wanted.team_id, wanted.name) is not None:
            raise HostError(
                409, "store.sql_channel.save_channel.exists.app_error", "there is such a channel"
            )
        wanted.id = self.new_id()
        wanted.create_at = wanted.update_at = self.millis()
        self.channels[wanted.id] = wanted
        response.channel.CopyFrom(wanted)

    def _named(self, team_id: str, name: str) -> Any:
        for channel in self.channels.values():
            if channel.team_id == team_id and channel.name == name:
                return channel
        return None

    def _GetChannel(self, request: Any, response: Any) -> None:  # noqa: N802
        response.channel.CopyFrom(self._channel(request.channel_id))

    def _GetChannelByName(self, request: Any, response: Any) -> None:  # noqa: N802
        found = self._named(request.team_id, request.name)
        if found is None or (found.delete_at and not request.include_deleted):
            raise HostError(404, "app.channel.get_by_name.missing.app_error", "no such channel")
        response.channel.CopyFrom(found)

    def _GetDirectChannel(self, request: Any, response: Any) -> None:  # noqa: N802
        from mattermost_plugin.grpc import channel_pb2

        first, second = sorted((request.user_id_1, request.user_id_2))
        self._user(first)
        self._user(second)
        name = f"{first}__{second}"
        found = self._named("", name)
        if found is None:
            found = self._new_channel(name=name, type=channel_pb2.CHANNEL_TYPE_DIRECT)
            for user_id in {first, second}:
                self._join(found.id, user_id)
        response.channel.CopyFrom(found)

    def _join(self, channel_id: str, user_id: str) -> Any:
        from mattermost_plugin.grpc import api_channel_post_pb2

        key = (channel_id, user_id)
        if key not in self.channel_members:
            member = api_channel_post_pb2.GetChannelMemberResponse().channel_member
            member.channel_id, member.user_id, member.scheme_user = channel_id, user_id, True
            member.roles = "channel_user"
            self.channel_members[key] = member
        return self.channel_members[key]

    def _AddChannelMember(self, request: Any, response: Any) -> None:  # noqa: N802
        channel = self._channel(request.channel_id)
        self._user(request.user_id)
        team = self.team_members.get((channel.team_id, request.user_id))
        if channel.team_id and (team is None or team.delete_at):
            raise HostError(
                400,
                "api.channel.add_user.to.channel.failed.deleted.app_error",
                "the user is not a member of the channel's team",
            )
        response.channel_member.CopyFrom(self._join(request.channel_id, request.user_id))

    def _GetChannelMember(self, request: Any, response: Any) -> None:  # noqa: N802
        key = (request.channel_id, request.user_id)
        what = "app.channel.get_member.missing.app_error"
        response.channel_member.CopyFrom(_there(self.channel_members, key, what, "member"))

    def _DeleteChannelMember(self, request: Any, response: Any) -> None:  # noqa: N802
        key = (request.channel_id, request.user_id)
        _there(self.channel_members, key, "app.channel.get_member.missing.app_error", "member")
        del self.channel_members[key]

    def _GetChannelMembers(self, request: Any, response: Any) -> None:  # noqa: N802
        self._channel(request.channel_id)
        found = [m for m in self.channel_members.values() if m.channel_id == request.channel_id]
        found.sort(key=lambda member: member.user_id)
        response.channel_members.extend(_page(found, request))

    # Posts

    def _post(self, post_id: str) -> Any:
        post = self.posts.get(post_id)
        if post is None or post.delete_at:
            raise HostError(404, "app.post.get.app_error", "there is no such post")
        return post

    def _CreatePost(self, request: Any, response: Any) -> None:  # noqa: N802
        post = response.post
        post.CopyFrom(request.post)
        self._channel(post.channel_id)
        self._user(post.user_id)
        self._check_message(post)
        if post.root_id and (post.root_id not in self.posts or self.posts[post.root_id].delete_at):
            raise HostError(400, "api.post.create_post.root_id.app_error", "no such thread")
        post.id = self.new_id()
        post.create_at = post.create_at or self.millis()
        post.update_at = post.create_at
        if self.users[post.user_id].is_bot:
            post.props.fields["from_bot"].string_value = "true"
        self.posts[post.id] = _copy(post)

    @staticmethod
    def _check_message(post: Any) -> None:
        if len(post.message) > _MESSAGE:
            raise HostError(
                400, "model.post.is_valid.message_length.app_error", "the message is too long"
            )

    def _GetPost(self, request: Any, response: Any) -> None:  # noqa: N802
        response.post.CopyFrom(self._post(request.post_id))

    def _UpdatePost(self, request: Any, response: Any) -> None:  # noqa: N802
        known = self._post(request.post.id)
        self._check_message(request.post)
        known.message = request.post.message
        known.is_pinned = request.post.is_pinned
        if request.post.HasField("props"):
            known.props.CopyFrom(request.post.props)
        known.update_at = known.edit_at = self.millis()
        response.post.CopyFrom(known)

    def _DeletePost(self, request: Any, response: Any) -> None:  # noqa: N802
        post = self._post(request.post_id)
        for other in self.posts.values():
            if post.id in (other.id, other.root_id):
                other.delete_at = self.millis()

    def _thread(self, target: Any, posts: Iterable[Any]) -> None:
        for post in posts:
            target.order.append(post.id)
            target.posts[post.id].CopyFrom(post)

    def _GetPostThread(self, request: Any, response: Any) -> None:  # noqa: N802
        post = self._post(request.post_id)
        root = post.root_id or post.id
        found = [p for p in self.posts.values() if root in (p.id, p.root_id) and not p.delete_at]
        response.post_list.SetInParent()
        self._thread(response.post_list, found)

    def _GetPostsForChannel(self, request: Any, response: Any) -> None:  # noqa: N802
        self._channel(request.channel_id)
        there = [
            post
            for post in self.posts.values()
            if post.channel_id == request.channel_id and not post.delete_at
        ]
        response.post_list.SetInParent()
        self._thread(response.post_list, _page(there[::-1], request))

    def _SendEphemeralPost(self, request: Any, response: Any) -> None:  # noqa: N802
        post = response.post
        post.CopyFrom(request.post)
        post.id, post.type = self.new_id(), "system_ephemeral"
        post.create_at = post.update_at = self.millis()

    def _AddReaction(self, request: Any, response: Any) -> None:  # noqa: N802
        reaction = response.reaction
        reaction.CopyFrom(request.reaction)
        self._post(reaction.post_id)
        for known in self.reactions:
            if _same_reaction(known, reaction):
                reaction.CopyFrom(known)
                return
        reaction.create_at = reaction.update_at = self.millis()
        self.reactions.append(_copy(reaction))

    def _RemoveReaction(self, request: Any, response: Any) -> None:  # noqa: N802
        gone = request.reaction
        self.reactions = [known for known in self.reactions if not _same_reaction(known, gone)]

    def _GetReactions(self, request: Any, response: Any) -> None:  # noqa: N802
        found = [known for known in self.reactions if known.post_id == request.post_id]
        response.reactions.extend(found)

    # Commands

    def _RegisterCommand(self, request: Any, response: Any) -> None:  # noqa: N802
        command = _copy(request.command)
        command.trigger = command.trigger.lower()
        if not command.trigger:
            raise HostError(400, "model.command.is_valid.trigger.app_error", "there is no trigger")
        self.commands[command.team_id, command.trigger] = command

    def _UnregisterCommand(self, request: Any, response: Any) -> None:  # noqa: N802
        self.commands.pop((request.team_id, request.trigger.lower()), None)


def _same_reaction(one: Any, other: Any) -> bool:
    return bool(
        one.user_id == other.user_id
        and one.post_id == other.post_id
        and one.emoji_name == other.emoji_name
    )


def _there(things: Dict[Any, T], key: Any, error_id: str, what: str) -> T:
    found = things.get(key)
    if found is None:
        raise HostError(404, error_id, f"there is no such {what}")
    return found


def _copy(message: Any) -> Any:
    fresh = type(message)()
    fresh.CopyFrom(message)
    return fresh


def _page(things: List[T], request: Any) -> List[T]:
    size = request.per_page or 60
    if request.page < 0 or size < 0 or size > _LARGEST_PAGE:
        raise HostError(400, "api.context.invalid_url_param.app_error", "there is no such page")
    return things[request.page * size : (request.page + 1) * size]
