"""The class that every plugin extends."""

from __future__ import annotations

import functools
import logging
import threading
import warnings
from datetime import datetime, timezone
from typing import (
    TYPE_CHECKING,
    Any,
    Callable,
    ClassVar,
    Coroutine,
    Dict,
    List,
    Mapping,
    Optional,
    Protocol,
    Tuple,
    Type,
    Union,
)

from mattermost_plugin._internal.background import Background
from mattermost_plugin._internal.clock import Clock
from mattermost_plugin._internal.features import Feature, features_of
from mattermost_plugin.hooks import HOOK_MARKER, HookName, HookRegistrationError, hook_named

if TYPE_CHECKING:
    from mattermost_plugin.async_client import AsyncPluginAPIClient
    from mattermost_plugin.bots import AsyncBotAccount, BotAccount
    from mattermost_plugin.client import PluginAPIClient
    from mattermost_plugin.cluster import AsyncMutex, Mutex
    from mattermost_plugin.i18n import AsyncI18n, I18n
    from mattermost_plugin.interactive import UI, AsyncUI
    from mattermost_plugin.jobs import AsyncJobs, Jobs
    from mattermost_plugin.kv import AsyncKVStore, KVStore
    from mattermost_plugin.runtime_config import RuntimeConfig

_LIFE = ("OnActivate", "OnDeactivate")

# Hooks that features of a class answer, and the methods by which they do.
_FEATURED = {
    "DescribeCommand": "_describe_command",
    "ExecuteCommand": "_execute_command",
    "OnConfigurationChange": "_on_configuration_change",
    "ServeHTTP": "_serve_http",
}

# Hooks that a handler of another one stands in for.
_MORE_THAN = {"FileWillBeUploaded": "FileWillBeUploadedStream"}


class Running(Protocol):
    """What a part is in one plugin. Both methods are called on the event loop for handlers."""

    async def start(self) -> None:
        """Begin; what is raised keeps the plugin from being activated."""

    async def stop(self) -> None:
        """End."""


class Part:
    """An attribute of a plugin's class that begins and ends with the plugin."""

    def of(self, plugin: Plugin) -> Running:
        """Return what it is in `plugin`."""
        raise NotImplementedError(f"{type(self).__name__} does not implement of")


class Plugin:
    """The class that every plugin extends.

    Methods with `@hook` handle the hooks that the host calls. Plain functions run in threads, some
    at the same time; coroutines run on the event loop, which they must not block. An `__init__` of
    one's own takes the arguments `api` and `config` and passes them on.

    Attributes:
        http_body_limit: bytes that the body of an HTTP request may have where it is read as a
            whole; longer ones are answered with status 413. There is no limit to streams.
    """

    http_body_limit: int = 32 * 1024 * 1024

    _handlers: ClassVar[Mapping[str, str]] = {}
    # Attributes that begin and end with the plugin.
    _parts: ClassVar[Tuple[str, ...]] = ()
    # What is marked for commands, jobs and the like, by feature and name.
    _marked: ClassVar[Mapping[Type[Feature], Mapping[str, Any]]] = {}
    # The attribute whose application takes WebSockets, where no handler does.
    _web_sockets: ClassVar[str] = ""
    # The handlers that are called by features.
    _own: ClassVar[Mapping[str, str]] = {}

    def __init__(
        self,
        api: Optional[PluginAPIClient] = None,
        config: Optional[RuntimeConfig] = None,
    ) -> None:
        self._api = api
        self._async_api: Optional[AsyncPluginAPIClient] = None
        self._config = config
        self._logger = logging.getLogger(type(self).__name__)
        self._background = Background(self._logger)
        self._clock = Clock()
        self._features = [feature(self, marked) for feature, marked in self._marked.items()]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        handlers: Dict[str, str] = {}
        parts: List[str] = []
        sockets = ""
        for name in dir(cls):
            if name.startswith("_"):
                continue
            if isinstance(getattr(cls, name, None), Part):
                parts.append(name)
            if getattr(getattr(cls, name, None), "takes_web_sockets", False):
                sockets = name
            found = _hook_of(cls, name)
            if found is None:
                if name in cls.__dict__ and name in HookName.__members__:
                    warnings.warn(
                        f"{cls.__module__}.{cls.__qualname__}.{name} is called like a hook, but"
                        " without @hook the host never calls it",
                        stacklevel=2,
                    )
                continue
            if found in handlers:
                raise HookRegistrationError(
                    f"{cls.__module__}.{cls.__qualname__} has two handlers of {found}:"
                    f" {handlers[found]} and {name}"
                )
            handlers[found] = name
        if sockets and HookName.ServeWebSocket.value not in handlers:
            handlers[HookName.ServeWebSocket.value] = "_serve_web_socket"
            cls._web_sockets = sockets
        cls._marked = features_of(cls)
        own: Dict[str, str] = {}
        for feature, marked in cls._marked.items():
            feature.check(cls, marked)
            for answered in feature.hooks:
                if handlers.get(answered) not in (None, _FEATURED[answered]):
                    own[answered] = handlers[answered]
                handlers[answered] = _FEATURED[answered]
        cls._handlers = handlers
        cls._own = own
        cls._parts = tuple(parts)

    @property
    def api(self) -> PluginAPIClient:
        """The host's API."""
        if self._api is None:
            raise RuntimeError(
                f"{type(self).__name__} has no API client: the host offers no API,"
                " or the plugin was made without one"
            )
        return self._api

    @property
    def async_api(self) -> AsyncPluginAPIClient:
        """The host's API for coroutines, over the same connection as `api`."""
        if self._async_api is None:
            self._async_api = self.api.as_async()
        return self._async_api

    # What authors keep under these names is theirs: none of them is in the way of an assignment.

    @functools.cached_property
    def kv(self) -> KVStore:
        """The plugin's own keys and values."""
        from mattermost_plugin.kv import KVStore

        return KVStore(self.api)

    @functools.cached_property
    def async_kv(self) -> AsyncKVStore:
        """The plugin's own keys and values, for coroutines."""
        from mattermost_plugin.kv import AsyncKVStore

        return AsyncKVStore(self.async_api)

    @functools.cached_property
    def jobs(self) -> Jobs:
        """What plans the jobs of `@once` methods."""
        from mattermost_plugin.jobs import Jobs

        return Jobs(self)

    @functools.cached_property
    def async_jobs(self) -> AsyncJobs:
        """What plans the jobs of `@once` methods, for coroutines."""
        from mattermost_plugin.jobs import AsyncJobs

        return AsyncJobs(self)

    @functools.cached_property
    def ui(self) -> UI:
        """What makes buttons, menus and dialogs."""
        from mattermost_plugin.interactive import UI

        return UI(self)

    @functools.cached_property
    def async_ui(self) -> AsyncUI:
        """What makes buttons, menus and dialogs, for coroutines."""
        from mattermost_plugin.interactive import AsyncUI

        return AsyncUI(self)

    @functools.cached_property
    def bot(self) -> BotAccount:
        """The plugin's bot."""
        from mattermost_plugin.bots import BotAccount

        return BotAccount(self)

    @functools.cached_property
    def async_bot(self) -> AsyncBotAccount:
        """The plugin's bot, for coroutines."""
        from mattermost_plugin.bots import AsyncBotAccount

        return AsyncBotAccount(self)

    @functools.cached_property
    def i18n(self) -> I18n:
        """The plugin's texts in the languages of its users."""
        from mattermost_plugin.i18n import I18n

        return I18n(self)

    @functools.cached_property
    def async_i18n(self) -> AsyncI18n:
        """The plugin's texts in the languages of its users, for coroutines."""
        from mattermost_plugin.i18n import AsyncI18n

        return AsyncI18n(self)

    def mutex(self, key: str, **options: Any) -> Mutex:
        """Return a lock that one thread of all processes of the plugin holds at a time."""
        from mattermost_plugin.cluster import Mutex

        return Mutex(self.api, key, **options)

    def async_mutex(self, key: str, **options: Any) -> AsyncMutex:
        """Return a lock that one task of all processes of the plugin holds at a time."""
        from mattermost_plugin.cluster import AsyncMutex

        return AsyncMutex(self.async_api, key, **options)

    def background(
        self, work: Union[Callable[..., Any], Coroutine[Any, Any, Any]], *args: Any
    ) -> None:
        """Begin to do something besides hooks: a function in a thread, a coroutine on the loop.

        What it raises is logged at once. When the plugin ends, coroutines are cancelled; functions
        that take long look at `ending` from time to time.
        """
        self._background.run(work, args)

    @functools.cached_property
    def ending(self) -> threading.Event:
        """What is set when the plugin ends; `ending.wait(seconds)` is a sleep that it ends."""
        return self._background.ending

    def now(self) -> datetime:
        """Return the time, in UTC, that jobs go by: in a test the one that it lets pass."""
        return datetime.fromtimestamp(self._clock.now(), timezone.utc)

    @property
    def logger(self) -> logging.Logger:
        """The logger named after the class."""
        return self._logger

    @property
    def config(self) -> Optional[RuntimeConfig]:
        """What the host told the plugin when it started it."""
        return self._config

    @classmethod
    def implemented_hooks(cls) -> List[str]:
        """Return the names of the hooks that have handlers, sorted."""
        return sorted(name.value for name in HookName if cls.has_hook(name))

    @classmethod
    def has_hook(cls, name: Union[HookName, str]) -> bool:
        """Return whether the host is to call the hook."""
        asked = str(name)
        return (
            asked in cls._handlers
            or _MORE_THAN.get(asked) in cls._handlers
            or bool(asked in _LIFE and (cls._parts or any(f.lives for f in cls._marked)))
        )

    def get_hook_handler(self, name: Union[HookName, str]) -> Optional[Callable[..., Any]]:
        """Return the hook's handler, None where there is none."""
        # A member of HookName is found by its text, which it is, too.
        method = self._handlers.get(name)
        if method is None:
            return None
        handler: Callable[..., Any] = getattr(self, method)
        return handler

    def invoke_hook(self, name: Union[HookName, str], *args: Any) -> Any:
        """Call the hook's handler and return what it returns, which may be a coroutine.

        Raises NotImplementedError where there is none.
        """
        handler = self.get_hook_handler(name)
        if handler is None:
            raise NotImplementedError(f"{type(self).__name__} does not handle {hook_named(name)}")
        return handler(*args)

    def get_parts(self) -> List[Running]:
        """Return what begins after the plugin was activated, and ends before it is deactivated."""
        parts = [getattr(type(self), name).of(self) for name in self._parts]
        return [*(feature for feature in self._features if feature.lives), *parts]

    async def _serve_web_socket(self, context: Any, socket: Any) -> None:
        application = getattr(type(self), self._web_sockets).of(self)
        await application.serve_web_socket(context, socket)

    def _describe_command(self, context: Any, team_id: str, trigger: str) -> Any:
        return self._featured("DescribeCommand", (context, team_id, trigger))

    def _execute_command(self, context: Any, args: Any) -> Any:
        return self._featured("ExecuteCommand", (context, args))

    def _on_configuration_change(self) -> Any:
        return self._featured("OnConfigurationChange", ())

    def _serve_http(self, context: Any, writer: Any, request: Any) -> Any:
        return self._featured("ServeHTTP", (context, writer, request))

    def _featured(self, hook: str, args: Tuple[Any, ...]) -> Any:
        def own() -> Any:
            name = self._own.get(hook)
            return getattr(self, name)(*args) if name else None

        step = own
        for feature in self._features:
            if hook in feature.hooks:
                step = functools.partial(feature.handle, hook, args, step)
        return step()


def _hook_of(cls: type, name: str) -> Optional[str]:
    """Return the hook that an attribute handles.

    A method that overrides a handler is one too, with or without a decorator of its own.
    """
    if not callable(getattr(cls, name, None)):
        return None
    for parent in cls.__mro__:
        found = getattr(parent.__dict__.get(name), HOOK_MARKER, None)
        if isinstance(found, str):
            return found
    return None


__all__ = ["Plugin"]
