"""The one place through which every call of the API goes."""

from __future__ import annotations

import warnings
from asyncio import _get_running_loop
from typing import TYPE_CHECKING, Any

from google.protobuf.message import Message

from mattermost_plugin._internal.current_call import CURRENT
from mattermost_plugin._internal.methods import Method, Response
from mattermost_plugin.exceptions import PluginAPIError, convert_app_error, convert_grpc_error

if TYPE_CHECKING:
    from typing import Protocol

    class Transport(Protocol):
        """Carries requests to the host and responses back."""

        @property
        def failures(self) -> Any:
            """The exception, or a tuple of these, with which calls fail, such as grpc.RpcError."""

        def close(self) -> Any:
            """End the connection. Asynchronous ones return an awaitable."""

        def call(self, method: Method[Any], request: Message, timeout: float | None) -> Any:
            """Return the response, or an awaitable of it; or raise one of `failures`."""


def checked(method: Method[Response], response: Any) -> Any:
    """Return `response` unless it carries an error or lacks what it must have."""
    if response.HasField("error"):
        raise convert_app_error(response.error)
    if method.required and not response.HasField(method.required):
        raise PluginAPIError(f"{method.name}: the host's answer lacks {method.required!r}")
    return response


class Connection:
    """What a client and those made from it share: the way to the host, while there is one."""

    __slots__ = ("transport",)

    transport: Transport | None

    def __init__(self) -> None:
        self.transport = None


class _Base:
    """What both kinds of client have in common."""

    _connection: Connection
    _timeout: float | None

    def _open_transport(self) -> Transport:
        transport = self._connection.transport
        if transport is None:
            raise RuntimeError(
                f"{type(self).__name__} is not connected; call connect() or use it in a with block"
            )
        return transport


class ApiBase(_Base):
    """Makes blocking calls."""

    # Whether an event loop in which a call is made stands still until it is answered.
    _blocks = True

    def _call(self, method: Method[Response], request: Message) -> Response:
        transport = self._open_transport()
        if self._blocks and _get_running_loop() is not None and CURRENT.get(None) is not None:
            warnings.warn(
                f"{method.name} blocks the event loop until the host has answered;"
                " in coroutines use async_api, and await its methods",
                RuntimeWarning,
                stacklevel=3,
            )
        try:
            response = transport.call(method, request, self._timeout)
        except transport.failures as error:
            raise convert_grpc_error(error, method.name) from error
        result: Response = checked(method, response)
        return result


class AsyncApiBase(_Base):
    """Makes calls that are awaited."""

    async def _call(self, method: Method[Response], request: Message) -> Response:
        transport = self._open_transport()
        try:
            response = await transport.call(method, request, self._timeout)
        except transport.failures as error:
            raise convert_grpc_error(error, method.name) from error
        result: Response = checked(method, response)
        return result
