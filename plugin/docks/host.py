# SPDX-License-Identifier: GPL-2.0-or-later
"""What a dock gets from the application: the interface of QGIS, the message bar, the task runner."""

from __future__ import annotations

import html

from qgis.core import Qgis
from qgis.gui import QgisInterface

from ..domain.errors import DualCarbonError
from ..i18n import sentence, tr
from .figure_style import FigureStyle
from .task_runner import TaskRunner

#: Seconds that a message stays; one that tells of a failure stays until it is closed.
SECONDS = 8


class Host:
    """The application as docks and tools see it."""

    def __init__(self, iface: QgisInterface) -> None:
        self.iface = iface
        self.runner = TaskRunner(self)
        #: How docks write figures.
        self.style = FigureStyle()

    def tell(self, text: str) -> None:
        """Say in the message bar what was done."""
        self._push(text, Qgis.MessageLevel.Success, SECONDS)

    def warn(self, text: str) -> None:
        """Say in the message bar what stands in the way."""
        self._push(text, Qgis.MessageLevel.Warning, SECONDS)

    def fail(self, text: str) -> None:
        """Say in the message bar what went wrong; it stays until it is closed."""
        self._push(text, Qgis.MessageLevel.Critical, 0)

    def refuse(self, error: DualCarbonError) -> None:
        """Say in the message bar why something cannot be done, in the sentence of the error."""
        self.fail(sentence(error))

    def _push(self, text: str, level: Qgis.MessageLevel, seconds: int) -> None:
        # The bar shows markup, and names of layers are none.
        safe = html.escape(text, quote=False)
        self.iface.messageBar().pushMessage(tr("Dual Carbon Planner"), safe, level, seconds)
