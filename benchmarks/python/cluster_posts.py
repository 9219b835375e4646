"""Posts per second that one, two and three servers take together, on one PostgreSQL.

They are servers as anybody starts them, each with the example plugin `moderator`, which is asked
about each post; the load is as many wrk as there are servers, each at one of them. All of it is on
this machine, so what it has of processors is shared by servers, plugins, database and load.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path
from typing import Dict, List, Tuple

from http_peers import PACK, ROOT, Peer, free_port
from soak import MODERATOR, ask

PASSWORD = "Secret-Word-1"
START_SECONDS = 180
CONNECTIONS = 24
CHANNELS = 12
USERS = 12

# As the map of a table in Lua: wrk has one for each of its threads.
SCRIPT = """
local tokens = {%s}
local channels = {%s}
local number = 0
request = function()
  number = number + 1
  wrk.headers["Authorization"] = "Bearer " .. tokens[number %% #tokens + 1]
  wrk.headers["Content-Type"] = "application/json"
  local channel = channels[number %% #channels + 1]
  return wrk.format("POST", "/api/v4/posts", nil, '{"channel_id":"' .. channel ..
    '","message":"a message of some eighty characters as people write them to one another ' ..
    number .. '"}')
end
"""


class Server(Peer):
    """One of several servers on a database."""

    def __init__(self, folder: Path, name: str, database: str, install: List[str]) -> None:
        self.port = free_port()
        self.data = folder / name
        conf = self.data / "conf"
        conf.mkdir(parents=True)
        (conf / "io.krait.host.cfg").write_text(
            f"jdbc.url = {database}\nfile.store = database\ncluster.enabled = true\n"
            f"cluster.node = {name}\nopen.sign.up = true\n"
        )
        command = [str(ROOT / "distribution/target/krait/krait/bin/krait")]
        command += ["--data", str(self.data), "--http-port", str(self.port), "--no-shell"]
        super().__init__(name, [*command, *install], folder / f"{name}.log")


def signed_up(server: Server) -> Tuple[List[str], List[str]]:
    """Sign up some people, who share some channels; return their tokens and the channels."""
    file = server.data / "host/first-administrator-code"
    while not file.exists():
        time.sleep(0.1)
    code = file.read_text().strip()
    tokens: List[str] = []
    for name in (f"user-{number}" for number in range(USERS)):
        user = {"email": f"{name}@example.com", "username": name, "password": PASSWORD}
        ask(server.port, "POST", "/api/v4/users", user, code=code if not tokens else "")
        login = {"login_id": name, "password": PASSWORD}
        status, body, headers = ask(server.port, "POST", "/api/v4/users/login", login)
        if status != 200:
            sys.exit(f"cannot log in: {body.decode()}")
        tokens.append(headers["token"])

    def made(path: str, wanted: Dict[str, str]) -> str:
        status, body, _ = ask(server.port, "POST", f"/api/v4/{path}", wanted, tokens[0])
        if status != 201:
            sys.exit(f"cannot be made: {body.decode()}")
        return str(json.loads(body).get("id", ""))

    team = made("teams", {"name": "team", "display_name": "Team", "type": "O"})
    people = [
        str(json.loads(ask(server.port, "GET", "/api/v4/users/me", token=token)[1])["id"])
        for token in tokens
    ]
    for person in people[1:]:
        made(f"teams/{team}/members", {"team_id": team, "user_id": person})
    channels = []
    for number in range(CHANNELS):
        named = {"team_id": team, "name": f"c-{number}", "display_name": "C", "type": "O"}
        channels.append(made("channels", named))
        for person in people[1:]:
            made(f"channels/{channels[-1]}/members", {"user_id": person})
    return tokens, channels


def await_plugin(servers: List[Server], token: str) -> None:
    """Wait until the plugin runs on each."""
    until = time.monotonic() + START_SECONDS
    for server in servers:
        running = 0
        while running < len(servers):
            if time.monotonic() > until:
                sys.exit("the plugin does not run on all servers")
            time.sleep(0.2)
            body = ask(server.port, "GET", "/api/v4/plugins/statuses", token=token)[1]
            running = sum(
                status["plugin_id"] == MODERATOR and status["state"] == 2
                for status in json.loads(body)
            )


def load(servers: List[Server], script: Path, seconds: int) -> Tuple[float, float]:
    """Post at all servers at once; return posts per second and the longest p99, in ms."""
    each = CONNECTIONS // len(servers)
    runs = [
        subprocess.Popen(
            [
                *("wrk", "-t1", f"-c{each}", f"-d{seconds}s", "--latency", "--timeout", "30s"),
                *("-s", str(script), f"http://127.0.0.1:{server.port}"),
            ],
            stdout=subprocess.PIPE,
            text=True,
        )
        for server in servers
    ]
    rate, slowest = 0.0, 0.0
    for run in runs:
        out, _ = run.communicate()
        if run.returncode or "Non-2xx" in out or "Socket errors" in out:
            sys.exit(f"not all went well:\n{out}")
        rate += float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1))  # type: ignore[union-attr]
        found = re.search(r"99%\s+([\d.]+)(\D+)", out)
        unit = {"us": 1e-3, "ms": 1.0, "s": 1e3}[found.group(2).strip()]  # type: ignore[union-attr]
        slowest = max(slowest, float(found.group(1)) * unit)  # type: ignore[union-attr]
    return rate, slowest


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("postgresql", help="URL of a PostgreSQL in which databases may be made")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=8, help="of each round")
    parser.add_argument("--most", type=int, default=3, help="servers")
    parser.add_argument("--json", type=Path, help="file for the figures")
    options = parser.parse_args()
    results: Dict[str, Dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as name, contextlib.ExitStack() as stack:
        folder = Path(name)
        packed = subprocess.run(
            [sys.executable, *PACK, str(ROOT / "examples/moderator"), "--to", str(folder)],
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()
        base, _, query = options.postgresql.partition("?")
        address = base.removeprefix("jdbc:").rpartition("/")[0]
        made = f"posts_{uuid.uuid4().hex[:8]}"
        subprocess.run(
            ["psql", "-qX", f"{address}/postgres?user=krait", "-c", f"create database {made}"],
            check=True,
        )
        database = f"jdbc:{address}/{made}?{query}"
        servers: List[Server] = []
        tokens: List[str] = []
        script = folder / "posts.lua"
        for count in range(1, options.most + 1):
            install = ["--install", packed] if count == 1 else []
            server = Server(folder, f"node-{count}", database, install)
            stack.callback(server.end)
            servers.append(server)
            if count == 1:
                server.wait_for(server.port, "/api/v4/system/ping")
                tokens, channels = signed_up(server)
                quoted = [",".join(f'"{one}"' for one in some) for some in (tokens, channels)]
                script.write_text(SCRIPT % tuple(quoted))
            await_plugin(servers, tokens[0])
            load(servers, script, 2 * options.seconds)
            rounds = [load(servers, script, options.seconds) for _ in range(options.rounds)]
            rate, slowest = (statistics.median(column) for column in zip(*rounds))
            results[f"{count} nodes"] = {"posts/s": rate, "p99 ms": slowest}
            first = results["1 nodes"]["posts/s"]
            print(
                f"posts, {count} nodes: {rate:.0f}/s, {rate / first:.2f} x one node,"
                f" p99 {slowest:.0f} ms",
                flush=True,
            )
    if options.json:
        options.json.write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
