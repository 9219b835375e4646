"""Random messages, and a host and a plugin that answer with them."""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import string
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, AsyncIterator, Callable, Dict, Iterator, List, Optional, Tuple

import grpc
import grpc.aio
import lane
import lane_host
from google.protobuf.message import Message

from mattermost_plugin._internal.http_streams import CHUNK
from mattermost_plugin._internal.lane import stream_connection
from mattermost_plugin._internal.lane.server import LaneServer
from mattermost_plugin.grpc import common_pb2, hooks_extension_pb2_grpc, hooks_pb2_grpc
from mattermost_plugin.hook_runner import HookRunner

_LETTERS = string.ascii_letters + " .äß漢🙂\n\"'\\"
_INTEGERS = {
    "int32": (-(2**31), 2**31 - 1),
    "int64": (-(2**53), 2**53),
    "uint32": (0, 2**32 - 1),
}
_TYPES = {3: "int64", 5: "int32", 13: "uint32"}


class Wire:
    """What goes between a plugin and its host in a test: gRPC or the lane.

    Channels are gRPC's, or what looks like them.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.on_lane = name == "lane"
        #: The longest part of a body that the plugin sends at once.
        self.chunk = stream_connection.CHUNK if self.on_lane else CHUNK

    def environment(self, folder: str) -> Dict[str, str]:
        """What a host says that speaks this."""
        lane_offered = {"KRAIT_LANE": "1"} if self.on_lane else {}
        return {"PLUGIN_UNIX_SOCKET_DIR": folder, **lane_offered}

    def channel(self, target: str) -> Any:
        """A channel that blocks."""
        return lane.LaneChannel(target) if self.on_lane else grpc.insecure_channel(target)

    def aio_channel(self, target: str, *options: Any) -> Any:
        """A channel for asyncio."""
        if self.on_lane:
            return lane.AioLaneChannel(target)
        return grpc.aio.insecure_channel(target, *options)

    @contextlib.asynccontextmanager
    async def serving(self, servicer: Any) -> AsyncIterator[str]:
        """Serve a servicer of the hooks in the loop that runs; the target."""
        with tempfile.TemporaryDirectory() as folder:
            server = self.server(servicer, f"{folder}/hooks")
            await server.start()
            try:
                yield f"unix:{folder}/hooks"
            finally:
                await server.stop(None)

    def server(self, servicer: Any, path: str) -> Any:
        """A server for a servicer of the hooks, to be started in the loop that runs."""
        if self.on_lane:
            loop = asyncio.get_running_loop()
            runner = getattr(servicer, "_runner", None) or HookRunner()
            return LaneServer(path, servicer, runner, loop, lambda: None)
        server = grpc.aio.server()
        hooks_pb2_grpc.add_PluginHooksServicer_to_server(servicer, server)
        hooks_extension_pb2_grpc.add_PluginHooksExtensionServicer_to_server(servicer, server)
        server.add_insecure_port(f"unix:{path}")
        return server


_wire = Wire(os.environ.get("KRAIT_TEST_WIRE", "grpc"))


def wire() -> Wire:
    """What the test that runs is to use."""
    return _wire


def use_wire(name: str) -> None:
    global _wire
    _wire = Wire(name)


def failed_call() -> Any:
    """What expects a call to fail; `value.code()` and `value.details()` say how."""
    # Not every process that uses this module is one of pytest's.
    import pytest

    return pytest.raises(grpc.RpcError)


def child_environment(**more: str) -> Dict[str, str]:
    """The environment of a Python process that is to find the SDK, installed or not."""
    source = str(Path(__file__).parent.parent / "src")
    return {**os.environ, "PYTHONPATH": source, **more}


class Random:
    """Makes messages with random contents; the same for the same seed."""

    def __init__(self, seed: object) -> None:
        self._random = random.Random(str(seed))

    def text(self) -> str:
        return "".join(self._random.choices(_LETTERS, k=self._random.randint(1, 12)))

    def number(self, kind: str = "int64") -> int:
        return self._random.choice([1, *_INTEGERS[kind], self._random.randint(*_INTEGERS[kind])])

    def json(self, depth: int = 0) -> Any:
        kinds: List[Callable[[], Any]] = [
            self.text,
            lambda: self._random.choice([True, False]),
            lambda: None,
            lambda: self._random.randint(-1000, 1000),
            lambda: self._random.randint(-1000, 1000) + 0.5,
        ]
        if depth < 2:
            kinds += [lambda: self.object(depth + 1), lambda: self.list(depth + 1)]
        return self._random.choice(kinds)()

    def object(self, depth: int = 0) -> Dict[str, Any]:
        return {self.text(): self.json(depth) for _ in range(self._random.randint(1, 3))}

    def list(self, depth: int = 0) -> List[Any]:
        return [self.json(depth) for _ in range(self._random.randint(0, 3))]

    def fill(self, message: Any, depth: int = 0, skip: Tuple[str, ...] = ()) -> Any:
        """Fill `message` and what is in it; some optional fields stay absent."""
        for field in message.DESCRIPTOR.fields:
            if field.name in skip or (field.has_presence and self._random.random() < 0.2):
                continue
            if _is_map(field):
                self._fill_map(getattr(message, field.name), field, depth)
            elif _is_repeated(field):
                for _ in range(self._random.randint(0, 3)):
                    self._add(getattr(message, field.name), field, depth)
            elif field.message_type is not None:
                if depth < 3:
                    self._fill_message(getattr(message, field.name), depth + 1)
                    getattr(message, field.name).SetInParent()
            else:
                setattr(message, field.name, self._scalar(field))
        return message

    def _fill_map(self, target: Any, field: Any, depth: int) -> None:
        value = field.message_type.fields_by_name["value"]
        for _ in range(self._random.randint(0, 3)):
            key = self.text()
            if value.message_type is None:
                target[key] = self._scalar(value)
            else:
                self._fill_message(target[key], depth + 1)

    def _add(self, target: Any, field: Any, depth: int) -> None:
        if field.message_type is None:
            target.append(self._scalar(field))
        elif depth < 2:
            self._fill_message(target.add(), depth + 1)

    def _fill_message(self, message: Any, depth: int) -> None:
        name = message.DESCRIPTOR.full_name
        if name == "google.protobuf.Struct":
            message.update(self.object())
        elif name == "google.protobuf.Value":
            message.string_value = self.text()
        else:
            self.fill(message, depth)

    def _scalar(self, field: Any) -> Any:
        if field.enum_type is not None:
            return self._random.choice([value.number for value in list(field.enum_type.values)[1:]])
        kind = field.type
        if kind in _TYPES:
            return self.number(_TYPES[kind])
        if kind == field.TYPE_BOOL:
            return self._random.choice([True, False])
        if kind == field.TYPE_BYTES:
            return self.text().encode()
        if kind == field.TYPE_DOUBLE:
            return self._random.random()
        return self.text()

    def app_error(self) -> Any:
        return self.fill(common_pb2.AppError(), skip=("status_code",))


def _is_repeated(field: Any) -> bool:
    # Newer versions of protobuf warn about `label`, older ones know nothing else.
    if hasattr(type(field), "is_repeated"):
        return bool(field.is_repeated)
    return bool(field.label == field.LABEL_REPEATED)


def _is_map(field: Any) -> bool:
    return (
        _is_repeated(field)
        and field.message_type is not None
        and field.message_type.GetOptions().map_entry
    )


is_repeated = _is_repeated
is_map = _is_map


class FakeHost:
    """A host that keeps the requests it gets, and answers as it is told."""

    def __init__(self) -> None:
        self.requests: List[Tuple[str, bytes]] = []
        #: What the latest call said of who makes it, where it goes by gRPC.
        self.authorization = ""
        self.answer: Optional[Message] = None
        self.status: Optional[Tuple[grpc.StatusCode, str]] = None
        self.target = ""
        #: What a plugin is told of this host.
        self.environment: Dict[str, str] = {}

    def take(self, path: str, request: bytes) -> bytes:
        """Answer a call, or raise a `lane.LaneRpcError`."""
        self.requests.append((path, request))
        if self.status is not None:
            code, text = self.status
            raise lane.LaneRpcError(code.value[0], text)
        assert self.answer is not None
        return self.answer.SerializeToString()

    def will_answer(self, answer: Message) -> None:
        self.requests.clear()
        self.answer, self.status = answer, None

    def will_fail(self, code: grpc.StatusCode, details: str) -> None:
        self.requests.clear()
        self.status = (code, details)


class _GrpcFace(grpc.GenericRpcHandler):  # type: ignore[type-arg]
    def __init__(self, host: FakeHost) -> None:
        self._host = host

    def service(self, handler_call_details: Any) -> Any:
        path: str = handler_call_details.method
        metadata = dict(handler_call_details.invocation_metadata)
        self._host.authorization = metadata.get("authorization", "")

        def handle(request: bytes, context: Any) -> bytes:
            try:
                return self._host.take(path, request)
            except lane.LaneRpcError as failed:
                context.abort(failed.code(), failed.details())
                raise

        return grpc.unary_unary_rpc_method_handler(handle)


def running_host(folder: Any, on_lane: bool = False) -> Iterator[FakeHost]:
    """A host on unix sockets in `folder`, stopped at the end."""
    host = FakeHost()
    server = grpc.server(
        ThreadPoolExecutor(4), options=[("grpc.max_receive_message_length", 80 * 1024 * 1024)]
    )
    server.add_generic_rpc_handlers((_GrpcFace(host),))
    host.target = f"unix:{folder}/api"
    server.add_insecure_port(host.target)
    server.start()
    if not on_lane:
        host.environment = {"MATTERMOST_PLUGIN_API_TARGET": host.target}
        yield host
    else:
        with lane_host.LaneHost(f"{folder}/lane", host.take):
            host.environment = {
                "MATTERMOST_PLUGIN_API_TARGET": host.target,
                "KRAIT_API_LANE": f"{folder}/lane",
            }
            yield host
    server.stop(None).wait()
