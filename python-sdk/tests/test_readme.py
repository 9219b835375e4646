"""The README's examples are true."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Dict

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


def test_the_examples_work() -> None:
    names: Dict[str, Any] = {"__name__": "readme"}
    plugin, tests = (block for block in BLOCKS if "class Hello" in block or "def test_" in block)
    exec(compile(plugin, "README.md", "exec"), names)
    exec(compile(tests, "README.md", "exec"), names)
    names["test_spam_is_refused"]()
    names["test_the_command_counts"]()


def test_the_other_examples_are_python() -> None:
    for block in BLOCKS:
        compile(block, "README.md", "exec")
