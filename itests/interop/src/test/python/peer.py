"""The Python side of the interoperation tests: `peer.py api TARGET` or `peer.py hooks SOCKET`.

It is told what to do on standard input and tells what it saw on standard output, one line each;
messages travel in base64.
"""

from __future__ import annotations

import asyncio
import base64
import sys
from typing import Any, List, Tuple

import grpc.aio
from test_api import (
    BY_NAME,
    as_python,
    call_for,
    check_result,
    python_name,
    request_for,
)

from mattermost_plugin import HookName, PluginAPIClient, PluginAPIError
from mattermost_plugin._generated.hooks import PluginHooksServicer
from mattermost_plugin._internal.model import Model
from mattermost_plugin.grpc import (
    common_pb2,
    hooks_command_pb2,
    hooks_lifecycle_pb2,
    hooks_message_pb2,
    hooks_pb2_grpc,
    hooks_user_channel_pb2,
)
from mattermost_plugin.models import AppError


def say(*words: str) -> None:
    print(*words, flush=True)


def encode(data: bytes) -> str:
    return "=" + base64.b64encode(data).decode()


def decode(word: str) -> bytes:
    return base64.b64decode(word[1:])


def serve_api(target: str) -> None:
    """Call methods of the API as told: `call METHOD`, then what the host is going to answer."""
    with PluginAPIClient(target) as client:
        say("ready")
        for line in sys.stdin:
            name = line.split()[1]
            method = BY_NAME[name]
            request = request_for(method)
            args, kwargs = call_for(method, client, request)
            say("request", encode(request.SerializeToString()))
            kind, answer = sys.stdin.readline().split()
            try:
                result = getattr(client, python_name(name))(*args, **kwargs)
                assert kind == "response", f"{name} returned {result!r} where an error was due"
                check_result(method, method.response.FromString(decode(answer)), result)
            except PluginAPIError as error:
                check_error(kind, common_pb2.AppError.FromString(decode(answer)), error)
            except Exception as problem:
                say("problem", repr(problem).replace("\n", " "))
                continue
            say("ok")


def check_error(kind: str, sent: Any, error: PluginAPIError) -> None:
    assert kind == "error", error
    assert (error.error_id or "") == sent.id
    assert (error.status_code or 0) == sent.status_code
    assert (error.where or "") == sent.where
    assert (error.detailed_error or "") == sent.detailed_error
    assert error.params == AppError.from_proto(sent).to_dict().get("params", {})
    if sent.message:
        assert error.message == sent.message


class Mirror(PluginHooksServicer):
    """Tells what each hook was called with, and answers as told."""

    async def implemented_hooks(self) -> List[str]:
        say("hook", "Implemented")
        response = hooks_lifecycle_pb2.ImplementedResponse.FromString(decode(await told()))
        return list(response.hooks)

    async def dispatch(self, hook: HookName, args: Tuple[Any, ...], context: Any) -> Any:
        say("hook", str(hook.value), *(described(arg) for arg in args))
        answer = await told()
        response_type = response_of(str(hook.value))
        if "error" in response_type.DESCRIPTOR.fields_by_name:
            response = response_type.FromString(decode(answer))
            if response.HasField("error"):
                return AppError.from_proto(response.error)
        elif answer == "fail":
            raise PluginAPIError("broken on purpose")
        return result_from(response_type.FromString(decode(answer)))


async def told() -> str:
    return (await asyncio.to_thread(sys.stdin.readline)).strip()


def described(arg: Any) -> str:
    if arg is None:
        return "none"
    if isinstance(arg, Model):
        return "message" + encode(arg.to_proto().SerializeToString())
    if isinstance(arg, str):
        return "text" + encode(arg.encode())
    if isinstance(arg, bytes):
        return "bytes" + encode(arg)
    if isinstance(arg, int):
        return f"number={arg}"
    return "list=" + ",".join(encode(item.to_proto().SerializeToString()) for item in arg)


def response_of(hook: str) -> Any:
    for module in (
        hooks_lifecycle_pb2,
        hooks_message_pb2,
        hooks_user_channel_pb2,
        hooks_command_pb2,
    ):
        if hasattr(module, hook + "Response"):
            return getattr(module, hook + "Response")
    raise LookupError(hook)


def result_from(response: Any) -> Any:
    """What a handler returns so that `response` is what the host gets."""
    values = [
        as_python(response, field)
        for field in response.DESCRIPTOR.fields
        if field.name != "error"
    ]
    if not values:
        return None
    return values[0] if len(values) == 1 else tuple(values)


async def serve_hooks(socket: str) -> None:
    server = grpc.aio.server()
    hooks_pb2_grpc.add_PluginHooksServicer_to_server(Mirror(), server)
    server.add_insecure_port("unix:" + socket)
    await server.start()
    say("ready")
    await server.wait_for_termination()


if __name__ == "__main__":
    if sys.argv[1] == "api":
        serve_api(sys.argv[2])
    else:
        asyncio.run(serve_hooks(sys.argv[2]))
