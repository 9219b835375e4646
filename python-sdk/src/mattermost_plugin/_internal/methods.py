"""What is known of a method without its messages, which are imported when they are needed."""

from __future__ import annotations

import importlib
from typing import Any, Generic, Type, TypeVar

from google.protobuf.message import Message

Response = TypeVar("Response", bound=Message)


class Method(Generic[Response]):
    """How a method goes over the wire.

    Args:
        name: the method's name in the contract.
        path: its name for gRPC.
        request: the request's class, with its module before it.
        response: the response's class, likewise.
        required: the response's field without which it makes no sense; empty where there is none.
        streams: whether requests and responses come as streams.

    Attributes:
        request: the request's class.
        response: the response's class.
    """

    __slots__ = ("_places", "name", "path", "request", "required", "response", "streams")

    request: Type[Any]
    response: Type[Response]

    def __init__(
        self,
        name: str,
        path: str,
        request: str,
        response: str,
        required: str = "",
        streams: bool = False,
    ) -> None:
        self.name = name
        self.path = path
        self.required = required
        self.streams = streams
        self._places = request, response

    def __getattr__(self, name: str) -> Any:
        # Only what is not there yet is asked for here.
        if name not in ("request", "response"):
            raise AttributeError(name)
        place = self._places[name == "response"]
        module, _, kind = place.partition(".")
        found = getattr(importlib.import_module(f"mattermost_plugin.grpc.{module}"), kind)
        setattr(self, name, found)
        return found

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.path}>"
