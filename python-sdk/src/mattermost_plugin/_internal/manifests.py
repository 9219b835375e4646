"""What a test needs of a plugin's manifest."""

from __future__ import annotations

import inspect
import json
from pathlib import Path
from typing import Any, Dict, Mapping, NamedTuple, Union


class Manifest(NamedTuple):
    """A plugin's identifier, folder, and the defaults of its settings by lower-case key."""

    plugin_id: str = ""
    folder: str = ""
    defaults: Mapping[str, Any] = {}

    @classmethod
    def of(cls, given: Union[Mapping[str, Any], str, Path, None], plugin_class: type) -> Manifest:
        """Return what a manifest says, or the file of one beside the plugin's class."""
        if given is None:
            return cls()
        folder = ""
        if not isinstance(given, Mapping):
            file = Path(inspect.getfile(plugin_class)).parent / given
            with open(file, encoding="utf-8-sig") as opened:
                content: Mapping[str, Any] = json.load(opened)
            folder = str(file.parent)
        else:
            content = given
        defaults: Dict[str, Any] = {}
        schema = content.get("settings_schema") or {}
        for setting in schema.get("settings") or ():
            if setting.get("key") and setting.get("default") is not None:
                defaults[setting["key"].lower()] = setting["default"]
        return cls(content.get("id", ""), folder, defaults)
