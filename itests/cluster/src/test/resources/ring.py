"""Counts, locks and does a job on several servers at once."""

import json
import os
import time
from datetime import timedelta
from typing import Any

from mattermost_plugin import HookName, Plugin, every, hook
from mattermost_plugin.servicers.http import HTTPRequest, HTTPResponseWriter

VERSION = "1.0.0"


class Tested(Plugin):
    """What each server answers is what all of them have."""

    told = 0
    greeting = ""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.heard: list[str] = []

    @hook(HookName.OnConfigurationChange)
    def changed(self) -> None:
        self.told += 1
        self.greeting = str(self.api.get_plugin_config().get("greeting", ""))

    @hook(HookName.OnInstall)
    def installed(self, context: Any, event: Any) -> None:
        self.kv.update(f"installed:{VERSION}", lambda count: count + 1, default=0)

    @hook(HookName.MessageWillBePosted)
    def moderate(self, context: Any, post: Any) -> Any:
        post.message += f" moderated by {VERSION}"
        return post, ""

    @every(seconds=2)
    def tick(self) -> None:
        now = [os.getpid(), time.time()]
        self.kv.update("ticks", lambda ticks: [*ticks, now], default=[])

    @hook(HookName.ServeHTTP)
    def serve(self, context: Any, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        writer.set_header("Content-Type", "application/json")
        name = request.path.strip("/")
        if name == "state":
            answer: Any = self.state()
        elif name == "add":
            answer = self.add(request.query["operation"][0])
        elif name == "hold":
            answer = self.hold()
        elif name == "tell":
            answer = self.tell(request.query["what"][0])
        elif name == "heard":
            answer = self.heard
        else:
            answer = self.kv.get(name, [])
        writer.write(json.dumps(answer))

    @hook(HookName.OnPluginClusterEvent)
    def hear(self, context: Any, event: Any) -> None:
        self.heard.append(event.id)

    def tell(self, what: str) -> Any:
        self.api.publish_plugin_cluster_event(what, b"")
        return {"told": what}

    def state(self) -> Any:
        return {
            "version": VERSION,
            "greeting": self.greeting,
            "told": self.told,
            "installed": self.kv.get(f"installed:{VERSION}", 0),
        }

    def add(self, operation: str) -> Any:
        self.kv.update("operations", lambda done: [*done, operation], default=[], tries=500)
        return {"done": operation}

    def hold(self) -> Any:
        mutex = self.mutex("ring", ttl=timedelta(seconds=3), fencing=True)
        if not mutex.lock(timeout=20):
            return {"fence": 0}
        try:
            fence = mutex.fence
            fences = self.kv.get("fences", [])
            time.sleep(0.02)
            mutex.check()
            # Whoever was stopped right here has another one's number in the way.
            if fences:
                kept = self.kv.replace("fences", fences, [*fences, fence])
            else:
                kept = self.kv.add("fences", [fence])
            return {"fence": fence if kept else 0}
        finally:
            mutex.unlock()
