"""What the contract says about hooks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Optional

if TYPE_CHECKING:
    from typing import Literal


class HookFacts(NamedTuple):
    """Facts about one hook.

    Attributes:
        kind: how the results of several plugins are brought together.
        on_failure: what a plugin that fails or is late means for the host's operation: "open",
            it goes on as if the plugin had no such hook, or "closed", it fails.
        deadline: seconds that a call may take where nothing else is configured; None for no limit.
        since: version of the reference server that introduced the hook.
    """

    kind: Literal["notify", "chain", "reject", "first_wins", "single", "sum"]
    on_failure: Literal["open", "closed"]
    deadline: Optional[float]
    since: str
