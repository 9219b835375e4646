"""What authors do with `mattermost-plugin` in a folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Any, List

import pytest
from cli import in_process, mattermost_plugin, write_plugin
from support import child_environment

pytest.importorskip("click")

COUNTING = """
from mattermost_plugin import HookName, Plugin, hook


class Counting(Plugin):
    @hook(HookName.MessageWillBePosted)
    def moderate(self, context, post):
        print("looking")
        count = int(self.api.kv_get("count") or 0) + 1
        self.api.kv_set("count", b"%d" % count)
        return None if post.message == "fine" else f"no, for the {count}. time"


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(Counting)
"""


@pytest.mark.parametrize("template", ["hook", "command", "web", "bot", "job"])
def test_a_new_plugin_passes_all_that_looks_at_it(
    template: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    for needed in ("ruff", "mypy"):
        pytest.importorskip(needed)
    name = "a-name-that-is-not-at-all-short"[:30].rstrip("-")
    made = mattermost_plugin("new", name, "-t", template, "--json", folder=tmp_path).succeeded()
    folder = tmp_path / name
    assert made.json["id"] == f"com.example.{name}"
    assert {".gitignore", "plugin.json", "plugin.py", "pyproject.toml"} <= set(made.json["files"])

    report = mattermost_plugin("validate", "--json", folder=folder).succeeded().json
    assert report["problems"] == report["warnings"] == []
    assert report["plugin_class"] == "".join(word.title() for word in name.split("-"))
    assert report["hooks"]
    passed = in_process("test", folder=folder).succeeded()
    assert " passed" in passed.output
    # What the SDK is found to be is kept from one template to the next.
    cache = tmp_path_factory.getbasetemp() / "mypy"
    for checker in (
        ["ruff", "check", "--no-cache", "."],
        ["ruff", "format", "--check", "--no-cache", "."],
        ["mypy", "--strict", "--cache-dir", str(cache), "."],
    ):
        check([sys.executable, "-m", *checker], folder)


def check(line: List[str], folder: Path) -> None:
    sdk = child_environment()["PYTHONPATH"]
    done = subprocess.run(
        line,
        cwd=folder,
        env=child_environment(MYPYPATH=sdk),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_a_folder_with_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "poll").mkdir()
    (tmp_path / "poll" / "mine.txt").write_text("mine")
    done = mattermost_plugin("new", "poll", folder=tmp_path)
    assert done.code == 1
    assert "poll is there already" in done.errors
    assert [path.name for path in (tmp_path / "poll").iterdir()] == ["mine.txt"]


def test_the_id_can_be_chosen(tmp_path: Path) -> None:
    mattermost_plugin("new", "Lunch Poll", "--id", "org.acme.lunch", folder=tmp_path).succeeded()
    manifest = json.loads((tmp_path / "lunch-poll" / "plugin.json").read_text())
    assert (manifest["id"], manifest["name"]) == ("org.acme.lunch", "Lunch Poll")
    done = mattermost_plugin("new", "../poll", folder=tmp_path)
    assert "is no name of a plugin" in done.errors


@pytest.mark.parametrize("name", ["post", "plugin", "none", "exception"])
def test_a_name_that_means_something_else_is_not_that_of_the_class(
    name: str, tmp_path: Path
) -> None:
    mattermost_plugin("new", name, "-t", "bot", folder=tmp_path).succeeded()
    report = mattermost_plugin("validate", "--json", folder=tmp_path / name).json
    assert (report["problems"], report["plugin_class"]) == ([], f"{name.title()}Plugin")


def problems_of(folder: Path) -> Any:
    return mattermost_plugin("validate", "--json", folder=folder).json["problems"]


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("def f(:\n", "plugin.py:1: SyntaxError: invalid syntax"),
        ("x = 1\n", "plugin.py: ends without run_plugin, so that no server can use it; end it"),
        ("import nowhere\n", "plugin.py:1: ModuleNotFoundError: No module named 'nowhere'"),
        ("def f():\n    raise OSError('no')\n\n\nf()\n", "plugin.py:2: OSError: no"),
        ("import sys\n\nsys.exit(3)\n", "plugin.py:3: SystemExit: 3"),
        (COUNTING.replace("context, post", "post"), "MessageWillBePosted is handled with"),
        (COUNTING.replace("HookName.Mess", '"Nope") #'), ": HookRegistrationError: "),
        (COUNTING.replace("run_plugin(Counting)", "run_plugin(3)"), "plugin.py: run_plugin takes"),
    ],
)
def test_what_keeps_a_plugin_from_running_is_told_with_its_line(
    code: str, problem: str, tmp_path: Path
) -> None:
    (told,) = problems_of(write_plugin(tmp_path, code))
    assert problem in told


@pytest.mark.parametrize("name", ["json.py", "google", "grpc.py", "logging.py"])
def test_a_file_that_hides_a_module_is_named(name: str, tmp_path: Path) -> None:
    write_plugin(tmp_path, COUNTING)
    if name.endswith(".py"):
        (tmp_path / name).write_text("")
    else:
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("")
    (told,) = problems_of(tmp_path)
    assert told.startswith(f"{name}: hides the module {name.split('.')[0]!r}")


@pytest.mark.parametrize(
    ("server", "problem"),
    [
        ({"executable": "main.py"}, "server.executable: main.py is not there"),
        ({"executable": "plugin.py", "python_version": "new"}, '"new" is not a requirement'),
        (
            {"executable": "plugin.py", "python": {"requirements_path": "r.txt"}},
            "server.python.requirements_path: r.txt is not there",
        ),
        ({"executable": "server/plugin"}, "it is not written in Python"),
    ],
)
def test_a_manifest_that_names_what_is_not_there_is_told_so(
    server: Any, problem: str, tmp_path: Path
) -> None:
    write_plugin(tmp_path, COUNTING)
    manifest = {"id": "com.example.tried", "name": "Tried", "server": server}
    (tmp_path / "plugin.json").write_text(json.dumps(manifest))
    (told,) = problems_of(tmp_path)
    assert problem in told


def test_what_is_probably_a_mistake_is_told_with_its_line(tmp_path: Path) -> None:
    code = COUNTING.replace(
        "    @hook(HookName.MessageWillBePosted)\n    def moderate",
        "    def MessageWillBePosted",
    )
    done = mattermost_plugin("validate", folder=write_plugin(tmp_path, code)).succeeded()
    assert "warning: plugin.py:5: " in done.errors
    assert "without @hook the host never calls it" in done.errors
    assert "Counting handles no hook" in done.errors


def test_an_archive_has_what_a_server_needs_and_nothing_else(tmp_path: Path) -> None:
    folder = write_plugin(tmp_path / "tried", COUNTING)
    (folder / "test_plugin.py").write_text("")
    (folder / ".env").write_text("SECRET=1")
    (folder / "public").mkdir()
    (folder / "public" / "page.html").write_text("<p>")
    (folder / "venv").mkdir()
    (folder / "run.sh").write_text("exit\n")
    (folder / "run.sh").chmod(0o755)
    done = mattermost_plugin("pack", folder=folder).succeeded()
    archive = folder / done.output.strip()
    assert archive == folder / "dist" / "com.example.tried-1.0.0.tar.gz"
    with tarfile.open(archive) as tar:
        modes = {entry.name: entry.mode for entry in tar.getmembers()}
    assert modes == {
        "plugin.json": 0o644,
        "plugin.py": 0o644,
        "public": 0o755,
        "public/page.html": 0o644,
        "run.sh": 0o755,
    }


def test_the_same_files_make_the_same_archive(tmp_path: Path) -> None:
    archives: List[bytes] = []
    for name in ("one", "two"):
        folder = write_plugin(tmp_path / name, COUNTING)
        (folder / "plugin.py").chmod(0o600 if name == "one" else 0o664)
        os.utime(folder / "plugin.py", (len(archives), len(archives)))
        target = str(tmp_path / f"to-{name}")
        done = mattermost_plugin("pack", str(folder), "--to", target, folder=tmp_path).succeeded()
        archives.append(Path(done.output.strip()).read_bytes())
    assert archives[0] == archives[1]


def test_what_cannot_run_is_not_packed_unless_asked_for(tmp_path: Path) -> None:
    folder = write_plugin(tmp_path, "def f(:\n")
    done = mattermost_plugin("pack", folder=folder)
    assert (done.code, done.output) == (1, "")
    assert "plugin.py:1: SyntaxError" in done.errors
    assert not (folder / "dist").exists()
    mattermost_plugin("pack", "--unchecked", folder=folder).succeeded()


def test_a_hook_is_called_without_a_server(tmp_path: Path) -> None:
    folder = write_plugin(tmp_path, COUNTING)
    done = in_process(
        "call", "MessageWillBePosted", '{"message": "spam"}', "--json", folder=folder
    ).succeeded()
    assert done.json["answer"] == {"rejection_reason": "no, for the 1. time"}
    assert done.json["calls"][-1] == {
        "method": "kv_set",
        "arguments": {"key": "count", "value": "1"},
    }
    assert done.errors == "looking\n"
    by_name = in_process(
        "call", "MessageWillBePosted", '{"post": {"message": "fine"}}', "--json", folder=folder
    ).succeeded()
    assert by_name.json["answer"] == {}


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["Nope"], "there is no hook 'Nope'"),
        (["OnInstall"], "Counting does not handle OnInstall; it handles MessageWillBePosted"),
        (["MessageWillBePosted", "{"], "'{' is not JSON"),
        (["MessageWillBePosted", '{"nope": 1}'], "MessageWillBePosted: "),
        (["MessageWillBePosted"], "takes a JSON object with post"),
        (["MessageWillBePosted", "{}", "--setting", "A=1"], "A is no setting of com.example"),
    ],
)
def test_a_call_that_cannot_be_is_explained(
    arguments: List[str], problem: str, tmp_path: Path
) -> None:
    done = mattermost_plugin("call", *arguments, folder=write_plugin(tmp_path, COUNTING))
    assert done.code == 1
    assert problem in done.errors


def test_a_handler_that_raises_is_told_with_its_line(tmp_path: Path) -> None:
    code = COUNTING.replace('print("looking")', "raise OSError(5)")
    done = in_process(
        "call", "MessageWillBePosted", "{}", "--json", folder=write_plugin(tmp_path, code)
    )
    assert done.json == {"ok": False, "problems": ["plugin.py:8: OSError: 5"]}


def test_failing_tests_are_told_to_scripts(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text("def test_it():\n    assert False\n")
    done = in_process("test", "--json", folder=tmp_path)
    assert (done.code, done.json["ok"], done.json["code"]) == (1, False, 1)
    assert "1 failed" in done.json["output"]


@pytest.mark.parametrize(
    ("name", "what"), [("json.py", "Python's own library has"), ("pytest.py", "this command runs")]
)
def test_a_file_that_keeps_tests_from_running_is_named(
    name: str, what: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_text("")
    done = mattermost_plugin("test", "--json", folder=tmp_path)
    assert done.code == 1
    assert done.json["problems"] == [
        f"{name}: hides the module {name[:-3]!r} that {what}; give it another name"
    ]


def test_scripts_are_told_as_json_of_what_is_missing_in_a_call(tmp_path: Path) -> None:
    done = mattermost_plugin("new", "--json", folder=tmp_path)
    assert (done.code, done.json["problems"]) == (2, ["Missing argument 'NAME'."])


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_name_that_is_no_utf8_is_refused(tmp_path: Path) -> None:
    write_plugin(tmp_path, COUNTING)
    with open(os.path.join(os.fsencode(tmp_path), b"caf\xe9.py"), "w"):
        pass
    assert problems_of(tmp_path) == ["caf\\xe9.py: the name is not UTF-8; rename the file"]


def test_examples_in_the_help_have_lines_of_their_own(tmp_path: Path) -> None:
    told = mattermost_plugin("completion", "--help", folder=tmp_path).succeeded().output
    starts = [line.split(":")[0].strip() for line in told.splitlines()]
    assert [start for start in starts if start in ("bash", "zsh", "fish")] == [
        "bash",
        "zsh",
        "fish",
    ]
    told = mattermost_plugin("call", "--help", folder=tmp_path).succeeded().output
    assert '  mattermost-plugin call ServeHTTP \'{"url": "/api/votes"}\'\n' in told


def test_without_its_packages_the_command_says_what_to_install(tmp_path: Path) -> None:
    hiding = (
        "import sys; sys.modules['click'] = None; import mattermost_plugin.__main__ as m; m.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", hiding],
        cwd=tmp_path,
        env=child_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "python -m pip install 'mattermost-plugin-sdk[cli]'" in done.stderr


def test_a_call_finds_a_chat_server_and_is_told_what_it_lacks(tmp_path: Path) -> None:
    folder = write_plugin(
        tmp_path,
        """
from mattermost_plugin import HookName, Plugin, hook


class Asking(Plugin):
    @hook(HookName.MessageHasBeenPosted)
    def ask(self, context, post):
        user = self.api.get_user(post.user_id)
        channel = self.api.get_channel(post.channel_id)
        self.api.publish_web_socket_event("seen", {}, {"channel_id": channel.id})
        if post.message == "all":
            self.api.get_config()
        self.api.create_post(
            {
                "user_id": user.id,
                "channel_id": channel.id,
                "message": self.api.get_team(channel.team_id).display_name,
            }
        )


if __name__ == "__main__":
    from mattermost_plugin.server import run_plugin

    run_plugin(Asking)
""",
    )
    arguments = ["call", "MessageHasBeenPosted", "--json"]
    done = in_process(*arguments, '{"message": "hi"}', folder=folder).succeeded()
    assert done.json["calls"][-1]["arguments"]["post"]["message"] == "Team"
    refused = mattermost_plugin(*arguments, '{"message": "all"}', folder=folder)
    (problem,) = refused.json["problems"]
    assert "the chat server of this command has no GetConfig" in problem
    assert "mattermost-plugin run --server URL" in problem


def test_a_module_of_the_author_does_not_hide_those_of_the_command(tmp_path: Path) -> None:
    folder = write_plugin(tmp_path, COUNTING)
    for name in ("json.py", "logging.py"):
        (folder / name).write_text("raise ImportError('not this one')\n")
    done = in_process("validate", "--json", folder=folder)
    assert done.code == 1, done.errors
    assert any("json.py" in problem for problem in done.json["problems"]), done.json
