# SPDX-License-Identifier: GPL-2.0-or-later
"""Check control lines by themselves and against each other."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import QgsProcessingParameterNumber, QgsProcessingParameterString

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .law_parameters import add_language, add_law
from .parameters import add_manifest, add_numbers, add_polygon_output
from .plan_parameters import add_lines


class CheckLines(DualCarbonAlgorithm):
    """``dualcarbon:checklines``."""

    STYLES: ClassVar = {"OUTPUT": "layerfindings"}

    def name(self) -> str:
        return "checklines"

    def displayName(self) -> str:
        return tr("Check control lines")

    def groupId(self) -> str:
        return "planning"

    def tags(self) -> list[str]:
        return tr(
            "control line,consistency,overlap,island,redline,farmland,boundary,fields,area,三线,三条控制线,"
            "协调,重叠,开天窗,永久基本农田,生态保护红线,城镇开发边界,质检,面积"
        ).split(",")

    def shortDescription(self) -> str:
        return tr("Checks control lines against each other, their geometry, fields, codes and areas.")

    def shortHelpString(self) -> str:
        return tr(
            "Checks the three control lines and any others by the rules on layers and on pairs of lines of "
            "the rule pack: no overlap among the three lines (CON-01 to CON-03) with islands cut out of the "
            "boundary, who gives way (CON-04), wetlands inside the redline (ERL-07), scenic areas off nature "
            "reserves (CON-07), what the boundary avoids (UDB-07) and its shape (UDB-10); in each layer "
            "validity, overlaps, duplicates, slits between touching features, for farmland also multipart "
            "plots (PBF-10), CRS (D-01), the area field against the area on the ellipsoid (D-02), required "
            "fields and zones (D-03) and codes (D-04).\n\n"
            "Gaps between features of a line are legitimate. Hits within the tolerance are noise: listed, "
            "not counted. Lines that are not in force cap severity at info and print no legal basis. Rules "
            "whose line is not given are listed in the log and the manifest."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        add_lines(self)
        self._add_limits()
        add_law(self, advanced=True)
        add_language(self)
        add_manifest(self)
        add_polygon_output(
            self,
            "OUTPUT",
            tr("Findings on control lines"),
            tr(
                "One feature per finding: rule, kind, the lines and features concerned, area (m²), severity "
                "and remedy; without geometry where a field or a whole layer is meant."
            ),
        )
        add_numbers(
            self,
            {
                "ERRORS": tr("Errors"),
                "WARNINGS": tr("Warnings"),
                "INFOS": tr("Information, with all findings of stand-in and draft lines"),
                "NOISE": tr("Findings below the tolerance"),
            },
        )

    def _add_limits(self) -> None:
        self.add(
            QgsProcessingParameterString("LINE_AREA_FIELD", tr("Area fields of the lines"), "MJ;TBMJ"),
            tr(
                "Fields that may hold the official area of a feature in m², separated by semicolons; the "
                "first that a layer has is compared with its area on the ellipsoid."
            ),
            advanced=True,
        )
        for name, label, default, text in (
            (
                "TOLERANCE_M",
                tr("XY tolerance (m)"),
                0.0001,
                tr("Vertices of a feature nearer than this (m) are doubled, overlaps no wider are noise."),
            ),
            (
                "SLIVER_M2",
                tr("Noise: area up to (m²)"),
                1.0,
                tr("Overlaps of two lines not larger than this (m²) are noise: listed, not counted."),
            ),
            (
                "SLIVER_WIDTH_M",
                tr("Noise: mean width up to (m)"),
                0.1,
                tr(
                    "Overlaps of two lines not wider than this (m, 2·area/perimeter) are noise; gaps between "
                    "features of one line not wider than this are slits."
                ),
            ),
            (
                "AREA_TOLERANCE_M2",
                tr("Area field: difference up to (m²)"),
                0.01,
                tr("The area field may differ by this (m²) and a millionth of the area."),
            ),
        ):
            number = QgsProcessingParameterNumber(
                name, label, QgsProcessingParameterNumber.Type.Double, default, minValue=0.0
            )
            self.add(number, text, advanced=True)

    def compute(self, run: Any) -> dict[str, Any]:
        from ..domain.linecheck import check_lines
        from ..gis.line_check import read_line_check, write_line_check

        job = read_line_check(run)
        result = check_lines(**job.arguments(), progress=run.progress(30, 90))
        write_line_check(run, job, result)
        return run.finish(**result.counts)
