# SPDX-License-Identifier: GPL-2.0-or-later
"""Random plans over lines, rings and land cover on a grid of 5 m: the findings of plain loops over cells.

What the rules say is read off the rule table by hand; nothing here looks at the rule pack.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from plan_cases import SETTINGS, X0, Y0, array, base_of, box, check, line_of, plan_of

GRID, CELL_M, CELL_M2 = 10, 5.0, 25.0
PLANNED = ("0101", "0201", "0301", "0703", "1001", "1202", "1506", None)
PRESENT = ("0101", "0301", "1801", None)
ERROR, WARNING = "error", "warning"
BOUNDARY_ZONES = ("集中建设区", "弹性发展区", "特别用途区")
#: Names of the layers; the second boundary is always a draft.
LAYERS = ("pbf", "erl", "udb", "udb2", "flood", "purple")
#: Rules that count a hit only beyond so many square metres.
LEAST_M2 = {"PBF-08": 200.0, "CUL-04": 400.0, "FLD-01": 400.0}
#: Width of the control zone and of the strip beyond it, by rank of the road.
ROAD_M = {"国道": (20, 70), "省道": (15, 65), "县道": (10, 30), "乡道": (5, 25), "高速公路": (30, 0)}


def on_farmland(code, base):
    found = {}
    if code in ("0703", "1001", "1202", "1506"):
        found["PBF-01"] = ERROR
    if code == "0703":
        found["PBF-06"] = ERROR
    if code in ("0201", "0301"):
        if base == "0101":
            found["PBF-02"] = ERROR
        elif base is None:
            found["PBF-02"] = WARNING
        else:
            found["PBF-01"] = WARNING
    if base in ("0301", "1801"):
        found["PBF-08"] = WARNING
    return found


def in_redline(code, base, zone):
    rule = {"核心保护区": "ERL-01", "一般控制区": "ERL-02"}[zone]
    strict = rule == "ERL-01"
    found = {}
    if code == "0101" and base != "0101":
        found[rule] = WARNING
    elif code in ("0201", "0703", "1202", "1506"):
        found[rule] = ERROR if strict else WARNING
    elif code == "1001":
        found[rule] = ERROR
    return found


def in_boundary(code, zone):
    if zone == "特别用途区":
        return {"1001": {"UDB-05": ERROR}, "1202": {"UDB-05": WARNING}}.get(code, {})
    if zone == "弹性发展区" and code in ("0703", "1001", "1202"):
        return {"UDB-04": WARNING}
    return {}


def outside_boundary(code):
    return {"UDB-01": WARNING} if code == "1001" else {}


def in_flood_basin(code):
    return {"FLD-01": WARNING} if code in ("0703", "1001", "1202") else {}


def in_purple_line(code):
    # 1001 is coarser than the 100102 and 100103 that the rule names.
    return {"PUR-01": WARNING} if code in ("0703", "1001", "1202") else {}


def beside_road(code, distance_m, zone):
    near, far = ROAD_M[zone]
    found = {}
    if code in ("0703", "1001") and distance_m < near:
        found["ROA-01"] = ERROR
    if code == "0703" and near < distance_m < far:
        found["ROA-02"] = WARNING
    return found


def anywhere(code, base, coastal):
    found = {}
    if code == "0301" and base == "0101":
        found["cultivated", "CUL-04"] = WARNING
    if coastal and code in ("0703", "1001", "1202") and base == "1801":
        found["sea", "SEA-01"] = ERROR
    return found


def rectangles():
    start, size = st.integers(0, GRID - 3), st.integers(1, 8)
    return st.tuples(start, start, size, size)


def cells_of(rectangle):
    x, y, width, height = rectangle
    return {(x + i, y + j) for i in range(width) for j in range(height)}


def ground(rectangle):
    x, y, width, height = (CELL_M * value for value in rectangle)
    return box(x, y, width, height)


def zoned(*zones):
    return st.lists(st.tuples(st.sampled_from(zones), rectangles()), min_size=1, max_size=3)


@st.composite
def scenes(draw):
    parcels = draw(st.lists(st.tuples(st.sampled_from(PLANNED), rectangles()), min_size=1, max_size=3))
    # Codes about which only the present use decides are in every scene.
    parcels += [(code, draw(rectangles())) for code in ("0101", "0201", "0301")]
    shapes = st.one_of(rectangles(), st.sampled_from([shape for _, shape in parcels]))
    covers = [(draw(st.sampled_from(PRESENT)), (0, 0, GRID, draw(st.integers(1, GRID))))]
    covers += draw(st.lists(st.tuples(st.sampled_from(PRESENT), shapes), min_size=1, max_size=5))
    return {
        "parcels": parcels,
        "covers": covers,
        "pbf": draw(zoned(None)),
        "erl": draw(zoned("核心保护区", "一般控制区")),
        "udb": draw(zoned(*BOUNDARY_ZONES)),
        "udb2": draw(zoned(*BOUNDARY_ZONES)),
        "flood": draw(zoned(None)),
        "purple": draw(zoned(None)),
        "roads": draw(
            st.lists(
                st.tuples(st.sampled_from(sorted(ROAD_M)), st.integers(-3, GRID + 3)), min_size=1, max_size=2
            )
        ),
        "legal": {name: draw(st.booleans()) for name in ("pbf", "erl", "udb", "road")},
    }


def present_uses(covers):
    """The cell map of the land cover: the last one painted stands, later ones do not overlap it."""
    painted = {}
    for number, (_, shape) in enumerate(covers):
        painted.update(dict.fromkeys(cells_of(shape), number))
    return painted


def expected_findings(scene):
    """(parcel, feature, line type, rule, status) → cells with the severity there."""
    painted = present_uses(scene["covers"])
    # Without any sea in the land cover nobody asks whether unknown ground is sea.
    scene["coastal"] = "1801" in {scene["covers"][number][0] for number in painted.values()}
    found = defaultdict(dict)
    for p, (code, shape) in enumerate(scene["parcels"]):
        if code is None:
            continue
        for cell in cells_of(shape):
            base = scene["covers"][painted[cell]][0] if cell in painted else None
            for key, severity in verdicts_on(scene, cell, code, base):
                found[(f"p{p}", *key)][cell] = severity
    return found


def status_of(scene, name):
    """The standing of a layer."""
    return "draft" if name == "udb2" or not scene["legal"].get(name, True) else "legal"


def verdicts_on(scene, cell, code, base):
    bounded = set()
    for name in LAYERS:
        for f, (zone, shape) in enumerate(scene[name]):
            if cell not in cells_of(shape):
                continue
            status, line_type = status_of(scene, name), name.rstrip("2")
            bounded |= {status} if line_type == "udb" else set()
            answers = {
                "pbf": lambda zone: on_farmland(code, base),
                "erl": lambda zone: in_redline(code, base, zone),
                "udb": lambda zone: in_boundary(code, zone),
                "flood": lambda zone: in_flood_basin(code),
                "purple": lambda zone: in_purple_line(code),
            }[line_type](zone)
            yield from (((f"{name}{f}", line_type, rule, status), s) for rule, s in answers.items())
    for status in {status_of(scene, "udb"), "draft"} - bounded:
        yield from (((None, "udb", rule, status), s) for rule, s in outside_boundary(code).items())
    distances_m = [abs((cell[1] + 0.5 - row) * CELL_M) for _, row in scene["roads"]]
    in_zone = any(
        m < ROAD_M[zone][0] and ROAD_M[zone][1] > 0 for m, (zone, _) in zip(distances_m, scene["roads"])
    )
    for f, (zone, _) in enumerate(scene["roads"]):
        answers = beside_road(code, distances_m[f], zone)
        if in_zone:
            # The strip begins beyond the control zones of all roads that have one.
            answers.pop("ROA-02", None)
        yield from (((f"road{f}", "road", rule, status_of(scene, "road")), s) for rule, s in answers.items())
    yield from (
        ((None, name, rule, "legal"), s) for (name, rule), s in anywhere(code, base, scene["coastal"]).items()
    )


def severity_of(scene, key, found):
    """The worst severity of a finding; noise where its rule hits no more than its least area."""
    parcel, _, line_type, rule, status = key
    hit = {cell for other, cells in found.items() if (other[0], *other[2:4]) == (parcel, line_type, rule)
           for cell in cells}  # fmt: skip
    if len(hit) * CELL_M2 <= LEAST_M2.get(rule, 0.0):
        return "noise"
    if status != "legal":
        return "info"
    return ERROR if ERROR in found[key].values() else WARNING


def run(scene):
    parcels = [(f"p{p}", code, ground(shape)) for p, (code, shape) in enumerate(scene["parcels"])]
    painted = present_uses(scene["covers"])
    # Somewhere the present use is known, or the rules on it would not run at all.
    covers = [("0101", None, ground((50, 50, 1, 1)))]
    for number, (code, shape) in enumerate(scene["covers"]):
        own = [cell for cell, owner in painted.items() if owner == number]
        whole = len(own) == len(cells_of(shape))
        drawn = ground(shape) if whole else shapely.union_all([ground((*cell, 1, 1)) for cell in own])
        if own:
            covers.append((code, None, drawn))
    lines = [
        line_of(
            name.rstrip("2"),
            *[(f"{name}{f}", ground(shape)) for f, (_, shape) in enumerate(scene[name])],
            zones=array(zone for zone, _ in scene[name]),
            status=status_of(scene, name),
            layer=name,
        )
        for name in LAYERS
    ]
    roads = [shapely.LineString([(X0 - 500, Y0 + CELL_M * row), (X0 + 500, Y0 + CELL_M * row)])
             for _, row in scene["roads"]]  # fmt: skip
    road = line_of(
        "road",
        *[(f"road{f}", road) for f, road in enumerate(roads)],
        zones=array(zone for zone, _ in scene["roads"]),
        status=status_of(scene, "road"),
    )
    limits = replace(SETTINGS, sliver_m2=0.0, sliver_width_m=0.0)
    return check(plan_of(*parcels), *lines, road, base=base_of(*covers), settings=limits)


@settings(max_examples=25)
@given(scene=scenes().filter(lambda scene: any(code for code, _ in scene["parcels"])))
def test_random_scenes_give_the_findings_and_areas_of_plain_loops(scene):
    result = run(scene)
    expected = expected_findings(scene)
    found = {
        (row.plan_id, row.line_id, row.line_type, row.rule_id, row.line_status): (
            row.severity,
            round(row.area_m2, 3),
        )
        for row in result.findings.itertuples()
    }
    assert len(found) == result.findings["finding_key"].nunique()
    assert found == {
        key: (severity_of(scene, key, expected), round(len(cells) * CELL_M2, 3))
        for key, cells in expected.items()
    }
    assert_totals(scene, result.totals, expected)


def assert_totals(scene, totals, expected):
    severities = {key: severity_of(scene, key, expected) for key in expected}
    real = [cells for key, cells in expected.items() if severities[key] != "noise"]
    hit = [cell for cells in real for cell in cells]
    broken = {
        cell
        for key, cells in expected.items()
        for cell, severity in cells.items()
        if severities[key] == severity == ERROR
    }
    noisy = {cell for key, cells in expected.items() if severities[key] == "noise" for cell in cells}
    struck = {(key[0], cell) for key, cells in expected.items() for cell in cells}
    checked = [(f"p{p}", cell) for p, (code, shape) in enumerate(scene["parcels"]) if code
               for cell in cells_of(shape)]  # fmt: skip
    cells = {
        "finding_area_ha": len(set(hit)),
        "multiple_area_ha": len({cell for cell in hit if hit.count(cell) > 1}),
        "error_area_ha": len(broken),
        "noise_area_ha": len(noisy - set(hit)),
        "compliant_area_ha": len([one for one in checked if one not in struck]),
        "checked_area_ha": len(checked),
    }
    for name, count in cells.items():
        assert totals[name] * 10_000 == pytest.approx(count * CELL_M2, abs=1e-4), name
    parts = ("finding_area_ha", "noise_area_ha", "twice_planned_area_ha", "compliant_area_ha",
             "not_checkable_area_ha")  # fmt: skip
    assert sum(totals[part] for part in parts) == pytest.approx(totals["plan_area_ha"], rel=1e-9)
