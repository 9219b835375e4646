# Generated from the contract; do not edit.
"""Models of the messages in hooks_message.proto."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable, Mapping, Union

from mattermost_plugin._generated import models as _models
from mattermost_plugin._internal import fields as _f
from mattermost_plugin._internal.model import Model
from mattermost_plugin._internal.values import strings
from mattermost_plugin.grpc import hooks_message_pb2

if TYPE_CHECKING:
    from mattermost_plugin._internal.containers import (
        ModelList,
        ModelMap,
        ScalarList,
        ScalarMap,
    )
    from mattermost_plugin._internal.fields import Attribute
    from mattermost_plugin._internal.values import StructView

    # What is accepted where a model is expected.
    EmailNotificationContentLike = Union["EmailNotificationContent", hooks_message_pb2.EmailNotificationContent, Mapping[str, Any]]
    EmailNotificationJsonLike = Union["EmailNotificationJson", hooks_message_pb2.EmailNotificationJson, Mapping[str, Any]]


class EmailNotificationContent(Model[hooks_message_pb2.EmailNotificationContent]):
    """What a notification mail says; it replaces all of the content that can be changed."""

    __slots__ = ()

    _message = hooks_message_pb2.EmailNotificationContent
    _attributes = (
        "subject",
        "title",
        "sub_title",
        "message_html",
        "message_text",
        "button_text",
        "button_url",
        "footer_text",
    )

    subject: Attribute[str, str] = _f.scalar("subject")
    """Subject line."""
    title: Attribute[str, str] = _f.scalar("title")
    """Heading of the mail."""
    sub_title: Attribute[str, str] = _f.scalar("sub_title")
    """Line below the heading."""
    message_html: Attribute[str, str] = _f.scalar("message_html")
    """The message as HTML."""
    message_text: Attribute[str, str] = _f.scalar("message_text")
    """The message as plain text, for readers without HTML."""
    button_text: Attribute[str, str] = _f.scalar("button_text")
    """Text of the button; empty for no button."""
    button_url: Attribute[str, str] = _f.scalar("button_url")
    """Address the button leads to."""
    footer_text: Attribute[str, str] = _f.scalar("footer_text")
    """Text at the end of the mail."""

    def __init__(
        self,
        subject: str = "",
        title: str = "",
        sub_title: str = "",
        message_html: str = "",
        message_text: str = "",
        button_text: str = "",
        button_url: str = "",
        footer_text: str = "",
    ) -> None:
        pb = self._pb = hooks_message_pb2.EmailNotificationContent()
        if subject:
            pb.subject = subject
        if title:
            pb.title = title
        if sub_title:
            pb.sub_title = sub_title
        if message_html:
            pb.message_html = message_html
        if message_text:
            pb.message_text = message_text
        if button_text:
            pb.button_text = button_text
        if button_url:
            pb.button_url = button_url
        if footer_text:
            pb.footer_text = footer_text


class EmailNotificationJson(Model[hooks_message_pb2.EmailNotificationJson]):
    """A notification mail that is about to be sent."""

    __slots__ = ()

    _message = hooks_message_pb2.EmailNotificationJson
    _attributes = ("notification_json",)

    notification_json: Attribute[bytes, bytes] = _f.scalar("notification_json")
    """A JSON object in UTF-8 that says which post, channel, team, sender and receiver it is about,
    and what the mail contains so far.
    """

    def __init__(self, notification_json: bytes = b"") -> None:
        pb = self._pb = hooks_message_pb2.EmailNotificationJson()
        if notification_json:
            pb.notification_json = notification_json
