# SPDX-License-Identifier: GPL-2.0-or-later
"""The provider in a running QGIS, and a watch that ends the process where a case hangs."""

from __future__ import annotations

import faulthandler
import gc
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsMapLayer, QgsProject
from qgis.PyQt import sip

from hostile.generator import LIMIT_S, Case, run_case


@pytest.fixture(scope="session")
def provider(qgis_app, qgis_processing) -> Iterator[Any]:
    """The plugin's provider, registered once."""
    from dualcarbon.plugin.algorithms.provider import DualCarbonProvider

    registry = QgsApplication.processingRegistry()
    mine = registry.providerById("dualcarbon") is None
    if mine:
        registry.addProvider(DualCarbonProvider())
    yield registry.providerById("dualcarbon")
    QgsProject.instance().clear()
    for thing in gc.get_objects():
        if isinstance(thing, QgsMapLayer) and not sip.isdeleted(thing):
            sip.delete(thing)
    if mine:
        registry.removeProvider("dualcarbon")


@pytest.fixture
def hold(provider, tmp_path) -> Callable[[Case], None]:
    """Run a case in a folder of its own and judge it; a hang ends the process and shows where."""

    def call(case: Case) -> None:
        faulthandler.dump_traceback_later(4 * LIMIT_S, exit=True)
        try:
            run_case(case, tmp_path)
        finally:
            faulthandler.cancel_dump_traceback_later()
            QgsProject.instance().clear()

    return call
