# SPDX-License-Identifier: GPL-2.0-or-later
"""Factor tables of users: accepted in several units and encodings, refused by row, column and reason."""

from __future__ import annotations

import csv
import json
import math
from pathlib import Path

import pandas as pd
import pytest
from dualcarbon.plugin.domain.classes import carbon_classes
from dualcarbon.plugin.domain.errors import FactorError, InputError
from dualcarbon.plugin.domain.factors import (
    class_factors,
    factor_set_from_frame,
    load_factor_set,
    validate_factor_frame,
    vocabulary,
)
from dualcarbon.plugin.paths import RESOURCES

TEMPLATE = RESOURCES / "factors" / "template.csv"
COLUMNS = TEMPLATE.read_text(encoding="utf-8").strip().split(",")


def stock(pool: str = "agb", value: str = "10", **cells: str) -> dict[str, str]:
    depth = {"depth_cm": "0-100"} if pool == "soc" else {}
    row = {"kind": "stock", "class": "bamboo", "pool": pool, "value": value, "unit": "t C/ha"}
    return {**row, "source": "own plots 2023", "evidence": "measured", **depth, **cells}


def flux(process: str = "biomass_growth", value: str = "1", **cells: str) -> dict[str, str]:
    unit = "t CO2e/(ha·a)" if process in ("ch4", "n2o") else "t C/(ha·a)"
    row = {"kind": "flux", "class": "bamboo", "process": process, "value": value, "unit": unit}
    return {**row, "source": "own plots 2023", "evidence": "measured", **cells}


def frame(*rows: dict[str, str]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=COLUMNS, dtype=object).fillna("")


def problems(*rows: dict[str, str]) -> list[tuple[int, str, str]]:
    found = validate_factor_frame(frame(*rows), "own.csv")
    return [(problem.row, problem.column, problem.reason) for problem in found]


# --- the template ----------------------------------------------------------------------------


def test_blank_template_has_no_problem_but_is_no_set() -> None:
    assert problems() == []
    with pytest.raises(FactorError, match="no factor row"):
        factor_set_from_frame(frame(), file="own.csv")


def test_template_filled_with_one_row_loads(tmp_path: Path) -> None:
    path = tmp_path / "竹林.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS)
        writer.writeheader()
        writer.writerow(
            stock("soc", "71.63", low="36.02", high="107.2", interval_basis="site_sd", verified="yes")
        )
    one = load_factor_set(str(path))
    assert (one.id, one.key, one.soil_depth_cm, one.flux_family) == ("竹林", "carbon_class", "0-100", None)
    bamboo = class_factors(one).loc["bamboo"]
    assert bamboo["soc_tc_ha"] == 71.63
    assert bamboo["density_low_tc_ha"] == pytest.approx(36.02)
    assert math.isnan(bamboo["agb_tc_ha"])
    assert math.isnan(bamboo["removal_tco2e_ha_a"])
    assert bamboo["factor_grade"] == "measured"
    assert not one.terms["weak"].any()


def test_workbook_template_has_the_same_columns() -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is soft")
    sheet = openpyxl.load_workbook(RESOURCES / "factors" / "template.xlsx").active
    assert [cell.value for cell in sheet[1]] == COLUMNS
    assert sheet.max_row == 1


# --- signs, units, encodings -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "unit"),
    [
        ("10", "t C/ha"),
        ("10", "tC/ha"),
        ("1", "kg C/m2"),
        ("1", "kgC m⁻²"),
        ("1000", "g C/m²"),
        ("10", "Mg C ha-1"),
        ("36.666666666666664", "t CO2/ha"),
        ("10", "t C/hm2"),
    ],
)
def test_stock_units(value: str, unit: str) -> None:
    one = factor_set_from_frame(frame(stock(value=value, unit=unit)), file="own.csv")
    assert one.terms["value"].tolist() == [pytest.approx(10, rel=1e-12)]


@pytest.mark.parametrize(
    ("value", "unit"),
    [
        ("3", "t C/(ha·a)"),
        ("3", "tC ha-1 yr-1"),
        ("300", "g C/(m2·a)"),
        ("11", "t CO2/ha/a"),
        ("11", "t CO2e/(ha*a)"),
        ("0.3", "kg C m-2 yr-1"),
        ("11000", "kg CO2e/(ha·a)"),
        ("3", "t C/ha/year"),
    ],
)
def test_flux_units_become_t_co2e(value: str, unit: str) -> None:
    """3 t C × 44/12 = 11 t CO2."""
    one = factor_set_from_frame(frame(flux(value=value, unit=unit)), file="own.csv")
    assert one.terms["value"].tolist() == [pytest.approx(11, rel=1e-12)]


def test_loss_of_soil_carbon_becomes_an_emission_with_turned_bounds() -> None:
    """−3 (−6 … −1.5) t C is an emission of 11 (5.5 … 22) t CO2e."""
    one = factor_set_from_frame(frame(flux("soil", "-3", low="-6", high="-1.5")), file="own.csv")
    (row,) = one.terms.to_dict("records")
    assert row["quantity"] == "emission"
    assert [row["low"], row["value"], row["high"]] == pytest.approx([5.5, 11, 22])


def test_gb18030_and_semicolons(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    row = stock(source="浙江样地调查", value="24.5")
    text = ";".join(COLUMNS) + "\n" + ";".join(row.get(name, "") for name in COLUMNS) + "\n"
    path.write_bytes(text.encode("gb18030"))
    assert load_factor_set(str(path)).terms["source"].tolist() == ["浙江样地调查"]


def test_set_can_describe_itself() -> None:
    table = frame(flux("ch4", "-2")).assign(set_id="bay", set_title="海湾", set_version="3", gwp="AR6")
    one = factor_set_from_frame(table, file="/somewhere/own.csv")
    assert (one.id, one.title, one.version, one.gwp, one.flux_family) == (
        "bay",
        "海湾",
        "3",
        "AR6",
        "process_flux",
    )
    assert one.source == "own.csv"


def test_digest_does_not_depend_on_row_order() -> None:
    rows = [stock("agb", row_id="a"), stock("bgb", "3", row_id="b")]
    first, second = (factor_set_from_frame(frame(*order), file="x.csv") for order in (rows, rows[::-1]))
    third = factor_set_from_frame(frame(rows[0], {**rows[1], "value": "3.1"}), file="x.csv")
    assert first.sha256 == second.sha256 != third.sha256


# --- refusals: row, column, reason -----------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "column", "word"),
    [
        (stock(kind="stocks"), "kind", "stocks"),
        (stock(**{"class": "bambus"}), "class", "bambus"),
        (stock(pool="wood"), "pool", "agb"),
        (stock(process="soil"), "process", "not a process"),
        (stock(value=""), "value", "missing"),
        (stock(value="ten"), "value", "not a number"),
        (stock(value="nan"), "value", "not a number"),
        (stock(value="1e400"), "value", "not a number"),
        (stock(value="1e308"), "value", "not a number"),
        (stock(value="3,5"), "value", "decimal point"),
        (stock(value="-1"), "value", "negative"),
        (stock(low="11"), "low", "above the value"),
        (stock(high="9"), "high", "below the value"),
        (stock(low="9,5"), "low", "decimal point"),
        (stock(unit="t/ha"), "unit", "t C/ha"),
        (stock(unit="t C/(ha·a)"), "unit", "t C/ha"),
        (stock(source=""), "source", "source"),
        (stock(evidence=""), "evidence", "primary"),
        (stock(evidence="user"), "evidence", "primary"),
        (stock(verified="maybe"), "verified", "yes"),
        (stock("soc", depth_cm=""), "depth_cm", "0-30"),
        (stock("soc", depth_cm="not stated"), "depth_cm", "not stated"),
        (flux("growth"), "process", "biomass_growth"),
        (flux(pool="agb"), "pool", "not a pool"),
        (flux("ch4", "-2", unit="t C/(ha·a)"), "unit", "CO2e"),
        (flux("ch4", "2"), "value", "−2"),
        (flux(**{"class": "paddy"}), "value", "Annual crops"),
        (flux("soil", **{"class": "open_water"}), "process", "burial only"),
        (flux("burial", **{"class": "open_water"}), "process", "ch4"),
    ],
)
def test_one_broken_row_is_told(row: dict[str, str], column: str, word: str) -> None:
    found = problems(stock(**{"class": "orchard"}), row)
    assert [(line, name) for line, name, _ in found] == [(3, column)]
    assert word in found[0][2]


@pytest.mark.parametrize(
    ("rows", "column", "word"),
    [
        ([stock(), stock(value="11")], "class", "second row for agb of bamboo"),
        (
            [stock("soc"), stock("soc", depth_cm="0-30", **{"class": "orchard"})],
            "depth_cm",
            "0-30 cm in a set of 0-100",
        ),
        ([flux(), flux("net_balance", "-1", **{"class": "orchard"})], "process", "two families"),
        ([flux("soil"), flux("burial")], "process", "twice"),
        ([stock(row_id="a"), stock("bgb", row_id="a")], "row_id", "second time"),
    ],
)
def test_rows_that_do_not_go_together(rows: list[dict[str, str]], column: str, word: str) -> None:
    found = problems(*rows)
    assert [(line, name) for line, name, _ in found] == [(3, column)]
    assert word in found[0][2]


def test_net_balances_alone_are_a_family_of_their_own() -> None:
    rows = [flux("net_balance", "-0.422", **{"class": "rainfed_cropland"}), flux("net_balance", "0.644")]
    one = factor_set_from_frame(frame(*rows), file="own.csv")
    assert one.flux_family == "net_balance"
    assert one.terms["quantity"].tolist() == ["removal", "emission"]


def test_dashes_and_cm_in_depths_are_one_depth() -> None:
    assert problems(stock("soc", depth_cm="0–100 cm"), stock("soc", **{"class": "orchard"})) == []


def test_all_problems_are_collected_and_loading_names_the_first() -> None:
    rows = [stock(value="x"), stock("bgb", source=""), stock("dom", unit="?")]
    assert [line for line, _, _ in problems(*rows)] == [2, 3, 4]
    with pytest.raises(FactorError) as caught:
        factor_set_from_frame(frame(*rows), file="own.csv")
    for word in ("own.csv", "row 2", "“value”", "“x”", "3 problems"):
        assert word in str(caught.value)


def test_one_row_may_have_several_problems() -> None:
    found = problems(stock(kind="", value="3,5", source="", **{"class": "orchard"}))
    assert sorted(column for _, column, _ in found) == ["kind", "source", "value"]


def test_blank_lines_are_skipped_but_counted() -> None:
    table = pd.concat([frame(stock()), frame({}), frame(stock("bgb", "x"))])
    assert [problem.row for problem in validate_factor_frame(table, "own.xlsx")] == [4]


def test_missing_columns_are_named() -> None:
    found = validate_factor_frame(frame(stock()).drop(columns=["source", "unit"]), "own.csv")
    assert [problem.column for problem in found] == ["unit", "source"]


def test_uneven_line_is_told(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("kind,class\nstock,bamboo,agb\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2: 3 cells"):
        load_factor_set(str(path))


def test_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.csv"):
        load_factor_set(str(tmp_path / "nowhere.csv"))


def test_schema_and_checks_speak_the_same_words() -> None:
    """What datapackage.json tells the user about a table is what the checks accept."""
    with (RESOURCES / "factors" / "datapackage.json").open(encoding="utf-8") as stream:
        package = json.load(stream)
    (schema,) = [entry["schema"] for entry in package["resources"] if entry["name"] == "template"]
    allowed = {field["name"]: field.get("constraints", {}).get("enum") for field in schema["fields"]}
    assert tuple(allowed) == vocabulary.COLUMNS
    assert tuple(allowed["kind"]) == vocabulary.KINDS
    assert tuple(allowed["pool"]) == vocabulary.POOLS
    assert tuple(allowed["process"]) == vocabulary.PROCESSES
    assert set(allowed["evidence"]) == set(vocabulary.EVIDENCE) - {"user"}
    assert set(allowed["class"]) == set(carbon_classes().index)


# --- InVEST tables ---------------------------------------------------------------------------

#: Carbon model regression test of InVEST (WE-INV-01, -02): 86 and 28 t C/ha.
INVEST = "lucode,LULC_Name,C_above,C_below,C_soil,C_dead\n1,Residential,15,10,60,1\n2,Dense,5,3,20,0\n"


def test_invest_table_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "carbon_pools.csv"
    path.write_text(INVEST, encoding="utf-8")
    one = load_factor_set(str(path))
    factors = class_factors(one)
    assert one.key == "lucode"
    assert factors["density_tc_ha"].to_dict() == {"1": 86.0, "2": 28.0}
    assert factors.loc["1", ["agb_tc_ha", "bgb_tc_ha", "soc_tc_ha", "dom_tc_ha"]].tolist() == [15, 10, 60, 1]
    for column in factors.columns.drop(
        [name for name in factors if name.endswith("_tc_ha")] + ["factor_grade"]
    ):
        assert factors[column].isna().all(), column
    assert factors["density_low_tc_ha"].isna().all()
    assert one.terms["weak"].all()
    assert dict(one.names) == {"1": "Residential", "2": "Dense"}


#: Li Yin et al. 2016, Table 3: type, area (100 ha), tree, shrub-herb, soil, litter (t C/ha), stock (Tg C).
ZHEJIANG = [
    ("Cinnamomum camphora", 24, "17.57", "3.07", "86.37", "3.47", 0.27),
    ("Cryptomeria fortunei", 167, "46.04", "0.86", "155.83", "1.42", 3.41),
    ("softwood", 216, "19.15", "1.70", "147.61", "0.95", 3.66),
    ("Cupressus funebris", 240, "47.95", "4.06", "98.30", "2.48", 3.67),
    ("hardwood", 671, "23.08", "1.84", "115.92", "2.13", 9.59),
    ("Schima superba", 744, "30.91", "3.41", "81.09", "2.66", 8.78),
    ("other pines and conifers", 1366, "29.42", "5.14", "71.66", "2.63", 14.87),
    ("Quercus", 2030, "23.38", "2.55", "109.19", "2.08", 27.85),
    ("mixed conifers", 3520, "29.42", "6.82", "84.64", "3.67", 43.84),
    ("mixed conifers and broadleaves", 5676, "28.15", "3.89", "90.81", "2.77", 71.30),
    ("Pinus massoniana", 8116, "21.61", "5.38", "80.40", "2.00", 88.78),
    ("Cunninghamia lanceolata", 8209, "21.72", "2.11", "98.96", "2.68", 103.00),
    ("bamboo", 8834, "23.78", "0.94", "71.63", "0.63", 85.67),
    ("mixed broadleaves", 10028, "25.10", "3.43", "106.24", "2.88", 138.03),
]


def test_zhejiang_forest_table_adds_up_to_602_73_tg() -> None:
    columns = ["lucode", "area", "c_above", "c_below", "c_soil", "c_dead", "stock"]
    table = pd.DataFrame(ZHEJIANG, columns=columns)
    text = table.drop(columns=["area", "stock"]).astype(str)
    density = class_factors(factor_set_from_frame(text, file="zhejiang.csv"))["density_tc_ha"]
    stock_tg = table["area"].to_numpy() * 100 * density.loc[table["lucode"]].to_numpy() / 1e6
    assert stock_tg == pytest.approx(table["stock"].to_numpy(), abs=0.015)
    assert stock_tg.sum() == pytest.approx(602.73, abs=0.05)


def test_empty_pool_of_an_invest_table_is_missing_not_zero() -> None:
    table = pd.DataFrame({"lucode": ["1.0"], "c_above": ["15"], "c_soil": [""]})
    one = factor_set_from_frame(table, file="pools.xlsx")
    (row,) = class_factors(one).reset_index().to_dict("records")
    assert (row["key"], row["agb_tc_ha"], row["density_tc_ha"]) == ("1", 15.0, 15.0)
    assert math.isnan(row["soc_tc_ha"])
    assert math.isnan(row["dom_tc_ha"])


def test_problems_of_an_invest_table() -> None:
    table = pd.DataFrame({"lucode": ["1", "1.0", ""], "c_above": ["15", "-1", "2,5"]})
    found = validate_factor_frame(table, "pools.csv")
    assert [(problem.row, problem.column) for problem in found] == [
        (3, "lucode"),
        (3, "c_above"),
        (4, "lucode"),
        (4, "c_above"),
    ]
