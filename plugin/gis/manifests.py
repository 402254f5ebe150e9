# SPDX-License-Identifier: GPL-2.0-or-later
"""Run manifests found again: in a GeoPackage's metadata or beside the file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
from osgeo import gdal
from qgis.core import QgsVectorLayer

from ..domain.provenance import digest_columns, read_manifest
from .outputs import METADATA_DOMAIN, METADATA_ITEM, file_of, layer_name_of, manifest_beside


def manifest_of(layer: QgsVectorLayer) -> dict[str, Any] | None:
    """The manifest of the run that wrote a layer, or None when none is to be found."""
    path = file_of(layer.source())
    if path is None or not path.exists():
        return None
    beside = manifest_beside(path)
    if beside.exists():
        return read_manifest(str(beside))
    return _from_geopackage(path, layer.source())


def _from_geopackage(path: Path, source: str) -> dict[str, Any] | None:
    if path.suffix.lower() != ".gpkg":
        return None
    gdal.UseExceptions()
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    name = layer_name_of(source)
    layer = dataset.GetLayerByName(name) if name else dataset.GetLayer(0)
    text = layer.GetMetadataItem(METADATA_ITEM, METADATA_DOMAIN)
    return None if not text else dict(json.loads(text))


def vouches_for(manifest: dict[str, Any], frame: pd.DataFrame) -> bool:
    """Whether one of the outputs in a manifest holds just the values of ``frame``."""
    return any(
        output.get("features") == len(frame)
        and set(output.get("columns", ())) <= set(frame.columns)
        and output.get("sha256") == digest_columns(frame, list(output["columns"]))
        for output in manifest.get("outputs", ())
        if output.get("columns")
    )
