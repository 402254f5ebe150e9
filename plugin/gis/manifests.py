# SPDX-License-Identifier: GPL-2.0-or-later
"""Run manifests found again, and tied to the layers for which they vouch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd
from osgeo import gdal
from qgis.core import QgsVectorLayer

from ..domain.errors import InputError
from ..domain.manifest_shape import parse_manifest
from ..domain.provenance import digest_columns, read_manifest
from .outputs import (
    MANIFEST_SUFFIX,
    METADATA_DOMAIN,
    METADATA_ITEM,
    file_of,
    layer_name_of,
    manifest_beside,
    place_of,
)

Manifest = Mapping[str, Any]


@dataclass(frozen=True)
class Witnesses:
    """The manifests that may speak for one layer, the layer's own first.

    ``vouched`` tells that they hold its very values; otherwise the layer was changed after
    the run, and they only tell where it came from.
    """

    manifests: tuple[Manifest, ...] = ()
    vouched: bool = False


@dataclass(frozen=True)
class ShownRun:
    """The run behind the layers of one algorithm; ``vouched`` when it holds the values of them all."""

    manifest: Manifest = field(default_factory=dict)
    vouched: bool = False


def manifest_of(layer: QgsVectorLayer) -> dict[str, Any] | None:
    """The manifest of the run that wrote a layer, or None when none is to be found.

    The layer's own metadata come first: the file beside belongs to the last run into a
    GeoPackage, and counts only when that run wrote this table. A run of several outputs leaves
    its manifest beside the first one: that speaks for the others in its folder too.
    """
    path = file_of(layer.source())
    if path is None or not path.exists():
        return None
    own = _from_geopackage(path, layer.source())
    beside = manifest_beside(path)
    if own is not None:
        return own
    if not beside.exists():
        return _of_a_sibling(path)
    manifest = read_manifest(str(beside))
    return manifest if _wrote(manifest, path, layer_name_of(layer.source())) else None


def _of_a_sibling(path: Path) -> dict[str, Any] | None:
    """The newest manifest in the folder whose run wrote a file of this name and no table in it."""
    told = []
    for beside in sorted(path.parent.glob(f"*{MANIFEST_SUFFIX}")):
        try:
            manifest = read_manifest(str(beside))
        except InputError:
            # Another program's file, or a torn one: it speaks for no layer.
            continue
        places = [place_of(str(output.get("path") or "")) for output in manifest.get("outputs", ())]
        if any(place is not None and place.name == path.name and not table for place, table in places):
            told.append(manifest)
    return max(told, key=lambda manifest: str(manifest.get("finished", "")), default=None)


def _from_geopackage(path: Path, source: str) -> dict[str, Any] | None:
    if path.suffix.lower() != ".gpkg":
        return None
    gdal.UseExceptions()
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    name = layer_name_of(source)
    layer = dataset.GetLayerByName(name) if name else dataset.GetLayer(0)
    text = None if layer is None else layer.GetMetadataItem(METADATA_ITEM, METADATA_DOMAIN)
    return None if not text else parse_manifest(text, source)


def _wrote(manifest: Manifest, path: Path, table: str | None) -> bool:
    if path.suffix.lower() != ".gpkg" or table is None:
        return True
    written = [place_of(str(output["path"])) for output in manifest["outputs"] if output.get("path")]
    # An output without a table is a file of its own, whose only table is called like the file.
    return any(table == (name or (place and place.stem)) for place, name in written)


def vouches_for(manifest: Manifest, frame: pd.DataFrame, algorithm: str, output: str) -> bool:
    """Whether a run of ``algorithm`` wrote just the values of ``frame`` to its ``output``."""
    return manifest.get("algorithm") == f"dualcarbon:{algorithm}" and any(
        record.get("parameter") == output
        and record.get("features") == len(frame)
        and set(record.get("columns", ())) <= set(frame.columns)
        and record.get("sha256") == digest_columns(frame, list(record["columns"]), record.get("digits"))
        for record in manifest.get("outputs", ())
        if record.get("columns")
    )


def witnesses_of(
    own: Manifest | None, handed: Sequence[Manifest], frame: pd.DataFrame, algorithm: str, output: str
) -> Witnesses:
    """The manifests for a layer: its own if that vouches, else those handed in that do, else its own."""
    if own is not None and vouches_for(own, frame, algorithm, output):
        return Witnesses((own,), True)
    vouching = tuple(manifest for manifest in handed if vouches_for(manifest, frame, algorithm, output))
    if vouching:
        return Witnesses(vouching, True)
    if own is not None and own.get("algorithm") == f"dualcarbon:{algorithm}":
        return Witnesses((own,))
    return Witnesses()


def run_behind(layers: Mapping[str, Witnesses]) -> ShownRun:
    """The one run behind the layers (by parameter) of an algorithm.

    Raises ``InputError`` when they come from different runs.
    """
    known = [witnesses.manifests for witnesses in layers.values() if witnesses.manifests]
    if not known:
        return ShownRun()
    shared = [manifest for manifest in known[0] if all(manifest in others for others in known[1:])]
    if not shared:
        raise InputError(
            "The layers of {parameters} come from different runs, whose figures would be mixed: {runs}. "
            "Choose the outputs of one run.",
            parameters=", ".join(name for name, witnesses in layers.items() if witnesses.manifests),
            runs=", ".join(
                f"{name} {witnesses.manifests[0].get('finished', '')}".strip()
                for name, witnesses in layers.items()
                if witnesses.manifests
            ),
        )
    return ShownRun(shared[0], all(witnesses.vouched for witnesses in layers.values()))
