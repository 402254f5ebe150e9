# SPDX-License-Identifier: GPL-2.0-or-later
"""The package that ``make package`` builds: what is in it, and what the plugin repository checks."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from configparser import ConfigParser
from pathlib import Path

import pytest
from built_package import build_package

NAME = "dualcarbon"
MEGABYTE = 1_000_000
REQUIRED = (
    "__init__.py",
    "metadata.txt",
    "LICENSE",
    "README.md",
    "CHANGELOG.md",
    "i18n/dualcarbon_zh_CN.qm",
    "plugin/main.py",
    "plugin/domain/factors/model.py",
    "plugin/reports/templates/report.html.j2",
    "resources/classes/cn_third_survey.csv",
    "resources/factors/cn_default.csv",
    "resources/factors/template.xlsx",
    "resources/rules/cn_national.csv",
    "resources/icons/plugin.svg",
    "resources/styles/findings.qml",
    "resources/layouts/land_use.qpt",
    "resources/models/baseline.model3",
    "resources/sample/county/county.gpkg",
    "resources/sample/kymi/kymi.gpkg",
)
#: Kinds of files that a package may hold; all else has to be meant, and named here.
KINDS = {
    *("", ".py", ".txt", ".md", ".qm", ".csv", ".json", ".svg", ".qml", ".xlsx", ".gpkg", ".j2", ".css"),
    # The guide with its pictures, and the sample project.
    *(".html", ".png", ".qgz"),
    *(".model3", ".qpt"),
}
#: What the repository's scanner asks of every package, at every severity.
BANDIT = ("-m", "bandit", "--recursive", "--quiet", "--format", "json")
SECRETS = ("-m", "detect_secrets", "scan", "--all-files", "--exclude-files", r"metadata\.txt")
#: With the repository's line length. E203 contradicts the formatter; QGS has a test of its own.
FLAKE8 = ("-m", "flake8", "--isolated", "--max-line-length=120", "--extend-ignore=E203,QGS")


@pytest.fixture(scope="module")
def package(tmp_path_factory) -> Path:
    return build_package(tmp_path_factory.mktemp("package"))


@pytest.fixture(scope="module")
def names(package) -> list[str]:
    with zipfile.ZipFile(package) as archive:
        assert archive.testzip() is None
        return archive.namelist()


@pytest.fixture(scope="module")
def unpacked(package, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(package) as archive:
        archive.extractall(folder)
    return folder


def call(folder: Path, *arguments: str) -> str:
    """What a Python tool prints when it runs in ``folder``."""
    done = subprocess.run(
        [sys.executable, *arguments], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


# Listing


def test_the_file_name_tells_name_and_version(package, unpacked):
    parser = ConfigParser()
    parser.read(unpacked / NAME / "metadata.txt", encoding="utf-8")
    assert package.name == f"{NAME}.{parser['general']['version']}.zip"


def test_there_is_one_top_folder_that_python_can_import(names):
    assert {name.split("/")[0] for name in names} == {NAME}
    assert NAME.isidentifier()


def test_it_holds_what_the_plugin_needs(names):
    assert [name for name in REQUIRED if f"{NAME}/{name}" not in names] == []


def test_it_holds_nothing_that_only_developers_need(names):
    parts = {part for name in names for part in name.split("/")}
    assert parts & {"tests", "__pycache__", "build", "dist", "Makefile", "pyproject.toml"} == set()
    assert [part for part in parts if part.startswith(".")] == []
    assert [name for name in names if name.endswith((".ts", ".pyc", ".bak"))] == []


def test_it_holds_no_binaries_and_no_other_kind_of_file(names):
    files = [name for name in names if not name.endswith("/")]
    assert {Path(name).suffix for name in files} - KINDS == set()
    assert [name for name in files if not Path(name).suffix] == [f"{NAME}/LICENSE"]


def test_no_file_is_executable_or_a_link(package):
    with zipfile.ZipFile(package) as archive:
        modes = {
            entry.filename: entry.external_attr >> 16 for entry in archive.infolist() if not entry.is_dir()
        }
    assert [name for name, mode in modes.items() if mode & 0o111] == []
    assert [name for name, mode in modes.items() if mode >> 12 not in (0, 0o10)] == []


def test_names_are_ones_that_the_repository_takes(names):
    assert [name for name in names if ".." in name or not name.isascii()] == []


def test_it_is_small(package):
    assert package.stat().st_size <= 10 * MEGABYTE


def test_a_package_that_is_too_big_is_refused(tmp_path):
    git = ("git", "-C", str(tmp_path))
    script = tmp_path / ".ci" / "package.sh"
    script.parent.mkdir()
    script.write_text((Path(__file__).parents[1] / ".ci" / "package.sh").read_text("utf-8"), encoding="utf-8")
    (tmp_path / "metadata.txt").write_text("[general]\nversion=1.0.0\n", encoding="utf-8")
    (tmp_path / "noise.dat").write_bytes(os.urandom(11 * MEGABYTE))
    subprocess.run([*git, "init", "--quiet"], check=True)
    subprocess.run([*git, "add", "--all"], check=True)
    tree = subprocess.run([*git, "write-tree"], check=True, capture_output=True).stdout.decode().strip()
    done = subprocess.run(
        ["bash", str(script), tree, str(tmp_path / "dist")],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "more than 10000000" in done.stderr
    assert list((tmp_path / "dist").iterdir()) == []


# What it says of itself


def test_the_metadata_have_the_keys_that_the_repository_requires(unpacked):
    parser = ConfigParser()
    parser.optionxform = str
    parser.read(unpacked / NAME / "metadata.txt", encoding="utf-8")
    keys = dict(parser["general"])
    required = "name description version qgisMinimumVersion author email about tracker repository"
    assert [key for key in required.split() if not keys.get(key, "").strip()] == []
    assert re.fullmatch(r"\d+\.\d+\.\d+", keys["version"])
    assert "/" not in keys["author"]
    assert all(keys[key].startswith("https://") for key in ("homepage", "tracker", "repository"))
    assert {keys[key] for key in ("experimental", "deprecated", "server", "supportsQt6")} <= {"True", "False"}
    assert (unpacked / NAME / keys["icon"]).is_file()


def test_changelog_and_metadata_agree_on_the_version(unpacked):
    parser = ConfigParser()
    parser.read(unpacked / NAME / "metadata.txt", encoding="utf-8")
    changelog = (unpacked / NAME / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## \[(.+?)\]", changelog, re.M)[0] == parser["general"]["version"]


@pytest.mark.parametrize("readme", ["README.md", "README.zh_CN.md"])
def test_links_of_a_readme_lead_to_files_of_the_package(unpacked, readme):
    text = (unpacked / NAME / readme).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    assert [link for link in links if not (unpacked / NAME / link).exists()] == []


# What the repository scans


def test_bandit_finds_nothing_at_any_severity(unpacked):
    report = json.loads(call(unpacked, *BANDIT, "."))
    assert report["errors"] == []
    assert [(f["filename"], f["line_number"], f["test_id"]) for f in report["results"]] == []
    assert sum(entry["nosec"] for entry in report["metrics"].values()) == 0


def test_detect_secrets_finds_nothing(unpacked):
    assert json.loads(call(unpacked, *SECRETS, "."))["results"] == {}


def test_flake8_finds_nothing(unpacked):
    assert call(unpacked, *FLAKE8, ".") == ""
