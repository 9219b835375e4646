"""What keeps a command from being done."""

from __future__ import annotations

from typing import Iterable, Tuple


class CommandError(Exception):
    """Something that the author can put right, in words for the author.

    Attributes:
        problems: a line each; what is wrong and what to do.
    """

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems: Tuple[str, ...] = problems

    @classmethod
    def of(cls, problems: Iterable[str]) -> CommandError:
        """Return the error of several problems."""
        return cls(*problems)


__all__ = ["CommandError"]
