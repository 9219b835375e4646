from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Iterable as _Iterable, Mapping as _Mapping, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Kind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    KIND_UNSPECIFIED: _ClassVar[Kind]
    KIND_HELLO: _ClassVar[Kind]
    KIND_WELCOME: _ClassVar[Kind]
    KIND_CALL: _ClassVar[Kind]
    KIND_ANSWER: _ClassVar[Kind]
    KIND_CANCEL: _ClassVar[Kind]
    KIND_GOODBYE: _ClassVar[Kind]
    KIND_OPEN: _ClassVar[Kind]
    KIND_MESSAGE: _ClassVar[Kind]
    KIND_END: _ClassVar[Kind]
    KIND_STILL_THERE: _ClassVar[Kind]

class Use(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    USE_UNSPECIFIED: _ClassVar[Use]
    USE_CALLS: _ClassVar[Use]
    USE_STREAMS: _ClassVar[Use]
KIND_UNSPECIFIED: Kind
KIND_HELLO: Kind
KIND_WELCOME: Kind
KIND_CALL: Kind
KIND_ANSWER: Kind
KIND_CANCEL: Kind
KIND_GOODBYE: Kind
KIND_OPEN: Kind
KIND_MESSAGE: Kind
KIND_END: Kind
KIND_STILL_THERE: Kind
USE_UNSPECIFIED: Use
USE_CALLS: Use
USE_STREAMS: Use

class Hello(_message.Message):
    __slots__ = ("version", "use", "group", "token")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    USE_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    version: int
    use: Use
    group: str
    token: str
    def __init__(self, version: _Optional[int] = ..., use: _Optional[_Union[Use, str]] = ..., group: _Optional[str] = ..., token: _Optional[str] = ...) -> None: ...

class Welcome(_message.Message):
    __slots__ = ("version", "groups")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    GROUPS_FIELD_NUMBER: _ClassVar[int]
    version: int
    groups: _containers.RepeatedCompositeFieldContainer[Group]
    def __init__(self, version: _Optional[int] = ..., groups: _Optional[_Iterable[_Union[Group, _Mapping]]] = ...) -> None: ...

class Group(_message.Message):
    __slots__ = ("name", "methods")
    NAME_FIELD_NUMBER: _ClassVar[int]
    METHODS_FIELD_NUMBER: _ClassVar[int]
    name: str
    methods: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, name: _Optional[str] = ..., methods: _Optional[_Iterable[str]] = ...) -> None: ...

class Call(_message.Message):
    __slots__ = ("id", "method", "request", "timeout_millis", "in_turn")
    ID_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    REQUEST_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_MILLIS_FIELD_NUMBER: _ClassVar[int]
    IN_TURN_FIELD_NUMBER: _ClassVar[int]
    id: int
    method: str
    request: bytes
    timeout_millis: int
    in_turn: bool
    def __init__(self, id: _Optional[int] = ..., method: _Optional[str] = ..., request: _Optional[bytes] = ..., timeout_millis: _Optional[int] = ..., in_turn: bool = ...) -> None: ...

class Answer(_message.Message):
    __slots__ = ("id", "response", "status", "status_text", "rest", "app_error")
    ID_FIELD_NUMBER: _ClassVar[int]
    RESPONSE_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    STATUS_TEXT_FIELD_NUMBER: _ClassVar[int]
    REST_FIELD_NUMBER: _ClassVar[int]
    APP_ERROR_FIELD_NUMBER: _ClassVar[int]
    id: int
    response: bytes
    status: int
    status_text: str
    rest: int
    app_error: bytes
    def __init__(self, id: _Optional[int] = ..., response: _Optional[bytes] = ..., status: _Optional[int] = ..., status_text: _Optional[str] = ..., rest: _Optional[int] = ..., app_error: _Optional[bytes] = ...) -> None: ...

class Cancel(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: int
    def __init__(self, id: _Optional[int] = ...) -> None: ...

class Goodbye(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Open(_message.Message):
    __slots__ = ("method", "timeout_millis", "rest")
    METHOD_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_MILLIS_FIELD_NUMBER: _ClassVar[int]
    REST_FIELD_NUMBER: _ClassVar[int]
    method: str
    timeout_millis: int
    rest: int
    def __init__(self, method: _Optional[str] = ..., timeout_millis: _Optional[int] = ..., rest: _Optional[int] = ...) -> None: ...

class End(_message.Message):
    __slots__ = ("status", "status_text", "app_error")
    STATUS_FIELD_NUMBER: _ClassVar[int]
    STATUS_TEXT_FIELD_NUMBER: _ClassVar[int]
    APP_ERROR_FIELD_NUMBER: _ClassVar[int]
    status: int
    status_text: str
    app_error: bytes
    def __init__(self, status: _Optional[int] = ..., status_text: _Optional[str] = ..., app_error: _Optional[bytes] = ...) -> None: ...
