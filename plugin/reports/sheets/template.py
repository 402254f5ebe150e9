# SPDX-License-Identifier: GPL-2.0-or-later
"""Print layouts from templates: the shipped ones and those of users."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsLayoutItemMap, QgsPrintLayout, QgsProject, QgsReadWriteContext
from qgis.PyQt.QtXml import QDomDocument

from ...domain.errors import InputError
from ...paths import RESOURCES
from .arrange import arrange
from .papers import MAP, paper

FOLDER = RESOURCES / "layouts"


def open_template(project: QgsProject, theme: str, paper_name: str, own: str) -> QgsPrintLayout:
    """A layout of the shipped template of a theme on a paper, or of the user's own, which stays as it is.

    Raises ``InputError`` for a file that is no template or has no map of the id ``map``.
    """
    path = Path(own) if own else FOLDER / f"{theme}.qpt"
    layout = QgsPrintLayout(project)
    if not path.is_file():
        raise _not_a_template(path)
    document = QDomDocument()
    document.setContent(path.read_text(encoding="utf-8", errors="replace"))
    _items, loaded = layout.loadFromTemplate(document, QgsReadWriteContext())
    if not loaded or layout.pageCollection().pageCount() == 0:
        raise _not_a_template(path)
    if not isinstance(layout.itemById(MAP), QgsLayoutItemMap):
        raise InputError(
            "The template “{path}” has no map with the item id “map”. Set it in the item properties of the "
            "map; other ids are {ids}.",
            path=path,
            ids="title, legend, scale_bar, north_arrow, table, figure, imprint",
        )
    if not own:
        arrange(layout, paper(paper_name))
    return layout


def _not_a_template(path: Path) -> InputError:
    return InputError(
        "“{path}” is not a print-layout template. Save one in the layout designer with Layout → Save as "
        "Template (.qpt).",
        path=path,
    )
