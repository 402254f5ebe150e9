# SPDX-License-Identifier: GPL-2.0-or-later
"""`make_county`: the whole county as layers of columns and polygons that share their edges."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from . import schema
from .cover import free_sites
from .draft import draw_draft
from .landscape import make_landscape
from .lines import draw_lines
from .parcels import adopt, assign_villages, form_parcels, land_town
from .sites import OUTSIDE, corridor_sites, join, thin
from .topology import Edges, Labels, cell_areas, make_edges, polygons

EPSG = 4547
# An invented place: easting and northing of its centre, about 68 km east of the central meridian 114°E.
ORIGIN = np.array([568_000.0, 2_720_000.0])


@dataclass(frozen=True)
class Layer:
    """Columns and, row by row, polygons; `of_site` is the row of every cell of the county (-1: none)."""

    columns: schema.Columns
    geometry: npt.NDArray[np.object_]
    of_site: Labels


@dataclass(frozen=True)
class County:
    """The layers of the county, named as in the Chinese data specifications, and what is known about them.

    `conflicts` lists the deliberate changes of the draft by control line with exact areas; `cell_planar_m2`
    and `cell_ellipsoidal_m2` give the area of every cell, so that the overlap of any two layers is a sum.
    """

    parcels: int
    seed: int
    epsg: int
    DLTB: Layer
    XZQ: Layer
    YJJBNTBHTB: Layer
    STBHHX: Layer
    CZKFBJ: Layer
    GHYDYH: Layer
    conflicts: schema.Columns
    changes: schema.Columns
    cell_planar_m2: npt.NDArray[np.float64]
    cell_ellipsoidal_m2: npt.NDArray[np.float64]

    def layers(self) -> dict[str, Layer]:
        """The six polygon layers by name."""
        names = ("DLTB", "XZQ", "YJJBNTBHTB", "STBHHX", "CZKFBJ", "GHYDYH")
        return {name: getattr(self, name) for name in names}

    def true_overlaps(self, left: Layer, right: Layer) -> tuple[Labels, Labels, npt.NDArray[np.float64]]:
        """Row of `left`, row of `right` and planar area in m² of every overlapping pair, without any overlay.

        Slivers of the draft, which are bent edges and no cells, are not part of it.
        """
        inside = (left.of_site >= 0) & (right.of_site >= 0)
        pair = left.of_site[inside] * (right.of_site.max() + 1) + right.of_site[inside]
        pairs, position = np.unique(pair, return_inverse=True)
        area = np.bincount(position, self.cell_planar_m2[inside])
        return (*np.divmod(pairs, right.of_site.max() + 1), area)


def make_county(parcels: int = 5_000, seed: int = 20_260_101) -> County:
    """An invented county of about `parcels` survey parcels; the same seed gives the same bytes."""
    rng = np.random.default_rng(seed)
    land = make_landscape(parcels, rng)
    strips = corridor_sites(land)
    strips.sites.role[~land.outline.contains(strips.sites.xy)] = OUTSIDE
    sites = thin(join([strips.sites, free_sites(land, strips, rng)]))
    edges = make_edges(sites.xy, sites.roughness, ORIGIN, rng)
    planar_m2, ellipsoidal_m2 = cell_areas(edges, len(sites))
    village = assign_villages(land, sites, edges, rng)
    adopt(sites, village, edges)
    survey = form_parcels(land, sites, village, edges, planar_m2, ellipsoidal_m2)
    lines = draw_lines(land, sites, survey, edges, planar_m2, rng)
    draft = draw_draft(sites, survey, lines, edges, land.village_town, rng)
    places = schema.name_places(land.village_town, rng)
    slope = schema.slope_levels(land.steepness(sites.xy[survey.site]))
    columns = schema.survey_columns(survey, places, slope)
    present, town = np.unique(land_town(land, survey.village), return_inverse=True)
    town_of_site = np.where(survey.of_site >= 0, town[survey.of_site], -1)
    cells = schema.Cells(planar_m2, ellipsoidal_m2)

    def layer(columns: schema.Columns, of_site: Labels, bounds: Edges = edges) -> Layer:
        return Layer(columns, polygons(bounds, of_site), of_site)

    farmland = schema.farmland_columns(lines.farmland, survey, columns, places, cells)
    return County(
        parcels=parcels,
        seed=seed,
        epsg=EPSG,
        DLTB=layer(columns, survey.of_site),
        XZQ=layer(schema.town_columns(present, columns, places), town_of_site),
        YJJBNTBHTB=layer(farmland, lines.farmland.of_site),
        STBHHX=layer(schema.zone_columns(lines.redline, "40", cells), lines.redline.of_site),
        CZKFBJ=layer(schema.zone_columns(lines.boundary, "50", cells), lines.boundary.of_site),
        GHYDYH=layer(schema.draft_columns(draft, survey, places, cells), draft.of_site, draft.edges),
        conflicts=schema.conflict_table(draft, lines, cells),
        changes=schema.change_table(draft, survey, cells),
        cell_planar_m2=planar_m2,
        cell_ellipsoidal_m2=ellipsoidal_m2,
    )
