"""What is wrong with a manifest, told as the server tells it."""

from __future__ import annotations

import re
import unicodedata
from typing import Dict, List

_MOST = 20
_SHOWN = 800
_UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
_SEEN_ANYWAY = "\n\t\u200c\u200d"


class Findings:
    """Collects what is wrong with one manifest, so that all of it is told at once, and once."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._problems: Dict[str, None] = {}
        self._warnings: List[str] = []
        self._more_problems = 0
        self._more_warnings = 0

    def problem(self, key: str, rule: str) -> None:
        """Note what keeps a server from taking the manifest."""
        text = self._text(key, rule)
        if len(self._problems) < _MOST:
            self._problems[text] = None
        elif text not in self._problems:
            self._more_problems += 1

    def warning(self, key: str, remark: str) -> None:
        """Note what does no harm, but is probably a mistake."""
        if len(self._warnings) < _MOST:
            self._warnings.append(self._text(key, remark))
        else:
            self._more_warnings += 1

    @property
    def problems(self) -> List[str]:
        """What keeps a server from taking it."""
        return [*self._problems, *self._more(self._more_problems)]

    @property
    def warnings(self) -> List[str]:
        """What is probably a mistake."""
        return [*self._warnings, *self._more(self._more_warnings)]

    def _text(self, key: str, rule: str) -> str:
        return f"{self._file}: {excerpt(key, _SHOWN)}: {excerpt(rule, _SHOWN)}"

    def _more(self, count: int) -> List[str]:
        return [f"{self._file}: and {count} more of the kind"] if count else []


def excerpt(text: str, most: int) -> str:
    """Return the beginning of a text, on one line, without characters that cannot be seen."""
    if len(text) <= most:
        return visible(text)
    return visible(text[:most]) + "…"


def visible(text: str) -> str:
    """Return the text on one line, without characters that cannot be seen."""
    one_line = re.sub(r"\s*[\n\v\f\r\x85\u2028\u2029]+\s*", " ⏎ ", text.strip())
    return "".join(c if _is_seen(c) else _escaped(c) for c in one_line)


def _is_seen(character: str) -> bool:
    return character in _SEEN_ANYWAY or unicodedata.category(character) not in _UNSEEN


def _escaped(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))


__all__ = ["Findings", "excerpt", "visible"]
