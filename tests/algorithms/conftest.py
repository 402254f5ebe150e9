# SPDX-License-Identifier: GPL-2.0-or-later
"""The provider in a running QGIS."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingException,
    QgsProcessingFeedback,
)

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "data"


class Log(QgsProcessingFeedback):
    """Feedback that keeps what was said."""

    def __init__(self) -> None:
        super().__init__(False)
        self.infos: list[str] = []
        self.warnings: list[str] = []

    def pushInfo(self, info: str) -> None:
        self.infos.append(info)

    def pushWarning(self, warning: str) -> None:
        self.warnings.append(warning)

    def said(self, part: str) -> bool:
        return any(part in text for text in [*self.infos, *self.warnings])


@pytest.fixture(scope="session")
def provider(qgis_app, qgis_processing) -> Iterator[Any]:
    """The plugin's provider, registered once."""
    from dualcarbon.plugin.algorithms.provider import DualCarbonProvider

    made = DualCarbonProvider()
    QgsApplication.processingRegistry().addProvider(made)
    yield made
    QgsApplication.processingRegistry().removeProvider(made)


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
