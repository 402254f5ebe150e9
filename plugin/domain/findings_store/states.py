# SPDX-License-Identifier: GPL-2.0-or-later
"""States of stored findings: how a check changes them, and how a person does."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..errors import InputError
from ..exemptions import EXEMPTED, OPEN, Exemption
from ..progress import Progress, silent
from .connection import writing

FIXED = "fixed"
STATES = (OPEN, EXEMPTED, FIXED)

#: Rows written between two calls of the progress.
BATCH = 1_000

#: Why a state changed, as the history says it.
FOUND, CAME_BACK, APPROVED, LAPSED, CORRECTED, GONE, BY_HAND = (
    "found",
    "came back",
    "exempted",
    "exemption not valid",
    "exemption corrected",
    "gone",
    "set by hand",
)

Decision = tuple[object, ...]
NO_DECISION: Decision = (None, None, None, None, None)


@dataclass(frozen=True)
class Standing:
    """The state of a finding with the approval that it has or had (``DECISION_COLUMNS``), and why."""

    state: str
    decision: Decision = NO_DECISION
    cause: str = FOUND


def standing_of(
    found: Standing, known: Standing | None, stored: Exemption | None, read: Exemption | None, as_of: date
) -> Standing:
    """What a finding that occurs in a check is from now on.

    ``found`` is what the check says, ``known`` what the store said; ``stored`` is the
    approval in the store, ``read`` the one that the check took from it. An approval given
    while the check was running counts. One that has expired stays on record for a check of
    an earlier day; one that still holds but was overruled by a table is dropped.
    """
    if known is None:
        return found
    came_back = known.state == FIXED
    if found.state == EXEMPTED:
        return Standing(EXEMPTED, found.decision, CAME_BACK if came_back else APPROVED)
    if stored is None:
        return Standing(OPEN, NO_DECISION, CAME_BACK if came_back else LAPSED)
    holds = stored.is_valid_on(as_of)
    if holds and stored != read:
        return Standing(EXEMPTED, stored.decision(), CAME_BACK if came_back else APPROVED)
    if holds:
        return Standing(OPEN, NO_DECISION, CORRECTED)
    return Standing(OPEN, stored.decision(), CAME_BACK if came_back else LAPSED)


def set_state(
    path: Path | str,
    finding_keys: Sequence[str],
    state: str,
    *,
    changed: str,
    exemption: Exemption | None = None,
) -> None:
    """Set the state of stored findings by hand, with a row in the history for each.

    ``exempted`` needs an ``exemption`` with a document number; ``open`` withdraws an approval,
    ``fixed`` keeps it on record. The next check applies what is set here, and reopens what
    is "fixed" but still there. ``changed`` is the moment in UTC (ISO 8601). Raises
    ``InputError`` for an unknown state or finding and for an exemption without document.
    """
    if state not in STATES:
        raise InputError(
            "State “{state}” is unknown; a finding is one of {known}.", state=state, known=", ".join(STATES)
        )
    if state == EXEMPTED and (exemption is None or not exemption.document_no):
        raise InputError(
            "A finding is exempted only with the number of the approval document (批准文号). Fill it in."
        )
    path = Path(path)
    with writing(path) as connection:
        known = dict(_standings(connection, finding_keys))
        missing = [key for key in finding_keys if key not in known]
        if missing:
            raise InputError(
                "Findings store “{file}” has no finding {keys}. Load the store again.",
                file=path.name,
                keys=", ".join(missing),
            )
        changes = []
        for key, before in known.items():
            kept = before.decision if state == FIXED else NO_DECISION
            decision = exemption.decision() if state == EXEMPTED and exemption is not None else kept
            if (state, decision) != (before.state, before.decision):
                changes.append((key, before.state, Standing(state, decision, BY_HAND)))
        write_standings(connection, changes, changed=changed, as_of=None, run_id=None)


def _standings(connection: sqlite3.Connection, keys: Iterable[str]) -> Iterable[tuple[str, Standing]]:
    for key in keys:
        row = connection.execute(
            "SELECT state, reason, approver, document_no, date, expiry FROM findings WHERE finding_key = ?",
            (key,),
        ).fetchone()
        if row is not None:
            yield key, Standing(row[0], tuple(row[1:]))


def write_standings(
    connection: sqlite3.Connection,
    changes: Sequence[tuple[str, str | None, Standing]],
    *,
    changed: str,
    as_of: date | None,
    run_id: str | None,
    progress: Progress = silent,
) -> None:
    """Write states with their history; part of the caller's transaction.

    ``changes`` are finding key, state before (None = new) and what the finding is now.
    """
    day = None if as_of is None else as_of.isoformat()
    for start in range(0, len(changes), BATCH):
        progress(start / len(changes))
        _write_batch(connection, changes[start : start + BATCH], (changed, day, run_id))


def _write_batch(
    connection: sqlite3.Connection,
    changes: Sequence[tuple[str, str | None, Standing]],
    when: tuple[str, str | None, str | None],
) -> None:
    changed, day, run_id = when
    connection.executemany(
        "UPDATE findings SET state = ?, reason = ?, approver = ?, document_no = ?, date = ?, expiry = ?, "
        "run_id = coalesce(?, run_id) WHERE finding_key = ?",
        ((after.state, *after.decision, run_id, key) for key, _, after in changes),
    )
    connection.executemany(
        "INSERT INTO history (finding_key, changed, from_state, to_state, cause, as_of, run_id, reason, "
        "approver, document_no, date, expiry) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (key, changed, before, after.state, after.cause, day, run_id, *after.decision)
            for key, before, after in changes
        ),
    )
