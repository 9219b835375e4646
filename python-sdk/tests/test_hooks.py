"""Every hook through a real asyncio server."""

from __future__ import annotations

import asyncio
import re
from typing import Any, Callable, List, Optional, Tuple

import grpc
import pytest
from support import Random, failed_call, is_repeated, wire

from mattermost_plugin import HookName, NotFoundError
from mattermost_plugin._generated.hooks import PluginHooksServicer
from mattermost_plugin._internal.making import arguments_of
from mattermost_plugin._internal.model import registry
from mattermost_plugin._internal.results import FOR_USERS
from mattermost_plugin.grpc import (
    hooks_command_pb2,
    hooks_common_pb2,
    hooks_extension_pb2,
    hooks_http_pb2,
    hooks_lifecycle_pb2,
    hooks_message_pb2,
    hooks_pb2,
    hooks_pb2_grpc,
    hooks_user_channel_pb2,
)
from mattermost_plugin.models import (
    AppError,
    CommandResponse,
    ConfigJson,
    EmailNotificationContent,
    FileData,
    FileInfo,
    Model,
    Post,
    PushNotification,
    SyncResponse,
)

pytestmark = pytest.mark.usefixtures("over_both")

SERVICE = hooks_pb2.DESCRIPTOR.services_by_name["PluginHooks"]
EXTENSION = hooks_extension_pb2.DESCRIPTOR.services_by_name["PluginHooksExtension"]
UNARY = [m for m in SERVICE.methods if m.name not in ("ServeHTTP", "Implemented")]
NO_ANSWER = object()


class Plugin(PluginHooksServicer):
    """A plugin that keeps what it is told, and answers with what it was given."""

    def __init__(self) -> None:
        self.seen: List[Tuple[HookName, Tuple[Any, ...]]] = []
        self.result: Any = None
        self.error: Optional[BaseException] = None

    async def dispatch(self, hook: HookName, args: Tuple[Any, ...], context: Any) -> Any:
        self.seen.append((hook, args))
        if self.error is not None:
            raise self.error
        return self.result(*args) if callable(self.result) else self.result

    async def implemented_hooks(self) -> List[str]:
        return ["OnActivate", "MessageWillBePosted"]


def exchange(plugin: Any, work: Callable[[Any], Any]) -> Any:
    """Serve `plugin`, do `work` with a stub for it, and return what that returned."""

    async def run() -> Any:
        async with wire().serving(plugin) as target, wire().aio_channel(target) as channel:
            return await work(hooks_pb2_grpc.PluginHooksStub(channel))

    return asyncio.run(run())


def class_of(descriptor: Any) -> Any:
    for module in (
        hooks_lifecycle_pb2,
        hooks_message_pb2,
        hooks_user_channel_pb2,
        hooks_command_pb2,
        hooks_common_pb2,
        hooks_extension_pb2,
        hooks_http_pb2,
    ):
        if hasattr(module, descriptor.name):
            return getattr(module, descriptor.name)
    raise LookupError(descriptor.name)


def call(
    hook: str, result: Any = None, error: Optional[BaseException] = None, request: Any = None
) -> Any:
    """Call one hook whose handler returns `result` or raises `error`; return the response."""
    plugin = Plugin()
    plugin.result, plugin.error = result, error
    if request is None:
        request = request_for(SERVICE.methods_by_name[hook])
    return exchange(plugin, lambda stub: getattr(stub, hook)(request))


def request_for(method: Any) -> Any:
    request = Random(method.name).fill(class_of(method.input_type)(), skip=("actor",))
    for field in request.DESCRIPTOR.fields:
        if (
            field.message_type is not None
            and not is_repeated(field)
            and field.name not in ("context", "actor")
        ):
            getattr(request, field.name).SetInParent()
    return request


def test_hook_names_are_those_of_the_contract() -> None:
    assert [hook.value for hook in HookName] == [
        method.name
        for method in (*SERVICE.methods, *EXTENSION.methods)
        if method.name != "Implemented"
    ]
    assert HookName("OnActivate") is HookName.OnActivate
    assert str(HookName.OnActivate) == "OnActivate" == HookName.OnActivate


def test_hooks_know_their_facts() -> None:
    facts = HookName.MessageWillBePosted.facts
    assert (facts.kind, facts.on_failure, facts.deadline) == ("chain", "open", 30.0)
    assert HookName.ServeHTTP.facts.deadline is None
    for hook in HookName:
        assert re.fullmatch(r"\d+\.\d+", hook.facts.since)


@pytest.mark.parametrize("method", UNARY, ids=lambda method: method.name)
def test_handlers_get_models_and_plain_values(method: Any) -> None:
    request = request_for(method)
    plugin = Plugin()

    exchange(plugin, lambda stub: getattr(stub, method.name)(request))

    ((hook, args),) = plugin.seen
    assert len(args) == len(arguments_of(hook))
    assert hook is HookName(method.name)
    fields = [field for field in request.DESCRIPTOR.fields if field.name != "context"]
    assert len(args) == len(fields)
    for arg, field in zip(args, fields):
        raw = getattr(request, field.name)
        if field.name == "actor":
            assert arg is None
        elif is_repeated(field):
            assert isinstance(arg, list) and arg == list(raw)
        else:
            assert arg == raw
            assert isinstance(arg, Model) == (field.message_type is not None)


@pytest.mark.parametrize("method", UNARY, ids=lambda method: method.name)
def test_none_is_a_result_of_every_hook(method: Any) -> None:
    response = call(method.name)
    expected = class_of(method.output_type)()
    if method.name == "OnSharedChannelsPing":
        expected.healthy = True
    assert response == expected


@pytest.mark.parametrize("method", UNARY, ids=lambda method: method.name)
def test_a_handler_that_raises(method: Any) -> None:
    if "error" in class_of(method.output_type).DESCRIPTOR.fields_by_name:
        error = call(method.name, error=KeyError("broken")).error
        assert error.id.startswith("plugin.") and error.id.endswith(".error")
        assert error.where == method.name
        if method.name in FOR_USERS:
            # No more than users should see: the rest is in the log.
            assert " failed. The plugin's log says why" in error.message
            assert "broken" not in str(error)
        else:
            assert error.message == "'broken'"
        assert error.status_code == 500
        assert error.detailed_error == "KeyError"
    else:
        with failed_call() as raised:
            call(method.name, error=KeyError("broken"))
        assert raised.value.code() is grpc.StatusCode.INTERNAL
        assert raised.value.details() == f"{method.name}: 'broken'"


@pytest.mark.parametrize("method", UNARY, ids=lambda method: method.name)
def test_results_of_every_hook(method: Any) -> None:
    """Whatever fits the response's fields comes through as it is."""
    expected = Random(method.name + "!").fill(class_of(method.output_type)(), skip=("error",))
    fields = [field for field in expected.DESCRIPTOR.fields if field.name != "error"]
    if method.name == "ConfigurationWillBeSaved":
        expected.modified_config.config_json = b"{}"
    values = []
    for field in fields:
        value = getattr(expected, field.name)
        if is_repeated(field):
            value = [registry[field.message_type.name].from_proto(item) for item in value]
        elif field.message_type is not None:
            getattr(expected, field.name).SetInParent()
            value = registry[field.message_type.name].from_proto(value)
        values.append(value)
    result = tuple(values) if len(values) > 1 else values[0] if values else None

    assert call(method.name, result) == expected


def test_implemented_lists_the_hooks() -> None:
    request = hooks_lifecycle_pb2.ImplementedRequest()
    response = exchange(Plugin(), lambda stub: stub.Implemented(request))
    assert list(response.hooks) == ["OnActivate", "MessageWillBePosted"]


def test_http_is_refused_by_name() -> None:
    async def work(stub: Any) -> Any:
        stream = stub.ServeHTTP()
        await stream.write(hooks_http_pb2.ServeHTTPRequest())
        await stream.done_writing()
        return [response async for response in stream]

    with failed_call() as raised:
        exchange(Plugin(), work)
    assert raised.value.code() is grpc.StatusCode.UNIMPLEMENTED
    assert raised.value.details() == "Plugin does not serve ServeHTTP"


def test_a_request_that_lacks_its_subject_is_refused() -> None:
    with failed_call() as raised:
        call("MessageWillBePosted", request=hooks_message_pb2.MessageWillBePostedRequest())
    assert raised.value.code() is grpc.StatusCode.INVALID_ARGUMENT
    assert raised.value.details() == "MessageWillBePosted: the request lacks 'post'"


def test_a_request_may_lack_its_context() -> None:
    request = hooks_message_pb2.MessageWillBePostedRequest(post={"id": "p"})
    assert not call("MessageWillBePosted", request=request).HasField("modified_post")


def test_an_actor_is_given_when_there_is_one() -> None:
    plugin = Plugin()
    request = hooks_user_channel_pb2.UserHasJoinedChannelRequest(
        channel_member={"user_id": "u"}, actor={"id": "a"}
    )
    exchange(plugin, lambda stub: stub.UserHasJoinedChannel(request))
    assert plugin.seen[0][1][2].id == "a"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (asyncio.TimeoutError(), grpc.StatusCode.DEADLINE_EXCEEDED),
        (ValueError(), grpc.StatusCode.INVALID_ARGUMENT),
        (PermissionError(), grpc.StatusCode.PERMISSION_DENIED),
        (FileNotFoundError(), grpc.StatusCode.NOT_FOUND),
        (NotImplementedError(), grpc.StatusCode.UNIMPLEMENTED),
        (RuntimeError(), grpc.StatusCode.INTERNAL),
    ],
)
def test_exceptions_become_statuses(error: Exception, code: Any) -> None:
    with failed_call() as raised:
        call("UserHasLoggedIn", error=error)
    assert raised.value.code() is code


@pytest.mark.parametrize("hook", ["MessageWillBePosted", "MessageWillBeUpdated"])
def test_posts_may_be_changed_or_refused(hook: str) -> None:
    def changed(*args: Any) -> Any:
        args[1].message = "changed"
        return args[1]

    response = call(hook, changed)
    assert response.modified_post.message == "changed"
    assert response.rejection_reason == ""

    assert call(hook, "no").rejection_reason == "no"
    assert call(hook, (None, "no")).rejection_reason == "no"
    both = call(hook, (Post("p"), "no"))
    assert (both.modified_post.id, both.rejection_reason) == ("p", "no")
    assert call(hook, (Post("p"), None)).modified_post.id == "p"
    assert call(hook, Post("p").to_proto()).modified_post.id == "p"
    assert call(hook, {"id": "p"}).modified_post.id == "p"


def test_a_post_comes_back_with_everything_it_had() -> None:
    request = request_for(SERVICE.methods_by_name["MessageWillBePosted"])
    response = call("MessageWillBePosted", lambda context, post: post, request=request)
    assert response.modified_post == request.post


def test_results_that_make_no_sense_say_so() -> None:
    with failed_call() as raised:
        call("MessageWillBePosted", 5)
    assert raised.value.details() == (
        "MessageWillBePosted returned int; it may return None, Post,"
        " a reason as str, a tuple of these"
    )
    error = call("ExecuteCommand", 5).error
    assert error.message.startswith("The command failed. The plugin's log says why")
    error = call("OnActivate", 5).error
    assert error.message.startswith("OnActivate returned int; it may return None, an error")
    assert "returned bool" in call("RunDataRetention", True).error.message
    wrong = call("GenerateSupportData", [registry["Reaction"]()])
    assert "expected FileData, not Reaction" in wrong.error.message


def test_files_may_be_changed_or_refused() -> None:
    hook = "FileWillBeUploaded"
    assert call(hook, b"new").modified_content == b"new"
    assert call(hook, FileInfo("f")).modified_file_info.id == "f"
    assert call(hook, "no").rejection_reason == "no"
    both = call(hook, (FileInfo("f"), b"new"))
    assert (both.modified_file_info.id, both.modified_content) == ("f", b"new")
    assert call(hook, (None, None, "no")).rejection_reason == "no"


def test_logins_may_be_refused() -> None:
    assert call("UserWillLogIn", "not today").rejection_reason == "not today"
    assert call("UserWillLogIn", "").rejection_reason == ""


def test_notifications_may_be_changed_or_refused() -> None:
    push = call("NotificationWillBePushed", PushNotification(message="m"))
    assert push.modified_notification.message == "m"
    mail = call("EmailNotificationWillBeSent", (EmailNotificationContent("s"), ""))
    assert mail.modified_content.subject == "s"
    assert call("EmailNotificationWillBeSent", "no").rejection_reason == "no"


@pytest.mark.parametrize(
    "hook", ["OnActivate", "OnDeactivate", "OnConfigurationChange", "OnInstall", "OnSAMLLogin"]
)
def test_errors_may_be_returned(hook: str) -> None:
    assert call(hook, "because").error.message == "because"
    assert call(hook, ValueError("because")).error.message == "because"
    assert not call(hook, "").HasField("error")
    own = AppError(id="my.id", message="m", status_code=400)
    assert own == call(hook, own).error


def test_errors_of_the_api_keep_what_they_know() -> None:
    raised = NotFoundError("gone", error_id="a.b", status_code=404, where="w", params={"x": 1})
    error = call("OnActivate", error=raised).error
    assert (error.id, error.message, error.status_code, error.where) == ("a.b", "gone", 404, "w")
    assert dict(error.params.fields)["x"].number_value == 1


def test_commands_that_are_not_implemented() -> None:
    error = call("ExecuteCommand", error=NotImplementedError("no such command")).error
    assert error.id == "plugin.execute_command.not_implemented"
    assert error.status_code == 501


def test_commands_answer_with_models_dicts_or_texts() -> None:
    hook = "ExecuteCommand"
    assert call(hook, "hello").response.text == "hello"
    assert not call(hook, "hello").HasField("error")
    assert call(hook, CommandResponse(text="hi")).response.text == "hi"
    assert call(hook, CommandResponse(text="hi").to_proto()).response.text == "hi"

    response = call(
        hook,
        {
            "response_type": "in_channel",
            "text": "hi",
            "props": {"a": {"b": 1}},
            "attachments": [{"fallback": "f", "fields": [{"title": "t"}]}],
            "extra_responses": [{"text": "more"}],
        },
    ).response
    answer = CommandResponse.from_proto(response)
    assert answer.text == "hi"
    assert answer.props == {
        "a": {"b": 1},
        "attachments": [{"fallback": "f", "fields": [{"title": "t"}]}],
    }
    assert [further.text for further in answer.attachments] == ["more"]

    assert call(hook, {"txt": "hi"}).HasField("error")
    both = call(hook, ({"text": "x"}, "but"))
    assert (both.response.text, both.error.message) == ("x", "but")


def test_configurations_may_be_changed_or_refused() -> None:
    hook = "ConfigurationWillBeSaved"
    assert call(hook, ConfigJson(b"{}")).modified_config.config_json == b"{}"
    assert call(hook, b"{}").modified_config.config_json == b"{}"
    assert call(hook, {"a": 1}).modified_config.config_json == b'{"a": 1}'
    refused = call(hook, (None, "not allowed"))
    assert refused.error.id == "plugin.configuration_will_be_saved.rejected"
    assert refused.error.message == "not allowed"
    assert not refused.HasField("modified_config")


def test_counts_and_truth_values() -> None:
    assert call("RunDataRetention", 7).deleted_count == 7
    both = call("RunDataRetention", (7, "but"))
    assert (both.deleted_count, both.error.message) == (7, "but")
    assert call("OnSharedChannelsPing", False).healthy is False


def test_lists() -> None:
    posts = call("MessagesWillBeConsumed", lambda posts: [posts[0]] if posts else [Post("p")]).posts
    assert len(posts) == 1
    files = call("GenerateSupportData", [FileData("a.txt", b"a"), {"filename": "b"}]).files
    assert [file.filename for file in files] == ["a.txt", "b"]
    both = call("GenerateSupportData", ([FileData("a.txt")], RuntimeError("half of it")))
    assert (len(both.files), both.error.message) == (1, "half of it")


def test_syncs() -> None:
    response = call("OnSharedChannelsSyncMsg", SyncResponse(users_last_update_at=5))
    assert response.response.users_last_update_at == 5
    assert call("OnSharedChannelsSyncMsg", (None, "no")).error.message == "no"


def test_a_servicer_without_handlers_names_itself() -> None:
    request = hooks_lifecycle_pb2.OnActivateRequest()
    response = exchange(PluginHooksServicer(), lambda stub: stub.OnActivate(request))
    assert response.error.message == "PluginHooksServicer does not implement dispatch"
