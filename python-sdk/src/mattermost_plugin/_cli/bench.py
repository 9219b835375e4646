"""A plugin of a folder, in the testing kit's harness."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any, Dict, List, Mapping, Type

from mattermost_plugin._cli.bench_host import BenchApi, placed
from mattermost_plugin._cli.errors import CommandError
from mattermost_plugin._cli.manifest import Manifest
from mattermost_plugin._internal.clock import Clock
from mattermost_plugin._internal.making import arguments_of
from mattermost_plugin._internal.values import plain
from mattermost_plugin.hooks import HookName, hook_named
from mattermost_plugin.plugin import Plugin
from mattermost_plugin.runtime_config import RuntimeConfig
from mattermost_plugin.testing import FakeApi, HookAnswer, HookFailedError, PluginHarness

# Longer than anybody looks at a breakpoint; a number is what the harness wants.
_NO_LIMIT = 1e8
_STREAMS = (HookName.ServeHTTP, HookName.ServeMetrics, HookName.FileWillBeUploadedStream)


def settings_of(manifest: Manifest, given: Mapping[str, Any]) -> Dict[str, Any]:
    """Return the settings with their defaults, by keys in lower case, as the server gives them."""
    settings = {
        str(setting.get("key", "")).lower(): _json(setting["default"])
        for setting in manifest.settings
        if setting.get("default") is not None
    }
    known = {str(setting.get("key", "")).lower() for setting in manifest.settings}
    for key, value in given.items():
        if key.lower() not in known:
            raise CommandError(
                f"{key} is no setting of {manifest.id}; it has {', '.join(sorted(known)) or 'none'}"
            )
        settings[key.lower()] = value
    return settings


def new_harness(
    plugin_class: Type[Plugin], folder: Path, plugin_id: str, api: FakeApi, *, limited: bool = True
) -> PluginHarness[Plugin]:
    """Return the harness of a plugin; without limits for one that is debugged."""
    config = RuntimeConfig(plugin_id=plugin_id, api_target="fake:", plugin_path=str(folder))
    if not limited:
        config = dataclasses.replace(config, hook_timeout=_NO_LIMIT)
    # Jobs go by the time of whoever looks on.
    return PluginHarness(plugin_class, api=api, config=config, clock=Clock())


async def call_hook(harness: PluginHarness[Any], name: str, values: Any) -> Dict[str, Any]:
    """Call a hook with its arguments by name, or with its only one; return the answer as JSON."""
    try:
        hook = hook_named(name)
    except ValueError as error:
        raise CommandError(str(error)) from error
    if not harness.plugin.has_hook(hook):
        handled = ", ".join(harness.plugin.implemented_hooks()) or "none"
        raise CommandError(
            f"{type(harness.plugin).__name__} does not handle {hook.value}; it handles {handled}"
        )
    if hook == HookName.ServeHTTP:
        return await _request(harness, values)
    if hook in _STREAMS:
        raise CommandError(f"{hook.value} is a stream; test it with PluginHarness")
    if isinstance(harness.api, BenchApi):
        harness.api.meet(values)
    arguments = _arguments(hook, values)
    try:
        answer = await harness.acall(hook, *arguments)
    except HookFailedError:
        raise
    except (TypeError, ValueError) as error:
        # What was given does not fit into the hook's messages.
        raise CommandError(f"{hook.value}: {error}") from error
    return answer_json(answer)


def answer_json(answer: HookAnswer) -> Dict[str, Any]:
    """Return what a hook has answered, without what is empty."""
    names = [field.name for field, _ in answer.proto.ListFields()]
    return {name: json_value(getattr(answer, name)) for name in names}


def arguments_json(arguments: Mapping[str, Any]) -> Dict[str, Any]:
    """Return the arguments of a call as JSON has them."""
    return {name: json_value(value) for name, value in arguments.items()}


def json_value(value: Any) -> Any:
    """Return a value of the API as JSON has it: bytes as text, objects without what is empty."""
    value = plain(value)
    if isinstance(value, dict):
        return {str(key): json_value(item) for key, item in value.items() if item}
    if isinstance(value, (list, tuple)):
        return [json_value(item) for item in value]
    if isinstance(value, (bytes, bytearray)):
        return bytes(value).decode("utf-8", "backslashreplace")
    return value if isinstance(value, (str, int, float, bool, type(None))) else str(value)


def _json(value: Any) -> Any:
    # Numbers with a point are kept as they were written, for the rules of manifests.
    return value if isinstance(value, (str, int, bool, list, dict)) else float(value)


def _arguments(hook: HookName, values: Any) -> List[Any]:
    names = [name for name in arguments_of(hook) if name != "context"]
    if not names:
        if values:
            raise CommandError(f"{hook.value} takes no arguments")
        return []
    if isinstance(values, dict) and values and set(values) <= set(names):
        return [placed(name, values.get(name)) for name in names]
    required = [name for name in names if name != "actor"]
    if len(required) > 1 or values is None:
        raise CommandError(
            f"{hook.value} takes a JSON object with {', '.join(names)}, as in"
            f" '{{\"{names[0]}\": {{…}}}}'"
        )
    return [placed(names[0], values)]


async def _request(harness: PluginHarness[Any], values: Any) -> Dict[str, Any]:
    known = {"method": "GET", "url": "/", "body": "", "headers": None, "user_id": ""}
    given = values or {}
    if not isinstance(given, dict) or not set(given) <= set(known):
        raise CommandError(f"ServeHTTP takes a JSON object with {', '.join(known)}")
    asked: Dict[str, Any] = {**known, **given}
    body = asked["body"]
    stream = harness.astream(
        asked["method"],
        asked["url"],
        body=body if isinstance(body, str) else _dumped(body),
        headers=asked["headers"],
        user_id=asked["user_id"],
    )
    async with stream as answer:
        content = await answer.read()
        return {
            "status": answer.status,
            "headers": {name: ", ".join(value) for name, value in answer.headers.items()},
            "body": json_value(content),
        }


def _dumped(value: Any) -> str:
    return json.dumps(value)


__all__ = [
    "answer_json",
    "arguments_json",
    "call_hook",
    "json_value",
    "new_harness",
    "settings_of",
]
