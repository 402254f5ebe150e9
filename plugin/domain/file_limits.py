# SPDX-License-Identifier: GPL-2.0-or-later
"""How large a file may be that is read as a whole."""

from __future__ import annotations

from pathlib import Path

from .errors import InputError

#: Read as a whole, a table takes some ten times its size in memory.
LARGEST_BYTES = 1 << 28


def refuse_large(path: Path, most: int = LARGEST_BYTES) -> None:
    """Raise ``InputError`` for a file of more than ``most`` bytes, ``OSError`` where there is none."""
    size = path.stat().st_size
    if size > most:
        raise InputError(
            "“{file}” has {size} MB; a file that is read as a whole may have {most}. Split it, or keep a "
            "table in a GeoPackage.",
            file=path.name,
            size=size >> 20,
            most=most >> 20,
        )
