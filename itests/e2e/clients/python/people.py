"""People who use a server by a public driver for Python, and a bot of a public framework.

What goes wrong ends this with a traceback. The arguments: the server's port, and the token of its
administrator.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mattermostautodriver import Driver
from mattermostautodriver.exceptions import NotEnoughPermissions

PATIENCE = 60.0


def awaited(what: str, find: Callable[[], Any]) -> Any:
    """Return what `find` returns, as soon as that is something."""
    deadline = time.monotonic() + PATIENCE
    while not (found := find()):
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        time.sleep(0.05)
    return found


def driver(port: int, **login: str) -> Driver:
    one = Driver({"scheme": "http", "url": "127.0.0.1", "port": port, "verify": False, **login})
    one.login()
    return one


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def said(who: Driver, channel: str) -> list[dict[str, Any]]:
    posts = who.posts.get_posts_for_channel(channel)
    return [posts["posts"][one] for one in posts["order"]]


def one_said(who: Driver, channel: str, message: str) -> dict[str, Any] | None:
    return next((post for post in said(who, channel) if post["message"] == message), None)


def main(port: int, token: str) -> None:
    admin = driver(port, token=token)
    admin.system.patch_config(
        {
            "ServiceSettings": {
                "EnableBotAccountCreation": True,
                # The bot's own server is on this machine.
                "AllowedUntrustedInternalConnections": "127.0.0.1",
            }
        }
    )
    team = admin.teams.create_team({"name": "reds", "display_name": "Reds", "type": "O"})["id"]
    channel = admin.channels.get_channel_by_name(team, "town-square")["id"]
    bot = admin.bots.create_bot({"username": "greeter", "display_name": "Greeter"})
    admin.teams.add_team_member(team, {"team_id": team, "user_id": bot["user_id"]})
    secret = admin.users.create_user_access_token(bot["user_id"], {"description": "bot"})["token"]

    hook_port = free_port()
    process = subprocess.Popen(
        [
            sys.executable,
            Path(__file__).with_name("bot.py"),
            "http://127.0.0.1",
            str(port),
            str(hook_port),
        ],
        env={**os.environ, "BOT_TOKEN": secret},
    )
    try:
        answers(admin, channel)
        hears_of_webhooks(admin, team, channel, hook_port)
        keeps_to_its_place(driver(port, token=secret))
    finally:
        process.terminate()
        process.wait(PATIENCE)


def answers(admin: Driver, channel: str) -> None:
    """The bot reacts, answers in the thread with a file, and writes directly."""

    def greeted() -> dict[str, Any] | None:
        # Whatever is said before the bot listens, it does not hear.
        asked = admin.posts.create_post({"channel_id": channel, "message": "@greeter greet me"})
        deadline = time.monotonic() + 2
        while time.monotonic() < deadline:
            if admin.posts.get_post(asked["id"])["has_reactions"]:
                return asked
            time.sleep(0.05)
        return None

    asked = awaited("the bot", greeted)
    reactions = admin.reactions.get_reactions(asked["id"])
    assert [one["emoji_name"] for one in reactions] == ["wave"]
    reply = awaited("the reply", lambda: one_said(admin, channel, "here you are"))
    assert reply["root_id"] == asked["id"]
    (file,) = reply["metadata"]["files"]
    assert file["name"] == "greeting.txt"
    assert admin.files.get_file(file["id"]).text.startswith("Hello, ")

    admin.posts.create_post({"channel_id": channel, "message": "@greeter whisper"})
    direct = admin.channels.create_direct_channel([admin.client.userid, reply["user_id"]])["id"]
    awaited("the bot's direct message", lambda: one_said(admin, direct, "between us"))


def hears_of_webhooks(admin: Driver, team: str, channel: str, hook_port: int) -> None:
    """What comes in by one webhook goes out by another to the bot, which posts it."""
    incoming = admin.webhooks.create_incoming_webhook({"channel_id": channel, "display_name": "in"})
    admin.client.call_webhook(incoming["id"], {"text": "from outside"})
    awaited("the webhook's post", lambda: one_said(admin, channel, "from outside"))

    admin.webhooks.create_outgoing_webhook(
        {
            "team_id": team,
            "channel_id": channel,
            "display_name": "out",
            "trigger_words": ["tell"],
            "callback_urls": [f"http://127.0.0.1:{hook_port}/hooks/told"],
            "content_type": "application/json",
        }
    )
    admin.posts.create_post({"channel_id": channel, "message": "tell the bot"})
    awaited("the bot hears", lambda: one_said(admin, channel, "heard: tell the bot"))


def keeps_to_its_place(bot: Driver) -> None:
    """A bot may not do what an administrator may, and the driver knows the error."""
    try:
        bot.system.get_config()
    except NotEnoughPermissions as refused:
        assert "permission" in str(refused)
    else:
        raise AssertionError("a bot reads the configuration")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
