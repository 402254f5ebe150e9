# SPDX-License-Identifier: GPL-2.0-or-later
"""Lists of fields below a layer, in the dialogs of Processing: QGIS's own, and a raster empties them.

Where the widget of QGIS 3.22 itself learns of a raster the whole process ends with a fault.
"""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from layers_by_hand import make_layer, square
from model_steps import model_of, step_of
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterField,
    QgsProject,
    QgsRasterLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.gui import QgsGui, QgsProcessingGui
from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QComboBox
from rasters_by_hand import write_raster

FIELD = QgsProcessingParameterField.DataType
KINDS = (FIELD.Any, FIELD.Numeric, FIELD.String)
#: One row of a survey layer; its fields are of three types.
ROWS = [(square(0, 0), {"DLBM": "0101", "TBMJ": 10000.0, "XH": 1})]


@pytest.fixture
def raster(tmp_path) -> str:
    return write_raster(tmp_path / "classes.tif", np.ones((2, 2), dtype=np.uint8))


@pytest.fixture
def parcels(provider) -> QgsVectorLayer:
    """A layer of the project."""
    layer = make_layer(ROWS)
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def opened(provider, monkeypatch):
    """Opens Processing's own dialogs, which are closed afterwards."""
    from processing.gui import AlgorithmDialog, BatchAlgorithmDialog, BatchPanel, ParametersPanel
    from processing.modeler import ModelerParametersDialog

    for module in (ParametersPanel, BatchPanel, ModelerParametersDialog):
        monkeypatch.setattr(module, "iface", None)
    kinds = {
        "dialog": AlgorithmDialog.AlgorithmDialog,
        "batch": BatchAlgorithmDialog.BatchAlgorithmDialog,
        "modeler": ModelerParametersDialog.ModelerParametersDialog,
    }
    made = []

    def call(kind: str, name: str, *more):
        made.append(kinds[kind](provider.algorithm(name).create(), *more))
        return made[-1]

    yield call
    for dialog in made:
        sip.delete(dialog)
    QgsProject.instance().clear()


def fields_in(dialog, parameter: str) -> list[str]:
    """The names that the box of a field parameter offers, without the empty one."""
    return offered(dialog.mainWidget().wrappers[parameter])


def offered(wrapper) -> list[str]:
    widget = wrapper.wrappedWidget()
    assert isinstance(widget, QComboBox)
    return [widget.itemText(row) for row in range(widget.count()) if widget.itemText(row)]


def test_a_vector_layer_offers_its_fields_and_a_raster_none(opened, parcels, raster):
    dialog = opened("dialog", "sinkbaseline")
    dialog.setParameters({"INPUT": parcels.id(), "CLASS_FIELD": "DLBM", "AREA_FIELD": "TBMJ"})
    assert fields_in(dialog, "CLASS_FIELD") == ["DLBM", "TBMJ", "XH"]
    asked = dialog.createProcessingParameters()
    assert (asked["CLASS_FIELD"], asked["AREA_FIELD"], asked["DEDUCTED_FIELD"]) == ("DLBM", "TBMJ", None)
    layer = QgsRasterLayer(raster, "classes")
    QgsProject.instance().addMapLayer(layer)
    for value in (layer.id(), raster):
        dialog.setParameters({"INPUT": parcels.id(), "CLASS_FIELD": "DLBM"})
        dialog.mainWidget().wrappers["INPUT"].setParameterValue(value, QgsProcessingContext())
        assert fields_in(dialog, "CLASS_FIELD") == []
        asked = dialog.createProcessingParameters()
        assert asked["INPUT"] == value
        assert not asked["CLASS_FIELD"]
    assert QgsProject.instance().mapLayer(layer.id()) is layer


def test_only_a_missing_layer_is_complained_of(opened, raster):
    dialog = opened("dialog", "stockchange")
    layers = dialog.mainWidget().wrappers["BEFORE"]
    layers.setParameterValue(raster, QgsProcessingContext())
    assert dialog.messageBar().currentItem() is None
    layers.setParameterValue("/nowhere/parcels.gpkg", QgsProcessingContext())
    assert "Could not load" in dialog.messageBar().currentItem().text()


def test_a_layer_given_by_its_path_offers_its_fields_too(opened, parcels, tmp_path):
    path = str(tmp_path / "parcels.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(
        parcels, path, QgsProject.instance().transformContext(), options
    )
    dialog = opened("dialog", "sinkbaseline")
    for value in (path, QgsProcessingFeatureSourceDefinition(path, selectedFeaturesOnly=True)):
        dialog.setParameters({"INPUT": value, "CLASS_FIELD": "DLBM"})
        assert fields_in(dialog, "CLASS_FIELD") == ["fid", "DLBM", "TBMJ", "XH"]
        assert dialog.createProcessingParameters()["CLASS_FIELD"] == "DLBM"


def test_in_a_batch_each_row_has_its_own_layer(opened, parcels, raster):
    panel = opened("batch", "sinkbaseline").mainWidget()
    panel.addRow()
    first, second = panel.wrappers
    place, field = (panel.parameter_to_column[name] for name in ("INPUT", "CLASS_FIELD"))
    for row, value in ((first, parcels.id()), (second, raster)):
        row[place].setParameterValue(value, QgsProcessingContext())
    first[field].setParameterValue("DLBM", QgsProcessingContext())
    assert offered(second[field]) == []
    assert panel.valueForParameter(0, "CLASS_FIELD") == "DLBM"
    assert not panel.valueForParameter(1, "CLASS_FIELD")


def test_a_step_of_a_model_keeps_its_field(opened, provider):
    """The modeler shows what it shows for tools of QGIS: names and inputs of the model, no layer."""
    model = model_of(step_of("dualcarbon:sinkbaseline", {"CLASS_FIELD": "DLBM"}))
    dialog = opened("modeler", "sinkbaseline", model, "sinkbaseline")
    dialog.setPreviousValues()
    sources = dialog.createAlgorithm().parameterSources()
    assert [source.staticValue() for source in sources["CLASS_FIELD"]] == ["DLBM"]


@pytest.mark.parametrize(("kind", "is_list", "is_optional"), [*product(KINDS, (False, True), (False, True))])
def test_it_does_what_the_widget_of_qgis_does(provider, parcels, kind, is_list, is_optional):
    """Whatever the field may be: its type, several of them, or none."""
    from dualcarbon.plugin.algorithms.field_widgets import FieldWidget
    from dualcarbon.plugin.gis.project_context import ProjectContext

    parameter = QgsProcessingParameterField("FIELD", "Field", None, "INPUT", kind, is_list, is_optional)
    layers = provider.algorithm("sinkbaseline").parameterDefinition("INPUT")
    registry, standard = QgsGui.processingGuiRegistry(), QgsProcessingGui.WidgetType.Standard
    above = registry.createParameterWidgetWrapper(layers, standard)
    contexts = ProjectContext()
    widgets, found = [above.createWrappedWidget(contexts.context)], []
    for wrapper in (
        FieldWidget(parameter, None),
        registry.createParameterWidgetWrapper(parameter, standard),
    ):
        wrapper.registerProcessingContextGenerator(contexts)
        widgets.append(wrapper.createWrappedWidget(contexts.context))
        wrapper.postInitialize([above, wrapper])
        told = []
        wrapper.widgetValueHasChanged.connect(told.append)
        above.setParameterValue(None, contexts.context)
        above.setParameterValue(parcels.id(), contexts.context)
        first = wrapper.parameterValue()
        wrapper.setParameterValue("XH", contexts.context)
        label = wrapper.createWrappedLabel()
        found.append((label.text(), first, wrapper.parameterValue(), bool(told), type(widgets[-1])))
        assert set(told) <= {wrapper}
    ours, stock = found
    assert ours == stock
    if kind != FIELD.String:
        assert ours[2] == (["XH"] if is_list else "XH")


def test_every_tool_and_model_bears_rasters_for_every_layer(opened, provider, raster):
    """Also where only polygons are asked for: a path can be typed, or come with the history."""
    asked = 0
    for algorithm in provider.algorithms():
        fields = [d for d in algorithm.parameterDefinitions() if isinstance(d, QgsProcessingParameterField)]
        if not fields:
            continue
        assert all("field_widgets" in str(field.metadata()) for field in fields), algorithm.name()
        wrappers = opened("dialog", algorithm.name()).mainWidget().wrappers
        for parent in {field.parentLayerParameterName() for field in fields}:
            wrappers[parent].setParameterValue(raster, QgsProcessingContext())
            asked += 1
    assert asked > len(provider.algorithms())


def test_a_dialog_leaves_the_second_classification_blank(opened):
    """Blank it is that of the first date; a default would take its place in every run from a dialog."""
    wrappers = opened("dialog", "stockchange").mainWidget().wrappers
    assert wrappers["CLASSIFICATION"].parameterValue() == "auto"
    assert not wrappers["AFTER_CLASSIFICATION"].parameterValue()
