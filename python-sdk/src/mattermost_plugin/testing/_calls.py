"""The messages and the context that a hook gets of a host."""

from __future__ import annotations

from typing import Any, List, Optional

from mattermost_plugin._internal.model import registry
from mattermost_plugin.grpc import (
    hooks_command_pb2,
    hooks_extension_pb2,
    hooks_lifecycle_pb2,
    hooks_message_pb2,
    hooks_pb2,
    hooks_user_channel_pb2,
)

_METHODS = {
    **hooks_pb2.DESCRIPTOR.services_by_name["PluginHooks"].methods_by_name,
    **hooks_extension_pb2.DESCRIPTOR.services_by_name["PluginHooksExtension"].methods_by_name,
}
_MODULES = (
    hooks_lifecycle_pb2,
    hooks_message_pb2,
    hooks_user_channel_pb2,
    hooks_command_pb2,
    hooks_extension_pb2,
)


class AbortedError(Exception):
    """A call that was ended with a status."""

    def __init__(self, code: Any, details: str) -> None:
        super().__init__(details)
        self.code = code


class Context:
    """As much of gRPC's context as hooks need."""

    takes_status = True

    async def abort(self, code: Any, details: str = "", trailers: Any = ()) -> None:
        raise AbortedError(code, details)

    def time_remaining(self) -> Optional[float]:
        return None


def request_for(hook: str, args: Any) -> Any:
    """Return the message of a hook call with these arguments."""
    descriptor = _METHODS[hook].input_type
    kinds: List[Any] = [getattr(module, descriptor.name, None) for module in _MODULES]
    request = next(kind for kind in kinds if kind is not None)()
    fields = [field for field in descriptor.fields if field.name != "context"]
    if fields and fields[0].name == "plugin_context":
        context = registry["PluginContext"]
        if not (args and isinstance(args[0], (context, context._message, type(None)))):
            args = (None, *args)
    least = len(fields) - (bool(fields) and fields[-1].name == "actor")
    if not least <= len(args) <= len(fields):
        names = ", ".join(field.name for field in fields) or "no arguments"
        raise TypeError(f"{hook} takes {names}; {len(args)} were given")
    for field, value in zip(fields, args):
        if field.message_type is None:
            setattr(request, field.name, value)
            continue
        model = registry[field.message_type.name]
        target = getattr(request, field.name)
        if hasattr(target, "add"):
            target.extend(model._messages_of(value))
        elif value is not None:
            target.CopyFrom(model._message_of(value))
            target.SetInParent()
    return request
