# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a document was written to its end: on a full disk Qt leaves half of it without a word."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

#: How a file ends, by its suffix: the last line of every PDF (ISO 32000-1, 7.5.5), sought in as many bytes
#: as readers look at (Annex H.3); the last chunk of every PNG (ISO/IEC 15948, 11.2.5) with its check sum.
ENDS: Mapping[str, tuple[bytes, int]] = {
    ".pdf": (b"%%EOF", 1024),
    ".png": (b"\0\0\0\0IEND\xaeB`\x82", 12),
}


def is_whole(path: Path) -> bool:
    """Whether the PDF or PNG is there and ends as such files do."""
    if not path.is_file():
        return False
    end, look_bytes = ENDS[path.suffix.lower()]
    with path.open("rb") as stream:
        stream.seek(max(0, path.stat().st_size - look_bytes), os.SEEK_SET)
        return end in stream.read()
