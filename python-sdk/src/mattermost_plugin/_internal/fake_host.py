"""A host's answers where no host is: empty ones, but for what was given to it."""

from __future__ import annotations

from typing import Any, Dict, Optional

from google.protobuf.message import Message

from mattermost_plugin._internal.methods import Method


class FakeTransport:
    """Answers calls of the API within the process.

    What was stored under a key is found there again. What is created or updated comes back as it
    was given. Everything else is answered by nothing in particular.
    """

    failures = ()

    def __init__(self) -> None:
        self.stored: Dict[str, bytes] = {}

    def close(self) -> None:
        """Do nothing."""

    def call(self, method: Method[Any], request: Message, timeout: Optional[float]) -> Any:
        """Return the response."""
        response: Any = method.response.FromString(b"")
        if method.name.startswith("KV"):
            answer = getattr(self, "_" + method.name, None)
            if answer is not None:
                answer(request, response)
        elif method.required:
            self._echo(request, getattr(response, method.required))
        return response

    @staticmethod
    def _echo(request: Message, target: Any) -> None:
        if isinstance(target, Message):
            target.SetInParent()
            for field, value in request.ListFields():
                if field.message_type is target.DESCRIPTOR and isinstance(value, Message):
                    target.CopyFrom(value)
                    return

    def _put(self, key: str, value: bytes) -> None:
        if value:
            self.stored[key] = value
        else:
            self.stored.pop(key, None)

    def _put_if(self, key: str, old: bytes, value: bytes) -> bool:
        if self.stored.get(key, b"") != old:
            return False
        self._put(key, value)
        return True

    def _KVSet(self, request: Any, response: Any) -> None:  # noqa: N802 - the contract's names
        self._put(request.key, request.value)

    _KVSetWithExpiry = _KVSet

    def _KVGet(self, request: Any, response: Any) -> None:  # noqa: N802
        response.value = self.stored.get(request.key, b"")

    def _KVDelete(self, request: Any, response: Any) -> None:  # noqa: N802
        self.stored.pop(request.key, None)

    def _KVDeleteAll(self, request: Any, response: Any) -> None:  # noqa: N802
        self.stored.clear()

    def _KVList(self, request: Any, response: Any) -> None:  # noqa: N802
        start = request.page * request.per_page
        response.keys.extend(sorted(self.stored)[start : start + request.per_page])

    def _KVCompareAndSet(self, request: Any, response: Any) -> None:  # noqa: N802
        response.success = self._put_if(request.key, request.old_value, request.new_value)

    def _KVCompareAndDelete(self, request: Any, response: Any) -> None:  # noqa: N802
        response.success = self._put_if(request.key, request.old_value, b"")

    def _KVSetWithOptions(self, request: Any, response: Any) -> None:  # noqa: N802
        response.success = True
        if request.options.atomic:
            old = request.options.old_value
            response.success = self._put_if(request.key, old, request.value)
        else:
            self._put(request.key, request.value)
