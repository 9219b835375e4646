"""Keeps the folder in which `python -m mattermost_plugin` is called from hiding other modules.

Python looks there before anywhere else, so a plugin's own `json.py` would be taken for the standard
library's, by the very command that tells the author so. Who imports the package has it nothing
changed.
"""

import sys


def forget_current_folder() -> None:
    """Take the current folder from the path, where this package is the main program."""
    frame = sys._getframe()
    while frame is not None:
        caller = frame.f_back
        if caller is None:
            return
        frame = caller
        if frame.f_code.co_name == "_run_module_as_main":
            name = str(frame.f_locals.get("mod_name", ""))
            if name.split(".")[0] == "mattermost_plugin" and not _is_isolated():
                del sys.path[0]
            return


def _is_isolated() -> bool:
    return bool(sys.flags.isolated or getattr(sys.flags, "safe_path", False))


forget_current_folder()
