"""Does something at regular times."""

from __future__ import annotations

from dataclasses import dataclass

from mattermost_plugin import Plugin, every
from mattermost_plugin.settings import Settings, setting

RUNS = "runs"


@dataclass
class Options:
    """What an administrator can set; the manifest has the same as settings_schema."""

    note: str = setting("It is time", help="What the log says at each run.")


class MyPlugin(Plugin):
    """A job that is done as long as the plugin is active."""

    options = Settings(Options)

    # Where there are several servers, one of them does it. A run that fails does not end the job.
    @every(minutes=1)
    def run(self) -> None:
        runs = self.kv.update(RUNS, lambda runs: runs + 1, default=0)
        self.logger.info("%s: run number %d", self.options.note, runs)


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(MyPlugin)
