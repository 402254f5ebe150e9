# SPDX-License-Identifier: GPL-2.0-or-later
"""How sentences show sizes of memory and disk."""

from __future__ import annotations

GB = 1e9
_UNITS = (("GB", GB), ("MB", 1e6))


def size_text(size_b: float) -> str:
    """Bytes in GB, below 0.1 GB in MB and below 0.1 MB in kB, so that little is not shown as nothing."""
    for name, unit_b in _UNITS:
        if size_b >= 0.1 * unit_b:
            return f"{size_b / unit_b:.1f} {name}"
    return f"{size_b / 1e3:.1f} kB"
