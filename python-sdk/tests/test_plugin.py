from __future__ import annotations

import asyncio
import logging
import subprocess
import sys
from typing import Any, Dict, Type

import grpc
import pytest
from support import FakeHost, child_environment

import mattermost_plugin
from mattermost_plugin import (
    HookName,
    HookRegistrationError,
    Plugin,
    PluginAPIClient,
    RuntimeConfig,
    UnavailableError,
    hook,
    load_runtime_config,
)
from mattermost_plugin._internal.making import new_plugin
from mattermost_plugin.grpc import api_remaining_pb2


class Hello(Plugin):
    @hook(HookName.OnActivate)
    def started(self) -> None: ...

    @hook("MessageWillBePosted")
    async def message(self, context: Any, post: Any) -> str:
        return f"{post} refused"

    @hook
    def OnDeactivate(self) -> None: ...  # noqa: N802

    @hook()
    def UserHasLoggedIn(self, context: Any, user: Any) -> None: ...  # noqa: N802

    def helper(self) -> None: ...


def test_every_public_name_is_there() -> None:
    for name in mattermost_plugin.__all__:
        assert getattr(mattermost_plugin, name) is not None
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        getattr(mattermost_plugin, "nothing")  # noqa: B009


def test_the_asyncio_client_is_imported_when_it_is_asked_for() -> None:
    code = (
        "import sys, mattermost_plugin as m\n"
        "assert 'mattermost_plugin.async_client' not in sys.modules\n"
        "assert m.AsyncPluginAPIClient is m.AsyncPluginAPIClient\n"
        "from mattermost_plugin import AsyncPluginAPIClient\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env=child_environment())


def test_all_ways_to_name_a_hook() -> None:
    assert Hello.implemented_hooks() == [
        "MessageWillBePosted",
        "OnActivate",
        "OnDeactivate",
        "UserHasLoggedIn",
    ]
    assert Hello.has_hook("OnActivate") and Hello.has_hook(HookName.OnActivate)
    assert not Hello.has_hook("ExecuteCommand")
    plugin = Hello()
    assert plugin.get_hook_handler(HookName.OnActivate) == plugin.started
    assert plugin.get_hook_handler("ExecuteCommand") is None
    assert asyncio.run(plugin.invoke_hook("MessageWillBePosted", None, "x")) == "x refused"
    with pytest.raises(NotImplementedError, match="Hello does not handle ExecuteCommand"):
        plugin.invoke_hook("ExecuteCommand")


def test_unknown_hooks_are_refused_where_they_are_named() -> None:
    with pytest.raises(HookRegistrationError) as raised:

        class Wrong(Plugin):
            @hook("MesageWillBePosted")  # type: ignore[call-overload, untyped-decorator]
            def check(self) -> None: ...

    assert "Wrong.check: there is no hook 'MesageWillBePosted'" in str(raised.value)
    assert "did you mean 'MessageWillBePosted'?" in str(raised.value)

    with pytest.raises(HookRegistrationError, match=r"Bare\.on_activate.*'OnActivate'.*name the"):

        class Bare(Plugin):
            @hook
            def on_activate(self) -> None: ...

    with pytest.raises(HookRegistrationError, match="there is no hook 'gone'"):

        class Empty(Plugin):
            @hook()
            def gone(self) -> None: ...


def test_only_methods_can_be_handlers() -> None:
    with pytest.raises(HookRegistrationError, match="not a staticmethod"):

        class Static(Plugin):
            @hook("OnActivate")  # type: ignore[type-var]
            @staticmethod
            def on_activate() -> None: ...


def test_a_handler_that_yields_is_refused() -> None:
    with pytest.raises(HookRegistrationError, match=r"Yielding\.check: a handler returns its"):

        class Yielding(Plugin):
            @hook("MessageWillBePosted")
            def check(self, context: Any, post: Any) -> Any:
                yield post


def test_a_handler_takes_what_its_hook_gives() -> None:
    class Few(Plugin):
        @hook("MessageWillBePosted")  # type: ignore[type-var]
        def check(self, post: Any) -> None: ...

    class Many(Plugin):
        @hook("ServeHTTP")  # type: ignore[type-var]
        async def serve(self, context: Any, writer: Any, request: Any, path: str) -> None: ...

    class Nothing(Plugin):
        @hook("OnActivate")  # type: ignore[type-var]
        def begin() -> None: ...  # type: ignore[misc]

    class Right(Plugin):
        @hook("MessageWillBePosted")
        def check(self, *arguments: Any, **options: Any) -> None: ...

        @hook("UserHasJoinedTeam")
        def greet(self, context: Any, member: Any, actor: Any, often: int = 1) -> None: ...

    def complaint(plugin_class: Type[Plugin]) -> str:
        with pytest.raises(HookRegistrationError) as raised:
            new_plugin(plugin_class, None, None)
        return str(raised.value).rpartition(".")[2]

    assert complaint(Few) == (
        "check: MessageWillBePosted is handled with (self, context, post),"
        " and check takes (self, post)"
    )
    assert complaint(Many) == (
        "serve: ServeHTTP is handled with (self, context, writer, request),"
        " and serve takes (self, context, writer, request, path)"
    )
    assert complaint(Nothing) == "begin: OnActivate is handled with (self), and begin takes ()"
    assert new_plugin(Right, None, None).has_hook("UserHasJoinedTeam")


def test_a_forgotten_decorator_is_warned_of() -> None:
    with pytest.warns(UserWarning, match=r"Undecorated\.OnActivate is called like a hook, but"):

        class Undecorated(Plugin):
            def OnActivate(self) -> None: ...  # noqa: N802


def test_an_init_of_ones_own_passes_its_arguments_on() -> None:
    class Without(Plugin):
        def __init__(self) -> None: ...

    class Forgetful(Plugin):
        def __init__(self, api: Any = None, config: Any = None) -> None: ...

    with pytest.raises(TypeError, match=r"Without\.__init__ must take the arguments api and"):
        new_plugin(Without, None, None)
    with pytest.raises(TypeError, match=r"Forgetful\.__init__ must call super\(\)\.__init__"):
        new_plugin(Forgetful, None, None)
    instance: Any = Hello()
    with pytest.raises(TypeError, match="expected a class that extends Plugin, not <"):
        new_plugin(instance, None, None)


def test_a_hook_has_one_handler() -> None:
    with pytest.raises(HookRegistrationError, match=r"Two has two handlers of OnActivate: a and b"):

        class Two(Plugin):
            @hook("OnActivate")
            def a(self) -> None: ...

            @hook("OnActivate")
            def b(self) -> None: ...


def test_handlers_are_inherited_and_overridden() -> None:
    class Child(Hello):
        def started(self) -> None: ...

        @hook(HookName.ExecuteCommand)
        def command(self, context: Any, args: Any) -> None: ...

    assert Child.implemented_hooks() == sorted([*Hello.implemented_hooks(), "ExecuteCommand"])
    child = Child()
    assert child.get_hook_handler("OnActivate") == child.started
    assert not Hello.has_hook("ExecuteCommand")


def test_a_plugin_knows_its_surroundings() -> None:
    config = RuntimeConfig(plugin_id="p")
    plugin = Hello(config=config)
    assert plugin.config is config
    assert plugin.logger is logging.getLogger("Hello")
    with pytest.raises(RuntimeError, match="Hello has no API client"):
        plugin.api  # noqa: B018
    api = PluginAPIClient("unix:/nowhere")
    assert Hello(api=api).api is api


def test_the_environment_says_how_a_plugin_runs(monkeypatch: Any) -> None:
    values: Dict[str, str] = {
        "ID": "com.example",
        "API_TARGET": "unix:/api",
        "PATH": "/plugins/x",
        "HOOK_TIMEOUT": "2.5",
        "LOG_LEVEL": "DEBUG",
    }
    for name, value in values.items():
        monkeypatch.setenv("MATTERMOST_PLUGIN_" + name, value)
    assert load_runtime_config() == RuntimeConfig(
        "com.example", "unix:/api", "/plugins/x", 2.5, "DEBUG"
    )
    for name in values:
        monkeypatch.delenv("MATTERMOST_PLUGIN_" + name)
    assert RuntimeConfig.from_env() == RuntimeConfig("", "127.0.0.1:50051", "", 30.0, "INFO")


@pytest.mark.parametrize("value", ["soon", "-1", "0", "nan", "inf"])
def test_a_time_limit_that_is_none_is_named(value: str, monkeypatch: Any, caplog: Any) -> None:
    monkeypatch.setenv("MATTERMOST_PLUGIN_HOOK_TIMEOUT", value)
    assert load_runtime_config().hook_timeout == 30.0
    assert f"MATTERMOST_PLUGIN_HOOK_TIMEOUT is '{value}'" in caplog.text


def test_coroutines_call_over_the_same_connection(host: FakeHost, client: PluginAPIClient) -> None:
    host.will_answer(api_remaining_pb2.GetServerVersionResponse(version="9.9"))
    plugin = Hello(api=client)

    async def both() -> Any:
        return await asyncio.gather(
            plugin.async_api.get_server_version(), plugin.async_api.get_server_version()
        )

    assert asyncio.run(both()) == ["9.9", "9.9"]
    # Another loop makes no difference.
    assert asyncio.run(both()) == ["9.9", "9.9"]

    host.will_fail(grpc.StatusCode.UNAVAILABLE, "later")
    with pytest.raises(UnavailableError, match="later"):
        asyncio.run(both())


def test_the_coroutines_client_ends_with_the_other() -> None:
    client = PluginAPIClient("unix:/nowhere")
    awaited = client.as_async()
    with pytest.raises(RuntimeError, match="not connected"):
        asyncio.run(awaited.get_server_version())
    client.connect()
    assert awaited.connected
    with pytest.raises(UnavailableError):
        asyncio.run(awaited.get_server_version())
    asyncio.run(awaited.close())
    assert client.connected
    client.close()
    assert not awaited.connected
