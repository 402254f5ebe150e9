# SPDX-License-Identifier: GPL-2.0-or-later
"""The land-use structure adjustment table (用地结构调整表): present and planned area by class and unit."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd

from ..classes import load_classification
from ..geometry import Floats
from ..rules import code_set
from ..rules.vocabulary import companion
from ..units import M2_PER_HA

CLASSIFICATION = "cn_landsea_2023"
STRUCTURE_COLUMNS = (
    "unit",
    "level",
    "code",
    "name_zh",
    "name_en",
    "base_ha",
    "plan_ha",
    "change_ha",
    "base_share",
    "plan_share",
)
#: Levels of the rows: first-level classes, sets of classes, and the whole.
CLASS, SET, TOTAL = "class", "set", "total"
#: Sets of the rules that are summed beside the classes.
SETS = ("construction", "urban_rural", "regional")
#: Name of the ground outside every unit, and code of ground without a known class.
NO_UNIT = "–"
NO_CODE = ""
_WHOLE = ""


def land_structure(
    plan_codes: Sequence[object],
    plan_area_m2: Floats,
    plan_units: Sequence[object] | None = None,
    base_codes: Sequence[object] | None = None,
    base_area_m2: Floats | None = None,
    base_units: Sequence[object] | None = None,
) -> pd.DataFrame:
    """Area of each first-level class of 2023 before and after, for the whole (unit NULL) and each unit.

    One entry per parcel or piece of one: 2023 code (None = not known), area in m², name of
    the unit (None = outside all). Without a base its columns are NaN. Columns
    ``STRUCTURE_COLUMNS``; areas in ha, shares of the unit's total (0–1). Classes with no
    area on either side are left out; sets and totals are always there, so that every
    unit's classes add up to its total.
    """
    plan = _areas(plan_codes, plan_area_m2, plan_units)
    base = None
    if base_codes is not None and base_area_m2 is not None:
        base = _areas(base_codes, base_area_m2, base_units)
    units = sorted({*plan["unit"], *(() if base is None else base["unit"])})
    blocks = [_block(unit, plan, base) for unit in units]
    table = pd.concat(blocks, ignore_index=True)
    table["unit"] = [None if unit == _WHOLE else unit for unit in table["unit"]]
    return table[list(STRUCTURE_COLUMNS)]


def _areas(codes: Sequence[object], area_m2: Floats, units: Sequence[object] | None) -> pd.DataFrame:
    frame = pd.DataFrame({"code": ["" if code is None else str(code) for code in codes]})
    frame["area_m2"] = np.nan_to_num(np.asarray(area_m2, dtype=float))
    tables = [frame.assign(unit=_WHOLE)]
    if units is not None:
        tables.append(frame.assign(unit=[NO_UNIT if unit is None else str(unit) for unit in units]))
    # Exact sums: no figure depends on the order of the parcels.
    sums = pd.concat(tables).groupby(["unit", "code"], sort=True)["area_m2"].agg(math.fsum)
    return sums.astype(float).reset_index()


def _block(unit: str, plan: pd.DataFrame, base: pd.DataFrame | None) -> pd.DataFrame:
    sides = {"plan": plan, "base": base}
    here = {side: None if rows is None else rows[rows["unit"] == unit] for side, rows in sides.items()}
    lines = [*_class_lines(here), *((SET, name, code_set(name)) for name in SETS), (TOTAL, "", None)]
    table = pd.DataFrame([_labels(level, code) for level, code, _ in lines], dtype=object)
    for side, rows in here.items():
        areas = [math.nan if rows is None else _sum_ha(rows, prefixes) for _, _, prefixes in lines]
        table[f"{side}_ha"] = areas
        table[f"{side}_share"] = [area / areas[-1] if areas[-1] > 0.0 else math.nan for area in areas]
    table["change_ha"] = table["plan_ha"] - table["base_ha"]
    return table.assign(unit=unit)


def _class_lines(
    here: dict[str, pd.DataFrame | None],
) -> list[tuple[str, str, tuple[str, ...] | None]]:
    codes = {str(code)[:2] for rows in here.values() if rows is not None for code in rows["code"]}
    known = sorted(codes - {NO_CODE})
    return [(CLASS, code, (code,)) for code in [*known, *([NO_CODE] if NO_CODE in codes else [])]]


def _sum_ha(rows: pd.DataFrame, prefixes: tuple[str, ...] | None) -> float:
    if prefixes is None:
        return math.fsum(rows["area_m2"]) / M2_PER_HA
    if prefixes == (NO_CODE,):
        return math.fsum(rows.loc[rows["code"] == NO_CODE, "area_m2"]) / M2_PER_HA
    counted = [code.startswith(prefixes) for code in rows["code"]]
    return math.fsum(rows.loc[counted, "area_m2"]) / M2_PER_HA


def _labels(level: str, code: str) -> dict[str, str]:
    if level == SET:
        names = companion("code_sets", "set_id").loc[code]
    elif level == CLASS and code:
        names = load_classification(CLASSIFICATION).codes.loc[code]
    else:
        names = pd.Series(
            {"name_zh": "合计", "name_en": "Total"}
            if level == TOTAL
            else {"name_zh": "无代码", "name_en": "Without code"}
        )
    return {"level": level, "code": code, "name_zh": names["name_zh"], "name_en": names["name_en"]}
