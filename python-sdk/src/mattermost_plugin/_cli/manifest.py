"""The rules of a manifest, key by key: those of the server, in the same order and words.

`bundles/runtime` has them in Java (`ManifestRules`); one table of manifests is read by the tests of
both, so that neither can change alone.
"""

from __future__ import annotations

import platform
import re
import urllib.parse
from pathlib import Path
from typing import Any, Dict, List, NamedTuple, Sequence

from mattermost_plugin._cli.errors import CommandError
from mattermost_plugin._cli.findings import Findings
from mattermost_plugin._cli.manifest_parsing import manifest_file, parse
from mattermost_plugin._cli.manifest_section import Section

_ID = re.compile(r"[a-zA-Z0-9\-_.]{3,190}")
# As semver.org has it.
_SEMANTIC_VERSION = re.compile(
    r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)"
    r"(-(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)"
    r"(\.(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?"
    r"(\+[0-9a-zA-Z-]+(\.[0-9a-zA-Z-]+)*)?"
)
_WINDOWS_ROOT = re.compile(r"[a-zA-Z]:.*")
_PLATFORM = re.compile(r"[a-z0-9]+-[a-z0-9]+")
_URL = re.compile(r"[!#-;=?-\[\]_a-z~A-Z%]+")

_LONGEST_VERSION = 100
_LONGEST_NAME = 200
_LONGEST_DESCRIPTION = 4000
_LONGEST_URL = 2000

_TYPES = (
    "bool",
    "dropdown",
    "generated",
    "radio",
    "text",
    "longtext",
    "number",
    "username",
    "custom",
)
_WITH_OPTIONS = ("dropdown", "radio")
_WITHOUT_PLACEHOLDER = ("bool", "dropdown", "radio")
_DEPENDENCY_MODES = ("system", "venv", "bundled")
_HOSTINGS = ("cloud", "on-prem")

_ARCHITECTURES = {"x86_64": "amd64", "AMD64": "amd64", "aarch64": "arm64"}


class Manifest(NamedTuple):
    """A manifest that follows all rules.

    Attributes:
        file: where it is.
        content: what it says.
        warnings: what does no harm, but is probably a mistake.
    """

    file: Path
    content: Dict[str, Any]
    warnings: List[str]

    @property
    def id(self) -> str:
        """The plugin's identifier."""
        return str(self.content["id"]).lower()

    @property
    def version(self) -> str:
        """The plugin's version; 0.0.0 where it says none."""
        return str(self.content.get("version") or "0.0.0")

    @property
    def executable(self) -> str:
        """What is started on a machine like this one; empty where nothing is."""
        server = self.content.get("server") or {}
        machine = platform.machine()
        key = f"{platform.system().lower()}-{_ARCHITECTURES.get(machine, machine)}"
        return str((server.get("executables") or {}).get(key) or server.get("executable") or "")

    @property
    def is_python(self) -> bool:
        """Whether a server starts it with Python."""
        server = self.content.get("server") or {}
        return server.get("runtime") == "python" or self.executable.lower().endswith(".py")

    @property
    def settings(self) -> List[Dict[str, Any]]:
        """What an administrator can set."""
        schema = self.content.get("settings_schema") or {}
        return list(schema.get("settings") or [])


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest in a folder; raise `CommandError` where it breaks a rule."""
    file = manifest_file(folder)
    content = parse(file)
    findings = Findings(file.name)
    section = Section(content, "", findings, file.suffix != ".json")
    _Rules(findings).check(section)
    section.check_all()
    if findings.problems:
        raise CommandError.of(findings.problems)
    return Manifest(file, content, findings.warnings)


class _Rules:
    def __init__(self, findings: Findings) -> None:
        self._findings = findings

    def check(self, section: Section) -> None:
        server = section.section("server")
        _check_id(section)
        if not _bounded(section, "name", _LONGEST_NAME).strip():
            section.problem("name", "required, and must not be blank")
        _bounded(section, "description", _LONGEST_DESCRIPTION)
        for key in ("homepage_url", "support_url", "release_notes_url"):
            _check_url(section, key)
        _path(section, "icon_path")
        _check_version(section, "version")
        _check_version(section, "min_server_version")
        if server is not None:
            self._check_server(server)
        webapp = section.section("webapp")
        if webapp is not None:
            self._check_webapp(webapp)
        schema = section.section("settings_schema")
        if schema is not None:
            self._check_settings(schema)
        section.check_object("props")
        if section.has("required_configuration"):
            self._findings.warning("required_configuration", "deprecated and ignored")
        if server is None and webapp is None:
            self._findings.warning(
                "server", "neither server nor webapp is there, so that nothing can be started"
            )
        section.warn_about_the_rest()

    def _check_server(self, section: Section) -> None:
        runtime = section.text("runtime")
        if runtime not in ("", "go", "python"):
            section.problem("runtime", f'must be "go" or "python", not "{runtime}"')
        executables: Dict[str, str] = {}
        by_platform = section.section("executables")
        if by_platform is not None:
            executables = self._executables(by_platform)
        executable = _path(section, "executable")
        if runtime == "python" and not executable and not executables:
            section.problem("executable", "required for a Python plugin: the script to run")
        section.text("python_version")
        python = section.section("python")
        if python is not None:
            _constant(python, "dependency_mode", "dependency mode", _DEPENDENCY_MODES)
            _path(python, "venv_path")
            _path(python, "requirements_path")
            python.warn_about_the_rest()
        section.check_integer("priority")
        limits = section.section("limits")
        if limits is not None:
            for key in ("memory_megabytes", "tasks", "descriptors"):
                limits.check_natural(key)
            limits.warn_about_the_rest()
        section.truth("network")
        section.warn_about_the_rest()

    def _executables(self, section: Section) -> Dict[str, str]:
        paths = section.texts()
        for platform_name, path in paths.items():
            if not _PLATFORM.fullmatch(platform_name):
                self._findings.warning(
                    section.at(platform_name), "no machine has that name; it is like linux-amd64"
                )
            _check_path(section, platform_name, path)
        return paths

    def _check_webapp(self, section: Section) -> None:
        if not _path(section, "bundle_path"):
            self._findings.warning(
                section.at("bundle_path"), "missing, so that nothing reaches the browser"
            )
        section.warn_about_the_rest()

    def _check_settings(self, section: Section) -> None:
        for setting in section.sections("settings"):
            _check_setting(setting)
        section.text("header")
        section.text("footer")
        section.warn_about_the_rest()


def _check_setting(section: Section) -> None:
    kind = _constant(section, "type", "setting type", _TYPES)
    if not section.has("type"):
        section.problem("type", "required: one of " + ", ".join(_TYPES))
    if section.text("regenerate_help_text") and kind and kind != "generated":
        section.problem("regenerate_help_text", "only for settings of type generated")
    if section.text("placeholder") and kind in _WITHOUT_PLACEHOLDER:
        section.problem("placeholder", f"not for settings of type {kind}")
    options = section.sections("options")
    for option in options:
        _check_option(option)
    if options and kind and kind not in _WITH_OPTIONS:
        section.problem("options", "only for settings of type radio or dropdown")
    if section.truth("secret") and (kind == "bool" or kind in _WITH_OPTIONS):
        section.problem("secret", f"not for settings of type {kind}")
    for key in ("key", "display_name", "help_text"):
        section.text(key)
    section.json("default")
    _constant(section, "hosting", "hosting", _HOSTINGS)
    section.warn_about_the_rest()


def _check_option(section: Section) -> None:
    texts = {key: section.text(key) for key in ("display_name", "value")}
    for key, text in texts.items():
        if not text:
            section.problem(key, "must not be empty")
    section.warn_about_the_rest()


def _check_id(section: Section) -> None:
    identifier = section.text("id")
    if not identifier:
        section.problem("id", "required")
    elif not _ID.fullmatch(identifier):
        section.problem(
            "id",
            f'must be 3 to 190 letters, digits, hyphens, underscores and dots, not "{identifier}"',
        )


def _bounded(section: Section, key: str, most: int) -> str:
    text = section.text(key)
    if len(text) > most:
        section.problem(key, f"must have at most {most} characters, not {len(text)}")
        return text[:most]
    return text


def _check_url(section: Section, key: str) -> None:
    url = _bounded(section, key, _LONGEST_URL)
    if url and not _is_http_url(url):
        section.problem(key, f'must be an http or https URL, not "{url}"')


def _is_http_url(text: str) -> bool:
    try:
        parts = urllib.parse.urlsplit(text)
        return (
            parts.scheme.lower() in ("http", "https")
            and bool(parts.hostname)
            and _URL.fullmatch(text) is not None
        )
    except ValueError:
        return False


def _check_version(section: Section, key: str) -> None:
    version = _bounded(section, key, _LONGEST_VERSION)
    if version and not _SEMANTIC_VERSION.fullmatch(version):
        section.problem(key, f'must be a semantic version such as 1.2.3, not "{version}"')


def _path(section: Section, key: str) -> str:
    path = section.text(key)
    _check_path(section, key, path)
    return path


def _check_path(section: Section, key: str, path: str) -> None:
    absolute = path.startswith(("/", "\\")) or _WINDOWS_ROOT.fullmatch(path) is not None
    if absolute or "\0" in path or ".." in re.split(r"[/\\]", path):
        section.problem(key, f'must be a path inside the plugin\'s folder, not "{path}"')


def _constant(section: Section, key: str, what: str, names: Sequence[str]) -> str:
    text = section.text(key)
    if text in names:
        return text
    if text:
        section.problem(key, f"invalid {what}: {text}; it must be one of {', '.join(names)}")
    return ""


__all__ = ["Manifest", "read_manifest"]
