"""The host's API for plugins that block while they wait for an answer."""

from __future__ import annotations

import copy
import logging
from types import TracebackType
from typing import TYPE_CHECKING, Any, Optional, Type, TypeVar

from mattermost_plugin._generated.api import Api
from mattermost_plugin._internal.calls import Connection
from mattermost_plugin._internal.channels import (
    AwaitedConnection,
    ChannelTransport,
    Options,
    metadata_for,
    open_channel,
    target_of,
)
from mattermost_plugin._internal.lane.offer import api_path

if TYPE_CHECKING:
    import grpc

    from mattermost_plugin.async_client import AsyncPluginAPIClient

Self = TypeVar("Self", bound="PluginAPIClient")

_logger = logging.getLogger(__name__)


class PluginAPIClient(Api):
    """The host's API as seen by one plugin.

    Safe for use from several threads. Every method raises `PluginAPIError` or one of its
    subclasses when the host answers with an error, and `UnavailableError` when it does not answer.

    Args:
        target: the host's address, as gRPC writes it: "unix:/path" or "host:port". By default what
            the environment variable MATTERMOST_PLUGIN_API_TARGET says.
        credentials: gRPC channel credentials; without them the channel is not encrypted.
        options: gRPC channel options, which override the defaults.
    """

    def __init__(
        self,
        target: Optional[str] = None,
        *,
        credentials: Optional[grpc.ChannelCredentials] = None,
        options: Optional[Options] = None,
    ) -> None:
        self._target = target_of(target)
        self._credentials = credentials
        self._options = options
        self._timeout: Optional[float] = None
        self._connection = Connection()

    @property
    def target(self) -> str:
        """The host's address."""
        return self._target

    @property
    def connected(self) -> bool:
        """Whether the client was connected and not yet closed."""
        return self._connection.transport is not None

    def connect(self) -> None:
        """Make the client ready for calls. The connection itself is made by the first call."""
        if self.connected:
            raise RuntimeError(f"the client is already connected to {self._target}")
        path = api_path(self._target, self._credentials, self._options)
        if path:
            from mattermost_plugin._internal.lane.api_pool import ApiPool

            self._connection.transport = ApiPool(path)
            return
        channel = open_channel(self._target, self._credentials, self._options)
        self._connection.transport = ChannelTransport(channel, metadata_for(self._target))

    def _announce(self, timeout: float) -> None:
        """Show the host the token of this process, before anybody else can act as the plugin."""
        transport: Any = self._connection.transport
        try:
            transport.announce(timeout)
        except transport.failures as error:
            _logger.debug("the host has not heard the token yet: %s", error)

    def close(self) -> None:
        """End the connection. Does nothing when there is none."""
        connection = self._connection
        transport, connection.transport = connection.transport, None
        if transport is not None:
            transport.close()

    def with_timeout(self: Self, seconds: Optional[float]) -> Self:
        """Return a client over the same connection whose calls take at most `seconds`.

        A call that takes longer raises `UnavailableError`. None is for no limit.
        """
        clone = copy.copy(self)
        clone._timeout = seconds
        return clone

    def as_async(self) -> AsyncPluginAPIClient:
        """Return an asyncio client over the same connection.

        It may be used in several event loops. It ends with this client, and need not be closed.
        """
        from mattermost_plugin.async_client import AsyncPluginAPIClient

        client = AsyncPluginAPIClient(self._target)
        client._timeout = self._timeout
        client._connection = AwaitedConnection(self._connection)
        return client

    def __enter__(self: Self) -> Self:
        self.connect()
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        state = "connected" if self.connected else "not connected"
        return f"<{type(self).__name__} {self._target}, {state}>"


__all__ = ["PluginAPIClient"]
