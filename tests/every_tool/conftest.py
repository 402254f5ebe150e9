# SPDX-License-Identifier: GPL-2.0-or-later
"""The provider in a running QGIS, and what the calls of every tool take."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="package")
def provider(qgis_app, qgis_processing) -> Iterator[Any]:
    """The plugin's provider; other tests of the process may have registered it."""
    from dualcarbon.plugin.algorithms.provider import DualCarbonProvider
    from qgis.core import QgsApplication

    registry = QgsApplication.processingRegistry()
    was_there = registry.providerById("dualcarbon") is not None
    if not was_there:
        registry.addProvider(DualCarbonProvider())
    yield registry.providerById("dualcarbon")
    if not was_there:
        registry.removeProvider("dualcarbon")


@pytest.fixture(scope="package")
def inputs(provider, tmp_path_factory) -> Path:
    """The folder that ``prepare`` filled; no test changes it."""
    from every_tool.calls import prepare

    return prepare(tmp_path_factory.mktemp("inputs"))
