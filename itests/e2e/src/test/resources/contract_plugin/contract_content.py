"""Posts, files, emoji and values, by the methods of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from contract_world import World, fails, png, same, until

from mattermost_plugin.models import (
    Post,
    Reaction,
    UploadSession,
)

if TYPE_CHECKING:
    from contract import Contract


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
