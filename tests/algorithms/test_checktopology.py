# SPDX-License-Identifier: GPL-2.0-or-later
"""Topology checks through Processing: hand-made parcels with findings computed by hand."""

from __future__ import annotations

import pytest
from formats import forget_encoding, write
from layers_by_hand import ROOT, make_layer, manifest_of, notes_of, rows_of, square

X, Y = 500_000.0, 3_300_000.0


@pytest.fixture
def check(run, tmp_path):
    def call(layer, **more):
        settings = {
            "INPUT": layer,
            "ID_FIELD": "BSM",
            "LANGUAGE": "en",
            "AS_OF": "2026-04-01",
            "MANIFEST": str(tmp_path / "topology.json"),
            "OUTPUT": "memory:",
        }
        result = run("checktopology", **{**settings, **more})
        return result, rows_of(result["OUTPUT"])

    return call


def parcels(*shapes, **more):
    return make_layer([(wkt, {"BSM": f"p{n}"}) for n, wkt in enumerate(shapes, 1)], **more)


def kinds(findings):
    return [(f["kind"], f["ids"]) for f in findings]


def numbers(result):
    return {name: result[name] for name in ("OVERLAPS", "GAPS", "SLIVERS", "MISMATCHES", "NOISE")}


NOTHING = dict.fromkeys(("OVERLAPS", "GAPS", "SLIVERS", "MISMATCHES", "NOISE"), 0)


def test_two_squares_that_share_an_edge_are_sound(check):
    result, findings = check(parcels(square(X, Y), square(X + 100, Y)))
    assert findings == []
    assert numbers(result) == NOTHING
    assert manifest_of(result)["tolerances"]["tolerance_m"] == 0.0001


def test_an_overlap_of_two_by_hundred_metres(check):
    result, (found,) = check(parcels(square(X, Y, 102, 100), square(X + 100, Y)))
    assert (found["kind"], found["ids"], found["rule_id"], found["severity"]) == (
        "overlap",
        "p1;p2",
        "T-01",
        "error",
    )
    # EPSG:4547 shrinks nothing on its central meridian: ellipsoidal and planar area agree.
    assert found["area_m2"] == pytest.approx(200.0, abs=0.001)
    assert found["width_m"] == pytest.approx(400.0 / 204.0)
    assert numbers(result) == {**NOTHING, "OVERLAPS": 1}


# Limits and scope ----------------------------------------------------------------------------


def test_a_gap_of_two_millimetres_is_noise_at_a_centimetre_and_a_sliver_at_one(check):
    """A ring of four parcels round a slit of 100 m × 2 mm = 0.2 m²."""
    slit = parcels(
        square(X, Y, 100, 100),
        square(X + 100.002, Y, 100, 100),
        f"POLYGON(({X} {Y - 50},{X + 200.002} {Y - 50},{X + 200.002} {Y},{X + 100.002} {Y},{X + 100} {Y},"
        f"{X} {Y},{X} {Y - 50}))",
        f"POLYGON(({X} {Y + 100},{X + 100} {Y + 100},{X + 100.002} {Y + 100},{X + 200.002} {Y + 100},"
        f"{X + 200.002} {Y + 150},{X} {Y + 150},{X} {Y + 100}))",
    )
    fine, (found,) = check(slit, TOLERANCE_M=0.001)
    assert (found["kind"], found["noise"], found["severity"]) == ("gap", "no", "warning")
    assert found["area_m2"] == pytest.approx(0.2, rel=1e-3)
    assert found["width_m"] == pytest.approx(0.002, rel=1e-3)
    assert numbers(fine) == {**NOTHING, "GAPS": 1, "SLIVERS": 1}
    coarse, findings = check(slit, TOLERANCE_M=0.01)
    # All vertices at either end of the slit are within the tolerance of each other.
    assert kinds(findings) == [
        ("duplicate_vertex", "p3"),
        ("duplicate_vertex", "p4"),
        ("gap", "p1;p2;p3;p4"),
        ("near_vertex", "p1;p2;p3"),
        ("near_vertex", "p1;p2;p4"),
    ]
    assert {f["severity"] for f in findings} == {"noise"}
    assert numbers(coarse) == {**NOTHING, "NOISE": 5}


def test_findings_lie_where_the_defect_is(check):
    from qgis.core import QgsGeometry

    result, _ = check(parcels(square(X, Y, 102, 100), square(X + 100, Y)))
    (feature,) = result["OUTPUT"].getFeatures()
    expected = QgsGeometry.fromWkt(square(X + 100, Y, 2, 100))
    assert feature.geometry().symDifference(expected).area() == pytest.approx(0.0, abs=1e-6)
    assert result["OUTPUT"].crs().authid() == "EPSG:4547"


def test_a_scope_in_degrees_is_transformed(check):
    """The scope is half a square larger than the parcels; its corners are computed by pyproj."""
    import pyproj

    to_degrees = pyproj.Transformer.from_crs(4547, 4490, always_xy=True)
    corners = [(X, Y), (X + 150, Y), (X + 150, Y + 100), (X, Y + 100), (X, Y)]
    ring = ",".join("{:.12f} {:.12f}".format(*to_degrees.transform(*corner)) for corner in corners)
    scope = make_layer([(f"POLYGON(({ring}))", {"N": "范围"})], crs="EPSG:4490", name="GHFW")
    result, findings = check(parcels(square(X, Y)), SCOPE=scope, TOLERANCE_M=0.001)
    heard = [f for f in findings if f["noise"] == "no"]
    assert [(f["kind"], f["ids"]) for f in heard] == [("uncovered", "p1")]
    assert heard[0]["area_m2"] == pytest.approx(5000.0, abs=0.5)
    assert result["GAPS"] == 1


def test_a_layer_in_degrees_keeps_its_straight_edges(check):
    """A parcel of 0.01° with a neighbour that lacks a vertex in the middle of the shared edge of 950 m."""

    def box(x, y, width, height):
        return f"POLYGON(({x} {y},{x + width} {y},{x + width} {y + height},{x} {y + height},{x} {y}))"

    layer = parcels(
        box(114.0, 31.0, 0.01, 0.01),
        box(114.0, 31.01, 0.005, 0.01),
        box(114.005, 31.01, 0.005, 0.01),
        crs="EPSG:4490",
    )
    result, (found,) = check(layer)
    assert (found["kind"], found["ids"]) == ("mismatch", "p1;p2;p3")
    assert numbers(result) == {**NOTHING, "MISMATCHES": 1}


def test_minimum_areas_by_code_and_by_field(check):
    """190 m² are too small for construction, 390 m² for farmland, but not by a field that says 100."""
    rows = [
        (square(X, Y, 19, 10), {"BSM": "a", "YDYHFLDM": "0701", "MIN": None}),
        (square(X + 100, Y, 39, 10), {"BSM": "b", "YDYHFLDM": "0101", "MIN": None}),
        (square(X + 200, Y, 39, 10), {"BSM": "c", "YDYHFLDM": "0101", "MIN": 100.0}),
        (square(X + 300, Y, 41, 10), {"BSM": "d", "YDYHFLDM": "0101", "MIN": None}),
    ]
    from qgis.PyQt.QtCore import QVariant

    types = {"BSM": QVariant.String, "YDYHFLDM": QVariant.String, "MIN": QVariant.Double}
    layer = make_layer(rows, types=types)
    classed = {"CLASS_FIELD": "YDYHFLDM", "CLASSIFICATION": "cn_landsea_2023"}
    result, findings = check(layer, **classed)
    assert kinds(findings) == [("small", "a"), ("small", "b"), ("small", "c")]
    assert {f["rule_id"] for f in findings} == {"T-02"}
    assert result["SMALL"] == 3
    _, findings = check(layer, **classed, MIN_AREA_FIELD="MIN")
    assert kinds(findings) == [("small", "a"), ("small", "b")]
    result, findings = check(layer)
    assert findings == []
    assert "no_minimum_area" in notes_of(result)


def test_survey_codes_are_translated_for_the_minimum_area(check):
    """DLBM 1202 is facility agriculture (200 m²); the same digits in the 2023 list are a road."""
    layer = make_layer([(square(X, Y, 30, 10), {"BSM": "a", "DLBM": "1202"})])
    result, findings = check(layer, CLASS_FIELD="DLBM", CLASSIFICATION="cn_third_survey")
    assert (findings, result["SMALL"]) == ([], 0)


def test_a_profile_may_switch_a_rule_off(check, tmp_path):
    import pandas as pd

    rules = pd.read_csv(ROOT / "resources" / "rules" / "cn_national.csv", dtype=str)
    own = tmp_path / "own.csv"
    rules[rules["rule_id"] != "T-03"].to_csv(own, index=False)
    needle = parcels(f"POLYGON(({X} {Y},{X + 100} {Y},{X + 100} {Y + 5},{X} {Y}))")
    assert [f["kind"] for f in check(needle)[1]] == ["acute_angle"]
    result, findings = check(needle, RULES=str(own))
    assert findings == []
    assert manifest_of(result)["not_run"] == ["narrow", "acute_angle"]
    assert notes_of(result)["rules_not_in_force"]["count"] == 2


# Bad input -----------------------------------------------------------------------------------


def test_broken_features_are_findings_and_the_rest_is_checked(check):
    bow = f"POLYGON(({X + 300} {Y},{X + 400} {Y + 100},{X + 400} {Y},{X + 300} {Y + 100},{X + 300} {Y}))"
    layer = parcels(square(X, Y, 102, 100), square(X + 100, Y), bow, None, "POLYGON EMPTY")
    result, findings = check(layer)
    assert kinds(findings) == [
        ("invalid", "p3"),
        ("null_geometry", "p4"),
        ("null_geometry", "p5"),
        ("overlap", "p1;p2"),
    ]
    assert (result["INVALID"], result["OVERLAPS"], result["ERRORS"]) == (3, 1, 4)
    assert "Self-intersection" in findings[0]["message"]


def test_curves_are_checked_as_their_chords(check):
    arc = (
        f"CURVEPOLYGON(COMPOUNDCURVE(({X} {Y},{X + 100} {Y}),CIRCULARSTRING({X + 100} {Y},{X + 150} {Y + 50},"
        f"{X + 100} {Y + 100}),({X + 100} {Y + 100},{X} {Y + 100},{X} {Y})))"
    )
    layer = make_layer([(arc, {"BSM": "p1"}), (square(X + 90, Y), {"BSM": "p2"})], kind="CurvePolygon")
    _, findings = check(layer)
    (overlap,) = [f for f in findings if f["kind"] == "overlap"]
    # A strip of 10 m and a half circle of radius 50 m.
    assert overlap["area_m2"] == pytest.approx(1000.0 + 3.14159265 * 50**2 / 2, rel=1e-3)


def test_lines_and_layers_without_features_are_refused(refused, tmp_path):
    target = {"OUTPUT": str(tmp_path / "out.gpkg")}
    roads = make_layer([(f"LINESTRING({X} {Y},{X + 1} {Y})", {"BSM": "1"})], kind="LineString", name="roads")
    assert "roads" in refused("checktopology", INPUT=roads, **target)
    empty = make_layer([], name="nothing")
    assert "“nothing” has no features" in refused("checktopology", INPUT=empty, **target)
    assert list(tmp_path.iterdir()) == []


def test_a_layer_without_crs_and_a_wrong_minimum_area_are_refused(refused):
    bare = make_layer([(square(X, Y), {"BSM": "1"})], crs="", name="bare")
    assert "“bare” has no coordinate reference system" in refused(
        "checktopology", INPUT=bare, OUTPUT="memory:"
    )
    words = make_layer([(square(X, Y), {"BSM": "1", "MIN": "viel"})])
    assert "is no number (features: 1, first: 1, value “viel”)" in refused(
        "checktopology", INPUT=words, MIN_AREA_FIELD="MIN", OUTPUT="memory:"
    )


def test_a_gbk_shapefile_without_cpg_is_read(check, tmp_path):
    layer = make_layer([(square(X, Y, 102, 100), {"NAME": "甲村"}), (square(X + 100, Y), {"NAME": "乙村"})])
    file = write(layer, tmp_path / "图斑.shp", "ESRI Shapefile", "GBK")
    forget_encoding(file)
    _, (found,) = check(file, ID_FIELD="NAME")
    assert found["ids"] == "乙村;甲村"
