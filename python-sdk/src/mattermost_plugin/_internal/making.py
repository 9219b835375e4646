"""Makes plugins, and says what is wrong with a class before anything is called in it."""

from __future__ import annotations

import inspect
from typing import Any, Callable, Tuple, Type, TypeVar

from mattermost_plugin._generated.hook_methods import ARGUMENTS
from mattermost_plugin._generated.hook_names import HookName
from mattermost_plugin.hooks import HookRegistrationError
from mattermost_plugin.plugin import Plugin

P = TypeVar("P", bound=Plugin)

# The handlers of streams get objects of the SDK.
_OF_STREAMS = {
    HookName.ServeHTTP: ("context", "writer", "request"),
    HookName.ServeMetrics: ("context", "writer", "request"),
    HookName.FileWillBeUploadedStream: ("context", "info", "upload"),
    HookName.ServeWebSocket: ("context", "socket"),
}


def new_plugin(plugin_class: Type[P], api: Any, config: Any) -> P:
    """Return a plugin of that class.

    Raises TypeError where its `__init__` is not what it must be, and `HookRegistrationError` where
    a handler cannot be called with what its hook gives it.
    """
    if not isinstance(plugin_class, type):
        raise TypeError(f"expected a class that extends Plugin, not {plugin_class!r}")
    name = plugin_class.__name__
    try:
        inspect.signature(plugin_class).bind(api=api, config=config)
    except TypeError as error:
        raise TypeError(
            f"{name}.__init__ must take the arguments api and config,"
            f" and pass them on to Plugin.__init__ ({error})"
        ) from None
    plugin = plugin_class(api=api, config=config)
    if not hasattr(plugin, "_logger"):
        raise TypeError(f"{name}.__init__ must call super().__init__(api=api, config=config)")
    for hook in HookName:
        handler = plugin.get_hook_handler(hook)
        if handler is not None:
            _check(plugin_class, hook, handler)
    return plugin


def arguments_of(hook: HookName) -> Tuple[str, ...]:
    """Return the names of what a handler of `hook` gets, in order."""
    if hook in _OF_STREAMS:
        return _OF_STREAMS[hook]
    return ARGUMENTS[hook.value]


def _check(plugin_class: type, hook: HookName, handler: Callable[..., Any]) -> None:
    given = arguments_of(hook)
    if hook is HookName.ServeWebSocket and not inspect.iscoroutinefunction(handler):
        raise HookRegistrationError(
            f"@hook on {plugin_class.__module__}.{plugin_class.__qualname__}"
            f".{getattr(handler, '__name__', handler)}: {hook.value} is handled by an async def"
        )
    function = getattr(handler, "__func__", handler)
    if function is not handler:
        given = ("self", *given)
    try:
        signature = inspect.signature(function)
    except ValueError:
        return  # One of C has none.
    try:
        signature.bind(*given)
    except TypeError:
        name = getattr(function, "__name__", repr(function))
        taken = ", ".join(
            str(parameter.replace(annotation=inspect.Parameter.empty))
            for parameter in signature.parameters.values()
        )
        raise HookRegistrationError(
            f"@hook on {plugin_class.__module__}.{plugin_class.__qualname__}.{name}:"
            f" {hook.value} is handled with ({', '.join(given)}), and {name} takes ({taken})"
        ) from None


__all__ = ["arguments_of", "new_plugin"]
