"""The processes of a plugin on the bench: one that serves, and the next one that comes up."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import queue
import secrets
import subprocess
import sys
import threading
from concurrent.futures import Future
from concurrent.futures import TimeoutError as LateError
from multiprocessing.connection import Listener
from typing import Any, Callable, Dict, List, Optional

from mattermost_plugin._cli.checks import import_path
from mattermost_plugin._cli.errors import CommandError
from mattermost_plugin._cli.worker import BENCH_VARIABLE
from mattermost_plugin._cli.worker_messages import Message, Wire

OnEvent = Callable[[Message], None]

_PATIENCE = 60.0


class Version:
    """One process with one version of the plugin; until it is loaded, one that could have any.

    Attributes:
        port: where it answers HTTP.
        plugin_class: the name of its class.
        hooks: the hooks that it handles.
    """

    def __init__(self, on_event: OnEvent) -> None:
        self._on_event = on_event
        self._ids = itertools.count(1)
        self._answers: Dict[int, Future[Message]] = {}
        self._loaded: Future[Message] = Future()
        self._wants_line = False
        self._is_stopping = False
        self.port = 0
        self.plugin_class = ""
        self.hooks: List[str] = []
        key = secrets.token_bytes(16)
        with Listener(authkey=key) as listener:
            bench = json.dumps({"address": listener.address, "key": key.hex()})
            self._process = subprocess.Popen(
                [sys.executable, "-m", "mattermost_plugin._cli.worker"],
                # Where Python finds no modules that hide its own.
                cwd=os.sep,
                env={**os.environ, "PYTHONPATH": import_path(), BENCH_VARIABLE: bench},
                stdin=subprocess.DEVNULL,
                # Ctrl-C is for the bench.
                start_new_session=True,
            )
            self._wire = Wire(_accepted(listener, self._process))
        threading.Thread(target=self._listen, daemon=True).start()

    def load(self, order: Dict[str, Any]) -> None:
        """Load the plugin that `order` names; raise `CommandError` where it cannot be loaded."""
        try:
            self._wire.send(**order)
        except OSError:
            self._gone()
        told = _awaited(self._loaded, "is not loaded")
        if "problems" in told:
            raise CommandError.of(told["problems"])
        self.port, self.plugin_class, self.hooks = told["port"], told["plugin_class"], told["hooks"]

    def do(self, what: str, **values: Any) -> Any:
        """Have the process do something, and return what came of it."""
        return self.value_of(_awaited(self.begin(what, **values), "does not answer"))

    def begin(self, what: str, **values: Any) -> Future[Message]:
        """Have the process do something; return what will be answered."""
        number = next(self._ids)
        answer: Future[Message] = Future()
        self._answers[number] = answer
        try:
            self._wire.send(do=what, id=number, **values)
        except OSError:
            self._gone()
        return answer

    @staticmethod
    def value_of(answer: Message) -> Any:
        """Return the value of an answer; raise `CommandError` where it is a failure."""
        if "problems" in answer:
            raise CommandError.of(answer["problems"])
        return answer["value"]

    @property
    def wants_line(self) -> bool:
        """Whether a debugger waits for a line."""
        return self._wants_line

    @property
    def stands(self) -> bool:
        """Whether a debugger waits for a line, or is about to."""
        return self._wants_line or self._is_stopping

    def give_line(self, line: str) -> None:
        """Give the debugger what was typed."""
        self._wants_line = False
        self._is_stopping = False
        self._wire.send(do="line", line=line)

    def end(self) -> None:
        """End the process."""
        with contextlib.suppress(OSError):
            self._wire.send(do="end")
        try:
            self._process.wait(3)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._wire.close()

    def _listen(self) -> None:
        try:
            while True:
                message = self._wire.receive()
                if "id" in message:
                    self._is_stopping = False
                    self._answers.pop(message["id"]).set_result(message)
                elif message["event"] in ("loaded", "not loaded"):
                    self._loaded.set_result(message)
                else:
                    if message["event"] == "line wanted":
                        self._wants_line = True
                    elif message["event"] == "stopped":
                        self._is_stopping = True
                    self._on_event(message)
        except (EOFError, OSError):
            self._gone()

    def _gone(self) -> None:
        problems = ["the plugin's process has ended"]
        if not self._loaded.done():
            self._loaded.set_result({"problems": problems})
        for number in list(self._answers):
            answer = self._answers.pop(number, None)
            if answer is not None:
                answer.set_result({"problems": problems})


def _accepted(listener: Listener, process: subprocess.Popen[bytes]) -> Any:
    accepted: queue.Queue[Any] = queue.Queue()

    def accept() -> None:
        try:
            accepted.put(listener.accept())
        except Exception as error:
            accepted.put(error)

    threading.Thread(target=accept, daemon=True).start()
    try:
        connection = accepted.get(timeout=_PATIENCE)
    except queue.Empty:
        process.kill()
        raise CommandError("the plugin's process does not come up") from None
    if isinstance(connection, Exception):
        raise CommandError(f"the plugin's process does not come up: {connection}")
    return connection


def _awaited(answer: Future[Message], what: str) -> Message:
    try:
        return answer.result(_PATIENCE)
    except LateError:
        raise CommandError(f"the plugin {what} after {_PATIENCE:.0f} s") from None


class Versions:
    """The version that serves, which gives way to the next one when that is up.

    The next one's modules are imported and its object is made while the old one serves. Its first
    hook comes when the old one has been deactivated; where that fails, the old one goes on.
    """

    def __init__(self, order: Callable[[], Dict[str, Any]], on_event: OnEvent) -> None:
        self._order = order
        self._on_event = on_event
        self._lock = threading.Lock()
        self._serving: Optional[Version] = None
        # Comes up while nobody waits for it, so that a change takes effect sooner.
        self._spare: Optional[Future[Version]] = None

    @property
    def serving(self) -> Optional[Version]:
        """The version that serves, None before the first is up."""
        return self._serving

    def replace(self, debug_port: Optional[int] = None) -> Version:
        """Bring up what is in the folder now; raise `CommandError` where the old one goes on."""
        order = self._order()
        coming = self._next()
        try:
            coming.load(order)
            self._swap(coming)
        except BaseException:
            coming.end()
            raise
        if debug_port is not None:
            port = coming.do("listen", port=debug_port)
            self._on_event({"event": "listening", "port": port})
        return coming

    def _next(self) -> Version:
        spare = self._spare
        coming = Version(self._on_event) if spare is None else spare.result()
        coming_up: Future[Version] = Future()
        self._spare = coming_up

        def bring_up() -> None:
            try:
                coming_up.set_result(Version(self._on_event))
            except Exception as error:
                coming_up.set_exception(error)

        threading.Thread(target=bring_up, daemon=True).start()
        return coming

    def _swap(self, coming: Version) -> None:
        with self._lock:
            old = self._serving
            kept = "" if old is None else old.do("deactivate")
            try:
                coming.do("activate", kept=kept)
            except CommandError:
                if old is not None:
                    old.do("activate", kept=kept)
                raise
            self._serving = coming
        if old is not None:
            # Nobody waits for what it still has to do.
            threading.Thread(target=old.end, daemon=True).start()

    def call(self, hook: str, arguments: Any) -> Future[Message]:
        """Call a hook of the version that serves."""
        return self._begin("call", hook=hook, arguments=arguments)

    def post(self, post: Any) -> Future[Message]:
        """Post something on the chat server of the version that serves."""
        return self._begin("post", post=post)

    def _begin(self, what: str, **values: Any) -> Future[Message]:
        with self._lock:
            serving = self._serving
            if serving is None:
                raise CommandError("the plugin is not up")
            return serving.begin(what, **values)

    def end(self) -> None:
        """Deactivate the plugin and end its process."""
        with self._lock:
            serving, self._serving = self._serving, None
            spare, self._spare = self._spare, None
        if spare is not None:
            with contextlib.suppress(CommandError):
                spare.result().end()
        if serving is not None:
            try:
                if not serving.stands:
                    serving.do("deactivate")
            except CommandError as error:
                self._on_event({"event": "failed", "problems": error.problems})
            finally:
                serving.end()


__all__ = ["Version", "Versions"]
