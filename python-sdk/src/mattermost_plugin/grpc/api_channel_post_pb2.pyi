from mattermost_plugin.grpc import api_channel_post_models_pb2 as _api_channel_post_models_pb2
from mattermost_plugin.grpc import channel_pb2 as _channel_pb2
from mattermost_plugin.grpc import common_pb2 as _common_pb2
from mattermost_plugin.grpc import post_pb2 as _post_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union
from mattermost_plugin.grpc.api_channel_post_models_pb2 import ChannelStats as ChannelStats
from mattermost_plugin.grpc.api_channel_post_models_pb2 import ChannelMember as ChannelMember
from mattermost_plugin.grpc.api_channel_post_models_pb2 import ChannelMemberIdentifier as ChannelMemberIdentifier
from mattermost_plugin.grpc.api_channel_post_models_pb2 import SidebarCategoryWithChannels as SidebarCategoryWithChannels
from mattermost_plugin.grpc.api_channel_post_models_pb2 import OrderedSidebarCategories as OrderedSidebarCategories
from mattermost_plugin.grpc.api_channel_post_models_pb2 import SearchParams as SearchParams
from mattermost_plugin.grpc.api_channel_post_models_pb2 import SearchParameter as SearchParameter
from mattermost_plugin.grpc.api_channel_post_models_pb2 import StringList as StringList
from mattermost_plugin.grpc.api_channel_post_models_pb2 import PostSearchResults as PostSearchResults
from mattermost_plugin.grpc.api_channel_post_models_pb2 import Emoji as Emoji

DESCRIPTOR: _descriptor.FileDescriptor

class CreateChannelRequest(_message.Message):
    __slots__ = ("channel",)
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    channel: _channel_pb2.Channel
    def __init__(self, channel: _Optional[_Union[_channel_pb2.Channel, _Mapping]] = ...) -> None: ...

class CreateChannelResponse(_message.Message):
    __slots__ = ("error", "channel")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    channel: _channel_pb2.Channel
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., channel: _Optional[_Union[_channel_pb2.Channel, _Mapping]] = ...) -> None: ...

class DeleteChannelRequest(_message.Message):
    __slots__ = ("channel_id",)
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    channel_id: str
    def __init__(self, channel_id: _Optional[str] = ...) -> None: ...

class DeleteChannelResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class GetPublicChannelsForTeamRequest(_message.Message):
    __slots__ = ("team_id", "page", "per_page")
    TEAM_ID_FIELD_NUMBER: _ClassVar[int]
    PAGE_FIELD_NUMBER: _ClassVar[int]
    PER_PAGE_FIELD_NUMBER: _ClassVar[int]
    team_id: str
    page: int
    per_page: int
    def __init__(self, team_id: _Optional[str] = ..., page: _Optional[int] = ..., per_page: _Optional[int] = ...) -> None: ...

class GetPublicChannelsForTeamResponse(_message.Message):
    __slots__ = ("error", "channels")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    CHANNELS_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    channels: _containers.RepeatedCompositeFieldContainer[_channel_pb2.Channel]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., channels: _Optional[_Iterable[_Union[_channel_pb2.Channel, _Mapping]]] = ...) -> None: ...

class GetChannelRequest(_message.Message):
    __slots__ = ("channel_id",)
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    channel_id: str
    def __init__(self, channel_id: _Optional[str] = ...) -> None: ...

class GetChannelResponse(_message.Message):
    __slots__ = ("error", "channel")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    channel: _channel_pb2.Channel
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., channel: _Optional[_Union[_channel_pb2.Channel, _Mapping]] = ...) -> None: ...

class GetChannelByNameRequest(_message.Message):
    __slots__ = ("team_id", "name", "include_deleted")
    TEAM_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_DELETED_FIELD_NUMBER: _ClassVar[int]
    team_id: str
    name: str
    include_deleted: bool
    def __init__(self, team_id: _Optional[str] = ..., name: _Optional[str] = ..., include_deleted: bool = ...) -> None: ...

class GetChannelByNameResponse(_message.Message):
    __slots__ = ("error", "channel")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    channel: _channel_pb2.Channel
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., channel: _Optional[_Union[_channel_pb2.Channel, _Mapping]] = ...) -> None: ...

class GetChannelByNameForTeamNameRequest(_message.Message):
    __slots__ = ("team_name", "channel_name", "include_deleted")
    TEAM_NAME_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_NAME_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_DELETED_FIELD_NUMBER: _ClassVar[int]
    team_name: str
    channel_name: str
    include_deleted: bool
    def __init__(self, team_name: _Optional[str] = ..., channel_name: _Optional[str] = ..., include_deleted: bool = ...) -> None: ...

class GetChannelByNameForTeamNameResponse(_message.Message):
    __slots__ = ("error", "channel")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    channel: _channel_pb2.Channel
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., channel: _Optional[_Union[_channel_pb2.Channel, _Mapping]] = ...) -> None: ...

class GetChannelsForTeamForUserRequest(_message.Message):
    __slots__ = ("team_id", "user_id", "include_deleted")
    TEAM_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_DELETED_FIELD_NUMBER: _ClassVar[int]
    team_id: str
    user_id: str
    include_deleted: bool
    def __init__(self, team_id: _Optional[str] = ..., user_id: _Optional[str] = ..., include_deleted: bool = ...) -> None: ...

class GetChannelsForTeamForUserResponse(_message.Message):
    __slots__ = ("error", "channels")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    CHANNELS_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    channels: _containers.RepeatedCompositeFieldContainer[_channel_pb2.Channel]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., channels: _Optional[_Iterable[_Union[_channel_pb2.Channel, _Mapping]]] = ...) -> None: ...

class GetChannelStatsRequest(_message.Message):
    __slots__ = ("channel_id",)
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    channel_id: str
    def __init__(self, channel_id: _Optional[str] = ...) -> None: ...

class GetChannelStatsResponse(_message.Message):
    __slots__ = ("error", "channel_stats")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_STATS_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    channel_stats: _api_channel_post_models_pb2.ChannelStats
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., channel_stats: _Optional[_Union[_api_channel_post_models_pb2.ChannelStats, _Mapping]] = ...) -> None: ...

class GetDirectChannelRequest(_message.Message):
    __slots__ = ("user_id_1", "user_id_2")
    USER_ID_1_FIELD_NUMBER: _ClassVar[int]
    USER_ID_2_FIELD_NUMBER: _ClassVar[int]
    user_id_1: str
    user_id_2: str
    def __init__(self, user_id_1: _Optional[str] = ..., user_id_2: _Optional[str] = ...) -> None: ...

class GetDirectChannelResponse(_message.Message):
    __slots__ = ("error", "channel")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    channel: _channel_pb2.Channel
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., channel: _Optional[_Union[_channel_pb2.Channel, _Mapping]] = ...) -> None: ...

class GetGroupChannelRequest(_message.Message):
    __slots__ = ("user_ids",)
    USER_IDS_FIELD_NUMBER: _ClassVar[int]
    user_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, user_ids: _Optional[_Iterable[str]] = ...) -> None: ...

class GetGroupChannelResponse(_message.Message):
    __slots__ = ("error", "channel")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    channel: _channel_pb2.Channel
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., channel: _Optional[_Union[_channel_pb2.Channel, _Mapping]] = ...) -> None: ...

class UpdateChannelRequest(_message.Message):
    __slots__ = ("channel",)
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    channel: _channel_pb2.Channel
    def __init__(self, channel: _Optional[_Union[_channel_pb2.Channel, _Mapping]] = ...) -> None: ...

class UpdateChannelResponse(_message.Message):
    __slots__ = ("error", "channel")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    channel: _channel_pb2.Channel
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., channel: _Optional[_Union[_channel_pb2.Channel, _Mapping]] = ...) -> None: ...

class SearchChannelsRequest(_message.Message):
    __slots__ = ("team_id", "term")
    TEAM_ID_FIELD_NUMBER: _ClassVar[int]
    TERM_FIELD_NUMBER: _ClassVar[int]
    team_id: str
    term: str
    def __init__(self, team_id: _Optional[str] = ..., term: _Optional[str] = ...) -> None: ...

class SearchChannelsResponse(_message.Message):
    __slots__ = ("error", "channels")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    CHANNELS_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    channels: _containers.RepeatedCompositeFieldContainer[_channel_pb2.Channel]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., channels: _Optional[_Iterable[_Union[_channel_pb2.Channel, _Mapping]]] = ...) -> None: ...

class AddChannelMemberRequest(_message.Message):
    __slots__ = ("channel_id", "user_id")
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    channel_id: str
    user_id: str
    def __init__(self, channel_id: _Optional[str] = ..., user_id: _Optional[str] = ...) -> None: ...

class AddChannelMemberResponse(_message.Message):
    __slots__ = ("error", "channel_member")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_MEMBER_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    channel_member: _api_channel_post_models_pb2.ChannelMember
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., channel_member: _Optional[_Union[_api_channel_post_models_pb2.ChannelMember, _Mapping]] = ...) -> None: ...

class AddUserToChannelRequest(_message.Message):
    __slots__ = ("channel_id", "user_id", "as_user_id")
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    AS_USER_ID_FIELD_NUMBER: _ClassVar[int]
    channel_id: str
    user_id: str
    as_user_id: str
    def __init__(self, channel_id: _Optional[str] = ..., user_id: _Optional[str] = ..., as_user_id: _Optional[str] = ...) -> None: ...

class AddUserToChannelResponse(_message.Message):
    __slots__ = ("error", "channel_member")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_MEMBER_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    channel_member: _api_channel_post_models_pb2.ChannelMember
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., channel_member: _Optional[_Union[_api_channel_post_models_pb2.ChannelMember, _Mapping]] = ...) -> None: ...

class GetChannelMemberRequest(_message.Message):
    __slots__ = ("channel_id", "user_id")
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    channel_id: str
    user_id: str
    def __init__(self, channel_id: _Optional[str] = ..., user_id: _Optional[str] = ...) -> None: ...

class GetChannelMemberResponse(_message.Message):
    __slots__ = ("error", "channel_member")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_MEMBER_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    channel_member: _api_channel_post_models_pb2.ChannelMember
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., channel_member: _Optional[_Union[_api_channel_post_models_pb2.ChannelMember, _Mapping]] = ...) -> None: ...

class GetChannelMembersRequest(_message.Message):
    __slots__ = ("channel_id", "page", "per_page")
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    PAGE_FIELD_NUMBER: _ClassVar[int]
    PER_PAGE_FIELD_NUMBER: _ClassVar[int]
    channel_id: str
    page: int
    per_page: int
    def __init__(self, channel_id: _Optional[str] = ..., page: _Optional[int] = ..., per_page: _Optional[int] = ...) -> None: ...

class GetChannelMembersResponse(_message.Message):
    __slots__ = ("error", "channel_members")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_MEMBERS_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    channel_members: _containers.RepeatedCompositeFieldContainer[_api_channel_post_models_pb2.ChannelMember]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., channel_members: _Optional[_Iterable[_Union[_api_channel_post_models_pb2.ChannelMember, _Mapping]]] = ...) -> None: ...

class GetChannelMembersByIdsRequest(_message.Message):
    __slots__ = ("channel_id", "user_ids")
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    USER_IDS_FIELD_NUMBER: _ClassVar[int]
    channel_id: str
    user_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, channel_id: _Optional[str] = ..., user_ids: _Optional[_Iterable[str]] = ...) -> None: ...

class GetChannelMembersByIdsResponse(_message.Message):
    __slots__ = ("error", "channel_members")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_MEMBERS_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    channel_members: _containers.RepeatedCompositeFieldContainer[_api_channel_post_models_pb2.ChannelMember]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., channel_members: _Optional[_Iterable[_Union[_api_channel_post_models_pb2.ChannelMember, _Mapping]]] = ...) -> None: ...

class GetChannelMembersForUserRequest(_message.Message):
    __slots__ = ("team_id", "user_id", "page", "per_page")
    TEAM_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    PAGE_FIELD_NUMBER: _ClassVar[int]
    PER_PAGE_FIELD_NUMBER: _ClassVar[int]
    team_id: str
    user_id: str
    page: int
    per_page: int
    def __init__(self, team_id: _Optional[str] = ..., user_id: _Optional[str] = ..., page: _Optional[int] = ..., per_page: _Optional[int] = ...) -> None: ...

class GetChannelMembersForUserResponse(_message.Message):
    __slots__ = ("error", "channel_members")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_MEMBERS_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    channel_members: _containers.RepeatedCompositeFieldContainer[_api_channel_post_models_pb2.ChannelMember]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., channel_members: _Optional[_Iterable[_Union[_api_channel_post_models_pb2.ChannelMember, _Mapping]]] = ...) -> None: ...

class UpdateChannelMemberRolesRequest(_message.Message):
    __slots__ = ("channel_id", "user_id", "new_roles")
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    NEW_ROLES_FIELD_NUMBER: _ClassVar[int]
    channel_id: str
    user_id: str
    new_roles: str
    def __init__(self, channel_id: _Optional[str] = ..., user_id: _Optional[str] = ..., new_roles: _Optional[str] = ...) -> None: ...

class UpdateChannelMemberRolesResponse(_message.Message):
    __slots__ = ("error", "channel_member")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_MEMBER_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    channel_member: _api_channel_post_models_pb2.ChannelMember
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., channel_member: _Optional[_Union[_api_channel_post_models_pb2.ChannelMember, _Mapping]] = ...) -> None: ...

class UpdateChannelMemberNotificationsRequest(_message.Message):
    __slots__ = ("channel_id", "user_id", "notifications")
    class NotificationsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    NOTIFICATIONS_FIELD_NUMBER: _ClassVar[int]
    channel_id: str
    user_id: str
    notifications: _containers.ScalarMap[str, str]
    def __init__(self, channel_id: _Optional[str] = ..., user_id: _Optional[str] = ..., notifications: _Optional[_Mapping[str, str]] = ...) -> None: ...

class UpdateChannelMemberNotificationsResponse(_message.Message):
    __slots__ = ("error", "channel_member")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_MEMBER_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    channel_member: _api_channel_post_models_pb2.ChannelMember
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., channel_member: _Optional[_Union[_api_channel_post_models_pb2.ChannelMember, _Mapping]] = ...) -> None: ...

class PatchChannelMembersNotificationsRequest(_message.Message):
    __slots__ = ("members", "notify_props")
    class NotifyPropsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    MEMBERS_FIELD_NUMBER: _ClassVar[int]
    NOTIFY_PROPS_FIELD_NUMBER: _ClassVar[int]
    members: _containers.RepeatedCompositeFieldContainer[_api_channel_post_models_pb2.ChannelMemberIdentifier]
    notify_props: _containers.ScalarMap[str, str]
    def __init__(self, members: _Optional[_Iterable[_Union[_api_channel_post_models_pb2.ChannelMemberIdentifier, _Mapping]]] = ..., notify_props: _Optional[_Mapping[str, str]] = ...) -> None: ...

class PatchChannelMembersNotificationsResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class DeleteChannelMemberRequest(_message.Message):
    __slots__ = ("channel_id", "user_id")
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    channel_id: str
    user_id: str
    def __init__(self, channel_id: _Optional[str] = ..., user_id: _Optional[str] = ...) -> None: ...

class DeleteChannelMemberResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class CreateChannelSidebarCategoryRequest(_message.Message):
    __slots__ = ("user_id", "team_id", "new_category")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    TEAM_ID_FIELD_NUMBER: _ClassVar[int]
    NEW_CATEGORY_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    team_id: str
    new_category: _api_channel_post_models_pb2.SidebarCategoryWithChannels
    def __init__(self, user_id: _Optional[str] = ..., team_id: _Optional[str] = ..., new_category: _Optional[_Union[_api_channel_post_models_pb2.SidebarCategoryWithChannels, _Mapping]] = ...) -> None: ...

class CreateChannelSidebarCategoryResponse(_message.Message):
    __slots__ = ("error", "category")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    CATEGORY_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    category: _api_channel_post_models_pb2.SidebarCategoryWithChannels
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., category: _Optional[_Union[_api_channel_post_models_pb2.SidebarCategoryWithChannels, _Mapping]] = ...) -> None: ...

class GetChannelSidebarCategoriesRequest(_message.Message):
    __slots__ = ("user_id", "team_id")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    TEAM_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    team_id: str
    def __init__(self, user_id: _Optional[str] = ..., team_id: _Optional[str] = ...) -> None: ...

class GetChannelSidebarCategoriesResponse(_message.Message):
    __slots__ = ("error", "categories")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    CATEGORIES_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    categories: _api_channel_post_models_pb2.OrderedSidebarCategories
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., categories: _Optional[_Union[_api_channel_post_models_pb2.OrderedSidebarCategories, _Mapping]] = ...) -> None: ...

class UpdateChannelSidebarCategoriesRequest(_message.Message):
    __slots__ = ("user_id", "team_id", "categories")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    TEAM_ID_FIELD_NUMBER: _ClassVar[int]
    CATEGORIES_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    team_id: str
    categories: _containers.RepeatedCompositeFieldContainer[_api_channel_post_models_pb2.SidebarCategoryWithChannels]
    def __init__(self, user_id: _Optional[str] = ..., team_id: _Optional[str] = ..., categories: _Optional[_Iterable[_Union[_api_channel_post_models_pb2.SidebarCategoryWithChannels, _Mapping]]] = ...) -> None: ...

class UpdateChannelSidebarCategoriesResponse(_message.Message):
    __slots__ = ("error", "categories")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    CATEGORIES_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    categories: _containers.RepeatedCompositeFieldContainer[_api_channel_post_models_pb2.SidebarCategoryWithChannels]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., categories: _Optional[_Iterable[_Union[_api_channel_post_models_pb2.SidebarCategoryWithChannels, _Mapping]]] = ...) -> None: ...

class CreatePostRequest(_message.Message):
    __slots__ = ("post",)
    POST_FIELD_NUMBER: _ClassVar[int]
    post: _post_pb2.Post
    def __init__(self, post: _Optional[_Union[_post_pb2.Post, _Mapping]] = ...) -> None: ...

class CreatePostResponse(_message.Message):
    __slots__ = ("error", "post")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    post: _post_pb2.Post
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., post: _Optional[_Union[_post_pb2.Post, _Mapping]] = ...) -> None: ...

class AddReactionRequest(_message.Message):
    __slots__ = ("reaction",)
    REACTION_FIELD_NUMBER: _ClassVar[int]
    reaction: _post_pb2.Reaction
    def __init__(self, reaction: _Optional[_Union[_post_pb2.Reaction, _Mapping]] = ...) -> None: ...

class AddReactionResponse(_message.Message):
    __slots__ = ("error", "reaction")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    REACTION_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    reaction: _post_pb2.Reaction
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., reaction: _Optional[_Union[_post_pb2.Reaction, _Mapping]] = ...) -> None: ...

class RemoveReactionRequest(_message.Message):
    __slots__ = ("reaction",)
    REACTION_FIELD_NUMBER: _ClassVar[int]
    reaction: _post_pb2.Reaction
    def __init__(self, reaction: _Optional[_Union[_post_pb2.Reaction, _Mapping]] = ...) -> None: ...

class RemoveReactionResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class GetReactionsRequest(_message.Message):
    __slots__ = ("post_id",)
    POST_ID_FIELD_NUMBER: _ClassVar[int]
    post_id: str
    def __init__(self, post_id: _Optional[str] = ...) -> None: ...

class GetReactionsResponse(_message.Message):
    __slots__ = ("error", "reactions")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    REACTIONS_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    reactions: _containers.RepeatedCompositeFieldContainer[_post_pb2.Reaction]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., reactions: _Optional[_Iterable[_Union[_post_pb2.Reaction, _Mapping]]] = ...) -> None: ...

class SendEphemeralPostRequest(_message.Message):
    __slots__ = ("user_id", "post")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    post: _post_pb2.Post
    def __init__(self, user_id: _Optional[str] = ..., post: _Optional[_Union[_post_pb2.Post, _Mapping]] = ...) -> None: ...

class SendEphemeralPostResponse(_message.Message):
    __slots__ = ("error", "post")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    post: _post_pb2.Post
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., post: _Optional[_Union[_post_pb2.Post, _Mapping]] = ...) -> None: ...

class UpdateEphemeralPostRequest(_message.Message):
    __slots__ = ("user_id", "post")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    post: _post_pb2.Post
    def __init__(self, user_id: _Optional[str] = ..., post: _Optional[_Union[_post_pb2.Post, _Mapping]] = ...) -> None: ...

class UpdateEphemeralPostResponse(_message.Message):
    __slots__ = ("error", "post")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    post: _post_pb2.Post
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., post: _Optional[_Union[_post_pb2.Post, _Mapping]] = ...) -> None: ...

class DeleteEphemeralPostRequest(_message.Message):
    __slots__ = ("user_id", "post_id")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    POST_ID_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    post_id: str
    def __init__(self, user_id: _Optional[str] = ..., post_id: _Optional[str] = ...) -> None: ...

class DeleteEphemeralPostResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class DeletePostRequest(_message.Message):
    __slots__ = ("post_id",)
    POST_ID_FIELD_NUMBER: _ClassVar[int]
    post_id: str
    def __init__(self, post_id: _Optional[str] = ...) -> None: ...

class DeletePostResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class GetPostThreadRequest(_message.Message):
    __slots__ = ("post_id",)
    POST_ID_FIELD_NUMBER: _ClassVar[int]
    post_id: str
    def __init__(self, post_id: _Optional[str] = ...) -> None: ...

class GetPostThreadResponse(_message.Message):
    __slots__ = ("error", "post_list")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    POST_LIST_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    post_list: _post_pb2.PostList
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., post_list: _Optional[_Union[_post_pb2.PostList, _Mapping]] = ...) -> None: ...

class GetPostRequest(_message.Message):
    __slots__ = ("post_id",)
    POST_ID_FIELD_NUMBER: _ClassVar[int]
    post_id: str
    def __init__(self, post_id: _Optional[str] = ...) -> None: ...

class GetPostResponse(_message.Message):
    __slots__ = ("error", "post")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    post: _post_pb2.Post
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., post: _Optional[_Union[_post_pb2.Post, _Mapping]] = ...) -> None: ...

class GetPostsSinceRequest(_message.Message):
    __slots__ = ("channel_id", "time")
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    TIME_FIELD_NUMBER: _ClassVar[int]
    channel_id: str
    time: int
    def __init__(self, channel_id: _Optional[str] = ..., time: _Optional[int] = ...) -> None: ...

class GetPostsSinceResponse(_message.Message):
    __slots__ = ("error", "post_list")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    POST_LIST_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    post_list: _post_pb2.PostList
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., post_list: _Optional[_Union[_post_pb2.PostList, _Mapping]] = ...) -> None: ...

class GetPostsAfterRequest(_message.Message):
    __slots__ = ("channel_id", "post_id", "page", "per_page")
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    POST_ID_FIELD_NUMBER: _ClassVar[int]
    PAGE_FIELD_NUMBER: _ClassVar[int]
    PER_PAGE_FIELD_NUMBER: _ClassVar[int]
    channel_id: str
    post_id: str
    page: int
    per_page: int
    def __init__(self, channel_id: _Optional[str] = ..., post_id: _Optional[str] = ..., page: _Optional[int] = ..., per_page: _Optional[int] = ...) -> None: ...

class GetPostsAfterResponse(_message.Message):
    __slots__ = ("error", "post_list")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    POST_LIST_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    post_list: _post_pb2.PostList
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., post_list: _Optional[_Union[_post_pb2.PostList, _Mapping]] = ...) -> None: ...

class GetPostsBeforeRequest(_message.Message):
    __slots__ = ("channel_id", "post_id", "page", "per_page")
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    POST_ID_FIELD_NUMBER: _ClassVar[int]
    PAGE_FIELD_NUMBER: _ClassVar[int]
    PER_PAGE_FIELD_NUMBER: _ClassVar[int]
    channel_id: str
    post_id: str
    page: int
    per_page: int
    def __init__(self, channel_id: _Optional[str] = ..., post_id: _Optional[str] = ..., page: _Optional[int] = ..., per_page: _Optional[int] = ...) -> None: ...

class GetPostsBeforeResponse(_message.Message):
    __slots__ = ("error", "post_list")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    POST_LIST_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    post_list: _post_pb2.PostList
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., post_list: _Optional[_Union[_post_pb2.PostList, _Mapping]] = ...) -> None: ...

class GetPostsForChannelRequest(_message.Message):
    __slots__ = ("channel_id", "page", "per_page")
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    PAGE_FIELD_NUMBER: _ClassVar[int]
    PER_PAGE_FIELD_NUMBER: _ClassVar[int]
    channel_id: str
    page: int
    per_page: int
    def __init__(self, channel_id: _Optional[str] = ..., page: _Optional[int] = ..., per_page: _Optional[int] = ...) -> None: ...

class GetPostsForChannelResponse(_message.Message):
    __slots__ = ("error", "post_list")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    POST_LIST_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    post_list: _post_pb2.PostList
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., post_list: _Optional[_Union[_post_pb2.PostList, _Mapping]] = ...) -> None: ...

class UpdatePostRequest(_message.Message):
    __slots__ = ("post",)
    POST_FIELD_NUMBER: _ClassVar[int]
    post: _post_pb2.Post
    def __init__(self, post: _Optional[_Union[_post_pb2.Post, _Mapping]] = ...) -> None: ...

class UpdatePostResponse(_message.Message):
    __slots__ = ("error", "post")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    POST_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    post: _post_pb2.Post
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., post: _Optional[_Union[_post_pb2.Post, _Mapping]] = ...) -> None: ...

class SearchPostsInTeamRequest(_message.Message):
    __slots__ = ("team_id", "params_list")
    TEAM_ID_FIELD_NUMBER: _ClassVar[int]
    PARAMS_LIST_FIELD_NUMBER: _ClassVar[int]
    team_id: str
    params_list: _containers.RepeatedCompositeFieldContainer[_api_channel_post_models_pb2.SearchParams]
    def __init__(self, team_id: _Optional[str] = ..., params_list: _Optional[_Iterable[_Union[_api_channel_post_models_pb2.SearchParams, _Mapping]]] = ...) -> None: ...

class SearchPostsInTeamResponse(_message.Message):
    __slots__ = ("error", "posts")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    POSTS_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    posts: _containers.RepeatedCompositeFieldContainer[_post_pb2.Post]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., posts: _Optional[_Iterable[_Union[_post_pb2.Post, _Mapping]]] = ...) -> None: ...

class SearchPostsInTeamForUserRequest(_message.Message):
    __slots__ = ("team_id", "user_id", "search_params")
    TEAM_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    SEARCH_PARAMS_FIELD_NUMBER: _ClassVar[int]
    team_id: str
    user_id: str
    search_params: _api_channel_post_models_pb2.SearchParameter
    def __init__(self, team_id: _Optional[str] = ..., user_id: _Optional[str] = ..., search_params: _Optional[_Union[_api_channel_post_models_pb2.SearchParameter, _Mapping]] = ...) -> None: ...

class SearchPostsInTeamForUserResponse(_message.Message):
    __slots__ = ("error", "results")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    RESULTS_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    results: _api_channel_post_models_pb2.PostSearchResults
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., results: _Optional[_Union[_api_channel_post_models_pb2.PostSearchResults, _Mapping]] = ...) -> None: ...

class GetEmojiListRequest(_message.Message):
    __slots__ = ("sort_by", "page", "per_page")
    SORT_BY_FIELD_NUMBER: _ClassVar[int]
    PAGE_FIELD_NUMBER: _ClassVar[int]
    PER_PAGE_FIELD_NUMBER: _ClassVar[int]
    sort_by: str
    page: int
    per_page: int
    def __init__(self, sort_by: _Optional[str] = ..., page: _Optional[int] = ..., per_page: _Optional[int] = ...) -> None: ...

class GetEmojiListResponse(_message.Message):
    __slots__ = ("error", "emojis")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    EMOJIS_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    emojis: _containers.RepeatedCompositeFieldContainer[_api_channel_post_models_pb2.Emoji]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., emojis: _Optional[_Iterable[_Union[_api_channel_post_models_pb2.Emoji, _Mapping]]] = ...) -> None: ...

class GetEmojiByNameRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class GetEmojiByNameResponse(_message.Message):
    __slots__ = ("error", "emoji")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    EMOJI_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    emoji: _api_channel_post_models_pb2.Emoji
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., emoji: _Optional[_Union[_api_channel_post_models_pb2.Emoji, _Mapping]] = ...) -> None: ...

class GetEmojiRequest(_message.Message):
    __slots__ = ("emoji_id",)
    EMOJI_ID_FIELD_NUMBER: _ClassVar[int]
    emoji_id: str
    def __init__(self, emoji_id: _Optional[str] = ...) -> None: ...

class GetEmojiResponse(_message.Message):
    __slots__ = ("error", "emoji")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    EMOJI_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    emoji: _api_channel_post_models_pb2.Emoji
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., emoji: _Optional[_Union[_api_channel_post_models_pb2.Emoji, _Mapping]] = ...) -> None: ...

class GetEmojiImageRequest(_message.Message):
    __slots__ = ("emoji_id",)
    EMOJI_ID_FIELD_NUMBER: _ClassVar[int]
    emoji_id: str
    def __init__(self, emoji_id: _Optional[str] = ...) -> None: ...

class GetEmojiImageResponse(_message.Message):
    __slots__ = ("error", "image", "content_type")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    IMAGE_FIELD_NUMBER: _ClassVar[int]
    CONTENT_TYPE_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    image: bytes
    content_type: str
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., image: _Optional[bytes] = ..., content_type: _Optional[str] = ...) -> None: ...
