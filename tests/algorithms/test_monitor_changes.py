# SPDX-License-Identifier: GPL-2.0-or-later
"""Changes of land use inside control lines: which rule forbids them, and what becomes of the levels."""

from __future__ import annotations

import processing
import pytest
from layers_by_hand import ROOT, Log, control_line, make_layer, played_years, rows_of, square
from qgis.core import QgsProcessingException, QgsVectorLayer

pytestmark = pytest.mark.usefixtures("provider")

#: Two towns of 1 km² side by side; farmland is the southern strip of both.
TOWNS = (("北镇", square(0, 0, 1000)), ("东镇", square(1000, 0, 1000)))
FARMLAND = (square(0, 0, 2000, 600), {})

#: Changes of one hectare each and 20 t C lost.
TO_HOUSES = (square(0, 0), "paddy", "residential")
TO_ORCHARD_IN_BOTH = (square(950, 0), "paddy", "orchard")
TO_ROAD = (square(300, 0), "paddy", "transport")
TO_PADDY = (square(500, 500), "mixed_forest", "paddy")
HOUSES_OUTSIDE = (square(600, 900), "paddy", "residential")


@pytest.fixture
def store(tmp_path):
    """A book in which both towns are on their path."""
    path = str(tmp_path / "账本.gpkg")
    rows = [
        {"unit": name, "year": 2025, "item": "emission/co2", "value": 90.0, "measure": "t CO2"}
        for name, _ in TOWNS
    ]
    account = make_layer([(None, row) for row in rows], kind="None")
    processing.run("dualcarbon:postaccount", {"STORE": path, "ACCOUNT": account})
    return path


def targets():
    rows = [
        {"unit": name, "item": "emission/co2", "role": role, "year": year, "value": value}
        for name, _ in TOWNS
        for role, year, value in (("base", 2020, 100.0), ("path", 2025, 90.0))
    ]
    return make_layer([(None, row) for row in rows], name="targets", kind="None")


def change_map(*changes):
    return make_layer(
        [
            (shape, {"from_class": old, "to_class": new, "area_ha": 1.0, "change_tc": -20.0})
            for shape, old, new in changes
        ],
        name="change_map",
    )


def monitor(store, changes, *lines, feedback=None, **more):
    given = {
        "STORE": store,
        "TARGETS": targets(),
        "YEAR": 2025,
        "UNITS": make_layer([(shape, {"XZQMC": name}) for name, shape in TOWNS], name="towns"),
        "UNIT_FIELD": "XZQMC",
        "CHANGES": changes,
        "CONTROL_LINES": list(lines),
        "LINE_ID_FIELD": "BSM",
        "AS_OF": "2026-04-01",
        "OUTPUT": "memory:",
        "OUTPUT_CHANGES": "memory:",
        **more,
    }
    result = processing.run("dualcarbon:monitoraccount", given, feedback=feedback or Log())
    levels = {
        row["unit"]: (row["level"], row["reasons"], row["breach_ha"]) for row in rows_of(result["OUTPUT"])
    }
    return result, levels, rows_of(result["OUTPUT_CHANGES"])


def test_changes_are_cut_by_line_and_unit_and_judged_by_the_rules(store):
    changes = change_map(TO_HOUSES, TO_ORCHARD_IN_BOTH, TO_ROAD, TO_PADDY, HOUSES_OUTSIDE)
    result, levels, rows = monitor(store, changes, control_line(FARMLAND))
    found = [(row["unit"], row["to_class"], row["illegal"], row["rules"]) for row in rows]
    assert found == [
        ("东镇", "orchard", "yes", "PBF-02"),
        ("北镇", "paddy", "no", None),
        ("北镇", "orchard", "yes", "PBF-02"),
        ("北镇", "residential", "yes", "PBF-01"),
        # Field tracks may be part of a farmland project, roads may not: the class does not tell.
        ("北镇", "transport", "undecided", "PBF-01,PBF-03"),
    ]
    areas = {(row["unit"], row["to_class"]): (row["area_ha"], row["change_tc"]) for row in rows}
    assert areas["东镇", "orchard"] == pytest.approx((0.5, -10.0), rel=1e-5)
    assert areas["北镇", "residential"] == pytest.approx((1.0, -20.0), rel=1e-9)
    assert {(row["line_type"], row["line_id"], row["line_status"]) for row in rows} == {
        ("pbf", "L1", "legal")
    }
    assert {(row["begins"], row["ends"]) for row in rows} == {("2025-01-01", "2025-12-31")}
    assert result["BREACH_HA"] == pytest.approx(2.0, rel=1e-6)
    assert levels["北镇"] == ("red", "breach", pytest.approx(1.5, rel=1e-5))
    assert levels["东镇"] == ("red", "breach", pytest.approx(0.5, rel=1e-5))


def test_ground_in_two_features_of_a_line_is_listed_twice_and_counts_once(store):
    lines = control_line(FARMLAND, (square(0, 0, 50, 100), {}))
    _result, levels, rows = monitor(store, change_map(TO_HOUSES), lines)
    assert sorted((row["line_id"], round(row["area_ha"], 4)) for row in rows) == [("L1", 1.0), ("L2", 0.5)]
    assert levels["北镇"][2] == pytest.approx(1.0, rel=1e-5)
    assert levels["东镇"] == ("green", "", 0.0)


def test_ground_that_the_plan_check_found_already_counts_once(store):
    """Two rules found the same quarter hectare of changed ground, and one another quarter hectare."""
    finding = {"unit": "北镇", "line_type": "pbf", "severity": "error", "state": "open", "area_m2": 2500.0}
    shapes = (square(0, 0, 50), square(0, 0, 50), square(200, 200, 50))
    findings = make_layer([(shape, finding) for shape in shapes], name="findings")
    _result, levels, _rows = monitor(store, change_map(TO_HOUSES), control_line(FARMLAND), FINDINGS=findings)
    assert levels["北镇"][2] == pytest.approx(1.25, rel=1e-4)
    nothing = change_map(TO_PADDY)
    _result, levels, _rows = monitor(store, nothing, control_line(FARMLAND), FINDINGS=findings)
    assert levels["北镇"][2] == pytest.approx(0.5, rel=1e-4)


def test_lines_without_legal_force_list_changes_but_make_nothing_red(store):
    lines = control_line(FARMLAND)
    result, levels, rows = monitor(store, change_map(TO_HOUSES), lines, LINE_STATUS="standin")
    assert [(row["illegal"], row["line_status"]) for row in rows] == [("yes", "standin")]
    assert (result["BREACH_HA"], levels["北镇"][0]) == (0.0, "green")


def test_other_lines_are_listed_by_type_and_open_no_breach(store):
    green = control_line((square(0, 0, 200), {}), name="any")
    result, _levels, rows = monitor(store, change_map(TO_HOUSES), green, LINE_TYPES="green")
    assert [row["line_type"] for row in rows] == ["green"]
    assert result["BREACH_HA"] == 0.0


def test_increments_of_the_change_survey_are_judged_by_their_codes(store):
    rows = [("a", 0, "0101", "1003"), ("b", 200, "0101", "1006"), ("c", 400, "0101", "0101")]
    changes = make_layer(
        [(square(x, 0), {"BSM": name, "BGQDLBM": old, "BGHDLBM": new}) for name, x, old, new in rows]
    )
    _result, levels, found = monitor(store, changes, control_line(FARMLAND))
    # A road is construction land; a rural track is not, and may belong to the fields; the third is no change.
    assert {row["change_id"]: (row["illegal"], row["rules"]) for row in found} == {
        "a": ("yes", "PBF-01"),
        "b": ("undecided", "PBF-03"),
    }
    assert [row["change_tc"] for row in found] == [None, None]
    assert levels["北镇"][2] == pytest.approx(found[0]["area_ha"], rel=1e-6)


def test_changes_outside_every_unit_are_told(store):
    log = Log()
    beyond = (square(2000, 0, 100), "paddy", "residential")
    lines = control_line((square(0, 0, 3000, 600), {}))
    _result, _levels, rows = monitor(store, change_map(beyond), lines, feedback=log)
    assert [(row["unit"], row["area_ha"]) for row in rows] == [(None, pytest.approx(1.0))]
    assert log.said("(1.0000 ha) lie in 1 units that the targets do not name")


def test_changes_are_drawn_by_their_ruling_and_played_by_year(store, tmp_path):
    path = str(tmp_path / "changes.gpkg")
    lines = control_line(FARMLAND)
    _result, _levels, rows = monitor(store, change_map(TO_HOUSES, TO_ROAD), lines, OUTPUT_CHANGES=path)
    layer = QgsVectorLayer(path, "changes")
    layer.loadNamedStyle(str(ROOT / "resources" / "styles" / "monitorchanges.qml"))
    assert layer.renderer().classAttribute() == "illegal"
    assert {row["illegal"] for row in rows} <= {
        category.value() for category in layer.renderer().categories()
    }
    assert played_years(layer, 2024, 2026) == [[], [2025, 2025], []]


#: A change whose area is no figure; taken as none it would be measured and nobody would know.
UNKNOWN_AREA = (square(0, 0), {"from_class": "paddy", "to_class": "orchard", "area_ha": "one"})


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"UNITS": None, "UNIT_FIELD": None}, "UNITS is empty"),
        ({"CONTROL_LINES": []}, "CONTROL_LINES is empty"),
        ({"LINE_TYPES": "pbf,erl"}, r"LINE_TYPES names 2 line type\(s\), but CONTROL_LINES holds 1"),
        ({"CHANGES": make_layer([(square(0, 0), {"name": "a"})], name="parcels")}, "CHANGES_FROM_FIELD"),
        ({"CHANGES": make_layer([UNKNOWN_AREA], name="map")}, "“area_ha” of layer “map” is no number"),
        (
            {"CONTROL_LINES": [make_layer([(square(0, 0), {"n": 1})], name="mine")]},
            "Name its type in LINE_TYPES",
        ),
    ],
)
def test_calls_that_cannot_be_answered_end_in_a_sentence(store, change, sentence):
    with pytest.raises(QgsProcessingException, match=sentence):
        monitor(store, change_map(TO_HOUSES), control_line(FARMLAND), **change)
