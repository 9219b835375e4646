"""How calls end: gRPC's statuses, without gRPC.

What is told in them says nothing about how a call came here, and a plugin that is not called by
gRPC does not import it. Where gRPC has to be told something this is where it is translated.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Any, NoReturn


class Status(IntEnum):
    """How a call has ended, by the numbers that gRPC has for it."""

    OK = 0
    CANCELLED = 1
    UNKNOWN = 2
    INVALID_ARGUMENT = 3
    DEADLINE_EXCEEDED = 4
    NOT_FOUND = 5
    ALREADY_EXISTS = 6
    PERMISSION_DENIED = 7
    RESOURCE_EXHAUSTED = 8
    FAILED_PRECONDITION = 9
    ABORTED = 10
    OUT_OF_RANGE = 11
    UNIMPLEMENTED = 12
    INTERNAL = 13
    UNAVAILABLE = 14
    DATA_LOSS = 15
    UNAUTHENTICATED = 16

    @classmethod
    def of(cls, code: Any) -> Status:
        """Return the status that a number or a `grpc.StatusCode` stands for."""
        try:
            return cls(code if isinstance(code, int) else code.value[0])
        except (AttributeError, TypeError, ValueError):
            return cls.UNKNOWN


class CallFailedError(Exception):
    """A call has not ended with OK.

    It is asked for its status in the way of gRPC's own errors.
    """

    def __init__(self, status: Status, details: str = "") -> None:
        super().__init__(f"{status.name}: {details}" if details else status.name)
        self._status = status
        self._details = details

    def code(self) -> Status:
        """Return how the call has ended."""
        return self._status

    def details(self) -> str:
        """Return what was said of it."""
        return self._details


async def end_call(context: Any, status: Status, details: str) -> NoReturn:
    """End the call that `context` belongs to."""
    await context.abort(code_for(context, status), details)
    raise CallFailedError(status, details)  # Where a context, as in a test, has not raised.


def code_for(context: Any, status: Status) -> Any:
    """Return what `context` takes for a status.

    That is the status where it has `takes_status = True`. Any other is taken for one of gRPC's.
    """
    return status if getattr(context, "takes_status", None) is True else grpc_code(status)


def grpc_code(status: Status) -> Any:
    """Return the `grpc.StatusCode`; `status` itself where gRPC is not installed."""
    try:
        from grpc import StatusCode
    except ModuleNotFoundError:
        return status
    return StatusCode[status.name]


def grpcio() -> Any:
    """Return the module `grpc`, for those that have to talk gRPC.

    Raises:
        ModuleNotFoundError: it is not installed.
    """
    try:
        import grpc
    except ModuleNotFoundError as error:
        if error.name != "grpc":
            raise
        raise ModuleNotFoundError(
            "No module named 'grpc', without which there is no way to talk to this host;"
            " install the package grpcio",
            name="grpc",
        ) from None
    return grpc
