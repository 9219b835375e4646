"""A Python process at the other end of a test that is written in another language.

`peer.py hooks TARGET` serves all hooks at TARGET, through the SDK's servicer; on the lane where
the variable KRAIT_TEST_WIRE says so. It prints `ready`,
then for each call `seen HOOK REQUEST`: the request again, made of the arguments that the handler
got. What handlers do is said on standard input, and confirmed by `ok`:

    answer HOOK RESPONSE    return what makes this response, its error included
    fail HOOK TEXT          raise an exception with this text

`peer.py client TARGET` calls the host at TARGET. It prints `ready`, then reads

    call METHOD REQUEST     call with the arguments that make this request
    await METHOD REQUEST    the same, with the asyncio client

and prints `sends REQUEST`, which is the request completed by what the method always sends, and
then `result RESPONSE`, made of what the method returned, or `error JSON` with what the exception
knows.

Messages are serialised, in base64, "-" where they are empty. The process ends with its standard
input.
"""

from __future__ import annotations

import asyncio
import base64
import json
import sys
from typing import Any, Dict, List, Tuple

from lane import path_of
from reflection import BY_NAME, call_for, put, python_name, response_for_result
from support import is_repeated, wire

from mattermost_plugin import (
    AsyncPluginAPIClient,
    HookName,
    PluginAPIClient,
    PluginAPIError,
    UserError,
)
from mattermost_plugin._generated.hooks import PluginHooksServicer
from mattermost_plugin._internal.model import registry
from mattermost_plugin.grpc import (
    hooks_command_pb2,
    hooks_lifecycle_pb2,
    hooks_message_pb2,
    hooks_pb2,
    hooks_user_channel_pb2,
)

SERVICE = hooks_pb2.DESCRIPTOR.services_by_name["PluginHooks"]
MODULES = (hooks_lifecycle_pb2, hooks_message_pb2, hooks_user_channel_pb2, hooks_command_pb2)


def class_of(descriptor: Any) -> Any:
    """The message class for a descriptor of the hooks' requests and responses."""
    (found,) = {getattr(module, descriptor.name, None) for module in MODULES} - {None}
    return found


def encode(message: Any) -> str:
    return base64.b64encode(message.SerializeToString()).decode() or "-"


def decode(kind: Any, text: str) -> Any:
    return kind.FromString(b"" if text == "-" else base64.b64decode(text))


def say(*words: str) -> None:
    print(*words, flush=True)


def result_for(response: Any) -> Any:
    """What a handler returns in order that this response is sent."""
    fields = response.DESCRIPTOR.fields
    values: List[Any] = []
    for field in fields:
        if field.name == "error":
            continue
        value = getattr(response, field.name)
        if is_repeated(field):
            value = [registry[field.message_type.name].from_proto(item) for item in value]
        elif field.message_type is not None:
            kind = registry[field.message_type.name]
            value = kind.from_proto(value) if response.HasField(field.name) else None
        elif isinstance(value, (str, bytes)):
            value = value or None
        values.append(value)
    if "error" in response.DESCRIPTOR.fields_by_name and response.HasField("error"):
        error = registry["AppError"].from_proto(response.error)
        return (*values, error) if values else error
    return tuple(values) if len(values) > 1 else values[0] if values else None


def request_for(hook: HookName, args: Tuple[Any, ...]) -> Any:
    """The request of which the servicer made these arguments."""
    request = class_of(SERVICE.methods_by_name[hook.value].input_type)()
    fields = [field for field in request.DESCRIPTOR.fields if field.name != "context"]
    for field, arg in zip(fields, args):
        if arg is not None:
            put(request, field, arg)
    return request


class Plugin(PluginHooksServicer):
    """Tells what it sees, and does as it is told."""

    def __init__(self) -> None:
        self.answers: Dict[str, Any] = {}
        self.failures: Dict[str, str] = {}

    async def dispatch(self, hook: HookName, args: Tuple[Any, ...], context: Any) -> Any:
        say("seen", hook.value, encode(request_for(hook, args)))
        if hook.value in self.failures:
            raise UserError(self.failures[hook.value])
        answer = self.answers.get(hook.value)
        return None if answer is None else result_for(answer)

    async def implemented_hooks(self) -> List[str]:
        return [hook.value for hook in HookName]

    def obey(self, line: str) -> None:
        order, hook, rest = line.rstrip("\n").split(" ", 2)
        self.failures.pop(hook, None)
        if order == "fail":
            self.failures[hook] = rest
        else:
            response = class_of(SERVICE.methods_by_name[hook].output_type)
            self.answers[hook] = decode(response, rest)
        say("ok")


async def serve_hooks(target: str) -> None:
    plugin = Plugin()
    server = wire().server(plugin, path_of(target))
    await server.start()
    say("ready")
    while line := await asyncio.to_thread(sys.stdin.readline):
        plugin.obey(line)
    await server.stop(None)


def facts_of(error: Exception) -> str:
    if not isinstance(error, PluginAPIError):
        return json.dumps({"class": type(error).__name__, "message": str(error)})
    facts = {
        "class": type(error).__name__,
        "message": error.message,
        "code": error.code.name if error.code else None,
        "error_id": error.error_id,
        "status_code": error.status_code,
        "detailed_error": error.detailed_error,
        "where": error.where,
        "params": error.params,
    }
    return json.dumps(facts, ensure_ascii=True)


async def call_host(target: str) -> None:
    blocking = PluginAPIClient(target)
    blocking.connect()
    async with AsyncPluginAPIClient(target) as awaited:
        say("ready")
        while line := await asyncio.to_thread(sys.stdin.readline):
            order, name, text = line.split()
            method = BY_NAME[name]
            request = decode(method.request, text)
            args, kwargs = call_for(method, blocking, request)
            say("sends", encode(request))
            try:
                if order == "await":
                    result = await getattr(awaited, python_name(name))(*args, **kwargs)
                else:
                    result = getattr(blocking, python_name(name))(*args, **kwargs)
            except Exception as error:
                say("error", facts_of(error))
            else:
                say("result", encode(response_for_result(method, result)))
    blocking.close()


if __name__ == "__main__":
    role = {"hooks": serve_hooks, "client": call_host}[sys.argv[1]]
    asyncio.run(role(sys.argv[2]))
