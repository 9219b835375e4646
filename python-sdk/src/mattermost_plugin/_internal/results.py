"""Turns what a hook handler returns into the hook's response.

A response's fields tell which results make sense, so there is one class here for each shape of
response, and none for any one hook.
"""

from __future__ import annotations

import re
from typing import (
    TYPE_CHECKING,
    Any,
    Dict,
    Generic,
    List,
    Mapping,
    Optional,
    Sequence,
    Tuple,
    Type,
    TypeVar,
)

from google.protobuf.message import Message

from mattermost_plugin._generated import models as _models
from mattermost_plugin._generated.hook_names import HookName
from mattermost_plugin._internal.model import Model
from mattermost_plugin.exceptions import PluginAPIError, UserError

if TYPE_CHECKING:
    from mattermost_plugin._generated.models import CommandResponse

Part = Tuple[str, Any]
R = TypeVar("R", bound=Message)

_WORDS = r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z0-9]+|[A-Z]+"


_WHAT = {"ExecuteCommand": "The command", "action": "This", "submission": "This"}

#: Hooks whose errors are shown to whoever uses the plugin.
FOR_USERS = ("ExecuteCommand", "OnSAMLLogin")


def neutral_text(hook: str, request_id: str, suffix: str = ".error") -> str:
    """Return what a user is told of an error that was not meant for users."""
    what = _WHAT.get(hook, "The login")
    if suffix == ".not_implemented":
        return f"{what} is not there: the plugin does not implement it."
    told = f" (request {request_id})" if request_id else ""
    return f"{what} failed. The plugin's log says why{told}."


class Shape(Generic[R]):
    """How the result of one hook becomes its response."""

    def __init__(self, hook: str, response: Type[R], *parts: Part) -> None:
        self.hook = hook
        self._new: Type[Any] = response
        self.parts = parts
        self.has_error = "error" in response.DESCRIPTOR.fields_by_name

    @property
    def _id(self) -> str:
        return "plugin." + "_".join(word.lower() for word in re.findall(_WORDS, self.hook))

    @property
    def _returned(self) -> str:
        # A chain that can end with an error is refused by it; elsewhere something went wrong.
        return ".rejected" if HookName(self.hook).facts.kind == "chain" else ".error"

    def encode(self, result: Any) -> R:
        """Return the response for a handler that returned `result`.

        Raises TypeError where that makes no sense for the hook.
        """
        response: R = self._encode(result)
        return response

    def _encode(self, result: Any) -> Any:
        raise NotImplementedError

    def failed(self, error: BaseException, request_id: str = "") -> R:
        """Return the response for a handler that raised `error`."""
        response: R = self._new()
        suffix = ".not_implemented" if isinstance(error, NotImplementedError) else ".error"
        self._fail(response, error, suffix)
        if self.hook in FOR_USERS and not isinstance(error, UserError):
            # What was not meant for users may have places and secrets of the server in it.
            target: Any = response.error  # type: ignore[attr-defined]
            target.message = neutral_text(self.hook, request_id, suffix)
            target.ClearField("params")
            target.detailed_error = _class_name(type(error))
        return response

    def _fail(self, response: Any, error: Any, suffix: str) -> None:
        target = response.error
        # An error that says nothing is one nevertheless.
        target.SetInParent()
        if isinstance(error, (_models.AppError, _models.AppError._message)):
            target.CopyFrom(_models.AppError._message_of(error))
            return
        target.id = self._id + suffix
        target.where = self.hook
        target.status_code = 501 if suffix == ".not_implemented" else 500
        if isinstance(error, UserError):
            target.status_code = 400
        if isinstance(error, PluginAPIError):
            self._fill(target, error)
        elif isinstance(error, BaseException):
            target.message = str(error) or type(error).__name__
            target.detailed_error = _class_name(type(error))
        else:
            target.message = str(error)

    @staticmethod
    def _fill(target: Any, error: PluginAPIError) -> None:
        target.message = error.message
        if error.error_id:
            target.id = error.error_id
        if error.status_code:
            target.status_code = error.status_code
        if error.where:
            target.where = error.where
        if error.detailed_error:
            target.detailed_error = error.detailed_error
        if error.params:
            target.params.CopyFrom(_models.AppError(params=error.params)._pb.params)

    def _split(self, result: Any, value_types: Any) -> Tuple[Any, Any]:
        """Tell value and error apart in what a handler of a hook with an error returned."""
        if self.has_error:
            if _is_error(result):
                return None, result
            if (
                isinstance(result, tuple)
                and len(result) == 2
                and (result[0] is None or isinstance(result[0], value_types))
                and (result[1] is None or _is_error(result[1]))
            ):
                return result
        return result, None

    def _wrong(self, result: Any, why: str = "") -> TypeError:
        expected = ", ".join(["None", *self._accepted()])
        reason = f" ({why})" if why else ""
        return TypeError(
            f"{self.hook} returned {type(result).__name__}{reason}; it may return {expected}"
        )

    def _accepted(self) -> List[str]:
        names = [kind.__name__ for _, kind in self.parts]
        errors = ["an error as str or Exception", "(value, error)"] if self.has_error else []
        return names + errors


class Ignored(Shape[R]):
    """The hook only tells something: whatever is returned is not looked at."""

    def _encode(self, result: Any) -> Any:
        return self._new()


class ErrorOnly(Shape[R]):
    """The hook succeeds with None and fails with an exception, an error, or a text."""

    def _encode(self, result: Any) -> Any:
        response: Any = self._new()
        if _is_error(result):
            if result != "":
                self._fail(response, result, self._returned)
        elif result is not None:
            raise self._wrong(result)
        return response

    def _accepted(self) -> List[str]:
        return ["an error as str or Exception"]


class Rejectable(Shape[R]):
    """The hook may replace what it was given, or refuse it with a reason."""

    def _encode(self, result: Any) -> Any:
        response: Any = self._new()
        parts = result if isinstance(result, tuple) else (result,)
        for part in parts:
            if part is None:
                continue
            if isinstance(part, str):
                response.rejection_reason = str(part)
            else:
                self._put(response, part, result)
        return response

    def _put(self, response: Any, part: Any, result: Any) -> None:
        for name, kind in self.parts:
            if kind is bytes:
                if isinstance(part, (bytes, bytearray, memoryview)):
                    setattr(response, name, bytes(part))
                    return
            elif isinstance(part, (kind, kind._message, Mapping)):
                getattr(response, name).CopyFrom(kind._message_of(part))
                return
        raise self._wrong(result)

    def _accepted(self) -> List[str]:
        names = [kind.__name__ for _, kind in self.parts]
        return [*names, "a reason as str", *(["a tuple of these"] if names else [])]


class One(Shape[R]):
    """The hook has one result: a thing, a number or a truth value."""

    def __init__(self, hook: str, response: Type[R], *parts: Part) -> None:
        super().__init__(hook, response, *parts)
        ((self._name, self._kind),) = parts
        self._json = self._json_field()

    def _json_field(self) -> Optional[str]:
        """Return the field of a message that does nothing but carry JSON."""
        if not issubclass(self._kind, Model):
            return None
        fields = self._kind._message.DESCRIPTOR.fields
        only = fields[0].name if len(fields) == 1 else ""
        return only if only.endswith("_json") else None

    def _encode(self, result: Any) -> Any:
        response: Any = self._new()
        if isinstance(result, str) and self._kind is _models.CommandResponse:
            result = _models.CommandResponse(text=str(result))
        kinds: Tuple[Any, ...] = (self._kind,)
        if issubclass(self._kind, Model):
            kinds = (Model, Message, Mapping)
            if self._json:
                kinds += (bytes, bytearray)
        value, error = self._split(result, kinds)
        if value is not None:
            self._put(response, value)
        elif self._kind is bool:
            setattr(response, self._name, True)
        if error not in (None, ""):
            self._fail(response, error, self._returned)
        return response

    def _accepted(self) -> List[str]:
        if self._kind is _models.CommandResponse:
            return ["a text", "CommandResponse", "a dict of its values", "(value, error)"]
        return super()._accepted()

    def _put(self, response: Any, value: Any) -> None:
        if not issubclass(self._kind, Model):
            # A bool is an int for Python, but hardly a count.
            if not isinstance(value, self._kind) or (
                isinstance(value, bool) and self._kind is not bool
            ):
                raise self._wrong(value)
            setattr(response, self._name, value)
            return
        target = getattr(response, self._name)
        if self._json and isinstance(value, (bytes, bytearray)):
            setattr(target, self._json, bytes(value))
        elif self._json and isinstance(value, Mapping):
            import json

            setattr(target, self._json, json.dumps(value).encode())
        else:
            if isinstance(value, Mapping) and self._kind is _models.CommandResponse:
                value = command_response(value)
            try:
                target.CopyFrom(self._kind._message_of(value))
            except TypeError as error:
                known = isinstance(value, (Model, Message, Mapping))
                raise self._wrong(value, str(error) if known else "") from None
        target.SetInParent()


class Many(Shape[R]):
    """The hook has a list of things as its result."""

    def __init__(self, hook: str, response: Type[R], *parts: Part) -> None:
        super().__init__(hook, response, *parts)
        ((self._name, self._kind),) = parts

    def _encode(self, result: Any) -> Any:
        response: Any = self._new()
        value, error = self._split(result, (list, tuple, Sequence))
        if value is not None:
            if isinstance(value, (str, bytes, Mapping)):
                raise self._wrong(value)
            try:
                getattr(response, self._name).extend(self._kind._messages_of(value))
            except TypeError as problem:
                raise self._wrong(value, str(problem)) from None
        if error not in (None, ""):
            self._fail(response, error, self._returned)
        return response

    def _accepted(self) -> List[str]:
        return [f"a list of {self._kind.__name__}", *super()._accepted()[1:]]


def _is_error(value: Any) -> bool:
    return isinstance(value, (str, BaseException, _models.AppError, _models.AppError._message))


def _class_name(kind: Type[BaseException]) -> str:
    """Name an exception's class as tracebacks do."""
    if kind.__module__ in ("builtins", "__main__"):
        return kind.__qualname__
    return f"{kind.__module__}.{kind.__qualname__}"


def command_response(given: Mapping[str, Any]) -> CommandResponse:
    """Return the answer to a command that is given as a dict, with the keys that JSON has for it.

    `attachments` as chat clients know them (with `fallback`, `title`, ...) become a prop of the
    post; `extra_responses` are further answers.
    """
    values: Dict[str, Any] = dict(given)
    further = [_further(response) for response in values.pop("extra_responses", None) or ()]
    attachments = list(values.pop("attachments", None) or ())
    known = set(_models.CommandResponse._attributes)
    if all(not isinstance(item, Mapping) or set(item) <= known for item in attachments):
        further = [_further(item) for item in attachments] + further
    else:
        values["props"] = {**(values.get("props") or {}), "attachments": attachments}
    return _models.CommandResponse(**values, attachments=further)


def _further(response: Any) -> Any:
    return command_response(response) if isinstance(response, Mapping) else response
