# SPDX-License-Identifier: GPL-2.0-or-later
"""Facility registers: what each type does for the account, and cells that cannot be read."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from dualcarbon.plugin.domain.ccus import FIELDS, RESULTS, inventory_of, read_register
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.domain.notes import NoteBook
from hypothesis import given, settings
from hypothesis import strategies as st

#: methods.md WE-a in kt.
WORKED = {
    "facility_id": "f1",
    "year": "2025",
    "type": "CCS",
    "source_sector": "power",
    "flue_tco2_a": "500",
    "capture_rate": "0.9",
    "transport_loss": "0.005",
    "storage_loss_a": "1e-4",
    "energy_penalty_tco2_a": "60",
    "storage_site": "saline",
    "verification": "seen",
}


def register(*rows, year=2025):
    cells = pd.DataFrame([{**WORKED, **row} for row in rows]).reindex(columns=list(FIELDS), fill_value="")
    return read_register(cells.fillna(""), year=year, layer="登记表")


def account(*rows, year=2025, notes=None):
    return inventory_of(register(*rows, year=year), year, NoteBook() if notes is None else notes)


def test_the_worked_example_of_a6():
    """Captured 450, stored 447.75, avoided 387.75; after 50 years 445.5167."""
    total = account({}).total
    assert (total["captured_tco2"], total["stored_tco2"]) == (pytest.approx(450), pytest.approx(447.75))
    assert total["avoided_tco2"] == pytest.approx(387.75)
    later = account({}, year=2075).total
    assert later["stored_after_tco2"] == pytest.approx(445.5167, abs=5e-5)
    assert later["avoided_tco2"] == pytest.approx(385.5167, abs=5e-5)


@pytest.mark.parametrize(
    ("kind", "permanence", "removal", "reduction", "delay", "stored"),
    [
        ("CCS", "", 0, 447.75, 0, 447.75),
        ("CCU", "long_lived", 0, 447.75, 0, 447.75),
        ("CCU", "short_lived", 0, 0, 447.75, 0),
        ("BECCS", "", 447.75, 0, 0, 447.75),
        ("DAC", "permanent", 447.75, 0, 0, 447.75),
        ("DAC", "short_lived", 0, 0, 447.75, 0),
        ("EW", "", 0, 0, 0, 447.75),
    ],
)
def test_what_each_type_does_for_the_account(kind, permanence, removal, reduction, delay, stored):
    total = account({"type": kind, "permanence_class": permanence, "captured_tco2_a": "450"}).total
    assert total["removal_tco2e_a"] == pytest.approx(removal)
    assert total["source_sector_reduction_tco2"] == pytest.approx(reduction)
    assert total["delayed_tco2"] == pytest.approx(delay)
    assert total["stored_tco2"] == pytest.approx(stored)


def test_a_metered_capture_comes_before_rate_and_flue_gas():
    assert account({"captured_tco2_a": "300", "capture_rate": ""}).total["captured_tco2"] == 300
    with pytest.raises(InputError, match=r"f1.*600 t CO2 captured.*500 t CO2"):
        account({"captured_tco2_a": "600"})


def test_a_capture_at_capacity_is_within_it():
    assert account({"capacity_tco2_a": "450"}).total["captured_tco2"] == pytest.approx(450)
    with pytest.raises(InputError, match=r"f1.*450.*capacity, 449"):
        account({"capacity_tco2_a": "449"})


def test_chinese_words_full_width_and_thousands():
    found = register({"type": "ｂｅｃｃｓ", "permanence_class": "永久", "flue_tco2_a": "1,500"})
    assert (found["type"][0], found["permanence_class"][0]) == ("BECCS", "permanent")
    assert found["captured_tco2"][0] == pytest.approx(1350)


@pytest.mark.parametrize("text", ["1,5", "0,9", "1,50", "12,34,567", "1500,5"])
def test_a_comma_that_parts_no_thousands_is_no_number(text):
    with pytest.raises(InputError, match=f"“{text}” is no number"):
        register({"energy_penalty_tco2_a": text})


def test_one_facility_has_one_id_in_whatever_width():
    with pytest.raises(InputError, match="occurs twice for 2025"):
        register({"facility_id": "A1"}, {"facility_id": "Ａ１"})
    assert len(register({"facility_id": "A1"}, {"facility_id": "A1", "year": "2024"})) == 2


def test_sectors_and_their_facilities():
    found = account({}, {"facility_id": "f2"}, {"facility_id": "f3", "type": "DAC", "source_sector": ""})
    rows = found.sectors.set_index("type")
    assert (rows.at["CCS", "facilities"], rows.at["CCS", "source_sector"]) == (2, "power")
    assert rows.at["DAC", "source_sector"] is None
    assert rows.at["CCS", "stored_tco2"] == pytest.approx(895.5)


def test_two_years_of_one_facility_are_one_facility_and_an_old_delay_is_over():
    short = {"facility_id": "f2", "type": "CCU", "permanence_class": "short_lived", "year": "2024"}
    found = account({"year": "2024"}, {}, short)
    assert found.sectors.set_index("type")["facilities"].to_dict() == {"CCS": 1, "CCU": 1}
    assert found.total["delayed_tco2"] == 0.0


def test_what_is_noted():
    notes = NoteBook()
    account(
        {"year": "2020"},
        {"type": "EW", "captured_tco2_a": "450", "verification": ""},
        {"facility_id": "f2", "type": "DAC", "verification": "", "storage_site": ""},
        {"facility_id": "f3", "type": "CCU", "permanence_class": "短寿命产品"},
        notes=notes,
    )
    ids = {note.kind: note.ids for note in notes}
    assert ids == {
        "earlier_years": ("f1",),
        "weathering_not_removed": ("f1",),
        "delay_not_storage": ("f3",),
        "removal_unverified": ("f2",),
        "store_not_named": ("f2",),
    }


@pytest.mark.parametrize(
    ("row", "part"),
    [
        ({"facility_id": ""}, "feature 1"),
        ({"flue_tco2_a": "much"}, "“much” is no number"),
        ({"flue_tco2_a": "inf"}, "“inf” is no number"),
        ({"capture_rate": "nan"}, "“nan” is no number"),
        ({"year": "2025.5"}, "no calendar year"),
        ({"year": "0"}, "no calendar year from 1900 on"),
        ({"storage_loss_a": ""}, "storage_loss_a is empty"),
        ({"flue_tco2_a": ""}, "flue_tco2_a is empty"),
        (
            {"flue_tco2_a": "", "capture_rate": "", "energy_penalty_tco2_a": ""},
            "energy_penalty_tco2_a is empty",
        ),
    ],
)
def test_cells_that_cannot_be_read(row, part):
    with pytest.raises(InputError) as caught:
        register(row)
    assert part in str(caught.value)
    assert "登记表" in str(caught.value)


rows = st.lists(
    st.fixed_dictionaries(
        {
            "type": st.sampled_from(("CCS", "CCU", "BECCS", "DAC")),
            "year": st.integers(1990, 2025).map(str),
            "flue_tco2_a": st.floats(0, 1e7).map(repr),
            "capture_rate": st.floats(0, 1).map(repr),
            "transport_loss": st.floats(0, 1).map(repr),
            "storage_loss_a": st.floats(0, 0.1).map(repr),
            "energy_penalty_tco2_a": st.floats(0, 1e6).map(repr),
            "permanence_class": st.sampled_from(("permanent", "long_lived", "short_lived")),
        }
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=60)
@given(rows)
def test_carbon_is_never_made(rows):
    """0 ≤ still stored ≤ stored ≤ captured ≤ flue gas; one tonne is removal, reduction or delay, not two."""
    named = [{**row, "facility_id": f"f{number}"} for number, row in enumerate(rows)]
    found = account(*named)
    made, checked = found.facilities, register(*named)
    slack = 1 + 1e-12
    assert (made["stored_after_tco2"] >= 0).all()
    assert (made["stored_after_tco2"] <= made["stored_tco2"] * slack).all()
    assert (made["stored_tco2"] <= made["captured_tco2"] * slack).all()
    assert (made["captured_tco2"] <= checked["flue_tco2_a"] * slack).all()
    uses = made[["removal_tco2e_a", "source_sector_reduction_tco2", "delayed_tco2"]]
    assert ((uses > 0).sum(axis=1) <= 1).all()
    for name in RESULTS:
        assert found.total[name] == math.fsum(made[name])
        assert math.fsum(found.sectors[name]) == pytest.approx(found.total[name], rel=1e-9, abs=1e-6)


@settings(max_examples=60)
@given(rows)
def test_what_a_store_loses_in_a_year_is_what_is_missing_the_year_after(rows):
    named = [{**row, "facility_id": f"f{number}"} for number, row in enumerate(rows)]
    now, next_year = account(*named, year=2025), account(*named, year=2026)
    lost = now.facilities["stored_after_tco2"] - next_year.facilities["stored_after_tco2"]
    size = float(now.facilities["stored_tco2"].max())
    assert next_year.facilities["leakage_tco2_a"].tolist() == pytest.approx(
        lost.tolist(), abs=1e-9 * size + 1e-9
    )
    assert next_year.total["removal_tco2e_a"] == 0.0
