"""Files beside a plugin that hide what others import."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mattermost_plugin._internal.shadows import look_for_shadows


def test_what_hides_others_is_named(tmp_path: Path, caplog: Any) -> None:
    for name in ("json.py", "plugin.py", "json.txt", "grpc.py"):
        (tmp_path / name).touch()
    for name in ("google", "logging", "data", "mattermost_plugin"):
        (tmp_path / name).mkdir()
    for name in ("google", "mattermost_plugin"):
        (tmp_path / name / "__init__.py").touch()
    look_for_shadows(str(tmp_path))
    assert [record.getMessage() for record in caplog.records] == [
        "google in the plugin's folder hides the package google, which the SDK needs;"
        " give it another name",
        "grpc.py in the plugin's folder hides the package grpc, which the SDK needs;"
        " give it another name",
        "json.py in the plugin's folder hides Python's own module json; give it another name",
    ]
    look_for_shadows(str(tmp_path / "nowhere"))
