"""A plugin without the SDK, on the lane, that answers what no plugin should.

The last word of a request's path, or the text of a message, says which garbage is wanted.
"""

import os
import socket
import struct
import sys
import threading
from typing import Any, Callable, Dict, List, Optional, Tuple

from mattermost_plugin.grpc import hooks_http_pb2 as http
from mattermost_plugin.grpc import hooks_lifecycle_pb2 as lifecycle
from mattermost_plugin.grpc import hooks_message_pb2 as message
from mattermost_plugin.grpc import lane_pb2 as lane
from mattermost_plugin.grpc import post_pb2 as post

HEAD = struct.Struct(">IB")
HOOKS = ["OnActivate", "OnDeactivate", "ServeHTTP", "MessageWillBePosted"]
MEBIBYTE = 1 << 20


def frame(kind: int, content: bytes) -> bytes:
    return HEAD.pack(len(content) + 1, kind) + content


def answer(to: int, response: bytes = b"", **more: Any) -> bytes:
    content = lane.Answer(id=to, response=response, **more).SerializeToString()
    return frame(lane.KIND_ANSWER, content)


def page(
    status: int = 200,
    headers: Optional[List[Tuple[str, str]]] = None,
    body: bytes = b"x",
    complete: bool = True,
) -> bytes:
    init = http.ServeHTTPResponseInit(
        status_code=status,
        headers=[http.HTTPHeader(key=key, values=[value]) for key, value in headers or []],
    )
    response = http.ServeHTTPResponse(init=init, body_chunk=body, body_complete=complete)
    return bytes(response.SerializeToString())


def refusal(reason: str) -> bytes:
    response = message.MessageWillBePostedResponse(rejection_reason=reason)
    return bytes(response.SerializeToString())


def changed(**fields: Any) -> bytes:
    response = message.MessageWillBePostedResponse(modified_post=post.Post(**fields))
    return bytes(response.SerializeToString())


PAGES: Dict[str, Callable[[int], bytes]] = {
    "plain": lambda to: answer(to, page()),
    "status-99999": lambda to: answer(to, page(99999)),
    "status-negative": lambda to: answer(to, page(-1)),
    "status-100": lambda to: answer(to, page(100)),
    "line-in-header": lambda to: answer(to, page(200, [("X", "a\r\nInjected: yes")])),
    "line-in-name": lambda to: answer(to, page(200, [("X: a\r\nInjected", "yes")])),
    "nul-in-header": lambda to: answer(to, page(200, [("X", "a\0b")])),
    "endless-headers": lambda to: answer(to, page(200, [(f"X-{n}", "x") for n in range(50_000)])),
    "giant-header": lambda to: answer(to, page(200, [("X", "x" * 5 * MEBIBYTE)])),
    "giant-name": lambda to: answer(to, page(200, [("X" * 5 * MEBIBYTE, "x")])),
    "empty-name": lambda to: answer(to, page(200, [("", "x")])),
    "length-too-long": lambda to: answer(to, page(200, [("Content-Length", "1000000")])),
    "length-too-short": lambda to: answer(to, page(200, [("Content-Length", "0")], b"much more")),
    "length-twice": lambda to: answer(
        to, page(200, [("Content-Length", "1"), ("content-length", "2")])
    ),
    "length-negative": lambda to: answer(to, page(200, [("Content-Length", "-1")])),
    "chunked": lambda to: answer(to, page(200, [("Transfer-Encoding", "chunked")], b"0\r\n\r\n")),
    "body-with-204": lambda to: answer(to, page(204, [], b"body")),
    "giant-body": lambda to: answer(to, page(200, [], b"x" * 60 * MEBIBYTE)),
    "no-head": lambda to: answer(
        to, http.ServeHTTPResponse(body_chunk=b"x", body_complete=True).SerializeToString()
    ),
    "nothing": lambda to: answer(to),
    "no-message": lambda to: answer(to, b"\xff" * 100),
    "other-message": lambda to: answer(
        to, lifecycle.ImplementedResponse(hooks=["x"] * 9).SerializeToString()
    ),
    "rest-that-never-comes": lambda to: answer(to, page(complete=False), rest=77),
    "status-of-nobody": lambda to: answer(to, status=99, status_text="x" * MEBIBYTE),
    "escapes-in-status": lambda to: answer(to, status=13, status_text="\x1b[2J\x07\r\nlog line"),
    "error-of-nobody": lambda to: answer(to, status=13, app_error=b"\xff\xff"),
    "twice": lambda to: answer(to, page()) + answer(to, page()),
    "to-nobody": lambda to: answer(to + 1_000_000, page()) + answer(to, page()),
    "unknown-kind": lambda to: frame(99, b"x"),
    "empty-frame": lambda to: struct.pack(">I", 0),
    "endless-frame": lambda to: HEAD.pack(0xFFFFFFFF, lane.KIND_ANSWER) + b"x" * 100,
    "frame-of-noise": lambda to: frame(lane.KIND_ANSWER, os.urandom(1000)),
    "welcome-again": lambda to: frame(lane.KIND_WELCOME, b"") + answer(to, page()),
    "goodbye": lambda to: frame(lane.KIND_GOODBYE, b""),
    "nothing-ever": lambda to: b"",
}

POSTS: Dict[str, Callable[[int], bytes]] = {
    "giant-reason": lambda to: answer(to, refusal("x" * 60 * MEBIBYTE)),
    "escapes-in-reason": lambda to: answer(to, refusal("\x1b]0;title\x07\r\n\0")),
    "giant-post": lambda to: answer(to, changed(message="x" * MEBIBYTE)),
    "other-post": lambda to: answer(
        to, changed(id="a" * 26, user_id="b" * 26, channel_id="c" * 26, message="other")
    ),
    "negative-times": lambda to: answer(to, changed(message="old", create_at=-(2**63))),
    "no-post": lambda to: answer(to, b"\xff" * 100),
    "status-of-nobody-post": lambda to: answer(to, status=99),
}


def call(connection: socket.socket, content: bytes) -> None:
    asked = lane.Call.FromString(content)
    method = asked.method.rpartition("/")[2]
    if method == "Implemented":
        reply = answer(asked.id, lifecycle.ImplementedResponse(hooks=HOOKS).SerializeToString())
    elif method == "Check":
        # SERVING
        reply = answer(asked.id, b"\x08\x01")
    elif method == "ServeHTTP":
        url = http.ServeHTTPRequest.FromString(asked.request).init.url
        reply = PAGES[url.rpartition("/")[2]](asked.id)
    elif method == "MessageWillBePosted":
        text = message.MessageWillBePostedRequest.FromString(asked.request).post.message
        reply = POSTS.get(text, answer)(asked.id)
    else:
        reply = answer(asked.id)
    connection.sendall(reply)


def serve(connection: socket.socket) -> None:
    with connection, connection.makefile("rb") as incoming:
        while True:
            head = incoming.read(HEAD.size)
            if len(head) < HEAD.size:
                return
            length, kind = HEAD.unpack(head)
            content = incoming.read(length - 1)
            if kind == lane.KIND_HELLO:
                connection.sendall(
                    frame(lane.KIND_WELCOME, lane.Welcome(version=1).SerializeToString())
                )
            elif kind == lane.KIND_CALL:
                call(connection, content)
            elif kind == lane.KIND_OPEN:
                return


def end_with_host() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


def main() -> None:
    path = os.path.join(os.environ["PLUGIN_UNIX_SOCKET_DIR"], "garbage")
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(path)
    listening.listen()
    print(f"1|1|unix|{path}|lane", flush=True)
    threading.Thread(target=end_with_host, daemon=True).start()
    while True:
        connection, _ = listening.accept()
        threading.Thread(target=serve, args=(connection,), daemon=True).start()


main()
