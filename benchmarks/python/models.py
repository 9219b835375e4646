"""Measures what the SDK's models cost over the protobuf messages that they wrap.

Run it with an interpreter that has the SDK installed: `python benchmarks/python/models.py`. Each
line is the best of many short rounds, less what an empty loop takes.
"""

from __future__ import annotations

import argparse
import dataclasses
import platform
import time
import timeit
from typing import Any, Callable, List, Tuple

import google.protobuf
from google.protobuf.internal import api_implementation

from mattermost_plugin.grpc import post_pb2, user_pb2
from mattermost_plugin.models import Post, PostList, User


@dataclasses.dataclass(frozen=True)
class CopiedPost:
    """A post as a frozen dataclass into which every field is copied, for comparison."""

    id: str
    channel_id: str
    user_id: str
    message: str
    create_at: int
    update_at: int
    edit_at: int
    delete_at: int
    is_pinned: bool
    root_id: str
    original_id: str
    message_source: str
    type: str
    props: Any
    hashtags: str
    file_ids: List[str]
    pending_post_id: str
    has_reactions: bool
    remote_id: Any
    reply_count: int
    last_reply_at: int
    is_following: Any

    @classmethod
    def from_proto(cls, pb: Any) -> CopiedPost:
        return cls(
            pb.id,
            pb.channel_id,
            pb.user_id,
            pb.message,
            pb.create_at,
            pb.update_at,
            pb.edit_at,
            pb.delete_at,
            pb.is_pinned,
            pb.root_id,
            pb.original_id,
            pb.message_source,
            pb.type,
            {key: value.string_value for key, value in pb.props.fields.items()},
            pb.hashtags,
            list(pb.file_ids),
            pb.pending_post_id,
            pb.has_reactions,
            pb.remote_id if pb.HasField("remote_id") else None,
            pb.reply_count,
            pb.last_reply_at,
            pb.is_following if pb.HasField("is_following") else None,
        )


def sample_post() -> Any:
    """Return the message of a post as chat servers have them."""
    return Post(
        "p" * 26,
        "c" * 26,
        "u" * 26,
        "The quick brown fox jumps over the lazy dog. " * 4,
        create_at=1_700_000_000_000,
        update_at=1_700_000_000_000,
        props={"from_bot": "true", "nested": {"a": 1}},
        file_ids=["f" * 26],
        remote_id="",
        metadata={"embeds": [{"type": "link", "url": "https://example.com"}]},
    ).to_proto()


def cases() -> List[Tuple[str, Callable[[], object]]]:
    """Return what is measured, with its name; what it is compared with is indented."""
    pb = sample_post()
    post = Post.from_proto(pb)
    data = pb.SerializeToString()
    posts = {f"{i:026}": post for i in range(60)}
    page = PostList(order=list(posts), posts=posts).to_proto()
    user_pb = user_pb2.User(id="u" * 26, username="name", email="a@b.c", notify_props={"x": "y"})
    user = User.from_proto(user_pb)
    props = post.props

    def write() -> None:
        post.message = "changed"

    def write_raw() -> None:
        pb.message = "changed"

    def write_prop() -> None:
        props["x"] = "y"

    def read_page() -> int:
        return sum(len(found.message) for found in PostList.from_proto(page).posts.values())

    def read_page_raw() -> int:
        return sum(len(found.message) for found in page.posts.values())

    return [
        ("wrap a post", lambda: Post.from_proto(pb)),
        ("  copy it into a frozen dataclass", lambda: CopiedPost.from_proto(pb)),
        ("read post.message", lambda: post.message),
        ("  of the message itself", lambda: pb.message),
        ("read post.remote_id (optional)", lambda: post.remote_id),
        ("read post.props (a view)", lambda: post.props),
        ('read post.props["from_bot"]', lambda: post.props["from_bot"]),
        ("  of the message itself", lambda: pb.props.fields["from_bot"].string_value),
        ("read post.file_ids (a view)", lambda: post.file_ids),
        ("read post.metadata (nested)", lambda: post.metadata),
        ('read user.notify_props["x"]', lambda: user.notify_props["x"]),
        ("write post.message", write),
        ("  of the message itself", write_raw),
        ('write props["x"]', write_prop),
        (
            "build Post(channel_id=, message=)",
            lambda: Post(channel_id="c", message="m"),
        ),
        ("  the message itself", lambda: post_pb2.Post(channel_id="c", message="m")),
        (
            "parse a post and wrap it",
            lambda: Post.from_proto(post_pb2.Post.FromString(data)),
        ),
        ("  parse it", lambda: post_pb2.Post.FromString(data)),
        ("read all messages of 60 posts", read_page),
        ("  of the message itself", read_page_raw),
        ("copy a post", lambda: post.copy()),
        ("turn a post into a dict", lambda: post.to_dict()),
    ]


def measure(function: Callable[[], object], rounds: int) -> float:
    """Return the seconds of one call."""
    # Many short rounds: on a busy machine only some of them are left in peace.
    timer = timeit.Timer(function, timer=time.perf_counter)
    number = max(1, int(0.002 / max(min(timer.repeat(10, 1)), 1e-7)))
    return min(timer.repeat(rounds, number)) / number


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=200)
    rounds = arguments.parse_args().rounds
    print(
        f"CPython {platform.python_version()}, protobuf {google.protobuf.__version__}"
        f" ({api_implementation.Type()})\n"
    )
    empty = measure(lambda: None, rounds)
    print(f"| {'':36} | {'ns':>8} |\n|{'-' * 38}|{'-' * 9}:|")
    for name, function in cases():
        print(f"| {name:36} | {(measure(function, rounds) - empty) * 1e9:8.0f} |")


if __name__ == "__main__":
    main()
