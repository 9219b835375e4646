"""Plugins for modular servers, written in Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mattermost_plugin._generated.hook_names import HookName
from mattermost_plugin._version import __version__
from mattermost_plugin.client import PluginAPIClient
from mattermost_plugin.exceptions import (
    AlreadyExistsError,
    NotFoundError,
    PermissionDeniedError,
    PluginAPIError,
    UnavailableError,
    ValidationError,
    convert_grpc_error,
)
from mattermost_plugin.hooks import HookRegistrationError, hook
from mattermost_plugin.models import Command, CommandResponse
from mattermost_plugin.plugin import Plugin
from mattermost_plugin.runtime_config import RuntimeConfig, load_runtime_config

if TYPE_CHECKING:
    from mattermost_plugin.async_client import AsyncPluginAPIClient


def __getattr__(name: str) -> Any:
    # Most plugins do without the asyncio client, which takes its time to be imported.
    if name == "AsyncPluginAPIClient":
        from mattermost_plugin.async_client import AsyncPluginAPIClient

        return AsyncPluginAPIClient
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "AlreadyExistsError",
    "AsyncPluginAPIClient",
    "Command",
    "CommandResponse",
    "HookName",
    "HookRegistrationError",
    "NotFoundError",
    "PermissionDeniedError",
    "Plugin",
    "PluginAPIClient",
    "PluginAPIError",
    "RuntimeConfig",
    "UnavailableError",
    "ValidationError",
    "__version__",
    "convert_grpc_error",
    "hook",
    "load_runtime_config",
]
