# SPDX-License-Identifier: GPL-2.0-or-later
"""Method layers on classified rasters: cells counted by hand, by centre and by exact shares."""

from __future__ import annotations

import math

import numpy as np
import pytest
from layers_by_hand import make_layer, notes_of, rows_of, square
from method_layers_by_hand import CO2, FACTORS, method_layer, stand
from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject
from rasters_by_hand import X, Y, write_raster

#: Six columns and four rows of 10 m × 20 m below (X, Y): forest west, grassland east, one cell without data.
LAND = np.array([[1, 1, 1, 2, 2, 2]] * 3 + [[1, 1, 1, 2, 2, 0]], dtype=np.uint8)


@pytest.fixture
def baseline(run, tmp_path):
    (tmp_path / "factors.csv").write_text(FACTORS, encoding="utf-8")
    (tmp_path / "codes.csv").write_text(
        "code,carbon_class\n1,mixed_forest\n2,natural_grassland\n", encoding="utf-8"
    )
    towns = make_layer(
        [(square(X, Y - 80, 20, 80), {"N": "西"}), (square(X + 20, Y - 80, 40, 80), {"N": "东"})]
    )
    settings = {
        "INPUT": write_raster(tmp_path / "land.tif", LAND),
        "CLASSIFICATION": str(tmp_path / "codes.csv"),
        "FACTOR_SET": str(tmp_path / "factors.csv"),
        "UNITS": towns,
        "UNIT_FIELD": "N",
        "AREA_RULE": "planar",
        "OUTPUT": "memory:",
        "OUTPUT_TABLE": "memory:",
        "MANIFEST": str(tmp_path / "run.json"),
    }
    return lambda *layers, **more: run("sinkbaseline", **{**settings, "METHOD_LAYERS": list(layers), **more})


def table_of(result):
    return {(row["unit"], row["carbon_class"], row["method"]): row for row in rows_of(result["OUTPUT_TABLE"])}


@pytest.mark.parametrize("edge", ["centre", "exact"])
def test_a_stand_along_the_cells(baseline, edge):
    """Columns 2–4 of the top two rows: 3 × 2 cells of 0.02 ha, one column in the west, two in the east."""
    layer = method_layer(
        stand(
            square(X + 10, Y - 40, 30, 40),
            "agb,biomass_growth",
            area_ha=0.12,
            agb=90.0,
            removal=(6.0, 5.0, 8.0),
        )
    )
    result = baseline(layer, EDGE=edge)
    rows = table_of(result)
    west = rows["西", "mixed_forest", "forest_volume"]
    assert (west["area_ha"], west["agb_tc"]) == pytest.approx((0.04, 0.04 * 90))
    assert (west["bgb_tc"], west["removal_tco2e_a"]) == pytest.approx((0.04 * 15, 2.0))
    grass = rows["东", "natural_grassland", "forest_volume"]
    assert (grass["area_ha"], grass["agb_tc"]) == pytest.approx((0.04, 0.04 * 90))
    # The rest of the forest: 4 of 8 + 2 of 4 … cells in the west and east grow by the factor.
    plain = rows["西", "mixed_forest", "factors"]["removal_tco2e_a"]
    assert plain == pytest.approx(0.12 * 3 * CO2)
    for unit, whole in (("西", 0.16), ("东", 0.30)):
        assert math.fsum(
            row["area_ha"] for (name, _, _), row in rows.items() if name == unit
        ) == pytest.approx(whole)


def test_a_border_through_cells_goes_by_centres_or_by_shares(baseline):
    """The stand ends 7 m into the second column: by centre it has it, by share seven tenths of it."""
    layer = method_layer(stand(square(X, Y - 80, 17, 80), "agb", area_ha=0.136, agb=100.0))
    for edge, area in (("centre", 0.16), ("exact", 0.136)):
        rows = table_of(baseline(layer, EDGE=edge))
        own = rows["西", "mixed_forest", "forest_volume"]
        assert own["area_ha"] == pytest.approx(area)
        # Whatever cells it gets, the stand has its own 13.6 t C.
        assert own["agb_tc"] == pytest.approx(13.6)
        plain = rows["西", "mixed_forest", "factors"]["area_ha"] if edge == "exact" else 0.0
        assert own["area_ha"] + plain == pytest.approx(0.16)


def test_a_stand_without_a_cell_keeps_its_stock(baseline):
    """4 m × 4 m between the centres: no ground by centres, but its 0.16 t C do not vanish."""
    layer = method_layer(stand(square(X + 6, Y - 8, 4, 4), "agb", area_ha=0.0016, agb=100.0))
    result = baseline(layer, EDGE="centre")
    row = table_of(result)["西", "mixed_forest", "forest_volume"]
    assert (row["area_ha"], row["agb_tc"]) == pytest.approx((0.0, 0.16))
    assert result["TOTAL_STOCK_TC"] == pytest.approx(0.24 * 175 + 0.22 * 80 + 0.16)


def test_ground_without_data_and_beyond_the_raster_gives_nothing(baseline):
    """The last column: 3 cells with data, 1 without, and as much again beyond the raster and the towns."""
    layer = method_layer(
        stand(
            square(X + 50, Y - 80, 20, 80), "agb", area_ha=0.16, agb=100.0, carbon_class="natural_grassland"
        )
    )
    for edge in ("centre", "exact"):
        result = baseline(layer, EDGE=edge)
        row = table_of(result)["东", "natural_grassland", "forest_volume"]
        assert (row["area_ha"], row["agb_tc"]) == pytest.approx((0.06, 6.0))
        assert notes_of(result)["method_outside"]["area_ha"] == pytest.approx(0.10)


def test_selected_towns_only(baseline):
    towns = make_layer(
        [(square(X, Y - 80, 20, 80), {"N": "西"}), (square(X + 20, Y - 80, 40, 80), {"N": "东"})]
    )
    QgsProject.instance().addMapLayer(towns)
    towns.selectByExpression("N = '西'")
    layer = method_layer(stand(square(X + 10, Y - 40, 30, 40), "agb", area_ha=0.12, agb=90.0))
    result = baseline(layer, UNITS=QgsProcessingFeatureSourceDefinition(towns.id(), True))
    QgsProject.instance().removeMapLayer(towns.id())
    assert {unit for unit, _, _ in table_of(result)} == {"西"}
    assert notes_of(result)["method_outside"]["area_ha"] == pytest.approx(0.08)
