# SPDX-License-Identifier: GPL-2.0-or-later
"""Posting and reading accounts as users call it: from a baseline to the book and out as CSV into another."""

from __future__ import annotations

import json
from pathlib import Path

import processing
import pytest
from layers_by_hand import Log, make_layer, rows_of, square
from qgis.core import QgsProcessingException, QgsVectorLayer

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def store(tmp_path):
    return str(tmp_path / "账本.gpkg")


def baseline(folder, forest_ha=2.0, year=2023):
    """The baseline of two towns, one of them with forest and paddy, as files."""
    parcels = [(square(0, 0), "0301"), (square(100, 0), "0101"), (square(200, 0), "0101")]
    if forest_ha == 1.0:
        parcels[0] = (square(0, 0), "0101")
    land = make_layer([(shape, {"DLBM": code}) for shape, code in parcels])
    towns = [("北镇", square(0, 0)), ("东镇", square(100, 0))]
    units = make_layer([(shape, {"XZQMC": name}) for name, shape in towns], name="towns")
    return processing.run(
        "dualcarbon:sinkbaseline",
        {
            "INPUT": land,
            "CLASS_FIELD": "DLBM",
            "CLASSIFICATION": "cn_third_survey",
            "UNITS": units,
            "UNIT_FIELD": "XZQMC",
            "AREA_RULE": "planar",
            "YEAR": year,
            "OUTPUT": str(folder / f"baseline_{forest_ha}.gpkg"),
            "OUTPUT_TABLE": str(folder / f"classes_{forest_ha}.gpkg"),
        },
    )


def post(store, feedback=None, **parameters):
    return processing.run(
        "dualcarbon:postaccount", {"STORE": store, **parameters}, feedback=feedback or Log()
    )


def read(store, **parameters):
    result = processing.run("dualcarbon:readaccount", {"STORE": store, "OUTPUT": "memory:", **parameters})
    return result, rows_of(result["OUTPUT"])


def test_a_baseline_goes_into_the_book_with_its_classes(tmp_path, store):
    made = baseline(tmp_path)
    log = Log()
    result = post(store, log, ACCOUNT=made["OUTPUT"], ACCOUNT_CLASSES=made["OUTPUT_TABLE"])
    # 9 items of each town, 4 items of each class in it (one class each).
    assert result["ENTRIES"] == 2 * 9 + 2 * 4
    assert log.said("26 entries added")
    _result, rows = read(store, UNITS="北镇", ITEM="baseline/stock")
    stocks = {row["item"]: row for row in rows}
    whole = stocks["baseline/stock"]
    pools = {f"baseline/stock/pool:{pool}" for pool in ("agb", "bgb", "soc", "dom")}
    (forest,) = set(stocks) - pools - {"baseline/stock"}
    assert forest == "baseline/stock/class:mixed_forest"
    assert stocks[forest]["value"] == pytest.approx(whole["value"])
    assert (whole["year"], whole["measure"], whole["source"]) == (2023, "t C", "dualcarbon:sinkbaseline")
    assert whole["low"] < whole["value"] < whole["high"]
    assert sum(row["value"] for item, row in stocks.items() if "pool:" in item) == pytest.approx(
        whole["value"]
    )


def test_the_same_baseline_again_changes_nothing_and_a_new_one_supersedes(tmp_path, store):
    first, second = baseline(tmp_path), baseline(tmp_path, forest_ha=1.0)
    tables = {"ACCOUNT": first["OUTPUT"], "ACCOUNT_CLASSES": first["OUTPUT_TABLE"]}
    post(store, **tables)
    again = post(store, **tables)
    assert (again["ENTRIES"], again["UNCHANGED"]) == (0, 26)
    changed = post(store, ACCOUNT=second["OUTPUT"], ACCOUNT_CLASSES=second["OUTPUT_TABLE"])
    # The forest of 北镇 is gone from the account, not from the book.
    assert changed["WITHDRAWN"] == 4
    _result, story = read(store, UNITS="北镇", HISTORY=True)
    forest = [row for row in story if "forest" in row["item"]]
    assert sorted({row["withdrawn"] for row in forest}) == [0, 1]
    assert len({row["posting_id"] for row in story}) == 2


def test_a_posting_keeps_the_manifest_of_the_run(tmp_path, store):
    import sqlite3

    made = baseline(tmp_path)
    post(store, ACCOUNT=made["OUTPUT"])
    with sqlite3.connect(store) as raw:
        text = raw.execute("SELECT manifest FROM postings").fetchone()[0]
    raw.close()
    manifest = json.loads(text)
    assert manifest["algorithm"] == "dualcarbon:sinkbaseline"
    assert manifest["factor_set"]["id"] == "cn_default"


def test_entries_travel_as_csv_into_another_book(tmp_path, store):
    made = baseline(tmp_path)
    post(store, ACCOUNT=made["OUTPUT"], ACCOUNT_CLASSES=made["OUTPUT_TABLE"])
    table = str(tmp_path / "entries.csv")
    processing.run("dualcarbon:readaccount", {"STORE": store, "OUTPUT": table})
    other = str(tmp_path / "other.gpkg")
    assert post(other, ACCOUNT=table)["ENTRIES"] == 26
    mine, theirs = ({(r["unit"], r["item"]): r["value"] for r in read(book)[1]} for book in (store, other))
    assert set(mine) == set(theirs)
    assert theirs == pytest.approx(mine, rel=1e-12, nan_ok=True)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_a_text_table_is_read_alike_by_path_and_as_an_open_layer(tmp_path, encoding):
    """QGIS reads the open layer as UTF-8 and its codes as numbers."""
    units, figures = tmp_path / "单元.csv", tmp_path / "账户.csv"
    units.write_text("unit,parent\n样例镇,样例县\n", encoding=encoding)
    figures.write_text(
        "unit,year,item,value,measure\n样例镇,2023,emission/co2,3.5,t CO2\n0301,2023,emission/co2,,t CO2\n",
        encoding=encoding,
    )
    layers = [QgsVectorLayer(str(file), file.stem, "ogr") for file in (figures, units)]
    for number, (table, parents) in enumerate((layers, (str(figures), str(units)))):
        book = str(tmp_path / f"book{number}.gpkg")
        post(book, ACCOUNT=table, UNIT_TABLE=parents)
        assert {row["unit"]: row["value"] for row in read(book)[1]} == {"样例镇": 3.5, "0301": None}
        with pytest.raises(QgsProcessingException, match="样例县 2023 emission/co2: 4 ≠ "):
            post(book, ACCOUNT=entry("样例县", 4.0))


def entry(unit, value):
    row = {"unit": unit, "year": 2023, "item": "emission/co2", "value": value, "measure": "t CO2"}
    return make_layer([(None, row)], name="account", kind="None")


def test_a_layout_puts_items_or_years_across(store):
    for year, stock in ((2023, 2.0), (2024, 5.0)):
        post(store, ACCOUNT=account({**TOWN, "year": year, "stock_tc": stock}))
    result, rows = read(store, LAYOUT="by_item")
    assert result["ENTRIES"] == 4
    assert rows == [
        {"unit": "A", "year": 2023, "baseline/area": 1.0, "baseline/stock": 2.0},
        {"unit": "A", "year": 2024, "baseline/area": 1.0, "baseline/stock": 5.0},
    ]
    result, rows = read(store, LAYOUT="by_year", ITEM="baseline/stock")
    assert result["ENTRIES"] == 2
    (row,) = rows
    assert row == {
        "unit": "A", "item": "baseline/stock", "scope": "", "measure": "t C", "y2023": 2.0, "y2024": 5.0,
    }  # fmt: skip
    assert read(store, LAYOUT="by_item", UNITS="B")[1] == []


@pytest.mark.parametrize("layout", ["by_item", "by_year"])
def test_a_layout_comes_back_from_a_text_file_as_it_was_written(tmp_path, store, layout):
    """A header of bare years would be read as a row of figures."""
    post(store, ACCOUNT=account(TOWN))
    table = str(tmp_path / "table.csv")
    processing.run("dualcarbon:readaccount", {"STORE": store, "LAYOUT": layout, "OUTPUT": table})
    (head, *rows) = Path(table).read_text("utf-8-sig").splitlines()
    assert (
        head
        == {"by_item": "unit,year,baseline/area,baseline/stock", "by_year": "unit,item,scope,measure,y2023"}[
            layout
        ]
    )
    assert len(rows) == {"by_item": 1, "by_year": 2}[layout]


def test_a_county_that_is_not_the_sum_of_its_towns_is_refused(tmp_path, store):
    rows = [("北镇", 3.0), ("东镇", 4.0), ("样例县", 8.0)]
    table = make_layer(
        [
            (None, {"unit": unit, "year": 2023, "item": "emission/co2", "value": value, "measure": "t CO2"})
            for unit, value in rows
        ],
        name="account",
        kind="None",
    )
    units = make_layer(
        [(None, {"unit": unit, "parent": "样例县"}) for unit in ("北镇", "东镇")], name="units", kind="None"
    )
    with pytest.raises(QgsProcessingException, match=r"样例县 2023 emission/co2: 8 ≠ 7"):
        post(store, ACCOUNT=table, UNIT_TABLE=units)
    with pytest.raises(QgsProcessingException, match="no account book"):
        read(store)


@pytest.mark.parametrize(
    ("store_name", "year", "sentence"),
    [("nowhere", 2023, "PostgreSQL connection"), ("book.gpkg", None, "YEAR")],
)
def test_bad_calls_end_in_a_sentence(tmp_path, store_name, year, sentence):
    table = make_layer([(None, {"unit": "A", "area_ha": 1.0, "stock_tc": 2.0})], name="account", kind="None")
    place = str(tmp_path / store_name) if store_name.endswith("gpkg") else store_name
    with pytest.raises(QgsProcessingException, match=sentence):
        post(place, ACCOUNT=table, **({} if year is None else {"YEAR": year}))


def test_a_layer_that_is_no_account_is_refused(store):
    with pytest.raises(QgsProcessingException, match="is no account"):
        post(store, ACCOUNT=make_layer([(None, {"name": "A"})], name="parcels", kind="None"), YEAR=2023)
    account = make_layer([(None, {"unit": "A", "area_ha": 1.0, "stock_tc": 2.0})], kind="None")
    post(store, ACCOUNT=account, YEAR=2023)
    with pytest.raises(QgsProcessingException, match="soon"):
        read(store, YEARS="2023, soon")


def account(*rows, **more):
    return make_layer([(None, {**row, **more}) for row in rows], name="account", kind="None")


TOWN = {"unit": "A", "year": 2023, "area_ha": 1.0, "stock_tc": 2.0}
PADDY = {**TOWN, "carbon_class": "paddy"}


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([TOWN, {**TOWN, "unit": None}], "row 2: column unit is empty"),
        ([{**TOWN, "stock_tc": "1,234.5"}], "row 1: “1,234.5” in column stock_tc is no number"),
        ([{**TOWN, "year": "soon"}], "“soon” in column year"),
        ([{**TOWN, "year": 2023.5}], "2023.5 in column year is no year"),
        ([TOWN, TOWN], "two entries for unit “A”, 2023, item “baseline/area”"),
        ([PADDY, {**PADDY, "carbon_class": None}], "row 2: column carbon_class is empty"),
        ([{**TOWN, "stock_tc_low": 3.0, "stock_tc_high": 1.0}], "lower bound 3 is above the upper one 1"),
    ],
)
def test_rows_that_cannot_be_booked_are_named_and_nothing_is_written(store, rows, sentence):
    with pytest.raises(QgsProcessingException, match=sentence):
        post(store, ACCOUNT=account(*rows), YEAR=2023)
    with pytest.raises(QgsProcessingException, match="no account book"):
        read(store)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([{**PADDY, "year": 2024}], "unit “A” in 2024, the account has not"),
        ([{**PADDY, "unit": "B"}], "unit “B” in 2023, the account has not"),
        ([{**PADDY, "stock_tc": 3.0}], "A 2023 baseline/stock: 2 ≠ 3"),
    ],
)
def test_a_table_of_classes_that_is_not_of_the_account_is_refused(store, rows, sentence):
    with pytest.raises(QgsProcessingException, match=sentence):
        post(store, ACCOUNT=account(TOWN), ACCOUNT_CLASSES=account(*rows))


def test_activities_of_an_item_and_items_of_a_sector_are_added_up(store):
    """Coal 10 and 20 t, gas 5 t: 30 of coal, 35 of industry and in all; intervals are no sums."""
    rows = [("coal", 10.0), ("coal", 20.0), ("gas", 5.0)]
    head = {"unit": "A", "year": 2023, "sector": "industry", "scope": "1"}
    table = account(
        *({**head, "item": item, "co2_t": t, "emission_tco2e": t, "co2_t_low": t} for item, t in rows)
    )
    post(store, ACCOUNT=table)
    found = {row["item"]: (row["value"], row["low"]) for row in read(store, ITEM="emission/co2")[1]}
    assert found == {
        "emission/co2": (35.0, None),
        "emission/co2/industry": (35.0, None),
        "emission/co2/industry/coal": (30.0, None),
        "emission/co2/industry/gas": (5.0, 5.0),
    }


def test_codes_in_a_field_of_decimals_are_codes(store):
    post(store, ACCOUNT=account({**TOWN, "unit": 330100.0}))
    assert {row["unit"] for row in read(store)[1]} == {"330100"}


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([("A", "A")], "“A” part of itself"),
        ([("A", "B"), ("B", "A")], "part of itself"),
        ([("A", "B"), ("A", "C")], "row 2: unit “A” is part of “B” and of “C”"),
    ],
)
def test_units_that_are_part_of_two_or_of_themselves_are_refused(store, rows, sentence):
    units = make_layer([(None, dict(zip(("unit", "parent"), row))) for row in rows], kind="None")
    with pytest.raises(QgsProcessingException, match=sentence):
        post(store, ACCOUNT=account(TOWN), UNIT_TABLE=units)


def test_versions_come_as_entries_only(store):
    post(store, ACCOUNT=account(TOWN))
    post(store, ACCOUNT=account({**TOWN, "stock_tc": 5.0}))
    _result, story = read(store, HISTORY=True, ITEM="baseline/stock")
    assert [row["value"] for row in story] == [2.0, 5.0]
    with pytest.raises(QgsProcessingException, match="Choose the LAYOUT entries"):
        read(store, HISTORY=True, LAYOUT="by_year")
    with pytest.raises(QgsProcessingException, match="“²” in YEARS"):
        read(store, YEARS="²")


def test_a_run_that_is_cancelled_at_its_very_end_has_booked_nothing(store):
    class Late(Log):
        """Cancels once the run has nothing left but to end."""

        def setProgress(self, progress):
            super().setProgress(progress)
            if progress >= 99:
                self.cancel()

    with pytest.raises(QgsProcessingException):
        post(store, Late(), ACCOUNT=account(TOWN))
    with pytest.raises(QgsProcessingException, match="no account book"):
        read(store)


def test_a_manifest_never_takes_the_place_of_the_book(store):
    with pytest.raises(QgsProcessingException, match=r"账本\.gpkg.*end in \.json"):
        post(store, ACCOUNT=account(TOWN), MANIFEST=store)
