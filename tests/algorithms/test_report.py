# SPDX-License-Identifier: GPL-2.0-or-later
"""Reports from the results of small runs: self-contained, escaped, and honest about what they lack."""

from __future__ import annotations

import re
import shutil

import pytest
from layers_by_hand import check_draft, control_line, make_layer, notes_of, square
from qgis.core import QgsVectorLayer
from report_pages import first_page

X, Y = 500_000.0, 3_300_000.0
HOSTILE = "<script>alert('镇')</script>&\"'"
FORMULA = "=1+2"


@pytest.fixture
def results(run, tmp_path):
    """Files of a baseline (two units with unpleasant names) and of a plan check, each with its manifest."""
    land = make_layer(
        [(square(X, Y, 100, 100), {"DLBM": "0101"}), (square(X + 100, Y, 200, 100), {"DLBM": "0301"})],
        name="DLTB",
    )
    units = make_layer(
        [(square(X, Y, 150, 100), {"XZQMC": HOSTILE}), (square(X + 150, Y, 150, 100), {"XZQMC": FORMULA})]
    )
    files = {
        name: str(tmp_path / f"{name.lower()}.gpkg")
        for name in ("LANDUSE", "BASELINE", "BASELINE_TABLE", "FINDINGS", "PARCELS", "SUMMARY")
    }
    common = {"INPUT": land, "CLASS_FIELD": "DLBM", "AREA_RULE": "planar"}
    run("attachfactors", **common, OUTPUT=files["LANDUSE"])
    run(
        "sinkbaseline",
        **common,
        UNITS=units,
        UNIT_FIELD="XZQMC",
        YEAR=2023,
        OUTPUT=files["BASELINE"],
        OUTPUT_TABLE=files["BASELINE_TABLE"],
    )

    def quiet(name, **parameters):
        return run(name, **{**parameters, "MANIFEST": None})

    check_draft(
        lambda name, **parameters: (
            quiet(name, **parameters) and {"OUTPUT": QgsVectorLayer(files["FINDINGS"])}
        ),
        tmp_path / "unused.json",
        [(square(X, Y, 100, 300), "0703")],
        FARMLAND=control_line((square(X, Y, 100, 200), {})),
        LINE_STATUS="standin",
        BASE=land,
        BASE_FIELD="DLBM",
        OUTPUT=files["FINDINGS"],
        OUTPUT_PARCELS=files["PARCELS"],
        OUTPUT_SUMMARY=files["SUMMARY"],
    )
    return files


@pytest.fixture
def report(run, tmp_path):
    def call(**parameters):
        path = tmp_path / "报告.html"
        result = run("report", **{"OUTPUT": str(path), "LANGUAGE": "en", **parameters})
        return result, path.read_text(encoding="utf-8")

    return call


def test_the_whole_report_is_one_file_that_needs_nothing_else(report, results):
    _, html = report(**results, TITLE="样例 & Co", ATTRIBUTION="© OpenStreetMap contributors")
    outside = [
        target
        for target in re.findall(r"""(?:src|href)\s*=\s*["']([^"']+)""", html)
        if not target.startswith(("data:", "#"))
    ]
    assert outside == []
    assert "@import" not in html
    assert not re.search(r"url\((?!['\"]?data:)", html)
    assert "<script" not in html
    assert html.count("data:image/png;base64,") >= 3
    assert "样例 &amp; Co" in html
    assert "© OpenStreetMap contributors" in html


def test_names_of_units_are_text_not_markup(report, results):
    _, html = report(**results)
    assert "alert(" in html
    assert "<script>alert" not in html
    assert "&lt;script&gt;" in html


def test_figures_of_the_runs_stand_in_the_report(report, results):
    """1 ha paddy (115.15 t C/ha) and 2 ha forest (153.797 t C/ha)."""
    _, html = report(**results)
    assert ">423<" in re.sub(r"\s", "", html)
    assert "cn_default" in html
    assert "TRIAL" in html
    assert "PBF-01" in html


def test_the_chinese_county_report_speaks_mu_and_names_the_trial(report, results):
    _, html = report(**results, LANGUAGE="zh", PROFILE="cn_county", PLACE="样例县", PLACE_CODE="990121")
    assert '<html lang="zh-CN">' in html
    assert "试算" in html
    assert "亩" in html
    assert "hm²" in html or "公顷" in html
    assert "样例县" in html
    assert "Control line" not in html


def test_the_workbook_has_the_tables_and_no_formula(report, results, tmp_path):
    openpyxl = pytest.importorskip("openpyxl", reason="reading workbooks needs openpyxl")
    path = tmp_path / "表.xlsx"
    result, _ = report(**results, OUTPUT_XLSX=str(path), LANGUAGE="zh", PROFILE="cn_county")
    assert result["OUTPUT_XLSX"] == str(path)
    book = openpyxl.load_workbook(path)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert len(book.sheetnames) >= 5
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    values = [cell.value for cell in cells]
    assert any(isinstance(value, str) and "alert" in value for value in values)
    # The conflict covers 2 ha, which are 30 mu; the stock is 422.744 t C.
    assert 30 in values
    assert 0.0423 in values
    assert list(tmp_path.glob("*.part*")) == []


def test_findings_alone_make_a_report(report, results):
    _, html = report(FINDINGS=results["FINDINGS"])
    assert "PBF-06" in html
    assert "TRIAL" in html


def test_a_table_alone_makes_a_report(report, results):
    _, html = report(BASELINE_TABLE=results["BASELINE_TABLE"])
    assert "Mixed or unspecified forest" in html


def test_a_table_as_csv_gives_the_same_report(run, report, tmp_path):
    """A CSV has no types: its figures are read as such, and its empty cells as NULL."""
    land = make_layer([(square(X, Y), {"DLBM": "0101"}), (square(X + 100, Y), {"DLBM": "1101"})])
    units = make_layer([(square(X, Y, 200, 100), {"XZQMC": "01"})])
    pages = []
    for end in ("gpkg", "csv"):
        table = tmp_path / f"table.{end}"
        run(
            "sinkbaseline",
            INPUT=land,
            CLASS_FIELD="DLBM",
            CLASSIFICATION="cn_third_survey",
            UNITS=units,
            UNIT_FIELD="XZQMC",
            OUTPUT="memory:",
            OUTPUT_TABLE=str(table),
        )
        _, html = report(BASELINE_TABLE=str(table))
        pages.append(
            re.sub(r"data:image[^\"]+", "", html[html.index('id="baseline"') : html.index('id="prov')])
        )
    assert pages[0] == pages[1]
    assert "01" in pages[0]


def test_an_edited_layer_is_added_up_and_the_first_page_says_so(report, results, log):
    """422.744 t C of the run, of which one unit was set to a thousand million by hand."""
    layer = QgsVectorLayer(results["BASELINE"], "baseline", "ogr")
    layer.startEditing()
    feature = next(layer.getFeatures())
    layer.changeAttributeValue(feature.id(), layer.fields().lookupField("stock_tc"), 1e9)
    assert layer.commitChanges()
    _, html = report(BASELINE=results["BASELINE"])
    assert log.said("edited after the run")
    first = first_page(html)
    assert "edited after the run" in first
    assert "added up from the layers" in first
    assert "Carbon stock 1,000,000," in first
    assert "95 % interval not known" in first


def test_results_as_they_were_written_are_vouched_for(report, results, log):
    report(**results)
    assert not log.said("edited after the run")


def test_memory_results_without_manifest_are_said_to_have_none(run, report, log):
    land = make_layer([(square(X, Y), {"DLBM": "0101"})])
    units = make_layer([(square(X, Y), {"XZQMC": "甲"})])
    made = run(
        "sinkbaseline", INPUT=land, CLASS_FIELD="DLBM", UNITS=units, UNIT_FIELD="XZQMC", OUTPUT="memory:"
    )
    _, html = report(BASELINE=made["OUTPUT"])
    assert "甲" in html
    assert log.said("no run manifest")
    first = first_page(html)
    # 1 ha of paddy.
    assert "Carbon stock 115 t C 95 % interval not known" in first
    assert "no run manifest" in first


def test_nothing_given_is_one_sentence(refused, tmp_path):
    sentence = refused("report", OUTPUT=str(tmp_path / "r.html"))
    assert "at least one result" in sentence
    assert not (tmp_path / "r.html").exists()


def test_a_layer_of_something_else_is_refused_in_one_sentence(refused, tmp_path):
    layer = make_layer([(square(X, Y), {"NAME": "x"})], name="roads")
    for parameter in ("BASELINE", "BASELINE_TABLE", "FINDINGS", "SUMMARY", "PARCELS", "LANDUSE"):
        sentence = refused("report", **{parameter: layer}, OUTPUT=str(tmp_path / "r.html"))
        assert "defect" not in sentence, parameter
        assert "roads" in sentence, parameter


def test_a_place_that_cannot_be_written_is_named(refused, results, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    target = tmp_path / "file" / "report.html"
    sentence = refused("report", FINDINGS=results["FINDINGS"], OUTPUT=str(target))
    assert str(target.parent) in sentence
    assert "defect" not in sentence


def test_the_manifest_of_the_check_is_read_by_name(run, report, results, tmp_path):
    """A result moved away from its manifest is vouched for when the manifest is handed in."""
    land = make_layer([(square(X, Y), {"DLBM": "0101"})])
    units = make_layer([(square(X, Y), {"XZQMC": "甲"})])
    made = run(
        "sinkbaseline",
        INPUT=land,
        CLASS_FIELD="DLBM",
        UNITS=units,
        UNIT_FIELD="XZQMC",
        MANIFEST=str(tmp_path / "kept.json"),
        OUTPUT=str(tmp_path / "a.gpkg"),
    )
    assert notes_of(made) is not None
    moved = tmp_path / "moved" / "b.gpkg"
    moved.parent.mkdir()
    shutil.copy(made["OUTPUT"], moved)
    _, html = report(BASELINE=str(moved), MANIFESTS=[str(tmp_path / "kept.json")])
    assert "cn_default" in html


@pytest.mark.parametrize("code", ["0703", "0101"])
def test_a_check_without_carbon_or_findings_is_vouched_for(run, report, tmp_path, log, code):
    """Columns that are NULL throughout, and layers without a row, are still what the run wrote."""
    files = {name: str(tmp_path / f"{name}.gpkg") for name in ("FINDINGS", "PARCELS", "SUMMARY")}
    outputs = {"OUTPUT": "FINDINGS", "OUTPUT_PARCELS": "PARCELS", "OUTPUT_SUMMARY": "SUMMARY"}
    run(
        "checkplan",
        PLAN=make_layer([(square(X, Y), {"YDYHFLDM": code})]),
        PLAN_FIELD="YDYHFLDM",
        FARMLAND=control_line((square(X, Y), {})),
        **{parameter: files[name] for parameter, name in outputs.items()},
    )
    manifests = [str(path) for path in tmp_path.glob("*.manifest.json")]
    report(**files, MANIFESTS=manifests)
    assert not log.said("edited after the run")


def test_a_trial_stays_one_whatever_else_is_handed_in(run, report, results, tmp_path):
    legal = tmp_path / "legal.json"
    check_draft(
        run, legal, [(square(X, Y), "0703")], FARMLAND=control_line((square(X, Y), {})), LINE_STATUS="legal"
    )
    _, html = report(FINDINGS=results["FINDINGS"], MANIFESTS=[str(legal)])
    assert "TRIAL" in first_page(html)


def test_the_report_tells_what_it_was_made_of(report, results, tmp_path):
    """Source and digest of the layers shown stand among the inputs, sources only where they may."""
    given = {name: results[name] for name in ("BASELINE", "FINDINGS")}
    for hidden in (False, True):
        _, html = report(**given, OMIT_PLACES=hidden)
        rows = [re.sub(r"<[^>]+>", " ", row) for row in re.findall(r"(?s)<tr>(.*?)</tr>", html)]
        inputs = [row for row in rows if row.split()[:1] == ["report"] and "EPSG:4547" in row]
        assert [name in row for name, row in zip(given, inputs)] == [True, True]
        assert [path in row for path, row in zip(given.values(), inputs)] == [not hidden] * 2
        assert len({digest for row in inputs for digest in re.findall(r"\b[0-9a-f]{64}\b", row)}) == 2
        assert (str(tmp_path) in html) is not hidden
