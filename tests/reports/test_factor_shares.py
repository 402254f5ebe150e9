# SPDX-License-Identifier: GPL-2.0-or-later
"""Which share of a baseline rests on which factor, where detailed methods answer for a part of it."""

from __future__ import annotations

import pandas as pd
import pytest

pytest.importorskip("qgis.core")

from dualcarbon.plugin.domain.factors import load_factor_set
from dualcarbon.plugin.domain.provenance import describe_factor_set
from dualcarbon.plugin.gis.manifests import ShownRun
from dualcarbon.plugin.gis.report_inputs import ReportInputs
from dualcarbon.plugin.gis.report_sources import factor_rows


def shares(table: pd.DataFrame) -> dict[str, float]:
    factors = load_factor_set("cn_default")
    manifest = {"factor_set": describe_factor_set(factors), "parameters": {"FACTOR_SET": "cn_default"}}
    runs = {"sinkbaseline": ShownRun(manifest, vouched=True)}
    rows = factor_rows(ReportInputs(frames={"BASELINE_TABLE": table}, runs=runs), None)
    stock = rows[rows["quantity"] == "stock"]
    return dict(zip(stock["term"], stock["share_of_result"]))


def density() -> dict[str, float]:
    terms = load_factor_set("cn_default").terms
    forest = terms[(terms["key"] == "mixed_forest") & (terms["quantity"] == "stock")]
    return dict(zip(forest["term"], forest["value"]))


def test_without_methods_the_shares_of_the_factors_add_up_to_the_whole() -> None:
    known = density()
    stock_tc = 3.0 * sum(known.values())
    table = pd.DataFrame([{"carbon_class": "mixed_forest", "area_ha": 3.0, "stock_tc": stock_tc}])
    found = shares(table)
    assert sum(found.values()) == pytest.approx(1.0)
    assert found["soc"] == pytest.approx(known["soc"] / sum(known.values()))


def test_a_pool_that_a_method_answers_for_leaves_its_factor_the_rest_of_the_ground() -> None:
    """Of 3 ha the stands of 1 ha state 200 t C of biomass themselves; their soil is the factor's."""
    known = density()
    biomass = known["agb"] + known["bgb"]
    rest = known["soc"] + known["dom"]
    rows = [("factors", None, 2.0, 2.0 * (biomass + rest)), ("forest_volume", "agb,bgb", 1.0, 200.0 + rest)]
    table = pd.DataFrame(rows, columns=["method", "accounts_for", "area_ha", "stock_tc"])
    found = shares(table.assign(carbon_class="mixed_forest"))
    whole = 2.0 * biomass + 3.0 * rest + 200.0
    assert found["agb"] == pytest.approx(2.0 * known["agb"] / whole)
    assert found["soc"] == pytest.approx(3.0 * known["soc"] / whole)
    assert sum(found.values()) == pytest.approx(1.0 - 200.0 / whole)
