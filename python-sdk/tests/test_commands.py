"""Commands as methods, with arguments by their signatures."""

from __future__ import annotations

import enum
from datetime import timedelta
from typing import Any, Dict, List, Literal, Optional

import pytest

from mattermost_plugin import HookName, NotFoundError, Plugin, UserError, command, hook
from mattermost_plugin.commands import CommandCall, Rest, autocomplete_data
from mattermost_plugin.hooks import HookRegistrationError
from mattermost_plugin.models import AutocompleteData, Channel, CommandArgs, PluginContext, User
from mattermost_plugin.testing import FakeApi, PluginHarness


class Size(enum.Enum):
    SMALL = 1
    LARGE = 2


class Polls(Plugin):
    @command("poll create", help="Asks a question")
    def create(
        self, call: CommandCall, question: str, *answers: str, days: int = 7, open_: bool = False
    ) -> str:
        return f"{question}: {', '.join(answers)} for {days} days, {open_}, by {call.user_id}"

    @command("poll end")
    async def end(self, call: CommandCall, number: int) -> Dict[str, Any]:
        """End a poll.

        More of it.
        """
        await self.async_kv.set("ended", number)
        return {"text": "ended", "response_type": "in_channel"}

    @command("poll remove all", permission="manage_system")
    async def remove(self, call: CommandCall, reason: Optional[Rest] = None) -> str:
        if not reason:
            raise UserError("Say why.")
        return f"{call.path}: {reason}"

    @command("size")
    def size(
        self,
        call: CommandCall,
        size: Size,
        wait: Optional[timedelta] = None,
        *,
        mode: Literal["fast", "slow"] = "fast",
    ) -> str:
        return f"{size.name} {wait} {mode}"

    @command("share")
    def share(self, call: CommandCall, part: float) -> str:
        return str(part)

    @command("tell")
    def tell(self, call: CommandCall, user: User, channel: Channel) -> str:
        return f"{user.id} {channel.id}"

    @command("broken")
    async def broken(self, call: CommandCall) -> str:
        raise OSError("db.internal:5432 refused token=secret")

    @hook(HookName.ExecuteCommand)
    def other(self, context: Any, args: CommandArgs) -> str:
        return f"own: {args.command}"


def answer(line: str, api: Optional[FakeApi] = None) -> str:
    with PluginHarness(Polls, api=api) as host:
        response = host.call("ExecuteCommand", CommandArgs(command=line, user_id="u"))
        return str(response.response.text)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ('/poll create "Tea or coffee?" tea coffee', "Tea or coffee?: tea, coffee for 7 days"),
        ("/poll create it's --days 2 a --open- b", "it's: a, b for 2 days, True, by u"),
        ('/poll create --days=3 -- --a "x y"', "--a: x y for 3 days"),
        ("/poll create \u201cwhy not\u201d", "why not:  for 7 days"),
        ("/poll create", "`question` is missing.\nUsage: `/poll create question [answers ...]"),
        ("/poll create a --days x", "`days` must be a whole number, not `x`."),
        ("/poll create a --dyas 1", "There is no option `--dyas`."),
        ("/poll create a --days", "`--days` needs a value."),
        ("/poll end 5", "ended"),
        ("/poll end 5 6", "I don't understand `6`.\nUsage: `/poll end number`"),
        ("/poll remove all", "You are not allowed to use `/poll remove all`."),
        ("/size large 1h30m", "LARGE 1:30:00 fast"),
        ("/size 1 --mode slow", "SMALL None slow"),
        ("/size huge", "`size` must be small or large, not `huge`."),
        ("/size small soon", "`wait` must be a time such as 1h30m or 2d, not `soon`."),
        (f"/size small {'9' * 5000}s", "`wait` is too long: `999"),
        ("/share nan", "`part` must be a number, not `nan`."),
        ("/share 0.5", "0.5"),
        ("/size small 1d --mode x", "`mode` must be fast or slow, not `x`."),
        ("/unknown", "own: /unknown"),
    ],
)
def test_a_line_calls_a_method(line: str, text: str) -> None:
    assert answer(line).startswith(text)


def test_who_is_allowed_uses_a_command() -> None:
    api = FakeApi()
    api.answers("has_permission_to", lambda user, permission: permission == "manage_system")
    assert answer('/poll remove all  it is "old"', api) == 'poll remove all: it is "old"'
    assert answer("/poll remove all", api) == "Say why."
    assert "/poll remove all [reason]" in answer("/poll help", api)


def test_help_tells_what_the_user_may_use() -> None:
    told = (
        "- `/poll create question [answers ...] [--days days] [--open-]`: Asks a question\n"
        "- `/poll end number`: End a poll."
    )
    assert answer("/poll help") == answer("/poll") == answer("/poll nonsense") == told
    assert answer("/poll help end") == "- `/poll end number`: End a poll."


def test_users_and_channels_are_looked_up() -> None:
    api = FakeApi()
    api.answers("get_user_by_username", lambda name: User(id=f"u-{name}"))
    api.answers("get_channel_by_name", lambda team, name, **_: Channel(id=f"c-{name}"))
    assert answer("/tell @Ann ~town-square", api) == "u-ann c-town-square"
    api.raises("get_user_by_username", NotFoundError("no"))
    assert answer("/tell bob x", api).startswith("There is no user `bob`.")


def test_what_a_command_raises_is_not_shown_to_the_user(caplog: Any) -> None:
    with PluginHarness(Polls) as host:
        given = CommandArgs(command="/broken")
        response = host.call("ExecuteCommand", PluginContext(request_id="r7"), given)
    assert response.error.message == "The command failed. The plugin's log says why (request r7)."
    assert "db.internal" not in str(response.proto)
    assert "ExecuteCommand failed (request r7)" in caplog.text
    assert "OSError: db.internal:5432" in caplog.text


def test_commands_are_registered_when_the_plugin_is_activated() -> None:
    with PluginHarness(Polls) as host:
        entries = [call["command"] for call in host.api.calls_of("register_command")]
    assert [entry["trigger"] for entry in entries] == ["broken", "poll", "share", "size", "tell"]
    assert entries[1]["auto_complete_hint"] == "[create|end|remove|help]"
    assert entries[3]["auto_complete_hint"] == "small|large [wait] [--mode fast|slow]"
    assert "ExecuteCommand" in Polls.implemented_hooks()
    assert "OnActivate" in Polls.implemented_hooks()


def test_hosts_that_complete_commands_get_the_grammar() -> None:
    data = {node["Trigger"]: node for node in autocomplete_data(Polls)}
    subs = {node["Trigger"]: node for node in data["poll"]["SubCommands"]}
    assert subs["create"]["HelpText"] == "Asks a question"
    assert subs["create"]["Arguments"][0] == {
        "Name": "",
        "HelpText": "question",
        "Type": "TextInput",
        "Required": True,
        "Data": {"Hint": "question", "Pattern": ""},
    }
    assert [node["Trigger"] for node in subs["remove"]["SubCommands"]] == ["all"]
    (size, _, mode) = data["size"]["Arguments"]
    assert size["Type"] == "StaticList"
    assert (mode["Name"], mode["Required"]) == ("mode", False)


class Shops(Plugin):
    @command("shop buy", lists={"what": "/stock"})
    def buy(self, call: CommandCall, what: str, *, size: Literal["s", "l"] = "s") -> None: ...

    @command("shop close", permission="manage_system")
    def close(self, call: CommandCall) -> None: ...

    @hook(HookName.DescribeCommand)
    def describe(self, context: PluginContext, team_id: str, trigger: str) -> AutocompleteData:
        return AutocompleteData(trigger=trigger, hint=f"of {team_id}")


def test_hosts_ask_how_commands_are_written() -> None:
    with PluginHarness(Shops) as host:
        shop = host.call(HookName.DescribeCommand, PluginContext(), "", "shop").data
        other = host.call(HookName.DescribeCommand, PluginContext(), "t1", "other").data
    (buy, close) = shop.sub_commands
    (what, size) = buy.arguments
    assert (what.type, what.fetch_url, what.required) == ("DynamicList", "/stock", True)
    assert (size.name, size.type, [one.item for one in size.items]) == (
        "size",
        "StaticList",
        ["s", "l"],
    )
    assert (close.trigger, close.role_id, list(close.arguments)) == ("close", "system_admin", [])
    assert other.hint == "of t1"


def bad(path: str, method: Any) -> str:
    with pytest.raises(HookRegistrationError) as raised:
        type("Bad", (Plugin,), {"do": command(path)(method)})
    return str(raised.value)


def test_what_cannot_be_a_command_is_said_at_once() -> None:
    def no_call(self: Any) -> None: ...

    def strange(self: Any, call: CommandCall, items: List[int]) -> None: ...

    def after_rest(self: Any, call: CommandCall, text: Rest, more: str) -> None: ...

    assert "Bad.do: the method must take self and a CommandCall" in bad("a", no_call)
    assert "items is a typing.List[int], which cannot be written in a command" in bad("a", strange)
    assert "nothing can follow text, which takes all the rest" in bad("a", after_rest)
    with pytest.raises(HookRegistrationError, match="needs the command's words"):
        command("/")
    with pytest.raises(HookRegistrationError, match="lists: there is no parameter wat"):

        class Misspelt(Plugin):
            @command("a", lists={"wat": "/stock"})
            def one(self, call: CommandCall, what: str) -> None: ...

    with pytest.raises(HookRegistrationError, match="one answers 'a' already"):

        class Twice(Plugin):
            @command("a")
            def one(self, call: CommandCall) -> None: ...

            @command("/a")
            def two(self, call: CommandCall) -> None: ...
