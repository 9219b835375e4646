from mattermost_plugin.grpc import common_pb2 as _common_pb2
from mattermost_plugin.grpc import file_pb2 as _file_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class CopyFileInfosRequest(_message.Message):
    __slots__ = ("user_id", "file_ids")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    FILE_IDS_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    file_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, user_id: _Optional[str] = ..., file_ids: _Optional[_Iterable[str]] = ...) -> None: ...

class CopyFileInfosResponse(_message.Message):
    __slots__ = ("error", "file_ids")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    FILE_IDS_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    file_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., file_ids: _Optional[_Iterable[str]] = ...) -> None: ...

class GetFileInfoRequest(_message.Message):
    __slots__ = ("file_id",)
    FILE_ID_FIELD_NUMBER: _ClassVar[int]
    file_id: str
    def __init__(self, file_id: _Optional[str] = ...) -> None: ...

class GetFileInfoResponse(_message.Message):
    __slots__ = ("error", "file_info")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    FILE_INFO_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    file_info: _file_pb2.FileInfo
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., file_info: _Optional[_Union[_file_pb2.FileInfo, _Mapping]] = ...) -> None: ...

class SetFileSearchableContentRequest(_message.Message):
    __slots__ = ("file_id", "content")
    FILE_ID_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    file_id: str
    content: str
    def __init__(self, file_id: _Optional[str] = ..., content: _Optional[str] = ...) -> None: ...

class SetFileSearchableContentResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class GetFileInfosRequest(_message.Message):
    __slots__ = ("page", "per_page", "options")
    PAGE_FIELD_NUMBER: _ClassVar[int]
    PER_PAGE_FIELD_NUMBER: _ClassVar[int]
    OPTIONS_FIELD_NUMBER: _ClassVar[int]
    page: int
    per_page: int
    options: GetFileInfosOptions
    def __init__(self, page: _Optional[int] = ..., per_page: _Optional[int] = ..., options: _Optional[_Union[GetFileInfosOptions, _Mapping]] = ...) -> None: ...

class GetFileInfosResponse(_message.Message):
    __slots__ = ("error", "file_infos")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    FILE_INFOS_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    file_infos: _containers.RepeatedCompositeFieldContainer[_file_pb2.FileInfo]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., file_infos: _Optional[_Iterable[_Union[_file_pb2.FileInfo, _Mapping]]] = ...) -> None: ...

class GetFileRequest(_message.Message):
    __slots__ = ("file_id",)
    FILE_ID_FIELD_NUMBER: _ClassVar[int]
    file_id: str
    def __init__(self, file_id: _Optional[str] = ...) -> None: ...

class GetFileResponse(_message.Message):
    __slots__ = ("error", "data")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    DATA_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    data: bytes
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., data: _Optional[bytes] = ...) -> None: ...

class GetFileLinkRequest(_message.Message):
    __slots__ = ("file_id",)
    FILE_ID_FIELD_NUMBER: _ClassVar[int]
    file_id: str
    def __init__(self, file_id: _Optional[str] = ...) -> None: ...

class GetFileLinkResponse(_message.Message):
    __slots__ = ("error", "link")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    LINK_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    link: str
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., link: _Optional[str] = ...) -> None: ...

class ReadFileRequest(_message.Message):
    __slots__ = ("path",)
    PATH_FIELD_NUMBER: _ClassVar[int]
    path: str
    def __init__(self, path: _Optional[str] = ...) -> None: ...

class ReadFileResponse(_message.Message):
    __slots__ = ("error", "data")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    DATA_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    data: bytes
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., data: _Optional[bytes] = ...) -> None: ...

class UploadFileRequest(_message.Message):
    __slots__ = ("data", "channel_id", "filename")
    DATA_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    data: bytes
    channel_id: str
    filename: str
    def __init__(self, data: _Optional[bytes] = ..., channel_id: _Optional[str] = ..., filename: _Optional[str] = ...) -> None: ...

class UploadFileResponse(_message.Message):
    __slots__ = ("error", "file_info")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    FILE_INFO_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    file_info: _file_pb2.FileInfo
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., file_info: _Optional[_Union[_file_pb2.FileInfo, _Mapping]] = ...) -> None: ...

class CreateUploadSessionRequest(_message.Message):
    __slots__ = ("upload_session",)
    UPLOAD_SESSION_FIELD_NUMBER: _ClassVar[int]
    upload_session: UploadSession
    def __init__(self, upload_session: _Optional[_Union[UploadSession, _Mapping]] = ...) -> None: ...

class CreateUploadSessionResponse(_message.Message):
    __slots__ = ("error", "upload_session")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    UPLOAD_SESSION_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    upload_session: UploadSession
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., upload_session: _Optional[_Union[UploadSession, _Mapping]] = ...) -> None: ...

class UploadDataRequest(_message.Message):
    __slots__ = ("upload_session", "data")
    UPLOAD_SESSION_FIELD_NUMBER: _ClassVar[int]
    DATA_FIELD_NUMBER: _ClassVar[int]
    upload_session: UploadSession
    data: bytes
    def __init__(self, upload_session: _Optional[_Union[UploadSession, _Mapping]] = ..., data: _Optional[bytes] = ...) -> None: ...

class UploadDataResponse(_message.Message):
    __slots__ = ("error", "file_info")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    FILE_INFO_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    file_info: _file_pb2.FileInfo
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., file_info: _Optional[_Union[_file_pb2.FileInfo, _Mapping]] = ...) -> None: ...

class GetUploadSessionRequest(_message.Message):
    __slots__ = ("upload_id",)
    UPLOAD_ID_FIELD_NUMBER: _ClassVar[int]
    upload_id: str
    def __init__(self, upload_id: _Optional[str] = ...) -> None: ...

class GetUploadSessionResponse(_message.Message):
    __slots__ = ("error", "upload_session")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    UPLOAD_SESSION_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    upload_session: UploadSession
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., upload_session: _Optional[_Union[UploadSession, _Mapping]] = ...) -> None: ...

class CreateBotRequest(_message.Message):
    __slots__ = ("bot",)
    BOT_FIELD_NUMBER: _ClassVar[int]
    bot: Bot
    def __init__(self, bot: _Optional[_Union[Bot, _Mapping]] = ...) -> None: ...

class CreateBotResponse(_message.Message):
    __slots__ = ("error", "bot")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    BOT_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    bot: Bot
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., bot: _Optional[_Union[Bot, _Mapping]] = ...) -> None: ...

class PatchBotRequest(_message.Message):
    __slots__ = ("bot_user_id", "bot_patch")
    BOT_USER_ID_FIELD_NUMBER: _ClassVar[int]
    BOT_PATCH_FIELD_NUMBER: _ClassVar[int]
    bot_user_id: str
    bot_patch: BotPatch
    def __init__(self, bot_user_id: _Optional[str] = ..., bot_patch: _Optional[_Union[BotPatch, _Mapping]] = ...) -> None: ...

class PatchBotResponse(_message.Message):
    __slots__ = ("error", "bot")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    BOT_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    bot: Bot
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., bot: _Optional[_Union[Bot, _Mapping]] = ...) -> None: ...

class GetBotRequest(_message.Message):
    __slots__ = ("bot_user_id", "include_deleted")
    BOT_USER_ID_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_DELETED_FIELD_NUMBER: _ClassVar[int]
    bot_user_id: str
    include_deleted: bool
    def __init__(self, bot_user_id: _Optional[str] = ..., include_deleted: bool = ...) -> None: ...

class GetBotResponse(_message.Message):
    __slots__ = ("error", "bot")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    BOT_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    bot: Bot
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., bot: _Optional[_Union[Bot, _Mapping]] = ...) -> None: ...

class GetBotsRequest(_message.Message):
    __slots__ = ("options",)
    OPTIONS_FIELD_NUMBER: _ClassVar[int]
    options: BotGetOptions
    def __init__(self, options: _Optional[_Union[BotGetOptions, _Mapping]] = ...) -> None: ...

class GetBotsResponse(_message.Message):
    __slots__ = ("error", "bots")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    BOTS_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    bots: _containers.RepeatedCompositeFieldContainer[Bot]
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., bots: _Optional[_Iterable[_Union[Bot, _Mapping]]] = ...) -> None: ...

class UpdateBotActiveRequest(_message.Message):
    __slots__ = ("bot_user_id", "active")
    BOT_USER_ID_FIELD_NUMBER: _ClassVar[int]
    ACTIVE_FIELD_NUMBER: _ClassVar[int]
    bot_user_id: str
    active: bool
    def __init__(self, bot_user_id: _Optional[str] = ..., active: bool = ...) -> None: ...

class UpdateBotActiveResponse(_message.Message):
    __slots__ = ("error", "bot")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    BOT_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    bot: Bot
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., bot: _Optional[_Union[Bot, _Mapping]] = ...) -> None: ...

class PermanentDeleteBotRequest(_message.Message):
    __slots__ = ("bot_user_id",)
    BOT_USER_ID_FIELD_NUMBER: _ClassVar[int]
    bot_user_id: str
    def __init__(self, bot_user_id: _Optional[str] = ...) -> None: ...

class PermanentDeleteBotResponse(_message.Message):
    __slots__ = ("error",)
    ERROR_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ...) -> None: ...

class EnsureBotUserRequest(_message.Message):
    __slots__ = ("bot",)
    BOT_FIELD_NUMBER: _ClassVar[int]
    bot: Bot
    def __init__(self, bot: _Optional[_Union[Bot, _Mapping]] = ...) -> None: ...

class EnsureBotUserResponse(_message.Message):
    __slots__ = ("error", "bot_user_id")
    ERROR_FIELD_NUMBER: _ClassVar[int]
    BOT_USER_ID_FIELD_NUMBER: _ClassVar[int]
    error: _common_pb2.AppError
    bot_user_id: str
    def __init__(self, error: _Optional[_Union[_common_pb2.AppError, _Mapping]] = ..., bot_user_id: _Optional[str] = ...) -> None: ...

class GetFileInfosOptions(_message.Message):
    __slots__ = ("user_id", "channel_id", "include_deleted", "sort_by", "sort_order")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_DELETED_FIELD_NUMBER: _ClassVar[int]
    SORT_BY_FIELD_NUMBER: _ClassVar[int]
    SORT_ORDER_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    channel_id: str
    include_deleted: bool
    sort_by: str
    sort_order: str
    def __init__(self, user_id: _Optional[str] = ..., channel_id: _Optional[str] = ..., include_deleted: bool = ..., sort_by: _Optional[str] = ..., sort_order: _Optional[str] = ...) -> None: ...

class UploadSession(_message.Message):
    __slots__ = ("id", "type", "create_at", "user_id", "channel_id", "filename", "path", "file_size", "file_offset", "remote_id", "req_file_id")
    ID_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    CREATE_AT_FIELD_NUMBER: _ClassVar[int]
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_ID_FIELD_NUMBER: _ClassVar[int]
    FILENAME_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    FILE_SIZE_FIELD_NUMBER: _ClassVar[int]
    FILE_OFFSET_FIELD_NUMBER: _ClassVar[int]
    REMOTE_ID_FIELD_NUMBER: _ClassVar[int]
    REQ_FILE_ID_FIELD_NUMBER: _ClassVar[int]
    id: str
    type: str
    create_at: int
    user_id: str
    channel_id: str
    filename: str
    path: str
    file_size: int
    file_offset: int
    remote_id: str
    req_file_id: str
    def __init__(self, id: _Optional[str] = ..., type: _Optional[str] = ..., create_at: _Optional[int] = ..., user_id: _Optional[str] = ..., channel_id: _Optional[str] = ..., filename: _Optional[str] = ..., path: _Optional[str] = ..., file_size: _Optional[int] = ..., file_offset: _Optional[int] = ..., remote_id: _Optional[str] = ..., req_file_id: _Optional[str] = ...) -> None: ...

class Bot(_message.Message):
    __slots__ = ("user_id", "username", "display_name", "description", "owner_id", "create_at", "update_at", "delete_at", "last_icon_update")
    USER_ID_FIELD_NUMBER: _ClassVar[int]
    USERNAME_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    OWNER_ID_FIELD_NUMBER: _ClassVar[int]
    CREATE_AT_FIELD_NUMBER: _ClassVar[int]
    UPDATE_AT_FIELD_NUMBER: _ClassVar[int]
    DELETE_AT_FIELD_NUMBER: _ClassVar[int]
    LAST_ICON_UPDATE_FIELD_NUMBER: _ClassVar[int]
    user_id: str
    username: str
    display_name: str
    description: str
    owner_id: str
    create_at: int
    update_at: int
    delete_at: int
    last_icon_update: int
    def __init__(self, user_id: _Optional[str] = ..., username: _Optional[str] = ..., display_name: _Optional[str] = ..., description: _Optional[str] = ..., owner_id: _Optional[str] = ..., create_at: _Optional[int] = ..., update_at: _Optional[int] = ..., delete_at: _Optional[int] = ..., last_icon_update: _Optional[int] = ...) -> None: ...

class BotPatch(_message.Message):
    __slots__ = ("username", "display_name", "description")
    USERNAME_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    username: str
    display_name: str
    description: str
    def __init__(self, username: _Optional[str] = ..., display_name: _Optional[str] = ..., description: _Optional[str] = ...) -> None: ...

class BotGetOptions(_message.Message):
    __slots__ = ("owner_id", "include_deleted", "only_orphaned", "page", "per_page")
    OWNER_ID_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_DELETED_FIELD_NUMBER: _ClassVar[int]
    ONLY_ORPHANED_FIELD_NUMBER: _ClassVar[int]
    PAGE_FIELD_NUMBER: _ClassVar[int]
    PER_PAGE_FIELD_NUMBER: _ClassVar[int]
    owner_id: str
    include_deleted: bool
    only_orphaned: bool
    page: int
    per_page: int
    def __init__(self, owner_id: _Optional[str] = ..., include_deleted: bool = ..., only_orphaned: bool = ..., page: _Optional[int] = ..., per_page: _Optional[int] = ...) -> None: ...
