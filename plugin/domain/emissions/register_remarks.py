# SPDX-License-Identifier: GPL-2.0-or-later
"""What an inventory notes about its register of enterprises."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ..notes import NoteBook
from .contained_sectors import SECTOR
from .lines import Line
from .register import REGISTERED, Register, beside_registered
from .remarks import rows_in, sum_of


def note_register(lines: Sequence[Line], register: Register, notes: NoteBook) -> None:
    """What the register replaced, and where sums of a sector may hold its enterprises a second time."""
    if register.other_years:
        notes.add(
            "register_other_years",
            "{count} entries of the register are of other years and are left out.",
            count=register.other_years,
            warning=False,
        )
    replaced = [line for line in lines if line.reason == REGISTERED]
    if replaced:
        names = {(line.enterprise, line.scope) for line in replaced}
        figures = [line for line in register.lines if (line.enterprise, line.scope) in names]
        notes.add(
            "register_replaces",
            "{count} activity rows belong to enterprises of the register, whose figures replace them: "
            "{register:.10g} t CO2e instead of {activity:.10g} t CO2e. OUTPUT_REGISTER lists the differences."
            "",
            count=len(replaced),
            ids=rows_in(replaced),
            register=sum_of(figures),
            activity=sum_of(replaced),
        )
    _note_parts(register, notes)
    less = [line for line in lines[: len(lines) - len(register.lines)] if line.taken_tco2e]
    if less:
        notes.add(
            "register_contained",
            "{count} rows are sums that contain registered enterprises: {amount:.10g} t CO2e of these are "
            "taken off them. Column registered_tco2e tells how much.",
            count=len(less),
            ids=rows_in(less),
            amount=math.fsum(line.taken_tco2e for line in less),
        )
    _note_unregistered(lines, register, notes)
    weak = [line for line in register.lines if line.weak and not line.reason]
    if weak:
        notes.add(
            "register_unverified",
            "{count} entries of the register are not verified ({amount:.10g} t CO2e).",
            count=len(weak),
            ids=[line.enterprise for line in weak],
            amount=sum_of(weak),
        )
    beside = beside_registered(lines[: len(lines) - len(register.lines)], register)
    if beside:
        notes.add(
            "register_beside_sums",
            "{count} rows ({amount:.10g} t CO2e) name no enterprise but stand in a unit, sector and scope "
            "with registered ones. If they are sums that hold those enterprises, take them off: nothing may "
            "count twice.",
            count=len(beside),
            ids=rows_in(beside),
            amount=sum_of(beside),
        )


def _note_parts(register: Register, notes: NoteBook) -> None:
    wholes = [line for line in register.lines if line.taken_tco2e]
    if wholes:
        notes.add(
            "register_parts",
            "{count} entries of the register hold others (products of an enterprise, enterprises of a park): "
            "{amount:.10g} t CO2e of these are taken off them. Column counted_tco2e tells what is left.",
            count=len(wholes),
            ids=[line.enterprise for line in wholes],
            warning=False,
            amount=math.fsum(line.taken_tco2e for line in wholes),
        )


def _note_unregistered(lines: Sequence[Line], register: Register, notes: NoteBook) -> None:
    known = {line.enterprise for line in register.lines}
    named = {name for line in lines for name in line.contains if not name.startswith(SECTOR)} - known
    if named:
        notes.add(
            "contained_not_registered",
            "{count} enterprises that rows contain are not in the register of the year: nothing is taken off "
            "for them.",
            count=len(named),
            ids=sorted(named),
        )
