from mattermost_plugin.grpc import api_channel_post_pb2 as _api_channel_post_pb2
from mattermost_plugin.grpc import api_file_bot_pb2 as _api_file_bot_pb2
from mattermost_plugin.grpc import api_kv_config_pb2 as _api_kv_config_pb2
from mattermost_plugin.grpc import api_remaining_pb2 as _api_remaining_pb2
from mattermost_plugin.grpc import api_user_team_pb2 as _api_user_team_pb2
from google.protobuf import descriptor as _descriptor
from typing import ClassVar as _ClassVar

DESCRIPTOR: _descriptor.FileDescriptor
