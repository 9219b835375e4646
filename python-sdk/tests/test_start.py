"""What a plugin's process imports before it is called."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import List, Set

import pytest

from mattermost_plugin.server import MAGIC_COOKIE_KEY, MAGIC_COOKIE_VALUE

SOURCES = Path(__file__).parent.parent / "src"


def modules_after(source: str, *arguments: str) -> Set[str]:
    """Return the names of the modules that a new interpreter has after running `source`."""
    program = f"{source}\nimport sys\nprint(*sys.modules, sep='\\n')"
    done = run([*arguments, "-c", program])
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def run(arguments: List[str], **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "PYTHONPATH": str(SOURCES), **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )


def every_module() -> List[str]:
    names = []
    for file in sorted((SOURCES / "mattermost_plugin").rglob("*.py")):
        name = ".".join(file.relative_to(SOURCES).with_suffix("").parts)
        # The command line is not for plugins.
        for_plugins = "._cli" not in name and "__main__" not in name
        if for_plugins and not name.endswith("_pb2_grpc"):
            names.append(name.replace(".__init__", ""))
    return names


def test_no_module_of_the_sdk_imports_grpc() -> None:
    imports = "".join(f"import {name}\n" for name in every_module())

    assert "grpc" not in modules_after(imports)


def test_messages_that_a_plugin_does_not_touch_are_not_imported() -> None:
    modules = modules_after(
        "from mattermost_plugin import HookName, Plugin, hook\n"
        "from mattermost_plugin.models import Post\n"
        "import mattermost_plugin.server\n"
        "class Moderator(Plugin):\n"
        "    @hook(HookName.MessageWillBePosted)\n"
        "    def look(self, context, post: Post): ...\n"
    )

    package = "mattermost_plugin.grpc."
    messages = {name[len(package) :] for name in modules if name.startswith(package)}
    assert messages == {"post_pb2", "file_pb2", "user_pb2"}


def test_a_servicer_does_without_what_http_and_uploads_take() -> None:
    modules = modules_after(
        "import mattermost_plugin.servicers.hooks_servicer as hooks\n"
        "from mattermost_plugin.grpc import hooks_message_pb2\n"
    )

    assert not modules & {
        "mattermost_plugin.grpc.api_remaining_pb2",
        "mattermost_plugin.grpc.calls_pb2",
        "mattermost_plugin.grpc.hooks_http_pb2",
        "mattermost_plugin.servicers.http",
        "json",
        "urllib.parse",
    }


@pytest.mark.skipif(sys.platform == "win32", reason="the lane is on unix sockets")
def test_a_plugin_on_the_lane_needs_no_grpc_and_no_messages_but_its_own() -> None:
    # Not in the test's own folder, whose path may be too long for a socket.
    with tempfile.TemporaryDirectory() as folder:
        modules = modules_on_the_lane(folder)

    package = "mattermost_plugin.grpc."
    messages = {name[len(package) :] for name in modules if name.startswith(package)}
    assert messages == {"file_pb2", "lane_pb2", "post_pb2", "user_pb2"}


def modules_on_the_lane(folder: str) -> Set[str]:
    return modules_after(
        "import asyncio, os, sys\n"
        "sys.modules['grpc'] = None\n"
        f"os.environ.update(KRAIT_LANE='1', PLUGIN_UNIX_SOCKET_DIR={folder!r})\n"
        "from mattermost_plugin import HookName, Plugin, RuntimeConfig, hook\n"
        "from mattermost_plugin.models import Post\n"
        "from mattermost_plugin.server import PluginServer\n"
        "class Moderator(Plugin):\n"
        "    @hook(HookName.MessageWillBePosted)\n"
        "    def look(self, context, post: Post): ...\n"
        "async def serve():\n"
        "    server = PluginServer(Moderator(), RuntimeConfig())\n"
        "    await server.start()\n"
        "    assert server.handshake_line.endswith('|lane')\n"
        "    await server.stop()\n"
        "asyncio.run(serve())\n"
    )


def test_what_a_servicer_imports_late_can_be_had_from_its_module() -> None:
    run_or_fail(
        "from mattermost_plugin.servicers import hooks_servicer\n"
        "from mattermost_plugin.servicers.hooks_servicer import *\n"
        "assert HTTPRequest is hooks_servicer.HTTPRequest and FileUpload and HTTPResponseWriter\n"
        "assert not hasattr(hooks_servicer, 'nothing')\n"
    )


def test_messages_that_lie_elsewhere_in_python_are_found_where_the_contract_has_them() -> None:
    run_or_fail(
        "from mattermost_plugin.grpc import api_remaining_pb2, api_remaining_models_pb2\n"
        "assert api_remaining_pb2.PushNotification is api_remaining_models_pb2.PushNotification\n"
    )


def test_every_model_can_be_had_by_its_name_and_by_that_of_its_message() -> None:
    run_or_fail(
        "import mattermost_plugin.models as m\n"
        "from mattermost_plugin._internal.model import registry\n"
        "assert not registry\n"
        "assert registry['Status'] is m.UserStatus\n"
        "assert m.Post is registry['Post']\n"
        "assert 'Channel' not in registry and 'Channel' in dir(m)\n"
        "from mattermost_plugin.models import *\n"
        "assert Channel is registry.complete()['Channel']\n"
    )


def test_a_model_that_was_pickled_when_all_were_in_one_module_can_be_read() -> None:
    run_or_fail(
        "import pickle\n"
        "from mattermost_plugin.models import Post\n"
        "now = pickle.dumps(Post(message='m'), 0)\n"
        "before = now.replace(b'_generated.models.post\\n', b'_generated.models\\n')\n"
        "assert now != before and pickle.loads(before) == pickle.loads(now)\n"
    )


def run_or_fail(source: str) -> None:
    done = run(["-c", source])
    assert done.returncode == 0, done.stderr


def test_what_has_to_be_installed_is_said_where_grpc_is_needed_and_missing(tmp_path: Path) -> None:
    plugin = tmp_path / "plugin.py"
    plugin.write_text(
        "import sys\n"
        "sys.modules['grpc'] = None\n"
        "from mattermost_plugin import Plugin\n"
        "from mattermost_plugin.server import run_plugin\n"
        "run_plugin(Plugin)\n"
    )

    done = run([str(plugin)], **{MAGIC_COOKIE_KEY: MAGIC_COOKIE_VALUE})

    assert done.returncode != 0
    last = done.stderr.splitlines()[-1]
    assert last.startswith("ModuleNotFoundError: No module named 'grpc', ")
    assert last.endswith("install the package grpcio")
