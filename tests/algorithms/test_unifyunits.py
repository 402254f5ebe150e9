# SPDX-License-Identifier: GPL-2.0-or-later
"""Statistics brought onto towns, as users call it: all methods, control tables, versions, bad input."""

from __future__ import annotations

import math

import processing
import pytest
from layers_by_hand import Log, make_layer, rows_of
from qgis.core import QgsProcessingException
from qgis.PyQt.QtCore import QDate, QVariant

pytestmark = pytest.mark.usefixtures("provider")

TRACTS = [("S1", (0, 0, 1000, 100), 1000.0, 100.0), ("S2", (1000, 0, 1500, 100), 500.0, 40.0)]
TOWNS = [("北镇", (0, 0, 600, 100)), ("T", (600, 0, 1200, 100)), ("东镇", (1200, 0, 1500, 100))]


def box(x0: float, y0: float, x1: float, y1: float) -> str:
    corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)]
    return f"POLYGON(({', '.join(f'{500_000 + x} {3_300_000 + y}' for x, y in corners)}))"


def tracts(rows=TRACTS):
    fields = [
        (box(*shape), {"name": name, "people": people, "rate": rate}) for name, shape, people, rate in rows
    ]
    return make_layer(fields, "EPSG:4549", "tracts")


def towns(rows=TOWNS, **more):
    return make_layer([(box(*shape), {"XZQMC": name, **more}) for name, shape in rows], "EPSG:4549", "towns")


def run(feedback=None, **parameters):
    given = {
        "SOURCE": tracts(),
        "SOURCE_FIELD": "name",
        "EXTENSIVE_FIELDS": ["people"],
        "TARGET": towns(),
        "TARGET_FIELD": "XZQMC",
        "AREA_RULE": "planar",
        "OUTPUT": "memory:",
        **parameters,
    }
    result = processing.run("dualcarbon:unifyunits", given, feedback=feedback or Log())
    return result, {row["unit"]: row for row in rows_of(result["OUTPUT"])}


def control(**columns):
    length = len(next(iter(columns.values())))
    rows = [(None, {name: values[number] for name, values in columns.items()}) for number in range(length)]
    return make_layer(rows, name="yearbook", kind="None")


def test_people_and_rates_by_area():
    """methods.md, WE-j: 4 of 10 ha of S1 and 2 of 5 ha of S2 lie in T: 600 people."""
    result, rows = run(INTENSIVE_FIELDS=["rate"])
    assert rows["T"]["people"] == pytest.approx(600.0, rel=1e-9)
    assert rows["T"]["rate"] == pytest.approx(80.0, rel=1e-9)
    assert rows["北镇"]["people"] == pytest.approx(600.0, rel=1e-9)
    assert rows["东镇"]["people"] == pytest.approx(300.0, rel=1e-9)
    assert rows["T"]["people_flag"] == 1
    assert result["RESIDUAL_MAX"] <= 1e-9


def test_on_the_ellipsoid_shares_are_the_same_to_a_millionth():
    _result, rows = run(AREA_RULE="ellipsoidal")
    assert rows["T"]["people"] == pytest.approx(600.0, rel=1e-6)


def test_people_by_floor_area():
    blocks = [(610, 30_000.0), (10, 20_000.0), (1010, 2_000.0), (1300, 8_000.0)]
    floors = make_layer(
        [(box(x, 10, x + 10, 20), {"GFA": area}) for x, area in blocks], "EPSG:4549", "floors"
    )
    _result, rows = run(METHOD="dasymetric", WEIGHTS=floors, WEIGHT_FIELD="GFA")
    assert rows["T"]["people"] == pytest.approx(700.0, rel=1e-9)
    with pytest.raises(QgsProcessingException, match="WEIGHT_FIELD"):
        run(METHOD="dasymetric", WEIGHTS=floors)


def test_a_smooth_density_keeps_the_totals():
    result, rows = run(METHOD="pycnophylactic", CELL_SIZE_M=50)
    assert math.fsum(row["people"] for row in rows.values()) == pytest.approx(1500.0, rel=1e-9)
    assert result["RESIDUAL_MAX"] <= 1e-9
    # Both tracts hold 100 people per ha, so that the smooth density is flat.
    assert rows["T"]["people"] == pytest.approx(600.0, rel=1e-3)
    with pytest.raises(QgsProcessingException, match="CELL_SIZE_M"):
        run(METHOD="pycnophylactic", CELL_SIZE_M=0.05)


def test_a_tract_inside_one_town_stays_there_however_coarse_the_cells():
    """Cells of 45 m cross the town's border at 600 m, tracts do not: their people stay, none is estimated."""
    inside = [("S1", (0, 0, 600, 100), 900.0, 1.0), ("S2", (600, 0, 1500, 100), 100.0, 1.0)]
    rows = [TOWNS[0], ("东镇", (600, 0, 1500, 100))]
    _result, found = run(METHOD="pycnophylactic", CELL_SIZE_M=45, SOURCE=tracts(inside), TARGET=towns(rows))
    assert [found[name]["people"] for name, _ in rows] == pytest.approx([900.0, 100.0], rel=1e-12)
    assert [found[name]["people_flag"] for name, _ in rows] == [0, 0]


def test_people_beyond_the_towns_are_not_pressed_into_them():
    """One tract of even density, half of it in the only town: half of its people, the rest is told."""
    log = Log()
    lone = {
        "SOURCE": tracts([("S1", (0, 0, 1000, 100), 800.0, 1.0)]),
        "TARGET": towns([("半镇", (0, 0, 500, 100))]),
    }
    _result, found = run(log, METHOD="pycnophylactic", CELL_SIZE_M=50, **lone)
    assert found["半镇"]["people"] == pytest.approx(400.0, rel=1e-9)
    assert log.said("people 400")


def test_raking_meets_the_yearbook():
    yearbook = control(town=["T", "北镇", "东镇"], people=[700.0, 550.0, 250.0])
    result, rows = run(METHOD="raking", CONTROL=yearbook, CONTROL_FIELD="town", OUTPUT_AGREEMENT="memory:")
    assert [rows[name]["people"] for name in ("T", "北镇", "东镇")] == pytest.approx([700.0, 550.0, 250.0])
    assert result["DISAGREEMENTS"] == 0
    with pytest.raises(QgsProcessingException, match="CONTROL"):
        run(METHOD="raking")


def test_map_against_table_lists_what_differs():
    yearbook = control(town=["T", "北镇", "东镇"], people=[602.0, 620.0, 300.0])
    log = Log()
    result, _rows = run(log, CONTROL=yearbook, OUTPUT_AGREEMENT="memory:")
    rows = {row["unit"]: row for row in rows_of(result["OUTPUT_AGREEMENT"])}
    assert {name: row["agrees"] for name, row in rows.items()} == {"T": 1, "北镇": 0, "东镇": 1}
    assert rows["北镇"]["difference"] == pytest.approx(-20.0, rel=1e-6)
    assert result["DISAGREEMENTS"] == 1
    assert log.said("北镇 people")


def test_weights_of_one_year_serve_the_next():
    first, _rows = run(OUTPUT_WEIGHTS="memory:")
    later = tracts([("S1", TRACTS[0][1], 2000.0, 1.0), ("S2", TRACTS[1][1], 800.0, 1.0)])
    _result, rows = run(SOURCE=later, WEIGHTS=first["OUTPUT_WEIGHTS"])
    assert rows["T"]["people"] == pytest.approx(0.4 * 2000 + 0.4 * 800, rel=1e-9)


def test_units_of_the_year():
    old, new = ("老镇", (0, 0, 1500, 100)), ("新镇", (0, 0, 1500, 100))
    layer = make_layer(
        [
            (box(*old[1]), {"XZQMC": old[0], "first": "", "last": "2021"}),
            (box(*new[1]), {"XZQMC": new[0], "first": "2021", "last": ""}),
        ],
        "EPSG:4549",
        "towns",
    )
    years = {"TARGET": layer, "VALID_FROM_FIELD": "first", "VALID_TO_FIELD": "last"}
    assert list(run(**years, YEAR=2020)[1]) == ["老镇"]
    assert list(run(**years, YEAR=2021)[1]) == ["新镇"]
    with pytest.raises(QgsProcessingException, match="YEAR"):
        run(**years)


def test_what_has_no_value_or_no_place_is_told():
    log = Log()
    rows = [*TRACTS, ("S3", (1500, 0, 1600, 100), 90.0, 9.0), ("S4", (0, 100, 600, 200), None, None)]
    target = towns([("北镇", (0, 0, 600, 200)), *TOWNS[1:]])
    layer = make_layer(
        [(box(*shape), {"name": name, "people": people}) for name, shape, people, _rate in rows],
        "EPSG:4549",
        "tracts",
    )
    _result, found = run(log, SOURCE=layer, TARGET=target)
    assert log.said("people 90")
    assert log.said("1 source units have no value")
    assert found["北镇"]["people"] == pytest.approx(600.0, rel=1e-9)
    assert found["北镇"]["people_missing_share"] == pytest.approx(0.5, rel=1e-9)


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"EXTENSIVE_FIELDS": []}, "EXTENSIVE_FIELDS"),
        ({"INTENSIVE_FIELDS": ["people"]}, "people"),
        ({"EXTENSIVE_FIELDS": ["name"]}, "S1"),
    ],
)
def test_bad_input_is_refused_in_a_sentence(parameters, sentence):
    with pytest.raises(QgsProcessingException, match=sentence):
        run(**parameters)


@pytest.mark.parametrize("shared", [{}, {"INSIDE_ONLY": True}])
def test_towns_that_overlap_are_refused(shared):
    with pytest.raises(QgsProcessingException, match=r"“北镇” and “T” .* overlap \(3\.0000 ha"):
        run(TARGET=towns([TOWNS[0], ("T", (300, 0, 1500, 100))]), **shared)


def test_layers_without_common_ground_are_refused():
    with pytest.raises(QgsProcessingException, match="no ground in common"):
        run(TARGET=towns([("远镇", (90_000, 0, 91_000, 100))]))


def test_a_source_unit_of_several_features_is_refused():
    """1 000 people on each of two features: 1 000 or 2 000 of the unit?"""
    with pytest.raises(QgsProcessingException, match="“S1” occurs several times"):
        run(SOURCE=tracts([TRACTS[0], ("S1", *TRACTS[1][1:])]))


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ({"town": ["T", "T"], "people": [1.0, 2.0]}, "row 2: unit “T” has a row already"),
        ({"town": ["T"], "people": ["600 p"]}, "row 1: “600 p” in column “people”"),
        ({"town": ["T"], "people": ["inf"]}, "row 1: “inf” in column “people”"),
        ({"town": ["T"], "population": [600.0]}, "no column of the fields"),
        ({"town": ["远镇"], "people": [600.0]}, "names none of the target units"),
    ],
)
def test_control_tables_that_do_not_fit_are_refused(columns, sentence):
    with pytest.raises(QgsProcessingException, match=sentence):
        run(CONTROL=control(**columns))


@pytest.mark.parametrize("name", ["unit", "Unit", "fid"])
def test_a_field_named_like_an_output_field_is_kept_beside_it(tmp_path, name):
    layer = make_layer(
        [(box(*shape), {name: n, "name": title}) for title, shape, n, _ in TRACTS], "EPSG:4549"
    )
    log = Log()
    path = str(tmp_path / "units.gpkg")
    _result, rows = run(log, SOURCE=layer, EXTENSIVE_FIELDS=[name], OUTPUT=path)
    assert rows["T"][f"{name}_in"] == pytest.approx(600.0, rel=1e-9)
    assert log.said(f"“{name}_in”")


def test_versions_may_have_dates():
    rows = [("老镇", QDate(1990, 1, 1), QDate(2021, 1, 1)), ("新镇", QDate(2021, 1, 1), None)]
    layer = make_layer(
        [(box(0, 0, 1500, 100), dict(zip(("XZQMC", "first", "last"), row))) for row in rows],
        "EPSG:4549",
        types={"XZQMC": QVariant.String, "first": QVariant.Date, "last": QVariant.Date},
    )
    years = {"TARGET": layer, "VALID_FROM_FIELD": "first", "VALID_TO_FIELD": "last"}
    assert [list(run(**years, YEAR=year)[1]) for year in (2020, 2021)] == [["老镇"], ["新镇"]]


def test_polygons_with_weights_that_the_method_does_not_take_are_told():
    log = Log()
    floors = make_layer([(box(0, 0, 10, 10), {"GFA": 1.0})], "EPSG:4549", "floors")
    run(log, WEIGHTS=floors, WEIGHT_FIELD="GFA")
    assert log.said("“floors” is no table of weights")


def test_the_control_table_tells_errors_and_areas():
    """Differences −2, 20 and 0 people: the root of 404 / 3; towns of 6, 6 and 3 ha, one stated 1.5 ha off."""
    yearbook = control(town=["T", "北镇", "东镇"], people=[602.0, 580.0, 300.0], area_ha=[6.0, 7.5, 3.9])
    log = Log()
    result, _rows = run(log, CONTROL=yearbook, OUTPUT_AGREEMENT="memory:")
    assert log.said(f"root mean square error against the control table is {math.sqrt(404 / 3):.6g} over 3")
    rows = {(row["unit"], row["variable"]): row for row in rows_of(result["OUTPUT_AGREEMENT"])}
    areas = [rows[name, "area_ha"]["agrees"] for name in ("T", "北镇", "东镇")]
    assert areas == [1, 0, 1]
    assert rows["北镇", "area_ha"]["difference"] == pytest.approx(-1.5, rel=1e-9)
    assert result["DISAGREEMENTS"] == 2


def test_margins_of_raking_are_no_hold_out():
    log = Log()
    run(log, METHOD="raking", CONTROL=control(town=["T", "北镇", "东镇"], people=[700.0, 550.0, 250.0]))
    assert not log.said("root mean square error")


def test_one_overlay_serves_all_fields_and_its_table_all_years(monkeypatch):
    from dualcarbon.plugin.domain.unify import weights

    calls, overlay = [], weights.overlay
    monkeypatch.setattr(weights, "overlay", lambda *given, **more: calls.append(1) or overlay(*given, **more))
    fields = [f"v{number}" for number in range(30)]
    rows = [
        (box(*shape), {"name": name, **dict.fromkeys(fields, people)}) for name, shape, people, _ in TRACTS
    ]
    layer = make_layer(rows, "EPSG:4549", "tracts")
    first, found = run(SOURCE=layer, EXTENSIVE_FIELDS=fields, OUTPUT_WEIGHTS="memory:")
    assert len(calls) == 1
    assert {found["T"][field] for field in fields} == {found["T"]["v0"]}
    for _year in range(10):
        run(SOURCE=layer, EXTENSIVE_FIELDS=fields, WEIGHTS=first["OUTPUT_WEIGHTS"])
    assert len(calls) == 1
