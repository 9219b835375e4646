"""The process of a plugin on the bench: python -m mattermost_plugin._cli.worker."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import queue
import sys
import threading
import warnings
from multiprocessing.connection import Client
from pathlib import Path
from typing import Any, Dict, Optional

from mattermost_plugin._cli.bench import arguments_json, call_hook, json_value, new_harness
from mattermost_plugin._cli.bench_host import BenchApi
from mattermost_plugin._cli.bench_http import HttpServer
from mattermost_plugin._cli.breakpoints import Breakpoints
from mattermost_plugin._cli.errors import CommandError
from mattermost_plugin._cli.loading import failure_text, load_plugin_class
from mattermost_plugin._cli.worker_messages import Message, Wire
from mattermost_plugin.testing import HookFailedError, PluginHarness

#: By this a worker finds the bench.
BENCH_VARIABLE = "MATTERMOST_PLUGIN_BENCH"


class _LastError(logging.Handler):
    """Keeps the last exception that was logged: the answer of a hook tells it without its line."""

    error: Optional[BaseException] = None

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info and record.exc_info[1] is not None:
            self.error = record.exc_info[1]


# What a plugin only reads is not shown.
_QUIET = ("get_", "kv_", "load_", "search", "has_", "log_", "is_")


class Worker:
    """One version of a plugin, in the testing kit's harness, for as long as the bench wants it."""

    def __init__(self, order: Message, wire: Wire) -> None:
        self._folder = Path(order["folder"])
        self._script = Path(order["script"])
        self._plugin_id = str(order["id"])
        self._settings = order["settings"]
        self._debugging = bool(order["debug"])
        self._wire = wire
        self._lines: queue.Queue[str] = queue.Queue()
        self._breakpoints = Breakpoints(self._debugging, wire.send, self._lines)
        self._harness: Optional[PluginHarness[Any]] = None
        self._http: Optional[HttpServer] = None
        self._last = _LastError()
        logging.getLogger().addHandler(self._last)

    async def run(self) -> None:
        """Load the plugin, and do what the bench says until it is gone."""
        self._breakpoints.install()
        api = BenchApi(self._settings, self._show)
        try:
            plugin_class = load_plugin_class(self._folder, self._script)
            self._harness = new_harness(
                plugin_class, self._folder, self._plugin_id, api, limited=not self._debugging
            )
        except CommandError as error:
            return self._wire.send(event="not loaded", problems=error.problems)
        except Exception as error:
            problems = [failure_text(error, self._folder)]
            return self._wire.send(event="not loaded", problems=problems)
        self._http = HttpServer(self._harness, self._plugin_id, asyncio.get_running_loop())
        self._wire.send(
            event="loaded",
            plugin_class=plugin_class.__name__,
            hooks=plugin_class.implemented_hooks(),
            port=self._http.port,
        )
        await self._serve()

    async def _serve(self) -> None:
        loop = asyncio.get_running_loop()
        ended = asyncio.Event()
        tasks = set()

        def begin(message: Message) -> None:
            task = loop.create_task(self._answer(message))
            tasks.add(task)
            task.add_done_callback(tasks.discard)

        def listen() -> None:
            # Lines for a debugger come while it holds the event loop.
            try:
                while True:
                    message = self._wire.receive()
                    if message["do"] == "end":
                        raise EOFError
                    if message["do"] == "line":
                        self._lines.put(message["line"])
                    else:
                        loop.call_soon_threadsafe(begin, message)
            except (EOFError, OSError):
                loop.call_soon_threadsafe(ended.set)
                # A handler that hangs, or stands at a breakpoint, is not waited for.
                self._lines.put("quit\n")
                threading.Timer(1.0, os._exit, (0,)).start()

        threading.Thread(target=listen, daemon=True).start()
        await ended.wait()

    async def _answer(self, message: Message) -> None:
        answer: Dict[str, Any] = {"id": message["id"]}
        self._last.error = None
        try:
            answer["value"] = await self._do(message)
        except HookFailedError as error:
            cause = error.__cause__ or self._last.error
            text = failure_text(cause, self._folder) if cause is not None else str(error)
            answer["problems"] = [f"{error.hook_name}: {text}"]
        except CommandError as error:
            answer["problems"] = error.problems
        except Exception as error:
            answer["problems"] = [failure_text(error, self._folder)]
        self._wire.send(**answer)

    async def _do(self, message: Message) -> Any:
        harness = self._harness
        assert harness is not None
        api = harness.api
        assert isinstance(api, BenchApi)
        if message["do"] == "activate":
            if message["kept"]:
                api.take(message["kept"])
            await harness.aactivate()
            return None
        if message["do"] == "deactivate":
            await harness.adeactivate()
            return api.export()
        if message["do"] == "post":
            return json_value(api.post(message["post"]))
        if message["do"] == "listen":
            return self._breakpoints.listen(message["port"])
        return await call_hook(harness, message["hook"], message["arguments"])

    def _show(self, method: str, arguments: Dict[str, Any]) -> None:
        if not method.startswith(_QUIET):
            self._wire.send(event="api", method=method, arguments=arguments_json(arguments))


def main() -> None:
    """Do what the bench says."""
    bench = json.loads(os.environ.pop(BENCH_VARIABLE))
    wire = Wire(Client(bench["address"], authkey=bytes.fromhex(bench["key"])))
    try:
        # All that takes time is imported by now.
        order = wire.receive()
    except (EOFError, OSError):
        return
    if order.get("do") == "end":
        return
    # As a server starts it: in its folder, with that of the script before all others.
    sys.path[:] = [path for path in sys.path if path not in ("", os.sep)]
    os.chdir(order["folder"])
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    logging.captureWarnings(True)
    warnings.simplefilter("default")
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    asyncio.run(Worker(order, wire).run())
    os._exit(0)


if __name__ == "__main__":
    main()
