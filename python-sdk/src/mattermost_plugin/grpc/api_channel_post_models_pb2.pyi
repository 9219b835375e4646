from mattermost_plugin.grpc import post_pb2 as _post_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ChannelStats(_message.Message):
    __slots__ = ("channel_id", "member_count", "guest_count", "pinnedpost_count", "files_count")
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    MEMBER_COUNT_FIELD_NUMBER: _ClassVar[int]
    GUEST_COUNT_FIELD_NUMBER: _ClassVar[int]
    PINNEDPOST_COUNT_FIELD_NUMBER: _ClassVar[int]
    FILES_COUNT_FIELD_NUMBER: _ClassVar[int]
    channel_id: str
    member_count: int
    guest_count: int
    pinnedpost_count: int
    files_count: int
    def __init__(self, channel_id: _Optional[str] = ..., member_count: _Optional[int] = ..., guest_count: _Optional[int] = ..., pinnedpost_count: _Optional[int] = ..., files_count: _Optional[int] = ...) -> None: ...

class ChannelMember(_message.Message):
    __slots__ = ("channel_id", "user_id", "roles", "last_viewed_at", "msg_count", "mention_count", "mention_count_root", "msg_count_root", "notify_props", "last_update_at", "scheme_guest", "scheme_user", "scheme_admin", "urgent_mention_count")
    class NotifyPropsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    ROLES_FIELD_NUMBER: _ClassVar[int]
    LAST_VIEWED_AT_FIELD_NUMBER: _ClassVar[int]
    MSG_COUNT_FIELD_NUMBER: _ClassVar[int]
    MENTION_COUNT_FIELD_NUMBER: _ClassVar[int]
    MENTION_COUNT_ROOT_FIELD_NUMBER: _ClassVar[int]
    MSG_COUNT_ROOT_FIELD_NUMBER: _ClassVar[int]
    NOTIFY_PROPS_FIELD_NUMBER: _ClassVar[int]
    LAST_UPDATE_AT_FIELD_NUMBER: _ClassVar[int]
    SCHEME_GUEST_FIELD_NUMBER: _ClassVar[int]
    SCHEME_USER_FIELD_NUMBER: _ClassVar[int]
    SCHEME_ADMIN_FIELD_NUMBER: _ClassVar[int]
    URGENT_MENTION_COUNT_FIELD_NUMBER: _ClassVar[int]
    channel_id: str
    user_id: str
    roles: str
    last_viewed_at: int
    msg_count: int
    mention_count: int
    mention_count_root: int
    msg_count_root: int
    notify_props: _containers.ScalarMap[str, str]
    last_update_at: int
    scheme_guest: bool
    scheme_user: bool
    scheme_admin: bool
    urgent_mention_count: int
    def __init__(self, channel_id: _Optional[str] = ..., user_id: _Optional[str] = ..., roles: _Optional[str] = ..., last_viewed_at: _Optional[int] = ..., msg_count: _Optional[int] = ..., mention_count: _Optional[int] = ..., mention_count_root: _Optional[int] = ..., msg_count_root: _Optional[int] = ..., notify_props: _Optional[_Mapping[str, str]] = ..., last_update_at: _Optional[int] = ..., scheme_guest: bool = ..., scheme_user: bool = ..., scheme_admin: bool = ..., urgent_mention_count: _Optional[int] = ...) -> None: ...

class ChannelMemberIdentifier(_message.Message):
    __slots__ = ("channel_id", "user_id")
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    channel_id: str
    user_id: str
    def __init__(self, channel_id: _Optional[str] = ..., user_id: _Optional[str] = ...) -> None: ...

class SidebarCategoryWithChannels(_message.Message):
    __slots__ = ("id", "user_id", "team_id", "display_name", "type", "sorting", "muted", "collapsed", "channel_ids")
    ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    TEAM_ID_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    SORTING_FIELD_NUMBER: _ClassVar[int]
    MUTED_FIELD_NUMBER: _ClassVar[int]
    COLLAPSED_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_IDS_FIELD_NUMBER: _ClassVar[int]
    id: str
    user_id: str
    team_id: str
    display_name: str
    type: str
    sorting: int
    muted: bool
    collapsed: bool
    channel_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, id: _Optional[str] = ..., user_id: _Optional[str] = ..., team_id: _Optional[str] = ..., display_name: _Optional[str] = ..., type: _Optional[str] = ..., sorting: _Optional[int] = ..., muted: bool = ..., collapsed: bool = ..., channel_ids: _Optional[_Iterable[str]] = ...) -> None: ...

class OrderedSidebarCategories(_message.Message):
    __slots__ = ("categories", "order")
    CATEGORIES_FIELD_NUMBER: _ClassVar[int]
    ORDER_FIELD_NUMBER: _ClassVar[int]
    categories: _containers.RepeatedCompositeFieldContainer[SidebarCategoryWithChannels]
    order: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, categories: _Optional[_Iterable[_Union[SidebarCategoryWithChannels, _Mapping]]] = ..., order: _Optional[_Iterable[str]] = ...) -> None: ...

class SearchParams(_message.Message):
    __slots__ = ("terms", "is_or_search", "time_zone_offset", "page", "per_page", "include_deleted_channels", "in_channels", "excluded_channels", "from_users", "excluded_users", "excluded_before_date", "excluded_after_date", "excluded_dates", "extensions")
    TERMS_FIELD_NUMBER: _ClassVar[int]
    IS_OR_SEARCH_FIELD_NUMBER: _ClassVar[int]
    TIME_ZONE_OFFSET_FIELD_NUMBER: _ClassVar[int]
    PAGE_FIELD_NUMBER: _ClassVar[int]
    PER_PAGE_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_DELETED_CHANNELS_FIELD_NUMBER: _ClassVar[int]
    IN_CHANNELS_FIELD_NUMBER: _ClassVar[int]
    EXCLUDED_CHANNELS_FIELD_NUMBER: _ClassVar[int]
    FROM_USERS_FIELD_NUMBER: _ClassVar[int]
    EXCLUDED_USERS_FIELD_NUMBER: _ClassVar[int]
    EXCLUDED_BEFORE_DATE_FIELD_NUMBER: _ClassVar[int]
    EXCLUDED_AFTER_DATE_FIELD_NUMBER: _ClassVar[int]
    EXCLUDED_DATES_FIELD_NUMBER: _ClassVar[int]
    EXTENSIONS_FIELD_NUMBER: _ClassVar[int]
    terms: str
    is_or_search: bool
    time_zone_offset: int
    page: int
    per_page: int
    include_deleted_channels: bool
    in_channels: _containers.RepeatedScalarFieldContainer[str]
    excluded_channels: _containers.RepeatedScalarFieldContainer[str]
    from_users: _containers.RepeatedScalarFieldContainer[str]
    excluded_users: _containers.RepeatedScalarFieldContainer[str]
    excluded_before_date: _containers.RepeatedScalarFieldContainer[str]
    excluded_after_date: _containers.RepeatedScalarFieldContainer[str]
    excluded_dates: _containers.RepeatedScalarFieldContainer[str]
    extensions: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, terms: _Optional[str] = ..., is_or_search: bool = ..., time_zone_offset: _Optional[int] = ..., page: _Optional[int] = ..., per_page: _Optional[int] = ..., include_deleted_channels: bool = ..., in_channels: _Optional[_Iterable[str]] = ..., excluded_channels: _Optional[_Iterable[str]] = ..., from_users: _Optional[_Iterable[str]] = ..., excluded_users: _Optional[_Iterable[str]] = ..., excluded_before_date: _Optional[_Iterable[str]] = ..., excluded_after_date: _Optional[_Iterable[str]] = ..., excluded_dates: _Optional[_Iterable[str]] = ..., extensions: _Optional[_Iterable[str]] = ...) -> None: ...

class SearchParameter(_message.Message):
    __slots__ = ("terms", "is_or_search", "time_zone_offset", "page", "per_page", "include_deleted_channels")
    TERMS_FIELD_NUMBER: _ClassVar[int]
    IS_OR_SEARCH_FIELD_NUMBER: _ClassVar[int]
    TIME_ZONE_OFFSET_FIELD_NUMBER: _ClassVar[int]
    PAGE_FIELD_NUMBER: _ClassVar[int]
    PER_PAGE_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_DELETED_CHANNELS_FIELD_NUMBER: _ClassVar[int]
    terms: str
    is_or_search: bool
    time_zone_offset: int
    page: int
    per_page: int
    include_deleted_channels: bool
    def __init__(self, terms: _Optional[str] = ..., is_or_search: bool = ..., time_zone_offset: _Optional[int] = ..., page: _Optional[int] = ..., per_page: _Optional[int] = ..., include_deleted_channels: bool = ...) -> None: ...

class StringList(_message.Message):
    __slots__ = ("values",)
    VALUES_FIELD_NUMBER: _ClassVar[int]
    values: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, values: _Optional[_Iterable[str]] = ...) -> None: ...

class PostSearchResults(_message.Message):
    __slots__ = ("order", "posts", "matches")
    class PostsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: _post_pb2.Post
        def __init__(self, key: _Optional[str] = ..., value: _Optional[_Union[_post_pb2.Post, _Mapping]] = ...) -> None: ...
    class MatchesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: StringList
        def __init__(self, key: _Optional[str] = ..., value: _Optional[_Union[StringList, _Mapping]] = ...) -> None: ...
    ORDER_FIELD_NUMBER: _ClassVar[int]
    POSTS_FIELD_NUMBER: _ClassVar[int]
    MATCHES_FIELD_NUMBER: _ClassVar[int]
    order: _containers.RepeatedScalarFieldContainer[str]
    posts: _containers.MessageMap[str, _post_pb2.Post]
    matches: _containers.MessageMap[str, StringList]
    def __init__(self, order: _Optional[_Iterable[str]] = ..., posts: _Optional[_Mapping[str, _post_pb2.Post]] = ..., matches: _Optional[_Mapping[str, StringList]] = ...) -> None: ...

class Emoji(_message.Message):
    __slots__ = ("id", "create_at", "update_at", "delete_at", "creator_id", "name")
    ID_FIELD_NUMBER: _ClassVar[int]
    CREATE_AT_FIELD_NUMBER: _ClassVar[int]
    UPDATE_AT_FIELD_NUMBER: _ClassVar[int]
    DELETE_AT_FIELD_NUMBER: _ClassVar[int]
    CREATOR_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    id: str
    create_at: int
    update_at: int
    delete_at: int
    creator_id: str
    name: str
    def __init__(self, id: _Optional[str] = ..., create_at: _Optional[int] = ..., update_at: _Optional[int] = ..., delete_at: _Optional[int] = ..., creator_id: _Optional[str] = ..., name: _Optional[str] = ...) -> None: ...
