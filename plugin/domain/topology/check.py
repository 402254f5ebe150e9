# SPDX-License-Identifier: GPL-2.0-or-later
"""The topology check of a parcel layer: single features, their overlaps, gaps and shared edges."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from ..coverage import Coverage, check_coverage
from ..coverage_edges import find_loose_edges
from ..geometry import AreaMeasure, Floats, Geometries
from ..progress import Progress, part, silent
from ..rules import RulePack
from .extent import check_extent
from .gaps import find_holes, find_outside, find_uncovered, frame_around
from .kinds import NOISE, Kinds, count_of, kinds_of, lower_of
from .mismatches import find_mismatches
from .overlaps import common_ground, describe_overlaps
from .settings import ParcelLayer, TopologySettings
from .shapes import check_shapes
from .slits import find_slits
from .steps import areas_in_steps

FINDING_COLUMNS = (
    "kind",
    "rule_id",
    "severity",
    "ids",
    "area_m2",
    "width_m",
    "sliver",
    "noise",
    "message",
    "remedy",
)
#: Kinds that are ground and may be as thin as a sliver.
GROUND = ("overlap", "gap", "uncovered")
#: Messages written between two looks at the cancel button.
MESSAGES = 20_000


@dataclass(frozen=True)
class TopologyCheck:
    """``findings``: ``FINDING_COLUMNS`` and ``geometry`` in the frame; ``counts`` by number output.

    ``not_run`` names the kinds that were not looked for.
    """

    findings: pd.DataFrame
    counts: dict[str, int]
    not_run: list[str]


def check_topology(
    parcels: ParcelLayer,
    settings: TopologySettings,
    law: RulePack,
    *,
    measure: AreaMeasure,
    scope: Geometries | None = None,
    language: str = "en",
    progress: Progress = silent,
    threads: int | None = None,
) -> TopologyCheck:
    """Check parcels for what the rules of topology forbid.

    ``measure`` gives official areas in m² of geometries of the frame; ``scope`` are valid
    polygons that the parcels should fill, without them only holes among the parcels are gaps.
    The result depends neither on the order of the features nor on ``threads``.
    """
    kinds = kinds_of("checktopology", law, language)
    area = areas_in_steps(parcels.geometry, measure, part(progress, 0.0, 0.05))
    found = check_shapes(parcels, settings, part(progress, 0.05, 0.15))
    found += check_extent(parcels, area, settings)
    if not shapely.is_missing(parcels.geometry).all():
        found += _check_coverage(parcels, settings, measure, scope, part(progress, 0.15, 0.98), threads)
    table = pd.concat(found, ignore_index=True)
    table = table[np.array([kinds.is_on(kind) for kind in table["kind"]], dtype=bool)]
    findings = _describe(table, kinds, settings, part(progress, 0.98, 1.0))
    return TopologyCheck(findings, _count(findings), kinds.off())


def _check_coverage(
    parcels: ParcelLayer,
    settings: TopologySettings,
    measure: AreaMeasure,
    scope: Geometries | None,
    progress: Progress,
    threads: int | None,
) -> list[pd.DataFrame]:
    frame = frame_around(parcels.geometry)
    cover = _cover(parcels.geometry, frame, part(progress, 0.0, 0.4), threads)
    pairs = common_ground(parcels.geometry, cover.first, cover.second, part(progress, 0.4, 0.5), threads)
    found = [describe_overlaps(pairs, parcels, settings, measure)]
    gaps = part(progress, 0.5, 0.7)
    if scope is None:
        found.append(find_holes(cover.open_ground, frame, parcels, settings, measure, gaps))
    else:
        found += _check_scope(parcels, scope, settings, measure, gaps, threads)
    edges = find_loose_edges(parcels.geometry, part(progress, 0.7, 0.8), threads)
    ground = np.concatenate([part_found["geometry"].to_numpy(dtype=object) for part_found in found])
    found.append(find_slits(parcels, edges, ground, settings, measure, part(progress, 0.8, 0.9)))
    found.append(find_mismatches(parcels, edges, pairs, settings, part(progress, 0.9, 1.0)))
    return found


def _check_scope(
    parcels: ParcelLayer,
    scope: Geometries,
    settings: TopologySettings,
    measure: AreaMeasure,
    progress: Progress,
    threads: int | None,
) -> list[pd.DataFrame]:
    cover = _cover(parcels.geometry, scope, part(progress, 0.0, 0.4), threads)
    return [
        find_uncovered(cover.open_ground, scope, parcels, settings, measure, part(progress, 0.4, 0.7)),
        find_outside(parcels, scope, settings, measure, part(progress, 0.7, 1.0), threads),
    ]


def _cover(parcels: Geometries, units: Geometries, progress: Progress, threads: int | None) -> Coverage:
    return check_coverage(parcels, units, measure=_plane_area, progress=progress, threads=threads)


def _plane_area(geoms: Geometries) -> Floats:
    return np.nan_to_num(np.asarray(shapely.area(geoms), dtype=np.float64))


def _describe(
    table: pd.DataFrame, kinds: Kinds, settings: TopologySettings, progress: Progress
) -> pd.DataFrame:
    """The findings with rule, severity and texts, in an order that features do not decide."""
    noise = table["noise"].to_numpy(dtype=bool)
    ground = table["kind"].isin(GROUND).to_numpy()
    area = table["area_m2"].to_numpy(dtype=np.float64)
    width = table["width_m"].to_numpy(dtype=np.float64)
    thin = ground & ~noise & ((area <= settings.sliver_m2) | (width <= settings.sliver_width_m))
    mild = ground & (area <= settings.error_m2)
    severity = [
        NOISE if is_noise else lower_of(kinds.severity(kind), *(["warning"] if is_mild else []))
        for kind, is_noise, is_mild in zip(table["kind"], noise, mild)
    ]
    findings = pd.DataFrame(
        {
            "kind": table["kind"].to_numpy(dtype=object),
            "rule_id": [kinds.rule_id(kind) for kind in table["kind"]],
            "severity": severity,
            "ids": [";".join(names) for names in table["ids"]],
            "area_m2": area,
            "width_m": width,
            "sliver": np.where(thin | (table["kind"] == "narrow").to_numpy(), "yes", "no").astype(object),
            "noise": np.where(noise, "yes", "no").astype(object),
            "message": _messages(table, kinds, progress),
            "remedy": [kinds.remedy(kind) for kind in table["kind"]],
            "geometry": table["geometry"].to_numpy(dtype=object),
        }
    )
    corner = shapely.bounds(findings["geometry"].to_numpy(dtype=object))
    findings["left"], findings["bottom"] = corner[:, 0], corner[:, 1]
    findings = findings.sort_values(["noise", "kind", "ids", "left", "bottom"], kind="stable")
    return findings.drop(columns=["left", "bottom"]).reset_index(drop=True)


def _messages(table: pd.DataFrame, kinds: Kinds, progress: Progress) -> list[str]:
    messages = []
    for number, (kind, values) in enumerate(zip(table["kind"], table["values"])):
        if number % MESSAGES == 0:
            progress(number / len(table))
        messages.append(kinds.message(kind, values))
    return messages


def _count(findings: pd.DataFrame) -> dict[str, int]:
    heard = findings[findings["noise"] == "no"]
    kinds = list(heard["kind"])
    return {
        "OVERLAPS": count_of(kinds, "overlap"),
        "GAPS": count_of(kinds, "gap", "uncovered"),
        "SLIVERS": int((heard["sliver"] == "yes").sum()),
        "MISMATCHES": count_of(kinds, "mismatch"),
        "NOISE": int((findings["noise"] == "yes").sum()),
        "DUPLICATES": count_of(kinds, "duplicate"),
        "INVALID": count_of(kinds, "invalid", "null_geometry"),
        "SMALL": count_of(kinds, "small"),
        "OUTSIDE": count_of(kinds, "outside"),
        "ERRORS": int((heard["severity"] == "error").sum()),
        "WARNINGS": int((heard["severity"] == "warning").sum()),
        "INFOS": int((heard["severity"] == "info").sum()),
    }
