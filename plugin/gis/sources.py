# SPDX-License-Identifier: GPL-2.0-or-later
"""How an input is named in logs and manifests: its source, never its credentials."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from qgis.core import QgsDataSourceUri, QgsProcessingAlgorithm, QgsProcessingContext, QgsVectorLayer

_SECRET = re.compile(
    r"\b(user|username|password|authcfg|token|apikey|sslkey)\s*=\s*('(?:[^'\\]|\\.)*'|\S+)", re.I
)
_URL_SECRET = re.compile(r"://[^/@\s]+@")


def without_credentials(text: str) -> str:
    """A data source text without user, password, key and token."""
    return _URL_SECRET.sub("://", _SECRET.sub("", text)).strip()


def describe_source(
    algorithm: QgsProcessingAlgorithm,
    name: str,
    parameters: Mapping[str, Any],
    context: QgsProcessingContext,
) -> str:
    """The source of a vector parameter for the manifest."""
    layer = algorithm.parameterAsVectorLayer(parameters, name, context)
    if not isinstance(layer, QgsVectorLayer):
        return "in memory"
    if layer.providerType() in ("postgres", "spatialite", "mssql", "oracle"):
        uri = QgsDataSourceUri(layer.source())
        return without_credentials(f"{layer.providerType()}: {uri.database()} {uri.quotedTablename()}")
    if layer.providerType() == "memory":
        return "in memory"
    return without_credentials(layer.source())


def label_of_source(
    algorithm: QgsProcessingAlgorithm,
    name: str,
    parameters: Mapping[str, Any],
    context: QgsProcessingContext,
    fallback: str,
) -> str:
    """What users call the layer: its name in the project, or the table inside the file."""
    layer = algorithm.parameterAsVectorLayer(parameters, name, context)
    project = context.project()
    if not isinstance(layer, QgsVectorLayer) or (project is not None and project.mapLayer(layer.id())):
        return fallback
    table = re.search(r"\|layername=([^|]+)", layer.source())
    return table.group(1) if table else fallback
