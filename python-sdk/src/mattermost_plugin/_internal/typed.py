"""Turns values of Python's types into JSON, and JSON into values of given types."""

from __future__ import annotations

import dataclasses
import datetime
import enum
import functools
import types
import typing
from typing import Any, Callable, Dict, List, Mapping, Tuple, Union

from mattermost_plugin._internal.model import Model
from mattermost_plugin._internal.values import plain

# `int | str` is of another kind than Union, where Python has it.
_UNIONS: Tuple[Any, ...] = (Union, getattr(types, "UnionType", Union))


def to_json(value: Any) -> Any:
    """Return `value` as JSON has it.

    Raises TypeError for what it cannot have.
    """
    value = plain(value)
    if value is None or isinstance(value, (bool, int, float, str)):
        return value.value if isinstance(value, enum.Enum) else value
    if isinstance(value, enum.Enum):
        return to_json(value.value)
    if isinstance(value, Model):
        return value.to_dict()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_json(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        for key in value:
            if not isinstance(key, str):
                raise TypeError(f"keys must be str, not {type(key).__name__}: {key!r}")
        return {key: to_json(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [to_json(item) for item in value]
    if isinstance(value, (set, frozenset)):
        # In one order, so that the same value is always the same text.
        return sorted((to_json(item) for item in value), key=repr)
    if isinstance(value, datetime.timedelta):
        return value.total_seconds()
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} cannot be kept as JSON")


def from_json(value: Any, kind: Any, where: str = "value") -> Any:
    """Return JSON's `value` as a `kind`, which may be any type that `to_json` takes.

    Raises ValueError, with `where` in it, for what is no such thing.
    """
    if kind is Any or kind is object:
        return value
    origin = typing.get_origin(kind)
    if origin is not None:
        return _of_generic(value, origin, typing.get_args(kind), where)
    if kind is None or kind is type(None):
        return _expect(value, value is None, "null", where)
    for known, read in _READERS:
        if isinstance(kind, type) and issubclass(kind, known):
            return read(value, kind, where)
    if dataclasses.is_dataclass(kind):
        return _dataclass(value, kind, where)
    if isinstance(kind, type) and hasattr(kind, "__total__"):
        return _typed_dict(value, kind, where)
    if kind in (dict, Dict, Mapping):
        return _dict(value, kind, where)
    if isinstance(kind, type) and isinstance(value, kind):
        return value
    raise TypeError(f"{where}: {kind!r} cannot be read from JSON")


def hints_of(kind: Any) -> Dict[str, Any]:
    """Return the types of a class's attributes."""
    return _hints(kind)


@functools.cache
def _hints(kind: Any) -> Dict[str, Any]:
    return typing.get_type_hints(kind)


def _expect(value: Any, good: bool, what: str, where: str) -> Any:
    if good:
        return value
    raise ValueError(f"{where} must be {what}, not {value!r}")


def _of_generic(value: Any, origin: Any, args: Tuple[Any, ...], where: str) -> Any:
    if origin is typing.Literal:
        known = ", ".join(repr(arg) for arg in args)
        return _expect(value, value in args, f"one of {known}", where)
    if origin in _UNIONS:
        return _of_union(value, args, where)
    if origin in (list, set, frozenset) or origin is typing.get_origin(typing.Sequence[int]):
        _expect(value, isinstance(value, (list, tuple)), "a list", where)
        items = [from_json(item, args[0], f"{where}[{at}]") for at, item in enumerate(value)]
        return items if not issubclass(origin, (set, frozenset)) else origin(items)
    if origin is tuple:
        _expect(value, isinstance(value, (list, tuple)), "a list", where)
        if len(args) == 2 and args[1] is Ellipsis:
            args = (args[0],) * len(value)
        _expect(value, len(value) == len(args), f"a list of {len(args)}", where)
        return tuple(
            from_json(item, kind, f"{where}[{at}]")
            for at, (item, kind) in enumerate(zip(value, args))
        )
    if isinstance(origin, type) and issubclass(origin, Mapping):
        _expect(value, isinstance(value, Mapping), "an object", where)
        return {key: from_json(item, args[1], f"{where}.{key}") for key, item in value.items()}
    raise TypeError(f"{where}: {origin!r} cannot be read from JSON")


def _of_union(value: Any, kinds: Tuple[Any, ...], where: str) -> Any:
    problems: List[str] = []
    # None first: nearly everything else would complain of it.
    for kind in sorted(kinds, key=lambda kind: kind is not type(None)):
        try:
            return from_json(value, kind, where)
        except ValueError as error:
            problems.append(str(error))
    raise ValueError(problems[-1] if len(kinds) == 2 else " or ".join(problems))


def _bool(value: Any, kind: Any, where: str) -> Any:
    return _expect(value, isinstance(value, bool), "true or false", where)


def _int(value: Any, kind: Any, where: str) -> Any:
    # JSON does not tell whole numbers from others.
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _expect(
        value, isinstance(value, int) and not isinstance(value, bool), "a whole number", where
    )


def _float(value: Any, kind: Any, where: str) -> Any:
    good = isinstance(value, (int, float)) and not isinstance(value, bool)
    return float(_expect(value, good, "a number", where))


def _str(value: Any, kind: Any, where: str) -> Any:
    return _expect(value, isinstance(value, str), "a text", where)


def _enum(value: Any, kind: Any, where: str) -> Any:
    for member in kind:
        if to_json(member.value) == value and isinstance(value, bool) == isinstance(
            member.value, bool
        ):
            return member
    known = ", ".join(repr(member.value) for member in kind)
    raise ValueError(f"{where} must be one of {known}, not {value!r}")


def _timedelta(value: Any, kind: Any, where: str) -> Any:
    return datetime.timedelta(seconds=_float(value, kind, where))


def _moment(value: Any, kind: Any, where: str) -> Any:
    try:
        return kind.fromisoformat(_str(value, kind, where))
    except ValueError:
        raise ValueError(
            f"{where} must be a {kind.__name__} as ISO 8601 has it, not {value!r}"
        ) from None


def _model(value: Any, kind: Any, where: str) -> Any:
    _expect(value, isinstance(value, Mapping), f"a {kind.__name__}", where)
    return kind(**value)


def _list(value: Any, kind: Any, where: str) -> Any:
    return list(_expect(value, isinstance(value, (list, tuple)), "a list", where))


def _dict(value: Any, kind: Any, where: str) -> Any:
    return dict(_expect(value, isinstance(value, Mapping), "an object", where))


_READERS: Tuple[Tuple[Any, Callable[[Any, Any, str], Any]], ...] = (
    (enum.Enum, _enum),
    (bool, _bool),
    (int, _int),
    (float, _float),
    (str, _str),
    (datetime.timedelta, _timedelta),
    (datetime.datetime, _moment),
    (datetime.date, _moment),
    (datetime.time, _moment),
    (Model, _model),
    (list, _list),
)


def _dataclass(value: Any, kind: Any, where: str) -> Any:
    _expect(value, isinstance(value, Mapping), f"an object, a {kind.__name__}", where)
    hints = hints_of(kind)
    given: Dict[str, Any] = {}
    for field in dataclasses.fields(kind):
        if not field.init:
            continue
        if field.name in value:
            inner = f"{where}.{field.name}"
            given[field.name] = from_json(value[field.name], hints[field.name], inner)
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            raise ValueError(f"{where} lacks {field.name}")
    return kind(**given)


def _typed_dict(value: Any, kind: Any, where: str) -> Any:
    _expect(value, isinstance(value, Mapping), "an object", where)
    hints = hints_of(kind)
    missing = [name for name in sorted(kind.__required_keys__) if name not in value]
    if missing:
        raise ValueError(f"{where} lacks {', '.join(missing)}")
    return {
        key: from_json(item, hints[key], f"{where}.{key}") if key in hints else item
        for key, item in value.items()
    }
