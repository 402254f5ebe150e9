# SPDX-License-Identifier: GPL-2.0-or-later
"""The repair against an oracle that tries every use on every cell of small plans."""

from __future__ import annotations

import itertools
import math

import numpy as np
import shapely
from dualcarbon.plugin.domain.rules import judge, load_rule_pack, rules_in_force
from hypothesis import given, settings
from hypothesis import strategies as st
from plan_cases import AS_OF, SETTINGS, base_of, box, factor_set, line_of, plan_of
from repair_cases import repair, require_no_rule_worse, require_same_coverage

SIDE = 50.0  # 2 500 m², above every minimum mapped area
SIZE = 4
CELLS = list(itertools.product(range(SIZE), range(SIZE)))
LAW = rules_in_force(load_rule_pack("cn_national"), AS_OF)
PLANNED = ("0703", "0701", "1001", "1202", "0101", "0301", "1401", "060202")
PRESENT = ("0101", "0103", "0301", "0404", "1704", "0703", None)
#: Stock in t C/ha and removal in t CO2e/(ha·a) by first level, made up for the test.
STOCK = {"01": 60.0, "02": 75.0, "03": 120.0, "04": 65.0, "05": 140.0, "17": 30.0}
REMOVAL = {"01": 0.0, "02": 1.5, "03": 4.0, "04": 0.5, "05": 2.0, "17": 0.2}
BUILT = tuple(f"{number:02d}" for number in range(7, 17))
LEVELS = ("error", "warning", "info")


def class_of(code):
    return None if code is None else f"c{code[:2]}"


FACTORS = factor_set(
    **{
        f"c{number:02d}": {
            "soc": (STOCK.get(f"{number:02d}", 20.0),) * 3,
            "growth": (REMOVAL.get(f"{number:02d}", 0.0),) * 3,
        }
        for number in range(1, 25)
    }
)
CLASS_OF_CODE = {code: class_of(code) for code in (*PLANNED, *filter(None, PRESENT))}
CLASS_OF_CODE.update({code: class_of(code) for code in LAW.rules["allowed_codes"].str.split("[;(]").sum()})


def cell_box(cell):
    return box(cell[0] * SIDE, cell[1] * SIDE, SIDE, SIDE)


cells_of_a_line = st.sets(st.sampled_from(CELLS), max_size=10)


@st.composite
def worlds(draw):
    """Land cover cell by cell, parcels of 2 x 2 cells, farmland, a redline of two zones and a boundary."""
    core = draw(cells_of_a_line)
    return {
        "cover": {cell: draw(st.sampled_from(PRESENT)) for cell in CELLS},
        "plan": {block: draw(st.sampled_from(PLANNED)) for block in itertools.product(range(2), range(2))},
        "pbf": draw(cells_of_a_line),
        "core": core,
        "general": draw(cells_of_a_line) - core,
        "udb": draw(cells_of_a_line),
    }


def layers(world):
    plan = plan_of(
        *(
            (f"p{x}{y}", code, box(x * 2 * SIDE, y * 2 * SIDE, 2 * SIDE, 2 * SIDE))
            for (x, y), code in world["plan"].items()
        ),
        carbon_class=np.array([class_of(code) for code in world["plan"].values()], dtype=object),
    )
    lines = []
    if world["pbf"]:
        lines.append(line_of("pbf", *((f"F{n}", cell_box(c)) for n, c in enumerate(sorted(world["pbf"])))))
    zoned = [(cell, "核心保护区") for cell in sorted(world["core"])]
    zoned += [(cell, "一般控制区") for cell in sorted(world["general"])]
    if zoned:
        named = ((f"R{n}", cell_box(cell)) for n, (cell, _) in enumerate(zoned))
        lines.append(line_of("erl", *named, zones=np.array([zone for _, zone in zoned], dtype=object)))
    if world["udb"]:
        lines.append(line_of("udb", *((f"U{n}", cell_box(c)) for n, c in enumerate(sorted(world["udb"])))))
    cover = [(code, class_of(code), cell_box(cell)) for cell, code in world["cover"].items() if code]
    return plan, lines, base_of(*cover) if cover else None


def places(world, cell):
    """Line type, zone and place of a cell under the lines of a world, and of the rules for any place."""
    found = []
    if world["pbf"]:
        found.append(("pbf", "", "inside" if cell in world["pbf"] else "outside"))
    if world["core"] or world["general"]:
        zone = "core" if cell in world["core"] else "general" if cell in world["general"] else ""
        found.append(("erl", zone, "inside" if zone else "outside"))
    if world["udb"]:
        found.append(("udb", "", "inside" if cell in world["udb"] else "outside"))
    return [*found, ("cultivated", "", "anywhere"), ("sea", "", "anywhere")]


def objections(world, cell, code, known):
    """Rule → level of what is said against a code; rules on the present use alone say the same of all."""
    base, worst = world["cover"][cell], {}
    for line_type, zone, where in places(world, cell):
        for verdict in judge(LAW, line_type, zone, where, code, base, base_given=known):
            kind = LAW.rules.at[verdict.rule_id, "check_type"]
            if kind != "baseline_code":
                level = LEVELS.index(verdict.severity)
                worst[verdict.rule_id] = min(level, worst.get(verdict.rule_id, level))
    return worst


def listed_codes(world, cell):
    """Codes that the rules of the lines at a cell name as allowed, read from the table itself."""
    codes = set()
    for line_type, zone, where in places(world, cell)[:-2]:
        rules = LAW.rules[(LAW.rules["line_type"] == line_type) & (LAW.rules["where"] == where)]
        for _, rule in rules[rules["zone"].isin(["", zone])].iterrows():
            codes |= {token.split("(")[0] for token in rule["allowed_codes"].split(";")} - {"", "existing"}
    return codes


def cost(world, cell, code, planned, objected):
    """What the repair makes as small as it can, in its order, of one cell."""
    area, base = SIDE * SIDE, world["cover"][cell]
    lost = area if planned.startswith(BUILT) and not code.startswith(BUILT) else 0.0
    carbon = 0.0
    if base is not None:
        one, two = base[:2], code[:2]
        stock = (STOCK.get(one, 20.0) - STOCK.get(two, 20.0)) * 44.0 / 12.0
        carbon = stock + 20.0 * (REMOVAL.get(one, 0.0) - REMOVAL.get(two, 0.0))
    return bool(objected), lost, max(carbon, 0.0) * area / 1e4, area if code != base else 0.0


def oracle(world, block, planned, known):
    """The best of all assignments of codes to the erroneous cells of a parcel: cell → code (None = none)."""
    kinds = {"overlay_code", "transition", "whitelist", "buffer_code"}
    choices = {}
    for cell in CELLS:
        if (cell[0] // 2, cell[1] // 2) != block:
            continue
        before = objections(world, cell, planned, known)
        if not any(
            level == 0 and LAW.rules.at[rule, "check_type"] in kinds for rule, level in before.items()
        ):
            continue
        options = []
        for code in sorted(listed_codes(world, cell) | ({world["cover"][cell]} - {None})):
            after = objections(world, cell, code, known)
            worse = any(level == 0 or before.get(rule, 9) > level for rule, level in after.items())
            if code != planned and not worse:
                options.append((code, cost(world, cell, code, planned, after)))
        clean = [option for option in options if not option[1][0]]
        choices[cell] = clean or options or [(None, (0, 0.0, 0.0, 0.0))]
    best = min(
        itertools.product(*choices.values()),
        key=lambda picks: (
            *(round(math.fsum(pick[1][n] for pick in picks), 9) for n in range(4)),
            [pick[0] or "" for pick in picks],
        ),
    )
    return {cell: pick[0] for cell, pick in zip(choices, best)}


@settings(max_examples=25)
@given(worlds())
def test_every_cell_gets_the_use_that_trying_all_of_them_finds(world):
    plan, lines, base = layers(world)
    if not lines:
        return
    known = base is not None
    result = repair(plan, *lines, base=base, factors=FACTORS, carbon_class=CLASS_OF_CODE)
    draft = result.draft.plan
    left = 0
    for block, planned in world["plan"].items():
        expected = oracle(world, block, planned, known)
        for cell in CELLS:
            if (cell[0] // 2, cell[1] // 2) == block:
                (row,) = np.flatnonzero(shapely.contains(draft.geometry, cell_box(cell).centroid))
                assert draft.codes[row] == (expected.get(cell) or planned), (cell, planned)
        left += sum(code is None for code in expected.values())
    made = result.changes[result.changes["to_code"].isna()]
    assert round(made["area_ha"].sum() * 1e4 / SIDE**2) == left
    if left == 0:
        assert result.after.totals["errors"] == 0
    require_same_coverage(plan, draft)
    require_no_rule_worse(result.before.findings, result.after.findings)


def test_the_oracle_knows_errors_at_all():
    """A plan of factories on farmland: all sixteen cells are wrong, and go back to the fields they are."""
    world = {
        "cover": dict.fromkeys(CELLS, "0101"),
        "plan": dict.fromkeys(itertools.product(range(2), range(2)), "1001"),
        "pbf": set(CELLS),
        "core": set(),
        "general": set(),
        "udb": set(),
    }
    found = [oracle(world, block, "1001", True) for block in world["plan"]]
    assert [set(codes.values()) for codes in found] == [{"0101"}] * 4
    plan, lines, base = layers(world)
    result = repair(plan, *lines, base=base, factors=FACTORS, carbon_class=CLASS_OF_CODE)
    assert set(result.draft.plan.codes) == {"0101"}
    assert result.draft.plan.geometry[0] is plan.geometry[0]
    assert SETTINGS.horizon_a == 20.0
