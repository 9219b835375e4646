"""One object of a manifest."""

from __future__ import annotations

import decimal
from typing import Any, Dict, List, Mapping, Optional

from mattermost_plugin._cli.findings import Findings

_MAX_DEPTH = 50
_LONGEST_NUMBER = 100
_INTEGERS = range(-(2**31), 2**31)


class Section:
    """One object of a manifest, read key by key; what nobody asked for is warned about.

    Args:
        values: the object.
        path: where it is in the manifest.
        findings: where problems and warnings go.
        numbers_are_texts: whether a number is taken for a text, as in YAML, which has no quotes
            that would tell a version from a number.
    """

    def __init__(
        self, values: Mapping[Any, Any], path: str, findings: Findings, numbers_are_texts: bool
    ) -> None:
        self._values = values
        self._path = path
        self._findings = findings
        self._numbers_are_texts = numbers_are_texts
        self._known: Dict[str, None] = {}

    def at(self, key: str) -> str:
        """Return the full name of a key."""
        return f"{self._path}.{key}" if self._path else key

    def problem(self, key: str, rule: str) -> None:
        """Note what is wrong with the key's value."""
        self._findings.problem(self.at(key), rule)

    def has(self, key: str) -> bool:
        """Return whether there is a value that says anything."""
        return self._take(key) not in (None, "")

    def text(self, key: str) -> str:
        """Return a text, empty where there is none."""
        value = self._take(key)
        if isinstance(value, str):
            return value
        if _is_number(value) and self._numbers_are_texts:
            return _number_text(value)
        if value is not None:
            self.problem(key, f"must be a text in quotes, not {kind(value)}")
        return ""

    def check_integer(self, key: str) -> None:
        """Note where a value is no whole number."""
        value = self._take(key)
        if value is None or (
            isinstance(value, int) and not isinstance(value, bool) and value in _INTEGERS
        ):
            return
        self.problem(key, f"must be a whole number that fits into 32 bits, not {kind(value)}")

    def check_natural(self, key: str) -> None:
        """Note where a value is no whole number, or a negative one."""
        self.check_integer(key)
        value = self._take(key)
        if isinstance(value, int) and value < 0:
            self.problem(key, "must not be negative")

    def truth(self, key: str) -> bool:
        """Return whether a value is true."""
        value = self._take(key)
        if isinstance(value, bool):
            return value
        if value is not None:
            self.problem(key, f"must be true or false, not {kind(value)}")
        return False

    def section(self, key: str) -> Optional[Section]:
        """Return an object within this one."""
        value = self._take(key)
        if isinstance(value, dict):
            return Section(value, self.at(key), self._findings, self._numbers_are_texts)
        if value is not None:
            self.problem(key, f"must be an object, not {kind(value)}")
        return None

    def sections(self, key: str) -> List[Section]:
        """Return the objects of a list."""
        value = self._take(key)
        found: List[Section] = []
        if isinstance(value, list):
            for index, item in enumerate(value):
                element = f"{key}[{index}]"
                if isinstance(item, dict):
                    path = self.at(element)
                    found.append(Section(item, path, self._findings, self._numbers_are_texts))
                else:
                    self.problem(element, f"must be an object, not {kind(item)}")
        elif value is not None:
            self.problem(key, f"must be a list, not {kind(value)}")
        return found

    def texts(self) -> Dict[str, str]:
        """Return all values as texts."""
        return {str(key): self.text(str(key)) for key in self._values}

    def json(self, key: str) -> Any:
        """Return any JSON value."""
        value = self._take(key)
        self._check_json(value, self.at(key), 0)
        return value

    def check_object(self, key: str) -> None:
        """Note where a value is no object of JSON values."""
        section = self.section(key)
        if section is not None:
            section._check_map(section._values, self.at(key), 0)

    def check_all(self) -> None:
        """Note where this is no JSON object."""
        self._check_map(self._values, self._path, 0)

    def warn_about_the_rest(self) -> None:
        """Warn about what was never asked for. To be called last."""
        for key in self._values:
            if str(key) not in self._known:
                known = ", ".join(self._known)
                remark = f"unknown key, ignored; known are {known}"
                self._findings.warning(self.at(str(key)), remark)

    def _take(self, key: str) -> Any:
        self._known[key] = None
        return self._values.get(key)

    def _check_json(self, value: Any, at: str, depth: int) -> None:
        if depth > _MAX_DEPTH:
            self._findings.problem(at, f"must not be nested more than {_MAX_DEPTH} deep")
        elif isinstance(value, dict):
            self._check_map(value, at, depth)
        elif isinstance(value, list):
            for item in value:
                self._check_json(item, at, depth + 1)
        elif not (value is None or isinstance(value, (str, bool)) or _is_number(value)):
            self._findings.problem(at, f"must be a JSON value, not {kind(value)}")

    def _check_map(self, values: Mapping[Any, Any], at: str, depth: int) -> None:
        for key, value in values.items():
            self._check_json(value, f"{at}.{key}" if at else str(key), depth + 1)


def kind(value: Any) -> str:
    """Return what a value is, in words."""
    if value is None:
        return "null"
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, str):
        return "a text"
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if _is_number(value) else type(value).__name__


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, decimal.Decimal)) and not isinstance(value, bool)


def _number_text(value: Any) -> str:
    # Written out, a few characters can be gigabytes.
    if isinstance(value, decimal.Decimal) and value.is_finite():
        exponent = value.as_tuple().exponent
        if isinstance(exponent, int) and abs(exponent) <= _LONGEST_NUMBER:
            return f"{value:f}"
    return str(value)


__all__ = ["Section", "kind"]
