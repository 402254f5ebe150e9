# SPDX-License-Identifier: GPL-2.0-or-later
"""The uncertainty of a baseline: its table in, intervals and ranking out."""

from __future__ import annotations

import math

import pandas as pd

from ..domain.classes import carbon_classes
from ..domain.errors import InputError
from ..domain.factors import FactorSet, class_factors
from ..domain.projection import base_year, stated_years
from ..domain.same_factors import refuse_other_factors
from ..domain.stock_notes import note_no_interval
from ..domain.stocks import ACCOUNT_COLUMNS, FACTORS
from ..domain.uncertainty import (
    COLUMNS,
    LOGNORMAL,
    MONTE_CARLO,
    Uncertainty,
    UncertaintySettings,
    areas_from_samples,
    assess,
    is_lognormal,
    parse_confusion,
)
from .baseline_table import NEEDED, BaselineTable, read_baseline
from .run import Run
from .sinks import Column
from .tables import read_table

#: Columns by which rows of method layers state what is not made from factors.
STATED = ("method", "accounts_for", *ACCOUNT_COLUMNS[1:])
_RANKING = ("contribution", "cumulative", "value", "low", "high")


def assess_baseline(run: Run, factors: FactorSet) -> Uncertainty:
    """The intervals of the baseline table of a run by its parameters."""
    cells = _cells_of(run, factors)
    settings = UncertaintySettings(
        method=run.text("METHOD"),
        draws=int(run.number("DRAWS")),
        seed=int(run.number("SEED")),
        distribution=run.text("DISTRIBUTION"),
    )
    areas = None
    if run.given("CONFUSION"):
        mapped = cells.groupby("carbon_class")["area_ha"].agg(math.fsum)
        matrix = parse_confusion(read_table(run, "CONFUSION"))
        _refuse_strange_classes(matrix, mapped, factors)
        areas = areas_from_samples(matrix, mapped)
        _note_unmapped_classes(run, areas)
    _refuse_unknown(cells, factors)
    run.record(
        method=settings.method,
        draws=settings.draws,
        seed=settings.seed,
        distribution=settings.distribution,
    )
    _note_normals(run, cells, factors, settings)
    result = assess(cells, factors, settings, areas=areas, progress=run.progress(20, 90))
    note_no_interval(result.shares, factors, run.notes)
    run.record(no_interval_share=result.shares["no_interval_share"].to_dict())
    return result


def _note_normals(run: Run, cells: pd.DataFrame, factors: FactorSet, settings: UncertaintySettings) -> None:
    """Tell which factors cannot be drawn as asked."""
    if settings.method != MONTE_CARLO or settings.distribution != LOGNORMAL:
        return
    terms = factors.terms[factors.terms["key"].isin(set(cells["carbon_class"]))]
    terms = terms[terms["low"].notna() & terms["high"].notna()]
    normal = [not is_lognormal(value, low) for value, low in zip(terms["value"], terms["low"])]
    if any(normal):
        run.notes.add(
            "drawn_as_normal",
            "{count} factors have intervals that reach 0: they cannot be lognormal and are drawn as normal.",
            count=sum(normal),
            ids=[" · ".join(row) for row in terms.loc[normal, ["key", "quantity", "term"]].to_numpy()],
            warning=False,
        )


def _refuse_strange_classes(matrix: pd.DataFrame, mapped: pd.Series, factors: FactorSet) -> None:
    # A row and a column of sums would count every sample twice.
    known = {*mapped.index, *factors.terms["key"], *carbon_classes().index}
    strange = sorted(set(matrix.index) - known)
    if strange:
        raise InputError(
            "The error matrix has classes that neither the baseline nor factor set “{factor_set}” knows: "
            "{classes}. Leave rows and columns of sums out, and name the classes as the baseline does.",
            factor_set=factors.id,
            classes=", ".join(name or "NULL" for name in strange),
        )


def _note_unmapped_classes(run: Run, areas: pd.DataFrame) -> None:
    """Tell of ground that the samples give to classes of which the map shows nothing."""
    lost = areas[(areas["mapped_ha"] == 0.0) & (areas["area_ha"] > 0.0)]
    if len(lost):
        run.notes.add(
            "classes_not_mapped",
            "By the error matrix {area_ha:.4f} ha belong to {count} classes of which the map shows nothing "
            "({classes}): no unit tells where they lie, so that the intervals leave this ground out.",
            count=len(lost),
            area_ha=math.fsum(lost["area_ha"]),
            classes=", ".join(map(str, lost.index)),
        )


def _cells_of(run: Run, factors: FactorSet) -> pd.DataFrame:
    table = read_baseline(run)
    years = stated_years(table.rows)
    if years:
        base_year(years, None)
    _refuse_other_set(table, factors)
    return _with_methods(table.rows, table.layer) if "method" in table.rows else table.rows[list(NEEDED)]


def _refuse_other_set(table: BaselineTable, factors: FactorSet) -> None:
    if "stock_tc" not in table.rows:
        return
    rows = table.rows[table.rows["method"] == FACTORS] if "method" in table.rows else table.rows
    rows = rows[rows["area_ha"] > 0.0]
    per_ha = class_factors(factors)["density_tc_ha"].reindex(rows["carbon_class"]).to_numpy(dtype=float)
    refuse_other_factors(rows, rows["area_ha"] * per_ha, factors, table.layer)


def _with_methods(cells: pd.DataFrame, layer: str) -> pd.DataFrame:
    """The table with the columns of the account, where rows of method layers state what they hold."""
    missing = [name for name in STATED if name not in cells.columns]
    if missing and (cells["method"] != FACTORS).any():
        raise InputError(
            "Table “{layer}” has rows of method layers, but no field {fields}: their amounts cannot be told "
            "from those of the factors. Make the baseline again and give its whole table.",
            layer=layer,
            fields=", ".join(missing),
        )
    return cells[list(NEEDED)] if missing else cells[[*NEEDED, *STATED]]


def _refuse_unknown(cells: pd.DataFrame, factors: FactorSet) -> None:
    # Stands too small for a cell of a raster have no area, and a class that the set need not know.
    on_ground = cells.loc[cells["area_ha"] > 0.0, "carbon_class"]
    missing = sorted(set(on_ground) - set(factors.terms["key"]))
    if missing:
        raise InputError(
            "Factor set “{factor_set}” has no row for the classes {classes} of the baseline. Choose the "
            "FACTOR_SET with which it was made.",
            factor_set=factors.id,
            classes=", ".join(map(str, missing)),
        )


def write_uncertainty(run: Run, result: Uncertainty) -> None:
    """Write the intervals per unit and the ranking of the inputs."""
    run.write(
        "OUTPUT",
        [Column("unit", "text", "statistical unit"), *(Column(name, "float") for name in COLUMNS)],
        result.by_unit,
        share=(90, 95),
    )
    texts = ("quantity", "carbon_class", "term", "evidence", "source")
    columns = [Column(name, "text") for name in texts] + [Column(name, "float") for name in _RANKING]
    run.write("OUTPUT_RANKING", columns, result.ranking, share=(95, 99))


def uncertainty_outputs(result: Uncertainty) -> dict[str, float]:
    """Number outputs: the totals with their bounds, and the share of the stock without an interval."""
    total = result.total
    numbers = {
        f"TOTAL_{name.upper()}{bound.upper()}": total[f"{name}{bound}"]
        for name in ("stock_tc", "removal_tco2e_a", "emission_tco2e_a", "net_tco2e_a")
        for bound in ("", "_low", "_high")
    }
    numbers["NO_INTERVAL_SHARE"] = float(result.shares.at["stock", "no_interval_share"])
    return numbers
