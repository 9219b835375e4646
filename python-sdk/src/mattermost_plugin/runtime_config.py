"""What the host tells a plugin's process when it starts it."""

from __future__ import annotations

import dataclasses
import logging
import math
import os

_logger = logging.getLogger(__name__)

#: Seconds that a handler may take where nothing else is said.
DEFAULT_HOOK_TIMEOUT = 30.0


@dataclasses.dataclass
class RuntimeConfig:
    """What the host tells a plugin's process when it starts it.

    Attributes:
        plugin_id: the plugin's identifier (MATTERMOST_PLUGIN_ID).
        api_target: where the host's API is, as gRPC writes it (MATTERMOST_PLUGIN_API_TARGET).
        plugin_path: the folder of the plugin (MATTERMOST_PLUGIN_PATH).
        hook_timeout: seconds that a handler may take (MATTERMOST_PLUGIN_HOOK_TIMEOUT).
        log_level: the lowest level that is logged (MATTERMOST_PLUGIN_LOG_LEVEL).
    """

    plugin_id: str = ""
    api_target: str = "127.0.0.1:50051"
    plugin_path: str = ""
    hook_timeout: float = DEFAULT_HOOK_TIMEOUT
    log_level: str = "INFO"

    @classmethod
    def from_env(cls) -> RuntimeConfig:
        """Return what the environment says, with the defaults for what it does not say."""
        environment = os.environ
        return cls(
            plugin_id=environment.get("MATTERMOST_PLUGIN_ID", cls.plugin_id),
            api_target=environment.get("MATTERMOST_PLUGIN_API_TARGET") or cls.api_target,
            plugin_path=environment.get("MATTERMOST_PLUGIN_PATH", cls.plugin_path),
            hook_timeout=_seconds("MATTERMOST_PLUGIN_HOOK_TIMEOUT", cls.hook_timeout),
            log_level=environment.get("MATTERMOST_PLUGIN_LOG_LEVEL") or cls.log_level,
        )


def _seconds(variable: str, default: float) -> float:
    text = os.environ.get(variable)
    if not text:
        return default
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if value > 0 and math.isfinite(value):
        return value
    _logger.warning(
        "%s is %r, which is not a number of seconds; %s is used instead", variable, text, default
    )
    return default


def load_runtime_config() -> RuntimeConfig:
    """Return what the environment says, with the defaults for what it does not say."""
    return RuntimeConfig.from_env()


__all__ = ["RuntimeConfig", "load_runtime_config"]
