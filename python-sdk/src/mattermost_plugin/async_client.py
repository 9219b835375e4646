"""The host's API for plugins that use asyncio."""

from __future__ import annotations

import copy
from types import TracebackType
from typing import TYPE_CHECKING, Optional, Type, TypeVar

from mattermost_plugin._generated.async_api import AsyncApi
from mattermost_plugin._internal.calls import Connection
from mattermost_plugin._internal.channels import (
    ChannelTransport,
    Options,
    metadata_for,
    open_channel,
    target_of,
)
from mattermost_plugin._internal.lane.offer import api_path

if TYPE_CHECKING:
    import grpc

Self = TypeVar("Self", bound="AsyncPluginAPIClient")


class AsyncPluginAPIClient(AsyncApi):
    """The host's API as seen by one plugin.

    To be used in one event loop. Every method raises `PluginAPIError` or one of its
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

    async def connect(self) -> None:
        """Make the client ready for calls. The connection itself is made by the first call."""
        if self.connected:
            raise RuntimeError(f"the client is already connected to {self._target}")
        path = api_path(self._target, self._credentials, self._options)
        if path:
            from mattermost_plugin._internal.lane.api_loops import ApiLoops

            self._connection.transport = ApiLoops(path)
            return
        channel = open_channel(self._target, self._credentials, self._options, awaited=True)
        self._connection.transport = ChannelTransport(channel, metadata_for(self._target))

    async def close(self) -> None:
        """End the connection. Does nothing when there is none."""
        connection = self._connection
        transport, connection.transport = connection.transport, None
        if transport is not None:
            await transport.close()

    def with_timeout(self: Self, seconds: Optional[float]) -> Self:
        """Return a client over the same connection whose calls take at most `seconds`.

        A call that takes longer raises `UnavailableError`. None is for no limit.
        """
        clone = copy.copy(self)
        clone._timeout = seconds
        return clone

    async def __aenter__(self: Self) -> Self:
        await self.connect()
        return self

    async def __aexit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        await self.close()

    def __repr__(self) -> str:
        state = "connected" if self.connected else "not connected"
        return f"<{type(self).__name__} {self._target}, {state}>"


__all__ = ["AsyncPluginAPIClient"]
