"""HTTP requests that are there as a whole, answered in one go.

Most requests are one message, and so are most answers. An adapter that is told of such a request
answers it in the task of its call: nothing passes from task to task. Whatever turns out to be more
becomes an exchange of two streams, as all other requests are.
"""

from __future__ import annotations

import asyncio
import contextlib
from typing import Any, Callable, Optional

from mattermost_plugin._internal.current_call import CURRENT, HookCall
from mattermost_plugin._internal.http_streams import NothingYetError
from mattermost_plugin.hook_runner import HookRunner, OwnTask, contained, new_task_here


class WholeRequest:
    """A request that is there as a whole, and the way of its answer.

    To be used in the loop of the server, which is that of the handlers.

    Attributes:
        message: the request.
        exchange: what it has become where its answer is not one message; None until then.
        gone: whether nobody waits for the answer any more.
        over: whether it is answered, or nobody waits any more.
    """

    __slots__ = (
        "_call",
        "_done",
        "_first",
        "_hook_call",
        "_keep",
        "_make",
        "_stop",
        "_waiting",
        "exchange",
        "gone",
        "message",
        "over",
    )

    def __init__(
        self,
        message: Any,
        hook_name: str,
        call: OwnTask,
        make: Callable[[], Any],
        keep: Callable[[Any], int],
    ) -> None:
        self.message = message
        self.exchange: Any = None
        self.gone = False
        self.over = False
        self._call = call
        self._done = False
        self._hook_call = HookCall(hook_name)
        self._make = make
        self._keep = keep
        self._waiting: Optional[asyncio.Future[None]] = None
        self._first: Optional[asyncio.Task[None]] = None
        self._stop: Optional[Callable[[], object]] = None

    async def answer(self, adapter: WholeAnswers, runner: HookRunner, within: float) -> None:
        """Have it answered by `adapter`, which may go on when it is.

        The call waits at most `within` seconds for the beginning of the answer.
        """
        CURRENT.set(self._hook_call)
        self._call.when_given_up(self._given_up)
        due = runner.later(self, within, self._late)
        try:
            await adapter.answer_whole(self)
        finally:
            due.pop(self, None)

    def reply(self, message: Any) -> None:
        """Answer it with all of the answer."""
        self._call.reply(message, 0)
        self._end()

    def _end(self) -> None:
        self.over = True
        waiting, self._waiting = self._waiting, None
        if waiting is not None and not waiting.done():
            waiting.set_result(None)

    async def wait_over(self) -> None:
        """Wait until it is answered, or nobody waits any more."""
        while not self.over:
            if self._waiting is None:
                self._waiting = asyncio.get_running_loop().create_future()
            # It is not to be cancelled by one of several who wait.
            await asyncio.shield(self._waiting)

    def streams(self) -> Any:
        """Return the exchange that it becomes, whose beginning answers the call."""
        if self.exchange is None:
            exchange = self._become()
            self._first = new_task_here(asyncio.get_running_loop(), self._begin(exchange))
        return self.exchange

    def _become(self) -> Any:
        self.exchange = exchange = self._make()
        exchange.answered_by(self)
        return exchange

    def when_ended(self, stop: Callable[[], object]) -> None:
        """Have `stop` called when the exchange is over, complete or not."""
        if self.over:
            stop()
        else:
            self._stop = stop

    def ended(self, error: Optional[BaseException]) -> None:
        """Say that the adapter writes no more, as it is done or has failed."""
        self._done = True
        name = self._hook_call.hook_name
        self.streams().ended(None, None if error is None else contained(name, error))

    async def _begin(self, exchange: Any) -> None:
        kept = False
        message: Optional[Any] = None
        try:
            with contextlib.suppress(NothingYetError):
                message = await exchange.next(self._call)
            kept = not exchange.complete
            self._call.reply(message, self._keep(exchange) if kept else 0)
        except Exception as error:
            self._call.reply_failed(error)
        finally:
            if not kept:
                exchange.close()

    def _late(self) -> None:
        if self._first is not None:
            # Once the call is answered, whoever has asked for the rest waits as long as it takes.
            if not self._first.done():
                self.exchange.hurry()
        elif not self.over:
            # Whoever asks for the rest gets all of it.
            self._call.reply(None, self._keep(self._become()))

    def end(self) -> None:
        """Take notice, from the exchange, that it is over."""
        if not self.over:
            if not self._done:
                self.gone = True
                self._hook_call.cancel()
            self._end()
            stop, self._stop = self._stop, None
            if stop is not None:
                stop()

    def _given_up(self) -> None:
        if self._first is not None:
            self._first.cancel()
        if self.exchange is not None:
            self.exchange.close()
        self.end()


class WholeAnswers:
    """An adapter that answers requests that are there as a whole."""

    async def answer_whole(self, request: WholeRequest) -> None:
        """Answer a request."""
        raise NotImplementedError
