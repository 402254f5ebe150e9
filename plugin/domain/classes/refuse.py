# SPDX-License-Identifier: GPL-2.0-or-later
"""Codes that could only be read by guessing: each stops the run with what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..errors import ClassError
from .library import Classification
from .raw_codes import RawCode
from .resolve import LANDSEA_2023, Resolved, has_trial_name, only_in_trial, trial_2020

#: Codes spelled out in an error; more would bury the remedy.
CODES_IN_ERROR = 8


def listed(codes: Iterable[str]) -> str:
    """The first codes, and how many more there are."""
    codes = list(codes)
    shown = ", ".join(f"“{code}”" for code in codes[:CODES_IN_ERROR])
    return shown if len(codes) <= CODES_IN_ERROR else f"{shown} … (+{len(codes) - CODES_IN_ERROR})"


def refuse_trial_2020(raws: Iterable[RawCode], *, field: str, layer: str) -> None:
    """Stop when codes occur that only the 2020 trial version of the land-and-sea guide has."""
    found = sorted({code for code in map(only_in_trial, raws) if code is not None})
    if found:
        raise ClassError(
            "Layer “{layer}”, field “{field}”: {codes} exist only in the 2020 trial version of the "
            "land-and-sea classification, so the other codes may have their 2020 meaning too "
            "({changed}). Convert the field to 2023 codes first.",
            layer=layer,
            field=field,
            codes=listed(found),
            changed=_changes(),
        )


def refuse_ambiguous(
    resolved: Mapping[RawCode, Resolved], classification: Classification, *, field: str, layer: str
) -> None:
    """Stop at a number that is a code both as it stands and with its lost leading zero."""
    for raw, found in resolved.items():
        if found.how == "ambiguous":
            raise ClassError(
                "Layer “{layer}”, field “{field}”: the number {raw} may stand for “{raw}” or for "
                "“{other}” of {classification}. Make the field a text field with full codes.",
                layer=layer,
                field=field,
                raw=raw.text,
                other=found.other,
                classification=classification.id,
            )


def refuse_contradicted(
    resolved: Mapping[RawCode, Resolved], classification: Classification, *, field: str, layer: str
) -> None:
    """Stop at a code with a name that belongs to another class."""
    for raw, found in resolved.items():
        if found.how != "contradicted" or found.code is None:
            continue
        if classification.id == LANDSEA_2023 and has_trial_name(found):
            raise ClassError(
                "Layer “{layer}”, field “{field}”: “{raw}” is the 2020 trial meaning of code {code}; "
                "in 2023 {code} means “{expected}” and this class is {new}. Convert the field to "
                "2023 codes first ({changed}).",
                layer=layer,
                field=field,
                raw=raw.text,
                code=found.code,
                expected=classification.codes.at[found.code, "name_zh"],
                new=trial_2020()[found.code][1],
                changed=_changes(),
            )
        raise ClassError(
            "Layer “{layer}”, field “{field}”: “{raw}” gives code {code} the name “{written}”, but in "
            "{classification} {code} means “{expected}”. Set CLASSIFICATION to the one that the "
            "field holds, or correct the value.",
            layer=layer,
            field=field,
            raw=raw.text,
            code=found.code,
            written=found.written_name,
            classification=classification.id,
            expected=classification.codes.at[found.code, "name_zh"]
            or classification.codes.at[found.code, "name_en"],
        )


def _changes() -> str:
    return ", ".join(f"{old} → {new}" for old, (_, new, _only) in trial_2020().items())
