# SPDX-License-Identifier: GPL-2.0-or-later
"""Liechtenstein and Bath: the reference figures of the data sets' own descriptions, to 0.02 ha."""

from __future__ import annotations

import csv

import pytest
from layers_by_hand import SHARED, check_draft, rows_of
from qgis.core import QgsField, QgsVectorLayer
from qgis.PyQt.QtCore import QVariant

HA = 10_000.0
LIECHTENSTEIN = SHARED / "liechtenstein_osm" / "liechtenstein_osm.gpkg"
BATH = SHARED / "banes_control_lines" / "banes_control_lines.gpkg"

#: Municipality: total, forest with wood, farmland in ha (Shapely on the planar coordinates).
MUNICIPALITIES = {
    "Balzers": (1970.77, 658.47, 358.29),
    "Eschen": (1038.80, 287.64, 160.95),
    "Gamprin": (619.04, 226.08, 113.38),
    "Mauren": (748.06, 256.06, 72.74),
    "Planken": (535.28, 268.62, 11.51),
    "Ruggell": (738.77, 133.72, 118.73),
    "Schaan": (2697.70, 990.37, 310.54),
    "Schellenberg": (355.62, 114.55, 47.56),
    "Triesen": (2644.69, 920.36, 120.51),
    "Triesenberg": (2975.01, 1192.61, 62.18),
    "Vaduz": (1728.67, 697.69, 173.47),
}


def layer_of(file, table):
    """A table of a data set; skips where the data is not at hand."""
    if not file.is_file():
        pytest.skip(f"real data {file.parent.name} is not beside the repository")
    layer = QgsVectorLayer(f"{file}|layername={table}", table, "ogr")
    assert layer.isValid()
    return layer


def draft_of(file, table):
    """A plan layer as a draft of urban housing throughout, by a virtual field."""
    layer = layer_of(file, table)
    layer.addExpressionField("'0701'", QgsField("YDYHFLDM", QVariant.String))
    return layer


@pytest.fixture
def check(run, tmp_path):
    settings = {"PLAN_ID_FIELD": None, "SLIVER_WIDTH_M": 0}
    return lambda plan, **more: check_draft(run, tmp_path / "check.json", plan, **{**settings, **more})


def touched(result, limit_m2):
    return sum(row["finding_area_m2"] > limit_m2 for row in rows_of(result["OUTPUT_PARCELS"]))


def test_liechtenstein_by_municipality(run, tmp_path):
    land = layer_of(LIECHTENSTEIN, "landuse_flat")
    units = layer_of(LIECHTENSTEIN, "municipalities")
    wanted = {
        "landuse=forest": "mixed_forest",
        "natural=wood": "mixed_forest",
        "landuse=farmland": "rainfed_cropland",
    }
    with (LIECHTENSTEIN.parent / "class_codes.csv").open(encoding="utf-8") as stream:
        codes = [row["class"] for row in csv.DictReader(stream)]
    crosswalk = tmp_path / "crosswalk.csv"
    crosswalk.write_text(
        "code,carbon_class\n" + "".join(f"{code},{wanted.get(code, 'bare_land')}\n" for code in codes),
        encoding="utf-8",
    )
    result = run(
        "sinkbaseline",
        INPUT=land,
        CLASS_FIELD="class",
        CLASSIFICATION=str(crosswalk),
        UNITS=units,
        UNIT_FIELD="name",
        AREA_RULE="planar",
        OUTPUT="memory:",
        OUTPUT_TABLE="memory:",
    )
    by_unit = {row["unit"]: row for row in rows_of(result["OUTPUT"])}
    by_class = {(row["unit"], row["carbon_class"]): row["area_ha"] for row in rows_of(result["OUTPUT_TABLE"])}
    assert set(by_unit) == set(MUNICIPALITIES)
    for name, (total, forest, farmland) in MUNICIPALITIES.items():
        assert by_unit[name]["area_ha"] == pytest.approx(total, abs=0.02)
        assert by_class[name, "mixed_forest"] == pytest.approx(forest, abs=0.02)
        assert by_class[name, "rainfed_cropland"] == pytest.approx(farmland, abs=0.02)
    assert result["RESIDUAL_HA"] < 1e-6 * 16_052


@pytest.mark.parametrize(
    ("parameter", "table", "inside_ha", "over_1_m2", "over_100_m2"),
    [
        ("FARMLAND", "permanent_farmland", 36.19, 15, 13),
        ("REDLINE", "ecological_redline", 0.43, 5, 4),
    ],
)
def test_liechtenstein_draft_inside_the_lines(check, parameter, table, inside_ha, over_1_m2, over_100_m2):
    line = layer_of(LIECHTENSTEIN, table)
    result, _ = check(draft_of(LIECHTENSTEIN, "plan_draft"), **{parameter: line})
    assert result["FINDING_AREA_HA"] == pytest.approx(inside_ha, abs=0.02)
    assert touched(result, 1.0) == over_1_m2
    assert touched(result, 100.0) == over_100_m2


def test_liechtenstein_draft_outside_the_boundary(check):
    """58.93 ha of the union outside; 49 of 55 zones reach inside by more than 1 m², 47 by 100 m²."""
    line = layer_of(LIECHTENSTEIN, "urban_growth_boundary")
    result, _ = check(draft_of(LIECHTENSTEIN, "plan_draft"), BOUNDARY=line)
    assert result["FINDING_AREA_HA"] == pytest.approx(58.93, abs=0.02)
    inside = [row["area_m2"] - row["finding_area_m2"] for row in rows_of(result["OUTPUT_PARCELS"])]
    assert len(inside) == 55
    assert sum(area > 1.0 for area in inside) == 49
    assert sum(area > 100.0 for area in inside) == 47


def test_liechtenstein_three_lines_at_once_give_the_same(check):
    """Each line's union in the summary is that of a run with this line alone."""
    tables = {
        "FARMLAND": "permanent_farmland",
        "REDLINE": "ecological_redline",
        "BOUNDARY": "urban_growth_boundary",
    }
    result, _ = check(
        draft_of(LIECHTENSTEIN, "plan_draft"),
        **{parameter: layer_of(LIECHTENSTEIN, table) for parameter, table in tables.items()},
    )
    summary = rows_of(result["OUTPUT_SUMMARY"])
    union = {row["line_type"]: row["union_ha"] for row in summary if row["level"] == "line_type"}
    assert union == pytest.approx({"pbf": 36.19, "erl": 0.43, "udb": 58.93}, abs=0.02)


@pytest.mark.parametrize(
    ("parameter", "table", "inside_ha", "sites"),
    [
        ("FARMLAND", "permanent_farmland", 11.77, 6),
        ("REDLINE", "ecological_redline", 0.56, 2),
    ],
)
def test_bath_sites_inside_the_lines(check, parameter, table, inside_ha, sites):
    """The reference adds up sites parcel by parcel, each in the union of the line."""
    result, _ = check(draft_of(BATH, "functional_sites"), **{parameter: layer_of(BATH, table)})
    areas = [row["finding_area_m2"] for row in rows_of(result["OUTPUT_PARCELS"])]
    assert sum(areas) / HA == pytest.approx(inside_ha, abs=0.02)
    assert touched(result, 1.0) == sites


def test_bath_sites_outside_the_growth_area(check):
    """374.39 ha of sites, 234.31 ha of them in the growth area, 107 sites touched by more than 1 m²."""
    result, _ = check(draft_of(BATH, "functional_sites"), BOUNDARY=layer_of(BATH, "growth_area"))
    rows = rows_of(result["OUTPUT_PARCELS"])
    outside = sum(row["finding_area_m2"] for row in rows) / HA
    assert outside == pytest.approx(374.39 - 234.31, abs=0.02)
    assert sum(row["area_m2"] - row["finding_area_m2"] > 1.0 for row in rows) == 107
