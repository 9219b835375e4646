"""One call of a hook whose arguments and results are streams."""

from __future__ import annotations

import asyncio
from typing import Any, AsyncIterator, Optional, Protocol, Tuple

from mattermost_plugin._generated.hook_names import HookName
from mattermost_plugin._internal.current_call import HookCancelledError
from mattermost_plugin._internal.http_streams import Incoming, Outgoing, Piece
from mattermost_plugin._internal.pool import HandlerPool
from mattermost_plugin.hook_runner import HookOverloadError, HookRunner


class Ends(Protocol):
    """Who answers."""

    def end(self) -> None:
        """Take notice that the exchange is over, if that was not known."""


class Exchange:
    """What comes in, what goes out, and the handler between them.

    To be made in the server's loop.

    Attributes:
        complete: whether there is no further message.
    """

    def __init__(self, hook: HookName, first: Any) -> None:
        self.hook = hook
        self.incoming = Incoming(first.body_chunk, first.body_complete)
        self.outgoing = Outgoing()
        self.complete = False
        self._feeding: Optional[asyncio.Task[None]] = None
        self._run: Optional[Ends] = None
        self._piece: Optional[Piece] = None

    def feed(self, messages: AsyncIterator[Any]) -> None:
        """Begin to read the messages that follow the first one."""
        if not self.incoming.complete:
            self._feeding = asyncio.ensure_future(self.incoming.feed(messages))

    def call(
        self,
        handler: Any,
        args: Tuple[Any, ...],
        limit: Optional[float],
        runner: HookRunner,
        pool: HandlerPool,
    ) -> None:
        """Begin to run the handler."""
        try:
            self._run = runner.begin(handler, args, self.hook.value, limit, self.ended, pool)
        except HookOverloadError as error:
            self.outgoing.end(error)

    def answered_by(self, run: Ends) -> None:
        """Take notice of who answers in place of a handler."""
        self._run = run

    def ended(self, result: Any, error: Optional[BaseException]) -> None:
        """Take notice, in whatever thread, that the handler has ended."""
        self.outgoing.end(error)

    async def take(self, context: Any) -> Optional[Piece]:
        """Return the next piece of what goes out; that before it was taken by the host."""
        if self._piece is not None:
            self.outgoing.sent(self._piece)
        longest = getattr(context, "longest_chunk", None)
        if isinstance(longest, int):
            self._piece = await self.outgoing.take(longest, gather=True)
        else:
            self._piece = await self.outgoing.take()
        return self._piece

    @staticmethod
    def message(context: Any, kind: Any, piece: Piece, rest: Any = None) -> Any:
        """Return a message of class `kind` with a part of a body, as `context` takes it.

        `rest` is the message without the part, None where it has nothing else.
        """
        if isinstance(getattr(context, "longest_chunk", None), int):
            return context.chunk(piece.data, rest, piece.more)
        if rest is None:
            return kind(body_chunk=piece.data)
        rest.body_chunk = piece.data
        return rest

    def close(self) -> None:
        """End what is left of the exchange."""
        if self._feeding is not None:
            self._feeding.cancel()
        self.incoming.fail(HookCancelledError(f"{self.hook} was given up by the host"))
        self.outgoing.give_up()
        if self._run is not None:
            self._run.end()
