# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks of a factor table as a whole: nothing doubled, nothing mixed."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import pandas as pd

from .cell_checks import not_in
from .problems import Problem
from .vocabulary import (
    FLUX,
    FLUX_FAMILIES,
    NET_BALANCE,
    PARAMETER,
    PROCESS_FLUX,
    SET_COLUMNS,
    STOCK,
    plain_depth,
)


def check_set(table: pd.DataFrame, broken: Collection[int], soil_depth_cm: str | None) -> Iterator[Problem]:
    """Problems between rows; rows that are ``broken`` in themselves are not compared."""
    sound = table[~table.index.isin(list(broken)) & (table["kind"] != PARAMETER)]
    yield from _check_doubled(table, "row_id")
    yield from _check_terms(sound)
    yield from _check_depths(sound, soil_depth_cm)
    yield from _check_families(sound)
    yield from _check_double_booking(sound)
    yield from _check_water(sound)
    yield from _check_set_columns(table)


def flux_family(table: pd.DataFrame) -> str | None:
    """The flux family of the rows: net balances, single processes, or None without flux rows."""
    processes = table.loc[table["kind"] == FLUX, "process"]
    if processes.empty:
        return None
    return NET_BALANCE if (processes == NET_BALANCE).all() else PROCESS_FLUX


def soil_depth(table: pd.DataFrame) -> str | None:
    """The depth of the first soil row; None without one."""
    depths = table.loc[(table["kind"] == STOCK) & (table["pool"] == "soc"), "depth_cm"]
    return plain_depth(depths.iloc[0]) if len(depths) else None


def _check_doubled(table: pd.DataFrame, column: str) -> Iterator[Problem]:
    for line, text in table.loc[table[column].duplicated(), column].items():
        yield Problem(_line(line), column, "“{text}” occurs a second time.", {"text": text})


def _check_terms(sound: pd.DataFrame) -> Iterator[Problem]:
    term = sound["pool"].where(sound["kind"] == STOCK, sound["process"])
    names = pd.DataFrame({"class": sound["class"], "kind": sound["kind"], "term": term})
    doubled = names[names.duplicated()]
    for line, name, words in zip(doubled.index, doubled["class"], doubled["term"]):
        yield Problem(
            _line(line),
            "class",
            "A second row for {term} of {name}; a set holds one value for each. Keep one of them, or "
            "make two sets (by climate or region).",
            {"term": words, "name": name},
        )


def _check_depths(sound: pd.DataFrame, declared: str | None) -> Iterator[Problem]:
    expected = declared or soil_depth(sound)
    soils = sound[(sound["kind"] == STOCK) & (sound["pool"] == "soc")]
    for line, depth in soils["depth_cm"].items():
        if plain_depth(depth) != expected:
            yield Problem(
                _line(line),
                "depth_cm",
                "Soil depth {depth} cm in a set of {expected} cm: depths must not be mixed, make one "
                "set for each.",
                {"depth": plain_depth(depth), "expected": expected},
            )


def _check_families(sound: pd.DataFrame) -> Iterator[Problem]:
    if flux_family(sound) != PROCESS_FLUX:
        return
    mixed = sound[(sound["kind"] == FLUX) & (sound["process"] == NET_BALANCE)]
    for line in mixed.index:
        yield Problem(
            _line(line),
            "process",
            "A net balance already holds what the process rows count (growth, soil, methane, farm inputs): "
            "the two families must not stand in one set.",
        )


def _check_double_booking(sound: pd.DataFrame) -> Iterator[Problem]:
    flux = sound[sound["kind"] == FLUX]
    with_soil = set(flux.loc[flux["process"] == "soil", "class"])
    burials = flux[flux["process"] == "burial"]
    for line, name in burials["class"].items():
        if name in with_soil:
            yield Problem(
                _line(line),
                "process",
                "Burial and soil change of {name} book the same carbon twice; keep one of them.",
                {"name": name},
            )


def _check_water(sound: pd.DataFrame) -> Iterator[Problem]:
    """Inland water: at most a measured burial, and its methane beside it."""
    water = sound[(sound["kind"] == FLUX) & (sound["class"] == "open_water")]
    has_methane = bool((water["process"] == "ch4").any())
    for line, process, value in zip(water.index, water["process"], water["value"]):
        if process in (NET_BALANCE, "ch4", "n2o") or float(value) <= 0:
            continue
        if process != "burial":
            yield Problem(
                _line(line),
                "process",
                "Inland water removes carbon by burial only; “{process}” is no removal of open_water.",
                {"process": process},
            )
        elif not has_methane:
            yield Problem(
                _line(line),
                "process",
                "Burial of open_water needs the ch4 of open_water beside it in the same set.",
            )


def _check_set_columns(table: pd.DataFrame) -> Iterator[Problem]:
    for column in SET_COLUMNS:
        if column not in table.columns:
            continue
        first = table[column].iloc[0] if len(table) else ""
        for line, text in table[column].items():
            if text != first:
                yield Problem(
                    _line(line),
                    column,
                    "“{text}” differs from “{first}” above; the column describes the whole set.",
                    {"text": text, "first": first},
                )
                break
    stated = table["flux_family"].iloc[0] if "flux_family" in table.columns and len(table) else ""
    if stated and stated not in FLUX_FAMILIES:
        yield not_in(_line(table.index[0]), "flux_family", stated, FLUX_FAMILIES)


def _line(label: object) -> int:
    return int(str(label))
