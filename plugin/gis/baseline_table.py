# SPDX-License-Identifier: GPL-2.0-or-later
"""The table per unit and class that “Sink baseline” and “Update baseline” write, read back and checked."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..domain.errors import InputError
from ..domain.stocks import ACCOUNT_COLUMNS, FACTORS
from ..domain.total_rows import is_total
from .manifests import manifest_of, witnesses_of
from .report_results import with_figures
from .run import Run
from .tables import frame_of, read_table
from .vector_inputs import VectorInput

#: Columns without which a table is no baseline.
NEEDED = ("unit", "carbon_class", "area_ha")
BASELINE = "BASELINE"
#: No unit on Earth has more.
LARGEST_HA = 1e11
#: Tools that write such a table, and their output.
WRITERS, WRITTEN = ("sinkbaseline", "updatebaseline"), "OUTPUT_TABLE"


@dataclass(frozen=True)
class BaselineTable:
    """``rows``: the columns of the table; the index numbers the rows as the file does.

    unit and carbon_class are texts, codes with their zeros; year and ``ACCOUNT_COLUMNS``, those that
    are there, are numbers, NaN where empty; method and accounts_for, where they are there, are
    filled: ground by the factor set is ``FACTORS`` and "". ``layer`` is what users call it.
    """

    layer: str
    rows: pd.DataFrame


def read_baseline(run: Run) -> BaselineTable:
    """The table of the parameter BASELINE: a layer without shapes, a CSV file or a workbook.

    A table for which no run manifest vouches is noted: a run that was killed may have left half of it.
    Raises ``InputError`` for a table that is none of a baseline, for rows without unit, class or
    area, for rows of totals and repeated ones, for areas below 0, broken years and texts in place of numbers.
    """
    rows = read_table(run, BASELINE)
    opened = run.open(BASELINE)
    layer = opened.name
    _refuse_other_tables(rows, layer)
    _refuse_gaps(rows, layer)
    _refuse_repeated(rows, layer)
    numbers = {name: _numbers(rows, name, layer) for name in (*ACCOUNT_COLUMNS, "year") if name in rows}
    plain = (("method", FACTORS), ("accounts_for", ""))
    texts = {name: rows[name].mask(rows[name] == "", word) for name, word in plain if name in rows}
    if not _is_vouched(opened):
        run.notes.add(
            "no_manifest",
            "Table “{layer}” has no run manifest that matches it: it was edited after the run, a run that "
            "was stopped left it unfinished, or it comes from elsewhere. Its figures are used as they "
            "stand; make sure that it is whole.",
            layer=layer,
        )
    return BaselineTable(layer, rows.assign(**numbers, **texts))


def _is_vouched(opened: VectorInput) -> bool:
    if opened.layer is None:
        return False
    frame = with_figures(frame_of(opened.layer), opened.name)
    own = manifest_of(opened.layer)
    return any(witnesses_of(own, (), frame, tool, WRITTEN).vouched for tool in WRITERS)


def _refuse_other_tables(rows: pd.DataFrame, layer: str) -> None:
    missing = [name for name in NEEDED if name not in rows.columns]
    if missing:
        raise InputError(
            "Layer “{layer}” has no field {fields}: it is not the table per unit and class that “Sink "
            "baseline” writes (OUTPUT_TABLE).",
            layer=layer,
            fields=", ".join(missing),
        )
    if rows.empty:
        raise InputError("Table “{layer}” has no rows. Make the baseline again.", layer=layer)


def _refuse_gaps(rows: pd.DataFrame, layer: str) -> None:
    gaps = rows.index[(rows[list(NEEDED)] == "").any(axis=1)]
    if len(gaps):
        raise InputError(
            "Table “{layer}”: {count} rows lack unit, carbon_class or area_ha; the first is row {row}. Make "
            "the baseline again.",
            layer=layer,
            count=len(gaps),
            row=int(gaps[0]),
        )


def _refuse_repeated(rows: pd.DataFrame, layer: str) -> None:
    keys = [name for name in ("unit", "carbon_class", "year", "method", "accounts_for") if name in rows]
    totals = rows["unit"].map({name: is_total(name) for name in rows["unit"].unique()})
    # Method layers may hold many parts of a class.
    by_factors = rows["method"].isin(["", FACTORS]) if "method" in rows else True
    again = rows.index[totals | (rows.duplicated(keys) & by_factors)]
    if len(again):
        raise InputError(
            "Table “{layer}”, row {row}: unit “{unit}”, class {carbon_class} is in another row too, or the "
            "row is a total of others; it would count twice. Make the baseline again.",
            layer=layer,
            row=int(again[0]),
            unit=rows.at[again[0], "unit"],
            carbon_class=rows.at[again[0], "carbon_class"],
        )


def _numbers(rows: pd.DataFrame, column: str, layer: str) -> pd.Series:
    numbers = pd.to_numeric(rows[column], errors="coerce").astype(float)
    wrong = ~np.isfinite(numbers) & (rows[column] != "")
    if column == "area_ha":
        wrong |= (numbers < 0.0) | (numbers > LARGEST_HA)
    if column == "year":
        wrong |= numbers % 1 > 0.0
    if wrong.any():
        raise InputError(
            "Table “{layer}”, row {row}, column “{column}”: “{value}” cannot be used. Areas are 0 ha or "
            "more, years whole numbers, all figures plain numbers. Make the baseline again.",
            layer=layer,
            row=int(rows.index[wrong][0]),
            column=column,
            value=rows.loc[wrong, column].iloc[0],
        )
    return numbers
