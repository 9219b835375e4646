"""What a plugin's class has besides hooks: commands, settings, jobs, buttons.

Methods and attributes that are marked for a feature are collected when the class is made, and the
feature answers hooks before the plugin's own handlers do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, ClassVar, Dict, Mapping, Tuple, Type

if TYPE_CHECKING:
    from mattermost_plugin.plugin import Plugin

#: The attribute by which what is marked for a feature is known.
FEATURE_MARKER = "_mattermost_feature"


class Feature:
    """What is marked alike in one plugin.

    Args:
        plugin: the plugin.
        marked: the marks, by the names of what has them.
    """

    #: The hooks that it answers.
    hooks: ClassVar[Tuple[str, ...]] = ()
    #: Whether it begins and ends with the plugin.
    lives: ClassVar[bool] = False

    def __init__(self, plugin: Plugin, marked: Mapping[str, Any]) -> None:
        self.plugin = plugin

    @classmethod
    def check(cls, owner: type, marked: Mapping[str, Any]) -> None:
        """Raise `HookRegistrationError` where the marks of a class make no sense."""

    def handle(self, hook: str, args: Tuple[Any, ...], own: Callable[[], Any]) -> Any:
        """Answer a hook; `own` calls the plugin's handler, or what is next."""
        return own()

    async def start(self) -> None:
        """Begin; what is raised keeps the plugin from being activated."""

    async def stop(self) -> None:
        """End."""


class Mark:
    """What a decorator says of a method.

    Attributes:
        feature: what it is for.
    """

    feature: ClassVar[Type[Feature]]


def mark(target: Any, what: Any) -> Any:
    """Mark a method, which stays as it is."""
    marks = [*getattr(target, FEATURE_MARKER, ()), what]
    setattr(target, FEATURE_MARKER, marks)
    return target


def features_of(cls: type) -> Dict[Type[Feature], Dict[str, Any]]:
    """Return the marks in a class and its parents, by feature and name.

    Where several are on one method they are a list.
    """
    found: Dict[Type[Feature], Dict[str, Any]] = {}
    for name in dir(cls):
        for parent in cls.__mro__:
            marks = getattr(parent.__dict__.get(name), FEATURE_MARKER, None)
            if isinstance(marks, (list, tuple)):
                for each in marks:
                    found.setdefault(each.feature, {}).setdefault(name, []).append(each)
                break
    return found


__all__ = ["FEATURE_MARKER", "Feature", "Mark", "features_of", "mark"]
