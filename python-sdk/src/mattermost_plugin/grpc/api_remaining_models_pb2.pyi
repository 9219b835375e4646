from google.protobuf import struct_pb2 as _struct_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Command(_message.Message):
    __slots__ = ("id", "token", "create_at", "update_at", "delete_at", "creator_id", "team_id", "trigger", "method", "username", "icon_url", "auto_complete", "auto_complete_desc", "auto_complete_hint", "display_name", "description", "url", "plugin_id")
    ID_FIELD_NUMBER: _ClassVar[int]
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    CREATE_AT_FIELD_NUMBER: _ClassVar[int]
    UPDATE_AT_FIELD_NUMBER: _ClassVar[int]
    DELETE_AT_FIELD_NUMBER: _ClassVar[int]
    CREATOR_ID_FIELD_NUMBER: _ClassVar[int]
    TEAM_ID_FIELD_NUMBER: _ClassVar[int]
    TRIGGER_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    USERNAME_FIELD_NUMBER: _ClassVar[int]
    ICON_URL_FIELD_NUMBER: _ClassVar[int]
    AUTO_COMPLETE_FIELD_NUMBER: _ClassVar[int]
    AUTO_COMPLETE_DESC_FIELD_NUMBER: _ClassVar[int]
    AUTO_COMPLETE_HINT_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    URL_FIELD_NUMBER: _ClassVar[int]
    PLUGIN_ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    token: str
    create_at: int
    update_at: int
    delete_at: int
    creator_id: str
    team_id: str
    trigger: str
    method: str
    username: str
    icon_url: str
    auto_complete: bool
    auto_complete_desc: str
    auto_complete_hint: str
    display_name: str
    description: str
    url: str
    plugin_id: str
    def __init__(self, id: _Optional[str] = ..., token: _Optional[str] = ..., create_at: _Optional[int] = ..., update_at: _Optional[int] = ..., delete_at: _Optional[int] = ..., creator_id: _Optional[str] = ..., team_id: _Optional[str] = ..., trigger: _Optional[str] = ..., method: _Optional[str] = ..., username: _Optional[str] = ..., icon_url: _Optional[str] = ..., auto_complete: bool = ..., auto_complete_desc: _Optional[str] = ..., auto_complete_hint: _Optional[str] = ..., display_name: _Optional[str] = ..., description: _Optional[str] = ..., url: _Optional[str] = ..., plugin_id: _Optional[str] = ...) -> None: ...

class CommandArgs(_message.Message):
    __slots__ = ("user_id", "channel_id", "team_id", "root_id", "parent_id", "trigger_id", "command", "site_url", "t", "user_mention", "channel_mention")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    TEAM_ID_FIELD_NUMBER: _ClassVar[int]
    ROOT_ID_FIELD_NUMBER: _ClassVar[int]
    PARENT_ID_FIELD_NUMBER: _ClassVar[int]
    TRIGGER_ID_FIELD_NUMBER: _ClassVar[int]
    COMMAND_FIELD_NUMBER: _ClassVar[int]
    SITE_URL_FIELD_NUMBER: _ClassVar[int]
    T_FIELD_NUMBER: _ClassVar[int]
    USER_MENTION_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_MENTION_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    channel_id: str
    team_id: str
    root_id: str
    parent_id: str
    trigger_id: str
    command: str
    site_url: str
    t: str
    user_mention: str
    channel_mention: str
    def __init__(self, user_id: _Optional[str] = ..., channel_id: _Optional[str] = ..., team_id: _Optional[str] = ..., root_id: _Optional[str] = ..., parent_id: _Optional[str] = ..., trigger_id: _Optional[str] = ..., command: _Optional[str] = ..., site_url: _Optional[str] = ..., t: _Optional[str] = ..., user_mention: _Optional[str] = ..., channel_mention: _Optional[str] = ...) -> None: ...

class CommandResponse(_message.Message):
    __slots__ = ("response_type", "text", "username", "channel_id", "icon_url", "type", "props", "goto_location", "trigger_id", "skip_slack_parsing", "attachments")
    RESPONSE_TYPE_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    USERNAME_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    ICON_URL_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    PROPS_FIELD_NUMBER: _ClassVar[int]
    GOTO_LOCATION_FIELD_NUMBER: _ClassVar[int]
    TRIGGER_ID_FIELD_NUMBER: _ClassVar[int]
    SKIP_SLACK_PARSING_FIELD_NUMBER: _ClassVar[int]
    ATTACHMENTS_FIELD_NUMBER: _ClassVar[int]
    response_type: str
    text: str
    username: str
    channel_id: str
    icon_url: str
    type: str
    props: _struct_pb2.Struct
    goto_location: str
    trigger_id: str
    skip_slack_parsing: bool
    attachments: _containers.RepeatedCompositeFieldContainer[CommandResponse]
    def __init__(self, response_type: _Optional[str] = ..., text: _Optional[str] = ..., username: _Optional[str] = ..., channel_id: _Optional[str] = ..., icon_url: _Optional[str] = ..., type: _Optional[str] = ..., props: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ..., goto_location: _Optional[str] = ..., trigger_id: _Optional[str] = ..., skip_slack_parsing: bool = ..., attachments: _Optional[_Iterable[_Union[CommandResponse, _Mapping]]] = ...) -> None: ...

class Preference(_message.Message):
    __slots__ = ("user_id", "category", "name", "value")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    CATEGORY_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    category: str
    name: str
    value: str
    def __init__(self, user_id: _Optional[str] = ..., category: _Optional[str] = ..., name: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...

class OAuthApp(_message.Message):
    __slots__ = ("id", "creator_id", "create_at", "update_at", "client_secret", "name", "description", "icon_url", "callback_urls", "homepage", "is_trusted", "mattermostAppId")
    ID_FIELD_NUMBER: _ClassVar[int]
    CREATOR_ID_FIELD_NUMBER: _ClassVar[int]
    CREATE_AT_FIELD_NUMBER: _ClassVar[int]
    UPDATE_AT_FIELD_NUMBER: _ClassVar[int]
    CLIENT_SECRET_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    ICON_URL_FIELD_NUMBER: _ClassVar[int]
    CALLBACK_URLS_FIELD_NUMBER: _ClassVar[int]
    HOMEPAGE_FIELD_NUMBER: _ClassVar[int]
    IS_TRUSTED_FIELD_NUMBER: _ClassVar[int]
    MATTERMOSTAPPID_FIELD_NUMBER: _ClassVar[int]
    id: str
    creator_id: str
    create_at: int
    update_at: int
    client_secret: str
    name: str
    description: str
    icon_url: str
    callback_urls: str
    homepage: str
    is_trusted: bool
    mattermostAppId: str
    def __init__(self, id: _Optional[str] = ..., creator_id: _Optional[str] = ..., create_at: _Optional[int] = ..., update_at: _Optional[int] = ..., client_secret: _Optional[str] = ..., name: _Optional[str] = ..., description: _Optional[str] = ..., icon_url: _Optional[str] = ..., callback_urls: _Optional[str] = ..., homepage: _Optional[str] = ..., is_trusted: bool = ..., mattermostAppId: _Optional[str] = ...) -> None: ...

class Group(_message.Message):
    __slots__ = ("id", "name", "display_name", "description", "source", "remote_id", "create_at", "update_at", "delete_at", "allow_reference")
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    REMOTE_ID_FIELD_NUMBER: _ClassVar[int]
    CREATE_AT_FIELD_NUMBER: _ClassVar[int]
    UPDATE_AT_FIELD_NUMBER: _ClassVar[int]
    DELETE_AT_FIELD_NUMBER: _ClassVar[int]
    ALLOW_REFERENCE_FIELD_NUMBER: _ClassVar[int]
    id: str
    name: str
    display_name: str
    description: str
    source: str
    remote_id: str
    create_at: int
    update_at: int
    delete_at: int
    allow_reference: bool
    def __init__(self, id: _Optional[str] = ..., name: _Optional[str] = ..., display_name: _Optional[str] = ..., description: _Optional[str] = ..., source: _Optional[str] = ..., remote_id: _Optional[str] = ..., create_at: _Optional[int] = ..., update_at: _Optional[int] = ..., delete_at: _Optional[int] = ..., allow_reference: bool = ...) -> None: ...

class GroupMember(_message.Message):
    __slots__ = ("group_id", "user_id", "create_at", "delete_at")
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    CREATE_AT_FIELD_NUMBER: _ClassVar[int]
    DELETE_AT_FIELD_NUMBER: _ClassVar[int]
    group_id: str
    user_id: str
    create_at: int
    delete_at: int
    def __init__(self, group_id: _Optional[str] = ..., user_id: _Optional[str] = ..., create_at: _Optional[int] = ..., delete_at: _Optional[int] = ...) -> None: ...

class GroupSyncable(_message.Message):
    __slots__ = ("group_id", "syncable_id", "syncable_type", "auto_add", "scheme_admin", "create_at", "delete_at", "update_at")
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    SYNCABLE_ID_FIELD_NUMBER: _ClassVar[int]
    SYNCABLE_TYPE_FIELD_NUMBER: _ClassVar[int]
    AUTO_ADD_FIELD_NUMBER: _ClassVar[int]
    SCHEME_ADMIN_FIELD_NUMBER: _ClassVar[int]
    CREATE_AT_FIELD_NUMBER: _ClassVar[int]
    DELETE_AT_FIELD_NUMBER: _ClassVar[int]
    UPDATE_AT_FIELD_NUMBER: _ClassVar[int]
    group_id: str
    syncable_id: str
    syncable_type: str
    auto_add: bool
    scheme_admin: bool
    create_at: int
    delete_at: int
    update_at: int
    def __init__(self, group_id: _Optional[str] = ..., syncable_id: _Optional[str] = ..., syncable_type: _Optional[str] = ..., auto_add: bool = ..., scheme_admin: bool = ..., create_at: _Optional[int] = ..., delete_at: _Optional[int] = ..., update_at: _Optional[int] = ...) -> None: ...

class GroupSearchOpts(_message.Message):
    __slots__ = ("q", "include_member_count", "include_total_member_count", "filter_allow_reference", "page_opts_page", "page_opts_per_page", "filter_archived", "filter_parent_team_permitted", "source", "filter_has_member", "since", "include_channel_member_count", "include_timezones")
    Q_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_MEMBER_COUNT_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_TOTAL_MEMBER_COUNT_FIELD_NUMBER: _ClassVar[int]
    FILTER_ALLOW_REFERENCE_FIELD_NUMBER: _ClassVar[int]
    PAGE_OPTS_PAGE_FIELD_NUMBER: _ClassVar[int]
    PAGE_OPTS_PER_PAGE_FIELD_NUMBER: _ClassVar[int]
    FILTER_ARCHIVED_FIELD_NUMBER: _ClassVar[int]
    FILTER_PARENT_TEAM_PERMITTED_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    FILTER_HAS_MEMBER_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_CHANNEL_MEMBER_COUNT_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_TIMEZONES_FIELD_NUMBER: _ClassVar[int]
    q: str
    include_member_count: bool
    include_total_member_count: bool
    filter_allow_reference: str
    page_opts_page: int
    page_opts_per_page: int
    filter_archived: bool
    filter_parent_team_permitted: bool
    source: str
    filter_has_member: bool
    since: str
    include_channel_member_count: bool
    include_timezones: bool
    def __init__(self, q: _Optional[str] = ..., include_member_count: bool = ..., include_total_member_count: bool = ..., filter_allow_reference: _Optional[str] = ..., page_opts_page: _Optional[int] = ..., page_opts_per_page: _Optional[int] = ..., filter_archived: bool = ..., filter_parent_team_permitted: bool = ..., source: _Optional[str] = ..., filter_has_member: bool = ..., since: _Optional[str] = ..., include_channel_member_count: bool = ..., include_timezones: bool = ...) -> None: ...

class CreateDefaultMembershipParams(_message.Message):
    __slots__ = ("since", "scope_teams", "scope_channels", "re_add_removed_members")
    SINCE_FIELD_NUMBER: _ClassVar[int]
    SCOPE_TEAMS_FIELD_NUMBER: _ClassVar[int]
    SCOPE_CHANNELS_FIELD_NUMBER: _ClassVar[int]
    RE_ADD_REMOVED_MEMBERS_FIELD_NUMBER: _ClassVar[int]
    since: int
    scope_teams: bool
    scope_channels: bool
    re_add_removed_members: bool
    def __init__(self, since: _Optional[int] = ..., scope_teams: bool = ..., scope_channels: bool = ..., re_add_removed_members: bool = ...) -> None: ...

class RegisterPluginOpts(_message.Message):
    __slots__ = ("plugin_id", "display_name", "description")
    PLUGIN_ID_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    plugin_id: str
    display_name: str
    description: str
    def __init__(self, plugin_id: _Optional[str] = ..., display_name: _Optional[str] = ..., description: _Optional[str] = ...) -> None: ...

class SharedChannel(_message.Message):
    __slots__ = ("channel_id", "team_id", "home", "read_only", "share_name", "share_display_name", "share_purpose", "share_header", "creator_id", "create_at", "update_at", "remote_id", "type")
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    TEAM_ID_FIELD_NUMBER: _ClassVar[int]
    HOME_FIELD_NUMBER: _ClassVar[int]
    READ_ONLY_FIELD_NUMBER: _ClassVar[int]
    SHARE_NAME_FIELD_NUMBER: _ClassVar[int]
    SHARE_DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    SHARE_PURPOSE_FIELD_NUMBER: _ClassVar[int]
    SHARE_HEADER_FIELD_NUMBER: _ClassVar[int]
    CREATOR_ID_FIELD_NUMBER: _ClassVar[int]
    CREATE_AT_FIELD_NUMBER: _ClassVar[int]
    UPDATE_AT_FIELD_NUMBER: _ClassVar[int]
    REMOTE_ID_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    channel_id: str
    team_id: str
    home: str
    read_only: bool
    share_name: str
    share_display_name: str
    share_purpose: str
    share_header: str
    creator_id: str
    create_at: int
    update_at: int
    remote_id: str
    type: str
    def __init__(self, channel_id: _Optional[str] = ..., team_id: _Optional[str] = ..., home: _Optional[str] = ..., read_only: bool = ..., share_name: _Optional[str] = ..., share_display_name: _Optional[str] = ..., share_purpose: _Optional[str] = ..., share_header: _Optional[str] = ..., creator_id: _Optional[str] = ..., create_at: _Optional[int] = ..., update_at: _Optional[int] = ..., remote_id: _Optional[str] = ..., type: _Optional[str] = ...) -> None: ...

class GetPostsSinceForSyncCursor(_message.Message):
    __slots__ = ("last_post_update_at", "last_post_id")
    LAST_POST_UPDATE_AT_FIELD_NUMBER: _ClassVar[int]
    LAST_POST_ID_FIELD_NUMBER: _ClassVar[int]
    last_post_update_at: int
    last_post_id: str
    def __init__(self, last_post_update_at: _Optional[int] = ..., last_post_id: _Optional[str] = ...) -> None: ...

class PropertyField(_message.Message):
    __slots__ = ("id", "group_id", "name", "type", "attrs", "target_id", "target_type", "create_at", "update_at", "delete_at")
    ID_FIELD_NUMBER: _ClassVar[int]
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    ATTRS_FIELD_NUMBER: _ClassVar[int]
    TARGET_ID_FIELD_NUMBER: _ClassVar[int]
    TARGET_TYPE_FIELD_NUMBER: _ClassVar[int]
    CREATE_AT_FIELD_NUMBER: _ClassVar[int]
    UPDATE_AT_FIELD_NUMBER: _ClassVar[int]
    DELETE_AT_FIELD_NUMBER: _ClassVar[int]
    id: str
    group_id: str
    name: str
    type: str
    attrs: _struct_pb2.Struct
    target_id: str
    target_type: str
    create_at: int
    update_at: int
    delete_at: int
    def __init__(self, id: _Optional[str] = ..., group_id: _Optional[str] = ..., name: _Optional[str] = ..., type: _Optional[str] = ..., attrs: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ..., target_id: _Optional[str] = ..., target_type: _Optional[str] = ..., create_at: _Optional[int] = ..., update_at: _Optional[int] = ..., delete_at: _Optional[int] = ...) -> None: ...

class PropertyFieldSearchOpts(_message.Message):
    __slots__ = ("page", "per_page", "include_deleted", "target_type", "target_id")
    PAGE_FIELD_NUMBER: _ClassVar[int]
    PER_PAGE_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_DELETED_FIELD_NUMBER: _ClassVar[int]
    TARGET_TYPE_FIELD_NUMBER: _ClassVar[int]
    TARGET_ID_FIELD_NUMBER: _ClassVar[int]
    page: int
    per_page: int
    include_deleted: bool
    target_type: str
    target_id: str
    def __init__(self, page: _Optional[int] = ..., per_page: _Optional[int] = ..., include_deleted: bool = ..., target_type: _Optional[str] = ..., target_id: _Optional[str] = ...) -> None: ...

class PropertyValue(_message.Message):
    __slots__ = ("id", "group_id", "field_id", "target_id", "target_type", "value", "create_at", "update_at", "delete_at")
    ID_FIELD_NUMBER: _ClassVar[int]
    GROUP_ID_FIELD_NUMBER: _ClassVar[int]
    FIELD_ID_FIELD_NUMBER: _ClassVar[int]
    TARGET_ID_FIELD_NUMBER: _ClassVar[int]
    TARGET_TYPE_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    CREATE_AT_FIELD_NUMBER: _ClassVar[int]
    UPDATE_AT_FIELD_NUMBER: _ClassVar[int]
    DELETE_AT_FIELD_NUMBER: _ClassVar[int]
    id: str
    group_id: str
    field_id: str
    target_id: str
    target_type: str
    value: _struct_pb2.Value
    create_at: int
    update_at: int
    delete_at: int
    def __init__(self, id: _Optional[str] = ..., group_id: _Optional[str] = ..., field_id: _Optional[str] = ..., target_id: _Optional[str] = ..., target_type: _Optional[str] = ..., value: _Optional[_Union[_struct_pb2.Value, _Mapping]] = ..., create_at: _Optional[int] = ..., update_at: _Optional[int] = ..., delete_at: _Optional[int] = ...) -> None: ...

class PropertyValueSearchOpts(_message.Message):
    __slots__ = ("page", "per_page", "include_deleted", "target_type", "target_id", "field_id")
    PAGE_FIELD_NUMBER: _ClassVar[int]
    PER_PAGE_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_DELETED_FIELD_NUMBER: _ClassVar[int]
    TARGET_TYPE_FIELD_NUMBER: _ClassVar[int]
    TARGET_ID_FIELD_NUMBER: _ClassVar[int]
    FIELD_ID_FIELD_NUMBER: _ClassVar[int]
    page: int
    per_page: int
    include_deleted: bool
    target_type: str
    target_id: str
    field_id: str
    def __init__(self, page: _Optional[int] = ..., per_page: _Optional[int] = ..., include_deleted: bool = ..., target_type: _Optional[str] = ..., target_id: _Optional[str] = ..., field_id: _Optional[str] = ...) -> None: ...

class PropertyGroup(_message.Message):
    __slots__ = ("id", "name")
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    id: str
    name: str
    def __init__(self, id: _Optional[str] = ..., name: _Optional[str] = ...) -> None: ...

class AuditRecord(_message.Message):
    __slots__ = ("id", "create_at", "level", "api_path", "event", "status", "user_id", "session_id", "client", "ip_address", "meta")
    ID_FIELD_NUMBER: _ClassVar[int]
    CREATE_AT_FIELD_NUMBER: _ClassVar[int]
    LEVEL_FIELD_NUMBER: _ClassVar[int]
    API_PATH_FIELD_NUMBER: _ClassVar[int]
    EVENT_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    CLIENT_FIELD_NUMBER: _ClassVar[int]
    IP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    META_FIELD_NUMBER: _ClassVar[int]
    id: str
    create_at: int
    level: str
    api_path: str
    event: str
    status: str
    user_id: str
    session_id: str
    client: str
    ip_address: str
    meta: _struct_pb2.Struct
    def __init__(self, id: _Optional[str] = ..., create_at: _Optional[int] = ..., level: _Optional[str] = ..., api_path: _Optional[str] = ..., event: _Optional[str] = ..., status: _Optional[str] = ..., user_id: _Optional[str] = ..., session_id: _Optional[str] = ..., client: _Optional[str] = ..., ip_address: _Optional[str] = ..., meta: _Optional[_Union[_struct_pb2.Struct, _Mapping]] = ...) -> None: ...

class OpenDialogRequest(_message.Message):
    __slots__ = ("trigger_id", "url", "dialog")
    TRIGGER_ID_FIELD_NUMBER: _ClassVar[int]
    URL_FIELD_NUMBER: _ClassVar[int]
    DIALOG_FIELD_NUMBER: _ClassVar[int]
    trigger_id: str
    url: str
    dialog: Dialog
    def __init__(self, trigger_id: _Optional[str] = ..., url: _Optional[str] = ..., dialog: _Optional[_Union[Dialog, _Mapping]] = ...) -> None: ...

class Dialog(_message.Message):
    __slots__ = ("callback_id", "title", "introduction_text", "elements", "submit_label", "notify_on_cancel", "state", "icon_url")
    CALLBACK_ID_FIELD_NUMBER: _ClassVar[int]
    TITLE_FIELD_NUMBER: _ClassVar[int]
    INTRODUCTION_TEXT_FIELD_NUMBER: _ClassVar[int]
    ELEMENTS_FIELD_NUMBER: _ClassVar[int]
    SUBMIT_LABEL_FIELD_NUMBER: _ClassVar[int]
    NOTIFY_ON_CANCEL_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    ICON_URL_FIELD_NUMBER: _ClassVar[int]
    callback_id: str
    title: str
    introduction_text: str
    elements: _containers.RepeatedCompositeFieldContainer[DialogElement]
    submit_label: str
    notify_on_cancel: bool
    state: str
    icon_url: str
    def __init__(self, callback_id: _Optional[str] = ..., title: _Optional[str] = ..., introduction_text: _Optional[str] = ..., elements: _Optional[_Iterable[_Union[DialogElement, _Mapping]]] = ..., submit_label: _Optional[str] = ..., notify_on_cancel: bool = ..., state: _Optional[str] = ..., icon_url: _Optional[str] = ...) -> None: ...

class DialogElement(_message.Message):
    __slots__ = ("display_name", "name", "type", "subtype", "default", "placeholder", "help_text", "optional", "min_length", "max_length", "data_source", "options")
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    SUBTYPE_FIELD_NUMBER: _ClassVar[int]
    DEFAULT_FIELD_NUMBER: _ClassVar[int]
    PLACEHOLDER_FIELD_NUMBER: _ClassVar[int]
    HELP_TEXT_FIELD_NUMBER: _ClassVar[int]
    OPTIONAL_FIELD_NUMBER: _ClassVar[int]
    MIN_LENGTH_FIELD_NUMBER: _ClassVar[int]
    MAX_LENGTH_FIELD_NUMBER: _ClassVar[int]
    DATA_SOURCE_FIELD_NUMBER: _ClassVar[int]
    OPTIONS_FIELD_NUMBER: _ClassVar[int]
    display_name: str
    name: str
    type: str
    subtype: str
    default: str
    placeholder: str
    help_text: str
    optional: bool
    min_length: int
    max_length: int
    data_source: str
    options: _containers.RepeatedCompositeFieldContainer[DialogElementOption]
    def __init__(self, display_name: _Optional[str] = ..., name: _Optional[str] = ..., type: _Optional[str] = ..., subtype: _Optional[str] = ..., default: _Optional[str] = ..., placeholder: _Optional[str] = ..., help_text: _Optional[str] = ..., optional: bool = ..., min_length: _Optional[int] = ..., max_length: _Optional[int] = ..., data_source: _Optional[str] = ..., options: _Optional[_Iterable[_Union[DialogElementOption, _Mapping]]] = ...) -> None: ...

class DialogElementOption(_message.Message):
    __slots__ = ("text", "value")
    TEXT_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    text: str
    value: str
    def __init__(self, text: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...

class PluginClusterEvent(_message.Message):
    __slots__ = ("id", "data")
    ID_FIELD_NUMBER: _ClassVar[int]
    DATA_FIELD_NUMBER: _ClassVar[int]
    id: str
    data: bytes
    def __init__(self, id: _Optional[str] = ..., data: _Optional[bytes] = ...) -> None: ...

class PluginClusterEventSendOptions(_message.Message):
    __slots__ = ("send_type", "target_id")
    SEND_TYPE_FIELD_NUMBER: _ClassVar[int]
    TARGET_ID_FIELD_NUMBER: _ClassVar[int]
    send_type: str
    target_id: str
    def __init__(self, send_type: _Optional[str] = ..., target_id: _Optional[str] = ...) -> None: ...

class PushNotification(_message.Message):
    __slots__ = ("ack_id", "platform", "server_id", "device_id", "post_id", "category", "sound", "message", "badge", "cont_ava", "team_id", "channel_id", "root_id", "sender_id", "sender_name", "override_username", "override_icon_url", "from_webhook", "version", "is_crt", "channel_name", "type", "sub_type")
    ACK_ID_FIELD_NUMBER: _ClassVar[int]
    PLATFORM_FIELD_NUMBER: _ClassVar[int]
    SERVER_ID_FIELD_NUMBER: _ClassVar[int]
    DEVICE_ID_FIELD_NUMBER: _ClassVar[int]
    POST_ID_FIELD_NUMBER: _ClassVar[int]
    CATEGORY_FIELD_NUMBER: _ClassVar[int]
    SOUND_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    BADGE_FIELD_NUMBER: _ClassVar[int]
    CONT_AVA_FIELD_NUMBER: _ClassVar[int]
    TEAM_ID_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    ROOT_ID_FIELD_NUMBER: _ClassVar[int]
    SENDER_ID_FIELD_NUMBER: _ClassVar[int]
    SENDER_NAME_FIELD_NUMBER: _ClassVar[int]
    OVERRIDE_USERNAME_FIELD_NUMBER: _ClassVar[int]
    OVERRIDE_ICON_URL_FIELD_NUMBER: _ClassVar[int]
    FROM_WEBHOOK_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    IS_CRT_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_NAME_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    SUB_TYPE_FIELD_NUMBER: _ClassVar[int]
    ack_id: str
    platform: str
    server_id: str
    device_id: str
    post_id: str
    category: str
    sound: str
    message: str
    badge: str
    cont_ava: str
    team_id: str
    channel_id: str
    root_id: str
    sender_id: str
    sender_name: str
    override_username: str
    override_icon_url: str
    from_webhook: str
    version: str
    is_crt: bool
    channel_name: str
    type: str
    sub_type: str
    def __init__(self, ack_id: _Optional[str] = ..., platform: _Optional[str] = ..., server_id: _Optional[str] = ..., device_id: _Optional[str] = ..., post_id: _Optional[str] = ..., category: _Optional[str] = ..., sound: _Optional[str] = ..., message: _Optional[str] = ..., badge: _Optional[str] = ..., cont_ava: _Optional[str] = ..., team_id: _Optional[str] = ..., channel_id: _Optional[str] = ..., root_id: _Optional[str] = ..., sender_id: _Optional[str] = ..., sender_name: _Optional[str] = ..., override_username: _Optional[str] = ..., override_icon_url: _Optional[str] = ..., from_webhook: _Optional[str] = ..., version: _Optional[str] = ..., is_crt: bool = ..., channel_name: _Optional[str] = ..., type: _Optional[str] = ..., sub_type: _Optional[str] = ...) -> None: ...
