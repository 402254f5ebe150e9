# SPDX-License-Identifier: GPL-2.0-or-later
"""What a comparison of drafts tells beside its tables."""

from __future__ import annotations

import math
from collections.abc import Mapping

from ..factors import FactorSet
from ..notes import NoteBook
from ..plancheck.findings import NO_CLASS
from .changes import CHANGED, NOISE, NOT_COMPARABLE, ONLY_A, ONLY_B, DraftChanges
from .findings import ComparedFindings


def merge_notes(drafts: Mapping[str, NoteBook], notes: NoteBook) -> None:
    """Take over the notes of the checks of several drafts: each once, with the names of its drafts."""
    taken = []
    for note in (note for book in drafts.values() for note in book):
        if note in taken:
            continue
        taken.append(note)
        names = [name for name, book in drafts.items() if note in list(book)]
        notes.add(
            note.kind,
            "{draft}: {note}",
            count=note.count,
            area_ha=note.area_ha,
            ids=note.ids,
            warning=note.warning,
            draft=" + ".join(names),
            note=note,
        )


def note_changes(changes: DraftChanges, factors: FactorSet, notes: NoteBook) -> None:
    """Tell of ground that cannot be compared, of noise, and of changes without a carbon figure."""
    table = changes.table
    for kind, column in ((ONLY_A, "id_a"), (ONLY_B, "id_b")):
        single = table[table["kind"] == kind]
        if len(single):
            notes.add(
                "ground_of_one_draft",
                "{area_ha:.4f} ha lie in draft {draft} only ({count} parts); they count neither as changed "
                "nor in the carbon difference.",
                count=len(single),
                area_ha=math.fsum(single["area_ha"]),
                ids=single[column].drop_duplicates(),
                draft=kind[-1].upper(),
            )
    unknown = table[table["kind"] == NOT_COMPARABLE]
    if len(unknown):
        notes.add(
            "not_comparable",
            "{area_ha:.4f} ha cannot be compared: a draft has no code of the rules there. Give these parcels "
            "a code of the classification.",
            count=len(unknown),
            area_ha=math.fsum(unknown["area_ha"]),
            ids=unknown["id_a"].drop_duplicates(),
        )
    noise = table[table["kind"] == NOISE]
    if len(noise):
        notes.add(
            "noise_of_drafts",
            "{count} parts where the drafts differ are digitising noise ({area_ha:.6f} ha in sum): listed, "
            "but not counted.",
            count=len(noise),
            area_ha=math.fsum(noise["area_ha"]),
            warning=False,
        )
    _note_without_carbon(changes, factors, notes)


def _note_without_carbon(changes: DraftChanges, factors: FactorSet, notes: NoteBook) -> None:
    table = changes.table
    bare = table[(table["kind"] == CHANGED) & table["carbon_tco2e"].isna()]
    if len(bare):
        pairs = zip(bare["from_class"].fillna(NO_CLASS), bare["to_class"].fillna(NO_CLASS))
        notes.add(
            "change_without_carbon",
            "{count} changes ({area_ha:.4f} ha) have no carbon figure and count nothing in the difference, "
            "which is not 0 there: factor set “{factor_set}” lacks factors for {classes}. Add the rows or "
            "choose another set.",
            count=len(bare),
            area_ha=math.fsum(bare["area_ha"]),
            factor_set=factors.id,
            classes=", ".join(sorted({f"{before} → {after}" for before, after in pairs})),
        )


def note_twice(changes: DraftChanges, notes: NoteBook) -> None:
    """Tell of ground that a comparison meets more than once because a draft overlaps itself."""
    totals = changes.totals
    if totals["twice_a_ha"] or totals["twice_b_ha"]:
        notes.add(
            "drafts_overlap",
            "Overlapping parcels make the comparison meet {twice_a_ha:.4f} ha of draft A and "
            "{twice_b_ha:.4f} ha of draft B more than once. Remove the overlaps from the drafts.",
            twice_a_ha=totals["twice_a_ha"],
            twice_b_ha=totals["twice_b_ha"],
        )


def note_worse(findings: ComparedFindings, notes: NoteBook) -> None:
    """Tell of findings that are in both drafts, but weigh more in B."""
    worse = findings.worse()
    if len(worse):
        notes.add(
            "worse_findings",
            "{count} findings that stayed weigh more in draft B than in draft A: see severity beside "
            "severity_before.",
            count=len(worse),
            ids=worse["finding_key"],
        )


def note_recut(findings: ComparedFindings, notes: NoteBook) -> None:
    """Tell of findings of A that are listed under other keys in B."""
    if findings.recut:
        notes.add(
            "recut_findings",
            "{count} findings of draft A go on in draft B under other parcels, which were re-cut; they are "
            "listed there as stayed.",
            count=len(findings.recut),
            ids=findings.recut,
            warning=False,
        )
