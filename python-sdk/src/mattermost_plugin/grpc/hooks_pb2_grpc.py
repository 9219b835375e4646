# Generated from the contract; do not edit.
"""gRPC stubs and servicers."""

from typing import Any

import grpc

from mattermost_plugin.grpc import hooks_command_pb2
from mattermost_plugin.grpc import hooks_http_pb2
from mattermost_plugin.grpc import hooks_lifecycle_pb2
from mattermost_plugin.grpc import hooks_message_pb2
from mattermost_plugin.grpc import hooks_user_channel_pb2


class PluginHooksStub:
    """Calls mattermost.pluginapi.v1.PluginHooks through a channel, blocking or asyncio."""

    def __init__(self, channel: Any) -> None:
        self.Implemented = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/Implemented",
            request_serializer=hooks_lifecycle_pb2.ImplementedRequest.SerializeToString,
            response_deserializer=hooks_lifecycle_pb2.ImplementedResponse.FromString,
        )
        self.OnActivate = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/OnActivate",
            request_serializer=hooks_lifecycle_pb2.OnActivateRequest.SerializeToString,
            response_deserializer=hooks_lifecycle_pb2.OnActivateResponse.FromString,
        )
        self.OnDeactivate = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/OnDeactivate",
            request_serializer=hooks_lifecycle_pb2.OnDeactivateRequest.SerializeToString,
            response_deserializer=hooks_lifecycle_pb2.OnDeactivateResponse.FromString,
        )
        self.OnConfigurationChange = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/OnConfigurationChange",
            request_serializer=hooks_lifecycle_pb2.OnConfigurationChangeRequest.SerializeToString,
            response_deserializer=hooks_lifecycle_pb2.OnConfigurationChangeResponse.FromString,
        )
        self.OnInstall = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/OnInstall",
            request_serializer=hooks_lifecycle_pb2.OnInstallRequest.SerializeToString,
            response_deserializer=hooks_lifecycle_pb2.OnInstallResponse.FromString,
        )
        self.OnSendDailyTelemetry = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/OnSendDailyTelemetry",
            request_serializer=hooks_lifecycle_pb2.OnSendDailyTelemetryRequest.SerializeToString,
            response_deserializer=hooks_lifecycle_pb2.OnSendDailyTelemetryResponse.FromString,
        )
        self.RunDataRetention = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/RunDataRetention",
            request_serializer=hooks_lifecycle_pb2.RunDataRetentionRequest.SerializeToString,
            response_deserializer=hooks_lifecycle_pb2.RunDataRetentionResponse.FromString,
        )
        self.OnCloudLimitsUpdated = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/OnCloudLimitsUpdated",
            request_serializer=hooks_lifecycle_pb2.OnCloudLimitsUpdatedRequest.SerializeToString,
            response_deserializer=hooks_lifecycle_pb2.OnCloudLimitsUpdatedResponse.FromString,
        )
        self.ConfigurationWillBeSaved = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/ConfigurationWillBeSaved",
            request_serializer=hooks_lifecycle_pb2.ConfigurationWillBeSavedRequest.SerializeToString,
            response_deserializer=hooks_lifecycle_pb2.ConfigurationWillBeSavedResponse.FromString,
        )
        self.MessageWillBePosted = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/MessageWillBePosted",
            request_serializer=hooks_message_pb2.MessageWillBePostedRequest.SerializeToString,
            response_deserializer=hooks_message_pb2.MessageWillBePostedResponse.FromString,
        )
        self.MessageWillBeUpdated = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/MessageWillBeUpdated",
            request_serializer=hooks_message_pb2.MessageWillBeUpdatedRequest.SerializeToString,
            response_deserializer=hooks_message_pb2.MessageWillBeUpdatedResponse.FromString,
        )
        self.MessageHasBeenPosted = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/MessageHasBeenPosted",
            request_serializer=hooks_message_pb2.MessageHasBeenPostedRequest.SerializeToString,
            response_deserializer=hooks_message_pb2.MessageHasBeenPostedResponse.FromString,
        )
        self.MessageHasBeenUpdated = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/MessageHasBeenUpdated",
            request_serializer=hooks_message_pb2.MessageHasBeenUpdatedRequest.SerializeToString,
            response_deserializer=hooks_message_pb2.MessageHasBeenUpdatedResponse.FromString,
        )
        self.MessagesWillBeConsumed = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/MessagesWillBeConsumed",
            request_serializer=hooks_message_pb2.MessagesWillBeConsumedRequest.SerializeToString,
            response_deserializer=hooks_message_pb2.MessagesWillBeConsumedResponse.FromString,
        )
        self.MessageHasBeenDeleted = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/MessageHasBeenDeleted",
            request_serializer=hooks_message_pb2.MessageHasBeenDeletedRequest.SerializeToString,
            response_deserializer=hooks_message_pb2.MessageHasBeenDeletedResponse.FromString,
        )
        self.FileWillBeUploaded = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/FileWillBeUploaded",
            request_serializer=hooks_message_pb2.FileWillBeUploadedRequest.SerializeToString,
            response_deserializer=hooks_message_pb2.FileWillBeUploadedResponse.FromString,
        )
        self.ReactionHasBeenAdded = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/ReactionHasBeenAdded",
            request_serializer=hooks_message_pb2.ReactionHasBeenAddedRequest.SerializeToString,
            response_deserializer=hooks_message_pb2.ReactionHasBeenAddedResponse.FromString,
        )
        self.ReactionHasBeenRemoved = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/ReactionHasBeenRemoved",
            request_serializer=hooks_message_pb2.ReactionHasBeenRemovedRequest.SerializeToString,
            response_deserializer=hooks_message_pb2.ReactionHasBeenRemovedResponse.FromString,
        )
        self.NotificationWillBePushed = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/NotificationWillBePushed",
            request_serializer=hooks_message_pb2.NotificationWillBePushedRequest.SerializeToString,
            response_deserializer=hooks_message_pb2.NotificationWillBePushedResponse.FromString,
        )
        self.EmailNotificationWillBeSent = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/EmailNotificationWillBeSent",
            request_serializer=hooks_message_pb2.EmailNotificationWillBeSentRequest.SerializeToString,
            response_deserializer=hooks_message_pb2.EmailNotificationWillBeSentResponse.FromString,
        )
        self.PreferencesHaveChanged = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/PreferencesHaveChanged",
            request_serializer=hooks_message_pb2.PreferencesHaveChangedRequest.SerializeToString,
            response_deserializer=hooks_message_pb2.PreferencesHaveChangedResponse.FromString,
        )
        self.UserHasBeenCreated = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/UserHasBeenCreated",
            request_serializer=hooks_user_channel_pb2.UserHasBeenCreatedRequest.SerializeToString,
            response_deserializer=hooks_user_channel_pb2.UserHasBeenCreatedResponse.FromString,
        )
        self.UserWillLogIn = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/UserWillLogIn",
            request_serializer=hooks_user_channel_pb2.UserWillLogInRequest.SerializeToString,
            response_deserializer=hooks_user_channel_pb2.UserWillLogInResponse.FromString,
        )
        self.UserHasLoggedIn = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/UserHasLoggedIn",
            request_serializer=hooks_user_channel_pb2.UserHasLoggedInRequest.SerializeToString,
            response_deserializer=hooks_user_channel_pb2.UserHasLoggedInResponse.FromString,
        )
        self.UserHasBeenDeactivated = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/UserHasBeenDeactivated",
            request_serializer=hooks_user_channel_pb2.UserHasBeenDeactivatedRequest.SerializeToString,
            response_deserializer=hooks_user_channel_pb2.UserHasBeenDeactivatedResponse.FromString,
        )
        self.OnSAMLLogin = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/OnSAMLLogin",
            request_serializer=hooks_user_channel_pb2.OnSAMLLoginRequest.SerializeToString,
            response_deserializer=hooks_user_channel_pb2.OnSAMLLoginResponse.FromString,
        )
        self.ChannelHasBeenCreated = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/ChannelHasBeenCreated",
            request_serializer=hooks_user_channel_pb2.ChannelHasBeenCreatedRequest.SerializeToString,
            response_deserializer=hooks_user_channel_pb2.ChannelHasBeenCreatedResponse.FromString,
        )
        self.UserHasJoinedChannel = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/UserHasJoinedChannel",
            request_serializer=hooks_user_channel_pb2.UserHasJoinedChannelRequest.SerializeToString,
            response_deserializer=hooks_user_channel_pb2.UserHasJoinedChannelResponse.FromString,
        )
        self.UserHasLeftChannel = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/UserHasLeftChannel",
            request_serializer=hooks_user_channel_pb2.UserHasLeftChannelRequest.SerializeToString,
            response_deserializer=hooks_user_channel_pb2.UserHasLeftChannelResponse.FromString,
        )
        self.UserHasJoinedTeam = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/UserHasJoinedTeam",
            request_serializer=hooks_user_channel_pb2.UserHasJoinedTeamRequest.SerializeToString,
            response_deserializer=hooks_user_channel_pb2.UserHasJoinedTeamResponse.FromString,
        )
        self.UserHasLeftTeam = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/UserHasLeftTeam",
            request_serializer=hooks_user_channel_pb2.UserHasLeftTeamRequest.SerializeToString,
            response_deserializer=hooks_user_channel_pb2.UserHasLeftTeamResponse.FromString,
        )
        self.ExecuteCommand = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/ExecuteCommand",
            request_serializer=hooks_command_pb2.ExecuteCommandRequest.SerializeToString,
            response_deserializer=hooks_command_pb2.ExecuteCommandResponse.FromString,
        )
        self.OnWebSocketConnect = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/OnWebSocketConnect",
            request_serializer=hooks_command_pb2.OnWebSocketConnectRequest.SerializeToString,
            response_deserializer=hooks_command_pb2.OnWebSocketConnectResponse.FromString,
        )
        self.OnWebSocketDisconnect = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/OnWebSocketDisconnect",
            request_serializer=hooks_command_pb2.OnWebSocketDisconnectRequest.SerializeToString,
            response_deserializer=hooks_command_pb2.OnWebSocketDisconnectResponse.FromString,
        )
        self.WebSocketMessageHasBeenPosted = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/WebSocketMessageHasBeenPosted",
            request_serializer=hooks_command_pb2.WebSocketMessageHasBeenPostedRequest.SerializeToString,
            response_deserializer=hooks_command_pb2.WebSocketMessageHasBeenPostedResponse.FromString,
        )
        self.OnPluginClusterEvent = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/OnPluginClusterEvent",
            request_serializer=hooks_command_pb2.OnPluginClusterEventRequest.SerializeToString,
            response_deserializer=hooks_command_pb2.OnPluginClusterEventResponse.FromString,
        )
        self.OnSharedChannelsSyncMsg = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/OnSharedChannelsSyncMsg",
            request_serializer=hooks_command_pb2.OnSharedChannelsSyncMsgRequest.SerializeToString,
            response_deserializer=hooks_command_pb2.OnSharedChannelsSyncMsgResponse.FromString,
        )
        self.OnSharedChannelsPing = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/OnSharedChannelsPing",
            request_serializer=hooks_command_pb2.OnSharedChannelsPingRequest.SerializeToString,
            response_deserializer=hooks_command_pb2.OnSharedChannelsPingResponse.FromString,
        )
        self.OnSharedChannelsAttachmentSyncMsg = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/OnSharedChannelsAttachmentSyncMsg",
            request_serializer=hooks_command_pb2.OnSharedChannelsAttachmentSyncMsgRequest.SerializeToString,
            response_deserializer=hooks_command_pb2.OnSharedChannelsAttachmentSyncMsgResponse.FromString,
        )
        self.OnSharedChannelsProfileImageSyncMsg = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/OnSharedChannelsProfileImageSyncMsg",
            request_serializer=hooks_command_pb2.OnSharedChannelsProfileImageSyncMsgRequest.SerializeToString,
            response_deserializer=hooks_command_pb2.OnSharedChannelsProfileImageSyncMsgResponse.FromString,
        )
        self.GenerateSupportData = channel.unary_unary(
            "/mattermost.pluginapi.v1.PluginHooks/GenerateSupportData",
            request_serializer=hooks_command_pb2.GenerateSupportDataRequest.SerializeToString,
            response_deserializer=hooks_command_pb2.GenerateSupportDataResponse.FromString,
        )
        self.ServeHTTP = channel.stream_stream(
            "/mattermost.pluginapi.v1.PluginHooks/ServeHTTP",
            request_serializer=hooks_http_pb2.ServeHTTPRequest.SerializeToString,
            response_deserializer=hooks_http_pb2.ServeHTTPResponse.FromString,
        )


class PluginHooksServicer:
    """Answers mattermost.pluginapi.v1.PluginHooks; every method is to be overridden."""

    def Implemented(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("Implemented is not implemented")
        raise NotImplementedError("Implemented is not implemented")

    def OnActivate(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("OnActivate is not implemented")
        raise NotImplementedError("OnActivate is not implemented")

    def OnDeactivate(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("OnDeactivate is not implemented")
        raise NotImplementedError("OnDeactivate is not implemented")

    def OnConfigurationChange(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("OnConfigurationChange is not implemented")
        raise NotImplementedError("OnConfigurationChange is not implemented")

    def OnInstall(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("OnInstall is not implemented")
        raise NotImplementedError("OnInstall is not implemented")

    def OnSendDailyTelemetry(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("OnSendDailyTelemetry is not implemented")
        raise NotImplementedError("OnSendDailyTelemetry is not implemented")

    def RunDataRetention(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("RunDataRetention is not implemented")
        raise NotImplementedError("RunDataRetention is not implemented")

    def OnCloudLimitsUpdated(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("OnCloudLimitsUpdated is not implemented")
        raise NotImplementedError("OnCloudLimitsUpdated is not implemented")

    def ConfigurationWillBeSaved(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("ConfigurationWillBeSaved is not implemented")
        raise NotImplementedError("ConfigurationWillBeSaved is not implemented")

    def MessageWillBePosted(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("MessageWillBePosted is not implemented")
        raise NotImplementedError("MessageWillBePosted is not implemented")

    def MessageWillBeUpdated(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("MessageWillBeUpdated is not implemented")
        raise NotImplementedError("MessageWillBeUpdated is not implemented")

    def MessageHasBeenPosted(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("MessageHasBeenPosted is not implemented")
        raise NotImplementedError("MessageHasBeenPosted is not implemented")

    def MessageHasBeenUpdated(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("MessageHasBeenUpdated is not implemented")
        raise NotImplementedError("MessageHasBeenUpdated is not implemented")

    def MessagesWillBeConsumed(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("MessagesWillBeConsumed is not implemented")
        raise NotImplementedError("MessagesWillBeConsumed is not implemented")

    def MessageHasBeenDeleted(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("MessageHasBeenDeleted is not implemented")
        raise NotImplementedError("MessageHasBeenDeleted is not implemented")

    def FileWillBeUploaded(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("FileWillBeUploaded is not implemented")
        raise NotImplementedError("FileWillBeUploaded is not implemented")

    def ReactionHasBeenAdded(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("ReactionHasBeenAdded is not implemented")
        raise NotImplementedError("ReactionHasBeenAdded is not implemented")

    def ReactionHasBeenRemoved(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("ReactionHasBeenRemoved is not implemented")
        raise NotImplementedError("ReactionHasBeenRemoved is not implemented")

    def NotificationWillBePushed(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("NotificationWillBePushed is not implemented")
        raise NotImplementedError("NotificationWillBePushed is not implemented")

    def EmailNotificationWillBeSent(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("EmailNotificationWillBeSent is not implemented")
        raise NotImplementedError("EmailNotificationWillBeSent is not implemented")

    def PreferencesHaveChanged(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("PreferencesHaveChanged is not implemented")
        raise NotImplementedError("PreferencesHaveChanged is not implemented")

    def UserHasBeenCreated(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UserHasBeenCreated is not implemented")
        raise NotImplementedError("UserHasBeenCreated is not implemented")

    def UserWillLogIn(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UserWillLogIn is not implemented")
        raise NotImplementedError("UserWillLogIn is not implemented")

    def UserHasLoggedIn(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UserHasLoggedIn is not implemented")
        raise NotImplementedError("UserHasLoggedIn is not implemented")

    def UserHasBeenDeactivated(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UserHasBeenDeactivated is not implemented")
        raise NotImplementedError("UserHasBeenDeactivated is not implemented")

    def OnSAMLLogin(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("OnSAMLLogin is not implemented")
        raise NotImplementedError("OnSAMLLogin is not implemented")

    def ChannelHasBeenCreated(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("ChannelHasBeenCreated is not implemented")
        raise NotImplementedError("ChannelHasBeenCreated is not implemented")

    def UserHasJoinedChannel(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UserHasJoinedChannel is not implemented")
        raise NotImplementedError("UserHasJoinedChannel is not implemented")

    def UserHasLeftChannel(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UserHasLeftChannel is not implemented")
        raise NotImplementedError("UserHasLeftChannel is not implemented")

    def UserHasJoinedTeam(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UserHasJoinedTeam is not implemented")
        raise NotImplementedError("UserHasJoinedTeam is not implemented")

    def UserHasLeftTeam(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("UserHasLeftTeam is not implemented")
        raise NotImplementedError("UserHasLeftTeam is not implemented")

    def ExecuteCommand(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("ExecuteCommand is not implemented")
        raise NotImplementedError("ExecuteCommand is not implemented")

    def OnWebSocketConnect(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("OnWebSocketConnect is not implemented")
        raise NotImplementedError("OnWebSocketConnect is not implemented")

    def OnWebSocketDisconnect(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("OnWebSocketDisconnect is not implemented")
        raise NotImplementedError("OnWebSocketDisconnect is not implemented")

    def WebSocketMessageHasBeenPosted(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("WebSocketMessageHasBeenPosted is not implemented")
        raise NotImplementedError("WebSocketMessageHasBeenPosted is not implemented")

    def OnPluginClusterEvent(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("OnPluginClusterEvent is not implemented")
        raise NotImplementedError("OnPluginClusterEvent is not implemented")

    def OnSharedChannelsSyncMsg(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("OnSharedChannelsSyncMsg is not implemented")
        raise NotImplementedError("OnSharedChannelsSyncMsg is not implemented")

    def OnSharedChannelsPing(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("OnSharedChannelsPing is not implemented")
        raise NotImplementedError("OnSharedChannelsPing is not implemented")

    def OnSharedChannelsAttachmentSyncMsg(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("OnSharedChannelsAttachmentSyncMsg is not implemented")
        raise NotImplementedError("OnSharedChannelsAttachmentSyncMsg is not implemented")

    def OnSharedChannelsProfileImageSyncMsg(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("OnSharedChannelsProfileImageSyncMsg is not implemented")
        raise NotImplementedError("OnSharedChannelsProfileImageSyncMsg is not implemented")

    def GenerateSupportData(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("GenerateSupportData is not implemented")
        raise NotImplementedError("GenerateSupportData is not implemented")

    def ServeHTTP(self, request_iterator: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("ServeHTTP is not implemented")
        raise NotImplementedError("ServeHTTP is not implemented")


def add_PluginHooksServicer_to_server(servicer: Any, server: Any) -> None:
    """Make `server` answer the service's calls through `servicer`."""
    handlers = {
        "Implemented": grpc.unary_unary_rpc_method_handler(
            servicer.Implemented,
            request_deserializer=hooks_lifecycle_pb2.ImplementedRequest.FromString,
            response_serializer=hooks_lifecycle_pb2.ImplementedResponse.SerializeToString,
        ),
        "OnActivate": grpc.unary_unary_rpc_method_handler(
            servicer.OnActivate,
            request_deserializer=hooks_lifecycle_pb2.OnActivateRequest.FromString,
            response_serializer=hooks_lifecycle_pb2.OnActivateResponse.SerializeToString,
        ),
        "OnDeactivate": grpc.unary_unary_rpc_method_handler(
            servicer.OnDeactivate,
            request_deserializer=hooks_lifecycle_pb2.OnDeactivateRequest.FromString,
            response_serializer=hooks_lifecycle_pb2.OnDeactivateResponse.SerializeToString,
        ),
        "OnConfigurationChange": grpc.unary_unary_rpc_method_handler(
            servicer.OnConfigurationChange,
            request_deserializer=hooks_lifecycle_pb2.OnConfigurationChangeRequest.FromString,
            response_serializer=hooks_lifecycle_pb2.OnConfigurationChangeResponse.SerializeToString,
        ),
        "OnInstall": grpc.unary_unary_rpc_method_handler(
            servicer.OnInstall,
            request_deserializer=hooks_lifecycle_pb2.OnInstallRequest.FromString,
            response_serializer=hooks_lifecycle_pb2.OnInstallResponse.SerializeToString,
        ),
        "OnSendDailyTelemetry": grpc.unary_unary_rpc_method_handler(
            servicer.OnSendDailyTelemetry,
            request_deserializer=hooks_lifecycle_pb2.OnSendDailyTelemetryRequest.FromString,
            response_serializer=hooks_lifecycle_pb2.OnSendDailyTelemetryResponse.SerializeToString,
        ),
        "RunDataRetention": grpc.unary_unary_rpc_method_handler(
            servicer.RunDataRetention,
            request_deserializer=hooks_lifecycle_pb2.RunDataRetentionRequest.FromString,
            response_serializer=hooks_lifecycle_pb2.RunDataRetentionResponse.SerializeToString,
        ),
        "OnCloudLimitsUpdated": grpc.unary_unary_rpc_method_handler(
            servicer.OnCloudLimitsUpdated,
            request_deserializer=hooks_lifecycle_pb2.OnCloudLimitsUpdatedRequest.FromString,
            response_serializer=hooks_lifecycle_pb2.OnCloudLimitsUpdatedResponse.SerializeToString,
        ),
        "ConfigurationWillBeSaved": grpc.unary_unary_rpc_method_handler(
            servicer.ConfigurationWillBeSaved,
            request_deserializer=hooks_lifecycle_pb2.ConfigurationWillBeSavedRequest.FromString,
            response_serializer=hooks_lifecycle_pb2.ConfigurationWillBeSavedResponse.SerializeToString,
        ),
        "MessageWillBePosted": grpc.unary_unary_rpc_method_handler(
            servicer.MessageWillBePosted,
            request_deserializer=hooks_message_pb2.MessageWillBePostedRequest.FromString,
            response_serializer=hooks_message_pb2.MessageWillBePostedResponse.SerializeToString,
        ),
        "MessageWillBeUpdated": grpc.unary_unary_rpc_method_handler(
            servicer.MessageWillBeUpdated,
            request_deserializer=hooks_message_pb2.MessageWillBeUpdatedRequest.FromString,
            response_serializer=hooks_message_pb2.MessageWillBeUpdatedResponse.SerializeToString,
        ),
        "MessageHasBeenPosted": grpc.unary_unary_rpc_method_handler(
            servicer.MessageHasBeenPosted,
            request_deserializer=hooks_message_pb2.MessageHasBeenPostedRequest.FromString,
            response_serializer=hooks_message_pb2.MessageHasBeenPostedResponse.SerializeToString,
        ),
        "MessageHasBeenUpdated": grpc.unary_unary_rpc_method_handler(
            servicer.MessageHasBeenUpdated,
            request_deserializer=hooks_message_pb2.MessageHasBeenUpdatedRequest.FromString,
            response_serializer=hooks_message_pb2.MessageHasBeenUpdatedResponse.SerializeToString,
        ),
        "MessagesWillBeConsumed": grpc.unary_unary_rpc_method_handler(
            servicer.MessagesWillBeConsumed,
            request_deserializer=hooks_message_pb2.MessagesWillBeConsumedRequest.FromString,
            response_serializer=hooks_message_pb2.MessagesWillBeConsumedResponse.SerializeToString,
        ),
        "MessageHasBeenDeleted": grpc.unary_unary_rpc_method_handler(
            servicer.MessageHasBeenDeleted,
            request_deserializer=hooks_message_pb2.MessageHasBeenDeletedRequest.FromString,
            response_serializer=hooks_message_pb2.MessageHasBeenDeletedResponse.SerializeToString,
        ),
        "FileWillBeUploaded": grpc.unary_unary_rpc_method_handler(
            servicer.FileWillBeUploaded,
            request_deserializer=hooks_message_pb2.FileWillBeUploadedRequest.FromString,
            response_serializer=hooks_message_pb2.FileWillBeUploadedResponse.SerializeToString,
        ),
        "ReactionHasBeenAdded": grpc.unary_unary_rpc_method_handler(
            servicer.ReactionHasBeenAdded,
            request_deserializer=hooks_message_pb2.ReactionHasBeenAddedRequest.FromString,
            response_serializer=hooks_message_pb2.ReactionHasBeenAddedResponse.SerializeToString,
        ),
        "ReactionHasBeenRemoved": grpc.unary_unary_rpc_method_handler(
            servicer.ReactionHasBeenRemoved,
            request_deserializer=hooks_message_pb2.ReactionHasBeenRemovedRequest.FromString,
            response_serializer=hooks_message_pb2.ReactionHasBeenRemovedResponse.SerializeToString,
        ),
        "NotificationWillBePushed": grpc.unary_unary_rpc_method_handler(
            servicer.NotificationWillBePushed,
            request_deserializer=hooks_message_pb2.NotificationWillBePushedRequest.FromString,
            response_serializer=hooks_message_pb2.NotificationWillBePushedResponse.SerializeToString,
        ),
        "EmailNotificationWillBeSent": grpc.unary_unary_rpc_method_handler(
            servicer.EmailNotificationWillBeSent,
            request_deserializer=hooks_message_pb2.EmailNotificationWillBeSentRequest.FromString,
            response_serializer=hooks_message_pb2.EmailNotificationWillBeSentResponse.SerializeToString,
        ),
        "PreferencesHaveChanged": grpc.unary_unary_rpc_method_handler(
            servicer.PreferencesHaveChanged,
            request_deserializer=hooks_message_pb2.PreferencesHaveChangedRequest.FromString,
            response_serializer=hooks_message_pb2.PreferencesHaveChangedResponse.SerializeToString,
        ),
        "UserHasBeenCreated": grpc.unary_unary_rpc_method_handler(
            servicer.UserHasBeenCreated,
            request_deserializer=hooks_user_channel_pb2.UserHasBeenCreatedRequest.FromString,
            response_serializer=hooks_user_channel_pb2.UserHasBeenCreatedResponse.SerializeToString,
        ),
        "UserWillLogIn": grpc.unary_unary_rpc_method_handler(
            servicer.UserWillLogIn,
            request_deserializer=hooks_user_channel_pb2.UserWillLogInRequest.FromString,
            response_serializer=hooks_user_channel_pb2.UserWillLogInResponse.SerializeToString,
        ),
        "UserHasLoggedIn": grpc.unary_unary_rpc_method_handler(
            servicer.UserHasLoggedIn,
            request_deserializer=hooks_user_channel_pb2.UserHasLoggedInRequest.FromString,
            response_serializer=hooks_user_channel_pb2.UserHasLoggedInResponse.SerializeToString,
        ),
        "UserHasBeenDeactivated": grpc.unary_unary_rpc_method_handler(
            servicer.UserHasBeenDeactivated,
            request_deserializer=hooks_user_channel_pb2.UserHasBeenDeactivatedRequest.FromString,
            response_serializer=hooks_user_channel_pb2.UserHasBeenDeactivatedResponse.SerializeToString,
        ),
        "OnSAMLLogin": grpc.unary_unary_rpc_method_handler(
            servicer.OnSAMLLogin,
            request_deserializer=hooks_user_channel_pb2.OnSAMLLoginRequest.FromString,
            response_serializer=hooks_user_channel_pb2.OnSAMLLoginResponse.SerializeToString,
        ),
        "ChannelHasBeenCreated": grpc.unary_unary_rpc_method_handler(
            servicer.ChannelHasBeenCreated,
            request_deserializer=hooks_user_channel_pb2.ChannelHasBeenCreatedRequest.FromString,
            response_serializer=hooks_user_channel_pb2.ChannelHasBeenCreatedResponse.SerializeToString,
        ),
        "UserHasJoinedChannel": grpc.unary_unary_rpc_method_handler(
            servicer.UserHasJoinedChannel,
            request_deserializer=hooks_user_channel_pb2.UserHasJoinedChannelRequest.FromString,
            response_serializer=hooks_user_channel_pb2.UserHasJoinedChannelResponse.SerializeToString,
        ),
        "UserHasLeftChannel": grpc.unary_unary_rpc_method_handler(
            servicer.UserHasLeftChannel,
            request_deserializer=hooks_user_channel_pb2.UserHasLeftChannelRequest.FromString,
            response_serializer=hooks_user_channel_pb2.UserHasLeftChannelResponse.SerializeToString,
        ),
        "UserHasJoinedTeam": grpc.unary_unary_rpc_method_handler(
            servicer.UserHasJoinedTeam,
            request_deserializer=hooks_user_channel_pb2.UserHasJoinedTeamRequest.FromString,
            response_serializer=hooks_user_channel_pb2.UserHasJoinedTeamResponse.SerializeToString,
        ),
        "UserHasLeftTeam": grpc.unary_unary_rpc_method_handler(
            servicer.UserHasLeftTeam,
            request_deserializer=hooks_user_channel_pb2.UserHasLeftTeamRequest.FromString,
            response_serializer=hooks_user_channel_pb2.UserHasLeftTeamResponse.SerializeToString,
        ),
        "ExecuteCommand": grpc.unary_unary_rpc_method_handler(
            servicer.ExecuteCommand,
            request_deserializer=hooks_command_pb2.ExecuteCommandRequest.FromString,
            response_serializer=hooks_command_pb2.ExecuteCommandResponse.SerializeToString,
        ),
        "OnWebSocketConnect": grpc.unary_unary_rpc_method_handler(
            servicer.OnWebSocketConnect,
            request_deserializer=hooks_command_pb2.OnWebSocketConnectRequest.FromString,
            response_serializer=hooks_command_pb2.OnWebSocketConnectResponse.SerializeToString,
        ),
        "OnWebSocketDisconnect": grpc.unary_unary_rpc_method_handler(
            servicer.OnWebSocketDisconnect,
            request_deserializer=hooks_command_pb2.OnWebSocketDisconnectRequest.FromString,
            response_serializer=hooks_command_pb2.OnWebSocketDisconnectResponse.SerializeToString,
        ),
        "WebSocketMessageHasBeenPosted": grpc.unary_unary_rpc_method_handler(
            servicer.WebSocketMessageHasBeenPosted,
            request_deserializer=hooks_command_pb2.WebSocketMessageHasBeenPostedRequest.FromString,
            response_serializer=hooks_command_pb2.WebSocketMessageHasBeenPostedResponse.SerializeToString,
        ),
        "OnPluginClusterEvent": grpc.unary_unary_rpc_method_handler(
            servicer.OnPluginClusterEvent,
            request_deserializer=hooks_command_pb2.OnPluginClusterEventRequest.FromString,
            response_serializer=hooks_command_pb2.OnPluginClusterEventResponse.SerializeToString,
        ),
        "OnSharedChannelsSyncMsg": grpc.unary_unary_rpc_method_handler(
            servicer.OnSharedChannelsSyncMsg,
            request_deserializer=hooks_command_pb2.OnSharedChannelsSyncMsgRequest.FromString,
            response_serializer=hooks_command_pb2.OnSharedChannelsSyncMsgResponse.SerializeToString,
        ),
        "OnSharedChannelsPing": grpc.unary_unary_rpc_method_handler(
            servicer.OnSharedChannelsPing,
            request_deserializer=hooks_command_pb2.OnSharedChannelsPingRequest.FromString,
            response_serializer=hooks_command_pb2.OnSharedChannelsPingResponse.SerializeToString,
        ),
        "OnSharedChannelsAttachmentSyncMsg": grpc.unary_unary_rpc_method_handler(
            servicer.OnSharedChannelsAttachmentSyncMsg,
            request_deserializer=hooks_command_pb2.OnSharedChannelsAttachmentSyncMsgRequest.FromString,
            response_serializer=hooks_command_pb2.OnSharedChannelsAttachmentSyncMsgResponse.SerializeToString,
        ),
        "OnSharedChannelsProfileImageSyncMsg": grpc.unary_unary_rpc_method_handler(
            servicer.OnSharedChannelsProfileImageSyncMsg,
            request_deserializer=hooks_command_pb2.OnSharedChannelsProfileImageSyncMsgRequest.FromString,
            response_serializer=hooks_command_pb2.OnSharedChannelsProfileImageSyncMsgResponse.SerializeToString,
        ),
        "GenerateSupportData": grpc.unary_unary_rpc_method_handler(
            servicer.GenerateSupportData,
            request_deserializer=hooks_command_pb2.GenerateSupportDataRequest.FromString,
            response_serializer=hooks_command_pb2.GenerateSupportDataResponse.SerializeToString,
        ),
        "ServeHTTP": grpc.stream_stream_rpc_method_handler(
            servicer.ServeHTTP,
            request_deserializer=hooks_http_pb2.ServeHTTPRequest.FromString,
            response_serializer=hooks_http_pb2.ServeHTTPResponse.SerializeToString,
        ),
    }
    server.add_generic_rpc_handlers(
        (grpc.method_handlers_generic_handler("mattermost.pluginapi.v1.PluginHooks", handlers),)
    )
