# SPDX-License-Identifier: GPL-2.0-or-later
"""What the runs behind a book had to say reaches the first page of its report."""

from __future__ import annotations

import processing
import pytest
from layers_by_hand import Log, make_layer, square
from report_pages import first_page

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def page(tmp_path):
    """The report of a book that holds the baseline of a town of 1 ha paddy and 1 ha of an unknown code."""
    land = make_layer(
        [(square(0, 0), {"DLBM": "0101"}), (square(100, 0), {"DLBM": "9999"})], name="DLTB", crs="EPSG:4547"
    )
    town = make_layer(
        [(square(0, 0), {"XZQMC": "北镇"}), (square(100, 0), {"XZQMC": "东镇"})], name="XZQ", crs="EPSG:4547"
    )
    made = processing.run(
        "dualcarbon:sinkbaseline",
        {
            "INPUT": land,
            "CLASS_FIELD": "DLBM",
            "CLASSIFICATION": "cn_third_survey",
            "UNITS": town,
            "UNIT_FIELD": "XZQMC",
            "AREA_RULE": "planar",
            "UNMAPPED": "exclude",
            "YEAR": 2023,
            "OUTPUT": str(tmp_path / "baseline.gpkg"),
        },
        feedback=Log(),
    )
    store = str(tmp_path / "book.gpkg")
    processing.run("dualcarbon:postaccount", {"STORE": store, "ACCOUNT": made["OUTPUT"]}, feedback=Log())

    def report(**parameters):
        path = tmp_path / "report.html"
        given = {"STORE": store, "OUTPUT": str(path), "LANGUAGE": "en", **parameters}
        processing.run("dualcarbon:accountreport", given, feedback=Log())
        return path.read_text(encoding="utf-8")

    return report


def test_land_without_a_class_is_told_with_its_area(page):
    first = first_page(page())
    assert "Land use without a carbon class 1.0000 ha" in first
    assert "their code has no carbon class: 1 (1.0000 ha in the whole layer); codes: 9999" in first
    assert "below grade “secondary”" in first


def test_the_same_stands_in_chinese(page):
    first = first_page(page(LANGUAGE="zh"))
    assert "未对应碳地类的面积 1.0000 公顷" in first
    assert "9999" in first


def test_places_of_the_posted_runs_are_left_out_where_that_is_asked_for(page, tmp_path):
    assert str(tmp_path) in page()
    assert str(tmp_path) not in page(OMIT_PLACES=True)
