# SPDX-License-Identifier: GPL-2.0-or-later
"""How many rows of a raster are in memory at a time."""

from __future__ import annotations

#: A block of rows holds about so many cells.
BLOCK_CELLS = 4_000_000


def rows_at_once(width: int, tile_rows: int) -> int:
    """Rows of a block of a raster of ``width`` columns: whole tiles, so that none is decoded twice."""
    rows = max(1, BLOCK_CELLS // width)
    return max(tile_rows, rows // tile_rows * tile_rows)
