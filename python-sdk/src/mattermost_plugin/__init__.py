"""Plugins for modular servers, written in Python."""

from mattermost_plugin._generated.hook_names import HookName
from mattermost_plugin._version import __version__
from mattermost_plugin.async_client import AsyncPluginAPIClient
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
from mattermost_plugin.models import Command, CommandResponse

__all__ = [
    "AlreadyExistsError",
    "AsyncPluginAPIClient",
    "Command",
    "CommandResponse",
    "HookName",
    "NotFoundError",
    "PermissionDeniedError",
    "PluginAPIClient",
    "PluginAPIError",
    "UnavailableError",
    "ValidationError",
    "__version__",
    "convert_grpc_error",
]
