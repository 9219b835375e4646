"""Rules that every host keeps: run on the host of the testing kit, and on the embedded one.

Each `rule_...` gets an API client and makes what it needs anew, so that they run on a server that
others use, too.
"""

from __future__ import annotations

import itertools
import time
from typing import Any, Callable, Dict

from mattermost_plugin.exceptions import PluginAPIError
from mattermost_plugin.models import Bot, Channel, Command, Post, Reaction, Team, User

_NUMBERS = itertools.count()


def new_name(what: str) -> str:
    return f"{what}{time.time_ns() // 1000 % 10**12:x}{next(_NUMBERS)}"


def fails(status: int, call: Callable[..., Any], *args: Any, **kwargs: Any) -> None:
    try:
        call(*args, **kwargs)
    except PluginAPIError as error:
        assert error.status_code == status, f"{status} was expected, not {error}"
        assert error.error_id, "the error has no identifier"
    else:
        raise AssertionError(f"{status} was expected, and the call has succeeded")


def same(actual: Any, expected: Any) -> None:
    assert actual == expected, f"{actual!r} and not {expected!r}"


def new_user(api: Any) -> Any:
    name = new_name("ann")
    return api.create_user(
        User(username=name, email=f"{name}@example.com", password="Secret-Word-1")
    )


def new_team(api: Any, *members: Any) -> Any:
    team = api.create_team(Team(name=new_name("team"), display_name="Team", type="O"))
    for member in members:
        api.create_team_member(team.id, member.id)
    return team


def new_channel(api: Any, team: Any, *members: Any) -> Any:
    channel = api.create_channel(
        Channel(team_id=team.id, name=new_name("channel"), display_name="Channel", type="O")
    )
    for member in members:
        api.add_channel_member(channel.id, member.id)
    return channel


def rule_keys_and_values(api: Any) -> None:
    key = new_name("key")
    same(api.kv_get(key), None)
    api.kv_set(key, b"1")
    same(api.kv_get(key), b"1")
    api.kv_set(key, b"")
    same(api.kv_get(key), None)
    api.kv_delete(key)
    api.kv_set("\u00e9" * 150, b"long")
    same(api.kv_get("\u00e9" * 150), b"long")
    api.kv_delete("\u00e9" * 150)
    for bad in ("", "k" * 151):
        fails(400, api.kv_set, bad, b"1")
        fails(400, api.kv_get, bad)
        fails(400, api.kv_delete, bad)
        fails(400, api.kv_compare_and_set, bad, None, b"1")
    fails(413, api.kv_set, key, bytes((1 << 20) + 1))
    api.kv_set(key, bytes(range(256)) * (1 << 12))
    same(len(api.kv_get(key)), 1 << 20)
    api.kv_delete(key)


def rule_compare_and_set(api: Any) -> None:
    key = new_name("key")
    assert not api.kv_compare_and_set(key, b"0", b"1")
    assert api.kv_compare_and_set(key, None, b"1")
    assert not api.kv_compare_and_set(key, None, b"2")
    assert api.kv_compare_and_set(key, b"1", b"2")
    assert not api.kv_compare_and_delete(key, b"1")
    assert not api.kv_compare_and_delete(key, None)
    assert api.kv_compare_and_delete(key, b"2")
    same(api.kv_get(key), None)
    assert api.kv_set_with_options(key, b"3", {"atomic": True})
    assert not api.kv_set_with_options(key, b"4", {"atomic": True, "old_value": b"0"})
    assert api.kv_set_with_options(key, b"4", {"atomic": True, "old_value": b"3"})
    fails(400, api.kv_set_with_options, key, b"5", {"old_value": b"4"})
    fails(400, api.kv_set_with_options, key, b"5", {"expire_in_seconds": -1})
    assert api.kv_compare_and_set(key, b"4", b"")
    same(api.kv_get(key), None)


def rule_lists_of_keys(api: Any) -> None:
    prefix = new_name("list")
    names = [f"{prefix}{number}" for number in range(3)]
    for name in reversed(names):
        api.kv_set(name, b"1")
    mine = [name for name in api.kv_list(per_page=1000) if name.startswith(prefix)]
    same(mine, names)
    everything = api.kv_list(per_page=1000)
    same(api.kv_list(page=0, per_page=1) + api.kv_list(page=1, per_page=1), everything[:2])
    same(api.kv_list(page=10**5, per_page=100), [])
    fails(400, api.kv_list, page=-1)
    fails(400, api.kv_list, per_page=10**6)
    for name in names:
        api.kv_delete(name)


def rule_users(api: Any) -> None:
    ann = new_user(api)
    same(len(ann.id), 26)
    same(ann.password, "")
    same((api.get_user(ann.id).username, ann.roles), (ann.username, "system_user"))
    same(api.get_user_by_username(ann.username).id, ann.id)
    same(api.get_user_by_email(ann.email).id, ann.id)
    same([user.id for user in api.get_users_by_ids([ann.id, "nobody"])], [ann.id])
    fails(404, api.get_user, "nobody")
    fails(404, api.get_user_by_username, "nobody-of-this-name")
    again = User(username=ann.username, email="other@example.com", password="Secret-Word-1")
    fails(409, api.create_user, again)
    fails(400, api.create_user, User(username="a b", email="x@example.com", password="Secret-1-a"))
    ann.nickname = "Annie"
    same(api.update_user(ann).nickname, "Annie")
    assert not api.has_permission_to(ann.id, "manage_system")
    api.update_user_roles(ann.id, "system_user system_admin")
    assert api.has_permission_to(ann.id, "manage_system")


def rule_bots(api: Any) -> None:
    name = new_name("bot")
    bot = api.ensure_bot_user(Bot(username=name, display_name="Bot"))
    same(api.ensure_bot_user(Bot(username=name, display_name="Other")), bot)
    assert api.get_user(bot).is_bot
    same(api.get_bot(bot).display_name, "Other")
    fails(409, api.ensure_bot_user, Bot(username=new_user(api).username))


def rule_teams(api: Any) -> None:
    ann = new_user(api)
    team = new_team(api, ann)
    same(api.get_team(team.id).name, team.name)
    same(api.get_team_by_name(team.name).id, team.id)
    same([found.id for found in api.get_teams_for_user(ann.id)], [team.id])
    same(api.get_team_member(team.id, ann.id).user_id, ann.id)
    fails(404, api.get_team, "nothing")
    fails(404, api.get_team_by_name, "nothing-of-this-name")
    fails(409, api.create_team, Team(name=team.name, display_name="Again", type="O"))
    fails(404, api.get_team_member, team.id, new_user(api).id)
    square = api.get_channel_by_name(team.id, "town-square")
    same(api.get_channel_member(square.id, ann.id).user_id, ann.id)
    api.delete_team_member(team.id, ann.id)
    assert api.get_team_member(team.id, ann.id).delete_at > 0
    same(api.get_teams_for_user(ann.id), [])


def rule_channels(api: Any) -> None:
    ann, bob, cid = new_user(api), new_user(api), new_user(api)
    team = new_team(api, ann, bob)
    channel = new_channel(api, team, ann, bob)
    same(api.get_channel(channel.id).name, channel.name)
    same(api.get_channel_by_name(team.id, channel.name).id, channel.id)
    same({m.user_id for m in api.get_channel_members(channel.id)}, {ann.id, bob.id})
    same(len(api.get_channel_members(channel.id, page=1, per_page=1)), 1)
    api.add_channel_member(channel.id, ann.id)
    same(len(api.get_channel_members(channel.id)), 2)
    fails(404, api.get_channel, "nothing")
    fails(404, api.get_channel_by_name, team.id, "nothing-of-this-name")
    fails(404, api.get_channel_member, channel.id, cid.id)
    fails(400, api.add_channel_member, channel.id, cid.id)
    twice = Channel(team_id=team.id, name=channel.name, display_name="Again", type="O")
    fails(409, api.create_channel, twice)
    api.delete_channel_member(channel.id, bob.id)
    fails(404, api.get_channel_member, channel.id, bob.id)


def rule_direct_channels(api: Any) -> None:
    ann, bob = new_user(api), new_user(api)
    channel = api.get_direct_channel(ann.id, bob.id)
    same(api.get_direct_channel(bob.id, ann.id).id, channel.id)
    same((channel.type, channel.team_id), ("D", ""))
    same(channel.name, "__".join(sorted((ann.id, bob.id))))
    same({m.user_id for m in api.get_channel_members(channel.id)}, {ann.id, bob.id})
    fails(404, api.get_direct_channel, ann.id, "nobody")


def rule_posts(api: Any) -> None:
    ann = new_user(api)
    channel = new_channel(api, new_team(api, ann), ann)

    def post(text: str, **more: Any) -> Any:
        return api.create_post(Post(channel_id=channel.id, user_id=ann.id, message=text, **more))

    first = post("one", props={"a": {"b": [1, True, None]}})
    same(len(first.id), 26)
    assert first.create_at > 0
    found = api.get_post(first.id)
    same((found.message, found.user_id, found.channel_id), ("one", ann.id, channel.id))
    same(found.props["a"], {"b": [1, True, None]})
    answer = post("two", root_id=first.id)
    thread = api.get_post_thread(answer.id)
    same(set(thread.order), {first.id, answer.id})
    first.message = "changed"
    same(api.update_post(first).message, "changed")
    assert api.get_post(first.id).edit_at > 0
    listed = api.get_posts_for_channel(channel.id, per_page=2)
    same(list(listed.order), [answer.id, first.id])
    fails(404, api.get_post, "nothing")
    fails(400, post, "x", root_id="nothing")
    fails(400, post, "x" * 20000)
    api.delete_post(first.id)
    fails(404, api.get_post, first.id)
    fails(404, api.get_post, answer.id)
    fails(404, api.delete_post, first.id)


def rule_reactions(api: Any) -> None:
    ann = new_user(api)
    channel = new_channel(api, new_team(api, ann), ann)
    post = api.create_post(Post(channel_id=channel.id, user_id=ann.id, message="one"))
    reaction = Reaction(user_id=ann.id, post_id=post.id, emoji_name="smile")
    for _ in range(2):
        api.add_reaction(reaction)
    same([found.emoji_name for found in api.get_reactions(post.id)], ["smile"])
    api.remove_reaction(reaction)
    same(api.get_reactions(post.id), [])
    fails(404, api.add_reaction, Reaction(user_id=ann.id, post_id="none", emoji_name="smile"))


def rule_commands(api: Any) -> None:
    trigger = new_name("do")
    api.register_command(Command(trigger=trigger))
    api.register_command(Command(trigger=trigger, auto_complete=True))
    api.unregister_command("", trigger)
    fails(400, api.register_command, Command())


RULES = {name: value for name, value in list(globals().items()) if name.startswith("rule_")}


def broken_rules(api: Any) -> Dict[str, str]:
    """Return the rules that a host does not keep, each with what is wrong."""
    broken = {}
    for name, rule in RULES.items():
        try:
            rule(api)
        except Exception as error:
            at = error.__traceback__
            lines = []
            while at is not None:
                if at.tb_frame.f_code.co_filename == __file__:
                    lines.append(str(at.tb_lineno))
                at = at.tb_next
            broken[name] = f"line {' < '.join(lines)}: {type(error).__name__}: {error}"
    return broken
