# SPDX-License-Identifier: GPL-2.0-or-later
"""``CLASSIFICATION=auto``: which classification a field holds, or why that cannot be told."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import ClassError
from .library import CARBON_CLASS_ID, Classification, classification_ids, load_classification
from .raw_codes import DistinctCodes, RawCode
from .refuse import listed, refuse_trial_2020
from .resolve import LANDSEA_2023, Resolved, Resolver

#: Readings that count as "this code belongs to the classification".
_KNOWN = ("exact", "padded", "named", "grid", "ambiguous")


@dataclass(frozen=True)
class _Candidate:
    classification: Classification
    resolved: dict[RawCode, Resolved]

    def unknown(self) -> list[RawCode]:
        return [raw for raw in self.resolved if not self.knows(raw)]

    def knows(self, raw: RawCode) -> bool:
        """Whether the code belongs here; a finer OSM tag counts, for no other code has its form."""
        how = self.resolved[raw].how
        return how in _KNOWN or (how == "prefix" and "=" in raw.text)

    def carbon_class(self, raw: RawCode) -> str | None:
        """Carbon class of a code; a number with two readings agrees with nobody."""
        code = self.resolved[raw].code
        if code is None:
            return f"{self.classification.id}:{raw.text}"
        carbon_class: str | None = self.classification.codes.at[code, "carbon_class"]
        return carbon_class


def choose_classification(distinct: DistinctCodes, *, field: str, layer: str) -> Classification:
    """The classification that the codes of a field belong to.

    A field name that a standard reserves decides, unless codes speak against it. Else every
    distinct code must be known to the classification (group matching does not count here); if
    several know them all, they must agree on the carbon class of every code, and the first in
    the shipped order is taken. Anything else raises ``ClassError``.
    """
    raws = [raw for raw in distinct.codes if raw is not None]
    if not raws:
        raise ClassError(
            "Layer “{layer}”, field “{field}” holds no code at all (only NULL); choose the field "
            "with the codes.",
            layer=layer,
            field=field,
        )
    candidates = [_read_as(load_classification(name), raws) for name in _auto_ids()]
    for candidate in candidates:
        if field.upper() in candidate.classification.field_names:
            return _confirm_hint(candidate, candidates, raws, field=field, layer=layer)
    fitting = [candidate for candidate in candidates if not candidate.unknown()]
    if not fitting:
        raise _no_fit(candidates, raws, field=field, layer=layer)
    for other in fitting[1:]:
        _require_agreement(fitting[0], other, raws, field=field, layer=layer)
    return fitting[0].classification


def _auto_ids() -> tuple[str, ...]:
    return (*classification_ids(), CARBON_CLASS_ID)


def _read_as(classification: Classification, raws: list[RawCode]) -> _Candidate:
    resolver = Resolver(classification)
    grid = resolver.grid_codes(raws)
    return _Candidate(classification, grid or {raw: resolver.resolve(raw) for raw in raws})


def _confirm_hint(
    hinted: _Candidate, candidates: list[_Candidate], raws: list[RawCode], *, field: str, layer: str
) -> Classification:
    if hinted.classification.id == LANDSEA_2023:
        refuse_trial_2020(raws, field=field, layer=layer)
    # A name that contradicts its code is told by the matching itself, in its own words.
    strange = [raw for raw in hinted.unknown() if hinted.resolved[raw].how != "contradicted"]
    for raw in strange:
        for other in candidates:
            if other is not hinted and other.knows(raw):
                raise ClassError(
                    "Layer “{layer}”: the field name “{field}” says {hinted}, but “{code}” is no code of it "
                    "while {other} has it. Set CLASSIFICATION to the one that the field holds.",
                    layer=layer,
                    field=field,
                    hinted=hinted.classification.id,
                    code=raw.text,
                    other=other.classification.id,
                )
    return hinted.classification


def _require_agreement(
    first: _Candidate, other: _Candidate, raws: list[RawCode], *, field: str, layer: str
) -> None:
    for raw in raws:
        if first.carbon_class(raw) != other.carbon_class(raw):
            raise ClassError(
                "Layer “{layer}”, field “{field}”: the codes fit both {first} and {other}, which do not "
                "agree on “{code}” ({first_name} or {other_name}). Set CLASSIFICATION to the one that "
                "the field holds.",
                layer=layer,
                field=field,
                first=first.classification.id,
                other=other.classification.id,
                code=raw.text,
                first_name=_name_of(first, raw),
                other_name=_name_of(other, raw),
            )


def _name_of(candidate: _Candidate, raw: RawCode) -> str:
    code = candidate.resolved[raw].code
    if code is None:
        return candidate.resolved[raw].other
    row = candidate.classification.codes.loc[code]
    return str(row["name_zh"] or row["name_en"])


def _no_fit(candidates: list[_Candidate], raws: list[RawCode], *, field: str, layer: str) -> ClassError:
    best = min(candidates, key=lambda candidate: len(candidate.unknown()))
    return ClassError(
        "Layer “{layer}”, field “{field}”: no shipped classification knows all codes. The closest, {best}, "
        "does not know {unknown} ({count} of {total} distinct codes). Set CLASSIFICATION (with "
        "UNMAPPED=exclude to leave such codes out), or give a crosswalk CSV (code,carbon_class).",
        layer=layer,
        field=field,
        best=best.classification.id,
        unknown=listed(raw.text for raw in best.unknown()),
        count=len(best.unknown()),
        total=len(raws),
    )
