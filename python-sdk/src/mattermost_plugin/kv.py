"""A plugin's own key-value store, for values of Python's types.

```python
self.kv.set("greeting", {"text": "hello"}, expires=timedelta(days=1))
votes = self.kv.update("votes", lambda votes: votes + 1, default=0)
poll = self.kv.namespace("polls").get(poll_id, type=Poll)
```

Values are kept as JSON, so that they can be read by others, too. A type says how they are read:
any dataclass, model, enumeration, `datetime` and what `typing` makes of these.
"""

from __future__ import annotations

import json
import math
import random
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Callable, List, Optional, Tuple, Type, TypeVar, overload

from mattermost_plugin._internal.both import BlockingWay, Way, now
from mattermost_plugin._internal.typed import from_json, to_json

if TYPE_CHECKING:
    from mattermost_plugin._generated.api import Api
    from mattermost_plugin._generated.async_api import AsyncApi

T = TypeVar("T")

#: Keys that begin so are the SDK's, and a host's of the field; lists leave them out.
RESERVED = ("mutex_", "cron_", "once_", "krait_", "mmi_")

# All hosts give that many keys at once.
_PAGE = 1000

_FIRST_PAUSE = 0.01
_LONGEST_PAUSE = 0.25


class _Delete:
    def __repr__(self) -> str:
        return "DELETE"


#: Returned by the function of an `update`, it deletes the key.
DELETE: Any = _Delete()


class UpdateConflictError(Exception):
    """Others changed a value each time when it was to be updated."""


class _Core:
    """What both kinds of store do, written once."""

    def __init__(self, way: Way, prefix: str) -> None:
        self.way = way
        self.prefix = prefix

    async def read(self, key: str, default: Any, kind: Any) -> Any:
        return self._decode(key, await self.way.api.kv_get(self.prefix + key), default, kind)

    def _decode(self, key: str, stored: Optional[bytes], default: Any, kind: Any) -> Any:
        if not stored:
            return default
        name = f"the value of {self.prefix + key!r}"
        try:
            value = json.loads(stored)
        except ValueError:
            raise ValueError(f"{name} is no JSON; read it by api.kv_get") from None
        return from_json(value, kind, name)

    @staticmethod
    def _encode(value: Any) -> bytes:
        if value is None:
            raise TypeError("None is what is read where nothing is; use delete to delete a key")
        if value is DELETE:
            return b""
        text = json.dumps(to_json(value), ensure_ascii=False, separators=(",", ":"))
        return text.encode("utf-8", "surrogatepass")

    async def write(self, key: str, value: Any, expires: Optional[timedelta]) -> None:
        options = {"expire_in_seconds": seconds_of(expires)}
        await self.way.api.kv_set_with_options(self.prefix + key, self._encode(value), options)

    async def write_if(
        self, key: str, old: Optional[bytes], value: Any, expires: Optional[timedelta]
    ) -> bool:
        new = self._encode(value)
        if not new and not old:
            # Nothing is there, and nothing shall be.
            return True
        return await self.way.api.kv_set_with_options(
            self.prefix + key,
            new,
            {"atomic": True, "old_value": old or b"", "expire_in_seconds": seconds_of(expires)},
        )

    async def add(self, key: str, value: Any, expires: Optional[timedelta]) -> bool:
        return await self.write_if(key, None, value, expires)

    async def replace(self, key: str, old: Any, value: Any, expires: Optional[timedelta]) -> bool:
        stored = await self.way.api.kv_get(self.prefix + key)
        # It may have been written with other spaces, or its keys in another order.
        if not stored or json.loads(stored) != json.loads(self._encode(old)):
            return False
        return await self.write_if(key, stored, value, expires)

    async def update(
        self,
        key: str,
        function: Callable[[Any], Any],
        default: Any,
        kind: Any,
        expires: Optional[timedelta],
        tries: int,
    ) -> Any:
        pause = _FIRST_PAUSE
        for left in range(tries - 1, -1, -1):
            stored = await self.way.api.kv_get(self.prefix + key)
            value = function(self._decode(key, stored, _fresh(default), kind))
            if value is None:
                raise TypeError(
                    f"the function that updates {key!r} returned None; it must return"
                    " the new value, or kv.DELETE"
                )
            if await self.write_if(key, stored, value, expires):
                return None if value is DELETE else value
            if left:
                await self.way.sleep(pause * (0.5 + random.random()))
                pause = min(pause * 1.5, _LONGEST_PAUSE)
        raise UpdateConflictError(f"{key!r} was changed by others {tries} times in a row")

    async def delete(self, key: str) -> None:
        await self.way.api.kv_delete(self.prefix + key)

    async def keys(self, prefix: str) -> List[str]:
        whole = self.prefix + prefix
        found = set()
        page = 0
        while True:
            names = await self.way.api.kv_list(page=page, per_page=_PAGE)
            for name in names:
                if name.startswith(whole) and (whole or not name.startswith(RESERVED)):
                    found.add(name[len(self.prefix) :])
            if len(names) < _PAGE:
                return sorted(found)
            page += 1

    async def items(self, prefix: str, kind: Any) -> List[Tuple[str, Any]]:
        missing = object()
        found = []
        for key in await self.keys(prefix):
            value = await self.read(key, missing, kind)
            # It may have been deleted meanwhile.
            if value is not missing:
                found.append((key, value))
        return found

    async def clear(self, prefix: str) -> None:
        for key in await self.keys(prefix):
            await self.delete(key)


def seconds_of(expires: Optional[timedelta]) -> int:
    """Return the whole seconds that a host takes, 0 for never."""
    if expires is None:
        return 0
    seconds = math.ceil(expires.total_seconds())
    if seconds <= 0:
        raise ValueError(f"a value cannot expire after {expires}")
    return seconds


def _fresh(default: Any) -> Any:
    # The function may change what it gets, which no other call is to see.
    return json.loads(json.dumps(default)) if isinstance(default, (dict, list)) else default


class KVStore:
    """A plugin's keys and values; safe for use from several threads.

    Without a `type` values come back as JSON has them. What is stored under a key but cannot be
    read as that type raises ValueError.

    Args:
        api: the host's API.
        prefix: what the keys of this part of the store begin with, for the host.
    """

    def __init__(self, api: Api, prefix: str = "") -> None:
        self._core = _Core(BlockingWay(api), prefix)
        self._api = api

    def namespace(self, name: str) -> KVStore:
        """Return the part of the store whose keys begin with `name` and a slash."""
        return KVStore(self._api, f"{self._core.prefix}{name}/")

    @overload
    def get(self, key: str, default: Any = None) -> Any: ...
    @overload
    def get(self, key: str, default: None = None, *, type: Type[T]) -> Optional[T]: ...
    @overload
    def get(self, key: str, default: T, *, type: Type[T]) -> T: ...
    def get(self, key: str, default: Any = None, *, type: Any = Any) -> Any:
        """Return the value of a key, `default` where there is none."""
        return now(self._core.read(key, default, type))

    def set(self, key: str, value: Any, *, expires: Optional[timedelta] = None) -> None:
        """Store a value; after `expires` it is gone, without it stays."""
        now(self._core.write(key, value, expires))

    def add(self, key: str, value: Any, *, expires: Optional[timedelta] = None) -> bool:
        """Store a value unless there is one; return whether it was stored."""
        return now(self._core.add(key, value, expires))

    def replace(
        self, key: str, old: Any, value: Any, *, expires: Optional[timedelta] = None
    ) -> bool:
        """Store a value if the present one is `old`; return whether it was stored."""
        return now(self._core.replace(key, old, value, expires))

    @overload
    def update(
        self,
        key: str,
        function: Callable[[Any], Any],
        *,
        default: Any = None,
        expires: Optional[timedelta] = None,
        tries: int = 25,
    ) -> Any: ...
    @overload
    def update(
        self,
        key: str,
        function: Callable[[T], T],
        *,
        default: T,
        type: Type[T],
        expires: Optional[timedelta] = None,
        tries: int = 25,
    ) -> T: ...
    @overload
    def update(
        self,
        key: str,
        function: Callable[[Optional[T]], T],
        *,
        default: None = None,
        type: Type[T],
        expires: Optional[timedelta] = None,
        tries: int = 25,
    ) -> T: ...
    def update(
        self,
        key: str,
        function: Callable[[Any], Any],
        *,
        default: Any = None,
        type: Any = Any,
        expires: Optional[timedelta] = None,
        tries: int = 25,
    ) -> Any:
        """Replace a value by what `function` makes of it, and return that.

        Nobody's change is lost: where another one stores a value meanwhile the function is called
        again, with the new value, so it should do nothing else. It gets `default` where there is
        no value, and may return `DELETE`. A value that expires does so only if `expires` is given
        here, too. Raises `UpdateConflictError` after `tries` vain tries.
        """
        return now(self._core.update(key, function, default, type, expires, tries))

    def delete(self, key: str) -> None:
        """Delete a key, if it is there."""
        now(self._core.delete(key))

    def keys(self, prefix: str = "") -> List[str]:
        """Return the keys that begin with `prefix`, in order."""
        return now(self._core.keys(prefix))

    @overload
    def items(self, prefix: str = "") -> List[Tuple[str, Any]]: ...
    @overload
    def items(self, prefix: str = "", *, type: Type[T]) -> List[Tuple[str, T]]: ...
    def items(self, prefix: str = "", *, type: Any = Any) -> List[Tuple[str, Any]]:
        """Return the keys that begin with `prefix`, in order, with their values."""
        return now(self._core.items(prefix, type))

    def clear(self, prefix: str = "") -> None:
        """Delete all keys that begin with `prefix`."""
        now(self._core.clear(prefix))


class AsyncKVStore:
    """A plugin's keys and values, as `KVStore` has them, for coroutines."""

    def __init__(self, api: AsyncApi, prefix: str = "") -> None:
        self._core = _Core(Way(api), prefix)
        self._api = api

    def namespace(self, name: str) -> AsyncKVStore:
        """Return the part of the store whose keys begin with `name` and a slash."""
        return AsyncKVStore(self._api, f"{self._core.prefix}{name}/")

    @overload
    async def get(self, key: str, default: Any = None) -> Any: ...
    @overload
    async def get(self, key: str, default: None = None, *, type: Type[T]) -> Optional[T]: ...
    @overload
    async def get(self, key: str, default: T, *, type: Type[T]) -> T: ...
    async def get(self, key: str, default: Any = None, *, type: Any = Any) -> Any:
        """Return the value of a key, `default` where there is none."""
        return await self._core.read(key, default, type)

    async def set(self, key: str, value: Any, *, expires: Optional[timedelta] = None) -> None:
        """Store a value; after `expires` it is gone, without it stays."""
        await self._core.write(key, value, expires)

    async def add(self, key: str, value: Any, *, expires: Optional[timedelta] = None) -> bool:
        """Store a value unless there is one; return whether it was stored."""
        return await self._core.add(key, value, expires)

    async def replace(
        self, key: str, old: Any, value: Any, *, expires: Optional[timedelta] = None
    ) -> bool:
        """Store a value if the present one is `old`; return whether it was stored."""
        return await self._core.replace(key, old, value, expires)

    @overload
    async def update(
        self,
        key: str,
        function: Callable[[Any], Any],
        *,
        default: Any = None,
        expires: Optional[timedelta] = None,
        tries: int = 25,
    ) -> Any: ...
    @overload
    async def update(
        self,
        key: str,
        function: Callable[[T], T],
        *,
        default: T,
        type: Type[T],
        expires: Optional[timedelta] = None,
        tries: int = 25,
    ) -> T: ...
    @overload
    async def update(
        self,
        key: str,
        function: Callable[[Optional[T]], T],
        *,
        default: None = None,
        type: Type[T],
        expires: Optional[timedelta] = None,
        tries: int = 25,
    ) -> T: ...
    async def update(
        self,
        key: str,
        function: Callable[[Any], Any],
        *,
        default: Any = None,
        type: Any = Any,
        expires: Optional[timedelta] = None,
        tries: int = 25,
    ) -> Any:
        """Replace a value by what `function`, a plain one, makes of it: see `KVStore.update`."""
        return await self._core.update(key, function, default, type, expires, tries)

    async def delete(self, key: str) -> None:
        """Delete a key, if it is there."""
        await self._core.delete(key)

    async def keys(self, prefix: str = "") -> List[str]:
        """Return the keys that begin with `prefix`, in order."""
        return await self._core.keys(prefix)

    @overload
    async def items(self, prefix: str = "") -> List[Tuple[str, Any]]: ...
    @overload
    async def items(self, prefix: str = "", *, type: Type[T]) -> List[Tuple[str, T]]: ...
    async def items(self, prefix: str = "", *, type: Any = Any) -> List[Tuple[str, Any]]:
        """Return the keys that begin with `prefix`, in order, with their values."""
        return await self._core.items(prefix, type)

    async def clear(self, prefix: str = "") -> None:
        """Delete all keys that begin with `prefix`."""
        await self._core.clear(prefix)


__all__ = ["DELETE", "AsyncKVStore", "KVStore", "UpdateConflictError"]
