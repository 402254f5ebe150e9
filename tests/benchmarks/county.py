# SPDX-License-Identifier: GPL-2.0-or-later
"""A seeded synthetic county for benchmarks: parcels, three control layers, planned and present use.

Parcels share their edges; the control layers hold about a million vertices in ten giant
polygons with holes, each around a place of its own as the three lines are kept apart. The plan
mostly confirms present use: what lies in the farmland line is
farmland, in the redline forest, grassland and water, in the boundary built-up land, and
``CHANGED`` of all parcels are planned anew, whatever line they lie in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely

PARCEL_M = 70.0
EDGE_POINTS = 4
CORNER = np.array([400_000.0, 3_300_000.0])
#: Giant polygons in each of the three layers, and the vertices of each.
GIANTS = (3, 3, 4)
GIANT_VERTICES = 100_000
#: Places for them in a row and in a column of the county, and their mean radius as a share of its width.
PLACES = (4, 3)
RADIUS = 0.13
LINES = ("FARMLAND", "REDLINE", "BOUNDARY")

#: Share of the parcels whose use the plan changes, and to what.
CHANGED = 0.06
CHANGES = {"0703": 0.25, "0701": 0.15, "1001": 0.15, "1202": 0.15, "0301": 0.1, "0101": 0.2}
#: Present use inside each line and elsewhere: the mix of a county between plain and hills.
USES = {
    "FARMLAND": {"0101": 0.60, "0103": 0.36, "0601": 0.015, "1704": 0.01, "1202": 0.01, "0703": 0.005},
    "REDLINE": {"0301": 0.70, "0304": 0.10, "0401": 0.08, "1701": 0.06, "0103": 0.04, "0703": 0.02},
    "BOUNDARY": {"0701": 0.40, "1001": 0.20, "0901": 0.10, "0801": 0.05, "1207": 0.15, "0101": 0.10},
    "": {"0101": 0.35, "0103": 0.20, "0201": 0.10, "0301": 0.20, "0703": 0.09, "1202": 0.03, "1704": 0.03},
}
#: Present parcels that the plan does not take over as they are but joined: two for one.
SPLIT = 0.15


@dataclass(frozen=True)
class County:
    """Parcels with planned and present code, present land cover, and the three control layers."""

    parcels: np.ndarray
    planned: np.ndarray
    present: np.ndarray
    base: np.ndarray
    base_codes: np.ndarray
    controls: list[np.ndarray]


def make_county(count: int, seed: int = 1) -> County:
    """About ``count`` parcels (the next square number) with everything that a plan check takes."""
    rng = np.random.default_rng(seed)
    parcels = make_parcels(count, rng)
    controls = make_controls(len(parcels) ** 0.5 * PARCEL_M, rng)
    present = _present_use(parcels, controls, rng)
    planned = present.copy()
    changed = rng.random(len(parcels)) < CHANGED
    planned[changed] = _draw(CHANGES, int(changed.sum()), rng)
    base, base_codes = _split_some(parcels, present, rng)
    return County(parcels, planned, present, base, base_codes, controls)


def make_parcels(count: int, rng: np.random.Generator) -> np.ndarray:
    """About ``count`` parcels of 21 vertices on a jittered grid; neighbours share every vertex."""
    side = max(2, round(count**0.5))
    nodes = np.stack(np.meshgrid(np.arange(side + 1), np.arange(side + 1), indexing="ij"), axis=-1) * PARCEL_M
    nodes = nodes + rng.uniform(-0.2, 0.2, nodes.shape) * PARCEL_M
    share = (np.arange(1, EDGE_POINTS + 1) / (EDGE_POINTS + 1))[:, None]

    def edges(start: np.ndarray, end: np.ndarray) -> np.ndarray:
        inner = start[..., None, :] * (1.0 - share) + end[..., None, :] * share
        return inner + rng.uniform(-0.03, 0.03, inner.shape) * PARCEL_M

    across, along = edges(nodes[:-1], nodes[1:]), edges(nodes[:, :-1], nodes[:, 1:])
    south, north = across[:, :-1], across[:, 1:][:, :, ::-1]
    west, east = along[:-1][:, :, ::-1], along[1:]
    corners = [nodes[:-1, :-1], nodes[1:, :-1], nodes[1:, 1:], nodes[:-1, 1:]]
    sides = [south, east, north, west]
    ring = [part for corner, side in zip(corners, sides) for part in (corner[:, :, None], side)]
    return shapely.polygons(np.concatenate(ring, axis=2).reshape(side * side, -1, 2) + CORNER)


def make_giant(
    centre: np.ndarray, radius: float, vertices: int, rng: np.random.Generator
) -> shapely.Geometry:
    """A star-shaped polygon with a rough outline and up to 300 holes; a tenth of the vertices in these."""
    outline = _rough_ring(centre, radius, vertices * 9 // 10, rng)
    middles = centre + rng.uniform(-0.55, 0.55, (300, 2)) * radius
    tree = shapely.STRtree(shapely.points(middles))
    near = tree.query(shapely.points(middles), predicate="dwithin", distance=radius / 60.0)
    alone = middles[np.bincount(near[0], minlength=300) == 1]
    holes = [_rough_ring(middle, radius / 150.0, vertices // 3000, rng) for middle in alone]
    return shapely.make_valid(shapely.Polygon(outline, holes))


def _rough_ring(centre: np.ndarray, radius: float, vertices: int, rng: np.random.Generator) -> np.ndarray:
    angle = np.linspace(0.0, 2.0 * np.pi, max(vertices, 8), endpoint=False)
    wave = np.ones_like(angle)
    for octave in range(1, 12):
        wave += 0.25 / 2**octave * np.sin(2**octave * angle + rng.uniform(0.0, 2.0 * np.pi))
    ring = radius * wave + rng.uniform(-0.5, 0.5, len(angle)) * radius * 2.0 / len(angle)
    return centre + np.column_stack((ring * np.cos(angle), ring * np.sin(angle)))


def make_controls(width: float, rng: np.random.Generator) -> list[np.ndarray]:
    """Three layers with ten giant polygons of a million vertices in all."""
    places = np.stack(np.meshgrid(*((np.arange(count) + 0.5) / count for count in PLACES)), axis=-1)
    centres = CORNER + rng.permutation(places.reshape(-1, 2)) * width
    giants = [make_giant(centre, width * RADIUS, GIANT_VERTICES, rng) for centre in centres[: sum(GIANTS)]]
    stops = np.cumsum(GIANTS)[:-1]
    return np.split(np.array(giants, dtype=object), stops)


def _present_use(parcels: np.ndarray, controls: list[np.ndarray], rng: np.random.Generator) -> np.ndarray:
    """A code for each parcel by the first line that its centre lies in."""
    codes = _draw(USES[""], len(parcels), rng)
    centres = shapely.centroid(parcels)
    for name, giants in reversed(list(zip(LINES, controls))):
        shapely.prepare(giants)
        inside = np.any([shapely.contains(giant, centres) for giant in giants], axis=0)
        codes[inside] = _draw(USES[name], int(inside.sum()), rng)
    return codes


def _draw(mix: dict[str, float], count: int, rng: np.random.Generator) -> np.ndarray:
    return rng.choice(np.array(list(mix), dtype=object), size=count, p=list(mix.values()))


def _split_some(
    parcels: np.ndarray, present: np.ndarray, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Present land cover: the parcels, some of them cut in two with another use in the second half.

    The cut runs between two vertices of the parcel, so that neighbours keep sharing all of theirs.
    """
    cut = np.flatnonzero(rng.random(len(parcels)) < SPLIT)
    rings = shapely.get_coordinates(parcels[cut]).reshape(len(cut), -1, 2)[:, :-1]
    south, north = EDGE_POINTS // 2, 2 * (EDGE_POINTS + 1) + EDGE_POINTS // 2
    east = rings[:, south : north + 1]
    west = np.concatenate((rings[:, north:], rings[:, : south + 1]), axis=1)
    base = parcels.copy()
    base[cut] = shapely.polygons(west)
    codes = np.concatenate((present, _draw(USES[""], len(cut), rng)))
    return np.concatenate((base, shapely.polygons(east))), codes


def write_county(folder: Path, county: County) -> dict[str, str]:
    """Write GeoPackages of the plan, the land cover and the control layers; their paths by parameter."""
    paths = {name: str(folder / f"{name.lower()}.gpkg") for name in ("PLAN", "BASE", *LINES)}
    _write(paths["PLAN"], "GHYDYH", county.parcels, "YDYHFLDM", county.planned)
    _write(paths["BASE"], "DLTB", county.base, "DLBM", county.base_codes)
    for name, geoms in zip(LINES, county.controls):
        _write(paths[name], name, geoms, "GHDM", [name] * len(geoms))
    return paths


def _write(path: str, name: str, geoms: np.ndarray, code_field: str, codes: Sequence[str]) -> None:
    """One layer with the fields of a planning database: number, kind, township, code and its name, area."""
    from osgeo import ogr, osr

    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4547)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(path)
    layer = dataset.CreateLayer(name, reference, ogr.wkbMultiPolygon)
    for column in ("BSM", "YSDM", "XZQDM", code_field, f"{code_field[:-2]}MC"):
        layer.CreateField(ogr.FieldDefn(column, ogr.OFTString))
    layer.CreateField(ogr.FieldDefn("MJ", ogr.OFTReal))
    layer.StartTransaction()
    definition = layer.GetLayerDefn()
    area = np.round(shapely.area(geoms), 2)
    multi = shapely.get_type_id(geoms) == 6
    for number, geom in enumerate(geoms):
        feature = ogr.Feature(definition)
        row = (f"{number:018d}", "2090020620", "330101001", str(codes[number]), "用途", float(area[number]))
        for position, value in enumerate(row):
            feature.SetField(position, value)
        whole = geom if multi[number] else shapely.MultiPolygon([geom])
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(whole.wkb))
        layer.CreateFeature(feature)
    layer.CommitTransaction()
