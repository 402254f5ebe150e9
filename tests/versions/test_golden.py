# SPDX-License-Identifier: GPL-2.0-or-later
"""The county case gives the same figures with every QGIS, Python, numpy, GEOS and PROJ, to 1e-9."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

pytest.importorskip("qgis.core")

from county_run import county_figures

GOLDEN = Path(__file__).with_name("golden.json")
RELATIVE = 1e-9
NOISE = "NOISE_AREA_HA"


def same(golden: float | None, fresh: float | None, share: float = 1.0) -> bool:
    """Equal to 1e-9 of the figure, or of the whole of which it is a share, or both not known."""
    if golden is None or fresh is None:
        return golden is fresh
    return math.isclose(golden, fresh, rel_tol=RELATIVE, abs_tol=RELATIVE * abs(golden) / share)


def is_noise(key: str, name: str = "") -> bool:
    """Whether a figure is that of a sliver which the check lists and does not count, or of all of them."""
    return " noise " in key or name == NOISE


@pytest.fixture(scope="module")
def golden():
    return json.loads(GOLDEN.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def figures(qgis_app, qgis_processing, tmp_path_factory):
    from dualcarbon.plugin.algorithms.provider import DualCarbonProvider
    from qgis.core import QgsApplication

    registry = QgsApplication.processingRegistry()
    # Other tests may have registered it; a second one of the same id would be deleted by QGIS.
    present = registry.providerById("dualcarbon")
    made = present or DualCarbonProvider()
    if not present:
        registry.addProvider(made)
    yield county_figures(tmp_path_factory.mktemp("county"))
    if not present:
        registry.removeProvider(made)


@pytest.mark.parametrize("part", ["totals", "baseline", "findings"])
def test_the_same_rows_with_the_same_columns(golden, figures, part):
    assert figures[part].keys() == golden[part].keys()
    assert {key: list(row) for key, row in figures[part].items()} == {
        key: list(row) for key, row in golden[part].items()
    }


@pytest.mark.parametrize("part", ["totals", "baseline", "findings"])
def test_the_same_figures_to_the_ninth_digit(golden, figures, part):
    different = {
        (key, name): (value, figures[part][key][name])
        for key, row in golden[part].items()
        for name, value in row.items()
        if not is_noise(key, name) and not same(value, figures[part][key][name])
    }
    assert different == {}


def test_slivers_are_the_same_to_the_ninth_digit_of_their_parcel(golden, figures):
    """A sliver's area is a small difference of coordinates near 3 000 000 m, which GEOS rounds to 5e-10 m."""
    noise = {key: row for key, row in golden["findings"].items() if is_noise(key)}
    different = {
        (key, name): (value, figures["findings"][key][name])
        for key, row in noise.items()
        for name, value in row.items()
        if not same(value, figures["findings"][key][name], share=row["share"])
    }
    assert len(noise) > 10
    assert different == {}
    area_ha = (golden["totals"]["checkplan"][NOISE], figures["totals"]["checkplan"][NOISE])
    parcels_ha = sum(row["area_m2"] / row["share"] for row in noise.values()) / 10_000
    assert math.isclose(*area_ha, abs_tol=RELATIVE * parcels_ha)


def test_the_golden_file_says_how_it_was_made(golden):
    assert "make_golden.py on QGIS 3.22" in golden["made"]
    assert len(golden["baseline"]) == 10
    assert len(golden["findings"]) > 100
