# SPDX-License-Identifier: GPL-2.0-or-later
"""Monitoring as users call it: book and targets in, levels and a series to be played out."""

from __future__ import annotations

import math

import processing
import pytest
from layers_by_hand import ROOT, Log, make_layer, played_years, rows_of, square
from qgis.core import QgsProcessingException, QgsVectorLayer
from report_pages import first_page, words_of

pytestmark = pytest.mark.usefixtures("provider")

#: methods.md, WE-k.
PLANNED = {2021: 980.0, 2022: 960.0, 2023: 940.0, 2024: 920.0, 2025: 900.0}
ACTUAL = {2021: 985.0, 2022: 970.0, 2023: 955.0, 2024: 940.0, 2025: 930.0}


def table(rows, name):
    return make_layer([(None, row) for row in rows], name=name, kind="None")


@pytest.fixture
def store(tmp_path):
    """The account book of 样例县 with the emissions of the worked example."""
    path = str(tmp_path / "账本.gpkg")
    rows = [
        {"unit": "样例县", "year": year, "item": "emission/co2", "value": value, "measure": "kt CO2"}
        for year, value in ACTUAL.items()
    ]
    processing.run("dualcarbon:postaccount", {"STORE": path, "ACCOUNT": table(rows, "account")})
    return path


def targets(unit="样例县", **more):
    head = {"unit": unit, "item": "emission/co2", "budget": "yes", **more}
    rows = [{**head, "role": "base", "year": 2020, "value": 1000.0}]
    rows += [{**head, "role": "path", "year": year, "value": value} for year, value in PLANNED.items()]
    rows += [{**head, "role": "target", "year": 2035, "value": 700.0}]
    return rows


def monitor(store, rows, feedback=None, **parameters):
    given = {
        "STORE": store,
        "TARGETS": table(rows, "targets"),
        "YEAR": 2025,
        "OUTPUT": "memory:",
        **parameters,
    }
    result = processing.run("dualcarbon:monitoraccount", given, feedback=feedback or Log())
    return result, rows_of(result["OUTPUT"])


def test_the_worked_example_is_yellow(store):
    result, (row,) = monitor(store, targets(), OUTPUT_SERIES="memory:")
    assert (result["RED"], result["YELLOW"], result["GREEN"]) == (0, 1, 0)
    assert row["progress"] == pytest.approx(0.70)
    assert row["use"] == pytest.approx(1.017021, abs=5e-7)
    assert row["slope"] == pytest.approx(-14.0)
    assert (row["mk_s"], row["expected"], row["target_year"]) == (-10, pytest.approx(790.0), 2035)
    series = rows_of(result["OUTPUT_SERIES"])
    assert [entry["year"] for entry in series] == list(PLANNED)
    assert [entry["begins"] for entry in series][:1] == ["2021-01-01"]
    assert {entry["level"] for entry in series} == {"yellow"}


def test_limits_of_the_table_replace_the_defaults(store):
    result, _rows = monitor(store, targets(green_progress="0.7", green_use="1.02"))
    assert result["GREEN"] == 1


def test_an_open_breach_of_the_redline_is_red(store):
    finding = {"unit": "样例县", "line_type": "erl", "severity": "error", "state": "open", "area_m2": 2500.0}
    others = [{**finding, "state": "exempted"}, {**finding, "line_type": "udb"}, {**finding, "unit": "别县"}]
    result, (row,) = monitor(store, targets(), FINDINGS=table([finding, *others], "findings"))
    assert result["RED"] == 1
    assert (row["reasons"], row["breach_ha"]) == ("breach", pytest.approx(0.25))
    spared, _rows = monitor(store, targets(), FINDINGS=table(others, "findings"))
    assert spared["RED"] == 0


def test_with_units_the_series_can_be_played(store, tmp_path):
    units = make_layer([(square(0, 0), {"XZQMC": "样例县"})], name="counties")
    path = str(tmp_path / "series.gpkg")
    monitor(
        store,
        targets(),
        UNITS=units,
        UNIT_FIELD="XZQMC",
        OUTPUT=str(tmp_path / "out.gpkg"),
        OUTPUT_SERIES=path,
    )
    layer = QgsVectorLayer(path, "series")
    assert layer.featureCount() == 5
    assert all(feature.geometry().area() == pytest.approx(10_000.0) for feature in layer.getFeatures())
    layer.loadNamedStyle(str(ROOT / "resources" / "styles" / "monitorseries.qml"))
    assert played_years(layer, 2021, 2026) == [[2021], [2022], [2023], [2024], [2025], []]


def test_an_indicator_without_an_entry_is_told(store):
    log = Log()
    result, rows = monitor(store, [*targets(), *targets("别县")], log)
    assert log.said("别县 emission/co2")
    assert {row["unit"]: row["level"] for row in rows} == {"样例县": "yellow", "别县": "yellow"}
    assert result["YELLOW"] == 2
    assert next(row["actual"] for row in rows if row["unit"] == "别县") is None


def test_an_inventory_booked_by_scope_counts_with_scopes_1_and_2(tmp_path):
    """The worked example with a third of each value as scope 2, and scope 3 beside it."""
    path = str(tmp_path / "账本.gpkg")
    rows = [
        {"unit": "样例县", "year": year, "item": "emission/co2", "scope": scope, "value": value * share}
        for year, value in ACTUAL.items()
        for scope, share in (("1", 2 / 3), ("2", 1 / 3), ("3", 0.5))
    ]
    rows = [{**row, "measure": "kt CO2"} for row in rows]
    processing.run("dualcarbon:postaccount", {"STORE": path, "ACCOUNT": table(rows, "account")})
    log = Log()
    result, (row,) = monitor(path, targets(), log)
    assert (row["actual"], row["progress"]) == (pytest.approx(930.0), pytest.approx(0.70))
    assert result["YELLOW"] == 1
    assert not log.said("have no entry of 2025")


def test_the_base_year_has_no_level(store):
    log = Log()
    path = [{**row, "budget": ""} for row in targets()]
    result, (row,) = monitor(store, [{**path[0], "year": 2021}, *path[2:]], log, YEAR=2021)
    assert (result["RED"], result["YELLOW"], result["GREEN"]) == (0, 0, 0)
    assert not row["level"]
    assert log.said("1 indicators have their base in 2021 or later")


def test_a_path_before_the_peak_is_told_as_a_limit(store):
    log = Log()
    rows = [{**row, "budget": ""} for row in targets()]
    result, (row,) = monitor(store, [{**rows[0], "value": 850.0}, *rows[1:]], log)
    assert (result["RED"], row["progress"]) == (1, None)
    assert log.said("path in 2025 that is no better than their base")


def test_targets_and_findings_of_a_table_in_gb18030_are_read_by_path_and_as_layer(store, tmp_path):
    """QGIS would read the open layer as UTF-8 and name the county otherwise."""
    columns = ("unit", "item", "budget", "role", "year", "value")
    lines = [columns, *([row[name] for name in columns] for row in targets())]
    plan = tmp_path / "指标.csv"
    plan.write_text("\n".join(",".join(map(str, line)) for line in lines), encoding="gb18030")
    findings = tmp_path / "问题.csv"
    findings.write_text(
        "unit,line_type,severity,state,area_m2\n样例县,pbf,error,open,2500.0\n", encoding="gb18030"
    )
    layers = {
        name: QgsVectorLayer(str(file), name, "ogr")
        for name, file in (("TARGETS", plan), ("FINDINGS", findings))
    }
    assert all(layer.isValid() for layer in layers.values())
    for given in (layers, {"TARGETS": str(plan), "FINDINGS": str(findings)}):
        result, (row,) = monitor(store, [], **given)
        assert (row["unit"], row["actual"], row["breach_ha"]) == ("样例县", 930.0, pytest.approx(0.25))
        assert result["RED"] == 1


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"role": "goal"}, "row 1: “goal”"),
        ({"value": math.nan}, "row 1"),
        ({"value": math.inf}, "row 1: “inf”"),
        ({"year": 2020.5}, "row 1: “2020.5” in column year"),
        ({"unit": ""}, "row 1: column unit is empty"),
        ({"direction": "up"}, "falls, rises."),
        ({"direction": "rises"}, "state direction as rises, falls"),
    ],
)
def test_targets_that_do_not_fit_are_refused_by_row(store, change, sentence):
    rows = [{**row, "year": float(row["year"])} for row in targets(direction="falls")]
    with pytest.raises(QgsProcessingException, match=sentence):
        monitor(store, [{**rows[0], **change}, *rows[1:]])


def test_findings_of_something_else_are_refused(store):
    with pytest.raises(QgsProcessingException, match="findings of the plan check"):
        monitor(store, targets(), FINDINGS=table([{"unit": "A"}], "parcels"))


@pytest.mark.parametrize(
    ("limit", "sentence"), [("high", "row 3: “high” in column green_use"), ("", "no rows")]
)
def test_limits_that_are_no_numbers_and_empty_tables_are_refused(store, limit, sentence):
    rows = [{**row, "green_use": ""} for row in targets()]
    rows[2]["green_use"] = limit
    layer = make_layer([(None, row) for row in rows], name="targets", kind="None")
    if not limit:
        layer.dataProvider().truncate()
    with pytest.raises(QgsProcessingException, match=sentence):
        monitor(store, [], TARGETS=layer)


def test_a_limit_that_one_row_states_holds_for_the_plan(store):
    rows = [{**row, "green_progress": "", "green_use": ""} for row in targets()]
    rows[-1].update(green_progress="0.7", green_use="1.02")
    assert monitor(store, rows)[0]["GREEN"] == 1


FINDING = {"unit": "样例县", "line_type": "pbf", "severity": "error", "state": "open", "area_m2": 2500.0}


def test_breaches_without_a_unit_of_the_targets_are_told_and_those_without_an_area_refused(store):
    log = Log()
    rows = [{**FINDING, "unit": "别县"}, {**FINDING, "unit": None}]
    result, _rows = monitor(store, targets(), log, FINDINGS=table(rows, "findings"))
    assert result["RED"] == 0
    assert log.said("(0.5000 ha) lie in 2 units")
    with pytest.raises(QgsProcessingException, match="the first is row 2"):
        monitor(store, targets(), FINDINGS=table([FINDING, {**FINDING, "area_m2": None}], "findings"))
    with pytest.raises(QgsProcessingException, match="the first is row 1"):
        monitor(store, targets(), FINDINGS=table([{**FINDING, "area_m2": "small"}], "findings"))


def test_units_of_another_name_are_told(store):
    log = Log()
    monitor(store, targets(), log, UNITS=make_layer([(square(0, 0), {"XZQMC": "别县"})]), UNIT_FIELD="XZQMC")
    assert log.said("1 units of the targets have no polygon")


def test_the_yearly_report_tells_levels_paths_and_what_changed(store, tmp_path):
    """The worked example: progress 70 %, use 101.7 %, 14 kt less a year, 790 kt where 700 are the target."""
    page = tmp_path / "监测.html"
    units = make_layer([(square(0, 0), {"XZQMC": "样例县"})], name="counties")
    finding = {**FINDING, "area_m2": 2500.0}
    monitor(
        store,
        targets(),
        REPORT=str(page),
        LANGUAGE="en",
        UNITS=units,
        UNIT_FIELD="XZQMC",
        FINDINGS=table([finding], "findings"),
    )
    html = page.read_text(encoding="utf-8")
    first = first_page(html)
    assert "Indicators at ■ red 1 indicators in 1 of 1 units" in first
    assert "Worse than the year before 1 indicators 0 better" in first
    assert "Units with open errors inside farmland or redline 1 of 1: 样例县" in first
    text = words_of(html)
    assert "■ red control line breached 930 900 kt CO2 70.0 101.7" in text
    assert "−14" in text
    assert "2035 790 700 90" in text
    assert "▲ yellow ■ red ↓ worse" in text
    assert "样例县 0.2500" in text
    assert html.count("data:image/png;base64,") == 1
    # One chart of the levels and one of the county.
    assert html.count("data:image/svg+xml;base64,") == 2


def test_the_report_stands_in_a_workbook_and_escapes_units(store, tmp_path):
    openpyxl = pytest.importorskip("openpyxl", reason="reading workbooks needs openpyxl")
    page, path = tmp_path / "page.html", tmp_path / "监测.xlsx"
    rows = [*targets(), *targets("<script>alert(1)</script>")]
    monitor(store, rows, REPORT=str(page), REPORT_XLSX=str(path))
    html = page.read_text(encoding="utf-8")
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)" in html
    sheet = openpyxl.load_workbook(path)["监测预警表"]
    head = [cell.value for cell in sheet[2]]
    (row,) = [row for row in sheet.iter_rows(min_row=3, values_only=True) if row[0] == "样例县"]
    assert row[head.index("预警等级")] == "▲ 黄"
    assert row[head.index("完成进度（%）")] == pytest.approx(70.0)


def test_without_a_report_none_is_made(store, tmp_path):
    result, _rows = monitor(store, targets(), OUTPUT=str(tmp_path / "out.gpkg"))
    assert "REPORT" not in result
    assert not list(tmp_path.glob("*.html"))
