# SPDX-License-Identifier: GPL-2.0-or-later
"""Removal hot spots through ``processing.run``: shares, cut parcels, patches, refusals."""

from __future__ import annotations

import pytest
from layers_by_hand import make_layer, notes_of, rows_of, square
from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter

X, Y = 500_000.0, 3_300_000.0


def parcel(column, row, removal, width=1, **more):
    """A parcel of ``width`` hectares in a grid of 100 m."""
    wkt = square(X + 100 * column, Y + 100 * row, 100 * width, 100)
    return wkt, {"BSM": f"{column:02d}{row:02d}", "area_ha": float(width), "removal_tco2e_a": removal, **more}


@pytest.fixture
def hotspots(run, tmp_path):
    """Run the tool on a layer; the result, the hot spots and the table per unit."""

    def call(layer, **more):
        settings = {
            "INPUT": layer,
            "ID_FIELD": "BSM",
            "MANIFEST": str(tmp_path / "run.json"),
            "OUTPUT": "memory:",
            "OUTPUT_TABLE": "memory:",
        }
        result = run("sinkhotspots", **{**settings, **more})
        return result, rows_of(result["OUTPUT"]), rows_of(result["OUTPUT_TABLE"])

    return call


def test_the_densest_fifth_of_ten_parcels(hotspots):
    """Removals 1 … 10 on 1 ha each: 20 % of 10 ha are the parcels of 10 and 9, 19 of 55 in all."""
    layer = make_layer([parcel(n, 0, float(n)) for n in range(1, 11)])
    result, hot, (unit,) = hotspots(layer)
    found = [(row["id"], row["rank"], row["removal_tco2e_ha_a"]) for row in hot]
    assert found == [("1000", 1, 10.0), ("0900", 2, 9.0)]
    assert [row["cumulative_share"] for row in hot] == pytest.approx([10 / 55, 19 / 55])
    assert result["HOTSPOT_SHARE"] == pytest.approx(19 / 55)
    assert (result["HOTSPOTS"], result["HOTSPOT_AREA_HA"]) == (2, pytest.approx(2.0))
    assert unit["concentration"] == pytest.approx((19 / 55) / 0.2)
    assert unit["threshold_removal_tco2e_ha_a"] == 9.0


def test_a_parcel_on_the_border_of_two_towns_is_hot_in_both_with_its_halves(hotspots):
    """2 ha with 10 t across the border: each town has 1 ha and 5 t of it, and 1 ha with 1 t beside it."""
    layer = make_layer([parcel(0, 0, 1.0), parcel(1, 0, 10.0, width=2), parcel(3, 0, 1.0)])
    units = make_layer(
        [(square(X, Y, 200, 100), {"XZQMC": "甲镇"}), (square(X + 200, Y, 200, 100), {"XZQMC": "乙镇"})]
    )
    _, hot, table = hotspots(layer, UNITS=units, UNIT_FIELD="XZQMC", SHARE=50)
    assert [(row["unit"], row["id"], row["patch"]) for row in hot] == [
        ("甲镇", "0100", 1),
        ("乙镇", "0100", 1),
    ]
    for row in hot:
        assert (row["area_ha"], row["removal_tco2e_a"]) == pytest.approx((1.0, 5.0))
        assert (row["patch"], row["patch_ha"]) == (1, pytest.approx(2.0))
    assert [row["amount_share"] for row in table] == pytest.approx([5 / 6, 5 / 6])


def test_units_that_overlap_are_told(hotspots):
    """Both towns hold the parcel in the middle: 1 ha counts twice in the sums over all units."""
    layer = make_layer([parcel(n, 0, float(n + 1)) for n in range(3)])
    units = make_layer(
        [(square(X, Y, 200, 100), {"XZQMC": "甲镇"}), (square(X + 100, Y, 200, 100), {"XZQMC": "乙镇"})]
    )
    result, hot, _ = hotspots(layer, UNITS=units, UNIT_FIELD="XZQMC", SHARE=50)
    assert [(row["unit"], row["id"]) for row in hot] == [("甲镇", "0100"), ("乙镇", "0200")]
    note = notes_of(result)["overlapping_units"]
    assert (note["count"], note["area_ha"]) == (2, pytest.approx(1.0))
    assert note["ids"] == ["甲镇", "乙镇"]


def test_small_patches_stay_out_of_the_layer_but_not_of_the_table(hotspots):
    layer = make_layer([parcel(0, 0, 5.0), parcel(1, 0, 5.0), parcel(5, 0, 9.0), parcel(7, 0, 0.0)])
    result, hot, (unit,) = hotspots(layer, SHARE=75, MIN_PATCH_HA=1.5)
    assert [row["id"] for row in hot] == ["0000", "0100"]
    assert unit["hotspots"] == 3
    assert notes_of(result)["small_patches"]["area_ha"] == pytest.approx(1.0)


def test_by_amount_and_by_density_of_stock(hotspots):
    """60 of 100 t C reach half of the stock at once; by removal the other parcel is hot."""
    layer = make_layer([parcel(0, 0, 1.0, stock_tc=60.0), parcel(1, 0, 2.0, stock_tc=40.0)])
    _, hot, _ = hotspots(layer, VALUE_FIELD="stock_tc", BY="amount", SHARE=50)
    assert [(row["id"], row["stock_tc_ha"], row["stock_tc"]) for row in hot] == [("0000", 60.0, 60.0)]
    _, hot, _ = hotspots(layer, BY="amount", SHARE=50)
    assert [row["id"] for row in hot] == ["0100"]


def test_the_output_of_attachfactors_is_the_input(run, hotspots):
    """Forest removes the most per hectare, houses nothing: the forest is hot."""
    codes = ("0101", "0301", "0702", "0103", "0301")
    land = make_layer([(square(X + 100 * n, Y), {"DLBM": code}) for n, code in enumerate(codes)])
    attached = run("attachfactors", INPUT=land, CLASS_FIELD="DLBM", AREA_RULE="planar", OUTPUT="memory:")
    _, hot, _ = hotspots(attached["OUTPUT"], ID_FIELD=None, SHARE=40)
    assert [row["removal_tco2e_ha_a"] for row in hot] == pytest.approx([4.8] * 2, rel=0.01)
    assert [row["id"] for row in hot] == [None, None]


def test_a_layer_without_areas_is_measured(hotspots):
    layer = make_layer([(square(X, Y, 100, 200), {"removal_tco2e_a": 4.0})])
    _, (hot,), _ = hotspots(layer, ID_FIELD=None)
    assert hot["area_ha"] == pytest.approx(2.0, rel=2e-3)


def test_a_gbk_shapefile_with_cut_names(hotspots, tmp_path):
    """Shapefiles cut removal_tco2e_a to ten characters: the user chooses the field, ids stay Chinese."""
    layer = make_layer([parcel(0, 0, 3.0, BSM="东坡"), parcel(1, 0, 1.0, BSM="西坡")])
    path = tmp_path / "热点.shp"
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.fileEncoding = "ESRI Shapefile", "GBK"
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsCoordinateTransformContext(), options)
    _, (hot,), _ = hotspots(str(path), VALUE_FIELD="removal_tc")
    assert (hot["id"], hot["amount_ha"]) == ("东坡", 3.0)


def test_all_zero_removal_gives_an_empty_layer_and_a_note(hotspots):
    result, hot, (unit,) = hotspots(make_layer([parcel(0, 0, 0.0), parcel(1, 0, 0.0)]))
    assert hot == []
    assert result["HOTSPOT_SHARE"] is None
    assert unit["concentration"] is None
    assert notes_of(result)["no_hotspots"]["ids"] == ["*"]


@pytest.mark.parametrize(
    ("row", "more", "parts"),
    [
        (parcel(0, 0, -1.0), {}, ["negative", "removal_tco2e_a", "0000"]),
        (parcel(0, 0, "viel"), {}, ["no number", "removal_tco2e_a", "0000"]),
        (parcel(0, 0, 1.0, area_ha=0.0), {}, ["area_ha", "0000"]),
        (parcel(0, 0, 1.0), {"VALUE_FIELD": "net_tco2e_a"}, ["net_tco2e_a"]),
    ],
)
def test_layers_that_cannot_be_ranked(refused, row, more, parts):
    said = refused("sinkhotspots", INPUT=make_layer([row]), ID_FIELD="BSM", OUTPUT="memory:", **more)
    for part in parts:
        assert part in said
