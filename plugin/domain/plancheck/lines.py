# SPDX-License-Identifier: GPL-2.0-or-later
"""Control lines bound to a rule pack: zones understood, and the rules that cannot run here listed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from ..areas import WorkPlane
from ..errors import RuleError
from ..notes import NoteBook
from ..rules import AUTOMATED, INSIDE, STATUSES, RulePack, place_of, refuse_evaluation_layer, zone_of
from .keys import feature_tokens
from .layers import ControlLine, Texts

NOT_RUN_COLUMNS = (
    "rule_id",
    "line_type",
    "check_type",
    "severity",
    "verified",
    "rule_text",
    "rule_text_zh",
    "reason",
    "reason_zh",
)
NOT_AUTOMATED = (
    "not automated in this version; check by hand, it needs {needs}",
    "本版本未自动化，请人工核查，需要{needs}",
)
NO_ZONES = (
    "the layer has no zone field, so the part of the line that this rule speaks about is unknown",
    "图层没有分区字段，无法确定本规则所指的范围",
)


@dataclass(frozen=True)
class BoundLine:
    """A control line with a zone id per feature ("" = no zone) and a stable token per feature."""

    line: ControlLine
    zones: Texts
    tokens: Texts
    doubled: npt.NDArray[np.bool_]
    zones_known: bool


def bind_lines(
    lines: Sequence[ControlLine], pack: RulePack, plane: WorkPlane, notes: NoteBook
) -> list[BoundLine]:
    """Check type, status and zone values of each line, and order the lines independently of the caller.

    Without zone values the features count as the line type's default zone, which is
    noted. Raises ``RuleError`` for an unknown type, status or zone value, for a layer
    without polygons and for an evaluation layer that only looks like the line.
    """
    for line in lines:
        _check_line(line, pack)
    bound = [_bind(line, pack, plane, notes) for line in lines]
    return sorted(bound, key=lambda item: (item.line.line_type, item.line.layer, sorted(item.tokens)))


def rules_not_run(bound: Sequence[BoundLine], pack: RulePack) -> pd.DataFrame:
    """Rules of the lines at hand (and of their group) that no look-up decides, each with the reason.

    Columns ``NOT_RUN_COLUMNS``, in rule order.
    """
    present = {item.line.line_type for item in bound}
    parents = {str(pack.line_types.at[line_type, "parent"]) for line_type in present}
    zones_here = {
        line_type: {zone for item in bound if item.line.line_type == line_type for zone in item.zones}
        for line_type in present
    }
    zones_known = {item.line.line_type for item in bound if item.zones_known}
    rows = []
    for _, rule in pack.rules[pack.rules["line_type"].isin(present | parents - {""})].iterrows():
        reason = _reason_not_run(rule, zones_here, zones_known, pack)
        if reason is not None:
            rows.append([*(rule[column] for column in NOT_RUN_COLUMNS[:7]), *reason])
    return pd.DataFrame(rows, columns=list(NOT_RUN_COLUMNS), dtype=object)


def _reason_not_run(
    rule: pd.Series, zones_here: dict[str, set[str]], zones_known: set[str], pack: RulePack
) -> tuple[str, str] | None:
    if rule["check_type"] not in AUTOMATED or not place_of(rule):
        kind = pack.check_types.loc[rule["check_type"]]
        return (
            NOT_AUTOMATED[0].format(needs=kind["needs_en"]),
            NOT_AUTOMATED[1].format(needs=kind["needs_zh"]),
        )
    line_type, zone = rule["line_type"], rule["zone"]
    unknown = zone and line_type not in zones_known and zone not in zones_here[line_type]
    return NO_ZONES if unknown and place_of(rule) == INSIDE else None


def _check_line(line: ControlLine, pack: RulePack) -> None:
    if line.line_type not in pack.line_types.index:
        raise RuleError(
            "Layer “{layer}”: line type “{line_type}” is unknown; known are {known}.",
            layer=line.layer,
            line_type=line.line_type,
            known=", ".join(pack.line_types.index),
        )
    if line.status not in STATUSES:
        raise RuleError(
            "Layer “{layer}”: line status “{status}” is unknown; choose one of {known}.",
            layer=line.layer,
            status=line.status,
            known=", ".join(STATUSES),
        )
    if shapely.is_missing(line.geometry).all():
        raise RuleError(
            "Control line “{layer}” has no polygons, so nothing can be checked against it. "
            "Leave it out or choose another layer.",
            layer=line.layer,
        )
    refuse_evaluation_layer(line.layer, line.line_type)


def _bind(line: ControlLine, pack: RulePack, plane: WorkPlane, notes: NoteBook) -> BoundLine:
    zones, known = _zones_of(line, pack, notes)
    tokens, doubled = feature_tokens(line.ids, line.geometry, plane)
    if doubled.any() and line.ids is not None:
        note_doubled_ids(line.layer, line.ids[doubled], notes)
    return BoundLine(line, zones, tokens, doubled, known)


def note_doubled_ids(layer: str, ids: Iterable[object], notes: NoteBook) -> None:
    """Tell that features share an id, so that their findings are known again by geometry too."""
    names = [str(name) for name in ids]
    notes.add(
        "duplicate_ids",
        "{count} features of layer {layer} share their id with another one; "
        "their findings are recognised by id and geometry. Give every feature an id of its own.",
        count=len(names),
        ids=sorted(set(names)),
        layer=layer,
    )


def _zones_of(line: ControlLine, pack: RulePack, notes: NoteBook) -> tuple[Texts, bool]:
    default = str(pack.line_types.at[line.line_type, "default_zone"])
    zones = np.full(len(line.geometry), default, dtype=object)
    if not (pack.zones["line_type"] == line.line_type).any():
        return zones, True
    raw = np.full(len(zones), None, dtype=object) if line.zones is None else line.zones
    blank = np.array([value is None or not str(value).strip() for value in raw], dtype=bool)
    known = {str(value): zone_of(pack, line.line_type, str(value), line.layer) for value in set(raw[~blank])}
    zones[~blank] = [known[str(value)] for value in raw[~blank]]
    if blank.any() and default:
        notes.add(
            "no_zone",
            "{count} features of control line {layer} have no zone; they are checked as zone “{zone}”. "
            "Choose the zone field of the layer, or fill in the zones.",
            count=int(blank.sum()),
            layer=line.layer,
            zone=default,
        )
    elif blank.any():
        notes.add(
            "no_zone",
            "{count} features of control line {layer} have no zone; zone rules do not run on them. "
            "Choose the zone field of the layer, or fill in the zones.",
            count=int(blank.sum()),
            layer=line.layer,
        )
    return zones, not blank.all()
