"""JSON-like data over protobuf's Struct and Value.

The views in this module hold a protobuf object and nothing else: what is read through them is read
from the message, and what is written through them is written into the message at once.
"""

from __future__ import annotations

from types import GeneratorType
from typing import (
    TYPE_CHECKING,
    Any,
    Dict,
    Iterable,
    Iterator,
    List,
    Mapping,
    MutableMapping,
    MutableSequence,
    Optional,
    Tuple,
    TypeVar,
    Union,
)

from google.protobuf.struct_pb2 import ListValue, Struct, Value

T = TypeVar("T")

# Whole numbers up to here are exact in the double that a Value holds.
_EXACT = 2.0**53


def plain(value: Any) -> Any:
    """Return `value` with every view and model in it turned into plain lists and dicts."""
    to_plain = getattr(value, "_to_plain", None)
    return value if to_plain is None else to_plain()


def read_value(value: Value) -> Any:
    """Return what `value` holds: a scalar, None, or a view of its object or list."""
    kind = value.WhichOneof("kind")
    if kind == "string_value":
        return value.string_value
    if kind == "number_value":
        number = value.number_value
        return int(number) if number.is_integer() and -_EXACT <= number <= _EXACT else number
    if kind == "bool_value":
        return value.bool_value
    if kind == "struct_value":
        return StructView(value.struct_value)
    if kind == "list_value":
        return ValueList(value.list_value)
    return None


def write_value(target: Value, value: Any) -> None:
    """Make `target` hold `value`: None, bool, number, str, or a mapping or sequence of these.

    Raises TypeError for anything else.
    """
    if value is None:
        target.null_value = 0  # type: ignore[assignment]
    elif isinstance(value, bool):
        target.bool_value = value
    elif isinstance(value, str):
        target.string_value = str(value)
    elif isinstance(value, (int, float)):
        target.number_value = value
    elif isinstance(value, Value):
        target.CopyFrom(value)
    elif isinstance(value, (Mapping, Struct)):
        # Built aside, as `value` may be a view of what `target` holds now.
        struct = Struct()
        fill_struct(struct, value)
        target.struct_value.CopyFrom(struct)
    elif isinstance(value, (list, tuple, MutableSequence, ListValue)):
        values = ListValue()
        for item in value:
            write_value(values.values.add(), item)
        target.list_value.CopyFrom(values)
    elif hasattr(value, "_to_plain"):
        write_value(target, value._to_plain())
    else:
        raise TypeError(f"{type(value).__name__} cannot be sent as JSON")


def fill_struct(target: Struct, values: Union[Mapping[str, Any], Struct]) -> None:
    """Add `values` to `target`."""
    if isinstance(values, Struct):
        target.MergeFrom(values)
        return
    fields = target.fields
    for key, value in values.items():
        if not isinstance(key, str):
            raise TypeError(f"keys must be str, not {type(key).__name__}: {key!r}")
        try:
            write_value(fields[key], value)
        except TypeError as error:
            raise TypeError(f"{key}: {error}") from None


if TYPE_CHECKING:

    class _Dict(MutableMapping[str, T]):
        """A dict, of which type checkers are not told, as they know an order of its parents."""

    class _List(MutableSequence[T]):
        """A list, in the same way."""

else:

    class _Dict(MutableMapping[str, T], dict):
        __slots__ = ()

        def __new__(cls, content, *more):
            # `dataclasses.asdict` makes dicts of what a dict has in it by the dict's class.
            return dict(content) if type(content) in _LOOSE else dict.__new__(cls)

    class _List(MutableSequence[T], list):
        __slots__ = ()

        def __new__(cls, content, *more):
            return list(content) if type(content) in _LOOSE else list.__new__(cls)


_LOOSE = (GeneratorType, list, tuple, dict)
hold: Any = list.__init__
put: Any = dict.__setitem__


class MapView(_Dict[T]):
    """What views of maps that JSON knows share: they are dicts for whoever asks, such as `json`.

    What the dict itself holds is not used, but for its size: `json` takes a dict of none for empty,
    and asks others for their items.
    """

    __slots__ = ()

    def _fill(self) -> None:
        put(self, "", None)

    def __reversed__(self) -> Iterator[str]:
        return reversed(list(self))

    def __or__(self, other: Any) -> Any:
        return {**self, **other} if isinstance(other, Mapping) else NotImplemented

    def __ror__(self, other: Any) -> Any:
        return {**other, **self} if isinstance(other, Mapping) else NotImplemented

    def __ior__(self, other: Any) -> Any:
        self.update(other)
        return self


class StructView(MapView[Any]):
    """A JSON object inside a message, used like a dict.

    Whole numbers come back as int. Objects and lists inside come back as views, too, so
    `post.props["a"]["b"] = 1` changes the post.
    """

    __slots__ = ("_struct",)

    def __init__(self, struct: Struct) -> None:
        self._struct = struct
        self._fill()

    def __getitem__(self, key: str) -> Any:
        fields = self._struct.fields
        # Asking protobuf's map for a key that it lacks would add it.
        if key not in fields:
            raise KeyError(key)
        return read_value(fields[key])

    def __setitem__(self, key: str, value: Any) -> None:
        held = Value()
        write_value(held, value)
        self._struct.fields[key].CopyFrom(held)

    def __delitem__(self, key: str) -> None:
        fields = self._struct.fields
        if key not in fields:
            raise KeyError(key)
        del fields[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._struct.fields)

    def __len__(self) -> int:
        return len(self._struct.fields)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key in self._struct.fields

    def __eq__(self, other: object) -> bool:
        if isinstance(other, StructView):
            return bool(self._struct == other._struct)
        if isinstance(other, Struct):
            return bool(self._struct == other)
        if isinstance(other, Mapping):
            return bool(self._to_plain() == plain(other))
        return NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return repr(self._to_plain())

    def __getattr__(self, name: str) -> Any:
        # `post.props.fields[...]`, as code written for the protobuf message says it.
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._struct, name)

    def __deepcopy__(self, memo: Any) -> Dict[str, Any]:
        return self._to_plain()

    def __reduce__(self) -> Tuple[Any, ...]:
        return dict, (self._to_plain(),)

    def setdefault(self, key: str, default: Any = None) -> Any:
        """Return what is at `key`, after putting `default` there if there was nothing."""
        if key not in self:
            self[key] = default
        return self[key]

    def copy(self) -> Dict[str, Any]:
        """Return a plain dict with the same contents, independent of the message."""
        return self._to_plain()

    def _to_plain(self) -> Dict[str, Any]:
        return {key: plain(read_value(value)) for key, value in self._struct.fields.items()}


class ListView(MutableSequence[T]):
    """What all views of lists share: they compare, add and print as lists do."""

    __slots__ = ()

    def _to_plain(self) -> List[Any]:
        return [plain(item) for item in self]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, (list, tuple, MutableSequence)):
            return len(self) == len(other) and all(a == b for a, b in zip(self, other))
        return NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return repr(list(self))

    def __add__(self, other: Iterable[T]) -> List[T]:
        return [*self, *other]

    def __radd__(self, other: Iterable[T]) -> List[T]:
        return [*other, *self]

    def __deepcopy__(self, memo: Any) -> List[Any]:
        return self._to_plain()

    def __reduce__(self) -> Tuple[Any, ...]:
        return list, (list(self),)

    def copy(self) -> List[T]:
        """Return a plain list with the same items."""
        return list(self)

    def sort(self, *, key: Any = None, reverse: bool = False) -> None:
        """Sort in place."""
        self[:] = sorted(self, key=key, reverse=reverse)


class HeldList(ListView[T], _List[T]):
    """What views of lists that JSON knows share: they are lists for whoever asks, such as `json`.

    That reads what the list itself holds, which is what was in the message when the view was made
    or last changed. Everything else reads the message.
    """

    __slots__ = ()

    def _refill(self) -> None:
        hold(self, [self[at] for at in range(len(self))])

    def __iter__(self) -> Iterator[T]:
        at = 0
        while at < len(self):
            yield self[at]
            at += 1

    def __iadd__(self, other: Iterable[T]) -> Any:
        self.extend(other)
        return self

    def __mul__(self, times: Any) -> Any:
        return list(self) * times

    __rmul__ = __mul__

    def __imul__(self, times: Any) -> Any:
        self[:] = list(self) * times
        return self


class ValueList(HeldList[Any]):
    """A JSON list inside a message, used like a list."""

    __slots__ = ("_list",)

    def __init__(self, values: ListValue) -> None:
        self._list = values
        self._refill()

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [read_value(value) for value in self._list.values[index]]
        return read_value(self._list.values[index])

    def __setitem__(self, index: Any, value: Any) -> None:
        items = self._to_plain()
        items[index] = plain(value) if not isinstance(index, slice) else [plain(v) for v in value]
        self._replace(items)

    def __delitem__(self, index: Any) -> None:
        del self._list.values[index]
        self._refill()

    def __len__(self) -> int:
        return len(self._list.values)

    def insert(self, index: int, value: Any) -> None:
        """Insert `value` before `index`."""
        if index >= len(self):
            held = Value()
            write_value(held, value)
            self._list.values.append(held)
            self._refill()
        else:
            items = self._to_plain()
            items.insert(index, plain(value))
            self._replace(items)

    def _replace(self, items: List[Any]) -> None:
        fresh = Value()
        write_value(fresh, items)
        self._list.CopyFrom(fresh.list_value)
        self._refill()


def strings(values: Optional[Iterable[str]]) -> Iterable[str]:
    """Pass on a list of strings, but refuse a single one: it would be taken for its letters."""
    if isinstance(values, (str, bytes)):
        raise TypeError(f"expected a list of str, not a single {type(values).__name__}: {values!r}")
    return () if values is None else values
