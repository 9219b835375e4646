"""Work that is done at given times, on one server where there are several.

```python
class Cleaner(Plugin):
    @every(hours=1, rounded=True)
    def clean(self) -> None: ...

    @once
    def remind(self, job: Job) -> None:
        self.api.create_post(Post(channel_id=job.props["channel"], message="It is time"))

    @command("remind")
    def plan(self, call: CommandCall, wait: timedelta) -> str:
        self.jobs.schedule("remind", after=wait, props={"channel": call.channel_id})
        return "I will"
```
"""

from __future__ import annotations

import asyncio
import json
import re
import secrets
from datetime import datetime, timedelta, timezone
from typing import (
    TYPE_CHECKING,
    Any,
    Callable,
    Coroutine,
    Dict,
    List,
    Mapping,
    NamedTuple,
    Optional,
    Set,
    TypeVar,
    Union,
    overload,
)

from mattermost_plugin._internal.background import call
from mattermost_plugin._internal.both import BlockingWay, Way, now
from mattermost_plugin._internal.features import Feature, Mark, mark
from mattermost_plugin._internal.typed import to_json
from mattermost_plugin.cluster import AsyncMutex
from mattermost_plugin.hooks import HookRegistrationError

if TYPE_CHECKING:
    from mattermost_plugin.plugin import Plugin

F = TypeVar("F", bound=Callable[..., Any])

_EVERY = "cron_"
_ONCE = "once_"

# Seconds between two looks for jobs that other processes have planned.
_POLL = 60.0

# Seconds after which something is tried again that failed, as the host did not answer.
_AGAIN = 10.0

_TIME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)")


class _EveryMark(Mark):
    def __init__(self, interval: float, rounded: bool, key: str) -> None:
        self.interval = interval
        self.rounded = rounded
        self.key = key


def every(
    interval: Optional[timedelta] = None,
    *,
    days: float = 0,
    hours: float = 0,
    minutes: float = 0,
    seconds: float = 0,
    rounded: bool = False,
    key: str = "",
) -> Callable[[F], F]:
    """Have a method called again and again while the plugin is active, on one server at a time.

    The method may be a coroutine. It is called for the first time when the plugin begins, and then
    when so much time is over since it last ended, whoever called it. What it raises is logged.

    Args:
        interval: the time; it may also be given by `days`, `hours` and so on.
        days: days of it.
        hours: hours of it.
        minutes: minutes of it.
        seconds: seconds of it.
        rounded: whether it is called when the time of day (in UTC) is a multiple of the interval,
            such as at each full hour; then it is not called when the plugin begins.
        key: what its times are kept under; by default the method's name.
    """
    given = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    whole = (given + (interval or timedelta())).total_seconds()
    if whole <= 0:
        raise ValueError("every needs a time, as in every(minutes=5)")

    def decorate(method: F) -> F:
        name = key or getattr(method, "__name__", "")
        found: F = mark(method, _EveryMark(whole, rounded, name))
        return found

    return decorate


class Tasks(Feature):
    """What runs on the event loop while the plugin is active."""

    lives = True

    def __init__(self, plugin: Plugin, marked: Mapping[str, Any]) -> None:
        super().__init__(plugin, marked)
        self._tasks: Set[asyncio.Task[None]] = set()

    def begin(self, work: Coroutine[Any, Any, None]) -> None:
        """Begin a task that goes by the plugin's clock."""
        clock = self.plugin._clock
        clock.enter()
        task = asyncio.ensure_future(work)
        self._tasks.add(task)

        def ended(done: asyncio.Task[None]) -> None:
            clock.leave()
            self._tasks.discard(done)
            if not done.cancelled() and done.exception() is not None:
                self.plugin.logger.error("a job is not looked after", exc_info=done.exception())

        task.add_done_callback(ended)

    async def stop(self) -> None:
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)


class Schedules(Tasks):
    """The methods of one plugin that are called again and again."""

    def __init__(self, plugin: Plugin, marked: Mapping[str, Any]) -> None:
        super().__init__(plugin, marked)
        self._marked = {name: marks[0] for name, marks in marked.items()}

    @classmethod
    def check(cls, owner: type, marked: Mapping[str, Any]) -> None:
        keys: Dict[str, str] = {}
        for name, marks in marked.items():
            for said in marks:
                if said.key in keys:
                    raise HookRegistrationError(
                        f"@every on {owner.__module__}.{owner.__qualname__}.{name}:"
                        f" {keys[said.key]} has the key {said.key!r} already"
                    )
                keys[said.key] = name

    async def start(self) -> None:
        for name, said in self._marked.items():
            self.begin(self._look_after(name, said))

    async def _look_after(self, name: str, said: _EveryMark) -> None:
        while True:
            try:
                wait = await self._wait(said)
                if wait <= 0:
                    await self._run(name, said)
                    continue
            except Exception:
                self.plugin.logger.exception("%s cannot be planned; tried again", name)
                wait = min(_AGAIN, said.interval)
            await self.plugin._clock.sleep(wait)

    async def _wait(self, said: _EveryMark) -> float:
        """Return the seconds until it is due."""
        time = self.plugin._clock.now()
        kept = await self.plugin.async_api.kv_get(_EVERY + said.key)
        if not kept:
            if not said.rounded:
                return 0.0
            await self._ended(said, time)
            last = time
        else:
            last = _read_time(json.loads(kept)["LastFinished"])
        due = last + said.interval
        if said.rounded:
            due -= due % said.interval
        return due - time

    async def _ended(self, said: _EveryMark, time: float) -> None:
        kept = json.dumps({"LastFinished": _write_time(time)}).encode()
        await self.plugin.async_api.kv_set(_EVERY + said.key, kept)

    async def _run(self, name: str, said: _EveryMark) -> None:
        async with AsyncMutex(self.plugin.async_api, _EVERY + said.key):
            # Another process may have done it meanwhile.
            if await self._wait(said) > 0:
                return
            try:
                await call(getattr(self.plugin, name))
            except Exception:
                self.plugin.logger.exception("%s failed", name)
            await self._ended(said, self.plugin._clock.now())


class Job(NamedTuple):
    """Something that is done once.

    Attributes:
        name: the method that does it.
        key: tells it from others of the method.
        run_at: when.
        props: what the method needs to know.
    """

    name: str
    key: str
    run_at: datetime
    props: Any = None

    @property
    def id(self) -> str:
        """What it is kept under."""
        return f"{self.name}/{self.key}"


class _OnceMark(Mark):
    def __init__(self, name: str) -> None:
        self.name = name


@overload
def once(name: F) -> F: ...
@overload
def once(name: str = "") -> Callable[[F], F]: ...
def once(name: Any = "") -> Any:
    """Have a method do jobs that `Plugin.jobs` plans; it gets the `Job`, and may be a coroutine.

    Each job is done by one server, even if all were restarted meanwhile, and late if none ran. When
    a server dies while it does a job, another one does it again. What the method raises is logged,
    and the job is over.

    Args:
        name: what jobs are planned by; by default the method's name.
    """
    if callable(name):
        return mark(name, _OnceMark(getattr(name, "__name__", "")))

    def decorate(method: Any) -> Any:
        return mark(method, _OnceMark(name or method.__name__))

    return decorate


class OneShots(Tasks):
    """The methods of one plugin that do jobs."""

    def __init__(self, plugin: Plugin, marked: Mapping[str, Any]) -> None:
        super().__init__(plugin, marked)
        self._methods = {said.name: name for name, marks in marked.items() for said in marks}
        self._loop: Optional[asyncio.AbstractEventLoop] = None
        self._known: Dict[str, datetime] = {}

    async def start(self) -> None:
        self._loop = asyncio.get_running_loop()
        self.begin(self._look_for_jobs())

    async def stop(self) -> None:
        self._loop = None
        await super().stop()
        self._known.clear()

    def planned(self, job: Job) -> None:
        """Take notice, in any thread, of a job that is stored."""
        if job.name not in self._methods:
            raise ValueError(f"{type(self.plugin).__name__} has no @once method {job.name!r}")
        loop = self._loop
        if loop is not None:
            loop.call_soon_threadsafe(self._add, job)

    def _add(self, job: Job) -> None:
        # Those that are later are found later.
        soon = job.run_at.timestamp() - self.plugin._clock.now() < 2 * _POLL
        if self._loop is not None and soon and self._known.get(job.id) != job.run_at:
            self._known[job.id] = job.run_at
            self.begin(self._wait_and_run(job))

    async def _look_for_jobs(self) -> None:
        core = _Core(Way(self.plugin.async_api))
        while True:
            try:
                for job in await core.list():
                    if job.name in self._methods:
                        self._add(job)
            except Exception:
                self.plugin.logger.exception("jobs cannot be looked for; tried again")
            await self.plugin._clock.sleep(_POLL)

    async def _wait_and_run(self, job: Job) -> None:
        clock = self.plugin._clock
        wait = job.run_at.timestamp() - clock.now()
        if wait > 0:
            await clock.sleep(wait)
        try:
            await self._run(job)
        except Exception:
            # It is found again.
            self.plugin.logger.exception("the job %s could not be begun; tried again", job.id)
        if self._known.get(job.id) == job.run_at:
            del self._known[job.id]

    async def _run(self, job: Job) -> None:
        api = self.plugin.async_api
        core = _Core(Way(api))
        async with AsyncMutex(api, _ONCE + job.id):
            # It may be done, cancelled, or planned for another time.
            kept = await core.get(job.id)
            if kept is None or kept.run_at != job.run_at:
                return
            try:
                await call(getattr(self.plugin, self._methods[job.name]), kept)
            except Exception:
                self.plugin.logger.exception("the job %s failed", job.id)
            # Unless it was planned again by itself.
            again = await core.get(job.id)
            if again is not None and again.run_at == job.run_at:
                await core.cancel(job.id)


_EveryMark.feature = Schedules
_OnceMark.feature = OneShots


class _Core:
    """The jobs in the plugin's store."""

    def __init__(self, way: Way) -> None:
        self._way = way

    async def schedule(self, job: Job) -> None:
        kept = {"Key": job.id, "RunAt": _write_time(job.run_at.timestamp()), "Props": job.props}
        text = json.dumps(kept, ensure_ascii=False)
        await self._way.api.kv_set(_ONCE + job.id, text.encode())

    async def get(self, job_id: str) -> Optional[Job]:
        kept = await self._way.api.kv_get(_ONCE + job_id)
        if not kept:
            return None
        values = json.loads(kept)
        name, _, key = job_id.partition("/")
        run_at = datetime.fromtimestamp(_read_time(values["RunAt"]), timezone.utc)
        return Job(name, key, run_at, values.get("Props"))

    async def list(self) -> List[Job]:
        found: List[Job] = []
        page = 0
        while True:
            keys = await self._way.api.kv_list(page=page, per_page=1000)
            for key in keys:
                job = await self.get(key[len(_ONCE) :]) if key.startswith(_ONCE) else None
                if job is not None:
                    found.append(job)
            if len(keys) < 1000:
                return sorted(found, key=lambda job: job.run_at)
            page += 1

    async def cancel(self, job_id: str) -> bool:
        there = await self._way.api.kv_get(_ONCE + job_id)
        await self._way.api.kv_delete(_ONCE + job_id)
        return bool(there)


class _Planning:
    def __init__(self, plugin: Plugin, way: Way) -> None:
        self._plugin = plugin
        self._core = _Core(way)

    def _job(
        self,
        name: str,
        key: str,
        at: Optional[datetime],
        after: Optional[timedelta],
        props: Any,
    ) -> Job:
        if (at is None) == (after is None):
            raise TypeError("a job is planned either at a time or after some")
        if at is not None and at.tzinfo is None:
            raise ValueError(f"{at} has no time zone; use datetime.now(timezone.utc) and the like")
        if "/" in name:
            raise ValueError(f"the name of a job has no slash: {name!r}")
        time = self._plugin._clock.now() + after.total_seconds() if after is not None else 0.0
        due = datetime.fromtimestamp(time, timezone.utc) if at is None else at
        # As it will be read.
        due = due.astimezone(timezone.utc)
        due = due.replace(microsecond=due.microsecond // 1000 * 1000)
        return Job(name, key or secrets.token_hex(8), due, to_json(props))

    def _tell(self, job: Job) -> None:
        for feature in self._plugin._features:
            if isinstance(feature, OneShots):
                feature.planned(job)
                return
        raise ValueError(f"{type(self._plugin).__name__} has no @once method {job.name!r}")

    @staticmethod
    def _id(job: Union[Job, str]) -> str:
        return job if isinstance(job, str) else job.id


class Jobs(_Planning):
    """Plans what the `@once` methods of a plugin do; safe for use from several threads."""

    def __init__(self, plugin: Plugin) -> None:
        super().__init__(plugin, BlockingWay(plugin.api))

    def schedule(
        self,
        name: str,
        *,
        at: Optional[datetime] = None,
        after: Optional[timedelta] = None,
        key: str = "",
        props: Any = None,
    ) -> Job:
        """Have a `@once` method do a job.

        Args:
            name: the method.
            at: when.
            after: or in what time.
            key: tells it from others; one with the same key is replaced.
            props: what the method needs to know, as JSON.
        """
        job = self._job(name, key, at, after, props)
        now(self._core.schedule(job))
        self._tell(job)
        return job

    def list(self) -> List[Job]:
        """Return the jobs that are planned, the next one first."""
        return now(self._core.list())

    def cancel(self, job: Union[Job, str]) -> bool:
        """Forget a job, by itself or its `id`; return whether it was planned."""
        return now(self._core.cancel(self._id(job)))


class AsyncJobs(_Planning):
    """Plans what the `@once` methods of a plugin do, as `Jobs` does, for coroutines."""

    def __init__(self, plugin: Plugin) -> None:
        super().__init__(plugin, Way(plugin.async_api))

    async def schedule(
        self,
        name: str,
        *,
        at: Optional[datetime] = None,
        after: Optional[timedelta] = None,
        key: str = "",
        props: Any = None,
    ) -> Job:
        """Have a `@once` method do a job: see `Jobs.schedule`."""
        job = self._job(name, key, at, after, props)
        await self._core.schedule(job)
        self._tell(job)
        return job

    async def list(self) -> List[Job]:
        """Return the jobs that are planned, the next one first."""
        return await self._core.list()

    async def cancel(self, job: Union[Job, str]) -> bool:
        """Forget a job, by itself or its `id`; return whether it was planned."""
        return await self._core.cancel(self._id(job))


def _write_time(seconds: float) -> str:
    moment = datetime.fromtimestamp(seconds, timezone.utc)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _read_time(text: str) -> float:
    # Go writes up to nine digits, which Python before 3.11 does not read.
    match = _TIME.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no time")
    zone = match[3].replace("Z", "+00:00")
    whole = datetime.fromisoformat(match[1] + zone).timestamp()
    return whole + float(match[2] or 0)


__all__ = ["AsyncJobs", "Job", "Jobs", "every", "once"]
