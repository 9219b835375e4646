"""The things of the host's world: users, posts, channels, and all the others.

A model is a light wrapper over the protobuf message in which it travels: see `Model`.
"""

from typing import TYPE_CHECKING, Any, List

from mattermost_plugin._generated import models as _generated
from mattermost_plugin._internal.model import Model

if TYPE_CHECKING:
    from mattermost_plugin._generated.models import *  # noqa: F403
else:

    def __getattr__(name: str) -> Any:
        # Each is imported when it is first asked for: nobody needs all of them.
        if name not in _generated.__all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        model = globals()[name] = getattr(_generated, name)
        return model

    def __dir__() -> List[str]:
        return sorted({*globals(), *__all__})


__all__ = ["Model"]
__all__ += _generated.__all__
