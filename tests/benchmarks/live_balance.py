# SPDX-License-Identifier: GPL-2.0-or-later
"""How long the live balance takes after the edit of one parcel, beside a full check of the same plan.

    python tests/benchmarks/live_balance.py --parcels 100000 --edits 400

The county is that of ``plan_check.py``: control lines of a million vertices, land cover and
planning base. Parcels are reshaped (one corner moved, so that neighbours overlap), given
another code, cut in two, deleted and brought back, in turns. Each time is that of
``LiveBalance.apply``: findings, totals, carbon and quantities. Wall-clock times stand beside
those of the processor, which other programs do not lengthen. Goals (issue 7): median ≤ 50 ms,
99th percentile ≤ 200 ms, ≥ 200 × faster than the full check in the same run. In the end the
figures are held against that full check.
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pyproj
import shapely

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import conftest
from county import LINES, make_county

TYPES = ("pbf", "erl", "udb")
KINDS = ("reshape", "recode", "split", "delete", "undo")
CODES = ("0101", "0103", "0301", "0703", "1001", "1202")
Times = dict[str, list[tuple[float, float]]]


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def objects(values) -> np.ndarray:
    listed = list(values)
    column = np.full(len(listed), None, dtype=object)
    column[:] = listed
    return column


def read_county(count: int):
    """The job of a live balance on a county of so many parcels."""
    from dualcarbon.plugin.domain.areas import work_plane
    from dualcarbon.plugin.domain.factors import load_factor_set
    from dualcarbon.plugin.domain.live_balance import BalanceJob, QuantityTerms
    from dualcarbon.plugin.domain.plancheck import BaseCover, CheckSettings, ControlLine
    from dualcarbon.plugin.domain.quantities import CodedLand, OfficialLine, Surroundings
    from dualcarbon.plugin.domain.rules import load_rule_pack

    county = make_county(count)
    crs = pyproj.CRS.from_epsg(4547).to_wkt()
    plane = work_plane(crs, tuple(shapely.total_bounds(county.parcels)))
    settings = CheckSettings(date(2026, 4, 1))
    ids = objects(f"{number:018d}" for number in range(len(county.parcels)))
    plan = draft_of(county.parcels, ids, county.planned, plane)
    lines = [
        ControlLine(kind, name, shapes, objects(f"{name}{row}" for row in range(len(shapes))))
        for kind, name, shapes in zip(TYPES, LINES, county.controls)
    ]
    area = plane.measure_layer(county.base, settings.area_rule)
    names = objects(str(row) for row in range(len(county.base)))
    before = CodedLand(county.base, names, objects(map(str, county.base_codes)), area, area, "DLTB")
    return BalanceJob(
        keys=[str(row) for row in range(len(ids))],
        plan=plan,
        lines=lines,
        pack=load_rule_pack("cn_national"),
        settings=settings,
        plane=plane,
        base=BaseCover(county.base, before.codes, classes_of(county.base_codes), "DLTB"),
        factors=load_factor_set("cn_default"),
        quantities=QuantityTerms([OfficialLine(line) for line in lines], [], Surroundings(base=before)),
    )


def classes_of(codes) -> np.ndarray:
    from dualcarbon.plugin.domain.classes import match_codes

    return match_codes(
        objects(map(str, codes)), field="YDYHFLDM", layer="county", classification="cn_landsea_2023"
    ).carbon_classes()


def draft_of(shapes, ids, codes, plane):
    """Parcels as they are read from a layer: valid, measured, coded."""
    from dualcarbon.plugin.domain.geometry import repair_polygons
    from dualcarbon.plugin.domain.notes import NoteBook
    from dualcarbon.plugin.domain.plancheck import PlanDraft

    geometry = repair_polygons(objects(shapes), ids, layer="GHYDYH", notes=NoteBook())
    area = plane.measure_layer(geometry, "ellipsoidal")
    return PlanDraft(geometry, ids, objects(map(str, codes)), classes_of(codes), area, area, "GHYDYH", True)


class Planner:
    """Edits parcels at random and stops the time."""

    def __init__(self, job, balance, seed: int = 1) -> None:
        self.job, self.balance, self.rng = job, balance, np.random.default_rng(seed)
        self.parcels = dict(zip(job.keys, zip(job.plan.geometry, job.plan.ids, job.plan.codes)))
        self.undo = {}
        self.times: Times = {kind: [] for kind in KINDS}

    def edit(self, kind: str) -> None:
        """Make one edit of a kind."""
        from dualcarbon.plugin.domain.live_balance import Edits

        changes = self.undo if kind == "undo" else self._changes(kind)
        self.undo = {key: self.parcels.get(key) for key in changes}
        kept = {key: parcel for key, parcel in changes.items() if parcel is not None}
        removed = [key for key in changes if key not in kept]
        plan = draft_of(*map(objects, zip(*kept.values())), self.job.plane) if kept else None
        for key in removed:
            del self.parcels[key]
        self.parcels.update(kept)
        wall, cpu = time.perf_counter(), time.process_time()
        self.balance.apply(Edits(list(kept), plan, removed))
        self.times[kind].append((time.perf_counter() - wall, time.process_time() - cpu))

    def _changes(self, kind: str):
        keys = list(self.parcels)
        key = keys[int(self.rng.integers(len(keys)))]
        shape, name, code = self.parcels[key]
        if kind == "delete":
            return {key: None}
        if kind == "recode":
            return {key: (shape, name, str(self.rng.choice(CODES)))}
        xy = shapely.get_coordinates(shape)[:-1].copy()
        if kind == "reshape":
            xy[int(self.rng.integers(len(xy)))] += self.rng.uniform(-4.0, 4.0, 2)
            return {key: (shapely.Polygon(xy), name, code)}
        half = len(xy) // 2
        first, second = shapely.Polygon(xy[: half + 1]), shapely.Polygon(np.concatenate((xy[half:], xy[:1])))
        return {key: (first, name, code), f"n{len(keys)}{key}": (second, f"{name}b", code)}


def show(times: Times, full_s: float) -> None:
    every = [pair for found in times.values() for pair in found]
    for kind, found in [*times.items(), ("all", every)]:
        median, cpu_median = np.median(found, axis=0) * 1000.0
        tail, cpu_tail = np.quantile(found, 0.99, axis=0) * 1000.0
        say(
            f"  {kind:<8}{len(found):5d} edits  median {median:6.1f} ms (processor {cpu_median:6.1f})"
            f"  99 % {tail:6.1f} ms (processor {cpu_tail:6.1f})"
            f"  {full_s * 1000.0 / median:6.0f} × faster than the full check"
        )


def full_check(planner: Planner):
    """Seconds and totals of a full check of the plan as it stands, quantities included."""
    from dualcarbon.plugin.domain.notes import NoteBook
    from dualcarbon.plugin.domain.plancheck import check_plan
    from dualcarbon.plugin.domain.quantities import CodedLand, Measuring, check_quantities

    job = planner.job
    plan = draft_of(*map(objects, zip(*planner.parcels.values())), job.plane)
    start = time.perf_counter()
    result = check_plan(
        plan,
        job.lines,
        job.pack,
        job.settings,
        job.plane,
        base=job.base,
        factors=job.factors,
        notes=NoteBook(),
    )
    land = CodedLand(plan.geometry, plan.ids, plan.codes, plan.area_m2, plan.measured_m2, plan.layer)
    terms = job.quantities
    how = Measuring(job.plane, job.settings.area_rule)
    quantities = check_quantities(
        land, terms.lines, terms.targets, job.pack, job.settings, how, terms.around, notes=NoteBook()
    )
    return time.perf_counter() - start, result, quantities


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--parcels", type=int, default=100_000)
    parser.add_argument("--edits", type=int, default=400)
    options = parser.parse_args()
    say(f"{conftest.PACKAGE}: {options.parcels} parcels")
    from dualcarbon.plugin.domain.live_balance import open_balance
    from dualcarbon.plugin.domain.notes import NoteBook

    job = read_county(options.parcels)
    start = time.perf_counter()
    balance = open_balance(job, NoteBook())
    say(f"  opened in {time.perf_counter() - start:.1f} s")
    planner = Planner(replace(job), balance)
    for number in range(options.edits):
        planner.edit(KINDS[number % len(KINDS)])
    full_s, result, quantities = full_check(planner)
    say(f"  full check with quantities in {full_s:.1f} s")
    show(planner.times, full_s)
    state = balance.state()
    apart = max(
        abs(state.totals[name] - value) / max(abs(value), 1.0)
        for name, value in result.totals.items()
        if value == value
    )
    same = {one.key for one in balance.findings()} == set(result.findings["finding_key"])
    measured = np.array([one.measured for one in state.quantities], dtype=float)
    gap = np.nanmax(np.abs(measured - quantities.rows["measured"].to_numpy(dtype=float)))
    say(f"  totals {apart:.1e} apart, findings alike: {same}, quantities {gap:.1e} apart")


if __name__ == "__main__":
    main()
