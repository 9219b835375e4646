"""Has a plugin's handlers answer the host's hook calls."""

from __future__ import annotations

from typing import Any, List, Optional, Tuple

from mattermost_plugin._generated.hook_names import HookName
from mattermost_plugin._generated.hooks import PluginHooksServicer
from mattermost_plugin.hook_runner import HookRunner, HookTimeoutError
from mattermost_plugin.plugin import Plugin
from mattermost_plugin.runtime_config import DEFAULT_HOOK_TIMEOUT

#: Returned as the reason by MessageWillBePosted, it makes the post vanish without an error.
DISMISS_POST_ERROR = "plugin.message_will_be_posted.dismiss_post"


class PluginHooksServicerImpl(PluginHooksServicer):
    """Has a plugin's handlers answer the host's hook calls.

    A handler has until shortly before the host's deadline, and not longer than the runner's own
    limit. Where that is the usual one, what the contract says of the hook is taken in its place.

    What a handler raises is logged with its trace, and reported to the host.
    """

    def __init__(self, plugin: Plugin, runner: Optional[HookRunner] = None) -> None:
        self._plugin = plugin
        self._runner = HookRunner() if runner is None else runner

    async def implemented_hooks(self) -> List[str]:
        return self._plugin.implemented_hooks()

    async def dispatch(self, hook: HookName, args: Tuple[Any, ...], context: Any) -> Any:
        handler = self._plugin.get_hook_handler(hook)
        if handler is None:
            if hook is HookName.ExecuteCommand:
                raise NotImplementedError("the plugin does not handle commands")
            return None
        try:
            return await self._runner.run(handler, args, hook.value, self._limit(hook, context))
        except HookTimeoutError as error:
            self._plugin.logger.error("%s", error)
            raise
        except Exception:
            self._plugin.logger.exception("%s failed", hook)
            raise

    def _limit(self, hook: HookName, context: Any) -> Optional[float]:
        limit = self._runner.timeout
        if limit == DEFAULT_HOOK_TIMEOUT:
            limit = hook.facts.deadline
        remaining = context.time_remaining() if hasattr(context, "time_remaining") else None
        if not isinstance(remaining, (int, float)):
            return limit
        # The plugin's own answer is to arrive before the host gives up.
        remaining -= min(0.25, remaining / 10)
        return remaining if limit is None else min(limit, remaining)


__all__ = ["DISMISS_POST_ERROR", "PluginHooksServicerImpl"]
