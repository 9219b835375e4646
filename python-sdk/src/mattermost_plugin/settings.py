"""A plugin's settings as a dataclass, which says what administrators see of them, too.

```python
@dataclass
class Options:
    word: str = setting("darn", name="Word to be replaced")
    limit: int = setting(10, help="Words in a message", minimum=1)
    token: str = setting("", secret=True)


class Polite(Plugin):
    options = Settings(Options)
```

`settings_schema(Options)` is what belongs into the manifest. In the plugin `self.options` has what
the administrator saved; what does not fit is refused, with the reason, and the values before stay.
"""

from __future__ import annotations

import dataclasses
import enum
import json
import threading
import typing
from typing import (
    Any,
    Callable,
    Dict,
    Generic,
    List,
    Mapping,
    Optional,
    Tuple,
    Type,
    TypeVar,
    overload,
)

from mattermost_plugin._internal.features import FEATURE_MARKER, Feature
from mattermost_plugin._internal.typed import from_json, hints_of, to_json
from mattermost_plugin.hooks import HookRegistrationError

T = TypeVar("T")

_METADATA = "mattermost_plugin.setting"
_KINDS = ("", "longtext", "generated", "username", "custom")


class SettingsError(ValueError):
    """What was saved does not fit; the text is for the administrator."""


@dataclasses.dataclass(frozen=True)
class _Said:
    key: str
    name: str
    help: str
    placeholder: str
    kind: str
    secret: bool
    minimum: Optional[float]
    maximum: Optional[float]
    labels: Mapping[str, str]


def setting(
    default: Any = dataclasses.MISSING,
    *,
    default_factory: Any = dataclasses.MISSING,
    key: str = "",
    name: str = "",
    help: str = "",
    placeholder: str = "",
    kind: str = "",
    secret: bool = False,
    minimum: Optional[float] = None,
    maximum: Optional[float] = None,
    labels: Optional[Mapping[str, str]] = None,
) -> Any:
    """Return a dataclass's field that is a setting.

    Args:
        default: what holds until something is saved.
        default_factory: makes the default.
        key: the setting's key; by default the field's name, such as MaxVotes for `max_votes`.
        name: what administrators see; by default the field's name.
        help: what it is for.
        placeholder: what stands in an empty field.
        kind: "longtext", "generated" or "username" for a text that is one, "custom" for what the
            plugin's own page of the console shows.
        secret: whether it is kept from being seen.
        minimum: the least number.
        maximum: the largest number.
        labels: what administrators see of choices.
    """
    if kind not in _KINDS:
        raise ValueError(f"kind is one of {', '.join(_KINDS[1:])}, not {kind!r}")
    said = _Said(key, name, help, placeholder, kind, secret, minimum, maximum, labels or {})
    given: Dict[str, Any] = {"metadata": {_METADATA: said}, "repr": not secret}
    if default is not dataclasses.MISSING:
        given["default"] = default
    if default_factory is not dataclasses.MISSING:
        given["default_factory"] = default_factory
    return dataclasses.field(**given)


def settings_schema(options: type, *, header: str = "", footer: str = "") -> Dict[str, Any]:
    """Return what a manifest says as `settings_schema` where a dataclass has the settings."""
    schema: Dict[str, Any] = {}
    if header:
        schema["header"] = header
    if footer:
        schema["footer"] = footer
    schema["settings"] = [_entry(options, field) for field in dataclasses.fields(options)]
    return schema


def _entry(options: type, field: Any) -> Dict[str, Any]:
    said = _said(field)
    hint = _plain_hint(hints_of(options)[field.name])
    entry: Dict[str, Any] = {
        "key": _key(field),
        "display_name": said.name or field.name.replace("_", " ").capitalize(),
        "type": said.kind or _type_of(hint),
    }
    if said.help:
        entry["help_text"] = said.help
    if said.placeholder:
        entry["placeholder"] = said.placeholder
    if said.secret:
        entry["secret"] = True
    default = _default(field)
    if default is not None:
        entry["default"] = to_json(default)
    if entry["type"] == "dropdown":
        entry["options"] = [
            {"display_name": said.labels.get(str(value), label), "value": value}
            for label, value in _choices(hint)
        ]
    return entry


def _type_of(hint: Any) -> str:
    if _choices(hint):
        return "dropdown"
    for kind, name in ((bool, "bool"), (int, "number"), (float, "number"), (str, "text")):
        if hint is kind:
            return name
    return "custom"


def _plain_hint(hint: Any) -> Any:
    args = [arg for arg in typing.get_args(hint) if arg is not type(None)]
    optional = type(None) in typing.get_args(hint) and len(args) == 1
    return args[0] if optional else hint


def _choices(hint: Any) -> List[Tuple[str, Any]]:
    if typing.get_origin(hint) is typing.Literal:
        return [(str(arg), arg) for arg in typing.get_args(hint) if isinstance(arg, str)]
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        members = list(hint)
        if all(isinstance(member.value, str) for member in members):
            return [(m.name.replace("_", " ").capitalize(), m.value) for m in members]
    return []


def _said(field: Any) -> _Said:
    found: Optional[_Said] = field.metadata.get(_METADATA)
    return found or _Said("", "", "", "", "", False, None, None, {})


def _key(field: Any) -> str:
    return _said(field).key or "".join(
        word[:1].upper() + word[1:] for word in field.name.split("_")
    )


def _default(field: Any) -> Any:
    if field.default is not dataclasses.MISSING:
        return field.default
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return None


def read_settings(options: Type[T], saved: Mapping[str, Any]) -> T:
    """Return a dataclass with what was saved, whose keys are known in any case.

    Raises `SettingsError` where something does not fit.
    """
    by_key = {key.lower(): value for key, value in saved.items()}
    hints = hints_of(options)
    values: Dict[str, Any] = {}
    for field in dataclasses.fields(options):  # type: ignore[arg-type]
        key = _key(field)
        value = by_key.get(key.lower())
        if value is None or not field.init:
            continue
        name = _said(field).name or key
        values[field.name] = _checked(field, name, value, hints[field.name])
    try:
        return options(**values)
    except TypeError as error:
        missing = [
            _key(field)
            for field in dataclasses.fields(options)  # type: ignore[arg-type]
            if field.name not in values and _default(field) is None
        ]
        if not missing:
            raise
        raise SettingsError(f"{', '.join(missing)} must be set") from error
    except ValueError as error:
        raise SettingsError(str(error)) from error


def _checked(field: Any, name: str, value: Any, hint: Any) -> Any:
    said = _said(field)
    plain = _plain_hint(hint)
    if plain in (int, float) and isinstance(value, str):
        # Some hosts keep numbers as they were typed.
        try:
            value = float(value)
        except ValueError:
            raise SettingsError(f"{name} must be a number") from None
    try:
        read = from_json(value, hint, name)
    except ValueError as error:
        # What was typed may be a secret.
        text = str(error).rpartition(", not ")[0] if said.secret else str(error)
        raise SettingsError(text or f"{name} does not fit") from None
    if said.minimum is not None and read < said.minimum:
        raise SettingsError(f"{name} must be at least {said.minimum:g}, not {read:g}")
    if said.maximum is not None and read > said.maximum:
        raise SettingsError(f"{name} must be at most {said.maximum:g}, not {read:g}")
    return read


class Settings(Generic[T]):
    """The settings of a plugin, as an attribute of its class.

    They are read before `OnConfigurationChange` is handled, which is only called with what fits; at
    the plugin's start, what does not fit keeps it from being activated. A `__post_init__` of the
    dataclass may check more: the text of a ValueError is the reason that the administrator sees.

    Args:
        options: the dataclass.
    """

    def __init__(self, options: Type[T]) -> None:
        if not dataclasses.is_dataclass(options):
            raise HookRegistrationError(f"Settings takes a dataclass, not {options!r}")
        self.options = options
        self.schema = settings_schema(options)
        setattr(self, FEATURE_MARKER, [self])

    #: What it is for.
    feature: Type[Feature]

    @overload
    def __get__(self, plugin: None, owner: type) -> Settings[T]: ...
    @overload
    def __get__(self, plugin: object, owner: type) -> T: ...
    def __get__(self, plugin: Any, owner: type) -> Any:
        if plugin is None:
            return self
        for feature in plugin._features:
            if isinstance(feature, LiveSettings):
                return feature.get()
        raise AttributeError(f"{owner.__name__} has no settings")


class LiveSettings(Feature):
    """The settings of one plugin as they are now."""

    hooks = ("OnConfigurationChange",)
    lives = True

    def __init__(self, plugin: Any, marked: Mapping[str, Any]) -> None:
        super().__init__(plugin, marked)
        ((said,),) = marked.values()
        self._options: Type[Any] = said.options
        self._lock = threading.Lock()
        self._now: Any = None
        self._wrong = ""

    @classmethod
    def check(cls, owner: type, marked: Mapping[str, Any]) -> None:
        if len(marked) > 1:
            raise HookRegistrationError(
                f"{owner.__module__}.{owner.__qualname__} has Settings twice:"
                f" {' and '.join(sorted(marked))}"
            )

    def get(self) -> Any:
        with self._lock:
            if self._now is None and not self._wrong:
                self._load()
            if self._now is None:
                raise SettingsError(self._wrong)
            return self._now

    def handle(self, hook: str, args: Tuple[Any, ...], own: Callable[[], Any]) -> Any:
        with self._lock:
            self._load()
            if self._wrong:
                return self._wrong
        return own()

    async def start(self) -> None:
        if self._now is None and self._wrong:
            raise SettingsError(self._wrong)

    def _load(self) -> None:
        saved = json.loads(self.plugin.api.load_plugin_configuration() or b"{}")
        try:
            self._now = read_settings(self._options, saved)
            self._wrong = ""
        except SettingsError as error:
            self._wrong = str(error)


Settings.feature = LiveSettings

__all__ = ["Settings", "SettingsError", "read_settings", "setting", "settings_schema"]
