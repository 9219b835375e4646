"""Whether the host speaks the lane, as it says in the environment."""

from __future__ import annotations

import os
import sys

from mattermost_plugin._internal.channels import TARGET_VARIABLE

#: The version that is spoken here.
VERSION = 1

#: Names the environment variable with the versions that the host speaks to a plugin.
VARIABLE = "KRAIT_LANE"

#: Names the environment variable with the path of the socket on which the host's API is.
API_VARIABLE = "KRAIT_API_LANE"


def is_offered() -> bool:
    """Return whether the host speaks the lane to a plugin that is served on it."""
    versions = os.environ.get(VARIABLE, "").split(",")
    return sys.platform != "win32" and str(VERSION) in [version.strip() for version in versions]


def api_path(target: str, *others: object) -> str:
    """Return the path of the socket on which the API is that is at `target` by gRPC.

    It is empty where there is none. Nor is there one for a client that is to have anything else,
    such as credentials.
    """
    if sys.platform == "win32" or any(other is not None for other in others):
        return ""
    return os.environ.get(API_VARIABLE, "") if target == os.environ.get(TARGET_VARIABLE) else ""
