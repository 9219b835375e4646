"""A plugin that answers no requests."""

from mattermost_plugin import Plugin


class Mute(Plugin):
    pass


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(Mute)
