"""Every method of the API, blocking and asyncio, over a real connection."""

from __future__ import annotations

import asyncio
import inspect
import json
from typing import Any, Callable, Dict

import grpc
import pytest
from reflection import BY_NAME, METHODS, as_python, call_for, python_name
from support import FakeHost, Random, is_repeated

from mattermost_plugin import (
    AlreadyExistsError,
    AsyncPluginAPIClient,
    NotFoundError,
    PermissionDeniedError,
    PluginAPIClient,
    PluginAPIError,
    UnavailableError,
    ValidationError,
)
from mattermost_plugin._internal.model import registry
from mattermost_plugin._internal.status import CallFailedError
from mattermost_plugin._internal.values import read_value
from mattermost_plugin.grpc import api_pb2, common_pb2
from mattermost_plugin.models import PostList, PropertyField, PropertyValue


def fields_json(response: Any) -> Any:
    return [PropertyField.from_proto(field).to_dict() for field in response.fields]


def values_json(response: Any) -> Any:
    return [PropertyValue.from_proto(value).to_dict() for value in response.values]


def posts_of(posts: Any, order: Any) -> PostList:
    return PostList(order=order, posts=posts)


# Results that are not simply the response's only field.
RESULTS: Dict[str, Callable[[Any], Any]] = {
    "SearchPostsInTeam": lambda r: posts_of(
        {post.id: post for post in r.posts}, [post.id for post in r.posts]
    ),
    "SearchPostsInTeamForUser": lambda r: posts_of(r.results.posts, r.results.order),
    "GetEmojiImage": lambda r: r.image,
    "KVGet": lambda r: r.value or None,
    "PluginHTTP": lambda r: (r.status_code, dict(r.headers), r.body),
}
JSON_RESULTS: Dict[str, Callable[[Any], Any]] = {
    "GetPlugins": lambda r: [registry["Manifest"].from_proto(m).to_dict() for m in r.manifests],
    "GetPluginStatus": lambda r: registry["PluginStatus"].from_proto(r.status).to_dict(),
    "InstallPlugin": lambda r: registry["Manifest"].from_proto(r.manifest).to_dict(),
    "RegisterPropertyGroup": lambda r: registry["PropertyGroup"].from_proto(r.group).to_dict(),
    "GetPropertyGroup": lambda r: registry["PropertyGroup"].from_proto(r.group).to_dict(),
    "GetPropertyFields": fields_json,
    "UpdatePropertyFields": fields_json,
    "SearchPropertyFields": fields_json,
    "GetPropertyValues": values_json,
    "UpdatePropertyValues": values_json,
    "UpsertPropertyValues": values_json,
    "SearchPropertyValues": values_json,
}
for _name in ("CreatePropertyField", "GetPropertyField", "GetPropertyFieldByName"):
    JSON_RESULTS[_name] = lambda r: PropertyField.from_proto(r.field).to_dict()
JSON_RESULTS["UpdatePropertyField"] = JSON_RESULTS["CreatePropertyField"]
for _name in ("Create", "Get", "Update", "Upsert"):
    JSON_RESULTS[_name + "PropertyValue"] = lambda r: PropertyValue.from_proto(r.value).to_dict()


def request_for(method: Any) -> Any:
    request = Random(method.name).fill(method.request())
    for field in request.DESCRIPTOR.fields:
        if field.message_type is None or is_repeated(field):
            continue
        # What the method cannot be called without, and what `None` would not tell from empty.
        if not request.HasField(field.name):
            Random(field.name).fill(getattr(request, field.name))
            getattr(request, field.name).SetInParent()
    return request


def response_for(method: Any) -> Any:
    response = Random(method.name + "!").fill(method.response(), skip=("error",))
    for field in response.DESCRIPTOR.fields:
        if field.name != "error" and field.message_type is not None and not is_repeated(field):
            getattr(response, field.name).SetInParent()
    return response


def expected_result(method: Any, response: Any) -> Any:
    if method.name in RESULTS:
        return RESULTS[method.name](response)
    fields = [field for field in response.DESCRIPTOR.fields if field.name != "error"]
    assert len(fields) <= 1, method.name
    return as_python(response, fields[0]) if fields else None


def check_call(method: Any, host: FakeHost, request: Any) -> None:
    ((path, sent),) = host.requests
    assert path == f"/mattermost.pluginapi.v1.PluginAPI/{method.name}"
    assert method.request.FromString(sent) == request


def check_result(method: Any, response: Any, result: Any) -> None:
    if method.name in JSON_RESULTS:
        assert isinstance(result, bytes)
        assert json.loads(result) == JSON_RESULTS[method.name](response)
    else:
        assert result == expected_result(method, response)


def test_all_methods_of_the_contract_are_there() -> None:
    service = api_pb2.DESCRIPTOR.services_by_name["PluginAPI"]
    assert [method.name for method in METHODS] == [method.name for method in service.methods]
    assert len(METHODS) == 236
    for client in (PluginAPIClient, AsyncPluginAPIClient):
        for method in METHODS:
            assert callable(getattr(client, python_name(method.name)))


def test_both_clients_have_the_same_methods() -> None:
    for method in METHODS:
        name = python_name(method.name)
        blocking, awaited = getattr(PluginAPIClient, name), getattr(AsyncPluginAPIClient, name)
        assert inspect.signature(blocking) == inspect.signature(awaited)
        assert inspect.iscoroutinefunction(awaited)
        assert blocking.__doc__ == awaited.__doc__ and blocking.__doc__


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.name)
def test_blocking_call(method: Any, host: FakeHost, client: PluginAPIClient) -> None:
    request, response = request_for(method), response_for(method)
    args, kwargs = call_for(method, client, request)
    host.will_answer(response)

    result = getattr(client, python_name(method.name))(*args, **kwargs)

    check_call(method, host, request)
    check_result(method, response, result)


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.name)
def test_awaited_call(method: Any, host: FakeHost) -> None:
    request, response = request_for(method), response_for(method)
    host.will_answer(response)

    async def call() -> Any:
        async with AsyncPluginAPIClient(host.target) as client:
            args, kwargs = call_for(method, client, request)
            return await getattr(client, python_name(method.name))(*args, **kwargs)

    result = asyncio.run(call())

    check_call(method, host, request)
    check_result(method, response, result)


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.name)
def test_errors_in_answers_and_in_statuses(
    method: Any, host: FakeHost, client: PluginAPIClient
) -> None:
    args, kwargs = call_for(method, client, request_for(method))
    call = getattr(client, python_name(method.name))
    error = Random(method.name).app_error()
    error.status_code = 404

    host.will_answer(method.response(error=error))
    with pytest.raises(NotFoundError) as embedded:
        call(*args, **kwargs)
    assert embedded.value.message == error.message
    assert embedded.value.error_id == error.id
    assert embedded.value.where == error.where
    assert embedded.value.detailed_error == error.detailed_error
    assert embedded.value.params == registry["AppError"].from_proto(error).to_dict()["params"]
    assert embedded.value.code is None

    host.will_fail(grpc.StatusCode.PERMISSION_DENIED, "api.context.permissions.app_error: No, no.")
    with pytest.raises(PermissionDeniedError) as status:
        call(*args, **kwargs)
    assert status.value.message == "No, no."
    assert status.value.error_id == "api.context.permissions.app_error"
    assert status.value.status_code == 403
    assert status.value.code is grpc.StatusCode.PERMISSION_DENIED
    assert isinstance(status.value.__cause__, (grpc.RpcError, CallFailedError))


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.name)
def test_errors_of_awaited_calls(method: Any, host: FakeHost) -> None:
    async def call() -> None:
        async with AsyncPluginAPIClient(host.target) as client:
            args, kwargs = call_for(method, client, request_for(method))
            await getattr(client, python_name(method.name))(*args, **kwargs)

    host.will_answer(method.response(error=common_pb2.AppError(id="x.y", status_code=409)))
    with pytest.raises(AlreadyExistsError, match=r"x\.y \[x\.y\] \(HTTP 409\)"):
        asyncio.run(call())

    host.will_fail(grpc.StatusCode.NOT_FOUND, "x.y: gone")
    with pytest.raises(NotFoundError, match="gone") as status:
        asyncio.run(call())
    assert isinstance(status.value.__cause__, (grpc.RpcError, CallFailedError))


def test_errors_without_id_are_errors(host: FakeHost, client: PluginAPIClient) -> None:
    host.will_answer(api_pb2_response("GetUser", error=common_pb2.AppError(message="broken")))
    with pytest.raises(PluginAPIError, match=r"\Abroken\Z"):
        client.get_user("u")

    host.will_answer(api_pb2_response("GetUser", error=common_pb2.AppError()))
    with pytest.raises(PluginAPIError, match="the host gave no reason"):
        client.get_user("u")


def api_pb2_response(method: str, **fields: Any) -> Any:
    return BY_NAME[method].response(**fields)


@pytest.mark.parametrize(
    ("http_status", "kind"),
    [
        (400, ValidationError),
        (401, PermissionDeniedError),
        (403, PermissionDeniedError),
        (404, NotFoundError),
        (409, AlreadyExistsError),
        (429, UnavailableError),
        (503, UnavailableError),
        (500, PluginAPIError),
        (501, PluginAPIError),
    ],
)
def test_http_status_decides_the_class(
    http_status: int, kind: Any, host: FakeHost, client: PluginAPIClient
) -> None:
    error = common_pb2.AppError(id="a.b", message="m", status_code=http_status)
    host.will_answer(api_pb2_response("DeleteTeam", error=error))

    with pytest.raises(PluginAPIError) as raised:
        client.delete_team("t")

    assert type(raised.value) is kind
    assert str(raised.value) == f"m [a.b] (HTTP {http_status})"


@pytest.mark.parametrize(
    ("code", "kind", "text"),
    [
        ("NOT_FOUND", NotFoundError, "why"),
        ("PERMISSION_DENIED", PermissionDeniedError, "why"),
        ("UNAUTHENTICATED", PermissionDeniedError, "DeleteTeam: not authenticated: why"),
        ("INVALID_ARGUMENT", ValidationError, "why"),
        ("FAILED_PRECONDITION", ValidationError, "why"),
        ("OUT_OF_RANGE", ValidationError, "why"),
        ("ALREADY_EXISTS", AlreadyExistsError, "why"),
        ("UNAVAILABLE", UnavailableError, "DeleteTeam: the host cannot be reached: why"),
        ("DEADLINE_EXCEEDED", UnavailableError, "DeleteTeam: the host took too long: why"),
        ("RESOURCE_EXHAUSTED", UnavailableError, "DeleteTeam: a limit was reached: why"),
        ("UNIMPLEMENTED", PluginAPIError, "DeleteTeam: the host does not implement this: why"),
        ("CANCELLED", PluginAPIError, "DeleteTeam: the call was cancelled: why"),
        ("ABORTED", PluginAPIError, "DeleteTeam: the call was aborted: why"),
        ("DATA_LOSS", PluginAPIError, "DeleteTeam: data was lost: why"),
        ("UNKNOWN", PluginAPIError, "DeleteTeam: unknown error: why"),
        ("INTERNAL", PluginAPIError, "DeleteTeam: internal error: why"),
    ],
)
def test_grpc_status_decides_the_class(
    code: str, kind: Any, text: str, host: FakeHost, client: PluginAPIClient
) -> None:
    status = grpc.StatusCode[code]
    host.will_fail(status, "why")

    with pytest.raises(PluginAPIError) as raised:
        client.delete_team("t")

    assert type(raised.value) is kind
    assert str(raised.value) == text
    assert raised.value.code is status


def test_a_host_that_is_too_busy_says_so(host: FakeHost, client: PluginAPIClient) -> None:
    host.will_fail(grpc.StatusCode.UNAVAILABLE, "app.search.busy: Try later.")
    with pytest.raises(UnavailableError) as raised:
        client.delete_team("t")
    assert str(raised.value) == "Try later. [app.search.busy] (HTTP 503)"


def test_an_answer_that_lacks_its_result_is_an_error(
    host: FakeHost, client: PluginAPIClient
) -> None:
    host.will_answer(api_pb2_response("GetUser"))
    with pytest.raises(PluginAPIError, match="GetUser: the host's answer lacks 'user'"):
        client.get_user("u")


def test_searches_take_words_or_settings(host: FakeHost, client: PluginAPIClient) -> None:
    host.will_answer(api_pb2_response("SearchPostsInTeam"))
    client.search_posts_in_team("t", "two words")
    request = BY_NAME["SearchPostsInTeam"].request.FromString(host.requests[-1][1])
    assert [params.terms for params in request.params_list] == ["two words"]

    client.search_posts_in_team("t", {"terms": "x", "is_or_search": True})
    request = BY_NAME["SearchPostsInTeam"].request.FromString(host.requests[-1][1])
    assert [params.is_or_search for params in request.params_list] == [True]

    answer = api_pb2_response("SearchPostsInTeamForUser")
    answer.results.SetInParent()
    host.will_answer(answer)
    client.search_posts_in_team_for_user("t", "u", "words")
    request = BY_NAME["SearchPostsInTeamForUser"].request.FromString(host.requests[-1][1])
    assert request.search_params.terms == "words"


def test_searches_for_properties_filter_what_came(host: FakeHost, client: PluginAPIClient) -> None:
    answer = api_pb2_response("SearchPropertyFields")
    answer.fields.add(name="Colour")
    answer.fields.add(name="size")
    host.will_answer(answer)
    assert [f["name"] for f in json.loads(client.search_property_fields("g", "col"))] == ["Colour"]

    values = api_pb2_response("SearchPropertyValues")
    values.values.add(id="1", value={"string_value": "Red"})
    values.values.add(id="2", value={"number_value": 5})
    host.will_answer(values)
    assert [v["id"] for v in json.loads(client.search_property_values("g", "red"))] == ["1"]
    assert [v["id"] for v in json.loads(client.search_property_values("g", "5"))] == ["2"]

    listed = api_pb2_response("GetPropertyValues")
    listed.values.add(id="1", target_id="a")
    listed.values.add(id="2", target_id="b")
    host.will_answer(listed)
    assert [v["id"] for v in json.loads(client.get_property_values("g", "b"))] == ["2"]


def test_the_group_of_a_property_follows_from_it(host: FakeHost, client: PluginAPIClient) -> None:
    host.will_answer(api_pb2_response("UpdatePropertyFields"))
    fields = [{"group_id": "g", "name": "a"}, {"group_id": "g", "name": "b"}]

    client.update_property_fields(json.dumps(fields))

    request = BY_NAME["UpdatePropertyFields"].request.FromString(host.requests[-1][1])
    assert request.group_id == "g"
    with pytest.raises(ValueError, match="items of several groups: g, h"):
        client.update_property_fields([{"group_id": "g"}, {"group_id": "h"}])


def test_json_with_unknown_names_is_refused(client: PluginAPIClient) -> None:
    with pytest.raises(ValueError, match="PropertyField has no nmae; it has id, group_id"):
        client.create_property_field(b'{"nmae": "x"}')
    with pytest.raises(ValueError, match="expected a JSON list of PropertyValue"):
        client.upsert_property_values(b"{}")


def test_configuration_is_loaded_into_what_is_given(
    host: FakeHost, client: PluginAPIClient
) -> None:
    host.will_answer(api_pb2_response("LoadPluginConfiguration", config_json=b'{"a": 1}'))
    settings: Dict[str, Any] = {"old": True}
    buffer = bytearray()

    assert client.load_plugin_configuration() == b'{"a": 1}'
    assert client.load_plugin_configuration(settings) == b'{"a": 1}'
    client.load_plugin_configuration(buffer)

    assert settings == {"a": 1}
    assert buffer == b'{"a": 1}'


def test_log_lines_take_anything(host: FakeHost, client: PluginAPIClient) -> None:
    host.will_answer(api_pb2_response("LogInfo"))

    client.log_info("hello", number=5, nothing=None, thing=ValueError("x"))

    request = BY_NAME["LogInfo"].request.FromString(host.requests[-1][1])
    pairs = {pair.key: read_value(pair.value) for pair in request.key_value_pairs}
    assert pairs == {"number": 5, "nothing": None, "thing": "x"}


def test_events_take_broadcasts_as_older_plugins_write_them(
    host: FakeHost, client: PluginAPIClient
) -> None:
    host.will_answer(api_pb2_response("PublishWebSocketEvent"))

    client.publish_web_socket_event(
        "e", {"x": 1}, {"omit_users": {"a": True, "b": False}, "omit_connection_id": "c"}
    )
    request = BY_NAME["PublishWebSocketEvent"].request.FromString(host.requests[-1][1])
    assert request.broadcast.omit_users == ["a"]
    assert request.broadcast.omit_connection_id is True

    client.publish_web_socket_event("e", {"x": 1}, {})
    request = BY_NAME["PublishWebSocketEvent"].request.FromString(host.requests[-1][1])
    assert request.HasField("broadcast")

    client.publish_web_socket_event("e", {})
    request = BY_NAME["PublishWebSocketEvent"].request.FromString(host.requests[-1][1])
    assert not request.HasField("broadcast")


def test_members_may_be_pairs(host: FakeHost, client: PluginAPIClient) -> None:
    host.will_answer(api_pb2_response("PatchChannelMembersNotifications"))

    client.patch_channel_members_notifications([("c", "u")], {"desktop": "all"})

    request = BY_NAME["PatchChannelMembersNotifications"].request.FromString(host.requests[-1][1])
    assert (request.members[0].channel_id, request.members[0].user_id) == ("c", "u")


def test_values_that_are_absent(host: FakeHost, client: PluginAPIClient) -> None:
    host.will_answer(api_pb2_response("KVCompareAndSet", success=True))
    assert client.kv_compare_and_set("k", None, b"new") is True
    request = BY_NAME["KVCompareAndSet"].request.FromString(host.requests[-1][1])
    assert request.old_value == b""

    host.will_answer(api_pb2_response("KVGet"))
    assert client.kv_get("k") is None


def test_messages_as_large_as_the_limit_pass(host: FakeHost, client: PluginAPIClient) -> None:
    content = bytes(60 * 1024 * 1024)
    host.will_answer(api_pb2_response("KVGet", value=content))
    assert client.kv_get("k") == content
    client.kv_set("k", content)

    host.will_answer(api_pb2_response("KVGet", value=bytes(65 * 1024 * 1024)))
    with pytest.raises(UnavailableError, match="KVGet: a limit was reached"):
        client.kv_get("k")
    host.will_answer(api_pb2_response("KVGet", value=b"still here"))
    assert client.kv_get("k") == b"still here"


def test_a_value_that_is_too_large_is_the_callers_mistake(client: PluginAPIClient) -> None:
    with pytest.raises(ValidationError, match="KVSet carries more than a call can") as raised:
        client.kv_set("key", bytes(120 * 1024 * 1024))
    assert raised.value.status_code == 413


def test_what_is_no_value_is_not_stored(client: PluginAPIClient) -> None:
    nothing: Any = None
    text: Any = "text"
    with pytest.raises(TypeError, match="kv_delete deletes a key"):
        client.kv_set("key", nothing)
    with pytest.raises(TypeError, match="bytes, not str; encode it, or use the plugin's kv"):
        client.kv_set_with_expiry("key", text, 5)
    with pytest.raises(TypeError, match="kv_delete deletes a key"):
        client.kv_compare_and_set("key", None, nothing)
