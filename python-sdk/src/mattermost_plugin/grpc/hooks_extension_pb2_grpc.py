# Generated from the contract; do not edit.
"""gRPC stubs and servicers."""

from typing import Any

import grpc

from mattermost_plugin.grpc import hooks_extension_pb2
from mattermost_plugin.grpc import hooks_http_pb2


class PluginHooksExtensionStub:
    """Calls krait.hooks.v1.PluginHooksExtension through a channel, blocking or asyncio."""

    def __init__(self, channel: Any) -> None:
        self.ServeMetrics = channel.stream_stream(
            "/krait.hooks.v1.PluginHooksExtension/ServeMetrics",
            request_serializer=hooks_http_pb2.ServeHTTPRequest.SerializeToString,
            response_deserializer=hooks_http_pb2.ServeHTTPResponse.FromString,
        )
        self.FileWillBeUploadedStream = channel.stream_stream(
            "/krait.hooks.v1.PluginHooksExtension/FileWillBeUploadedStream",
            request_serializer=hooks_extension_pb2.StreamedUploadRequest.SerializeToString,
            response_deserializer=hooks_extension_pb2.StreamedUploadResponse.FromString,
        )
        self.ServeWebSocket = channel.stream_stream(
            "/krait.hooks.v1.PluginHooksExtension/ServeWebSocket",
            request_serializer=hooks_extension_pb2.WebSocketFromClient.SerializeToString,
            response_deserializer=hooks_extension_pb2.WebSocketFromPlugin.FromString,
        )
        self.DescribeCommand = channel.unary_unary(
            "/krait.hooks.v1.PluginHooksExtension/DescribeCommand",
            request_serializer=hooks_extension_pb2.DescribeCommandRequest.SerializeToString,
            response_deserializer=hooks_extension_pb2.DescribeCommandResponse.FromString,
        )


class PluginHooksExtensionServicer:
    """Answers krait.hooks.v1.PluginHooksExtension; every method is to be overridden."""

    def ServeMetrics(self, request_iterator: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("ServeMetrics is not implemented")
        raise NotImplementedError("ServeMetrics is not implemented")

    def FileWillBeUploadedStream(self, request_iterator: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("FileWillBeUploadedStream is not implemented")
        raise NotImplementedError("FileWillBeUploadedStream is not implemented")

    def ServeWebSocket(self, request_iterator: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("ServeWebSocket is not implemented")
        raise NotImplementedError("ServeWebSocket is not implemented")

    def DescribeCommand(self, request: Any, context: Any) -> Any:
        context.set_code(grpc.StatusCode.UNIMPLEMENTED)
        context.set_details("DescribeCommand is not implemented")
        raise NotImplementedError("DescribeCommand is not implemented")


def add_PluginHooksExtensionServicer_to_server(servicer: Any, server: Any) -> None:
    """Make `server` answer the service's calls through `servicer`."""
    handlers = {
        "ServeMetrics": grpc.stream_stream_rpc_method_handler(
            servicer.ServeMetrics,
            request_deserializer=hooks_http_pb2.ServeHTTPRequest.FromString,
            response_serializer=hooks_http_pb2.ServeHTTPResponse.SerializeToString,
        ),
        "FileWillBeUploadedStream": grpc.stream_stream_rpc_method_handler(
            servicer.FileWillBeUploadedStream,
            request_deserializer=hooks_extension_pb2.StreamedUploadRequest.FromString,
            response_serializer=hooks_extension_pb2.StreamedUploadResponse.SerializeToString,
        ),
        "ServeWebSocket": grpc.stream_stream_rpc_method_handler(
            servicer.ServeWebSocket,
            request_deserializer=hooks_extension_pb2.WebSocketFromClient.FromString,
            response_serializer=hooks_extension_pb2.WebSocketFromPlugin.SerializeToString,
        ),
        "DescribeCommand": grpc.unary_unary_rpc_method_handler(
            servicer.DescribeCommand,
            request_deserializer=hooks_extension_pb2.DescribeCommandRequest.FromString,
            response_serializer=hooks_extension_pb2.DescribeCommandResponse.SerializeToString,
        ),
    }
    server.add_generic_rpc_handlers(
        (grpc.method_handlers_generic_handler("krait.hooks.v1.PluginHooksExtension", handlers),)
    )
