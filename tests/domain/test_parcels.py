# SPDX-License-Identifier: GPL-2.0-or-later
"""Parcels: areas by rule, field ridges, codes without class, factors attached."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from dualcarbon.plugin.domain.classes import match_codes
from dualcarbon.plugin.domain.errors import ClassError, InputError
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.parcel_areas import ParcelAreas, parcel_areas
from dualcarbon.plugin.domain.parcels import ATTACHED, attach, cells_of, mapped_classes
from dualcarbon.plugin.domain.stocks import account
from hypothesis import given, settings
from hypothesis import strategies as st
from plan_cases import PLANE, array, box
from test_stocks import CO2, HAND, factors

TWO = array([box(0, 0, 100, 100), box(200, 0, 100, 50)])
IDS = array(["p1", "p2"])


def areas_of(rule="attribute", notes=None, geometry=TWO, ids=IDS, **more):
    notes = NoteBook() if notes is None else notes
    return parcel_areas(geometry, PLANE, rule, ids=ids, layer="DLTB", notes=notes, **more)


# Areas by rule -------------------------------------------------------------------------------


def test_planar_areas_are_those_of_the_rectangles():
    areas = areas_of("planar")
    assert list(areas.area_m2) == [10_000.0, 5_000.0]
    assert areas.measured_m2 is areas.area_m2
    assert areas.ridge_m2 is None


@pytest.mark.parametrize(
    ("unit", "given"), [("m2", (10_010.0, 5_005.0)), ("ha", (1.001, 0.5005)), ("mu", (15.015, 7.5075))]
)
def test_attribute_areas_in_their_unit(unit, given):
    areas = areas_of(attribute=given, attribute_field="MJ", unit=unit)
    assert areas.area_m2[0] == pytest.approx(10_010.0, abs=1e-9)
    assert areas.measured_m2[0] == pytest.approx(10_000.0, rel=1e-3)


def test_text_numbers_count_as_numbers():
    assert list(areas_of(attribute=["10000.5", " 5000 "], attribute_field="MJ").area_m2) == [
        10_000.5,
        5_000.0,
    ]


@pytest.mark.parametrize("bad", [None, "", -1.0, "many", float("inf"), float("nan")])
def test_an_attribute_area_that_is_none_names_parcel_and_value(bad):
    with pytest.raises(InputError, match=r"“TBMJ”.*\(features: 1, first: p2"):
        areas_of(attribute=[10_000.0, bad], attribute_field="TBMJ")


def test_an_attribute_area_of_zero_over_ground_is_refused():
    with pytest.raises(InputError, match=r"“TBMJ”.*is 0 .*\(features: 1, first: p2.*5\d{3}\.\d\d m²"):
        areas_of(attribute=[10_000.0, 0.0], attribute_field="TBMJ")


def test_a_net_area_of_zero_stands_where_all_is_ridge():
    areas = areas_of(attribute=[10_000.0, 0.0], deducted=[0.0, 5_000.0], attribute_field="TBDLMJ", net=True)
    assert list(areas.area_m2) == [10_000.0, 5_000.0]


@pytest.mark.parametrize(
    ("unit", "given"),
    [("m2", (1.0, 0.5)), ("m2", (15.0, 7.5)), ("ha", (15.0, 7.5)), ("ha", (10_000.0, 5_000.0))],
)
def test_areas_in_another_unit_than_said_are_refused(unit, given):
    """1.5 ha measured: 1.5 ha or 22.5 mu read as m², 22.5 mu or 15 000 m² read as ha."""
    with pytest.raises(InputError, match=r"“MJ”.*times the measured area.*AREA_UNIT"):
        areas_of(attribute=given, attribute_field="MJ", unit=unit)


def test_a_survey_that_is_merely_off_is_no_other_unit():
    assert areas_of(attribute=[4_000.0, 2_000.0], attribute_field="MJ").area_m2.sum() == 6_000.0


def test_the_survey_area_of_a_parcel_without_geometry_is_noted_and_left_out():
    notes = NoteBook()
    areas = areas_of(
        attribute=[10_000.0, 50_000.0],
        attribute_field="TBMJ",
        deducted=[0.0, 700.0],
        geometry=array([TWO[0], None]),
        notes=notes,
    )
    assert list(areas.area_m2) == [10_000.0, 0.0]
    assert list(areas.ridge_m2) == [0.0, 0.0]
    (note,) = notes.of_kind("area_without_geometry")
    assert (note.ids, note.area_ha) == (("p2",), pytest.approx(5.0))


def test_an_empty_area_of_a_parcel_without_geometry_stops_nothing():
    notes = NoteBook()
    areas = areas_of(
        attribute=[10_000.0, None], attribute_field="TBMJ", geometry=array([TWO[0], None]), notes=notes
    )
    assert list(areas.area_m2) == [10_000.0, 0.0]
    assert not notes.of_kind("area_without_geometry")


def test_the_attribute_rule_needs_its_field():
    with pytest.raises(InputError, match="AREA_FIELD"):
        areas_of()


def test_ridges_are_part_of_the_gross_area_and_beside_the_net_area():
    gross = areas_of(attribute=[10_000.0, 5_000.0], deducted=[500.0, None], attribute_field="TBMJ")
    net = areas_of(attribute=[9_500.0, 5_000.0], deducted=[500.0, None], attribute_field="TBDLMJ", net=True)
    for areas in (gross, net):
        assert list(areas.area_m2) == [10_000.0, 5_000.0]
        assert list(areas.ridge_m2) == [500.0, 0.0]


def test_ridges_larger_than_the_parcel_are_refused():
    with pytest.raises(InputError, match=r"KCMJ.*larger than the parcel.*p2"):
        areas_of(
            attribute=[10_000.0, 100.0],
            deducted=[0.0, 101.0],
            attribute_field="TBMJ",
            deducted_field="KCMJ",
        )


def test_differences_beyond_tolerance_are_listed_and_others_are_not():
    """Tolerance is 0.01 m² or 1e-6 of the area (control-lines.md section 4)."""
    measured = areas_of("ellipsoidal").area_m2
    notes = NoteBook()
    areas_of(attribute=[measured[0] + 0.009, measured[1] - 3.0], attribute_field="TBMJ", notes=notes)
    (note,) = notes.of_kind("attribute_area_differs")
    assert (note.count, note.ids) == (1, ("p2",))
    assert note.area_ha == pytest.approx(3.0 / 1e4)
    assert note.values["worst"] == pytest.approx(3.0, abs=1e-6)


# Codes without class -------------------------------------------------------------------------


def test_codes_without_class_stop_or_are_listed_with_count_and_area():
    areas = ParcelAreas(np.array([10_000.0, 5_000.0, 2_500.0]), np.zeros(3), None)
    match = match_codes(
        array(["0101", "9999", None]), field="DLBM", layer="DLTB", classification="cn_third_survey"
    )
    ids = array(["a", "b", "c"])
    with pytest.raises(ClassError) as caught:
        mapped_classes(match, "error", areas, ids, "DLTB", NoteBook())
    assert "9999 (1, 0.5000 ha)" in str(caught.value)
    assert "NULL (1, 0.2500 ha)" in str(caught.value)
    notes = NoteBook()
    classes, left_out_ha = mapped_classes(match, "exclude", areas, ids, "DLTB", notes)
    assert list(classes) == ["paddy", None, None]
    assert left_out_ha == pytest.approx(0.75)
    assert notes.of_kind("unmapped")[0].ids == ("b", "c")


def test_a_layer_without_a_single_class_is_refused_even_when_codes_may_be_left_out():
    areas = ParcelAreas(np.array([10_000.0]), np.zeros(1), None)
    match = match_codes(array(["9999"]), field="DLBM", layer="DLTB", classification="cn_third_survey")
    with pytest.raises(ClassError, match=r"No feature of layer “DLTB”.*9999 \(1, 1\.0000 ha\)"):
        mapped_classes(match, "exclude", areas, array(["a"]), "DLTB", NoteBook())


# Factors -------------------------------------------------------------------------------------


def test_attached_amounts_of_a_parcel_by_hand():
    """0.5 ha paddy: 4 + 100 t C/ha, soil removes 0.3 t C, CH4 emits 7 t CO2e."""
    areas = ParcelAreas(np.array([5_000.0]), np.array([5_000.0]), None)
    row = attach(array(["paddy"]), areas, HAND).iloc[0]
    assert row["area_ha"] == 0.5
    assert row["density_tc_ha"] == pytest.approx(104.0)
    assert row["stock_tc"] == pytest.approx(52.0)
    assert row["stock_tc_low"] == pytest.approx(52 - 0.5 * math.hypot(3, 10))
    assert row["removal_tco2e_a"] == pytest.approx(0.15 * CO2)
    assert row["net_tco2e_a"] == pytest.approx(3.5 - 0.15 * CO2)
    assert row["factor_grade"] == "memory"
    assert math.isnan(row["bgb_tc_ha"])


def test_a_parcel_without_class_has_area_only():
    row = attach(array([None]), ParcelAreas(np.array([5_000.0]), np.array([5_000.0]), None), HAND).iloc[0]
    assert row["area_ha"] == 0.5
    assert row["carbon_class"] is None
    assert row["factor_grade"] is None
    assert all(
        math.isnan(row[name]) for name in ATTACHED if name not in ("carbon_class", "area_ha", "factor_grade")
    )


RIDGED = factors(
    ("stock", "paddy", "soc", 100, 90, 120, "primary"),
    ("stock", "rainfed_cropland", "soc", 80, 74, 88, "primary"),
)


def test_ridges_carry_their_own_factor_and_interval():
    """0.95 ha paddy and 0.05 ha ridge: 95 + 4 t C; down √(9.5² + 0.3²). On dry land widths add up."""
    areas = ParcelAreas(np.array([10_000.0] * 2), np.array([10_000.0] * 2), np.array([500.0] * 2))
    wet, dry = attach(array(["paddy", "rainfed_cropland"]), areas, RIDGED).to_dict("records")
    assert wet["stock_tc"] == pytest.approx(99.0)
    assert wet["stock_tc_low"] == pytest.approx(99 - math.hypot(9.5, 0.3))
    assert dry["stock_tc"] == pytest.approx(80.0)
    assert dry["stock_tc_low"] == pytest.approx(74.0)
    assert dry["stock_tc_high"] == pytest.approx(88.0)


def test_a_ridge_factor_without_interval_leaves_parcels_without_ridges_alone():
    bare = factors(
        ("stock", "paddy", "soc", 100, 90, 120, "primary"),
        ("stock", "rainfed_cropland", "soc", 80, "", "", "primary"),
    )
    areas = ParcelAreas(np.array([10_000.0] * 2), np.array([10_000.0] * 2), np.array([0.0, 500.0]))
    plain, ridged = attach(array(["paddy", "paddy"]), areas, bare).to_dict("records")
    assert (plain["stock_tc_low"], plain["stock_tc_high"]) == (pytest.approx(90.0), pytest.approx(120.0))
    assert math.isnan(ridged["stock_tc_low"])


@settings(max_examples=25)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["paddy", "rainfed_cropland", None]),
            st.floats(1, 1e6, allow_nan=False),
            st.floats(0, 1),
        ),
        min_size=1,
        max_size=20,
    )
)
def test_parcels_and_account_book_the_same_total(rows):
    """Whatever the ridges, Σ parcels = account of the cells, and areas are conserved."""
    classes = array(name for name, _, _ in rows)
    area = np.array([value for _, value, _ in rows])
    areas = ParcelAreas(area, area, area * np.array([share for _, _, share in rows]))
    table = cells_of(classes, areas)
    mapped = np.array([name is not None for name in classes])
    assert math.fsum(table["area_ha"]) == pytest.approx(math.fsum(area[mapped]) / 1e4)
    attached = attach(classes, areas, RIDGED)
    if mapped.any():
        total = account(table, RIDGED, NoteBook()).total
        assert np.nansum(attached["stock_tc"]) == pytest.approx(total["stock_tc"])
    assert isinstance(attached, pd.DataFrame)
    assert list(attached.columns) == list(ATTACHED)
