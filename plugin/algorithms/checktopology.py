# SPDX-License-Identifier: GPL-2.0-or-later
"""Check the topology of a parcel layer."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
)

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .law_parameters import add_language, add_law
from .parameters import (
    add_classification,
    add_field,
    add_manifest,
    add_numbers,
    add_polygon_output,
    add_polygons,
)


class CheckTopology(DualCarbonAlgorithm):
    """``dualcarbon:checktopology``."""

    STYLES: ClassVar = {"OUTPUT": "layerfindings"}

    def name(self) -> str:
        return "checktopology"

    def displayName(self) -> str:
        return tr("Check topology of parcels")

    def groupId(self) -> str:
        return "planning"

    def tags(self) -> list[str]:
        return tr(
            "topology,overlap,gap,sliver,vertex,duplicate,validity,coverage,minimum mapped area,拓扑,重叠,"
            "空隙,细碎图斑,狭长图斑,最小上图面积,接边,节点,质检"
        ).split(",")

    def shortDescription(self) -> str:
        return tr(
            "Finds overlaps, gaps, slivers, unmatched vertices, duplicates and invalid geometry in a parcel "
            "layer."
        )

    def shortHelpString(self) -> str:
        return tr(
            "Checks a layer of parcels by the rules on topology of the rule pack (T-01 to T-04): invalid, "
            "missing and multipart geometry, doubled vertices, duplicates, overlaps, gaps among the parcels "
            "and, with a scope, ground left uncovered and parcels beyond it, vertices that a neighbour lacks "
            "on the shared edge, acute angles below 10°, parcels below the minimum mapped area and narrow "
            "ones. Geometries are judged as they are stored; areas are measured on the ellipsoid, after "
            "repair.\n\n"
            "Overlaps and gaps no wider than the tolerance or no larger than the noise limit are listed with "
            "noise = yes and counted apart. OVERLAPS and GAPS hold thin ones too, which SLIVERS counts "
            "together with narrow parcels. A vertex on an overlap belongs to the overlap. Vertices and "
            "angles are marked by squares of 1 m. Overlaps up to 0.001 m² show as unmatched vertices only; "
            "gaps that lead out of the parcels are seen up to the width of a sliver, wider ones with a scope."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        add_polygons(self, "INPUT", tr("Parcels"), tr("Polygons that should share edges, such as GHYDYH."))
        add_field(
            self,
            "ID_FIELD",
            tr("Parcel id field"),
            "INPUT",
            tr("Field that names the parcels in the findings (BSM); empty: the feature id."),
            optional=True,
        )
        add_polygons(
            self,
            "SCOPE",
            tr("Scope of the plan"),
            tr(
                "Polygons that the parcels should fill exactly (GHFW, XZQ); without them only holes among "
                "the parcels are gaps."
            ),
            optional=True,
        )
        self._add_min_areas()
        self._add_limits()
        add_law(self, advanced=True)
        add_language(self)
        add_manifest(self)
        self._add_outputs()

    def _add_min_areas(self) -> None:
        add_field(
            self,
            "CLASS_FIELD",
            tr("Land-use code field"),
            "INPUT",
            tr("Field with the code by which the minimum mapped area is chosen, such as YDYHFLDM or DLBM."),
            optional=True,
        )
        add_classification(self)
        add_field(
            self,
            "MIN_AREA_FIELD",
            tr("Minimum area field"),
            "INPUT",
            tr("Numeric field with the minimum mapped area of a feature in m²; goes before the code."),
            optional=True,
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFile("MIN_AREA_TABLE", tr("Table of minimum areas"), optional=True),
            tr(
                "CSV with the columns code (prefix of the 2023 land-and-sea code) and min_area_m2; empty: "
                "200 m² for construction and facility agriculture, 400 m² for other agricultural land, "
                "600 m² for other land (resources/rules/min_mapped_area.csv)."
            ),
            advanced=True,
        )

    def _add_limits(self) -> None:
        for name, label, default, text in (
            (
                "TOLERANCE_M",
                tr("XY tolerance (m)"),
                0.0001,
                tr(
                    "Vertices nearer than this (m) are one, overlaps and gaps no wider are noise: 0.0001 m "
                    "for survey databases, 0.001 m for plan drafts."
                ),
            ),
            (
                "NOISE_M2",
                tr("Noise: area up to (m²)"),
                0.001,
                tr("Overlaps and gaps not larger than this (m²) are noise: listed, counted apart."),
            ),
            (
                "ERROR_M2",
                tr("Error: area above (m²)"),
                1.0,
                tr("Overlaps and gaps not larger than this (m²) are warnings, to be mended by snapping."),
            ),
            (
                "SLIVER_M2",
                tr("Sliver: area up to (m²)"),
                1.0,
                tr("Overlaps and gaps not larger than this (m²) count as slivers."),
            ),
            (
                "SLIVER_WIDTH_M",
                tr("Sliver: mean width up to (m)"),
                0.1,
                tr("Overlaps and gaps not wider than this (m, 2·area/perimeter) count as slivers."),
            ),
            (
                "EDGE_M",
                tr("Edge match: misfit up to (m)"),
                0.1,
                tr("Misfits along the border of the scope not wider than this (m) are information only."),
            ),
        ):
            number = QgsProcessingParameterNumber(
                name, label, QgsProcessingParameterNumber.Type.Double, default, minValue=0.0
            )
            self.add(number, text, advanced=name != "TOLERANCE_M")

    def _add_outputs(self) -> None:
        add_polygon_output(
            self,
            "OUTPUT",
            tr("Topology findings"),
            tr(
                "One feature per finding: kind, ids of the parcels, area (m²), mean width (m), rule, "
                "severity, noise and remedy."
            ),
        )
        add_numbers(
            self,
            {
                "OVERLAPS": tr("Overlaps, without duplicates and noise"),
                "GAPS": tr("Gaps and uncovered ground, without noise"),
                "SLIVERS": tr("Slivers: thin overlaps and gaps, narrow parcels"),
                "MISMATCHES": tr("Vertices that a neighbour lacks on the shared edge"),
                "NOISE": tr("Findings below the tolerance"),
                "DUPLICATES": tr("Duplicate geometries"),
                "INVALID": tr("Invalid and missing geometries"),
                "SMALL": tr("Parcels below the minimum mapped area"),
                "OUTSIDE": tr("Parcels beyond the scope"),
                "ERRORS": tr("Errors"),
                "WARNINGS": tr("Warnings"),
                "INFOS": tr("Findings for information"),
            },
        )

    def compute(self, run: Any) -> dict[str, Any]:
        from ..domain.topology import check_topology
        from ..gis.topology import read_topology, write_topology

        job = read_topology(run)
        result = check_topology(**job.arguments(), progress=run.progress(27, 90))
        write_topology(run, job, result)
        return run.finish(**result.counts)
