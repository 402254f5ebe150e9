# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin's provider in the registry, whatever other tests of the process do with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from qgis.core import QgsApplication, QgsProcessingProvider

PROVIDER = "dualcarbon"
#: QGIS does not keep the Python side of a provider alive.
_made: list[QgsProcessingProvider] = []


class Registered:
    """The provider as the registry has it now: tests of the desktop put another one in its place."""

    def __getattr__(self, name: str) -> Any:
        return getattr(QgsApplication.processingRegistry().providerById(PROVIDER), name)


@contextmanager
def registered() -> Iterator[Registered]:
    """The provider, registered where nobody has done so before; then it goes again."""
    registry = QgsApplication.processingRegistry()
    was_there = registry.providerById(PROVIDER) is not None
    if not was_there:
        _register()
    try:
        yield Registered()
    finally:
        if not was_there:
            registry.removeProvider(PROVIDER)


@contextmanager
def unregistered() -> Iterator[None]:
    """The registry without the provider that other tests registered; it comes back afterwards."""
    registry = QgsApplication.processingRegistry()
    was_there = registry.removeProvider(PROVIDER)
    try:
        yield
    finally:
        # What a test that failed has left.
        registry.removeProvider(PROVIDER)
        if was_there:
            _register()


def _register() -> None:
    from dualcarbon.plugin.algorithms.provider import DualCarbonProvider

    _made.append(DualCarbonProvider())
    assert QgsApplication.processingRegistry().addProvider(_made[-1])
