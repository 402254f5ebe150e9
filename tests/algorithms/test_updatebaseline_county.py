# SPDX-License-Identifier: GPL-2.0-or-later
"""Baseline and increments against the county computed again in full, by polygons of towns."""

from __future__ import annotations

import pytest
from increments_by_hand import X, Y
from layers_by_hand import make_layer, notes_of, rows_of, square

#: Codes of a grid of 100 m parcels, from west to east, row by row: before, and after where they change.
BEFORE = [
    ["0101", "0103", "0301", "0702"],
    ["0103", "0103", "0307", "1104"],
    ["0201", "0404", "0301", "1001"],
]
AFTER = {(0, 1): "0702", (1, 0): "0301", (1, 2): "0103", (2, 1): "0201", (2, 3): "0101", (0, 3): "0701"}
#: Parcels of which only the western half changes, and to what.
HALVES = {(1, 1): "0201"}
#: Field ridges as a share of the parcel.
RIDGES = {"0101": 0.08, "0103": 0.05}


def parcel(row, column, code, half=None):
    """Code and official areas: 1 % more than measured, so that the rule matters."""
    width = 100 if half is None else 50
    wkt = square(X + 100 * column + (50 if half == 1 else 0), Y + 100 * row, width, 100)
    area = round(width * 100 * 1.01, 2)
    ridge = round(area * RIDGES.get(code, 0.0), 2)
    return wkt, {"BSM": f"{row}{column}{half or ''}", "DLBM": code, "TBMJ": area, "KCMJ": ridge}


def county(after):
    rows = []
    for row, codes in enumerate(BEFORE):
        for column, code in enumerate(codes):
            here = (row, column)
            if here in HALVES:
                west = HALVES[here] if after else code
                rows += [parcel(row, column, west, 0), parcel(row, column, code, 1)]
            else:
                rows.append(parcel(row, column, AFTER.get(here, code) if after else code))
    return make_layer(rows, name="DLTB")


def process_layer():
    """One process per changed parcel with the areas of both dates; one only changes an attribute."""
    rows = []
    changes = [(here, code, None) for here, code in AFTER.items()]
    changes += [(here, code, 0) for here, code in HALVES.items()]
    for (row, column), code, half in [*changes, ((0, 0), "0101", None)]:
        wkt, before = parcel(row, column, BEFORE[row][column], half)
        _, after = parcel(row, column, code, half)
        attributes = {
            **{"BSM": before["BSM"], "BGQDLBM": before["DLBM"], "BGHDLBM": code, "TBBGMJ": before["TBMJ"]},
            **{"BGQKCMJ": before["KCMJ"], "BGQTBDLMJ": before["TBMJ"] - before["KCMJ"]},
            **{"BGHKCMJ": after["KCMJ"], "BGHTBDLMJ": after["TBMJ"] - after["KCMJ"], "GXSJ": "20251231"},
        }
        rows.append((wkt, attributes))
    return make_layer(rows, name="DLTBGXGC")


def towns():
    """The border runs through the middle of the second column, and aslant."""
    west = f"POLYGON(({X} {Y},{X + 140} {Y},{X + 170} {Y + 300},{X} {Y + 300},{X} {Y}))"
    east = f"POLYGON(({X + 140} {Y},{X + 400} {Y},{X + 400} {Y + 300},{X + 170} {Y + 300},{X + 140} {Y}))"
    return make_layer([(west, {"XZQMC": "西镇"}), (east, {"XZQMC": "东镇"})], name="XZQ")


def same(found, expected, keys, tolerance):
    """Rows of two tables agree, figure by figure."""
    of = [{tuple(row[key] for key in keys): row for row in rows_of(table)} for table in (found, expected)]
    assert of[0].keys() == of[1].keys()
    names = set(next(iter(of[0].values()))) & set(next(iter(of[1].values())))
    for key, row in of[1].items():
        for name in names:
            if isinstance(row[name], float):
                assert of[0][key][name] == pytest.approx(row[name], rel=tolerance), (key, name)
            else:
                assert of[0][key][name] == row[name], (key, name)


@pytest.mark.parametrize("rule", ["planar", "ellipsoidal", "attribute"])
def test_the_updated_baseline_is_the_county_computed_again(run, tmp_path, rule):
    settings = {"UNITS": towns(), "UNIT_FIELD": "XZQMC", "AREA_RULE": rule}
    outputs = {"OUTPUT": "memory:", "OUTPUT_TABLE": "memory:"}
    official = {"AREA_FIELD": "TBMJ"} if rule == "attribute" else {}
    land = {"CLASS_FIELD": "DLBM", **settings, **official, **outputs}
    before = run("sinkbaseline", INPUT=county(False), YEAR=2024, **land)
    again = run("sinkbaseline", INPUT=county(True), YEAR=2025, **land)
    updated = run(
        "updatebaseline",
        BASELINE=before["OUTPUT_TABLE"],
        INCREMENTS=process_layer(),
        YEAR=2025,
        MANIFEST=str(tmp_path / "run.json"),
        **settings,
        **outputs,
    )
    # On the ellipsoid parts are measured by edges of their own: what is left of a class feels the difference.
    tolerance = 1e-8 if rule == "ellipsoidal" else 1e-9
    same(updated["OUTPUT_TABLE"], again["OUTPUT_TABLE"], ("unit", "carbon_class"), tolerance)
    same(updated["OUTPUT"], again["OUTPUT"], ("unit",), tolerance)
    assert updated["STOCK_AFTER_TC"] == pytest.approx(again["TOTAL_STOCK_TC"], rel=1e-9)
    assert updated["STOCK_AFTER_TC_LOW"] == pytest.approx(again["TOTAL_STOCK_TC_LOW"], rel=1e-9)
    assert updated["WEAK_SHARE"] == pytest.approx(again["WEAK_SHARE"], rel=1e-9)
    # 0702 → 0701 stays residential: that ground changes no carbon either.
    assert sorted(notes_of(updated)["attributes_only"]["ids"]) == ["00", "03"]
    assert updated["CHANGED_HA"] == pytest.approx(5.5 * (1.01 if rule == "attribute" else 1.0), rel=1e-3)


def test_the_change_is_that_of_both_dates_laid_over_each_other(run, tmp_path):
    """Oracle: “Change between two dates” from the two land uses, which sees no increments."""
    settings = {"UNITS": towns(), "UNIT_FIELD": "XZQMC", "AREA_RULE": "planar"}
    before, after = county(False), county(True)
    outputs = {"OUTPUT": "memory:", "OUTPUT_TABLE": "memory:"}
    baseline = run("sinkbaseline", INPUT=before, CLASS_FIELD="DLBM", YEAR=2024, **settings, **outputs)
    updated = run(
        "updatebaseline",
        BASELINE=baseline["OUTPUT_TABLE"],
        INCREMENTS=process_layer(),
        YEAR=2025,
        OUTPUT="memory:",
        **settings,
    )
    dates = {"BEFORE": before, "AFTER": after, "BEFORE_FIELD": "DLBM", "AFTER_FIELD": "DLBM"}
    overlaid = run("stockchange", YEAR_BEFORE=2024, YEAR_AFTER=2025, OUTPUT="memory:", **dates, **settings)
    for name in ("CHANGE_TC", "CHANGE_TC_LOW", "CHANGE_TC_HIGH"):
        assert updated[name] == pytest.approx(overlaid[name], rel=1e-9), name
    changes = {row["unit"]: row["change_tc"] for row in rows_of(overlaid["OUTPUT"])}
    for row in rows_of(updated["OUTPUT"]):
        assert row["change_tc"] == pytest.approx(changes[row["unit"]], rel=1e-9)


def test_the_updated_table_opens_a_projection(run):
    """What grows by the rates of the baseline grows by those of the update."""
    settings = {"UNITS": towns(), "UNIT_FIELD": "XZQMC", "AREA_RULE": "planar"}
    outputs = {"OUTPUT": "memory:", "OUTPUT_TABLE": "memory:"}
    land = {"CLASS_FIELD": "DLBM", **settings, **outputs}
    before = run("sinkbaseline", INPUT=county(False), YEAR=2024, **land)["OUTPUT_TABLE"]
    again = run("sinkbaseline", INPUT=county(True), YEAR=2025, **land)["OUTPUT_TABLE"]
    increments = {"INCREMENTS": process_layer(), "YEAR": 2025, **settings, **outputs}
    updated = run("updatebaseline", BASELINE=before, **increments)["OUTPUT_TABLE"]
    ends = [
        run("projectbaseline", BASELINE=table, YEARS="2030", OUTPUT="memory:")["STOCK_END_TC"]
        for table in (updated, again)
    ]
    assert ends[0] == pytest.approx(ends[1], rel=1e-9)
