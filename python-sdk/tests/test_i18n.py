"""Texts in the languages of those who read them."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from mattermost_plugin import Plugin
from mattermost_plugin.i18n import Catalogues
from mattermost_plugin.models import User
from mattermost_plugin.testing import FakeApi


def plugin_with(folder: Path, locale: str) -> Plugin:
    i18n = folder / "i18n"
    i18n.mkdir()
    german = {
        "hello": "Hallo {name}!",
        "votes": {"one": "{count} Stimme", "other": "{count} Stimmen"},
    }
    (i18n / "de.json").write_text(json.dumps(german), encoding="utf-8-sig")
    go = [{"id": "hello", "translation": "Hello {{.Name}}!"}, {"id": "bye", "translation": "Bye"}]
    (i18n / "active.en.json").write_text(json.dumps(go))
    (i18n / "README.md").write_text("none")
    api = FakeApi()
    api.returns("get_bundle_path", str(folder))
    api.returns("get_user", User(id="u", locale=locale))
    return Plugin(api=api)


def test_a_text_is_in_the_language_of_the_user(tmp_path: Path) -> None:
    plugin = plugin_with(tmp_path, "de-AT")
    text = plugin.i18n.for_user("u")
    assert text("hello", name="Ann") == "Hallo Ann!"
    assert text("votes", count=1) == "1 Stimme"
    assert text("votes", count=2) == "2 Stimmen"
    # What nobody has translated is in the default language, or as it is given.
    assert text("bye") == "Bye"
    assert text("new", "Something {new}", new=5) == "Something 5"
    assert text("unknown") == "unknown"
    assert asyncio.run(plugin.async_i18n.for_user("u"))("hello", name="x") == "Hallo x!"
    assert plugin.i18n.in_language("fr")("hello", name="Ann") == "Hello Ann!"
    assert asyncio.run(plugin.async_i18n.in_language(""))("hello", name="Ann") == "Hello Ann!"


def test_a_value_is_put_in_as_it_is(tmp_path: Path) -> None:
    text = plugin_with(tmp_path, "en").i18n.for_user("u")
    assert text("hello", name="{count}{{.Name}}") == "Hello {count}{{.Name}}!"
    assert text("hello") == "Hello {{.Name}}!"


def test_a_folder_that_is_not_there_has_no_texts(tmp_path: Path) -> None:
    assert Catalogues.read(str(tmp_path / "none")).languages() == {}
    (tmp_path / "en.json").write_text("{")
    with pytest.raises(ValueError, match=r"en\.json: Expecting property name"):
        Catalogues.read(str(tmp_path))
