# SPDX-License-Identifier: GPL-2.0-or-later
"""Exemptions: tables as offices keep them, the days around an expiry, and what counts then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.domain.exemptions import (
    DECISION_COLUMNS,
    Exemption,
    apply_exemptions,
    exemptions_from_frame,
)
from dualcarbon.plugin.domain.exemptions.dates import parse_day
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.text_tables import read_text_table
from hypothesis import given, settings
from hypothesis import strategies as st
from plan_cases import SETTINGS, box, check, line_of, plan_of

TODAY = SETTINGS.as_of  # 2026-04-01
APPROVED = Exemption(
    "a", document_no="某自然资函〔2025〕7号", date=date(2025, 7, 1), expiry=date(2026, 6, 30)
)
#: A homestead with its southern half on farmland: PBF-01 and PBF-06 hit the same 5 000 m².
PLAN = plan_of(("a", "0703", box(0, 0, 100, 100)), ("b", "0703", box(100, 0, 100, 100)))
FARMLAND = line_of("pbf", ("L", box(-10, -10, 300, 60)))


def states(result):
    found = result.findings
    return dict(zip(zip(found["plan_id"], found["rule_id"]), found["state"]))


def check_with(*exemptions, notes=None, plan=PLAN, lines=(FARMLAND,), **options):
    return check(plan, *lines, exemptions=exemptions, notes=notes, **options)


def kinds(notes):
    return sorted(note.kind for note in notes if note.kind.startswith("exemption"))


class TestDays:
    @pytest.mark.parametrize(
        "text",
        [
            "2026-01-05",
            "2026/1/5",
            "2026.1.5",
            "2026年1月5日",
            "2026 年 1 月 5 日",
            "20260105",
            "２０２６／１／５",
            "２０２６年１月５日",
            " 2026-01-05 ",
            "2026-01-05 00:00:00",
            "2026/1/5 0:00",
            "2026-01-05T08:30:00+08:00",
            "20260105.0",
            "46027",
            "46027.0",
        ],
    )
    def test_one_day_in_the_ways_it_is_written(self, text):
        assert parse_day(text) == date(2026, 1, 5)

    @pytest.mark.parametrize(
        "text", ["5/1/2026", "2026-02-30", "2026-13-01", "2026年1月", "2026", "明年", "", "99999", "260105"]
    )
    def test_what_is_not_surely_a_day_is_none(self, text):
        assert parse_day(text) is None

    def test_serial_numbers_count_from_the_day_that_spreadsheets_count_from(self):
        # Published by the makers of spreadsheets: 1 January 2008 is 39448.
        assert parse_day("39448") == date(2008, 1, 1)

    @given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.sampled_from(["-", "/", "."]))
    def test_every_day_is_read_back(self, day, mark):
        written = [f"{day.year}{mark}{day.month}{mark}{day.day}", day.strftime("%Y%m%d"), day.isoformat()]
        written.append(str((day - date(1899, 12, 30)).days))
        assert {parse_day(text) for text in written} == {day}


def read(tmp_path, text, encoding="utf-8"):
    file = tmp_path / "豁免.csv"
    file.write_bytes(text.encode(encoding))
    return exemptions_from_frame(read_text_table(file), file=file.name)


class TestTable:
    WANTED = Exemption(
        plan_id="4501",
        rule_ids=("PBF-01",),
        document_no="桂政函〔2025〕12号",
        approver="自治区人民政府",
        reason="重大项目",
        date=date(2025, 3, 1),
        expiry=date(2027, 2, 28),
        source="豁免.csv",
        row=2,
    )

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk"])
    def test_a_table_as_an_office_keeps_it(self, tmp_path, encoding):
        text = (
            "序号,BSM,规则,批准文号,批准机关,理由,批准日期,有效期至\n"
            "1,4501,PBF-01,桂政函〔2025〕12号,自治区人民政府,重大项目,2025年3月1日,2027/2/28\n"
        )
        assert read(tmp_path, text, encoding) == [self.WANTED]

    def test_english_and_full_width_headers_in_any_order(self, tmp_path):
        text = (
            "Expiry,ＲＵＬＥ＿ＩＤ,reason,DOCUMENT_NO,plan_id,approver,date\n"
            "20270228,ＰＢＦ－０１,重大项目,桂政函〔2025〕12号,4501,自治区人民政府,2025.3.1\n"
        )
        assert read(tmp_path, text) == [self.WANTED]

    def test_blank_and_star_mean_every_rule_and_lists_mean_some(self, tmp_path):
        rows = read(tmp_path, "BSM,规则\n1,\n2,*\n3,全部\n4,PBF-01、PBF-06\n5,PBF-01；ERL-02\n")
        assert [row.rule_ids for row in rows] == [(), (), (), ("PBF-01", "PBF-06"), ("PBF-01", "ERL-02")]

    def test_endless_ones_and_blank_lines(self, tmp_path):
        rows = read(tmp_path, "BSM,批准日期,有效期至\n1,,长期\n,,\n2,2025-01-01,\n")
        assert [(row.plan_id, row.expiry, row.row) for row in rows] == [("1", None, 2), ("2", None, 4)]

    def test_a_dash_or_a_pending_document_is_no_document(self, tmp_path):
        """Such rows would otherwise exempt errors without any approval."""
        rows = read(tmp_path, "BSM,批准文号\n1,无\n2,-\n3,——\n4,待批\n5,／\n6,无锡政函1号\n")
        assert [row.document_no for row in rows] == ["", "", "", "", "", "无锡政函1号"]

    def test_ids_guarded_against_spreadsheets_are_read_bare(self, tmp_path):
        rows = read(tmp_path, 'BSM,批准文号\n"=""450102""",a\n\'450103,b\n')
        assert [row.plan_id for row in rows] == ["450102", "450103"]

    def test_numbers_written_as_fractions_are_ids_and_rounded_ones_are_refused(self, tmp_path):
        rows = read(tmp_path, "BSM,批准日期\n450102.0,20260105.0\n")
        assert (rows[0].plan_id, rows[0].date) == ("450102", date(2026, 1, 5))
        with pytest.raises(InputError, match=r"row 2, column BSM: “4.50102E\+17” is a number"):
            read(tmp_path, "BSM\n4.50102E+17\n")

    def test_every_doubt_is_named_with_row_and_column(self, tmp_path):
        with pytest.raises(InputError) as caught:
            read(tmp_path, "BSM,批准日期,有效期至\n1,5/1/2026,\n,2025-01-01,\n3,2026-01-01,2025-12-31\n")
        assert "3 problem(s)" in str(caught.value)
        for part in ("row 2, column 批准日期: “5/1/2026”", "row 3, column BSM", "row 4, column 有效期至"):
            assert part in str(caught.value)

    def test_a_table_without_parcels_or_with_two_columns_for_one_thing_is_refused(self, tmp_path):
        with pytest.raises(InputError, match=r"no column that names parcels.*地类, 面积"):
            read(tmp_path, "地类,面积\n0101,3\n")
        with pytest.raises(InputError, match="two columns for one thing: “BSM” and “标识码”"):
            read(tmp_path, "BSM,标识码\n1,1\n")


class TestDaysAroundAnExpiry:
    @pytest.mark.parametrize(
        ("days", "state", "kind"),
        [
            (-275, "open", ["exemption_not_yet_valid"]),  # 2025-06-30, the day before the approval
            (-274, "exempted", []),  # 2025-07-01
            (0, "exempted", []),
            (90, "exempted", []),  # 2026-06-30, the last day
            (91, "open", ["exemption_expired"]),
        ],
    )
    def test_both_days_are_included_and_the_others_are_open(self, days, state, kind):
        notes = NoteBook()
        on = replace(SETTINGS, as_of=TODAY + timedelta(days=days))
        result = check_with(APPROVED, notes=notes, settings=on)
        assert states(result)["a", "PBF-01"] == state
        assert states(result)["b", "PBF-01"] == "open"
        assert kinds(notes) == kind

    def test_the_note_names_findings_document_and_day(self):
        notes = NoteBook()
        result = check_with(APPROVED, notes=notes, settings=replace(SETTINGS, as_of=date(2026, 7, 1)))
        (note,) = notes.of_kind("exemption_expired")
        of_a = result.findings[result.findings["plan_id"] == "a"]
        assert (note.count, set(note.ids)) == (2, set(of_a["finding_key"]))
        assert "某自然资函〔2025〕7号: 2026-06-30" in str(note)

    def test_an_extension_holds_although_the_first_approval_has_expired(self):
        notes = NoteBook()
        longer = replace(APPROVED, document_no="某自然资函〔2026〕9号", expiry=date(2027, 1, 1))
        on = replace(SETTINGS, as_of=date(2026, 7, 1))
        for order in ((APPROVED, longer), (longer, APPROVED)):
            result = check_with(*order, notes=notes, settings=on)
            assert set(result.findings["document_no"].dropna()) == {"某自然资函〔2026〕9号"}
        assert kinds(notes) == []


class TestWhatIsExempted:
    def test_an_exempted_finding_tells_who_approved_it_and_keeps_its_severity(self):
        given_by = replace(APPROVED, approver="某县自然资源局", reason="历史遗留")
        result = check_with(given_by)
        row = result.findings[result.findings["plan_id"] == "a"].iloc[0]
        assert (row["severity"], row["state"]) == ("error", "exempted")
        assert row[list(DECISION_COLUMNS)].tolist() == [
            "历史遗留",
            "某县自然资源局",
            "某自然资函〔2025〕7号",
            "2025-07-01",
            "2026-06-30",
        ]
        assert result.findings.loc[result.findings["plan_id"] == "b", list(DECISION_COLUMNS)].isna().all(None)

    def test_a_rule_or_a_finding_may_be_meant_alone(self):
        by_rule = check_with(replace(APPROVED, rule_ids=("pbf-06",)))
        assert states(by_rule)["a", "PBF-06"] == "exempted"
        assert states(by_rule)["a", "PBF-01"] == "open"
        key = by_rule.findings.query("plan_id == 'b' and rule_id == 'PBF-01'")["finding_key"].item()
        by_key = states(check_with(replace(APPROVED, plan_id="", finding_key=key)))
        assert [pair for pair, state in by_key.items() if state == "exempted"] == [("b", "PBF-01")]

    def test_without_a_document_or_a_finding_it_exempts_nothing_and_is_listed(self):
        notes = NoteBook()
        bare = replace(APPROVED, document_no="", source="t.csv", row=2)
        idle = replace(APPROVED, plan_id="z", source="t.csv", row=3)
        stored = replace(APPROVED, plan_id="", finding_key="0" * 16, stored=True)
        result = check_with(bare, idle, stored, notes=notes)
        assert set(result.findings["state"]) == {"open"}
        assert kinds(notes) == ["exemption_without_document", "exemption_without_finding"]
        assert notes.of_kind("exemption_without_document")[0].ids == ("2: a",)
        assert notes.of_kind("exemption_without_finding")[0].ids == ("3: z",)

    def test_a_standin_finding_and_noise_need_no_exemption(self):
        notes = NoteBook()
        standin = replace(FARMLAND, status="standin")
        assert set(states(check_with(APPROVED, lines=[standin], notes=notes)).values()) == {"open"}
        sliver = line_of("pbf", ("L", box(0, 0, 100, 0.005)))
        assert set(states(check_with(APPROVED, lines=[sliver], notes=notes)).values()) == {"open"}
        assert kinds(notes) == ["exemption_not_needed"] * 2

    def test_a_table_corrects_a_stored_decision_of_the_same_document(self):
        notes = NoteBook()
        key = check_with().findings.query("plan_id == 'a'")["finding_key"].iloc[0]
        stored = replace(APPROVED, plan_id="", finding_key=key, expiry=None, stored=True)
        revoked = replace(APPROVED, expiry=date(2026, 3, 31))
        assert set(states(check_with(stored, revoked, notes=notes)).values()) == {"open"}
        assert kinds(notes) == ["exemption_expired"]

    def test_parcel_ids_without_the_id_field_of_the_plan_are_refused(self):
        with pytest.raises(InputError, match="PLAN_ID_FIELD"):
            check_with(APPROVED, plan=replace(PLAN, has_ids=False))


class TestWhatCounts:
    def test_counts_and_areas_of_open_findings_and_exempted_ones_beside(self):
        """a is exempted from both rules on 0.5 ha, b from one of two: its 0.5 ha stay an error."""
        only_06 = replace(APPROVED, plan_id="b", rule_ids=("PBF-06",))
        totals = check_with(APPROVED, only_06).totals
        assert (totals["errors"], totals["exempted"]) == (1, 3)
        assert totals["error_area_ha"] == pytest.approx(0.5)
        assert totals["exempted_area_ha"] == pytest.approx(0.5)
        assert totals["finding_area_ha"] == pytest.approx(1.0)
        assert totals["multiple_area_ha"] == pytest.approx(1.0)
        assert totals["compliant_area_ha"] == pytest.approx(1.0)

    def test_parcels_read_exempted_only_where_nothing_is_open(self):
        plan = plan_of(
            ("a", "0703", box(0, 0, 100, 100)),
            ("b", "0703", box(100, 0, 100, 100)),
            ("c", "0201", box(200, 0, 90, 100)),  # a warning
            ("d", "0101", box(0, 200, 10, 10)),
        )
        wide = line_of("pbf", ("L", box(-10, -10, 400, 60)))
        only_06 = replace(APPROVED, plan_id="b", rule_ids=("PBF-06",))
        parcels = check_with(APPROVED, only_06, plan=plan, lines=[wide]).parcels
        assert parcels["severity"].tolist() == ["exempted", "error", "warning", "ok"]
        assert parcels["n_findings"].tolist() == [2, 2, 1, 0]

    def test_an_exempted_error_under_an_open_warning_reads_warning(self):
        redline = line_of("erl", ("R", box(0, 0, 100, 50)), zones=np.array(["一般控制区"], dtype=object))
        result = check_with(replace(APPROVED, rule_ids=("PBF-01", "PBF-06")), lines=[FARMLAND, redline])
        assert result.parcels["severity"].tolist()[0] == "warning"
        assert result.totals["exempted_area_ha"] == pytest.approx(0.5)
        assert result.totals["warnings"] == 1

    def test_the_summary_counts_the_exempted_of_each_rule(self):
        summary = check_with(APPROVED).summary
        rules = summary[summary["level"] == "rule"].set_index("rule_id")
        assert rules["findings"].to_dict() == {"PBF-01": 2, "PBF-06": 2}
        assert rules["exempted"].to_dict() == {"PBF-01": 1, "PBF-06": 1}
        assert summary.loc[summary["level"] == "total", "exempted"].tolist() == [2]


DAY = st.dates(date(2026, 3, 28), date(2026, 4, 4))
ITEMS = st.lists(
    st.builds(
        Exemption,
        plan_id=st.sampled_from(["a", "b", "z"]),
        rule_ids=st.sampled_from([(), ("R1",), ("R2", "R1")]),
        document_no=st.sampled_from(["", "d1", "d2"]),
        date=st.none() | DAY,
        expiry=st.none() | DAY,
        row=st.integers(2, 9),
    ),
    max_size=5,
)


@settings(max_examples=50)
@given(items=ITEMS, order=st.randoms(use_true_random=False))
def test_random_tables_exempt_what_plain_loops_say_in_any_order(items, order):
    findings = pd.DataFrame(
        {
            "finding_key": list("1234"),
            "plan_id": list("aabb"),
            "rule_id": ["R1", "R2", "R1", "R2"],
            "severity": ["error", "error", "warning", "noise"],
            "line_status": "legal",
        }
    )
    expected = []
    for _, row in findings.iterrows():
        holds = [
            item
            for item in items
            if item.plan_id == row["plan_id"]
            and (not item.rule_ids or row["rule_id"] in item.rule_ids)
            and item.document_no
            and (item.date is None or item.date <= TODAY)
            and (item.expiry is None or item.expiry >= TODAY)
        ]
        expected.append("exempted" if holds and row["severity"] != "noise" else "open")
    first = apply_exemptions(findings, items, TODAY, NoteBook())
    assert first["state"].tolist() == expected
    shuffled = list(items)
    order.shuffle(shuffled)
    pd.testing.assert_frame_equal(first, apply_exemptions(findings, shuffled, TODAY, NoteBook()))
