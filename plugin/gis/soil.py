# SPDX-License-Identifier: GPL-2.0-or-later
"""Mineral soil of land that changed: the parcels of a run in, a method layer and the yearly path out."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from ..domain.classes import MatchedCodes
from ..domain.errors import InputError
from ..domain.factors.vocabulary import plain_depth
from ..domain.mineral_soil import DEPTH_CM, PATH_COLUMNS, SOIL_COLUMNS, SoilAccount, soil_account
from ..domain.parcel_areas import ParcelAreas
from ..domain.parcels import mapped_classes
from ..domain.units import M2_PER_HA
from .codes import match_column
from .field_values import numbers_of, texts_of
from .layer_areas import areas_of, note_repeated
from .layers import PolygonLayer
from .method_output import note_without_area, refuse_nothing_left, write_method_layer
from .run import Run
from .sinks import Column
from .vector_inputs import VectorInput

METHOD, CLAIMS = "mineral_soil", "soc,soil"
BY_FIELD = "by_field"
#: Words of the land → the parameter of their field.
WORD_FIELDS = {
    "management_before": "MANAGEMENT_BEFORE_FIELD",
    "management_after": "MANAGEMENT_AFTER_FIELD",
    "input_before": "INPUT_BEFORE_FIELD",
    "input_after": "INPUT_AFTER_FIELD",
}
NUMBER_FIELDS = {
    "paved_share": "PAVED_FIELD",
    "soc_before_tc_ha": "SOC_BEFORE_FIELD",
    "soc_after_tc_ha": "SOC_AFTER_FIELD",
}
#: No soil holds more (t C/ha): above it a stock is in kg/ha, or of the whole feature.
MOST_SOIL_TC_HA = 10_000.0
#: A conversion before it is a NULL that a format kept as 0, or no year at all.
FIRST_YEAR = 1900
_DEPTH = re.compile(r"(\d+)-(\d+)$")
_MEANINGS = {
    "soc_before_tc_ha": "soil stock before the conversion, t C/ha",
    "soc_after_tc_ha": "soil stock after the transition, t C/ha",
    "change_tc_a": "change of the soil stock in the year, t C/a (gain positive)",
    "conversion_year": "year of the conversion",
    "years_left": "years of release from the year of the account on",
    "year": "calendar year",
    "area_ha": "area in transition, ha",
    "remaining_removal_tco2e": "gains of the years after, t CO2e",
    "remaining_emission_tco2e": "losses of the years after, t CO2e",
}


@dataclass(frozen=True)
class SoilJob:
    """An account with the layer it is of; ``rows`` are the features that have both classes and an area."""

    given: VectorInput
    layer: PolygonLayer
    land: pd.DataFrame
    rows: np.ndarray
    account: SoilAccount
    depth_cm: str
    unmapped_ha: float
    facts: dict[str, Any]


def make_soil_account(run: Run) -> SoilJob:
    """The account of the parcels of a run by its parameters."""
    rule, year = run.text("AREA_RULE"), int(run.number("YEAR"))
    given = run.open("INPUT")
    names = _field_names(run)
    area_field = run.optional_text("AREA_FIELD") if rule == "attribute" else None
    layer = run.read(given, [*names.values(), area_field], share=(0, 25))
    areas = areas_of(run, layer, rule, area_field)
    classes, matches, unmapped_ha = _classes(run, layer, areas)
    area_ha = areas.area_m2 / M2_PER_HA
    note_without_area(run, layer, area_ha)
    note_repeated(run, layer, areas.area_m2)
    land = _land(run, layer, names, classes).assign(area_ha=area_ha)
    rows = np.flatnonzero(
        (area_ha > 0.0) & land[["class_before", "class_after"]].notna().all(axis=1).to_numpy()
    )
    refuse_nothing_left(layer, rows)
    land = land.iloc[rows].reset_index(drop=True)
    _refuse_years(land, year, layer.name)
    run.tell()
    account = soil_account(
        land,
        land["area_ha"].to_numpy(float),
        year=year,
        transition_a=int(run.number("TRANSITION_A")),
        layer=layer.name,
        notes=run.notes,
        progress=run.progress(35, 60),
    )
    facts = {
        "classifications": {match.classification.id: match.classification.sha256 for match in matches},
        "area_rule": rule,
        "crs": layer.crs_label,
    }
    return SoilJob(given, layer, land, rows, account, _depth(run, land, layer.name), unmapped_ha, facts)


def _field_names(run: Run) -> dict[str, str]:
    parameters = {
        "class_before": "FROM_FIELD",
        "class_after": "TO_FIELD",
        "year": "YEAR_FIELD",
        "climate": "CLIMATE_FIELD",
        "soil_group": "SOIL_FIELD",
        **WORD_FIELDS,
        **NUMBER_FIELDS,
    }
    named = {column: run.optional_text(parameter) for column, parameter in parameters.items()}
    return {column: name for column, name in named.items() if name}


def _classes(
    run: Run, layer: PolygonLayer, areas: ParcelAreas
) -> tuple[dict[str, np.ndarray], list[MatchedCodes], float]:
    classes, matches = {}, []
    for column, parameter in (("class_before", "FROM_FIELD"), ("class_after", "TO_FIELD")):
        match = match_column(run, layer, run.text(parameter), run.text("CLASSIFICATION"))
        classes[column], _area_ha = mapped_classes(
            match, run.text("UNMAPPED"), areas, layer.ids, layer.name, run.notes
        )
        matches.append(match)
    lacking = np.array([None in pair for pair in zip(*classes.values())], dtype=bool)
    return classes, matches, math.fsum(areas.area_m2[lacking]) / M2_PER_HA


def _land(
    run: Run, layer: PolygonLayer, names: dict[str, str], classes: dict[str, np.ndarray]
) -> pd.DataFrame:
    plain = {"climate": run.text("CLIMATE"), "soil_group": run.text("SOIL_GROUP")}
    land = pd.DataFrame({"id": layer.ids, **classes})
    for column, default in plain.items():
        land[column] = _words_of(layer, names.get(column), "" if default == BY_FIELD else default)
    progress = run.progress(30, 35)
    for number, column in enumerate((*WORD_FIELDS, *NUMBER_FIELDS)):
        progress(number / (len(WORD_FIELDS) + len(NUMBER_FIELDS)))
        read = _words_of if column in WORD_FIELDS else numbers_of
        land[column] = read(layer, names.get(column))
    land["year"] = numbers_of(layer, names.get("year"))
    if run.given("CONVERSION_YEAR"):
        land["year"] = land["year"].fillna(run.number("CONVERSION_YEAR"))
    _refuse_shares(land, names, layer.name)
    for column in ("soc_before_tc_ha", "soc_after_tc_ha"):
        _refuse_stocks(land, column, names, layer.name)
    return land


def _words_of(layer: PolygonLayer, column: str | None, default: str = "") -> np.ndarray:
    """Words of the vocabulary as written by people: “No tillage”, “no-tillage” and full width are one."""
    texts = texts_of(layer, column, default)
    words = {text: unicodedata.normalize("NFKC", text).casefold() for text in set(texts)}
    plain = {text: re.sub(r"[\s_-]+", "_", word.strip()) for text, word in words.items()}
    return np.array([plain[text] for text in texts], dtype=object)


def _refuse_shares(land: pd.DataFrame, names: dict[str, str], layer: str) -> None:
    wrong = (land["paved_share"] < 0) | (land["paved_share"] > 1)
    if wrong.any():
        row = int(np.argmax(wrong))
        raise InputError(
            "Layer “{layer}”, feature {id}, field “{field}”: {value} is no share. Write shares from 0 to 1 "
            "(90 % is 0.9).",
            layer=layer,
            id=land["id"][row],
            field=names["paved_share"],
            value=land["paved_share"][row],
        )


def _refuse_stocks(land: pd.DataFrame, column: str, names: dict[str, str], layer: str) -> None:
    wrong = (land[column] < 0) | (land[column] > MOST_SOIL_TC_HA)
    if wrong.any():
        row = int(np.argmax(wrong))
        raise InputError(
            "Layer “{layer}”, feature {id}, field “{field}”: {value:.10g} t C/ha is no stock of a soil. "
            "Write t C/ha from 0 to {most:.10g}, and leave the cell empty where nothing was measured.",
            layer=layer,
            id=land["id"][row],
            field=names[column],
            value=land[column][row],
            most=MOST_SOIL_TC_HA,
        )


def _refuse_years(land: pd.DataFrame, year: int, layer: str) -> None:
    missing = land["year"].isna()
    if missing.any():
        raise InputError(
            "Layer “{layer}”: there is no year of conversion (features: {count}, {area_ha:.4f} ha, first: "
            "{id}). Choose YEAR_FIELD, or set CONVERSION_YEAR for features without one.",
            layer=layer,
            count=int(missing.sum()),
            area_ha=math.fsum(land.loc[missing, "area_ha"]),
            id=land["id"][int(np.argmax(missing))],
        )
    wrong = (land["year"] > year) | (land["year"] < FIRST_YEAR) | (land["year"] % 1 != 0)
    if wrong.any():
        row = int(np.argmax(wrong))
        raise InputError(
            "Layer “{layer}”: the year of conversion is no calendar year from {first} to the year of the "
            "account, {year} (features: {count}, first: {id} with {value:.10g}). Set YEAR to a later one, or "
            "correct them.",
            layer=layer,
            count=int(wrong.sum()),
            first=FIRST_YEAR,
            year=year,
            id=land["id"][row],
            value=land["year"][row],
        )


def _depth(run: Run, land: pd.DataFrame, layer: str) -> str:
    """The one soil depth of the layer: that of the factors, or of the measured stocks."""
    stated = plain_depth(run.text("SOC_DEPTH_CM"))
    ends = _DEPTH.match(stated)
    if ends is None or int(ends[1]) >= int(ends[2]):
        raise InputError(
            "SOC_DEPTH_CM “{stated}” is no soil depth. Write it from-to in cm, such as 0-30 or 0-100.",
            stated=run.text("SOC_DEPTH_CM"),
        )
    measured = land["soc_before_tc_ha"].notna()
    if measured.any() and not measured.all() and stated != DEPTH_CM:
        raise InputError(
            "Layer “{layer}”: there are measured stocks of {stated} cm (features: {count}), the others are "
            "stocks by factors of {depth} cm. One account has one soil depth: give measured stocks for all, "
            "or for {depth} cm.",
            layer=layer,
            count=int(measured.sum()),
            stated=stated,
            depth=DEPTH_CM,
        )
    return stated if measured.any() else DEPTH_CM


def write_soil_account(run: Run, job: SoilJob) -> None:
    """Write the method layer and the path by years."""
    parcels = job.account.parcels
    figures = parcels.assign(
        carbon_class=job.land["class_after"].to_numpy(),
        area_ha=job.land["area_ha"].to_numpy(),
        density_tc_ha=parcels["soc_tc_ha"],
        accounts_for=np.where(job.account.known, CLAIMS, None),
    )
    figures.index = pd.Index(job.rows)
    whole = ("conversion_year", "years_left")
    extras = [Column(name, "int" if name in whole else "float", _MEANINGS[name]) for name in SOIL_COLUMNS]
    write_method_layer(
        run,
        "OUTPUT",
        job.given,
        job.layer,
        figures.reindex(range(len(job.layer))),
        extras,
        {"method": METHOD, "soil_depth_cm": job.depth_cm},
    )
    columns = [
        Column(name, "int" if name == "year" else "float", _MEANINGS.get(name, "t CO2e/a"))
        for name in PATH_COLUMNS
    ]
    run.write("OUTPUT_PATH", columns, job.account.path, share=(95, 99))


def soil_outputs(job: SoilJob) -> dict[str, float]:
    """Number outputs: the totals with their bounds."""
    total = job.account.total
    outputs = {"TOTAL_AREA_HA": total["area_ha"], "CHANGE_TC_A": total["change_tc_a"]}
    for name in ("stock_tc", "removal_tco2e_a", "emission_tco2e_a"):
        for bound in ("", "_low", "_high"):
            outputs[f"TOTAL_{name.upper()}{bound.upper()}"] = total[f"{name}{bound}"]
    outputs.update(UNMAPPED_AREA_HA=job.unmapped_ha, WEAK_SHARE=job.account.weak_share)
    return outputs
