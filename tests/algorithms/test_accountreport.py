# SPDX-License-Identifier: GPL-2.0-or-later
"""Account reports as users call them: book and tables in, page and workbook out, numbers read back."""

from __future__ import annotations

import re

import processing
import pytest
from layers_by_hand import Log, make_layer, rows_of, square
from qgis.core import QgsProcessingException, QgsVectorLayer
from report_pages import first_page

pytestmark = pytest.mark.usefixtures("provider")

#: Made-up communities of one town; the third has a name that must stay text, the last one GBK letters.
UNITS = ("东社区", "西社区", "<i>南</i>社区", "镕社区")
#: Removal (t CO2e/a) and emission of scope 1 and 2 (t CO2e) in 2023; 2022 emitted 10 % more.
REMOVALS = (100.0, 20.0, 5.0, 1.0)
SCOPES = ((300.0, 200.0), (50.0, 10.0), (7.0, 0.0), (1.5, 0.5))


def table(rows, name):
    return make_layer([(None, row) for row in rows], name=name, kind="None")


def account(year, factor):
    rows = []
    for unit, removal, (one, two) in zip(UNITS, REMOVALS, SCOPES):
        shared = {"unit": unit, "year": year, "tier": "2", "source": "街道年报"}
        fluxes = {"item": "baseline/removal", "scope": "", "measure": "t CO2e/a"}
        rows.append({**shared, **fluxes, "value": removal, "low": removal * 0.5, "high": removal * 1.5})
        for scope, value in (("1", one), ("2", two)):
            sums = {"scope": scope, "measure": "t CO2e", "value": value * factor, "low": None, "high": None}
            rows += [{**shared, "item": f"emission/co2e{end}", **sums} for end in ("", "/buildings")]
    return rows


@pytest.fixture
def store(tmp_path):
    path = str(tmp_path / "账本.gpkg")
    parents = table([{"unit": unit, "parent": "城关镇"} for unit in UNITS], "units")
    for rows in (account(2022, 1.1), account(2023, 1.2), account(2023, 1.0)):
        parameters = {"STORE": path, "ACCOUNT": table(rows, "account"), "UNIT_TABLE": parents}
        processing.run("dualcarbon:postaccount", parameters, feedback=Log())
    return path


@pytest.fixture
def report(tmp_path):
    def call(**parameters):
        path = tmp_path / "报告.html"
        given = {"OUTPUT": str(path), "LANGUAGE": "en", **parameters}
        result = processing.run("dualcarbon:accountreport", given, feedback=parameters.pop("log", Log()))
        return result, path.read_text(encoding="utf-8")

    return call


def communities():
    return make_layer(
        [(square(200.0 * k, 0.0), {"XZQMC": unit}) for k, unit in enumerate(UNITS)], name="communities"
    )


def test_the_figures_of_the_book_stand_on_the_first_page(report, store):
    """Σ scope 1 = 358.5, Σ scope 2 = 210.5: 569 t CO2e; 126 t removed; net 443 of the last year, 2023."""
    _, html = report(STORE=store)
    first = first_page(html)
    assert "Emission, scope 1 + 2 569 t CO₂e/a" in first
    assert "Net emission 443 t CO₂e/a" in first
    assert "Year 2023" in first
    # The second posting of 2023 replaced all emissions but the 0 of one community.
    assert "14 superseded, 0 withdrawn" in first
    assert "Double entry of the book all 16 sums hold" in first


def test_the_page_needs_nothing_else_and_escapes_names(report, store):
    _, html = report(STORE=store, UNITS=communities(), UNIT_FIELD="XZQMC", PRODUCER="<script>x</script>")
    assert "<i>南</i>" not in html
    assert "&lt;i&gt;南&lt;/i&gt;社区" in html
    assert "<script" not in html
    outside = [
        target
        for target in re.findall(r"""(?:src|href)\s*=\s*["']([^"']+)""", html)
        if not target.startswith(("data:", "#"))
    ]
    assert outside == []
    assert html.count("data:image/png;base64,") == 1


def test_the_workbook_has_every_unit_and_year(report, store, tmp_path):
    """Net of 2022, with 10 % more emitted: 东社区 550 − 100 = 450."""
    openpyxl = pytest.importorskip("openpyxl", reason="reading workbooks needs openpyxl")
    path = tmp_path / "账户.xlsx"
    report(STORE=store, OUTPUT_XLSX=str(path), LANGUAGE="zh")
    book = openpyxl.load_workbook(path)
    sheet = book["历年碳账户表"]
    head = [cell.value for cell in sheet[2]]
    net = head.index("净排放（t CO₂e/a）")
    rows = {(row[0], row[1]): row for row in sheet.iter_rows(min_row=3, values_only=True)}
    assert rows["东社区", 2022][net] == 450
    assert rows["镕社区", 2023][net] == 1
    assert rows["东社区", 2023][head.index("碳汇量（t CO₂e/a）95%下限")] == 50
    assert not [cell for found in book for row in found.iter_rows() for cell in row if cell.data_type == "f"]


def test_a_year_and_a_larger_unit_are_chosen(report, store):
    _, html = report(STORE=store, YEAR=2022, PARENT="城关镇", TITLE="碳账户 & 年报")
    assert "Emission, scope 1 + 2 626 t CO₂e/a" in first_page(html)
    assert "碳账户 &amp; 年报" in html
    # A report of 2022 tells nothing of 2023: all units, each by itself, have one year.
    assert ">2023<" not in html
    with pytest.raises(QgsProcessingException, match="has no entries of 2021; it has 2022, 2023"):
        report(STORE=store, YEAR=2021)
    with pytest.raises(QgsProcessingException, match=r"part of “别镇”\. Its larger units are: 城关镇"):
        report(STORE=store, PARENT="别镇")
    with pytest.raises(QgsProcessingException, match="YEAR_BEFORE 2023 is no year of the account book"):
        report(STORE=store, YEAR=2022, YEAR_BEFORE=2023)


def test_nothing_given_is_refused(report):
    with pytest.raises(QgsProcessingException, match="at least one result"):
        report()
    with pytest.raises(QgsProcessingException, match="neither the path of a GeoPackage"):
        report(STORE="no such connection")


def activities():
    rows = [
        ("东社区", "buildings", "electricity", 1000.0, "kWh"),
        ("西社区", "transport", "diesel", 2.0, "t"),
        ("西社区", "transport", "gasoline", 1.0, "t"),
    ]
    names = ("unit", "sector", "carrier", "amount", "amount_unit")
    return table([{"year": 2023, **dict(zip(names, row))} for row in rows], "activity")


def test_an_inventory_alone_makes_a_report_with_the_totals_of_its_run(report, tmp_path):
    inventory = str(tmp_path / "inventory.gpkg")
    made = processing.run(
        "dualcarbon:emissioninventory",
        {"ACTIVITY": activities(), "YEAR": 2023, "OUTPUT": inventory},
        feedback=Log(),
    )
    _, html = report(INVENTORY=inventory)
    total = sum(row["emission_tco2e"] for row in rows_of(QgsVectorLayer(inventory, "inventory")))
    assert made["TOTAL_TCO2E"] == pytest.approx(total)
    assert f"Emission, scope 1 + 2 {total:,.0f} t CO₂e/a" in first_page(html)
    assert "dualcarbon:emissioninventory" in html
    with pytest.raises(QgsProcessingException, match="INVENTORY is of 2023, the report of 2022"):
        report(INVENTORY=inventory, YEAR=2022)


def test_a_monitoring_brings_its_series_and_levels_onto_the_map(report, store, tmp_path):
    item = {"item": "emission/co2e", "scope": "1"}
    rows = [
        {"unit": unit, **item, "role": role, "year": year, "value": value}
        for unit, (one, _two) in zip(UNITS, SCOPES)
        for role, year, value in (("base", 2021, one * 1.2), ("path", 2022, one), ("path", 2023, one * 0.5))
    ]
    given = {"STORE": store, "TARGETS": table(rows, "targets"), "YEAR": 2023}
    files = {"OUTPUT": str(tmp_path / "standing.gpkg"), "OUTPUT_SERIES": str(tmp_path / "series.gpkg")}
    processing.run("dualcarbon:monitoraccount", {**given, **files}, feedback=Log())
    units = {"UNITS": communities(), "UNIT_FIELD": "XZQMC"}
    _, html = report(STORE=store, MONITORING=files["OUTPUT"], **units)
    # Progress (1.2 − 1.0)/(1.2 − 0.5) = 28.6 %: every community is red, and was so in 2022 (50 %).
    assert "Indicators at ■ red 4 indicators" in first_page(html)
    assert "28.6" in html
    assert html.count("data:image/png;base64,") == 2
    assert "Actual, planned and trend: 东社区" in html


def test_a_table_of_another_tool_is_refused(report, store):
    with pytest.raises(QgsProcessingException, match="is no result for INVENTORY"):
        report(STORE=store, INVENTORY=table([{"unit": "A"}], "inventory"))


def test_names_from_a_gbk_table_stay_readable(report, tmp_path):
    store, path, agreement = (tmp_path / name for name in ("账本.gpkg", "年报.csv", "一致.csv"))
    rows = ("unit,year,item,scope,value,measure", "镕社区,2023,emission/co2e,1,7,t CO2e")
    path.write_text("\n".join(rows), encoding="gbk")
    processing.run("dualcarbon:postaccount", {"STORE": str(store), "ACCOUNT": str(path)}, feedback=Log())
    rows = ("unit,variable,map_value,table_value,difference,tolerance,agrees", "镕社区,人口,10,12,-2,0.5,0")
    agreement.write_text("\n".join(rows), encoding="utf-8")
    _, html = report(STORE=str(store), AGREEMENT=str(agreement), LANGUAGE="zh")
    for chapter, following in (("account", "agreement"), ("agreement", "units")):
        assert "镕社区" in html[html.index(f'id="{chapter}"') : html.index(f'id="{following}"')]
    assert "共核对 1 项，其中 1 项超出允许误差" in html
    # The rows of the table tell neither tier nor source.
    assert "未注明来源的分录 1 条中 1 条" in first_page(html)


def test_units_of_another_name_are_told(report, store):
    log = Log()
    layer = make_layer([(square(0.0, 0.0), {"XZQMC": "别社区"})], name="communities")
    _, html = report(STORE=store, UNITS=layer, UNIT_FIELD="XZQMC", log=log)
    assert "4 units of the account book have no polygon" in html
