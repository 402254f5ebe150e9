# SPDX-License-Identifier: GPL-2.0-or-later
"""The provider in a running QGIS."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from layers_by_hand import Log
from qgis.core import QgsMapLayer, QgsProcessingException, QgsProject
from qgis.PyQt import sip
from registered import registered


@pytest.fixture(scope="session")
def provider(qgis_app, qgis_processing) -> Iterator[Any]:
    """The plugin's provider, registered once."""
    with registered() as found:
        yield found
        _delete_layers_left_behind()


def _delete_layers_left_behind() -> None:
    # QGIS 3.22 never frees the exception of a refusal nor the frames of its callers, and a file
    # layer in one of them that outlives the application ends the process with a fault.
    QgsProject.instance().clear()
    for thing in gc.get_objects():
        if isinstance(thing, QgsMapLayer) and not sip.isdeleted(thing):
            sip.delete(thing)


@pytest.fixture
def log() -> Log:
    return Log()


@pytest.fixture
def run(provider, log) -> Callable[..., dict[str, Any]]:
    """Run an algorithm of the provider as ``processing.run`` does."""
    import processing

    def call(name: str, **parameters: Any) -> dict[str, Any]:
        return processing.run(f"dualcarbon:{name}", parameters, feedback=log)

    return call


@pytest.fixture
def refused(run) -> Callable[..., str]:
    """Run an algorithm that must refuse; return its sentence."""

    def call(name: str, **parameters: Any) -> str:
        with pytest.raises(QgsProcessingException) as caught:
            run(name, **parameters)
        return str(caught.value)

    return call
