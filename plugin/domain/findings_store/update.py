# SPDX-License-Identifier: GPL-2.0-or-later
"""A check taken into the findings store: new, known, vanished and returned findings, in one transaction."""

from __future__ import annotations

import hashlib
import math
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..exemptions import DECISION_COLUMNS, EXEMPTED, OPEN, Exemption
from ..progress import Progress, part, silent
from ..rules import LEGAL
from .connection import writing
from .contents import CONTENT_FIELDS, decisions_in
from .geometry_blob import to_blobs
from .schema import StoreCrs, require_crs
from .scope import RunScope
from .states import BATCH, FIXED, GONE, Standing, standing_of, write_standings

_UPSERT = (
    "INSERT INTO findings (geom, finding_key, rule_id, line_type, severity, plan_id, line_id, unit, "
    "plan_code, base_code, area_m2, share, stock_loss_tco2, stock_loss_tco2_low, stock_loss_tco2_high, "
    "removal_forgone_tco2e_a, removal_forgone_tco2e_a_low, removal_forgone_tco2e_a_high, carbon_tco2e, "
    "carbon_tco2e_low, carbon_tco2e_high, legal_basis, remedy, verified, verdict, needs, line_status, "
    "plan_layer, parcel, content, first_seen, last_seen, run_id, state) "
    "VALUES (:geom, :finding_key, :rule_id, :line_type, :severity, :plan_id, :line_id, :unit, "
    ":plan_code, :base_code, :area_m2, :share, :stock_loss_tco2, :stock_loss_tco2_low, "
    ":stock_loss_tco2_high, :removal_forgone_tco2e_a, :removal_forgone_tco2e_a_low, "
    ":removal_forgone_tco2e_a_high, :carbon_tco2e, :carbon_tco2e_low, :carbon_tco2e_high, :legal_basis, "
    ":remedy, :verified, :verdict, :needs, :line_status, :plan_layer, :parcel, :content, :seen, :seen, "
    ":run_id, 'open') "
    "ON CONFLICT (finding_key) DO UPDATE SET geom = excluded.geom, rule_id = excluded.rule_id, "
    "line_type = excluded.line_type, severity = excluded.severity, plan_id = excluded.plan_id, "
    "line_id = excluded.line_id, unit = excluded.unit, plan_code = excluded.plan_code, "
    "base_code = excluded.base_code, area_m2 = excluded.area_m2, share = excluded.share, "
    "stock_loss_tco2 = excluded.stock_loss_tco2, stock_loss_tco2_low = excluded.stock_loss_tco2_low, "
    "stock_loss_tco2_high = excluded.stock_loss_tco2_high, "
    "removal_forgone_tco2e_a = excluded.removal_forgone_tco2e_a, "
    "removal_forgone_tco2e_a_low = excluded.removal_forgone_tco2e_a_low, "
    "removal_forgone_tco2e_a_high = excluded.removal_forgone_tco2e_a_high, "
    "carbon_tco2e = excluded.carbon_tco2e, carbon_tco2e_low = excluded.carbon_tco2e_low, "
    "carbon_tco2e_high = excluded.carbon_tco2e_high, legal_basis = excluded.legal_basis, "
    "remedy = excluded.remedy, verified = excluded.verified, verdict = excluded.verdict, "
    "needs = excluded.needs, line_status = excluded.line_status, plan_layer = excluded.plan_layer, "
    "parcel = excluded.parcel, content = excluded.content, last_seen = excluded.last_seen, "
    "run_id = excluded.run_id"
)


@dataclass(frozen=True)
class StoreRun:
    """One check as the store takes it.

    ``findings`` has ``CONTENT_FIELDS``, ``state``, ``DECISION_COLUMNS`` and ``geometry`` in the
    CRS of the store; ``decisions`` are the approvals that the check took from the store;
    ``seen`` is the moment in UTC (ISO 8601).
    """

    findings: pd.DataFrame
    scope: RunScope
    decisions: Sequence[Exemption]
    as_of: date
    run_id: str
    seen: str


@dataclass(frozen=True)
class _Known:
    """What the store says of a finding."""

    standing: Standing
    content: str
    plan_layer: str
    parcel: str
    line_type: str
    line_status: str
    rule_id: str


def update_findings(
    path: Path | str, run: StoreRun, crs: StoreCrs, progress: Progress = silent
) -> dict[str, int]:
    """Take a check into the store; returns how many findings are new, returned, fixed, beyond it and so on.

    Findings are known by their key. New ones are added, known ones keep their approval as
    far as it holds on ``as_of``. What the check covered and did not find again (or found to
    be noise) is fixed; what lies outside its scope is left alone, and so is a finding of a
    legal line that a stand-in line hits. All or nothing is written. Raises as
    ``connection.writing`` and ``schema.require_crs``, and ``Cancelled``.
    """
    path = Path(path)
    with writing(path, crs, progress) as connection:
        srs_id = require_crs(connection, crs, path)
        known = _known_findings(connection)
        progress(0.0)
        stored = decisions_in(connection, path.name)
        real = run.findings[run.findings["severity"] != "noise"]
        weaker = _weaker(real, known)
        current = real[~weaker].reset_index(drop=True)
        _write_contents(connection, current, known, (run, srs_id), part(progress, 0.0, 0.6))
        occurring = _occurring(current, known, stored, run, part(progress, 0.6, 0.7))
        gone = _vanished(known, real, run)
        changes = [*occurring, *gone]
        write = part(progress, 0.7, 0.95)
        write_standings(
            connection, changes, changed=run.seen, as_of=run.as_of, run_id=run.run_id, progress=write
        )
        _describe_extent(connection)
        progress(1.0)
        return {
            **_count(changes, len(current), int(np.sum(weaker))),
            "beyond": _open_beyond(known, real, gone),
        }


def _known_findings(connection: sqlite3.Connection) -> dict[str, _Known]:
    rows = connection.execute(
        "SELECT finding_key, content, plan_layer, parcel, line_type, line_status, rule_id, state, reason, "
        "approver, document_no, date, expiry FROM findings"
    )
    return {row[0]: _Known(Standing(row[7], tuple(row[8:])), *row[1:7]) for row in rows}


def _weaker(findings: pd.DataFrame, known: Mapping[str, _Known]) -> npt.NDArray[np.bool_]:
    """Which findings come from a stand-in or draft line where the store has them from a legal one."""
    legal = [key in known and known[key].line_status == LEGAL for key in findings["finding_key"]]
    flags: npt.NDArray[np.bool_] = np.array(legal, dtype=bool)
    flags &= (findings["line_status"] != LEGAL).to_numpy(dtype=bool)
    return flags


def _write_contents(
    connection: sqlite3.Connection,
    current: pd.DataFrame,
    known: Mapping[str, _Known],
    how: tuple[StoreRun, int],
    progress: Progress,
) -> None:
    """Write what findings tell of themselves: all of it where something changed, else when they were seen."""
    run, srs_id = how
    for start in range(0, len(current), BATCH):
        progress(start / len(current))
        rows = list(_rows(current.iloc[start : start + BATCH], run, srs_id))
        same = [
            row["finding_key"] in known and known[row["finding_key"]].content == row["content"]
            for row in rows
        ]
        connection.executemany(_UPSERT, [row for row, alike in zip(rows, same) if not alike])
        connection.executemany(
            "UPDATE findings SET last_seen = :seen WHERE finding_key = :finding_key",
            [row for row, alike in zip(rows, same) if alike],
        )


def _rows(findings: pd.DataFrame, run: StoreRun, srs_id: int) -> Iterator[dict[str, Any]]:
    """The rows of findings as they are written; ``content`` tells whether one has changed."""
    columns = [_plain_column(findings[name]) for name in CONTENT_FIELDS]
    blobs = to_blobs(findings["geometry"].to_numpy(dtype=object), srs_id)
    for blob, values in zip(blobs, zip(*columns)):
        digest = hashlib.sha256(blob or b"")
        digest.update(repr(values).encode("utf-8"))
        row: dict[str, Any] = dict(zip(CONTENT_FIELDS, values))
        row.update(geom=blob, content=digest.hexdigest()[:16], seen=run.seen, run_id=run.run_id)
        yield row


def _plain_column(values: pd.Series) -> list[object]:
    """Python's own values, NULL for everything missing."""
    return [
        None if value is None or (isinstance(value, float) and math.isnan(value)) else value
        for value in values.astype(object)
    ]


def _occurring(
    current: pd.DataFrame,
    known: Mapping[str, _Known],
    stored: Mapping[str, Exemption],
    run: StoreRun,
    progress: Progress,
) -> list[tuple[str, str | None, Standing]]:
    """The changes of state of findings that occur."""
    read = {item.finding_key: item for item in run.decisions}
    decisions = list(zip(*(_plain_column(current[name]) for name in DECISION_COLUMNS)))
    changes = []
    for number, (key, state) in enumerate(zip(current["finding_key"], current["state"])):
        if number % BATCH == 0:
            progress(number / len(current))
        before = known[key].standing if key in known else None
        found = Standing(state, decisions[number])
        after = standing_of(found, before, stored.get(key), read.get(key), run.as_of)
        if before is None or (before.state, before.decision) != (after.state, after.decision):
            changes.append((key, None if before is None else before.state, after))
    return changes


def _vanished(
    known: Mapping[str, _Known], real: pd.DataFrame, run: StoreRun
) -> list[tuple[str, str | None, Standing]]:
    """Findings that this check covered without finding them again."""
    occurring = set(real["finding_key"])
    covered = {
        key: item
        for key, item in known.items()
        if key not in occurring
        and item.standing.state != FIXED
        and run.scope.covers(item.plan_layer, item.line_type, item.line_status, item.rule_id)
    }
    parcels = run.scope.parcels() if covered else frozenset()
    return [
        (key, item.standing.state, Standing(FIXED, item.standing.decision, GONE))
        for key, item in covered.items()
        if item.parcel in parcels
    ]


def _open_beyond(
    known: Mapping[str, _Known], real: pd.DataFrame, gone: Sequence[tuple[str, str | None, Standing]]
) -> int:
    """How many open findings of the store the check neither met nor could call fixed."""
    told = {*real["finding_key"], *(key for key, _, _ in gone)}
    return sum(item.standing.state == OPEN for key, item in known.items() if key not in told)


def _describe_extent(connection: sqlite3.Connection) -> None:
    """What the GeoPackage says of its layers: the box of the findings, and the moment of the change."""
    connection.execute(
        "UPDATE gpkg_contents SET (min_x, max_x, min_y, max_y) = (SELECT min(ST_MinX(geom)), "
        "max(ST_MaxX(geom)), min(ST_MinY(geom)), max(ST_MaxY(geom)) FROM findings) "
        "WHERE table_name = 'findings'"
    )
    connection.execute("UPDATE gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')")


def _count(
    changes: Sequence[tuple[str, str | None, Standing]], occurring: int, left_alone: int
) -> dict[str, int]:
    """Findings that occur, and how many of all changed their state in which way."""
    return {
        "occurring": occurring,
        "left_alone": left_alone,
        "new": sum(before is None for _, before, _ in changes),
        "exempted": sum(before != EXEMPTED and after.state == EXEMPTED for _, before, after in changes),
        "reopened": sum(before in (EXEMPTED, FIXED) and after.state == OPEN for _, before, after in changes),
        "fixed": sum(after.state == FIXED for _, _, after in changes),
    }
