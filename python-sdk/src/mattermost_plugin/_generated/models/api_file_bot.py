# Generated from the contract; do not edit.
"""Models of the messages in api_file_bot.proto."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable, Mapping, Union

from mattermost_plugin._generated import models as _models
from mattermost_plugin._internal import fields as _f
from mattermost_plugin._internal.model import Model
from mattermost_plugin._internal.values import strings
from mattermost_plugin.grpc import api_file_bot_pb2

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
    BotLike = Union["Bot", api_file_bot_pb2.Bot, Mapping[str, Any]]
    BotGetOptionsLike = Union["BotGetOptions", api_file_bot_pb2.BotGetOptions, Mapping[str, Any]]
    BotPatchLike = Union["BotPatch", api_file_bot_pb2.BotPatch, Mapping[str, Any]]
    GetFileInfosOptionsLike = Union["GetFileInfosOptions", api_file_bot_pb2.GetFileInfosOptions, Mapping[str, Any]]
    UploadSessionLike = Union["UploadSession", api_file_bot_pb2.UploadSession, Mapping[str, Any]]


class Bot(Model[api_file_bot_pb2.Bot]):
    """An account that programs use."""

    __slots__ = ()

    _message = api_file_bot_pb2.Bot
    _attributes = (
        "user_id",
        "username",
        "display_name",
        "description",
        "owner_id",
        "create_at",
        "update_at",
        "delete_at",
        "last_icon_update",
    )

    user_id: Attribute[str, str] = _f.scalar("user_id")
    """Identifier of the account; the bot has no other."""
    username: Attribute[str, str] = _f.scalar("username")
    """Name of the account, under the rules for usernames."""
    display_name: Attribute[str, str] = _f.scalar("display_name")
    """Name as people read it, at most 64 characters."""
    description: Attribute[str, str] = _f.scalar("description")
    """What the bot is for, at most 1024 characters."""
    owner_id: Attribute[str, str] = _f.scalar("owner_id")
    """Identifier of the user or of the plugin that made the bot; a plugin's bots are always its
    own.
    """
    create_at: Attribute[int, int] = _f.scalar("create_at")
    """When the bot was made, in milliseconds since the epoch; set by the host alone."""
    update_at: Attribute[int, int] = _f.scalar("update_at")
    """When the bot was last changed, in milliseconds since the epoch; set by the host alone."""
    delete_at: Attribute[int, int] = _f.scalar("delete_at")
    """When the bot was switched off, in milliseconds since the epoch; 0 for an active one."""
    last_icon_update: Attribute[int, int] = _f.scalar("last_icon_update")
    """When the bot's icon was last set, in milliseconds since the epoch; 0 where it has none."""

    def __init__(
        self,
        user_id: str = "",
        username: str = "",
        display_name: str = "",
        description: str = "",
        owner_id: str = "",
        create_at: int = 0,
        update_at: int = 0,
        delete_at: int = 0,
        last_icon_update: int = 0,
    ) -> None:
        pb = self._pb = api_file_bot_pb2.Bot()
        if user_id:
            pb.user_id = user_id
        if username:
            pb.username = username
        if display_name:
            pb.display_name = display_name
        if description:
            pb.description = description
        if owner_id:
            pb.owner_id = owner_id
        if create_at:
            pb.create_at = create_at
        if update_at:
            pb.update_at = update_at
        if delete_at:
            pb.delete_at = delete_at
        if last_icon_update:
            pb.last_icon_update = last_icon_update


class BotGetOptions(Model[api_file_bot_pb2.BotGetOptions]):
    """Which bots are listed."""

    __slots__ = ()

    _message = api_file_bot_pb2.BotGetOptions
    _attributes = ("owner_id", "include_deleted", "only_orphaned", "page", "per_page")

    owner_id: Attribute[str, str] = _f.scalar("owner_id")
    """Identifier of the owner whose bots are listed; empty for all."""
    include_deleted: Attribute[bool, bool] = _f.scalar("include_deleted")
    """Whether bots that were switched off are listed too."""
    only_orphaned: Attribute[bool, bool] = _f.scalar("only_orphaned")
    """Whether only bots are listed whose owner's account is deactivated."""
    page: Attribute[int, int] = _f.scalar("page")
    """Which page of the result, counted from 0."""
    per_page: Attribute[int, int] = _f.scalar("per_page")
    """How many bots a page has."""

    def __init__(
        self,
        owner_id: str = "",
        include_deleted: bool = False,
        only_orphaned: bool = False,
        page: int = 0,
        per_page: int = 60,
    ) -> None:
        pb = self._pb = api_file_bot_pb2.BotGetOptions()
        if owner_id:
            pb.owner_id = owner_id
        if include_deleted:
            pb.include_deleted = include_deleted
        if only_orphaned:
            pb.only_orphaned = only_orphaned
        if page:
            pb.page = page
        if per_page:
            pb.per_page = per_page


class BotPatch(Model[api_file_bot_pb2.BotPatch]):
    """Changes to a bot; what is absent stays as it is."""

    __slots__ = ()

    _message = api_file_bot_pb2.BotPatch
    _attributes = ("username", "display_name", "description")

    username: Attribute[str | None, str | None] = _f.optional("username")
    """New name of the account."""
    display_name: Attribute[str | None, str | None] = _f.optional("display_name")
    """New name as people read it."""
    description: Attribute[str | None, str | None] = _f.optional("description")
    """New description."""

    def __init__(
        self,
        username: str | None = None,
        display_name: str | None = None,
        description: str | None = None,
    ) -> None:
        pb = self._pb = api_file_bot_pb2.BotPatch()
        if username is not None:
            pb.username = username
        if display_name is not None:
            pb.display_name = display_name
        if description is not None:
            pb.description = description


class GetFileInfosOptions(Model[api_file_bot_pb2.GetFileInfosOptions]):
    """Which files are listed, and in which order."""

    __slots__ = ()

    _message = api_file_bot_pb2.GetFileInfosOptions
    _attributes = ("user_id", "channel_id", "include_deleted", "sort_by", "sort_order")

    user_id: Attribute[str, str] = _f.scalar("user_id")
    """Identifier of the only uploader whose files are listed; empty for all."""
    channel_id: Attribute[str, str] = _f.scalar("channel_id")
    """Identifier of the only channel whose files are listed; empty for all."""
    include_deleted: Attribute[bool, bool] = _f.scalar("include_deleted")
    """Whether deleted files are listed too."""
    sort_by: Attribute[str, str] = _f.scalar("sort_by")
    """CreateAt or Size; empty for CreateAt."""
    sort_order: Attribute[str, str] = _f.scalar("sort_order")
    """The words asc or desc; empty for asc."""

    def __init__(
        self,
        user_id: str = "",
        channel_id: str = "",
        include_deleted: bool = False,
        sort_by: str = "",
        sort_order: str = "",
    ) -> None:
        pb = self._pb = api_file_bot_pb2.GetFileInfosOptions()
        if user_id:
            pb.user_id = user_id
        if channel_id:
            pb.channel_id = channel_id
        if include_deleted:
            pb.include_deleted = include_deleted
        if sort_by:
            pb.sort_by = sort_by
        if sort_order:
            pb.sort_order = sort_order


class UploadSession(Model[api_file_bot_pb2.UploadSession]):
    """An upload in several parts that can be taken up again after a break."""

    __slots__ = ()

    _message = api_file_bot_pb2.UploadSession
    _attributes = (
        "id",
        "type",
        "create_at",
        "user_id",
        "channel_id",
        "filename",
        "path",
        "file_size",
        "file_offset",
        "remote_id",
        "req_file_id",
    )

    id: Attribute[str, str] = _f.scalar("id")
    """Identifier of the upload; given by the host."""
    type: Attribute[str, str] = _f.scalar("type")
    """What is uploaded: attachment, or import for the server's own use."""
    create_at: Attribute[int, int] = _f.scalar("create_at")
    """When the upload began, in milliseconds since the epoch; set by the host alone."""
    user_id: Attribute[str, str] = _f.scalar("user_id")
    """Identifier of the user who uploads."""
    channel_id: Attribute[str, str] = _f.scalar("channel_id")
    """Identifier of the channel the file is meant for."""
    filename: Attribute[str, str] = _f.scalar("filename")
    """Name of the file."""
    path: Attribute[str, str] = _f.scalar("path")
    """Where the host keeps the content; set by the host alone."""
    file_size: Attribute[int, int] = _f.scalar("file_size")
    """Length of the whole content in bytes."""
    file_offset: Attribute[int, int] = _f.scalar("file_offset")
    """How many bytes have arrived; set by the host alone."""
    remote_id: Attribute[str, str] = _f.scalar("remote_id")
    """Identifier of the connected server that uploads; empty for users of this one."""
    req_file_id: Attribute[str, str] = _f.scalar("req_file_id")
    """Identifier that the finished file shall have; empty for a new one."""

    def __init__(
        self,
        id: str = "",
        type: str = "attachment",
        create_at: int = 0,
        user_id: str = "",
        channel_id: str = "",
        filename: str = "",
        path: str = "",
        file_size: int = 0,
        file_offset: int = 0,
        remote_id: str = "",
        req_file_id: str = "",
    ) -> None:
        pb = self._pb = api_file_bot_pb2.UploadSession()
        if id:
            pb.id = id
        if type:
            pb.type = type
        if create_at:
            pb.create_at = create_at
        if user_id:
            pb.user_id = user_id
        if channel_id:
            pb.channel_id = channel_id
        if filename:
            pb.filename = filename
        if path:
            pb.path = path
        if file_size:
            pb.file_size = file_size
        if file_offset:
            pb.file_offset = file_offset
        if remote_id:
            pb.remote_id = remote_id
        if req_file_id:
            pb.req_file_id = req_file_id
