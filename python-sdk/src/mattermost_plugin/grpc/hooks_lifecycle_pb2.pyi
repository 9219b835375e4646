from google.protobuf import wrappers_pb2 as _wrappers_pb2
from mattermost_plugin.grpc import common_pb2 as _common_pb2
from mattermost_plugin.grpc import hooks_common_pb2 as _hooks_common_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class OnInstallEvent(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class FilesLimits(_message.Message):
    __slots__ = ("total_storage",)
    TOTAL_STORAGE_FIELD_NUMBER: _ClassVar[int]
    total_storage: _wrappers_pb2.Int64Value
    def __init__(self, total_storage: _Optional[_Union[_wrappers_pb2.Int64Value, _Mapping]] = ...) -> None: ...

class MessagesLimits(_message.Message):
    __slots__ = ("history",)
    HISTORY_FIELD_NUMBER: _ClassVar[int]
    history: _wrappers_pb2.Int32Value
    def __init__(self, history: _Optional[_Union[_wrappers_pb2.Int32Value, _Mapping]] = ...) -> None: ...

class TeamsLimits(_message.Message):
    __slots__ = ("active",)
    ACTIVE_FIELD_NUMBER: _ClassVar[int]
    active: _wrappers_pb2.Int32Value
    def __init__(self, active: _Optional[_Union[_wrappers_pb2.Int32Value, _Mapping]] = ...) -> None: ...

class ProductLimits(_message.Message):
    __slots__ = ("files", "messages", "teams")
    FILES_FIELD_NUMBER: _ClassVar[int]
    MESSAGES_FIELD_NUMBER: _ClassVar[int]
    TEAMS_FIELD_NUMBER: _ClassVar[int]
    files: FilesLimits
    messages: MessagesLimits
    teams: TeamsLimits
    def __init__(self, files: _Optional[_Union[FilesLimits, _Mapping]] = ..., messages: _Optional[_Union[MessagesLimits, _Mapping]] = ..., teams: _Optional[_Union[TeamsLimits, _Mapping]] = ...) -> None: ...

class ConfigJson(_message.Message):
    __slots__ = ("config_json",)
    CONFIG_JSON_FIELD_NUMBER: _ClassVar[int]
    config_json: bytes
    def __init__(self, config_json: _Optional[bytes] = ...) -> None: ...

class ImplementedRequest(_message.Message):
    __slots__ = ("context",)
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ...) -> None: ...

class ImplementedResponse(_message.Message):
    __slots__ = ("error", "hooks")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    HOOKS_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    hooks: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., hooks: _Optional[_Iterable[str]] = ...) -> None: ...

class OnActivateRequest(_message.Message):
    __slots__ = ("context",)
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ...) -> None: ...

class OnActivateResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class OnDeactivateRequest(_message.Message):
    __slots__ = ("context",)
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ...) -> None: ...

class OnDeactivateResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class OnConfigurationChangeRequest(_message.Message):
    __slots__ = ("context",)
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ...) -> None: ...

class OnConfigurationChangeResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class OnInstallRequest(_message.Message):
    __slots__ = ("context", "plugin_context", "event")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    PLUGIN_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    EVENT_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    plugin_context: _hooks_common_pb2.PluginContext
    event: OnInstallEvent
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., plugin_context: _Optional[_Union[_hooks_common_pb2.PluginContext, _Mapping]] = ..., event: _Optional[_Union[OnInstallEvent, _Mapping]] = ...) -> None: ...

class OnInstallResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class OnSendDailyTelemetryRequest(_message.Message):
    __slots__ = ("context",)
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ...) -> None: ...

class OnSendDailyTelemetryResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class RunDataRetentionRequest(_message.Message):
    __slots__ = ("context", "now_time", "batch_size")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    NOW_TIME_FIELD_NUMBER: _ClassVar[int]
    BATCH_SIZE_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    now_time: int
    batch_size: int
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., now_time: _Optional[int] = ..., batch_size: _Optional[int] = ...) -> None: ...

class RunDataRetentionResponse(_message.Message):
    __slots__ = ("error", "deleted_count")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    DELETED_COUNT_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    deleted_count: int
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., deleted_count: _Optional[int] = ...) -> None: ...

class OnCloudLimitsUpdatedRequest(_message.Message):
    __slots__ = ("context", "limits")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    LIMITS_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    limits: ProductLimits
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., limits: _Optional[_Union[ProductLimits, _Mapping]] = ...) -> None: ...

class OnCloudLimitsUpdatedResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ConfigurationWillBeSavedRequest(_message.Message):
    __slots__ = ("context", "new_config")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    NEW_CONFIG_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    new_config: ConfigJson
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., new_config: _Optional[_Union[ConfigJson, _Mapping]] = ...) -> None: ...

class ConfigurationWillBeSavedResponse(_message.Message):
    __slots__ = ("error", "modified_config")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    MODIFIED_CONFIG_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    modified_config: ConfigJson
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., modified_config: _Optional[_Union[ConfigJson, _Mapping]] = ...) -> None: ...
