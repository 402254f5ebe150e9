# SPDX-License-Identifier: GPL-2.0-or-later
"""A map sheet from its inputs: fill the template, write the pages, keep the layout where that is wished."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsMapLayer, QgsPrintLayout, QgsProject, QgsRectangle
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QSignalBlocker

from ...domain.errors import InputError
from ...gis.maps import frame_of
from ...gis.run import Run
from ..texts import Texts
from .fill import hide_unused, say, show_figure, show_legend, show_map
from .inputs import SheetInputs, read_sheet_inputs
from .pages import page_writers, start_atlas
from .papers import paper
from .table import show_table
from .template import open_template
from .themes import theme_layers


def make_sheet(run: Run) -> dict[str, Any]:
    """Write the sheets of a run; return its outputs with the number of pages."""
    texts = Texts(run.text("LANGUAGE"))
    project = _project(run)
    inputs = read_sheet_inputs(run, texts)
    layers = theme_layers(inputs.theme, inputs.shown, texts)
    ground = [inputs.shown.layer] if inputs.units is None else [inputs.shown.layer, inputs.units.layer]
    frame = frame_of(ground)
    layout = open_template(project, inputs.theme, run.text("PAPER"), run.text("TEMPLATE"))
    keep = run.flag("KEEP_LAYOUT")
    kept = False
    try:
        with _measured_on(project, frame[0]):
            _fill(run, layout, inputs, layers, frame, texts)
            pages = _write(run, layout, inputs)
        outputs = run.finish(PAGES=pages)
        if keep:
            _keep(project, layout, inputs, layers)
            kept = True
    finally:
        if not kept:
            # Before its layers and its project: it listens to them until its end.
            sip.delete(layout)
    return outputs


def _write(run: Run, layout: QgsPrintLayout, inputs: SheetInputs) -> int:
    pages = start_atlas(layout, inputs.units)
    writers = page_writers(
        layout, pages, inputs.imprint, run.text("FORMAT"), run.number("DPI"), run.progress(10, 98)
    )
    run.write_folder("OUTPUT_FOLDER", writers, (98.0, 99.0))
    return pages


def _project(run: Run) -> QgsProject:
    project = run.context.project()
    if project is None and run.flag("KEEP_LAYOUT"):
        raise InputError("There is no open project to keep the layout in. Switch KEEP_LAYOUT off.")
    return project if project is not None else QgsProject()


@contextmanager
def _measured_on(project: QgsProject, crs: QgsCoordinateReferenceSystem) -> Iterator[None]:
    """Scale bars measure on the project's ellipsoid: meanwhile it is that of the map, and nobody is told."""
    own_crs, dirty = project.crs(), project.isDirty()
    with QSignalBlocker(project):
        if not own_crs.isValid():
            # Without a CRS a project has no ellipsoid.
            project.setCrs(crs)
        own_ellipsoid = project.ellipsoid()
        project.setEllipsoid(crs.ellipsoidAcronym())
    try:
        yield
    finally:
        with QSignalBlocker(project):
            project.setEllipsoid(own_ellipsoid)
            project.setCrs(own_crs)
            project.setDirty(dirty)


def _fill(
    run: Run,
    layout: QgsPrintLayout,
    inputs: SheetInputs,
    layers: Sequence[QgsMapLayer],
    frame: tuple[QgsCoordinateReferenceSystem, QgsRectangle],
    texts: Texts,
) -> None:
    size = 1.0 if run.given("TEMPLATE") else paper(run.text("PAPER")).unit
    crs, extent = frame
    say(layout, inputs.imprint, crs, texts)
    show_map(layout, layers, crs, extent, inputs.units)
    hide_unused(layout, table=inputs.table is not None, figure=bool(inputs.figure))
    show_figure(layout, inputs.figure)
    show_legend(layout, layers, size, texts)
    if inputs.table is not None:
        show_table(layout, inputs.table, inputs.units, size, texts, run.notes)


def _keep(
    project: QgsProject, layout: QgsPrintLayout, inputs: SheetInputs, layers: Sequence[QgsMapLayer]
) -> None:
    """Hand layout and layers over to the project, in a group that leaves the canvas as it is."""
    manager = project.layoutManager()
    name, number = inputs.imprint.title, 1
    while manager.layoutByName(name) is not None:
        number += 1
        name = f"{inputs.imprint.title} {number}"
    layout.setName(name)
    group = project.layerTreeRoot().insertGroup(0, name)
    over = [] if inputs.units is None else [inputs.units.layer]
    for layer in [*over, *layers]:
        project.addMapLayer(layer, False)
        group.addLayer(layer)
    group.setItemVisibilityChecked(False)
    if inputs.table is not None:
        project.addMapLayer(inputs.table.layer, False)
        group.addLayer(inputs.table.layer)
    manager.addLayout(layout)
