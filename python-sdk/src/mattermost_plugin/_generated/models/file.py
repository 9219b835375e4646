# Generated from the contract; do not edit.
"""Models of the messages in file.proto."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable, Mapping, Union

from mattermost_plugin._generated import models as _models
from mattermost_plugin._internal import fields as _f
from mattermost_plugin._internal.model import Model
from mattermost_plugin._internal.values import strings
from mattermost_plugin.grpc import file_pb2

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
    FileDataLike = Union["FileData", file_pb2.FileData, Mapping[str, Any]]
    FileInfoLike = Union["FileInfo", file_pb2.FileInfo, Mapping[str, Any]]
    FileUploadResponseLike = Union["FileUploadResponse", file_pb2.FileUploadResponse, Mapping[str, Any]]


class FileData(Model[file_pb2.FileData]):
    """A file with its content."""

    __slots__ = ()

    _message = file_pb2.FileData
    _attributes = ("filename", "data")

    filename: Attribute[str, str] = _f.scalar("filename")
    """Name of the file."""
    data: Attribute[bytes, bytes] = _f.scalar("data")
    """The whole content."""

    def __init__(self, filename: str = "", data: bytes = b"") -> None:
        pb = self._pb = file_pb2.FileData()
        if filename:
            pb.filename = filename
        if data:
            pb.data = data


class FileInfo(Model[file_pb2.FileInfo]):
    """What is known about an uploaded file; its content travels apart from it."""

    __slots__ = ()

    _message = file_pb2.FileInfo
    _attributes = (
        "id",
        "creator_id",
        "post_id",
        "channel_id",
        "create_at",
        "update_at",
        "delete_at",
        "name",
        "extension",
        "size",
        "mime_type",
        "width",
        "height",
        "has_preview_image",
        "mini_preview",
        "remote_id",
        "archived",
    )

    id: Attribute[str, str] = _f.scalar("id")
    """Identifier of the file, 26 lower-case letters and digits; given by the host and never
    changed.
    """
    creator_id: Attribute[str, str] = _f.scalar("creator_id")
    """Identifier of the user who uploaded the file."""
    post_id: Attribute[str, str] = _f.scalar("post_id")
    """Identifier of the post the file is attached to; empty until the post is made."""
    channel_id: Attribute[str, str] = _f.scalar("channel_id")
    """Identifier of the channel the file was uploaded to."""
    create_at: Attribute[int, int] = _f.scalar("create_at")
    """When the file was uploaded, in milliseconds since the epoch; set by the host alone."""
    update_at: Attribute[int, int] = _f.scalar("update_at")
    """When this information last changed, in milliseconds since the epoch; set by the host alone.
    """
    delete_at: Attribute[int, int] = _f.scalar("delete_at")
    """When the file was deleted, in milliseconds since the epoch; 0 for one that is there."""
    name: Attribute[str, str] = _f.scalar("name")
    """Name of the file as the uploader gave it, with its extension."""
    extension: Attribute[str, str] = _f.scalar("extension")
    """The name's extension in lower case, without the dot; empty where there is none."""
    size: Attribute[int, int] = _f.scalar("size")
    """Length of the content in bytes; set by the host alone."""
    mime_type: Attribute[str, str] = _f.scalar("mime_type")
    """Media type, such as image/png; found by the host."""
    width: Attribute[int, int] = _f.scalar("width")
    """Width of a picture in pixels; 0 for other files."""
    height: Attribute[int, int] = _f.scalar("height")
    """Height of a picture in pixels; 0 for other files."""
    has_preview_image: Attribute[bool, bool] = _f.scalar("has_preview_image")
    """Whether the host keeps a smaller picture to show in place of the file."""
    mini_preview: Attribute[bytes | None, bytes | None] = _f.optional("mini_preview")
    """A very small picture that is shown while the real one loads; absent for other files."""
    remote_id: Attribute[str | None, str | None] = _f.optional("remote_id")
    """Identifier of the connected server that the file came from; absent for files of this one."""
    archived: Attribute[bool, bool] = _f.scalar("archived")
    """Whether the content is out of reach because the server's limits were passed."""

    def __init__(
        self,
        id: str = "",
        creator_id: str = "",
        post_id: str = "",
        channel_id: str = "",
        create_at: int = 0,
        update_at: int = 0,
        delete_at: int = 0,
        name: str = "",
        extension: str = "",
        size: int = 0,
        mime_type: str = "",
        width: int = 0,
        height: int = 0,
        has_preview_image: bool = False,
        mini_preview: bytes | None = None,
        remote_id: str | None = None,
        archived: bool = False,
    ) -> None:
        pb = self._pb = file_pb2.FileInfo()
        if id:
            pb.id = id
        if creator_id:
            pb.creator_id = creator_id
        if post_id:
            pb.post_id = post_id
        if channel_id:
            pb.channel_id = channel_id
        if create_at:
            pb.create_at = create_at
        if update_at:
            pb.update_at = update_at
        if delete_at:
            pb.delete_at = delete_at
        if name:
            pb.name = name
        if extension:
            pb.extension = extension
        if size:
            pb.size = size
        if mime_type:
            pb.mime_type = mime_type
        if width:
            pb.width = width
        if height:
            pb.height = height
        if has_preview_image:
            pb.has_preview_image = has_preview_image
        if mini_preview is not None:
            pb.mini_preview = mini_preview
        if remote_id is not None:
            pb.remote_id = remote_id
        if archived:
            pb.archived = archived


class FileUploadResponse(Model[file_pb2.FileUploadResponse]):
    """What became of an upload of several files."""

    __slots__ = ()

    _message = file_pb2.FileUploadResponse
    _attributes = ("file_infos", "client_ids")

    file_infos: Attribute[ModelList[FileInfo], Iterable[FileInfoLike]] = _f.models("file_infos", "FileInfo")
    """The stored files, in the order of the upload."""
    client_ids: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("client_ids")
    """The identifiers by which the client told its files apart, in the same order."""

    def __init__(
        self,
        file_infos: Iterable[FileInfoLike] = (),
        client_ids: Iterable[str] = (),
    ) -> None:
        pb = self._pb = file_pb2.FileUploadResponse()
        if file_infos:
            pb.file_infos.extend(_models.FileInfo._messages_of(file_infos))
        if client_ids:
            pb.client_ids.extend(strings(client_ids))
