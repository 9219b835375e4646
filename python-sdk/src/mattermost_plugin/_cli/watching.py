"""Changes in a plugin's folder."""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, Tuple

from mattermost_plugin._cli.errors import CommandError
from mattermost_plugin._cli.packing import is_packed, packed_files

# Milliseconds; a change is told when nothing more comes for so long.
_STEP = 30
# Milliseconds; after so long it is looked for changes that came before anybody watched.
_FIRST_LOOK = 50
# One of so many looks is for changes that nobody tells of, as on some network disks.
_LOOKS = 20

# Seconds.
_AFTER_FAILURE = 1.0


class Changes:
    """Tells when what is packed of a folder is not what it was when this was made."""

    def __init__(self, folder: Path) -> None:
        self._root = folder.resolve()
        self._seen = self._state()

    def until(self, stop: threading.Event) -> Iterator[None]:
        """Return once for each change until `stop` is set."""
        try:
            import watchfiles
        except ImportError:
            raise CommandError(
                "watchfiles is missing; install it:"
                " python -m pip install 'mattermost-plugin-sdk[cli]'"
            ) from None
        for _ in self._looks(watchfiles.watch, stop):
            state = self._state()
            if state != self._seen:
                # As it is before it is read, so that nothing is missed that comes meanwhile.
                self._seen = state
                yield

    def _looks(self, watch: Callable[..., Iterator[Any]], stop: threading.Event) -> Iterator[None]:
        while not stop.is_set():
            told = watch(
                self._root,
                watch_filter=_filter(self._root),
                step=_STEP,
                stop_event=stop,
                rust_timeout=_FIRST_LOOK,
                yield_on_timeout=True,
            )
            try:
                for look, changes in enumerate(told):
                    if changes or look % _LOOKS == 0:
                        yield
            except RuntimeError:
                # It cannot tell of names that are no UTF-8.
                yield
                # Nor may it ever be able to watch here.
                stop.wait(_AFTER_FAILURE)

    def _state(self) -> Dict[Path, Tuple[int, int]]:
        state = {}
        for path in packed_files(self._root):
            with contextlib.suppress(OSError):
                found = path.stat()
                state[path] = (found.st_mtime_ns, found.st_size)
        return state


def _filter(root: Path) -> Callable[[object, str], bool]:
    def is_of_the_plugin(_: object, path: str) -> bool:
        try:
            parts = Path(path).relative_to(root).parts
        except ValueError:
            return False
        # Editors write beside a file before they replace it.
        return all(is_packed(part) for part in parts) and not path.endswith(("~", ".tmp", ".swp"))

    return is_of_the_plugin


__all__ = ["Changes"]
