"""The example plugins are complete; what they do is tested beside them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from mattermost_plugin.settings import settings_schema

pytest.importorskip("yaml")

from mattermost_plugin._cli.checks import check_files

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
PLUGINS = sorted(file.parent for file in EXAMPLES.glob("*/plugin.json"))

pytestmark = pytest.mark.skipif(not PLUGINS, reason="the examples are not in the package")


@pytest.mark.parametrize("folder", PLUGINS, ids=lambda folder: str(folder.name))
def test_an_example_is_what_a_server_takes(folder: Path) -> None:
    report = check_files(folder)
    assert report.problems == []
    assert report.warnings == []


@pytest.mark.parametrize("folder", PLUGINS, ids=lambda folder: str(folder.name))
def test_a_manifest_has_the_settings_of_the_dataclass(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(folder))
    before = set(sys.modules)
    try:
        # Its packages need not be there.
        options = getattr(pytest.importorskip("plugin"), "Options", None)
        if options is None:
            pytest.skip("it has none")
        manifest = json.loads((folder / "plugin.json").read_text(encoding="utf-8"))
        told = manifest["settings_schema"]["settings"]
        kinds = [{name: one.get(name) for name in ("key", "type", "default")} for one in told]
        for one in settings_schema(options)["settings"]:
            kind = {name: one.get(name) for name in ("key", "type", "default")}
            # A default of nothing need not be said.
            kind["default"] = None if kind["default"] == "" else kind["default"]
            assert kind in kinds
        assert len(told) == len(settings_schema(options)["settings"])
    finally:
        # Each example has a module of this name.
        for name in set(sys.modules) - before:
            if str(folder) in str(getattr(sys.modules[name], "__file__", "")):
                del sys.modules[name]


def test_the_gallery_has_all_of_them() -> None:
    gallery = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    for folder in PLUGINS:
        assert f"]({folder.name}/" in gallery, f"examples/README.md does not lead to {folder.name}"
