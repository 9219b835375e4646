"""A bot as its authors write it for the field's server: it knows nothing of Krait."""

import os
import sys
import tempfile
from pathlib import Path

from mmpy_bot import Bot, Message, Plugin, Settings, WebHookEvent, listen_to, listen_webhook


class Greeter(Plugin):
    """Greets those who mention it, and passes on what it hears by a webhook."""

    @listen_to("greet me", needs_mention=True)
    async def greet(self, message: Message) -> None:
        self.driver.react_to(message, "wave")
        note = Path(tempfile.mkdtemp()) / "greeting.txt"
        note.write_text(f"Hello, {message.sender_name}!")
        self.driver.reply_to(message, "here you are", file_paths=[note])

    @listen_to("whisper", needs_mention=True)
    async def whisper(self, message: Message) -> None:
        self.driver.reply_to(message, "between us", direct=True)

    @listen_webhook("told")
    async def told(self, event: WebHookEvent) -> None:
        self.driver.create_post(event.body["channel_id"], f"heard: {event.body['text']}")


if __name__ == "__main__":
    url, port, hook_port = sys.argv[1:]
    Bot(
        settings=Settings(
            MATTERMOST_URL=url,
            MATTERMOST_PORT=int(port),
            BOT_TOKEN=os.environ["BOT_TOKEN"],
            BOT_TEAM="reds",
            SSL_VERIFY=False,
            WEBHOOK_HOST_ENABLED=True,
            WEBHOOK_HOST_PORT=int(hook_port),
        ),
        plugins=[Greeter()],
    ).run()
