from google.protobuf import struct_pb2 as _struct_pb2
from mattermost_plugin.grpc import api_remaining_models_pb2 as _api_remaining_models_pb2
from mattermost_plugin.grpc import common_pb2 as _common_pb2
from mattermost_plugin.grpc import file_pb2 as _file_pb2
from mattermost_plugin.grpc import hooks_common_pb2 as _hooks_common_pb2
from mattermost_plugin.grpc import post_pb2 as _post_pb2
from mattermost_plugin.grpc import user_pb2 as _user_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class WebSocketRequest(_message.Message):
    __slots__ = ("seq", "action", "data")
    SEQ_FIELD_NUMBER: _ClassVar[int]
    ACTION_FIELD_NUMBER: _ClassVar[int]
    DATA_FIELD_NUMBER: _ClassVar[int]
    seq: int
    action: str
    data: _struct_pb2.Struct
    def __init__(self, seq: _Optional[int] = ..., action: _Optional[str] = ..., data: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ...) -> None: ...

class SyncMsgJson(_message.Message):
    __slots__ = ("sync_msg_json",)
    SYNC_MSG_JSON_FIELD_NUMBER: _ClassVar[int]
    sync_msg_json: bytes
    def __init__(self, sync_msg_json: _Optional[bytes] = ...) -> None: ...

class SyncResponse(_message.Message):
    __slots__ = ("users_last_update_at", "user_errors", "users_syncd", "posts_last_update_at", "post_errors", "reactions_last_update_at", "reaction_errors", "acknowledgements_last_update_at", "acknowledgement_errors", "status_errors")
    USERS_LAST_UPDATE_AT_FIELD_NUMBER: _ClassVar[int]
    USER_ERRORS_FIELD_NUMBER: _ClassVar[int]
    USERS_SYNCD_FIELD_NUMBER: _ClassVar[int]
    POSTS_LAST_UPDATE_AT_FIELD_NUMBER: _ClassVar[int]
    POST_ERRORS_FIELD_NUMBER: _ClassVar[int]
    REACTIONS_LAST_UPDATE_AT_FIELD_NUMBER: _ClassVar[int]
    REACTION_ERRORS_FIELD_NUMBER: _ClassVar[int]
    ACKNOWLEDGEMENTS_LAST_UPDATE_AT_FIELD_NUMBER: _ClassVar[int]
    ACKNOWLEDGEMENT_ERRORS_FIELD_NUMBER: _ClassVar[int]
    STATUS_ERRORS_FIELD_NUMBER: _ClassVar[int]
    users_last_update_at: int
    user_errors: _containers.RepeatedScalarFieldContainer[str]
    users_syncd: _containers.RepeatedScalarFieldContainer[str]
    posts_last_update_at: int
    post_errors: _containers.RepeatedScalarFieldContainer[str]
    reactions_last_update_at: int
    reaction_errors: _containers.RepeatedScalarFieldContainer[str]
    acknowledgements_last_update_at: int
    acknowledgement_errors: _containers.RepeatedScalarFieldContainer[str]
    status_errors: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, users_last_update_at: _Optional[int] = ..., user_errors: _Optional[_Iterable[str]] = ..., users_syncd: _Optional[_Iterable[str]] = ..., posts_last_update_at: _Optional[int] = ..., post_errors: _Optional[_Iterable[str]] = ..., reactions_last_update_at: _Optional[int] = ..., reaction_errors: _Optional[_Iterable[str]] = ..., acknowledgements_last_update_at: _Optional[int] = ..., acknowledgement_errors: _Optional[_Iterable[str]] = ..., status_errors: _Optional[_Iterable[str]] = ...) -> None: ...

class RemoteCluster(_message.Message):
    __slots__ = ("remote_id", "remote_team_id", "name", "display_name", "site_url", "default_team_id", "create_at", "delete_at", "last_ping_at", "last_global_user_sync_at", "token", "remote_token", "topics", "creator_id", "plugin_id", "options")
    REMOTE_ID_FIELD_NUMBER: _ClassVar[int]
    REMOTE_TEAM_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    SITE_URL_FIELD_NUMBER: _ClassVar[int]
    DEFAULT_TEAM_ID_FIELD_NUMBER: _ClassVar[int]
    CREATE_AT_FIELD_NUMBER: _ClassVar[int]
    DELETE_AT_FIELD_NUMBER: _ClassVar[int]
    LAST_PING_AT_FIELD_NUMBER: _ClassVar[int]
    LAST_GLOBAL_USER_SYNC_AT_FIELD_NUMBER: _ClassVar[int]
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    REMOTE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    TOPICS_FIELD_NUMBER: _ClassVar[int]
    CREATOR_ID_FIELD_NUMBER: _ClassVar[int]
    PLUGIN_ID_FIELD_NUMBER: _ClassVar[int]
    OPTIONS_FIELD_NUMBER: _ClassVar[int]
    remote_id: str
    remote_team_id: str
    name: str
    display_name: str
    site_url: str
    default_team_id: str
    create_at: int
    delete_at: int
    last_ping_at: int
    last_global_user_sync_at: int
    token: str
    remote_token: str
    topics: str
    creator_id: str
    plugin_id: str
    options: int
    def __init__(self, remote_id: _Optional[str] = ..., remote_team_id: _Optional[str] = ..., name: _Optional[str] = ..., display_name: _Optional[str] = ..., site_url: _Optional[str] = ..., default_team_id: _Optional[str] = ..., create_at: _Optional[int] = ..., delete_at: _Optional[int] = ..., last_ping_at: _Optional[int] = ..., last_global_user_sync_at: _Optional[int] = ..., token: _Optional[str] = ..., remote_token: _Optional[str] = ..., topics: _Optional[str] = ..., creator_id: _Optional[str] = ..., plugin_id: _Optional[str] = ..., options: _Optional[int] = ...) -> None: ...

class ExecuteCommandRequest(_message.Message):
    __slots__ = ("context", "plugin_context", "args")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    PLUGIN_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    ARGS_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    plugin_context: _hooks_common_pb2.PluginContext
    args: _api_remaining_models_pb2.CommandArgs
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., plugin_context: _Optional[_Union[_hooks_common_pb2.PluginContext, _Mapping]] = ..., args: _Optional[_Union[_api_remaining_models_pb2.CommandArgs, _Mapping]] = ...) -> None: ...

class ExecuteCommandResponse(_message.Message):
    __slots__ = ("error", "response")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    response: _api_remaining_models_pb2.CommandResponse
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., response: _Optional[_Union[_api_remaining_models_pb2.CommandResponse, _Mapping]] = ...) -> None: ...

class OnPluginClusterEventRequest(_message.Message):
    __slots__ = ("context", "plugin_context", "event")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    PLUGIN_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    EVENT_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    plugin_context: _hooks_common_pb2.PluginContext
    event: _api_remaining_models_pb2.PluginClusterEvent
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., plugin_context: _Optional[_Union[_hooks_common_pb2.PluginContext, _Mapping]] = ..., event: _Optional[_Union[_api_remaining_models_pb2.PluginClusterEvent, _Mapping]] = ...) -> None: ...

class OnPluginClusterEventResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class OnWebSocketConnectRequest(_message.Message):
    __slots__ = ("context", "web_conn_id", "user_id")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    WEB_CONN_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    web_conn_id: str
    user_id: str
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., web_conn_id: _Optional[str] = ..., user_id: _Optional[str] = ...) -> None: ...

class OnWebSocketConnectResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class OnWebSocketDisconnectRequest(_message.Message):
    __slots__ = ("context", "web_conn_id", "user_id")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    WEB_CONN_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    web_conn_id: str
    user_id: str
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., web_conn_id: _Optional[str] = ..., user_id: _Optional[str] = ...) -> None: ...

class OnWebSocketDisconnectResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class WebSocketMessageHasBeenPostedRequest(_message.Message):
    __slots__ = ("context", "web_conn_id", "user_id", "request")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    WEB_CONN_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    web_conn_id: str
    user_id: str
    request: WebSocketRequest
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., web_conn_id: _Optional[str] = ..., user_id: _Optional[str] = ..., request: _Optional[_Union[WebSocketRequest, _Mapping]] = ...) -> None: ...

class WebSocketMessageHasBeenPostedResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class OnSharedChannelsSyncMsgRequest(_message.Message):
    __slots__ = ("context", "sync_msg", "remote_cluster")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    SYNC_MSG_FIELD_NUMBER: _ClassVar[int]
    REMOTE_CLUSTER_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    sync_msg: SyncMsgJson
    remote_cluster: RemoteCluster
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., sync_msg: _Optional[_Union[SyncMsgJson, _Mapping]] = ..., remote_cluster: _Optional[_Union[RemoteCluster, _Mapping]] = ...) -> None: ...

class OnSharedChannelsSyncMsgResponse(_message.Message):
    __slots__ = ("error", "response")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    response: SyncResponse
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., response: _Optional[_Union[SyncResponse, _Mapping]] = ...) -> None: ...

class OnSharedChannelsPingRequest(_message.Message):
    __slots__ = ("context", "remote_cluster")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    REMOTE_CLUSTER_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    remote_cluster: RemoteCluster
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., remote_cluster: _Optional[_Union[RemoteCluster, _Mapping]] = ...) -> None: ...

class OnSharedChannelsPingResponse(_message.Message):
    __slots__ = ("healthy",)
    HEALTHY_FIELD_NUMBER: _ClassVar[int]
    healthy: bool
    def __init__(self, healthy: bool = ...) -> None: ...

class OnSharedChannelsAttachmentSyncMsgRequest(_message.Message):
    __slots__ = ("context", "file_info", "post", "remote_cluster")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    FILE_INFO_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    REMOTE_CLUSTER_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    file_info: _file_pb2.FileInfo
    post: _post_pb2.Post
    remote_cluster: RemoteCluster
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., file_info: _Optional[_Union[_file_pb2.FileInfo, _Mapping]] = ..., post: _Optional[_Union[_post_pb2.Post, _Mapping]] = ..., remote_cluster: _Optional[_Union[RemoteCluster, _Mapping]] = ...) -> None: ...

class OnSharedChannelsAttachmentSyncMsgResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class OnSharedChannelsProfileImageSyncMsgRequest(_message.Message):
    __slots__ = ("context", "user", "remote_cluster")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    USER_FIELD_NUMBER: _ClassVar[int]
    REMOTE_CLUSTER_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    user: _user_pb2.User
    remote_cluster: RemoteCluster
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., user: _Optional[_Union[_user_pb2.User, _Mapping]] = ..., remote_cluster: _Optional[_Union[RemoteCluster, _Mapping]] = ...) -> None: ...

class OnSharedChannelsProfileImageSyncMsgResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class GenerateSupportDataRequest(_message.Message):
    __slots__ = ("context", "plugin_context")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    PLUGIN_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    plugin_context: _hooks_common_pb2.PluginContext
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., plugin_context: _Optional[_Union[_hooks_common_pb2.PluginContext, _Mapping]] = ...) -> None: ...

class GenerateSupportDataResponse(_message.Message):
    __slots__ = ("error", "files")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    FILES_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    files: _containers.RepeatedCompositeFieldContainer[_file_pb2.FileData]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., files: _Optional[_Iterable[_Union[_file_pb2.FileData, _Mapping]]] = ...) -> None: ...
