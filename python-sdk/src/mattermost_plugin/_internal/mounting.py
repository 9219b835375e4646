"""What ASGI and WSGI applications have in common when they answer a plugin's HTTP requests."""

from __future__ import annotations

import functools
import threading
from typing import (
    TYPE_CHECKING,
    Any,
    Callable,
    Dict,
    Generic,
    NamedTuple,
    Optional,
    Tuple,
    TypeVar,
    Union,
)

from mattermost_plugin.hooks import HOOK_MARKER, HookName, hook_named

if TYPE_CHECKING:
    from mattermost_plugin.models import PluginContext
    from mattermost_plugin.plugin import Plugin

S = TypeVar("S")

_HTTP_HOOKS = (HookName.ServeHTTP, HookName.ServeMetrics)


class Mount(Generic[S]):
    """An application as an attribute of a plugin's class, where it is a hook's handler."""

    def __init__(
        self, app: Any, create: Optional[Callable[[Any], Any]], hook: Union[HookName, str]
    ) -> None:
        if (app is None) == (create is None):
            raise TypeError("mount takes either an application or, as create, what makes it")
        name = hook_named(hook)
        if name not in _HTTP_HOOKS:
            raise ValueError(f"mount is for {' and '.join(_HTTP_HOOKS)}, not for {name}")
        setattr(self, HOOK_MARKER, name.value)
        self._app = app
        self._create = create
        self._lock = threading.Lock()
        self._key = f"_mounted_{id(self)}"

    def __set_name__(self, owner: type, name: str) -> None:
        self._key = f"_mounted_{name}"

    def _application(self, plugin: Plugin) -> Any:
        return self._app if self._create is None else self._create(plugin)

    def _side(self, plugin: Plugin) -> S:
        raise NotImplementedError(f"{type(self).__name__} does not implement _side")

    def of(self, plugin: Plugin) -> S:
        """Return the application as it runs in `plugin`."""
        known = plugin.__dict__
        if self._key not in known:
            with self._lock:
                if self._key not in known:
                    known[self._key] = self._side(plugin)
        side: S = known[self._key]
        return side

    def __get__(self, plugin: Optional[Plugin], owner: type) -> Any:
        if plugin is None:
            return self
        side: Any = self.of(plugin)
        return side.serve

    def __call__(self, plugin: Plugin, *args: Any) -> Any:
        """Answer a request, as a method of the plugin that is called through its class."""
        return self.__get__(plugin, type(plugin))(*args)


class Target(NamedTuple):
    """Where a request goes to.

    Attributes:
        root: path under which clients see the plugin, without a slash at the end.
        path: encoded path below the root.
        query: encoded query.
    """

    root: str
    path: str
    query: str


def target_of(url: str, request_uri: str, plugin_id: str) -> Target:
    """Return where a request goes to."""
    path, _, query = url.partition("?")
    path = path or "/"
    whole = request_uri.partition("?")[0]
    if "://" in whole:
        whole = "/" + whole.partition("://")[2].partition("/")[2]
    root = ""
    if whole.endswith(path):
        root = whole[: -len(path)]
    elif path == "/":
        root = whole
    else:
        # The path was written in another way, but the plugin's place in it is known.
        place = f"/plugins/{plugin_id}/"
        at = whole.find(place)
        if plugin_id and at >= 0:
            root = whole[: at + len(place) - 1]
    return Target(root, path, query)


def plugin_id_of(plugin: Plugin) -> str:
    """Return the plugin's identifier, empty where the host did not tell it."""
    return "" if plugin.config is None else plugin.config.plugin_id


# Clients send one request after the other, and most ask for the same server.
@functools.lru_cache(maxsize=1024)
def address_of(text: str) -> Optional[Tuple[str, int]]:
    """Return host and port of "host:port", None where it is nothing like it."""
    host, colon, port = text.rpartition(":")
    if not colon or not port.isdigit():
        return (text.strip("[]"), 0) if text else None
    return host.strip("[]"), int(port)


def server_of(host: str, scheme: str) -> Tuple[str, int]:
    """Return name and port of the server that the client asked."""
    name, port = address_of(host) or ("localhost", 0)
    return name, port or (443 if scheme == "https" else 80)


def scheme_of(told: str) -> str:
    """Return the scheme that the client used, as proxies tell it in `X-Forwarded-Proto`."""
    first = told.partition(",")[0].strip().lower()
    return first if first in ("http", "https") else "http"


def facts_of(plugin: Plugin, context: Optional[PluginContext], user_id: str) -> Dict[str, Any]:
    """Return what an application is told besides the standard's own."""
    return {
        "mattermost.plugin": plugin,
        "mattermost.context": context,
        "mattermost.user_id": user_id,
    }
