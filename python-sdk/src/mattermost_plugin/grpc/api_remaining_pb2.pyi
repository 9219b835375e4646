from mattermost_plugin.grpc import api_remaining_models_pb2 as _api_remaining_models_pb2
from mattermost_plugin.grpc import common_pb2 as _common_pb2
from mattermost_plugin.grpc import user_pb2 as _user_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union
from mattermost_plugin.grpc.api_remaining_models_pb2 import Command as Command
from mattermost_plugin.grpc.api_remaining_models_pb2 import CommandArgs as CommandArgs
from mattermost_plugin.grpc.api_remaining_models_pb2 import CommandResponse as CommandResponse
from mattermost_plugin.grpc.api_remaining_models_pb2 import Preference as Preference
from mattermost_plugin.grpc.api_remaining_models_pb2 import OAuthApp as OAuthApp
from mattermost_plugin.grpc.api_remaining_models_pb2 import Group as Group
from mattermost_plugin.grpc.api_remaining_models_pb2 import GroupMember as GroupMember
from mattermost_plugin.grpc.api_remaining_models_pb2 import GroupSyncable as GroupSyncable
from mattermost_plugin.grpc.api_remaining_models_pb2 import GroupSearchOpts as GroupSearchOpts
from mattermost_plugin.grpc.api_remaining_models_pb2 import CreateDefaultMembershipParams as CreateDefaultMembershipParams
from mattermost_plugin.grpc.api_remaining_models_pb2 import RegisterPluginOpts as RegisterPluginOpts
from mattermost_plugin.grpc.api_remaining_models_pb2 import SharedChannel as SharedChannel
from mattermost_plugin.grpc.api_remaining_models_pb2 import GetPostsSinceForSyncCursor as GetPostsSinceForSyncCursor
from mattermost_plugin.grpc.api_remaining_models_pb2 import PropertyField as PropertyField
from mattermost_plugin.grpc.api_remaining_models_pb2 import PropertyFieldSearchOpts as PropertyFieldSearchOpts
from mattermost_plugin.grpc.api_remaining_models_pb2 import PropertyValue as PropertyValue
from mattermost_plugin.grpc.api_remaining_models_pb2 import PropertyValueSearchOpts as PropertyValueSearchOpts
from mattermost_plugin.grpc.api_remaining_models_pb2 import PropertyGroup as PropertyGroup
from mattermost_plugin.grpc.api_remaining_models_pb2 import AuditRecord as AuditRecord
from mattermost_plugin.grpc.api_remaining_models_pb2 import OpenDialogRequest as OpenDialogRequest
from mattermost_plugin.grpc.api_remaining_models_pb2 import Dialog as Dialog
from mattermost_plugin.grpc.api_remaining_models_pb2 import DialogElement as DialogElement
from mattermost_plugin.grpc.api_remaining_models_pb2 import DialogElementOption as DialogElementOption
from mattermost_plugin.grpc.api_remaining_models_pb2 import PluginClusterEvent as PluginClusterEvent
from mattermost_plugin.grpc.api_remaining_models_pb2 import PluginClusterEventSendOptions as PluginClusterEventSendOptions
from mattermost_plugin.grpc.api_remaining_models_pb2 import PushNotification as PushNotification

DESCRIPTOR: _descriptor.FileDescriptor

class GetLicenseRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetLicenseResponse(_message.Message):
    __slots__ = ("error", "license_json")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    LICENSE_JSON_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    license_json: bytes
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., license_json: _Optional[bytes] = ...) -> None: ...

class IsEnterpriseReadyRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class IsEnterpriseReadyResponse(_message.Message):
    __slots__ = ("error", "is_enterprise_ready")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    IS_ENTERPRISE_READY_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    is_enterprise_ready: bool
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., is_enterprise_ready: bool = ...) -> None: ...

class GetServerVersionRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetServerVersionResponse(_message.Message):
    __slots__ = ("error", "version")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    version: str
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., version: _Optional[str] = ...) -> None: ...

class GetSystemInstallDateRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetSystemInstallDateResponse(_message.Message):
    __slots__ = ("error", "install_date")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    INSTALL_DATE_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    install_date: int
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., install_date: _Optional[int] = ...) -> None: ...

class GetDiagnosticIdRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetDiagnosticIdResponse(_message.Message):
    __slots__ = ("error", "diagnostic_id")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    DIAGNOSTIC_ID_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    diagnostic_id: str
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., diagnostic_id: _Optional[str] = ...) -> None: ...

class GetTelemetryIdRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetTelemetryIdResponse(_message.Message):
    __slots__ = ("error", "telemetry_id")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    TELEMETRY_ID_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    telemetry_id: str
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., telemetry_id: _Optional[str] = ...) -> None: ...

class RegisterCommandRequest(_message.Message):
    __slots__ = ("command",)
    COMMAND_FIELD_NUMBER: _ClassVar[int]
    command: _api_remaining_models_pb2.Command
    def __init__(self, command: _Optional[_Union[_api_remaining_models_pb2.Command, _Mapping]] = ...) -> None: ...

class RegisterCommandResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class UnregisterCommandRequest(_message.Message):
    __slots__ = ("team_id", "trigger")
    TEAM_ID_FIELD_NUMBER: _ClassVar[int]
    TRIGGER_FIELD_NUMBER: _ClassVar[int]
    team_id: str
    trigger: str
    def __init__(self, team_id: _Optional[str] = ..., trigger: _Optional[str] = ...) -> None: ...

class UnregisterCommandResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class ExecuteSlashCommandRequest(_message.Message):
    __slots__ = ("command_args",)
    COMMAND_ARGS_FIELD_NUMBER: _ClassVar[int]
    command_args: _api_remaining_models_pb2.CommandArgs
    def __init__(self, command_args: _Optional[_Union[_api_remaining_models_pb2.CommandArgs, _Mapping]] = ...) -> None: ...

class ExecuteSlashCommandResponse(_message.Message):
    __slots__ = ("error", "response")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    response: _api_remaining_models_pb2.CommandResponse
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., response: _Optional[_Union[_api_remaining_models_pb2.CommandResponse, _Mapping]] = ...) -> None: ...

class CreateCommandRequest(_message.Message):
    __slots__ = ("cmd",)
    CMD_FIELD_NUMBER: _ClassVar[int]
    cmd: _api_remaining_models_pb2.Command
    def __init__(self, cmd: _Optional[_Union[_api_remaining_models_pb2.Command, _Mapping]] = ...) -> None: ...

class CreateCommandResponse(_message.Message):
    __slots__ = ("error", "command")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    COMMAND_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    command: _api_remaining_models_pb2.Command
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., command: _Optional[_Union[_api_remaining_models_pb2.Command, _Mapping]] = ...) -> None: ...

class ListCommandsRequest(_message.Message):
    __slots__ = ("team_id",)
    TEAM_ID_FIELD_NUMBER: _ClassVar[int]
    team_id: str
    def __init__(self, team_id: _Optional[str] = ...) -> None: ...

class ListCommandsResponse(_message.Message):
    __slots__ = ("error", "commands")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    COMMANDS_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    commands: _containers.RepeatedCompositeFieldContainer[_api_remaining_models_pb2.Command]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., commands: _Optional[_Iterable[_Union[_api_remaining_models_pb2.Command, _Mapping]]] = ...) -> None: ...

class ListCustomCommandsRequest(_message.Message):
    __slots__ = ("team_id",)
    TEAM_ID_FIELD_NUMBER: _ClassVar[int]
    team_id: str
    def __init__(self, team_id: _Optional[str] = ...) -> None: ...

class ListCustomCommandsResponse(_message.Message):
    __slots__ = ("error", "commands")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    COMMANDS_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    commands: _containers.RepeatedCompositeFieldContainer[_api_remaining_models_pb2.Command]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., commands: _Optional[_Iterable[_Union[_api_remaining_models_pb2.Command, _Mapping]]] = ...) -> None: ...

class ListPluginCommandsRequest(_message.Message):
    __slots__ = ("team_id",)
    TEAM_ID_FIELD_NUMBER: _ClassVar[int]
    team_id: str
    def __init__(self, team_id: _Optional[str] = ...) -> None: ...

class ListPluginCommandsResponse(_message.Message):
    __slots__ = ("error", "commands")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    COMMANDS_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    commands: _containers.RepeatedCompositeFieldContainer[_api_remaining_models_pb2.Command]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., commands: _Optional[_Iterable[_Union[_api_remaining_models_pb2.Command, _Mapping]]] = ...) -> None: ...

class ListBuiltInCommandsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListBuiltInCommandsResponse(_message.Message):
    __slots__ = ("error", "commands")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    COMMANDS_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    commands: _containers.RepeatedCompositeFieldContainer[_api_remaining_models_pb2.Command]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., commands: _Optional[_Iterable[_Union[_api_remaining_models_pb2.Command, _Mapping]]] = ...) -> None: ...

class GetCommandRequest(_message.Message):
    __slots__ = ("command_id",)
    COMMAND_ID_FIELD_NUMBER: _ClassVar[int]
    command_id: str
    def __init__(self, command_id: _Optional[str] = ...) -> None: ...

class GetCommandResponse(_message.Message):
    __slots__ = ("error", "command")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    COMMAND_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    command: _api_remaining_models_pb2.Command
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., command: _Optional[_Union[_api_remaining_models_pb2.Command, _Mapping]] = ...) -> None: ...

class UpdateCommandRequest(_message.Message):
    __slots__ = ("command_id", "updated_cmd")
    COMMAND_ID_FIELD_NUMBER: _ClassVar[int]
    UPDATED_CMD_FIELD_NUMBER: _ClassVar[int]
    command_id: str
    updated_cmd: _api_remaining_models_pb2.Command
    def __init__(self, command_id: _Optional[str] = ..., updated_cmd: _Optional[_Union[_api_remaining_models_pb2.Command, _Mapping]] = ...) -> None: ...

class UpdateCommandResponse(_message.Message):
    __slots__ = ("error", "command")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    COMMAND_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    command: _api_remaining_models_pb2.Command
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., command: _Optional[_Union[_api_remaining_models_pb2.Command, _Mapping]] = ...) -> None: ...

class DeleteCommandRequest(_message.Message):
    __slots__ = ("command_id",)
    COMMAND_ID_FIELD_NUMBER: _ClassVar[int]
    command_id: str
    def __init__(self, command_id: _Optional[str] = ...) -> None: ...

class DeleteCommandResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class GetPreferenceForUserRequest(_message.Message):
    __slots__ = ("user_id", "category", "name")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    CATEGORY_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    category: str
    name: str
    def __init__(self, user_id: _Optional[str] = ..., category: _Optional[str] = ..., name: _Optional[str] = ...) -> None: ...

class GetPreferenceForUserResponse(_message.Message):
    __slots__ = ("error", "preference")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    PREFERENCE_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    preference: _api_remaining_models_pb2.Preference
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., preference: _Optional[_Union[_api_remaining_models_pb2.Preference, _Mapping]] = ...) -> None: ...

class GetPreferencesForUserRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class GetPreferencesForUserResponse(_message.Message):
    __slots__ = ("error", "preferences")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    PREFERENCES_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    preferences: _containers.RepeatedCompositeFieldContainer[_api_remaining_models_pb2.Preference]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., preferences: _Optional[_Iterable[_Union[_api_remaining_models_pb2.Preference, _Mapping]]] = ...) -> None: ...

class UpdatePreferencesForUserRequest(_message.Message):
    __slots__ = ("user_id", "preferences")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    PREFERENCES_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    preferences: _containers.RepeatedCompositeFieldContainer[_api_remaining_models_pb2.Preference]
    def __init__(self, user_id: _Optional[str] = ..., preferences: _Optional[_Iterable[_Union[_api_remaining_models_pb2.Preference, _Mapping]]] = ...) -> None: ...

class UpdatePreferencesForUserResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class DeletePreferencesForUserRequest(_message.Message):
    __slots__ = ("user_id", "preferences")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    PREFERENCES_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    preferences: _containers.RepeatedCompositeFieldContainer[_api_remaining_models_pb2.Preference]
    def __init__(self, user_id: _Optional[str] = ..., preferences: _Optional[_Iterable[_Union[_api_remaining_models_pb2.Preference, _Mapping]]] = ...) -> None: ...

class DeletePreferencesForUserResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class CreateOAuthAppRequest(_message.Message):
    __slots__ = ("app",)
    APP_FIELD_NUMBER: _ClassVar[int]
    app: _api_remaining_models_pb2.OAuthApp
    def __init__(self, app: _Optional[_Union[_api_remaining_models_pb2.OAuthApp, _Mapping]] = ...) -> None: ...

class CreateOAuthAppResponse(_message.Message):
    __slots__ = ("error", "app")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    APP_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    app: _api_remaining_models_pb2.OAuthApp
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., app: _Optional[_Union[_api_remaining_models_pb2.OAuthApp, _Mapping]] = ...) -> None: ...

class GetOAuthAppRequest(_message.Message):
    __slots__ = ("app_id",)
    APP_ID_FIELD_NUMBER: _ClassVar[int]
    app_id: str
    def __init__(self, app_id: _Optional[str] = ...) -> None: ...

class GetOAuthAppResponse(_message.Message):
    __slots__ = ("error", "app")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    APP_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    app: _api_remaining_models_pb2.OAuthApp
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., app: _Optional[_Union[_api_remaining_models_pb2.OAuthApp, _Mapping]] = ...) -> None: ...

class UpdateOAuthAppRequest(_message.Message):
    __slots__ = ("app",)
    APP_FIELD_NUMBER: _ClassVar[int]
    app: _api_remaining_models_pb2.OAuthApp
    def __init__(self, app: _Optional[_Union[_api_remaining_models_pb2.OAuthApp, _Mapping]] = ...) -> None: ...

class UpdateOAuthAppResponse(_message.Message):
    __slots__ = ("error", "app")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    APP_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    app: _api_remaining_models_pb2.OAuthApp
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., app: _Optional[_Union[_api_remaining_models_pb2.OAuthApp, _Mapping]] = ...) -> None: ...

class DeleteOAuthAppRequest(_message.Message):
    __slots__ = ("app_id",)
    APP_ID_FIELD_NUMBER: _ClassVar[int]
    app_id: str
    def __init__(self, app_id: _Optional[str] = ...) -> None: ...

class DeleteOAuthAppResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class GetGroupRequest(_message.Message):
    __slots__ = ("group_id",)
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    group_id: str
    def __init__(self, group_id: _Optional[str] = ...) -> None: ...

class GetGroupResponse(_message.Message):
    __slots__ = ("error", "group")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    group: _api_remaining_models_pb2.Group
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., group: _Optional[_Union[_api_remaining_models_pb2.Group, _Mapping]] = ...) -> None: ...

class GetGroupByNameRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class GetGroupByNameResponse(_message.Message):
    __slots__ = ("error", "group")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    group: _api_remaining_models_pb2.Group
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., group: _Optional[_Union[_api_remaining_models_pb2.Group, _Mapping]] = ...) -> None: ...

class GetGroupMemberUsersRequest(_message.Message):
    __slots__ = ("group_id", "page", "per_page")
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    PAGE_FIELD_NUMBER: _ClassVar[int]
    PER_PAGE_FIELD_NUMBER: _ClassVar[int]
    group_id: str
    page: int
    per_page: int
    def __init__(self, group_id: _Optional[str] = ..., page: _Optional[int] = ..., per_page: _Optional[int] = ...) -> None: ...

class GetGroupMemberUsersResponse(_message.Message):
    __slots__ = ("error", "users")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    USERS_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    users: _containers.RepeatedCompositeFieldContainer[_user_pb2.User]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., users: _Optional[_Iterable[_Union[_user_pb2.User, _Mapping]]] = ...) -> None: ...

class GetGroupsBySourceRequest(_message.Message):
    __slots__ = ("group_source",)
    GROUP_SOURCE_FIELD_NUMBER: _ClassVar[int]
    group_source: str
    def __init__(self, group_source: _Optional[str] = ...) -> None: ...

class GetGroupsBySourceResponse(_message.Message):
    __slots__ = ("error", "groups")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    GROUPS_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    groups: _containers.RepeatedCompositeFieldContainer[_api_remaining_models_pb2.Group]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., groups: _Optional[_Iterable[_Union[_api_remaining_models_pb2.Group, _Mapping]]] = ...) -> None: ...

class GetGroupsForUserRequest(_message.Message):
    __slots__ = ("user_id",)
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    def __init__(self, user_id: _Optional[str] = ...) -> None: ...

class GetGroupsForUserResponse(_message.Message):
    __slots__ = ("error", "groups")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    GROUPS_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    groups: _containers.RepeatedCompositeFieldContainer[_api_remaining_models_pb2.Group]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., groups: _Optional[_Iterable[_Union[_api_remaining_models_pb2.Group, _Mapping]]] = ...) -> None: ...

class UpsertGroupMemberRequest(_message.Message):
    __slots__ = ("group_id", "user_id")
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    group_id: str
    user_id: str
    def __init__(self, group_id: _Optional[str] = ..., user_id: _Optional[str] = ...) -> None: ...

class UpsertGroupMemberResponse(_message.Message):
    __slots__ = ("error", "group_member")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    GROUP_MEMBER_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    group_member: _api_remaining_models_pb2.GroupMember
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., group_member: _Optional[_Union[_api_remaining_models_pb2.GroupMember, _Mapping]] = ...) -> None: ...

class UpsertGroupMembersRequest(_message.Message):
    __slots__ = ("group_id", "user_ids")
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    USER_IDS_FIELD_NUMBER: _ClassVar[int]
    group_id: str
    user_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, group_id: _Optional[str] = ..., user_ids: _Optional[_Iterable[str]] = ...) -> None: ...

class UpsertGroupMembersResponse(_message.Message):
    __slots__ = ("error", "group_members")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    GROUP_MEMBERS_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    group_members: _containers.RepeatedCompositeFieldContainer[_api_remaining_models_pb2.GroupMember]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., group_members: _Optional[_Iterable[_Union[_api_remaining_models_pb2.GroupMember, _Mapping]]] = ...) -> None: ...

class GetGroupByRemoteIDRequest(_message.Message):
    __slots__ = ("remote_id", "group_source")
    REMOTE_ID_FIELD_NUMBER: _ClassVar[int]
    GROUP_SOURCE_FIELD_NUMBER: _ClassVar[int]
    remote_id: str
    group_source: str
    def __init__(self, remote_id: _Optional[str] = ..., group_source: _Optional[str] = ...) -> None: ...

class GetGroupByRemoteIDResponse(_message.Message):
    __slots__ = ("error", "group")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    group: _api_remaining_models_pb2.Group
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., group: _Optional[_Union[_api_remaining_models_pb2.Group, _Mapping]] = ...) -> None: ...

class CreateGroupRequest(_message.Message):
    __slots__ = ("group",)
    GROUP_FIELD_NUMBER: _ClassVar[int]
    group: _api_remaining_models_pb2.Group
    def __init__(self, group: _Optional[_Union[_api_remaining_models_pb2.Group, _Mapping]] = ...) -> None: ...

class CreateGroupResponse(_message.Message):
    __slots__ = ("error", "group")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    group: _api_remaining_models_pb2.Group
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., group: _Optional[_Union[_api_remaining_models_pb2.Group, _Mapping]] = ...) -> None: ...

class UpdateGroupRequest(_message.Message):
    __slots__ = ("group",)
    GROUP_FIELD_NUMBER: _ClassVar[int]
    group: _api_remaining_models_pb2.Group
    def __init__(self, group: _Optional[_Union[_api_remaining_models_pb2.Group, _Mapping]] = ...) -> None: ...

class UpdateGroupResponse(_message.Message):
    __slots__ = ("error", "group")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    group: _api_remaining_models_pb2.Group
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., group: _Optional[_Union[_api_remaining_models_pb2.Group, _Mapping]] = ...) -> None: ...

class DeleteGroupRequest(_message.Message):
    __slots__ = ("group_id",)
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    group_id: str
    def __init__(self, group_id: _Optional[str] = ...) -> None: ...

class DeleteGroupResponse(_message.Message):
    __slots__ = ("error", "group")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    group: _api_remaining_models_pb2.Group
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., group: _Optional[_Union[_api_remaining_models_pb2.Group, _Mapping]] = ...) -> None: ...

class RestoreGroupRequest(_message.Message):
    __slots__ = ("group_id",)
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    group_id: str
    def __init__(self, group_id: _Optional[str] = ...) -> None: ...

class RestoreGroupResponse(_message.Message):
    __slots__ = ("error", "group")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    group: _api_remaining_models_pb2.Group
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., group: _Optional[_Union[_api_remaining_models_pb2.Group, _Mapping]] = ...) -> None: ...

class DeleteGroupMemberRequest(_message.Message):
    __slots__ = ("group_id", "user_id")
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    group_id: str
    user_id: str
    def __init__(self, group_id: _Optional[str] = ..., user_id: _Optional[str] = ...) -> None: ...

class DeleteGroupMemberResponse(_message.Message):
    __slots__ = ("error", "group_member")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    GROUP_MEMBER_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    group_member: _api_remaining_models_pb2.GroupMember
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., group_member: _Optional[_Union[_api_remaining_models_pb2.GroupMember, _Mapping]] = ...) -> None: ...

class GetGroupSyncableRequest(_message.Message):
    __slots__ = ("group_id", "syncable_id", "syncable_type")
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    SYNCABLE_ID_FIELD_NUMBER: _ClassVar[int]
    SYNCABLE_TYPE_FIELD_NUMBER: _ClassVar[int]
    group_id: str
    syncable_id: str
    syncable_type: str
    def __init__(self, group_id: _Optional[str] = ..., syncable_id: _Optional[str] = ..., syncable_type: _Optional[str] = ...) -> None: ...

class GetGroupSyncableResponse(_message.Message):
    __slots__ = ("error", "group_syncable")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    GROUP_SYNCABLE_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    group_syncable: _api_remaining_models_pb2.GroupSyncable
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., group_syncable: _Optional[_Union[_api_remaining_models_pb2.GroupSyncable, _Mapping]] = ...) -> None: ...

class GetGroupSyncablesRequest(_message.Message):
    __slots__ = ("group_id", "syncable_type")
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    SYNCABLE_TYPE_FIELD_NUMBER: _ClassVar[int]
    group_id: str
    syncable_type: str
    def __init__(self, group_id: _Optional[str] = ..., syncable_type: _Optional[str] = ...) -> None: ...

class GetGroupSyncablesResponse(_message.Message):
    __slots__ = ("error", "group_syncables")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    GROUP_SYNCABLES_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    group_syncables: _containers.RepeatedCompositeFieldContainer[_api_remaining_models_pb2.GroupSyncable]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., group_syncables: _Optional[_Iterable[_Union[_api_remaining_models_pb2.GroupSyncable, _Mapping]]] = ...) -> None: ...

class UpsertGroupSyncableRequest(_message.Message):
    __slots__ = ("group_syncable",)
    GROUP_SYNCABLE_FIELD_NUMBER: _ClassVar[int]
    group_syncable: _api_remaining_models_pb2.GroupSyncable
    def __init__(self, group_syncable: _Optional[_Union[_api_remaining_models_pb2.GroupSyncable, _Mapping]] = ...) -> None: ...

class UpsertGroupSyncableResponse(_message.Message):
    __slots__ = ("error", "group_syncable")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    GROUP_SYNCABLE_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    group_syncable: _api_remaining_models_pb2.GroupSyncable
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., group_syncable: _Optional[_Union[_api_remaining_models_pb2.GroupSyncable, _Mapping]] = ...) -> None: ...

class UpdateGroupSyncableRequest(_message.Message):
    __slots__ = ("group_syncable",)
    GROUP_SYNCABLE_FIELD_NUMBER: _ClassVar[int]
    group_syncable: _api_remaining_models_pb2.GroupSyncable
    def __init__(self, group_syncable: _Optional[_Union[_api_remaining_models_pb2.GroupSyncable, _Mapping]] = ...) -> None: ...

class UpdateGroupSyncableResponse(_message.Message):
    __slots__ = ("error", "group_syncable")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    GROUP_SYNCABLE_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    group_syncable: _api_remaining_models_pb2.GroupSyncable
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., group_syncable: _Optional[_Union[_api_remaining_models_pb2.GroupSyncable, _Mapping]] = ...) -> None: ...

class DeleteGroupSyncableRequest(_message.Message):
    __slots__ = ("group_id", "syncable_id", "syncable_type")
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    SYNCABLE_ID_FIELD_NUMBER: _ClassVar[int]
    SYNCABLE_TYPE_FIELD_NUMBER: _ClassVar[int]
    group_id: str
    syncable_id: str
    syncable_type: str
    def __init__(self, group_id: _Optional[str] = ..., syncable_id: _Optional[str] = ..., syncable_type: _Optional[str] = ...) -> None: ...

class DeleteGroupSyncableResponse(_message.Message):
    __slots__ = ("error", "group_syncable")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    GROUP_SYNCABLE_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    group_syncable: _api_remaining_models_pb2.GroupSyncable
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., group_syncable: _Optional[_Union[_api_remaining_models_pb2.GroupSyncable, _Mapping]] = ...) -> None: ...

class GetGroupsRequest(_message.Message):
    __slots__ = ("page", "per_page", "opts", "view_restrictions")
    PAGE_FIELD_NUMBER: _ClassVar[int]
    PER_PAGE_FIELD_NUMBER: _ClassVar[int]
    OPTS_FIELD_NUMBER: _ClassVar[int]
    VIEW_RESTRICTIONS_FIELD_NUMBER: _ClassVar[int]
    page: int
    per_page: int
    opts: _api_remaining_models_pb2.GroupSearchOpts
    view_restrictions: _common_pb2.ViewUsersRestrictions
    def __init__(self, page: _Optional[int] = ..., per_page: _Optional[int] = ..., opts: _Optional[_Union[_api_remaining_models_pb2.GroupSearchOpts, _Mapping]] = ..., view_restrictions: _Optional[_Union[_common_pb2.ViewUsersRestrictions, _Mapping]] = ...) -> None: ...

class GetGroupsResponse(_message.Message):
    __slots__ = ("error", "groups")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    GROUPS_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    groups: _containers.RepeatedCompositeFieldContainer[_api_remaining_models_pb2.Group]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., groups: _Optional[_Iterable[_Union[_api_remaining_models_pb2.Group, _Mapping]]] = ...) -> None: ...

class CreateDefaultSyncableMembershipsRequest(_message.Message):
    __slots__ = ("params",)
    PARAMS_FIELD_NUMBER: _ClassVar[int]
    params: _api_remaining_models_pb2.CreateDefaultMembershipParams
    def __init__(self, params: _Optional[_Union[_api_remaining_models_pb2.CreateDefaultMembershipParams, _Mapping]] = ...) -> None: ...

class CreateDefaultSyncableMembershipsResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class DeleteGroupConstrainedMembershipsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class DeleteGroupConstrainedMembershipsResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class RegisterPluginForSharedChannelsRequest(_message.Message):
    __slots__ = ("opts",)
    OPTS_FIELD_NUMBER: _ClassVar[int]
    opts: _api_remaining_models_pb2.RegisterPluginOpts
    def __init__(self, opts: _Optional[_Union[_api_remaining_models_pb2.RegisterPluginOpts, _Mapping]] = ...) -> None: ...

class RegisterPluginForSharedChannelsResponse(_message.Message):
    __slots__ = ("error", "remote_id")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    REMOTE_ID_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    remote_id: str
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., remote_id: _Optional[str] = ...) -> None: ...

class UnregisterPluginForSharedChannelsRequest(_message.Message):
    __slots__ = ("plugin_id",)
    PLUGIN_ID_FIELD_NUMBER: _ClassVar[int]
    plugin_id: str
    def __init__(self, plugin_id: _Optional[str] = ...) -> None: ...

class UnregisterPluginForSharedChannelsResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class ShareChannelRequest(_message.Message):
    __slots__ = ("shared_channel",)
    SHARED_CHANNEL_FIELD_NUMBER: _ClassVar[int]
    shared_channel: _api_remaining_models_pb2.SharedChannel
    def __init__(self, shared_channel: _Optional[_Union[_api_remaining_models_pb2.SharedChannel, _Mapping]] = ...) -> None: ...

class ShareChannelResponse(_message.Message):
    __slots__ = ("error", "shared_channel")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    SHARED_CHANNEL_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    shared_channel: _api_remaining_models_pb2.SharedChannel
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., shared_channel: _Optional[_Union[_api_remaining_models_pb2.SharedChannel, _Mapping]] = ...) -> None: ...

class UpdateSharedChannelRequest(_message.Message):
    __slots__ = ("shared_channel",)
    SHARED_CHANNEL_FIELD_NUMBER: _ClassVar[int]
    shared_channel: _api_remaining_models_pb2.SharedChannel
    def __init__(self, shared_channel: _Optional[_Union[_api_remaining_models_pb2.SharedChannel, _Mapping]] = ...) -> None: ...

class UpdateSharedChannelResponse(_message.Message):
    __slots__ = ("error", "shared_channel")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    SHARED_CHANNEL_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    shared_channel: _api_remaining_models_pb2.SharedChannel
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., shared_channel: _Optional[_Union[_api_remaining_models_pb2.SharedChannel, _Mapping]] = ...) -> None: ...

class UnshareChannelRequest(_message.Message):
    __slots__ = ("channel_id",)
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    channel_id: str
    def __init__(self, channel_id: _Optional[str] = ...) -> None: ...

class UnshareChannelResponse(_message.Message):
    __slots__ = ("error", "unshared")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    UNSHARED_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    unshared: bool
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., unshared: bool = ...) -> None: ...

class UpdateSharedChannelCursorRequest(_message.Message):
    __slots__ = ("channel_id", "remote_id", "cursor")
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    REMOTE_ID_FIELD_NUMBER: _ClassVar[int]
    CURSOR_FIELD_NUMBER: _ClassVar[int]
    channel_id: str
    remote_id: str
    cursor: _api_remaining_models_pb2.GetPostsSinceForSyncCursor
    def __init__(self, channel_id: _Optional[str] = ..., remote_id: _Optional[str] = ..., cursor: _Optional[_Union[_api_remaining_models_pb2.GetPostsSinceForSyncCursor, _Mapping]] = ...) -> None: ...

class UpdateSharedChannelCursorResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class SyncSharedChannelRequest(_message.Message):
    __slots__ = ("channel_id",)
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    channel_id: str
    def __init__(self, channel_id: _Optional[str] = ...) -> None: ...

class SyncSharedChannelResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class InviteRemoteToChannelRequest(_message.Message):
    __slots__ = ("channel_id", "remote_id", "user_id", "share_if_not_shared")
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    REMOTE_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    SHARE_IF_NOT_SHARED_FIELD_NUMBER: _ClassVar[int]
    channel_id: str
    remote_id: str
    user_id: str
    share_if_not_shared: bool
    def __init__(self, channel_id: _Optional[str] = ..., remote_id: _Optional[str] = ..., user_id: _Optional[str] = ..., share_if_not_shared: bool = ...) -> None: ...

class InviteRemoteToChannelResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class UninviteRemoteFromChannelRequest(_message.Message):
    __slots__ = ("channel_id", "remote_id")
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    REMOTE_ID_FIELD_NUMBER: _ClassVar[int]
    channel_id: str
    remote_id: str
    def __init__(self, channel_id: _Optional[str] = ..., remote_id: _Optional[str] = ...) -> None: ...

class UninviteRemoteFromChannelResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class CreatePropertyFieldRequest(_message.Message):
    __slots__ = ("field",)
    FIELD_FIELD_NUMBER: _ClassVar[int]
    field: _api_remaining_models_pb2.PropertyField
    def __init__(self, field: _Optional[_Union[_api_remaining_models_pb2.PropertyField, _Mapping]] = ...) -> None: ...

class CreatePropertyFieldResponse(_message.Message):
    __slots__ = ("error", "field")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    FIELD_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    field: _api_remaining_models_pb2.PropertyField
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., field: _Optional[_Union[_api_remaining_models_pb2.PropertyField, _Mapping]] = ...) -> None: ...

class GetPropertyFieldRequest(_message.Message):
    __slots__ = ("group_id", "field_id")
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    FIELD_ID_FIELD_NUMBER: _ClassVar[int]
    group_id: str
    field_id: str
    def __init__(self, group_id: _Optional[str] = ..., field_id: _Optional[str] = ...) -> None: ...

class GetPropertyFieldResponse(_message.Message):
    __slots__ = ("error", "field")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    FIELD_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    field: _api_remaining_models_pb2.PropertyField
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., field: _Optional[_Union[_api_remaining_models_pb2.PropertyField, _Mapping]] = ...) -> None: ...

class GetPropertyFieldsRequest(_message.Message):
    __slots__ = ("group_id", "ids")
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    IDS_FIELD_NUMBER: _ClassVar[int]
    group_id: str
    ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, group_id: _Optional[str] = ..., ids: _Optional[_Iterable[str]] = ...) -> None: ...

class GetPropertyFieldsResponse(_message.Message):
    __slots__ = ("error", "fields")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    FIELDS_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    fields: _containers.RepeatedCompositeFieldContainer[_api_remaining_models_pb2.PropertyField]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., fields: _Optional[_Iterable[_Union[_api_remaining_models_pb2.PropertyField, _Mapping]]] = ...) -> None: ...

class UpdatePropertyFieldRequest(_message.Message):
    __slots__ = ("group_id", "field")
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    FIELD_FIELD_NUMBER: _ClassVar[int]
    group_id: str
    field: _api_remaining_models_pb2.PropertyField
    def __init__(self, group_id: _Optional[str] = ..., field: _Optional[_Union[_api_remaining_models_pb2.PropertyField, _Mapping]] = ...) -> None: ...

class UpdatePropertyFieldResponse(_message.Message):
    __slots__ = ("error", "field")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    FIELD_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    field: _api_remaining_models_pb2.PropertyField
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., field: _Optional[_Union[_api_remaining_models_pb2.PropertyField, _Mapping]] = ...) -> None: ...

class DeletePropertyFieldRequest(_message.Message):
    __slots__ = ("group_id", "field_id")
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    FIELD_ID_FIELD_NUMBER: _ClassVar[int]
    group_id: str
    field_id: str
    def __init__(self, group_id: _Optional[str] = ..., field_id: _Optional[str] = ...) -> None: ...

class DeletePropertyFieldResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class SearchPropertyFieldsRequest(_message.Message):
    __slots__ = ("group_id", "opts")
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    OPTS_FIELD_NUMBER: _ClassVar[int]
    group_id: str
    opts: _api_remaining_models_pb2.PropertyFieldSearchOpts
    def __init__(self, group_id: _Optional[str] = ..., opts: _Optional[_Union[_api_remaining_models_pb2.PropertyFieldSearchOpts, _Mapping]] = ...) -> None: ...

class SearchPropertyFieldsResponse(_message.Message):
    __slots__ = ("error", "fields")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    FIELDS_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    fields: _containers.RepeatedCompositeFieldContainer[_api_remaining_models_pb2.PropertyField]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., fields: _Optional[_Iterable[_Union[_api_remaining_models_pb2.PropertyField, _Mapping]]] = ...) -> None: ...

class CountPropertyFieldsRequest(_message.Message):
    __slots__ = ("group_id", "include_deleted")
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_DELETED_FIELD_NUMBER: _ClassVar[int]
    group_id: str
    include_deleted: bool
    def __init__(self, group_id: _Optional[str] = ..., include_deleted: bool = ...) -> None: ...

class CountPropertyFieldsResponse(_message.Message):
    __slots__ = ("error", "count")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    count: int
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., count: _Optional[int] = ...) -> None: ...

class CountPropertyFieldsForTargetRequest(_message.Message):
    __slots__ = ("group_id", "target_type", "target_id", "include_deleted")
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    TARGET_TYPE_FIELD_NUMBER: _ClassVar[int]
    TARGET_ID_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_DELETED_FIELD_NUMBER: _ClassVar[int]
    group_id: str
    target_type: str
    target_id: str
    include_deleted: bool
    def __init__(self, group_id: _Optional[str] = ..., target_type: _Optional[str] = ..., target_id: _Optional[str] = ..., include_deleted: bool = ...) -> None: ...

class CountPropertyFieldsForTargetResponse(_message.Message):
    __slots__ = ("error", "count")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    count: int
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., count: _Optional[int] = ...) -> None: ...

class CreatePropertyValueRequest(_message.Message):
    __slots__ = ("value",)
    VALUE_FIELD_NUMBER: _ClassVar[int]
    value: _api_remaining_models_pb2.PropertyValue
    def __init__(self, value: _Optional[_Union[_api_remaining_models_pb2.PropertyValue, _Mapping]] = ...) -> None: ...

class CreatePropertyValueResponse(_message.Message):
    __slots__ = ("error", "value")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    value: _api_remaining_models_pb2.PropertyValue
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., value: _Optional[_Union[_api_remaining_models_pb2.PropertyValue, _Mapping]] = ...) -> None: ...

class GetPropertyValueRequest(_message.Message):
    __slots__ = ("group_id", "value_id")
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    VALUE_ID_FIELD_NUMBER: _ClassVar[int]
    group_id: str
    value_id: str
    def __init__(self, group_id: _Optional[str] = ..., value_id: _Optional[str] = ...) -> None: ...

class GetPropertyValueResponse(_message.Message):
    __slots__ = ("error", "value")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    value: _api_remaining_models_pb2.PropertyValue
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., value: _Optional[_Union[_api_remaining_models_pb2.PropertyValue, _Mapping]] = ...) -> None: ...

class GetPropertyValuesRequest(_message.Message):
    __slots__ = ("group_id", "ids")
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    IDS_FIELD_NUMBER: _ClassVar[int]
    group_id: str
    ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, group_id: _Optional[str] = ..., ids: _Optional[_Iterable[str]] = ...) -> None: ...

class GetPropertyValuesResponse(_message.Message):
    __slots__ = ("error", "values")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    VALUES_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    values: _containers.RepeatedCompositeFieldContainer[_api_remaining_models_pb2.PropertyValue]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., values: _Optional[_Iterable[_Union[_api_remaining_models_pb2.PropertyValue, _Mapping]]] = ...) -> None: ...

class UpdatePropertyValueRequest(_message.Message):
    __slots__ = ("group_id", "value")
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    group_id: str
    value: _api_remaining_models_pb2.PropertyValue
    def __init__(self, group_id: _Optional[str] = ..., value: _Optional[_Union[_api_remaining_models_pb2.PropertyValue, _Mapping]] = ...) -> None: ...

class UpdatePropertyValueResponse(_message.Message):
    __slots__ = ("error", "value")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    value: _api_remaining_models_pb2.PropertyValue
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., value: _Optional[_Union[_api_remaining_models_pb2.PropertyValue, _Mapping]] = ...) -> None: ...

class UpsertPropertyValueRequest(_message.Message):
    __slots__ = ("value",)
    VALUE_FIELD_NUMBER: _ClassVar[int]
    value: _api_remaining_models_pb2.PropertyValue
    def __init__(self, value: _Optional[_Union[_api_remaining_models_pb2.PropertyValue, _Mapping]] = ...) -> None: ...

class UpsertPropertyValueResponse(_message.Message):
    __slots__ = ("error", "value")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    value: _api_remaining_models_pb2.PropertyValue
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., value: _Optional[_Union[_api_remaining_models_pb2.PropertyValue, _Mapping]] = ...) -> None: ...

class DeletePropertyValueRequest(_message.Message):
    __slots__ = ("group_id", "value_id")
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    VALUE_ID_FIELD_NUMBER: _ClassVar[int]
    group_id: str
    value_id: str
    def __init__(self, group_id: _Optional[str] = ..., value_id: _Optional[str] = ...) -> None: ...

class DeletePropertyValueResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class SearchPropertyValuesRequest(_message.Message):
    __slots__ = ("group_id", "opts")
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    OPTS_FIELD_NUMBER: _ClassVar[int]
    group_id: str
    opts: _api_remaining_models_pb2.PropertyValueSearchOpts
    def __init__(self, group_id: _Optional[str] = ..., opts: _Optional[_Union[_api_remaining_models_pb2.PropertyValueSearchOpts, _Mapping]] = ...) -> None: ...

class SearchPropertyValuesResponse(_message.Message):
    __slots__ = ("error", "values")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    VALUES_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    values: _containers.RepeatedCompositeFieldContainer[_api_remaining_models_pb2.PropertyValue]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., values: _Optional[_Iterable[_Union[_api_remaining_models_pb2.PropertyValue, _Mapping]]] = ...) -> None: ...

class RegisterPropertyGroupRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class RegisterPropertyGroupResponse(_message.Message):
    __slots__ = ("error", "group")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    group: _api_remaining_models_pb2.PropertyGroup
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., group: _Optional[_Union[_api_remaining_models_pb2.PropertyGroup, _Mapping]] = ...) -> None: ...

class GetPropertyGroupRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class GetPropertyGroupResponse(_message.Message):
    __slots__ = ("error", "group")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    group: _api_remaining_models_pb2.PropertyGroup
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., group: _Optional[_Union[_api_remaining_models_pb2.PropertyGroup, _Mapping]] = ...) -> None: ...

class GetPropertyFieldByNameRequest(_message.Message):
    __slots__ = ("group_id", "target_id", "name")
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    TARGET_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    group_id: str
    target_id: str
    name: str
    def __init__(self, group_id: _Optional[str] = ..., target_id: _Optional[str] = ..., name: _Optional[str] = ...) -> None: ...

class GetPropertyFieldByNameResponse(_message.Message):
    __slots__ = ("error", "field")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    FIELD_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    field: _api_remaining_models_pb2.PropertyField
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., field: _Optional[_Union[_api_remaining_models_pb2.PropertyField, _Mapping]] = ...) -> None: ...

class UpdatePropertyFieldsRequest(_message.Message):
    __slots__ = ("group_id", "fields")
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    FIELDS_FIELD_NUMBER: _ClassVar[int]
    group_id: str
    fields: _containers.RepeatedCompositeFieldContainer[_api_remaining_models_pb2.PropertyField]
    def __init__(self, group_id: _Optional[str] = ..., fields: _Optional[_Iterable[_Union[_api_remaining_models_pb2.PropertyField, _Mapping]]] = ...) -> None: ...

class UpdatePropertyFieldsResponse(_message.Message):
    __slots__ = ("error", "fields")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    FIELDS_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    fields: _containers.RepeatedCompositeFieldContainer[_api_remaining_models_pb2.PropertyField]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., fields: _Optional[_Iterable[_Union[_api_remaining_models_pb2.PropertyField, _Mapping]]] = ...) -> None: ...

class UpdatePropertyValuesRequest(_message.Message):
    __slots__ = ("group_id", "values")
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    VALUES_FIELD_NUMBER: _ClassVar[int]
    group_id: str
    values: _containers.RepeatedCompositeFieldContainer[_api_remaining_models_pb2.PropertyValue]
    def __init__(self, group_id: _Optional[str] = ..., values: _Optional[_Iterable[_Union[_api_remaining_models_pb2.PropertyValue, _Mapping]]] = ...) -> None: ...

class UpdatePropertyValuesResponse(_message.Message):
    __slots__ = ("error", "values")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    VALUES_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    values: _containers.RepeatedCompositeFieldContainer[_api_remaining_models_pb2.PropertyValue]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., values: _Optional[_Iterable[_Union[_api_remaining_models_pb2.PropertyValue, _Mapping]]] = ...) -> None: ...

class UpsertPropertyValuesRequest(_message.Message):
    __slots__ = ("values",)
    VALUES_FIELD_NUMBER: _ClassVar[int]
    values: _containers.RepeatedCompositeFieldContainer[_api_remaining_models_pb2.PropertyValue]
    def __init__(self, values: _Optional[_Iterable[_Union[_api_remaining_models_pb2.PropertyValue, _Mapping]]] = ...) -> None: ...

class UpsertPropertyValuesResponse(_message.Message):
    __slots__ = ("error", "values")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    VALUES_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    values: _containers.RepeatedCompositeFieldContainer[_api_remaining_models_pb2.PropertyValue]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., values: _Optional[_Iterable[_Union[_api_remaining_models_pb2.PropertyValue, _Mapping]]] = ...) -> None: ...

class DeletePropertyValuesForTargetRequest(_message.Message):
    __slots__ = ("group_id", "target_type", "target_id")
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    TARGET_TYPE_FIELD_NUMBER: _ClassVar[int]
    TARGET_ID_FIELD_NUMBER: _ClassVar[int]
    group_id: str
    target_type: str
    target_id: str
    def __init__(self, group_id: _Optional[str] = ..., target_type: _Optional[str] = ..., target_id: _Optional[str] = ...) -> None: ...

class DeletePropertyValuesForTargetResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class DeletePropertyValuesForFieldRequest(_message.Message):
    __slots__ = ("group_id", "field_id")
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    FIELD_ID_FIELD_NUMBER: _ClassVar[int]
    group_id: str
    field_id: str
    def __init__(self, group_id: _Optional[str] = ..., field_id: _Optional[str] = ...) -> None: ...

class DeletePropertyValuesForFieldResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class LogAuditRecRequest(_message.Message):
    __slots__ = ("record",)
    RECORD_FIELD_NUMBER: _ClassVar[int]
    record: _api_remaining_models_pb2.AuditRecord
    def __init__(self, record: _Optional[_Union[_api_remaining_models_pb2.AuditRecord, _Mapping]] = ...) -> None: ...

class LogAuditRecResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class LogAuditRecWithLevelRequest(_message.Message):
    __slots__ = ("record", "level")
    RECORD_FIELD_NUMBER: _ClassVar[int]
    LEVEL_FIELD_NUMBER: _ClassVar[int]
    record: _api_remaining_models_pb2.AuditRecord
    level: str
    def __init__(self, record: _Optional[_Union[_api_remaining_models_pb2.AuditRecord, _Mapping]] = ..., level: _Optional[str] = ...) -> None: ...

class LogAuditRecWithLevelResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class PluginHTTPRequest(_message.Message):
    __slots__ = ("method", "url", "headers", "body")
    class HeadersEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    METHOD_FIELD_NUMBER: _ClassVar[int]
    URL_FIELD_NUMBER: _ClassVar[int]
    HEADERS_FIELD_NUMBER: _ClassVar[int]
    BODY_FIELD_NUMBER: _ClassVar[int]
    method: str
    url: str
    headers: _containers.ScalarMap[str, str]
    body: bytes
    def __init__(self, method: _Optional[str] = ..., url: _Optional[str] = ..., headers: _Optional[_Mapping[str, str]] = ..., body: _Optional[bytes] = ...) -> None: ...

class PluginHTTPResponse(_message.Message):
    __slots__ = ("error", "status_code", "headers", "body")
    class HeadersEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    ERROR_FIELD_NUMBER: _ClassVar[int]
    STATUS_CODE_FIELD_NUMBER: _ClassVar[int]
    HEADERS_FIELD_NUMBER: _ClassVar[int]
    BODY_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    status_code: int
    headers: _containers.ScalarMap[str, str]
    body: bytes
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., status_code: _Optional[int] = ..., headers: _Optional[_Mapping[str, str]] = ..., body: _Optional[bytes] = ...) -> None: ...

class GetCloudLimitsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetCloudLimitsResponse(_message.Message):
    __slots__ = ("error", "limits_json")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    LIMITS_JSON_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    limits_json: bytes
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., limits_json: _Optional[bytes] = ...) -> None: ...

class OpenInteractiveDialogRequest(_message.Message):
    __slots__ = ("dialog",)
    DIALOG_FIELD_NUMBER: _ClassVar[int]
    dialog: _api_remaining_models_pb2.OpenDialogRequest
    def __init__(self, dialog: _Optional[_Union[_api_remaining_models_pb2.OpenDialogRequest, _Mapping]] = ...) -> None: ...

class OpenInteractiveDialogResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class PublishPluginClusterEventRequest(_message.Message):
    __slots__ = ("event", "opts")
    EVENT_FIELD_NUMBER: _ClassVar[int]
    OPTS_FIELD_NUMBER: _ClassVar[int]
    event: _api_remaining_models_pb2.PluginClusterEvent
    opts: _api_remaining_models_pb2.PluginClusterEventSendOptions
    def __init__(self, event: _Optional[_Union[_api_remaining_models_pb2.PluginClusterEvent, _Mapping]] = ..., opts: _Optional[_Union[_api_remaining_models_pb2.PluginClusterEventSendOptions, _Mapping]] = ...) -> None: ...

class PublishPluginClusterEventResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class RegisterCollectionAndTopicRequest(_message.Message):
    __slots__ = ("collection_type", "topic_type")
    COLLECTION_TYPE_FIELD_NUMBER: _ClassVar[int]
    TOPIC_TYPE_FIELD_NUMBER: _ClassVar[int]
    collection_type: str
    topic_type: str
    def __init__(self, collection_type: _Optional[str] = ..., topic_type: _Optional[str] = ...) -> None: ...

class RegisterCollectionAndTopicResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class RequestTrialLicenseRequest(_message.Message):
    __slots__ = ("requester_id", "users", "terms_accepted", "receive_emails_accepted")
    REQUESTER_ID_FIELD_NUMBER: _ClassVar[int]
    USERS_FIELD_NUMBER: _ClassVar[int]
    TERMS_ACCEPTED_FIELD_NUMBER: _ClassVar[int]
    RECEIVE_EMAILS_ACCEPTED_FIELD_NUMBER: _ClassVar[int]
    requester_id: str
    users: int
    terms_accepted: bool
    receive_emails_accepted: bool
    def __init__(self, requester_id: _Optional[str] = ..., users: _Optional[int] = ..., terms_accepted: bool = ..., receive_emails_accepted: bool = ...) -> None: ...

class RequestTrialLicenseResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class RolesGrantPermissionRequest(_message.Message):
    __slots__ = ("role_names", "permission_id")
    ROLE_NAMES_FIELD_NUMBER: _ClassVar[int]
    PERMISSION_ID_FIELD_NUMBER: _ClassVar[int]
    role_names: _containers.RepeatedScalarFieldContainer[str]
    permission_id: str
    def __init__(self, role_names: _Optional[_Iterable[str]] = ..., permission_id: _Optional[str] = ...) -> None: ...

class RolesGrantPermissionResponse(_message.Message):
    __slots__ = ("error", "has_permission")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    HAS_PERMISSION_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    has_permission: bool
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., has_permission: bool = ...) -> None: ...

class SendMailRequest(_message.Message):
    __slots__ = ("to", "subject", "html_body")
    TO_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    HTML_BODY_FIELD_NUMBER: _ClassVar[int]
    to: str
    subject: str
    html_body: str
    def __init__(self, to: _Optional[str] = ..., subject: _Optional[str] = ..., html_body: _Optional[str] = ...) -> None: ...

class SendMailResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class SendPushNotificationRequest(_message.Message):
    __slots__ = ("notification", "user_id")
    NOTIFICATION_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    notification: _api_remaining_models_pb2.PushNotification
    user_id: str
    def __init__(self, notification: _Optional[_Union[_api_remaining_models_pb2.PushNotification, _Mapping]] = ..., user_id: _Optional[str] = ...) -> None: ...

class SendPushNotificationResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...
