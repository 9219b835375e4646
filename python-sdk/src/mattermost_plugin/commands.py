"""Commands of a plugin as methods, with arguments that are parsed by the methods' signatures.

```python
class Polls(Plugin):
    @command("poll create", help="Asks a question")
    def create(self, call: CommandCall, question: str, *answers: str, days: int = 7) -> str:
        return f"Created {question} for {days} days"
```

`/poll create "Tea or coffee?" tea coffee --days 2` calls it. `/poll help` is answered without a
method, and each first word is registered with the host when the plugin is activated. Hosts that
complete arguments while a user types are told how the commands are written.
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, Callable, Dict, List, Mapping, Optional, Tuple, TypeVar

from mattermost_plugin import models
from mattermost_plugin._internal.command_lines import BadLineError, Grammar, Rest
from mattermost_plugin._internal.features import Feature, Mark, mark
from mattermost_plugin.exceptions import UserError
from mattermost_plugin.hooks import HookRegistrationError

if TYPE_CHECKING:
    from typing import Literal

    from mattermost_plugin.models import (
        AutocompleteArgument,
        AutocompleteData,
        CommandArgs,
        PluginContext,
    )
    from mattermost_plugin.plugin import Plugin

F = TypeVar("F", bound=Callable[..., Any])


class CommandCall:
    """One use of a command.

    Attributes:
        context: what is known of the user's request.
        args: the command as the host tells it.
        path: the words that chose the method, such as "poll create".
        text: what follows these, as it was written.
    """

    def __init__(
        self,
        plugin: Plugin,
        context: Optional[PluginContext],
        args: CommandArgs,
        path: str,
        text: str,
    ) -> None:
        self.plugin = plugin
        self.context = context
        self.args = args
        self.path = path
        self.text = text

    @property
    def user_id(self) -> str:
        """Who used the command."""
        return self.args.user_id

    @property
    def channel_id(self) -> str:
        """Where it was used."""
        return self.args.channel_id

    @property
    def team_id(self) -> str:
        """The team in which it was used."""
        return self.args.team_id

    @property
    def root_id(self) -> str:
        """The thread in which it was used, empty outside of one."""
        return self.args.root_id

    @property
    def trigger_id(self) -> str:
        """What a dialog is opened with."""
        return self.args.trigger_id


class _CommandMark(Mark):
    def __init__(
        self,
        path: Tuple[str, ...],
        help: str,
        hint: str,
        permission: str,
        scope: str,
        lists: Mapping[str, str],
    ) -> None:
        self.path = path
        self.help = help
        self.hint = hint
        self.permission = permission
        self.scope = scope
        self.lists = lists


def command(
    path: str,
    *,
    help: str = "",
    hint: str = "",
    permission: str = "",
    scope: Literal["system", "team", "channel"] = "system",
    lists: Optional[Mapping[str, str]] = None,
) -> Callable[[F], F]:
    """Make a method the answer to a command.

    The method gets a `CommandCall`, and then what the user has written, by the annotations of its
    parameters: `str`, `int`, `float`, `bool`, `timedelta` ("1h30m"), an `Enum`, a `Literal`, `User`
    ("@ann"), `Channel` ("~town-square"). A parameter of the type `Rest` takes all that is left,
    `*args` each word of it, and parameters after `*` are options: `--days 2`. What does not fit is
    answered with the command's usage.

    It returns a `str`, which only the user sees, a `CommandResponse`, a dict of its values, or
    None. It may be a coroutine. A `UserError` that it raises is shown to the user.

    Args:
        path: the words that choose the method, the first of which is registered with the host.
        help: what it does, in a line; by default the first one of the method's docstring.
        hint: how its arguments are written; by default what follows from the method's signature.
        permission: what the user must be allowed, such as "manage_system".
        scope: where that must hold.
        lists: where the plugin has the values that a parameter may have just then, by its name: a
            path below the plugin's own address, which answers GET with a JSON list of objects with
            `Item`, `Hint` and `HelpText`. Hosts ask there while a user types.
    """
    words = tuple(path.strip().lstrip("/").split())
    if not words:
        raise HookRegistrationError("@command needs the command's words, as in 'poll create'")
    if scope not in ("system", "team", "channel"):
        raise HookRegistrationError(f"@command {path!r}: scope is not {scope!r}")

    def decorate(method: F) -> F:
        line = help or (inspect.getdoc(method) or "").partition("\n")[0]
        found: F = mark(method, _CommandMark(words, line, hint, permission, scope, lists or {}))
        return found

    return decorate


class _Route:
    def __init__(self, said: _CommandMark, name: str, grammar: Grammar) -> None:
        self.path = said.path
        self.name = name
        self.grammar = grammar
        self.help = said.help
        self.permission = said.permission
        self.scope = said.scope
        self.hint = said.hint or grammar.usage
        self.arguments = grammar.arguments(said.lists)

    @property
    def line(self) -> str:
        return f"/{' '.join(self.path)} {self.hint}".rstrip()


class Router(Feature):
    """The commands of one plugin."""

    hooks = ("ExecuteCommand", "DescribeCommand")
    lives = True

    def __init__(self, plugin: Plugin, marked: Mapping[str, Any]) -> None:
        super().__init__(plugin, marked)
        self._routes = routes_of(type(plugin), marked)

    @classmethod
    def check(cls, owner: type, marked: Mapping[str, Any]) -> None:
        routes_of(owner, marked)

    async def start(self) -> None:
        for entry in self.registrations():
            await self.plugin.async_api.register_command(entry)

    def registrations(self) -> List[Dict[str, Any]]:
        """Return what is registered with the host."""
        found = []
        for trigger in sorted({path[0] for path in self._routes}):
            routes = [route for path, route in self._routes.items() if path[0] == trigger]
            alone = self._routes.get((trigger,))
            if alone is not None and len(routes) == 1:
                hint = alone.hint
            else:
                words = [route.path[1] for route in routes if len(route.path) > 1]
                hint = f"[{'|'.join([*dict.fromkeys(words), 'help'])}]"
            about = alone.help if alone is not None and alone.help else ""
            if not about and len(routes) == 1:
                about = routes[0].help
            found.append(
                {
                    "trigger": trigger,
                    "auto_complete": True,
                    "auto_complete_hint": hint,
                    "auto_complete_desc": about or f"Commands of {type(self.plugin).__name__}",
                    "display_name": trigger,
                    "description": about,
                }
            )
        return found

    def handle(self, hook: str, args: Tuple[Any, ...], own: Callable[[], Any]) -> Any:
        if hook == "DescribeCommand":
            nodes = {node["Trigger"].lower(): node for node in _nodes(self._routes)}
            node = nodes.get(args[2])
            return own() if node is None else _described(node)
        context, given = args
        words = given.command.strip().lstrip("/").split()
        trigger = words[0] if words else ""
        if not any(path[0] == trigger for path in self._routes):
            return own()
        route = self._routes.get(self._longest(words))
        if len(words) > 1 and words[1] == "help" and (trigger, "help") not in self._routes:
            return self._help(given, trigger, words[2:])
        if route is None:
            return self._help(given, trigger, [])
        try:
            return self._call(route, context, given)
        except UserError as error:
            return str(error)
        except BadLineError as error:
            return f"{error}\nUsage: `{route.line}`"

    def _longest(self, words: List[str]) -> Tuple[str, ...]:
        for length in range(len(words), 0, -1):
            if tuple(words[:length]) in self._routes:
                return tuple(words[:length])
        return ()

    def _call(self, route: _Route, context: Any, given: CommandArgs) -> Any:
        if not self._may(route, given):
            raise UserError(f"You are not allowed to use `/{' '.join(route.path)}`.")
        text = given.command.strip().lstrip("/").split(None, len(route.path))[len(route.path) :]
        rest = text[0] if text else ""
        call = CommandCall(self.plugin, context, given, " ".join(route.path), rest)
        words, options = route.grammar.read(rest, self.plugin.api, given)
        result = getattr(self.plugin, route.name)(call, *words, **options)
        return _awaited(result) if inspect.isawaitable(result) else result

    def _may(self, route: _Route, given: CommandArgs) -> bool:
        if not route.permission:
            return True
        api = self.plugin.api
        if route.scope == "team":
            return api.has_permission_to_team(given.user_id, given.team_id, route.permission)
        if route.scope == "channel":
            return api.has_permission_to_channel(given.user_id, given.channel_id, route.permission)
        return api.has_permission_to(given.user_id, route.permission)

    def _help(self, given: CommandArgs, trigger: str, words: List[str]) -> str:
        lines = []
        for path, route in sorted(self._routes.items()):
            meant = path[0] == trigger and list(path[1 : 1 + len(words)]) == words
            if meant and self._may(route, given):
                lines.append(f"- `{route.line}`" + (f": {route.help}" if route.help else ""))
        if not lines and words:
            return self._help(given, trigger, [])
        return "\n".join(lines) or "There is no command here that you are allowed to use."


async def _awaited(result: Any) -> Any:
    try:
        return await result
    except UserError as error:
        return str(error)


def routes_of(owner: type, marked: Mapping[str, Any]) -> Dict[Tuple[str, ...], _Route]:
    """Return the commands of a class by their words."""
    routes: Dict[Tuple[str, ...], _Route] = {}
    for name, marks in marked.items():
        where = f"@command on {owner.__module__}.{owner.__qualname__}.{name}"
        for said in marks:
            try:
                route = _Route(said, name, Grammar.of(getattr(owner, name)))
            except TypeError as error:
                raise HookRegistrationError(f"{where}: {error}") from None
            other = routes.get(said.path)
            if other is not None:
                raise HookRegistrationError(
                    f"{where}: {other.name} answers '{' '.join(said.path)}' already"
                )
            routes[said.path] = route
    return routes


def autocomplete_data(plugin_class: type) -> List[Dict[str, Any]]:
    """Return the commands of a plugin as the field's `AutocompleteData` is written in JSON."""
    marked: Any = getattr(plugin_class, "_marked", {}).get(Router, {})
    return _nodes(routes_of(plugin_class, marked))


def _nodes(routes: Mapping[Tuple[str, ...], _Route]) -> List[Dict[str, Any]]:
    roots: Dict[Tuple[str, ...], Dict[str, Any]] = {}
    for path, route in sorted(routes.items()):
        for length in range(1, len(path) + 1):
            part = path[:length]
            if part not in roots:
                roots[part] = _node(part[-1])
                if length > 1:
                    roots[part[:-1]]["SubCommands"].append(roots[part])
        node = roots[path]
        node.update(Hint=route.hint, HelpText=route.help, Arguments=route.arguments)
        if route.permission == "manage_system":
            node["RoleID"] = "system_admin"
    return [node for path, node in roots.items() if len(path) == 1]


def _node(trigger: str) -> Dict[str, Any]:
    return {
        "Trigger": trigger,
        "Hint": "",
        "HelpText": "",
        "RoleID": "system_user",
        "Arguments": [],
        "SubCommands": [],
    }


def _described(node: Mapping[str, Any]) -> AutocompleteData:
    # Words are chosen among before arguments are written, and hosts look at arguments first.
    subs = [_described(sub) for sub in node["SubCommands"]]
    return models.AutocompleteData(
        trigger=node["Trigger"],
        hint=node["Hint"],
        help_text=node["HelpText"],
        role_id=node["RoleID"],
        arguments=[] if subs else [_described_argument(one) for one in node["Arguments"]],
        sub_commands=subs,
    )


def _described_argument(argument: Mapping[str, Any]) -> AutocompleteArgument:
    data = argument["Data"]
    return models.AutocompleteArgument(
        name=argument["Name"],
        help_text=argument["HelpText"],
        type=argument["Type"],
        required=argument["Required"],
        hint=data.get("Hint", ""),
        pattern=data.get("Pattern", ""),
        items=[
            models.AutocompleteItem(one["Item"], one["Hint"], one["HelpText"])
            for one in data.get("PossibleArguments", ())
        ],
        fetch_url=data.get("FetchURL", ""),
    )


_CommandMark.feature = Router

__all__ = ["CommandCall", "Rest", "UserError", "autocomplete_data", "command"]
