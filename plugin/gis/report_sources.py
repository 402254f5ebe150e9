# SPDX-License-Identifier: GPL-2.0-or-later
"""The factors and rules behind the results that a report shows, read again where they are still at hand."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import pandas as pd

from ..domain.errors import FactorError, InputError, RuleError
from ..domain.factors import FactorSet
from ..domain.rules import RulePack, load_rule_pack
from ..domain.stocks import FACTORS, QUANTITIES, known_sum
from .report_inputs import ReportInputs
from .run import Run
from .tables import load_factors


def factor_rows(inputs: ReportInputs, run: Run) -> pd.DataFrame | None:
    """The factors behind the baseline with the share of each quantity that rests on them.

    None when the factor set of the run is not at hand any more, which is noted.
    """
    table = inputs.frames.get("BASELINE_TABLE")
    described = inputs.manifest("sinkbaseline").get("factor_set")
    if table is None or not described:
        return None
    chosen = inputs.manifest("sinkbaseline").get("parameters", {}).get("FACTOR_SET")
    factors = _same_set(str(chosen or described.get("id")), described, run)
    if factors is None:
        return None
    area = _area_by_term(table, factors.terms)
    rows = factors.terms[factors.terms["key"].isin(table["carbon_class"])].copy()
    rows["class"] = rows["key"]
    amount = rows["value"] * [area[pair] for pair in zip(rows["key"], rows["term"])]
    rows["share_of_result"] = amount.abs() / rows["quantity"].map(_wholes(table, rows["quantity"], amount))
    rows["unit"] = rows["quantity"].map(_unit_of)
    return rows


def _area_by_term(table: pd.DataFrame, terms: pd.DataFrame) -> dict[tuple[str, str], float]:
    """The ground on which each term of a class counts: that of no method which answers for it (ha)."""
    claims = table["accounts_for"].fillna("") if "accounts_for" in table else ""
    rows = pd.DataFrame({"key": table["carbon_class"], "claims": claims, "area_ha": table["area_ha"]})
    sums = rows.astype({"area_ha": float}).groupby(["key", "claims"])["area_ha"].agg(math.fsum)
    parts = [(key, set(str(claimed).split(",")), area_ha) for (key, claimed), area_ha in sums.items()]
    return {
        (key, term): math.fsum(area for name, own, area in parts if name == key and term not in own)
        for key, term in zip(terms["key"], terms["term"])
    }


def _wholes(table: pd.DataFrame, quantities: pd.Series, amount: pd.Series) -> dict[str, float]:
    """The size of each quantity: its factors, and beside them what methods state."""
    columns = {quantity: column for column, quantity in QUANTITIES.items()}
    wholes = {}
    for quantity, part in amount.groupby(quantities):
        wholes[str(quantity)] = known_sum(part.abs())
        column = columns.get(str(quantity))
        if column in table and _has_methods(table):
            beside = known_sum(pd.to_numeric(table[column])) - known_sum(part)
            wholes[str(quantity)] += 0.0 if math.isnan(beside) else abs(beside)
    return wholes


def _has_methods(table: pd.DataFrame) -> bool:
    return "method" in table and bool((table["method"].fillna(FACTORS) != FACTORS).any())


def _unit_of(quantity: str) -> str:
    return "t C/ha" if quantity == "stock" else "t CO2e/(ha·a)"


def rule_rows(inputs: ReportInputs, run: Run) -> pd.DataFrame | None:
    """The rules of the pack behind the plan check, by ``rule_id``.

    None when the pack of the run is not at hand any more, which is noted.
    """
    check = inputs.manifest("checkplan")
    described = check.get("rule_pack")
    if not described:
        return None
    chosen = check.get("parameters", {}).get("RULES") or described.get("id")
    try:
        pack: RulePack | None = load_rule_pack(str(chosen))
    except RuleError:
        pack = None
    if pack is None or pack.sha256 != described.get("sha256"):
        run.notes.add(
            "rule_pack_gone",
            "Rule pack “{id}” of the plan check is not at hand in the version used; what its rules say is "
            "not spelled out.",
            id=described.get("id"),
        )
        return None
    return pack.rules


def _same_set(name: str, described: Mapping[str, Any], run: Run) -> FactorSet | None:
    try:
        factors: FactorSet | None = load_factors(name)
    except (FactorError, InputError):
        factors = None
    if factors is None or factors.sha256 != described.get("sha256"):
        run.notes.add(
            "factor_set_gone",
            "Factor set “{id}” of the baseline is not at hand in the version used; its rows are not listed.",
            id=described.get("id"),
        )
        return None
    return factors
