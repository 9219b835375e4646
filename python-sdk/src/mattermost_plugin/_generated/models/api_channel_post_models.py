# Generated from the contract; do not edit.
"""Models of the messages in api_channel_post_models.proto."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable, Mapping, Union

from mattermost_plugin._generated import models as _models
from mattermost_plugin._internal import fields as _f
from mattermost_plugin._internal.model import Model
from mattermost_plugin._internal.values import strings
from mattermost_plugin.grpc import api_channel_post_models_pb2

if TYPE_CHECKING:
    from mattermost_plugin._generated.models.post import (
        Post,
        PostLike,
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
    ChannelMemberLike = Union["ChannelMember", api_channel_post_models_pb2.ChannelMember, Mapping[str, Any]]
    ChannelMemberIdentifierLike = Union["ChannelMemberIdentifier", api_channel_post_models_pb2.ChannelMemberIdentifier, Mapping[str, Any]]
    ChannelStatsLike = Union["ChannelStats", api_channel_post_models_pb2.ChannelStats, Mapping[str, Any]]
    EmojiLike = Union["Emoji", api_channel_post_models_pb2.Emoji, Mapping[str, Any]]
    OrderedSidebarCategoriesLike = Union["OrderedSidebarCategories", api_channel_post_models_pb2.OrderedSidebarCategories, Mapping[str, Any]]
    PostSearchResultsLike = Union["PostSearchResults", api_channel_post_models_pb2.PostSearchResults, Mapping[str, Any]]
    SearchParameterLike = Union["SearchParameter", api_channel_post_models_pb2.SearchParameter, Mapping[str, Any]]
    SearchParamsLike = Union["SearchParams", api_channel_post_models_pb2.SearchParams, Mapping[str, Any]]
    SidebarCategoryWithChannelsLike = Union["SidebarCategoryWithChannels", api_channel_post_models_pb2.SidebarCategoryWithChannels, Mapping[str, Any]]
    StringListLike = Union["StringList", api_channel_post_models_pb2.StringList, Mapping[str, Any]]


class ChannelMember(Model[api_channel_post_models_pb2.ChannelMember]):
    """One user's membership in a channel, with what they have read."""

    __slots__ = ()

    _message = api_channel_post_models_pb2.ChannelMember
    _attributes = (
        "channel_id",
        "user_id",
        "roles",
        "last_viewed_at",
        "msg_count",
        "mention_count",
        "mention_count_root",
        "msg_count_root",
        "notify_props",
        "last_update_at",
        "scheme_guest",
        "scheme_user",
        "scheme_admin",
        "urgent_mention_count",
    )

    channel_id: Attribute[str, str] = _f.scalar("channel_id")
    """Identifier of the channel."""
    user_id: Attribute[str, str] = _f.scalar("user_id")
    """Identifier of the user."""
    roles: Attribute[str, str] = _f.scalar("roles")
    """Names of the roles held in the channel, separated by spaces."""
    last_viewed_at: Attribute[int, int] = _f.scalar("last_viewed_at")
    """When the user last read the channel, in milliseconds since the epoch; 0 for never."""
    msg_count: Attribute[int, int] = _f.scalar("msg_count")
    """Number of the channel's posts that the user has read, replies included."""
    mention_count: Attribute[int, int] = _f.scalar("mention_count")
    """Number of unread mentions of the user, replies included."""
    mention_count_root: Attribute[int, int] = _f.scalar("mention_count_root")
    """Number of unread mentions of the user in posts that are not replies."""
    msg_count_root: Attribute[int, int] = _f.scalar("msg_count_root")
    """Number of the channel's posts that are not replies and that the user has read."""
    notify_props: Attribute[ScalarMap[str], Mapping[str, str]] = _f.scalar_map("notify_props")
    """How the user wants to be notified of this channel; keys such as desktop, push and
    mark_unread, values such as default, all, mention and none.
    """
    last_update_at: Attribute[int, int] = _f.scalar("last_update_at")
    """When the membership last changed, in milliseconds since the epoch; set by the host alone."""
    scheme_guest: Attribute[bool, bool] = _f.scalar("scheme_guest")
    """Whether the member has the guest role of the channel's permission scheme."""
    scheme_user: Attribute[bool, bool] = _f.scalar("scheme_user")
    """Whether the member has the ordinary role of the channel's permission scheme."""
    scheme_admin: Attribute[bool, bool] = _f.scalar("scheme_admin")
    """Whether the member has the administrator role of the channel's permission scheme."""
    urgent_mention_count: Attribute[int, int] = _f.scalar("urgent_mention_count")
    """Number of unread mentions of the user in urgent posts."""

    def __init__(
        self,
        channel_id: str = "",
        user_id: str = "",
        roles: str = "",
        last_viewed_at: int = 0,
        msg_count: int = 0,
        mention_count: int = 0,
        mention_count_root: int = 0,
        msg_count_root: int = 0,
        notify_props: Mapping[str, str] | None = None,
        last_update_at: int = 0,
        scheme_guest: bool = False,
        scheme_user: bool = False,
        scheme_admin: bool = False,
        urgent_mention_count: int = 0,
    ) -> None:
        pb = self._pb = api_channel_post_models_pb2.ChannelMember()
        if channel_id:
            pb.channel_id = channel_id
        if user_id:
            pb.user_id = user_id
        if roles:
            pb.roles = roles
        if last_viewed_at:
            pb.last_viewed_at = last_viewed_at
        if msg_count:
            pb.msg_count = msg_count
        if mention_count:
            pb.mention_count = mention_count
        if mention_count_root:
            pb.mention_count_root = mention_count_root
        if msg_count_root:
            pb.msg_count_root = msg_count_root
        if notify_props:
            pb.notify_props.update(notify_props)
        if last_update_at:
            pb.last_update_at = last_update_at
        if scheme_guest:
            pb.scheme_guest = scheme_guest
        if scheme_user:
            pb.scheme_user = scheme_user
        if scheme_admin:
            pb.scheme_admin = scheme_admin
        if urgent_mention_count:
            pb.urgent_mention_count = urgent_mention_count


class ChannelMemberIdentifier(Model[api_channel_post_models_pb2.ChannelMemberIdentifier]):
    """Names one membership in a channel."""

    __slots__ = ()

    _message = api_channel_post_models_pb2.ChannelMemberIdentifier
    _attributes = ("channel_id", "user_id")

    channel_id: Attribute[str, str] = _f.scalar("channel_id")
    """Identifier of the channel."""
    user_id: Attribute[str, str] = _f.scalar("user_id")
    """Identifier of the user."""

    def __init__(self, channel_id: str = "", user_id: str = "") -> None:
        pb = self._pb = api_channel_post_models_pb2.ChannelMemberIdentifier()
        if channel_id:
            pb.channel_id = channel_id
        if user_id:
            pb.user_id = user_id


class ChannelStats(Model[api_channel_post_models_pb2.ChannelStats]):
    """What can be counted in a channel."""

    __slots__ = ()

    _message = api_channel_post_models_pb2.ChannelStats
    _attributes = ("channel_id", "member_count", "guest_count", "pinnedpost_count", "files_count")

    channel_id: Attribute[str, str] = _f.scalar("channel_id")
    """Identifier of the channel."""
    member_count: Attribute[int, int] = _f.scalar("member_count")
    """Number of members, guests included."""
    guest_count: Attribute[int, int] = _f.scalar("guest_count")
    """Number of members who are guests."""
    pinnedpost_count: Attribute[int, int] = _f.scalar("pinnedpost_count")
    """Number of pinned posts."""
    files_count: Attribute[int, int] = _f.scalar("files_count")
    """Number of attached files."""

    def __init__(
        self,
        channel_id: str = "",
        member_count: int = 0,
        guest_count: int = 0,
        pinnedpost_count: int = 0,
        files_count: int = 0,
    ) -> None:
        pb = self._pb = api_channel_post_models_pb2.ChannelStats()
        if channel_id:
            pb.channel_id = channel_id
        if member_count:
            pb.member_count = member_count
        if guest_count:
            pb.guest_count = guest_count
        if pinnedpost_count:
            pb.pinnedpost_count = pinnedpost_count
        if files_count:
            pb.files_count = files_count


class Emoji(Model[api_channel_post_models_pb2.Emoji]):
    """A picture that users of this server added to the emoji."""

    __slots__ = ()

    _message = api_channel_post_models_pb2.Emoji
    _attributes = ("id", "create_at", "update_at", "delete_at", "creator_id", "name")

    id: Attribute[str, str] = _f.scalar("id")
    """Identifier of the emoji; given by the host."""
    create_at: Attribute[int, int] = _f.scalar("create_at")
    """When the emoji was added, in milliseconds since the epoch."""
    update_at: Attribute[int, int] = _f.scalar("update_at")
    """When the emoji was last changed, in milliseconds since the epoch."""
    delete_at: Attribute[int, int] = _f.scalar("delete_at")
    """When the emoji was removed, in milliseconds since the epoch; 0 for one in use."""
    creator_id: Attribute[str, str] = _f.scalar("creator_id")
    """Identifier of the user who added it."""
    name: Attribute[str, str] = _f.scalar("name")
    """Name without colons, unique on the server, at most 64 characters."""

    def __init__(
        self,
        id: str = "",
        create_at: int = 0,
        update_at: int = 0,
        delete_at: int = 0,
        creator_id: str = "",
        name: str = "",
    ) -> None:
        pb = self._pb = api_channel_post_models_pb2.Emoji()
        if id:
            pb.id = id
        if create_at:
            pb.create_at = create_at
        if update_at:
            pb.update_at = update_at
        if delete_at:
            pb.delete_at = delete_at
        if creator_id:
            pb.creator_id = creator_id
        if name:
            pb.name = name


class OrderedSidebarCategories(Model[api_channel_post_models_pb2.OrderedSidebarCategories]):
    """A user's sidebar in one team."""

    __slots__ = ()

    _message = api_channel_post_models_pb2.OrderedSidebarCategories
    _attributes = ("categories", "order")

    categories: Attribute[ModelList[SidebarCategoryWithChannels], Iterable[SidebarCategoryWithChannelsLike]] = _f.models("categories", "SidebarCategoryWithChannels")
    """The categories."""
    order: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("order")
    """Identifiers of the categories, from top to bottom."""

    def __init__(
        self,
        categories: Iterable[SidebarCategoryWithChannelsLike] = (),
        order: Iterable[str] = (),
    ) -> None:
        pb = self._pb = api_channel_post_models_pb2.OrderedSidebarCategories()
        if categories:
            pb.categories.extend(_models.SidebarCategoryWithChannels._messages_of(categories))
        if order:
            pb.order.extend(strings(order))


class PostSearchResults(Model[api_channel_post_models_pb2.PostSearchResults]):
    """Posts that were found."""

    __slots__ = ()

    _message = api_channel_post_models_pb2.PostSearchResults
    _attributes = ("order", "posts", "matches")

    order: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("order")
    """Identifiers of the posts, best or newest first."""
    posts: Attribute[ModelMap[Post], Mapping[str, PostLike]] = _f.model_map("posts", "Post")
    """The posts by their identifiers."""
    matches: Attribute[ModelMap[StringList], Mapping[str, StringListLike]] = _f.model_map("matches", "StringList")
    """For each post's identifier the words in it that matched; left out by hosts that do not know
    them.
    """

    def __init__(
        self,
        order: Iterable[str] = (),
        posts: Mapping[str, PostLike] | None = None,
        matches: Mapping[str, StringListLike] | None = None,
    ) -> None:
        pb = self._pb = api_channel_post_models_pb2.PostSearchResults()
        if order:
            pb.order.extend(strings(order))
        if posts:
            _f.fill_map(pb.posts, posts, _models.Post)
        if matches:
            _f.fill_map(pb.matches, matches, _models.StringList)


class SearchParameter(Model[api_channel_post_models_pb2.SearchParameter]):
    """A search for posts on behalf of a user, as typed into the search box."""

    __slots__ = ()

    _message = api_channel_post_models_pb2.SearchParameter
    _attributes = (
        "terms",
        "is_or_search",
        "time_zone_offset",
        "page",
        "per_page",
        "include_deleted_channels",
    )

    terms: Attribute[str, str] = _f.scalar("terms")
    """What to look for, together with words that narrow the search, such as from: and in:."""
    is_or_search: Attribute[bool, bool] = _f.scalar("is_or_search")
    """Whether one of the words is enough; otherwise all are needed."""
    time_zone_offset: Attribute[int, int] = _f.scalar("time_zone_offset")
    """How far the searcher's time zone is ahead of UTC, in seconds; decides where a day begins."""
    page: Attribute[int, int] = _f.scalar("page")
    """Which page of the result, counted from 0."""
    per_page: Attribute[int, int] = _f.scalar("per_page")
    """How many posts a page has."""
    include_deleted_channels: Attribute[bool, bool] = _f.scalar("include_deleted_channels")
    """Whether archived channels are searched too."""

    def __init__(
        self,
        terms: str = "",
        is_or_search: bool = False,
        time_zone_offset: int = 0,
        page: int = 0,
        per_page: int = 0,
        include_deleted_channels: bool = False,
    ) -> None:
        pb = self._pb = api_channel_post_models_pb2.SearchParameter()
        if terms:
            pb.terms = terms
        if is_or_search:
            pb.is_or_search = is_or_search
        if time_zone_offset:
            pb.time_zone_offset = time_zone_offset
        if page:
            pb.page = page
        if per_page:
            pb.per_page = per_page
        if include_deleted_channels:
            pb.include_deleted_channels = include_deleted_channels


class SearchParams(Model[api_channel_post_models_pb2.SearchParams]):
    """One search for posts, with everything that narrows it."""

    __slots__ = ()

    _message = api_channel_post_models_pb2.SearchParams
    _attributes = (
        "terms",
        "is_or_search",
        "time_zone_offset",
        "page",
        "per_page",
        "include_deleted_channels",
        "in_channels",
        "excluded_channels",
        "from_users",
        "excluded_users",
        "excluded_before_date",
        "excluded_after_date",
        "excluded_dates",
        "extensions",
    )

    terms: Attribute[str, str] = _f.scalar("terms")
    """The words to look for; quotation marks keep words together and an asterisk stands for any
    ending.
    """
    is_or_search: Attribute[bool, bool] = _f.scalar("is_or_search")
    """Whether one of the words is enough; otherwise all are needed."""
    time_zone_offset: Attribute[int, int] = _f.scalar("time_zone_offset")
    """How far the searcher's time zone is ahead of UTC, in seconds; decides where a day begins."""
    page: Attribute[int, int] = _f.scalar("page")
    """Which page of the result, counted from 0."""
    per_page: Attribute[int, int] = _f.scalar("per_page")
    """How many posts a page has."""
    include_deleted_channels: Attribute[bool, bool] = _f.scalar("include_deleted_channels")
    """Whether archived channels are searched too."""
    in_channels: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("in_channels")
    """Names of the only channels to search; empty for all."""
    excluded_channels: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("excluded_channels")
    """Names of channels to leave out."""
    from_users: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("from_users")
    """Usernames of the only authors to look for; empty for all."""
    excluded_users: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("excluded_users")
    """Usernames of authors to leave out."""
    excluded_before_date: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("excluded_before_date")
    """Days, such as 2026-01-31; posts made before such a day are left out."""
    excluded_after_date: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("excluded_after_date")
    """Days, such as 2026-01-31; posts made after such a day are left out."""
    excluded_dates: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("excluded_dates")
    """Days, such as 2026-01-31, whose posts are left out."""
    extensions: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("extensions")
    """Extensions, without the dot, of the only files to look for; empty for all."""

    def __init__(
        self,
        terms: str = "",
        is_or_search: bool = False,
        time_zone_offset: int = 0,
        page: int = 0,
        per_page: int = 0,
        include_deleted_channels: bool = False,
        in_channels: Iterable[str] = (),
        excluded_channels: Iterable[str] = (),
        from_users: Iterable[str] = (),
        excluded_users: Iterable[str] = (),
        excluded_before_date: Iterable[str] = (),
        excluded_after_date: Iterable[str] = (),
        excluded_dates: Iterable[str] = (),
        extensions: Iterable[str] = (),
    ) -> None:
        pb = self._pb = api_channel_post_models_pb2.SearchParams()
        if terms:
            pb.terms = terms
        if is_or_search:
            pb.is_or_search = is_or_search
        if time_zone_offset:
            pb.time_zone_offset = time_zone_offset
        if page:
            pb.page = page
        if per_page:
            pb.per_page = per_page
        if include_deleted_channels:
            pb.include_deleted_channels = include_deleted_channels
        if in_channels:
            pb.in_channels.extend(strings(in_channels))
        if excluded_channels:
            pb.excluded_channels.extend(strings(excluded_channels))
        if from_users:
            pb.from_users.extend(strings(from_users))
        if excluded_users:
            pb.excluded_users.extend(strings(excluded_users))
        if excluded_before_date:
            pb.excluded_before_date.extend(strings(excluded_before_date))
        if excluded_after_date:
            pb.excluded_after_date.extend(strings(excluded_after_date))
        if excluded_dates:
            pb.excluded_dates.extend(strings(excluded_dates))
        if extensions:
            pb.extensions.extend(strings(extensions))


class SidebarCategoryWithChannels(Model[api_channel_post_models_pb2.SidebarCategoryWithChannels]):
    """A heading in a user's sidebar and the channels under it."""

    __slots__ = ()

    _message = api_channel_post_models_pb2.SidebarCategoryWithChannels
    _attributes = (
        "id",
        "user_id",
        "team_id",
        "display_name",
        "type",
        "sorting",
        "muted",
        "collapsed",
        "channel_ids",
    )

    id: Attribute[str, str] = _f.scalar("id")
    """Identifier of the category; given by the host."""
    user_id: Attribute[str, str] = _f.scalar("user_id")
    """Identifier of the user whose sidebar it is."""
    team_id: Attribute[str, str] = _f.scalar("team_id")
    """Identifier of the team in which it is shown."""
    display_name: Attribute[str, str] = _f.scalar("display_name")
    """The heading."""
    type: Attribute[str, str] = _f.scalar("type")
    """One of favorites, channels, direct_messages and custom; only custom ones can be made or
    removed.
    """
    sorting: Attribute[int, int] = _f.scalar("sorting")
    """Number of the way in which the channels are sorted; 0 for the host's usual one."""
    muted: Attribute[bool, bool] = _f.scalar("muted")
    """Whether all channels under the heading are muted."""
    collapsed: Attribute[bool, bool] = _f.scalar("collapsed")
    """Whether the channels under the heading are folded away."""
    channel_ids: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("channel_ids")
    """Identifiers of the channels, in the order in which the user put them."""

    def __init__(
        self,
        id: str = "",
        user_id: str = "",
        team_id: str = "",
        display_name: str = "",
        type: str = "",
        sorting: int = 0,
        muted: bool = False,
        collapsed: bool = False,
        channel_ids: Iterable[str] = (),
    ) -> None:
        pb = self._pb = api_channel_post_models_pb2.SidebarCategoryWithChannels()
        if id:
            pb.id = id
        if user_id:
            pb.user_id = user_id
        if team_id:
            pb.team_id = team_id
        if display_name:
            pb.display_name = display_name
        if type:
            pb.type = type
        if sorting:
            pb.sorting = sorting
        if muted:
            pb.muted = muted
        if collapsed:
            pb.collapsed = collapsed
        if channel_ids:
            pb.channel_ids.extend(strings(channel_ids))


class StringList(Model[api_channel_post_models_pb2.StringList]):
    """A list of texts, for places where a list cannot stand by itself."""

    __slots__ = ()

    _message = api_channel_post_models_pb2.StringList
    _attributes = ("values",)

    values: Attribute[ScalarList[str], Iterable[str]] = _f.scalars("values")
    """The entries, in order."""

    def __init__(self, values: Iterable[str] = ()) -> None:
        pb = self._pb = api_channel_post_models_pb2.StringList()
        if values:
            pb.values.extend(strings(values))
