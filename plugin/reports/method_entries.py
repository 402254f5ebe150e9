# SPDX-License-Identifier: GPL-2.0-or-later
"""How the figures of a report were computed: the chapter on method."""

from __future__ import annotations

from .content import Entry
from .model import ReportData
from .texts import Texts

#: Area rules that the chapter explains.
AREA_RULES = ("ellipsoidal", "planar", "attribute")


def method_entries(data: ReportData, texts: Texts) -> tuple[Entry, ...]:
    """A head and an explanation of everything that the report shows."""

    def entry(head: str, text: str) -> Entry:
        return Entry(texts(head), texts(text))

    entries = [
        *(_baseline(data, texts) if data.has_baseline else ()),
        *((entry("method_change_head", "method_change"),) if data.has_change else ()),
        *((entry("method_projection_head", "method_projection"),) if "projection" in data.sink else ()),
        *((entry("method_ccus_head", "method_ccus"),) if "ccus" in data.sink else ()),
        *(
            entry(head, text)
            for result, head, text in (
                ("book", "method_book_head", "method_book"),
                ("inventory", "method_inventory_head", "method_inventory"),
                ("monitoring", "method_monitoring_head", "method_monitoring"),
            )
            if result in data.accounts
        ),
        entry("method_interval_head", "method_interval"),
        *(_check(data, texts) if data.has_check else ()),
        Entry(texts("method_area_head"), _area(data, texts)),
        entry("method_grade_head", "method_grade"),
        Entry(
            texts("method_format_head"),
            " ".join((texts(f"method_format_{data.profile}"), texts("foot_missing"))),
        ),
    ]
    return tuple(entries)


def stated(data: ReportData, fact: str) -> list[str]:
    """What the runs state as a fact or as the parameter of the same name; each value once."""
    values = [
        manifest.get(fact) or manifest.get("parameters", {}).get(fact.upper()) for manifest in data.manifests
    ]
    return list(dict.fromkeys(str(value) for value in values if value))


def _baseline(data: ReportData, texts: Texts) -> tuple[Entry, ...]:
    depths = [texts("method_depth", depth=depth) for depth in _factor_facts(data, "soil_depth_cm")]
    gwps = [texts("method_gwp", gwp=gwp) for gwp in _factor_facts(data, "gwp")]
    return (
        Entry(texts("method_stock_head"), " ".join((texts("method_stock"), *depths))),
        Entry(texts("method_flux_head"), " ".join((texts("method_flux"), *gwps))),
    )


def _check(data: ReportData, texts: Texts) -> tuple[Entry, ...]:
    horizon = "" if data.horizon_a is None else texts("method_stake_h", horizon=f"{data.horizon_a:g}")
    return (
        Entry(texts("method_stake_head"), texts("method_stake", horizon=horizon)),
        Entry(texts("method_union_head"), texts("method_union")),
        Entry(texts("method_lines_head"), texts("method_lines")),
    )


def _area(data: ReportData, texts: Texts) -> str:
    rules = [rule for rule in stated(data, "area_rule") if rule in AREA_RULES]
    return " ".join(texts(f"method_area_{rule}") for rule in rules or ("unknown",))


def _factor_facts(data: ReportData, fact: str) -> list[str]:
    sets = [manifest.get("factor_set") for manifest in data.manifests]
    values = [record.get(fact) for record in sets if isinstance(record, dict)]
    return list(dict.fromkeys(str(value) for value in values if value))
