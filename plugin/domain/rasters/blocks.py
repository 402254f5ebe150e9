# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows of a raster in blocks, the next one read while the one before is worked on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from ..progress import Progress

Block = TypeVar("Block")


def read_ahead(
    read: Callable[[int, int], Block], height: int, rows_per_block: int, progress: Progress
) -> Iterator[tuple[int, int, Block]]:
    """First row, row after the last, and what ``read`` hands out of each block, from top to bottom.

    ``read`` runs in one other thread, one block ahead; what it raises is raised here. Two blocks
    are in memory at a time.
    """
    starts = range(0, height, rows_per_block)
    with ThreadPoolExecutor(max_workers=1) as reader:
        ahead = None
        for start in starts:
            stop = min(start + rows_per_block, height)
            block = read(start, stop) if ahead is None else ahead.result()
            if stop < height:
                ahead = reader.submit(read, stop, min(stop + rows_per_block, height))
            progress(start / height)
            yield start, stop, block
