"""New plugins, made from templates."""

from __future__ import annotations

import builtins
import keyword
import os
import re
from pathlib import Path
from typing import Dict, List, Tuple

from mattermost_plugin._cli.errors import CommandError

_TEMPLATES = Path(__file__).parent / "templates"
_SHARED = "shared"
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*([-_ ][A-Za-z0-9]+)*")
_LONGEST_NAME = 30

#: The templates, each with what it makes.
TEMPLATES: Dict[str, str] = {
    "hook": "a hook that looks at messages before they are posted",
    "command": "a slash command that answers and counts",
    "web": "a page and an API that it calls",
    "bot": "a bot that answers direct messages",
    "job": "a job that runs at regular times",
}


class Scaffold:
    """The name of a new plugin in all its spellings."""

    def __init__(self, name: str, plugin_id: str = "") -> None:
        if not _NAME.fullmatch(name) or len(name) > _LONGEST_NAME:
            raise CommandError(
                f"{name!r} is no name of a plugin: a letter, then letters of a to z and digits, at"
                f" most {_LONGEST_NAME}, with hyphens between words, as in lunch-poll"
            )
        words = re.split(r"[-_ ]", name)
        self.slug = "-".join(word.lower() for word in words)
        self.title = " ".join(word[:1].upper() + word[1:] for word in words)
        self.class_name = "".join(word[:1].upper() + word[1:] for word in words)
        self.id = plugin_id or f"com.example.{self.slug}"

    def write(self, template: str, folder: Path) -> List[str]:
        """Write the files of a template into a folder that is new or empty; return their names."""
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise CommandError(f"{folder} is there already, and not an empty folder")
        found = [*_files(_SHARED), *_files(template)]
        texts = {name: source.read_text(encoding="utf-8") for source, name in found}
        class_name = self._class_name("\n".join(texts.values()))
        for name, text in texts.items():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(self._filled(text, class_name), encoding="utf-8")
        return sorted(texts)

    def _class_name(self, text: str) -> str:
        """Return a name of the class that means nothing else in the template or in Python."""
        taken = {*re.findall(r"\w+", text), *keyword.kwlist, *dir(builtins)}
        return f"{self.class_name}Plugin" if self.class_name in taken else self.class_name

    def _filled(self, text: str, class_name: str) -> str:
        # The id first, as the other names are a part of it.
        text = text.replace("com.example.my-plugin", "\0").replace("my-plugin", self.slug)
        text = text.replace("MyPlugin", class_name).replace("My Plugin", self.title)
        return text.replace("\0", self.id)


def _files(template: str) -> List[Tuple[Path, str]]:
    root = _TEMPLATES / template
    found = []
    for parent, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for name in sorted(names):
            source = Path(parent, name)
            relative = source.relative_to(root).as_posix()
            # Packages leave hidden files out.
            found.append((source, ".gitignore" if relative == "gitignore" else relative))
    return found


__all__ = ["TEMPLATES", "Scaffold"]
