# SPDX-License-Identifier: GPL-2.0-or-later
"""The plan check beside a planning base: structure of the land use and farmland balance by hand."""

from __future__ import annotations

import pytest
from layers_by_hand import check_draft, control_line, manifest_of, rows_of, square
from qgis.core import QgsProcessingException
from quantity_layers import BASE_FIELDS, DRAFT, X, Y, base_layer

FARMLAND = control_line((square(X, Y), {}))


@pytest.fixture
def check(run, tmp_path):
    return lambda **more: check_draft(run, tmp_path / "check.json", DRAFT, FARMLAND=FARMLAND, **more)


def test_a_base_gives_the_structure_and_the_balance_beside_the_findings(check):
    """One of two hectares of fields becomes houses: 1 ha short, and the structure says where it went."""
    tables = {"OUTPUT_STRUCTURE": "memory:", "OUTPUT_QUANTITIES": "memory:"}
    result, _ = check(BASE_PLAN=base_layer(), **BASE_FIELDS, **tables)
    structure = {
        (row["level"], row["code"]): (row["base_ha"], row["plan_ha"])
        for row in rows_of(result["OUTPUT_STRUCTURE"])
        if row["unit"] is None
    }
    assert structure["class", "01"] == pytest.approx((2.0, 1.0))
    assert structure["class", "07"] == pytest.approx((0.0, 1.0))
    (balance,) = [row for row in rows_of(result["OUTPUT_QUANTITIES"]) if row["indicator"] == "balance_CUL-02"]
    assert (balance["result"], balance["difference"]) == ("fail", pytest.approx(-1.0))
    assert "JQDLTB" in {given["layer"] for given in manifest_of(result)["inputs"]}


def test_without_a_base_the_check_needs_none(check):
    result, _ = check()
    assert not {"OUTPUT_STRUCTURE", "OUTPUT_QUANTITIES"} & set(result)


@pytest.mark.parametrize(
    ("more", "part"),
    [
        ({"OUTPUT_STRUCTURE": "memory:"}, "OUTPUT_STRUCTURE hold the plan against the planning base"),
        ({"BASE_PLAN": base_layer()}, "without its code field"),
    ],
)
def test_a_base_that_is_missing_or_has_no_field_stops_before_the_work(check, monkeypatch, more, part):
    from dualcarbon.plugin.domain import plancheck

    monkeypatch.setattr(plancheck, "check_plan", lambda **_: pytest.fail("the long work was begun"))
    with pytest.raises(QgsProcessingException, match=part):
        check(**more)
