"""Starts processes that would outlive it, each in another way, and tells their numbers."""

import json
import os
import signal
import subprocess
import time
from typing import Any

from mattermost_plugin import HookName, Plugin, hook
from mattermost_plugin.servicers.http import HTTPRequest, HTTPResponseWriter

DEAF = "trap '' TERM HUP INT; sleep 86400 & wait"


class Tested(Plugin):
    @hook(HookName.ServeHTTP)
    def serve(self, context: Any, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        started = [
            subprocess.Popen(["sleep", "86400"]).pid,
            subprocess.Popen(["/bin/sh", "-c", DEAF], start_new_session=True).pid,
            subprocess.Popen(["/bin/sh", "-c", "(setsid sleep 86400 &) ; sleep 86400"]).pid,
            forked(),
        ]
        writer.write(json.dumps(started))


def forked() -> int:
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        os.setsid()
        while True:
            time.sleep(3600)
    return child
