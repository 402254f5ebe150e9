# SPDX-License-Identifier: GPL-2.0-or-later
"""The figures of method polygons shared out to units and land classes, and the ground they lie on."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..exact_sums import group_sums, sums_by
from ..geometry import Floats
from ..progress import Progress, part, silent
from ..stocks import FACTORS, KEY
from ..tabulate import AreaTable
from .ground import MethodGround, MethodPieces
from .model import FIGURES, MethodPolygons, joined_tokens, tokens_of

#: Joins the names of methods that answer for different pools of one ground.
JOINT = " + "

#: Where own figures come from.
SOURCE = ("layer", "own_method")

#: Plain ground below this share of its class is rounding: then the methods have all of it.
ROUNDING = 1e-9


@dataclass(frozen=True)
class MethodShares:
    """What method layers answer for in each unit.

    ``ground`` (``KEY``, area_ha by the area rule): the land of each class that the methods named in
    ``method`` answer for; classes are those of the land use. ``own`` (``KEY``, ``SOURCE``, ``FIGURES``):
    the figures of the layers there, with the polygons' own method. ``used_m2``: measured area of each
    polygon that lies on land use inside the units (in each unit, where they overlap).
    ``other_class_ha``: ground that the land use gives another class than the layers.
    """

    ground: pd.DataFrame
    own: pd.DataFrame
    used_m2: Floats
    other_class_ha: float


def share_out(
    polygons: MethodPolygons,
    ground: MethodGround,
    pieces: MethodPieces,
    areas: AreaTable,
    progress: Progress = silent,
) -> MethodShares:
    """Share the polygons' figures out to their pieces by area, and within a piece to its land classes.

    ``areas`` is the tabulation of the land use with the pieces as units. A figure of a polygon counts by
    the measured share of its area that lies on land use with a class inside the units. A piece that holds
    no cell of a raster keeps its figures, with the layer's own class and no area.
    """
    joint = _joint_claims(polygons, ground)
    cells = areas.cells.rename(columns={"unit": "piece"})
    whole_ha = group_sums(
        cells["area_ha"].to_numpy(float), cells["piece"].to_numpy(dtype=np.intp), len(pieces.atom)
    )
    used_m2 = pieces.area_m2 * _used_share(areas, whole_ha)
    members = _members(ground, pieces, used_m2)
    progress(0.3)
    parts = _parts(cells, whole_ha, members, polygons)
    progress(0.5)
    described = joint.loc[pieces.atom].reset_index(drop=True).assign(unit=pieces.unit)
    land = cells.join(described, on="piece")
    own = parts.join(described, on="piece")
    return MethodShares(
        ground=sums_by(land, KEY, ["area_ha"], part(progress, 0.6, 0.7)),
        own=sums_by(own, [*KEY, *SOURCE], FIGURES, part(progress, 0.7, 1.0)),
        used_m2=group_sums(members["used_m2"].to_numpy(), members["polygon"].to_numpy(), len(polygons.ids)),
        other_class_ha=_other_class_ha(cells, members, polygons),
    )


def no_shares(polygons: MethodPolygons) -> MethodShares:
    """No polygon lies inside any unit."""
    ground = pd.DataFrame(columns=[*KEY, "area_ha"]).astype({"area_ha": float})
    own = pd.DataFrame(columns=[*KEY, *SOURCE, *FIGURES]).astype(dict.fromkeys(FIGURES, float))
    return MethodShares(ground, own, np.zeros(len(polygons.ids)), 0.0)


def _joint_claims(polygons: MethodPolygons, ground: MethodGround) -> pd.DataFrame:
    method, claims = polygons.claims["method"].tolist(), polygons.claims["accounts_for"].tolist()
    rows = [
        (
            JOINT.join(sorted({method[row] for row in rows})),
            joined_tokens(set().union(*(tokens_of(claims[row]) for row in rows))),
        )
        for rows in ground.members
    ]
    return pd.DataFrame(rows, columns=["method", "accounts_for"])


def _used_share(areas: AreaTable, whole_ha: Floats) -> Floats:
    """Share of each piece that lies on land use with a class; 1 where the land use has no cell at all."""
    table = areas.units.sort_values("unit")
    area, covered, excluded = (
        table[name].to_numpy(float) for name in ("area_ha", "covered_ha", "excluded_ha")
    )
    on_land = np.divide(covered, area, out=np.ones(len(area)), where=area > 0.0)
    counted = whole_ha + excluded
    classed = np.divide(whole_ha, counted, out=np.ones(len(area)), where=counted > 0.0)
    return np.asarray(np.clip(on_land, 0.0, 1.0) * classed, dtype=np.float64)


def _members(ground: MethodGround, pieces: MethodPieces, used_m2: Floats) -> pd.DataFrame:
    """One row for each piece and polygon that it is a part of."""
    count = np.array([len(ground.members[atom]) for atom in pieces.atom], dtype=np.intp)
    piece = np.repeat(np.arange(len(pieces.atom)), count)
    polygon = np.array([row for atom in pieces.atom for row in ground.members[atom]], dtype=np.intp)
    return pd.DataFrame({"piece": piece, "polygon": polygon, "used_m2": used_m2[piece]})


def _parts(
    cells: pd.DataFrame, whole_ha: Floats, members: pd.DataFrame, polygons: MethodPolygons
) -> pd.DataFrame:
    """The figures of each polygon in each piece and class of it."""
    share = cells.assign(of_piece=cells["area_ha"] / whole_ha[cells["piece"]])
    table = members.merge(share[["piece", "carbon_class", "of_piece"]], on="piece", how="left")
    bare = table["of_piece"].isna() & (table["used_m2"] > 0.0)
    own_class = polygons.claims["carbon_class"].to_numpy()[table["polygon"]]
    table["carbon_class"] = table["carbon_class"].astype(object).where(~bare, own_class)
    table["of_piece"] = table["of_piece"].where(~bare, 1.0)
    table = table.dropna(subset=["of_piece"]).reset_index(drop=True)
    rows = table["polygon"].to_numpy(dtype=np.intp)
    share = table["used_m2"].to_numpy(float) / polygons.area_m2[rows] * table["of_piece"].to_numpy(float)
    figures = pd.DataFrame(polygons.figures.to_numpy()[rows] * share[:, None], columns=list(FIGURES))
    figures["piece"] = table["piece"].to_numpy()
    figures["carbon_class"] = table["carbon_class"].to_numpy()
    figures["layer"] = np.array(polygons.layers, dtype=object)[polygons.layer[rows]]
    figures["own_method"] = polygons.claims["method"].to_numpy()[rows]
    return figures


def _other_class_ha(cells: pd.DataFrame, members: pd.DataFrame, polygons: MethodPolygons) -> float:
    """Land of a class that none of the polygons on it has."""
    own = polygons.claims["carbon_class"].to_numpy()[members["polygon"]]
    stated = members[["piece"]].assign(carbon_class=own, same=True).drop_duplicates()
    pairs = cells.merge(stated, on=["piece", "carbon_class"], how="left")
    return math.fsum(pairs.loc[pairs["same"].isna(), "area_ha"])


def split_cells(cells: pd.DataFrame, shares: MethodShares) -> pd.DataFrame:
    """The area table (unit, carbon_class, area_ha) split into plain ground and ground of methods.

    Rows of plain ground have the method ``FACTORS``. The rows of a unit and class add up to its area.
    """
    claimed = sums_by(shares.ground, ["unit", "carbon_class"], ["area_ha"])
    claimed = claimed.set_index(["unit", "carbon_class"])["area_ha"]
    keyed = cells.set_index(["unit", "carbon_class"])["area_ha"]
    taken = claimed.reindex(keyed.index, fill_value=0.0)
    plain = (keyed - taken).where(lambda rest: rest > ROUNDING * keyed, 0.0)
    plain = plain.where(taken > 0.0, keyed)
    # Ground that polygons share by a hair is not to make a class larger than it is.
    scale = ((keyed - plain) / taken).rename("scale")
    ground = shares.ground.join(scale, on=["unit", "carbon_class"])
    ground["area_ha"] = ground["area_ha"] * ground.pop("scale").fillna(0.0)
    rest = plain[(plain > 0.0) | (taken == 0.0)].rename("area_ha").reset_index()
    rest = rest.assign(method=FACTORS, accounts_for="")
    parts = [frame[[*KEY, "area_ha"]] for frame in (rest, ground) if len(frame)]
    if not parts:
        return rest[[*KEY, "area_ha"]]
    return pd.concat(parts).sort_values(list(KEY), kind="stable", ignore_index=True)
