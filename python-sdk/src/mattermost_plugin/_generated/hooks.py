# Generated from the contract; do not edit.
"""Takes hook calls off the wire and puts their results on it."""

from __future__ import annotations

from functools import cache as _cache
from typing import TYPE_CHECKING, Any, AsyncIterator

from mattermost_plugin._generated import models as _models
from mattermost_plugin._generated.hook_names import HookName
from mattermost_plugin._internal import results as _r
from mattermost_plugin._internal.lazy import LazyModule
from mattermost_plugin._internal.servicer import HooksBase

if TYPE_CHECKING:
    from mattermost_plugin.grpc import hooks_command_pb2
    from mattermost_plugin.grpc import hooks_extension_pb2
    from mattermost_plugin.grpc import hooks_http_pb2
    from mattermost_plugin.grpc import hooks_lifecycle_pb2
    from mattermost_plugin.grpc import hooks_message_pb2
    from mattermost_plugin.grpc import hooks_user_channel_pb2
else:
    hooks_command_pb2 = LazyModule("mattermost_plugin.grpc.hooks_command_pb2")
    hooks_extension_pb2 = LazyModule("mattermost_plugin.grpc.hooks_extension_pb2")
    hooks_http_pb2 = LazyModule("mattermost_plugin.grpc.hooks_http_pb2")
    hooks_lifecycle_pb2 = LazyModule("mattermost_plugin.grpc.hooks_lifecycle_pb2")
    hooks_message_pb2 = LazyModule("mattermost_plugin.grpc.hooks_message_pb2")
    hooks_user_channel_pb2 = LazyModule("mattermost_plugin.grpc.hooks_user_channel_pb2")


@_cache
def _on_activate() -> _r.Shape[hooks_lifecycle_pb2.OnActivateResponse]:
    return _r.ErrorOnly("OnActivate", hooks_lifecycle_pb2.OnActivateResponse)


@_cache
def _on_deactivate() -> _r.Shape[hooks_lifecycle_pb2.OnDeactivateResponse]:
    return _r.ErrorOnly("OnDeactivate", hooks_lifecycle_pb2.OnDeactivateResponse)


@_cache
def _on_configuration_change() -> _r.Shape[hooks_lifecycle_pb2.OnConfigurationChangeResponse]:
    return _r.ErrorOnly("OnConfigurationChange", hooks_lifecycle_pb2.OnConfigurationChangeResponse)


@_cache
def _on_install() -> _r.Shape[hooks_lifecycle_pb2.OnInstallResponse]:
    return _r.ErrorOnly("OnInstall", hooks_lifecycle_pb2.OnInstallResponse)


@_cache
def _on_send_daily_telemetry() -> _r.Shape[hooks_lifecycle_pb2.OnSendDailyTelemetryResponse]:
    return _r.Ignored("OnSendDailyTelemetry", hooks_lifecycle_pb2.OnSendDailyTelemetryResponse)


@_cache
def _run_data_retention() -> _r.Shape[hooks_lifecycle_pb2.RunDataRetentionResponse]:
    return _r.One(
        "RunDataRetention",
        hooks_lifecycle_pb2.RunDataRetentionResponse,
        ("deleted_count", int),
    )


@_cache
def _on_cloud_limits_updated() -> _r.Shape[hooks_lifecycle_pb2.OnCloudLimitsUpdatedResponse]:
    return _r.Ignored("OnCloudLimitsUpdated", hooks_lifecycle_pb2.OnCloudLimitsUpdatedResponse)


@_cache
def _configuration_will_be_saved() -> _r.Shape[hooks_lifecycle_pb2.ConfigurationWillBeSavedResponse]:
    return _r.One(
        "ConfigurationWillBeSaved",
        hooks_lifecycle_pb2.ConfigurationWillBeSavedResponse,
        ("modified_config", _models.ConfigJson),
    )


@_cache
def _message_will_be_posted() -> _r.Shape[hooks_message_pb2.MessageWillBePostedResponse]:
    return _r.Rejectable(
        "MessageWillBePosted",
        hooks_message_pb2.MessageWillBePostedResponse,
        ("modified_post", _models.Post),
    )


@_cache
def _message_will_be_updated() -> _r.Shape[hooks_message_pb2.MessageWillBeUpdatedResponse]:
    return _r.Rejectable(
        "MessageWillBeUpdated",
        hooks_message_pb2.MessageWillBeUpdatedResponse,
        ("modified_post", _models.Post),
    )


@_cache
def _message_has_been_posted() -> _r.Shape[hooks_message_pb2.MessageHasBeenPostedResponse]:
    return _r.Ignored("MessageHasBeenPosted", hooks_message_pb2.MessageHasBeenPostedResponse)


@_cache
def _message_has_been_updated() -> _r.Shape[hooks_message_pb2.MessageHasBeenUpdatedResponse]:
    return _r.Ignored("MessageHasBeenUpdated", hooks_message_pb2.MessageHasBeenUpdatedResponse)


@_cache
def _messages_will_be_consumed() -> _r.Shape[hooks_message_pb2.MessagesWillBeConsumedResponse]:
    return _r.Many(
        "MessagesWillBeConsumed",
        hooks_message_pb2.MessagesWillBeConsumedResponse,
        ("posts", _models.Post),
    )


@_cache
def _message_has_been_deleted() -> _r.Shape[hooks_message_pb2.MessageHasBeenDeletedResponse]:
    return _r.Ignored("MessageHasBeenDeleted", hooks_message_pb2.MessageHasBeenDeletedResponse)


@_cache
def _file_will_be_uploaded() -> _r.Shape[hooks_message_pb2.FileWillBeUploadedResponse]:
    return _r.Rejectable(
        "FileWillBeUploaded",
        hooks_message_pb2.FileWillBeUploadedResponse,
        ("modified_file_info", _models.FileInfo),
        ("modified_content", bytes),
    )


@_cache
def _reaction_has_been_added() -> _r.Shape[hooks_message_pb2.ReactionHasBeenAddedResponse]:
    return _r.Ignored("ReactionHasBeenAdded", hooks_message_pb2.ReactionHasBeenAddedResponse)


@_cache
def _reaction_has_been_removed() -> _r.Shape[hooks_message_pb2.ReactionHasBeenRemovedResponse]:
    return _r.Ignored("ReactionHasBeenRemoved", hooks_message_pb2.ReactionHasBeenRemovedResponse)


@_cache
def _notification_will_be_pushed() -> _r.Shape[hooks_message_pb2.NotificationWillBePushedResponse]:
    return _r.Rejectable(
        "NotificationWillBePushed",
        hooks_message_pb2.NotificationWillBePushedResponse,
        ("modified_notification", _models.PushNotification),
    )


@_cache
def _email_notification_will_be_sent() -> _r.Shape[hooks_message_pb2.EmailNotificationWillBeSentResponse]:
    return _r.Rejectable(
        "EmailNotificationWillBeSent",
        hooks_message_pb2.EmailNotificationWillBeSentResponse,
        ("modified_content", _models.EmailNotificationContent),
    )


@_cache
def _preferences_have_changed() -> _r.Shape[hooks_message_pb2.PreferencesHaveChangedResponse]:
    return _r.Ignored("PreferencesHaveChanged", hooks_message_pb2.PreferencesHaveChangedResponse)


@_cache
def _user_has_been_created() -> _r.Shape[hooks_user_channel_pb2.UserHasBeenCreatedResponse]:
    return _r.Ignored("UserHasBeenCreated", hooks_user_channel_pb2.UserHasBeenCreatedResponse)


@_cache
def _user_will_log_in() -> _r.Shape[hooks_user_channel_pb2.UserWillLogInResponse]:
    return _r.Rejectable("UserWillLogIn", hooks_user_channel_pb2.UserWillLogInResponse)


@_cache
def _user_has_logged_in() -> _r.Shape[hooks_user_channel_pb2.UserHasLoggedInResponse]:
    return _r.Ignored("UserHasLoggedIn", hooks_user_channel_pb2.UserHasLoggedInResponse)


@_cache
def _user_has_been_deactivated() -> _r.Shape[hooks_user_channel_pb2.UserHasBeenDeactivatedResponse]:
    return _r.Ignored(
        "UserHasBeenDeactivated",
        hooks_user_channel_pb2.UserHasBeenDeactivatedResponse,
    )


@_cache
def _on_saml_login() -> _r.Shape[hooks_user_channel_pb2.OnSAMLLoginResponse]:
    return _r.ErrorOnly("OnSAMLLogin", hooks_user_channel_pb2.OnSAMLLoginResponse)


@_cache
def _channel_has_been_created() -> _r.Shape[hooks_user_channel_pb2.ChannelHasBeenCreatedResponse]:
    return _r.Ignored("ChannelHasBeenCreated", hooks_user_channel_pb2.ChannelHasBeenCreatedResponse)


@_cache
def _user_has_joined_channel() -> _r.Shape[hooks_user_channel_pb2.UserHasJoinedChannelResponse]:
    return _r.Ignored("UserHasJoinedChannel", hooks_user_channel_pb2.UserHasJoinedChannelResponse)


@_cache
def _user_has_left_channel() -> _r.Shape[hooks_user_channel_pb2.UserHasLeftChannelResponse]:
    return _r.Ignored("UserHasLeftChannel", hooks_user_channel_pb2.UserHasLeftChannelResponse)


@_cache
def _user_has_joined_team() -> _r.Shape[hooks_user_channel_pb2.UserHasJoinedTeamResponse]:
    return _r.Ignored("UserHasJoinedTeam", hooks_user_channel_pb2.UserHasJoinedTeamResponse)


@_cache
def _user_has_left_team() -> _r.Shape[hooks_user_channel_pb2.UserHasLeftTeamResponse]:
    return _r.Ignored("UserHasLeftTeam", hooks_user_channel_pb2.UserHasLeftTeamResponse)


@_cache
def _execute_command() -> _r.Shape[hooks_command_pb2.ExecuteCommandResponse]:
    return _r.One(
        "ExecuteCommand",
        hooks_command_pb2.ExecuteCommandResponse,
        ("response", _models.CommandResponse),
    )


@_cache
def _on_web_socket_connect() -> _r.Shape[hooks_command_pb2.OnWebSocketConnectResponse]:
    return _r.Ignored("OnWebSocketConnect", hooks_command_pb2.OnWebSocketConnectResponse)


@_cache
def _on_web_socket_disconnect() -> _r.Shape[hooks_command_pb2.OnWebSocketDisconnectResponse]:
    return _r.Ignored("OnWebSocketDisconnect", hooks_command_pb2.OnWebSocketDisconnectResponse)


@_cache
def _web_socket_message_has_been_posted() -> _r.Shape[hooks_command_pb2.WebSocketMessageHasBeenPostedResponse]:
    return _r.Ignored(
        "WebSocketMessageHasBeenPosted",
        hooks_command_pb2.WebSocketMessageHasBeenPostedResponse,
    )


@_cache
def _on_plugin_cluster_event() -> _r.Shape[hooks_command_pb2.OnPluginClusterEventResponse]:
    return _r.Ignored("OnPluginClusterEvent", hooks_command_pb2.OnPluginClusterEventResponse)


@_cache
def _on_shared_channels_sync_msg() -> _r.Shape[hooks_command_pb2.OnSharedChannelsSyncMsgResponse]:
    return _r.One(
        "OnSharedChannelsSyncMsg",
        hooks_command_pb2.OnSharedChannelsSyncMsgResponse,
        ("response", _models.SyncResponse),
    )


@_cache
def _on_shared_channels_ping() -> _r.Shape[hooks_command_pb2.OnSharedChannelsPingResponse]:
    return _r.One(
        "OnSharedChannelsPing",
        hooks_command_pb2.OnSharedChannelsPingResponse,
        ("healthy", bool),
    )


@_cache
def _on_shared_channels_attachment_sync_msg() -> _r.Shape[hooks_command_pb2.OnSharedChannelsAttachmentSyncMsgResponse]:
    return _r.ErrorOnly(
        "OnSharedChannelsAttachmentSyncMsg",
        hooks_command_pb2.OnSharedChannelsAttachmentSyncMsgResponse,
    )


@_cache
def _on_shared_channels_profile_image_sync_msg() -> _r.Shape[hooks_command_pb2.OnSharedChannelsProfileImageSyncMsgResponse]:
    return _r.ErrorOnly(
        "OnSharedChannelsProfileImageSyncMsg",
        hooks_command_pb2.OnSharedChannelsProfileImageSyncMsgResponse,
    )


@_cache
def _generate_support_data() -> _r.Shape[hooks_command_pb2.GenerateSupportDataResponse]:
    return _r.Many(
        "GenerateSupportData",
        hooks_command_pb2.GenerateSupportDataResponse,
        ("files", _models.FileData),
    )


@_cache
def _describe_command() -> _r.Shape[hooks_extension_pb2.DescribeCommandResponse]:
    return _r.One(
        "DescribeCommand",
        hooks_extension_pb2.DescribeCommandResponse,
        ("data", _models.AutocompleteData),
    )


class PluginHooksServicer(HooksBase):
    """Serves all hooks: decodes each call into models and hands it to `dispatch`, whose result it
    encodes.

    A subclass implements `dispatch`, `implemented_hooks` and, where it serves HTTP, `ServeHTTP`.
    """

    async def Implemented(  # noqa: N802 - the wire's name
        self, request: hooks_lifecycle_pb2.ImplementedRequest, context: Any
    ) -> hooks_lifecycle_pb2.ImplementedResponse:
        """Asks which hooks the plugin handles.

        Called in the one plugin that is being started, once it is healthy and before any other
        hook. Only the hooks named in the answer are called afterwards; names that the host does
        not know are ignored. Without an answer the plugin does not start.
        """
        return await self._list(hooks_lifecycle_pb2.ImplementedResponse, context)

    async def OnActivate(  # noqa: N802 - the wire's name
        self, request: hooks_lifecycle_pb2.OnActivateRequest, context: Any
    ) -> hooks_lifecycle_pb2.OnActivateResponse:
        """Tells the plugin to begin its work.

        Called in the one plugin that is being started, after Implemented and
        OnConfigurationChange and before anything else is sent to it, so that commands can be
        registered and stored data prepared here. With an error, or without an answer in time,
        the plugin does not start and the error is shown as the reason.
        """
        return await self._serve(
            HookName.OnActivate,
            request,
            (),
            (),
            _on_activate(),
            context,
        )

    async def OnDeactivate(  # noqa: N802 - the wire's name
        self, request: hooks_lifecycle_pb2.OnDeactivateRequest, context: Any
    ) -> hooks_lifecycle_pb2.OnDeactivateResponse:
        """Tells the plugin to end its work.

        Called in the one plugin that is being stopped, after the last other hook has been
        answered and while the API can still be used. The plugin is stopped whatever it answers;
        an error or a late answer is only logged.
        """
        return await self._serve(
            HookName.OnDeactivate,
            request,
            (),
            (),
            _on_deactivate(),
            context,
        )

    async def OnConfigurationChange(  # noqa: N802 - the wire's name
        self, request: hooks_lifecycle_pb2.OnConfigurationChangeRequest, context: Any
    ) -> hooks_lifecycle_pb2.OnConfigurationChangeResponse:
        """Says that the server's or the plugin's configuration is different now.

        Called when a plugin starts, before OnActivate, and from then on in every plugin after
        each change, once the new configuration is in force. The configuration itself is fetched
        through the API. An error or a failure is logged and changes nothing.
        """
        return await self._serve(
            HookName.OnConfigurationChange,
            request,
            (),
            (),
            _on_configuration_change(),
            context,
        )

    async def OnInstall(  # noqa: N802 - the wire's name
        self, request: hooks_lifecycle_pb2.OnInstallRequest, context: Any
    ) -> hooks_lifecycle_pb2.OnInstallResponse:
        """Says that the plugin was installed by an administrator.

        Called once in the plugin concerned, after it was first installed and started by way of
        the server's interface; not when it is found in place or restarted. An error or a failure
        is reported to whoever installed it.
        """
        return await self._serve(
            HookName.OnInstall,
            request,
            ("event",),
            (_models.PluginContext._wrap(request.plugin_context), _models.OnInstallEvent._wrap(request.event),),
            _on_install(),
            context,
        )

    async def OnSendDailyTelemetry(  # noqa: N802 - the wire's name
        self, request: hooks_lifecycle_pb2.OnSendDailyTelemetryRequest, context: Any
    ) -> hooks_lifecycle_pb2.OnSendDailyTelemetryResponse:
        """Says that the daily usage figures are being sent, so that the plugin can send its own.

        Called once a day in every plugin that handles it. A failure is logged and changes
        nothing.
        """
        return await self._serve(
            HookName.OnSendDailyTelemetry,
            request,
            (),
            (),
            _on_send_daily_telemetry(),
            context,
        )

    async def RunDataRetention(  # noqa: N802 - the wire's name
        self, request: hooks_lifecycle_pb2.RunDataRetentionRequest, context: Any
    ) -> hooks_lifecycle_pb2.RunDataRetentionResponse:
        """Asks the plugin to delete what the retention rules no longer allow it to keep.

        Called by the job that deletes old data. Every plugin deletes at most one batch and
        answers with the number of entries it deleted; the numbers of all plugins are added up,
        and the job may call again while they are not 0. An error or a failure is logged and adds
        nothing, and the other plugins are still asked.
        """
        return await self._serve(
            HookName.RunDataRetention,
            request,
            (),
            (request.now_time, request.batch_size,),
            _run_data_retention(),
            context,
        )

    async def OnCloudLimitsUpdated(  # noqa: N802 - the wire's name
        self, request: hooks_lifecycle_pb2.OnCloudLimitsUpdatedRequest, context: Any
    ) -> hooks_lifecycle_pb2.OnCloudLimitsUpdatedResponse:
        """Says that the limits of the server's subscription are different now.

        Called after the change in every plugin that handles it. A failure is logged and changes
        nothing.
        """
        return await self._serve(
            HookName.OnCloudLimitsUpdated,
            request,
            ("limits",),
            (_models.ProductLimits._wrap(request.limits),),
            _on_cloud_limits_updated(),
            context,
        )

    async def ConfigurationWillBeSaved(  # noqa: N802 - the wire's name
        self, request: hooks_lifecycle_pb2.ConfigurationWillBeSavedRequest, context: Any
    ) -> hooks_lifecycle_pb2.ConfigurationWillBeSavedResponse:
        """Lets the plugin look at a configuration before it is saved, change it or refuse it.

        Each plugin sees the configuration as the one before it left it. Without a modified
        configuration it stays as it is. The first error ends the pass and the configuration is
        not saved. The hook fails closed: a plugin that fails or is too late prevents the saving
        as well.
        """
        return await self._serve(
            HookName.ConfigurationWillBeSaved,
            request,
            ("new_config",),
            (_models.ConfigJson._wrap(request.new_config),),
            _configuration_will_be_saved(),
            context,
        )

    async def MessageWillBePosted(  # noqa: N802 - the wire's name
        self, request: hooks_message_pb2.MessageWillBePostedRequest, context: Any
    ) -> hooks_message_pb2.MessageWillBePostedResponse:
        """Lets the plugin look at a new post before it is stored, change it or refuse it.

        Called for posts of users, plugins and integrations alike, but not for ephemeral ones.
        Each plugin sees the post as the one before it left it. A modified post replaces it;
        without one it stays as it is.

        A rejection reason, which is looked at before a modified post, ends the pass: nothing is
        stored and the author is told the reason with HTTP status 400. The reason
        plugin.message_will_be_posted.dismiss_post makes the post vanish without an error being
        shown. The hook fails open: a plugin that fails or is too late is passed over.
        """
        return await self._serve(
            HookName.MessageWillBePosted,
            request,
            ("post",),
            (_models.PluginContext._wrap(request.plugin_context), _models.Post._wrap(request.post),),
            _message_will_be_posted(),
            context,
        )

    async def MessageWillBeUpdated(  # noqa: N802 - the wire's name
        self, request: hooks_message_pb2.MessageWillBeUpdatedRequest, context: Any
    ) -> hooks_message_pb2.MessageWillBeUpdatedResponse:
        """Lets the plugin look at an edited post before it is stored, change it or refuse the edit.

        Each plugin sees the new post as the one before it left it, beside the stored one. A
        modified post replaces the new one; without one it stays as it is. A rejection reason,
        which is looked at before a modified post, ends the pass: the stored post is kept and the
        editor is told. The hook fails open: a plugin that fails or is too late is passed over.
        """
        return await self._serve(
            HookName.MessageWillBeUpdated,
            request,
            ("new_post", "old_post",),
            (_models.PluginContext._wrap(request.plugin_context), _models.Post._wrap(request.new_post), _models.Post._wrap(request.old_post),),
            _message_will_be_updated(),
            context,
        )

    async def MessageHasBeenPosted(  # noqa: N802 - the wire's name
        self, request: hooks_message_pb2.MessageHasBeenPostedRequest, context: Any
    ) -> hooks_message_pb2.MessageHasBeenPostedResponse:
        """Says that a post was stored.

        Called afterwards, in the background, in every plugin that handles it, including the one
        that made the post; a plugin that answers posts has to know its own. A failure is logged
        and changes nothing.
        """
        return await self._serve(
            HookName.MessageHasBeenPosted,
            request,
            ("post",),
            (_models.PluginContext._wrap(request.plugin_context), _models.Post._wrap(request.post),),
            _message_has_been_posted(),
            context,
        )

    async def MessageHasBeenUpdated(  # noqa: N802 - the wire's name
        self, request: hooks_message_pb2.MessageHasBeenUpdatedRequest, context: Any
    ) -> hooks_message_pb2.MessageHasBeenUpdatedResponse:
        """Says that an edited post was stored.

        Called afterwards, in the background, in every plugin that handles it. A failure is
        logged and changes nothing.
        """
        return await self._serve(
            HookName.MessageHasBeenUpdated,
            request,
            ("new_post", "old_post",),
            (_models.PluginContext._wrap(request.plugin_context), _models.Post._wrap(request.new_post), _models.Post._wrap(request.old_post),),
            _message_has_been_updated(),
            context,
        )

    async def MessagesWillBeConsumed(  # noqa: N802 - the wire's name
        self, request: hooks_message_pb2.MessagesWillBeConsumedRequest, context: Any
    ) -> hooks_message_pb2.MessagesWillBeConsumedResponse:
        """Lets the plugin change how posts look to those who read them, without changing what is
        stored.

        Called before posts are sent to a client, by hosts on which this is switched on. Each
        plugin sees the posts as the ones before it left them and answers with those it wants
        shown differently; they are matched by identifier. Posts left out stay as they are, so a
        post cannot be hidden by leaving it out, and an empty answer changes nothing. The hook
        fails open: a plugin that fails or is too late is passed over. It delays reading, so the
        answer must come fast.
        """
        return await self._serve(
            HookName.MessagesWillBeConsumed,
            request,
            (),
            ([_models.Post._wrap(item) for item in request.posts],),
            _messages_will_be_consumed(),
            context,
        )

    async def MessageHasBeenDeleted(  # noqa: N802 - the wire's name
        self, request: hooks_message_pb2.MessageHasBeenDeletedRequest, context: Any
    ) -> hooks_message_pb2.MessageHasBeenDeletedResponse:
        """Says that a post was deleted.

        Called afterwards, in the background, in every plugin that handles it. A failure is
        logged and changes nothing.
        """
        return await self._serve(
            HookName.MessageHasBeenDeleted,
            request,
            ("post",),
            (_models.PluginContext._wrap(request.plugin_context), _models.Post._wrap(request.post),),
            _message_has_been_deleted(),
            context,
        )

    async def FileWillBeUploaded(  # noqa: N802 - the wire's name
        self, request: hooks_message_pb2.FileWillBeUploadedRequest, context: Any
    ) -> hooks_message_pb2.FileWillBeUploadedResponse:
        """Lets the plugin look at an uploaded file before it is stored, change it or refuse it.

        The whole content travels in one message, within the limit for messages. Each plugin sees
        information and content as the one before it left them. Modified information or content
        replaces what was there; when the content is replaced its size is measured anew. A
        rejection reason, which is looked at first, ends the pass: nothing is stored and the
        uploader is told the reason. The hook fails open: a plugin that fails or is too late is
        passed over.
        """
        return await self._serve(
            HookName.FileWillBeUploaded,
            request,
            ("file_info",),
            (_models.PluginContext._wrap(request.plugin_context), _models.FileInfo._wrap(request.file_info), request.file_content,),
            _file_will_be_uploaded(),
            context,
        )

    async def ReactionHasBeenAdded(  # noqa: N802 - the wire's name
        self, request: hooks_message_pb2.ReactionHasBeenAddedRequest, context: Any
    ) -> hooks_message_pb2.ReactionHasBeenAddedResponse:
        """Says that a user reacted to a post.

        Called after the reaction was stored, in the background, in every plugin that handles it.
        A failure is logged and changes nothing.
        """
        return await self._serve(
            HookName.ReactionHasBeenAdded,
            request,
            ("reaction",),
            (_models.PluginContext._wrap(request.plugin_context), _models.Reaction._wrap(request.reaction),),
            _reaction_has_been_added(),
            context,
        )

    async def ReactionHasBeenRemoved(  # noqa: N802 - the wire's name
        self, request: hooks_message_pb2.ReactionHasBeenRemovedRequest, context: Any
    ) -> hooks_message_pb2.ReactionHasBeenRemovedResponse:
        """Says that a reaction to a post was taken away.

        Called afterwards, in the background, in every plugin that handles it. A failure is
        logged and changes nothing.
        """
        return await self._serve(
            HookName.ReactionHasBeenRemoved,
            request,
            ("reaction",),
            (_models.PluginContext._wrap(request.plugin_context), _models.Reaction._wrap(request.reaction),),
            _reaction_has_been_removed(),
            context,
        )

    async def NotificationWillBePushed(  # noqa: N802 - the wire's name
        self, request: hooks_message_pb2.NotificationWillBePushedRequest, context: Any
    ) -> hooks_message_pb2.NotificationWillBePushedResponse:
        """Lets the plugin look at a push notification before it is sent, change it or hold it back.

        Called for each notification and receiver. Each plugin sees the notification as the one
        before it left it. A modified notification replaces it; without one it stays as it is. A
        rejection reason, which is looked at first, ends the pass: nothing is sent, nobody is
        told, and the reason is logged. The hook fails open: a plugin that fails or is too late
        is passed over.
        """
        return await self._serve(
            HookName.NotificationWillBePushed,
            request,
            ("push_notification",),
            (_models.PushNotification._wrap(request.push_notification), request.user_id,),
            _notification_will_be_pushed(),
            context,
        )

    async def EmailNotificationWillBeSent(  # noqa: N802 - the wire's name
        self, request: hooks_message_pb2.EmailNotificationWillBeSentRequest, context: Any
    ) -> hooks_message_pb2.EmailNotificationWillBeSentResponse:
        """Lets the plugin look at a notification mail before it is sent, change what it says or
        hold it back.

        Called for each mail. Each plugin sees the mail as the one before it left it. Modified
        content replaces all that can be changed; without it the mail stays as it is. A rejection
        reason, which is looked at first, ends the pass: nothing is sent, nobody is told, and the
        reason is logged. The hook fails open: a plugin that fails or is too late is passed over.
        """
        return await self._serve(
            HookName.EmailNotificationWillBeSent,
            request,
            ("email_notification",),
            (_models.EmailNotificationJson._wrap(request.email_notification),),
            _email_notification_will_be_sent(),
            context,
        )

    async def PreferencesHaveChanged(  # noqa: N802 - the wire's name
        self, request: hooks_message_pb2.PreferencesHaveChangedRequest, context: Any
    ) -> hooks_message_pb2.PreferencesHaveChangedResponse:
        """Says that settings of a user are different now.

        Called after they were stored, in the background, in every plugin that handles it, also
        when a plugin made the change. A failure is logged and changes nothing.
        """
        return await self._serve(
            HookName.PreferencesHaveChanged,
            request,
            (),
            (_models.PluginContext._wrap(request.plugin_context), [_models.Preference._wrap(item) for item in request.preferences],),
            _preferences_have_changed(),
            context,
        )

    async def UserHasBeenCreated(  # noqa: N802 - the wire's name
        self, request: hooks_user_channel_pb2.UserHasBeenCreatedRequest, context: Any
    ) -> hooks_user_channel_pb2.UserHasBeenCreatedResponse:
        """Says that an account was made.

        Called afterwards, in the background, in every plugin that handles it. A failure is
        logged and changes nothing.
        """
        return await self._serve(
            HookName.UserHasBeenCreated,
            request,
            ("user",),
            (_models.PluginContext._wrap(request.plugin_context), _models.User._wrap(request.user),),
            _user_has_been_created(),
            context,
        )

    async def UserWillLogIn(  # noqa: N802 - the wire's name
        self, request: hooks_user_channel_pb2.UserWillLogInRequest, context: Any
    ) -> hooks_user_channel_pb2.UserWillLogInResponse:
        """Lets the plugin refuse a login.

        Called when the credentials were found right and before a session is made. The first
        plugin that answers with a reason ends the pass: there is no session and the user is told
        the reason with HTTP status 400. An empty reason allows the login. The hook fails open: a
        plugin that fails or is too late is passed over, which means that it allows the login.
        """
        return await self._serve(
            HookName.UserWillLogIn,
            request,
            ("user",),
            (_models.PluginContext._wrap(request.plugin_context), _models.User._wrap(request.user),),
            _user_will_log_in(),
            context,
        )

    async def UserHasLoggedIn(  # noqa: N802 - the wire's name
        self, request: hooks_user_channel_pb2.UserHasLoggedInRequest, context: Any
    ) -> hooks_user_channel_pb2.UserHasLoggedInResponse:
        """Says that a user logged in.

        Called after the session was made, in the background, in every plugin that handles it. A
        failure is logged and changes nothing.
        """
        return await self._serve(
            HookName.UserHasLoggedIn,
            request,
            ("user",),
            (_models.PluginContext._wrap(request.plugin_context), _models.User._wrap(request.user),),
            _user_has_logged_in(),
            context,
        )

    async def UserHasBeenDeactivated(  # noqa: N802 - the wire's name
        self, request: hooks_user_channel_pb2.UserHasBeenDeactivatedRequest, context: Any
    ) -> hooks_user_channel_pb2.UserHasBeenDeactivatedResponse:
        """Says that an account was deactivated.

        Called afterwards, in the background, in every plugin that handles it. A failure is
        logged and changes nothing.
        """
        return await self._serve(
            HookName.UserHasBeenDeactivated,
            request,
            ("user",),
            (_models.PluginContext._wrap(request.plugin_context), _models.User._wrap(request.user),),
            _user_has_been_deactivated(),
            context,
        )

    async def OnSAMLLogin(  # noqa: N802 - the wire's name
        self, request: hooks_user_channel_pb2.OnSAMLLoginRequest, context: Any
    ) -> hooks_user_channel_pb2.OnSAMLLoginResponse:
        """Lets the plugin look at what an identity provider said about a user, and refuse the
        login.

        Called after a login by SAML was found right and before it is complete. The first plugin
        that answers with an error ends the pass and the login fails. The hook fails closed: a
        plugin that fails or is too late makes the login fail as well.
        """
        return await self._serve(
            HookName.OnSAMLLogin,
            request,
            ("user", "assertion",),
            (_models.PluginContext._wrap(request.plugin_context), _models.User._wrap(request.user), _models.SamlAssertionInfoJson._wrap(request.assertion),),
            _on_saml_login(),
            context,
        )

    async def ChannelHasBeenCreated(  # noqa: N802 - the wire's name
        self, request: hooks_user_channel_pb2.ChannelHasBeenCreatedRequest, context: Any
    ) -> hooks_user_channel_pb2.ChannelHasBeenCreatedResponse:
        """Says that a channel was made.

        Called afterwards, in the background, in every plugin that handles it. A failure is
        logged and changes nothing.
        """
        return await self._serve(
            HookName.ChannelHasBeenCreated,
            request,
            ("channel",),
            (_models.PluginContext._wrap(request.plugin_context), _models.Channel._wrap(request.channel),),
            _channel_has_been_created(),
            context,
        )

    async def UserHasJoinedChannel(  # noqa: N802 - the wire's name
        self, request: hooks_user_channel_pb2.UserHasJoinedChannelRequest, context: Any
    ) -> hooks_user_channel_pb2.UserHasJoinedChannelResponse:
        """Says that a user became a member of a channel.

        Called afterwards, in the background, in every plugin that handles it, whether the user
        joined or was added. A failure is logged and changes nothing.
        """
        return await self._serve(
            HookName.UserHasJoinedChannel,
            request,
            ("channel_member",),
            (_models.PluginContext._wrap(request.plugin_context), _models.ChannelMember._wrap(request.channel_member), _models.User._wrap(request.actor) if request.HasField("actor") else None,),
            _user_has_joined_channel(),
            context,
        )

    async def UserHasLeftChannel(  # noqa: N802 - the wire's name
        self, request: hooks_user_channel_pb2.UserHasLeftChannelRequest, context: Any
    ) -> hooks_user_channel_pb2.UserHasLeftChannelResponse:
        """Says that a user is no longer a member of a channel.

        Called afterwards, in the background, in every plugin that handles it, whether the user
        left or was removed. A failure is logged and changes nothing.
        """
        return await self._serve(
            HookName.UserHasLeftChannel,
            request,
            ("channel_member",),
            (_models.PluginContext._wrap(request.plugin_context), _models.ChannelMember._wrap(request.channel_member), _models.User._wrap(request.actor) if request.HasField("actor") else None,),
            _user_has_left_channel(),
            context,
        )

    async def UserHasJoinedTeam(  # noqa: N802 - the wire's name
        self, request: hooks_user_channel_pb2.UserHasJoinedTeamRequest, context: Any
    ) -> hooks_user_channel_pb2.UserHasJoinedTeamResponse:
        """Says that a user became a member of a team.

        Called afterwards, in the background, in every plugin that handles it, whether the user
        joined or was added. A failure is logged and changes nothing.
        """
        return await self._serve(
            HookName.UserHasJoinedTeam,
            request,
            ("team_member",),
            (_models.PluginContext._wrap(request.plugin_context), _models.TeamMember._wrap(request.team_member), _models.User._wrap(request.actor) if request.HasField("actor") else None,),
            _user_has_joined_team(),
            context,
        )

    async def UserHasLeftTeam(  # noqa: N802 - the wire's name
        self, request: hooks_user_channel_pb2.UserHasLeftTeamRequest, context: Any
    ) -> hooks_user_channel_pb2.UserHasLeftTeamResponse:
        """Says that a user is no longer a member of a team.

        Called afterwards, in the background, in every plugin that handles it, whether the user
        left or was removed. A failure is logged and changes nothing.
        """
        return await self._serve(
            HookName.UserHasLeftTeam,
            request,
            ("team_member",),
            (_models.PluginContext._wrap(request.plugin_context), _models.TeamMember._wrap(request.team_member), _models.User._wrap(request.actor) if request.HasField("actor") else None,),
            _user_has_left_team(),
            context,
        )

    async def ExecuteCommand(  # noqa: N802 - the wire's name
        self, request: hooks_command_pb2.ExecuteCommandRequest, context: Any
    ) -> hooks_command_pb2.ExecuteCommandResponse:
        """Asks the plugin to carry out a slash command.

        Called while the user waits, in the one plugin that registered the command's trigger. The
        response is shown to the user; without one the command succeeds silently. An error is
        shown to the user. The hook fails closed: when the plugin fails or is too late the user
        is shown an error with HTTP status 500. A plugin that registers commands has to handle
        this hook.
        """
        return await self._serve(
            HookName.ExecuteCommand,
            request,
            ("args",),
            (_models.PluginContext._wrap(request.plugin_context), _models.CommandArgs._wrap(request.args),),
            _execute_command(),
            context,
        )

    async def OnWebSocketConnect(  # noqa: N802 - the wire's name
        self, request: hooks_command_pb2.OnWebSocketConnectRequest, context: Any
    ) -> hooks_command_pb2.OnWebSocketConnectResponse:
        """Says that a client opened a WebSocket connection.

        Called afterwards, in the background, in every plugin that handles it; the user may not
        be known yet. A failure is logged and changes nothing.
        """
        return await self._serve(
            HookName.OnWebSocketConnect,
            request,
            (),
            (request.web_conn_id, request.user_id,),
            _on_web_socket_connect(),
            context,
        )

    async def OnWebSocketDisconnect(  # noqa: N802 - the wire's name
        self, request: hooks_command_pb2.OnWebSocketDisconnectRequest, context: Any
    ) -> hooks_command_pb2.OnWebSocketDisconnectResponse:
        """Says that a client's WebSocket connection was closed.

        Called afterwards, in the background, in every plugin that handles it. A failure is
        logged and changes nothing.
        """
        return await self._serve(
            HookName.OnWebSocketDisconnect,
            request,
            (),
            (request.web_conn_id, request.user_id,),
            _on_web_socket_disconnect(),
            context,
        )

    async def WebSocketMessageHasBeenPosted(  # noqa: N802 - the wire's name
        self, request: hooks_command_pb2.WebSocketMessageHasBeenPostedRequest, context: Any
    ) -> hooks_command_pb2.WebSocketMessageHasBeenPostedResponse:
        """Says that a client sent a message meant for plugins over its WebSocket connection.

        Called in the background, in every plugin that handles it, for messages whose action
        begins with custom_; which plugin is meant can be told from the action alone. There is no
        answer to the client. A failure is logged and changes nothing.
        """
        return await self._serve(
            HookName.WebSocketMessageHasBeenPosted,
            request,
            ("request",),
            (request.web_conn_id, request.user_id, _models.WebSocketRequest._wrap(request.request),),
            _web_socket_message_has_been_posted(),
            context,
        )

    async def OnPluginClusterEvent(  # noqa: N802 - the wire's name
        self, request: hooks_command_pb2.OnPluginClusterEventRequest, context: Any
    ) -> hooks_command_pb2.OnPluginClusterEventResponse:
        """Hands over a message that the same plugin sent on another node of the cluster.

        Called in that one plugin only. There is no answer to the sender. A failure is logged;
        the message is not sent again.
        """
        return await self._serve(
            HookName.OnPluginClusterEvent,
            request,
            ("event",),
            (_models.PluginContext._wrap(request.plugin_context), _models.PluginClusterEvent._wrap(request.event),),
            _on_plugin_cluster_event(),
            context,
        )

    async def OnSharedChannelsSyncMsg(  # noqa: N802 - the wire's name
        self, request: hooks_command_pb2.OnSharedChannelsSyncMsgRequest, context: Any
    ) -> hooks_command_pb2.OnSharedChannelsSyncMsgResponse:
        """Hands over changes in a shared channel to the plugin that plays its other side.

        Called in that one plugin after the changes were stored. The response says how far they
        were taken over; the host goes on from there the next time. The hook fails closed: with
        an error, or when the plugin fails or is too late, none of them count as taken over.
        """
        return await self._serve(
            HookName.OnSharedChannelsSyncMsg,
            request,
            ("sync_msg", "remote_cluster",),
            (_models.SyncMsgJson._wrap(request.sync_msg), _models.RemoteCluster._wrap(request.remote_cluster),),
            _on_shared_channels_sync_msg(),
            context,
        )

    async def OnSharedChannelsPing(  # noqa: N802 - the wire's name
        self, request: hooks_command_pb2.OnSharedChannelsPingRequest, context: Any
    ) -> hooks_command_pb2.OnSharedChannelsPingResponse:
        """Asks the plugin that plays the other side of shared channels whether that side can be
        reached.

        Called again and again in that one plugin. A plugin that does not handle the hook counts
        as reachable. The hook fails closed: one that fails or is too late counts as not
        reachable. After several such answers the other side is marked as offline.
        """
        return await self._serve(
            HookName.OnSharedChannelsPing,
            request,
            ("remote_cluster",),
            (_models.RemoteCluster._wrap(request.remote_cluster),),
            _on_shared_channels_ping(),
            context,
        )

    async def OnSharedChannelsAttachmentSyncMsg(  # noqa: N802 - the wire's name
        self, request: hooks_command_pb2.OnSharedChannelsAttachmentSyncMsgRequest, context: Any
    ) -> hooks_command_pb2.OnSharedChannelsAttachmentSyncMsgResponse:
        """Hands over one attachment of a post in a shared channel to the plugin that plays its
        other side.

        Called in that one plugin, once for each attachment. The hook fails closed: with an
        error, or when the plugin fails or is too late, the attachment does not count as taken
        over.
        """
        return await self._serve(
            HookName.OnSharedChannelsAttachmentSyncMsg,
            request,
            ("file_info", "post", "remote_cluster",),
            (_models.FileInfo._wrap(request.file_info), _models.Post._wrap(request.post), _models.RemoteCluster._wrap(request.remote_cluster),),
            _on_shared_channels_attachment_sync_msg(),
            context,
        )

    async def OnSharedChannelsProfileImageSyncMsg(  # noqa: N802 - the wire's name
        self, request: hooks_command_pb2.OnSharedChannelsProfileImageSyncMsgRequest, context: Any
    ) -> hooks_command_pb2.OnSharedChannelsProfileImageSyncMsgResponse:
        """Hands over a user's new profile picture to the plugin that plays the other side of shared
        channels.

        Called in that one plugin, once for each picture. The hook fails closed: with an error,
        or when the plugin fails or is too late, the picture does not count as taken over.
        """
        return await self._serve(
            HookName.OnSharedChannelsProfileImageSyncMsg,
            request,
            ("user", "remote_cluster",),
            (_models.User._wrap(request.user), _models.RemoteCluster._wrap(request.remote_cluster),),
            _on_shared_channels_profile_image_sync_msg(),
            context,
        )

    async def GenerateSupportData(  # noqa: N802 - the wire's name
        self, request: hooks_command_pb2.GenerateSupportDataRequest, context: Any
    ) -> hooks_command_pb2.GenerateSupportDataResponse:
        """Asks the plugin for files to put into a support packet.

        Called when an administrator makes such a packet; where the plugin's manifest names a
        choice for it in the property support_packet, only if the administrator chose it. The
        files of all plugins are put together. An error or a failure is logged and adds nothing,
        and the other plugins are still asked. The files must not contain secrets.
        """
        return await self._serve(
            HookName.GenerateSupportData,
            request,
            (),
            (_models.PluginContext._wrap(request.plugin_context),),
            _generate_support_data(),
            context,
        )

    async def ServeHTTP(  # noqa: N802 - the wire's name
        self, requests: AsyncIterator[hooks_http_pb2.ServeHTTPRequest], context: Any
    ) -> AsyncIterator[hooks_http_pb2.ServeHTTPResponse]:
        """Answers an HTTP request to the plugin's own address, made by a client or by another
        plugin.

        Called in the one plugin whose identifier is in the address. Request and answer are
        streams that run at the same time: the plugin may answer before the whole request has
        arrived, and what it sends goes on to the client at once. There is no deadline; when the
        client goes away the call is cancelled. The request is passed on whether or not the user
        is logged in, so permissions are for the plugin to check.

        A plugin that does not handle the hook is answered for with status 404, one that cannot
        be reached with 503, and one that breaks off before its first message with 502. If it
        breaks off later the client's connection is cut, so that a part is not taken for the
        whole.
        """
        await self._refuse(HookName.ServeHTTP, context)
        yield hooks_http_pb2.ServeHTTPResponse()  # Not reached; makes this a stream.

    async def ServeMetrics(  # noqa: N802 - the wire's name
        self, requests: AsyncIterator[hooks_http_pb2.ServeHTTPRequest], context: Any
    ) -> AsyncIterator[hooks_http_pb2.ServeHTTPResponse]:
        """Answers an HTTP request for the plugin's own metrics.

        Called in the one plugin whose identifier is in the address, where the host offers
        metrics of plugins at all. Request and answer are streams, as those of ServeHTTP are.
        They are for programs that collect metrics, not for users: nobody is logged in. The url
        begins below the address of the plugin's metrics and is as a rule a slash alone.

        A plugin that does not handle the hook is answered for with status 404.
        """
        await self._refuse(HookName.ServeMetrics, context)
        yield hooks_http_pb2.ServeHTTPResponse()  # Not reached; makes this a stream.

    async def FileWillBeUploadedStream(  # noqa: N802 - the wire's name
        self, requests: AsyncIterator[hooks_extension_pb2.StreamedUploadRequest], context: Any
    ) -> AsyncIterator[hooks_extension_pb2.StreamedUploadResponse]:
        """Lets the plugin look at an uploaded file of any size before it is stored, change it or
        refuse it.

        The form of FileWillBeUploaded in which the content is a stream, in both directions: the
        plugin may answer while it reads, and need not read to the end. A plugin that handles it
        is not asked in the other form, unless the host does not know this one. Each plugin sees
        information and content as the one before it left them. A rejection reason ends the pass:
        nothing is stored and the uploader is told the reason. The hook fails open: a plugin that
        fails, is too late or breaks off before its verdict is passed over.
        """
        await self._refuse(HookName.FileWillBeUploadedStream, context)
        yield hooks_extension_pb2.StreamedUploadResponse()  # Not reached; makes this a stream.

    async def ServeWebSocket(  # noqa: N802 - the wire's name
        self, requests: AsyncIterator[hooks_extension_pb2.WebSocketFromClient], context: Any
    ) -> AsyncIterator[hooks_extension_pb2.WebSocketFromPlugin]:
        """Takes a WebSocket of a client, below the plugin's address.

        Called in the one plugin whose identifier is in the address, with what ServeHTTP is told
        of a request: whose it is, its path, its headers, the protocols that the client speaks.
        The plugin answers first whether it takes the connection. Then messages go both ways
        until one side closes. Each side waits until what it sends is taken. A stream that ends
        without a close message was broken off.

        A plugin that does not handle the hook is answered for with status 404.
        """
        await self._refuse(HookName.ServeWebSocket, context)
        yield hooks_extension_pb2.WebSocketFromPlugin()  # Not reached; makes this a stream.

    async def DescribeCommand(  # noqa: N802 - the wire's name
        self, request: hooks_extension_pb2.DescribeCommandRequest, context: Any
    ) -> hooks_extension_pb2.DescribeCommandResponse:
        """Tells how the arguments of a command are written, so that they are completed while a user
        types.

        Called in the one plugin that registered the command, when it is first completed; the
        answer holds until the command is registered anew or the plugin ends. Without an answer,
        and where the hook fails, the command is completed by its hint alone.
        """
        return await self._serve(
            HookName.DescribeCommand,
            request,
            (),
            (_models.PluginContext._wrap(request.plugin_context), request.team_id, request.trigger,),
            _describe_command(),
            context,
        )
