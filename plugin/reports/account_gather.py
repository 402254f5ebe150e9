# SPDX-License-Identifier: GPL-2.0-or-later
"""From the account book and the results of runs to the data of an account report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd
from qgis.core import QgsVectorLayer

from ..domain.monitoring import worst
from ..domain.profiles import load_profile
from ..domain.provenance import without_places
from ..gis.account_report_inputs import AccountInputs, BookRead
from ..gis.manifests import Manifest
from ..gis.monitoring import measures_of
from ..gis.report_inputs import ReportInputs
from ..gis.run import Run
from .account_maps import LEVEL_LAYER, NET_LAYER, levels_layer, net_layer
from .account_model import BookFacts
from .account_rows import book_frames
from .gather import gather, text_of
from .model import ReportData
from .texts import Texts


def gather_account(run: Run, inputs: AccountInputs) -> ReportData:
    """The account report of a run's inputs, with maps of its units."""
    texts = Texts(run.text("LANGUAGE"))
    reading = run.progress(17, 20)
    frames = {} if inputs.book is None else book_frames(_up_to(inputs.book.entries, inputs.year), reading)
    accounts = frames.get("accounts")
    layers = {**inputs.results.layers, **_map_layers(run, inputs, accounts, texts)}
    _note_strangers(run, inputs, accounts)
    data = gather(run, replace(inputs.results, layers=layers), run.progress(20, 40))
    posted = () if inputs.book is None else _posted(run, inputs.book, data)
    return replace(
        data,
        title=text_of(run, "TITLE") or texts("title_account"),
        manifests=(*data.manifests, *posted),
        trial=data.trial or any(manifest.get("trial", False) for manifest in posted),
        year=inputs.year,
        accounts={**data.accounts, **frames},
        book=book_facts(inputs.book, inputs.year, inputs.year_before),
    )


def _posted(run: Run, book: BookRead, data: ReportData) -> list[Manifest]:
    """The runs behind the entries of the year that the results handed in do not tell of already."""
    runs = map(without_places, book.runs) if run.flag("OMIT_PLACES") else book.runs
    return [manifest for manifest in runs if manifest not in data.manifests]


def _up_to(entries: pd.DataFrame, year: int | None) -> pd.DataFrame:
    """The entries of a year and of those before it: a report tells nothing of later ones."""
    return entries if year is None else entries[entries["year"] <= year].reset_index(drop=True)


def book_facts(book: BookRead | None, year: int | None, year_before: int | None) -> BookFacts:
    """What a report states of a book."""
    if book is None:
        return BookFacts(year=year, year_before=year_before)
    return BookFacts(
        name=book.name,
        year=year,
        year_before=year_before,
        parents=book.parents,
        measures=measures_of(book.entries),
        checks=book.checks,
        apart=book.apart,
        entries=book.standing,
        postings=book.postings,
        superseded=book.superseded,
        withdrawn=book.withdrawn,
    )


def _map_layers(
    run: Run, inputs: AccountInputs, accounts: pd.DataFrame | None, texts: Texts
) -> dict[str, QgsVectorLayer]:
    if inputs.units is None:
        return {}
    layers: dict[str, QgsVectorLayer] = {}
    if accounts is not None:
        rows = accounts[accounts["year"] == inputs.year]
        net = dict(zip(rows["unit"].map(str), rows["net_tco2e"]))
        profile = load_profile(text_of(run, "PROFILE") or "si")
        name = texts("map_net_of_year", unit=profile.unit("flux", texts.language), year=inputs.year)
        scale = profile.quantity("flux").per_base
        layers[NET_LAYER] = net_layer(inputs.units, net, scale, name, texts)
    levels = worst_levels(inputs.results)
    if levels:
        layers[LEVEL_LAYER] = levels_layer(inputs.units, levels)
    return layers


def worst_levels(results: ReportInputs) -> Mapping[str, str]:
    """The worst level among the indicators of each unit."""
    frame = results.frames.get("MONITORING", pd.DataFrame(columns=["unit", "level"]))
    return {str(unit): worst(part["level"]) for unit, part in frame.groupby("unit")}


def _note_strangers(run: Run, inputs: AccountInputs, accounts: pd.DataFrame | None) -> None:
    if inputs.units is None or accounts is None:
        return
    undrawn = sorted(set(accounts["unit"].map(str)) - set(inputs.units.names))
    if undrawn:
        run.notes.add(
            "book_units_undrawn",
            "{count} units of the account book have no polygon in UNITS and are not on the maps. Choose the "
            "UNIT_FIELD that names units as the account book does.",
            count=len(undrawn),
            ids=undrawn,
        )
