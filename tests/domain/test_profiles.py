# SPDX-License-Identifier: GPL-2.0-or-later
"""How figures are written: units, digits, levelling and file names."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal

import pytest
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.domain.profiles import (
    PROFILE_IDS,
    format_rounded,
    level_to_total,
    load_profile,
    round_half_up,
)
from hypothesis import given
from hypothesis import strategies as st


def test_the_county_writes_fifteen_mu_to_the_hectare_and_carbon_in_ten_thousand_tonnes() -> None:
    county = load_profile("cn_county")
    assert county.quantity("area_mu").format(2.0) == "30.00"
    assert county.quantity("area_wan_mu").format(20_000.0) == "30.00"
    assert county.quantity("area_km2").format(12_345.0) == "123.45"
    assert county.format_area(12_345.678) == "12,345.68"
    assert county.format_carbon(76_900.0) == "7.6900"
    assert county.unit("carbon", "zh") == "万吨碳"
    assert county.header("面积", "area", "zh") == "面积（hm²）"


def test_si_writes_tonnes_with_thousands() -> None:
    si = load_profile("si")
    assert si.format_carbon(1_234_567.4) == "1,234,567"
    assert si.header("Carbon stock", "carbon", "en") == "Carbon stock (t C)"


def test_decimals_of_carbon_can_be_chosen() -> None:
    assert load_profile("cn_county", {"carbon": 1}).format_carbon(76_900.0) == "7.7"
    with pytest.raises(InputError, match="does not define the quantity colour"):
        load_profile("cn_county", {"colour": 1})


def test_what_is_not_known_is_a_dash_and_what_is_small_is_not_nothing() -> None:
    si = load_profile("si")
    assert si.format_area(None) == "—"
    assert si.format_area(math.nan) == "—"
    assert si.format_area(0.0) == "0.0"
    assert si.format_area(0.004) == "< 0.1"
    assert si.format_area(-0.004) == "> −0.1"
    assert si.format_area(-1234.5) == "−1,234.5"


def test_an_interval_stands_in_brackets() -> None:
    carbon = load_profile("si").quantity("carbon")
    assert carbon.format_interval(1500, 1200, 1900) == "1,500 (1,200 – 1,900)"
    assert carbon.format_interval(1500, None, 1900) == "1,500 (—)"
    assert carbon.format_interval(math.nan, 1, 2) == "—"


def test_every_quantity_of_one_profile_is_in_both_with_both_languages() -> None:
    si, county = (load_profile(name) for name in PROFILE_IDS)
    assert set(si.quantities) <= set(county.quantities)
    for profile in (si, county):
        assert set(profile.titles) == {"en", "zh"}
        assert all(set(quantity.units) == {"en", "zh"} for quantity in profile.quantities.values())


def test_an_unknown_profile_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InputError, match="si, cn_county"):
        load_profile("cn_province")


def test_a_file_is_named_by_code_place_chart_and_year() -> None:
    county = load_profile("cn_county")
    assert county.years == (2020, 2025, 2030, 2035, 2060)
    named = county.file_name(code="511523", place="样例县", chart="分乡镇碳储量表", year=2025, suffix=".xlsx")
    assert named == "511523样例县分乡镇碳储量表2025.xlsx"
    unsafe = county.file_name(code="", place='a/b:"c"', chart="x", year=None, suffix=".html")
    assert unsafe == "a_b__c_x.html"


@pytest.mark.parametrize(
    ("value", "decimals", "rounded"),
    [
        (2.675, 2, 2.68),
        (0.125, 2, 0.13),
        (-0.125, 2, -0.13),
        (1.005, 2, 1.01),
        (2.5, 0, 3.0),
        (1e9 + 0.5, 0, 1e9 + 1),
    ],
)
def test_halves_are_rounded_away_from_zero_as_they_are_read(
    value: float, decimals: int, rounded: float
) -> None:
    assert round_half_up(value, decimals) == rounded


@given(st.decimals(-(10**6), 10**6, places=4), st.integers(0, 3))
def test_rounding_agrees_with_decimal_arithmetic(value: Decimal, decimals: int) -> None:
    expected = value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    assert round_half_up(float(value), decimals) == float(expected)


def test_format_never_writes_a_negative_zero() -> None:
    assert format_rounded(-0.0, 2) == "0.00"


def test_levelling_a_survey_table_by_hand() -> None:
    # Thirds of 100.00: alone each is 33.33, the cent that is missing goes to the first of equals.
    assert level_to_total([100 / 3] * 3, 100.0, 2) == ((33.34, 33.33, 33.33), 0.01)
    # 0.4 + 0.4 + 0.2 = 1: alone 0, 0, 0; the first of the two larger remainders takes the unit.
    assert level_to_total([0.4, 0.4, 0.2], 1.0, 0) == ((1.0, 0.0, 0.0), 1.0)
    # Halves all go up alone (2 in sum), the total of 1.5 is 2: nothing to spread.
    assert level_to_total([0.5, 1.0], 1.5, 0) == ((1.0, 1.0), 0.0)


def test_levelling_leaves_unknown_parts_unknown() -> None:
    parts, residual = level_to_total([1.26, math.nan, 1.26], 2.52, 1)
    assert math.isnan(parts[1])
    assert (parts[0], parts[2], residual) == (1.3, 1.2, -0.1)


def test_levelling_refuses_to_hide_a_difference() -> None:
    with pytest.raises(InputError, match="levelling only spreads rounding"):
        level_to_total([1.0, 2.0], 3.5, 2)


@given(
    st.lists(
        st.one_of(st.just(0.0), st.floats(0.0, 1e7), st.floats(-1e5, 0.0)).map(lambda value: round(value, 6)),
        max_size=40,
    ),
    st.integers(0, 4),
)
def test_levelled_parts_add_up_to_the_rounded_total_and_stay_within_one_digit(
    parts: list[float], decimals: int
) -> None:
    total = math.fsum(parts)
    levelled, residual = level_to_total(parts, total, decimals)
    digit = Decimal(1).scaleb(-decimals)

    def exact(value: float) -> Decimal:
        return Decimal(repr(value)).quantize(digit, rounding=ROUND_HALF_UP)

    control = exact(round_half_up(total, decimals))
    assert sum(map(exact, levelled)) == control
    alone = [exact(round_half_up(part, decimals)) for part in parts]
    assert all(abs(exact(new) - old) <= digit for new, old in zip(levelled, alone))
    assert exact(residual) == control - sum(alone)
    assert all(new == 0.0 for new, part in zip(levelled, parts) if part == 0.0)


def test_levelling_to_a_total_that_another_table_prints() -> None:
    """Two towns of 1.004 and 1.006: the second prints 1.01, as do its classes of 0.502 and 0.504."""
    towns, _residual = level_to_total([1.004, 1.006], 2.01, 2)
    assert towns == (1.0, 1.01)
    assert level_to_total([0.502, 0.504], 1.006, 2, 1.01)[0] == (0.5, 0.51)
    # 0.4 + 0.4 = 0.8 is 1 alone; where the other table has levelled it down to 0, so are its parts.
    assert level_to_total([0.4, 0.4], 0.8, 0, 0.0) == ((0.0, 0.0), 0.0)
