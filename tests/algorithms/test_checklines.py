# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks of control lines through Processing: hand-made lines with findings computed by hand."""

from __future__ import annotations

import pytest
from formats import forget_encoding, write
from layers_by_hand import make_layer, manifest_of, notes_of, rows_of, square

X, Y = 500_000.0, 3_300_000.0


@pytest.fixture
def check(run, tmp_path):
    def call(**lines):
        settings = {
            "LANGUAGE": "en",
            "AS_OF": "2026-04-01",
            "MANIFEST": str(tmp_path / "lines.json"),
            "OUTPUT": "memory:",
        }
        result = run("checklines", **{**settings, **lines})
        return result, rows_of(result["OUTPUT"])

    return call


def line(*shapes, name="YJJBNTBHTB", first=1, **fields):
    """A line whose required fields are in order; ``fields`` go before."""
    rows = []
    for number, wkt in enumerate(shapes, first):
        sound = {
            "BSM": f"{name[:4]:0<4}{number:014d}",
            "YSDM": "2090020610",
            "XZQDM": "330106001001",
            "XZQMC": "某村",
        }
        rows.append((wkt, {**sound, **fields}))
    return make_layer(rows, name=name)


def of_rule(findings, rule):
    return [f for f in findings if f["rule_id"] == rule]


def test_an_overlap_of_farmland_and_redline_is_an_error_and_farmland_gives_way(check):
    result, findings = check(FARMLAND=line(square(X, Y)), REDLINE=line(square(X + 90, Y), name="STBHHX"))
    (found,) = findings
    assert (found["rule_id"], found["kind"], found["severity"]) == ("CON-01", "overlap", "error")
    assert (found["line_a"], found["line_b"]) == ("pbf", "erl")
    assert found["area_m2"] == pytest.approx(1000.0, abs=0.01)
    assert "Permanent basic farmland gives way" in found["message"]
    assert (result["ERRORS"], result["WARNINGS"]) == (1, 0)


# Lines against each other --------------------------------------------------------------------


def test_lines_that_touch_are_sound_and_absent_ones_are_listed(check):
    result, findings = check(FARMLAND=line(square(X, Y)), REDLINE=line(square(X + 100, Y), name="STBHHX"))
    assert findings == []
    assert (result["ERRORS"], result["WARNINGS"], result["INFOS"], result["NOISE"]) == (0, 0, 0, 0)
    absent = {(row["rule_id"], row["reason"]) for row in manifest_of(result)["not_run"]}
    assert ("CON-02", "line not given: Urban development boundary") in absent
    assert ("CON-03", "line not given: Urban development boundary") in absent
    assert ("UDB-10", "line not given: Urban development boundary") in absent
    assert "CON-01" not in {rule for rule, _ in absent}
    assert notes_of(result)["rules_not_run"]["count"] == len(manifest_of(result)["not_run"])


def test_an_island_of_the_redline_must_be_a_hole_of_the_boundary(check):
    """One part wholly inside, one that reaches out by 60 of its 100 m."""
    redline = line(square(X + 1000, Y + 1000), square(X + 1960, Y), name="STBHHX")
    boundary = line(square(X, Y, 2000), name="CZKFBJ")
    _, findings = check(REDLINE=redline, BOUNDARY=boundary)
    island, overlap = of_rule(findings, "CON-02")
    assert (island["kind"], island["id_a"][-1], overlap["kind"], overlap["id_a"][-1]) == (
        "island",
        "1",
        "overlap",
        "2",
    )
    assert [island["area_m2"], overlap["area_m2"]] == pytest.approx([10_000.0, 4_000.0], abs=0.1)
    assert "must be a hole of Urban development boundary" in island["message"]
    assert "ecological function integrity" in island["remedy"]
    holed = (
        f"POLYGON(({X} {Y},{X + 1900} {Y},{X + 1900} {Y + 2000},{X} {Y + 2000},{X} {Y}),"
        f"({X + 1000} {Y + 1000},{X + 1000} {Y + 1100},{X + 1100} {Y + 1100},{X + 1100} {Y + 1000},"
        f"{X + 1000} {Y + 1000}))"
    )
    _, findings = check(REDLINE=redline, BOUNDARY=line(holed, name="CZKFBJ"))
    assert of_rule(findings, "CON-02") == []


def test_a_sliver_between_lines_is_noise(check):
    """100 m × 5 mm = 0.5 m² between farmland and boundary."""
    result, findings = check(
        FARMLAND=line(square(X, Y, 100.005, 100)), BOUNDARY=line(square(X + 100, Y, 1000), name="CZKFBJ")
    )
    (found,) = of_rule(findings, "CON-03")
    assert (found["severity"], found["area_m2"]) == ("noise", pytest.approx(0.5, abs=1e-3))
    assert (result["ERRORS"], result["NOISE"]) == (0, 1)


def test_wetlands_lie_in_the_redline_up_to_400_square_metres(check):
    """Half of the first wetland lies outside; 3 m of the second, which are 300 m²."""
    redline = line(square(X, Y, 500), name="STBHHX")
    wetlands = line(square(X + 450, Y), square(X + 403, Y + 200), name="湿地")
    result, findings = check(REDLINE=redline, OTHER_LINES=[wetlands], OTHER_TYPES="wetland")
    large, small = sorted(of_rule(findings, "ERL-07"), key=lambda found: -found["area_m2"])
    assert (large["kind"], large["severity"], large["id_b"]) == ("not_inside", "error", None)
    assert [large["area_m2"], small["area_m2"]] == pytest.approx([5000.0, 300.0], abs=0.1)
    assert small["severity"] == "noise"
    assert (result["ERRORS"], result["NOISE"]) == (1, 1)


def test_other_lines_are_known_by_their_names_and_the_boundary_avoids_them(check):
    """A mineral area of 3 000 m² inside the boundary is a warning, a scenic area on a reserve an error."""
    boundary = line(square(X, Y, 1000), name="CZKFBJ")
    mineral = line(square(X + 970, Y, 200, 100), name="矿产资源控制线")
    scenic = line(square(X + 3000, Y), name="风景名胜区")
    reserve = line(square(X + 3090, Y), name="自然保护区")
    result, findings = check(BOUNDARY=boundary, OTHER_LINES=[mineral, scenic, reserve])
    (avoided,) = of_rule(findings, "UDB-07")
    assert (avoided["line_a"], avoided["kind"], avoided["severity"]) == ("mineral", "not_avoided", "warning")
    assert avoided["area_m2"] == pytest.approx(3000.0, abs=0.1)
    (scenic_found,) = of_rule(findings, "CON-07")
    assert (scenic_found["line_a"], scenic_found["line_b"]) == ("scenic", "nature")
    assert (result["ERRORS"], result["WARNINGS"]) == (1, 1)


def test_small_and_long_parts_of_the_boundary_are_information(check):
    """1 km × 1 km is fine; 2 km × 0.05 km = 0.1 km²: 4π·0.1/4.1² = 0.0748; 300 m × 300 m = 0.09 km²."""
    boundary = line(
        square(X, Y, 1000), square(X, Y + 2000, 2001, 50), square(X, Y + 3000, 300), name="CZKFBJ"
    )
    result, findings = check(BOUNDARY=boundary)
    long, small = findings
    assert (long["rule_id"], long["kind"], long["severity"]) == ("UDB-10", "not_compact", "info")
    assert "4πA/P² is 0.0747" in long["message"]
    assert (small["kind"], "0.0900 km²" in small["message"]) == ("small_part", True)
    assert (result["ERRORS"], result["INFOS"]) == (0, 2)


def test_draft_lines_inform_only_and_print_no_law(check):
    lines = {"FARMLAND": line(square(X, Y)), "REDLINE": line(square(X + 50, Y), name="STBHHX")}
    _, (legal,) = check(**lines)
    assert legal["severity"] == "error"
    assert "中共中央" in legal["legal_basis"] or legal["legal_basis"]
    result, (draft,) = check(**lines, LINE_STATUS="draft")
    assert (draft["severity"], draft["legal_basis"]) == ("info", None)
    assert (result["ERRORS"], result["INFOS"]) == (0, 1)
    assert manifest_of(result)["trial"] is True


# One layer -----------------------------------------------------------------------------------


def test_plots_overlap_repeat_and_come_in_parts(check):
    two = f"MULTIPOLYGON((({X} {Y},{X + 10} {Y},{X + 10} {Y + 10},{X} {Y + 10},{X} {Y})),(({X + 50} {Y},"
    two += f"{X + 60} {Y},{X + 60} {Y + 10},{X + 50} {Y + 10},{X + 50} {Y})))"
    plots = line(
        two,
        square(X, Y + 100),
        square(X + 95, Y + 100),
        square(X, Y + 300),
        square(X, Y + 300),
    )
    _, findings = check(FARMLAND=plots)
    found = {f["kind"]: (f["rule_id"], f["id_a"][-1], f["id_b"] and f["id_b"][-1]) for f in findings}
    assert found == {
        "multipart": ("PBF-10", "1", None),
        "self_overlap": ("PBF-10", "2", "3"),
        "duplicate": ("T-01", "4", "5"),
    }
    areas = {f["kind"]: f["area_m2"] for f in findings}
    assert areas["self_overlap"] == pytest.approx(500.0, abs=0.01)


def test_a_slit_between_features_is_reported_but_a_field_between_them_is_not(check):
    """A slit of 50 m × 4 cm and a hole of 50 m × 50 m between two pieces of the redline."""
    upper = f"POLYGON(({X} {Y + 100},{X + 300} {Y + 100},{X + 300} {Y + 200},{X} {Y + 200},{X} {Y + 100}))"
    lower = (
        f"POLYGON(({X} {Y},{X + 300} {Y},{X + 300} {Y + 100},{X + 250} {Y + 100},{X + 250} {Y + 99.96},"
        f"{X + 200} {Y + 99.96},{X + 200} {Y + 100},{X + 100} {Y + 100},{X + 100} {Y + 50},{X + 50} {Y + 50},"
        f"{X + 50} {Y + 100},{X} {Y + 100},{X} {Y}))"
    )
    _, (slit,) = check(REDLINE=line(upper, lower, name="STBHHX"))
    assert (slit["kind"], slit["rule_id"], slit["severity"]) == ("sliver_gap", "T-01", "warning")
    assert slit["area_m2"] == pytest.approx(2.0, abs=1e-3)


def test_fields_codes_and_areas(check):
    rows = [
        (square(X, Y), {"BSM": "1" * 18, "YSDM": "20900206", "XZQDM": "330106", "MJ": 10_000.0}),
        (square(X + 200, Y), {"BSM": "1" * 18, "YSDM": "2090020610", "XZQDM": "33", "MJ": 10_000.015}),
        (square(X + 400, Y), {"BSM": "17", "YSDM": "2090020610", "XZQDM": "330106001001", "MJ": 9_000.0}),
    ]
    result, findings = check(FARMLAND=make_layer(rows, name="YJJBNTBHTB"))
    found = sorted((f["rule_id"], f["kind"], f["severity"]) for f in findings)
    # 0.015 m² are within the limit of 0.01 m² and a millionth of 10 000 m².
    assert found == [
        ("D-02", "area_field", "error"),
        ("D-03", "doubled_id", "error"),
        ("D-03", "field_hint", "warning"),
        ("D-03", "field_hint", "warning"),
        ("D-03", "field_value", "error"),
        ("D-03", "field_value", "error"),
        ("D-03", "missing_field", "error"),
    ]
    (area,) = of_rule(findings, "D-02")
    assert "9000.00 m²" in area["message"]
    assert "-1000.00 m² apart" in area["message"]
    assert result["WARNINGS"] == 2


def test_unknown_zones_and_codes_are_findings(check):
    redline = line(square(X, Y), square(X + 200, Y), name="STBHHX", 管控分区="核心保护区", YDYHFLDM="0199")
    redline.startEditing()
    redline.changeAttributeValue(2, redline.fields().indexOf("管控分区"), "外围区")
    redline.commitChanges()
    _, findings = check(REDLINE=redline)
    found = {(f["rule_id"], f["kind"]): f["message"] for f in findings}
    assert set(found) == {("D-03", "unknown_zone"), ("D-04", "unknown_code")}
    assert "“外围区” of 1 features" in found["D-03", "unknown_zone"]
    assert "“0199” of field YDYHFLDM, in 2 features" in found["D-04", "unknown_code"]


def test_a_layer_outside_cgcs2000_is_warned_about(check):
    layer = make_layer([(square(X, Y), {"BSM": "1" * 18})], crs="EPSG:32650", name="CZKFBJ")
    _, findings = check(BOUNDARY=layer)
    (found,) = of_rule(findings, "D-01")
    assert "EPSG:32650" in found["message"]


# Bad input -----------------------------------------------------------------------------------


def test_broken_features_are_findings_and_the_rest_is_checked(check):
    bow = f"POLYGON(({X} {Y},{X + 100} {Y + 100},{X + 100} {Y},{X} {Y + 100},{X} {Y}))"
    _, findings = check(
        FARMLAND=line(bow, None, square(X + 200, Y)), REDLINE=line(square(X + 290, Y), name="STBHHX")
    )
    found = {f["kind"]: f for f in findings}
    assert set(found) == {"invalid", "null_geometry", "overlap"}
    assert "Self-intersection" in found["invalid"]["message"]
    assert found["overlap"]["area_m2"] == pytest.approx(1000.0, abs=0.01)


def test_a_line_in_degrees_meets_one_in_metres(check):
    import pyproj

    to_degrees = pyproj.Transformer.from_crs(4547, 4490, always_xy=True)
    corners = [(X + 90, Y), (X + 190, Y), (X + 190, Y + 100), (X + 90, Y + 100), (X + 90, Y)]
    ring = ",".join("{:.12f} {:.12f}".format(*to_degrees.transform(*corner)) for corner in corners)
    sound = {"BSM": "2" * 18, "YSDM": "2090020610", "XZQDM": "330106001001", "XZQMC": "某村"}
    redline = make_layer([(f"POLYGON(({ring}))", sound)], crs="EPSG:4490", name="STBHHX")
    for lines in ({"FARMLAND": line(square(X, Y)), "REDLINE": redline}, {"REDLINE": redline}):
        _, findings = check(**lines)
        areas = [f["area_m2"] for f in findings if f["kind"] == "overlap"]
        assert areas == (pytest.approx([1000.0], abs=0.01) if len(lines) == 2 else [])


def test_what_cannot_be_checked_is_refused(refused):
    target = {"OUTPUT": "memory:"}
    assert "none was given" in refused("checklines", **target)
    assert "“CZKFBJ” has no features" in refused(
        "checklines", BOUNDARY=make_layer([], name="CZKFBJ"), **target
    )
    roads = make_layer([(f"LINESTRING({X} {Y},{X + 1} {Y})", {"BSM": "1"})], kind="LineString", name="roads")
    assert "polygon" in refused("checklines", REDLINE=roads, **target).lower()
    grade = line(square(X, Y), name="STBHZYYXPJJG")
    assert "is an evaluation" in refused("checklines", REDLINE=grade, **target)
    unnamed = line(square(X, Y), name="图层1")
    assert "does not tell which control line" in refused("checklines", OTHER_LINES=[unnamed], **target)


def test_a_gbk_shapefile_without_cpg_is_read(check, tmp_path):
    file = write(line(square(X, Y), name="farmland"), tmp_path / "永农.shp", "ESRI Shapefile", "GBK")
    forget_encoding(file)
    _, findings = check(FARMLAND=file)
    assert findings == []
