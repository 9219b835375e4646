"""The floor of the plugin benchmark: a server of bare grpcio with one handler and nothing around it.

Usage: bare_server.py SOCKET. It answers MessageWillBePosted with the post it was given, prints
"ready" when it listens, and ends when its standard input does.
"""

from __future__ import annotations

import asyncio
import sys

import grpc.aio

from mattermost_plugin.grpc import hooks_message_pb2 as messages


async def message_will_be_posted(
    request: messages.MessageWillBePostedRequest,
    context: grpc.aio.ServicerContext[
        messages.MessageWillBePostedRequest, messages.MessageWillBePostedResponse
    ],
) -> messages.MessageWillBePostedResponse:
    request.post.message = "seen: " + request.post.message
    return messages.MessageWillBePostedResponse(modified_post=request.post)


async def main(socket: str) -> None:
    server = grpc.aio.server()
    handler = grpc.unary_unary_rpc_method_handler(
        message_will_be_posted,
        request_deserializer=messages.MessageWillBePostedRequest.FromString,
        response_serializer=messages.MessageWillBePostedResponse.SerializeToString,
    )
    server.add_generic_rpc_handlers(
        (
            grpc.method_handlers_generic_handler(
                "mattermost.pluginapi.v1.PluginHooks", {"MessageWillBePosted": handler}
            ),
        )
    )
    server.add_insecure_port("unix:" + socket)
    await server.start()
    print("ready", flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    await server.stop(None)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
