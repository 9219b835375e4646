"""Buttons, menus and dialogs, and the methods that are called when people use them.

```python
class Polls(Plugin):
    @command("poll")
    def ask(self, call: CommandCall, question: Rest) -> CommandResponse:
        yes = self.ui.button("vote", "Yes", style="primary", context={"answer": "yes"})
        return CommandResponse(props=self.ui.props(attachment(question, actions=[yes])))

    @action
    def vote(self, click: Click) -> str:
        return f"You said {click.context['answer']}"
```

What a button or dialog carries is signed, so that nobody can call the method with something else.
"""

from __future__ import annotations

import functools
import hashlib
import hmac
import inspect
import json
import secrets
from datetime import timedelta
from typing import (
    TYPE_CHECKING,
    Any,
    Callable,
    Dict,
    Iterable,
    List,
    Mapping,
    Optional,
    Sequence,
    Tuple,
    TypeVar,
    Union,
    overload,
)

from mattermost_plugin._internal.both import BlockingWay, Way, now
from mattermost_plugin._internal.features import Feature, Mark, mark
from mattermost_plugin._internal.results import neutral_text
from mattermost_plugin._internal.typed import to_json
from mattermost_plugin.exceptions import UserError
from mattermost_plugin.hooks import HookRegistrationError

if TYPE_CHECKING:
    from typing import Literal

    from mattermost_plugin.models import PluginContext
    from mattermost_plugin.plugin import Plugin

F = TypeVar("F", bound=Callable[..., Any])

_ACTIONS = "/-/actions/"
_DIALOGS = "/-/dialogs/"
_KEY = "krait_signing"

#: Choices of a menu or a field: texts, or pairs of what is shown and what is meant.
Choices = Sequence[Union[str, Tuple[str, str]]]


class FormError(Exception):
    """What was entered does not fit.

    Args:
        reasons: for each field what is wrong with it.
    """

    def __init__(self, **reasons: str) -> None:
        super().__init__("; ".join(f"{name}: {reason}" for name, reason in reasons.items()))
        self.reasons = reasons


class _Use:
    def __init__(self, plugin: Plugin, user_id: str, told: Mapping[str, Any], context: Any) -> None:
        self.plugin = plugin
        self.user_id = user_id
        self.told = told
        self.context = context

    def _text(self, name: str) -> str:
        value = self.told.get(name)
        return value if isinstance(value, str) else ""

    @property
    def channel_id(self) -> str:
        """Where it was used, as the client says."""
        return self._text("channel_id")

    @property
    def team_id(self) -> str:
        """The team in which it was used, as the client says."""
        return self._text("team_id")


class Click(_Use):
    """One use of a button or a menu.

    Attributes:
        user_id: who used it, as the host knows.
        context: what was given to the button.
        told: all that the host has told, which nobody has signed.
    """

    @property
    def post_id(self) -> str:
        """The post that has it, as the client says."""
        return self._text("post_id")

    @property
    def trigger_id(self) -> str:
        """What a dialog is opened with."""
        return self._text("trigger_id")

    @property
    def selected(self) -> str:
        """What was chosen of a menu."""
        context = self.told.get("context")
        value = context.get("selected_option") if isinstance(context, Mapping) else None
        return value if isinstance(value, str) else ""


class Form(_Use):
    """What was entered into a dialog.

    Attributes:
        user_id: who entered it, as the host knows.
        context: what was given when the dialog was opened.
        told: all that the host has told, which nobody has signed.
    """

    @property
    def values(self) -> Mapping[str, Any]:
        """What was entered, by field."""
        values = self.told.get("submission")
        return values if isinstance(values, Mapping) else {}

    @property
    def cancelled(self) -> bool:
        """Whether the dialog was closed; only told where it was asked for."""
        return bool(self.told.get("cancelled"))


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
        for kind, prefix in (("action", _ACTIONS), ("submission", _DIALOGS)):
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

    def _use(self, kind: str, name: str, user_id: str, told: Any) -> _Use:
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


class _Base:
    def __init__(self, plugin: Plugin, way: Way) -> None:
        self._plugin = plugin
        self._way = way

    async def _key(self) -> bytes:
        key: Optional[bytes] = self._plugin.__dict__.get("_signing_key")
        if key is None:
            api = self._way.api
            # The first process makes it for all.
            await api.kv_compare_and_set(_KEY, None, secrets.token_hex(32).encode())
            key = await api.kv_get(_KEY)
            if not key:
                raise RuntimeError("the host does not keep the key that signs buttons")
            self._plugin.__dict__["_signing_key"] = key
        return key

    async def _sign(self, what: str, context: Any, expires: Optional[timedelta]) -> str:
        data: Dict[str, Any] = {"c": to_json(context)}
        if expires is not None:
            data["u"] = self._plugin._clock.now() + expires.total_seconds()
        text = json.dumps(data, separators=(",", ":"))
        return f"{_mac(await self._key(), what, text)}.{text}"

    async def _verify(self, what: str, signed: str) -> Any:
        mac, _, text = signed.partition(".")
        if not hmac.compare_digest(mac, _mac(await self._key(), what, text)):
            raise ValueError("its signature is wrong")
        data = json.loads(text)
        if "u" in data and data["u"] < self._plugin._clock.now():
            raise ValueError("it has expired")
        return data["c"]

    @property
    def _root(self) -> str:
        config = self._plugin.config
        return f"/plugins/{config.plugin_id if config else ''}"

    async def _control(
        self, name: str, values: Dict[str, Any], context: Any, expires: Optional[timedelta]
    ) -> Dict[str, Any]:
        signed = await self._sign(f"action/{name}", context, expires)
        url = f"{self._root}{_ACTIONS}{name}"
        # The same in each version of a post: who sees an older one can still use it.
        # Of letters and digits alone, as hosts of the field want it.
        told = json.dumps([values["name"], to_json(context)])
        values["id"] = _mac(await self._key(), f"id/{name}", told)[:16]
        return {**values, "integration": {"url": url, "context": {"signed": signed}}}

    async def _open(
        self,
        trigger_id: str,
        name: str,
        dialog: Dict[str, Any],
        context: Any,
        expires: Optional[timedelta],
    ) -> None:
        state = await self._sign(f"dialog/{name}", context, expires)
        request = {
            "trigger_id": trigger_id,
            "url": f"{self._root}{_DIALOGS}{name}",
            "dialog": {**dialog, "callback_id": name, "state": state},
        }
        await self._way.api.open_interactive_dialog(request)


def _mac(key: bytes, what: str, text: str) -> str:
    return hmac.new(key, f"{what}\0{text}".encode(), hashlib.sha256).hexdigest()


def _button(name: str, label: str, style: str) -> Dict[str, Any]:
    found = {"name": label, "type": "button"}
    return {**found, "style": style} if style else found


def _menu(label: str, choices: Choices, source: str) -> Dict[str, Any]:
    found: Dict[str, Any] = {"name": label, "type": "select"}
    if source:
        found["data_source"] = source
    else:
        found["options"] = _options(choices)
    return found


def _options(choices: Choices) -> List[Dict[str, str]]:
    pairs = [(choice, choice) if isinstance(choice, str) else choice for choice in choices]
    return [{"text": text, "value": value} for text, value in pairs]


def _dialog(
    title: str, fields: Iterable[Mapping[str, Any]], text: str, submit: str, cancel: bool
) -> Dict[str, Any]:
    return {
        "title": title,
        "introduction_text": text,
        "elements": [dict(field) for field in fields],
        "submit_label": submit,
        "notify_on_cancel": cancel,
    }


class UI(_Base):
    """Makes what people click on; safe for use from several threads."""

    def __init__(self, plugin: Plugin) -> None:
        super().__init__(plugin, BlockingWay(plugin.api))

    def button(
        self,
        name: str,
        label: str,
        *,
        style: Literal["", "default", "primary", "success", "good", "warning", "danger"] = "",
        context: Any = None,
        expires: Optional[timedelta] = None,
    ) -> Dict[str, Any]:
        """Return a button.

        Args:
            name: the `@action` method.
            label: what is on it.
            style: how it looks.
            context: what the method gets, as JSON.
            expires: after what time it does nothing any more.
        """
        return now(self._control(name, _button(name, label, style), context, expires))

    def menu(
        self,
        name: str,
        label: str,
        choices: Choices = (),
        *,
        source: Literal["", "users", "channels"] = "",
        context: Any = None,
        expires: Optional[timedelta] = None,
    ) -> Dict[str, Any]:
        """Return a menu, whose choice the `@action` method finds in `click.selected`."""
        return now(self._control(name, _menu(label, choices, source), context, expires))

    def props(self, *attachments: Mapping[str, Any]) -> Dict[str, Any]:
        """Return the props of a post or answer with these attachments."""
        return {"attachments": [dict(one) for one in attachments]}

    def open_dialog(
        self,
        trigger_id: str,
        name: str,
        title: str,
        fields: Iterable[Mapping[str, Any]],
        *,
        text: str = "",
        submit: str = "",
        cancel: bool = False,
        context: Any = None,
        expires: Optional[timedelta] = None,
    ) -> None:
        """Open a dialog on the screen of a user.

        Args:
            trigger_id: that of the command or click that led to it.
            name: the `@submission` method.
            title: what stands above it, at most 24 characters.
            fields: what can be entered.
            text: what stands before the fields.
            submit: the label of its button.
            cancel: whether the method is called when it is closed, too.
            context: what the method gets, as JSON.
            expires: after what time it can be submitted no more.
        """
        dialog = _dialog(title, fields, text, submit, cancel)
        now(self._open(trigger_id, name, dialog, context, expires))

    def verify(self, what: str, signed: str) -> Any:
        """Return what was signed; raise ValueError where it was not signed here."""
        return now(self._verify(what, signed))


class AsyncUI(_Base):
    """Makes what people click on, as `UI` does, for coroutines."""

    def __init__(self, plugin: Plugin) -> None:
        super().__init__(plugin, Way(plugin.async_api))

    async def button(
        self,
        name: str,
        label: str,
        *,
        style: Literal["", "default", "primary", "success", "good", "warning", "danger"] = "",
        context: Any = None,
        expires: Optional[timedelta] = None,
    ) -> Dict[str, Any]:
        """Return a button: see `UI.button`."""
        return await self._control(name, _button(name, label, style), context, expires)

    async def menu(
        self,
        name: str,
        label: str,
        choices: Choices = (),
        *,
        source: Literal["", "users", "channels"] = "",
        context: Any = None,
        expires: Optional[timedelta] = None,
    ) -> Dict[str, Any]:
        """Return a menu: see `UI.menu`."""
        return await self._control(name, _menu(label, choices, source), context, expires)

    def props(self, *attachments: Mapping[str, Any]) -> Dict[str, Any]:
        """Return the props of a post or answer with these attachments."""
        return {"attachments": [dict(one) for one in attachments]}

    async def open_dialog(
        self,
        trigger_id: str,
        name: str,
        title: str,
        fields: Iterable[Mapping[str, Any]],
        *,
        text: str = "",
        submit: str = "",
        cancel: bool = False,
        context: Any = None,
        expires: Optional[timedelta] = None,
    ) -> None:
        """Open a dialog on the screen of a user: see `UI.open_dialog`."""
        dialog = _dialog(title, fields, text, submit, cancel)
        await self._open(trigger_id, name, dialog, context, expires)


def attachment(
    text: str = "",
    *,
    title: str = "",
    link: str = "",
    color: str = "",
    pretext: str = "",
    fallback: str = "",
    fields: Union[Mapping[str, str], Iterable[Tuple[str, str]]] = (),
    short: bool = True,
    image_url: str = "",
    footer: str = "",
    actions: Iterable[Mapping[str, Any]] = (),
) -> Dict[str, Any]:
    """Return an attachment of a post.

    Args:
        text: what it says, in Markdown.
        title: what stands above it.
        link: where the title leads to.
        color: of its edge, as #rrggbb, or good, warning or danger.
        pretext: what stands before it.
        fallback: what stands for it where attachments are not shown.
        fields: values with titles.
        short: whether two fields stand beside each other.
        image_url: a picture.
        footer: what stands below.
        actions: buttons and menus.
    """
    pairs = fields.items() if isinstance(fields, Mapping) else fields
    values: Dict[str, Any] = {
        "fallback": fallback or text or title,
        "text": text,
        "title": title,
        "title_link": link,
        "color": color,
        "pretext": pretext,
        "image_url": image_url,
        "footer": footer,
        "fields": [{"title": name, "value": value, "short": short} for name, value in pairs],
        "actions": [dict(one) for one in actions],
    }
    return {name: value for name, value in values.items() if value}


def text_field(
    name: str,
    label: str,
    *,
    kind: Literal["text", "email", "number", "password", "tel", "url", "textarea"] = "text",
    default: str = "",
    placeholder: str = "",
    help: str = "",
    optional: bool = False,
    min_length: int = 0,
    max_length: int = 0,
) -> Dict[str, Any]:
    """Return a field of a dialog into which text is entered."""
    return {
        "name": name,
        "display_name": label,
        "type": "textarea" if kind == "textarea" else "text",
        "subtype": "" if kind in ("text", "textarea") else kind,
        "default": default,
        "placeholder": placeholder,
        "help_text": help,
        "optional": optional,
        "min_length": min_length,
        "max_length": max_length,
    }


def select_field(
    name: str,
    label: str,
    choices: Choices = (),
    *,
    source: Literal["", "users", "channels"] = "",
    radio: bool = False,
    default: str = "",
    placeholder: str = "",
    help: str = "",
    optional: bool = False,
) -> Dict[str, Any]:
    """Return a field of a dialog in which one of some choices, or a user or channel, is chosen."""
    return {
        "name": name,
        "display_name": label,
        "type": "radio" if radio else "select",
        "data_source": source,
        "options": _options(choices),
        "default": default,
        "placeholder": placeholder,
        "help_text": help,
        "optional": optional,
    }


def check_field(
    name: str, label: str, *, text: str = "", default: bool = False, optional: bool = True
) -> Dict[str, Any]:
    """Return a field of a dialog that is ticked or not."""
    return {
        "name": name,
        "display_name": label,
        "type": "bool",
        "placeholder": text,
        "default": "true" if default else "",
        "optional": optional,
    }


__all__ = [
    "AsyncUI",
    "Choices",
    "Click",
    "Form",
    "FormError",
    "UI",
    "action",
    "attachment",
    "check_field",
    "select_field",
    "submission",
    "text_field",
]
