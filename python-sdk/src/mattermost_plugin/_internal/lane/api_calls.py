"""What calls of the API have in common, be they awaited or not."""

from __future__ import annotations

from typing import Any, Optional

from mattermost_plugin._internal.channels import MESSAGE_LIMIT
from mattermost_plugin._internal.lane.frames import CALL, HEAD, HELLO, frame
from mattermost_plugin._internal.lane.offer import VERSION
from mattermost_plugin._internal.methods import Method
from mattermost_plugin._internal.status import CallFailedError, Status
from mattermost_plugin._internal.token import api_token
from mattermost_plugin.grpc.lane_pb2 import USE_CALLS, Answer, Call, End, Hello


class NotBegunError(Exception):
    """The host has not begun with a call, and will not: it can be made again."""


class ApiFailedError(CallFailedError):
    """A call has not ended with OK, and there is more to say of it than its status.

    Attributes:
        app_error: the host's error, as the contract has it.
    """

    def __init__(self, status: Status, details: str, app_error: bytes) -> None:
        super().__init__(status, details)
        self._app_error = app_error

    def app_error(self) -> Any:
        """Return the host's error."""
        from mattermost_plugin.grpc.common_pb2 import AppError

        return AppError.FromString(self._app_error)


def hello_frame() -> bytes:
    """Return the first frame of a connection."""
    return frame(HELLO, Hello(version=VERSION, use=USE_CALLS, token=api_token()))


def call_frame(number: int, path: str, request: Any, timeout: Optional[float]) -> bytes:
    """Return the frame of a call; raise `CallFailedError` where it would be too large."""
    data: bytes = request.SerializeToString()
    if len(data) > MESSAGE_LIMIT:
        raise CallFailedError(
            Status.RESOURCE_EXHAUSTED,
            f"the request has {len(data)} bytes, the limit is {MESSAGE_LIMIT}",
        )
    call = Call(id=number, method=path[1:], request=data)
    if timeout is not None:
        call.timeout_millis = max(1, int(timeout * 1000))
    payload: bytes = call.SerializeToString()
    return HEAD.pack(len(payload) + 1, CALL) + payload


def response_in(answer: Answer, method: Method[Any]) -> Any:
    """Return the response that an answer has, or raise what it has in its place."""
    if answer.status:
        raise failed(answer)
    try:
        return method.response.FromString(answer.response)
    except Exception as error:
        text = f"the answer cannot be read: {error}"
        raise CallFailedError(Status.INTERNAL, text) from error


def failed(told: Any) -> CallFailedError:
    """Return the exception for what an `Answer` or `End` tells."""
    status = Status.of(told.status)
    if told.app_error:
        return ApiFailedError(status, told.status_text, told.app_error)
    return CallFailedError(status, told.status_text)


def refused(end: End) -> CallFailedError:
    """Return the exception for a connection that the host does not take."""
    text = f"the host does not take the connection: {end.status_text}"
    unknown = end.status == Status.UNAUTHENTICATED
    return CallFailedError(Status.UNAUTHENTICATED if unknown else Status.UNAVAILABLE, text)


def lost(why: object) -> CallFailedError:
    """Return the exception for a call whose connection broke."""
    return CallFailedError(Status.UNAVAILABLE, f"the connection was lost: {why}")


def unreachable(path: str, error: OSError) -> CallFailedError:
    """Return the exception for a host to which there is no connection."""
    return CallFailedError(Status.UNAVAILABLE, f"{path}: {error.strerror or error}")


def too_late() -> CallFailedError:
    """Return the exception for a call that took longer than it was given."""
    return CallFailedError(Status.DEADLINE_EXCEEDED, "no answer in time")


def closed() -> CallFailedError:
    """Return the exception for a call whose client was closed."""
    return CallFailedError(Status.CANCELLED, "the client was closed")
