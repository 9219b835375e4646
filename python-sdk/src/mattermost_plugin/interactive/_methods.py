"""The methods that are called when people use what a plugin shows."""

from __future__ import annotations

import functools
import inspect
import json
from typing import (
    TYPE_CHECKING,
    Any,
    Callable,
    Dict,
    Mapping,
    Optional,
    Tuple,
    TypeVar,
    overload,
)

from mattermost_plugin._internal.features import Feature, Mark, mark
from mattermost_plugin._internal.results import neutral_text
from mattermost_plugin._internal.typed import to_json
from mattermost_plugin.exceptions import UserError
from mattermost_plugin.hooks import HookRegistrationError
from mattermost_plugin.interactive._signing import ACTIONS, DIALOGS
from mattermost_plugin.interactive._ui import UI
from mattermost_plugin.interactive._uses import Click, Form, FormError, Use

if TYPE_CHECKING:
    from mattermost_plugin.models import PluginContext
    from mattermost_plugin.plugin import Plugin

F = TypeVar("F", bound=Callable[..., Any])


class _InteractiveMark(Mark):
    def __init__(self, kind: str, name: str) -> None:
        self.kind = kind
        self.name = name


@overload
def action(name: F) -> F: ...
@overload
def action(name: str = "") -> Callable[[F], F]: ...
def action(name: Any = "") -> Any:
    """Have a method called when a button or menu of that name is used; it gets the `Click`.

    It returns a text, which only the user sees, a `Post` or a dict of its values, which is what the
    post becomes, or None. It may be a coroutine. The text of a `UserError` is shown to the user.
    """
    return _decorated("action", name)


@overload
def submission(name: F) -> F: ...
@overload
def submission(name: str = "") -> Callable[[F], F]: ...
def submission(name: Any = "") -> Any:
    """Have a method called when a dialog of that name is submitted; it gets the `Form`.

    It returns None where all is well. A `FormError` says what is wrong with each field, a
    `UserError` what is wrong besides; the dialog stays open then.
    """
    return _decorated("submission", name)


def _decorated(kind: str, name: Any) -> Any:
    if callable(name):
        return mark(name, _InteractiveMark(kind, getattr(name, "__name__", "")))
    return lambda method: mark(method, _InteractiveMark(kind, name or method.__name__))


class Interactions(Feature):
    """The methods of one plugin that are called when people use what it shows."""

    hooks = ("ServeHTTP",)

    def __init__(self, plugin: Plugin, marked: Mapping[str, Any]) -> None:
        super().__init__(plugin, marked)
        self._methods = _methods(type(plugin), marked)

    @classmethod
    def check(cls, owner: type, marked: Mapping[str, Any]) -> None:
        _methods(owner, marked)

    def handle(self, hook: str, args: Tuple[Any, ...], own: Callable[[], Any]) -> Any:
        context, writer, request = args
        for kind, prefix in (("action", ACTIONS), ("submission", DIALOGS)):
            if request.path.startswith(prefix):
                return self._answer(kind, request.path[len(prefix) :], context, writer, request)
        if self.plugin._own.get(hook) is None:
            return _write(writer, 404, {"error": "there is no such page"})
        return own()

    def _answer(
        self, kind: str, name: str, context: PluginContext, writer: Any, request: Any
    ) -> Any:
        method = self._methods.get((kind, name))
        if method is None or request.method != "POST":
            return _write(writer, 404, {"error": "there is no such button or dialog"})
        if not request.user_id:
            return _write(writer, 401, {"error": "nobody is logged in"})
        try:
            told = json.loads(request.body)
            use = self._use(kind, name, request.user_id, told)
        except (ValueError, TypeError, AttributeError, LookupError) as error:
            return _write(writer, 400, {"error": f"this does not come from the plugin: {error}"})
        finish = functools.partial(self._finish, kind, context, writer)
        try:
            result = getattr(self.plugin, method)(use)
        except Exception as error:
            return finish(None, error)
        return _awaited(result, finish) if inspect.isawaitable(result) else finish(result, None)

    def _use(self, kind: str, name: str, user_id: str, told: Any) -> Use:
        ui = UI(self.plugin)
        if kind == "action":
            signed = told["context"]["signed"]
            return Click(self.plugin, user_id, told, ui.verify(f"action/{name}", signed))
        return Form(self.plugin, user_id, told, ui.verify(f"dialog/{name}", told["state"]))

    def _finish(
        self, kind: str, context: Any, writer: Any, result: Any, error: Optional[Exception]
    ) -> None:
        if isinstance(error, FormError):
            answer: Any = {"errors": error.reasons}
        elif isinstance(error, UserError):
            answer = {"ephemeral_text" if kind == "action" else "error": str(error)}
        elif error is not None:
            request_id = context.request_id if context else ""
            self.plugin.logger.error("%s failed (request %s)", kind, request_id, exc_info=error)
            text = neutral_text(kind, request_id)
            answer = {"ephemeral_text" if kind == "action" else "error": text}
        elif isinstance(result, str):
            answer = {"ephemeral_text": result} if kind == "action" else {"error": result}
        elif result is None:
            answer = {}
        else:
            post = to_json(result)
            answer = {"update": post}
        _write(writer, 200, answer)


async def _awaited(result: Any, finish: Callable[[Any, Optional[Exception]], None]) -> None:
    try:
        value = await result
    except Exception as error:
        finish(None, error)
    else:
        finish(value, None)


def _write(writer: Any, status: int, answer: Any) -> None:
    writer.set_header("Content-Type", "application/json")
    writer.write_header(status)
    writer.write(json.dumps(answer).encode())


def _methods(owner: type, marked: Mapping[str, Any]) -> Dict[Tuple[str, str], str]:
    methods: Dict[Tuple[str, str], str] = {}
    for name, marks in marked.items():
        for said in marks:
            where = f"@{said.kind} on {owner.__module__}.{owner.__qualname__}.{name}"
            if (said.kind, said.name) in methods:
                other = methods[said.kind, said.name]
                raise HookRegistrationError(f"{where}: {other} is called {said.name!r} already")
            if not said.name.replace("-", "_").isidentifier():
                raise HookRegistrationError(f"{where}: {said.name!r} cannot be part of a path")
            methods[said.kind, said.name] = name
    return methods


_InteractiveMark.feature = Interactions
