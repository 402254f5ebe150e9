# SPDX-License-Identifier: GPL-2.0-or-later
"""A small draft checked into files: three homesteads on farmland, two rules broken by each.

p1 and p2 have 1 ha, p3 a quarter (50 m × 50 m), all of it on farmland: PBF-01 and PBF-06 find
1 + 1 + 0.25 = 2.25 ha each.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from layers_by_hand import control_line, draft_layer, square
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer

X, Y = 500_000.0, 3_300_000.0
PARCELS = [
    (square(X, Y), "0703"),
    (square(X + 100, Y), "0703"),
    (square(X + 200, Y, 50.0), "0703"),
]
FARMLAND = (square(X - 10, Y - 10, 400, 400), {})
STORE, OUTPUT = "store.gpkg", "findings.gpkg"


def plan_and_line() -> tuple[QgsVectorLayer, QgsVectorLayer]:
    """Draft and farmland, in the project."""
    plan, line = draft_layer(PARCELS), control_line(FARMLAND)
    QgsProject.instance().addMapLayers([plan, line])
    return plan, line


def parameters(plan: QgsVectorLayer, line: QgsVectorLayer, folder: Path) -> dict[str, Any]:
    """Parameters of the check, with store and findings in a folder."""
    return {
        "PLAN": plan,
        "PLAN_FIELD": "YDYHFLDM",
        "PLAN_ID_FIELD": "BSM",
        "PLAN_CLASSIFICATION": "cn_landsea_2023",
        "LINE_ID_FIELD": "BSM",
        "AS_OF": "2026-04-01",
        "AREA_RULE": "planar",
        "FARMLAND": line,
        "STORE": str(folder / STORE),
        "OUTPUT": str(folder / OUTPUT),
    }


def check_into(folder: Path) -> None:
    """Check the draft once; findings, manifest and store stay in the folder."""
    import processing
    from dualcarbon.plugin.algorithms.provider import DualCarbonProvider

    provider = DualCarbonProvider()
    registry = QgsApplication.processingRegistry()
    registry.addProvider(provider)
    processing.run("dualcarbon:checkplan", parameters(*plan_and_line(), folder))
    registry.removeProvider(provider)
    QgsProject.instance().clear()


def open_in_project(folder: Path) -> tuple[QgsVectorLayer, QgsVectorLayer]:
    """The plan and the findings of a checked draft, with its line in the project."""
    plan, _line = plan_and_line()
    findings = QgsVectorLayer(str(folder / OUTPUT), "findings", "ogr")
    QgsProject.instance().addMapLayer(findings)
    return plan, findings
