from google.protobuf import struct_pb2 as _struct_pb2
from mattermost_plugin.grpc import file_pb2 as _file_pb2
from mattermost_plugin.grpc import user_pb2 as _user_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class PostMetadata(_message.Message):
    __slots__ = ("embeds", "reactions", "files", "images", "priority", "acknowledgements")
    class ImagesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: PostImage
        def __init__(self, key: _Optional[str] = ..., value: _Optional[_Union[PostImage, _Mapping]] = ...) -> None: ...
    EMBEDS_FIELD_NUMBER: _ClassVar[int]
    REACTIONS_FIELD_NUMBER: _ClassVar[int]
    FILES_FIELD_NUMBER: _ClassVar[int]
    IMAGES_FIELD_NUMBER: _ClassVar[int]
    PRIORITY_FIELD_NUMBER: _ClassVar[int]
    ACKNOWLEDGEMENTS_FIELD_NUMBER: _ClassVar[int]
    embeds: _containers.RepeatedCompositeFieldContainer[PostEmbed]
    reactions: _containers.RepeatedCompositeFieldContainer[Reaction]
    files: _containers.RepeatedCompositeFieldContainer[_file_pb2.FileInfo]
    images: _containers.MessageMap[str, PostImage]
    priority: PostPriority
    acknowledgements: _containers.RepeatedCompositeFieldContainer[PostAcknowledgement]
    def __init__(self, embeds: _Optional[_Iterable[_Union[PostEmbed, _Mapping]]] = ..., reactions: _Optional[_Iterable[_Union[Reaction, _Mapping]]] = ..., files: _Optional[_Iterable[_Union[_file_pb2.FileInfo, _Mapping]]] = ..., images: _Optional[_Mapping[str, PostImage]] = ..., priority: _Optional[_Union[PostPriority, _Mapping]] = ..., acknowledgements: _Optional[_Iterable[_Union[PostAcknowledgement, _Mapping]]] = ...) -> None: ...

class PostEmbed(_message.Message):
    __slots__ = ("type", "url", "data")
    TYPE_FIELD_NUMBER: _ClassVar[int]
    URL_FIELD_NUMBER: _ClassVar[int]
    DATA_FIELD_NUMBER: _ClassVar[int]
    type: str
    url: str
    data: _struct_pb2.Struct
    def __init__(self, type: _Optional[str] = ..., url: _Optional[str] = ..., data: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ...) -> None: ...

class PostImage(_message.Message):
    __slots__ = ("width", "height", "format", "frame_count")
    WIDTH_FIELD_NUMBER: _ClassVar[int]
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    FORMAT_FIELD_NUMBER: _ClassVar[int]
    FRAME_COUNT_FIELD_NUMBER: _ClassVar[int]
    width: int
    height: int
    format: str
    frame_count: int
    def __init__(self, width: _Optional[int] = ..., height: _Optional[int] = ..., format: _Optional[str] = ..., frame_count: _Optional[int] = ...) -> None: ...

class PostPriority(_message.Message):
    __slots__ = ("priority", "requested_ack", "persistent_notifications")
    PRIORITY_FIELD_NUMBER: _ClassVar[int]
    REQUESTED_ACK_FIELD_NUMBER: _ClassVar[int]
    PERSISTENT_NOTIFICATIONS_FIELD_NUMBER: _ClassVar[int]
    priority: str
    requested_ack: bool
    persistent_notifications: bool
    def __init__(self, priority: _Optional[str] = ..., requested_ack: bool = ..., persistent_notifications: bool = ...) -> None: ...

class PostAcknowledgement(_message.Message):
    __slots__ = ("user_id", "post_id", "acknowledged_at")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    POST_ID_FIELD_NUMBER: _ClassVar[int]
    ACKNOWLEDGED_AT_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    post_id: str
    acknowledged_at: int
    def __init__(self, user_id: _Optional[str] = ..., post_id: _Optional[str] = ..., acknowledged_at: _Optional[int] = ...) -> None: ...

class Reaction(_message.Message):
    __slots__ = ("user_id", "post_id", "emoji_name", "create_at", "update_at", "delete_at", "remote_id", "channel_id")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    POST_ID_FIELD_NUMBER: _ClassVar[int]
    EMOJI_NAME_FIELD_NUMBER: _ClassVar[int]
    CREATE_AT_FIELD_NUMBER: _ClassVar[int]
    UPDATE_AT_FIELD_NUMBER: _ClassVar[int]
    DELETE_AT_FIELD_NUMBER: _ClassVar[int]
    REMOTE_ID_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    post_id: str
    emoji_name: str
    create_at: int
    update_at: int
    delete_at: int
    remote_id: str
    channel_id: str
    def __init__(self, user_id: _Optional[str] = ..., post_id: _Optional[str] = ..., emoji_name: _Optional[str] = ..., create_at: _Optional[int] = ..., update_at: _Optional[int] = ..., delete_at: _Optional[int] = ..., remote_id: _Optional[str] = ..., channel_id: _Optional[str] = ...) -> None: ...

class Post(_message.Message):
    __slots__ = ("id", "create_at", "update_at", "edit_at", "delete_at", "is_pinned", "user_id", "channel_id", "root_id", "original_id", "message", "message_source", "type", "props", "hashtags", "file_ids", "pending_post_id", "has_reactions", "remote_id", "reply_count", "last_reply_at", "participants", "is_following", "metadata")
    ID_FIELD_NUMBER: _ClassVar[int]
    CREATE_AT_FIELD_NUMBER: _ClassVar[int]
    UPDATE_AT_FIELD_NUMBER: _ClassVar[int]
    EDIT_AT_FIELD_NUMBER: _ClassVar[int]
    DELETE_AT_FIELD_NUMBER: _ClassVar[int]
    IS_PINNED_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    ROOT_ID_FIELD_NUMBER: _ClassVar[int]
    ORIGINAL_ID_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_SOURCE_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    PROPS_FIELD_NUMBER: _ClassVar[int]
    HASHTAGS_FIELD_NUMBER: _ClassVar[int]
    FILE_IDS_FIELD_NUMBER: _ClassVar[int]
    PENDING_POST_ID_FIELD_NUMBER: _ClassVar[int]
    HAS_REACTIONS_FIELD_NUMBER: _ClassVar[int]
    REMOTE_ID_FIELD_NUMBER: _ClassVar[int]
    REPLY_COUNT_FIELD_NUMBER: _ClassVar[int]
    LAST_REPLY_AT_FIELD_NUMBER: _ClassVar[int]
    PARTICIPANTS_FIELD_NUMBER: _ClassVar[int]
    IS_FOLLOWING_FIELD_NUMBER: _ClassVar[int]
    METADATA_FIELD_NUMBER: _ClassVar[int]
    id: str
    create_at: int
    update_at: int
    edit_at: int
    delete_at: int
    is_pinned: bool
    user_id: str
    channel_id: str
    root_id: str
    original_id: str
    message: str
    message_source: str
    type: str
    props: _struct_pb2.Struct
    hashtags: str
    file_ids: _containers.RepeatedScalarFieldContainer[str]
    pending_post_id: str
    has_reactions: bool
    remote_id: str
    reply_count: int
    last_reply_at: int
    participants: _containers.RepeatedCompositeFieldContainer[_user_pb2.User]
    is_following: bool
    metadata: PostMetadata
    def __init__(self, id: _Optional[str] = ..., create_at: _Optional[int] = ..., update_at: _Optional[int] = ..., edit_at: _Optional[int] = ..., delete_at: _Optional[int] = ..., is_pinned: bool = ..., user_id: _Optional[str] = ..., channel_id: _Optional[str] = ..., root_id: _Optional[str] = ..., original_id: _Optional[str] = ..., message: _Optional[str] = ..., message_source: _Optional[str] = ..., type: _Optional[str] = ..., props: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ..., hashtags: _Optional[str] = ..., file_ids: _Optional[_Iterable[str]] = ..., pending_post_id: _Optional[str] = ..., has_reactions: bool = ..., remote_id: _Optional[str] = ..., reply_count: _Optional[int] = ..., last_reply_at: _Optional[int] = ..., participants: _Optional[_Iterable[_Union[_user_pb2.User, _Mapping]]] = ..., is_following: bool = ..., metadata: _Optional[_Union[PostMetadata, _Mapping]] = ...) -> None: ...

class PostList(_message.Message):
    __slots__ = ("order", "posts", "next_post_id", "prev_post_id", "first_inaccessible_post_time", "has_next")
    class PostsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: Post
        def __init__(self, key: _Optional[str] = ..., value: _Optional[_Union[Post, _Mapping]] = ...) -> None: ...
    ORDER_FIELD_NUMBER: _ClassVar[int]
    POSTS_FIELD_NUMBER: _ClassVar[int]
    NEXT_POST_ID_FIELD_NUMBER: _ClassVar[int]
    PREV_POST_ID_FIELD_NUMBER: _ClassVar[int]
    FIRST_INACCESSIBLE_POST_TIME_FIELD_NUMBER: _ClassVar[int]
    HAS_NEXT_FIELD_NUMBER: _ClassVar[int]
    order: _containers.RepeatedScalarFieldContainer[str]
    posts: _containers.MessageMap[str, Post]
    next_post_id: str
    prev_post_id: str
    first_inaccessible_post_time: bool
    has_next: bool
    def __init__(self, order: _Optional[_Iterable[str]] = ..., posts: _Optional[_Mapping[str, Post]] = ..., next_post_id: _Optional[str] = ..., prev_post_id: _Optional[str] = ..., first_inaccessible_post_time: bool = ..., has_next: bool = ...) -> None: ...
