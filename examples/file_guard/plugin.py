"""Refuses programs, and takes out of pictures where and by whom they were taken."""

from __future__ import annotations

from typing import Iterable, Iterator, Optional

from mattermost_plugin import HookName, Plugin, hook
from mattermost_plugin.models import FileInfo, PluginContext
from mattermost_plugin.servicers.uploads import FileUpload

#: How programs of Linux, Windows and macOS begin, and scripts.
PROGRAMS = (b"\x7fELF", b"MZ", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"#!")

#: How pictures in the format JPEG begin.
JPEG = b"\xff\xd8"

#: Where the pixels of a picture begin; what follows is left as it is.
PIXELS = 0xDA

#: The parts before them that tell of place, time, camera and author: EXIF and XMP, IPTC, comments.
#: How the camera was held is in there too: a picture may be shown lying on its side.
TELLING = (0xE1, 0xED, 0xFE)


class FileGuard(Plugin):
    """Looks at files of any size before they are stored, in constant memory."""

    @hook(HookName.FileWillBeUploadedStream)
    def look(self, context: PluginContext, info: FileInfo, upload: FileUpload) -> Optional[str]:
        """Return why a file is refused. What is written replaces it; else it is left as it is."""
        content = Content(upload.stream())
        if content.peek(4).startswith(PROGRAMS):
            return f"{info.name} is a program, whatever its name says"
        if content.peek(2) == JPEG:
            for part in without_telling(content):
                upload.write(part)
        return None


class Content:
    """Bytes that come in parts, to be taken in others."""

    def __init__(self, parts: Iterable[bytes]) -> None:
        self.parts = iter(parts)
        self.held = b""

    def peek(self, size: int) -> bytes:
        """Return the next bytes without taking them; fewer at the end."""
        while len(self.held) < size:
            part = next(self.parts, None)
            if part is None:
                break
            self.held += part
        return self.held[:size]

    def take(self, size: int) -> bytes:
        """Return the next bytes; fewer at the end."""
        taken = self.peek(size)
        self.held = self.held[len(taken) :]
        return taken

    def rest(self) -> Iterator[bytes]:
        """Return all that is left, as it comes."""
        held, self.held = self.held, b""
        yield held
        yield from self.parts


def without_telling(content: Content) -> Iterator[bytes]:
    """Return a picture without the parts that tell more than it shows."""
    yield content.take(2)
    while True:
        # Each part has a marker of two bytes, and its own length in two more that count too.
        head = content.peek(4)
        if len(head) < 4 or head[0] != 0xFF or head[1] == PIXELS:
            break
        part = content.take(2 + int.from_bytes(head[2:], "big"))
        if head[1] not in TELLING:
            yield part
    yield from content.rest()


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(FileGuard)
