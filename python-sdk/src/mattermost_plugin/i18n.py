"""Texts in the language of whoever reads them, from catalogues in the plugin's folder.

`i18n/de.json` has the texts by their names, each a text or its plural forms:

```json
{"hello": "Hallo {name}!", "votes": {"one": "{count} Stimme", "other": "{count} Stimmen"}}
```

The forms in which tools for Go write catalogues are read, too (`active.de.json`, lists of `id` and
`translation`, and values as in `{{.Name}}`).
"""

from __future__ import annotations

import json
import os
import re
import threading
from typing import TYPE_CHECKING, Any, Dict, Mapping, Optional, Union

from mattermost_plugin._internal.both import BlockingWay, Way, now

if TYPE_CHECKING:
    from mattermost_plugin.plugin import Plugin

_VALUE = re.compile(r"\{\{\s*\.(\w+)\s*\}\}|\{(\w+)\}")
_NAME = re.compile(r"(?:active\.)?([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)\.json")

Text = Union[str, Mapping[str, str]]


class Catalogues:
    """The texts of a plugin, by language and name.

    Args:
        texts: the texts, by language and name.
        default: the language of those whose own there is not.
    """

    def __init__(self, texts: Mapping[str, Mapping[str, Text]], default: str = "en") -> None:
        self._texts = {_language(name): values for name, values in texts.items()}
        self.default = _language(default)

    @classmethod
    def read(cls, folder: str, default: str = "en") -> Catalogues:
        """Return what the files of a folder have; nothing where there is none."""
        texts: Dict[str, Dict[str, Text]] = {}
        for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else ():
            match = _NAME.fullmatch(name)
            if match is None:
                continue
            with open(os.path.join(folder, name), encoding="utf-8-sig") as file:
                try:
                    found = json.load(file)
                except ValueError as error:
                    raise ValueError(f"{os.path.join(folder, name)}: {error}") from None
            texts.setdefault(match[1], {}).update(_entries(found))
        return cls(texts, default)

    def languages(self) -> Dict[str, int]:
        """Return how many texts there are, by language."""
        return {name: len(values) for name, values in self._texts.items()}

    def in_language(self, language: str) -> Texts:
        """Return the texts in a language, or in what comes closest to it."""
        return Texts(self, language)

    def find(self, language: str, name: str) -> Optional[Text]:
        """Return a text in a language, in its general form, or in the default one."""
        wanted = _language(language)
        while wanted:
            text = self._texts.get(wanted, {}).get(name)
            if text:
                return text
            wanted = wanted.rpartition("-")[0]
        return self._texts.get(self.default, {}).get(name) or None


class Texts:
    """The texts in one language."""

    def __init__(self, catalogues: Catalogues, language: str) -> None:
        self._catalogues = catalogues
        self.language = language or catalogues.default

    def __call__(
        self, name: str, default: str = "", /, *, count: Optional[int] = None, **values: Any
    ) -> str:
        """Return a text.

        Args:
            name: its name.
            default: what it is where no catalogue has it; by default the name.
            count: chooses among plural forms, and is a value, too.
            values: what is put into it.
        """
        text: Text = self._catalogues.find(self.language, name) or default or name
        if not isinstance(text, str):
            text = text.get("one" if count == 1 else "other") or text.get("other") or name
        if count is not None:
            values.setdefault("count", count)
        known = {key.lower(): value for key, value in values.items()}

        def put(match: re.Match[str]) -> str:
            key = (match[1] or match[2]).lower()
            return str(known[key]) if key in known else match[0]

        return _VALUE.sub(put, text)


def _language(name: str) -> str:
    return name.replace("_", "-").lower()


def _entries(found: Any) -> Dict[str, Text]:
    if isinstance(found, list):
        return {entry["id"]: entry["translation"] for entry in found}
    return dict(found)


class _Base:
    def __init__(self, plugin: Plugin, way: Way) -> None:
        self._plugin = plugin
        self._way = way
        self._lock = threading.Lock()
        self._read: Optional[Catalogues] = None

    async def _catalogues(self) -> Catalogues:
        if self._read is None:
            folder = await self._way.api.get_bundle_path()
            with self._lock:
                if self._read is None:
                    self._read = Catalogues.read(os.path.join(folder, "i18n"))
        return self._read

    async def _for_user(self, user_id: str) -> Texts:
        catalogues = await self._catalogues()
        return catalogues.in_language((await self._way.api.get_user(user_id)).locale)


class I18n(_Base):
    """The texts in the folder `i18n` of the plugin; safe for use from several threads."""

    def __init__(self, plugin: Plugin) -> None:
        super().__init__(plugin, BlockingWay(plugin.api))

    def for_user(self, user_id: str) -> Texts:
        """Return the texts in the language of a user."""
        return now(self._for_user(user_id))

    def in_language(self, language: str) -> Texts:
        """Return the texts in a language."""
        return now(self._catalogues()).in_language(language)


class AsyncI18n(_Base):
    """The texts in the folder `i18n` of the plugin, for coroutines."""

    def __init__(self, plugin: Plugin) -> None:
        super().__init__(plugin, Way(plugin.async_api))

    async def for_user(self, user_id: str) -> Texts:
        """Return the texts in the language of a user."""
        return await self._for_user(user_id)

    async def in_language(self, language: str) -> Texts:
        """Return the texts in a language."""
        return (await self._catalogues()).in_language(language)


__all__ = ["AsyncI18n", "Catalogues", "I18n", "Texts"]
