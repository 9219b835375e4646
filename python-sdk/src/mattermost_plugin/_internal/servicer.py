"""What the generated servicer of the hooks stands on."""

from __future__ import annotations

from typing import Any, List, NoReturn, Tuple, Type

from mattermost_plugin._generated.hook_names import HookName
from mattermost_plugin._internal.results import R, Shape
from mattermost_plugin._internal.status import Status, end_call
from mattermost_plugin.hook_runner import status_of


class HooksBase:
    """Hands hook calls on to `dispatch`, and takes what comes back to the wire.

    An error goes into the response where that has a place for it, with the gRPC status OK, and is
    the gRPC status everywhere else.
    """

    async def dispatch(self, hook: HookName, args: Tuple[Any, ...], context: Any) -> Any:
        """Call the handler of `hook` with `args` and return its result, or raise what it raised.

        `context` is gRPC's, or as much of it as there is elsewhere.
        """
        raise NotImplementedError(f"{type(self).__name__} does not implement dispatch")

    async def implemented_hooks(self) -> List[str]:
        """Return the names of the hooks that have handlers."""
        raise NotImplementedError(f"{type(self).__name__} does not implement implemented_hooks")

    async def _serve(
        self,
        hook: HookName,
        request: Any,
        required: Tuple[str, ...],
        args: Tuple[Any, ...],
        shape: Shape[R],
        context: Any,
    ) -> R:
        for field in required:
            if not request.HasField(field):
                await self._lacks(hook, field, context)
        try:
            result = await self.dispatch(hook, args, context)
        except Exception as error:
            return await self._failed(hook, error, shape, args, context)
        return await self._encoded(hook, result, shape, args, context)

    async def _encoded(
        self, hook: HookName, result: Any, shape: Shape[R], args: Tuple[Any, ...], context: Any
    ) -> R:
        try:
            return shape.encode(result)
        except Exception as error:
            return await self._failed(hook, error, shape, args, context)

    async def _lacks(self, hook: HookName, field: str, context: Any) -> None:
        await end_call(context, Status.INVALID_ARGUMENT, f"{hook}: the request lacks {field!r}")

    async def _failed(
        self,
        hook: HookName,
        error: Exception,
        shape: Shape[R],
        args: Tuple[Any, ...],
        context: Any,
    ) -> R:
        if shape.has_error:
            return shape.failed(error, request_of(args))
        await abort(context, hook, error)

    async def _list(self, response: Type[R], context: Any) -> R:
        try:
            make: Any = response
            answer: R = make(hooks=await self.implemented_hooks())
            return answer
        except Exception as error:
            await abort(context, "Implemented", error)

    async def _refuse(self, hook: HookName, context: Any) -> None:
        await end_call(
            context, Status.UNIMPLEMENTED, f"{type(self).__name__} does not serve {hook}"
        )


def request_of(args: Tuple[Any, ...]) -> str:
    """Return the identifier of the request that led to a call; empty where none is known."""
    found = getattr(args[0], "request_id", "") if args else ""
    return found if isinstance(found, str) else ""


async def abort(context: Any, hook: object, error: BaseException) -> NoReturn:
    """End a call with the status that fits `error`."""
    # Only what belongs on the wire: the trace is for the plugin's own log, which `dispatch` keeps.
    text = str(error) or type(error).__name__
    if not text.startswith(str(hook)):
        text = f"{hook}: {text}"
    await end_call(context, status_of(error), text)
