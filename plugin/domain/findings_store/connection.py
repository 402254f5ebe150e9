# SPDX-License-Identifier: GPL-2.0-or-later
"""Opening a findings store: an embedded store whose geometry tables need their functions."""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

from .. import embedded_store
from ..progress import Progress, silent
from .geometry_blob import teach_envelopes
from .schema import FINDINGS, StoreCrs, create_tables


def reading(path: Path) -> AbstractContextManager[sqlite3.Connection | None]:
    """As ``embedded_store.reading``: None for a file that does not exist or is still blank."""
    return embedded_store.reading(path, FINDINGS, teach_envelopes)


def writing(
    path: Path, crs: StoreCrs | None = None, progress: Progress = silent
) -> AbstractContextManager[sqlite3.Connection]:
    """As ``embedded_store.writing``; a file that does not exist is made with ``crs``."""
    create = None if crs is None else partial(create_tables, crs=crs)
    return embedded_store.writing(path, FINDINGS, create, teach=teach_envelopes, progress=progress)
