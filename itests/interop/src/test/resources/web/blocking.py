"""A plugin whose handler is a function; each method that takes a request is a path."""

from __future__ import annotations

import collections
import os
import threading
import zlib
from typing import Any

from mattermost_plugin import HookName, Plugin, hook
from mattermost_plugin.hooks import HookCancelledError, current_call
from mattermost_plugin.servicers.http import HTTPRequest, HTTPResponseWriter

PIECE = bytes(range(256)) * 256


class Answers(Plugin):
    """What waits for nothing, and so is the same in coroutines."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.counts = collections.Counter[str]()

    def count(self, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        writer.write(str(self.counts[name(request)]))

    def process(self, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        writer.write(str(os.getpid()))

    def answer(self, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        """Answer as the query says, without a look at the body."""
        for key, values in request.query.items():
            if key.startswith("header."):
                for value in values:
                    writer.add_header(key[len("header.") :], value)
        if "status" in request.query:
            writer.write_header(int(request.query["status"][0]))
        for part in request.query.get("body", []):
            writer.write(part)

    def tell(self, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        """Answer with what the request looks like, its body having come."""
        body = request.body
        writer.write(f"{request.method} {request.url} {request.proto}\n")
        writer.write(f"length {request.content_length}, {len(body)} bytes\n")
        for key, values in request.headers.items():
            writer.write(f"{key}: {', '.join(values)}\n")

    def halves(self, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        """Answer with a header that no encoding has bytes for."""
        writer.set_header("X-Half", "\ud800")
        writer.write("never sent")


class Web(Answers):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.gates: dict[str, threading.Event] = collections.defaultdict(threading.Event)

    @hook(HookName.ServeHTTP)
    def serve(self, context: Any, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        getattr(self, request.path.strip("/"))(writer, request)

    def echo(self, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        for part in request.stream():
            writer.write(part)

    def upload(self, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        """Answer with length and checksum of the body; its beginning is waited with if told so."""
        size = crc = 0
        for part in request.stream():
            if size == 0 and "name" in request.query:
                self.gates[name(request)].wait()
            size += len(part)
            crc = zlib.crc32(part, crc)
        writer.write(f"{size} {crc}")

    def download(self, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        """Answer with a body of the size that was asked for."""
        left = int(request.query["size"][0])
        while left:
            left -= writer.write(PIECE[:left])

    def flood(self, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        """Write without end, and count what was written."""
        try:
            while True:
                self.counts[name(request)] += writer.write(PIECE)
        except HookCancelledError:
            self.counts[name(request) + ".cancelled"] += 1
            raise

    def swallow(self, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        """Read without end, and note when that is cut short."""
        self.counts[name(request)] += 1
        try:
            for _ in request.stream():
                pass
        except HookCancelledError:
            self.counts[name(request) + ".cancelled"] += 1
            raise

    def wait(self, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        """Answer nothing, or what is to come `first`, and wait until nobody listens."""
        if "length" in request.query:
            writer.set_header("Content-Length", request.query["length"][0])
        if "first" in request.query:
            writer.write(request.query["first"][0])
            writer.flush()
        self.counts[name(request)] += 1
        current_call().wait_cancelled()
        self.counts[name(request) + ".cancelled"] += 1

    def release(self, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        self.gates[name(request)].set()

    def fail(self, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        """Fail, at once or after what is to come `first`, when told so."""
        if "first" in request.query:
            writer.write(request.query["first"][0])
            writer.flush()
            self.gates[name(request)].wait()
        raise RuntimeError("a secret")

    def told(self, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        self.tell(writer, request)


def name(request: HTTPRequest) -> str:
    return request.query["name"][0]


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(Web)
