"""tools/release makes a whole release, and makes the same one again elsewhere."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, Iterator, List, Mapping
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[2]
VERSION = "9.9.0"
SIGNER = "nobody@example.com"
HOME = "https://example.com/krait"
# They say when they were written, and what is in them.
OF_THEIR_TIME = re.compile(r"maven-metadata\.xml.*|SHA256SUMS|.*\.asc")
# Where a build is made, which nothing of it may tell.
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"}
ELSEWHERE_JAVA = "-Duser.language=tr -Duser.country=TR -Duser.name=somebody"


@dataclass(frozen=True)
class Release:
    """What tools/release has made, and the clone that it was called in."""

    sources: Path
    artefacts: Path

    def git(self, *command: str) -> str:
        return git(self.sources, *command)


def git(folder: Path, *command: str) -> str:
    return subprocess.run(
        ("git", *command), cwd=folder, check=True, capture_output=True, text=True
    ).stdout


def clone(folder: Path, of: Path = ROOT) -> Path:
    """A clone of what is committed there, without the tags: one may be of this very release."""
    git(of, "clone", "-q", "--no-tags", str(of), str(folder))
    git(folder, "checkout", "-q", "-B", "main")
    git(folder, "config", "user.name", "Nobody")
    git(folder, "config", "user.email", "nobody@example.com")
    return folder


def release(
    sources: Path,
    artefacts: Path,
    umask: int,
    environment: Mapping[str, str],
    *signed: str,
) -> Release:
    subprocess.run(
        (
            *("tools/release", VERSION, "--without-tests"),
            *("--to", str(artefacts), "--home", HOME),
            *signed,
        ),
        cwd=sources,
        check=True,
        env={**os.environ, "KRAIT_PYTHON": sys.executable, **environment},
        preexec_fn=lambda: os.umask(umask),
    )
    return Release(sources, artefacts)


@pytest.fixture(scope="module")
def keys() -> Iterator[Mapping[str, str]]:
    """The environment of a GnuPG with one secret key, which is nobody's."""
    # Its agent listens on a socket in there, whose path must be short.
    folder = tempfile.mkdtemp(prefix="gpg")
    environment = {"GNUPGHOME": folder}
    gpg(
        environment,
        "--passphrase",
        "",
        "--quick-gen-key",
        SIGNER,
        "ed25519",
        "sign",
        "never",
    )
    yield environment
    subprocess.run(("gpgconf", "--kill", "all"), env={**os.environ, **environment}, check=True)
    shutil.rmtree(folder)


def gpg(environment: Mapping[str, str], *arguments: str) -> None:
    subprocess.run(
        ("gpg", "--batch", "--quiet", *arguments),
        env={**os.environ, **environment},
        check=True,
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, keys: Mapping[str, str]) -> Iterator[Release]:
    folder = tmp_path_factory.mktemp("release")
    yield release(clone(folder / "krait"), folder / "made", 0o022, keys, "--sign", SIGNER)
    shutil.rmtree(folder)


def files_of(folder: Path) -> Dict[str, str]:
    """What is compared: the digest of each file, by its path."""
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and not OF_THEIR_TIME.fullmatch(file.name)
    }


def entries_of(archive: Path) -> Dict[str, str]:
    """What is in an archive, as text that tells a difference; nothing of another file."""
    if zipfile.is_zipfile(archive):
        with zipfile.ZipFile(archive) as opened:
            return {
                entry.filename: f"{entry.CRC} {entry.date_time} {entry.external_attr:o}"
                for entry in opened.infolist()
            }
    if tarfile.is_tarfile(archive):
        with tarfile.open(archive) as tar:
            return {
                member.name: f"{member.size} {member.mtime} {member.mode:o} {member.uname}"
                for member in tar.getmembers()
            }
    return {}


def differences(one: Path, other: Path) -> List[str]:
    """What differs between two folders, and where, in archives."""
    here, there = files_of(one), files_of(other)
    found = [f"only one has {name}" for name in sorted(here.keys() ^ there.keys())]
    for name in sorted(here.keys() & there.keys()):
        if here[name] != there[name] and not re.search(r"\.(md5|sha\d+)$", name):
            inside, beside = entries_of(one / name), entries_of(other / name)
            entries = sorted(inside.items() ^ beside.items())[:10]
            found.append(f"{name}: {entries or 'the order or the form of its entries'}")
    return found


def test_all_that_is_released_is_there(made: Release) -> None:
    names = {file.name for file in made.artefacts.iterdir()}
    assert {
        "maven",
        "SHA256SUMS",
        f"krait-{VERSION}.zip",
        f"krait-karaf-{VERSION}.kar",
        f"krait-repository-{VERSION}.zip",
        f"krait-{VERSION}-sbom.json",
        f"mattermost_plugin_sdk-{VERSION}-py3-none-any.whl",
        f"mattermost_plugin_sdk-{VERSION}.tar.gz",
    } <= names
    api = made.artefacts / "maven/io/krait/io.krait.api" / VERSION
    for name in (".pom", ".jar", "-sources.jar", "-javadoc.jar"):
        assert (api / f"io.krait.api-{VERSION}{name}.sha1").is_file()


def test_the_central_repository_would_take_it(made: Release) -> None:
    poms = list((made.artefacts / "maven").rglob("*.pom"))
    assert len(poms) > 20
    assert {problem for pom in poms for problem in lacks(pom)} == set()


def lacks(pom: Path) -> Iterator[str]:
    """What that repository demands beside and inside of a POM, and is not there."""
    project = ElementTree.parse(pom).getroot()
    inside = {element.tag.rpartition("}")[2]: element for element in project}
    for name in ("name", "description", "url", "licenses", "developers", "scm"):
        if name not in inside:
            yield f"{pom.name} has no {name}"
    if "parent" in inside:
        yield f"{pom.name} has a parent"
    text = re.sub(r"\$\{krait\.home\}", HOME, pom.read_text())
    if ".invalid" in text or HOME not in text:
        yield f"{pom.name} does not name the sources"
    if pom.with_suffix(".jar").is_file():
        for kind in ("sources", "javadoc"):
            if not pom.with_name(f"{pom.stem}-{kind}.jar").is_file():
                yield f"{pom.stem} has no {kind}"


def test_each_file_is_signed(made: Release, keys: Mapping[str, str]) -> None:
    signed = [name for name in files_of(made.artefacts) if not re.search(r"\.(md5|sha\d+)$", name)]
    for name in (*signed, "SHA256SUMS"):
        gpg(keys, "--verify", str(made.artefacts / f"{name}.asc"), str(made.artefacts / name))


def test_the_bill_of_materials_names_what_the_repository_has(made: Release) -> None:
    maven = made.artefacts / "maven/io/krait"
    bill = (maven / f"krait-bom/{VERSION}/krait-bom-{VERSION}.pom").read_text()
    bundles = re.findall(r"<artifactId>(io\.krait\.\w+)</artifactId>", bill)
    assert len(bundles) > 10
    assert [name for name in bundles if not (maven / name / VERSION).is_dir()] == []


def test_the_features_for_karaf_name_bundles_that_the_repository_has(
    made: Release,
) -> None:
    maven = made.artefacts / "maven/io/krait"
    file = maven / f"krait-karaf/{VERSION}/krait-karaf-{VERSION}-features.xml"
    named = re.findall(r"mvn:io\.krait/([\w.]+)/([\w.]+)<", file.read_text())
    assert len(named) > 10
    missing = [
        name
        for name, version in named
        if not (maven / name / version / f"{name}-{version}.jar").is_file()
    ]
    assert missing == []


def test_what_only_builds_and_tests_need_is_not_released(made: Release) -> None:
    released = {folder.name for folder in (made.artefacts / "maven/io/krait").iterdir()}
    only_build = "tests|codegen|messages|doctor|bench|parent|krait-bundles|libraries|tools"
    assert not {name for name in released if re.search(only_build, name)}
    assert list((made.artefacts / "maven").rglob("*-tests.jar*")) == []


def test_the_checksums_are_those_of_the_files(made: Release) -> None:
    lines = (made.artefacts / "SHA256SUMS").read_text().splitlines()
    sums = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    here = files_of(made.artefacts)
    assert {name: digest for name, digest in sums.items() if name in here} == here


def test_the_sources_have_the_version_then_the_next(made: Release) -> None:
    assert made.git("log", "--format=%s", "-2", f"release-{VERSION}").splitlines() == [
        "Begin 9.10.0",
        f"Release {VERSION}",
    ]
    released = made.git("show", f"v{VERSION}:CHANGELOG.md")
    assert f"## Unreleased\n\n## {VERSION}, 20" in released
    assert "SNAPSHOT" not in made.git("show", f"v{VERSION}:pom.xml")
    assert "9.10.0-SNAPSHOT" in made.git("show", f"release-{VERSION}:distribution/pom.xml")
    # From 1.0.0 on bundles are compared with the last release.
    assert "<baseline.skip>false" in made.git("show", f"release-{VERSION}:pom.xml")
    assert made.git("status", "--porcelain") == ""
    assert made.git("branch", "--show-current").strip() == "main"


def test_the_same_release_is_made_elsewhere(made: Release, tmp_path: Path) -> None:
    environment = {
        **ELSEWHERE,
        "MAVEN_OPTS": f"{os.environ.get('MAVEN_OPTS', '')} {ELSEWHERE_JAVA}",
    }
    again = release(
        clone(tmp_path / "another folder", made.sources),
        tmp_path / "again",
        0o077,
        environment,
    )

    assert differences(made.artefacts, again.artefacts) == []


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("one",), "name the version to release"),
        (
            ("9.9.1", "--home", HOME, "--sign", "nobody@nowhere"),
            "has no secret key nobody@nowhere",
        ),
        (("9.9.1", "--home", HOME, "--next", "soon"), "--next soon is not a version"),
        (("9.9.1",), "tell nobody where the sources are"),
        (("9.9.1", "--home", "here"), "--home here is not an address"),
    ],
)
def test_what_cannot_be_released_is_said_before_anything_is_done(
    arguments: List[str], complaint: str, tmp_path: Path
) -> None:
    assert complaint in refusal(clone(tmp_path / "krait"), *arguments)


def test_what_is_not_committed_is_not_released(tmp_path: Path) -> None:
    sources = clone(tmp_path / "krait")
    (sources / "pom.xml").write_text("changed")

    assert "there is what is not committed" in refusal(sources, "9.9.1")


def refusal(sources: Path, *arguments: str) -> str:
    ended = subprocess.run(
        ("tools/release", *arguments),
        cwd=sources,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 1
    return ended.stderr
