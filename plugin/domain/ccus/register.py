# SPDX-License-Identifier: GPL-2.0-or-later
"""The facility register as the account takes it: every cell read, checked and named where it is wrong."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from ..errors import InputError
from ..progress import Progress, silent
from ..total_rows import refuse_totals
from .vocabulary import CCS, CCU, PERMANENCE, PERMANENT, SHORT_LIVED, TYPES, WEATHERING, word_of

#: Fields of a register (resources/factors/ccus_template.csv): text, whole numbers, amounts, shares.
TEXTS = (
    *("facility_id", "type", "source_sector", "storage_site", "storage_class", "permanence_class"),
    *("transport_mode", "verification"),
)
AMOUNTS = ("capacity_tco2_a", "flue_tco2_a", "captured_tco2_a", "energy_penalty_tco2_a")
SHARES = ("capture_rate", "transport_loss", "storage_loss_a")
FIELDS = (*TEXTS, "year", *AMOUNTS, *SHARES)

#: What every facility must state, whatever its type.
_ALWAYS = ("type", "year", "transport_loss", "energy_penalty_tco2_a")
#: What only these types must state: whom they relieve, how long it lasts, and weathering its amount.
_ONLY = {
    CCS: ("source_sector",),
    CCU: ("source_sector", "permanence_class"),
    WEATHERING: ("captured_tco2_a",),
}
#: A stated capture may exceed what flue gas and capacity allow by the rounding of a table.
ROUNDING = 1e-6
#: Before it no CO2 was captured: a year of 0 is a NULL that a format kept as 0.
FIRST_YEAR = 1900
#: Rows between two reports of progress.
STEP = 1_000
#: A comma may part thousands; any other could be a decimal one.
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d*)?$")


@dataclass(frozen=True)
class _Row:
    """One row of a register with the words for its errors."""

    layer: str
    facility: str
    cells: Mapping[str, str]
    names: Mapping[str, str]

    def number(self, field: str) -> float:
        """A cell as a number; NaN where it is empty."""
        text = self.cells[field]
        if not text:
            return math.nan
        try:
            value = float(text.replace(",", "") if _THOUSANDS.match(text) else text)
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            raise InputError(
                "Layer “{layer}”, facility “{facility}”, field “{field}”: “{value}” is no number. Correct "
                "it.",
                layer=self.layer,
                facility=self.facility,
                field=self.names[field],
                value=text,
            )
        return value

    def amount(self, field: str) -> float:
        value = self.number(field)
        if value < 0:
            raise InputError(
                "Layer “{layer}”, facility “{facility}”, field “{field}”: {value} is below 0. Amounts are "
                "tonnes of CO2 a year, all of them positive.",
                layer=self.layer,
                facility=self.facility,
                field=self.names[field],
                value=self.cells[field],
            )
        return value

    def share(self, field: str) -> float:
        value = self.number(field)
        if value < 0 or value > 1:
            raise InputError(
                "Layer “{layer}”, facility “{facility}”, field “{field}”: {value} is no share. Write shares "
                "from 0 to 1 (90 % is 0.9).",
                layer=self.layer,
                facility=self.facility,
                field=self.names[field],
                value=self.cells[field],
            )
        return value

    def word(self, field: str, words: Mapping[str, tuple[str, ...]]) -> str:
        text = self.cells[field]
        found = word_of(text, words)
        if found is None:
            raise InputError(
                "Layer “{layer}”, facility “{facility}”, field “{field}”: “{value}” is not known. Use one "
                "of {known}.",
                layer=self.layer,
                facility=self.facility,
                field=self.names[field],
                value=text,
                known=", ".join(words),
            )
        return found

    def whole(self, field: str) -> int:
        value = self.number(field)
        if not value.is_integer() or value < FIRST_YEAR:
            raise InputError(
                "Layer “{layer}”, facility “{facility}”, field “{field}”: “{value}” is no calendar year "
                "from {first} on. Correct it.",
                layer=self.layer,
                facility=self.facility,
                field=self.names[field],
                value=self.cells[field],
                first=FIRST_YEAR,
            )
        return int(value)

    def require(self, fields: Sequence[str]) -> None:
        """Refuse a row that leaves one of the fields empty."""
        lacking = [self.names[field] for field in fields if not self.cells[field]]
        if lacking:
            raise InputError(
                "Layer “{layer}”, facility “{facility}”: {fields} is empty. Fill it in; an amount or share "
                "of nothing is 0.",
                layer=self.layer,
                facility=self.facility,
                fields=", ".join(lacking),
            )


def read_register(
    cells: pd.DataFrame,
    *,
    year: int,
    layer: str,
    names: Mapping[str, str] | None = None,
    progress: Progress = silent,
) -> pd.DataFrame:
    """Check a register with all cells text and the columns ``FIELDS``; ``names`` are its own field names.

    One row is what one facility captured in one year. Returns the same columns typed (amounts in
    t CO2/a, shares 0–1, NaN where nothing is stated) with ``captured_tco2``: the stated amount,
    else capture rate × flue emission. Raises ``InputError`` that names the facility and the field
    for whatever is missing, unknown, no number, out of its range, doubled in a year, the total of
    other rows, later than ``year``, or beyond flue gas or capacity.
    """
    names = names or {field: field for field in FIELDS}
    refuse_totals(cells["facility_id"].set_axis(range(1, len(cells) + 1)), layer)
    rows = []
    seen: set[tuple[str, int]] = set()
    for number, record in enumerate(cells.to_dict("records"), 1):
        if number % STEP == 0:
            progress(number / len(cells))
        text = {str(field): str(value) for field, value in record.items()}
        if not text["facility_id"]:
            raise InputError(
                "Layer “{layer}”, feature {number}: field “{field}” is empty. Every facility needs an id.",
                layer=layer,
                number=number,
                field=names["facility_id"],
            )
        row = _Row(layer, text["facility_id"], text, names)
        typed = _typed(row, year)
        _refuse_doubled(row, typed, seen)
        rows.append(typed)
    return pd.DataFrame(rows, columns=[*FIELDS, "captured_tco2"])


def _typed(row: _Row, year: int) -> dict[str, object]:
    row.require(_ALWAYS)
    kind = row.word("type", TYPES)
    row.require(_ONLY.get(kind, ()))
    permanence = row.word("permanence_class", PERMANENCE) if row.cells["permanence_class"] else PERMANENT
    if permanence != SHORT_LIVED:
        row.require(["storage_loss_a"])
    typed: dict[str, object] = {field: row.cells[field] for field in TEXTS}
    typed.update({field: row.amount(field) for field in AMOUNTS})
    typed.update({field: row.share(field) for field in SHARES})
    typed.update(type=kind, permanence_class=permanence, year=_year_of(row, year))
    typed["captured_tco2"] = _captured(row)
    return typed


def _year_of(row: _Row, account_year: int) -> int:
    year = row.whole("year")
    if year > account_year:
        raise InputError(
            "Layer “{layer}”, facility “{facility}”: its year {year} lies after the year of the account, "
            "{account}. Set YEAR to {year} or later, or leave the facility out.",
            layer=row.layer,
            facility=row.facility,
            year=year,
            account=account_year,
        )
    return year


def _captured(row: _Row) -> float:
    stated, flue = row.amount("captured_tco2_a"), row.amount("flue_tco2_a")
    if math.isnan(stated):
        row.require(["capture_rate", "flue_tco2_a"])
        stated = row.share("capture_rate") * flue
    elif stated > flue * (1 + ROUNDING):
        raise InputError(
            "Layer “{layer}”, facility “{facility}”: {captured} t CO2 captured is more than its flue gas "
            "holds, {flue} t CO2. Correct one of the two.",
            layer=row.layer,
            facility=row.facility,
            captured=row.cells["captured_tco2_a"],
            flue=row.cells["flue_tco2_a"],
        )
    capacity = row.amount("capacity_tco2_a")
    if stated > capacity * (1 + ROUNDING):
        raise InputError(
            "Layer “{layer}”, facility “{facility}”: {captured:.10g} t CO2 captured in the year is beyond "
            "its capacity, {capacity} t CO2/a. Correct the capacity, the flue gas or the capture rate.",
            layer=row.layer,
            facility=row.facility,
            captured=stated,
            capacity=row.cells["capacity_tco2_a"],
        )
    return stated


def _refuse_doubled(row: _Row, typed: Mapping[str, object], seen: set[tuple[str, int]]) -> None:
    key = (unicodedata.normalize("NFKC", row.facility), int(str(typed["year"])))
    if key in seen:
        raise InputError(
            "Layer “{layer}”: facility “{facility}” occurs twice for {year}. Keep one row per facility and "
            "year, and give every facility an id of its own.",
            layer=row.layer,
            facility=row.facility,
            year=key[1],
        )
    seen.add(key)
