# SPDX-License-Identifier: GPL-2.0-or-later
"""What the dock looks at: account tables in the project, or an account book; read in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
from qgis.core import QgsFeatureRequest, QgsVectorLayer, QgsVectorLayerFeatureSource

from ...domain.account_book import read_entries
from ...domain.account_book.columns import entries_of_table, shape_of
from ...domain.errors import InputError
from ...domain.progress import Progress
from ...gis.account_book import book_of
from ...gis.compat import is_null
from ...i18n import tr

#: What a table of transitions must have.
TRANSITION_FIELDS = ("unit", "from_class", "to_class", "area_ha")
#: Features read between two calls of the progress.
STEP = 2_000


@dataclass(frozen=True)
class Accounts:
    """Entries of accounts, or the transitions of a stock change; one of them is empty."""

    entries: pd.DataFrame
    transitions: pd.DataFrame


def is_account_layer(layer: object) -> bool:
    """Whether a layer holds an account or the transitions of one."""
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
        return False
    names = layer.fields().names()
    if set(TRANSITION_FIELDS) <= set(names):
        return True
    try:
        return bool(shape_of(names, layer.name()))
    except InputError:
        return False


def reader_of_layer(layer: QgsVectorLayer) -> Callable[[Progress], Accounts]:
    """What reads a layer in another thread; called where the layer lives."""
    names = layer.fields().names()
    return partial(_read_layer, QgsVectorLayerFeatureSource(layer), names, layer.featureCount(), layer.name())


def reader_of_book(store: str) -> Callable[[Progress], Accounts]:
    """What reads a book, by path or connection, in another thread. Raises ``InputError`` for neither."""
    return partial(_read_book, book_of(store))


def _read_layer(
    source: QgsVectorLayerFeatureSource, names: Sequence[str], count: int, layer: str, progress: Progress
) -> Accounts:
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    rows: list[list[Any]] = []
    for feature in source.getFeatures(request):
        if len(rows) % STEP == 0:
            progress(min(0.9, len(rows) / max(count, 1)))
        rows.append([None if is_null(value) else value for value in feature.attributes()])
    frame = pd.DataFrame(rows, columns=list(names))
    nothing = pd.DataFrame()
    if set(TRANSITION_FIELDS) <= set(names):
        return Accounts(nothing, frame)
    # An account without a year is shown all the same: by the year 0, which the dock writes as a dash.
    return Accounts(
        entries_of_table(frame, layer, year=0, source=tr("layer {layer}").format(layer=layer)), nothing
    )


def _read_book(book: Any, progress: Progress) -> Accounts:
    progress(0.1)
    return Accounts(read_entries(book), pd.DataFrame())
