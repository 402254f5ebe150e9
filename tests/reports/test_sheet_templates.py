# SPDX-License-Identifier: GPL-2.0-or-later
"""The templates of map sheets as a person opens them: every item by its id, inside its paper."""

from __future__ import annotations

import itertools

import pytest

pytest.importorskip("qgis.core")

from dualcarbon.plugin.algorithms.choices import PAPERS, SHEET_THEMES
from dualcarbon.plugin.paths import RESOURCES
from dualcarbon.plugin.reports.sheets.papers import ITEMS, MAP, NORTH_ARROW, NORTH_LETTER, SIZES, paper
from dualcarbon.plugin.reports.sheets.themes import THEMES
from qgis.core import QgsLayoutFrame, QgsPrintLayout, QgsProject, QgsReadWriteContext
from qgis.PyQt.QtXml import QDomDocument

TEMPLATES = sorted((RESOURCES / "layouts").glob("*.qpt"))


@pytest.fixture
def project(qgis_app):
    return QgsProject()


@pytest.fixture
def opened(project):
    def call(path):
        layout = QgsPrintLayout(project)
        project.layoutManager().addLayout(layout)
        document = QDomDocument()
        document.setContent(path.read_text(encoding="utf-8"))
        _items, loaded = layout.loadFromTemplate(document, QgsReadWriteContext())
        assert loaded
        return layout

    return call


def test_each_theme_has_a_template_and_a_choice():
    assert {path.stem for path in TEMPLATES} == set(THEMES) == set(SHEET_THEMES)
    assert set(SIZES) == set(PAPERS)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_opens_in_a_fresh_layout_with_all_items(path, opened):
    layout = opened(path)
    assert [name for name in ITEMS if layout.itemById(name) is None] == []
    assert isinstance(layout.itemById("table"), QgsLayoutFrame)
    page = layout.pageCollection().page(0).rect()
    assert (round(page.width()), round(page.height())) == (297, 210)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_names_no_place_of_the_machine_that_made_it(path):
    text = path.read_text(encoding="utf-8")
    homes = ("home", "work", "tmp", "root", "Users")
    assert not [home for home in homes if f"/{home}/" in text or f"\\{home}\\" in text]


@pytest.mark.parametrize("name", PAPERS)
def test_items_lie_on_the_paper_and_beside_each_other(name):
    """Only the north arrow and its letter stand inside the map."""
    sheet = paper(name)
    for left, top, width, height in sheet.boxes.values():
        assert left >= 0
        assert top >= 0
        assert left + width <= sheet.width
        assert top + height <= sheet.height
    for one, other in itertools.combinations(sheet.boxes, 2):
        if MAP in (one, other) and {one, other} & {NORTH_ARROW, NORTH_LETTER}:
            continue
        (x, y, w, h), (u, v, s, t) = sheet.boxes[one], sheet.boxes[other]
        apart = x + w <= u + 1e-9 or u + s <= x + 1e-9 or y + h <= v + 1e-9 or v + t <= y + 1e-9
        assert apart, (one, other)
