"""The archive that servers install."""

from __future__ import annotations

import gzip
import os
import tarfile
from pathlib import Path
from typing import Iterator, Optional

from mattermost_plugin._cli.manifest import Manifest

_LEFT_OUT = {"__pycache__", "venv", "tests", "dist", "node_modules"}


def is_packed(name: str) -> bool:
    """Return whether a file or folder of that name goes into the archive."""
    return not (
        name in _LEFT_OUT or name.startswith((".", "test_")) or name.endswith((".pyc", ".tar.gz"))
    )


def packed_files(folder: Path) -> Iterator[Path]:
    """Return the files that go into the archive."""
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if is_packed(name))
        yield from (Path(parent, name) for name in sorted(files) if is_packed(name))


def pack(folder: Path, manifest: Manifest, target: Path) -> Path:
    """Return the archive of the plugin in `folder`, written to the folder `target`.

    The same files make the same archive, whenever and by whomever it is packed.
    """
    target.mkdir(parents=True, exist_ok=True)
    archive = target / f"{manifest.content['id']}-{manifest.version}.tar.gz"
    unfinished = archive.with_name(f".{archive.name}.{os.getpid()}")
    try:
        # Without a time and a name, so that only the content matters.
        with (
            open(unfinished, "wb") as file,
            gzip.GzipFile("", "wb", fileobj=file, mtime=0) as packed,
            tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar,
        ):
            for path in sorted(folder.iterdir()):
                tar.add(path, arcname=path.name, filter=_plain)
        os.replace(unfinished, archive)
    finally:
        if unfinished.exists():
            unfinished.unlink()
    return archive


def _plain(entry: tarfile.TarInfo) -> Optional[tarfile.TarInfo]:
    if not is_packed(entry.name.rsplit("/", 1)[-1]):
        return None
    entry.mtime = entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    # Not what the author's umask has left.
    entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
    return entry


__all__ = ["is_packed", "pack", "packed_files"]
