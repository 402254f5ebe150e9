# SPDX-License-Identifier: GPL-2.0-or-later
"""Method layers: polygons whose carbon figures stand in place of the factors of the land on them."""

from .claims import refuse_double_claims, refuse_unfit_layers
from .ground import MethodGround, MethodPieces, method_ground, pieces_in_units
from .model import FIGURES, METHOD_FIELDS, TOKENS, MethodPolygons
from .reading import method_polygons
from .remarks import note_left_out, note_missing_figures, note_other_areas
from .shares import JOINT, MethodShares, no_shares, share_out, split_cells

__all__ = [
    "FIGURES",
    "JOINT",
    "METHOD_FIELDS",
    "TOKENS",
    "MethodGround",
    "MethodPieces",
    "MethodPolygons",
    "MethodShares",
    "method_ground",
    "method_polygons",
    "no_shares",
    "note_left_out",
    "note_missing_figures",
    "note_other_areas",
    "pieces_in_units",
    "refuse_double_claims",
    "refuse_unfit_layers",
    "share_out",
    "split_cells",
]
