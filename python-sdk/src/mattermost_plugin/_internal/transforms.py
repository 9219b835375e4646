"""Arguments and results of the API that do not follow from the contract by a general rule.

The contract names each function here in the method's Python options.
"""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
    Dict,
    Iterable,
    List,
    Mapping,
    MutableMapping,
    Optional,
    Union,
)

from mattermost_plugin._generated import models as _models
from mattermost_plugin._internal.lazy import LazyModule
from mattermost_plugin._internal.model import Model, registry
from mattermost_plugin._internal.values import plain, write_value

if TYPE_CHECKING:
    import json

    from mattermost_plugin._generated.models import PostList
else:
    json = LazyModule("json")

# Logging


def key_value_pairs(values: Mapping[str, object]) -> List[Any]:
    """Return pairs for a log line; what JSON does not know is written as its `str`."""
    from mattermost_plugin.grpc import api_kv_config_pb2

    pairs = []
    for key, value in values.items():
        pair = api_kv_config_pb2.KeyValuePair(key=key)
        try:
            write_value(pair.value, value)
        except TypeError:
            pair.value.string_value = str(value)
        pairs.append(pair)
    return pairs


# Channels and posts


def member_identifiers(members: Iterable[Any]) -> List[Any]:
    """Return the messages for members that are given as models or as (channel_id, user_id)."""
    return [
        _models.ChannelMemberIdentifier(*member)._pb
        if isinstance(member, tuple)
        else _models.ChannelMemberIdentifier._message_of(member)
        for member in members
    ]


def search_params(terms: Any) -> List[Any]:
    """Return the searches that `terms` stands for: words, one search, or several."""
    if isinstance(terms, str):
        return [_models.SearchParams(terms=terms)._pb]
    if isinstance(terms, (Model, Mapping, _models.SearchParams._message)):
        return [_models.SearchParams._message_of(terms)]
    return _models.SearchParams._messages_of(terms)


def search_parameter(terms: Any) -> Any:
    """Return the search that `terms` stands for: words, or a search with all its settings."""
    if isinstance(terms, str):
        return _models.SearchParameter(terms=terms)._pb
    return _models.SearchParameter._message_of(terms)


def post_list(posts: Iterable[Any]) -> PostList:
    """Return `posts` as a list that keeps their order."""
    result = _models.PostList()
    for post in posts:
        result._pb.order.append(post.id)
        result._pb.posts[post.id].CopyFrom(post)
    return result


def found_posts(results: Any) -> PostList:
    """Return the posts that were found, without the words that matched."""
    result = _models.PostList()
    result._pb.order.extend(results.order)
    for key, post in results.posts.items():
        result._pb.posts[key].CopyFrom(post)
    return result


# Keys and values, configuration


def stored_bytes(value: Any) -> bytes:
    """Return `value`; raise TypeError for what would be stored as something else, or not at all."""
    if isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(value)
    if value is None:
        raise TypeError("a value is bytes, not None; kv_delete deletes a key")
    raise TypeError(
        f"a value is bytes, not {type(value).__name__}; encode it, or use the plugin's kv, which"
        " takes what JSON does"
    )


def none_if_empty(value: bytes) -> Optional[bytes]:
    """Return None for an empty value: the contract does not tell it from a missing one."""
    return value or None


def load_into(
    dest: Union[bytes, bytearray, MutableMapping[str, Any], None], config_json: bytes
) -> bytes:
    """Return the configuration as JSON, after writing it into `dest` where that can be changed."""
    if isinstance(dest, bytearray):
        dest[:] = config_json
    elif isinstance(dest, MutableMapping):
        dest.clear()
        dest.update(json.loads(config_json or b"{}"))
    return config_json


def websocket_broadcast(broadcast: Any) -> Any:
    """Return the message for who gets an event.

    In a dict, `omit_users` may map each user to whether it is left out, and anything that is true
    will do for `omit_connection_id`.
    """
    if broadcast is None:
        return None
    if isinstance(broadcast, Mapping):
        given: Dict[str, Any] = dict(broadcast)
        omitted = given.get("omit_users")
        if isinstance(omitted, Mapping):
            given["omit_users"] = [user for user, omit in omitted.items() if omit]
        if "omit_connection_id" in given:
            given["omit_connection_id"] = bool(given["omit_connection_id"])
        return _models.WebsocketBroadcast(**given)._pb
    return _models.WebsocketBroadcast._message_of(broadcast)


# Properties, plugins: JSON in, JSON out


def to_json(value: Any) -> bytes:
    """Return a message, or a list of them, as JSON with the contract's field names."""
    return json.dumps(_plain(value), ensure_ascii=False).encode()


def _plain(value: Any) -> Any:
    if hasattr(value, "DESCRIPTOR"):
        return registry[value.DESCRIPTOR.name]._wrap(value).to_dict()
    return [_plain(item) for item in value]


def _from_json(model: Any, value: Any) -> Any:
    if isinstance(value, (bytes, bytearray, str)):
        value = json.loads(value)
    if isinstance(value, Mapping):
        unknown = sorted(set(value) - set(model._attributes))
        if unknown:
            raise ValueError(
                f"{model.__name__} has no {', '.join(unknown)}; it has"
                f" {', '.join(model._attributes)}"
            )
    return model._message_of(value)


def _all_from_json(model: Any, values: Any) -> List[Any]:
    if isinstance(values, (bytes, bytearray, str)):
        values = json.loads(values)
        if not isinstance(values, list):
            raise ValueError(f"expected a JSON list of {model.__name__}")
    return [_from_json(model, value) for value in values]


def property_field(field: Any) -> Any:
    """Return the message for a property field that is given as JSON or as a model."""
    return _from_json(_models.PropertyField, field)


def property_fields(fields: Any) -> List[Any]:
    """Return the messages for property fields that are given as JSON or as models."""
    return _all_from_json(_models.PropertyField, fields)


def property_value(value: Any) -> Any:
    """Return the message for a property value that is given as JSON or as a model."""
    return _from_json(_models.PropertyValue, value)


def property_values(values: Any) -> List[Any]:
    """Return the messages for property values that are given as JSON or as models."""
    return _all_from_json(_models.PropertyValue, values)


def group_of(group_id: str, items: Any) -> str:
    """Return `group_id` or, where it is empty, the group that the item or items belong to."""
    if group_id:
        return group_id
    groups = {item.group_id for item in (items if isinstance(items, list) else [items])}
    if len(groups) > 1:
        raise ValueError(f"items of several groups: {', '.join(sorted(groups))}; pass group_id")
    return str(groups.pop()) if groups else ""


def first_of(*values: str) -> str:
    """Return the first value that is not empty."""
    return next((value for value in values if value), "")


def page_of(ids: Iterable[str], page: int, per_page: int) -> List[str]:
    """Return one page of `ids`."""
    if isinstance(ids, str):
        raise TypeError("expected a list of str, not a single str")
    return list(ids)[page * per_page : (page + 1) * per_page]


def matching_fields(fields: Iterable[Any], term: str) -> bytes:
    """Return as JSON those fields of a page whose name contains `term`, in any case."""
    return to_json([field for field in fields if term.lower() in field.name.lower()])


def matching_values(values: Iterable[Any], term: str) -> bytes:
    """Return as JSON those values of a page that contain `term`, in any case."""
    return to_json([value for value in values if term.lower() in _text(value).lower()])


def _text(value: Any) -> str:
    held = plain(_models.PropertyValue._wrap(value).value)
    return held if isinstance(held, str) else json.dumps(held, ensure_ascii=False)


def values_of_target(values: Iterable[Any], target_id: str) -> bytes:
    """Return as JSON the values that belong to `target_id`; all where it is empty."""
    return to_json([value for value in values if not target_id or value.target_id == target_id])
