# SPDX-License-Identifier: GPL-2.0-or-later
"""How an input is named in logs and manifests: its source, never its credentials."""

from __future__ import annotations

import re

from qgis.core import QgsDataSourceUri, QgsProcessingContext, QgsVectorLayer

from ..domain.places import IN_MEMORY

#: Names as databases, web services and clouds give them, also with a prefix (``access_token``).
_SECRET = re.compile(
    r"\b(?:[\w-]*(?:user|username|password|pwd|token|api_?key|access_?key|secret|signature)"
    r"|uid|authcfg|sslkey)"
    r"\s*=\s*('(?:[^'\\]|\\.)*'|\S+)",
    re.I,
)
_URL_SECRET = re.compile(r"://[^/@\s]+@")


def without_credentials(text: str) -> str:
    """A data source text without user, password, key and token."""
    return _URL_SECRET.sub("://", _SECRET.sub("", text)).strip()


def describe_source(layer: QgsVectorLayer | None) -> str:
    """The source of a layer for the manifest; None is a source without a layer behind it."""
    if layer is None or layer.providerType() == "memory":
        return IN_MEMORY
    if layer.providerType() in ("postgres", "spatialite", "mssql", "oracle"):
        uri = QgsDataSourceUri(layer.source())
        return without_credentials(f"{layer.providerType()}: {uri.database()} {uri.quotedTablename()}")
    return without_credentials(layer.source())


def label_of_source(layer: QgsVectorLayer | None, context: QgsProcessingContext, fallback: str) -> str:
    """What users call the layer: its name in the project, or the table inside the file."""
    project = context.project()
    if layer is None or (project is not None and project.mapLayer(layer.id())):
        return fallback
    table = re.search(r"\|layername=([^|]+)", layer.source())
    return table.group(1) if table else fallback
