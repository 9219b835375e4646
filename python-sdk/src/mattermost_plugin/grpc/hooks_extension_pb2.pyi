from mattermost_plugin.grpc import file_pb2 as _file_pb2
from mattermost_plugin.grpc import hooks_common_pb2 as _hooks_common_pb2
from mattermost_plugin.grpc import hooks_http_pb2 as _hooks_http_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

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
