"""What handlers' code sees in place of gRPC's context, and how calls end."""

from __future__ import annotations

import time
from typing import Any, Callable, NoReturn, Optional

from mattermost_plugin._internal.channels import MESSAGE_LIMIT
from mattermost_plugin._internal.lane.frames import ANSWER, HEAD, frame
from mattermost_plugin._internal.lane.served import Served
from mattermost_plugin._internal.status import CallFailedError, Status
from mattermost_plugin.grpc.lane_pb2 import Answer
from mattermost_plugin.hook_runner import Here

#: So many calls may be under way on one connection.
MOST_CALLS = 4096


class Context:
    """A call, as those see it who answer it."""

    __slots__ = ("_until",)

    takes_status = True

    _until: Optional[float]

    def time_remaining(self) -> Optional[float]:
        """Return the seconds that are left, None where there is no limit."""
        if self._until is None:
            return None
        left = self._until - time.monotonic()
        return left if left > 0 else 0.0

    async def abort(self, status: Any, details: str = "") -> NoReturn:
        """End the call with a status."""
        raise CallFailedError(Status.of(status), details)


def until(timeout_millis: int) -> Optional[float]:
    """Return when a call's time is over, by `time.monotonic`; None for no limit."""
    return time.monotonic() + timeout_millis / 1000 if timeout_millis > 0 else None


class Replay(Context, Here):
    """A call whose handler has failed in the meantime.

    What answers the call is run again, with this in place of the handler. So failures that are
    noticed from outside are logged and reported in the same way as all others.
    """

    __slots__ = ("_error",)

    def __init__(self, error: Exception) -> None:
        self._until = None
        self._error = error

    def takes(self, handler: Callable[..., Any]) -> bool:
        return True

    def enter(self, handler: Callable[..., Any], hook_name: str, limit: Optional[float]) -> None:
        raise self._error


def answer(number: int, response: Optional[Any], rest: int = 0) -> bytes:
    """Return the frame that answers a call; raise `CallFailedError` where it would be too large."""
    data: bytes = b"" if response is None else response.SerializeToString()
    if len(data) > MESSAGE_LIMIT:
        raise CallFailedError(
            Status.RESOURCE_EXHAUSTED,
            f"the answer has {len(data)} bytes, the limit is {MESSAGE_LIMIT}",
        )
    message = Answer()
    message.id = number
    message.response = data
    if rest:
        message.rest = rest
    payload = message.SerializeToString()
    return HEAD.pack(len(payload) + 1, ANSWER) + payload


def failure(number: int, status: Status, text: str) -> bytes:
    """Return the frame by which a call fails."""
    return frame(ANSWER, Answer(id=number, status=status, status_text=text))


def failure_of(number: int, error: Exception) -> bytes:
    """Return the frame by which a call fails whose answering has raised `error`."""
    if isinstance(error, CallFailedError):
        return failure(number, error.code(), error.details())
    return failure(number, Status.UNKNOWN, f"{type(error).__name__}: {error}")


def replayed(number: int, method: Served, payload: bytes, error: Exception) -> bytes:
    """Return the frame that answers a call whose handler has failed with `error`."""
    assert method.unary is not None
    work: Any = method.unary(method.parsed(payload), Replay(error))
    try:
        work.send(None)
    except StopIteration as done:
        return answer(number, done.value)
    except Exception as failed:
        return failure_of(number, failed)
    # Nothing waits where no handler runs.
    work.close()
    return failure(number, Status.INTERNAL, str(error))
