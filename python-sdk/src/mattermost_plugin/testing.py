"""Tests a plugin without a host, in milliseconds.

```python
def test_spam_is_refused():
    with PluginHarness(Moderator) as host:
        host.api.returns("get_user", User(id="u", username="ann"))

        answer = host.call(HookName.MessageWillBePosted, Post(user_id="u", message="spam"))

        assert answer.rejection_reason == "no spam, ann"
        assert host.api.calls_of("get_user") == [{"user_id": "u"}]
```
"""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import (
    TYPE_CHECKING,
    Any,
    AsyncIterator,
    Coroutine,
    Dict,
    Generic,
    List,
    Mapping,
    NamedTuple,
    Optional,
    Sequence,
    Type,
    TypeVar,
    Union,
    cast,
)

from mattermost_plugin._generated.hook_names import HookName
from mattermost_plugin._internal.clock import Clock, ManualClock
from mattermost_plugin._internal.fake_api import ApiCall, FakeApi, FakeHost
from mattermost_plugin._internal.fake_http import (
    AsyncHTTPAnswer,
    Body,
    Headers,
    HTTPAnswer,
    body_messages,
    first_message,
    messages,
)
from mattermost_plugin._internal.fake_people import People
from mattermost_plugin._internal.fake_websocket import (
    AsyncClientSocket,
    ClientSocket,
    WebSocketRefusedError,
)
from mattermost_plugin._internal.making import new_plugin
from mattermost_plugin._internal.manifests import Manifest
from mattermost_plugin._internal.model import registry
from mattermost_plugin._internal.status import Status, grpc_code
from mattermost_plugin.exceptions import PluginAPIError, convert_app_error
from mattermost_plugin.grpc import (
    hooks_command_pb2,
    hooks_extension_pb2,
    hooks_lifecycle_pb2,
    hooks_message_pb2,
    hooks_pb2,
    hooks_user_channel_pb2,
)
from mattermost_plugin.grpc.hooks_extension_pb2 import StreamedUploadRequest, UploadVerdict
from mattermost_plugin.hook_runner import HookRunner
from mattermost_plugin.hooks import hook_named
from mattermost_plugin.models import FileInfo
from mattermost_plugin.plugin import Plugin
from mattermost_plugin.runtime_config import RuntimeConfig
from mattermost_plugin.servicers.hooks_servicer import PluginHooksServicerImpl

if TYPE_CHECKING:
    import grpc

P = TypeVar("P", bound=Plugin)
T = TypeVar("T")

_METHODS = {
    **hooks_pb2.DESCRIPTOR.services_by_name["PluginHooks"].methods_by_name,
    **hooks_extension_pb2.DESCRIPTOR.services_by_name["PluginHooksExtension"].methods_by_name,
}
_HTTP_HOOKS = (HookName.ServeHTTP, HookName.ServeMetrics)
_MODULES = (
    hooks_lifecycle_pb2,
    hooks_message_pb2,
    hooks_user_channel_pb2,
    hooks_command_pb2,
    hooks_extension_pb2,
)


class HookFailedError(Exception):
    """The host would see that the plugin failed.

    Attributes:
        hook_name: the hook.
        code: the gRPC status with which the call failed; None where the hook answered an error.
        error: the error that the hook answered; None where the call failed.
    """

    def __init__(
        self,
        hook_name: str,
        text: str,
        code: Optional[grpc.StatusCode] = None,
        error: Optional[PluginAPIError] = None,
    ) -> None:
        super().__init__(text if text.startswith(hook_name) else f"{hook_name}: {text}")
        self.hook_name = hook_name
        self._status = None if code is None else Status.of(code)
        self.error = error

    @property
    def code(self) -> Optional[grpc.StatusCode]:
        """The gRPC status with which the call failed."""
        return None if self._status is None else grpc_code(self._status)


class HookAnswer:
    """What the host gets for a hook call.

    Its attributes are the response's: `modified_post`, `rejection_reason`, `response`, `error` and
    so on, as models and plain values, None where there is none.
    """

    def __init__(self, hook_name: str, response: Any) -> None:
        self.hook_name = hook_name
        self.proto = response

    def __getattr__(self, name: str) -> Any:
        field = self.proto.DESCRIPTOR.fields_by_name.get(name)
        if field is None:
            known = ", ".join(self.proto.DESCRIPTOR.fields_by_name) or "nothing"
            raise AttributeError(f"the answer to {self.hook_name} has no {name!r}; it has {known}")
        value = getattr(self.proto, name)
        if field.message_type is None:
            return value if isinstance(value, (str, bytes, int, float)) else list(value)
        model = registry[field.message_type.name]
        if hasattr(value, "add"):
            return [model.from_proto(item) for item in value]
        return model.from_proto(value) if self.proto.HasField(name) else None

    def __repr__(self) -> str:
        names = [field.name for field, _ in self.proto.ListFields()]
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"<HookAnswer of {self.hook_name}: {values or 'nothing'}>"


class UploadAnswer(NamedTuple):
    """What a plugin made of an uploaded file.

    Attributes:
        rejection_reason: why it is refused, empty if it is not.
        modified_file_info: what shall be kept about it instead, None to leave it as it is.
        modified_content: what shall be stored instead, None to leave it as it is.
    """

    rejection_reason: str
    modified_file_info: Optional[FileInfo]
    modified_content: Optional[bytes]


class _AbortedError(Exception):
    def __init__(self, code: Any, details: str) -> None:
        super().__init__(details)
        self.code = code


class _Context:
    """As much of gRPC's context as hooks need."""

    takes_status = True

    async def abort(self, code: Any, details: str = "", trailers: Any = ()) -> None:
        raise _AbortedError(code, details)

    def time_remaining(self) -> Optional[float]:
        return None


class PluginHarness(People, Generic[P]):
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
        if name in _HTTP_HOOKS:
            raise TypeError(f"{name} is a stream: use request, stream or astream")
        if name == HookName.ServeWebSocket:
            raise TypeError(f"{name} is a stream: use web_socket or aweb_socket")
        if name == HookName.FileWillBeUploadedStream:
            raise TypeError(f"{name} is a stream: use upload or aupload")
        request = _request(name, args)
        try:
            response = await getattr(self._servicer, name)(request, _Context())
        except _AbortedError as aborted:
            cause = aborted.__context__
            raise HookFailedError(name, str(aborted), aborted.code) from cause
        return HookAnswer(name, type(response).FromString(response.SerializeToString()))

    def request(
        self,
        method: str,
        url: str,
        *,
        body: Body = b"",
        headers: Optional[Headers] = None,
        user_id: str = "",
        hook: Union[HookName, str] = HookName.ServeHTTP,
    ) -> HTTPAnswer:
        """Send an HTTP request to the plugin, and wait for the whole answer.

        Raises `HookFailedError` where the host would break the answer off.

        Args:
            method: the method, such as GET.
            url: path and query below the plugin's own address.
            body: the body, at once or in parts.
            headers: each header with its value or values.
            user_id: the user who is logged in.
            hook: the hook that answers, ServeHTTP or ServeMetrics.
        """
        answer = self.stream(method, url, body=body, headers=headers, user_id=user_id, hook=hook)
        try:
            _ = answer.body
        finally:
            answer.close()
        return answer

    def stream(
        self,
        method: str,
        url: str,
        *,
        body: Body = b"",
        headers: Optional[Headers] = None,
        user_id: str = "",
        hook: Union[HookName, str] = HookName.ServeHTTP,
    ) -> HTTPAnswer:
        """Send an HTTP request to the plugin, and wait until the answer begins.

        Coroutines of the plugin go on only while a part of the answer is waited for.
        """
        answer = self.astream(method, url, body=body, headers=headers, user_id=user_id, hook=hook)
        return HTTPAnswer(answer, self._run)

    def astream(
        self,
        method: str,
        url: str,
        *,
        body: Body = b"",
        headers: Optional[Headers] = None,
        user_id: str = "",
        hook: Union[HookName, str] = HookName.ServeHTTP,
    ) -> AsyncHTTPAnswer:
        """Do what `stream` does, in a running event loop; for `async with`."""
        plugin_id = self.plugin.config.plugin_id if self.plugin.config else ""
        first = first_message(method, url, headers, plugin_id, user_id, body)
        return AsyncHTTPAnswer(self._answer(hook_named(hook).value, messages(first, body)))

    async def _answer(self, hook: str, requests: AsyncIterator[Any]) -> AsyncIterator[Any]:
        if hook not in _HTTP_HOOKS and hook != HookName.ServeWebSocket:
            raise TypeError(f"{hook} answers no HTTP requests: use call or acall")
        answers = getattr(self._servicer, hook)(requests, _Context())
        try:
            async for message in answers:
                yield message
        except _AbortedError as aborted:
            cause = aborted.__context__
            raise HookFailedError(hook, str(aborted), aborted.code) from cause
        finally:
            await cast(Any, answers).aclose()

    def web_socket(
        self,
        url: str,
        *,
        protocols: Sequence[str] = (),
        headers: Optional[Headers] = None,
        user_id: str = "",
    ) -> ClientSocket:
        """Return a client's WebSocket to the plugin, for `with`.

        Args:
            url: path and query below the plugin's own address.
            protocols: what the client speaks, its favourite first.
            headers: each header with its value or values.
            user_id: the user who is logged in.
        """
        socket = self.aweb_socket(url, protocols=protocols, headers=headers, user_id=user_id)
        return ClientSocket(socket, self._run)

    def aweb_socket(
        self,
        url: str,
        *,
        protocols: Sequence[str] = (),
        headers: Optional[Headers] = None,
        user_id: str = "",
    ) -> AsyncClientSocket:
        """Do what `web_socket` does, in a running event loop; for `async with`."""
        plugin_id = self.plugin.config.plugin_id if self.plugin.config else ""
        told: Dict[str, Any] = {"Upgrade": "websocket", **(headers or {})}
        if protocols:
            told["Sec-WebSocket-Protocol"] = ", ".join(protocols)
        init = first_message("GET", url, told, plugin_id, user_id, b"").init
        return AsyncClientSocket(
            init, lambda requests: self._answer(HookName.ServeWebSocket.value, requests)
        )

    def upload(self, file: Union[FileInfo, Dict[str, Any]], content: Body = b"") -> UploadAnswer:
        """Have the plugin look at an uploaded file, as a stream.

        Raises `HookFailedError` where the host would pass the plugin over.

        Args:
            file: what is known of the file.
            content: its content, at once or in parts.
        """
        return self._run(self.aupload(file, content))

    async def aupload(
        self, file: Union[FileInfo, Dict[str, Any]], content: Body = b""
    ) -> UploadAnswer:
        """Do what `upload` does, in a running event loop."""
        first = StreamedUploadRequest()
        first.init.plugin_context.SetInParent()
        first.init.file_info.CopyFrom(FileInfo._message_of(file))
        answers = self._servicer.FileWillBeUploadedStream(
            body_messages(StreamedUploadRequest, first, content), _Context()
        )
        parts: List[bytes] = []
        verdict = UploadVerdict()
        try:
            async for message in answers:
                parts.append(message.body_chunk)
                verdict = message.verdict
        except _AbortedError as aborted:
            hook = HookName.FileWillBeUploadedStream.value
            raise HookFailedError(hook, str(aborted), aborted.code) from aborted.__context__
        finally:
            await cast(Any, answers).aclose()
        has_info = verdict.HasField("modified_file_info")
        return UploadAnswer(
            verdict.rejection_reason,
            FileInfo.from_proto(verdict.modified_file_info) if has_info else None,
            b"".join(parts) if verdict.content_replaced else None,
        )

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


def _request(hook: str, args: Any) -> Any:
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


__all__ = [
    "ApiCall",
    "AsyncClientSocket",
    "AsyncHTTPAnswer",
    "ClientSocket",
    "FakeApi",
    "FakeHost",
    "HTTPAnswer",
    "HookAnswer",
    "HookFailedError",
    "PluginHarness",
    "UploadAnswer",
    "WebSocketRefusedError",
]
