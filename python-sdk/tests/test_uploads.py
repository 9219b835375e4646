"""Uploaded files that a plugin looks at before they are stored."""

from __future__ import annotations

import asyncio
from typing import Any, AsyncIterator, Callable, Iterator, List

import pytest
from support import wire

from mattermost_plugin import HookName, Plugin, hook
from mattermost_plugin.grpc.hooks_extension_pb2 import StreamedUploadRequest
from mattermost_plugin.grpc.hooks_extension_pb2_grpc import PluginHooksExtensionStub
from mattermost_plugin.models import FileInfo
from mattermost_plugin.servicers.hooks_servicer import PluginHooksServicerImpl
from mattermost_plugin.testing import HookFailedError, PluginHarness

NAME = FileInfo(name="a.txt")


def looking(handler: Callable[..., Any]) -> Any:
    class Looking(Plugin):
        look = hook(HookName.FileWillBeUploadedStream)(handler)

    return Looking


def shout(self: Any, context: Any, info: FileInfo, upload: Any) -> Any:
    for part in upload.stream():
        upload.write(part.upper())


async def ashout(self: Any, context: Any, info: FileInfo, upload: Any) -> Any:
    async for part in upload.stream():
        await upload.write(part.upper())


def refuse(self: Any, context: Any, info: FileInfo, upload: Any) -> Any:
    return f"no {info.name} here"


def rename(self: Any, context: Any, info: FileInfo, upload: Any) -> Any:
    info.name = "b.txt"
    return info


def nothing(self: Any, context: Any, info: FileInfo, upload: Any) -> Any:
    upload.write(b"")


@pytest.mark.parametrize("handler", [shout, ashout])
@pytest.mark.parametrize("size", [1, 65535, 65536, 65537, 3 * 1024 * 1024 + 7])
def test_the_content_is_replaced_as_it_comes(handler: Any, size: int) -> None:
    with PluginHarness(looking(handler)) as host:
        answer = host.upload(NAME, b"a" * size)
        assert answer.modified_content == b"A" * size
        assert (answer.rejection_reason, answer.modified_file_info) == ("", None)


def test_refusals_changes_and_nothing_at_all() -> None:
    with PluginHarness(looking(refuse)) as host:
        assert host.upload(NAME, b"abc") == ("no a.txt here", None, None)
    with PluginHarness(looking(rename)) as host:
        info = host.upload(NAME, b"abc").modified_file_info
        assert info is not None and info.name == "b.txt"
    with PluginHarness(looking(nothing)) as host:
        assert host.upload(NAME, b"abc").modified_content == b""
    with PluginHarness(looking(lambda *args: None)) as host:
        assert host.upload({"name": "c"}, "abc") == ("", None, None)


@pytest.mark.parametrize("handler", [shout, ashout])
def test_parts_are_answered_one_by_one(handler: Any) -> None:
    def parts() -> Iterator[bytes]:
        for number in range(200):
            yield b"part %d " % number

    async def more() -> AsyncIterator[bytes]:
        for part in parts():
            await asyncio.sleep(0)
            yield part

    whole = b"".join(parts()).upper()
    with PluginHarness(looking(handler)) as host:
        assert host.upload(NAME, parts()).modified_content == whole
        assert host.upload(NAME, more()).modified_content == whole


def test_a_handler_that_fails_is_reported_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    def fail(self: Any, context: Any, info: FileInfo, upload: Any) -> Any:
        upload.write(b"half")
        raise ValueError("cannot read it")

    with PluginHarness(looking(fail)) as host, pytest.raises(HookFailedError, match="cannot read"):
        host.upload(NAME, b"abc")
    assert "FileWillBeUploadedStream failed" in caplog.text


def test_a_result_that_makes_no_sense_is_an_error() -> None:
    wrong = pytest.raises(HookFailedError, match="returned int; it may return None, FileInfo")
    with PluginHarness(looking(lambda *args: 7)) as host, wrong:
        host.upload(NAME)


def test_the_content_is_read_once() -> None:
    def twice(self: Any, context: Any, info: FileInfo, upload: Any) -> Any:
        upload.stream()
        upload.stream()

    with PluginHarness(looking(twice)) as host, pytest.raises(HookFailedError, match="earlier"):
        host.upload(NAME, b"abc")


def test_a_plugin_without_the_hook_says_so() -> None:
    with PluginHarness(Plugin) as host, pytest.raises(HookFailedError, match="not handled"):
        host.upload(NAME, b"abc")


@pytest.mark.parametrize("handler", [shout, ashout])
def test_hosts_that_know_one_piece_only_are_answered_too(handler: Any) -> None:
    plugin = looking(handler)
    assert plugin.implemented_hooks() == ["FileWillBeUploaded", "FileWillBeUploadedStream"]
    with PluginHarness(plugin) as host:
        answer = host.call(HookName.FileWillBeUploaded, NAME, b"abc")
        assert answer.modified_content == b"ABC"
    with PluginHarness(looking(refuse)) as host:
        answer = host.call(HookName.FileWillBeUploaded, NAME, b"abc")
        assert answer.rejection_reason == "no a.txt here"
    with PluginHarness(looking(nothing)) as host, pytest.raises(HookFailedError, match="by noth"):
        host.call(HookName.FileWillBeUploaded, NAME, b"abc")


def test_the_harness_tells_streams_from_calls() -> None:
    with PluginHarness(looking(shout)) as host, pytest.raises(TypeError, match="use upload"):
        host.call(HookName.FileWillBeUploadedStream)


@pytest.mark.usefixtures("over_both")
@pytest.mark.parametrize("handler", [shout, ashout])
@pytest.mark.parametrize("size", [1, 65536, 3 * 1024 * 1024 + 7])
def test_the_content_is_replaced_over_a_wire(handler: Any, size: int) -> None:
    first = StreamedUploadRequest(body_complete=False)
    first.init.plugin_context.SetInParent()
    first.init.file_info.name = "a.txt"
    content = b"a" * size

    async def requests() -> AsyncIterator[StreamedUploadRequest]:
        yield first
        for start in range(0, size, 100_000):
            yield StreamedUploadRequest(body_chunk=content[start : start + 100_000])
        yield StreamedUploadRequest(body_complete=True)

    async def run() -> List[Any]:
        servicer = PluginHooksServicerImpl(looking(handler)())
        async with wire().serving(servicer) as target, wire().aio_channel(target) as channel:
            stub: Any = PluginHooksExtensionStub(channel)
            return [message async for message in stub.FileWillBeUploadedStream(requests())]

    *parts, last = asyncio.run(run())
    assert b"".join(part.body_chunk for part in parts) == b"A" * size
    assert max(len(part.body_chunk) for part in parts) <= wire().chunk
    assert last.verdict.content_replaced
