# SPDX-License-Identifier: GPL-2.0-or-later
"""Every tool of the provider under faults: its calls, a place for temporary files, and the closing tally."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from forks import Crew, crew

# Layers made by hand and names of tools are those of the algorithm tests.
sys.path[:0] = [str(Path(__file__).resolve().parents[1] / name) for name in ("algorithms", "domain")]


@pytest.fixture(scope="session")
def provider(qgis_app, qgis_processing) -> Any:
    """The plugin's provider; other tests of the process may have registered it."""
    from dualcarbon.plugin.algorithms.provider import DualCarbonProvider
    from qgis.core import QgsApplication

    registry, made = QgsApplication.processingRegistry(), DualCarbonProvider()
    if registry.providerById("dualcarbon") is None:
        registry.addProvider(made)
    return made


@pytest.fixture(scope="session")
def inputs(provider, tmp_path_factory) -> Path:
    """The folder with what the calls of every tool take, written once."""
    from every_tool.calls import prepare

    return prepare(tmp_path_factory.mktemp("inputs"))


@pytest.fixture(scope="session")
def tools(inputs) -> Mapping[str, Any]:
    """A short call of every tool and model."""
    from short_calls import short_calls

    return short_calls(inputs)


@pytest.fixture
def scratch(tmp_path, monkeypatch) -> Path:
    """A folder that this test alone uses for temporary files, of Python as of Qt and GDAL."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    for name in ("TMPDIR", "CPL_TMPDIR"):
        monkeypatch.setenv(name, str(folder))
    return folder


@pytest.fixture(scope="session")
def workshop(inputs) -> Iterator[Crew]:
    """A prepared QGIS from which runs are forked."""
    with crew(str(Path(__file__).with_name("workshop.py")), str(inputs)) as found:
        yield found
