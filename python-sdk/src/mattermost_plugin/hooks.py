"""How a plugin says which methods handle which hooks, and what a handler knows of its call."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, Optional, Union

from mattermost_plugin._generated.hook_names import HookName
from mattermost_plugin._internal.current_call import HookCall, HookCancelledError, current_call

#: The attribute by which a handler is known.
HOOK_MARKER = "_mattermost_hook_name"


class HookRegistrationError(Exception):
    """A class says something about its hooks that makes no sense."""


if TYPE_CHECKING:
    # There is one for each hook, so that type checkers know what its handler is given and returns.
    from mattermost_plugin._generated.hook_types import hook
else:

    def hook(name: Any = None) -> Any:
        """Make a method the handler of a hook.

        `@hook(HookName.OnActivate)` and `@hook("OnActivate")` name the hook; with `@hook` and
        `@hook()` the method has the hook's name. The method itself stays as it is, and may be a
        coroutine.

        Raises `HookRegistrationError` where there is no such hook.
        """
        if name is None or isinstance(name, str):
            return lambda method: _mark(method, name)
        return _mark(name, None)


def _mark(method: Any, name: Optional[str]) -> Any:
    where = _describe(method)
    if not callable(method) or isinstance(method, (staticmethod, classmethod, type)):
        raise HookRegistrationError(
            f"@hook on {where}: a handler is a method of the plugin, not a {type(method).__name__}"
        )
    if inspect.isgeneratorfunction(method) or inspect.isasyncgenfunction(method):
        raise HookRegistrationError(
            f"@hook on {where}: a handler returns its result; what this one yields, nobody takes"
        )
    try:
        found = hook_named(method.__name__ if name is None else name)
    except ValueError as error:
        advice = "" if name else "; name the hook, as in @hook(HookName.OnActivate)"
        raise HookRegistrationError(f"@hook on {where}: {error}{advice}") from None
    setattr(method, HOOK_MARKER, found.value)
    return method


def hook_named(name: Union[HookName, str]) -> HookName:
    """Return the hook called `name`; raise ValueError where there is none."""
    try:
        return HookName(name)
    except ValueError:
        import difflib

        known = {hook.value.lower(): hook.value for hook in HookName}
        near = difflib.get_close_matches(str(name).replace("_", "").lower(), known, 1)
        advice = f"; did you mean {known[near[0]]!r}?" if near else ""
        raise ValueError(f"there is no hook {str(name)!r}{advice}") from None


def _describe(method: Any) -> str:
    inner = getattr(method, "__func__", method)
    name = getattr(inner, "__qualname__", None) or repr(method)
    module = getattr(inner, "__module__", None)
    return f"{module}.{name}" if module else str(name)


__all__ = [
    "HookCall",
    "HookCancelledError",
    "HookName",
    "HookRegistrationError",
    "current_call",
    "hook",
]
