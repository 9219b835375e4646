"""Writes the page of the Java packages that Krait exports: called by tools/docs.

python tools/java_packages.py PAGE [JAVADOC]: what each package is for, from its package-info.java.
Where the folder JAVADOC is given, each package leads to its page in there, which has to exist.
"""

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator, Optional

ROOT = Path(__file__).resolve().parent.parent
BEGINNING = """# Java packages

What bundles of Krait export, and what each package is for. A package has a version of its own:
before 1.0.0 the minor one says that something broke, from then on the major one.

| package | version | bundle | what it is for |
|---|---|---|---|
"""
WITHOUT_JAVADOC = (
    "\n`tools/docs build --javadoc` makes the Javadoc too, to which the packages lead then.\n"
)


@dataclass(frozen=True)
class Package:
    """An exported package."""

    name: str
    version: str
    bundle: str
    purpose: str


def packages() -> Iterator[Package]:
    """All that are exported by their annotation, as they are in the sources."""
    for file in sorted(ROOT.glob("bundles/*/src/main/java/**/package-info.java")):
        text = file.read_text(encoding="utf-8")
        if "@Export" not in text:
            continue
        comment = found(r"/\*\*(.*?)\*/", text, file)
        yield Package(
            found(r"^package ([\w.]+);", text, file),
            found(r'@Version\("([\d.]+)"\)', text, file),
            "io.krait." + file.relative_to(ROOT / "bundles").parts[0],
            plain(" ".join(comment.replace("\n *", "\n").split())),
        )


def found(pattern: str, text: str, file: Path) -> str:
    """What the first group of the pattern has in a file's text."""
    match = re.search(pattern, text, re.MULTILINE | re.DOTALL)
    if match is None:
        raise SystemExit(f"{file}: there is nothing like {pattern}")
    return match.group(1)


def plain(comment: str) -> str:
    """The comment with links as the simple names of what they lead to."""
    return re.sub(r"\{@(?:link|code) (?:[\w.]+\.)?(\w+)\}", r"`\1`", comment).replace("|", "\\|")


def page(folder: Path, javadoc: Optional[Path]) -> str:
    """The page's text, with links from its folder into the Javadoc where there is one."""
    lines = [BEGINNING]
    for package in sorted(packages(), key=lambda each: each.name):
        name = f"`{package.name}`"
        if javadoc is not None:
            summary = javadoc / package.name.replace(".", "/") / "package-summary.html"
            if not summary.is_file():
                raise SystemExit(f"{summary} is missing: {package.name} has no Javadoc")
            name = f'<a href="{os.path.relpath(summary, folder)}"><code>{package.name}</code></a>'
        lines.append(f"| {name} | {package.version} | `{package.bundle}` | {package.purpose} |\n")
    return "".join(lines) + (WITHOUT_JAVADOC if javadoc is None else "")


def main(target: Path, javadoc: Optional[Path]) -> None:
    """Writes the page."""
    target.write_text(page(target.resolve().parent, javadoc), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else None)
