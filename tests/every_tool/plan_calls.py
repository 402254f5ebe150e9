# SPDX-License-Identifier: GPL-2.0-or-later
"""Calls of the checks of plans, of reports and maps, and of the models."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .call import BOOK, MADE, Call, file_of, land_of, layer_of, lines_of, outputs, pages, result_of, units_of
from .sources import TOWNS, YEAR


def _plan(inputs: Path) -> dict[str, Any]:
    named = {"PLAN_FIELD": "YDYHFLDM", "PLAN_ID_FIELD": "BSM", "PLAN_CLASSIFICATION": "cn_landsea_2023"}
    return {"PLAN": layer_of(inputs, "GHYDYH"), **named}


def _drafts(inputs: Path) -> dict[str, Any]:
    layers = {"DRAFT_A": layer_of(inputs, "GHYDYH"), "DRAFT_B": layer_of(inputs, "GHYDYH_2")}
    named = {"FIELD": "YDYHFLDM", "ID_FIELD": "BSM", "CLASSIFICATION": "cn_landsea_2023"}
    return {**layers, **{f"DRAFT_{which}_{end}": value for which in "AB" for end, value in named.items()}}


def _law(inputs: Path) -> dict[str, Any]:
    """Control lines, base and units of a check, and the day whose rules hold."""
    base = {"BASE": layer_of(inputs, "DLTB"), "BASE_FIELD": "DLBM", "BASE_CLASSIFICATION": "cn_third_survey"}
    return {**lines_of(inputs), **units_of(inputs), **base, "AS_OF": "2026-04-01"}


def check_calls(inputs: Path) -> dict[str, Call]:
    plan, law = _plan(inputs), _law(inputs)
    ids = {"LINE_ID_FIELD": "BSM"}
    base_plan = {"BASE_PLAN": layer_of(inputs, "DLTB"), "BASE_PLAN_FIELD": "DLBM"}
    restorable = {"FIELD": "ZZSX", "ID_FIELD": "BSM", "CODE_FIELD": "DLBM", "VILLAGE_FIELD": "CUN"}
    quantities = {name: value for name, value in law.items() if not name.startswith("BASE")}
    tables = ("OUTPUT_PARCELS", "OUTPUT_SUMMARY", "OUTPUT_STRUCTURE", "OUTPUT_QUANTITIES")
    return {
        "checkplan": Call(
            "checkplan",
            {**plan, **law, **ids, **base_plan},
            outputs("OUTPUT", "STORE", *tables, **pages("REPORT")),
            {"STORE": inputs / MADE / "checkplan" / "store.gpkg"},
        ),
        "checklines": Call(
            "checklines", {**lines_of(inputs), **ids, "AS_OF": "2026-04-01"}, outputs("OUTPUT")
        ),
        "checkquantities": Call(
            "checkquantities",
            {**plan, **quantities, **ids, **base_plan, "TARGETS": file_of(inputs, "quantities.csv")},
            outputs("OUTPUT", "OUTPUT_STRUCTURE"),
        ),
        "checktopology": Call(
            "checktopology",
            {
                **{"INPUT": plan["PLAN"], "ID_FIELD": "BSM", "SCOPE": layer_of(inputs, "XZQ")},
                "AS_OF": law["AS_OF"],
            },
            outputs("OUTPUT"),
        ),
        "comparedrafts": Call(
            "comparedrafts", {**_drafts(inputs), **law, **ids}, outputs("OUTPUT", "OUTPUT_CHANGES")
        ),
        "repairplan": Call(
            "repairplan",
            {
                **{**plan, **law, **ids, "RESTORABLE": layer_of(inputs, "HUIFU"), "RETENTION_HA": 20},
                **{f"RESTORABLE_{end}": name for end, name in restorable.items()},
                "RESTORABLE_CLASSIFICATION": "cn_landsea_2023",
            },
            outputs("OUTPUT", "OUTPUT_CHANGES", "OUTPUT_REPLENISHMENT"),
        ),
    }


def report_calls(inputs: Path) -> dict[str, Call]:
    def made(tool: str, output: str = "OUTPUT") -> str:
        return result_of(inputs, tool, output)

    accounts = {
        "BASELINE": made("sinkbaseline"),
        "BASELINE_TABLE": made("sinkbaseline", "OUTPUT_TABLE"),
        "LANDUSE": made("attachfactors"),
        "CHANGE": made("stockchange"),
        "TRANSITIONS": made("stockchange", "OUTPUT_TRANSITIONS"),
        "PROJECTION": made("projectbaseline"),
        "UNCERTAINTY": made("uncertainty"),
        "RANKING": made("uncertainty", "OUTPUT_RANKING"),
        "HOTSPOTS": made("sinkhotspots"),
        "CCUS": made("ccusinventory"),
    }
    checks = {
        "FINDINGS": made("checkplan"),
        "PARCELS": made("checkplan", "OUTPUT_PARCELS"),
        "SUMMARY": made("checkplan", "OUTPUT_SUMMARY"),
        "STRUCTURE": made("checkplan", "OUTPUT_STRUCTURE"),
        "QUANTITIES": made("checkplan", "OUTPUT_QUANTITIES"),
        "LINES": made("checklines"),
        "TOPOLOGY": made("checktopology"),
        "COMPARISON": made("comparedrafts"),
        "DRAFT_CHANGES": made("comparedrafts", "OUTPUT_CHANGES"),
        "REPAIR": made("repairplan", "OUTPUT_CHANGES"),
        "REPLENISHMENT": made("repairplan", "OUTPUT_REPLENISHMENT"),
        "CONTROL_LINES": list(lines_of(inputs).values()),
    }
    account = {
        "INVENTORY": made("emissioninventory"),
        "RECONCILIATION": made("emissioninventory", "OUTPUT_RECONCILIATION"),
        "REGISTER": made("emissioninventory", "OUTPUT_REGISTER"),
        "MATRIX": made("emissioninventory", "OUTPUT_MATRIX"),
        "AGREEMENT": made("unifyunits", "OUTPUT_AGREEMENT"),
        "MONITORING": made("monitoraccount"),
        "SERIES": made("monitoraccount", "OUTPUT_SERIES"),
        "VALUE": made("valuecarbon"),
        "SINKS": made("valuecarbon", "OUTPUT_SINKS"),
    }
    place = {"PLACE": "样例县", "PLACE_CODE": "330100", "PRODUCER": "样例局"}
    sheet = {"LAYER": layer_of(inputs, "DLTB"), "CLASS_FIELD": "DLBM", "CLASSIFICATION": "cn_third_survey"}
    drawn = {
        "THEME": "lines",
        "CONTROL_LINES": list(lines_of(inputs).values()),
        "FORMAT": "pdf_png",
        "DPI": 50,
    }
    return {
        "report": Call("report", {**accounts, **checks, **place}, pages("OUTPUT")),
        "accountreport": Call(
            "accountreport",
            {"STORE": str(inputs / BOOK), "YEAR": YEAR, **units_of(inputs), **account, **place},
            pages("OUTPUT"),
        ),
        "mapsheet": Call("mapsheet", {**sheet, **drawn, **place, "YEAR": YEAR}, outputs("OUTPUT_FOLDER")),
    }


def model_calls(inputs: Path) -> dict[str, Call]:
    land, units = land_of(inputs), units_of(inputs)
    titled = {"TITLE": "样例县 & 报告", "PLACE": TOWNS[0]}
    files = pages("report:OUTPUT")
    return {
        "baseline": Call(
            "baseline",
            {**land, **units, **titled, "YEAR": YEAR},
            {"baseline:OUTPUT": "baseline.gpkg", **files},
        ),
        "check_and_report": Call(
            "check_and_report",
            {**_plan(inputs), **_law(inputs), **titled},
            {"check:OUTPUT": "findings.gpkg", **files},
        ),
        "two_draft_comparison": Call(
            "two_draft_comparison",
            {**_drafts(inputs), **_law(inputs), **titled},
            {"compare:OUTPUT": "comparison.gpkg", **files},
        ),
        "account_year": Call(
            "account_year",
            {**land, **units, **titled, "ACTIVITY": file_of(inputs, "activity.csv"), "YEAR": YEAR},
            {"read:OUTPUT": "entries.gpkg", **files},
            {"STORE": inputs / BOOK},
        ),
    }
