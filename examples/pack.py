#!/usr/bin/env python3
"""Packs a plugin's folder into the archive that servers install.

usage: pack.py FOLDER [FOLDER-OF-THE-ARCHIVE]

The archive is named after the plugin and its version; its path is printed. Tests, caches, virtual
environments and hidden files stay out. The same files make the same archive.
"""

from __future__ import annotations

import gzip
import json
import sys
import tarfile
from pathlib import Path
from typing import Optional

LEFT_OUT = {"__pycache__", "venv", "tests", "dist"}


def pack(folder: Path, target: Path) -> Path:
    """Return the archive of the plugin in `folder`, written to the folder `target`."""
    manifest = json.loads((folder / "plugin.json").read_text(encoding="utf-8"))
    target.mkdir(parents=True, exist_ok=True)
    archive = target / f"{manifest['id']}-{manifest.get('version', '0.0.0')}.tar.gz"
    # Without a time, so that only the content matters.
    with (
        gzip.GzipFile(archive, "wb", mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        for path in sorted(folder.iterdir()):
            tar.add(path, arcname=path.name, filter=_plain)
    return archive


def _plain(entry: tarfile.TarInfo) -> Optional[tarfile.TarInfo]:
    name = entry.name.rsplit("/", 1)[-1]
    if name in LEFT_OUT or name.startswith((".", "test_")) or name.endswith(".pyc"):
        return None
    entry.mtime = entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    return entry


def main() -> None:
    """Do what the command line says."""
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    if not (folder / "plugin.json").is_file():
        sys.exit(f"pack.py: there is no {folder / 'plugin.json'}")
    print(pack(folder, Path(*sys.argv[2:] or ["."])))


if __name__ == "__main__":
    main()
