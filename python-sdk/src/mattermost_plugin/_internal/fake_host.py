"""A host's answers where no host is: empty ones, but for what was given to it."""

from __future__ import annotations

import json
from typing import Any, Callable, Dict, Iterator, Mapping, MutableMapping, Optional, Tuple

from google.protobuf.message import Message

from mattermost_plugin._internal.clock import Clock
from mattermost_plugin._internal.methods import Method

# What the host of the same name has; one suite of tests runs on both.
_LONGEST_KEY = 150
_LARGEST_VALUE = 1 << 20
_LARGEST_PAGE = 10_000
_OF_THE_HOST = "mmi_"


class HostError(Exception):
    """The host answers a call with an error."""

    def __init__(self, status: int, error_id: str, message: str) -> None:
        super().__init__(message)
        self._values = {"status_code": status, "id": error_id, "message": message}

    def fill(self, response: Any) -> None:
        """Make the error a response's."""
        response.Clear()
        for name, value in self._values.items():
            setattr(response.error, name, value)


class Entries(MutableMapping[str, bytes]):
    """The keys of a plugin that have not expired, with their values."""

    def __init__(self, clock: Callable[[], Clock]) -> None:
        self._clock = clock
        self._kept: Dict[str, Tuple[bytes, float]] = {}

    def _lasts(self, key: str) -> bool:
        until = self._kept[key][1]
        return not until or until > self._clock().now()

    def put(self, key: str, value: bytes, seconds: int) -> None:
        """Keep a value for a time, for ever where that is 0; an empty one is deleted."""
        if value:
            until = self._clock().now() + seconds if seconds else 0.0
            self._kept[key] = value, until
        else:
            self._kept.pop(key, None)

    def __getitem__(self, key: str) -> bytes:
        if key not in self._kept or not self._lasts(key):
            raise KeyError(key)
        return self._kept[key][0]

    def __setitem__(self, key: str, value: bytes) -> None:
        self.put(key, value, 0)

    def __delitem__(self, key: str) -> None:
        del self._kept[key]

    def __iter__(self) -> Iterator[str]:
        return iter([key for key in sorted(self._kept) if self._lasts(key)])

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __repr__(self) -> str:
        return repr(dict(self))


class FakeTransport:
    """Answers calls of the API within the process.

    What was stored under a key is found there again, within the limits that hosts have. What is
    created or updated comes back as it was given. Everything else is answered by nothing in
    particular.
    """

    failures = ()

    def __init__(self, clock: Optional[Clock] = None) -> None:
        self.clock = clock or Clock()
        self.stored = Entries(lambda: self.clock)
        self.defaults: Dict[str, Any] = {}
        self.saved: Dict[str, Any] = {}
        self.bundle_path = ""

    def close(self) -> None:
        """Do nothing."""

    def call(self, method: Method[Any], request: Message, timeout: Optional[float]) -> Any:
        """Return the response."""
        response: Any = method.response.FromString(b"")
        answer = getattr(self, "_" + method.name, None)
        try:
            if answer is not None:
                answer(request, response)
            elif method.required:
                self._echo(request, getattr(response, method.required))
        except HostError as error:
            error.fill(response)
        return response

    @staticmethod
    def _echo(request: Message, target: Any) -> None:
        if isinstance(target, Message):
            target.SetInParent()
            for field, value in request.ListFields():
                if field.message_type is target.DESCRIPTOR and isinstance(value, Message):
                    target.CopyFrom(value)
                    return

    @staticmethod
    def _check(key: str, value: bytes = b"", seconds: int = 0) -> None:
        if not 1 <= len(key) <= _LONGEST_KEY:
            raise HostError(
                400,
                "model.plugin_key_value.is_valid.key.app_error",
                f"a key has 1 to {_LONGEST_KEY} characters, not {len(key)}",
            )
        if len(value) > _LARGEST_VALUE:
            raise HostError(
                413,
                "model.plugin_key_value.is_valid.value.app_error",
                f"a value has at most {_LARGEST_VALUE} bytes, not {len(value)}",
            )
        if seconds < 0:
            raise HostError(
                400,
                "model.plugin_kvset_options.is_valid.expire.app_error",
                "an entry cannot expire before it is stored",
            )

    def _put_if(self, key: str, old: bytes, value: bytes, seconds: int = 0) -> bool:
        self._check(key, value, seconds)
        if self.stored.get(key, b"") != old:
            return False
        self.stored.put(key, value, seconds)
        return True

    def _KVSet(self, request: Any, response: Any) -> None:  # noqa: N802 - the contract's names
        self._check(request.key, request.value)
        self.stored.put(request.key, request.value, 0)

    def _KVSetWithExpiry(self, request: Any, response: Any) -> None:  # noqa: N802
        self._check(request.key, request.value, request.expire_in_seconds)
        self.stored.put(request.key, request.value, request.expire_in_seconds)

    def _KVGet(self, request: Any, response: Any) -> None:  # noqa: N802
        self._check(request.key)
        response.value = self.stored.get(request.key, b"")

    def _KVDelete(self, request: Any, response: Any) -> None:  # noqa: N802
        self._check(request.key)
        self.stored.pop(request.key, None)

    def _KVDeleteAll(self, request: Any, response: Any) -> None:  # noqa: N802
        self.stored.clear()

    def _KVList(self, request: Any, response: Any) -> None:  # noqa: N802
        size = request.per_page or 60
        if request.page < 0 or not 0 < size <= _LARGEST_PAGE:
            raise HostError(400, "api.context.invalid_url_param.app_error", "no such page")
        names = [key for key in self.stored if not key.startswith(_OF_THE_HOST)]
        response.keys.extend(names[request.page * size : (request.page + 1) * size])

    def _KVCompareAndSet(self, request: Any, response: Any) -> None:  # noqa: N802
        response.success = self._put_if(request.key, request.old_value, request.new_value)

    def _KVCompareAndDelete(self, request: Any, response: Any) -> None:  # noqa: N802
        # Nothing never is what is expected.
        there = bool(request.old_value)
        response.success = there and self._put_if(request.key, request.old_value, b"")

    def _KVSetWithOptions(self, request: Any, response: Any) -> None:  # noqa: N802
        options = request.options
        response.success = True
        if options.atomic:
            response.success = self._put_if(
                request.key, options.old_value, request.value, options.expire_in_seconds
            )
            return
        if options.old_value:
            raise HostError(
                400,
                "model.plugin_kvset_options.is_valid.old_value.app_error",
                "an expected value needs an atomic write",
            )
        self._check(request.key, request.value, options.expire_in_seconds)
        self.stored.put(request.key, request.value, options.expire_in_seconds)

    def _LoadPluginConfiguration(self, request: Any, response: Any) -> None:  # noqa: N802
        response.config_json = json.dumps({**self.defaults, **self.saved}).encode()

    def _GetPluginConfig(self, request: Any, response: Any) -> None:  # noqa: N802
        response.config.update(self.saved)

    def _SavePluginConfig(self, request: Any, response: Any) -> None:  # noqa: N802
        from mattermost_plugin._internal.values import StructView

        self.save(StructView(request.config).copy())

    def save(self, settings: Mapping[str, Any]) -> None:
        """Keep settings in place of all that were saved, by lower-case key."""
        self.saved = {key.lower(): value for key, value in settings.items() if value is not None}

    def _GetBundlePath(self, request: Any, response: Any) -> None:  # noqa: N802
        response.path = self.bundle_path
