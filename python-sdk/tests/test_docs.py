"""The examples in the guides for authors are true."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Dict, List

import pytest

DOCS = Path(__file__).parent.parent.parent / "docs"
GUIDES = sorted(DOCS.glob("plugin-*.md"))


def blocks_of(guide: Path, language: str) -> List[str]:
    """The guide's blocks of code, each below as many empty lines as it has in the guide."""
    text = guide.read_text(encoding="utf-8")
    found = re.finditer(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    return ["\n" * text.count("\n", 0, match.start(1)) + match.group(1) for match in found]


@pytest.mark.skipif(not GUIDES, reason="the guides are not in the package")
@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: str(guide.stem))
def test_the_examples_work(guide: Path, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    for missing in ("starlette", "flask"):
        pytest.importorskip(missing)
    # All blocks of a guide together are a module, whose tests are called.
    names: Dict[str, Any] = {"__name__": guide.stem}
    for block in blocks_of(guide, "python"):
        exec(compile(block, str(guide), "exec", dont_inherit=True), names)
    tests = [value for name, value in names.items() if name.startswith("test_")]
    assert tests
    for test in tests:
        test()
    for block in blocks_of(guide, "json"):
        json.loads(block)
