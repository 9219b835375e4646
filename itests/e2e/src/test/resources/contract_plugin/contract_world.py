"""What all areas of the contract work with."""

from __future__ import annotations

import io
import json
import struct
import tarfile
import time
import zlib
from typing import Any, Callable

from mattermost_plugin._generated.api import Api
from mattermost_plugin.exceptions import PluginAPIError
from mattermost_plugin.models import (
    Channel,
    Post,
    Team,
    User,
)

ID = "com.example.contract"
METHODS = sorted(name for name in vars(Api) if not name.startswith("_"))


def png(red: int) -> bytes:
    """A picture of 64 times 64 points of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    rows = b"".join(b"\x00" + bytes((red, 90, 160)) * 64 for _ in range(64))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 64, 64, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def archive(plugin_id: str) -> bytes:
    """The archive of a plugin that does nothing."""
    manifest = {
        "id": plugin_id,
        "name": "Installed",
        "version": "1.0.0",
        "server": {"executable": "plugin.py", "runtime": "python"},
    }
    script = (
        "from mattermost_plugin import Plugin\n"
        "from mattermost_plugin.server import run_plugin\n\n\n"
        "class Installed(Plugin):\n    pass\n\n\n"
        'if __name__ == "__main__":\n    run_plugin(Installed)\n'
    )
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as tar:
        for name, text in (("plugin.json", json.dumps(manifest)), ("plugin.py", script)):
            entry = tarfile.TarInfo(f"{plugin_id}/{name}")
            entry.size = len(text)
            tar.addfile(entry, io.BytesIO(text.encode()))
    return packed.getvalue()


class Recorder:
    """Passes calls on, and remembers which have succeeded and which the server does not have."""

    def __init__(self, api: Any) -> None:
        self.api = api
        self.succeeded: set[str] = set()
        self.unimplemented: set[str] = set()

    def __getattr__(self, name: str) -> Callable[..., Any]:
        method = getattr(self.api, name)

        def call(*args: Any, **kwargs: Any) -> Any:
            try:
                result = method(*args, **kwargs)
            except PluginAPIError as error:
                if error.status_code == 501:
                    self.unimplemented.add(name)
                raise
            self.succeeded.add(name)
            return result

        return call


def fails(status: int, call: Callable[..., Any], *args: Any, **kwargs: Any) -> None:
    """Assert that a call fails with this status."""
    try:
        call(*args, **kwargs)
    except PluginAPIError as error:
        assert error.status_code == status, f"{status} was expected: {error}"
    else:
        raise AssertionError(f"{status} was expected, and the call has succeeded")


def same(actual: Any, expected: Any) -> None:
    """Assert that two values are the same, and tell both."""
    assert actual == expected, f"{actual!r} and not {expected!r}"


def until(condition: Callable[[], bool], what: str, seconds: float = 20) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"waited in vain until {what}"
        time.sleep(0.05)


def switch_on(api: Any) -> None:
    """Switch on what a server has switched off until its administrator wants it."""
    config = json.loads(api.get_unsanitized_config())
    config["ServiceSettings"]["EnableUserAccessTokens"] = True
    config["ServiceSettings"]["EnableOAuthServiceProvider"] = True
    config["ServiceSettings"]["EnableCustomEmoji"] = True
    config["FileSettings"]["EnablePublicLink"] = True
    config["EmailSettings"]["SendPushNotifications"] = True
    config["EmailSettings"]["SendEmailNotifications"] = True
    config["SamlSettings"]["Enable"] = True
    api.save_config(json.dumps(config).encode())


class World:
    """A team with a channel and three people, whom all areas work with."""

    def __init__(self, api: Any) -> None:
        stamp = format(time.time_ns() // 1000, "x")
        self.stamp = stamp
        self.team = api.create_team(Team(name=f"team-{stamp}", display_name="Contract", type="O"))
        self.channel = api.create_channel(
            Channel(team_id=self.team.id, name=f"chan-{stamp}", display_name="Contract", type="O")
        )
        self.users = [self.user(api, f"{name}-{stamp}") for name in ("ann", "bob", "cid")]
        self.ann, self.bob, self.cid = self.users
        for user in self.users:
            api.create_team_member(self.team.id, user.id)
            api.add_channel_member(self.channel.id, user.id)

    def user(self, api: Any, name: str) -> Any:
        """A new user of this name."""
        return api.create_user(
            User(username=name, email=f"{name}@example.com", password="Secret-Word-1")
        )

    def post(self, api: Any, text: str, **more: Any) -> Any:
        """A new post of Ann's."""
        return api.create_post(
            Post(channel_id=self.channel.id, user_id=self.ann.id, message=text, **more)
        )
