from __future__ import annotations

import asyncio
import sys
import types
from typing import Any, List

from mattermost_plugin._internal import loops


async def noted(seen: List[str]) -> None:
    seen.append(type(asyncio.get_running_loop()).__module__.partition(".")[0])


def test_uvloop_is_used_where_it_is_installed(monkeypatch: Any) -> None:
    seen: List[str] = []

    def run(main: Any) -> None:
        seen.append("uvloop's run")
        asyncio.run(main)

    monkeypatch.setitem(sys.modules, "uvloop", types.SimpleNamespace(run=run))

    loops.run(noted(seen))

    assert seen == ["uvloop's run", "asyncio"]


def test_asyncio_will_do(monkeypatch: Any) -> None:
    seen: List[str] = []
    monkeypatch.setitem(sys.modules, "uvloop", None)

    loops.run(noted(seen))

    assert seen == ["asyncio"]


def test_a_uvloop_that_is_too_old_is_left_alone(monkeypatch: Any) -> None:
    seen: List[str] = []
    monkeypatch.setitem(sys.modules, "uvloop", types.SimpleNamespace())

    loops.run(noted(seen))

    assert seen == ["asyncio"]
