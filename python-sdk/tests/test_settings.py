"""Settings as a dataclass."""

from __future__ import annotations

import enum
import json
from dataclasses import dataclass
from typing import Any, List, Literal, Optional

import pytest

from mattermost_plugin import HookName, Plugin, hook
from mattermost_plugin.hooks import HookRegistrationError
from mattermost_plugin.settings import (
    Settings,
    SettingsError,
    read_settings,
    setting,
    settings_schema,
)
from mattermost_plugin.testing import FakeApi, HookFailedError, PluginHarness


class Color(enum.Enum):
    RED = "red"
    DARK_BLUE = "blue"


@dataclass
class Options:
    word: str = setting("darn", name="Word to be replaced", help="Any word")
    max_votes: int = setting(10, minimum=1, maximum=99)
    ratio: float = 0.5
    strict: bool = False
    token: str = setting("", key="APIToken", secret=True, placeholder="abc")
    color: Color = Color.RED
    mode: Literal["fast", "slow"] = setting("fast", labels={"slow": "Slow and safe"})
    text: str = setting("", kind="longtext")
    rules: Optional[List[str]] = None

    def __post_init__(self) -> None:
        if self.word == "":
            raise ValueError("the word must not be empty")


class Polite(Plugin):
    options = Settings(Options)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.seen: List[str] = []

    @hook(HookName.OnConfigurationChange)
    async def configure(self) -> None:
        self.seen.append(self.options.word)


def api_with(**saved: Any) -> FakeApi:
    api = FakeApi()
    api.returns("load_plugin_configuration", json.dumps(saved).encode())
    return api


def test_a_dataclass_is_a_schema() -> None:
    schema = settings_schema(Options, header="Hello")
    assert schema["header"] == "Hello"
    entries = {entry["key"]: entry for entry in schema["settings"]}
    assert entries["Word"] == {
        "key": "Word",
        "display_name": "Word to be replaced",
        "type": "text",
        "help_text": "Any word",
        "default": "darn",
    }
    assert entries["MaxVotes"]["type"] == "number"
    assert entries["MaxVotes"]["display_name"] == "Max votes"
    assert (entries["Ratio"]["type"], entries["Strict"]["type"]) == ("number", "bool")
    assert (entries["APIToken"]["secret"], entries["APIToken"]["placeholder"]) == (True, "abc")
    assert entries["Color"]["default"] == "red"
    assert entries["Color"]["options"][1] == {"display_name": "Dark blue", "value": "blue"}
    assert entries["Mode"]["options"][1] == {"display_name": "Slow and safe", "value": "slow"}
    assert (entries["Text"]["type"], entries["Rules"]["type"]) == ("longtext", "custom")


def test_what_is_saved_is_read() -> None:
    read = read_settings(
        Options,
        {
            "word": "heck",
            "MAXVOTES": 7.0,
            "color": "blue",
            "apitoken": "t",
            "other": 1,
            "rules": [],
        },
    )
    assert read == Options("heck", 7, token="t", color=Color.DARK_BLUE, rules=[])
    assert "'t'" not in repr(read)
    assert read_settings(Options, {"maxvotes": "8", "word": None}).max_votes == 8


@pytest.mark.parametrize(
    ("saved", "reason"),
    [
        ({"maxvotes": 0}, "MaxVotes must be at least 1, not 0"),
        ({"maxvotes": 100}, "MaxVotes must be at most 99, not 100"),
        ({"maxvotes": 1.5}, "MaxVotes must be a whole number, not 1.5"),
        ({"word": 5}, "Word to be replaced must be a text, not 5"),
        ({"color": "green"}, "Color must be one of 'red', 'blue', not 'green'"),
        ({"apitoken": ["secret"]}, "APIToken must be a text"),
        ({"word": ""}, "the word must not be empty"),
    ],
)
def test_what_does_not_fit_is_said(saved: Any, reason: str) -> None:
    with pytest.raises(SettingsError) as raised:
        read_settings(Options, saved)
    assert str(raised.value) == reason


def test_what_must_be_set_is_said() -> None:
    @dataclass
    class Needed:
        url: str

    with pytest.raises(SettingsError, match="Url must be set"):
        read_settings(Needed, {})


def test_a_plugin_has_what_was_saved() -> None:
    with PluginHarness(Polite, api=api_with(word="heck")) as host:
        assert host.plugin.options.word == "heck"
        host.api.returns("load_plugin_configuration", b'{"word": "gosh"}')
        assert host.call(HookName.OnConfigurationChange).error is None
        assert host.plugin.options.word == "gosh"
        assert host.plugin.seen == ["heck", "gosh"]


def test_the_administrator_is_told_and_the_values_before_stay(caplog: Any) -> None:
    with PluginHarness(Polite, api=api_with(word="heck")) as host:
        host.api.returns("load_plugin_configuration", b'{"word": ""}')
        answer = host.call(HookName.OnConfigurationChange)
        assert answer.error.message == "the word must not be empty"
        assert "OnConfigurationChange: the word must not be empty" in caplog.text
        assert host.plugin.options.word == "heck"
        assert host.plugin.seen == ["heck"]


def test_a_plugin_does_not_begin_with_what_does_not_fit() -> None:
    host = PluginHarness(Polite, api=api_with(maxvotes=0))
    with pytest.raises(HookFailedError, match="MaxVotes must be at least 1"), host:
        pass


def test_settings_are_a_dataclass_and_there_once() -> None:
    with pytest.raises(HookRegistrationError, match="Settings takes a dataclass, not"):
        Settings(str)
    with pytest.raises(HookRegistrationError, match="Twice has Settings twice: a and b"):

        class Twice(Plugin):
            a = Settings(Options)
            b = Settings(Options)
