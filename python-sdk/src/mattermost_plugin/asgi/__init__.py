"""Answers a plugin's HTTP requests by an ASGI application: Starlette, FastAPI, Django, ...

```python
class Web(Plugin):
    web = asgi.mount(app)
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Optional, Union

from mattermost_plugin._internal.mounting import Mount
from mattermost_plugin.asgi._messages import App, ClientGoneError, Message, Receive, Scope, Send
from mattermost_plugin.asgi._side import Side
from mattermost_plugin.hooks import HookName, hook_named
from mattermost_plugin.plugin import Part, Plugin

if TYPE_CHECKING:
    from typing import Literal


def mount(
    app: Optional[App] = None,
    *,
    create: Optional[Callable[[Any], App]] = None,
    lifespan: Literal["auto", "on", "off"] = "auto",
    hook: Union[HookName, str] = HookName.ServeHTTP,
) -> Any:
    """Have an ASGI application answer the plugin's HTTP requests, as an attribute of its class.

    It answers clients that want a WebSocket, too, unless a handler of `ServeWebSocket` does.

    The application runs on the event loop for handlers. Its `lifespan` begins after `OnActivate`,
    before the plugin counts as active, and ends before `OnDeactivate`; where its startup fails the
    plugin is not activated.

    A request's scope has, besides what ASGI says, the plugin as `mattermost.plugin`, its
    PluginContext as `mattermost.context` and the user who is logged in as `mattermost.user_id`,
    empty where nobody is. `root_path` is where clients see the plugin.

    A client that goes away is told by `http.disconnect`, and by `ClientGoneError` to who sends; the
    application is not cancelled for it.

    Args:
        app: the application.
        create: makes the application when the plugin begins; is called with the plugin.
        lifespan: whether the application has a lifespan: "auto" tries it out; with "on" its
            failure to handle one keeps the plugin from being activated.
        hook: which requests it answers: those of ServeHTTP or of ServeMetrics.
    """
    if lifespan not in ("auto", "on", "off"):
        raise ValueError(f'lifespan must be "auto", "on" or "off", not {lifespan!r}')
    return _ASGIMount(app, create, hook, lifespan)


class _ASGIMount(Mount["Side"], Part):
    def __init__(self, app: Any, create: Any, hook: Union[HookName, str], lifespan: str) -> None:
        super().__init__(app, create, hook)
        self._lifespan = lifespan
        #: Whether it answers clients that want a WebSocket, too.
        self.takes_web_sockets = hook_named(hook) == HookName.ServeHTTP

    def _side(self, plugin: Plugin) -> Side:
        return Side(plugin, lambda: self._application(plugin), self._lifespan)


__all__ = ["App", "ClientGoneError", "Message", "Receive", "Scope", "Send", "mount"]
