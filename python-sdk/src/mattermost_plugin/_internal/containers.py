"""Lists and maps inside a message, of plain values and of models.

Like the views of JSON, each holds a protobuf container and nothing else: reading and writing happen
in the message itself.
"""

from __future__ import annotations

from typing import Any, Dict, Iterable, Iterator, List, MutableMapping, Tuple, TypeVar, overload

from google.protobuf.message import Message

from mattermost_plugin._internal.model import Model
from mattermost_plugin._internal.values import HeldList, ListView, MapView, hold, plain

T = TypeVar("T")
AnyModel = TypeVar("AnyModel", bound=Model[Any])


class ScalarList(HeldList[T]):
    """A list of plain values inside a message."""

    __slots__ = ("_items",)

    def __init__(self, items: Any) -> None:
        self._items = items
        self._refill()

    def _refill(self) -> None:
        hold(self, self._items)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> List[T]: ...
    def __getitem__(self, index: Any) -> Any:
        return self._items[index]

    def __setitem__(self, index: Any, value: Any) -> None:
        self._items[index] = value
        self._refill()

    def __delitem__(self, index: Any) -> None:
        del self._items[index]
        self._refill()

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[T]:
        return iter(self._items)

    def __contains__(self, value: object) -> bool:
        return value in self._items

    def insert(self, index: int, value: T) -> None:
        """Insert `value` before `index`."""
        self._items.insert(index, value)
        self._refill()

    def append(self, value: T) -> None:
        """Add `value` at the end."""
        self._items.append(value)
        self._refill()

    def extend(self, values: Iterable[T]) -> None:
        """Add all `values` at the end."""
        self._items.extend(list(values))
        self._refill()


class ModelList(ListView[AnyModel]):
    """A list of models inside a message. What is added is copied into the message."""

    __slots__ = ("_items", "_model")

    def __init__(self, items: Any, model: type[AnyModel]) -> None:
        self._items = items
        self._model = model

    @overload
    def __getitem__(self, index: int) -> AnyModel: ...
    @overload
    def __getitem__(self, index: slice) -> List[AnyModel]: ...
    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self._model._wrap(item) for item in self._items[index]]
        return self._model._wrap(self._items[index])

    def __setitem__(self, index: Any, value: Any) -> None:
        # Copies, as clearing the container empties the messages that it owns.
        items: List[Any] = [_copy(item) for item in self._items]
        if isinstance(index, slice):
            items[index] = [_copy(self._model._message_of(item)) for item in value]
        else:
            items[index] = _copy(self._model._message_of(value))
        del self._items[:]
        self._items.extend(items)

    def __delitem__(self, index: Any) -> None:
        del self._items[index]

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[AnyModel]:
        return map(self._model._wrap, self._items)

    def __getattr__(self, name: str) -> Any:
        # `post.participants.add(...)`, as code written for the protobuf message says it.
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._items, name)

    def insert(self, index: int, value: Any) -> None:
        """Insert a copy of `value` before `index`."""
        if index >= len(self):
            self.append(value)
        else:
            self[index:index] = [value]

    def append(self, value: Any) -> None:
        """Add a copy of `value` at the end."""
        self._items.append(self._model._message_of(value))

    def extend(self, values: Iterable[Any]) -> None:
        """Add copies of all `values` at the end."""
        self._items.extend([self._model._message_of(value) for value in values])


class _Map(MutableMapping[str, T]):
    """What the map views share."""

    __slots__ = ()

    _items: Any

    def __init__(self, items: Any) -> None:
        self._items = items

    def _check(self, key: str) -> None:
        # Asking protobuf's map for a key that it lacks would add it.
        if key not in self._items:
            raise KeyError(key)

    def __delitem__(self, key: str) -> None:
        self._check(key)
        del self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key in self._items

    def __repr__(self) -> str:
        return repr(dict(self))

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._items, name)

    def __deepcopy__(self, memo: Any) -> Dict[str, Any]:
        return self._to_plain()

    def __reduce__(self) -> Tuple[Any, ...]:
        return dict, (dict(self),)

    def copy(self) -> Dict[str, T]:
        """Return a plain dict with the same entries."""
        return dict(self)

    def _to_plain(self) -> Dict[str, Any]:
        return {key: plain(value) for key, value in self.items()}


class ScalarMap(_Map[T], MapView[T]):
    """A map from str to plain values inside a message, used like a dict."""

    __slots__ = ("_items",)

    def __init__(self, items: Any) -> None:
        super().__init__(items)
        self._fill()

    def __getitem__(self, key: str) -> T:
        self._check(key)
        value: T = self._items[key]
        return value

    def __setitem__(self, key: str, value: T) -> None:
        self._items[key] = value


class ModelMap(_Map[AnyModel]):
    """A map from str to models inside a message, used like a dict. What is set is copied."""

    __slots__ = ("_items", "_model")

    def __init__(self, items: Any, model: type[AnyModel]) -> None:
        super().__init__(items)
        self._model = model

    def __getitem__(self, key: str) -> AnyModel:
        self._check(key)
        return self._model._wrap(self._items[key])

    def __setitem__(self, key: str, value: Any) -> None:
        self._items[key].CopyFrom(self._model._message_of(value))


def _copy(message: Message) -> Message:
    fresh = type(message)()
    fresh.CopyFrom(message)
    return fresh
