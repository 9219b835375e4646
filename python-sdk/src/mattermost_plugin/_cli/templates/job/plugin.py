"""Does something at regular times."""

from __future__ import annotations

import asyncio
from typing import Any

from mattermost_plugin import HookName, Plugin, hook

RUNS = "runs"


class MyPlugin(Plugin):
    """A job that runs as long as the plugin is active."""

    interval = 60.0
    task: asyncio.Task[None] | None = None

    # Called before OnActivate, and again whenever an administrator saves the settings.
    @hook(HookName.OnConfigurationChange)
    async def configure(self) -> None:
        settings: dict[str, Any] = {}
        await self.async_api.load_plugin_configuration(settings)
        # Keys of settings arrive in lower case.
        self.interval = float(settings.get("intervalseconds") or 60)

    @hook(HookName.OnActivate)
    async def activate(self) -> None:
        self.task = asyncio.create_task(self.repeat())

    @hook(HookName.OnDeactivate)
    async def deactivate(self) -> None:
        if self.task is not None:
            self.task.cancel()

    async def repeat(self) -> None:
        while True:
            try:
                await self.run()
            except Exception:
                # One run that fails does not end the job.
                self.logger.exception("the job has failed")
            await asyncio.sleep(self.interval)

    async def run(self) -> None:
        """Do the work once."""
        runs = int(await self.async_api.kv_get(RUNS) or 0) + 1
        await self.async_api.kv_set(RUNS, b"%d" % runs)
        self.logger.info("run number %d", runs)


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(MyPlugin)
