from mattermost_plugin.grpc import api_remaining_models_pb2 as _api_remaining_models_pb2
from mattermost_plugin.grpc import common_pb2 as _common_pb2
from mattermost_plugin.grpc import file_pb2 as _file_pb2
from mattermost_plugin.grpc import hooks_common_pb2 as _hooks_common_pb2
from mattermost_plugin.grpc import post_pb2 as _post_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class EmailNotificationJson(_message.Message):
    __slots__ = ("notification_json",)
    NOTIFICATION_JSON_FIELD_NUMBER: _ClassVar[int]
    notification_json: bytes
    def __init__(self, notification_json: _Optional[bytes] = ...) -> None: ...

class EmailNotificationContent(_message.Message):
    __slots__ = ("subject", "title", "sub_title", "message_html", "message_text", "button_text", "button_url", "footer_text")
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    SUB_TITLE_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_HTML_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_TEXT_FIELD_NUMBER: _ClassVar[int]
    BUTTON_TEXT_FIELD_NUMBER: _ClassVar[int]
    BUTTON_URL_FIELD_NUMBER: _ClassVar[int]
    FOOTER_TEXT_FIELD_NUMBER: _ClassVar[int]
    subject: str
    title: str
    sub_title: str
    message_html: str
    message_text: str
    button_text: str
    button_url: str
    footer_text: str
    def __init__(self, subject: _Optional[str] = ..., title: _Optional[str] = ..., sub_title: _Optional[str] = ..., message_html: _Optional[str] = ..., message_text: _Optional[str] = ..., button_text: _Optional[str] = ..., button_url: _Optional[str] = ..., footer_text: _Optional[str] = ...) -> None: ...

class MessageWillBePostedRequest(_message.Message):
    __slots__ = ("context", "plugin_context", "post")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    PLUGIN_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    plugin_context: _hooks_common_pb2.PluginContext
    post: _post_pb2.Post
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., plugin_context: _Optional[_Union[_hooks_common_pb2.PluginContext, _Mapping]] = ..., post: _Optional[_Union[_post_pb2.Post, _Mapping]] = ...) -> None: ...

class MessageWillBePostedResponse(_message.Message):
    __slots__ = ("modified_post", "rejection_reason")
    MODIFIED_POST_FIELD_NUMBER: _ClassVar[int]
    REJECTION_REASON_FIELD_NUMBER: _ClassVar[int]
    modified_post: _post_pb2.Post
    rejection_reason: str
    def __init__(self, modified_post: _Optional[_Union[_post_pb2.Post, _Mapping]] = ..., rejection_reason: _Optional[str] = ...) -> None: ...

class MessageWillBeUpdatedRequest(_message.Message):
    __slots__ = ("context", "plugin_context", "new_post", "old_post")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    PLUGIN_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    NEW_POST_FIELD_NUMBER: _ClassVar[int]
    OLD_POST_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    plugin_context: _hooks_common_pb2.PluginContext
    new_post: _post_pb2.Post
    old_post: _post_pb2.Post
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., plugin_context: _Optional[_Union[_hooks_common_pb2.PluginContext, _Mapping]] = ..., new_post: _Optional[_Union[_post_pb2.Post, _Mapping]] = ..., old_post: _Optional[_Union[_post_pb2.Post, _Mapping]] = ...) -> None: ...

class MessageWillBeUpdatedResponse(_message.Message):
    __slots__ = ("modified_post", "rejection_reason")
    MODIFIED_POST_FIELD_NUMBER: _ClassVar[int]
    REJECTION_REASON_FIELD_NUMBER: _ClassVar[int]
    modified_post: _post_pb2.Post
    rejection_reason: str
    def __init__(self, modified_post: _Optional[_Union[_post_pb2.Post, _Mapping]] = ..., rejection_reason: _Optional[str] = ...) -> None: ...

class MessageHasBeenPostedRequest(_message.Message):
    __slots__ = ("context", "plugin_context", "post")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    PLUGIN_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    plugin_context: _hooks_common_pb2.PluginContext
    post: _post_pb2.Post
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., plugin_context: _Optional[_Union[_hooks_common_pb2.PluginContext, _Mapping]] = ..., post: _Optional[_Union[_post_pb2.Post, _Mapping]] = ...) -> None: ...

class MessageHasBeenPostedResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class MessageHasBeenUpdatedRequest(_message.Message):
    __slots__ = ("context", "plugin_context", "new_post", "old_post")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    PLUGIN_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    NEW_POST_FIELD_NUMBER: _ClassVar[int]
    OLD_POST_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    plugin_context: _hooks_common_pb2.PluginContext
    new_post: _post_pb2.Post
    old_post: _post_pb2.Post
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., plugin_context: _Optional[_Union[_hooks_common_pb2.PluginContext, _Mapping]] = ..., new_post: _Optional[_Union[_post_pb2.Post, _Mapping]] = ..., old_post: _Optional[_Union[_post_pb2.Post, _Mapping]] = ...) -> None: ...

class MessageHasBeenUpdatedResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class MessagesWillBeConsumedRequest(_message.Message):
    __slots__ = ("context", "posts")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    POSTS_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    posts: _containers.RepeatedCompositeFieldContainer[_post_pb2.Post]
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., posts: _Optional[_Iterable[_Union[_post_pb2.Post, _Mapping]]] = ...) -> None: ...

class MessagesWillBeConsumedResponse(_message.Message):
    __slots__ = ("posts",)
    POSTS_FIELD_NUMBER: _ClassVar[int]
    posts: _containers.RepeatedCompositeFieldContainer[_post_pb2.Post]
    def __init__(self, posts: _Optional[_Iterable[_Union[_post_pb2.Post, _Mapping]]] = ...) -> None: ...

class MessageHasBeenDeletedRequest(_message.Message):
    __slots__ = ("context", "plugin_context", "post")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    PLUGIN_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    plugin_context: _hooks_common_pb2.PluginContext
    post: _post_pb2.Post
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., plugin_context: _Optional[_Union[_hooks_common_pb2.PluginContext, _Mapping]] = ..., post: _Optional[_Union[_post_pb2.Post, _Mapping]] = ...) -> None: ...

class MessageHasBeenDeletedResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class FileWillBeUploadedRequest(_message.Message):
    __slots__ = ("context", "plugin_context", "file_info", "file_content")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    PLUGIN_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    FILE_INFO_FIELD_NUMBER: _ClassVar[int]
    FILE_CONTENT_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    plugin_context: _hooks_common_pb2.PluginContext
    file_info: _file_pb2.FileInfo
    file_content: bytes
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., plugin_context: _Optional[_Union[_hooks_common_pb2.PluginContext, _Mapping]] = ..., file_info: _Optional[_Union[_file_pb2.FileInfo, _Mapping]] = ..., file_content: _Optional[bytes] = ...) -> None: ...

class FileWillBeUploadedResponse(_message.Message):
    __slots__ = ("modified_file_info", "modified_content", "rejection_reason")
    MODIFIED_FILE_INFO_FIELD_NUMBER: _ClassVar[int]
    MODIFIED_CONTENT_FIELD_NUMBER: _ClassVar[int]
    REJECTION_REASON_FIELD_NUMBER: _ClassVar[int]
    modified_file_info: _file_pb2.FileInfo
    modified_content: bytes
    rejection_reason: str
    def __init__(self, modified_file_info: _Optional[_Union[_file_pb2.FileInfo, _Mapping]] = ..., modified_content: _Optional[bytes] = ..., rejection_reason: _Optional[str] = ...) -> None: ...

class ReactionHasBeenAddedRequest(_message.Message):
    __slots__ = ("context", "plugin_context", "reaction")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    PLUGIN_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    REACTION_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    plugin_context: _hooks_common_pb2.PluginContext
    reaction: _post_pb2.Reaction
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., plugin_context: _Optional[_Union[_hooks_common_pb2.PluginContext, _Mapping]] = ..., reaction: _Optional[_Union[_post_pb2.Reaction, _Mapping]] = ...) -> None: ...

class ReactionHasBeenAddedResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ReactionHasBeenRemovedRequest(_message.Message):
    __slots__ = ("context", "plugin_context", "reaction")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    PLUGIN_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    REACTION_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    plugin_context: _hooks_common_pb2.PluginContext
    reaction: _post_pb2.Reaction
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., plugin_context: _Optional[_Union[_hooks_common_pb2.PluginContext, _Mapping]] = ..., reaction: _Optional[_Union[_post_pb2.Reaction, _Mapping]] = ...) -> None: ...

class ReactionHasBeenRemovedResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class NotificationWillBePushedRequest(_message.Message):
    __slots__ = ("context", "push_notification", "user_id")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    PUSH_NOTIFICATION_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    push_notification: _api_remaining_models_pb2.PushNotification
    user_id: str
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., push_notification: _Optional[_Union[_api_remaining_models_pb2.PushNotification, _Mapping]] = ..., user_id: _Optional[str] = ...) -> None: ...

class NotificationWillBePushedResponse(_message.Message):
    __slots__ = ("modified_notification", "rejection_reason")
    MODIFIED_NOTIFICATION_FIELD_NUMBER: _ClassVar[int]
    REJECTION_REASON_FIELD_NUMBER: _ClassVar[int]
    modified_notification: _api_remaining_models_pb2.PushNotification
    rejection_reason: str
    def __init__(self, modified_notification: _Optional[_Union[_api_remaining_models_pb2.PushNotification, _Mapping]] = ..., rejection_reason: _Optional[str] = ...) -> None: ...

class EmailNotificationWillBeSentRequest(_message.Message):
    __slots__ = ("context", "email_notification")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    EMAIL_NOTIFICATION_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    email_notification: EmailNotificationJson
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., email_notification: _Optional[_Union[EmailNotificationJson, _Mapping]] = ...) -> None: ...

class EmailNotificationWillBeSentResponse(_message.Message):
    __slots__ = ("modified_content", "rejection_reason")
    MODIFIED_CONTENT_FIELD_NUMBER: _ClassVar[int]
    REJECTION_REASON_FIELD_NUMBER: _ClassVar[int]
    modified_content: EmailNotificationContent
    rejection_reason: str
    def __init__(self, modified_content: _Optional[_Union[EmailNotificationContent, _Mapping]] = ..., rejection_reason: _Optional[str] = ...) -> None: ...

class PreferencesHaveChangedRequest(_message.Message):
    __slots__ = ("context", "plugin_context", "preferences")
    CONTEXT_FIELD_NUMBER: _ClassVar[int]
    PLUGIN_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    PREFERENCES_FIELD_NUMBER: _ClassVar[int]
    context: _common_pb2.RequestContext
    plugin_context: _hooks_common_pb2.PluginContext
    preferences: _containers.RepeatedCompositeFieldContainer[_api_remaining_models_pb2.Preference]
    def __init__(self, context: _Optional[_Union[_common_pb2.RequestContext, _Mapping]] = ..., plugin_context: _Optional[_Union[_hooks_common_pb2.PluginContext, _Mapping]] = ..., preferences: _Optional[_Iterable[_Union[_api_remaining_models_pb2.Preference, _Mapping]]] = ...) -> None: ...

class PreferencesHaveChangedResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...
