# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the widgets of parameters look layers up: in the project."""

from __future__ import annotations

from qgis.core import QgsProcessingContext, QgsProject
from qgis.gui import QgsProcessingContextGenerator


class ProjectContext(QgsProcessingContextGenerator):
    """One context with the layers of the project, for as long as the widgets live."""

    def __init__(self) -> None:
        super().__init__()
        self.context = QgsProcessingContext()
        self.context.setProject(QgsProject.instance())

    def processingContext(self) -> QgsProcessingContext:
        return self.context
