"""Does with a plugin what a host does."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Coroutine, Mapping, Optional, Type, TypeVar, Union

from mattermost_plugin._generated.hook_names import HookName
from mattermost_plugin._internal.clock import Clock, ManualClock
from mattermost_plugin._internal.fake_api import FakeApi
from mattermost_plugin._internal.making import new_plugin
from mattermost_plugin._internal.manifests import Manifest
from mattermost_plugin.exceptions import convert_app_error
from mattermost_plugin.hook_runner import HookRunner
from mattermost_plugin.hooks import hook_named
from mattermost_plugin.plugin import Plugin
from mattermost_plugin.runtime_config import RuntimeConfig
from mattermost_plugin.servicers.hooks_servicer import PluginHooksServicerImpl
from mattermost_plugin.testing._answers import HookAnswer, HookFailedError
from mattermost_plugin.testing._calls import AbortedError, Context, request_for
from mattermost_plugin.testing._streams import HTTP_HOOKS, Streams

P = TypeVar("P", bound=Plugin)
T = TypeVar("T")


class PluginHarness(Streams[P]):
    """Does with a plugin what a host does, within the process.

    In a `with` block the plugin is activated, and deactivated at its end. Calls go the whole way
    that they go under a host, but for the wire: plain functions run in threads, limits are kept,
    arguments and results are turned into messages and back.

    Time stands still for jobs, mutexes of the store and values that expire, until `advance` lets
    it pass.

    Args:
        plugin_class: the plugin's class.
        api: the API that the plugin gets.
        config: what the host tells the plugin.
        settings: what an administrator has saved.
        manifest: the plugin's manifest, or the JSON file that it is in, as seen from the file of
            the plugin's class: settings have its defaults, and the plugin its identifier.
        clock: the time that jobs go by, in place of one that stands still.

    Attributes:
        plugin: the plugin.
        api: its API.
    """

    def __init__(
        self,
        plugin_class: Type[P],
        *,
        api: Optional[FakeApi] = None,
        config: Optional[RuntimeConfig] = None,
        settings: Optional[Mapping[str, Any]] = None,
        manifest: Union[Mapping[str, Any], str, Path, None] = None,
        clock: Optional[Clock] = None,
    ) -> None:
        self.api = FakeApi() if api is None else api
        told = Manifest.of(manifest, plugin_class)
        if config is None:
            plugin_id = told.plugin_id or "test"
            config = RuntimeConfig(plugin_id, api_target="fake:", plugin_path=told.folder)
        host = self.api._fake
        host.defaults.update(told.defaults)
        host.bundle_path = host.bundle_path or config.plugin_path
        if settings is not None:
            host.save(settings)
        self.plugin = new_plugin(plugin_class, self.api, config)
        self._clock = ManualClock(time.time()) if clock is None else clock
        self.plugin._clock = host.clock = self._clock
        self._servicer = PluginHooksServicerImpl(self.plugin, HookRunner(config.hook_timeout))
        self._loop: Optional[asyncio.AbstractEventLoop] = None

    def configure(self, **settings: Any) -> HookAnswer:
        """Save settings besides those that are saved, and tell the plugin, as an administrator."""
        return self._run(self.aconfigure(**settings))

    async def aconfigure(self, **settings: Any) -> HookAnswer:
        """Do what `configure` does, in a running event loop."""
        host = self.api._fake
        given = {key.lower(): value for key, value in settings.items()}
        host.save({**host.saved, **given})
        return await self.acall(HookName.OnConfigurationChange)

    def advance(self, **by: float) -> None:
        """Let time pass, such as `minutes=5`, and wait until all is done that is due in it."""
        self._run(self.aadvance(**by))

    async def aadvance(self, **by: float) -> None:
        """Do what `advance` does, in a running event loop."""
        if not isinstance(self._clock, ManualClock):
            raise RuntimeError("the harness was given a clock, which goes by itself")
        await self._clock.advance(timedelta(**by).total_seconds())

    def settle(self, seconds: float = 10) -> None:
        """Wait until all has ended that the plugin does by `background`.

        Raises TimeoutError where that takes longer than so many seconds.
        """
        self._run(self.asettle(seconds))

    async def asettle(self, seconds: float = 10) -> None:
        """Do what `settle` does, in a running event loop."""
        deadline = time.monotonic() + seconds
        while self.plugin._background.busy:
            if time.monotonic() > deadline:
                raise TimeoutError(f"the plugin is busy in the background for {seconds} s")
            await asyncio.sleep(0.001)

    def call(self, hook: Union[HookName, str], *args: Any) -> HookAnswer:
        """Call a hook with the arguments that its handler is to get.

        The first one, a PluginContext, and an actor at the end may be left out. Models may be given
        as dicts. Raises `HookFailedError` where the host would see a failed call.
        """
        return self._run(self.acall(hook, *args))

    async def acall(self, hook: Union[HookName, str], *args: Any) -> HookAnswer:
        """Do what `call` does, in a running event loop."""
        name = hook_named(hook).value
        if name in HTTP_HOOKS:
            raise TypeError(f"{name} is a stream: use request, stream or astream")
        if name == HookName.ServeWebSocket:
            raise TypeError(f"{name} is a stream: use web_socket or aweb_socket")
        if name == HookName.FileWillBeUploadedStream:
            raise TypeError(f"{name} is a stream: use upload or aupload")
        request = request_for(name, args)
        try:
            response = await getattr(self._servicer, name)(request, Context())
        except AbortedError as aborted:
            cause = aborted.__context__
            raise HookFailedError(name, str(aborted), aborted.code) from cause
        return HookAnswer(name, type(response).FromString(response.SerializeToString()))

    def activate(self) -> None:
        """Tell the plugin its configuration and to begin, as a host does.

        Raises `HookFailedError` where the plugin would not start.
        """
        self._run(self.aactivate())

    async def aactivate(self) -> None:
        """Do what `activate` does, in a running event loop."""
        self.plugin._background.adopt(asyncio.get_running_loop())
        if self.plugin.has_hook(HookName.OnConfigurationChange):
            await self.acall(HookName.OnConfigurationChange)
        await self._demand(HookName.OnActivate)

    def deactivate(self) -> None:
        """Tell the plugin to end its work."""
        self._run(self._demand(HookName.OnDeactivate))

    async def adeactivate(self) -> None:
        """Do what `deactivate` does, in a running event loop."""
        await self._demand(HookName.OnDeactivate)

    async def _demand(self, hook: HookName) -> None:
        response = (await self.acall(hook)).proto
        if response.HasField("error"):
            error = convert_app_error(response.error)
            raise HookFailedError(hook.value, str(error), error=error)

    def _run(self, work: Coroutine[Any, Any, T]) -> T:
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                self.plugin._background.adopt(self._loop)
            return self._loop.run_until_complete(work)
        work.close()
        raise RuntimeError(
            "an event loop is running; await acall, astream, aactivate and adeactivate"
        )

    def close(self) -> None:
        """End the event loop that handlers ran on."""
        loop, self._loop = self._loop, None
        if loop is None:
            return
        tasks = asyncio.all_tasks(loop)
        for task in tasks:
            task.cancel()
        if tasks:
            loop.run_until_complete(asyncio.wait(tasks))
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()

    def __enter__(self) -> PluginHarness[P]:
        try:
            self.activate()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        try:
            # What went wrong before is what the test is to show.
            if error is None:
                self.deactivate()
        finally:
            self.close()

    async def __aenter__(self) -> PluginHarness[P]:
        await self.aactivate()
        return self

    async def __aexit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        if error is None:
            await self.adeactivate()
