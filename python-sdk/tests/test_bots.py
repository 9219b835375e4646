"""A plugin's bot, blocking and awaited."""

from __future__ import annotations

import asyncio
import inspect
from pathlib import Path
from typing import Any

import pytest

from mattermost_plugin import NotFoundError, Plugin
from mattermost_plugin.models import Channel, Post, User
from mattermost_plugin.testing import FakeApi


class Rig:
    def __init__(self, awaited: bool) -> None:
        self.api = FakeApi()
        self.api.returns("ensure_bot_user", "bot")
        self.api.returns("get_direct_channel", Channel(id="dm"))
        self.plugin = Plugin(api=self.api)
        self.bot: Any = self.plugin.async_bot if awaited else self.plugin.bot

    def call(self, name: str, *args: Any, **kwargs: Any) -> Any:
        result = getattr(self.bot, name)(*args, **kwargs)
        return asyncio.run(result) if inspect.iscoroutine(result) else result


@pytest.fixture(params=["blocking", "awaited"])
def rig(request: Any) -> Rig:
    return Rig(request.param == "awaited")


def test_a_bot_has_an_account_and_a_picture(rig: Rig, tmp_path: Path) -> None:
    (tmp_path / "bot.png").write_bytes(b"png")
    rig.api.returns("get_bundle_path", str(tmp_path))
    for _ in range(2):
        assert rig.call("ensure", "helper", display_name="Helper", picture="bot.png") == "bot"
    assert (rig.plugin.bot.id, rig.plugin.async_bot.id) == ("bot", "bot")
    assert rig.api.calls_of("ensure_bot_user")[0]["bot"]["display_name"] == "Helper"
    # Nobody loads again what has not changed.
    assert rig.api.calls_of("set_profile_image") == [{"user_id": "bot", "data": b"png"}]
    rig.call("ensure", "helper", picture=b"other")
    assert len(rig.api.calls_of("set_profile_image")) == 2
    assert "mutex_krait_ensure_bot" not in rig.api.stored


def test_a_bot_sends_direct_messages(rig: Rig) -> None:
    with pytest.raises(RuntimeError, match="call ensure in OnActivate"):
        rig.call("dm", "ann", "hello")
    rig.call("ensure", "helper")
    given = Post(message="with props", props={"a": 1})
    for post in ("hello", given, {"message": "dict"}):
        rig.call("dm", "ann", post)
    sent = [call["post"] for call in rig.api.calls_of("create_post")]
    assert [post.message for post in sent] == ["hello", "with props", "dict"]
    assert {(post.user_id, post.channel_id) for post in sent} == {("bot", "dm")}
    assert given.user_id == ""


def test_a_plugin_keeps_out_of_loops(rig: Rig) -> None:
    users = {"ann": User(id="ann"), "other": User(id="other", is_bot=True)}

    def get_user(user_id: str) -> User:
        if user_id not in users:
            raise NotFoundError("no such user")
        return users[user_id]

    rig.api.answers("get_user", get_user)
    rig.api.answers(
        "get_channel",
        lambda channel_id: Channel(id=channel_id, type="D", name=channel_id),
    )
    rig.call("ensure", "helper")

    def wants(options: Any = None, **values: Any) -> Any:
        post = Post(**{"user_id": "ann", "channel_id": "c", **values})
        return rig.call("should_process_message", post, **(options or {}))

    assert wants()
    assert wants(user_id="nobody")
    assert not wants(user_id="bot")
    assert not wants(user_id="other")
    assert wants({"bots": True}, user_id="other")
    assert not wants(type="system_join_channel")
    assert wants({"system_messages": True}, type="system_join_channel")
    assert not wants(props={"from_webhook": "true"})
    assert wants({"webhooks": True}, props={"from_webhook": "true"})
    assert not wants({"channel_ids": ["d"]})
    assert wants({"channel_ids": ["c"], "user_ids": ["ann"]})
    assert not wants({"user_ids": ["bob"]})
    assert wants({"only_dms": True}, channel_id="ann__bot")
    assert not wants({"only_dms": True}, channel_id="ann__bob")
