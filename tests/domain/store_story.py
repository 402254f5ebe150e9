# SPDX-License-Identifier: GPL-2.0-or-later
"""A draft of three homesteads on farmland, checked day after day into one findings store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dualcarbon.plugin.domain.exemptions import Exemption
from dualcarbon.plugin.domain.findings_store import (
    StoreCrs,
    StoreRun,
    parcel_tokens,
    read_decisions,
    read_findings,
    read_history,
    rows_of_parcels,
    scope_of,
    update_findings,
)
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.plancheck import check_plan
from dualcarbon.plugin.domain.progress import silent
from dualcarbon.plugin.domain.rules import load_rule_pack
from plan_cases import PLANE, SETTINGS, box, line_of, plan_of

CRS = StoreCrs("EPSG", 4547, "EPSG:4547 CGCS2000 / 3-degree Gauss-Kruger CM 114E", 'PROJCS["CGCS2000"]')
PACK = load_rule_pack("cn_national")
APPROVED = Exemption(
    "a", document_no="某自然资函〔2026〕7号", date=date(2026, 1, 1), expiry=date(2026, 6, 30)
)
#: Homesteads with their southern halves on farmland, hit by PBF-01 and PBF-06 each.
HOMESTEADS = {name: box(100 * n, 0, 100, 100) for n, name in enumerate("abc")}
FARMLAND = line_of("pbf", ("L", box(-10, -10, 500, 60)))


def draft(layer="draft", **codes):
    parcels = [(name, codes.get(name, "0703"), geom) for name, geom in HOMESTEADS.items()]
    return plan_of(*(parcel for parcel in parcels if parcel[1] != "-"), layer=layer)


class Story:
    """Checks of drafts taken into one store, a day after the other."""

    def __init__(self, path):
        self.path = path
        self.runs = 0

    def check(
        self,
        plan=None,
        *lines,
        on=SETTINGS.as_of,
        table=(),
        decisions=None,
        crs=CRS,
        pack=PACK,
        progress=silent,
    ):
        plan = draft() if plan is None else plan
        lines = lines or (FARMLAND,)
        self.runs += 1
        day = replace(SETTINGS, as_of=on)
        read = read_decisions(self.path) if decisions is None else decisions
        result = check_plan(plan, lines, pack, day, PLANE, exemptions=[*table, *read], notes=NoteBook())
        found = result.findings.assign(plan_layer=plan.layer)
        found["parcel"] = parcel_tokens(plan, PLANE, rows_of_parcels(plan, found["plan_id"]))
        scope = scope_of(plan, lines, pack, day, result.not_run, PLANE)
        run = StoreRun(found, scope, read, on, f"run{self.runs}", f"2026-04-{self.runs:02d}T08:00:00.000Z")
        return update_findings(self.path, run, crs, progress)

    def states(self, rule="PBF-01"):
        """Parcel → state of its findings of a rule."""
        table = read_findings(self.path)
        table = table[table["rule_id"] == rule]
        return dict(zip(table["plan_id"], table["state"]))

    def key(self, plan_id, rule="PBF-01"):
        table = read_findings(self.path)
        return table.loc[(table["plan_id"] == plan_id) & (table["rule_id"] == rule), "finding_key"].item()

    def causes(self, plan_id, rule="PBF-01"):
        history = read_history(self.path, self.key(plan_id, rule))
        return list(zip(history["from_state"], history["to_state"], history["cause"]))
