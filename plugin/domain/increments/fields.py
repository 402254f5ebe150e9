# SPDX-License-Identifier: GPL-2.0-or-later
"""Fields and codes of the process layer of the change survey (DLTBGXGC, 地类图斑更新过程层).

As read in a practitioner's survey software (resources/classes/SOURCES.md, change_causes.csv); the
ministry's specification was not at hand, so every field can be chosen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

#: What a process states → the names under which it is looked for, in this order, in any case.
FIELDS: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "before": ("BGQDLBM",),
        "after": ("BGHDLBM",),
        "area": ("TBBGMJ", "BGMJ", "TBMJ"),
        "ridge_before": ("BGQKCMJ",),
        "ridge_after": ("BGHKCMJ",),
        "net_before": ("BGQTBDLMJ",),
        "net_after": ("BGHTBDLMJ",),
        "unit_before": ("BGQZLDWDM", "BGQXZQDM", "BGQZLDWMC", "ZLDWDM", "XZQDM"),
        "unit_after": ("BGHZLDWDM", "BGHXZQDM", "BGHZLDWMC", "ZLDWDM", "XZQDM"),
        "id": ("BSM",),
        "date": ("GXSJ",),
        "boundary": ("XZQTZLX",),
    }
)

#: Fields of the survey hold codes of this classification.
SURVEY_FIELDS, SURVEY_CLASSIFICATION = ("BGQDLBM", "BGHDLBM"), "cn_third_survey"

#: Codes of XZQTZLX (行政区调整类型): ground that enters the county (调入; national border or zero-metre
#: line) and that leaves it. 0 and empty: ground within the county.
ENTERS, LEAVES = frozenset({"1", "3"}), frozenset({"2", "4"})


def field_of(names: Sequence[str], meaning: str, chosen: str | None = None) -> str | None:
    """The field that holds a meaning: the chosen one, else the first default that is there; None."""
    if chosen:
        return chosen
    there = {name.upper(): name for name in names}
    return next((there[name] for name in FIELDS.get(meaning, ()) if name in there), None)
