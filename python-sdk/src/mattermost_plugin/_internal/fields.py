"""Attributes of models, one factory for each way in which a message holds a value.

Each makes a property: reading a plain field costs a C-level attribute look-up and nothing more.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, Generic, Mapping, Optional, Type, TypeVar, overload

from google.protobuf.struct_pb2 import Struct, Value

from mattermost_plugin._internal.containers import ModelList, ModelMap, ScalarList, ScalarMap
from mattermost_plugin._internal.model import Model, registry
from mattermost_plugin._internal.values import (
    StructView,
    fill_struct,
    read_value,
    strings,
    write_value,
)

if TYPE_CHECKING:
    Got = TypeVar("Got", covariant=True)
    Taken = TypeVar("Taken", contravariant=True)

    class Attribute(Generic[Got, Taken]):
        """What type checkers see in place of the property."""

        @overload
        def __get__(self, instance: None, owner: Any) -> property: ...
        @overload
        def __get__(self, instance: object, owner: Any) -> Got: ...
        def __get__(self, instance: object, owner: Any) -> Any: ...
        def __set__(self, instance: object, value: Taken) -> None: ...


def scalar(name: str) -> Any:
    """A plain value that is never absent."""

    def write(self: Any, value: Any) -> None:
        setattr(self._pb, name, value)

    return property(attrgetter("_pb." + name), write)


def optional(name: str) -> Any:
    """A plain value, or None where there is none."""
    get = attrgetter(name)

    def read(self: Any) -> Any:
        pb = self._pb
        return get(pb) if pb.HasField(name) else None

    def write(self: Any, value: Any) -> None:
        if value is None:
            self._pb.ClearField(name)
        else:
            setattr(self._pb, name, value)

    return property(read, write)


def wrapped(name: str) -> Any:
    """A number in one of protobuf's wrapper messages, or None where there is none."""

    def read(self: Any) -> Any:
        pb = self._pb
        return getattr(pb, name).value if pb.HasField(name) else None

    def write(self: Any, value: Any) -> None:
        if value is None:
            self._pb.ClearField(name)
        else:
            getattr(self._pb, name).value = value

    return property(read, write)


def enum(name: str, codes: Mapping[int, str]) -> Any:
    """A letter that stands for an enum's value; "" where the host gave none or an unknown one."""
    get = attrgetter("_pb." + name)

    def read(self: Any) -> str:
        return codes.get(get(self), "")

    def write(self: Any, value: Any) -> None:
        setattr(self._pb, name, enum_number(codes, value))

    return property(read, write)


def optional_enum(name: str, codes: Mapping[int, str]) -> Any:
    """A letter that stands for an enum's value, or None where there is none."""
    plain: Any = enum(name, codes)

    def read(self: Any) -> Optional[str]:
        return plain.fget(self) if self._pb.HasField(name) else None

    def write(self: Any, value: Any) -> None:
        if value is None:
            self._pb.ClearField(name)
        else:
            plain.fset(self, value)

    return property(read, write)


def enum_number(codes: Mapping[int, str], value: Any) -> Any:
    """Return the number of the enum's value whose letter is `value`."""
    if value is None:
        return 0
    if isinstance(value, int):
        return value
    for number, code in codes.items():
        if code == value:
            return number
    known = ", ".join(repr(code) for code in codes.values() if code)
    raise ValueError(f"{value!r} is none of {known}")


def struct(name: str) -> Any:
    """A JSON object, seen as a dict."""
    get = attrgetter("_pb." + name)

    def read(self: Any) -> StructView:
        return StructView(get(self))

    def write(self: Any, value: Any) -> None:
        made = struct_of(value)
        if made is None:
            self._pb.ClearField(name)
        else:
            get(self).CopyFrom(made)

    return property(read, write)


def struct_of(value: Any) -> Any:
    """Return `value` as a new Struct, or None where it is None.

    An empty view stands for None, too: it is what a message without the field shows.
    """
    if value is None or (isinstance(value, StructView) and not value):
        return None
    made = Struct()
    fill_struct(made, value)
    return made


def json_value(name: str) -> Any:
    """Any JSON value."""
    get = attrgetter("_pb." + name)

    def read(self: Any) -> Any:
        return read_value(get(self))

    def write(self: Any, value: Any) -> None:
        get(self).CopyFrom(value_of(value))

    return property(read, write)


def value_of(value: Any) -> Any:
    """Return `value` as a new Value."""
    made = Value()
    write_value(made, value)
    return made


def put_struct(target: Any, value: Any) -> None:
    """Make `target` equal to `value`; it stays absent where that is an empty view."""
    made = struct_of(value)
    if made is not None:
        target.CopyFrom(made)


def put_value(target: Any, value: Any) -> None:
    """Make `target` hold `value`."""
    target.CopyFrom(value_of(value))


def nested(name: str, model: str) -> Any:
    """Another model, or None where there is none. What is set is copied."""
    get = attrgetter(name)
    wrap: Any = None

    def read(self: Any) -> Any:
        nonlocal wrap
        pb = self._pb
        if not pb.HasField(name):
            return None
        if wrap is None:
            wrap = registry[model]._wrap
        return wrap(get(pb))

    def write(self: Any, value: Any) -> None:
        if value is None:
            self._pb.ClearField(name)
        else:
            get(self._pb).CopyFrom(registry[model]._message_of(value))

    return property(read, write)


def scalars(name: str) -> Any:
    """A list of plain values."""
    get = attrgetter("_pb." + name)

    def read(self: Any) -> ScalarList[Any]:
        return ScalarList(get(self))

    def write(self: Any, value: Any) -> None:
        items = list(strings(value))
        held = get(self)
        del held[:]
        held.extend(items)

    return property(read, write)


def models(name: str, model: str) -> Any:
    """A list of models. What is set is copied."""
    get = attrgetter("_pb." + name)

    def read(self: Any) -> ModelList[Any]:
        return ModelList(get(self), registry[model])

    def write(self: Any, value: Any) -> None:
        ModelList(get(self), registry[model])[:] = value or ()

    return property(read, write)


def scalar_map(name: str) -> Any:
    """A map from str to plain values."""
    get = attrgetter("_pb." + name)

    def read(self: Any) -> ScalarMap[Any]:
        return ScalarMap(get(self))

    def write(self: Any, value: Any) -> None:
        items = dict(value or {})
        held = get(self)
        held.clear()
        held.update(items)

    return property(read, write)


def model_map(name: str, model: str) -> Any:
    """A map from str to models. What is set is copied."""
    get = attrgetter("_pb." + name)

    def read(self: Any) -> ModelMap[Any]:
        return ModelMap(get(self), registry[model])

    def write(self: Any, value: Any) -> None:
        cls: Type[Model[Any]] = registry[model]
        # Copied first, as they may be a view of what is about to be cleared.
        items = {key: cls._wrap(cls._message_of(v)).copy() for key, v in (value or {}).items()}
        held = get(self)
        held.clear()
        fill_map(held, items, cls)

    return property(read, write)


def fill_map(target: Any, values: Any, model: Type[Model[Any]]) -> None:
    """Add copies of the messages behind the models in `values` to `target`."""
    for key, value in values.items():
        target[key].CopyFrom(model._message_of(value))
