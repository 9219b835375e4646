"""An application of Flask as a plugin."""

from __future__ import annotations

import queue
from typing import Any, Iterator

from flask import Flask, Response, redirect, request, url_for

from mattermost_plugin import Plugin, wsgi

app = Flask("web")
steps: queue.Queue[str] = queue.Queue()


@app.post("/echo")
def echo() -> Response:
    # Kept, as the request's context is gone when the answer is sent.
    stream = request.stream
    return Response(iter(lambda: stream.read(65536), b""))


@app.get("/told")
def told() -> Any:
    return {
        "url": request.path,
        "query": request.query_string.decode(),
        "link": url_for("echo", _external=True),
        "user": request.headers.get("Mattermost-User-Id"),
    }


@app.get("/events")
def events() -> Response:
    """Send an event for each step, as it is taken."""

    def stream() -> Iterator[str]:
        yield "data: begin\n\n"
        while True:
            yield f"data: {steps.get()}\n\n"

    return Response(stream(), mimetype="text/event-stream")


@app.post("/step")
def step() -> Any:
    steps.put(request.get_data(as_text=True))
    return "", 204


@app.get("/away")
def away() -> Any:
    return redirect(url_for("told"))


class Web(Plugin):
    web = wsgi.mount(app)


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(Web)
