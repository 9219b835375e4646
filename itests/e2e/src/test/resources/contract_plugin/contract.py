"""Calls each method of the API on the server it runs on, and looks at what has come of it.

``GET /api`` does so and tells, as JSON, which methods have never succeeded and what was not as it
should be. ``GET /hooks`` tells how often each hook was called. Other paths set something off that
only a plugin can.
"""

from __future__ import annotations

import io
import json
import struct
import tarfile
import time
import traceback
import zlib
from collections import Counter
from pathlib import Path
from typing import Any, Callable

from mattermost_plugin import HookName, Plugin, hook
from mattermost_plugin._generated.api import Api
from mattermost_plugin._generated.hook_methods import ARGUMENTS
from mattermost_plugin.exceptions import PluginAPIError
from mattermost_plugin.models import (
    AuditRecord,
    AutocompleteArgument,
    AutocompleteData,
    Bot,
    BotPatch,
    Channel,
    Command,
    CommandArgs,
    CommandResponse,
    CustomStatus,
    Dialog,
    Group,
    GroupSyncable,
    OAuthApp,
    OpenDialogRequest,
    Post,
    Preference,
    PropertyField,
    PropertyValue,
    PushNotification,
    Reaction,
    Session,
    SharedChannel,
    SidebarCategoryWithChannels,
    SyncResponse,
    Team,
    UploadSession,
    User,
    UserAccessToken,
    UserAuth,
)

ID = "com.example.contract"
METHODS = sorted(name for name in vars(Api) if not name.startswith("_"))


def png(red: int) -> bytes:
    """A picture of 64 times 64 points of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    rows = b"".join(b"\x00" + bytes((red, 90, 160)) * 64 for _ in range(64))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 64, 64, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def archive(plugin_id: str) -> bytes:
    """The archive of a plugin that does nothing."""
    manifest = {
        "id": plugin_id,
        "name": "Installed",
        "version": "1.0.0",
        "server": {"executable": "plugin.py", "runtime": "python"},
    }
    script = (
        "from mattermost_plugin import Plugin\n"
        "from mattermost_plugin.server import run_plugin\n\n\n"
        "class Installed(Plugin):\n    pass\n\n\n"
        'if __name__ == "__main__":\n    run_plugin(Installed)\n'
    )
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as tar:
        for name, text in (("plugin.json", json.dumps(manifest)), ("plugin.py", script)):
            entry = tarfile.TarInfo(f"{plugin_id}/{name}")
            entry.size = len(text)
            tar.addfile(entry, io.BytesIO(text.encode()))
    return packed.getvalue()


class Recorder:
    """Passes calls on, and remembers which have succeeded and which the server does not have."""

    def __init__(self, api: Any) -> None:
        self.api = api
        self.succeeded: set[str] = set()
        self.unimplemented: set[str] = set()

    def __getattr__(self, name: str) -> Callable[..., Any]:
        method = getattr(self.api, name)

        def call(*args: Any, **kwargs: Any) -> Any:
            try:
                result = method(*args, **kwargs)
            except PluginAPIError as error:
                if error.status_code == 501:
                    self.unimplemented.add(name)
                raise
            self.succeeded.add(name)
            return result

        return call


def fails(status: int, call: Callable[..., Any], *args: Any, **kwargs: Any) -> None:
    """Assert that a call fails with this status."""
    try:
        call(*args, **kwargs)
    except PluginAPIError as error:
        assert error.status_code == status, f"{status} was expected: {error}"
    else:
        raise AssertionError(f"{status} was expected, and the call has succeeded")


def same(actual: Any, expected: Any) -> None:
    """Assert that two values are the same, and tell both."""
    assert actual == expected, f"{actual!r} and not {expected!r}"


def until(condition: Callable[[], bool], what: str, seconds: float = 20) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"waited in vain until {what}"
        time.sleep(0.05)


def switch_on(api: Any) -> None:
    """Switch on what a server has switched off until its administrator wants it."""
    config = json.loads(api.get_unsanitized_config())
    config["ServiceSettings"]["EnableUserAccessTokens"] = True
    config["ServiceSettings"]["EnableOAuthServiceProvider"] = True
    config["ServiceSettings"]["EnableCustomEmoji"] = True
    config["FileSettings"]["EnablePublicLink"] = True
    config["EmailSettings"]["SendPushNotifications"] = True
    config["EmailSettings"]["SendEmailNotifications"] = True
    config["SamlSettings"]["Enable"] = True
    api.save_config(json.dumps(config).encode())


class World:
    """A team with a channel and three people, whom all areas work with."""

    def __init__(self, api: Any) -> None:
        stamp = format(time.time_ns() // 1000, "x")
        self.stamp = stamp
        self.team = api.create_team(Team(name=f"team-{stamp}", display_name="Contract", type="O"))
        self.channel = api.create_channel(
            Channel(team_id=self.team.id, name=f"chan-{stamp}", display_name="Contract", type="O")
        )
        self.users = [self.user(api, f"{name}-{stamp}") for name in ("ann", "bob", "cid")]
        self.ann, self.bob, self.cid = self.users
        for user in self.users:
            api.create_team_member(self.team.id, user.id)
            api.add_channel_member(self.channel.id, user.id)

    def user(self, api: Any, name: str) -> Any:
        """A new user of this name."""
        return api.create_user(
            User(username=name, email=f"{name}@example.com", password="Secret-Word-1")
        )

    def post(self, api: Any, text: str, **more: Any) -> Any:
        """A new post of Ann's."""
        return api.create_post(
            Post(channel_id=self.channel.id, user_id=self.ann.id, message=text, **more)
        )


def users(api: Any, world: World, plugin: Contract) -> None:
    dan = world.user(api, f"dan-{world.stamp}")
    same(api.get_user(dan.id).username, dan.username)
    same(api.get_user_by_email(dan.email).id, dan.id)
    same(api.get_user_by_username(dan.username).id, dan.id)
    same([user.id for user in api.get_users_by_ids([dan.id])], [dan.id])
    same([user.id for user in api.get_users_by_usernames([dan.username])], [dan.id])
    same({user.id for user in api.get_users_in_team(world.team.id)}, {u.id for u in world.users})
    same(
        {user.id for user in api.get_users_in_channel(world.channel.id)},
        {user.id for user in world.users},
    )
    same(
        {user.id for user in api.get_users(in_team_id=world.team.id)},
        {user.id for user in world.users},
    )
    same([user.id for user in api.search_users(dan.username)], [dan.id])
    dan.nickname = "Danny"
    same(api.update_user(dan).nickname, "Danny")
    same(api.get_user(dan.id).nickname, "Danny")
    api.update_user_roles(dan.id, "system_user system_admin")
    assert "system_admin" in api.get_user(dan.id).roles
    assert api.has_permission_to(dan.id, "manage_system")
    assert not api.has_permission_to(world.ann.id, "manage_system")
    assert api.has_permission_to_team(world.ann.id, world.team.id, "view_team")
    assert api.has_permission_to_channel(world.ann.id, world.channel.id, "create_post")
    assert not api.has_permission_to_channel(world.ann.id, world.channel.id, "no_such_thing")
    assert api.roles_grant_permission(["channel_user"], "create_post")
    assert not api.roles_grant_permission(["no_such_role"], "create_post")
    api.update_user_active(dan.id, False)
    assert api.get_user(dan.id).delete_at > 0
    api.update_user_active(dan.id, True)
    same(api.get_user(dan.id).delete_at, 0)
    identity = f"identity-{world.stamp}"
    same(
        api.update_user_auth(dan.id, UserAuth(auth_service="ldap", auth_data=identity)).auth_data,
        identity,
    )
    same(api.get_user(dan.id).auth_service, "ldap")
    assert isinstance(api.get_ldap_user_attributes(dan.id, ["cn"]), dict)
    api.delete_user(dan.id)
    assert api.get_user(dan.id).delete_at > 0


def pictures_of_users(api: Any, world: World, plugin: Contract) -> None:
    generated = api.get_profile_image(world.ann.id)
    assert len(generated) > 50
    api.set_profile_image(world.ann.id, png(200))
    assert api.get_profile_image(world.ann.id) != generated
    assert api.get_user(world.ann.id).last_picture_update > 0
    fails(400, api.set_profile_image, world.ann.id, b"no picture")


def statuses(api: Any, world: World, plugin: Contract) -> None:
    api.update_user_status(world.ann.id, "away")
    same(api.get_user_status(world.ann.id).status, "away")
    found = api.get_user_statuses_by_ids([world.ann.id])
    same([(status.user_id, status.status) for status in found], [(world.ann.id, "away")])
    same(api.set_user_status_timed_dnd(world.bob.id, int(time.time()) + 3600).status, "dnd")
    same(api.get_user_status(world.bob.id).status, "dnd")
    api.update_user_custom_status(world.ann.id, CustomStatus(emoji="palm_tree", text="away"))
    assert "palm_tree" in str(dict(api.get_user(world.ann.id).props))
    api.remove_user_custom_status(world.ann.id)
    assert "palm_tree" not in str(dict(api.get_user(world.ann.id).props))


def sessions(api: Any, world: World, plugin: Contract) -> None:
    session = api.create_session(Session(user_id=world.ann.id))
    same(api.get_session(session.id).user_id, world.ann.id)
    later = session.expires_at + 60_000
    api.extend_session_expiry(session.id, later)
    same(api.get_session(session.id).expires_at, later)
    api.revoke_session(session.id)
    fails(404, api.get_session, session.id)
    token = api.create_user_access_token(UserAccessToken(user_id=world.ann.id, description="t"))
    assert len(token.token) == 26
    api.revoke_user_access_token(token.id)
    fails(404, api.revoke_user_access_token, token.id)


def teams(api: Any, world: World, plugin: Contract) -> None:
    team = api.create_team(Team(name=f"two-{world.stamp}", display_name="Two", type="O"))
    same(api.get_team(team.id).name, team.name)
    same(api.get_team_by_name(team.name).id, team.id)
    assert team.id in {found.id for found in api.get_teams()}
    team.display_name = f"Second {world.stamp}"
    api.update_team(team)
    same(api.get_team(team.id).display_name, team.display_name)
    same([found.id for found in api.search_teams(team.display_name)], [team.id])
    same(api.create_team_member(team.id, world.ann.id).user_id, world.ann.id)
    same([m.user_id for m in api.create_team_members(team.id, [world.bob.id])], [world.bob.id])
    graceful = api.create_team_members_gracefully(team.id, [world.cid.id, "nobody"])
    same([bool(result.error) for result in graceful], [False, True])
    same({m.user_id for m in api.get_team_members(team.id)}, {u.id for u in world.users})
    same(api.get_team_member(team.id, world.cid.id).delete_at, 0)
    assert team.id in {m.team_id for m in api.get_team_members_for_user(world.ann.id)}
    assert team.id in {found.id for found in api.get_teams_for_user(world.ann.id)}
    api.update_team_member_roles(team.id, world.bob.id, "team_user team_admin")
    assert "team_admin" in api.get_team_member(team.id, world.bob.id).roles
    same(api.get_team_stats(team.id).total_member_count, 3)
    api.delete_team_member(team.id, world.cid.id)
    assert api.get_team_member(team.id, world.cid.id).delete_at > 0
    same(api.get_team_stats(team.id).total_member_count, 2)
    fails(404, api.get_team_icon, team.id)
    api.set_team_icon(team.id, png(100))
    assert len(api.get_team_icon(team.id)) > 50
    api.remove_team_icon(team.id)
    fails(404, api.get_team_icon, team.id)
    api.delete_team(team.id)
    assert api.get_team(team.id).delete_at > 0


def channels(api: Any, world: World, plugin: Contract) -> None:
    team = world.team.id
    channel = api.create_channel(
        Channel(team_id=team, name=f"two-{world.stamp}", display_name="Two", type="O")
    )
    same(api.get_channel(channel.id).name, channel.name)
    same(api.get_channel_by_name(team, channel.name).id, channel.id)
    same(api.get_channel_by_name_for_team_name(world.team.name, channel.name).id, channel.id)
    assert channel.id in {found.id for found in api.get_public_channels_for_team(team)}
    channel.header = "a header"
    api.update_channel(channel)
    same(api.get_channel(channel.id).header, "a header")
    assert channel.id in {found.id for found in api.search_channels(team, channel.name)}
    api.add_channel_member(channel.id, world.ann.id)
    same(api.add_user_to_channel(channel.id, world.bob.id, world.ann.id).user_id, world.bob.id)
    same(api.get_channel_member(channel.id, world.ann.id).user_id, world.ann.id)
    same(
        {member.user_id for member in api.get_channel_members(channel.id)},
        {world.ann.id, world.bob.id},
    )
    same(
        [m.user_id for m in api.get_channel_members_by_ids(channel.id, [world.bob.id])],
        [world.bob.id],
    )
    assert channel.id in {
        member.channel_id for member in api.get_channel_members_for_user(team, world.ann.id)
    }
    assert channel.id in {
        found.id for found in api.get_channels_for_team_for_user(team, world.ann.id)
    }
    api.update_channel_member_roles(channel.id, world.bob.id, "channel_user channel_admin")
    assert "channel_admin" in api.get_channel_member(channel.id, world.bob.id).roles
    api.update_channel_member_notifications(channel.id, world.ann.id, {"desktop": "all"})
    api.patch_channel_members_notifications([(channel.id, world.ann.id)], {"push": "none"})
    notified = dict(api.get_channel_member(channel.id, world.ann.id).notify_props)
    same((notified["desktop"], notified["push"]), ("all", "none"))
    same(api.get_channel_stats(channel.id).member_count, 2)
    api.delete_channel_member(channel.id, world.bob.id)
    fails(404, api.get_channel_member, channel.id, world.bob.id)
    same(api.get_channel_stats(channel.id).member_count, 1)
    direct = api.get_direct_channel(world.ann.id, world.bob.id)
    same(api.get_direct_channel(world.bob.id, world.ann.id).id, direct.id)
    group = api.get_group_channel([user.id for user in world.users])
    same(len(api.get_channel_members(group.id)), 3)
    api.delete_channel(channel.id)
    assert api.get_channel(channel.id).delete_at > 0


def sidebar(api: Any, world: World, plugin: Contract) -> None:
    made = api.create_channel_sidebar_category(
        world.ann.id,
        world.team.id,
        SidebarCategoryWithChannels(
            user_id=world.ann.id,
            team_id=world.team.id,
            display_name="Mine",
            type="custom",
            channel_ids=[world.channel.id],
        ),
    )
    found = api.get_channel_sidebar_categories(world.ann.id, world.team.id)
    mine = [category for category in found.categories if category.id == made.id]
    same([list(category.channel_ids) for category in mine], [[world.channel.id]])
    made.display_name = "Ours"
    api.update_channel_sidebar_categories(world.ann.id, world.team.id, [made])
    found = api.get_channel_sidebar_categories(world.ann.id, world.team.id)
    assert "Ours" in {category.display_name for category in found.categories}


def posts(api: Any, world: World, plugin: Contract) -> None:
    first = world.post(api, f"first {world.stamp}")
    reply = world.post(api, "a reply", root_id=first.id)
    second = world.post(api, f"second {world.stamp}")
    same(api.get_post(first.id).message, first.message)
    same(set(api.get_post_thread(first.id).posts), {first.id, reply.id})
    assert second.id in api.get_posts_since(world.channel.id, first.create_at - 1).posts
    assert second.id in api.get_posts_after(world.channel.id, first.id).posts
    assert first.id in api.get_posts_before(world.channel.id, second.id).posts
    assert {first.id, second.id} <= set(api.get_posts_for_channel(world.channel.id).posts)
    second.message = f"second {world.stamp} changed"
    api.update_post(second)
    same(api.get_post(second.id).message, second.message)
    reaction = Reaction(user_id=world.ann.id, post_id=first.id, emoji_name="smile")
    api.add_reaction(reaction)
    same([found.emoji_name for found in api.get_reactions(first.id)], ["smile"])
    api.remove_reaction(reaction)
    same(len(api.get_reactions(first.id)), 0)
    api.delete_post(second.id)
    fails(404, api.get_post, second.id)
    shown = api.send_ephemeral_post(
        world.ann.id, Post(channel_id=world.channel.id, user_id=world.bob.id, message="psst")
    )
    assert shown.id
    shown.message = "psst again"
    same(api.update_ephemeral_post(world.ann.id, shown).id, shown.id)
    api.delete_ephemeral_post(world.ann.id, shown.id)
    fails(404, api.get_post, shown.id)


def reading(api: Any, world: World, plugin: Contract) -> None:
    root = world.post(api, f"root {world.stamp} pineapple")
    world.post(api, "a reply", root_id=root.id)
    unread = {team.team_id: team for team in api.get_teams_unread_for_user(world.bob.id)}
    assert unread[world.team.id].msg_count > 0, "nothing is unread"
    same(api.get_post(root.id).reply_count, 1)
    same(list(api.search_posts_in_team(world.team.id, "pineapple").order), [root.id])
    found = api.search_posts_in_team_for_user(world.team.id, world.ann.id, "pineapple")
    assert root.id in found.posts


def found_files(api: Any, world: World, plugin: Contract) -> None:
    info = api.upload_file(b"a bowl", world.channel.id, "bowl.txt")
    world.post(api, "with a bowl", file_ids=[info.id])
    api.set_file_searchable_content(info.id, "blueberry")


def emoji(api: Any, world: World, plugin: Contract) -> None:
    # Only people make emoji: one of this name is there before.
    made = api.get_emoji_by_name("contract")
    same(api.get_emoji(made.id).name, "contract")
    assert len(api.get_emoji_image(made.id)) > 50
    assert made.id in {found.id for found in api.get_emoji_list(sort="name")}
    fails(404, api.get_emoji_by_name, "unknown_emoji")


def files(api: Any, world: World, plugin: Contract) -> None:
    info = api.upload_file(png(10), world.channel.id, "picture.png")
    same((info.name, info.width, info.height), ("picture.png", 64, 64))
    same(api.get_file(info.id), png(10))
    same(api.get_file_info(info.id).size, len(png(10)))
    copies = api.copy_file_infos(world.ann.id, [info.id])
    same(api.get_file(copies[0]), png(10))
    world.post(api, "with a file", file_ids=[info.id])
    assert info.id in {found.id for found in api.get_file_infos(channel_id=world.channel.id)}
    link = api.get_file_link(info.id)
    assert info.id in link, link
    same(api.read_file(f"{info.id[:2]}/{info.id}"), png(10))
    fails(404, api.read_file, "no/such/file")
    session = api.create_upload_session(
        UploadSession(
            type="attachment",
            user_id=world.ann.id,
            channel_id=world.channel.id,
            filename="pieces.txt",
            file_size=10,
        )
    )
    api.upload_data(session, b"01234")
    session = api.get_upload_session(session.id)
    same(session.file_offset, 5)
    done = api.upload_data(session, b"56789")
    same(api.get_file(done.id), b"0123456789")


def keys(api: Any, world: World, plugin: Contract) -> None:
    api.kv_delete_all()
    api.kv_set("a", b"1")
    same(api.kv_get("a"), b"1")
    assert not api.kv_compare_and_set("a", b"0", b"2")
    assert api.kv_compare_and_set("a", b"1", b"2")
    same(api.kv_get("a"), b"2")
    assert api.kv_set_with_options("b", b"1")
    api.kv_set_with_expiry("c", b"1", 1)
    same(sorted(api.kv_list()), ["a", "b", "c"])
    assert api.kv_compare_and_delete("a", b"2")
    api.kv_delete("b")
    until(lambda: api.kv_get("c") is None, "the key has expired")
    same(api.kv_list(), [])


def configuration(api: Any, world: World, plugin: Contract) -> None:
    read = json.loads(api.get_unsanitized_config())
    assert "ServiceSettings" in read and "TeamSettings" in read
    read["TeamSettings"]["SiteName"] = f"Site {world.stamp}"
    api.save_config(json.dumps(read).encode())
    same(
        json.loads(api.get_config())["TeamSettings"]["SiteName"],
        f"Site {world.stamp}",
    )
    api.save_plugin_config({"greeting": "good day"})
    until(lambda: plugin.greeting() == "good day", "the settings are there")
    same({k.lower(): v for k, v in api.get_plugin_config().items()}["greeting"], "good day")
    loaded: dict[str, Any] = {}
    api.load_plugin_configuration(loaded)
    same(loaded["greeting"], "good day")


def plugins(api: Any, world: World, plugin: Contract) -> None:
    same(api.get_plugin_id(), ID)
    assert (Path(api.get_bundle_path()) / "plugin.json").exists()
    mine = {entry["id"]: entry for entry in json.loads(api.get_plugins())}[ID]
    same(mine["version"], "1.2.3")
    same(mine["homepage_url"], "https://example.com/contract")
    same(mine["support_url"], "https://example.com/contract/support")
    same(mine["release_notes_url"], "https://example.com/contract/news")
    same(mine["icon_path"], "assets/icon.svg")
    same(mine["min_server_version"], "7.0.0")
    same(json.loads(api.get_plugin_status(ID))["state"], 2)
    other = "com.example.installed"
    same(json.loads(api.install_plugin(archive(other), force=True))["id"], other)

    def state() -> int:
        return int(json.loads(api.get_plugin_status(other))["state"])

    api.enable_plugin(other)
    until(lambda: state() == 2, "the plugin runs")
    api.disable_plugin(other)
    until(lambda: state() == 0, "the plugin is disabled")
    api.remove_plugin(other)
    fails(404, api.get_plugin_status, other)
    status, _, body = api.plugin_http("POST", f"/{ID}/echo", {"X-Word": "w"}, b"body")
    same((status, body), (200, b"POST w body"))


def logs(api: Any, world: World, plugin: Contract) -> None:
    for log in (api.log_debug, api.log_info, api.log_warn, api.log_error):
        log("a record of the contract", stamp=world.stamp)
    record = AuditRecord(event="contract", status="success", user_id=world.ann.id)
    api.log_audit_rec(record)
    api.log_audit_rec_with_level(record, "audit-content")


def bots(api: Any, world: World, plugin: Contract) -> None:
    bot = api.create_bot(Bot(username=f"bot-{world.stamp}", display_name="Bot"))
    same(api.get_bot(bot.user_id).username, bot.username)
    same(api.get_user(bot.user_id).is_bot, True)
    api.patch_bot(bot.user_id, BotPatch(display_name="Robot"))
    same(api.get_bot(bot.user_id).display_name, "Robot")
    assert bot.user_id in {found.user_id for found in api.get_bots()}
    api.update_bot_active(bot.user_id, False)
    assert api.get_bot(bot.user_id, include_deleted=True).delete_at > 0
    api.update_bot_active(bot.user_id, True)
    ensured = api.ensure_bot_user(Bot(username=f"own-{world.stamp}", display_name="Own"))
    same(api.ensure_bot_user(Bot(username=f"own-{world.stamp}", display_name="Own")), ensured)
    same(api.get_bot(ensured).owner_id, ID)
    api.permanent_delete_bot(bot.user_id)
    fails(404, api.get_bot, bot.user_id, include_deleted=True)


def commands(api: Any, world: World, plugin: Contract) -> None:
    api.register_command(Command(trigger="contracted", auto_complete=True))
    assert "contracted" in {c.trigger for c in api.list_plugin_commands(world.team.id)}
    assert "contracted" in {c.trigger for c in api.list_commands(world.team.id)}
    answer = api.execute_slash_command(
        CommandArgs(
            command="/contracted by a plugin",
            user_id=world.ann.id,
            channel_id=world.channel.id,
            team_id=world.team.id,
        )
    )
    same(answer.text, "asked: /contracted by a plugin")
    api.unregister_command("", "contracted")
    assert "contracted" not in {c.trigger for c in api.list_plugin_commands(world.team.id)}
    custom = api.create_command(
        Command(
            team_id=world.team.id,
            creator_id=world.ann.id,
            trigger="outside",
            method="P",
            url="http://localhost:1/",
        )
    )
    same(api.get_command(custom.id).trigger, "outside")
    assert custom.id in {found.id for found in api.list_custom_commands(world.team.id)}
    custom.display_name = "Outside"
    api.update_command(custom.id, custom)
    same(api.get_command(custom.id).display_name, "Outside")
    api.delete_command(custom.id)
    fails(404, api.get_command, custom.id)


def built_in_commands(api: Any, world: World, plugin: Contract) -> None:
    assert {"shrug", "join", "leave"} <= {c.trigger for c in api.list_built_in_commands()}


def dialogs(api: Any, world: World, plugin: Contract) -> None:
    request = OpenDialogRequest(
        trigger_id=plugin.trigger_id, url="/dialog", dialog=Dialog(title="Title", callback_id="c")
    )
    assert plugin.trigger_id, "the command came with no trigger id"
    api.open_interactive_dialog(request)
    fails(400, api.open_interactive_dialog, request)


def preferences(api: Any, world: World, plugin: Contract) -> None:
    wanted = Preference(user_id=world.ann.id, category="contract", name="colour", value="red")
    api.update_preferences_for_user(world.ann.id, [wanted])
    same(api.get_preference_for_user(world.ann.id, "contract", "colour").value, "red")
    assert "red" in {found.value for found in api.get_preferences_for_user(world.ann.id)}
    api.delete_preferences_for_user(world.ann.id, [wanted])
    fails(404, api.get_preference_for_user, world.ann.id, "contract", "colour")


def oauth(api: Any, world: World, plugin: Contract) -> None:
    app = api.create_o_auth_app(
        OAuthApp(
            creator_id=world.ann.id,
            name="App",
            description="An app",
            callback_urls="https://example.com/back",
            homepage="https://example.com",
        )
    )
    assert app.client_secret
    app.name = "Renamed"
    api.update_o_auth_app(app)
    same(api.get_o_auth_app(app.id).name, "Renamed")
    api.delete_o_auth_app(app.id)
    fails(404, api.get_o_auth_app, app.id)


def groups(api: Any, world: World, plugin: Contract) -> None:
    group = api.create_group(
        Group(
            name=f"group-{world.stamp}",
            display_name="Group",
            source="ldap",
            remote_id=f"cn-{world.stamp}",
        )
    )
    same(api.get_group(group.id).name, group.name)
    same(api.get_group_by_name(group.name).id, group.id)
    same(api.get_group_by_remote_id(group.remote_id, "ldap").id, group.id)
    assert group.id in {found.id for found in api.get_groups_by_source("ldap")}
    assert group.id in {found.id for found in api.get_groups()}
    group.description = "described"
    api.update_group(group)
    same(api.get_group(group.id).description, "described")
    eve = world.user(api, f"eve-{world.stamp}")
    api.upsert_group_member(group.id, eve.id)
    api.upsert_group_members(group.id, [world.bob.id])
    same({user.id for user in api.get_group_member_users(group.id)}, {eve.id, world.bob.id})
    assert group.id in {found.id for found in api.get_groups_for_user(eve.id)}
    api.delete_group_member(group.id, world.bob.id)
    same([user.id for user in api.get_group_member_users(group.id)], [eve.id])
    tie = GroupSyncable(
        group_id=group.id, syncable_id=world.team.id, syncable_type="Team", auto_add=True
    )
    api.upsert_group_syncable(tie)
    same(api.get_group_syncable(group.id, world.team.id, "Team").auto_add, True)
    same(len(api.get_group_syncables(group.id, "Team")), 1)
    tie.scheme_admin = True
    api.update_group_syncable(tie)
    same(api.get_group_syncable(group.id, world.team.id, "Team").scheme_admin, True)
    api.create_default_syncable_memberships(scope_teams=True)
    assert "team_admin" in api.get_team_member(world.team.id, eve.id).roles
    only = api.create_team(Team(name=f"only-{world.stamp}", display_name="Only", type="I"))
    api.create_team_member(only.id, world.cid.id)
    only.group_constrained = True
    api.update_team(only)
    api.delete_group_constrained_memberships()
    assert api.get_team_member(only.id, world.cid.id).delete_at > 0
    assert api.delete_group_syncable(group.id, world.team.id, "Team").delete_at > 0
    fails(404, api.get_group_syncable, group.id, world.team.id, "Team")
    assert api.delete_group(group.id).delete_at > 0
    same(api.restore_group(group.id).delete_at, 0)


def shared_channels(api: Any, world: World, plugin: Contract) -> None:
    channel = api.create_channel(
        Channel(team_id=world.team.id, name=f"shr-{world.stamp}", display_name="S", type="O")
    )
    remote = api.register_plugin_for_shared_channels(ID, "Contract")
    same(api.register_plugin_for_shared_channels(ID, "Contract"), remote)
    shared = api.share_channel(SharedChannel(channel_id=channel.id, share_name="shared"))
    same(shared.share_name, "shared")
    shared.share_purpose = "to be shared"
    same(api.update_shared_channel(shared).share_purpose, "to be shared")
    api.invite_remote_to_channel(channel.id, remote, world.ann.id)
    before = plugin.synced.copy()
    api.add_channel_member(channel.id, world.ann.id)
    info = api.upload_file(b"to be shared", channel.id, "shared.txt")
    post = api.create_post(
        Post(channel_id=channel.id, user_id=world.ann.id, message="s", file_ids=[info.id])
    )
    api.update_shared_channel_cursor(channel.id, remote, 0, "")
    api.sync_shared_channel(channel.id)
    until(lambda: post.id in plugin.synced, "the post is synchronised")
    until(lambda: info.id in plugin.synced, "the file is synchronised")
    until(lambda: world.ann.id in plugin.synced, "the picture is synchronised")
    assert post.id not in before
    api.uninvite_remote_from_channel(channel.id, remote)
    fails(404, api.uninvite_remote_from_channel, channel.id, remote)
    assert api.unshare_channel(channel.id)
    assert not api.unshare_channel(channel.id)
    api.unregister_plugin_for_shared_channels(ID)
    fails(404, api.invite_remote_to_channel, channel.id, remote, world.ann.id)


def properties(api: Any, world: World, plugin: Contract) -> None:
    name = f"properties-{world.stamp}"
    group = json.loads(api.register_property_group(name))["id"]
    same(json.loads(api.get_property_group(name))["id"], group)
    field = json.loads(
        api.create_property_field(PropertyField(group_id=group, name="state", type="text"))
    )
    same(json.loads(api.get_property_field(field["id"], group_id=group))["name"], "state")
    same(json.loads(api.get_property_field_by_name(group, "state"))["id"], field["id"])
    same(len(json.loads(api.get_property_fields(group, ids=[field["id"]]))), 1)
    same(len(json.loads(api.search_property_fields(group))), 1)
    same(api.count_property_fields(group), 1)
    same(api.count_property_fields_for_target("x", "post", group_id=group), 0)
    wanted = PropertyField(id=field["id"], group_id=group, name="stage", type="text")
    same(json.loads(api.update_property_field(wanted))["name"], "stage")
    wanted = PropertyField(id=field["id"], group_id=group, name="phase", type="text")
    same(json.loads(api.update_property_fields([wanted]))[0]["name"], "phase")

    def value(target: str, content: Any, **more: Any) -> PropertyValue:
        return PropertyValue(
            group_id=group,
            field_id=field["id"],
            target_type="post",
            target_id=target,
            value=content,
            **more,
        )

    def stored(value_id: str) -> Any:
        return json.loads(api.get_property_value(value_id, group_id=group))

    first = json.loads(api.create_property_value(value("p1", "a")))
    same(stored(first["id"])["value"], "a")
    same(len(json.loads(api.get_property_values(group, ids=[first["id"]]))), 1)
    api.update_property_value(value("p1", "b", id=first["id"]))
    same(stored(first["id"])["value"], "b")
    api.update_property_values([value("p1", "c", id=first["id"])])
    same(stored(first["id"])["value"], "c")
    same(json.loads(api.upsert_property_value(value("p1", "d")))["id"], first["id"])
    more = json.loads(api.upsert_property_values([value("p2", "e"), value("p3", "f")]))
    same(len(json.loads(api.search_property_values(group))), 3)
    api.delete_property_value(first["id"], group_id=group)
    assert stored(first["id"])["delete_at"]
    api.delete_property_values_for_target("p2", "post", group_id=group)
    assert stored(more[0]["id"])["delete_at"]
    api.delete_property_values_for_field(field["id"], group_id=group)
    same(len(json.loads(api.search_property_values(group))), 0)
    api.delete_property_field(field["id"], group_id=group)
    same(api.count_property_fields(group), 0)


def facts(api: Any, world: World, plugin: Contract) -> None:
    assert api.get_server_version().count(".") == 2
    same(api.get_telemetry_id(), api.get_diagnostic_id())
    same(len(api.get_telemetry_id()), 26)
    assert 0 < api.get_system_install_date() <= time.time() * 1000
    assert isinstance(api.is_enterprise_ready(), bool)
    assert isinstance(json.loads(api.get_cloud_limits()), dict)
    api.get_license()
    api.request_trial_license(world.ann.id, 10, terms_accepted=True, receive_emails_accepted=True)
    assert json.loads(api.get_license()), "there is no licence although one was asked for"
    api.register_collection_and_topic("contract_collection", "contract_topic")


def messages(api: Any, world: World, plugin: Contract) -> None:
    api.publish_user_typing(world.ann.id, world.channel.id)
    api.publish_web_socket_event("told", {"stamp": world.stamp})
    api.publish_plugin_cluster_event("told", b"all")
    api.send_mail(world.ann.email, "A subject", "<p>A body</p>")
    api.send_push_notification(PushNotification(message="pushed", type="message"), world.ann.id)
    fails(404, api.send_push_notification, PushNotification(message="pushed"), "nobody")
    fails(400, api.send_mail, world.ann.email, "", "")


AREAS = (
    dialogs,
    users,
    pictures_of_users,
    statuses,
    sessions,
    teams,
    channels,
    sidebar,
    posts,
    reading,
    emoji,
    files,
    found_files,
    keys,
    configuration,
    plugins,
    logs,
    bots,
    commands,
    built_in_commands,
    preferences,
    oauth,
    groups,
    shared_channels,
    properties,
    facts,
    messages,
)


OWN = {
    "OnActivate",
    "OnDeactivate",
    "DescribeCommand",
    "ExecuteCommand",
    "OnSharedChannelsSyncMsg",
    "OnSharedChannelsAttachmentSyncMsg",
    "OnSharedChannelsProfileImageSyncMsg",
    "ServeHTTP",
    "ServeMetrics",
    "ServeWebSocket",
}


def counting(name: str) -> Callable[..., None]:
    """A handler that does nothing but count."""

    def handle(self: Any, *args: Any) -> None:
        self.seen[name] += 1

    handle.__name__ = name
    return hook(HookName(name))(handle)


Counting: Any = type("Counting", (Plugin,), {n: counting(n) for n in ARGUMENTS if n not in OWN})


class Contract(Counting):  # type: ignore[misc]
    """Counts the calls of each hook, and runs what the test asks for."""

    trigger_id = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seen: Counter[str] = Counter()
        #: The ids of posts, files and users that were synchronised.
        self.synced: set[str] = set()

    def greeting(self) -> str:
        """The setting as it is now."""
        settings: dict[str, Any] = {}
        self.api.load_plugin_configuration(settings)
        return str(settings.get("greeting", ""))

    @hook(HookName.OnActivate)
    def activate(self) -> None:
        self.seen["OnActivate"] += 1
        self.api.register_command(Command(trigger="contract", auto_complete=True))

    @hook(HookName.OnDeactivate)
    def deactivate(self) -> None:
        # The next process tells it.
        self.api.kv_set("deactivated", b"yes")

    @hook(HookName.ExecuteCommand)
    def command(self, context: Any, args: CommandArgs) -> CommandResponse:
        self.seen["ExecuteCommand"] += 1
        self.trigger_id = args.trigger_id or self.trigger_id
        return CommandResponse(response_type="ephemeral", text=f"asked: {args.command}")

    @hook(HookName.DescribeCommand)
    def describe(self, context: Any, team_id: str, trigger: str) -> AutocompleteData:
        self.seen["DescribeCommand"] += 1
        terms = AutocompleteArgument(type="DynamicList", required=True, fetch_url="/terms")
        return AutocompleteData(
            trigger, sub_commands=[AutocompleteData("sign", hint="[term]", arguments=[terms])]
        )

    @hook(HookName.OnSharedChannelsSyncMsg)
    def sync(self, message: Any, remote: Any) -> SyncResponse:
        self.seen["OnSharedChannelsSyncMsg"] += 1
        read = json.loads(message.sync_msg_json)
        self.synced.update(post["id"] for post in read.get("posts", []))
        return SyncResponse()

    @hook(HookName.OnSharedChannelsAttachmentSyncMsg)
    def sync_file(self, info: Any, post: Any, remote: Any) -> None:
        self.seen["OnSharedChannelsAttachmentSyncMsg"] += 1
        self.synced.add(info.id)

    @hook(HookName.OnSharedChannelsProfileImageSyncMsg)
    def sync_picture(self, user: Any, remote: Any) -> None:
        self.seen["OnSharedChannelsProfileImageSyncMsg"] += 1
        self.synced.add(user.id)

    @hook(HookName.ServeMetrics)
    def metrics(self, context: Any, writer: Any, request: Any) -> None:
        self.seen["ServeMetrics"] += 1
        writer.write(b"contract_metrics 1\n")

    @hook(HookName.ServeWebSocket)
    async def talk(self, context: Any, socket: Any) -> None:
        self.seen["ServeWebSocket"] += 1
        await socket.accept()

    @hook(HookName.ServeHTTP)
    def serve(self, context: Any, writer: Any, request: Any) -> None:
        pages = {
            "/api": self.call_all,
            "/hooks": self.tell_hooks,
            "/reset": self.seen.clear,
            "/switch_on": lambda: switch_on(self.api),
            "/prefer": self.prefer,
            "/push": self.push,
            "/cluster": self.cluster,
            "/share": self.share,
            "/terms": self.terms,
        }
        if request.path == "/echo":
            self.seen["ServeHTTP"] += 1
            word = request.headers.get("X-Word", "")
            word = word[0] if isinstance(word, list) else word
            writer.write(b"%s %s %s" % (request.method.encode(), word.encode(), request.body))
            return
        if request.path not in pages:
            writer.write_header(404)
            return
        try:
            answer = pages[request.path]()
        except Exception:
            writer.write_header(500)
            answer = traceback.format_exc()
        writer.set_header("Content-Type", "application/json")
        writer.write(json.dumps(answer).encode())

    def call_all(self) -> Any:
        """Call each method, area by area."""
        recorder = Recorder(self.api)
        failures = {}
        seconds = {}
        switch_on(self.api)
        world = World(recorder)
        for area in AREAS:
            began = time.monotonic()
            try:
                area(recorder, world, self)
            except Exception as error:
                line = traceback.extract_tb(error.__traceback__)
                mine = [frame for frame in line if frame.name == area.__name__][-1]
                failures[area.__name__] = f"line {mine.lineno}, {mine.line}: {error}"
            seconds[area.__name__] = round(time.monotonic() - began, 2)
        return {
            "methods": METHODS,
            "missing": sorted(set(METHODS) - recorder.succeeded),
            "unimplemented": sorted(recorder.unimplemented),
            "failures": failures,
            "seconds": seconds,
        }

    def tell_hooks(self) -> Any:
        """How often each hook was called in this process."""
        seen = dict(self.seen)
        seen["OnDeactivate"] = int(self.api.kv_get("deactivated") is not None)
        return seen

    def user(self) -> Any:
        """Somebody."""
        return World(self.api).ann

    def prefer(self) -> Any:
        """Have somebody prefer something."""
        user = self.user()
        wanted = Preference(user_id=user.id, category="contract", name="colour", value="red")
        self.api.update_preferences_for_user(user.id, [wanted])
        return user.id

    def push(self) -> Any:
        """Send a push notification."""
        user = self.user()
        self.api.create_session(Session(user_id=user.id, device_id="android:device"))
        self.api.send_push_notification(PushNotification(message="pushed"), user.id)
        return user.id

    def cluster(self) -> Any:
        """Tell the other nodes something."""
        self.api.publish_plugin_cluster_event("told", b"all")
        return "told"

    def terms(self) -> Any:
        """What a command may be signed for."""
        return [{"Item": "now", "HelpText": "at once"}, {"Item": "later"}]

    def share(self) -> Any:
        """Share a channel in which there are a picture, a file and a post."""
        world = World(self.api)
        self.api.set_profile_image(world.ann.id, png(1))
        remote = self.api.register_plugin_for_shared_channels(ID, "Contract")
        self.api.invite_remote_to_channel(
            world.channel.id, remote, world.ann.id, share_if_not_shared=True
        )
        info = self.api.upload_file(b"to be shared", world.channel.id, "shared.txt")
        return world.post(self.api, "shared", file_ids=[info.id]).id


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(Contract)
