"""The base of the models: a light wrapper over a protobuf message."""

from __future__ import annotations

from typing import (
    Any,
    ClassVar,
    Dict,
    FrozenSet,
    Generic,
    List,
    Mapping,
    Optional,
    Tuple,
    Type,
    TypeVar,
)

from google.protobuf.message import Message

from mattermost_plugin._internal.values import plain

M = TypeVar("M", bound=Message)
Self = TypeVar("Self", bound="Model[Any]")

_new = object.__new__


class _Registry(Dict[str, Type["Model[Any]"]]):
    """Model classes by the names of their messages.

    One that was not imported before is, when it is looked up. Only those that were are counted and
    listed: see `complete`.
    """

    def __missing__(self, name: str) -> Type[Model[Any]]:
        from mattermost_plugin._generated import models

        model = models.RENAMED.get(name, name)
        if model in models.__all__:
            getattr(models, model)
        if name in self:
            return self[name]
        raise KeyError(name)

    def complete(self) -> Dict[str, Type[Model[Any]]]:
        """Import all models, and return them."""
        from mattermost_plugin._generated import models

        for name in models.__all__:
            getattr(models, name)
        return dict(self)


#: All model classes by name, through which models that hold one another find each other.
registry = _Registry()


class _DataclassFields:
    """Makes `dataclasses.replace`, `asdict` and `fields` work on models.

    The fields are made when they are first asked for, and kept in the class.
    """

    def __get__(self, instance: object, owner: Type[Model[Any]]) -> Dict[str, Any]:
        import dataclasses

        made = dataclasses.make_dataclass(owner.__name__, list(owner._attributes))
        fields: Dict[str, Any] = made.__dataclass_fields__  # type: ignore[attr-defined]
        owner.__dataclass_fields__ = fields
        return fields


class _MisfitError(TypeError):
    """A dict that does not fit a model; says so in the model's words."""


class Model(Generic[M]):
    """A thing of the host's world, kept in the protobuf message in which it travels.

    Nothing is converted before it is asked for. Attributes read from and write to the message,
    which `to_proto` hands out and `from_proto` takes without a copy. What the model itself does
    not know (`HasField`, `SerializeToString`, ...) is looked up in the message.
    """

    __slots__ = ("_pb",)

    _pb: M
    _message: ClassVar[Type[Any]]
    _attributes: ClassVar[Tuple[str, ...]] = ()
    # Names on the wire of attributes that are called differently here.
    _wire_names: ClassVar[Mapping[str, str]] = {}
    _secrets: ClassVar[FrozenSet[str]] = frozenset()
    __dataclass_fields__: ClassVar[Any] = _DataclassFields()

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "_message" in cls.__dict__:
            registry[cls._message.DESCRIPTOR.name] = cls

    @classmethod
    def from_proto(cls: Type[Self], message: Any) -> Self:
        """Wrap `message` without copying it."""
        if type(message) is cls._message:
            self = _new(cls)
            self._pb = message
            return self
        if isinstance(message, Model):
            message = message._pb
        if not isinstance(message, cls._message):
            raise TypeError(
                f"{cls.__name__}.from_proto takes a {cls._message.DESCRIPTOR.full_name},"
                f" not {type(message).__name__}"
            )
        return cls._wrap(message)

    @classmethod
    def _wrap(cls: Type[Self], message: Any) -> Self:
        self = _new(cls)
        self._pb = message
        return self

    @classmethod
    def _message_of(cls, value: Any) -> Any:
        """Return the message behind `value`: a model, that message, or a dict of attributes."""
        if isinstance(value, Model):
            value = value._pb
        if isinstance(value, cls._message):
            return value
        if isinstance(value, Mapping):
            try:
                return cls(**value)._pb
            except TypeError as error:
                raise (cls._misfit(value) or error) from error
        raise TypeError(f"expected {cls.__name__}, not {type(value).__name__}")

    @classmethod
    def _misfit(cls, values: Mapping[str, Any]) -> Optional[TypeError]:
        """Return which of the attributes in a dict are none, or of another type."""
        unknown = [repr(name) for name in values if name not in cls._attributes]
        if unknown:
            return _MisfitError(f"{cls.__name__} has no {', '.join(unknown)}")
        for name, value in values.items():
            try:
                cls(**{name: value})
            except _MisfitError as inner:
                return _MisfitError(f"{cls.__name__}.{name}: {inner}")
            except TypeError:
                # Without the value, which may be a secret.
                return _MisfitError(f"{cls.__name__}.{name} cannot be a {type(value).__name__}")
        return None

    @classmethod
    def _optional_message_of(cls, value: Any) -> Any:
        return None if value is None else cls._message_of(value)

    @classmethod
    def _messages_of(cls, values: Any) -> List[Any]:
        return [cls._message_of(value) for value in values]

    def to_proto(self) -> M:
        """Return the message itself: later changes show on both sides."""
        return self._pb

    def copy(self: Self) -> Self:
        """Return an independent copy."""
        message = self._message()
        message.CopyFrom(self._pb)
        return type(self)._wrap(message)

    def to_dict(self) -> Dict[str, Any]:
        """Return all attributes as plain Python data, secrets included."""
        return {name: plain(getattr(self, name)) for name in self._attributes}

    def CopyFrom(self, other: Any) -> None:  # noqa: N802 - protobuf's name
        """Replace the contents with those of `other`, a model or a message."""
        self._pb.CopyFrom(self._message_of(other))

    def MergeFrom(self, other: Any) -> None:  # noqa: N802 - protobuf's name
        """Add the contents of `other`, a model or a message."""
        self._pb.MergeFrom(self._message_of(other))

    def _to_plain(self) -> Dict[str, Any]:
        return self.to_dict()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or name == "_pb":
            raise AttributeError(name)
        try:
            return getattr(self._pb, name)
        except AttributeError:
            raise AttributeError(
                f"{type(self).__name__} has no attribute {name!r}; it has "
                + ", ".join(self._attributes)
            ) from None

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Model):
            return bool(self._pb == other._pb)
        if isinstance(other, Message):
            return bool(self._pb == other)
        return NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        shown = []
        present = {field.name for field, _ in self._pb.ListFields()}
        for name in self._attributes:
            if self._wire_names.get(name, name) in present:
                shown.append(
                    f"{name}=***" if name in self._secrets else f"{name}={getattr(self, name)!r}"
                )
        return f"{type(self).__name__}({', '.join(shown)})"

    def __copy__(self: Self) -> Self:
        return self.copy()

    def __deepcopy__(self: Self, memo: Any) -> Self:
        return self.copy()

    def __reduce__(self) -> Tuple[Any, ...]:
        return _restore, (type(self), self._pb.SerializeToString())


def _restore(model: Type[Self], data: bytes) -> Self:
    return model._wrap(model._message.FromString(data))
