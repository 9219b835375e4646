"""Which handlers are over so soon that to hand them to another thread would take longer."""

from __future__ import annotations

#: Seconds up to which a handler is quick.
QUICK = 0.0001

# A run that takes so many seconds makes a method slow at once.
_BLOCKS = 0.001

# So many quick runs in a row make a method quick, and more each time that it was not after all.
_FEWEST_RUNS = 4
_MOST_RUNS = 1 << 20


class Pace:
    """How long the handler of one method took of late.

    It is told, and asked, by whatever thread; that a number is lost now and then does no harm.

    Attributes:
        quick: whether the handler is expected to be over soon.
    """

    __slots__ = ("_needed", "_runs", "quick")

    def __init__(self) -> None:
        self.quick = False
        self._runs = 0
        self._needed = _FEWEST_RUNS

    def took(self, seconds: float) -> None:
        """Take note of a run."""
        if seconds < QUICK:
            if not self.quick:
                self._runs += 1
                self.quick = self._runs >= self._needed
        elif seconds > _BLOCKS:
            self.blocked()
        elif not self.quick:
            self._runs = 0
        else:
            # Others may have kept the processor from it: it takes several to be believed.
            self._runs -= 1
            if self._runs < 0:
                self.quick = False
                self._runs = 0

    def blocked(self) -> None:
        """Take note of a run that holds up others."""
        if self.quick:
            self._needed = min(self._needed * 4, _MOST_RUNS)
        self.quick = False
        self._runs = 0
