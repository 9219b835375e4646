"""Models over messages: everything in the contract, both ways."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import json
import pickle
import re
from typing import Any, Dict

import pytest
from google.protobuf.struct_pb2 import Struct
from support import Random, is_map, is_repeated

from mattermost_plugin import models
from mattermost_plugin._internal.model import registry
from mattermost_plugin.grpc import channel_pb2, common_pb2, post_pb2
from mattermost_plugin.models import (
    AppError,
    Channel,
    ChannelType,
    Model,
    OAuthApp,
    Post,
    PostList,
    PostMetadata,
    ProductLimits,
    PropertyValue,
    Reaction,
    Team,
    User,
    UserStatus,
)

ALL = sorted(registry.complete().values(), key=lambda model: model.__name__)


def attribute_of(model: Any, field: str) -> str:
    names: Dict[str, str] = {wire: name for name, wire in model._wire_names.items()}
    return names.get(field, field)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("model", ALL, ids=lambda model: model.__name__)
def test_attributes_rebuild_the_message(model: Any, seed: int) -> None:
    message = Random((model, seed)).fill(model._message())
    wrapped = model.from_proto(message)

    rebuilt = model(**{name: getattr(wrapped, name) for name in model._attributes})

    assert rebuilt.to_proto() == message
    assert rebuilt == wrapped


@pytest.mark.parametrize("model", ALL, ids=lambda model: model.__name__)
def test_attributes_can_be_set_one_by_one(model: Any) -> None:
    message = Random(model).fill(model._message())
    wrapped = model.from_proto(message)
    target = model.from_proto(model._message())

    for name in model._attributes:
        value = getattr(wrapped, name)
        if value is not None:
            setattr(target, name, value)

    assert target.to_proto() == message


@pytest.mark.parametrize("model", ALL, ids=lambda model: model.__name__)
def test_models_know_all_fields_and_read_them_as_protobuf_does(model: Any) -> None:
    message = Random(model).fill(model._message())
    wrapped = model.from_proto(message)

    assert len(model._attributes) == len(model._message.DESCRIPTOR.fields)
    for field in model._message.DESCRIPTOR.fields:
        value = getattr(wrapped, attribute_of(model, field.name))
        raw = getattr(message, field.name)
        if field.enum_type is not None:
            assert value in (*"OPDGITBC", "TextInput", "StaticList", "DynamicList")
        elif is_map(field):
            assert dict(value) == dict(raw)
        elif is_repeated(field):
            assert list(value) == list(raw)
        elif field.has_presence and not message.HasField(field.name):
            if field.message_type is None or field.message_type.name != "Struct":
                assert value is None
        elif field.message_type is None:
            assert value == raw


@pytest.mark.parametrize("model", ALL, ids=lambda model: model.__name__)
def test_models_survive_copies_pickling_and_printing(model: Any) -> None:
    wrapped = model.from_proto(Random(model).fill(model._message()))

    for again in (
        wrapped.copy(),
        copy.copy(wrapped),
        copy.deepcopy(wrapped),
        pickle.loads(pickle.dumps(wrapped)),
        dataclasses.replace(wrapped),
    ):
        assert again == wrapped
        assert again.to_proto() is not wrapped.to_proto()
    assert model(**wrapped.to_dict()).to_dict() == wrapped.to_dict()
    assert repr(wrapped).startswith(model.__name__ + "(")


def test_wrapping_copies_nothing() -> None:
    message = post_pb2.Post(message="a")
    post = Post.from_proto(message)

    post.message = "b"
    message.props["x"] = 1

    assert post.to_proto() is message
    assert message.message == "b"
    assert post.props == {"x": 1}


def test_from_proto_refuses_other_messages() -> None:
    with pytest.raises(TypeError, match=r"mattermost\.pluginapi\.v1\.Post, not Reaction"):
        Post.from_proto(post_pb2.Reaction())


def test_positional_arguments_follow_the_published_order() -> None:
    assert User("id", "name", "a@b.c", 5).create_at == 5
    assert Post("id", "channel", "user", "text").message == "text"
    assert UserStatus("id", "away").status == "away"
    assert Reaction("user", "post", "smile").emoji_name == "smile"
    assert Team("id", "The Team", "team").type == "O"
    assert models.Command().method == "P"
    assert models.UserAccessToken("id").is_active is True
    assert models.BotGetOptions().per_page == 60
    assert models.UploadSession().type == "attachment"


def test_props_are_a_dict_that_writes_through() -> None:
    post = Post(props={"count": 1, "half": 0.5, "nested": {"list": [1, "two", None, {"x": True}]}})

    post.props["nested"]["list"].append(7)
    post.props["nested"]["list"][3]["x"] = False
    post.props.setdefault("more", []).extend([1, 2])
    del post.props["half"]

    assert post.props == {
        "count": 1,
        "nested": {"list": [1, "two", None, {"x": False}, 7]},
        "more": [1, 2],
    }
    assert isinstance(post.props["count"], int)
    assert "missing" not in post.props
    assert post.props.get("missing") is None
    with pytest.raises(KeyError):
        post.props["missing"]
    assert len(post.props) == 3
    assert isinstance(post.props.copy(), dict)


def test_props_can_be_cleared_and_taken_away() -> None:
    post = Post(props={"a": 1})

    post.props = {}
    assert post.HasField("props")
    assert post.props == {}

    post.props = None
    assert not post.HasField("props")


def test_props_may_be_made_of_themselves() -> None:
    post = Post(props={"a": {"b": [1]}})

    post.props["a"] = post.props
    post.props = post.props["a"]

    assert post.props == {"a": {"b": [1]}}


def test_props_say_where_something_does_not_fit() -> None:
    with pytest.raises(TypeError, match="outer: inner: object cannot be sent as JSON"):
        Post(props={"outer": {"inner": object()}})
    with pytest.raises(TypeError, match="keys must be str"):
        Post(props={1: 2})  # type: ignore[dict-item]


def test_raw_protobuf_code_keeps_working() -> None:
    post = Post(props={"a": 1})

    assert not post.HasField("metadata")
    assert post.props.fields["a"].number_value == 1
    post.participants.add(id="u")
    post.CopyFrom(Post(message="new", participants=[User("v")]))
    post.MergeFrom(post_pb2.Post(root_id="root"))

    assert post.message == "new"
    assert post.root_id == "root"
    assert post.ByteSize() == len(post.SerializeToString())
    assert post == post_pb2.Post.FromString(post.SerializeToString())
    assert post.participants[0].id == "v"


def test_unknown_attributes_are_refused() -> None:
    post = Post()

    with pytest.raises(AttributeError, match="Post has no attribute 'mesage'"):
        _ = post.mesage
    with pytest.raises(AttributeError):
        post.mesage = "x"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"mesage": ""}, "Post has no 'mesage'"),
        ({"id": 5}, "Post.id cannot be a int"),
        ({"metadata": {"files": [{"nme": ""}]}}, "Post.metadata: PostMetadata.files: FileInfo has"),
    ],
)
def test_what_does_not_fit_in_a_dict_is_told_with_its_place(
    values: Dict[str, Any], problem: str
) -> None:
    with pytest.raises(TypeError, match="^" + re.escape(problem)):
        models.PostList(posts={"p": values})


def test_optional_values_are_none_when_absent() -> None:
    post = Post()
    assert post.is_following is None
    assert post.remote_id is None
    assert post.metadata is None

    post.is_following = False
    post.remote_id = ""
    assert post.is_following is False
    assert post.remote_id == ""

    post.is_following = None
    assert not post.HasField("is_following")


def test_nested_models_are_set_by_copy_and_read_by_reference() -> None:
    metadata = PostMetadata(embeds=[{"type": "link", "url": "https://example.com"}])
    post = Post(metadata=metadata)

    assert post.metadata is not None
    post.metadata.embeds[0].url = "changed"

    assert post.metadata.embeds[0].url == "changed"
    assert metadata.embeds[0].url == "https://example.com"
    post.metadata = None
    assert not post.HasField("metadata")


def test_nested_models_may_be_empty_and_still_be_there() -> None:
    post = Post(metadata=PostMetadata())
    assert post.HasField("metadata")
    other = Post()
    other.metadata = {}
    assert other.HasField("metadata")
    assert PropertyValue(value={}).value == {}


def test_lists_behave_like_lists() -> None:
    post = Post(file_ids=["a", "b"], participants=[User("1"), {"id": "2"}])

    post.file_ids.append("c")
    post.file_ids.insert(0, "z")
    post.file_ids.remove("a")
    assert post.file_ids == ["z", "b", "c"]
    assert post.file_ids + ["d"] == ["z", "b", "c", "d"]  # noqa: RUF005 - that it works
    post.file_ids.sort()
    assert list(reversed(post.file_ids)) == ["z", "c", "b"]
    assert post.file_ids[1:] == ["c", "z"]
    post.file_ids = ("x",)
    assert post.to_proto().file_ids == ["x"]

    post.participants.insert(0, User("0"))
    post.participants.append(User("3"))
    assert [user.id for user in post.participants] == ["0", "1", "2", "3"]
    del post.participants[1]
    post.participants[0] = post.participants[1]
    post.participants.sort(key=lambda user: user.id, reverse=True)
    assert [user.id for user in post.participants] == ["3", "2", "2"]
    assert User("3") in post.participants


def test_a_single_str_is_no_list_of_str() -> None:
    with pytest.raises(TypeError, match="not a single str"):
        Post(file_ids="abc")
    with pytest.raises(TypeError, match="not a single str"):
        Post().file_ids = "abc"


def test_maps_behave_like_dicts() -> None:
    user = User(props={"a": "1"})
    assert user.props.get("b") is None
    with pytest.raises(KeyError):
        user.props["b"]
    assert dict(user.props) == {"a": "1"}
    user.props.update(b="2")
    user.props.pop("a")
    assert user.to_proto().props == {"b": "2"}

    posts = PostList(posts={"p": Post("p")})
    posts.posts["q"] = {"id": "q"}
    posts.posts["p"].message = "changed"
    assert posts.to_proto().posts["p"].message == "changed"
    assert sorted(posts.posts) == ["p", "q"]


def test_enums_are_letters() -> None:
    channel = Channel(type=ChannelType.DIRECT)
    assert channel.type == ChannelType.DIRECT.value == "D"
    assert str(channel.type) == ChannelType.DIRECT
    assert f"{ChannelType.DIRECT}" == "D"

    channel.type = "P"
    assert channel.to_proto().type == channel_pb2.CHANNEL_TYPE_PRIVATE
    channel.type = channel_pb2.CHANNEL_TYPE_GROUP  # type: ignore[assignment]
    assert channel.type == "G"
    with pytest.raises(ValueError, match="'X' is none of 'O', 'P', 'D', 'G'"):
        channel.type = "X"
    assert Channel.from_proto(channel_pb2.Channel()).type == ""
    unknown = channel_pb2.Channel.FromString(b"\x30\x63")
    assert int(unknown.type) == 99
    assert Channel.from_proto(unknown).type == ""
    assert Channel.from_proto(unknown).copy().to_proto() == unknown


def test_numbers_in_wrappers_may_be_absent() -> None:
    limits = ProductLimits(messages={"history": 5}, files={})
    assert limits.messages is not None and limits.messages.history == 5
    assert limits.files is not None and limits.files.total_storage is None
    assert limits.teams is None


def test_secrets_are_not_printed() -> None:
    user = User("id", password="hunter2", mfa_secret="s3cret", auth_data="data")
    assert "hunter2" not in repr(user) and "s3cret" not in repr(user) and "data=d" not in repr(user)
    assert "password=***" in repr(user)


def test_names_of_the_wire_follow_python_here() -> None:
    app = OAuthApp(mattermost_app_id="x")
    assert app.to_proto().mattermostAppId == "x"
    assert app.mattermostAppId == "x"
    assert repr(app) == "OAuthApp(mattermost_app_id='x')"


def test_any_json_value_is_kept() -> None:
    assert PropertyValue(value=[1, {"a": None}]).value == [1, {"a": None}]
    assert PropertyValue(value="x").value == "x"
    assert PropertyValue().value is None


def test_equality_is_that_of_contents() -> None:
    assert Post("a") == Post("a") == post_pb2.Post(id="a")
    assert Post("a") != Post("b")
    assert Post("a") != "a"
    assert Post("a") != Team("a")
    with pytest.raises(TypeError, match="unhashable"):
        hash(Post())


def test_dataclass_helpers_work() -> None:
    post = Post("id", message="old", props={"a": [1]})

    assert dataclasses.replace(post, message="new").message == "new"
    assert dataclasses.is_dataclass(post)
    assert dataclasses.asdict(post)["props"] == {"a": [1]}
    assert {field.name for field in dataclasses.fields(Post)} == set(Post._attributes)


def test_authors_may_derive_their_own_models() -> None:
    class Ticket(Post):
        @property
        def number(self) -> int:
            return int(self.props["number"])

    assert Ticket(props={"number": 5}).number == 5
    assert Ticket.from_proto(Post(props={"number": 6})).number == 6
    assert registry["Post"] is Post


def test_signatures_can_be_inspected() -> None:
    assert list(inspect.signature(Post).parameters)[:4] == [
        "id",
        "channel_id",
        "user_id",
        "message",
    ]


def test_struct_messages_are_accepted() -> None:
    struct = Struct()
    struct.update({"a": 1})
    assert Post(props=struct).props == struct  # type: ignore[arg-type]


def test_models_are_exported() -> None:
    from mattermost_plugin._internal import wrappers

    assert set(models.__all__) >= {"Post", "User", "ChannelType", "TeamType", "Model"}
    assert wrappers.Post is Post
    assert issubclass(AppError, Model)
    assert AppError(id="x").to_proto() == common_pb2.AppError(id="x")


@pytest.mark.parametrize("form", [{}, {"indent": 1}, {"sort_keys": True}], ids=str)
def test_json_takes_what_is_in_a_message(form: Any) -> None:
    given = {"attachments": [{"text": "t", "fields": [{"n": 1, "l": [1, [2]]}]}], "e": {}, "l": []}
    post = Post(props=given, file_ids=["a", "b"])

    def read(value: Any) -> Any:
        return json.loads(json.dumps(value, **form))

    assert read(post.props) == given
    assert read(post.props["attachments"]) == given["attachments"]
    assert read([post.props["e"], post.props["l"], Post().props, Post().file_ids]) == [
        {},
        [],
        {},
        [],
    ]
    assert read(post.file_ids) == ["a", "b"]
    assert read(User(notify_props={"a": "b"}).notify_props) == {"a": "b"}

    attachments = post.props["attachments"]
    attachments[0]["fields"].append({"n": 2})
    attachments += [{"text": "u"}]
    attachments.insert(0, {})
    del attachments[0]
    assert read(attachments)[0]["fields"][1] == {"n": 2}
    assert read(post.props["attachments"])[1:] == [{"text": "u"}]
    post.file_ids.append("c")
    assert read(post.file_ids) == ["a", "b", "c"]


def test_views_are_dicts_and_lists() -> None:
    post = Post(props={"a": [1]}, file_ids=["f"])
    assert isinstance(post.props, dict) and isinstance(post.props["a"], list)
    assert {**post.props} == dict(post.props) == {"a": [1]}
    assert list(reversed(post.props)) == ["a"]
    assert post.file_ids * 2 == ["f", "f"]
    assert "".join(post.file_ids) == "f"
    assert not Post().props and not Post().file_ids

    @dataclasses.dataclass
    class Holds:
        props: Any

    assert dataclasses.asdict(Holds(post.props)) == {"props": {"a": [1]}}
    assert dataclasses.asdict(Holds(post.file_ids)) == {"props": ["f"]}
