# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons as layers hold them: repaired with a record of it, and told apart from noise."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt
import shapely

from .notes import NoteBook
from .progress import Progress, part, silent
from .threads import run_chunks
from .units import M2_PER_HA

#: Rings with a smaller mean width (m) come from rounded coordinates: unions of parcels that
#: do not share all their vertices are full of them.
HAIRLINE_M = 1e-6

POLYGON = 3
MULTIPOLYGON = 6
#: Geometries handed to GEOS between two looks at the cancel button.
CHUNK = 20_000
#: Vertices whose validity one thread judges between two looks at it.
LOOKED_AT = 100_000
#: Invalid geometries mended between two looks at it: uniting parts takes longer than looking.
MENDED = 2_000
#: Parts of a geometry that overlap by less (m²) merely touch.
TOUCHING_M2 = 1e-3

Geometries = npt.NDArray[np.object_]
Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]
#: Areas in m² of geometries in plane coordinates; must be safe to call from several threads.
AreaMeasure = Callable[[Geometries], Floats]


def repair_polygons(
    geoms: Geometries,
    ids: npt.NDArray[np.object_],
    *,
    layer: str,
    notes: NoteBook,
    area: AreaMeasure | None = None,
    progress: Progress = silent,
) -> Geometries:
    """Valid polygons and multipolygons; None where there is nothing to measure.

    A multipolygon of one part becomes that polygon: formats differ in what they call it.
    Missing and empty geometries (note ``null_geometry``) and those without any area
    (``collapsed_geometry``) become None. Invalid ones are made valid, only their polygons
    are kept, and the note ``invalid_geometry`` states the summed absolute change of area,
    measured by ``area`` (m²; the plane's own area if not given). Parts of one geometry that
    overlap or lie inside one another are united (``overlapping_parts``). Holes and parts
    thinner than HAIRLINE_M are taken out (``hairline``).
    """
    measure = area or _plane_area
    repaired = _lone_parts_alone(np.asarray(geoms, dtype=object))
    doubled_m2 = np.zeros(len(repaired))
    missing = shapely.is_missing(repaired) | shapely.is_empty(repaired)
    repaired[missing] = None
    shapes = np.isin(shapely.get_type_id(repaired), (POLYGON, MULTIPOLYGON))
    valid = _validity(repaired, part(progress, 0.0, 0.6))
    invalid = ~missing & ~(valid & shapes)
    broken = invalid.copy()
    broken[invalid] = ~finite_coordinates(repaired[invalid])
    fixable = np.flatnonzero(invalid & ~broken)
    for rows in _chunks(len(fixable), part(progress, 0.6, 0.8), MENDED):
        repaired[fixable[rows]], doubled_m2[fixable[rows]] = _mend(repaired[fixable[rows]], measure)
    repaired[broken] = None
    hairy = _take_out_hairlines(repaired, part(progress, 0.8, 1.0))
    collapsed = ~missing & shapely.is_missing(repaired)
    changed = np.flatnonzero(invalid & ~collapsed)
    _note_null(notes, layer, ids[missing])
    _note_invalid(notes, layer, ids[changed], measure(repaired[changed]) - measure(geoms[changed]))
    _note_doubled(notes, layer, ids, doubled_m2)
    _note_collapsed(notes, layer, ids[collapsed])
    _note_hairlines(notes, layer, ids[hairy])
    return repaired


def _lone_parts_alone(geoms: Geometries) -> Geometries:
    alone = (shapely.get_type_id(geoms) == MULTIPOLYGON) & (shapely.get_num_geometries(geoms) == 1)
    plain = geoms.copy()
    plain[alone] = shapely.get_geometry(geoms[alone], 0)
    return plain


def _validity(geoms: Geometries, progress: Progress) -> Flags:
    """Which geometries are valid; on all cores, for a survey takes seconds."""

    def work(rows: slice) -> Flags:
        return np.asarray(shapely.is_valid(geoms[rows]), dtype=bool)

    before = np.cumsum(shapely.get_num_coordinates(geoms)) // LOOKED_AT
    stops = [0, *(np.flatnonzero(np.diff(before)) + 1).tolist(), len(geoms)]
    return np.concatenate(run_chunks(work, list(map(slice, stops, stops[1:])), progress=progress))


def _take_out_hairlines(geoms: Geometries, progress: Progress) -> Flags:
    """Clean the geometries in place; which of them had hairlines."""
    hairy = np.zeros(len(geoms), dtype=bool)
    for rows in _chunks(len(geoms), progress):
        before = geoms[rows]
        after = without_hairlines(before)
        if after is not before:
            hairy[rows] = [one is not other for one, other in zip(after, before)]
            geoms[rows] = after
    return hairy


def _chunks(count: int, progress: Progress, size: int = CHUNK) -> Iterator[slice]:
    # Cancel must be answered within a second, whatever the size of the layer.
    for start in range(0, max(count, 1), size):
        progress(start / max(count, 1))
        yield slice(start, start + size)


def _mend(geoms: Geometries, measure: AreaMeasure) -> tuple[Geometries, Floats]:
    """Invalid geometries as valid polygons, and the area (m²) in which parts of one overlapped.

    Each part is made valid by itself and the parts are united: ``make_valid`` takes the whole
    by the even-odd rule and would turn the ground that two parts share into a hole.
    """
    parts, owner = simple_parts(geoms)
    parts = polygonal_parts(_make_valid(parts))
    kept = ~shapely.is_missing(parts)
    parts, owner = parts[kept], owner[kept]
    mended = np.full(len(geoms), None, dtype=object)
    owners, first, size = np.unique(owner, return_index=True, return_counts=True)
    mended[owners] = parts[first]
    several = size > 1
    for row, start, count in zip(owners[several], first[several], size[several]):
        mended[row] = union_of(parts[start : start + count])
    sums = np.bincount(owner, weights=measure(parts), minlength=len(geoms))
    doubled = np.zeros(len(geoms))
    joined = owners[several]
    doubled[joined] = sums[joined] - measure(mended[joined])
    return mended, doubled


def _make_valid(parts: Geometries) -> Geometries:
    """Simple geometries made valid, polygons with holes as their shell less the ground of the holes.

    ``make_valid`` would fill a hole that runs along its shell, and make ground of one outside it.
    """
    holed = (shapely.get_num_interior_rings(parts) > 0) & ~shapely.is_valid(parts)
    valid = parts.copy()
    valid[~holed] = shapely.make_valid(parts[~holed])
    for row in np.flatnonzero(holed):
        rings = shapely.get_rings(parts[row])
        # Without their lines and points: before GEOS 3.12 not every overlay takes a collection.
        made = polygonal_parts(shapely.make_valid(shapely.polygons(rings)))
        valid[row] = shapely.difference(made[0], union_of(made[1:]))
    return valid


def polygonal_parts(geoms: Geometries) -> Geometries:
    """Each geometry reduced to its polygons with area; None where it has none."""
    result = np.full(len(geoms), None, dtype=object)
    types = shapely.get_type_id(geoms)
    whole = types == POLYGON
    result[whole] = geoms[whole]
    mixed = np.flatnonzero(~whole & (types >= 0))
    parts, owner = simple_parts(geoms[mixed])
    _join_parts(result, parts, mixed[owner])
    result[np.nan_to_num(shapely.area(result)) <= 0.0] = None
    return result


def without_hairlines(geoms: Geometries) -> Geometries:
    """Polygons without the holes and parts that are thinner than HAIRLINE_M; None where nothing is left.

    They hold no area worth the name, but where a polygon has many of them GEOS 3.11 gets
    intersections and differences with it wrong, without an error (seen on unions of
    parcels with unmatched vertices).
    """
    suspects = np.flatnonzero(_may_hold_hairlines(geoms))
    parts, owner = simple_parts(geoms[suspects])
    rings, part = shapely.get_rings(parts, return_index=True)
    thin = 2.0 * shapely.area(shapely.polygons(rings)) <= HAIRLINE_M * shapely.length(rings)
    if not thin.any():
        return geoms
    for number in np.unique(part[thin]):
        first, last = np.searchsorted(part, (number, number + 1))
        parts[number] = _polygon_of(rings[first:last], thin[first:last])
    changed = np.isin(owner, owner[part[thin]])
    mended = geoms[suspects]
    mended[owner[changed]] = None
    _join_parts(mended, parts[changed], owner[changed])
    result = geoms.copy()
    result[suspects] = mended
    return result


def _may_hold_hairlines(geoms: Geometries) -> Flags:
    """All but plain polygons without holes that are wide enough themselves; most parcels are just that."""
    one_ring = (shapely.get_type_id(geoms) == POLYGON) & (shapely.get_num_interior_rings(geoms) == 0)
    wide = 2.0 * shapely.area(geoms) > HAIRLINE_M * shapely.length(geoms)
    return np.asarray(~shapely.is_missing(geoms) & ~(one_ring & wide), dtype=bool)


def _polygon_of(rings: Geometries, thin: Flags) -> shapely.Geometry | None:
    """A polygon of its rings (shell first) without the thin ones."""
    return None if thin[0] else shapely.Polygon(rings[0], list(rings[1:][~thin[1:]]))


def union_of(geoms: Geometries) -> shapely.Geometry:
    """The union of polygons without hairlines; an empty polygon where there are none."""
    union = without_hairlines(polygonal_parts(np.array([shapely.union_all(geoms)], dtype=object)))[0]
    return shapely.Polygon() if union is None else union


def ring_areas(xy: Floats, size: npt.NDArray[np.intp]) -> Floats:
    """Areas of closed rings of ``size`` vertices each, one after the other in ``xy``, from cross products.

    Positive where a ring runs counter-clockwise. In the unit of the coordinates, squared.
    """
    if len(size) == 0:
        return np.empty(0)
    first = np.cumsum(size) - size
    # Counted from the first vertex of each ring: products of whole coordinates would swallow the area.
    x, y = (xy - np.repeat(xy[first], size, axis=0)).T
    cross = np.zeros(len(xy))
    cross[:-1] = x[:-1] * y[1:] - x[1:] * y[:-1]
    cross[first - 1] = 0.0
    return np.asarray(np.add.reduceat(cross, first) / 2.0, dtype=np.float64)


def mean_width_m(geoms: Geometries, area_m2: Floats) -> Floats:
    """Mean width 2A/P of polygons in a plane in metres; 0 where there is no perimeter."""
    perimeter = np.nan_to_num(shapely.length(geoms))
    width = np.zeros(len(perimeter))
    np.divide(2.0 * area_m2, perimeter, out=width, where=perimeter > 0.0)
    return width


def is_noise(
    area_m2: Floats, width_m: Floats, sliver_m2: float, sliver_width_m: float
) -> npt.NDArray[np.bool_]:
    """Whether a hit is digitising noise: it counts only when it is larger *and* wider than the limits."""
    return ~((np.asarray(area_m2) > sliver_m2) & (np.asarray(width_m) > sliver_width_m))


def finite_coordinates(geoms: Geometries) -> Flags:
    """Whether all coordinates of each geometry are numbers; true of missing and empty ones."""
    finite = np.ones(len(geoms), dtype=bool)
    xy, owner = shapely.get_coordinates(geoms, return_index=True)
    finite[owner[~np.isfinite(xy).all(axis=1)]] = False
    return finite


def _plane_area(geoms: Geometries) -> Floats:
    return np.asarray(shapely.area(geoms), dtype=np.float64)


def simple_parts(geoms: Geometries) -> tuple[Geometries, npt.NDArray[np.intp]]:
    """All simple parts of (nested) collections with the position of their owner."""
    parts, owner = shapely.get_parts(geoms, return_index=True)
    while (shapely.get_type_id(parts) > POLYGON).any():
        parts, inner = shapely.get_parts(parts, return_index=True)
        owner = owner[inner]
    return parts, owner


def _join_parts(result: Geometries, parts: Geometries, owner: npt.NDArray[np.intp]) -> None:
    """Write the polygons with area among the parts into ``result`` at their owner's place."""
    kept = (shapely.get_type_id(parts) == POLYGON) & (shapely.area(parts) > 0.0)
    parts, owner = parts[kept], owner[kept]
    if len(parts) == 0:
        return
    owners, group, size = np.unique(owner, return_inverse=True, return_counts=True)
    result[owners] = shapely.multipolygons(parts, indices=group)
    alone = size == 1
    result[owners[alone]] = parts[alone[group]]


def _note_null(notes: NoteBook, layer: str, ids: npt.NDArray[np.object_]) -> None:
    if len(ids):
        notes.add(
            "null_geometry",
            "Layer {layer}: features without a geometry, left out: {count}. Draw or delete them in the "
            "layer.",
            count=len(ids),
            ids=ids,
            layer=layer,
        )


def _note_invalid(notes: NoteBook, layer: str, ids: npt.NDArray[np.object_], change_m2: Floats) -> None:
    if len(ids):
        notes.add(
            "invalid_geometry",
            "Layer {layer}: features with an invalid geometry, repaired: {count}. Areas changed by "
            "{area_ha:.4f} ha in all (sum of absolute changes).",
            count=len(ids),
            area_ha=float(np.sum(np.sort(np.abs(change_m2)))) / M2_PER_HA,
            ids=ids,
            layer=layer,
        )


def _note_doubled(notes: NoteBook, layer: str, ids: npt.NDArray[np.object_], doubled_m2: Floats) -> None:
    doubled = doubled_m2 > TOUCHING_M2
    if doubled.any():
        notes.add(
            "overlapping_parts",
            "Layer {layer}: features with parts that overlap one another: {count}, by {area_ha:.4f} ha in "
            "all. The parts were united, so that this ground counts once. If one part is meant as a hole in "
            "another, mend the feature and run again.",
            count=int(doubled.sum()),
            area_ha=float(np.sum(np.sort(doubled_m2[doubled]))) / M2_PER_HA,
            ids=ids[doubled],
            layer=layer,
        )


def _note_collapsed(notes: NoteBook, layer: str, ids: npt.NDArray[np.object_]) -> None:
    if len(ids):
        notes.add(
            "collapsed_geometry",
            "Layer {layer}: features with a geometry without any area, left out: {count}. Redraw or delete "
            "them in the layer.",
            count=len(ids),
            ids=ids,
            layer=layer,
        )


def _note_hairlines(notes: NoteBook, layer: str, ids: npt.NDArray[np.object_]) -> None:
    if len(ids):
        notes.add(
            "hairline",
            "Layer {layer}: features with holes or parts thinner than 0.001 mm, which were removed: {count}.",
            count=len(ids),
            ids=ids,
            warning=False,
            layer=layer,
        )
