"""Buttons, menus and dialogs, and who is called when they are used."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from typing import Any, Dict, List, Optional

import pytest

from mattermost_plugin import HookName, Plugin, UserError, hook
from mattermost_plugin._internal.clock import ManualClock
from mattermost_plugin.hooks import HookRegistrationError
from mattermost_plugin.interactive import (
    Click,
    Form,
    FormError,
    action,
    attachment,
    check_field,
    select_field,
    submission,
    text_field,
)
from mattermost_plugin.models import OpenDialogRequest, Post
from mattermost_plugin.testing import HTTPAnswer, PluginHarness


class Polls(Plugin):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.clicks: List[Click] = []
        self.forms: List[Form] = []

    @action
    def vote(self, click: Click) -> str:
        self.clicks.append(click)
        return f"{click.user_id} said {click.context['answer']} {click.selected}"

    @action("close")
    async def end(self, click: Click) -> Post:
        if click.context is None:
            raise UserError("It is not yours.")
        return Post(message="closed", props={"a": [1]})

    @action
    async def broken(self, click: Click) -> None:
        raise OSError("db.internal token")

    @submission
    def feedback(self, form: Form) -> None:
        self.forms.append(form)
        if form.values["mood"] == "bad":
            raise FormError(mood="cheer up")
        if form.values["mood"] == "none":
            raise UserError("say something")


class Web(Polls):
    @hook(HookName.ServeHTTP)
    async def serve(self, context: Any, writer: Any, request: Any) -> None:
        await writer.awrite(b"own") if hasattr(writer, "awrite") else writer.write(b"own")


def use(
    host: PluginHarness[Any], control: Dict[str, Any], user: str = "u", **more: Any
) -> HTTPAnswer:
    integration = control["integration"]
    assert integration["url"].startswith("/plugins/test/-/actions/")
    body = {"post_id": "p", "channel_id": "c", "trigger_id": "t", **more}
    body["context"] = {**integration["context"], **more.get("context", {})}
    path = integration["url"][len("/plugins/test") :]
    return host.request("POST", path, body=json.dumps(body).encode(), user_id=user)


def answer(found: HTTPAnswer) -> Any:
    return json.loads(found.body)


def test_a_click_calls_its_method_with_its_context() -> None:
    with PluginHarness(Polls) as host:
        menu = host.plugin.ui.menu("vote", "Vote", ["a", ("B", "b")], context={"answer": "yes"})
        assert menu["options"] == [{"text": "a", "value": "a"}, {"text": "B", "value": "b"}]
        found = answer(use(host, menu, context={"selected_option": "b"}))
        assert found == {"ephemeral_text": "u said yes b"}
        (click,) = host.plugin.clicks
        assert (click.post_id, click.channel_id, click.trigger_id) == ("p", "c", "t")

        close = host.plugin.ui.button("close", "End", style="danger", context=1)
        assert (close["name"], close["style"], close["type"]) == ("End", "danger", "button")
        update = answer(use(host, close))["update"]
        assert (update["message"], update["props"]) == ("closed", {"a": [1]})
        closed = host.plugin.ui.button("close", "End")
        assert answer(use(host, closed)) == {"ephemeral_text": "It is not yours."}


def test_nobody_makes_up_a_click(caplog: Any) -> None:
    with PluginHarness(Polls) as host:
        button = host.plugin.ui.button("vote", "Yes", context={"answer": "yes"})
        signed = button["integration"]["context"]["signed"]
        button["integration"]["context"]["signed"] = signed.replace("yes", "all")
        assert use(host, button).status == 400
        button["integration"]["context"]["signed"] = "x"
        assert use(host, button).status == 400
        # What is signed for one method is of no use for another one.
        button["integration"]["context"]["signed"] = signed
        button["integration"]["url"] = "/plugins/test/-/actions/close"
        assert use(host, button).status == 400
        button["integration"]["url"] = "/plugins/test/-/actions/vote"
        assert use(host, button, user="").status == 401
        assert host.request("POST", "/-/actions/vote", body=b"[1]", user_id="u").status == 400
        assert host.request("POST", "/-/actions/nope", body=b"{}", user_id="u").status == 404
        assert host.request("GET", "/-/actions/vote", user_id="u").status == 404
        assert host.request("GET", "/other").status == 404
        assert host.plugin.clicks == []

        broken = host.plugin.ui.button("broken", "Break")
        text = answer(use(host, broken))["ephemeral_text"]
        assert text.startswith("This failed. The plugin's log says why")
    assert "OSError: db.internal token" in caplog.text


def test_a_button_may_expire() -> None:
    host = PluginHarness(Polls)
    clock = ManualClock(1000.0)
    host.plugin._clock = clock
    with host:
        button = host.plugin.ui.button(
            "vote", "Yes", context={"answer": "y"}, expires=timedelta(minutes=1)
        )
        assert use(host, button).status == 200
        asyncio.run(clock.advance(61))
        assert b"it has expired" in use(host, button).body


def test_processes_sign_alike() -> None:
    first = PluginHarness(Polls)
    second = PluginHarness(Polls, api=first.api)
    button = asyncio.run(first.plugin.async_ui.button("vote", "Yes", context={"answer": "y"}))
    assert use(second, button).status == 200
    first.close()
    second.close()


def submit(host: PluginHarness[Any], opened: Any, values: Any, user: str = "u") -> Any:
    path = opened.url[len("/plugins/test") :]
    body = {"state": opened.dialog.state, "submission": values, "channel_id": "c"}
    return host.request("POST", path, body=json.dumps(body).encode(), user_id=user)


def test_a_dialog_calls_its_method() -> None:
    with PluginHarness(Polls) as host:
        fields = [
            text_field("name", "Name", kind="email", placeholder="ann@example.com"),
            text_field("more", "More", kind="textarea", optional=True, max_length=5),
            select_field("mood", "Mood", ["good", "bad"]),
            select_field("who", "Who", source="users", radio=False),
            check_field("sure", "Sure", default=True),
        ]
        host.plugin.ui.open_dialog("t", "feedback", "Feedback", fields, context={"poll": 7})
        (call,) = host.api.calls_of("open_interactive_dialog")
        opened: Any = OpenDialogRequest(**call["dialog_request"])
        assert (opened.trigger_id, opened.dialog.title) == ("t", "Feedback")
        elements = opened.dialog.elements
        assert [element.type for element in elements] == [
            "text",
            "textarea",
            "select",
            "select",
            "bool",
        ]
        assert (elements[0].subtype, elements[3].data_source) == ("email", "users")

        assert answer(submit(host, opened, {"mood": "good"})) == {}
        (form,) = host.plugin.forms
        assert (form.context, form.values, form.user_id) == ({"poll": 7}, {"mood": "good"}, "u")
        assert not form.cancelled
        assert answer(submit(host, opened, {"mood": "bad"})) == {"errors": {"mood": "cheer up"}}
        assert answer(submit(host, opened, {"mood": "none"})) == {"error": "say something"}
        opened.dialog.state = opened.dialog.state.replace("7", "8")
        assert submit(host, opened, {"mood": "good"}).status == 400


def test_other_requests_go_to_the_plugins_own_handler() -> None:
    with PluginHarness(Web) as host:
        assert host.request("GET", "/page").body == b"own"
        button = host.plugin.ui.button("vote", "Yes", context={"answer": "y"})
        assert answer(use(host, button)) == {"ephemeral_text": "u said y "}


def test_an_attachment_has_what_is_given() -> None:
    button = {"name": "b"}
    assert attachment("text", title="t", fields={"a": "1"}, actions=[button], short=False) == {
        "fallback": "text",
        "text": "text",
        "title": "t",
        "fields": [{"title": "a", "value": "1", "short": False}],
        "actions": [button],
    }
    assert PluginHarness(Polls).plugin.ui.props(attachment("x")) == {
        "attachments": [{"fallback": "x", "text": "x"}]
    }


def test_names_are_there_once_and_part_of_a_path() -> None:
    with pytest.raises(HookRegistrationError, match="one is called 'x' already"):

        class Twice(Plugin):
            @action("x")
            def one(self, click: Click) -> Optional[str]: ...

            @action("x")
            def two(self, click: Click) -> Optional[str]: ...

    with pytest.raises(HookRegistrationError, match="'a/b' cannot be part of a path"):

        class Path(Plugin):
            @action("a/b")
            def one(self, click: Click) -> Optional[str]: ...


def test_a_button_is_known_by_the_same_id_in_each_version_of_a_post() -> None:
    with PluginHarness(Polls) as host:
        ui = host.plugin.ui
        first = ui.button("vote", "Yes", context={"answer": "yes"})
        again = ui.button("vote", "Yes", context={"answer": "yes"}, expires=timedelta(days=1))
        others = [
            ui.button("vote", "Yes", context={"answer": "no"}),
            ui.button("vote", "No", context={"answer": "yes"}),
            ui.button("close", "Yes", context={"answer": "yes"}),
        ]
        assert first["id"] == again["id"]
        assert first["id"].isalnum()
        assert len({first["id"], *(one["id"] for one in others)}) == 4
