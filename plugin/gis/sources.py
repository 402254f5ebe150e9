# SPDX-License-Identifier: GPL-2.0-or-later
"""How an input is named in logs and manifests: its source, never its credentials."""

from __future__ import annotations

import re

from qgis.core import QgsDataSourceUri, QgsProcessingContext, QgsVectorLayer
from qgis.PyQt import sip

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


def is_of_project(layer: QgsVectorLayer, context: QgsProcessingContext) -> bool:
    """Whether a layer belongs to a project, or did when the run began: none that the run opened itself.

    The project is not asked: in the thread of a task its layers come and go.
    """
    owner = layer.parent()
    # By their addresses: Python holds an owner that it only knows as a QObject as another object.
    opened_here = sip.unwrapinstance(context.temporaryLayerStore())
    return owner is not None and sip.unwrapinstance(owner) != opened_here


def label_of_source(layer: QgsVectorLayer | None, context: QgsProcessingContext, fallback: str) -> str:
    """What users call the layer: its name in the project, or the table inside the file."""
    if layer is None or is_of_project(layer, context):
        return fallback
    table = re.search(r"\|layername=([^|]+)", layer.source())
    return table.group(1) if table else fallback
