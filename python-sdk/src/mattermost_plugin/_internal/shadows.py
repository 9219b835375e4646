"""Tells of files beside a plugin that hide modules of Python, or of what the SDK stands on."""

from __future__ import annotations

import logging
import os
import sys

_logger = logging.getLogger(__name__)

_NEEDED = ("google", "grpc", "mattermost_plugin")

# Python before 3.10 does not say which modules are its own.
_USUAL = """
    abc ast asyncio base64 calendar code codecs collections copy csv dataclasses datetime
    decimal email enum functools glob hashlib html http inspect io itertools json keyword
    logging math operator os pathlib pickle platform queue random re secrets select
    selectors shutil signal socket ssl stat statistics string struct subprocess tempfile
    threading time token tokenize traceback types typing unittest urllib uuid warnings
    weakref xml zipfile
"""


def look_for_shadows(folder: str) -> None:
    """Log an error for each file in `folder` that is imported in place of what others need."""
    try:
        entries = sorted(os.listdir(folder or "."))
    except OSError:
        return
    own = frozenset(getattr(sys, "stdlib_module_names", _USUAL.split()))
    for entry in entries:
        name, dot, kind = entry.partition(".")
        package = os.path.isfile(os.path.join(folder, entry, "__init__.py"))
        if name == "mattermost_plugin" and package:
            continue  # A copy of the SDK, which plugins may bring.
        if (dot and kind == "py") or (not dot and package):
            if name in own:
                _warn(entry, f"Python's own module {name}")
            elif name in _NEEDED:
                _warn(entry, f"the package {name}, which the SDK needs")


def _warn(entry: str, what: str) -> None:
    _logger.error("%s in the plugin's folder hides %s; give it another name", entry, what)
