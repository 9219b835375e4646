"""Links in the documents lead somewhere, and so do their anchors."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Iterator, List, NamedTuple
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).resolve().parents[2]
FENCE = re.compile(r"^(```|~~~).*?^\1\s*$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"!?\[[^\]]*\]\(([^()\s]+(?:\([^()\s]*\))?)(?:\s+\"[^\"]*\")?\)")
HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*\s*$", re.MULTILINE)


class Link(NamedTuple):
    """A link of a document."""

    document: Path
    target: str

    def __str__(self) -> str:
        return f"{self.document.relative_to(ROOT)}: {self.target}"


def documents() -> List[Path]:
    folders = [ROOT, ROOT / "docs", ROOT / "python-sdk", *sorted((ROOT / "examples").glob("*"))]
    readmes = [ROOT / "examples" / "README.md", *(ROOT / "distribution").glob("src/**/README.md")]
    return [*(file for folder in folders for file in sorted(folder.glob("*.md"))), *readmes]


def links(document: Path) -> Iterator[Link]:
    text = FENCE.sub("", document.read_text("utf-8"))
    for found in LINK.finditer(text):
        if found[1].split(":")[0] not in ("http", "https", "mailto"):
            yield Link(document, found[1])


def anchors(document: Path) -> List[str]:
    """Return the anchors that forges give the headings of a document."""
    seen: List[str] = []
    for heading in HEADING.findall(FENCE.sub("", document.read_text("utf-8"))):
        plain = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "")
        anchor = re.sub(r"[^\w\- ]", "", plain.lower()).replace(" ", "-")
        number = sum(1 for other in seen if re.fullmatch(re.escape(anchor) + r"(-\d+)?", other))
        seen.append(f"{anchor}-{number}" if number else anchor)
    return seen


def broken(link: Link) -> bool:
    path, _, anchor = link.target.partition("#")
    target = (link.document.parent / unquote(path)).resolve() if path else link.document
    if not target.exists() or ROOT not in (target, *target.parents):
        return True
    return bool(anchor) and (target.suffix != ".md" or anchor not in anchors(target))


@pytest.mark.skipif(not (ROOT / "docs").is_dir(), reason="the documents are not here")
def test_every_link_leads_somewhere() -> None:
    found = [link for document in documents() for link in links(document)]
    assert len(found) > 100
    assert [str(link) for link in found if broken(link)] == []


@pytest.mark.skipif(not (ROOT / "docs").is_dir(), reason="the documents are not here")
def test_the_index_names_every_document() -> None:
    index = ROOT / "docs" / "index.md"
    named = {(index.parent / link.target.split("#")[0]).resolve() for link in links(index)}
    missing = {file for file in (ROOT / "docs").glob("*.md") if file != index} - named
    assert sorted(file.name for file in missing) == []


def test_a_link_to_nothing_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    (tmp_path / "there.md").write_text("# A `Title`, twice\n\n# A title twice\n```\n# none\n```\n")
    page = tmp_path / "page.md"
    good = ["there.md", "there.md#a-title-twice", "there.md#a-title-twice-1"]
    bad = ["nowhere.md", "there.md#none", "../outside.md"]
    page.write_text(" ".join(f"[x]({target})" for target in good + bad))
    assert [link.target for link in links(page) if broken(link)] == bad
