# SPDX-License-Identifier: GPL-2.0-or-later
"""The manifests of the runs behind the entries of a book."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..manifest_shape import parse_manifest
from .session import Session

#: What errors call the manifest of a posting.
PLACE = "postings.manifest"

#: What a posting holds whose account no run vouched for.
_BLANK = ("", "{}")
_MANIFEST = "SELECT manifest FROM postings WHERE posting_no = ?"


def posted_runs(session: Session, postings: Iterable[int]) -> tuple[dict[str, Any], ...]:
    """The manifest of each posting, in the order of their numbers; empty ones are left out."""
    texts = [str(session.run(_MANIFEST, (number,))[0][0]) for number in sorted(set(postings))]
    return tuple(parse_manifest(text, PLACE) for text in texts if text not in _BLANK)
