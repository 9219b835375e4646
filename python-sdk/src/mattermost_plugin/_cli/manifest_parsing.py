"""The text of a manifest."""

from __future__ import annotations

import decimal
import json
from pathlib import Path
from typing import Any, Dict, List, Tuple

from mattermost_plugin._cli.errors import CommandError
from mattermost_plugin._cli.findings import excerpt

#: Names of a manifest; the first one that is there counts.
FILE_NAMES = ("plugin.yml", "plugin.yaml", "plugin.json")

# Far more than any manifest needs.
_MAX_BYTES = 1 << 20
_SHOWN = 400


def manifest_file(folder: Path) -> Path:
    """Return the manifest in a plugin's folder."""
    for name in FILE_NAMES:
        file = folder / name
        # The server follows no links here either.
        if file.is_file() and not file.is_symlink():
            return file
    raise CommandError(
        f"{folder.resolve().name}: no manifest; there must be one of"
        f" {', '.join(FILE_NAMES)} at the top"
    )


def parse(file: Path) -> Dict[Any, Any]:
    """Return what a manifest's file says, numbers with a point as they were written."""
    name = file.name
    try:
        content = file.read_bytes()
    except OSError as error:
        raise CommandError(f"{name}: cannot be read: {error}") from error
    if len(content) > _MAX_BYTES:
        raise CommandError(f"{name}: is larger than {_MAX_BYTES} bytes")
    try:
        # Some editors put an invisible mark before everything.
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CommandError(f"{name}: is not UTF-8") from error
    value = _json(name, text) if name.endswith(".json") else _yaml(name, text)
    if not isinstance(value, dict):
        raise CommandError(f"{name}: must be an object with keys, not a single value or list")
    return value


class _DuplicateKeyError(Exception):
    pass


def _json(name: str, text: str) -> Any:
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_float=_decimal,
            parse_constant=_no_constant,
        )
    except json.JSONDecodeError as error:
        where = f" (line {error.lineno}, column {error.colno})"
        raise CommandError(f"{name}: is not JSON: {error.msg}{where}") from error
    except (_DuplicateKeyError, ValueError, RecursionError) as error:
        raise CommandError(f"{name}: is not JSON: {excerpt(str(error), _SHOWN)}") from error


def _object(pairs: List[Tuple[str, Any]]) -> Dict[str, Any]:
    values: Dict[str, Any] = {}
    for key, value in pairs:
        if key in values:
            raise _DuplicateKeyError(f"Duplicate field '{key}'")
        values[key] = value
    return values


def _decimal(text: str) -> decimal.Decimal:
    try:
        return decimal.Decimal(text)
    except decimal.InvalidOperation:
        raise ValueError(f"{excerpt(text, _SHOWN)} is a number out of range") from None


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no number of JSON")


def _yaml(name: str, text: str) -> Any:
    try:
        # Few manifests are YAML, and what reads it need not be there.
        from mattermost_plugin._cli.manifest_yaml import load
    except ImportError:
        raise CommandError(
            f"{name}: is YAML, which PyYAML reads; install it: python -m pip install pyyaml"
        ) from None
    return load(name, text)


__all__ = ["FILE_NAMES", "manifest_file", "parse"]
