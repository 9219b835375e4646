"""What goes wrong when a plugin calls its host."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Dict, Mapping, Optional, Type, Union

from mattermost_plugin._internal.status import Status, grpc_code
from mattermost_plugin._internal.values import StructView

if TYPE_CHECKING:
    import grpc

# "app.user.missing_account.const: Unable to find the user."
_ID_AND_TEXT = re.compile(r"\A([A-Za-z][\w-]*(?:\.[\w-]+)+): (.*)\Z", re.DOTALL)


# What is said of a message that is too large, by gRPC and by the lane.
_TOO_LARGE = re.compile(
    r"Sent message larger|the request has \d+ bytes|gRPC message exceeds maximum size"
)


class UserError(Exception):
    """Something is wrong that the user should know, in the words of the plugin.

    Its text is shown where a command or a login fails. All else that handlers raise is for the log:
    the user is told no more than that it failed.
    """


class PluginAPIError(Exception):
    """The host answered a call with an error, or did not answer it.

    Attributes:
        message: what happened, for people.
        code: the gRPC status, where the error came as one. Asking for it imports `grpc`; where that
            is not installed it is a number with the same name.
        error_id: the host's identifier of the error, for programs.
        status_code: the HTTP status that fits the error.
        detailed_error: what the host added for developers.
        where: the place in the host that reported the error.
        params: values that belong into the text of `error_id`.
    """

    def __init__(
        self,
        message: str,
        *,
        code: Optional[grpc.StatusCode] = None,
        error_id: Optional[str] = None,
        status_code: Optional[int] = None,
        detailed_error: Optional[str] = None,
        where: Optional[str] = None,
        params: Optional[Mapping[str, Any]] = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self._status = None if code is None else Status.of(code)
        self.error_id = error_id
        self.status_code = status_code
        self.detailed_error = detailed_error
        self.where = where
        self.params: Dict[str, Any] = dict(params or {})

    @property
    def code(self) -> Optional[grpc.StatusCode]:
        """The gRPC status, where the error came as one."""
        return None if self._status is None else grpc_code(self._status)

    @code.setter
    def code(self, code: Optional[grpc.StatusCode]) -> None:
        self._status = None if code is None else Status.of(code)

    def __str__(self) -> str:
        text = self.message
        if self.error_id:
            text += f" [{self.error_id}]"
        if self.status_code:
            text += f" (HTTP {self.status_code})"
        return text


class NotFoundError(PluginAPIError):
    """What was asked for does not exist."""


class PermissionDeniedError(PluginAPIError):
    """The plugin may not do this."""


class ValidationError(PluginAPIError):
    """The host does not accept the arguments."""


class AlreadyExistsError(PluginAPIError):
    """What was to be created exists already."""


class UnavailableError(PluginAPIError):
    """The host did not answer, or has too much to do. The call may be tried again."""


_BY_HTTP_STATUS: Dict[int, Type[PluginAPIError]] = {
    400: ValidationError,
    401: PermissionDeniedError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: AlreadyExistsError,
    413: ValidationError,
    429: UnavailableError,
    503: UnavailableError,
}

# Class, HTTP status of the error that a host sends in this way, what to put before the text.
_BY_CODE: Dict[Status, Any] = {
    Status.NOT_FOUND: (NotFoundError, 404, ""),
    Status.PERMISSION_DENIED: (PermissionDeniedError, 403, ""),
    Status.UNAUTHENTICATED: (PermissionDeniedError, 401, "not authenticated: "),
    Status.INVALID_ARGUMENT: (ValidationError, 400, ""),
    Status.FAILED_PRECONDITION: (ValidationError, None, ""),
    Status.OUT_OF_RANGE: (ValidationError, None, ""),
    Status.ALREADY_EXISTS: (AlreadyExistsError, 409, ""),
    Status.UNAVAILABLE: (UnavailableError, 503, "the host cannot be reached: "),
    Status.DEADLINE_EXCEEDED: (UnavailableError, None, "the host took too long: "),
    Status.RESOURCE_EXHAUSTED: (UnavailableError, 429, "a limit was reached: "),
    Status.UNIMPLEMENTED: (PluginAPIError, 501, "the host does not implement this: "),
    Status.CANCELLED: (PluginAPIError, None, "the call was cancelled: "),
    Status.ABORTED: (PluginAPIError, None, "the call was aborted: "),
    Status.DATA_LOSS: (PluginAPIError, None, "data was lost: "),
    Status.UNKNOWN: (PluginAPIError, None, "unknown error: "),
    Status.INTERNAL: (PluginAPIError, 500, "internal error: "),
}

_UNKNOWN: Any = (PluginAPIError, None, "unknown error: ")


def convert_grpc_error(error: Union[grpc.RpcError, Exception], method: str = "") -> PluginAPIError:
    """Return the exception for a call that ended with a gRPC status.

    `error` is a `grpc.RpcError`, or has its methods `code` and `details`. It may have the host's
    error besides.

    Some hosts send their errors in this way, with the text "<id>: <message>": then id, message and
    HTTP status are told apart. `method` names the call in the texts of all others.
    """
    told = _ask(error, "code")
    code = None if told is None else Status.of(told)
    app_error = _ask(error, "app_error")
    if app_error is not None:
        return convert_app_error(app_error)
    details = _ask(error, "details") or ""
    if code is Status.RESOURCE_EXHAUSTED and _TOO_LARGE.search(details):
        text = f"{method or 'the call'} carries more than a call can: {details}"
        return _new(ValidationError, text, code=code, status_code=413)
    kind, http_status, prefix = _UNKNOWN if code is None else _BY_CODE.get(code, _UNKNOWN)
    match = _ID_AND_TEXT.match(details)
    if match is not None:
        return _new(
            kind, match.group(2), code=code, error_id=match.group(1), status_code=http_status
        )
    text = prefix + (details or (code.name if code is not None else str(error)))
    return _new(kind, f"{method}: {text}" if method and prefix else text, code=code)


def convert_app_error(error: Any) -> PluginAPIError:
    """Return the exception for an `AppError` that a host put into its answer."""
    return _new(
        _BY_HTTP_STATUS.get(error.status_code, PluginAPIError),
        error.message or error.detailed_error or error.id or "the host gave no reason",
        error_id=error.id or None,
        status_code=error.status_code or None,
        detailed_error=error.detailed_error or None,
        where=error.where or None,
        params=StructView(error.params).copy() if error.HasField("params") else None,
    )


def _new(kind: Type[PluginAPIError], message: str, **facts: Any) -> PluginAPIError:
    return kind(message, **facts)


def _ask(error: object, name: str) -> Any:
    # Bare RpcErrors, as tests raise them, have neither method.
    method = getattr(error, name, None)
    return method() if callable(method) else None
