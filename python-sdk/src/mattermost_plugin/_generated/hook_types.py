# Generated from the contract; do not edit.
"""What type checkers know of handlers: the arguments of each hook, and what it may return.

Never imported: only they read it.
"""

# mypy: disable-error-code="overload-overlap"
from __future__ import annotations

from typing import Any, Awaitable, Callable, List, Literal, Mapping, Optional, Sequence, Tuple, TypeVar, Union, overload

from mattermost_plugin._generated import models as _models
from mattermost_plugin._generated.hook_names import HookName
from mattermost_plugin.servicers.http import HTTPRequest, HTTPResponseWriter
from mattermost_plugin.servicers.uploads import FileUpload
from mattermost_plugin.servicers.websockets import WebSocket

F = TypeVar("F", bound=Callable[..., Any])
_OnActivate = TypeVar("_OnActivate", bound=Callable[[Any], Union[Union[None, str, BaseException, _models.AppError], Awaitable[Union[None, str, BaseException, _models.AppError]]]])
_OnDeactivate = TypeVar("_OnDeactivate", bound=Callable[[Any], Union[Union[None, str, BaseException, _models.AppError], Awaitable[Union[None, str, BaseException, _models.AppError]]]])
_OnConfigurationChange = TypeVar("_OnConfigurationChange", bound=Callable[[Any], Union[Union[None, str, BaseException, _models.AppError], Awaitable[Union[None, str, BaseException, _models.AppError]]]])
_OnInstall = TypeVar("_OnInstall", bound=Callable[[Any, _models.PluginContext, _models.OnInstallEvent], Union[Union[None, str, BaseException, _models.AppError], Awaitable[Union[None, str, BaseException, _models.AppError]]]])
_OnSendDailyTelemetry = TypeVar("_OnSendDailyTelemetry", bound=Callable[[Any], Union[None, Awaitable[None]]])
_RunDataRetention = TypeVar("_RunDataRetention", bound=Callable[[Any, int, int], Union[Union[None, int, str, BaseException, _models.AppError, Tuple[Any, ...]], Awaitable[Union[None, int, str, BaseException, _models.AppError, Tuple[Any, ...]]]]])
_OnCloudLimitsUpdated = TypeVar("_OnCloudLimitsUpdated", bound=Callable[[Any, _models.ProductLimits], Union[None, Awaitable[None]]])
_ConfigurationWillBeSaved = TypeVar("_ConfigurationWillBeSaved", bound=Callable[[Any, _models.ConfigJson], Union[Union[None, _models.ConfigJson, Mapping[str, Any], bytes, str, BaseException, _models.AppError, Tuple[Any, ...]], Awaitable[Union[None, _models.ConfigJson, Mapping[str, Any], bytes, str, BaseException, _models.AppError, Tuple[Any, ...]]]]])
_MessageWillBePosted = TypeVar("_MessageWillBePosted", bound=Callable[[Any, _models.PluginContext, _models.Post], Union[Union[None, _models.Post, Mapping[str, Any], str, Tuple[Any, ...]], Awaitable[Union[None, _models.Post, Mapping[str, Any], str, Tuple[Any, ...]]]]])
_MessageWillBeUpdated = TypeVar("_MessageWillBeUpdated", bound=Callable[[Any, _models.PluginContext, _models.Post, _models.Post], Union[Union[None, _models.Post, Mapping[str, Any], str, Tuple[Any, ...]], Awaitable[Union[None, _models.Post, Mapping[str, Any], str, Tuple[Any, ...]]]]])
_MessageHasBeenPosted = TypeVar("_MessageHasBeenPosted", bound=Callable[[Any, _models.PluginContext, _models.Post], Union[None, Awaitable[None]]])
_MessageHasBeenUpdated = TypeVar("_MessageHasBeenUpdated", bound=Callable[[Any, _models.PluginContext, _models.Post, _models.Post], Union[None, Awaitable[None]]])
_MessagesWillBeConsumed = TypeVar("_MessagesWillBeConsumed", bound=Callable[[Any, List[_models.Post]], Union[Union[None, Sequence[Union[_models.Post, Mapping[str, Any]]]], Awaitable[Union[None, Sequence[Union[_models.Post, Mapping[str, Any]]]]]]])
_MessageHasBeenDeleted = TypeVar("_MessageHasBeenDeleted", bound=Callable[[Any, _models.PluginContext, _models.Post], Union[None, Awaitable[None]]])
_FileWillBeUploaded = TypeVar("_FileWillBeUploaded", bound=Callable[[Any, _models.PluginContext, _models.FileInfo, bytes], Union[Union[None, _models.FileInfo, Mapping[str, Any], bytes, str, Tuple[Any, ...]], Awaitable[Union[None, _models.FileInfo, Mapping[str, Any], bytes, str, Tuple[Any, ...]]]]])
_ReactionHasBeenAdded = TypeVar("_ReactionHasBeenAdded", bound=Callable[[Any, _models.PluginContext, _models.Reaction], Union[None, Awaitable[None]]])
_ReactionHasBeenRemoved = TypeVar("_ReactionHasBeenRemoved", bound=Callable[[Any, _models.PluginContext, _models.Reaction], Union[None, Awaitable[None]]])
_NotificationWillBePushed = TypeVar("_NotificationWillBePushed", bound=Callable[[Any, _models.PushNotification, str], Union[Union[None, _models.PushNotification, Mapping[str, Any], str, Tuple[Any, ...]], Awaitable[Union[None, _models.PushNotification, Mapping[str, Any], str, Tuple[Any, ...]]]]])
_EmailNotificationWillBeSent = TypeVar("_EmailNotificationWillBeSent", bound=Callable[[Any, _models.EmailNotificationJson], Union[Union[None, _models.EmailNotificationContent, Mapping[str, Any], str, Tuple[Any, ...]], Awaitable[Union[None, _models.EmailNotificationContent, Mapping[str, Any], str, Tuple[Any, ...]]]]])
_PreferencesHaveChanged = TypeVar("_PreferencesHaveChanged", bound=Callable[[Any, _models.PluginContext, List[_models.Preference]], Union[None, Awaitable[None]]])
_UserHasBeenCreated = TypeVar("_UserHasBeenCreated", bound=Callable[[Any, _models.PluginContext, _models.User], Union[None, Awaitable[None]]])
_UserWillLogIn = TypeVar("_UserWillLogIn", bound=Callable[[Any, _models.PluginContext, _models.User], Union[Union[None, str, Tuple[Any, ...]], Awaitable[Union[None, str, Tuple[Any, ...]]]]])
_UserHasLoggedIn = TypeVar("_UserHasLoggedIn", bound=Callable[[Any, _models.PluginContext, _models.User], Union[None, Awaitable[None]]])
_UserHasBeenDeactivated = TypeVar("_UserHasBeenDeactivated", bound=Callable[[Any, _models.PluginContext, _models.User], Union[None, Awaitable[None]]])
_OnSAMLLogin = TypeVar("_OnSAMLLogin", bound=Callable[[Any, _models.PluginContext, _models.User, _models.SamlAssertionInfoJson], Union[Union[None, str, BaseException, _models.AppError], Awaitable[Union[None, str, BaseException, _models.AppError]]]])
_ChannelHasBeenCreated = TypeVar("_ChannelHasBeenCreated", bound=Callable[[Any, _models.PluginContext, _models.Channel], Union[None, Awaitable[None]]])
_UserHasJoinedChannel = TypeVar("_UserHasJoinedChannel", bound=Callable[[Any, _models.PluginContext, _models.ChannelMember, Optional[_models.User]], Union[None, Awaitable[None]]])
_UserHasLeftChannel = TypeVar("_UserHasLeftChannel", bound=Callable[[Any, _models.PluginContext, _models.ChannelMember, Optional[_models.User]], Union[None, Awaitable[None]]])
_UserHasJoinedTeam = TypeVar("_UserHasJoinedTeam", bound=Callable[[Any, _models.PluginContext, _models.TeamMember, Optional[_models.User]], Union[None, Awaitable[None]]])
_UserHasLeftTeam = TypeVar("_UserHasLeftTeam", bound=Callable[[Any, _models.PluginContext, _models.TeamMember, Optional[_models.User]], Union[None, Awaitable[None]]])
_ExecuteCommand = TypeVar("_ExecuteCommand", bound=Callable[[Any, _models.PluginContext, _models.CommandArgs], Union[Union[None, _models.CommandResponse, Mapping[str, Any], str, BaseException, _models.AppError, Tuple[Any, ...]], Awaitable[Union[None, _models.CommandResponse, Mapping[str, Any], str, BaseException, _models.AppError, Tuple[Any, ...]]]]])
_OnWebSocketConnect = TypeVar("_OnWebSocketConnect", bound=Callable[[Any, str, str], Union[None, Awaitable[None]]])
_OnWebSocketDisconnect = TypeVar("_OnWebSocketDisconnect", bound=Callable[[Any, str, str], Union[None, Awaitable[None]]])
_WebSocketMessageHasBeenPosted = TypeVar("_WebSocketMessageHasBeenPosted", bound=Callable[[Any, str, str, _models.WebSocketRequest], Union[None, Awaitable[None]]])
_OnPluginClusterEvent = TypeVar("_OnPluginClusterEvent", bound=Callable[[Any, _models.PluginContext, _models.PluginClusterEvent], Union[None, Awaitable[None]]])
_OnSharedChannelsSyncMsg = TypeVar("_OnSharedChannelsSyncMsg", bound=Callable[[Any, _models.SyncMsgJson, _models.RemoteCluster], Union[Union[None, _models.SyncResponse, Mapping[str, Any], str, BaseException, _models.AppError, Tuple[Any, ...]], Awaitable[Union[None, _models.SyncResponse, Mapping[str, Any], str, BaseException, _models.AppError, Tuple[Any, ...]]]]])
_OnSharedChannelsPing = TypeVar("_OnSharedChannelsPing", bound=Callable[[Any, _models.RemoteCluster], Union[Union[None, bool], Awaitable[Union[None, bool]]]])
_OnSharedChannelsAttachmentSyncMsg = TypeVar("_OnSharedChannelsAttachmentSyncMsg", bound=Callable[[Any, _models.FileInfo, _models.Post, _models.RemoteCluster], Union[Union[None, str, BaseException, _models.AppError], Awaitable[Union[None, str, BaseException, _models.AppError]]]])
_OnSharedChannelsProfileImageSyncMsg = TypeVar("_OnSharedChannelsProfileImageSyncMsg", bound=Callable[[Any, _models.User, _models.RemoteCluster], Union[Union[None, str, BaseException, _models.AppError], Awaitable[Union[None, str, BaseException, _models.AppError]]]])
_GenerateSupportData = TypeVar("_GenerateSupportData", bound=Callable[[Any, _models.PluginContext], Union[Union[None, Sequence[Union[_models.FileData, Mapping[str, Any]]], str, BaseException, _models.AppError, Tuple[Any, ...]], Awaitable[Union[None, Sequence[Union[_models.FileData, Mapping[str, Any]]], str, BaseException, _models.AppError, Tuple[Any, ...]]]]])
_ServeHTTP = TypeVar("_ServeHTTP", bound=Callable[[Any, _models.PluginContext, HTTPResponseWriter, HTTPRequest], Union[None, Awaitable[None]]])
_ServeMetrics = TypeVar("_ServeMetrics", bound=Callable[[Any, _models.PluginContext, HTTPResponseWriter, HTTPRequest], Union[None, Awaitable[None]]])
_FileWillBeUploadedStream = TypeVar("_FileWillBeUploadedStream", bound=Callable[[Any, _models.PluginContext, _models.FileInfo, FileUpload], Union[Union[None, str, _models.FileInfo, Mapping[str, Any], Tuple[Any, ...]], Awaitable[Union[None, str, _models.FileInfo, Mapping[str, Any], Tuple[Any, ...]]]]])
_ServeWebSocket = TypeVar("_ServeWebSocket", bound=Callable[[Any, _models.PluginContext, WebSocket], Union[None, Awaitable[None]]])
_DescribeCommand = TypeVar("_DescribeCommand", bound=Callable[[Any, _models.PluginContext, str, str], Union[Union[None, _models.AutocompleteData, Mapping[str, Any]], Awaitable[Union[None, _models.AutocompleteData, Mapping[str, Any]]]]])


@overload
def hook(name: Literal[HookName.OnActivate, "OnActivate"]) -> Callable[[_OnActivate], _OnActivate]: ...

@overload
def hook(name: Literal[HookName.OnDeactivate, "OnDeactivate"]) -> Callable[[_OnDeactivate], _OnDeactivate]: ...

@overload
def hook(name: Literal[HookName.OnConfigurationChange, "OnConfigurationChange"]) -> Callable[[_OnConfigurationChange], _OnConfigurationChange]: ...

@overload
def hook(name: Literal[HookName.OnInstall, "OnInstall"]) -> Callable[[_OnInstall], _OnInstall]: ...

@overload
def hook(name: Literal[HookName.OnSendDailyTelemetry, "OnSendDailyTelemetry"]) -> Callable[[_OnSendDailyTelemetry], _OnSendDailyTelemetry]: ...

@overload
def hook(name: Literal[HookName.RunDataRetention, "RunDataRetention"]) -> Callable[[_RunDataRetention], _RunDataRetention]: ...

@overload
def hook(name: Literal[HookName.OnCloudLimitsUpdated, "OnCloudLimitsUpdated"]) -> Callable[[_OnCloudLimitsUpdated], _OnCloudLimitsUpdated]: ...

@overload
def hook(name: Literal[HookName.ConfigurationWillBeSaved, "ConfigurationWillBeSaved"]) -> Callable[[_ConfigurationWillBeSaved], _ConfigurationWillBeSaved]: ...

@overload
def hook(name: Literal[HookName.MessageWillBePosted, "MessageWillBePosted"]) -> Callable[[_MessageWillBePosted], _MessageWillBePosted]: ...

@overload
def hook(name: Literal[HookName.MessageWillBeUpdated, "MessageWillBeUpdated"]) -> Callable[[_MessageWillBeUpdated], _MessageWillBeUpdated]: ...

@overload
def hook(name: Literal[HookName.MessageHasBeenPosted, "MessageHasBeenPosted"]) -> Callable[[_MessageHasBeenPosted], _MessageHasBeenPosted]: ...

@overload
def hook(name: Literal[HookName.MessageHasBeenUpdated, "MessageHasBeenUpdated"]) -> Callable[[_MessageHasBeenUpdated], _MessageHasBeenUpdated]: ...

@overload
def hook(name: Literal[HookName.MessagesWillBeConsumed, "MessagesWillBeConsumed"]) -> Callable[[_MessagesWillBeConsumed], _MessagesWillBeConsumed]: ...

@overload
def hook(name: Literal[HookName.MessageHasBeenDeleted, "MessageHasBeenDeleted"]) -> Callable[[_MessageHasBeenDeleted], _MessageHasBeenDeleted]: ...

@overload
def hook(name: Literal[HookName.FileWillBeUploaded, "FileWillBeUploaded"]) -> Callable[[_FileWillBeUploaded], _FileWillBeUploaded]: ...

@overload
def hook(name: Literal[HookName.ReactionHasBeenAdded, "ReactionHasBeenAdded"]) -> Callable[[_ReactionHasBeenAdded], _ReactionHasBeenAdded]: ...

@overload
def hook(name: Literal[HookName.ReactionHasBeenRemoved, "ReactionHasBeenRemoved"]) -> Callable[[_ReactionHasBeenRemoved], _ReactionHasBeenRemoved]: ...

@overload
def hook(name: Literal[HookName.NotificationWillBePushed, "NotificationWillBePushed"]) -> Callable[[_NotificationWillBePushed], _NotificationWillBePushed]: ...

@overload
def hook(name: Literal[HookName.EmailNotificationWillBeSent, "EmailNotificationWillBeSent"]) -> Callable[[_EmailNotificationWillBeSent], _EmailNotificationWillBeSent]: ...

@overload
def hook(name: Literal[HookName.PreferencesHaveChanged, "PreferencesHaveChanged"]) -> Callable[[_PreferencesHaveChanged], _PreferencesHaveChanged]: ...

@overload
def hook(name: Literal[HookName.UserHasBeenCreated, "UserHasBeenCreated"]) -> Callable[[_UserHasBeenCreated], _UserHasBeenCreated]: ...

@overload
def hook(name: Literal[HookName.UserWillLogIn, "UserWillLogIn"]) -> Callable[[_UserWillLogIn], _UserWillLogIn]: ...

@overload
def hook(name: Literal[HookName.UserHasLoggedIn, "UserHasLoggedIn"]) -> Callable[[_UserHasLoggedIn], _UserHasLoggedIn]: ...

@overload
def hook(name: Literal[HookName.UserHasBeenDeactivated, "UserHasBeenDeactivated"]) -> Callable[[_UserHasBeenDeactivated], _UserHasBeenDeactivated]: ...

@overload
def hook(name: Literal[HookName.OnSAMLLogin, "OnSAMLLogin"]) -> Callable[[_OnSAMLLogin], _OnSAMLLogin]: ...

@overload
def hook(name: Literal[HookName.ChannelHasBeenCreated, "ChannelHasBeenCreated"]) -> Callable[[_ChannelHasBeenCreated], _ChannelHasBeenCreated]: ...

@overload
def hook(name: Literal[HookName.UserHasJoinedChannel, "UserHasJoinedChannel"]) -> Callable[[_UserHasJoinedChannel], _UserHasJoinedChannel]: ...

@overload
def hook(name: Literal[HookName.UserHasLeftChannel, "UserHasLeftChannel"]) -> Callable[[_UserHasLeftChannel], _UserHasLeftChannel]: ...

@overload
def hook(name: Literal[HookName.UserHasJoinedTeam, "UserHasJoinedTeam"]) -> Callable[[_UserHasJoinedTeam], _UserHasJoinedTeam]: ...

@overload
def hook(name: Literal[HookName.UserHasLeftTeam, "UserHasLeftTeam"]) -> Callable[[_UserHasLeftTeam], _UserHasLeftTeam]: ...

@overload
def hook(name: Literal[HookName.ExecuteCommand, "ExecuteCommand"]) -> Callable[[_ExecuteCommand], _ExecuteCommand]: ...

@overload
def hook(name: Literal[HookName.OnWebSocketConnect, "OnWebSocketConnect"]) -> Callable[[_OnWebSocketConnect], _OnWebSocketConnect]: ...

@overload
def hook(name: Literal[HookName.OnWebSocketDisconnect, "OnWebSocketDisconnect"]) -> Callable[[_OnWebSocketDisconnect], _OnWebSocketDisconnect]: ...

@overload
def hook(name: Literal[HookName.WebSocketMessageHasBeenPosted, "WebSocketMessageHasBeenPosted"]) -> Callable[[_WebSocketMessageHasBeenPosted], _WebSocketMessageHasBeenPosted]: ...

@overload
def hook(name: Literal[HookName.OnPluginClusterEvent, "OnPluginClusterEvent"]) -> Callable[[_OnPluginClusterEvent], _OnPluginClusterEvent]: ...

@overload
def hook(name: Literal[HookName.OnSharedChannelsSyncMsg, "OnSharedChannelsSyncMsg"]) -> Callable[[_OnSharedChannelsSyncMsg], _OnSharedChannelsSyncMsg]: ...

@overload
def hook(name: Literal[HookName.OnSharedChannelsPing, "OnSharedChannelsPing"]) -> Callable[[_OnSharedChannelsPing], _OnSharedChannelsPing]: ...

@overload
def hook(name: Literal[HookName.OnSharedChannelsAttachmentSyncMsg, "OnSharedChannelsAttachmentSyncMsg"]) -> Callable[[_OnSharedChannelsAttachmentSyncMsg], _OnSharedChannelsAttachmentSyncMsg]: ...

@overload
def hook(name: Literal[HookName.OnSharedChannelsProfileImageSyncMsg, "OnSharedChannelsProfileImageSyncMsg"]) -> Callable[[_OnSharedChannelsProfileImageSyncMsg], _OnSharedChannelsProfileImageSyncMsg]: ...

@overload
def hook(name: Literal[HookName.GenerateSupportData, "GenerateSupportData"]) -> Callable[[_GenerateSupportData], _GenerateSupportData]: ...

@overload
def hook(name: Literal[HookName.ServeHTTP, "ServeHTTP"]) -> Callable[[_ServeHTTP], _ServeHTTP]: ...

@overload
def hook(name: Literal[HookName.ServeMetrics, "ServeMetrics"]) -> Callable[[_ServeMetrics], _ServeMetrics]: ...

@overload
def hook(name: Literal[HookName.FileWillBeUploadedStream, "FileWillBeUploadedStream"]) -> Callable[[_FileWillBeUploadedStream], _FileWillBeUploadedStream]: ...

@overload
def hook(name: Literal[HookName.ServeWebSocket, "ServeWebSocket"]) -> Callable[[_ServeWebSocket], _ServeWebSocket]: ...

@overload
def hook(name: Literal[HookName.DescribeCommand, "DescribeCommand"]) -> Callable[[_DescribeCommand], _DescribeCommand]: ...

@overload
def hook(name: HookName) -> Callable[[F], F]: ...

@overload
def hook(name: None = None) -> Callable[[F], F]: ...

@overload
def hook(name: F) -> F: ...

def hook(name: Any = None) -> Any: ...
