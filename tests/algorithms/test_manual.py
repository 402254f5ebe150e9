# SPDX-License-Identifier: GPL-2.0-or-later
"""The user's guide: as sources and tools have it, whole in both languages, opened by the Help button."""

from __future__ import annotations

import importlib
import importlib.util
import re
import sys
from types import ModuleType

import pytest
from dualcarbon.plugin.algorithms.models import product_models
from dualcarbon.plugin.algorithms.provider import ALGORITHMS
from dualcarbon.plugin.paths import RESOURCES, ROOT
from qgis.PyQt.QtCore import QUrl

HELP = RESOURCES / "help"
PAGES = sorted(path.relative_to(HELP).as_posix() for path in HELP.glob("*/*.html"))
LINK = re.compile(r'(?:href|src)="([^"#:]+)(?:#[^"]*)?"')


@pytest.fixture(scope="module")
def manual() -> ModuleType:
    spec = importlib.util.spec_from_file_location("manual", ROOT / ".ci" / "manual.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["manual"] = module
    spec.loader.exec_module(module)
    return module


def test_the_shipped_pages_are_those_that_make_manual_builds(provider, manual):
    importlib.import_module("dualcarbon.plugin.i18n")
    built = manual.build(importlib.import_module("dualcarbon.plugin"))
    assert sorted(built) == PAGES
    stale = [name for name in PAGES if (HELP / name).read_text(encoding="utf-8") != built[name]]
    assert stale == [], "run make manual"


def test_both_languages_have_the_same_pages():
    of = {part: {page[3:] for page in PAGES if page.startswith(part)} for part in ("en/", "zh/")}
    assert of["en/"] == of["zh/"]
    assert {f"tool_{kind().name()}.html" for kind in ALGORITHMS} <= of["en/"]


@pytest.mark.parametrize("page", PAGES)
def test_links_and_pictures_lead_somewhere(page):
    text = (HELP / page).read_text(encoding="utf-8")
    links = LINK.findall(text)
    assert links
    assert [link for link in links if not (HELP / page).parent.joinpath(link).exists()] == []
    assert "></a>" not in text
    assert 'alt=""' not in text


@pytest.mark.parametrize(("language", "folder"), [(True, "zh"), (False, "en")])
def test_the_help_button_opens_the_page_of_the_tool(monkeypatch, language, folder):
    from dualcarbon.plugin.gis import guide

    monkeypatch.setattr(guide, "speaks_chinese", lambda: language)
    for kind in ALGORITHMS:
        page = QUrl(kind().helpUrl()).toLocalFile()
        assert page == (HELP / folder / f"tool_{kind().name()}.html").as_posix()


def test_the_help_of_a_model_is_the_page_about_models(provider):
    pages = [QUrl(model.helpUrl()).toLocalFile() for model in product_models()]
    assert pages
    assert set(pages) == {(HELP / "en" / "models.html").as_posix()}


@pytest.mark.parametrize("picture", sorted(HELP.glob("pictures/*/*.png")), ids=lambda path: path.name)
def test_a_picture_is_small_and_used(picture):
    assert picture.stat().st_size <= 120_000
    language = picture.parent.name
    pages = [text.read_text(encoding="utf-8") for text in (HELP / "source" / language).glob("*.md")]
    assert any(f"../pictures/{language}/{picture.name})" in text for text in pages)
