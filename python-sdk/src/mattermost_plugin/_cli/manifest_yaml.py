"""Manifests in YAML, which are read as the server reads them."""

from __future__ import annotations

import decimal
from typing import Any, Dict, Hashable, cast

import yaml

from mattermost_plugin._cli.errors import CommandError
from mattermost_plugin._cli.findings import excerpt

_SHOWN = 400


def load(name: str, text: str) -> Any:
    """Return what the text of a manifest says; raise `CommandError` where it is not YAML."""
    try:
        return yaml.load(text, _PlainValues)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f" (line {mark.line + 1}, column {mark.column + 1})" if mark else ""
        problem = excerpt(str(error.problem), _SHOWN)
        raise CommandError(f"{name}: is not YAML: {problem}{where}") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise CommandError(f"{name}: is not YAML: {excerpt(str(error), _SHOWN)}") from error


class _PlainValues(yaml.SafeLoader):
    """Keeps numbers as they were written, so that a version 3.10 does not become 3.1."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            event: Any = cast(Any, self).peek_event()
            node = self.anchors.get(event.anchor)
            if isinstance(node, yaml.CollectionNode) or node is None:
                raise yaml.composer.ComposerError(
                    None, None, "aliases of lists and objects are not taken", event.start_mark
                )
        return super().compose_node(parent, index)

    def construct_mapping(self, node: Any, deep: bool = False) -> Dict[Hashable, Any]:
        seen = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if not isinstance(key, Hashable) or key in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"found duplicate key {key}", key_node.start_mark
                )
            seen.add(key)
        return super().construct_mapping(node, deep)


def _float(loader: yaml.SafeLoader, node: Any) -> Any:
    text: Any = cast(Any, loader).construct_scalar(node)
    try:
        value = decimal.Decimal(str(text))
    except decimal.InvalidOperation:
        return text
    return value if value.is_finite() else text


_PlainValues.add_constructor("tag:yaml.org,2002:float", _float)
_PlainValues.add_constructor(
    "tag:yaml.org,2002:timestamp", lambda loader, node: loader.construct_scalar(cast(Any, node))
)


__all__ = ["load"]
