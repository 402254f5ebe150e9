# SPDX-License-Identifier: GPL-2.0-or-later
"""One control line by itself: validity, parts, overlaps within the layer, slivers, shape."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd
import shapely

from ..coverage import check_coverage
from ..geometry import AreaMeasure, Floats, Geometries
from ..overlay.split import explode, split_polygons
from ..progress import Progress, part, silent
from ..topology.extent import polsby_popper
from ..topology.gaps import find_holes, frame_around
from ..topology.overlaps import common_ground, describe_overlaps
from ..topology.settings import ParcelLayer, TopologySettings
from ..topology.shapes import check_shapes
from ..topology.steps import areas_in_steps
from .found import Found
from .layers import LineCheckSettings, LineLayer

#: Vertices of the pieces in which features are compared: 200 of them meet in one tile.
PIECE_VERTICES = 64
M2_PER_KM2 = 1e6


def check_layer(
    layer: LineLayer,
    settings: LineCheckSettings,
    measure: AreaMeasure,
    progress: Progress = silent,
    threads: int | None = None,
) -> Iterator[pd.DataFrame]:
    """Frames of findings in one layer: single geometries, duplicates, overlaps, slivers between features."""
    polygons = layer.polygons
    limits = TopologySettings(
        tolerance_m=settings.tolerance_m,
        sliver_m2=settings.sliver_m2,
        sliver_width_m=settings.sliver_width_m,
    )
    features = ParcelLayer(
        layer.line.layer, layer.as_read, polygons, layer.ids, np.full(len(polygons), np.nan)
    )
    yield from check_shapes(features, limits, part(progress, 0.0, 0.1))
    if shapely.is_missing(polygons).all():
        return
    pieces = split_polygons(polygons, PIECE_VERTICES, part(progress, 0.1, 0.3))
    frame = frame_around(polygons)
    cover = check_coverage(
        pieces.geometry, frame, measure=_plane_area, progress=part(progress, 0.3, 0.7), threads=threads
    )
    pairs = np.sort(np.column_stack((pieces.parent[cover.first], pieces.parent[cover.second])), axis=1)
    pairs = np.unique(pairs[pairs[:, 0] != pairs[:, 1]], axis=0).astype(np.intp)
    shared = common_ground(polygons, pairs[:, 0], pairs[:, 1], part(progress, 0.7, 0.9), threads)
    found = describe_overlaps(shared, features, limits, measure)
    yield found.replace({"kind": {"overlap": "self_overlap"}})
    split = ParcelLayer(
        layer.line.layer,
        pieces.geometry,
        pieces.geometry,
        layer.ids[pieces.parent],
        np.full(len(pieces.geometry), np.nan),
    )
    holes = find_holes(cover.open_ground, frame, split, limits, measure, part(progress, 0.9, 1.0))
    # Gaps between control lines are legitimate; only slits are not.
    yield holes[holes["width_m"] <= settings.sliver_width_m].replace({"kind": {"gap": "sliver_gap"}})


def check_shape(
    layer: LineLayer,
    rule_id: str,
    settings: LineCheckSettings,
    measure: AreaMeasure,
    progress: Progress = silent,
) -> list[Found]:
    """Parts of a boundary that are small, or not compact by their outlines."""
    parts = explode(layer.polygons)
    area = areas_in_steps(parts.geometry, measure, progress)
    outline = shapely.polygons(shapely.get_exterior_ring(parts.geometry))
    compactness = polsby_popper(_plane_area(outline), np.asarray(shapely.length(outline)))
    found = []
    for number in np.flatnonzero((compactness < settings.min_compactness) | (area < settings.min_part_m2)):
        bases = []
        if area[number] < settings.min_part_m2:
            limit = f"{settings.min_part_m2 / M2_PER_KM2:g}"
            bases.append(("small_part", {"area": f"{area[number] / M2_PER_KM2:.4f}", "limit": limit}))
        if compactness[number] < settings.min_compactness:
            limit = f"{settings.min_compactness:g}"
            bases.append(("not_compact", {"compactness": f"{compactness[number]:.4f}", "limit": limit}))
        found += [
            Found(
                rule_id=rule_id,
                kind=kind,
                line_a=layer.line.line_type,
                id_a=str(layer.ids[parts.parent[number]]),
                area_m2=float(area[number]),
                geometry=parts.geometry[number],
                trial=layer.is_trial,
                values=values,
            )
            for kind, values in bases
        ]
    return found


def _plane_area(geoms: Geometries) -> Floats:
    return np.nan_to_num(np.asarray(shapely.area(geoms), dtype=np.float64))


def founds_of(frame: pd.DataFrame, layer: LineLayer, rule_ids: dict[str, str]) -> list[Found]:
    """The findings of ``check_layer`` as observations; kinds without a rule are left out."""
    line = layer.line.line_type
    return [
        Found(
            rule_id=rule_ids[row["kind"]],
            kind=row["kind"],
            line_a=line,
            id_a=row["ids"][0] if row["ids"] else None,
            line_b=line if len(row["ids"]) > 1 else None,
            id_b=";".join(row["ids"][1:]) or None,
            area_m2=None if np.isnan(row["area_m2"]) else float(row["area_m2"]),
            geometry=row["geometry"],
            noise=bool(row["noise"]),
            trial=layer.is_trial,
            values=row["values"],
        )
        for row in frame.to_dict("records")
        if row["kind"] in rule_ids
    ]
