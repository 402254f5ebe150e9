# SPDX-License-Identifier: GPL-2.0-or-later
"""Exemptions through Processing: tables in the formats of an office, and what then counts."""

from __future__ import annotations

import pytest
from layers_by_hand import check_draft, control_line, make_layer, notes_of, rows_of, square
from qgis.core import QgsFeature, QgsVectorLayer
from qgis.PyQt.QtCore import QDate

X, Y = 500_000.0, 3_300_000.0
#: Homesteads p1 and p2 with 0.5 ha each on farmland, where PBF-01 and PBF-06 hit them.
PLAN = [(square(X, Y), "0703"), (square(X + 100, Y), "0703")]
FARMLAND = control_line((square(X - 10, Y - 10, 300, 60), {}))
HEADER = "BSM,规则,批准文号,批准机关,理由,批准日期,有效期至\n"
ROW = "p1,*,某自然资函〔2025〕7号,某省自然资源厅,重大项目,2025年7月1日,2026/6/30\n"


@pytest.fixture
def check(run, tmp_path):
    def call(table, **more):
        if isinstance(table, bytes):
            path = tmp_path / "豁免清单.csv"
            path.write_bytes(table)
            table = str(path)
        settings = {"FARMLAND": FARMLAND, "EXEMPTIONS": table, **more}
        return check_draft(run, tmp_path / "check.json", PLAN, **settings)

    return call


def states(findings):
    return {(f["plan_id"], f["rule_id"]): f["state"] for f in findings}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk"])
def test_a_csv_exempts_and_the_numbers_tell_the_two_apart(check, encoding):
    result, findings = check((HEADER + ROW).encode(encoding))
    assert states(findings) == {
        ("p1", "PBF-01"): "exempted",
        ("p1", "PBF-06"): "exempted",
        ("p2", "PBF-01"): "open",
        ("p2", "PBF-06"): "open",
    }
    assert {f["severity"] for f in findings} == {"error"}
    (told,) = {
        tuple(f[name] for name in ("reason", "approver", "document_no", "date", "expiry"))
        for f in findings
        if f["state"] == "exempted"
    }
    assert told == ("重大项目", "某省自然资源厅", "某自然资函〔2025〕7号", "2025-07-01", "2026-06-30")
    assert (result["ERRORS"], result["EXEMPTED"]) == (2, 2)
    assert result["ERROR_AREA_HA"] == pytest.approx(0.5)
    assert result["EXEMPTED_AREA_HA"] == pytest.approx(0.5)
    assert result["FINDING_AREA_HA"] == pytest.approx(1.0)
    severities = {row["plan_id"]: row["severity"] for row in rows_of(result["OUTPUT_PARCELS"])}
    assert severities == {"p1": "exempted", "p2": "error"}
    (total,) = [r for r in rows_of(result["OUTPUT_SUMMARY"]) if r["level"] == "total" and r["unit"] is None]
    assert (total["findings"], total["exempted"]) == (4, 2)


def test_a_workbook_with_real_dates_and_numeric_ids(run, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    import datetime

    book = openpyxl.Workbook()
    book.active.append(HEADER.strip().split(","))
    days = [datetime.datetime(2025, 7, 1), datetime.date(2026, 6, 30)]
    book.active.append([101, None, "某自然资函〔2025〕7号", None, None, *days])
    path = tmp_path / "豁免清单.xlsx"
    book.save(path)
    plan = make_layer([(square(X, Y), {"BSM": 101, "YDYHFLDM": "0703"})], name="GHYDYH")
    _, findings = check_draft(run, tmp_path / "r.json", plan, FARMLAND=FARMLAND, EXEMPTIONS=str(path))
    assert {(f["state"], f["date"], f["expiry"]) for f in findings} == {
        ("exempted", "2025-07-01", "2026-06-30")
    }


def test_a_table_of_the_project_with_date_fields(check):
    layer = QgsVectorLayer(
        "NoGeometry?field=bsm:string&field=document_no:string&field=date:date&field=expiry:date",
        "豁免清单",
        "memory",
    )
    feature = QgsFeature(layer.fields())
    feature.setAttributes(["p1", "某自然资函〔2025〕7号", QDate(2025, 7, 1), QDate(2026, 6, 30)])
    layer.dataProvider().addFeatures([feature])
    result, _ = check(layer)
    assert result["EXEMPTED"] == 2
    result, _ = check(layer, AS_OF="2026-07-01")
    assert (result["EXEMPTED"], result["ERRORS"]) == (0, 4)
    assert "2026-06-30" in notes_of(result)["exemption_expired"]["text"]


def test_rows_that_do_not_help_are_listed(check):
    rows = "p2,,,,,,\n" + "z9,,某函1号,,,,\n" + "p1,PBF-06,某函2号,,,2026-05-01,\n"
    result, _ = check((HEADER + rows).encode())
    notes = notes_of(result)
    assert notes["exemption_without_document"]["ids"] == ["2: p2"]
    assert notes["exemption_without_finding"]["ids"] == ["3: z9"]
    assert notes["exemption_not_yet_valid"]["count"] == 1
    assert result["EXEMPTED"] == 0


@pytest.mark.parametrize(("header", "warned"), [("期限", True), ("有效期至,备注", False)])
def test_columns_that_nobody_understands_are_told(check, header, warned):
    """An expiry under an unknown name would make an approval endless without a word."""
    cells = ",".join(["2026-12-31"] * len(header.split(",")))
    result, _ = check(f"BSM,批准文号,{header}\np1,某函7号,{cells}\n".encode())
    note = notes_of(result)["exemption_columns_unread"]
    assert note["values"]["columns"] == header.split(",")[-1]
    assert note["warning"] is warned


def test_doubtful_tables_are_refused_with_row_and_column(refused, tmp_path):
    path = tmp_path / "t.csv"
    settings = {"PLAN": make_layer([(square(X, Y), {"BSM": "a", "YDYHFLDM": "0703"})])}
    settings.update(PLAN_FIELD="YDYHFLDM", FARMLAND=FARMLAND, EXEMPTIONS=str(path), OUTPUT="memory:")
    settings.update(PLAN_CLASSIFICATION="cn_landsea_2023")
    path.write_text(HEADER + ROW + "p2,*,某函,,,明年,\n", encoding="utf-8")
    sentence = refused("checkplan", PLAN_ID_FIELD="BSM", **settings)
    assert "t.csv" in sentence
    assert "批准日期" in sentence
    assert "3" in sentence
    path.write_text(HEADER + ROW, encoding="utf-8")
    assert "PLAN_ID_FIELD" in refused("checkplan", **settings)
    path.write_text("地类,面积\n0101,3\n", encoding="utf-8")
    assert "BSM" in refused("checkplan", PLAN_ID_FIELD="BSM", **settings)
