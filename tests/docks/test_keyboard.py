# SPDX-License-Identifier: GPL-2.0-or-later
"""Every dock by keyboard alone: Tab reaches what can be used, from top to bottom, and nothing traps it."""

from __future__ import annotations

import re

import pytest
from desktop import settle
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextBrowser,
    QToolBar,
)

DOCKS = ("data", "carbon_factors", "carbon_account", "plan_check", "live_balance")
USED = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QTextBrowser, QTabBar)
#: Widgets of Qt that another one stands for: parts of boxes, arrows of tool bars, corners of tables.
PARTS = ("qt_", "ScrollLeftButton", "ScrollRightButton", "QTableCornerButton")
MNEMONIC = re.compile(r"&([^&\s])")


def shown(plugin, desktop, dock_id):
    """A dock on the screen, alone."""
    desktop.window.resize(1200, 1000)
    dock = plugin.frame.show(dock_id)
    desktop.window.activateWindow()
    settle()
    return dock


def pages(dock):
    """Each page of the tabs of a dock in turn."""
    tabs = [bar for bar in dock.findChildren(QTabBar) if bar.isVisibleTo(dock)]
    for place in range(tabs[0].count()) if tabs else [0]:
        if tabs:
            tabs[0].setCurrentIndex(place)
        settle()
        yield place


def is_part(widget, dock):
    """Whether a widget belongs to one that is looked at itself."""
    if widget.objectName().startswith(PARTS) or type(widget).__name__ in PARTS:
        return True
    parent = widget.parentWidget()
    while parent is not None and parent is not dock:
        if isinstance(parent, (QComboBox, QAbstractItemView, QTabBar, QTextBrowser, QLineEdit)):
            return True
        parent = parent.parentWidget()
    return isinstance(widget.parentWidget(), QDockWidget)


def used(dock):
    """What a person can use with the mouse."""
    found = [widget for kind in USED for widget in dock.findChildren(kind)]
    return [
        one
        for one in found
        if one.isVisible() and one.isEnabled() and one.width() > 1 and not is_part(one, dock)
    ]


def walk(dock, first):
    """What Tab reaches within a dock, from ``first`` once round."""
    reached, widget = [], first
    for _step in range(300):
        reached.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        widget = QgsApplication.focusWidget()
        if widget is None or widget in reached or not dock.isAncestorOf(widget):
            return reached
    raise AssertionError("no end of the walk")


def focusable(dock):
    """The widgets where Tab may stop, in the order in which they stand."""
    return sorted(used(dock), key=lambda one: place_of(one, dock))


def place_of(widget, dock):
    corner = widget.mapTo(dock, QPoint(0, 0))
    return corner.y(), corner.x()


def start_of(dock):
    first = focusable(dock)[0]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    return QgsApplication.focusWidget()


def name_of(widget):
    text = widget.accessibleName() or getattr(widget, "text", lambda: "")() or widget.objectName()
    return f"{type(widget).__name__} {text}"


def stands_for(widget, reached):
    """Whether Tab stopped at a widget, or at what it hands its focus to."""
    stops = {widget, widget.focusProxy(), *widget.findChildren(QLineEdit)}
    return bool(stops & set(reached))


@pytest.fixture(params=["en", "zh_CN"])
def language(request, plugin):
    """The plugin in a language; docks are made when they are shown."""
    from dualcarbon.plugin.i18n import install_translator

    if request.param != "en":
        install_translator(request.param)
    return request.param


@pytest.mark.parametrize("dock_id", DOCKS)
def test_tab_reaches_everything_from_top_to_bottom(plugin, desktop, dock_id):
    dock = shown(plugin, desktop, dock_id)
    for page in pages(dock):
        reached = walk(dock, start_of(dock))
        left_out = [name_of(one) for one in used(dock) if not stands_for(one, reached)]
        assert left_out == [], page
        rows = [place_of(one, dock)[0] for one in reached]
        turns = [
            f"{name_of(before)} → {name_of(after)}"
            for before, after, y, later in zip(reached, reached[1:], rows, rows[1:])
            if later < y - after.height()
        ]
        # Once round: the way back to the top may be one of the steps.
        assert len(turns) <= 1, turns


@pytest.mark.parametrize("dock_id", DOCKS)
def test_no_letter_stands_for_two_things(language, plugin, desktop, dock_id):
    dock = shown(plugin, desktop, dock_id)
    for page in pages(dock):
        texts = [one.text() for one in dock.findChildren(QLabel) if one.isVisible() and one.buddy()]
        texts += [one.text() for one in dock.findChildren(QAbstractButton) if one.isVisible()]
        texts += [bar.tabText(n) for bar in dock.findChildren(QTabBar) for n in range(bar.count())]
        letters = [letter.upper() for text in texts for letter in MNEMONIC.findall(text.replace("&&", ""))]
        assert len(letters) == len(set(letters)), (page, sorted(letters))


@pytest.mark.parametrize("dock_id", DOCKS)
def test_every_button_of_a_tool_bar_is_told_and_works_by_the_space_bar(plugin, desktop, dock_id):
    dock = shown(plugin, desktop, dock_id)
    for bar in dock.findChildren(QToolBar):
        for action in bar.actions():
            if action.isSeparator():
                continue
            button = bar.widgetForAction(action)
            assert button.accessibleName()
            assert button.focusPolicy() & Qt.FocusPolicy.TabFocus, action.text()
