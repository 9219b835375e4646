"""Plugins for modular servers, written in Python."""

from __future__ import annotations

# First: what it does is for all that is imported after it.
import mattermost_plugin._internal.module_path  # noqa: F401

# isort: split
from typing import TYPE_CHECKING

from mattermost_plugin._generated.hook_names import HookName
from mattermost_plugin._version import __version__
from mattermost_plugin.client import PluginAPIClient
from mattermost_plugin.exceptions import (
    AlreadyExistsError,
    NotFoundError,
    PermissionDeniedError,
    PluginAPIError,
    UnavailableError,
    UserError,
    ValidationError,
    convert_grpc_error,
)
from mattermost_plugin.hooks import HookRegistrationError, hook
from mattermost_plugin.plugin import Plugin
from mattermost_plugin.runtime_config import RuntimeConfig, load_runtime_config

if TYPE_CHECKING:
    from mattermost_plugin.async_client import AsyncPluginAPIClient
    from mattermost_plugin.commands import command
    from mattermost_plugin.jobs import every, once
    from mattermost_plugin.models import Command, CommandResponse
    from mattermost_plugin.servicers.http import HTTPRequest, HTTPResponseWriter
    from mattermost_plugin.servicers.uploads import FileUpload
    from mattermost_plugin.servicers.websockets import WebSocket, WebSocketClosedError
else:
    from mattermost_plugin._internal.lazy import names_of

    # What most plugins do without is imported when it is asked for.
    __getattr__, __dir__ = names_of(
        __name__,
        {
            "AsyncPluginAPIClient": "async_client",
            "Command": "models",
            "CommandResponse": "models",
            "FileUpload": "servicers.uploads",
            "HTTPRequest": "servicers.http",
            "HTTPResponseWriter": "servicers.http",
            "WebSocket": "servicers.websockets",
            "WebSocketClosedError": "servicers.websockets",
            "command": "commands",
            "every": "jobs",
            "once": "jobs",
        },
    )


__all__ = [
    "AlreadyExistsError",
    "AsyncPluginAPIClient",
    "Command",
    "CommandResponse",
    "FileUpload",
    "HTTPRequest",
    "HTTPResponseWriter",
    "HookName",
    "HookRegistrationError",
    "NotFoundError",
    "PermissionDeniedError",
    "Plugin",
    "PluginAPIClient",
    "PluginAPIError",
    "RuntimeConfig",
    "UnavailableError",
    "UserError",
    "ValidationError",
    "WebSocket",
    "WebSocketClosedError",
    "__version__",
    "command",
    "convert_grpc_error",
    "every",
    "hook",
    "load_runtime_config",
    "once",
]
