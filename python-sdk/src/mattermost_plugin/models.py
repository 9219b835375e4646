"""The things of the host's world: users, posts, channels, and all the others.

A model is a light wrapper over the protobuf message in which it travels: see `Model`.
"""

from mattermost_plugin._generated import models as _generated
from mattermost_plugin._generated.models import *  # noqa: F403
from mattermost_plugin._internal.model import Model

__all__ = ["Model"]
__all__ += _generated.__all__
