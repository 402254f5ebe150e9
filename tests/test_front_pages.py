# SPDX-License-Identifier: GPL-2.0-or-later
"""README, CONTRIBUTING and SECURITY name what is there: tools, files, make targets, tests, numbers."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
READMES = ("README.md", "README.zh_CN.md")
PAGES = (*READMES, "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
#: A README is read from top to bottom; what is longer belongs into the guide.
MOST_LINES = 300
#: Folders of the repository whose files the pages name in code spans.
OWN = ("plugin/", "resources/", "tests/", "i18n/", ".ci/")


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def prose(page: str) -> str:
    """The page without its blocks of code."""
    return re.sub(r"^```.*?^```$", "", text_of(page), flags=re.M | re.S)


def code_spans(page: str) -> list[str]:
    return re.findall(r"`([^`\n]+)`", prose(page))


def commands(page: str) -> list[str]:
    """The lines of its blocks for a shell, without remarks."""
    blocks = re.findall(r"^```bash\n(.*?)^```$", text_of(page), flags=re.M | re.S)
    return [re.sub(r"\s+#.*", "", line) for block in blocks for line in block.splitlines()]


def folders_in(folder: Path) -> list[str]:
    inside = (path for path in folder.iterdir() if path.is_dir() and not path.name.startswith((".", "_")))
    return sorted(path.name for path in inside)


@pytest.mark.parametrize("page", PAGES)
def test_links_and_pictures_lead_to_files(page):
    links = re.findall(r"\]\(([^)]+)\)", prose(page))
    titles = re.findall(r"^#+ (.+)$", prose(page), re.M)
    headings = {re.sub(r"[^\w -]", "", title).strip().lower() for title in titles}
    for link in links:
        place, _, heading = link.partition("#")
        if "://" not in link:
            assert not place or (ROOT / place).is_file(), link
            assert not heading or heading.replace("-", " ") in headings, link
    assert re.findall(r"!\[\]", text_of(page)) == []


@pytest.mark.parametrize("page", PAGES)
def test_paths_lead_to_files(page):
    named = [span for span in code_spans(page) if span.startswith(OWN) and "<" not in span]
    assert [span for span in named if not list(ROOT.glob(span.split("::")[0].rstrip("/")))] == []


@pytest.mark.parametrize("page", PAGES)
def test_make_targets_exist(page):
    targets = set(re.findall(r"^([a-z-]+):", text_of("Makefile"), re.M))
    named = set(re.findall(r"(?:^|`)make ([a-z-]+)", text_of(page), re.M))
    assert named <= targets


def test_named_tests_exist():
    named = [span.split("::") for span in code_spans("SECURITY.md") if "::" in span]
    assert named
    for file, name in named:
        functions = [n for n in ast.walk(ast.parse(text_of(file))) if isinstance(n, ast.FunctionDef)]
        assert name in {function.name for function in functions}, f"{file}::{name}"


@pytest.mark.parametrize("readme", READMES)
def test_a_readme_names_every_tool_and_no_other(readme):
    pytest.importorskip("qgis.core")
    from dualcarbon.plugin.algorithms.provider import ALGORITHMS

    algorithms = {kind().name() for kind in ALGORITHMS}
    models = {path.stem for path in (ROOT / "resources" / "models").glob("*.model3")}
    rows = re.findall(r"^\| `dualcarbon:(\w+)` \|", text_of(readme), re.M)
    assert sorted(rows) == sorted(algorithms | models)
    assert set(re.findall(r"dualcarbon:(\w+)", text_of(readme))) <= algorithms | models
    assert re.search(rf"^{len(algorithms)} ", text_of(readme), re.M)
    about = re.findall(r"(\d+) (?:Processing algorithms|个 Processing 工具)", text_of("metadata.txt"))
    assert about == [str(len(algorithms))] * 2
    assert len(models) == 4
    assert {name for name in algorithms | models if f"`{name}`" not in text_of("CHANGELOG.md")} == set()


@pytest.mark.parametrize("readme", READMES)
def test_a_readme_counts_right(readme):
    from dualcarbon.plugin.domain.classes import classification_ids
    from dualcarbon.plugin.domain.rules import load_rule_pack

    assert re.search(rf"\b{len(classification_ids())} (classifications|种分类)", text_of(readme))
    assert re.search(rf"\b{len(load_rule_pack('cn_national').rules)} (rules|条注明)", text_of(readme))


@pytest.mark.parametrize("readme", READMES)
def test_a_readme_stays_readable_and_leads_with_the_version_that_is_built(readme):
    assert len(text_of(readme).splitlines()) <= MOST_LINES
    version = re.search(r"^version=(.+)$", text_of("metadata.txt"), re.M).group(1)
    assert re.findall(r"dualcarbon\.(\d[\w.]*)\.zip", text_of(readme)) == [version]


def test_both_readmes_give_the_same_commands_and_pictures():
    assert commands(READMES[0]) == commands(READMES[1])
    of = [re.findall(r"!\[[^\]]+\]\(resources/help/pictures/\w\w/(\w+)", text_of(page)) for page in READMES]
    assert of[0] == of[1] != []


def test_both_readmes_name_every_panel():
    pytest.importorskip("qgis.core")
    from dualcarbon.plugin.docks.registry import DOCKS

    for readme in READMES:
        section = re.search(r"^## (?:In the window|窗口中).*?(?=^## )", text_of(readme), re.M | re.S).group()
        assert len(re.findall(r"^- \*\*", section, re.M)) == len(DOCKS)


def test_the_map_of_the_house_names_every_folder():
    section = re.search(r"^## Map of the house.*?(?=^## )", text_of("CONTRIBUTING.md"), re.M | re.S).group()
    named = {span.rstrip("/") for span in re.findall(r"`([^`]+)`", section)}
    for top in ("plugin", "tests", "resources"):
        inside = folders_in(ROOT / top)
        assert [name for name in inside if name not in named and f"{top}/{name}" not in named] == []
    parts = folders_in(ROOT / "plugin")
    rooms = {room for part in parts for room in folders_in(ROOT / "plugin" / part)}
    assert rooms - named == set()
    tops = {"plugin", "tests", "resources", "i18n"}
    known = tops.union(rooms, parts, folders_in(ROOT / "tests"), folders_in(ROOT / "resources"))
    assert {name for name in named if re.fullmatch(r"[a-z_]+", name)} <= known
