"""What `mattermost-plugin run` notices of a plugin's folder."""

from __future__ import annotations

import os
import queue
import sys
import threading
from pathlib import Path
from typing import Iterator

import pytest

pytest.importorskip("watchfiles")

from mattermost_plugin._cli import watching
from mattermost_plugin._cli.watching import Changes

PATIENCE = 60.0
NEVER = 10**9


class Told:
    """The changes that are told, from a thread of their own."""

    def __init__(self, folder: Path) -> None:
        self._changes = Changes(folder)
        self._stop = threading.Event()
        self._told: queue.Queue[bool] = queue.Queue()
        self._thread = threading.Thread(target=self._listen)

    def _listen(self) -> None:
        for _ in self._changes.until(self._stop):
            self._told.put(True)

    def listen(self) -> None:
        self._thread.start()

    def wait(self) -> None:
        assert self._told.get(timeout=PATIENCE)

    def end(self) -> None:
        self._stop.set()
        if self._thread.ident is not None:
            self._thread.join(PATIENCE)


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Told]:
    # Nothing is found by looking again and again.
    monkeypatch.setattr(watching, "_LOOKS", NEVER)
    (tmp_path / "plugin.py").write_text("1")
    told = Told(tmp_path)
    yield told
    told.end()


def test_what_is_saved_before_anybody_watches_is_told(told: Told, tmp_path: Path) -> None:
    (tmp_path / "plugin.py").write_text("22")

    told.listen()

    told.wait()


def test_each_change_is_told(told: Told, tmp_path: Path) -> None:
    (tmp_path / "plugin.py").write_text("22")
    told.listen()
    told.wait()

    (tmp_path / "another.py").write_text("")
    told.wait()

    (tmp_path / "plugin.py").unlink()
    told.wait()


def test_what_nobody_tells_of_is_found_all_the_same(
    told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "_LOOKS", 2)
    monkeypatch.setattr(watching, "_filter", lambda root: lambda change, path: False)
    (tmp_path / "plugin.py").write_text("22")
    told.listen()
    told.wait()

    (tmp_path / "plugin.py").write_text("333")

    told.wait()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_name_that_is_no_utf8_ends_nothing(told: Told, tmp_path: Path) -> None:
    (tmp_path / "plugin.py").write_text("22")
    told.listen()
    told.wait()

    strange = os.path.join(os.fsencode(tmp_path), b"caf\xe9.py")
    with open(strange, "w"):
        pass
    told.wait()

    os.unlink(strange)
    told.wait()
