# Generated from the contract; do not edit.
"""The hooks that a plugin may implement."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mattermost_plugin._internal.hook_facts import HookFacts


class HookName(str, Enum):
    """A hook, by the name that it has on the wire."""

    OnActivate = "OnActivate"
    """Tells the plugin to begin its work.

    Called in the one plugin that is being started, after Implemented and OnConfigurationChange
    and before anything else is sent to it, so that commands can be registered and stored data
    prepared here. With an error, or without an answer in time, the plugin does not start and the
    error is shown as the reason.
    """
    OnDeactivate = "OnDeactivate"
    """Tells the plugin to end its work.

    Called in the one plugin that is being stopped, after the last other hook has been answered
    and while the API can still be used. The plugin is stopped whatever it answers; an error or a
    late answer is only logged.
    """
    OnConfigurationChange = "OnConfigurationChange"
    """Says that the server's or the plugin's configuration is different now.

    Called when a plugin starts, before OnActivate, and from then on in every plugin after each
    change, once the new configuration is in force. The configuration itself is fetched through
    the API. An error or a failure is logged and changes nothing.
    """
    OnInstall = "OnInstall"
    """Says that the plugin was installed by an administrator.

    Called once in the plugin concerned, after it was first installed and started by way of the
    server's interface; not when it is found in place or restarted. An error or a failure is
    reported to whoever installed it.
    """
    OnSendDailyTelemetry = "OnSendDailyTelemetry"
    """Says that the daily usage figures are being sent, so that the plugin can send its own.

    Called once a day in every plugin that handles it. A failure is logged and changes nothing.
    """
    RunDataRetention = "RunDataRetention"
    """Asks the plugin to delete what the retention rules no longer allow it to keep.

    Called by the job that deletes old data. Every plugin deletes at most one batch and answers
    with the number of entries it deleted; the numbers of all plugins are added up, and the job
    may call again while they are not 0. An error or a failure is logged and adds nothing, and
    the other plugins are still asked.
    """
    OnCloudLimitsUpdated = "OnCloudLimitsUpdated"
    """Says that the limits of the server's subscription are different now.

    Called after the change in every plugin that handles it. A failure is logged and changes
    nothing.
    """
    ConfigurationWillBeSaved = "ConfigurationWillBeSaved"
    """Lets the plugin look at a configuration before it is saved, change it or refuse it.

    Each plugin sees the configuration as the one before it left it. Without a modified
    configuration it stays as it is. The first error ends the pass and the configuration is not
    saved. The hook fails closed: a plugin that fails or is too late prevents the saving as well.
    """
    MessageWillBePosted = "MessageWillBePosted"
    """Lets the plugin look at a new post before it is stored, change it or refuse it.

    Called for posts of users, plugins and integrations alike, but not for ephemeral ones. Each
    plugin sees the post as the one before it left it. A modified post replaces it; without one
    it stays as it is.

    A rejection reason, which is looked at before a modified post, ends the pass: nothing is
    stored and the author is told the reason with HTTP status 400. The reason
    plugin.message_will_be_posted.dismiss_post makes the post vanish without an error being
    shown. The hook fails open: a plugin that fails or is too late is passed over.
    """
    MessageWillBeUpdated = "MessageWillBeUpdated"
    """Lets the plugin look at an edited post before it is stored, change it or refuse the edit.

    Each plugin sees the new post as the one before it left it, beside the stored one. A modified
    post replaces the new one; without one it stays as it is. A rejection reason, which is looked
    at before a modified post, ends the pass: the stored post is kept and the editor is told. The
    hook fails open: a plugin that fails or is too late is passed over.
    """
    MessageHasBeenPosted = "MessageHasBeenPosted"
    """Says that a post was stored.

    Called afterwards, in the background, in every plugin that handles it, including the one that
    made the post; a plugin that answers posts has to know its own. A failure is logged and
    changes nothing.
    """
    MessageHasBeenUpdated = "MessageHasBeenUpdated"
    """Says that an edited post was stored.

    Called afterwards, in the background, in every plugin that handles it. A failure is logged
    and changes nothing.
    """
    MessagesWillBeConsumed = "MessagesWillBeConsumed"
    """Lets the plugin change how posts look to those who read them, without changing what is
    stored.

    Called before posts are sent to a client, by hosts on which this is switched on. Each plugin
    sees the posts as the ones before it left them and answers with those it wants shown
    differently; they are matched by identifier. Posts left out stay as they are, so a post
    cannot be hidden by leaving it out, and an empty answer changes nothing. The hook fails open:
    a plugin that fails or is too late is passed over. It delays reading, so the answer must come
    fast.
    """
    MessageHasBeenDeleted = "MessageHasBeenDeleted"
    """Says that a post was deleted.

    Called afterwards, in the background, in every plugin that handles it. A failure is logged
    and changes nothing.
    """
    FileWillBeUploaded = "FileWillBeUploaded"
    """Lets the plugin look at an uploaded file before it is stored, change it or refuse it.

    The whole content travels in one message, within the limit for messages. Each plugin sees
    information and content as the one before it left them. Modified information or content
    replaces what was there; when the content is replaced its size is measured anew. A rejection
    reason, which is looked at first, ends the pass: nothing is stored and the uploader is told
    the reason. The hook fails open: a plugin that fails or is too late is passed over.
    """
    ReactionHasBeenAdded = "ReactionHasBeenAdded"
    """Says that a user reacted to a post.

    Called after the reaction was stored, in the background, in every plugin that handles it. A
    failure is logged and changes nothing.
    """
    ReactionHasBeenRemoved = "ReactionHasBeenRemoved"
    """Says that a reaction to a post was taken away.

    Called afterwards, in the background, in every plugin that handles it. A failure is logged
    and changes nothing.
    """
    NotificationWillBePushed = "NotificationWillBePushed"
    """Lets the plugin look at a push notification before it is sent, change it or hold it back.

    Called for each notification and receiver. Each plugin sees the notification as the one
    before it left it. A modified notification replaces it; without one it stays as it is. A
    rejection reason, which is looked at first, ends the pass: nothing is sent, nobody is told,
    and the reason is logged. The hook fails open: a plugin that fails or is too late is passed
    over.
    """
    EmailNotificationWillBeSent = "EmailNotificationWillBeSent"
    """Lets the plugin look at a notification mail before it is sent, change what it says or hold it
    back.

    Called for each mail. Each plugin sees the mail as the one before it left it. Modified
    content replaces all that can be changed; without it the mail stays as it is. A rejection
    reason, which is looked at first, ends the pass: nothing is sent, nobody is told, and the
    reason is logged. The hook fails open: a plugin that fails or is too late is passed over.
    """
    PreferencesHaveChanged = "PreferencesHaveChanged"
    """Says that settings of a user are different now.

    Called after they were stored, in the background, in every plugin that handles it, also when
    a plugin made the change. A failure is logged and changes nothing.
    """
    UserHasBeenCreated = "UserHasBeenCreated"
    """Says that an account was made.

    Called afterwards, in the background, in every plugin that handles it. A failure is logged
    and changes nothing.
    """
    UserWillLogIn = "UserWillLogIn"
    """Lets the plugin refuse a login.

    Called when the credentials were found right and before a session is made. The first plugin
    that answers with a reason ends the pass: there is no session and the user is told the reason
    with HTTP status 400. An empty reason allows the login. The hook fails open: a plugin that
    fails or is too late is passed over, which means that it allows the login.
    """
    UserHasLoggedIn = "UserHasLoggedIn"
    """Says that a user logged in.

    Called after the session was made, in the background, in every plugin that handles it. A
    failure is logged and changes nothing.
    """
    UserHasBeenDeactivated = "UserHasBeenDeactivated"
    """Says that an account was deactivated.

    Called afterwards, in the background, in every plugin that handles it. A failure is logged
    and changes nothing.
    """
    OnSAMLLogin = "OnSAMLLogin"
    """Lets the plugin look at what an identity provider said about a user, and refuse the login.

    Called after a login by SAML was found right and before it is complete. The first plugin that
    answers with an error ends the pass and the login fails. The hook fails closed: a plugin that
    fails or is too late makes the login fail as well.
    """
    ChannelHasBeenCreated = "ChannelHasBeenCreated"
    """Says that a channel was made.

    Called afterwards, in the background, in every plugin that handles it. A failure is logged
    and changes nothing.
    """
    UserHasJoinedChannel = "UserHasJoinedChannel"
    """Says that a user became a member of a channel.

    Called afterwards, in the background, in every plugin that handles it, whether the user
    joined or was added. A failure is logged and changes nothing.
    """
    UserHasLeftChannel = "UserHasLeftChannel"
    """Says that a user is no longer a member of a channel.

    Called afterwards, in the background, in every plugin that handles it, whether the user left
    or was removed. A failure is logged and changes nothing.
    """
    UserHasJoinedTeam = "UserHasJoinedTeam"
    """Says that a user became a member of a team.

    Called afterwards, in the background, in every plugin that handles it, whether the user
    joined or was added. A failure is logged and changes nothing.
    """
    UserHasLeftTeam = "UserHasLeftTeam"
    """Says that a user is no longer a member of a team.

    Called afterwards, in the background, in every plugin that handles it, whether the user left
    or was removed. A failure is logged and changes nothing.
    """
    ExecuteCommand = "ExecuteCommand"
    """Asks the plugin to carry out a slash command.

    Called while the user waits, in the one plugin that registered the command's trigger. The
    response is shown to the user; without one the command succeeds silently. An error is shown
    to the user. The hook fails closed: when the plugin fails or is too late the user is shown an
    error with HTTP status 500. A plugin that registers commands has to handle this hook.
    """
    OnWebSocketConnect = "OnWebSocketConnect"
    """Says that a client opened a WebSocket connection.

    Called afterwards, in the background, in every plugin that handles it; the user may not be
    known yet. A failure is logged and changes nothing.
    """
    OnWebSocketDisconnect = "OnWebSocketDisconnect"
    """Says that a client's WebSocket connection was closed.

    Called afterwards, in the background, in every plugin that handles it. A failure is logged
    and changes nothing.
    """
    WebSocketMessageHasBeenPosted = "WebSocketMessageHasBeenPosted"
    """Says that a client sent a message meant for plugins over its WebSocket connection.

    Called in the background, in every plugin that handles it, for messages whose action begins
    with custom_; which plugin is meant can be told from the action alone. There is no answer to
    the client. A failure is logged and changes nothing.
    """
    OnPluginClusterEvent = "OnPluginClusterEvent"
    """Hands over a message that the same plugin sent on another node of the cluster.

    Called in that one plugin only. There is no answer to the sender. A failure is logged; the
    message is not sent again.
    """
    OnSharedChannelsSyncMsg = "OnSharedChannelsSyncMsg"
    """Hands over changes in a shared channel to the plugin that plays its other side.

    Called in that one plugin after the changes were stored. The response says how far they were
    taken over; the host goes on from there the next time. The hook fails closed: with an error,
    or when the plugin fails or is too late, none of them count as taken over.
    """
    OnSharedChannelsPing = "OnSharedChannelsPing"
    """Asks the plugin that plays the other side of shared channels whether that side can be
    reached.

    Called again and again in that one plugin. A plugin that does not handle the hook counts as
    reachable. The hook fails closed: one that fails or is too late counts as not reachable.
    After several such answers the other side is marked as offline.
    """
    OnSharedChannelsAttachmentSyncMsg = "OnSharedChannelsAttachmentSyncMsg"
    """Hands over one attachment of a post in a shared channel to the plugin that plays its other
    side.

    Called in that one plugin, once for each attachment. The hook fails closed: with an error, or
    when the plugin fails or is too late, the attachment does not count as taken over.
    """
    OnSharedChannelsProfileImageSyncMsg = "OnSharedChannelsProfileImageSyncMsg"
    """Hands over a user's new profile picture to the plugin that plays the other side of shared
    channels.

    Called in that one plugin, once for each picture. The hook fails closed: with an error, or
    when the plugin fails or is too late, the picture does not count as taken over.
    """
    GenerateSupportData = "GenerateSupportData"
    """Asks the plugin for files to put into a support packet.

    Called when an administrator makes such a packet; where the plugin's manifest names a choice
    for it in the property support_packet, only if the administrator chose it. The files of all
    plugins are put together. An error or a failure is logged and adds nothing, and the other
    plugins are still asked. The files must not contain secrets.
    """
    ServeHTTP = "ServeHTTP"
    """Answers an HTTP request to the plugin's own address, made by a client or by another plugin.

    Called in the one plugin whose identifier is in the address. Request and answer are streams
    that run at the same time: the plugin may answer before the whole request has arrived, and
    what it sends goes on to the client at once. There is no deadline; when the client goes away
    the call is cancelled. The request is passed on whether or not the user is logged in, so
    permissions are for the plugin to check.

    A plugin that does not handle the hook is answered for with status 404, one that cannot be
    reached with 503, and one that breaks off before its first message with 502. If it breaks off
    later the client's connection is cut, so that a part is not taken for the whole.
    """
    ServeMetrics = "ServeMetrics"
    """Answers an HTTP request for the plugin's own metrics.

    Called in the one plugin whose identifier is in the address, where the host offers metrics of
    plugins at all. Request and answer are streams, as those of ServeHTTP are. They are for
    programs that collect metrics, not for users: nobody is logged in. The url begins below the
    address of the plugin's metrics and is as a rule a slash alone.

    A plugin that does not handle the hook is answered for with status 404.
    """
    FileWillBeUploadedStream = "FileWillBeUploadedStream"
    """Lets the plugin look at an uploaded file of any size before it is stored, change it or refuse
    it.

    The form of FileWillBeUploaded in which the content is a stream, in both directions: the
    plugin may answer while it reads, and need not read to the end. A plugin that handles it is
    not asked in the other form, unless the host does not know this one. Each plugin sees
    information and content as the one before it left them. A rejection reason ends the pass:
    nothing is stored and the uploader is told the reason. The hook fails open: a plugin that
    fails, is too late or breaks off before its verdict is passed over.
    """
    ServeWebSocket = "ServeWebSocket"
    """Takes a WebSocket of a client, below the plugin's address.

    Called in the one plugin whose identifier is in the address, with what ServeHTTP is told of a
    request: whose it is, its path, its headers, the protocols that the client speaks. The plugin
    answers first whether it takes the connection. Then messages go both ways until one side
    closes. Each side waits until what it sends is taken. A stream that ends without a close
    message was broken off.

    A plugin that does not handle the hook is answered for with status 404.
    """
    DescribeCommand = "DescribeCommand"
    """Tells how the arguments of a command are written, so that they are completed while a user
    types.

    Called in the one plugin that registered the command, when it is first completed; the answer
    holds until the command is registered anew or the plugin ends. Without an answer, and where
    the hook fails, the command is completed by its hint alone.
    """

    @property
    def facts(self) -> HookFacts:
        """What the contract says about the hook."""
        from mattermost_plugin._generated.hook_facts import FACTS

        return FACTS[self.value]

    def __str__(self) -> str:
        return str(self.value)
