"""What a host gets of a plugin, as tests see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Optional

from mattermost_plugin._internal.model import registry
from mattermost_plugin._internal.status import Status, grpc_code
from mattermost_plugin.exceptions import PluginAPIError
from mattermost_plugin.models import FileInfo

if TYPE_CHECKING:
    import grpc


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
