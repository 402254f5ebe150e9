# SPDX-License-Identifier: GPL-2.0-or-later
"""The docks that the plugin offers: one line each, loaded when one is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from ..gis.software import CORE
from ..i18n import tr
from .dock import PlannerDock


@dataclass(frozen=True)
class DockEntry:
    """A dock: its id (object name, settings), icon in resources/icons, title, and where its class stands.

    ``needs`` are the Python packages without which it cannot be shown.
    """

    id: str
    icon: str
    title: Callable[[], str]
    module: str
    name: str
    needs: tuple[str, ...] = CORE

    def load(self) -> type[PlannerDock]:
        """The class of the dock; its module may import numpy, which the toolbar must not."""
        loaded: type[PlannerDock] = getattr(import_module(self.module, __package__), self.name)
        return loaded


DOCKS = (
    DockEntry("data", "checktopology", lambda: tr("Data before a run"), ".data.dock", "DataDock"),
    DockEntry(
        "carbon_factors", "attachfactors", lambda: tr("Carbon factors"), ".factors.dock", "FactorsDock"
    ),
    DockEntry(
        "carbon_account",
        "readaccount",
        lambda: tr("Carbon account"),
        ".account.dock",
        "AccountDock",
        (*CORE, "matplotlib"),
    ),
    DockEntry("plan_check", "checkplan", lambda: tr("Plan check"), ".check.dock", "PlanCheckDock"),
    DockEntry("live_balance", "livebalance", lambda: tr("Live balance"), ".live.dock", "LiveBalanceDock"),
)
