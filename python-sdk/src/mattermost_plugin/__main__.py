"""The command `mattermost-plugin`: `python -m mattermost_plugin`."""

from __future__ import annotations

import sys


def main() -> None:
    """Do what the command line says."""
    try:
        import click  # noqa: F401
    except ImportError:
        sys.exit(
            "mattermost-plugin lacks the packages of its command line; install them:\n"
            "  python -m pip install 'mattermost-plugin-sdk[cli]'"
        )
    from mattermost_plugin._cli.app import mattermost_plugin

    mattermost_plugin(prog_name="mattermost-plugin")


if __name__ == "__main__":
    main()
