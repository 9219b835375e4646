"""Uploaded files and what a plugin makes of them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Optional

from mattermost_plugin._generated import models as _models
from mattermost_plugin._generated.hook_names import HookName
from mattermost_plugin._internal.exchange import Exchange
from mattermost_plugin._internal.lazy import LazyModule
from mattermost_plugin._internal.results import Rejectable
from mattermost_plugin._internal.servicer import abort
from mattermost_plugin.plugin import Plugin

if TYPE_CHECKING:
    from mattermost_plugin.grpc import hooks_extension_pb2
    from mattermost_plugin.grpc.hooks_extension_pb2 import (
        StreamedUploadRequest,
        StreamedUploadResponse,
    )
    from mattermost_plugin.servicers import uploads as _uploads
else:
    hooks_extension_pb2 = LazyModule("mattermost_plugin.grpc.hooks_extension_pb2")
    _uploads = LazyModule("mattermost_plugin.servicers.uploads")


@functools.cache
def _verdict() -> Rejectable[hooks_extension_pb2.UploadVerdict]:
    return Rejectable(
        HookName.FileWillBeUploadedStream.value,
        hooks_extension_pb2.UploadVerdict,
        ("modified_file_info", _models.FileInfo),
    )


class UploadExchange(Exchange):
    """One uploaded file and what the plugin makes of it."""

    def __init__(self, plugin: Plugin, hook: HookName, first: StreamedUploadRequest) -> None:
        super().__init__(hook, first)
        self._plugin = plugin
        self._upload = _uploads.FileUpload(self.incoming, self.outgoing)
        self._verdict = hooks_extension_pb2.UploadVerdict()
        init = first.init
        #: The handler's.
        self.args = (
            _models.PluginContext._wrap(init.plugin_context),
            _models.FileInfo._wrap(init.file_info),
            self._upload,
        )

    def ended(self, result: Any, error: Optional[BaseException]) -> None:
        if error is None:
            try:
                self._verdict = _verdict().encode(result)
                self._verdict.content_replaced = self._upload.replaced
            except TypeError as wrong:
                error = wrong
        super().ended(result, error)

    async def next(self, context: Any) -> StreamedUploadResponse:
        """Return the next message of the answer."""
        piece = await self.take(context)
        if piece is not None:
            kind = hooks_extension_pb2.StreamedUploadResponse
            message: StreamedUploadResponse = self.message(context, kind, piece)
            return message
        self.complete = True
        error = self.outgoing.error
        if error is not None:
            self._plugin.logger.error("%s failed", self.hook, exc_info=error)
            await abort(context, self.hook, error)
        return hooks_extension_pb2.StreamedUploadResponse(verdict=self._verdict)
