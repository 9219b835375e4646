"""The tree stays one that can be read: no file that somebody writes by hand is long."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MOST_LINES = 500

WRITTEN = re.compile(r"\.(java|py|pyi|md|xml|js|css|html|sh|bnd|toml|yml|yaml|proto)$|(^|/)[^.]+$")
# What is generated, copied from elsewhere, or data.
NOT_BY_HAND = re.compile(
    r"^python-sdk/src/mattermost_plugin/(_generated|grpc)/"
    r"|^codegen/src/test/golden/"
    r"|^baseline/api/"
)
# The contract is frozen: each message stays in the file from which others have generated it.
CONTRACT = re.compile(r"^proto/[a-z_]+\.proto$")


def test_no_file_that_is_written_by_hand_is_long() -> None:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("what belongs to the tree is known to git alone")
    listed = subprocess.run(
        ("git", "ls-files"), cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.splitlines()
    by_hand = [
        name
        for name in listed
        if WRITTEN.search(name)
        and not NOT_BY_HAND.search(name)
        and not CONTRACT.search(name)
        and (ROOT / name).is_file()
    ]
    assert len(by_hand) > 1000

    long = {name: lines for name in by_hand if (lines := lines_of(ROOT / name)) > MOST_LINES}

    assert long == {}, "split it, or tell here why it cannot be"


def lines_of(file: Path) -> int:
    return file.read_bytes().count(b"\n")
