"""The key-value store for values of Python's types, blocking and awaited."""

from __future__ import annotations

import asyncio
import enum
import inspect
import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any, Callable, Dict, List, Optional

import pytest

from mattermost_plugin import Plugin
from mattermost_plugin.kv import DELETE, AsyncKVStore, KVStore, UpdateConflictError
from mattermost_plugin.models import Post
from mattermost_plugin.testing import FakeApi


class Color(enum.Enum):
    RED = "red"


@dataclass
class Poll:
    question: str
    votes: Dict[str, int] = field(default_factory=dict)
    color: Optional[Color] = None
    asked: Optional[datetime] = None


class Both:
    """One store, called in either way."""

    def __init__(self, api: FakeApi, awaited: bool) -> None:
        self.api = api
        self.store: Any = AsyncKVStore(api.as_async()) if awaited else KVStore(api)

    def namespace(self, name: str) -> Both:
        inner = Both(self.api, False)
        inner.store = self.store.namespace(name)
        return inner

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            result = getattr(self.store, name)(*args, **kwargs)
            return asyncio.run(result) if inspect.iscoroutine(result) else result

        return call


@pytest.fixture(params=["blocking", "awaited"])
def kv(request: Any) -> Both:
    return Both(FakeApi(), request.param == "awaited")


def test_values_come_back_as_they_were(kv: Both) -> None:
    values: List[Any] = ["text", 5, 0, 2.5, True, False, "", [], {"a": [1, {"b": None}]}]
    for value in values:
        kv.set("key", value)
        assert kv.get("key") == value
    assert kv.get("other") is None
    assert kv.get("other", 3) == 3


def test_values_have_types(kv: Both) -> None:
    asked = datetime(2026, 1, 2, tzinfo=timezone.utc)
    kv.set("poll", Poll("Tea?", {"yes": 2}, Color.RED, asked))
    assert kv.get("poll", type=Poll) == Poll("Tea?", {"yes": 2}, Color.RED, asked)
    assert kv.get("poll")["color"] == "red"
    kv.set("post", Post(message="m", props={"a": [1]}))
    assert kv.get("post", type=Post).props == {"a": [1]}
    kv.set("many", [Poll("a"), Poll("b")])
    assert kv.get("many", type=List[Poll])[1].question == "b"
    kv.set("wait", timedelta(minutes=2))
    assert kv.get("wait", type=timedelta) == timedelta(minutes=2)
    with pytest.raises(ValueError, match=r"the value of 'wait' must be an object, a Poll"):
        kv.get("wait", type=Poll)
    kv.set("poll", {"question": "x", "votes": {"yes": "no"}})
    with pytest.raises(ValueError, match=r"'poll'.votes.yes must be a whole number, not 'no'"):
        kv.get("poll", type=Poll)


def test_what_is_no_value_is_refused(kv: Both) -> None:
    with pytest.raises(TypeError, match="use delete"):
        kv.set("key", None)
    with pytest.raises(TypeError, match="object cannot be kept as JSON"):
        kv.set("key", object())
    kv.api.stored["raw"] = b"\xff"
    with pytest.raises(ValueError, match=r"'raw' is no JSON; read it by api\.kv_get"):
        kv.get("raw")


def test_values_expire(kv: Both) -> None:
    kv.set("key", 1, expires=timedelta(seconds=1.2))
    (call,) = kv.api.calls_of("kv_set_with_options")
    assert call["options"]["expire_in_seconds"] == 2
    with pytest.raises(ValueError, match="cannot expire"):
        kv.set("key", 1, expires=timedelta(0))


def test_only_one_adds_and_replaces(kv: Both) -> None:
    assert kv.add("key", {"a": 1, "b": 2})
    assert not kv.add("key", 2)
    assert not kv.replace("key", {"a": 1}, 3)
    assert kv.replace("key", {"b": 2, "a": 1}, 3)
    assert kv.get("key") == 3


def test_an_update_is_tried_again_where_another_was_first(kv: Both) -> None:
    kv.set("count", 1)
    seen: List[int] = []

    def more(count: int) -> int:
        seen.append(count)
        if len(seen) < 3:
            kv.api.stored["count"] = json.dumps(count + 10).encode()
        return count + 1

    assert kv.update("count", more, default=0) == 22
    assert seen == [1, 11, 21]
    assert kv.get("count") == 22

    def never(count: int) -> int:
        kv.api.stored["count"] = json.dumps(count + 1).encode()
        return count

    with pytest.raises(UpdateConflictError, match="'count' was changed by others 2 times"):
        kv.update("count", never, tries=2)


def test_an_update_begins_and_ends_a_value(kv: Both) -> None:
    default: Dict[str, int] = {}

    def vote(votes: Dict[str, int]) -> Dict[str, int]:
        votes["ann"] = votes.get("ann", 0) + 1
        return votes

    assert kv.update("votes", vote, default=default) == {"ann": 1}
    assert kv.update("votes", vote, default=default) == {"ann": 2}
    assert default == {}
    with pytest.raises(TypeError, match=r"must return the new value, or kv\.DELETE"):
        kv.update("votes", lambda votes: votes.clear())
    assert kv.update("votes", lambda votes: DELETE) is None
    assert kv.get("votes") is None
    assert kv.update("votes", lambda votes: DELETE) is None


def test_a_namespace_is_a_store_of_its_own(kv: Both) -> None:
    polls = kv.namespace("polls")
    polls.set("b", 2)
    polls.set("a", 1)
    polls.namespace("old").set("c", 3)
    kv.set("a", 0)
    kv.api.stored["mutex_x"] = b"1"
    assert kv.keys() == ["a", "polls/a", "polls/b", "polls/old/c"]
    assert polls.keys() == ["a", "b", "old/c"]
    assert polls.keys("o") == ["old/c"]
    assert polls.items(type=int) == [("a", 1), ("b", 2), ("old/c", 3)]
    polls.clear("o")
    polls.delete("a")
    assert kv.keys() == ["a", "polls/b"]


def test_more_keys_than_a_page_has(kv: Both) -> None:
    for number in range(1001):
        kv.api.stored[f"k{number:04}"] = b"1"
    assert len(kv.keys("k")) == 1001


def test_a_plugin_has_both_stores() -> None:
    plugin = Plugin(api=FakeApi())
    plugin.kv.set("a", 1)
    assert plugin.kv is plugin.kv
    assert asyncio.run(plugin.async_kv.get("a")) == 1
