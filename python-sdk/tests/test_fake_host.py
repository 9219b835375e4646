"""The chat server of the testing kit, and what belongs to it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Callable, List

import pytest
from host_rules import RULES

from mattermost_plugin import (
    HookName,
    NotFoundError,
    Plugin,
    PluginAPIError,
    ValidationError,
    command,
    every,
    hook,
)
from mattermost_plugin.commands import CommandCall
from mattermost_plugin.testing import FakeApi, FakeHost, PluginHarness


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.__name__[5:])
def test_it_keeps_the_rules_of_hosts(rule: Callable[[Any], None]) -> None:
    rule(FakeHost())


class Greeter(Plugin):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.words: List[Any] = []

    @hook(HookName.OnConfigurationChange)
    def configure(self) -> Any:
        settings: dict[str, Any] = {}
        self.api.load_plugin_configuration(settings)
        self.words.append(settings.get("word"))
        return "no such word" if settings.get("word") == "bad" else None

    @hook(HookName.OnActivate)
    def activate(self) -> None:
        self.bot.ensure("greeter")

    @command("greet")
    def greet(self, call: CommandCall, name: str) -> str:
        user = self.api.get_user_by_username(name)
        self.bot.dm(user.id, f"Hello, {user.username}!")
        return "done"

    @every(hours=1)
    def count(self) -> None:
        self.kv.update("count", lambda count: count + 1, default=0)


def test_a_plugin_is_tried_with_people_and_posts() -> None:
    api = FakeHost()
    ann = api.add_user("ann")
    team = api.add_team("home", ann)
    channel = api.add_channel(team, "chat", ann)
    assert api.calls == []
    with PluginHarness(Greeter, api=api) as host:
        args = {"command": "/greet ann", "user_id": ann.id, "channel_id": channel.id}
        assert host.call(HookName.ExecuteCommand, args).response.text == "done"
        direct = api.get_direct_channel(host.plugin.bot.id, ann.id)
        assert [post.message for post in api.posts_in(direct.id)] == ["Hello, ann!"]
        assert api.posts_in(direct.id)[0].props == {"from_bot": "true"}
        assert api.add_user("root", admin=True).roles == "system_user system_admin"


def test_time_passes_when_a_test_says_so() -> None:
    with PluginHarness(Greeter, api=FakeHost()) as host:
        host.advance(hours=3)
        assert host.plugin.kv.get("count") == 4
        host.api.kv_set_with_expiry("soon", b"1", 60)
        host.advance(seconds=59)
        assert host.api.kv_get("soon") == b"1"
        host.advance(seconds=1)
        assert host.api.kv_get("soon") is None


def test_settings_are_those_of_the_manifest_and_of_the_administrator(tmp_path: Path) -> None:
    schema = {"settings": [{"key": "Word", "type": "text", "default": "hello"}]}
    manifest = {"id": "com.example.greeter", "settings_schema": schema}
    with PluginHarness(Greeter, api=FakeHost(), manifest=manifest) as host:
        assert host.plugin.config is not None
        assert host.plugin.config.plugin_id == "com.example.greeter"
        assert host.configure(WORD="bad").error.message == "no such word"
        assert host.plugin.words == ["hello", "bad"]
        assert host.api.get_plugin_config() == {"word": "bad"}
    with PluginHarness(Greeter, manifest=manifest, settings={"Word": "hi"}) as other:
        assert other.plugin.words == ["hi"]
    (tmp_path / "plugin.json").write_text(json.dumps(manifest), encoding="utf-8-sig")
    file = PluginHarness(Greeter, manifest=tmp_path / "plugin.json")
    assert file.api.get_bundle_path() == str(tmp_path)


def test_what_a_test_gives_as_settings_fills_the_dict() -> None:
    api = FakeApi()
    api.returns("load_plugin_configuration", b'{"word": "given"}')
    with PluginHarness(Greeter, api=api) as host:
        assert host.plugin.words == ["given"]


def test_a_host_may_lack_something() -> None:
    api = FakeHost(lacks=["open_interactive_dialog", "create_o_auth_app"])
    with pytest.raises(PluginAPIError) as raised:
        api.open_interactive_dialog({"trigger_id": "t"})
    assert raised.value.status_code == 501
    assert api.get_teams() == []
    with pytest.raises(PluginAPIError, match="the host has no GetGroup"):
        FakeHost(strict=True).get_group("g")
    FakeHost(strict=True).log_info("text")
    with pytest.raises(AttributeError, match="has no method nope"):
        FakeHost(lacks=["nope"])


def test_answers_may_be_given_to_it() -> None:
    api = FakeHost()
    api.returns("get_server_version", "9.9")
    api.raises("get_team", ValidationError("odd"))
    assert api.get_server_version() == "9.9"
    with pytest.raises(ValidationError):
        api.get_team("x")
    with pytest.raises(NotFoundError):
        api.get_user("x")


def test_fixtures(fake_host: FakeHost, plugin_harness: Any) -> None:
    host = plugin_harness(Greeter)
    assert host.api is fake_host
    assert host.plugin.bot.id
