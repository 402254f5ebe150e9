# SPDX-License-Identifier: GPL-2.0-or-later
"""The live balance on a real draft whose parcels overlap one another, against a full check in the end."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely
from dualcarbon.plugin.domain.areas import work_plane
from dualcarbon.plugin.domain.geometry import repair_polygons
from dualcarbon.plugin.domain.live_balance import BalanceJob, Edits, open_balance
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.plancheck import BaseCover, ControlLine, PlanDraft
from dualcarbon.plugin.domain.rules import load_rule_pack
from live_cases import FACTORS, nearly
from plan_cases import DATA, SETTINGS, array, check, crs_of, read_gpkg

PATH = DATA / "liechtenstein_osm" / "liechtenstein_osm.gpkg"
LINES = {"pbf": "permanent_farmland", "erl": "ecological_redline", "udb": "urban_growth_boundary"}


def polygons(layer: str) -> np.ndarray:
    """The polygons of a layer, repaired as a layer is read."""
    shapes = read_gpkg(PATH, layer)["geom"].to_numpy(dtype=object)
    return repair_polygons(shapes, array(map(str, range(len(shapes)))), layer=layer, notes=NoteBook())


@pytest.mark.skipif(not PATH.is_file(), reason="real data liechtenstein_osm is not beside the repository")
def test_fifty_edits_of_a_real_draft():
    shapes = polygons("plan_draft")
    plane = work_plane(crs_of(PATH), tuple(shapely.total_bounds(shapes)))
    area = plane.planar_m2(shapes)
    keys = [str(row) for row in range(len(shapes))]
    built = array(["residential"] * len(keys))
    plan = PlanDraft(shapes, array(keys), array(["0701"] * len(keys)), built, area, area, "draft", False)
    lines = [ControlLine(line_type, layer, polygons(layer)) for line_type, layer in LINES.items()]
    # The drafts themselves stand for the land cover: its overlaps have to be counted once.
    cover = BaseCover(
        shapes[::2], array(["0101"] * len(shapes[::2])), array(["paddy"] * len(shapes[::2])), "cover"
    )
    job = BalanceJob(keys, plan, lines, load_rule_pack("cn_national"), SETTINGS, plane, cover, FACTORS)
    live = open_balance(job, NoteBook())
    now = dict(zip(keys, shapes))
    codes = dict.fromkeys(keys, "0701")
    # Those that overlap others first.
    first, second = shapely.STRtree(shapes).query(shapes, predicate="overlaps")
    order = [*dict.fromkeys(map(str, first[first < second])), *keys]
    for turn, key in enumerate(order[:50]):
        if turn % 3 == 0:
            del now[key], codes[key]
            live.apply(Edits([], None, [key]))
            continue
        if turn % 3 == 1:
            now[key] = shapely.buffer(now[key], 3.0, quad_segs=2)
        else:
            codes[key] = "0301"
        one = np.array([now[key]], dtype=object)
        size = plane.planar_m2(one)
        edited = replace(
            plan, geometry=one, ids=array([key]), codes=array([codes[key]]), carbon_class=built[:1],
            area_m2=size, measured_m2=size,
        )  # fmt: skip
        live.apply(Edits([key], edited))
    left = list(now)
    geometry = array(now.values())
    sizes = plane.planar_m2(geometry)
    whole = replace(
        plan, geometry=geometry, ids=array(left), codes=array(codes[key] for key in left),
        carbon_class=built[: len(left)], area_m2=sizes, measured_m2=sizes,
    )  # fmt: skip
    full = check(whole, *lines, plane=plane, base=cover, factors=FACTORS)
    state = live.state()
    for name, value in full.totals.items():
        assert nearly(state.totals[name], value), (name, state.totals[name], value)
    assert {one.key for one in live.findings()} == set(full.findings["finding_key"])
