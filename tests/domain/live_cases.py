# SPDX-License-Identifier: GPL-2.0-or-later
"""A small plan under the hands of a planner: drawn, reshaped, split, merged, recoded, deleted, undone."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pandas as pd
import shapely
from dualcarbon.plugin.domain.areas import WorkPlane
from dualcarbon.plugin.domain.carbon_at_stake import carbon_at_stake
from dualcarbon.plugin.domain.geometry import repair_polygons
from dualcarbon.plugin.domain.live_balance import BalanceJob, Edits, LiveBalance, open_balance
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.plancheck import PlanDraft, check_plan
from dualcarbon.plugin.domain.rules import load_rule_pack
from hypothesis import strategies as st
from plan_cases import PLANE, SETTINGS, array, base_of, box, factor_set, line_of

CODES = ("0101", "0301", "0703", "1202", None)
#: Id, code and geometry of a parcel; the geometry may be anything that can be drawn.
Parcel = tuple[str, "str | None", "shapely.Geometry | None"]

CLASSES = {"0101": "paddy", "0301": "forest", "0703": "residential", "1202": "residential"}
FACTORS = factor_set(
    paddy={"agb": (5.0, 4.0, 6.0), "soc": (80.0, 70.0, 90.0), "seq": (1.0, 0.5, 1.5)},
    forest={"agb": (40.0, 30.0, 50.0), "soc": (90.0, 80.0, 100.0), "seq": (3.0, 2.0, 4.0)},
    residential={"agb": (0.0, 0.0, 0.0), "soc": (40.0, 30.0, 50.0), "seq": (0.0, 0.0, 0.0)},
)
#: Farmland in the west, two redline features, an urban boundary in the east, and what stands there today.
LINES = (
    line_of("pbf", ("F1", box(0, 0, 70, 150)), ("F2", box(70, 40, 30, 40))),
    line_of(
        "erl",
        ("R1", box(20, 120, 90, 60)),
        ("R2", box(100, 100, 40, 40)),
        zones=array(["核心保护区", "一般控制区"]),
    ),
    line_of("udb", ("U1", box(110, 0, 80, 90)), zones=array(["集中建设区"])),
)
BASE = base_of(
    ("0101", "paddy", box(0, 0, 100, 100)),
    ("0301", "forest", box(0, 100, 100, 80)),
    ("0703", "residential", box(100, 0, 60, 150)),
)
UNITS = array([box(0, 0, 90, 200), box(90, 0, 120, 200)])
UNIT_NAMES = array(["West", "East"])


def draft_of(parcels: list[Parcel], plane: WorkPlane = PLANE, rule: str = "planar") -> PlanDraft:
    """Parcels as a layer is read: repaired, measured, coded."""
    shapes = array(shape for _, _, shape in parcels)
    ids = array(name for name, _, _ in parcels)
    geometry = repair_polygons(shapes, ids, layer="draft", notes=NoteBook())
    area = plane.measure(geometry, rule)
    codes = array(code for _, code, _ in parcels)
    classes = array(CLASSES.get(code) for code in codes)
    return PlanDraft(geometry, ids, codes, classes, area, area, "draft", True)


class Desk:
    """A plan layer in edit mode: parcels by key, the live balance beside it, and what was done."""

    def __init__(
        self,
        parcels: list[Parcel],
        read: Callable[[list[Parcel]], PlanDraft] = draft_of,
        **changes: object,
    ) -> None:
        self.read = read
        self.parcels = {str(number): parcel for number, parcel in enumerate(parcels)}
        self.done: list[dict[str, Parcel | None]] = []
        self.next = len(parcels)
        job = BalanceJob(
            keys=list(self.parcels),
            plan=read(parcels),
            lines=LINES,
            pack=load_rule_pack("cn_national"),
            settings=SETTINGS,
            plane=PLANE,
            base=BASE,
            factors=FACTORS,
            units=UNITS,
            unit_names=UNIT_NAMES,
        )
        self.job = replace(job, **changes)
        self.live: LiveBalance = open_balance(self.job, NoteBook())

    def edit(self, changes: dict[str, Parcel | None]) -> None:
        """Do one command: parcels as they are afterwards, None where deleted."""
        self.done.append({key: self.parcels.get(key) for key in changes})
        self._set(changes)

    def undo(self) -> None:
        """Take the last command back."""
        if self.done:
            self._set(self.done.pop())

    def new_key(self) -> str:
        """A key that no parcel had yet."""
        self.next += 1
        return str(self.next)

    def full(self):
        """A full check of the plan as it stands."""
        plan = self.read(list(self.parcels.values()))
        job = self.job
        return check_plan(
            plan,
            job.lines,
            job.pack,
            job.settings,
            job.plane,
            base=job.base,
            factors=job.factors,
            units=job.units,
            unit_names=job.unit_names,
            exemptions=job.exemptions,
            notes=NoteBook(),
        )

    def _set(self, changes: dict[str, Parcel | None]) -> None:
        for key, parcel in changes.items():
            if parcel is None:
                self.parcels.pop(key, None)
            else:
                self.parcels[key] = parcel
        kept = {key: parcel for key, parcel in changes.items() if parcel is not None}
        plan = self.read(list(kept.values())) if kept else None
        self.change = self.live.apply(Edits(list(kept), plan, [k for k in changes if k not in kept]))


def moved(shape: shapely.Geometry, vertex: int, dx: float, dy: float) -> shapely.Geometry:
    """A polygon with one corner moved; it may cross itself then."""
    xy = shapely.get_coordinates(shape)[:-1].copy()
    xy[vertex % len(xy)] += (dx, dy)
    return shapely.Polygon(xy)


def halves(shape: shapely.Geometry) -> list[shapely.Geometry]:
    """A polygon cut by a vertical line through its middle; fewer parts where it is not cut."""
    west, south, east, north = shapely.bounds(shape)
    middle = (west + east) / 2.0
    sides = (
        shapely.box(west - 1, south - 1, middle, north + 1),
        shapely.box(middle, south - 1, east + 1, north + 1),
    )
    parts = [shapely.intersection(shapely.make_valid(shape), side) for side in sides]
    return [part for part in parts if shapely.area(part) > 0.0]


def ground_by_class(parcels: list[Parcel]) -> dict[tuple[str, str], float]:
    """Hectares by class before and after by plain loops: of parcels that overlap, the first by id counts."""
    plan = draft_of(parcels)
    rows = [row for row, shape in enumerate(plan.geometry) if shape is not None]
    rows.sort(key=lambda row: (str(plan.ids[row]), shapely.to_wkb(plan.geometry[row])))
    taken, found = shapely.Polygon(), {}
    for row in rows:
        own = shapely.difference(plan.geometry[row], taken)
        taken = shapely.union(taken, plan.geometry[row])
        for before, cover in zip(BASE.carbon_class, BASE.geometry):
            hectares = shapely.area(shapely.intersection(own, cover)) / 10_000.0
            after = plan.carbon_class[row]
            if hectares > 0.0 and after is not None:
                found[before, after] = found.get((before, after), 0.0) + hectares
    return found


def nearly(one: float, other: float) -> bool:
    """Equal within 1e-9, of the value or of a hectare; two unknown figures are equal."""
    return bool(np.isclose(one, other, rtol=1e-9, atol=1e-9, equal_nan=True))


def squares() -> list[Parcel]:
    """Six parcels side by side, P0 … P5."""
    codes = ("0101", "0703", "1202", "0301", "0703", "0101")
    return [
        (f"P{n}", code, box(20 + 50 * (n % 3), 30 + 60 * (n // 3), 50, 60)) for n, code in enumerate(codes)
    ]


#: Commands with what they need: which parcel, how far, which code.
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["draw", "move", "split", "merge", "recode", "delete", "undo", "undo", "copy"]),
        st.integers(0, 99),
        st.integers(-60, 60),
        st.integers(-60, 60),
        st.sampled_from(CODES),
    ),
    min_size=1,
    max_size=6,
)


def do(desk: Desk, action: str, pick: int, dx: int, dy: int, code: str | None) -> None:
    """One command of a planner; what cannot be done is left."""
    keys = list(desk.parcels)
    if action == "undo":
        desk.undo()
    elif action == "draw":
        desk.edit({desk.new_key(): (f"N{pick % 3}", code, box(60 + dx, 60 + dy, 10 + pick % 40, 25))})
    elif keys:
        key = keys[pick % len(keys)]
        name, old, shape = desk.parcels[key]
        other = keys[(pick + 1) % len(keys)]
        if action == "move":
            desk.edit({key: (name, old, moved(shape, pick, dx, dy))})
        elif action == "recode":
            desk.edit({key: (name, code, shape)})
        elif action == "delete":
            desk.edit({key: None})
        elif action == "copy":
            desk.edit({desk.new_key(): (name, old, shape)})
        elif action == "split" and len(halves(shape)) == 2:
            first, second = halves(shape)
            desk.edit({key: (name, old, first), desk.new_key(): (name, old, second)})
        elif action == "merge" and other != key:
            both = shapely.union(*(shapely.make_valid(desk.parcels[one][2]) for one in (key, other)))
            desk.edit({key: (name, old, both), other: None})


def assert_like_full_check(desk: Desk) -> None:
    """Findings, totals, conflicts and carbon are those of a full check of the plan as it stands."""
    full, state = desk.full(), desk.live.state()
    for name, value in full.totals.items():
        assert nearly(state.totals[name], value), (name, state.totals[name], value)
    assert list(state.totals) == list(full.totals)
    assert state.parcels == len(desk.parcels)
    listed = {row.finding_key: row for row in full.findings.itertuples()}
    found = {one.key: one for one in desk.live.findings()}
    assert found.keys() == listed.keys()
    for key, one in found.items():
        row = listed[key]
        for name in (
            "rule_id",
            "line_type",
            "line_id",
            "severity",
            "plan_id",
            "plan_code",
            "verdict",
            "place",
            "state",
            "needs",
        ):
            assert getattr(one, name) == getattr(row, name), (key, name)
        assert nearly(one.area_m2, row.area_m2)
        assert nearly(one.share, row.share)
        assert desk.parcels[one.parcel][0] == one.plan_id
    whole = full.summary[full.summary["unit"].isna()].set_index("level")
    rules = whole.loc[["rule"]] if "rule" in whole.index else whole.iloc[:0]
    union = {row.rule_id: row.union_ha for row in rules.itertuples() if row.union_ha > 0.0}
    assert state.union_ha.keys() == union.keys()
    assert all(nearly(state.union_ha[rule], area) for rule, area in union.items())
    kinds: dict[tuple[str, str, str], list[shapely.Geometry]] = {}
    for one in found.values():
        kinds.setdefault((one.severity, one.line_type, one.state), []).append(one.geometry)
    assert state.hit_ha.keys() == kinds.keys()
    if desk.job.settings.area_rule == "attribute":
        # Areas of the register are not those of the geometries.
        assert all(area_ha > 0.0 for area_ha in state.hit_ha.values())
    else:
        measured = {kind: shapely.union_all(own).area / 1e4 for kind, own in kinds.items()}
        assert all(nearly(state.hit_ha[kind], area_ha) for kind, area_ha in measured.items())
    assert sum(one.findings for one in state.conflicts) == len(full.findings)
    assert nearly(math.fsum(one.area_ha for one in state.conflicts), full.findings["area_m2"].sum() / 1e4)


def assert_carbon_by_hand(desk: Desk) -> None:
    """The carbon balance is that of ground cut by plain loops."""
    ground = ground_by_class(list(desk.parcels.values()))
    rows = [(0, before, after, hectares) for (before, after), hectares in ground.items()]
    parts = pd.DataFrame(rows, columns=["group", "base_class", "plan_class", "area_ha"])
    lost = carbon_at_stake(parts, 1, FACTORS, SETTINGS.horizon_a).iloc[0]
    carbon = desk.live.state().carbon
    assert nearly(carbon.compared_ha, math.fsum(ground.values()))
    for own, name in (
        (carbon.stock_change_tco2, "stock_loss_tco2"),
        (carbon.removal_change_tco2e_a, "removal_forgone_tco2e_a"),
        (carbon.carbon_change_tco2e, "carbon_tco2e"),
    ):
        value, low, high = (-lost[f"{name}{bound}"] for bound in ("", "_high", "_low"))
        assert all(abs(a - b) <= 1e-7 or (a != a and b != b) for a, b in zip(own, (value, low, high)))
