"""`mattermost-plugin validate` judges manifests as the server does."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, List

import pytest

pytest.importorskip("yaml")

from mattermost_plugin._cli.errors import CommandError
from mattermost_plugin._cli.manifest import read_manifest

RUNTIME = Path(__file__).parents[2] / "bundles" / "runtime" / "src"
# Java's test SharedManifestsTest reads the same table.
TABLE = RUNTIME / "test" / "resources" / "manifests.json"
JAVA = RUNTIME / "main" / "java" / "io" / "krait" / "runtime" / "manifest"
ROWS: List[Any] = json.loads(TABLE.read_text("utf-8")) if TABLE.exists() else []

pytestmark = pytest.mark.skipif(not ROWS, reason="the table is not in the package")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["name"]))
def test_a_manifest_is_judged_as_the_table_says(row: Any, tmp_path: Path) -> None:
    (tmp_path / row["file"]).write_text(row["manifest"], encoding="utf-8")
    problems: List[str] = []
    warnings: List[str] = []
    try:
        warnings = read_manifest(tmp_path).warnings
    except CommandError as error:
        problems = list(error.problems)
    expected = row.get("problems", [])
    assert len(problems) == len(expected), problems
    for problem, text in zip(problems, expected):
        assert problem.startswith(text[:-1]) if text.endswith("*") else problem == text
    assert warnings == row.get("warnings", [])


@pytest.mark.parametrize("file", ["ManifestRules.java", "Section.java"])
def test_each_rule_of_the_server_is_in_the_table(file: str) -> None:
    told = "\n".join(
        text for row in ROWS for text in [*row.get("problems", []), *row.get("warnings", [])]
    )
    source = (JAVA / file).read_text("utf-8")
    calls = re.findall(r"(?:problem|warning)\([^;]*;", source)
    literals = [text for call in calls for text in re.findall(r'"((?:[^"\\]|\\.)*)"', call)]
    found = [literal for literal in literals if " " in literal.strip()]
    assert len(found) > 4
    for literal in found:
        # Up to what is filled in.
        begun = re.split(r"%[sd]", literal.replace('\\"', '"'))[0].strip()
        assert begun in told, f"no row of {TABLE.name} breaks the rule {literal!r}"


def test_a_byte_order_mark_is_no_part_of_the_manifest(tmp_path: Path) -> None:
    text = '\ufeff{"id": "com.example.x", "name": "X", "webapp": {"bundle_path": "a.js"}}'
    (tmp_path / "plugin.json").write_text(text, encoding="utf-8")
    assert read_manifest(tmp_path).id == "com.example.x"


def test_a_folder_without_a_manifest_is_told_what_it_lacks(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"no manifest; .* plugin\.yml, plugin\.yaml, plugin"):
        read_manifest(tmp_path)


def test_what_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "plugin.json").write_bytes(b'{"id": "\xff"}')
    with pytest.raises(CommandError, match=r"plugin\.json: is not UTF-8"):
        read_manifest(tmp_path)
    (tmp_path / "plugin.json").write_bytes(b" " * (1 << 20) + b" ")
    with pytest.raises(CommandError, match="larger than 1048576 bytes"):
        read_manifest(tmp_path)
