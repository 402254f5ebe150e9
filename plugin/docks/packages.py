# SPDX-License-Identifier: GPL-2.0-or-later
"""One clear line about Python packages that are missing, with the way to install them."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.PyQt.QtWidgets import QLabel

from ..gis.software import CORE, remedy, trouble_with
from ..i18n import tr

#: Packages that only some tools need: large nearest-neighbour searches, figures, workbooks, reports.
SOFT = ("scipy", "matplotlib", "openpyxl", "jinja2")


def missing_line(packages: Iterable[str] = (*CORE, *SOFT)) -> str:
    """Which packages are missing and how to get them; nothing when all are there."""
    troubles = {name: trouble for name in packages if (trouble := trouble_with(name))}
    if not troubles:
        return ""
    return tr("Python packages are missing ({names}): {remedy}.").format(
        names=", ".join(troubles.values()), remedy=remedy(tuple(troubles))
    )


class MissingPackages(QLabel):
    """The line as a label, hidden when nothing is missing."""

    def __init__(self, packages: Iterable[str]) -> None:
        super().__init__(missing_line(packages))
        self.setWordWrap(True)
        self.setVisible(bool(self.text()))
