"""Tests a plugin without a host, in milliseconds.

```python
def test_spam_is_refused():
    with PluginHarness(Moderator) as host:
        host.api.returns("get_user", User(id="u", username="ann"))

        answer = host.call(HookName.MessageWillBePosted, Post(user_id="u", message="spam"))

        assert answer.rejection_reason == "no spam, ann"
        assert host.api.calls_of("get_user") == [{"user_id": "u"}]
```
"""

from mattermost_plugin._internal.fake_api import ApiCall, FakeApi, FakeHost
from mattermost_plugin._internal.fake_http import AsyncHTTPAnswer, HTTPAnswer
from mattermost_plugin._internal.fake_websocket import (
    AsyncClientSocket,
    ClientSocket,
    WebSocketRefusedError,
)
from mattermost_plugin.testing._answers import HookAnswer, HookFailedError, UploadAnswer
from mattermost_plugin.testing._harness import PluginHarness

__all__ = [
    "ApiCall",
    "AsyncClientSocket",
    "AsyncHTTPAnswer",
    "ClientSocket",
    "FakeApi",
    "FakeHost",
    "HTTPAnswer",
    "HookAnswer",
    "HookFailedError",
    "PluginHarness",
    "UploadAnswer",
    "WebSocketRefusedError",
]
