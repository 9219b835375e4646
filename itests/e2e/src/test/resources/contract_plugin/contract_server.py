"""What a server has besides people and what they write, by the methods of the API."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from contract_world import ID, World, archive, fails, same, until

from mattermost_plugin.models import (
    AuditRecord,
    Bot,
    BotPatch,
    Channel,
    Command,
    CommandArgs,
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
    SharedChannel,
    Team,
)

if TYPE_CHECKING:
    from contract import Contract


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
