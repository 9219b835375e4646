"""How the contract's requests and responses look from Python, found out by reflection."""

from __future__ import annotations

import inspect
import json
import re
from typing import Any, Dict, List, Tuple

from support import is_map, is_repeated

from mattermost_plugin._generated import api_methods
from mattermost_plugin._internal.model import registry
from mattermost_plugin.models import PostList, PropertyField

METHODS = list(api_methods.ALL)
BY_NAME = {method.name: method for method in METHODS}

# Parameters that are not named like the request field that they fill.
RENAMED: Dict[str, Dict[str, str]] = {
    "GetUserByUsername": {"username": "name"},
    "SearchPostsInTeam": {"terms": "params_list"},
    "SearchPostsInTeamForUser": {"terms": "search_params"},
    "GetEmojiList": {"sort": "sort_by"},
    "EnablePlugin": {"plugin_id": "id"},
    "DisablePlugin": {"plugin_id": "id"},
    "RemovePlugin": {"plugin_id": "id"},
    "GetPluginStatus": {"plugin_id": "id"},
    "InstallPlugin": {"data": "file_data", "force": "replace"},
    "LogDebug": {"message": "msg", "kwargs": "key_value_pairs"},
    "LogInfo": {"message": "msg", "kwargs": "key_value_pairs"},
    "LogWarn": {"message": "msg", "kwargs": "key_value_pairs"},
    "LogError": {"message": "msg", "kwargs": "key_value_pairs"},
    "CreateUploadSession": {"session": "upload_session"},
    "UploadData": {"session": "upload_session"},
    "PatchBot": {"patch": "bot_patch"},
    "ExecuteSlashCommand": {"args": "command_args"},
    "CreateCommand": {"command": "cmd"},
    "UpdateCommand": {"command": "updated_cmd"},
    "GetGroupsBySource": {"source": "group_source"},
    "UpsertGroupSyncable": {"syncable": "group_syncable"},
    "UpdateGroupSyncable": {"syncable": "group_syncable"},
    "OpenInteractiveDialog": {"dialog_request": "dialog"},
    "PublishPluginClusterEvent": {"event_id": "event.id", "data": "event.data"},
    "RegisterPropertyGroup": {"group_name": "name", "group_id": "name"},
    "GetPropertyGroup": {"group_id": "name"},
    "CreatePropertyField": {"field_json": "field"},
    "UpdatePropertyField": {"field_json": "field"},
    "UpdatePropertyFields": {"fields_json": "fields"},
    "CreatePropertyValue": {"value_json": "value"},
    "UpdatePropertyValue": {"value_json": "value"},
    "UpdatePropertyValues": {"values_json": "values"},
    "UpsertPropertyValue": {"value_json": "value"},
    "UpsertPropertyValues": {"values_json": "values"},
}

# Parameters that do not go over the wire.
LOCAL = {"dest", "search_term"}


def plain_json(value: Any) -> Any:
    if isinstance(value, list):
        return [plain_json(item) for item in value]
    return value.to_dict()


def python_name(rpc: str) -> str:
    words = re.findall(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z0-9]+|[A-Z]+", rpc)
    return "_".join(word.lower() for word in words)


def as_python(message: Any, field: Any) -> Any:
    """What Python code would pass or get for a field."""
    raw = getattr(message, field.name)
    if is_map(field):
        return dict(raw)
    if is_repeated(field):
        return [_wrapped(item) for item in raw]
    if field.message_type is None:
        return raw
    if field.message_type.name == "Struct":
        return registry["Channel"](props=raw).props.copy()  # type: ignore[call-arg]
    return _wrapped(raw) if message.HasField(field.name) else None


def _wrapped(value: Any) -> Any:
    if not hasattr(value, "DESCRIPTOR"):
        return value
    return registry[value.DESCRIPTOR.name].from_proto(value)


def call_for(method: Any, client: Any, request: Any) -> Tuple[List[Any], Dict[str, Any]]:
    """The arguments that should lead to `request`, which is completed where they do not say all."""
    args: List[Any] = []
    kwargs: Dict[str, Any] = {}
    signature = inspect.signature(getattr(client, python_name(method.name)))
    names = RENAMED.get(method.name, {})
    descriptor = request.DESCRIPTOR
    for parameter in signature.parameters.values():
        if parameter.name in LOCAL:
            continue
        path = names.get(parameter.name, parameter.name)
        holder, field = request, None
        if "." in path:
            outer, path = path.split(".")
            holder = getattr(request, outer)
        field = holder.DESCRIPTOR.fields_by_name.get(path)
        if field is None:
            for outer_field in descriptor.fields:
                inner = outer_field.message_type
                if inner is not None and path in inner.fields_by_name:
                    holder = getattr(request, outer_field.name)
                    field = inner.fields_by_name[path]
        if field is None:
            assert parameter.name in ("page", "per_page", "target_id"), parameter
            continue
        if holder is not request:
            holder.SetInParent()
        value = as_python(holder, field)
        if parameter.name.endswith("_json") and not isinstance(value, bytes):
            for item in value if isinstance(value, list) else [value]:
                if isinstance(item, PropertyField):
                    item.to_proto().attrs.SetInParent()
            value = json.dumps(plain_json(value)).encode()
        if parameter.kind is parameter.VAR_KEYWORD:
            pairs = {f"k{i}": pair.value for i, pair in enumerate(value)}
            for i, pair in enumerate(request.key_value_pairs):
                pair.key = f"k{i}"
            kwargs.update(pairs)
        elif parameter.kind is parameter.KEYWORD_ONLY:
            kwargs[parameter.name] = value
        else:
            args.append(value)
    return args, kwargs


def response_for_result(method: Any, result: Any) -> Any:
    """The response of which the client made `result`, as far as that tells."""
    response = method.response()
    fields = [field for field in response.DESCRIPTOR.fields if field.name != "error"]
    if method.name == "SearchPostsInTeam":
        assert isinstance(result, PostList)
        response.posts.extend(result.posts[key].to_proto() for key in result.order)
    elif method.name == "SearchPostsInTeamForUser":
        response.results.order.extend(result.order)
        for key, post in result.posts.items():
            response.results.posts[key].CopyFrom(post.to_proto())
    elif method.name == "GetEmojiImage":
        response.image = result
    elif method.name == "PluginHTTP":
        response.status_code, headers, response.body = result
        response.headers.update(headers)
    elif fields and result is not None:
        field = fields[0]
        if isinstance(result, bytes) and field.message_type is not None:
            result = json.loads(result)
        put(response, field, result)
    return response


def put(message: Any, field: Any, value: Any) -> None:
    """Put what Python code would pass or get for a field into it."""
    target = getattr(message, field.name)
    if is_map(field):
        target.update(value)
    elif is_repeated(field):
        target.extend([_message(field, item) for item in value])
    elif field.message_type is not None:
        target.CopyFrom(_message(field, value))
    else:
        setattr(message, field.name, value)


def _message(field: Any, value: Any) -> Any:
    if field.message_type is None:
        return value
    if field.message_type.name == "Struct":
        return registry["Channel"](props=value).to_proto().props  # type: ignore[call-arg]
    if isinstance(value, dict):
        # JSON does not tell an empty object from an absent one.
        value = {name: item for name, item in value.items() if item != {}}
    return registry[field.message_type.name]._message_of(value)
