from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class TeamType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    TEAM_TYPE_UNSPECIFIED: _ClassVar[TeamType]
    TEAM_TYPE_OPEN: _ClassVar[TeamType]
    TEAM_TYPE_INVITE: _ClassVar[TeamType]
TEAM_TYPE_UNSPECIFIED: TeamType
TEAM_TYPE_OPEN: TeamType
TEAM_TYPE_INVITE: TeamType

class Team(_message.Message):
    __slots__ = ("id", "create_at", "update_at", "delete_at", "display_name", "name", "description", "email", "type", "company_name", "allowed_domains", "invite_id", "allow_open_invite", "last_team_icon_update", "scheme_id", "group_constrained", "policy_id", "cloud_limits_archived")
    ID_FIELD_NUMBER: _ClassVar[int]
    CREATE_AT_FIELD_NUMBER: _ClassVar[int]
    UPDATE_AT_FIELD_NUMBER: _ClassVar[int]
    DELETE_AT_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    EMAIL_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    COMPANY_NAME_FIELD_NUMBER: _ClassVar[int]
    ALLOWED_DOMAINS_FIELD_NUMBER: _ClassVar[int]
    INVITE_ID_FIELD_NUMBER: _ClassVar[int]
    ALLOW_OPEN_INVITE_FIELD_NUMBER: _ClassVar[int]
    LAST_TEAM_ICON_UPDATE_FIELD_NUMBER: _ClassVar[int]
    SCHEME_ID_FIELD_NUMBER: _ClassVar[int]
    GROUP_CONSTRAINED_FIELD_NUMBER: _ClassVar[int]
    POLICY_ID_FIELD_NUMBER: _ClassVar[int]
    CLOUD_LIMITS_ARCHIVED_FIELD_NUMBER: _ClassVar[int]
    id: str
    create_at: int
    update_at: int
    delete_at: int
    display_name: str
    name: str
    description: str
    email: str
    type: TeamType
    company_name: str
    allowed_domains: str
    invite_id: str
    allow_open_invite: bool
    last_team_icon_update: int
    scheme_id: str
    group_constrained: bool
    policy_id: str
    cloud_limits_archived: bool
    def __init__(self, id: _Optional[str] = ..., create_at: _Optional[int] = ..., update_at: _Optional[int] = ..., delete_at: _Optional[int] = ..., display_name: _Optional[str] = ..., name: _Optional[str] = ..., description: _Optional[str] = ..., email: _Optional[str] = ..., type: _Optional[_Union[TeamType, str]] = ..., company_name: _Optional[str] = ..., allowed_domains: _Optional[str] = ..., invite_id: _Optional[str] = ..., allow_open_invite: bool = ..., last_team_icon_update: _Optional[int] = ..., scheme_id: _Optional[str] = ..., group_constrained: bool = ..., policy_id: _Optional[str] = ..., cloud_limits_archived: bool = ...) -> None: ...

class TeamMember(_message.Message):
    __slots__ = ("team_id", "user_id", "roles", "delete_at", "scheme_guest", "scheme_user", "scheme_admin", "create_at")
    TEAM_ID_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    ROLES_FIELD_NUMBER: _ClassVar[int]
    DELETE_AT_FIELD_NUMBER: _ClassVar[int]
    SCHEME_GUEST_FIELD_NUMBER: _ClassVar[int]
    SCHEME_USER_FIELD_NUMBER: _ClassVar[int]
    SCHEME_ADMIN_FIELD_NUMBER: _ClassVar[int]
    CREATE_AT_FIELD_NUMBER: _ClassVar[int]
    team_id: str
    user_id: str
    roles: str
    delete_at: int
    scheme_guest: bool
    scheme_user: bool
    scheme_admin: bool
    create_at: int
    def __init__(self, team_id: _Optional[str] = ..., user_id: _Optional[str] = ..., roles: _Optional[str] = ..., delete_at: _Optional[int] = ..., scheme_guest: bool = ..., scheme_user: bool = ..., scheme_admin: bool = ..., create_at: _Optional[int] = ...) -> None: ...

class TeamUnread(_message.Message):
    __slots__ = ("team_id", "msg_count", "mention_count", "mention_count_root", "msg_count_root", "thread_count", "thread_mention_count")
    TEAM_ID_FIELD_NUMBER: _ClassVar[int]
    MSG_COUNT_FIELD_NUMBER: _ClassVar[int]
    MENTION_COUNT_FIELD_NUMBER: _ClassVar[int]
    MENTION_COUNT_ROOT_FIELD_NUMBER: _ClassVar[int]
    MSG_COUNT_ROOT_FIELD_NUMBER: _ClassVar[int]
    THREAD_COUNT_FIELD_NUMBER: _ClassVar[int]
    THREAD_MENTION_COUNT_FIELD_NUMBER: _ClassVar[int]
    team_id: str
    msg_count: int
    mention_count: int
    mention_count_root: int
    msg_count_root: int
    thread_count: int
    thread_mention_count: int
    def __init__(self, team_id: _Optional[str] = ..., msg_count: _Optional[int] = ..., mention_count: _Optional[int] = ..., mention_count_root: _Optional[int] = ..., msg_count_root: _Optional[int] = ..., thread_count: _Optional[int] = ..., thread_mention_count: _Optional[int] = ...) -> None: ...
