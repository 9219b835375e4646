# Generated from the contract; do not edit.
"""Models of the messages in hooks_extension.proto."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, Iterable, Mapping, Union

from mattermost_plugin._generated import models as _models
from mattermost_plugin._internal import fields as _f
from mattermost_plugin._internal.model import Model
from mattermost_plugin._internal.values import strings
from mattermost_plugin.grpc import hooks_extension_pb2

if TYPE_CHECKING:
    from mattermost_plugin._generated.models.file import (
        FileInfo,
        FileInfoLike,
    )
    from mattermost_plugin._generated.models.hooks_common import (
        PluginContext,
        PluginContextLike,
    )
    from mattermost_plugin._generated.models.hooks_http import (
        ServeHTTPRequestInit,
        ServeHTTPRequestInitLike,
        ServeHTTPResponseInit,
        ServeHTTPResponseInitLike,
    )
    from mattermost_plugin._internal.containers import (
        ModelList,
        ModelMap,
        ScalarList,
        ScalarMap,
    )
    from mattermost_plugin._internal.fields import Attribute
    from mattermost_plugin._internal.values import StructView

    # What is accepted where a model is expected.
    AutocompleteArgumentLike = Union["AutocompleteArgument", hooks_extension_pb2.AutocompleteArgument, Mapping[str, Any]]
    AutocompleteDataLike = Union["AutocompleteData", hooks_extension_pb2.AutocompleteData, Mapping[str, Any]]
    AutocompleteItemLike = Union["AutocompleteItem", hooks_extension_pb2.AutocompleteItem, Mapping[str, Any]]
    StreamedUploadInitLike = Union["StreamedUploadInit", hooks_extension_pb2.StreamedUploadInit, Mapping[str, Any]]
    StreamedUploadRequestLike = Union["StreamedUploadRequest", hooks_extension_pb2.StreamedUploadRequest, Mapping[str, Any]]
    StreamedUploadResponseLike = Union["StreamedUploadResponse", hooks_extension_pb2.StreamedUploadResponse, Mapping[str, Any]]
    UploadVerdictLike = Union["UploadVerdict", hooks_extension_pb2.UploadVerdict, Mapping[str, Any]]
    WebSocketFromClientLike = Union["WebSocketFromClient", hooks_extension_pb2.WebSocketFromClient, Mapping[str, Any]]
    WebSocketFromPluginLike = Union["WebSocketFromPlugin", hooks_extension_pb2.WebSocketFromPlugin, Mapping[str, Any]]
    WebSocketMessageLike = Union["WebSocketMessage", hooks_extension_pb2.WebSocketMessage, Mapping[str, Any]]


class AutocompleteArgumentType(str, Enum):
    """Where the values of an argument come from."""

    TEXT_INPUT = "TextInput"
    """The user writes what they like."""
    STATIC_LIST = "StaticList"
    """One of the values that are told with the command."""
    DYNAMIC_LIST = "DynamicList"
    """One of the values that the plugin has just then."""

    def __str__(self) -> str:
        return str(self.value)


class WebSocketMessageKind(str, Enum):
    """What a message on a WebSocket is."""

    TEXT = "T"
    """Characters."""
    BINARY = "B"
    """Bytes."""
    CLOSE = "C"
    """The end; nothing follows."""

    def __str__(self) -> str:
        return str(self.value)


_AUTOCOMPLETE_ARGUMENT_TYPE_CODES = {0: "", 1: "TextInput", 2: "StaticList", 3: "DynamicList"}


_WEB_SOCKET_MESSAGE_KIND_CODES = {0: "", 1: "T", 2: "B", 3: "C"}


class AutocompleteArgument(Model[hooks_extension_pb2.AutocompleteArgument]):
    """One argument of a command."""

    __slots__ = ()

    _message = hooks_extension_pb2.AutocompleteArgument
    _attributes = ("name", "help_text", "type", "required", "hint", "pattern", "items", "fetch_url")

    name: Attribute[str, str] = _f.scalar("name")
    """For an option the name without its hyphens, which is written before the value; empty for an
    argument that is known by its place.
    """
    help_text: Attribute[str, str] = _f.scalar("help_text")
    """What it is, as it is shown."""
    type: Attribute[str, str] = _f.enum("type", _AUTOCOMPLETE_ARGUMENT_TYPE_CODES)
    """Where its values come from."""
    required: Attribute[bool, bool] = _f.scalar("required")
    """Whether it must be there."""
    hint: Attribute[str, str] = _f.scalar("hint")
    """Of a text: how it is written, as it is shown."""
    pattern: Attribute[str, str] = _f.scalar("pattern")
    """Of a text: a regular expression for clients that check what is typed; empty for none."""
    items: Attribute[ModelList[AutocompleteItem], Iterable[AutocompleteItemLike]] = _f.models("items", "AutocompleteItem")
    """Of a static list: the values."""
    fetch_url: Attribute[str, str] = _f.scalar("fetch_url")
    """Of a dynamic list: where the plugin has the values, a path below its own address. The host
    asks there by GET for the user who types, with the parameters user_input, parsed, channel_id,
    team_id and root_id, and gets a JSON list of objects with Item, Hint and HelpText.
    """

    def __init__(
        self,
        name: str = "",
        help_text: str = "",
        type: str = "",
        required: bool = False,
        hint: str = "",
        pattern: str = "",
        items: Iterable[AutocompleteItemLike] = (),
        fetch_url: str = "",
    ) -> None:
        pb = self._pb = hooks_extension_pb2.AutocompleteArgument()
        if name:
            pb.name = name
        if help_text:
            pb.help_text = help_text
        if type:
            pb.type = _f.enum_number(_AUTOCOMPLETE_ARGUMENT_TYPE_CODES, type)
        if required:
            pb.required = required
        if hint:
            pb.hint = hint
        if pattern:
            pb.pattern = pattern
        if items:
            pb.items.extend(_models.AutocompleteItem._messages_of(items))
        if fetch_url:
            pb.fetch_url = fetch_url


class AutocompleteData(Model[hooks_extension_pb2.AutocompleteData]):
    """How a command, or a word that follows one, is written."""

    __slots__ = ()

    _message = hooks_extension_pb2.AutocompleteData
    _attributes = ("trigger", "hint", "help_text", "role_id", "arguments", "sub_commands")

    trigger: Attribute[str, str] = _f.scalar("trigger")
    """The word, in lower case."""
    hint: Attribute[str, str] = _f.scalar("hint")
    """What follows the word, as it is shown."""
    help_text: Attribute[str, str] = _f.scalar("help_text")
    """What it does, as it is shown."""
    role_id: Attribute[str, str] = _f.scalar("role_id")
    """Who is offered it: system_admin for administrators alone; empty or system_user for everybody.
    """
    arguments: Attribute[ModelList[AutocompleteArgument], Iterable[AutocompleteArgumentLike]] = _f.models("arguments", "AutocompleteArgument")
    """What follows the word, in this order. Where there are any, sub_commands are not looked at."""
    sub_commands: Attribute[ModelList[AutocompleteData], Iterable[AutocompleteDataLike]] = _f.models("sub_commands", "AutocompleteData")
    """Words one of which follows."""

    def __init__(
        self,
        trigger: str = "",
        hint: str = "",
        help_text: str = "",
        role_id: str = "",
        arguments: Iterable[AutocompleteArgumentLike] = (),
        sub_commands: Iterable[AutocompleteDataLike] = (),
    ) -> None:
        pb = self._pb = hooks_extension_pb2.AutocompleteData()
        if trigger:
            pb.trigger = trigger
        if hint:
            pb.hint = hint
        if help_text:
            pb.help_text = help_text
        if role_id:
            pb.role_id = role_id
        if arguments:
            pb.arguments.extend(_models.AutocompleteArgument._messages_of(arguments))
        if sub_commands:
            pb.sub_commands.extend(_models.AutocompleteData._messages_of(sub_commands))


class AutocompleteItem(Model[hooks_extension_pb2.AutocompleteItem]):
    """A value that an argument may have."""

    __slots__ = ()

    _message = hooks_extension_pb2.AutocompleteItem
    _attributes = ("item", "hint", "help_text")

    item: Attribute[str, str] = _f.scalar("item")
    """The value."""
    hint: Attribute[str, str] = _f.scalar("hint")
    """What is shown beside it."""
    help_text: Attribute[str, str] = _f.scalar("help_text")
    """What it means."""

    def __init__(self, item: str = "", hint: str = "", help_text: str = "") -> None:
        pb = self._pb = hooks_extension_pb2.AutocompleteItem()
        if item:
            pb.item = item
        if hint:
            pb.hint = hint
        if help_text:
            pb.help_text = help_text


class StreamedUploadInit(Model[hooks_extension_pb2.StreamedUploadInit]):
    """All of an upload but its content."""

    __slots__ = ()

    _message = hooks_extension_pb2.StreamedUploadInit
    _attributes = ("plugin_context", "file_info")

    plugin_context: Attribute[PluginContext | None, PluginContextLike | None] = _f.nested("plugin_context", "PluginContext")
    """The client request that led to the call; its fields are empty where there was none."""
    file_info: Attribute[FileInfo | None, FileInfoLike | None] = _f.nested("file_info", "FileInfo")
    """What is known about the file, its size included, as the plugins before this one left it."""

    def __init__(
        self,
        plugin_context: PluginContextLike | None = None,
        file_info: FileInfoLike | None = None,
    ) -> None:
        pb = self._pb = hooks_extension_pb2.StreamedUploadInit()
        if plugin_context is not None:
            pb.plugin_context.CopyFrom(_models.PluginContext._message_of(plugin_context))
        if file_info is not None:
            pb.file_info.CopyFrom(_models.FileInfo._message_of(file_info))


class StreamedUploadRequest(Model[hooks_extension_pb2.StreamedUploadRequest]):
    """A part of an uploaded file on its way to the plugin. The first message has init; the last has
    body_complete; all of them may carry a piece of the content.
    """

    __slots__ = ()

    _message = hooks_extension_pb2.StreamedUploadRequest
    _attributes = ("init", "body_chunk", "body_complete")

    init: Attribute[StreamedUploadInit | None, StreamedUploadInitLike | None] = _f.nested("init", "StreamedUploadInit")
    """All of the upload but its content; in the first message and only there."""
    body_chunk: Attribute[bytes, bytes] = _f.scalar("body_chunk")
    """The next bytes of the content, at most 65536; may be empty."""
    body_complete: Attribute[bool, bool] = _f.scalar("body_complete")
    """Whether the content ends with this message. A stream that ends without it was broken off."""

    def __init__(
        self,
        init: StreamedUploadInitLike | None = None,
        body_chunk: bytes = b"",
        body_complete: bool = False,
    ) -> None:
        pb = self._pb = hooks_extension_pb2.StreamedUploadRequest()
        if init is not None:
            pb.init.CopyFrom(_models.StreamedUploadInit._message_of(init))
        if body_chunk:
            pb.body_chunk = body_chunk
        if body_complete:
            pb.body_complete = body_complete


class StreamedUploadResponse(Model[hooks_extension_pb2.StreamedUploadResponse]):
    """A part of the answer. The last message has the verdict."""

    __slots__ = ()

    _message = hooks_extension_pb2.StreamedUploadResponse
    _attributes = ("body_chunk", "verdict")

    body_chunk: Attribute[bytes, bytes] = _f.scalar("body_chunk")
    """The next bytes of the content to store instead, best at most 65536; may be empty."""
    verdict: Attribute[UploadVerdict | None, UploadVerdictLike | None] = _f.nested("verdict", "UploadVerdict")
    """What is decided; in the last message and only there. A stream that ends without it has
    failed.
    """

    def __init__(self, body_chunk: bytes = b"", verdict: UploadVerdictLike | None = None) -> None:
        pb = self._pb = hooks_extension_pb2.StreamedUploadResponse()
        if body_chunk:
            pb.body_chunk = body_chunk
        if verdict is not None:
            pb.verdict.CopyFrom(_models.UploadVerdict._message_of(verdict))


class UploadVerdict(Model[hooks_extension_pb2.UploadVerdict]):
    """What a plugin decides about an uploaded file."""

    __slots__ = ()

    _message = hooks_extension_pb2.UploadVerdict
    _attributes = ("rejection_reason", "modified_file_info", "content_replaced")

    rejection_reason: Attribute[str, str] = _f.scalar("rejection_reason")
    """Why the file is refused, shown to the uploader; empty to accept it."""
    modified_file_info: Attribute[FileInfo | None, FileInfoLike | None] = _f.nested("modified_file_info", "FileInfo")
    """What shall be kept about the file instead; absent to leave it as it is. The size is always
    taken from the content.
    """
    content_replaced: Attribute[bool, bool] = _f.scalar("content_replaced")
    """Whether the content is replaced by what was sent, be it nothing at all; if not, what was sent
    is forgotten and the content left as it is.
    """

    def __init__(
        self,
        rejection_reason: str = "",
        modified_file_info: FileInfoLike | None = None,
        content_replaced: bool = False,
    ) -> None:
        pb = self._pb = hooks_extension_pb2.UploadVerdict()
        if rejection_reason:
            pb.rejection_reason = rejection_reason
        if modified_file_info is not None:
            pb.modified_file_info.CopyFrom(_models.FileInfo._message_of(modified_file_info))
        if content_replaced:
            pb.content_replaced = content_replaced


class WebSocketFromClient(Model[hooks_extension_pb2.WebSocketFromClient]):
    """What comes of a client that has, or wants, a WebSocket. The first message has init; each of
    the others is one message of the client's, or its close.
    """

    __slots__ = ()

    _message = hooks_extension_pb2.WebSocketFromClient
    _attributes = ("init", "message")

    init: Attribute[ServeHTTPRequestInit | None, ServeHTTPRequestInitLike | None] = _f.nested("init", "ServeHTTPRequestInit")
    """The request; in the first message and only there. Its method is GET."""
    message: Attribute[WebSocketMessage | None, WebSocketMessageLike | None] = _f.nested("message", "WebSocketMessage")
    """What the client has sent; not in the first message."""

    def __init__(
        self,
        init: ServeHTTPRequestInitLike | None = None,
        message: WebSocketMessageLike | None = None,
    ) -> None:
        pb = self._pb = hooks_extension_pb2.WebSocketFromClient()
        if init is not None:
            pb.init.CopyFrom(_models.ServeHTTPRequestInit._message_of(init))
        if message is not None:
            pb.message.CopyFrom(_models.WebSocketMessage._message_of(message))


class WebSocketFromPlugin(Model[hooks_extension_pb2.WebSocketFromPlugin]):
    """What a plugin sends to a client. The first message has init."""

    __slots__ = ()

    _message = hooks_extension_pb2.WebSocketFromPlugin
    _attributes = ("init", "message")

    init: Attribute[ServeHTTPResponseInit | None, ServeHTTPResponseInitLike | None] = _f.nested("init", "ServeHTTPResponseInit")
    """The answer to the request; in the first message and only there. With status 101 the
    connection is taken: a header `Sec-WebSocket-Protocol` chooses one of the protocols that the
    client speaks. With any other status it is refused, and the message may have a body.
    """
    message: Attribute[WebSocketMessage | None, WebSocketMessageLike | None] = _f.nested("message", "WebSocketMessage")
    """What is sent to the client, not in the first message; or the body of a refusal, as BINARY."""

    def __init__(
        self,
        init: ServeHTTPResponseInitLike | None = None,
        message: WebSocketMessageLike | None = None,
    ) -> None:
        pb = self._pb = hooks_extension_pb2.WebSocketFromPlugin()
        if init is not None:
            pb.init.CopyFrom(_models.ServeHTTPResponseInit._message_of(init))
        if message is not None:
            pb.message.CopyFrom(_models.WebSocketMessage._message_of(message))


class WebSocketMessage(Model[hooks_extension_pb2.WebSocketMessage]):
    """One message on a WebSocket, whole."""

    __slots__ = ()

    _message = hooks_extension_pb2.WebSocketMessage
    _attributes = ("kind", "data", "close_code", "close_reason")

    kind: Attribute[str, str] = _f.enum("kind", _WEB_SOCKET_MESSAGE_KIND_CODES)
    """What it is."""
    data: Attribute[bytes, bytes] = _f.scalar("data")
    """The content, of a text in UTF-8."""
    close_code: Attribute[int, int] = _f.scalar("close_code")
    """Of a close: why, as RFC 6455 numbers it. To a client: 1000, 1001, 1003, 1007 to 1014, or from
    3000 to 4999; of a client that has just gone, 1006; of one that gave none, 1005.
    """
    close_reason: Attribute[str, str] = _f.scalar("close_reason")
    """Of a close: why in words, at most 123 bytes in UTF-8."""

    def __init__(
        self,
        kind: str = "",
        data: bytes = b"",
        close_code: int = 0,
        close_reason: str = "",
    ) -> None:
        pb = self._pb = hooks_extension_pb2.WebSocketMessage()
        if kind:
            pb.kind = _f.enum_number(_WEB_SOCKET_MESSAGE_KIND_CODES, kind)
        if data:
            pb.data = data
        if close_code:
            pb.close_code = close_code
        if close_reason:
            pb.close_reason = close_reason
