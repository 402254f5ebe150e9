# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of the projected baseline: the path of the whole, and stock and removal per unit and year."""

from __future__ import annotations

import math

import pandas as pd

from ..domain.profiles import Profile
from ..domain.stocks import known_sum
from .baseline_tables import quantity_column
from .change_rows import numeric, with_unit_names
from .model import ReportData
from .table import Column, Table, make_table
from .texts import Texts

BOUNDED = ("stock_tc", "removal_tco2e_a", "emission_tco2e_a", "cumulative_removal_tco2e")
_FIGURES = (*(f"{name}{end}" for name in BOUNDED for end in ("", "_low", "_high")), "net_tco2e_a")


def projection_tables(data: ReportData, profile: Profile, texts: Texts) -> list[Table]:
    """The path of all units, and stock, removal and net emission per unit in the target years."""
    return [
        path_table(data, profile, texts),
        *(
            _by_year(table_id, key, quantity, bounded, data, profile, texts)
            for table_id, key, quantity, bounded in (
                ("projected_stock", "stock_tc", "carbon", True),
                ("projected_removal", "removal_tco2e_a", "flux", True),
                ("projected_net", "net_tco2e_a", "flux", False),
            )
            if projected(data)[key].notna().any()
        ),
    ]


def projected(data: ReportData) -> pd.DataFrame:
    """The rows of the projection (unit, year) with every figure as a float."""
    frame = numeric(data.sink["projection"], _FIGURES)
    frame["year"] = pd.to_numeric(frame["year"]).astype(int)
    return frame


def path_rows(data: ReportData) -> pd.DataFrame:
    """The path of all units by year: as the run states a year, else added up, which has no intervals.

    A single unit is the whole, with its intervals.
    """
    frame = projected(data)
    whole = frame["unit"].nunique() == 1
    stated = {} if data.path is None else {int(row["year"]): row for row in data.path.to_dict("records")}
    rows = []
    for year, part in frame.groupby("year", sort=True):
        sums = {name: known_sum(part[name]) for name in (_FIGURES if whole else (*BOUNDED, "net_tco2e_a"))}
        rows.append({"year": year, **sums, **stated.get(int(year), {})})
    return numeric(pd.DataFrame(rows), _FIGURES)


def path_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """One row per target year: stock at its end, removal, emission and net in it, removed since the base."""
    frame = path_rows(data)
    frame["year_shown"] = [str(int(year)) for year in frame["year"]]
    columns = [
        Column("year_shown", texts("year"), layout="short"),
        *(
            quantity_column(key, text, quantity, profile, texts, interval=interval)
            for key, text, quantity, interval in (
                ("stock_tc", "stock", "carbon", True),
                ("removal_tco2e_a", "removal", "flux", True),
                ("emission_tco2e_a", "emission", "flux", True),
                ("net_tco2e_a", "net", "flux", False),
                ("cumulative_removal_tco2e", "cumulative_removal", "co2e", True),
            )
            if frame[key].notna().any()
        ),
    ]
    notes = [texts("foot_projection"), texts("foot_interval")]
    return make_table("projection_path", columns, frame, profile, texts, notes=notes)


def _by_year(
    table_id: str, key: str, quantity: str, bounded: bool, data: ReportData, profile: Profile, texts: Texts
) -> Table:
    """One row per unit, one column per target year."""
    frame, path = projected(data), path_rows(data).set_index("year")
    years = sorted(set(frame["year"]))
    # Positions as keys: a unit or year never meets the table's own names.
    cells = pd.DataFrame({"unit": list(dict.fromkeys(frame["unit"]))})
    named = with_unit_names(cells, texts)["unit"]
    total: dict[str, float] = {}
    for number, year in enumerate(years):
        part = frame[frame["year"] == year].set_index("unit")
        for end in ("", "_low", "_high") if bounded else ("",):
            cells[f"year_{number}{end}"] = part[f"{key}{end}"].reindex(cells["unit"]).to_numpy()
            if end:
                total[f"year_{number}{end}"] = float(path[f"{key}{end}"].get(year, math.nan))
    columns = [
        Column("unit", profile.header(texts("col_unit"), quantity, texts.language), layout="name"),
        *(
            Column(
                f"year_{number}",
                str(year),
                profile.quantity(quantity),
                low=f"year_{number}_low" if bounded else None,
                high=f"year_{number}_high" if bounded else None,
                additive=True,
            )
            for number, year in enumerate(years)
        ),
    ]
    return make_table(
        table_id,
        columns,
        cells.assign(unit=named),
        profile,
        texts,
        total=total,
        total_label=texts("sum_of_units"),
        notes=[texts("foot_net" if key == "net_tco2e_a" else "foot_interval")],
    )
