# SPDX-License-Identifier: GPL-2.0-or-later
"""Forest parameters: the shipped tables, those of users, and how names and classes find their value."""

from __future__ import annotations

import csv
import io
import json
import math

import numpy as np
import pandas as pd
import pytest
from dualcarbon.plugin.domain.classes import carbon_classes
from dualcarbon.plugin.domain.errors import FactorError
from dualcarbon.plugin.domain.factors.checks import prepared
from dualcarbon.plugin.domain.factors.vocabulary import EVIDENCE
from dualcarbon.plugin.domain.forest import (
    forest_parameters_from_frame,
    forest_set_ids,
    forest_set_titles,
    load_forest_parameters,
    match_species,
    vocabulary,
)
from dualcarbon.plugin.domain.forest.checks import check_forest_table
from dualcarbon.plugin.domain.forest.choose import choose, choose_expansion
from dualcarbon.plugin.domain.text_tables import read_text_table
from dualcarbon.plugin.paths import RESOURCES

FACTORS = RESOURCES / "factors"
HEADER = "kind,species,names,carbon_class,groups,parameter,by,from,to,value,low,high,unit,source,evidence"
FIR = "species,fir,杉木|310,needleleaf_forest,conifers,,,,,,,,,,"


def table(*rows: str) -> pd.DataFrame:
    return pd.DataFrame(list(csv.DictReader(io.StringIO("\n".join([HEADER, *rows])))), dtype=object)


def value(
    parameter: str, number: str, unit: str, owner: str = "fir", by: str = ",,", bounds: str = ","
) -> str:
    return f"parameter,{owner},,,,{parameter},{by},{number},{bounds},{unit},own plots,measured"


def measures(**known: float) -> dict[str, np.ndarray]:
    return {name: np.array([known.get(name, math.nan)]) for name in vocabulary.BY if name}


def number_of(parameters, parameter: str, species: str, **known: float) -> float:
    chosen = choose(parameters, parameter, np.array([species], dtype=object), measures(**known))
    return float(chosen.value[0])


# --- shipped tables --------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["forest_species.csv", "forest_ipcc.csv"])
def test_the_shipped_tables_have_no_problem(name):
    rows = prepared(read_text_table(FACTORS / name))
    for climate in sorted(set(rows["climate"])):
        part = rows[rows["climate"].isin(["", climate])]
        assert check_forest_table(part, name) == []


def test_shipped_sets_load_with_titles_in_both_languages():
    assert set(forest_set_titles("zh")) == set(forest_set_titles("en")) == set(forest_set_ids())
    for name in forest_set_ids():
        one = load_forest_parameters(name)
        assert one.values["value"].gt(0).all()
        assert set(one.species["carbon_class"]) <= set(carbon_classes().index)


def test_rows_taken_from_the_ipcc_table_are_still_those_of_the_ipcc_table():
    """R, growth and carbon fraction are copies of parameter rows of ipcc_default.csv."""
    ipcc = read_text_table(FACTORS / "ipcc_default.csv").set_index("row_id")
    names = {"root_shoot_ratio": 16, "biomass_growth": 8, "carbon_fraction": 1}
    rows = read_text_table(FACTORS / "forest_ipcc.csv")
    copies = rows[rows["from_factor_id"] != ""]
    assert copies["parameter"].value_counts().to_dict() == names
    for row in copies.to_dict("records"):
        source = ipcc.loc[row["from_factor_id"]]
        assert source["process"] == row["parameter"]
        for column in ("value", "low", "high", "evidence", "verified"):
            assert row[column] == source[column], row["row_id"]


def test_bcef_of_table_4_5_by_growing_stock():
    """IPCC 2006 V4 Ch4 Table 4.5, temperate pines: 1.8, 1.0, 0.75, 0.7, 0.7; removals 2.0 … 0.77."""
    temperate = load_forest_parameters("ipcc/temperate")
    stocks = [0.0, 20.0, 20.1, 40.0, 99.0, 100.0, 150.0, 250.0]
    found = [number_of(temperate, "bcef_s", "pinus_massoniana", volume_m3_ha=stock) for stock in stocks]
    assert found == [1.8, 1.8, 1.0, 1.0, 0.75, 0.75, 0.7, 0.7]
    assert number_of(temperate, "bcef_r", "pinus_massoniana", volume_m3_ha=10.0) == 2.0
    assert number_of(temperate, "bcef_i", "quercus", volume_m3_ha=150.0) == 0.6
    assert math.isnan(number_of(temperate, "bcef_s", "pinus_massoniana"))


def test_the_nearest_group_with_a_class_that_fits_gives_the_value():
    """Oak has a ratio of its own above 70 t d.m./ha only; below, that of other broadleaves holds."""
    temperate = load_forest_parameters("ipcc/temperate")
    assert number_of(temperate, "root_shoot_ratio", "quercus", agb_t_ha=90.0) == 0.30
    assert number_of(temperate, "root_shoot_ratio", "quercus", agb_t_ha=60.0) == 0.46
    assert number_of(temperate, "root_shoot_ratio", "quercus", agb_t_ha=70.0) == 0.46
    assert number_of(temperate, "root_shoot_ratio", "eucalyptus", agb_t_ha=60.0) == 0.28


def test_a_species_without_values_of_its_own_takes_those_of_its_group():
    """IPCC Table 4.5, temperate, 100–200 m³/ha: pines 0.70, other conifers 0.75."""
    temperate = load_forest_parameters("ipcc/temperate")
    assert number_of(temperate, "bcef_s", "pinus_massoniana", volume_m3_ha=150.0) == 0.70
    assert number_of(temperate, "bcef_s", "cunninghamia", volume_m3_ha=150.0) == 0.75


def test_what_is_from_memory_is_weak():
    tropical = load_forest_parameters("ipcc/humid_tropical").values
    assert tropical.query("parameter != 'carbon_fraction'")["weak"].all()
    stocks = load_forest_parameters("ipcc/temperate").values
    assert not stocks[stocks["parameter"].isin(["bcef_s", "root_shoot_ratio", "carbon_fraction"])][
        "weak"
    ].any()


# --- names -----------------------------------------------------------------------------------


def test_names_as_inventories_write_them():
    shipped = load_forest_parameters("ipcc/temperate")
    written = [
        "杉木",
        " 杉 木 ",
        "杉木林",
        "马尾松纯林",
        "麻栎",
        "桦木属",
        "EUCALYPTUS",
        "Chinese fir",
        None,
        "蘑菇",
    ]
    match = match_species(written, shipped, field="SHU_ZHONG", layer="小班")
    assert match.species.tolist() == [
        *("cunninghamia", "cunninghamia", "cunninghamia", "pinus_massoniana", "quercus", "betula"),
        *("eucalyptus", "cunninghamia", None, None),
    ]


@pytest.mark.parametrize("written", ["310", 310, 310.0, "310 杉木", "310.0"])
def test_codes_come_as_text_numbers_or_with_a_name(written):
    own = forest_parameters_from_frame(table(FIR, value("bcef_s", "0.5", "t/m3")), file="own.csv")
    assert match_species([written], own, field="SZ", layer="L").species.tolist() == ["fir"]


def test_one_name_for_two_species_is_refused():
    two = table(FIR, FIR.replace("fir", "pine"), value("bcef_s", "0.5", "t/m3"))
    own = forest_parameters_from_frame(two, file="own.csv")
    with pytest.raises(FactorError, match=r"杉木.*fir.*pine"):
        match_species(["杉木"], own, field="SZ", layer="L")


def test_every_shipped_name_stands_for_one_species():
    shipped = load_forest_parameters("ipcc/temperate")
    names = [name for row in shipped.species["names"] for name in row]
    match = match_species(names, shipped, field="SZ", layer="L")
    owners = [species for species, row in shipped.species["names"].items() for _ in row]
    assert match.species.tolist() == owners


# --- tables of users -------------------------------------------------------------------------


def test_a_table_without_species_rows_takes_the_shipped_names():
    own = forest_parameters_from_frame(
        table(value("bcef_s", "500", "kg/m3", owner="cunninghamia")), file="own.csv"
    )
    assert number_of(own, "bcef_s", "cunninghamia") == pytest.approx(0.5)


def test_density_times_bef_where_it_is_nearer_than_a_bcef():
    """BCEF 0.7 of the group; density 0.3 × BEF 1.6 = 0.48 of the species itself."""
    rows = [FIR, value("bcef_s", "0.7", "t/m3", owner="conifers"), value("wood_density", "0.3", "t/m3")]
    fir = np.array(["fir"], dtype=object)

    def stock(*more: str):
        own = forest_parameters_from_frame(table(*rows, *more), file="own.csv")
        return choose_expansion(own, "bcef_s", fir, measures())

    assert stock().value.tolist() == [0.7]
    assert stock(value("bef", "1.6", "ratio")).value.tolist() == [pytest.approx(0.48)]
    assert stock(value("bef", "1.6", "ratio"), value("bcef_s", "0.55", "t/m3")).value.tolist() == [0.55]
    own = forest_parameters_from_frame(table(*rows, value("bef", "1.6", "ratio")), file="own.csv")
    removals = choose_expansion(own, "bcef_r", fir, measures())
    assert removals.value.tolist() == [pytest.approx(0.48)]
    assert removals.borrowed.tolist() == [True]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (value("bcef_s", "0.5", "t/ha"), "unit"),
        (value("bcef_x", "0.5", "t/m3"), "parameter"),
        (value("bcef_s", "-0.5", "t/m3"), "value"),
        (value("bcef_s", "0,5".replace(",", ";"), "t/m3"), "value"),
        (value("carbon_fraction", "47", "ratio"), "value"),
        (value("bcef_s", "0.5", "t/m3", bounds="0.6,0.7"), "low"),
        (value("bcef_s", "0.5", "t/m3", bounds="0.4,"), "low"),
        (value("bcef_s", "0.5", "t/m3", by="height,0,10"), "by"),
        (value("bcef_s", "0.5", "t/m3", by=",0,10"), "by"),
        (value("bcef_s", "0.5", "t/m3", by="agb_t_ha,0,10"), "by"),
        (value("bcef_s", "0.5", "t/m3", by="age_a,20,10"), "to"),
        (value("bcef_s", "0.5", "t/m3").replace("own plots", ""), "source"),
        (value("bcef_s", "0.5", "t/m3").replace("measured", "guess"), "evidence"),
        ("species,oak,栎,forest,,,,,,,,,,,", "carbon_class"),
        ("tree,oak,栎,broadleaf_forest,,,,,,,,,,,", "kind"),
        (FIR, "species"),
    ],
)
def test_problems_name_row_and_column(row, column):
    with pytest.raises(FactorError) as caught:
        forest_parameters_from_frame(table(FIR, value("bef", "1.5", "ratio"), row), file="own.csv")
    (problem,) = caught.value.values["problems"]
    assert (problem.row, problem.column) == (4, column)
    assert f"row 4, column {column}" in str(caught.value)


def test_a_class_from_0_holds_0():
    """A stand without volume lies in the class 0–50 of a user as in one without a lower end."""
    classes = [
        value("bcef_s", "0.9", "t/m3", by=f"volume_m3_ha,{ends}") for ends in ("0,50", "50,100", "100,")
    ]
    own = forest_parameters_from_frame(table(FIR, *classes), file="own.csv")
    for volume in (0.0, 50.0, 100.0, 101.0):
        assert number_of(own, "bcef_s", "fir", volume_m3_ha=volume) == 0.9
    assert math.isnan(number_of(own, "bcef_s", "fir"))


def test_widths_that_nobody_published_say_so():
    """Growth of the mediterranean and humid tropical zones: ± 50 % is an assumption."""
    rows = read_text_table(FACTORS / "forest_ipcc.csv").query("parameter == 'biomass_growth'")
    for row in rows.to_dict("records"):
        half = float(row["low"]) == 0.5 * float(row["value"]) and float(row["high"]) == 1.5 * float(
            row["value"]
        )
        assert (row["interval_basis"] == "assumption") == half, row["row_id"]


def test_overlapping_classes_and_mixed_measures_are_refused():
    low, high = (value("bcef_s", "0.5", "t/m3", by=by) for by in ("volume_m3_ha,,50", "volume_m3_ha,40,"))
    mixed = value("bcef_s", "0.5", "t/m3", by="age_a,50,")
    for second in (high, mixed):
        with pytest.raises(FactorError, match="A second value of bcef_s for fir"):
            forest_parameters_from_frame(table(FIR, low, second), file="own.csv")


def test_blank_templates_have_the_columns_of_the_schema():
    assert tuple(read_text_table(FACTORS / "forest_template.csv").columns) == vocabulary.COLUMNS
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is soft")
    sheet = openpyxl.load_workbook(FACTORS / "forest_template.xlsx").active
    assert tuple(cell.value for cell in sheet[1]) == vocabulary.COLUMNS


def test_the_package_tells_users_the_words_that_the_checks_accept():
    package = json.loads((FACTORS / "datapackage.json").read_text(encoding="utf-8"))
    (schema,) = [r["schema"] for r in package["resources"] if r["name"] == "forest_template"]
    allowed = {field["name"]: field.get("constraints", {}).get("enum") for field in schema["fields"]}
    assert tuple(allowed) == vocabulary.COLUMNS
    assert tuple(allowed["kind"]) == vocabulary.KINDS
    assert set(allowed["parameter"]) == set(vocabulary.PARAMETERS)
    assert {"", *allowed["by"]} == set(vocabulary.BY)
    assert set(allowed["evidence"]) == set(EVIDENCE) - {"user"}
    assert set(allowed["carbon_class"]) == set(carbon_classes().index)
