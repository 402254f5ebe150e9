# SPDX-License-Identifier: GPL-2.0-or-later
"""The repair of single parcels: what is cut, what it becomes, what stays, and what cannot be mended."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
import shapely
from dualcarbon.plugin.domain.errors import Cancelled
from dualcarbon.plugin.domain.exemptions import Exemption
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.repair import KINDS, IdRule
from plan_cases import SETTINGS, array, base_of, box, factor_set, line_of, plan_of
from repair_cases import parcels_of, repair, require_same_coverage

FACTORS = factor_set(
    paddy={"soc": (80.0, 60.0, 100.0), "growth": (0.0, 0.0, 0.0)},
    residential={"soc": (20.0, 10.0, 30.0), "growth": (0.5, 0.4, 0.6)},
    irrigated_cropland={"soc": (50.0, 40.0, 60.0), "growth": (0.0, 0.0, 0.0)},
    rainfed_cropland={"soc": (50.0, 40.0, 60.0), "growth": (0.0, 0.0, 0.0)},
)


def farmland(x=0.0, y=0.0, width=100.0, height=100.0):
    return line_of("pbf", ("F1", box(x, y, width, height)))


def paddy(x=-500.0, y=-500.0, width=1000.0, height=1000.0):
    return base_of(("0101", "paddy", box(x, y, width, height)))


def change_of(result):
    (row,) = result.changes.to_dict("records")
    return row


# What becomes of an error -----------------------------------------------------------------------


def test_the_cut_part_goes_back_to_the_field_it_is_and_the_homestead_keeps_the_rest():
    """100 m x 400 m of homestead, 1 ha of it on farmland that is paddy today."""
    plan = plan_of(("h", "0703", box(0, 0, 100, 400)))
    result = repair(plan, farmland(), base=paddy(), factors=FACTORS)
    assert parcels_of(result) == [("h", "0703", 30_000.0), ("h-R1", "0101", 10_000.0)]
    assert result.draft.marks.iloc[1].tolist() == ["PBF-01;PBF-06", "0703", "0101", "h"]
    change = change_of(result)
    assert (change["plan_id"], change["part_id"]) == ("h", "h-R1")
    assert (change["area_ha"], change["lost_construction_ha"]) == pytest.approx((1.0, 1.0))
    assert (change["stock_loss_tco2"], change["carbon_tco2e"]) == (0.0, 0.0)
    # Paddy to residential: (80 - 20) t C/ha x 44/12 + 20 a x (0 - 0.5) t/a on 1 ha.
    assert change["saved_carbon_tco2e"] == pytest.approx(60.0 * 44.0 / 12.0 - 10.0)
    assert change["reason"] == "keeps its present use"
    assert result.after.totals["errors"] == 0
    require_same_coverage(plan, result.draft.plan)


def test_a_swap_that_keeps_construction_land_comes_before_the_field():
    """Urban housing beyond the boundary may be a homestead there (UDB-01 lists 0703): nothing is lost."""
    plan = plan_of(("u", "0701", box(0, 0, 100, 200)))
    boundary = line_of("udb", ("B", box(0, 0, 100, 100)))
    change = change_of(repair(plan, boundary, base=paddy(), factors=FACTORS))
    assert (change["to_code"], change["lost_construction_ha"]) == ("0703", 0.0)
    assert change["reason"] == "a use that every line allows here"
    # On farmland as well the homestead is an error, and the field the only use left.
    change = change_of(repair(plan, boundary, farmland(0, 100), base=paddy(), factors=FACTORS))
    assert (change["to_code"], change["lost_construction_ha"]) == ("0101", pytest.approx(1.0))


def test_without_land_cover_the_use_that_the_line_lists_is_taken():
    result = repair(plan_of(("h", "0703", box(0, 0, 100, 400))), farmland())
    change = change_of(result)
    assert (change["to_code"], change["base_code"]) == ("01", None)
    assert math.isnan(change["carbon_tco2e"])


def test_the_carbon_of_both_uses_decides_where_the_present_one_may_not_stay():
    """A fish pond on farmland planned as a factory: 01 is listed; the pond would be an error of PBF-02."""
    pond = base_of(("0101", "paddy", box(0, 0, 100, 50)), ("1704", "pond", box(0, 50, 100, 50)))
    result = repair(plan_of(("f", "1001", box(0, 0, 100, 100))), farmland(), base=pond, factors=FACTORS)
    assert sorted(parcels_of(result)) == [("f", "01", 5_000.0), ("f-R1", "0101", 5_000.0)]
    assert result.after.totals["errors"] == 0


def test_a_parcel_wholly_in_error_keeps_its_id_and_its_outline():
    plan = plan_of(("h", "0703", box(10, 10, 50, 50)))
    result = repair(plan, farmland(), base=paddy())
    assert parcels_of(result) == [("h", "0101", 2_500.0)]
    assert result.draft.plan.geometry[0] is plan.geometry[0]
    assert result.draft.marks.iloc[0].tolist() == ["PBF-01;PBF-06", "0703", "0101", "h"]


def test_a_change_of_use_is_undone():
    """Paddy on farmland planned as orchard (PBF-02, a transition)."""
    plan = plan_of(("o", "0201", box(0, 0, 100, 100)))
    result = repair(plan, farmland(0, 0, 60), base=paddy(), kinds=("transition",))
    assert parcels_of(result) == [("o", "0201", 4_000.0), ("o-R1", "0101", 6_000.0)]
    assert result.changes["rule_ids"].tolist() == ["PBF-02"]
    assert result.after.totals["errors"] == 0


# What is too small ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rest_m", "parcels"),
    [
        (1.9, [("h", "0101", 10_190.0)]),  # 190 m² of homestead: below 200 m²
        (2.1, [("h", "0703", 210.0), ("h-R1", "0101", 10_000.0)]),
    ],
)
def test_a_rest_below_the_minimum_mapped_area_goes_with_the_change(rest_m, parcels):
    plan = plan_of(("h", "0703", box(0, 0, 100 + rest_m, 100)))
    result = repair(plan, farmland(), base=paddy())
    assert parcels_of(result) == parcels
    assert ("minimum mapped area" in change_of(result)["reason"]) == (rest_m < 2.0)


def test_a_strip_no_wider_than_digitising_noise_goes_with_the_change():
    """5 km x 0.09 m are 450 m², but nobody can draw that."""
    plan = plan_of(("h", "0703", box(0, 0, 5000, 100.09)))
    result = repair(plan, farmland(0, 0, 5000), base=paddy(-10, -10, 6000, 500))
    assert result.draft.plan.codes.tolist() == ["0101"]


def test_ground_that_the_change_may_not_take_stays_although_it_is_small():
    """The rest of 1 m lies in a wetland that may not be newly tilled (WET-01): it keeps the homestead."""
    plan = plan_of(("h", "0703", box(0, 0, 100, 101)))
    swamp = line_of("wetland", ("W", box(0, 100, 100, 1)))
    settings = replace(SETTINGS, sliver_m2=150.0)
    result = repair(plan, farmland(), swamp, base=paddy(), settings=settings)
    assert parcels_of(result) == [("h", "0703", 100.0), ("h-R1", "0101", 10_000.0)]


def test_a_scrap_of_land_cover_takes_the_use_of_its_neighbour():
    """Dry land of 50 m² beside paddy would be a part of its own; it becomes paddy with the rest."""
    cover = base_of(
        ("0101", "paddy", box(0, 0, 99.5, 100)), ("0103", "rainfed_cropland", box(99.5, 0, 0.5, 100))
    )
    result = repair(plan_of(("h", "0703", box(0, 0, 100, 400))), farmland(), base=cover)
    assert parcels_of(result) == [("h", "0703", 30_000.0), ("h-R1", "0101", 10_000.0)]


def test_a_scrap_of_an_error_is_noise_and_keeps_the_planned_use():
    """Two farmland plots in one feature: 1 ha, and 0.8 m² that nobody would cut out."""
    plots = shapely.MultiPolygon([box(0, 0, 100, 100), box(50, 300, 1, 0.8)])
    notes = NoteBook()
    result = repair(
        plan_of(("h", "0703", box(0, 0, 100, 400))), line_of("pbf", ("F", plots)), base=paddy(), notes=notes
    )
    assert parcels_of(result) == [("h", "0703", 30_000.0), ("h-R1", "0101", 10_000.0)]
    assert result.after.totals["errors"] == 0
    (note,) = notes.of_kind("error_scraps")
    assert note.area_ha == pytest.approx(0.8e-4)


def test_a_notch_on_a_strip_of_misfit_is_no_scrap():
    """2 km x 0.05 m of misfit are noise; the notch of 5 m x 5 m that hangs on them is cut out."""
    misfit = shapely.union(box(0, 0, 2000, 0.05), box(900, 0, 5, 5))
    result = repair(
        plan_of(("h", "0703", box(0, 0, 2000, 400))),
        line_of("pbf", ("F", misfit)),
        base=paddy(-10, -10, 3000, 900),
    )
    assert (result.before.totals["errors"], result.after.totals["errors"]) == (2, 0)
    assert "0101" in result.draft.plan.codes


# What cannot be mended, and what is not asked for ------------------------------------------------


@pytest.mark.parametrize(
    ("cover", "reason"),
    [
        (None, "no rule of the lines here lists an allowed use, and the present use is not known"),
        ("0801", "every use that comes into question meets an objection (0801: CON-08)"),
    ],
)
def test_what_no_use_can_mend_is_listed_with_the_reason(cover, reason):
    """On the Yellow River floodplain housing is forbidden (CON-08), and the rule lists no use instead."""
    plan = plan_of(("u", "0701", box(0, 0, 100, 150)))
    base = base_of((cover, "public", box(0, 0, 100, 150))) if cover else None
    notes = NoteBook()
    result = repair(plan, line_of("yellow_river", ("Y", box(0, 0, 100, 100))), base=base, notes=notes)
    assert parcels_of(result) == [("u", "0701", 15_000.0)]
    change = change_of(result)
    assert (change["to_code"], change["part_id"], change["reason"]) == (None, None, f"not repaired: {reason}")
    assert change["area_ha"] == pytest.approx(1.0)
    (note,) = notes.of_kind("not_repaired")
    assert (note.count, note.area_ha, note.ids) == (1, pytest.approx(1.0), ("u",))
    assert result.after.totals["errors"] == 1


def test_a_use_that_breaks_nothing_is_taken_where_every_use_meets_objections():
    """A school on farmland in the core zone: tilling would be new there (ERL-01), forest is no farmland."""
    plan = plan_of(("s", "0804", box(0, 0, 100, 100)))
    core = line_of("erl", ("R", box(0, 0, 100, 100)), zones=array(["核心保护区"]))
    cover = base_of(("0804", "public", box(0, 0, 100, 100)))
    result = repair(plan, core, farmland(), base=cover)
    assert change_of(result)["reason"].startswith("no use is free of objections here")
    assert result.after.totals["errors"] == 0


def test_exempted_errors_stay():
    permit = Exemption("h", document_no="某政批〔2026〕1号")
    plan = plan_of(("h", "0703", box(0, 0, 100, 400)), ("k", "0703", box(200, 0, 50, 50)))
    result = repair(plan, farmland(0, 0, 400), base=paddy(), exemptions=(permit,))
    assert result.draft.plan.codes.tolist() == ["0703", "0101"]


def test_homesteads_that_stand_there_today_are_told():
    """Half of the parcel is built on today, half is a field; both leave the core zone."""
    notes = NoteBook()
    plan = plan_of(("h", "070301", box(0, 0, 100, 100)))
    core = line_of("erl", ("E", box(0, 0, 100, 100)), zones=array(["核心保护区"]))
    base = base_of(("0703", "residential", box(0, 0, 50, 100)), ("0101", "paddy", box(50, 0, 50, 100)))
    repair(plan, core, base=base, notes=notes)
    (note,) = notes.of_kind("ends_present_use")
    assert note.area_ha == pytest.approx(0.5)


def test_only_the_chosen_kinds_are_repaired():
    plan = plan_of(("h", "0703", box(0, 0, 100, 400)))
    result = repair(plan, farmland(), base=paddy(), kinds=("transition", "whitelist", "buffer"))
    assert len(result.changes) == 0
    assert result.after.totals["errors"] == result.before.totals["errors"] == 2
    assert all(a is b for a, b in zip(result.draft.plan.geometry, plan.geometry))


def test_stand_in_lines_give_no_errors_and_so_nothing_to_repair():
    line = line_of("pbf", ("F1", box(0, 0, 100, 100)), status="standin")
    result = repair(plan_of(("h", "0703", box(0, 0, 100, 400))), line, base=paddy())
    assert len(result.changes) == 0


# Ids --------------------------------------------------------------------------------------------


def test_ids_of_parts_fit_the_field_and_meet_no_other():
    plan = plan_of(("1234567890", "0703", box(0, 0, 100, 400)), ("1234567-R1", "0101", box(100, 0, 9, 9)))
    result = repair(plan, farmland(), base=paddy(), id_rule=IdRule(length=10))
    assert result.draft.plan.ids.tolist() == ["1234567890", "1234567-R1", "1234567-R2"]


def test_numeric_ids_go_on_after_the_largest():
    plan = plan_of(("7", "0703", box(0, 0, 100, 400)), ("12", "0101", box(100, 0, 9, 9)))
    result = repair(plan, farmland(), base=paddy(), id_rule=IdRule(numeric=True))
    assert result.draft.plan.ids.tolist() == ["7", "12", "13"]


def test_parcels_that_share_an_id_are_told_apart_by_their_ground():
    plan = plan_of(("x", "0703", box(300, 300, 50, 50)), ("x", "0703", box(0, 0, 100, 400)))
    result = repair(plan, farmland(), base=paddy())
    assert result.draft.source.tolist() == [0, 1, 1]
    assert parcels_of(result)[0] == ("x", "0703", 2_500.0)


# Manners ----------------------------------------------------------------------------------------


def test_parts_share_the_survey_area_of_their_parcel():
    """The survey says 44 000 m² where 40 000 m² are measured: a quarter on farmland has 11 000 m²."""
    geometry = box(0, 0, 100, 400)
    plan = plan_of(("h", "0703", geometry), area_m2=np.array([44_000.0]))
    result = repair(plan, farmland(), base=paddy())
    assert parcels_of(result) == [("h", "0703", 33_000.0), ("h-R1", "0101", 11_000.0)]
    assert change_of(result)["area_ha"] == pytest.approx(1.1)


def test_the_result_does_not_depend_on_the_order_of_parcels_and_lines():
    parcels = [
        ("a", "0703", box(0, 0, 100, 400)),
        ("b", "1001", box(100, 0, 100, 400)),
        ("c", "0101", box(200, 0, 9, 9)),
    ]
    lines = [farmland(0, 50, 150, 60), line_of("erl", ("R", box(50, 0, 100, 200)))]
    one = repair(plan_of(*parcels), *lines, base=paddy(), factors=FACTORS)
    two = repair(plan_of(*parcels[::-1]), *lines[::-1], base=paddy(), factors=FACTORS)
    assert sorted(parcels_of(one)) == sorted(parcels_of(two))


def test_cancel_ends_the_repair():
    from dualcarbon.plugin.domain.repair import RepairSettings, repair_plan
    from dualcarbon.plugin.domain.rules import load_rule_pack
    from plan_cases import PLANE

    calls = []

    def progress(share):
        calls.append(share)
        if share > 0.5:
            raise Cancelled

    check = {
        "plan": plan_of(("h", "0703", box(0, 0, 100, 400))),
        "lines": [farmland()],
        "pack": load_rule_pack("cn_national"),
        "settings": SETTINGS,
        "plane": PLANE,
        "base": None,
        "factors": None,
    }
    with pytest.raises(Cancelled):
        repair_plan(check, RepairSettings(tuple(KINDS), {}, ("07",)), notes=NoteBook(), progress=progress)
    assert calls == sorted(calls)
