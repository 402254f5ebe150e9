# SPDX-License-Identifier: GPL-2.0-or-later
"""The manifests of the runs behind the entries of a book."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from .session import Session

_MANIFEST = "SELECT manifest FROM postings WHERE posting_no = ?"


def posted_runs(session: Session, postings: Iterable[int]) -> tuple[dict[str, Any], ...]:
    """The manifest of each posting, in the order of their numbers; empty ones are left out."""
    texts = [str(session.run(_MANIFEST, (number,))[0][0]) for number in sorted(set(postings))]
    return tuple(dict(manifest) for manifest in map(json.loads, filter(None, texts)) if manifest)
