# SPDX-License-Identifier: GPL-2.0-or-later
"""The words of the report are complete in both languages."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

from dualcarbon.plugin.reports.texts import LANGUAGES, Texts, wording

REPORTS = Path(__file__).resolve().parents[2] / "plugin" / "reports"

#: Keys that code or templates put together from a stem and an id.
STEMS = (
    *(
        "chapter_",
        "table_",
        "col_",
        "caveat_",
        "term_",
        "grade_",
        "severity_",
        "sheet_",
        "line_",
        "area_rule_",
        "state_",
        *("parcel_", "ground_", "tool_", "basis_", "binding_", "result_", "flag_", "change_", "kind_"),
        *("chart_flows_", "category_", "tier_", "ranked_", "ccus_", "cause_basis_"),
        "needs_",
        "restoration_",
        "choice_",
        *("level_", "reason_", "sums_", "illegal_", "verification_", "value_method_", "item_", "carrier_"),
    ),
    *("method_area_", "method_format_", "layer_", "map_"),
)


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def sources() -> str:
    files = [*REPORTS.rglob("*.py"), *(REPORTS / "templates").glob("*.j2")]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def test_both_languages_have_every_text_with_the_same_placeholders() -> None:
    for key, entry in wording().items():
        assert set(entry) == set(LANGUAGES), key
        assert all(text.strip() for text in entry.values()), key
        assert placeholders(entry["en"]) == placeholders(entry["zh"]), key


def test_chinese_texts_are_chinese() -> None:
    same = {key for key, entry in wording().items() if entry["en"] == entry["zh"]}
    assert same == {"term_ch4", "term_n2o"}


def test_every_text_that_is_asked_for_exists() -> None:
    asked = re.findall(r"""\b(?:t|texts)\(\s*["']([a-z0-9_]+)["']\s*[,)]""", sources())
    assert len(asked) > 80
    assert set(asked) <= set(wording())


def test_no_text_is_left_over() -> None:
    text = sources()
    unused = [
        key
        for key in wording()
        if not re.search(rf"""["']{key}["']""", text)
        and not key.startswith(STEMS)
        and not key.endswith(("_lead", "_alt"))
    ]
    assert unused == []


def test_columns_and_caveats_that_no_table_shows_are_not_kept() -> None:
    text = sources()
    stems = ("col_", "caveat_", "table_")
    unused = [
        key
        for key in wording()
        if key.startswith(stems)
        and not re.search(rf"""["']({key}|{key.split("_", 1)[1]})["']""", text)
        and key not in ("col_errors", "col_warnings", "col_infos", "col_noises")
    ]
    assert unused == []


def test_an_id_without_a_label_speaks_for_itself() -> None:
    assert Texts("zh").label("severity", "error") == "✖ 错误"
    assert Texts("zh").label("line", "some_new_line") == "some_new_line"


def test_terms_of_the_trade() -> None:
    chinese = " ".join(entry["zh"] for entry in wording().values())
    for term in (
        *(
            "碳汇本底",
            "碳储量",
            "碳汇量",
            "排放量",
            "净排放",
            "试算",
            "永久基本农田",
            "生态保护红线",
            "城镇开发边界",
        ),
        *("冲突图斑明细表", "分乡镇碳储量表", "分乡镇碳汇表", "用地结构表", "规则汇总表"),
    ):
        assert term in chinese
