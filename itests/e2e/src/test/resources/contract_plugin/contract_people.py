"""Users, teams and channels, by the methods of the API."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from contract_world import World, fails, png, same

from mattermost_plugin.models import (
    Channel,
    CustomStatus,
    Session,
    SidebarCategoryWithChannels,
    Team,
    UserAccessToken,
    UserAuth,
)

if TYPE_CHECKING:
    from contract import Contract


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
