"""Takes too much of whatever the path of a request names."""

import os
import threading
import time
from typing import Any, List

from mattermost_plugin import HookName, Plugin, hook
from mattermost_plugin.servicers.http import HTTPRequest, HTTPResponseWriter

kept: List[Any] = []


class Tested(Plugin):
    @hook(HookName.ServeHTTP)
    def serve(self, context: Any, writer: HTTPResponseWriter, request: HTTPRequest) -> None:
        what = request.path.strip("/")
        if what == "memory":
            kept.append(b"x" * (400 << 20))
        elif what == "threads":
            for _ in range(100):
                threading.Thread(target=time.sleep, args=(3600,), daemon=True).start()
        elif what == "log":
            end = time.monotonic() + float(request.query["seconds"][0])
            while time.monotonic() < end:
                self.api.log_error("x" * 1000)
        else:
            writer.write(str(descriptors()))


def descriptors() -> int:
    opened: List[int] = []
    try:
        while len(opened) < 100_000:
            opened.append(os.open("/dev/null", os.O_RDONLY))
    except OSError:
        pass
    for file in opened:
        os.close(file)
    return len(opened)
