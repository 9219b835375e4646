# Generated from the contract; do not edit.
"""Models of the messages in hooks_user_channel.proto."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable, Mapping, Union

from mattermost_plugin._generated import models as _models
from mattermost_plugin._internal import fields as _f
from mattermost_plugin._internal.model import Model
from mattermost_plugin._internal.values import strings
from mattermost_plugin.grpc import hooks_user_channel_pb2

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
    SamlAssertionInfoJsonLike = Union["SamlAssertionInfoJson", hooks_user_channel_pb2.SamlAssertionInfoJson, Mapping[str, Any]]


class SamlAssertionInfoJson(Model[hooks_user_channel_pb2.SamlAssertionInfoJson]):
    """What an identity provider said about a user."""

    __slots__ = ()

    _message = hooks_user_channel_pb2.SamlAssertionInfoJson
    _attributes = ("assertion_json",)

    assertion_json: Attribute[bytes, bytes] = _f.scalar("assertion_json")
    """The checked assertion as a JSON object in UTF-8: the user's name there, attribute values and
    warnings.
    """

    def __init__(self, assertion_json: bytes = b"") -> None:
        pb = self._pb = hooks_user_channel_pb2.SamlAssertionInfoJson()
        if assertion_json:
            pb.assertion_json = assertion_json
