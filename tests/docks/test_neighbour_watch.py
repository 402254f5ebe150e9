# SPDX-License-Identifier: GPL-2.0-or-later
"""Every way in which a layer beside the plan can change is noticed, once, with the name of the layer."""

from __future__ import annotations

import pytest
from layers_by_hand import square
from live_county import X, Y, county_in, move_one
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsField, QgsGeometry, QgsProject
from qgis.PyQt.QtCore import QVariant


def add_one(layer):
    layer.startEditing()
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromWkt(square(X + 500, Y)))
    assert layer.addFeature(feature)


def delete_one(layer):
    layer.startEditing()
    assert layer.deleteFeature(1)


def name_one(layer):
    layer.startEditing()
    assert layer.changeAttributeValue(1, layer.fields().count() - 1, "x")


def add_field(layer):
    layer.startEditing()
    assert layer.addAttribute(QgsField("more", QVariant.String))


def other_file(layer):
    layer.setDataSource(layer.source().replace(layer.name(), "XZQ"), layer.name(), "ogr")


CHANGES = {
    "added": (add_one, "was edited."),
    "moved": (move_one, "was edited."),
    "deleted": (delete_one, "was edited."),
    "attribute": (name_one, "was edited."),
    "field": (add_field, "was edited."),
    "filter": (lambda layer: layer.setSubsetString("fid < 0"), "shows other features than before."),
    "source": (other_file, "shows other features than before."),
    "reload": (lambda layer: layer.dataProvider().reloadData(), "shows other features than before."),
    "crs": (lambda layer: layer.setCrs(QgsCoordinateReferenceSystem("EPSG:4549")), "The CRS of"),
    "removal": (lambda layer: QgsProject.instance().removeMapLayer(layer.id()), "was removed."),
}


@pytest.fixture
def county(algorithms, tmp_path):
    return county_in(tmp_path)


ROLES = ("FARMLAND", "BASE", "UNITS")


@pytest.fixture
def watch(county):
    """What a balance of the county's layers is told of them."""
    from dualcarbon.plugin.gis.live_balance import NeighbourWatch, prepare_opening

    given = {name: county[name].id() for name in ROLES}
    fields = {"PLAN_FIELD": "YDYHFLDM", "BASE_FIELD": "DLBM", "UNIT_FIELD": "XZQMC"}
    made = NeighbourWatch(prepare_opening(county["PLAN"], {**given, **fields}))
    yield made
    made.close()


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("change", CHANGES)
def test_any_change_of_a_neighbour_is_told_once_by_its_name(watch, county, role, change):
    told, (do, reason), name = [], CHANGES[change], county[role].name()
    watch.outdated.connect(told.append)
    do(county[role])
    assert len(told) == 1
    assert name in told[0]
    assert reason in told[0]


def test_a_rollback_of_edits_made_before_the_start_is_a_change(county):
    from dualcarbon.plugin.gis.live_balance import NeighbourWatch, prepare_opening

    move_one(county["FARMLAND"])
    given = {"FARMLAND": county["FARMLAND"], "PLAN_FIELD": "YDYHFLDM"}
    watch = NeighbourWatch(prepare_opening(county["PLAN"], given))
    assert county["FARMLAND"].rollBack()
    assert "was edited." in watch.reason
    watch.close()
