# SPDX-License-Identifier: GPL-2.0-or-later
"""States set by hand: written into the findings store, so that the next check keeps them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timezone
from pathlib import Path

from ...domain.exemptions import Exemption
from ...domain.findings_store import read_findings, set_state
from ...gis.finding_layers import with_states
from .findings import Findings


def write_state(
    findings: Findings, store: Path, keys: Sequence[str], state: str, exemption: Exemption | None
) -> Findings:
    """Set the state of findings in the store; returns all findings with the states that it has now.

    Raises ``InputError`` for findings that the store does not know, ``OutputError`` when it cannot
    be written.
    """
    moment = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
    set_state(store, keys, state, changed=moment, exemption=exemption)
    return Findings(with_states(findings.frame, read_findings(store)), findings.words).prepared()
