# SPDX-License-Identifier: GPL-2.0-or-later
"""Blue carbon: the habitats of a run in, a method layer and the memo items out."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from ..domain.blue_carbon import (
    HABITATS,
    MEMO_COLUMNS,
    STATUS,
    BlueCarbon,
    blue_carbon,
    memo_items,
    words_of,
)
from ..domain.errors import InputError
from ..domain.factors import FactorSet
from ..domain.parcel_areas import ParcelAreas
from ..domain.parcels import mapped_classes
from ..domain.stocks import known_sum
from ..domain.units import M2_PER_HA
from .codes import match_column
from .field_values import numbers_of, texts_of
from .layer_areas import areas_of, note_repeated
from .layers import PolygonLayer
from .method_output import note_without_area, refuse_nothing_left, write_method_layer
from .run import Run
from .sinks import Column
from .tables import read_table
from .vector_inputs import VectorInput

METHOD = "blue_carbon"
IDS_IN_ERROR = 5
#: No sea is saltier (ppt), no stand buries more (t C/(ha·a)): above it a field is in another unit.
MOST_SALINITY_PPT, MOST_BURIAL_TC_HA = 100.0, 50.0
_EXTRAS = {
    "status": ("text", "what was done to the habitat"),
    "salinity_ppt": ("float", "salinity, ppt"),
    "burial_tc_a": ("float", "carbon buried (loss negative), t C/a"),
    "ch4_tco2e_a": ("float", "CH4, t CO2e/a"),
    "stock_loss_tco2": ("float", "soil lost once by extraction, t CO2"),
}
_MEMO_NUMBERS = {
    "harvest_t": "harvest, t wet weight",
    "dry_share": "dry matter of wet weight, 0–1",
    "carbon_share": "carbon of dry matter, 0–1",
    "carbon_tc": "carbon in the harvest, t C; memo, no removal",
    "carbon_tco2": "the same, t CO2; memo, no removal",
}


@dataclass(frozen=True)
class BlueCarbonJob:
    """An account with the layer it is of; ``rows`` are the features with a habitat and an area."""

    given: VectorInput
    layer: PolygonLayer
    habitats: pd.DataFrame
    rows: np.ndarray
    account: BlueCarbon
    soil_depth_cm: str | None
    unmapped_ha: float
    facts: dict[str, Any]
    memo: pd.DataFrame | None


def make_blue_carbon(run: Run, factors: FactorSet) -> BlueCarbonJob:
    """The account of the habitats of a run by its parameters."""
    rule = run.text("AREA_RULE")
    given = run.open("INPUT")
    columns = {
        name: run.optional_text(name)
        for name in ("HABITAT_FIELD", "STATUS_FIELD", "SALINITY_FIELD", "BURIAL_FIELD")
    }
    area_field = run.optional_text("AREA_FIELD") if rule == "attribute" else None
    layer = run.read(given, [*columns.values(), area_field], share=(0, 25))
    areas = areas_of(run, layer, rule, area_field)
    area_ha = areas.area_m2 / M2_PER_HA
    note_without_area(run, layer, area_ha)
    note_repeated(run, layer, areas.area_m2)
    progress = run.progress(30, 40)
    progress(0.0)
    classes, unmapped_ha = _habitats(run, layer, areas, run.text("HABITAT_FIELD"))
    frame = pd.DataFrame(
        {
            "id": layer.ids,
            "habitat": classes,
            "status": _status(run, layer, columns["STATUS_FIELD"]),
            "salinity_ppt": _salinity(run, layer, columns["SALINITY_FIELD"]),
            "burial_tc_ha_a": _burial(layer, columns["BURIAL_FIELD"]),
            "area_ha": area_ha,
        }
    )
    progress(1.0)
    rows = np.flatnonzero((area_ha > 0.0) & frame["habitat"].isin(HABITATS).to_numpy())
    refuse_nothing_left(layer, rows)
    habitats = frame.iloc[rows].reset_index(drop=True)
    run.tell()
    account = blue_carbon(
        habitats,
        factors,
        gwp=run.text("GWP"),
        layer=layer.name,
        notes=run.notes,
        progress=run.progress(40, 60),
    )
    memo = None
    if run.given("MEMO"):
        memo = memo_items(read_table(run, "MEMO"), file=run.open("MEMO").name, notes=run.notes)
    facts = {"area_rule": rule, "crs": layer.crs_label, "gwp": run.text("GWP")}
    depth = factors.soil_depth_cm
    return BlueCarbonJob(given, layer, habitats, rows, account, depth, unmapped_ha, facts, memo)


def _habitats(run: Run, layer: PolygonLayer, areas: ParcelAreas, field: str) -> tuple[np.ndarray, float]:
    """Carbon class of each feature by the words for habitats, or else by a classification."""
    texts = texts_of(layer, field)
    words = words_of(texts, HABITATS)
    unmapped_ha = 0.0
    if all(word is not None for text, word in words.items() if text):
        classes = np.array([words[text] for text in texts], dtype=object)
        _refuse_empty(layer, areas, classes, field)
    else:
        match = match_column(run, layer, field, run.text("CLASSIFICATION"))
        classes, unmapped_ha = mapped_classes(
            match, run.text("UNMAPPED"), areas, layer.ids, layer.name, run.notes
        )
    _note_other_land(run, layer, areas, classes)
    return classes, unmapped_ha


def _refuse_empty(layer: PolygonLayer, areas: ParcelAreas, classes: np.ndarray, field: str) -> None:
    empty = np.array([name is None for name in classes], dtype=bool)
    if empty.any():
        raise InputError(
            "Layer “{layer}”, field “{field}” is empty (features: {count}, {area_ha:.4f} ha, first: {ids}). "
            "Every habitat needs its kind.",
            layer=layer.name,
            field=field,
            count=int(empty.sum()),
            area_ha=math.fsum(areas.area_m2[empty]) / M2_PER_HA,
            ids=", ".join(layer.ids[empty][:IDS_IN_ERROR]),
        )


def _note_other_land(run: Run, layer: PolygonLayer, areas: ParcelAreas, classes: np.ndarray) -> None:
    other = np.array([name is not None and name not in HABITATS for name in classes], dtype=bool)
    if not other.any():
        return
    if not any(name in HABITATS for name in classes):
        raise InputError(
            "Layer “{layer}” holds no coastal habitat ({known}), only {classes}. Choose the field of the "
            "habitat and its CLASSIFICATION.",
            layer=layer.name,
            known=", ".join(HABITATS),
            classes=", ".join(sorted(set(classes[other]))),
        )
    run.notes.add(
        "no_habitat",
        "Layer “{layer}”: features that are no coastal habitat, left out: {count} ({area_ha:.4f} ha; "
        "{classes}).",
        count=int(other.sum()),
        area_ha=math.fsum(areas.area_m2[other]) / M2_PER_HA,
        ids=layer.ids[other],
        layer=layer.name,
        classes=", ".join(sorted(set(classes[other]))),
        warning=False,
    )


def _status(run: Run, layer: PolygonLayer, field: str | None) -> np.ndarray:
    texts = texts_of(layer, field, run.text("STATUS"))
    words = words_of(texts, STATUS)
    strange = [text for text, word in words.items() if word is None]
    if strange:
        wrong = np.isin(texts, strange)
        raise InputError(
            "Layer “{layer}”, field “{field}”: “{value}” is no status of a habitat (features: {count}, "
            "first: {ids}). Use one of {known}.",
            layer=layer.name,
            field=field or "STATUS",
            value=sorted(strange)[0],
            count=int(wrong.sum()),
            ids=", ".join(layer.ids[wrong][:IDS_IN_ERROR]),
            known=", ".join(STATUS),
        )
    return np.array([words[text] for text in texts], dtype=object)


def _salinity(run: Run, layer: PolygonLayer, field: str | None) -> np.ndarray:
    stated = numbers_of(layer, field)
    if run.given("SALINITY_PPT"):
        stated = np.where(np.isnan(stated), run.number("SALINITY_PPT"), stated)
    wrong = (stated < 0) | (stated > MOST_SALINITY_PPT)
    if wrong.any():
        raise InputError(
            "Layer “{layer}”, feature {id}, field “{field}”: {value} ppt is no salinity of water. Write ppt "
            "from 0 to {most:g}, and leave the cell empty where it is not known.",
            layer=layer.name,
            id=layer.ids[int(np.argmax(wrong))],
            field=field or "SALINITY_PPT",
            value=float(stated[int(np.argmax(wrong))]),
            most=MOST_SALINITY_PPT,
        )
    return stated


def _burial(layer: PolygonLayer, field: str | None) -> np.ndarray:
    stated = numbers_of(layer, field)
    wrong = np.abs(stated) > MOST_BURIAL_TC_HA
    if wrong.any():
        raise InputError(
            "Layer “{layer}”, feature {id}, field “{field}”: no stand buries or loses {value:.10g} t "
            "C/(ha·a). Write t C/(ha·a); 100 g C/(m²·a) are 1 t C/(ha·a).",
            layer=layer.name,
            id=layer.ids[int(np.argmax(wrong))],
            field=field or "",
            value=float(stated[int(np.argmax(wrong))]),
        )
    return stated


def write_blue_carbon(run: Run, job: BlueCarbonJob) -> None:
    """Write the method layer and the memo items."""
    figures = job.account.habitats.assign(
        carbon_class=job.habitats["habitat"],
        **{name: job.habitats[name] for name in ("area_ha", "status", "salinity_ppt")},
    )
    # A flux of drained soil has no depth of its own: it goes with any account, here that of the set.
    soil = figures["accounts_for"].str.contains("soil")
    figures["soil_depth_cm"] = np.where(soil, job.soil_depth_cm, None)
    figures.index = pd.Index(job.rows)
    write_method_layer(
        run,
        "OUTPUT",
        job.given,
        job.layer,
        figures.reindex(range(len(job.layer))),
        [Column(name, *how) for name, how in _EXTRAS.items()],
        {"method": METHOD},
    )
    memo = pd.DataFrame(columns=list(MEMO_COLUMNS)) if job.memo is None else job.memo
    columns = [
        Column(name, "float" if name in _MEMO_NUMBERS else "text", _MEMO_NUMBERS.get(name, ""))
        for name in MEMO_COLUMNS
    ]
    run.write("OUTPUT_MEMO", columns, memo, share=(95, 99))


def blue_carbon_outputs(job: BlueCarbonJob) -> dict[str, float]:
    """Number outputs: the totals with their bounds, the memo items beside them."""
    total = job.account.total
    outputs = {"TOTAL_AREA_HA": math.fsum(job.habitats["area_ha"]), "BURIAL_TC_A": total["burial_tc_a"]}
    for name in ("removal_tco2e_a", "emission_tco2e_a"):
        for bound in ("", "_low", "_high"):
            outputs[f"TOTAL_{name.upper()}{bound.upper()}"] = total[f"{name}{bound}"]
    outputs["STOCK_LOSS_TCO2"] = total["stock_loss_tco2"]
    outputs["MEMO_TC"] = 0.0 if job.memo is None else known_sum(job.memo["carbon_tc"])
    outputs.update(UNMAPPED_AREA_HA=job.unmapped_ha, WEAK_SHARE=job.account.weak_share)
    return outputs
