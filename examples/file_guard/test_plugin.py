"""Tests of the plugin without a server."""

from __future__ import annotations

from typing import Iterator

import pytest
from plugin import FileGuard

from mattermost_plugin.testing import PluginHarness

START = b"\xff\xd8"
TABLE = b"\xff\xdb\x00\x05abc"
PLACE = b"\xff\xe1\x00\x0aEXIFhome"
COMMENT = b"\xff\xfe\x00\x04me"
PIXELS = b"\xff\xda\x00\x04xy" + b"\xff\xe1\x00\x04 is no longer a part" + b"\xff\xd9"


@pytest.fixture
def host() -> Iterator[PluginHarness[FileGuard]]:
    with PluginHarness(FileGuard) as harness:
        yield harness


@pytest.mark.parametrize("start", [b"\x7fELF\x02", b"MZ\x90", b"#!/bin/sh"])
def test_a_program_is_refused_whatever_its_name(
    host: PluginHarness[FileGuard], start: bytes
) -> None:
    answer = host.upload({"name": "cat.png"}, [start, b"more of it"])
    assert answer.rejection_reason == "cat.png is a program, whatever its name says"


@pytest.mark.parametrize("content", [b"", b"M", b"plain text", b"\x89PNG...."])
def test_other_files_are_left_as_they_are(host: PluginHarness[FileGuard], content: bytes) -> None:
    answer = host.upload({"name": "a"}, content)
    assert answer.rejection_reason == ""
    assert answer.modified_content is None


@pytest.mark.parametrize("size", [1, 3, 7, 1000])
def test_a_picture_loses_what_tells_of_its_maker(host: PluginHarness[FileGuard], size: int) -> None:
    picture = START + PLACE + TABLE + COMMENT + PIXELS
    parts = [picture[at : at + size] for at in range(0, len(picture), size)]
    answer = host.upload({"name": "cat.jpg"}, parts)
    assert answer.modified_content == START + TABLE + PIXELS


@pytest.mark.parametrize("broken", [START, START + b"\xff", START + b"??", START + TABLE[:6]])
def test_what_is_no_whole_picture_is_kept(host: PluginHarness[FileGuard], broken: bytes) -> None:
    assert host.upload({"name": "cat.jpg"}, broken).modified_content == broken
