# Generated from the contract; do not edit.
"""Models of the messages in post.proto."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable, Mapping, Union

from mattermost_plugin._generated import models as _models
from mattermost_plugin._internal import fields as _f
from mattermost_plugin._internal.model import Model
from mattermost_plugin._internal.values import strings
from mattermost_plugin.grpc import post_pb2

if TYPE_CHECKING:
    from mattermost_plugin._generated.models.common import (
        Empty,
    )
    from mattermost_plugin._generated.models.file import (
        FileInfo,
        FileInfoLike,
    )
    from mattermost_plugin._generated.models.user import (
        User,
        UserLike,
    )
    from mattermost_plugin._internal.containers import (
        ModelList,
        ModelMap,
        ScalarList,
        ScalarMap,
    )
    from mattermost_plugin._internal.fields import Attribute
    from mattermost_plugin._internal.values import StructView

    # What is accepted where a model is expected.
    PostLike = Union["Post", post_pb2.Post, Mapping[str, Any]]
    PostAcknowledgementLike = Union["PostAcknowledgement", post_pb2.PostAcknowledgement, Mapping[str, Any]]
    PostEmbedLike = Union["PostEmbed", post_pb2.PostEmbed, Mapping[str, Any]]
    PostImageLike = Union["PostImage", post_pb2.PostImage, Mapping[str, Any]]
    PostListLike = Union["PostList", post_pb2.PostList, Mapping[str, Any]]
    PostMetadataLike = Union["PostMetadata", post_pb2.PostMetadata, Mapping[str, Any]]
    PostPriorityLike = Union["PostPriority", post_pb2.PostPriority, Mapping[str, Any]]
    ReactionLike = Union["Reaction", post_pb2.Reaction, Mapping[str, Any]]


class Post(Model[post_pb2.Post]):
    """A message in a channel, or a reply to one."""

    __slots__ = ()

    _message = post_pb2.Post
    _attributes = (
        "id",
        "channel_id",
        "user_id",
        "message",
        "create_at",
        "update_at",
        "edit_at",
        "delete_at",
        "is_pinned",
        "root_id",
        "original_id",
        "message_source",
        "type",
        "props",
        "hashtags",
        "file_ids",
        "pending_post_id",
        "has_reactions",
        "remote_id",
        "reply_count",
        "last_reply_at",
        "is_following",
        "participants",
        "metadata",
    )

    id: Attribute[str, str] = _f.scalar("id")
    """Identifier of the post, 26 lower-case letters and digits; given by the host when the post is
    stored.
    """
    create_at: Attribute[int, int] = _f.scalar("create_at")
    """When the post was made, in milliseconds since the epoch; set by the host unless an importer
    states it.
    """
    update_at: Attribute[int, int] = _f.scalar("update_at")
    """When anything about the post last changed, in milliseconds since the epoch; set by the host
    alone.
    """
    edit_at: Attribute[int, int] = _f.scalar("edit_at")
    """When the author last changed the text, in milliseconds since the epoch; 0 for never."""
    delete_at: Attribute[int, int] = _f.scalar("delete_at")
    """When the post was deleted, in milliseconds since the epoch; 0 for one that is there."""
    is_pinned: Attribute[bool, bool] = _f.scalar("is_pinned")
    """Whether the post is pinned to its channel."""
    user_id: Attribute[str, str] = _f.scalar("user_id")
    """Identifier of the author."""
    channel_id: Attribute[str, str] = _f.scalar("channel_id")
    """Identifier of the channel; cannot be changed later."""
    root_id: Attribute[str, str] = _f.scalar("root_id")
    """Identifier of the post that began the thread; empty for a post that is not a reply."""
    original_id: Attribute[str, str] = _f.scalar("original_id")
    """For the kept text of an edited post: identifier of the post as it is now; otherwise empty."""
    message: Attribute[str, str] = _f.scalar("message")
    """The text, at most 16383 characters; Markdown is allowed."""
    message_source: Attribute[str, str] = _f.scalar("message_source")
    """The text as the author wrote it, where the host changed it for display; otherwise empty."""
    type: Attribute[str, str] = _f.scalar("type")
    """Empty for what users write; names beginning with system_ are the host's own, those beginning
    with custom_ are for plugins. At most 26 characters.
    """
    props: Attribute[StructView, Mapping[str, Any] | None] = _f.struct("props")
    """Further facts about the post, by name, such as message attachments; at most 800000 characters
    as JSON.
    """
    hashtags: Attribute[str, str] = _f.scalar("hashtags")
    """The hashtags in the text, separated by spaces, at most 1000 characters; found by the host."""
    file_ids: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("file_ids")
    """Identifiers of the attached files, at most 10."""
    pending_post_id: Attribute[str, str] = _f.scalar("pending_post_id")
    """Identifier that a client made up, by which the host recognises the same post sent twice."""
    has_reactions: Attribute[bool, bool] = _f.scalar("has_reactions")
    """Whether anybody has reacted to the post; set by the host alone."""
    remote_id: Attribute[str | None, str | None] = _f.optional("remote_id")
    """Identifier of the connected server that the post came from; absent for posts of this one."""
    reply_count: Attribute[int, int] = _f.scalar("reply_count")
    """Number of replies in the thread; filled only where a thread is shown with its counts."""
    last_reply_at: Attribute[int, int] = _f.scalar("last_reply_at")
    """When the last reply was made, in milliseconds since the epoch; filled like reply_count."""
    participants: Attribute[ModelList[User], Iterable[UserLike]] = _f.models("participants", "User")
    """Users who wrote in the thread; filled like reply_count, and often with their ids alone."""
    is_following: Attribute[bool | None, bool | None] = _f.optional("is_following")
    """Whether the user who asked follows the thread; absent where that is not known."""
    metadata: Attribute[PostMetadata | None, PostMetadataLike | None] = _f.nested("metadata", "PostMetadata")
    """What is needed to show the post; absent where the host has not prepared it."""

    def __init__(
        self,
        id: str = "",
        channel_id: str = "",
        user_id: str = "",
        message: str = "",
        create_at: int = 0,
        update_at: int = 0,
        edit_at: int = 0,
        delete_at: int = 0,
        is_pinned: bool = False,
        root_id: str = "",
        original_id: str = "",
        message_source: str = "",
        type: str = "",
        props: Mapping[str, Any] | None = None,
        hashtags: str = "",
        file_ids: Iterable[str] = (),
        pending_post_id: str = "",
        has_reactions: bool = False,
        remote_id: str | None = None,
        reply_count: int = 0,
        last_reply_at: int = 0,
        is_following: bool | None = None,
        participants: Iterable[UserLike] = (),
        metadata: PostMetadataLike | None = None,
    ) -> None:
        pb = self._pb = post_pb2.Post()
        if id:
            pb.id = id
        if create_at:
            pb.create_at = create_at
        if update_at:
            pb.update_at = update_at
        if edit_at:
            pb.edit_at = edit_at
        if delete_at:
            pb.delete_at = delete_at
        if is_pinned:
            pb.is_pinned = is_pinned
        if user_id:
            pb.user_id = user_id
        if channel_id:
            pb.channel_id = channel_id
        if root_id:
            pb.root_id = root_id
        if original_id:
            pb.original_id = original_id
        if message:
            pb.message = message
        if message_source:
            pb.message_source = message_source
        if type:
            pb.type = type
        if props is not None:
            _f.put_struct(pb.props, props)
        if hashtags:
            pb.hashtags = hashtags
        if file_ids:
            pb.file_ids.extend(strings(file_ids))
        if pending_post_id:
            pb.pending_post_id = pending_post_id
        if has_reactions:
            pb.has_reactions = has_reactions
        if remote_id is not None:
            pb.remote_id = remote_id
        if reply_count:
            pb.reply_count = reply_count
        if last_reply_at:
            pb.last_reply_at = last_reply_at
        if participants:
            pb.participants.extend(_models.User._messages_of(participants))
        if is_following is not None:
            pb.is_following = is_following
        if metadata is not None:
            pb.metadata.CopyFrom(_models.PostMetadata._message_of(metadata))


class PostAcknowledgement(Model[post_pb2.PostAcknowledgement]):
    """A reader's confirmation."""

    __slots__ = ()

    _message = post_pb2.PostAcknowledgement
    _attributes = ("user_id", "post_id", "acknowledged_at")

    user_id: Attribute[str, str] = _f.scalar("user_id")
    """Identifier of the user who confirmed."""
    post_id: Attribute[str, str] = _f.scalar("post_id")
    """Identifier of the post."""
    acknowledged_at: Attribute[int, int] = _f.scalar("acknowledged_at")
    """When it was confirmed, in milliseconds since the epoch; 0 where it was taken back."""

    def __init__(self, user_id: str = "", post_id: str = "", acknowledged_at: int = 0) -> None:
        pb = self._pb = post_pb2.PostAcknowledgement()
        if user_id:
            pb.user_id = user_id
        if post_id:
            pb.post_id = post_id
        if acknowledged_at:
            pb.acknowledged_at = acknowledged_at


class PostEmbed(Model[post_pb2.PostEmbed]):
    """Preview of something that a message links to."""

    __slots__ = ()

    _message = post_pb2.PostEmbed
    _attributes = ("type", "url", "data")

    type: Attribute[str, str] = _f.scalar("type")
    """What is shown: image, message_attachment, opengraph, permalink or link."""
    url: Attribute[str, str] = _f.scalar("url")
    """Address the preview belongs to; empty for message attachments."""
    data: Attribute[StructView, Mapping[str, Any] | None] = _f.struct("data")
    """Content of the preview; its shape depends on the type."""

    def __init__(
        self,
        type: str = "",
        url: str = "",
        data: Mapping[str, Any] | None = None,
    ) -> None:
        pb = self._pb = post_pb2.PostEmbed()
        if type:
            pb.type = type
        if url:
            pb.url = url
        if data is not None:
            _f.put_struct(pb.data, data)


class PostImage(Model[post_pb2.PostImage]):
    """Size of a picture, by which clients keep its place free."""

    __slots__ = ()

    _message = post_pb2.PostImage
    _attributes = ("width", "height", "format", "frame_count")

    width: Attribute[int, int] = _f.scalar("width")
    """Width in pixels."""
    height: Attribute[int, int] = _f.scalar("height")
    """Height in pixels."""
    format: Attribute[str, str] = _f.scalar("format")
    """Kind of picture, such as png or gif; empty where unknown."""
    frame_count: Attribute[int, int] = _f.scalar("frame_count")
    """Number of frames of an animation; 0 for pictures that stand still."""

    def __init__(
        self,
        width: int = 0,
        height: int = 0,
        format: str = "",
        frame_count: int = 0,
    ) -> None:
        pb = self._pb = post_pb2.PostImage()
        if width:
            pb.width = width
        if height:
            pb.height = height
        if format:
            pb.format = format
        if frame_count:
            pb.frame_count = frame_count


class PostList(Model[post_pb2.PostList]):
    """Posts with their order; a thread's first post may be among the posts without being in the
    order.
    """

    __slots__ = ()

    _message = post_pb2.PostList
    _attributes = (
        "order",
        "posts",
        "next_post_id",
        "prev_post_id",
        "has_next",
        "first_inaccessible_post_time",
    )

    order: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("order")
    """Identifiers of the posts asked for, newest first."""
    posts: Attribute[ModelMap[Post], Mapping[str, PostLike]] = _f.model_map("posts", "Post")
    """The posts by their identifiers."""
    next_post_id: Attribute[str, str] = _f.scalar("next_post_id")
    """Identifier of the next newer post outside the list; empty where there is none."""
    prev_post_id: Attribute[str, str] = _f.scalar("prev_post_id")
    """Identifier of the next older post outside the list; empty where there is none."""
    first_inaccessible_post_time: Attribute[bool, bool] = _f.scalar("first_inaccessible_post_time")
    """Whether older posts exist that the server's limits put out of reach."""
    has_next: Attribute[bool, bool] = _f.scalar("has_next")
    """Whether more posts follow the last one."""

    def __init__(
        self,
        order: Iterable[str] = (),
        posts: Mapping[str, PostLike] | None = None,
        next_post_id: str = "",
        prev_post_id: str = "",
        has_next: bool = False,
        first_inaccessible_post_time: bool = False,
    ) -> None:
        pb = self._pb = post_pb2.PostList()
        if order:
            pb.order.extend(strings(order))
        if posts:
            _f.fill_map(pb.posts, posts, _models.Post)
        if next_post_id:
            pb.next_post_id = next_post_id
        if prev_post_id:
            pb.prev_post_id = prev_post_id
        if first_inaccessible_post_time:
            pb.first_inaccessible_post_time = first_inaccessible_post_time
        if has_next:
            pb.has_next = has_next


class PostMetadata(Model[post_pb2.PostMetadata]):
    """What a host adds to a post so that it can be shown without further calls; the host makes it,
    and what a plugin sends in it is not stored, except the priority of a new post.
    """

    __slots__ = ()

    _message = post_pb2.PostMetadata
    _attributes = ("embeds", "reactions", "files", "images", "priority", "acknowledgements")

    embeds: Attribute[ModelList[PostEmbed], Iterable[PostEmbedLike]] = _f.models("embeds", "PostEmbed")
    """Previews of what the message links to, in the order of the links."""
    reactions: Attribute[ModelList[Reaction], Iterable[ReactionLike]] = _f.models("reactions", "Reaction")
    """Reactions to the post."""
    files: Attribute[ModelList[FileInfo], Iterable[FileInfoLike]] = _f.models("files", "FileInfo")
    """The attached files, in the order of file_ids."""
    images: Attribute[ModelMap[PostImage], Mapping[str, PostImageLike]] = _f.model_map("images", "PostImage")
    """Sizes of the pictures that the message shows, by their address."""
    priority: Attribute[PostPriority | None, PostPriorityLike | None] = _f.nested("priority", "PostPriority")
    """How urgent the post is; absent for ordinary ones."""
    acknowledgements: Attribute[ModelList[PostAcknowledgement], Iterable[PostAcknowledgementLike]] = _f.models("acknowledgements", "PostAcknowledgement")
    """Who has confirmed having read the post."""

    def __init__(
        self,
        embeds: Iterable[PostEmbedLike] = (),
        reactions: Iterable[ReactionLike] = (),
        files: Iterable[FileInfoLike] = (),
        images: Mapping[str, PostImageLike] | None = None,
        priority: PostPriorityLike | None = None,
        acknowledgements: Iterable[PostAcknowledgementLike] = (),
    ) -> None:
        pb = self._pb = post_pb2.PostMetadata()
        if embeds:
            pb.embeds.extend(_models.PostEmbed._messages_of(embeds))
        if reactions:
            pb.reactions.extend(_models.Reaction._messages_of(reactions))
        if files:
            pb.files.extend(_models.FileInfo._messages_of(files))
        if images:
            _f.fill_map(pb.images, images, _models.PostImage)
        if priority is not None:
            pb.priority.CopyFrom(_models.PostPriority._message_of(priority))
        if acknowledgements:
            pb.acknowledgements.extend(_models.PostAcknowledgement._messages_of(acknowledgements))


class PostPriority(Model[post_pb2.PostPriority]):
    """How urgent a post is and what is asked of its readers."""

    __slots__ = ()

    _message = post_pb2.PostPriority
    _attributes = ("priority", "requested_ack", "persistent_notifications")

    priority: Attribute[str | None, str | None] = _f.optional("priority")
    """The words urgent or important; empty or absent for an ordinary post."""
    requested_ack: Attribute[bool | None, bool | None] = _f.optional("requested_ack")
    """Whether readers are asked to confirm that they have read it."""
    persistent_notifications: Attribute[bool | None, bool | None] = _f.optional("persistent_notifications")
    """Whether those mentioned are notified again until they answer."""

    def __init__(
        self,
        priority: str | None = None,
        requested_ack: bool | None = None,
        persistent_notifications: bool | None = None,
    ) -> None:
        pb = self._pb = post_pb2.PostPriority()
        if priority is not None:
            pb.priority = priority
        if requested_ack is not None:
            pb.requested_ack = requested_ack
        if persistent_notifications is not None:
            pb.persistent_notifications = persistent_notifications


class Reaction(Model[post_pb2.Reaction]):
    """An emoji that a user put under a post."""

    __slots__ = ()

    _message = post_pb2.Reaction
    _attributes = (
        "user_id",
        "post_id",
        "emoji_name",
        "create_at",
        "update_at",
        "delete_at",
        "remote_id",
        "channel_id",
    )

    user_id: Attribute[str, str] = _f.scalar("user_id")
    """Identifier of the user who reacted."""
    post_id: Attribute[str, str] = _f.scalar("post_id")
    """Identifier of the post."""
    emoji_name: Attribute[str, str] = _f.scalar("emoji_name")
    """Name of the emoji without colons, at most 64 characters."""
    create_at: Attribute[int, int] = _f.scalar("create_at")
    """When the reaction was made, in milliseconds since the epoch; set by the host alone."""
    update_at: Attribute[int, int] = _f.scalar("update_at")
    """When the reaction was last changed, in milliseconds since the epoch; set by the host alone.
    """
    delete_at: Attribute[int, int] = _f.scalar("delete_at")
    """When the reaction was taken away, in milliseconds since the epoch; 0 for one that is there.
    """
    remote_id: Attribute[str | None, str | None] = _f.optional("remote_id")
    """Identifier of the connected server that the reaction came from; absent for reactions of this
    one.
    """
    channel_id: Attribute[str | None, str | None] = _f.optional("channel_id")
    """Identifier of the channel the post is in; filled by the host."""

    def __init__(
        self,
        user_id: str = "",
        post_id: str = "",
        emoji_name: str = "",
        create_at: int = 0,
        update_at: int = 0,
        delete_at: int = 0,
        remote_id: str | None = None,
        channel_id: str | None = None,
    ) -> None:
        pb = self._pb = post_pb2.Reaction()
        if user_id:
            pb.user_id = user_id
        if post_id:
            pb.post_id = post_id
        if emoji_name:
            pb.emoji_name = emoji_name
        if create_at:
            pb.create_at = create_at
        if update_at:
            pb.update_at = update_at
        if delete_at:
            pb.delete_at = delete_at
        if remote_id is not None:
            pb.remote_id = remote_id
        if channel_id is not None:
            pb.channel_id = channel_id
