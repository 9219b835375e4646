"""What type checkers must know. Never run: an unneeded or missing `ignore` fails the check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, List, Mapping, Optional

from mattermost_plugin import (
    AsyncPluginAPIClient,
    HookName,
    HTTPRequest,
    HTTPResponseWriter,
    Plugin,
    PluginAPIClient,
    hook,
)
from mattermost_plugin._internal.wrappers import Team
from mattermost_plugin.grpc import post_pb2
from mattermost_plugin.kv import KVStore
from mattermost_plugin.models import (
    ChannelType,
    CommandArgs,
    PluginContext,
    Post,
    PostMetadata,
    User,
)
from mattermost_plugin.settings import Settings


def models(post: Post) -> None:
    text: str = post.message
    number: int = post.message  # type: ignore[assignment]
    remote: Optional[str] = post.remote_id
    sure: str = post.remote_id  # type: ignore[assignment]
    metadata: Optional[PostMetadata] = post.metadata
    post.metadata.embeds  # type: ignore[union-attr]  # noqa: B018
    post.message = 5  # type: ignore[assignment]
    post.props = {"a": 1}
    props: Mapping[str, Any] = post.props
    post.file_ids = ("a",)
    first: str = post.file_ids[0]
    user: User = post.participants[0]
    post.participants.append({"id": "u"})
    message: post_pb2.Post = post.to_proto()
    again: Post = Post.from_proto(message)
    Post(mesage="x")  # type: ignore[call-arg]
    Team(type=ChannelType.OPEN)
    print(text, number, remote, sure, metadata, props, first, user, again)


def calls(client: PluginAPIClient) -> None:
    user: User = client.get_user("u")
    wrong: Post = client.get_user("u")  # type: ignore[assignment]
    users: List[User] = client.get_users(roles=["system_admin"], per_page=5)
    client.get_users("team")  # type: ignore[call-arg]
    client.create_post({"channel_id": "c"})
    client.create_post(post_pb2.Post())
    client.create_post(User())  # type: ignore[arg-type]
    value: Optional[bytes] = client.kv_get("k")
    status, headers, body = client.plugin_http("GET", "/")
    code: int = status
    print(user, wrong, users, value, code, headers["a"], body.decode())
    client.log_info("text", answer=42)


async def awaited(client: AsyncPluginAPIClient) -> None:
    user: User = await client.get_user("u")
    missing: User = client.get_user("u")  # type: ignore[assignment]
    print(user, missing)


def facts() -> None:
    deadline: Optional[float] = HookName.OnActivate.facts.deadline
    print(deadline)


class Good(Plugin):
    @hook(HookName.MessageWillBePosted)
    def check(self, context: PluginContext, post: Post) -> Optional[str]: ...

    @hook("MessageWillBeUpdated")
    async def change(self, context: Any, new: Post, old: Post) -> Post:
        return new

    @hook
    def OnActivate(self) -> None: ...  # noqa: N802

    @hook(HookName.ExecuteCommand)
    def answer(self, context: Any, args: CommandArgs) -> str:
        return args.command

    @hook(HookName.ServeHTTP)
    def serve(self, context: Any, writer: HTTPResponseWriter, request: HTTPRequest) -> None: ...

    @hook(HookName.UserHasJoinedChannel)
    def greet(self, context: Any, member: Any, actor: Optional[User]) -> None: ...


class Bad(Plugin):
    @hook(HookName.MessageWillBePosted)  # type: ignore[type-var]
    def few(self, post: Post) -> None: ...

    @hook(HookName.MessageHasBeenPosted)  # type: ignore[type-var]
    def kind(self, context: PluginContext, post: User) -> None: ...

    @hook(HookName.MessageWillBeUpdated)  # type: ignore[type-var]
    def result(self, context: PluginContext, new: Post, old: Post) -> int:
        return 1

    @hook(HookName.ServeHTTP)  # type: ignore[type-var]
    def text(self, context: Any, writer: HTTPResponseWriter, request: HTTPRequest) -> str:
        return ""

    @hook(HookName.UserHasJoinedTeam)  # type: ignore[type-var]
    async def alone(self, context: Any, member: Any, actor: User) -> None: ...

    @hook("Nope")  # type: ignore[call-overload, untyped-decorator]
    def nope(self) -> None: ...


@dataclass
class Options:
    word: str = ""


class Set(Plugin):
    options = Settings(Options)


def kept(store: KVStore, plugin: Set) -> None:
    word: str = plugin.options.word
    number: int = plugin.options.word  # type: ignore[assignment]
    found: Optional[Post] = store.get("a", type=Post)
    sure: Post = store.get("a", type=Post)  # type: ignore[assignment]
    count: int = store.get("a", 0, type=int)
    more: int = store.update("a", lambda value: value + 1, default=0, type=int)
    print(word, number, found, sure, count, more)
