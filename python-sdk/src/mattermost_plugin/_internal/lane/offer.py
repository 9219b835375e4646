"""Whether the host speaks the lane, as it says in the environment."""

from __future__ import annotations

import os
import sys

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


def api_path() -> str:
    """Return the path of the socket on which the host's API is, empty where there is none."""
    return os.environ.get(API_VARIABLE, "") if sys.platform != "win32" else ""
