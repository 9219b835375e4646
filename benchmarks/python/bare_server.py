"""The floor of the benchmarks: a server of bare grpcio and nothing around it.

Usage: bare_server.py SOCKET. It answers MessageWillBePosted with the post it was given, and
ServeHTTP with as many chunks of 64 KiB as the url says, after it has read what comes. It prints
"ready" when it listens, and ends when its standard input does.
"""

from __future__ import annotations

import asyncio
import sys
from typing import Any, AsyncIterator

import grpc.aio

from mattermost_plugin._internal import loops
from mattermost_plugin.grpc import hooks_http_pb2 as http
from mattermost_plugin.grpc import hooks_message_pb2 as messages

CHUNK = b"x" * 65536


async def message_will_be_posted(
    request: messages.MessageWillBePostedRequest,
    context: grpc.aio.ServicerContext[
        messages.MessageWillBePostedRequest, messages.MessageWillBePostedResponse
    ],
) -> messages.MessageWillBePostedResponse:
    request.post.message = "seen: " + request.post.message
    return messages.MessageWillBePostedResponse(modified_post=request.post)


async def serve_http(
    requests: AsyncIterator[http.ServeHTTPRequest], context: Any
) -> AsyncIterator[http.ServeHTTPResponse]:
    chunks = 0
    async for message in requests:
        if message.HasField("init"):
            chunks = int(message.init.url)
        if message.body_complete:
            break
    for _ in range(chunks):
        yield http.ServeHTTPResponse(body_chunk=CHUNK)
    yield http.ServeHTTPResponse(body_complete=True)


async def main(socket: str) -> None:
    server = grpc.aio.server()
    unary = grpc.unary_unary_rpc_method_handler(
        message_will_be_posted,
        request_deserializer=messages.MessageWillBePostedRequest.FromString,
        response_serializer=messages.MessageWillBePostedResponse.SerializeToString,
    )
    stream = grpc.stream_stream_rpc_method_handler(
        serve_http,
        request_deserializer=http.ServeHTTPRequest.FromString,
        response_serializer=http.ServeHTTPResponse.SerializeToString,
    )
    server.add_generic_rpc_handlers(
        (
            grpc.method_handlers_generic_handler(
                "mattermost.pluginapi.v1.PluginHooks",
                {"MessageWillBePosted": unary, "ServeHTTP": stream},
            ),
        )
    )
    server.add_insecure_port("unix:" + socket)
    await server.start()
    print("ready", flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    await server.stop(None)


if __name__ == "__main__":
    # The same event loop as plugins have.
    loops.run(main(sys.argv[1]))
