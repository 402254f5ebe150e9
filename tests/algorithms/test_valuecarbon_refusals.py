# SPDX-License-Identifier: GPL-2.0-or-later
"""What the value of carbon rights refuses or notes: no invented default, no price taken in silence."""

from __future__ import annotations

import processing
import pytest
from layers_by_hand import Log
from qgis.core import QgsProcessingException
from values_by_hand import FLOWS, TEN_YEARS, TOWN, WHOLE, account, macc, price, project, table


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ("BUFFER", "BUFFER is not set"),
        ("LEAKAGE", "LEAKAGE is not set"),
        ("YEAR", "YEAR is not set"),
        ("DISCOUNT_RATE", "DISCOUNT_RATE is not set"),
        ("PRICE_GROWTH", "PRICE_GROWTH is not set"),
        ("YEARS", "YEARS is not set"),
        ("COST", "COST is not set"),
    ],
)
def test_numbers_without_a_default_have_to_be_stated(refused, missing, sentence):
    given = {**WHOLE, **TEN_YEARS, "METHODS": ["npv"], "PROJECTS": table(project())}
    del given[missing]
    assert sentence in refused("valuecarbon", TABLE=account(), **given, OUTPUT="memory:")


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"METHODS": ["abatement"]}, "needs MACC"),
        ({"METHODS": ["tax"]}, "There is no price of the kind charge for 2025"),
        ({"METHODS": ["replacement"]}, "Name a price of another year in PRICE_IDS"),
        ({"SINK": "inventory"}, "Give MANAGED_PERCENT"),
        ({"PRICE_IDS": "P-CEA-2025-avg"}, "price of an emission allowance (CEA)"),
        ({"PRICE_IDS": "P-NONE"}, "names “P-NONE”"),
        ({"YEAR": 2019}, "it has the years 2025"),
        ({"STORE": "book.gpkg"}, "either STORE"),
        ({"TABLE": None}, "either STORE"),
    ],
)
def test_open_choices_are_refused_with_what_to_do(refused, parameters, sentence):
    given = {"TABLE": account(), **WHOLE, "OUTPUT": "memory:", **parameters}
    assert sentence in refused("valuecarbon", **given)


def test_prices_of_two_currencies_make_no_range(refused):
    said = refused(
        "valuecarbon",
        TABLE=account(),
        **WHOLE,
        METHODS=["market", "tax"],
        PRICE_IDS="P-SCC-epa",
        PROJECTS=table(project()),
        OUTPUT="memory:",
    )
    assert "market CNY, tax USD" in said


def test_a_curve_that_ends_before_the_tonnes_is_refused(refused):
    given = {"TABLE": account(), **WHOLE, "METHODS": ["abatement"], "MACC": macc(top=999.0)}
    assert "MACC ends at 999 t CO2e a year, but 1000 t CO2e" in refused(
        "valuecarbon", **given, OUTPUT="memory:"
    )


def test_more_tonnes_sold_than_certified_are_refused(refused):
    projects = table(project(sold_tco2e=801.0), name="projects")
    given = {"TABLE": account(), **WHOLE, "BUFFER": 20, "PROJECTS": projects}
    said = refused("valuecarbon", **given, OUTPUT="memory:")
    assert "Table “projects”, row 1: project “CCER-1” has sold 801 t CO2e" in said


def test_a_price_of_another_year_is_taken_only_by_name_and_noted(run, log):
    """1 000 t at 273.3 per t C: 74 536.36."""
    given = {"TABLE": account(), **WHOLE, "METHODS": ["market", "replacement"], "OUTPUT": "memory:"}
    result = run("valuecarbon", **given, PRICE_IDS="P-AFFOREST，P-CCER-2025-jul")
    assert result["VALUE_MAX"] == pytest.approx(74_536.36, abs=0.005)
    assert log.said("Price P-AFFOREST is of 1990s, the account of 2025")
    assert log.said("is not verified against its source")
    assert log.said("1 prices of PRICE_IDS are taken by none")


def test_prices_of_two_years_are_named_as_unlike(run, log):
    prices = table(price("A"), price("B", "charge", year="2020"), name="prices")
    given = {"TABLE": account(), **WHOLE, "METHODS": ["market", "tax"], "PROJECTS": table(project())}
    run("valuecarbon", **given, PRICES=prices, PRICE_IDS="B", OUTPUT="memory:")
    assert log.said("The prices are of different years (2020, 2025)")


def test_a_town_that_the_account_has_twice_is_refused(refused):
    """The last row would win in silence."""
    twice = table({**TOWN, **FLOWS}, {**TOWN, **FLOWS, "removal_tco2e_a": 9.0})
    said = refused("valuecarbon", TABLE=twice, **WHOLE, OUTPUT="memory:")
    assert "two entries for unit “北镇”" in said


def test_flows_in_another_unit_of_measure_are_refused(refused):
    row = {"unit": "北镇", "year": 2025, "item": "baseline/removal", "value": 1.0, "measure": "万t CO2e/a"}
    said = refused("valuecarbon", TABLE=table(row), **WHOLE, OUTPUT="memory:")
    assert "baseline/removal is in 万t CO2e/a" in said


@pytest.mark.parametrize("moment", [5.0, 35.0, 85.0])
def test_a_cancelled_run_leaves_nothing(provider, tmp_path, moment):
    class Impatient(Log):
        def setProgress(self, progress):
            if progress > moment:
                self.cancel()

    given = {"TABLE": account(), **WHOLE, "OUTPUT": str(tmp_path / "values.gpkg")}
    sinks = str(tmp_path / "sinks.gpkg")
    with pytest.raises(QgsProcessingException, match="cancelled"):
        processing.run("dualcarbon:valuecarbon", {**given, "OUTPUT_SINKS": sinks}, feedback=Impatient())
    assert list(tmp_path.iterdir()) == []
