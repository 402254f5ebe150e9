# SPDX-License-Identifier: GPL-2.0-or-later
"""The four steps of the main job, with their parameters taken from a case."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .case import Case

OUTPUT_NAMES = {
    "land_use": "land_use.gpkg",
    "baseline": "baseline.gpkg",
    "baseline_table": "baseline_table.gpkg",
    "findings": "findings.gpkg",
    "parcels": "parcels.gpkg",
    "summary": "summary.gpkg",
    "report": "report.html",
    "workbook": "report.xlsx",
}
Files = dict[str, Path]


def output_files(folder: Path) -> Files:
    """Where the results of one case lie, by what they are."""
    return {what: folder / name for what, name in OUTPUT_NAMES.items()}


@dataclass(frozen=True)
class Step:
    """One algorithm of the provider with its parameters; ``None`` values are left out of the call."""

    algorithm: str
    parameters: dict[str, Any]

    def arguments(self) -> list[str]:
        """The parameters as ``qgis_process`` takes them."""
        return [f"--{name}={value}" for name, value in self.parameters.items() if value is not None]


def main_job(case: Case, files: Files) -> tuple[Step, ...]:
    """attachfactors → sinkbaseline → checkplan → report."""
    return (
        Step("attachfactors", {**_land_use(case), "OUTPUT": files["land_use"]}),
        Step(
            "sinkbaseline",
            {
                **_land_use(case),
                **_units(case),
                "YEAR": case["year"],
                "OUTPUT": files["baseline"],
                "OUTPUT_TABLE": files["baseline_table"],
            },
        ),
        Step("checkplan", {**_plan(case), **_lines(case), **_units(case), **_check_outputs(files)}),
        Step("report", _report(case, files)),
    )


def _land_use(case: Case) -> dict[str, Any]:
    return {
        "INPUT": case["land_use.layer"],
        "CLASS_FIELD": case["land_use.field"],
        "CLASSIFICATION": case["land_use.classification"],
        "FACTOR_SET": case["factor_set"],
        "AREA_RULE": case["area_rule"],
        "AREA_FIELD": case["area_field"],
        "UNMAPPED": case["unmapped"],
    }


def _units(case: Case) -> dict[str, Any]:
    return {"UNITS": case["units.layer"], "UNIT_FIELD": case["units.field"]}


def _plan(case: Case) -> dict[str, Any]:
    return {
        "PLAN": case["plan.layer"],
        "PLAN_FIELD": case["plan.field"],
        "PLAN_CLASSIFICATION": case["plan.classification"],
        "PLAN_ID_FIELD": case["plan.id_field"],
        "BASE": case["land_use.layer"],
        "BASE_FIELD": case["land_use.field"],
        "BASE_CLASSIFICATION": case["land_use.classification"],
        "RULES": case["rules"],
        "AS_OF": case["as_of"],
        "HORIZON_A": case["horizon_a"],
        "FACTOR_SET": case["factor_set"],
        # The area field of a case is one of the land use; a draft is measured.
        "AREA_RULE": None if case["area_rule"] == "attribute" else case["area_rule"],
    }


def _lines(case: Case) -> dict[str, Any]:
    return {
        "FARMLAND": case["lines.farmland.layer"],
        "REDLINE": case["lines.redline.layer"],
        "REDLINE_ZONE_FIELD": case["lines.redline.zone_field"],
        "BOUNDARY": case["lines.boundary.layer"],
        "BOUNDARY_ZONE_FIELD": case["lines.boundary.zone_field"],
        "LINE_ID_FIELD": case["line_id_field"],
        "LINE_STATUS": case["line_status"],
        "LINE_DOCUMENT": case["line_document"],
    }


def _check_outputs(files: Files) -> dict[str, Any]:
    return {
        "OUTPUT": files["findings"],
        "OUTPUT_PARCELS": files["parcels"],
        "OUTPUT_SUMMARY": files["summary"],
    }


def _report(case: Case, files: Files) -> dict[str, Any]:
    return {
        "BASELINE": files["baseline"],
        "BASELINE_TABLE": files["baseline_table"],
        "LANDUSE": files["land_use"],
        "FINDINGS": files["findings"],
        "PARCELS": files["parcels"],
        "SUMMARY": files["summary"],
        "TITLE": case["title"],
        "LANGUAGE": case["language"],
        "PROFILE": case["profile"],
        "ATTRIBUTION": case["attribution"],
        "OUTPUT": files["report"],
        "OUTPUT_XLSX": files["workbook"],
    }
