# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a PDF was written to its end: on a full disk Qt leaves half of it without a word."""

from __future__ import annotations

import os
from pathlib import Path

#: The last line of every PDF (ISO 32000-1, 7.5.5), and how far from the end readers look for it (Annex H.3).
END, LOOK_BYTES = b"%%EOF", 1024


def is_whole_pdf(path: Path) -> bool:
    """Whether the file is there and ends as a PDF does."""
    if not path.is_file():
        return False
    with path.open("rb") as stream:
        stream.seek(max(0, path.stat().st_size - LOOK_BYTES), os.SEEK_SET)
        return END in stream.read()
