from mattermost_plugin.grpc import file_pb2 as _file_pb2
from mattermost_plugin.grpc import hooks_common_pb2 as _hooks_common_pb2
from mattermost_plugin.grpc import hooks_http_pb2 as _hooks_http_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class WebSocketMessageKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    WEB_SOCKET_MESSAGE_KIND_UNSPECIFIED: _ClassVar[WebSocketMessageKind]
    WEB_SOCKET_MESSAGE_KIND_TEXT: _ClassVar[WebSocketMessageKind]
    WEB_SOCKET_MESSAGE_KIND_BINARY: _ClassVar[WebSocketMessageKind]
    WEB_SOCKET_MESSAGE_KIND_CLOSE: _ClassVar[WebSocketMessageKind]

class AutocompleteArgumentType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    AUTOCOMPLETE_ARGUMENT_TYPE_UNSPECIFIED: _ClassVar[AutocompleteArgumentType]
    AUTOCOMPLETE_ARGUMENT_TYPE_TEXT_INPUT: _ClassVar[AutocompleteArgumentType]
    AUTOCOMPLETE_ARGUMENT_TYPE_STATIC_LIST: _ClassVar[AutocompleteArgumentType]
    AUTOCOMPLETE_ARGUMENT_TYPE_DYNAMIC_LIST: _ClassVar[AutocompleteArgumentType]
WEB_SOCKET_MESSAGE_KIND_UNSPECIFIED: WebSocketMessageKind
WEB_SOCKET_MESSAGE_KIND_TEXT: WebSocketMessageKind
WEB_SOCKET_MESSAGE_KIND_BINARY: WebSocketMessageKind
WEB_SOCKET_MESSAGE_KIND_CLOSE: WebSocketMessageKind
AUTOCOMPLETE_ARGUMENT_TYPE_UNSPECIFIED: AutocompleteArgumentType
AUTOCOMPLETE_ARGUMENT_TYPE_TEXT_INPUT: AutocompleteArgumentType
AUTOCOMPLETE_ARGUMENT_TYPE_STATIC_LIST: AutocompleteArgumentType
AUTOCOMPLETE_ARGUMENT_TYPE_DYNAMIC_LIST: AutocompleteArgumentType

class StreamedUploadRequest(_message.Message):
    __slots__ = ("init", "body_chunk", "body_complete")
    INIT_FIELD_NUMBER: _ClassVar[int]
    BODY_CHUNK_FIELD_NUMBER: _ClassVar[int]
    BODY_COMPLETE_FIELD_NUMBER: _ClassVar[int]
    init: StreamedUploadInit
    body_chunk: bytes
    body_complete: bool
    def __init__(self, init: _Optional[_Union[StreamedUploadInit, _Mapping]] = ..., body_chunk: _Optional[bytes] = ..., body_complete: bool = ...) -> None: ...

class StreamedUploadInit(_message.Message):
    __slots__ = ("plugin_context", "file_info")
    PLUGIN_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    FILE_INFO_FIELD_NUMBER: _ClassVar[int]
    plugin_context: _hooks_common_pb2.PluginContext
    file_info: _file_pb2.FileInfo
    def __init__(self, plugin_context: _Optional[_Union[_hooks_common_pb2.PluginContext, _Mapping]] = ..., file_info: _Optional[_Union[_file_pb2.FileInfo, _Mapping]] = ...) -> None: ...

class StreamedUploadResponse(_message.Message):
    __slots__ = ("body_chunk", "verdict")
    BODY_CHUNK_FIELD_NUMBER: _ClassVar[int]
    VERDICT_FIELD_NUMBER: _ClassVar[int]
    body_chunk: bytes
    verdict: UploadVerdict
    def __init__(self, body_chunk: _Optional[bytes] = ..., verdict: _Optional[_Union[UploadVerdict, _Mapping]] = ...) -> None: ...

class UploadVerdict(_message.Message):
    __slots__ = ("rejection_reason", "modified_file_info", "content_replaced")
    REJECTION_REASON_FIELD_NUMBER: _ClassVar[int]
    MODIFIED_FILE_INFO_FIELD_NUMBER: _ClassVar[int]
    CONTENT_REPLACED_FIELD_NUMBER: _ClassVar[int]
    rejection_reason: str
    modified_file_info: _file_pb2.FileInfo
    content_replaced: bool
    def __init__(self, rejection_reason: _Optional[str] = ..., modified_file_info: _Optional[_Union[_file_pb2.FileInfo, _Mapping]] = ..., content_replaced: bool = ...) -> None: ...

class WebSocketFromClient(_message.Message):
    __slots__ = ("init", "message")
    INIT_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    init: _hooks_http_pb2.ServeHTTPRequestInit
    message: WebSocketMessage
    def __init__(self, init: _Optional[_Union[_hooks_http_pb2.ServeHTTPRequestInit, _Mapping]] = ..., message: _Optional[_Union[WebSocketMessage, _Mapping]] = ...) -> None: ...

class WebSocketFromPlugin(_message.Message):
    __slots__ = ("init", "message")
    INIT_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    init: _hooks_http_pb2.ServeHTTPResponseInit
    message: WebSocketMessage
    def __init__(self, init: _Optional[_Union[_hooks_http_pb2.ServeHTTPResponseInit, _Mapping]] = ..., message: _Optional[_Union[WebSocketMessage, _Mapping]] = ...) -> None: ...

class WebSocketMessage(_message.Message):
    __slots__ = ("kind", "data", "close_code", "close_reason")
    KIND_FIELD_NUMBER: _ClassVar[int]
    DATA_FIELD_NUMBER: _ClassVar[int]
    CLOSE_CODE_FIELD_NUMBER: _ClassVar[int]
    CLOSE_REASON_FIELD_NUMBER: _ClassVar[int]
    kind: WebSocketMessageKind
    data: bytes
    close_code: int
    close_reason: str
    def __init__(self, kind: _Optional[_Union[WebSocketMessageKind, str]] = ..., data: _Optional[bytes] = ..., close_code: _Optional[int] = ..., close_reason: _Optional[str] = ...) -> None: ...

class DescribeCommandRequest(_message.Message):
    __slots__ = ("plugin_context", "team_id", "trigger")
    PLUGIN_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    TEAM_ID_FIELD_NUMBER: _ClassVar[int]
    TRIGGER_FIELD_NUMBER: _ClassVar[int]
    plugin_context: _hooks_common_pb2.PluginContext
    team_id: str
    trigger: str
    def __init__(self, plugin_context: _Optional[_Union[_hooks_common_pb2.PluginContext, _Mapping]] = ..., team_id: _Optional[str] = ..., trigger: _Optional[str] = ...) -> None: ...

class DescribeCommandResponse(_message.Message):
    __slots__ = ("data",)
    DATA_FIELD_NUMBER: _ClassVar[int]
    data: AutocompleteData
    def __init__(self, data: _Optional[_Union[AutocompleteData, _Mapping]] = ...) -> None: ...

class AutocompleteData(_message.Message):
    __slots__ = ("trigger", "hint", "help_text", "role_id", "arguments", "sub_commands")
    TRIGGER_FIELD_NUMBER: _ClassVar[int]
    HINT_FIELD_NUMBER: _ClassVar[int]
    HELP_TEXT_FIELD_NUMBER: _ClassVar[int]
    ROLE_ID_FIELD_NUMBER: _ClassVar[int]
    ARGUMENTS_FIELD_NUMBER: _ClassVar[int]
    SUB_COMMANDS_FIELD_NUMBER: _ClassVar[int]
    trigger: str
    hint: str
    help_text: str
    role_id: str
    arguments: _containers.RepeatedCompositeFieldContainer[AutocompleteArgument]
    sub_commands: _containers.RepeatedCompositeFieldContainer[AutocompleteData]
    def __init__(self, trigger: _Optional[str] = ..., hint: _Optional[str] = ..., help_text: _Optional[str] = ..., role_id: _Optional[str] = ..., arguments: _Optional[_Iterable[_Union[AutocompleteArgument, _Mapping]]] = ..., sub_commands: _Optional[_Iterable[_Union[AutocompleteData, _Mapping]]] = ...) -> None: ...

class AutocompleteArgument(_message.Message):
    __slots__ = ("name", "help_text", "type", "required", "hint", "pattern", "items", "fetch_url")
    NAME_FIELD_NUMBER: _ClassVar[int]
    HELP_TEXT_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    REQUIRED_FIELD_NUMBER: _ClassVar[int]
    HINT_FIELD_NUMBER: _ClassVar[int]
    PATTERN_FIELD_NUMBER: _ClassVar[int]
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    FETCH_URL_FIELD_NUMBER: _ClassVar[int]
    name: str
    help_text: str
    type: AutocompleteArgumentType
    required: bool
    hint: str
    pattern: str
    items: _containers.RepeatedCompositeFieldContainer[AutocompleteItem]
    fetch_url: str
    def __init__(self, name: _Optional[str] = ..., help_text: _Optional[str] = ..., type: _Optional[_Union[AutocompleteArgumentType, str]] = ..., required: bool = ..., hint: _Optional[str] = ..., pattern: _Optional[str] = ..., items: _Optional[_Iterable[_Union[AutocompleteItem, _Mapping]]] = ..., fetch_url: _Optional[str] = ...) -> None: ...

class AutocompleteItem(_message.Message):
    __slots__ = ("item", "hint", "help_text")
    ITEM_FIELD_NUMBER: _ClassVar[int]
    HINT_FIELD_NUMBER: _ClassVar[int]
    HELP_TEXT_FIELD_NUMBER: _ClassVar[int]
    item: str
    hint: str
    help_text: str
    def __init__(self, item: _Optional[str] = ..., hint: _Optional[str] = ..., help_text: _Optional[str] = ...) -> None: ...
