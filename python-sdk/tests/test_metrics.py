"""Metrics that a plugin serves beside its pages."""

from __future__ import annotations

import asyncio
import tempfile
from typing import Any, Callable, Dict, List, Type

import pytest
from support import wire

from mattermost_plugin import HookName, Plugin, asgi, hook, wsgi
from mattermost_plugin.grpc.hooks_extension_pb2_grpc import PluginHooksExtensionStub
from mattermost_plugin.grpc.hooks_http_pb2 import ServeHTTPRequest
from mattermost_plugin.hooks import current_call
from mattermost_plugin.runtime_config import RuntimeConfig
from mattermost_plugin.server import PluginServer
from mattermost_plugin.testing import PluginHarness

SOON = 30.0


class Counting(Plugin):
    """Pages for users, and metrics for programs."""

    @hook(HookName.ServeHTTP)
    def serve(self, context: Any, writer: Any, request: Any) -> None:
        writer.write("a page")

    @hook(HookName.ServeMetrics)
    def metrics(self, context: Any, writer: Any, request: Any) -> None:
        writer.set_header("Content-Type", "text/plain; version=0.0.4")
        writer.write(f"path {request.path}\ncall {current_call().hook_name}\n")


class Awaiting(Plugin):
    @hook
    async def ServeMetrics(self, context: Any, writer: Any, request: Any) -> None:  # noqa: N802
        await writer.write("up 1\n")


def test_metrics_and_pages_are_two_things() -> None:
    with PluginHarness(Counting) as host:
        answer = host.request("GET", "/slow", hook=HookName.ServeMetrics)
        assert answer.text == "path /slow\ncall ServeMetrics\n"
        assert answer.header("content-type") == "text/plain; version=0.0.4"
        assert host.request("GET", "/").text == "a page"
    assert Counting.implemented_hooks() == ["ServeHTTP", "ServeMetrics"]


def test_a_coroutine_serves_them_too() -> None:
    with PluginHarness(Awaiting) as host:
        assert host.request("GET", "/", hook="ServeMetrics").text == "up 1\n"
        assert host.request("GET", "/").status == 404


def test_what_goes_wrong_is_told_of_the_hook(caplog: pytest.LogCaptureFixture) -> None:
    class Broken(Plugin):
        @hook(HookName.ServeMetrics)
        def metrics(self, context: Any, writer: Any, request: Any) -> None:
            raise ValueError("no figures")

    with PluginHarness(Broken) as host:
        assert host.request("GET", "/all", hook=HookName.ServeMetrics).status == 500
    assert "ServeMetrics failed: GET /all" in caplog.text


def wsgi_app(environ: Dict[str, Any], start_response: Any) -> List[bytes]:
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"wsgi 1\n"]


async def asgi_app(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"asgi 1\n"})


def test_an_application_is_mounted_for_them() -> None:
    class Mounted(Plugin):
        metrics = wsgi.mount(wsgi_app, hook=HookName.ServeMetrics)
        site = asgi.mount(asgi_app, lifespan="off")

    with PluginHarness(Mounted) as host:
        assert host.request("GET", "/", hook=HookName.ServeMetrics).text == "wsgi 1\n"
        assert host.request("GET", "/").text == "asgi 1\n"


@pytest.mark.parametrize("mount", [asgi.mount, wsgi.mount])
def test_an_application_is_for_http_alone(mount: Callable[..., Any]) -> None:
    with pytest.raises(ValueError, match="ServeHTTP and ServeMetrics, not for OnActivate"):
        mount(wsgi_app, hook=HookName.OnActivate)


def test_the_harness_tells_streams_from_calls() -> None:
    with PluginHarness(Counting) as host:
        with pytest.raises(TypeError, match="ServeMetrics is a stream"):
            host.call(HookName.ServeMetrics)
        with pytest.raises(TypeError, match="OnInstall answers no HTTP requests"):
            host.request("GET", "/", hook=HookName.OnInstall)


def ask(plugin_class: Type[Plugin]) -> bytes:
    """Ask a plugin, as it is served to a host, for its metrics."""

    def work(target: str) -> bytes:
        message = ServeHTTPRequest(body_complete=True)
        message.init.method, message.init.url = "GET", "/"
        with wire().channel(target) as channel:
            stub: Any = PluginHooksExtensionStub(channel)
            answers = list(stub.ServeMetrics(iter([message]), timeout=SOON))
        return b"%d %s" % (
            answers[0].init.status_code,
            b"".join(answer.body_chunk for answer in answers),
        )

    async def run() -> bytes:
        server = PluginServer(plugin_class(), RuntimeConfig())
        await server.start()
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(None, work, server.target)
        finally:
            await server.stop(0)

    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        for name, value in wire().environment(folder).items():
            patch.setenv(name, value)
        return asyncio.run(run())


@pytest.mark.usefixtures("over_both")
def test_a_served_plugin_has_the_service_of_its_own() -> None:
    assert ask(Counting) == b"200 path /\ncall ServeMetrics\n"
    assert ask(Plugin) == b"404 Not Found"
