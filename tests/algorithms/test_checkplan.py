# SPDX-License-Identifier: GPL-2.0-or-later
"""Plan checks through Processing: hand-made squares with areas, carbon and notes computed by hand."""

from __future__ import annotations

import math

import pytest
from layers_by_hand import check_draft, control_line, make_layer, manifest_of, notes_of, rows_of, square

X, Y = 500_000.0, 3_300_000.0


@pytest.fixture
def check(run, tmp_path):
    return lambda plan, **more: check_draft(run, tmp_path / "check.json", plan, **more)


def hits(findings):
    return [
        (f["rule_id"], f["plan_id"], f["line_id"], f["severity"], round(f["area_m2"], 3)) for f in findings
    ]


HOMESTEAD = [(square(X, Y, 100, 400), "0703")]
FARMLAND_BELOW = control_line((square(X - 50, Y - 50, 300, 250), {}))


# Lines ---------------------------------------------------------------------------------------


def test_a_homestead_on_two_hectares_of_farmland_breaks_two_rules_on_one_ground(check):
    result, findings = check(HOMESTEAD, FARMLAND=FARMLAND_BELOW)
    assert hits(findings) == [
        ("PBF-01", "p1", "L1", "error", 20_000.0),
        ("PBF-06", "p1", "L1", "error", 20_000.0),
    ]
    assert [f["share"] for f in findings] == pytest.approx([0.5, 0.5])
    assert (result["ERRORS"], result["WARNINGS"], result["INFOS"]) == (2, 0, 0)
    assert result["ERROR_AREA_HA"] == pytest.approx(2.0)
    assert result["FINDING_AREA_HA"] == pytest.approx(2.0)
    assert result["MULTIPLE_AREA_HA"] == pytest.approx(2.0)
    assert result["NOISE_AREA_HA"] == 0.0
    assert all(f["legal_basis"] and f["remedy"] for f in findings)


def test_findings_lie_on_the_conflict(check):
    from qgis.core import QgsGeometry

    result, _ = check(HOMESTEAD, FARMLAND=FARMLAND_BELOW)
    expected = QgsGeometry.fromWkt(square(X, Y, 100, 200))
    for feature in result["OUTPUT"].getFeatures():
        assert feature.geometry().symDifference(expected).area() == pytest.approx(0.0, abs=1e-6)
    assert result["OUTPUT"].crs().authid() == "EPSG:4547"


def test_parcels_and_summary_tell_what_the_findings_tell(check):
    plan = [*HOMESTEAD, (square(X + 100, Y), "0101"), (square(X + 200, Y), "0201")]
    units = make_layer(
        [
            (square(X - 50, Y - 50, 200, 150), {"XZQMC": "南"}),
            (square(X - 50, Y + 100, 200, 400), {"XZQMC": "北"}),
        ]
    )
    result, findings = check(
        plan, FARMLAND=control_line((square(X - 50, Y - 50, 400, 250), {})), UNITS=units, UNIT_FIELD="XZQMC"
    )
    parcels = rows_of(result["OUTPUT_PARCELS"])
    assert [(p["plan_id"], p["severity"], p["n_findings"]) for p in parcels] == [
        ("p1", "error", 2),
        ("p2", "ok", 0),
        ("p3", "warning", 1),
    ]
    for parcel in parcels:
        of_parcel = [f for f in findings if f["plan_id"] == parcel["plan_id"]]
        assert set(filter(None, parcel["rules"].split(";"))) == {f["rule_id"] for f in of_parcel}
    assert [p["finding_area_m2"] for p in parcels] == pytest.approx([20_000.0, 0.0, 10_000.0])
    summary = rows_of(result["OUTPUT_SUMMARY"])
    by_rule = {row["rule_id"]: row for row in summary if row["level"] == "rule" and row["unit"] is None}
    for rule in ("PBF-01", "PBF-06"):
        of_rule = [f for f in findings if f["rule_id"] == rule]
        assert by_rule[rule]["findings"] == len(of_rule)
        assert by_rule[rule]["area_ha"] == pytest.approx(math.fsum(f["area_m2"] for f in of_rule) / 1e4)
    (total,) = [row for row in summary if row["level"] == "total" and row["unit"] is None]
    assert total["union_ha"] == pytest.approx(result["FINDING_AREA_HA"])
    assert total["union_ha"] == pytest.approx(3.0)
    shared = {row["unit"]: row["union_ha"] for row in summary if row["level"] == "total" and row["unit"]}
    # The homestead's conflict reaches from Y to Y + 200; the border of the units is at Y + 100.
    assert shared["北"] == pytest.approx(1.0)
    assert math.fsum(shared.values()) == pytest.approx(3.0)


def test_ground_outside_the_boundary_is_one_finding_without_a_line_feature(check):
    """300 m × 100 m of urban housing, 100 m of it beyond both features of the boundary."""
    boundary = control_line((square(X, Y), {}), (square(X + 100, Y), {}), name="CZKFBJ")
    result, findings = check([(square(X, Y, 300, 100), "0701")], BOUNDARY=boundary)
    assert hits(findings) == [("UDB-01", "p1", None, "error", 10_000.0)]
    assert result["ERROR_AREA_HA"] == pytest.approx(1.0)


def test_zones_decide_where_they_are_given(check):
    zoned = control_line(
        (square(X, Y, 50, 100), {"GKFQ": "核心保护区"}),
        (square(X + 50, Y, 50, 100), {"GKFQ": "一般控制区"}),
        name="STBHHX",
    )
    road = [(square(X, Y), "1202")]
    _, findings = check(road, REDLINE=zoned, REDLINE_ZONE_FIELD="GKFQ")
    assert hits(findings) == [
        ("ERL-01", "p1", "L1", "error", 5_000.0),
        ("ERL-02", "p1", "L2", "warning", 5_000.0),
    ]
    bare = control_line((square(X, Y), {}), name="STBHHX")
    result, findings = check(road, REDLINE=bare)
    assert hits(findings) == [("ERL-02", "p1", "L1", "warning", 10_000.0)]
    assert notes_of(result)["no_zone"]["count"] == 1
    assert "ERL-01" in {rule["rule_id"] for rule in manifest_of(result)["not_run"]}


@pytest.mark.parametrize("status", ["standin", "draft"])
def test_lines_without_legal_force_only_inform_and_mark_a_trial(check, status):
    result, findings = check(HOMESTEAD, FARMLAND=FARMLAND_BELOW, LINE_STATUS=status)
    assert {(f["severity"], f["legal_basis"]) for f in findings} == {("info", None)}
    assert (result["ERRORS"], result["WARNINGS"], result["INFOS"]) == (0, 0, 2)
    assert result["ERROR_AREA_HA"] == 0.0
    assert result["FINDING_AREA_HA"] == pytest.approx(2.0)
    manifest = manifest_of(result)
    assert (manifest["trial"], manifest["lines"][0]["status"]) == (True, status)


def test_legal_lines_are_no_trial_and_name_their_document(check):
    result, _ = check(HOMESTEAD, FARMLAND=FARMLAND_BELOW, LINE_DOCUMENT="某政发〔2023〕1号")
    manifest = manifest_of(result)
    assert (manifest["trial"], manifest["lines"][0]["document"]) == (False, "某政发〔2023〕1号")
    assert manifest["as_of"] == "2026-04-01"
    assert manifest["rule_pack"]["id"] == "cn_national"
    assert len(manifest["rule_pack"]["sha256"]) == 64


def test_slivers_are_noise_listed_but_not_counted(check):
    """An overlap of 100 m × 0.05 m is narrower than 0.1 m."""
    result, findings = check([(square(X, Y), "1001")], FARMLAND=control_line((square(X + 99.95, Y), {})))
    assert hits(findings) == [("PBF-01", "p1", "L1", "noise", 5.0)]
    assert result["NOISE_AREA_HA"] == pytest.approx(5.0 / 1e4)
    assert (result["ERRORS"], result["FINDING_AREA_HA"]) == (0, 0.0)
    _, wide = check(
        [(square(X, Y), "1001")],
        FARMLAND=control_line((square(X + 99.95, Y), {})),
        SLIVER_WIDTH_M=0,
        SLIVER_M2=0,
    )
    assert hits(wide) == [("PBF-01", "p1", "L1", "error", 5.0)]


def test_a_line_layer_in_another_crs_is_transformed(check):
    """The lower half of the homestead in degrees: pyproj's corners give the same 2 ha."""
    import pyproj

    to_degrees = pyproj.Transformer.from_crs(4547, 4490, always_xy=True)
    corners = [(X, Y), (X + 100, Y), (X + 100, Y + 200), (X, Y + 200), (X, Y)]
    ring = ",".join("{:.12f} {:.12f}".format(*to_degrees.transform(*corner)) for corner in corners)
    result, findings = check(HOMESTEAD, FARMLAND=control_line((f"POLYGON(({ring}))", {}), crs="EPSG:4490"))
    assert {f["rule_id"] for f in findings} == {"PBF-01", "PBF-06"}
    assert result["ERROR_AREA_HA"] == pytest.approx(2.0, abs=1e-6)
    assert notes_of(result)["reprojected"]["values"]["layer"] == "YJJBNTBHTB"


def test_findings_keep_their_keys_and_figures_whatever_the_order_of_features(check):
    plan = [(square(X + 100 * n, Y), code) for n, code in enumerate(["0703", "1001", "0201", "0101"])]
    ids = [(wkt, {"BSM": f"p{n}", "YDYHFLDM": code}) for n, (wkt, code) in enumerate(plan)]
    forward, backward = make_layer(ids), make_layer(ids[::-1])
    farmland = control_line((square(X - 10, Y - 10, 230, 60), {}), (square(X + 220, Y - 10, 230, 60), {}))
    first, one = check(forward, FARMLAND=farmland)
    second, two = check(backward, FARMLAND=farmland)
    assert one == two
    assert {k: v for k, v in first.items() if isinstance(v, (int, float))} == {
        k: v for k, v in second.items() if isinstance(v, (int, float))
    }
    assert len({f["finding_key"] for f in one}) == len(one)
