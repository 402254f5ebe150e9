# SPDX-License-Identifier: GPL-2.0-or-later
"""Control lines against each other: what counting cells one by one finds, whatever the order."""

from __future__ import annotations

import dataclasses
from datetime import date
from itertools import product

import numpy as np
import pyproj
import pytest
import shapely
from dualcarbon.plugin.domain.areas import work_plane
from dualcarbon.plugin.domain.errors import Cancelled
from dualcarbon.plugin.domain.linecheck import LineCheckSettings, LineLayer, check_lines
from dualcarbon.plugin.domain.plancheck import ControlLine
from dualcarbon.plugin.domain.rules import load_rule_pack, rules_in_force
from hypothesis import given, settings
from hypothesis import strategies as st

X, Y, CELL_M = 500_000.0, 3_300_000.0, 10.0
LAW = rules_in_force(load_rule_pack("cn_national"), date(2026, 4, 1))
PLANE = work_plane(pyproj.CRS(4547).to_wkt(), (X, Y, X + 1000.0, Y + 1000.0))
#: CON-01 to CON-03 by the types of the lines.
RULES = {("pbf", "erl"): "CON-01", ("erl", "udb"): "CON-02", ("pbf", "udb"): "CON-03"}


def box(x, y, width, height):
    return shapely.box(X + x * CELL_M, Y + y * CELL_M, X + (x + width) * CELL_M, Y + (y + height) * CELL_M)


def layer(line_type, *shapes, first=1, zones=None, **fields):
    geometry = np.empty(len(shapes), dtype=object)
    geometry[:] = shapes
    ids = np.array([f"{line_type}{n}" for n in range(first, first + len(shapes))], dtype=object)
    raw = None if zones is None else np.array(zones, dtype=object)
    line = ControlLine(line_type, line_type, geometry, zones=raw)
    columns = {name: np.array(values, dtype=object) for name, values in fields.items()}
    return LineLayer(line, geometry, ids, columns, "EPSG:4547", True)


def check(*layers, law=LAW, **more):
    return check_lines(layers, LineCheckSettings(), law, PLANE, **more)


def pair_findings(result):
    found = result.findings[result.findings["rule_id"].isin(RULES.values())]
    return {
        (row["rule_id"], row["id_a"], row["id_b"], row["kind"]): round(row["area_m2"], 2)
        for row in found.to_dict("records")
    }


def cells_of(rect):
    x, y, width, height = rect
    return {(i, j) for i in range(x, x + width) for j in range(y, y + height)}


rectangle = st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(1, 3), st.integers(1, 3))
rectangles = st.lists(rectangle, min_size=1, max_size=3, unique=True)


@settings(max_examples=25)
@given(st.fixed_dictionaries({"pbf": rectangles, "erl": rectangles, "udb": rectangles}))
def test_the_three_lines_share_what_their_cells_share(rects):
    expected = {}
    for (a, b), rule in RULES.items():
        for (m, one), (n, other) in product(enumerate(rects[a], 1), enumerate(rects[b], 1)):
            shared = cells_of(one) & cells_of(other)
            island = b == "udb" and shared == cells_of(one)
            if shared:
                kind = "island" if island else "overlap"
                expected[rule, f"{a}{m}", f"{b}{n}", kind] = len(shared) * CELL_M**2
    layers = [layer(name, *(box(*rect) for rect in rects[name])) for name in rects]
    assert pair_findings(check(*layers)) == pytest.approx(expected, abs=0.01)


def test_neither_order_of_layers_nor_of_features_nor_threads_change_the_findings():
    plots = [box(i, 0, 1.2, 3) for i in range(6)]
    one = check(layer("pbf", *plots), layer("erl", box(2, 1, 3, 3)), threads=1)
    turned = layer("pbf", *plots[::-1])
    turned = dataclasses.replace(turned, ids=turned.ids[::-1])
    other = check(layer("erl", box(2, 1, 3, 3)), turned, threads=2)
    assert set(one.findings["kind"]) >= {"overlap", "self_overlap", "missing_field"}
    assert one.findings.drop(columns="geometry").equals(other.findings.drop(columns="geometry"))


def test_two_layers_of_one_type_are_one_line():
    """A wetland half in the redline of the land and half in that of the sea lies inside the redline."""
    halves = [layer("erl", box(0, 0, 2, 4)), layer("erl", box(2, 0, 2, 4), first=2)]
    wetland = layer("wetland", box(1, 1, 2, 2))
    assert "ERL-07" not in set(check(wetland, *halves).findings["rule_id"])
    (found,) = check(wetland, halves[0]).findings.query("rule_id == 'ERL-07'").to_dict("records")
    # Half of 20 m × 20 m, no more than the 400 m² of the rule.
    assert (found["severity"], found["area_m2"]) == ("noise", pytest.approx(200.0, abs=0.01))


def test_only_high_hazard_is_avoided_by_the_boundary():
    boundary = layer("udb", box(0, 0, 50, 50))
    hazard = layer("hazard", box(0, 0, 10, 20), box(20, 0, 10, 20), zones=["高风险区", "低风险区"])
    found = check(boundary, hazard).findings.query("rule_id == 'UDB-07'")
    assert list(found["id_a"]) == ["hazard1"]
    assert list(found["area_m2"]) == pytest.approx([20_000.0], abs=0.1)


def test_hazard_without_zones_is_no_silent_pass():
    """Nobody knows whether it is high: the rule is listed, and the features are named nowhere as sound."""
    boundary = layer("udb", box(0, 0, 50, 50))
    zoned = {"hazard": ["高风险区"], "other": ["低风险区"]}
    unknown = check(boundary, layer("hazard", box(0, 0, 10, 20), box(20, 0, 10, 20)))
    assert "Geological hazard zone: 2 features without a zone" in set(unknown.not_run["reason"])
    for zones in zoned.values():
        known = check(boundary, layer("hazard", box(0, 0, 10, 20), zones=zones))
        assert not known.not_run["reason"].str.contains("without a zone").any()


def test_a_profile_says_from_which_area_on_wetland_counts():
    """10 m × 30 m of wetland off the redline: noise at the 400 m² of the nation, an error at 200 m²."""
    lines = layer("wetland", box(0, 0, 1, 3)), layer("erl", box(10, 0, 1, 1))
    stricter = LAW.rules.copy()
    stricter.loc["ERL-07", "min_area_m2"] = "200"
    for rules, severity in ((LAW.rules, "noise"), (stricter, "error")):
        law = dataclasses.replace(LAW, rules=rules)
        (found,) = check(*lines, law=law).findings.query("rule_id == 'ERL-07'").to_dict("records")
        assert (found["severity"], found["area_m2"]) == (severity, pytest.approx(300.0, abs=0.01))


def test_a_kilometre_of_misfit_hides_no_notch():
    """1 km × 2 cm alone is noise, with a notch of 9 m × 9 m on it a conflict; 2·101/2018 m = 10 cm."""
    notch = shapely.box(X + 500.0, Y, X + 509.0, Y + 9.0)
    for redline, severity in ((misfit(0.02), "noise"), (misfit(0.02).union(notch), "error")):
        farmland = shapely.box(X, Y, X + 1000.0, Y + 50.0)
        found = check(layer("pbf", farmland), layer("erl", redline)).findings.query("rule_id == 'CON-01'")
        assert list(found["severity"]) == [severity]


def misfit(width_m):
    """A redline south of the farmland that reaches into it by so much."""
    return shapely.box(X, Y - 50.0, X + 1000.0, Y + width_m)


def test_rules_leave_with_the_pack():
    law = dataclasses.replace(LAW, rules=LAW.rules.drop(["CON-01", "CON-04", "D-03"]))
    lines = layer("pbf", box(0, 0, 4, 4)), layer("erl", box(2, 0, 4, 4)), layer("udb", box(3, 0, 40, 40))
    result = check(*lines, law=law)
    assert {"CON-02", "CON-03"} <= set(result.findings["rule_id"])
    assert not {"CON-01", "D-03"} & set(result.findings["rule_id"])
    (missing,) = result.not_run.query("rule_id == 'D-03'").to_dict("records")
    assert missing["reason"] == "the rule is not in force or switched off"
    overlaps = result.findings.query("kind in ('overlap', 'island')")
    assert not overlaps["remedy"].str.contains("ecological function integrity").any()


def test_names_of_codes_must_be_those_of_the_classification():
    """0101 is 水田, 0103 is 旱地."""
    codes = layer(
        "pbf", box(0, 0, 1, 1), box(2, 0, 1, 1), YDYHFLDM=["0101", "0103"], YDYHFLMC=["水田", "水田"]
    )
    (found,) = check(codes).findings.query("rule_id == 'D-04'").to_dict("records")
    assert (found["kind"], found["severity"], found["id_a"]) == ("code_name", "warning", "pbf2")
    assert "“0103” is called “旱地”" in found["message"]


def test_an_empty_area_field_is_a_warning_and_a_road_as_a_line_is_left_alone():
    plots = layer("pbf", box(0, 0, 1, 1), MJ=[None])
    (found,) = check(plots).findings.query("rule_id == 'D-02'").to_dict("records")
    assert (found["kind"], found["severity"]) == ("area_missing", "warning")
    road = layer("road", shapely.LineString([(X, Y), (X + 10, Y)]))
    assert set(check(road).findings["rule_id"]) == {"D-03"}


def test_a_cancel_is_passed_on():
    def stop(share):
        if share > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        check(layer("pbf", box(0, 0, 4, 4)), layer("erl", box(2, 0, 4, 4)), progress=stop)


def test_an_overlap_within_a_layer_up_to_a_square_metre_is_a_warning():
    """10 m × 9 cm = 0.9 m² and 10 m × 11 cm = 1.1 m²."""
    plots = layer("pbf", box(0, 0, 1.009, 1), box(1, 0, 1.011, 1), box(2, 0, 1, 1))
    found = check(plots).findings.query("kind == 'self_overlap'")
    assert list(zip(found["severity"], found["area_m2"].round(3))) == [("warning", 0.9), ("error", 1.1)]
