"""Reads the arguments of commands by the signatures of the methods that take them."""

from __future__ import annotations

import datetime
import enum
import inspect
import math
import re
import typing
from typing import Any, Callable, Dict, List, Mapping, NamedTuple, NewType, Optional, Tuple

from mattermost_plugin.exceptions import NotFoundError

#: The type of a parameter that takes all that is left of a command, as it was written.
Rest = NewType("Rest", str)

_QUOTES = {'"': '"', "\u201c": "\u201d", "\u201e": "\u201c", "\u00ab": "\u00bb", "'": "'"}
_DURATION = re.compile(r"(\d+)\s*(w|d|h|m|s)", re.IGNORECASE)
_UNITS = {"w": "weeks", "d": "days", "h": "hours", "m": "minutes", "s": "seconds"}
_TRUTHS = {
    **dict.fromkeys(("true", "yes", "on", "1"), True),
    **dict.fromkeys(("false", "no", "off", "0"), False),
}


class BadLineError(Exception):
    """What was written does not fit; the text is for the user."""


class Word(NamedTuple):
    """A word of a command, and where it begins."""

    text: str
    at: int
    quoted: bool = False


def words_of(text: str) -> List[Word]:
    """Return the words of a command; what is in quotes is one word."""
    found: List[Word] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        closing = _QUOTES.get(text[at])
        end = text.find(closing, at + 1) if closing else -1
        if end > 0 and (end + 1 == len(text) or text[end + 1].isspace()):
            found.append(Word(text[at + 1 : end], at, True))
            at = end + 1
            continue
        start = at
        while at < len(text) and not text[at].isspace():
            # --text="two words"
            if text[at] == '"' and text[at - 1] == "=" and text.find('"', at + 1) > 0:
                at = text.find('"', at + 1)
            at += 1
        found.append(Word(text[start:at], start))
    return found


class _Argument(NamedTuple):
    name: str
    kind: Any
    needed: bool

    @property
    def shown(self) -> str:
        name = self.name.replace("_", "-")
        choices = _choices(self.kind)
        return "|".join(choices) if choices else name


class Grammar:
    """How the arguments of one command are written."""

    def __init__(
        self,
        places: Tuple[_Argument, ...],
        options: Dict[str, _Argument],
        more: Optional[_Argument],
    ) -> None:
        self._places = places
        self._options = options
        self._more = more

    @classmethod
    def of(cls, method: Callable[..., Any]) -> Grammar:
        """Return the grammar of a method, a function in its class.

        Raises TypeError where a command cannot call it.
        """
        if isinstance(method, (staticmethod, classmethod, type)) or not callable(method):
            raise TypeError("a command is a method of the plugin")
        parameters = list(inspect.signature(method).parameters.values())
        if len(parameters) < 2 or any(
            p.kind not in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD) for p in parameters[:2]
        ):
            raise TypeError("the method must take self and a CommandCall, before its arguments")
        hints = _hints(method)
        places: List[_Argument] = []
        options: Dict[str, _Argument] = {}
        more: Optional[_Argument] = None
        for parameter in parameters[2:]:
            kind = _without_none(hints.get(parameter.name, str))
            _check(parameter.name, kind)
            argument = _Argument(parameter.name, kind, parameter.default is parameter.empty)
            if parameter.kind is parameter.VAR_KEYWORD:
                raise TypeError(f"**{parameter.name}: each option is a parameter of its own")
            if parameter.kind is parameter.VAR_POSITIONAL:
                more = argument
            elif parameter.kind is parameter.KEYWORD_ONLY:
                options["--" + parameter.name.replace("_", "-")] = argument
            elif places and places[-1].kind is Rest:
                raise TypeError(f"nothing can follow {places[-1].name}, which takes all the rest")
            else:
                places.append(argument)
        if more is not None and places and places[-1].kind is Rest:
            raise TypeError(f"nothing can follow {places[-1].name}, which takes all the rest")
        return cls(tuple(places), options, more)

    @property
    def usage(self) -> str:
        """How the arguments are written."""
        parts = [a.shown if a.needed else f"[{a.shown}]" for a in self._places]
        if self._more is not None:
            parts.append(f"[{self._more.shown} ...]")
        for name, argument in self._options.items():
            text = name if argument.kind is bool else f"{name} {argument.shown}"
            parts.append(text if argument.needed else f"[{text}]")
        return " ".join(parts)

    def arguments(self, lists: Mapping[str, str]) -> List[Dict[str, Any]]:
        """Return the arguments as the field's `AutocompleteData` has them.

        Raises TypeError where `lists` names what is no argument.
        """
        told = [("", argument) for argument in self._places]
        told += [(name[2:], argument) for name, argument in self._options.items()]
        unknown = set(lists) - {argument.name for _, argument in told}
        if unknown:
            raise TypeError(f"lists: there is no parameter {', '.join(sorted(unknown))}")
        found = []
        for name, argument in told:
            choices = _choices(argument.kind)
            kind = "StaticList" if choices else "TextInput"
            data: Dict[str, Any] = {"Hint": argument.shown, "Pattern": ""}
            if argument.name in lists:
                kind = "DynamicList"
                data = {"FetchURL": lists[argument.name]}
            elif choices:
                data = {
                    "PossibleArguments": [{"Item": c, "Hint": "", "HelpText": ""} for c in choices]
                }
            found.append(
                {
                    "Name": name,
                    "HelpText": argument.name.replace("_", " "),
                    "Type": kind,
                    "Required": argument.needed,
                    "Data": data,
                }
            )
        return found

    def read(self, text: str, api: Any, given: Any) -> Tuple[List[Any], Dict[str, Any]]:
        """Return what the method is called with.

        Raises `BadLineError` where `text` does not fit.
        """
        options: Dict[str, Any] = {}
        values: List[Any] = []
        words = words_of(text)
        while words:
            word = words[0]
            if self._options and not word.quoted and word.text.startswith("--"):
                words.pop(0)
                if word.text == "--":
                    break
                self._option(word.text, words, options, api, given)
            elif len(values) < len(self._places):
                argument = self._places[len(values)]
                if argument.kind is Rest:
                    values.append(text[word.at :].rstrip())
                    words = []
                    break
                values.append(_value(argument, words.pop(0).text, api, given))
            elif self._more is not None:
                values.append(_value(self._more, words.pop(0).text, api, given))
            else:
                raise BadLineError(f"I don't understand `{word.text}`.")
        for word in words:
            # What follows "--".
            at = len(values)
            place = self._places[at] if at < len(self._places) else self._more
            if place is None:
                raise BadLineError(f"I don't understand `{word.text}`.")
            values.append(_value(place, word.text, api, given))
        for argument in self._places[len(values) :]:
            if argument.needed:
                raise BadLineError(f"`{argument.shown}` is missing.")
        for name, argument in self._options.items():
            if argument.needed and argument.name not in options:
                raise BadLineError(f"`{name}` is missing.")
        return values, options

    def _option(
        self, text: str, words: List[Word], options: Dict[str, Any], api: Any, given: Any
    ) -> None:
        name, equals, value = text.partition("=")
        argument = self._options.get(name)
        if argument is None and name.startswith("--no-"):
            denied = self._options.get("--" + name[5:])
            if denied is not None and denied.kind is bool and not equals:
                options[denied.name] = False
                return
        if argument is None:
            raise BadLineError(f"There is no option `{name}`.")
        if argument.kind is bool and not equals:
            options[argument.name] = True
            return
        if not equals:
            if not words:
                raise BadLineError(f"`{name}` needs a value.")
            value = words.pop(0).text
        elif len(value) > 1 and value[0] == value[-1] == '"':
            value = value[1:-1]
        options[argument.name] = _value(argument, value, api, given)


def _hints(method: Callable[..., Any]) -> Dict[str, Any]:
    try:
        return typing.get_type_hints(method)
    except NameError as error:
        raise TypeError(f"its annotations cannot be read: {error}") from None


def _without_none(kind: Any) -> Any:
    args = [arg for arg in typing.get_args(kind) if arg is not type(None)]
    is_optional = len(args) == 1 and len(typing.get_args(kind)) == 2
    return args[0] if is_optional and typing.get_origin(kind) is not typing.Literal else kind


def _check(name: str, kind: Any) -> None:
    if kind in (Any, str, Rest, int, float, bool, datetime.timedelta) or _choices(kind):
        return
    if _model_name(kind) in ("User", "Channel"):
        return
    raise TypeError(f"{name} is a {kind!r}, which cannot be written in a command")


def _model_name(kind: Any) -> str:
    module = getattr(kind, "__module__", "")
    return kind.__name__ if module.startswith("mattermost_plugin.") else ""


def _choices(kind: Any) -> List[str]:
    if typing.get_origin(kind) is typing.Literal:
        return [str(arg) for arg in typing.get_args(kind)]
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return [member.name.lower() for member in kind]
    return []


def _value(argument: _Argument, text: str, api: Any, given: Any) -> Any:
    kind: Any = argument.kind
    name = argument.name.replace("_", "-")
    choices = _choices(kind)
    if choices:
        return _choice(name, kind, choices, text)
    if kind in (Any, str, Rest):
        return text
    if kind is bool:
        if text.lower() not in _TRUTHS:
            raise BadLineError(f"`{name}` must be yes or no, not `{text}`.")
        return _TRUTHS[text.lower()]
    if kind is datetime.timedelta:
        return _duration(name, text)
    if kind in (int, float):
        return _number(name, kind, text)
    return _found(kind.__name__, text, api, given)


def _number(name: str, kind: Any, text: str) -> Any:
    try:
        value = kind(text)
        # To users neither nan nor inf is a number, and few plugins expect them.
        if kind is int or math.isfinite(value):
            return value
    except ValueError:
        pass
    what = "a whole number" if kind is int else "a number"
    raise BadLineError(f"`{name}` must be {what}, not `{text}`.")


def _choice(name: str, kind: Any, choices: List[str], text: str) -> Any:
    members = list(typing.get_args(kind) or kind)
    for choice, member in zip(choices, members):
        if text.lower() == choice.lower() or text == str(getattr(member, "value", choice)):
            return member
    raise BadLineError(f"`{name}` must be {' or '.join(choices)}, not `{text}`.")


def _duration(name: str, text: str) -> datetime.timedelta:
    parts: List[Tuple[str, str]] = _DURATION.findall(text)
    if not parts or _DURATION.sub("", text).strip():
        raise BadLineError(f"`{name}` must be a time such as 1h30m or 2d, not `{text}`.")
    try:
        return sum(
            (datetime.timedelta(**{_UNITS[unit.lower()]: int(count)}) for count, unit in parts),
            datetime.timedelta(),
        )
    # The latter of a number with thousands of digits, by newer Pythons.
    except (OverflowError, ValueError):
        raise BadLineError(f"`{name}` is too long: `{text}`.") from None


def _found(kind: str, text: str, api: Any, given: Any) -> Any:
    try:
        if kind == "User":
            return api.get_user_by_username(text.lstrip("@").lower())
        return api.get_channel_by_name(given.team_id, text.lstrip("~"))
    except NotFoundError:
        what = "user" if kind == "User" else "channel"
        raise BadLineError(f"There is no {what} `{text}`.") from None


__all__: List[str] = ["BadLineError", "Grammar", "Rest", "Word", "words_of"]
