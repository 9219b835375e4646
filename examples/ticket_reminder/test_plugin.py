"""Tests of the plugin without a server."""

from __future__ import annotations

from datetime import datetime, timezone

from plugin import TicketReminder

from mattermost_plugin import HookName
from mattermost_plugin.jobs import Job
from mattermost_plugin.testing import FakeApi, PluginHarness


def test_a_job_is_planned_for_a_ticket() -> None:
    with PluginHarness(TicketReminder, api=FakeApi()) as host:
        answer = host.call(HookName.ExecuteCommand, {"command": "/remind 12 600", "user_id": "u"})

        assert answer.response.text == "ticket 12 will be asked about"
        assert [job.props for job in host.plugin.jobs.list()] == [12]


def test_the_question_is_asked_in_the_ticket_and_counted() -> None:
    api = FakeApi()
    api.returns("load_plugin_configuration", b'{"question": "Well?"}')
    with PluginHarness(TicketReminder, api=api) as host:
        host.plugin.ask(Job("ask", "12", datetime.now(timezone.utc), 12))

        (call,) = host.api.calls_of("create_post")
        assert (call["post"].channel_id, call["post"].message) == ("12", "Well?")
        assert host.api.stored["asked"] == b"1"
