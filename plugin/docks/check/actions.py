# SPDX-License-Identifier: GPL-2.0-or-later
"""What can be done with findings: buttons of the dock with their keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qgis.PyQt.QtGui import QIcon, QKeySequence
from qgis.PyQt.QtWidgets import QAction, QToolBar, QWidget

from ...i18n import tr
from ..icons import plugin_icon, theme_icon
from ..small_bar import small_bar

#: Actions before which the toolbar has a gap.
GAPS = ("exempt", "recheck", "copy")


@dataclass(frozen=True)
class Deed:
    """One action: what it says, its icon and its key."""

    text: str
    icon: QIcon
    key: str = ""


def deeds() -> dict[str, Deed]:
    """Id → action, in the order of the toolbar."""
    return {
        "previous": Deed(tr("Previous finding"), theme_icon("mActionArrowUp"), "Shift+F8"),
        "next": Deed(tr("Next finding"), theme_icon("mActionArrowDown"), "F8"),
        "zoom": Deed(tr("Zoom to finding and flash"), theme_icon("mActionZoomToSelected"), "Ctrl+Return"),
        "flash": Deed(tr("Flash finding"), theme_icon("mActionHighlightFeature"), "Ctrl+L"),
        "exempt": Deed(tr("Exempt…"), plugin_icon("state_exempted"), "Ctrl+E"),
        "fix": Deed(tr("Mark as fixed"), plugin_icon("state_fixed"), ""),
        "reopen": Deed(tr("Open again"), plugin_icon("state_open"), ""),
        "recheck": Deed(tr("Check the parcels again"), theme_icon("mActionRefresh"), "F9"),
        "legal": Deed(tr("Legal basis"), theme_icon("mActionPropertiesWidget"), "Ctrl+B"),
        "copy": Deed(tr("Copy as table"), theme_icon("mActionEditCopy"), "Ctrl+C"),
        "export": Deed(tr("Export the filtered list…"), theme_icon("mActionSharingExport"), ""),
    }


def make_actions(owner: QWidget) -> dict[str, QAction]:
    """The actions by id, with their keys."""
    actions = {}
    for name, deed in deeds().items():
        action = QAction(deed.icon, deed.text, owner)
        action.setObjectName(f"DualCarbon_finding_{name}")
        if deed.key:
            action.setShortcut(QKeySequence(deed.key))
        tip(action)
        actions[name] = action
    return actions


def tip(action: QAction, reason: str = "") -> None:
    """Tell what an action does, its key, and why it cannot be done where that is so."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    told = f"{action.text()} ({keys})" if keys else action.text()
    action.setToolTip(f"{told}\n{reason}" if reason else told)


def make_toolbar(owner: QWidget, actions: Mapping[str, QAction]) -> QToolBar:
    """A toolbar of the actions in their order, with gaps between groups."""
    shown: list[QAction | None] = []
    for name, action in actions.items():
        shown += [None, action] if name in GAPS else [action]
    return small_bar(owner, shown)
