from mattermost_plugin.grpc import api_channel_post_models_pb2 as _api_channel_post_models_pb2
from mattermost_plugin.grpc import channel_pb2 as _channel_pb2
from mattermost_plugin.grpc import common_pb2 as _common_pb2
from mattermost_plugin.grpc import hooks_common_pb2 as _hooks_common_pb2
from mattermost_plugin.grpc import team_pb2 as _team_pb2
from mattermost_plugin.grpc import user_pb2 as _user_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class SamlAssertionInfoJson(_message.Message):
    __slots__ = ("assertion_json",)
    ASSERTION_JSON_FIELD_NUMBER: _ClassVar[int]
    assertion_json: bytes
    def __init__(self, assertion_json: _Optional[bytes] = ...) -> None: ...

class UserHasBeenCreatedRequest(_message.Message):
    __slots__ = ("context", "plugin_context", "user")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    PLUGIN_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    USER_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    plugin_context: _hooks_common_pb2.PluginContext
    user: _user_pb2.User
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., plugin_context: _Optional[_Union[_hooks_common_pb2.PluginContext, _Mapping]] = ..., user: _Optional[_Union[_user_pb2.User, _Mapping]] = ...) -> None: ...

class UserHasBeenCreatedResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class UserWillLogInRequest(_message.Message):
    __slots__ = ("context", "plugin_context", "user")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    PLUGIN_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    USER_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    plugin_context: _hooks_common_pb2.PluginContext
    user: _user_pb2.User
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., plugin_context: _Optional[_Union[_hooks_common_pb2.PluginContext, _Mapping]] = ..., user: _Optional[_Union[_user_pb2.User, _Mapping]] = ...) -> None: ...

class UserWillLogInResponse(_message.Message):
    __slots__ = ("rejection_reason",)
    REJECTION_REASON_FIELD_NUMBER: _ClassVar[int]
    rejection_reason: str
    def __init__(self, rejection_reason: _Optional[str] = ...) -> None: ...

class UserHasLoggedInRequest(_message.Message):
    __slots__ = ("context", "plugin_context", "user")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    PLUGIN_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    USER_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    plugin_context: _hooks_common_pb2.PluginContext
    user: _user_pb2.User
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., plugin_context: _Optional[_Union[_hooks_common_pb2.PluginContext, _Mapping]] = ..., user: _Optional[_Union[_user_pb2.User, _Mapping]] = ...) -> None: ...

class UserHasLoggedInResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class UserHasBeenDeactivatedRequest(_message.Message):
    __slots__ = ("context", "plugin_context", "user")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    PLUGIN_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    USER_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    plugin_context: _hooks_common_pb2.PluginContext
    user: _user_pb2.User
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., plugin_context: _Optional[_Union[_hooks_common_pb2.PluginContext, _Mapping]] = ..., user: _Optional[_Union[_user_pb2.User, _Mapping]] = ...) -> None: ...

class UserHasBeenDeactivatedResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class OnSAMLLoginRequest(_message.Message):
    __slots__ = ("context", "plugin_context", "user", "assertion")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    PLUGIN_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    USER_FIELD_NUMBER: _ClassVar[int]
    ASSERTION_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    plugin_context: _hooks_common_pb2.PluginContext
    user: _user_pb2.User
    assertion: SamlAssertionInfoJson
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., plugin_context: _Optional[_Union[_hooks_common_pb2.PluginContext, _Mapping]] = ..., user: _Optional[_Union[_user_pb2.User, _Mapping]] = ..., assertion: _Optional[_Union[SamlAssertionInfoJson, _Mapping]] = ...) -> None: ...

class OnSAMLLoginResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class ChannelHasBeenCreatedRequest(_message.Message):
    __slots__ = ("context", "plugin_context", "channel")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    PLUGIN_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    plugin_context: _hooks_common_pb2.PluginContext
    channel: _channel_pb2.Channel
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., plugin_context: _Optional[_Union[_hooks_common_pb2.PluginContext, _Mapping]] = ..., channel: _Optional[_Union[_channel_pb2.Channel, _Mapping]] = ...) -> None: ...

class ChannelHasBeenCreatedResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class UserHasJoinedChannelRequest(_message.Message):
    __slots__ = ("context", "plugin_context", "channel_member", "actor")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    PLUGIN_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_MEMBER_FIELD_NUMBER: _ClassVar[int]
    ACTOR_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    plugin_context: _hooks_common_pb2.PluginContext
    channel_member: _api_channel_post_models_pb2.ChannelMember
    actor: _user_pb2.User
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., plugin_context: _Optional[_Union[_hooks_common_pb2.PluginContext, _Mapping]] = ..., channel_member: _Optional[_Union[_api_channel_post_models_pb2.ChannelMember, _Mapping]] = ..., actor: _Optional[_Union[_user_pb2.User, _Mapping]] = ...) -> None: ...

class UserHasJoinedChannelResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class UserHasLeftChannelRequest(_message.Message):
    __slots__ = ("context", "plugin_context", "channel_member", "actor")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    PLUGIN_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_MEMBER_FIELD_NUMBER: _ClassVar[int]
    ACTOR_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    plugin_context: _hooks_common_pb2.PluginContext
    channel_member: _api_channel_post_models_pb2.ChannelMember
    actor: _user_pb2.User
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., plugin_context: _Optional[_Union[_hooks_common_pb2.PluginContext, _Mapping]] = ..., channel_member: _Optional[_Union[_api_channel_post_models_pb2.ChannelMember, _Mapping]] = ..., actor: _Optional[_Union[_user_pb2.User, _Mapping]] = ...) -> None: ...

class UserHasLeftChannelResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class UserHasJoinedTeamRequest(_message.Message):
    __slots__ = ("context", "plugin_context", "team_member", "actor")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    PLUGIN_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    TEAM_MEMBER_FIELD_NUMBER: _ClassVar[int]
    ACTOR_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    plugin_context: _hooks_common_pb2.PluginContext
    team_member: _team_pb2.TeamMember
    actor: _user_pb2.User
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., plugin_context: _Optional[_Union[_hooks_common_pb2.PluginContext, _Mapping]] = ..., team_member: _Optional[_Union[_team_pb2.TeamMember, _Mapping]] = ..., actor: _Optional[_Union[_user_pb2.User, _Mapping]] = ...) -> None: ...

class UserHasJoinedTeamResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class UserHasLeftTeamRequest(_message.Message):
    __slots__ = ("context", "plugin_context", "team_member", "actor")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    PLUGIN_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    TEAM_MEMBER_FIELD_NUMBER: _ClassVar[int]
    ACTOR_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    plugin_context: _hooks_common_pb2.PluginContext
    team_member: _team_pb2.TeamMember
    actor: _user_pb2.User
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., plugin_context: _Optional[_Union[_hooks_common_pb2.PluginContext, _Mapping]] = ..., team_member: _Optional[_Union[_team_pb2.TeamMember, _Mapping]] = ..., actor: _Optional[_Union[_user_pb2.User, _Mapping]] = ...) -> None: ...

class UserHasLeftTeamResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...
