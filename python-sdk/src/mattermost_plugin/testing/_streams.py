"""What a test sends to a plugin as streams: HTTP requests, WebSockets, uploads."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
    AsyncIterator,
    Coroutine,
    Dict,
    Generic,
    List,
    Optional,
    Sequence,
    TypeVar,
    Union,
    cast,
)

from mattermost_plugin._generated.hook_names import HookName
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
from mattermost_plugin._internal.fake_websocket import AsyncClientSocket, ClientSocket
from mattermost_plugin.grpc.hooks_extension_pb2 import StreamedUploadRequest, UploadVerdict
from mattermost_plugin.hooks import hook_named
from mattermost_plugin.models import FileInfo
from mattermost_plugin.plugin import Plugin
from mattermost_plugin.testing._answers import HookFailedError, UploadAnswer
from mattermost_plugin.testing._calls import AbortedError, Context

if TYPE_CHECKING:
    from mattermost_plugin.servicers.hooks_servicer import PluginHooksServicerImpl

P = TypeVar("P", bound=Plugin)
T = TypeVar("T")

HTTP_HOOKS = (HookName.ServeHTTP, HookName.ServeMetrics)


class Streams(People, Generic[P]):
    """The streams of a harness."""

    plugin: P
    _servicer: PluginHooksServicerImpl

    def _run(self, work: Coroutine[Any, Any, T]) -> T:
        raise NotImplementedError

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
        if hook not in HTTP_HOOKS and hook != HookName.ServeWebSocket:
            raise TypeError(f"{hook} answers no HTTP requests: use call or acall")
        answers = getattr(self._servicer, hook)(requests, Context())
        try:
            async for message in answers:
                yield message
        except AbortedError as aborted:
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
            body_messages(StreamedUploadRequest, first, content), Context()
        )
        parts: List[bytes] = []
        verdict = UploadVerdict()
        try:
            async for message in answers:
                parts.append(message.body_chunk)
                verdict = message.verdict
        except AbortedError as aborted:
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
