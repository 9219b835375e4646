from mattermost_plugin.grpc import hooks_http_pb2 as _hooks_http_pb2
from google.protobuf import descriptor as _descriptor
from typing import ClassVar as _ClassVar

DESCRIPTOR: _descriptor.FileDescriptor
