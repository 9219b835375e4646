"""A plugin as an author writes it, for tests that start it as a host does."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import warnings
from typing import Any

from mattermost_plugin import HookName, Plugin, hook
from mattermost_plugin.server import run_plugin

print("printed before anything else", file=sys.stderr)


class Example(Plugin):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        print("printed while it is made")

    @hook(HookName.OnActivate)
    def on_activate(self) -> None:
        print("printed by a handler")
        os.write(1, b"written to the descriptor\n")
        subprocess.run(["echo", "printed by a child"], check=True)
        # It reads until its stdin ends, which is not the plugin's own.
        subprocess.run(["sh", "-c", "cat"], check=True, timeout=20)
        warnings.warn("out of date", stacklevel=1)
        self.logger.warning("version %s\nof the host", self.api.get_server_version())
        self.logger.debug("not shown")

    @hook(HookName.UserHasLoggedIn)
    async def on_login(self, context: Any, user: Any) -> None:
        time.sleep(60)  # Wrong on purpose: it blocks the event loop.

    @hook(HookName.UserHasBeenCreated)
    def on_created(self, context: Any, user: Any) -> None:
        time.sleep(60)


if __name__ == "__main__":
    run_plugin(Example)
