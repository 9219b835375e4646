"""The former home of the models; import them from `mattermost_plugin.models`."""

from mattermost_plugin._generated.models import *  # noqa: F403
