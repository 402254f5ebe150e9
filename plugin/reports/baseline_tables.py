# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of the sink baseline: stock and flux per unit, account per class, land-use structure."""

from __future__ import annotations

import math

import pandas as pd

from ..domain.profiles import Profile
from ..domain.stocks import known_sum
from .model import ReportData
from .table import Column, Table, make_table
from .texts import Texts

POOLS = ("agb", "bgb", "soc", "dom")

#: What the baseline states per unit beside its account.
STATED_PER_UNIT = ("covered_share", "uncovered_ha", "twice_ha", "excluded_ha")

#: Overlaps of units below this (1e-6 ha = 0.01 m²) are what floats leave of none.
_NO_OVERLAP_HA = 1e-6


def unit_rows(data: ReportData) -> pd.DataFrame:
    """The baseline per unit with every account column as floats, NaN where not known."""
    return _with_columns(data.baseline_units, ("unit",))


def class_rows(data: ReportData) -> pd.DataFrame:
    """The baseline per unit and class with every account column as floats, NaN where not known."""
    return _with_columns(data.baseline_classes, ("unit", "carbon_class"))


def _with_columns(frame: pd.DataFrame | None, names: tuple[str, ...]) -> pd.DataFrame:
    known = pd.DataFrame(columns=list(names)) if frame is None else frame.copy()
    numbers = ["area_ha", *(f"{pool}_tc" for pool in POOLS), "net_tco2e_a", *STATED_PER_UNIT]
    for stem in ("stock_tc", "removal_tco2e_a", "emission_tco2e_a"):
        numbers += [stem, f"{stem}_low", f"{stem}_high"]
    for name in numbers:
        known[name] = pd.to_numeric(known[name]).astype(float) if name in known else math.nan
    return known.reset_index(drop=True)


def quantity_column(
    key: str,
    text: str,
    quantity: str,
    profile: Profile,
    texts: Texts,
    *,
    interval: bool = False,
    additive: bool = False,
) -> Column:
    """A numeric column whose header ends in the profile's unit."""
    return Column(
        key,
        profile.header(texts(f"col_{text}"), quantity, texts.language),
        profile.quantity(quantity),
        low=f"{key}_low" if interval else None,
        high=f"{key}_high" if interval else None,
        additive=additive,
    )


def units_stock_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """分乡镇碳储量表: area, four pools and stock with interval per unit."""
    frame = unit_rows(data)
    frame["density_tc_ha"] = frame["stock_tc"] / frame["area_ha"].where(frame["area_ha"] > 0)

    def additive(key: str, text: str, quantity: str, interval: bool = False) -> Column:
        return quantity_column(key, text, quantity, profile, texts, interval=interval, additive=True)

    columns = [
        Column("unit", texts("col_unit"), layout="name"),
        additive("area_ha", "area", "area"),
        *(additive(f"{pool}_tc", pool, "carbon") for pool in POOLS),
        additive("stock_tc", "stock", "carbon", interval=True),
        quantity_column("density_tc_ha", "density", "density", profile, texts),
        quantity_column("covered_share", "covered", "share", profile, texts),
    ]
    totals = _interval_totals(data, "stock_tc")
    area_ha, stock_tc = known_sum(frame["area_ha"]), known_sum(frame["stock_tc"])
    totals["density_tc_ha"] = (
        stock_tc / area_ha if area_ha > 0 and frame["stock_tc"].notna().all() else math.nan
    )
    return make_table(
        "units_stock",
        columns,
        frame,
        profile,
        texts,
        total=totals,
        total_label=texts("sum_of_units"),
        notes=[texts("foot_interval"), *_overlap_note(data, texts)],
    )


def units_flux_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """分乡镇碳汇表: removal, emission and net emission per unit."""
    columns = [Column("unit", texts("col_unit"), layout="name"), *_area_and_flux(profile, texts)]
    totals = _interval_totals(data, "removal_tco2e_a", "emission_tco2e_a")
    return make_table(
        "units_flux",
        columns,
        unit_rows(data),
        profile,
        texts,
        total=totals,
        total_label=texts("sum_of_units"),
        notes=[texts("foot_net"), texts("foot_interval"), *_overlap_note(data, texts)],
    )


def classes_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """Area, stock and flux per carbon class over all units, largest area first."""
    frame = class_sums(data)
    frame["class"] = [data.class_names.get(name, name) for name in frame["carbon_class"]]
    area_ha, stock_tc = known_sum(frame["area_ha"]), known_sum(frame["stock_tc"])
    frame["area_share"] = frame["area_ha"] / area_ha if area_ha else math.nan
    frame["stock_share"] = frame["stock_tc"] / stock_tc if stock_tc else math.nan
    frame["density_tc_ha"] = frame["stock_tc"] / frame["area_ha"].where(frame["area_ha"] > 0)
    area, *fluxes = _area_and_flux(profile, texts, interval=False)
    columns = [
        Column("class", texts("col_class"), layout="name"),
        area,
        quantity_column("area_share", "area_share", "share", profile, texts, additive=True),
        quantity_column("stock_tc", "stock", "carbon", profile, texts, additive=True),
        quantity_column("stock_share", "stock_share", "share", profile, texts, additive=True),
        quantity_column("density_tc_ha", "density", "density", profile, texts),
        *fluxes,
    ]
    notes = _overlap_note(data, texts)
    return make_table("classes", columns, frame, profile, texts, total_label=texts("total"), notes=notes)


def land_structure_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """用地结构表: area of each carbon class (rows) in each unit (columns)."""
    rows = class_rows(data)
    area = rows.pivot_table(
        index="carbon_class", columns="unit", values="area_ha", aggfunc=math.fsum, fill_value=0.0
    )
    area = area[list(dict.fromkeys(rows["unit"]))]
    area = area.assign(whole=[math.fsum(row) for row in area.to_numpy()]).sort_values(
        ["whole", "carbon_class"], ascending=[False, True]
    )
    # Unit names are the user's: positions as keys keep them from meeting the table's own.
    frame = pd.DataFrame({f"unit_{k}": area.iloc[:, k].to_numpy() for k in range(area.shape[1] - 1)})
    frame["whole_ha"] = area["whole"].to_numpy()
    frame["class"] = [data.class_names.get(name, name) for name in area.index]
    quantity = profile.quantity("area")
    columns = [
        Column("class", profile.header(texts("col_class"), "area", texts.language)),
        Column("whole_ha", texts("total"), quantity, additive=True),
        *(
            Column(f"unit_{k}", str(name), quantity, additive=True)
            for k, name in enumerate(area.columns[:-1])
        ),
    ]
    notes = _overlap_note(data, texts)
    return make_table(
        "land_structure",
        columns,
        frame,
        profile,
        texts,
        total_label=texts("total"),
        whole="whole_ha",
        notes=notes,
    )


def class_sums(data: ReportData) -> pd.DataFrame:
    """One row per carbon class: known sums over the units, largest area first."""
    rows = class_rows(data)
    names = ("area_ha", "stock_tc", "removal_tco2e_a", "emission_tco2e_a", "net_tco2e_a")
    sums = [
        {"carbon_class": name, **{key: known_sum(part[key]) for key in names}}
        for name, part in rows.groupby("carbon_class", sort=True)
    ]
    frame = pd.DataFrame(sums, columns=["carbon_class", *names])
    return frame.sort_values(["area_ha", "carbon_class"], ascending=[False, True]).reset_index(drop=True)


def _area_and_flux(profile: Profile, texts: Texts, *, interval: bool = True) -> list[Column]:
    return [
        quantity_column("area_ha", "area", "area", profile, texts, additive=True),
        *(
            quantity_column(f"{name}_tco2e_a", name, "flux", profile, texts, interval=interval, additive=True)
            for name in ("removal", "emission")
        ),
        quantity_column("net_tco2e_a", "net", "flux", profile, texts, additive=True),
    ]


def units_overlap_ha(data: ReportData) -> float:
    """Ground that lies in several units, ha, as the run of the baseline states it or noted it.

    NaN when no run tells of any.
    """
    stated = data.baseline_totals.get("units_overlap_ha")
    if stated is not None:
        return stated
    runs = [run for run in data.manifests if run.get("algorithm") == "dualcarbon:sinkbaseline"]
    notes = [note for run in runs for note in run.get("notes", []) if note.get("kind") == "overlapping_units"]
    if not notes:
        return math.nan
    return math.fsum(float(note.get("area_ha") or 0.0) for note in notes)


def _units_overlap(data: ReportData) -> bool:
    return units_overlap_ha(data) > _NO_OVERLAP_HA


def _overlap_note(data: ReportData, texts: Texts) -> list[str]:
    return [texts("foot_units_overlap")] if _units_overlap(data) else []


def _interval_totals(data: ReportData, *stems: str) -> dict[str, float]:
    # The interval of a run is that of its own total, which the sum of overlapping units is not.
    known = {} if _units_overlap(data) else data.baseline_totals
    return {
        f"{stem}{bound}": known.get(f"{stem}{bound}", math.nan)
        for stem in stems
        for bound in ("_low", "_high")
    }
