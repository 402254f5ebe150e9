# SPDX-License-Identifier: GPL-2.0-or-later
"""The HTML report as a reader, a browser and a printer meet it."""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from html.parser import HTMLParser

import pandas as pd
import pytest
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.reports import build
from dualcarbon.plugin.reports.build import build_html
from dualcarbon.plugin.reports.model import ReportData, ReportMap


class Page(HTMLParser):
    """What a page holds: tags with attributes, and its visible text."""

    VOID = ("meta", "img", "br", "link", "input")

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    def words(self) -> str:
        return " ".join(" ".join(self.text).split())


@pytest.fixture(scope="module")
def page(county: ReportData) -> Page:
    return Page(build_html(county))


@pytest.fixture(autouse=True)
def _no_charts_but_on_the_shared_page(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    """Drawing takes most of a report's time; the page of the module has been built with charts."""
    monkeypatch.setattr(build, "matplotlib_is_there", lambda: False)


def test_the_page_is_well_formed_and_says_its_language(page: Page, county: ReportData) -> None:
    assert page.open == []
    assert page.all("html")[0]["lang"] == "zh-CN"
    english = Page(build_html(replace(county, language="en", profile="si")))
    assert english.all("html")[0]["lang"] == "en"


def test_nothing_is_fetched_from_anywhere(page: Page) -> None:
    sources = [attributes["src"] for attributes in page.all("img")]
    assert len(sources) == 6
    assert all(source.startswith("data:image/") for source in sources)
    assert not page.all("script")
    assert not page.all("link")
    assert all(attributes["href"].startswith("#") for attributes in page.all("a"))
    style_urls = [
        value for _, attributes in page.tags for value in attributes.values() if value and "url(" in value
    ]
    assert style_urls == []
    policy = [attributes for attributes in page.all("meta") if attributes.get("http-equiv")]
    assert "default-src 'none'" in policy[0]["content"]


def test_drawings_refer_to_nothing_outside(page: Page) -> None:
    drawings = [attributes["src"] for attributes in page.all("img") if "svg" in attributes["src"][:30]]
    assert len(drawings) == 4
    for source in drawings:
        svg = base64.b64decode(source.split(",", 1)[1]).decode("utf-8")
        references = re.findall(r'(?:xlink:href|href|src)="([^"]*)"', svg)
        assert all(reference.startswith("#") for reference in references)


def test_links_of_the_contents_lead_somewhere(page: Page) -> None:
    ids = {attributes.get("id") for _, attributes in page.tags}
    assert {attributes["href"][1:] for attributes in page.all("a")} <= ids


def test_pictures_and_tables_speak_to_readers_who_cannot_see(page: Page) -> None:
    assert all(attributes["alt"] for attributes in page.all("img"))
    assert all(attributes.get("scope") in ("col", "row") for attributes in page.all("th"))
    assert len(page.all("caption")) == len(page.all("table"))


def test_hostile_names_stay_text(county: ReportData) -> None:
    hostile = '<script>alert("x")</script>&<img src=x onerror=y>'
    units = county.baseline_units.assign(unit=[hostile, *county.baseline_units["unit"][1:]])
    findings = county.findings.assign(plan_id=hostile, remedy="</td></table>", unit=hostile)
    html = build_html(
        replace(
            county,
            title=hostile,
            place=hostile,
            attribution=(hostile,),
            baseline_units=units,
            findings=findings,
            maps=(ReportMap(hostile, b"png", "check"),),
        )
    )
    page = Page(html)
    assert page.open == []
    assert not page.all("script")
    assert all("onerror" not in attributes for attributes in page.all("img"))
    assert hostile in page.words()


def test_a_trial_is_marked_and_a_legal_result_is_not(page: Page, county: ReportData) -> None:
    assert "试算" in page.words()[:200]
    legal = Page(build_html(replace(county, trial=False)))
    assert "试算" not in legal.words()


def test_first_page_states_what_is_weak_unmapped_and_unverified(page: Page) -> None:
    words = page.words()
    first = words[: words.index("目录")]
    for statement in (
        "18.34 %",  # share of the stock on weak factors
        "471.24 亩",  # 31.4159 ha without land use = 471.2385 mu
        "33.75 亩",  # 2.25 ha counted twice
        "4.6e-06 亩",  # 3.1e-07 ha
        "5 条中 3 条：ERL-03, UDB-05, UDB-07",
        "63.00 亩",  # 4.2 ha not checkable
        "2 条，见规则一章",
        "14 invalid geometries were repaired (0.0213 ha).",
        "95%区间",
    ):
        assert statement in first


def test_one_off_and_yearly_carbon_stand_apart_and_the_horizon_is_printed(county: ReportData) -> None:
    data = replace(
        county,
        language="en",
        profile="si",
        check_totals={
            "errors": 3,
            "warnings": 1,
            "error_area_ha": 2.0,
            "finding_area_ha": 7.5,
            "twice_planned_area_ha": -1e-12,
            "stock_loss_tco2": 700.0,
            "stock_loss_tco2_low": 500.0,
            "stock_loss_tco2_high": 900.0,
            "removal_forgone_tco2e_a": 10.0,
            "carbon_at_stake_tco2e": 900.0,
        },
    )
    words = Page(build_html(data)).words()
    first = words[: words.index("Contents")]
    assert "Stock loss of all findings, one-off 700 t CO₂ 95 %: 500 – 900" in first
    assert "Removal forgone, all findings, per year 10 t CO₂e/a 95 % interval not known" in first
    assert "Carbon at stake over 20 a 900 t CO₂e" in first
    assert "all findings: 7.5 ha" in first
    assert "> −" not in first
    unstated = Page(build_html(replace(data, horizon_a=None))).words()
    assert "no horizon stated: not added up" in unstated
    assert "900 t CO₂e" not in unstated


def test_numbers_follow_the_profile(county: ReportData) -> None:
    one = pd.DataFrame(
        {
            "unit": ["甲镇"],
            "area_ha": [1234.5],
            "agb_tc": [50_000.0],
            "bgb_tc": [10_000.0],
            "soc_tc": [float("nan")],
            "dom_tc": [0.0],
            "stock_tc": [60_000.0],
            "stock_tc_low": [48_000.0],
            "stock_tc_high": [75_000.0],
            "removal_tco2e_a": [3000.0],
            "emission_tco2e_a": [500.0],
            "net_tco2e_a": [-2500.0],
            "covered_share": [1.0],
        }
    )
    plain = ReportData("t", "2026", baseline_units=one, profile="si", language="en")
    si = Page(build_html(plain)).words()
    assert "甲镇 1,234.5 50,000 10,000 — 0 60,000 (48,000 – 75,000)" in si
    assert "Carbon stock (t C)" in si
    chinese = Page(build_html(replace(plain, profile="cn_county", language="zh"))).words()
    assert "甲镇 1,234.50 5.0000 1.0000 — 0.0000 6.0000 (4.8000 – 7.5000)" in chinese
    assert "碳储量（万吨碳）" in chinese
    assert "不等于零" in chinese


def test_only_a_baseline(county: ReportData) -> None:
    data = replace(
        county, findings=None, summary=None, check_totals={}, maps=(), manifests=(), factor_rows=None
    )
    words = Page(build_html(data)).words()
    assert "分乡镇碳储量表" in words
    assert "冲突" not in words.replace(county.title, "")
    assert "未提供运行清单" in words


def test_only_findings_without_summary_or_totals(county: ReportData) -> None:
    data = replace(
        county,
        baseline_units=None,
        baseline_classes=None,
        baseline_totals={},
        summary=None,
        check_totals={},
        manifests=(),
        factor_rows=None,
        not_run=None,
        parcels=None,
    )
    page = Page(build_html(data))
    counts = county.findings["severity"].value_counts()
    assert f"{counts['error']} / {counts['warning']} 项" in page.words()
    assert "碳汇本底反映" not in page.words()
    assert "本表面积与碳量为各图斑之和" in page.words()


def test_a_clean_plan_says_so(county: ReportData) -> None:
    data = replace(
        county,
        findings=county.findings.head(0),
        summary=county.summary.head(0),
        check_totals={},
        not_run=None,
    )
    assert "未发现冲突图斑" in Page(build_html(data)).words()


def test_nothing_to_show_is_refused() -> None:
    with pytest.raises(InputError, match="nothing to show"):
        ReportData("empty", "2026")


def test_an_unknown_language_is_refused(county: ReportData) -> None:
    with pytest.raises(InputError, match="no report language fr"):
        replace(county, language="fr")


def test_long_lists_of_findings_are_capped_with_the_total_stated(county: ReportData) -> None:
    many = pd.concat([county.findings] * 4, ignore_index=True)
    page = Page(build_html(replace(county, findings=many)))
    counted = 4 * int((county.findings["severity"] != "noise").sum())
    assert f"共 {counted} 条，本表列出 60 条" in page.words()
    noise = 4 * int((county.findings["severity"] == "noise").sum())
    assert page.words().count("51152300000000") == 60 + min(noise, 20)


def test_where_not_all_findings_fit_the_worst_are_shown(county: ReportData) -> None:
    """Half of 240 findings are errors, so that the page has room for nothing else."""
    errors = county.findings[county.findings["severity"] == "error"]
    many = pd.concat([county.findings, *([errors] * 3)], ignore_index=True)
    words = Page(build_html(replace(county, findings=many))).words()
    table = words[words.index("冲突图斑明细表") : words.index("噪声图斑表")]
    assert table.count("✖ 错误") == 60
    assert "▲ 警告" not in table


def test_notes_are_translated_by_the_caller_s_translator(county: ReportData) -> None:
    english = "{count} invalid geometries were repaired ({area_ha:.4f} ha)."
    chinese = "修复无效几何 {count} 个（{area_ha:.4f} 公顷）。"
    words = Page(build_html(county, translate=lambda text: chinese if text == english else text)).words()
    assert "修复无效几何 14 个（0.0213 公顷）。" in words
    assert "3 parcels have no code." in words


def test_the_same_data_gives_the_same_page(county: ReportData, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert build_html(county) == build_html(county)


def test_without_matplotlib_the_report_says_that_charts_are_left_out(county: ReportData) -> None:
    page = Page(build_html(county))
    assert "未绘制图表" in page.words()
    assert len(page.all("img")) == 2
