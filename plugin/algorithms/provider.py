# SPDX-License-Identifier: GPL-2.0-or-later
"""The Processing provider ``dualcarbon``."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..i18n import tr
from ..paths import RESOURCES
from .accountreport import AccountReport
from .attachfactors import AttachFactors
from .attachfactorsraster import AttachFactorsRaster
from .bluecarbon import BlueCarbonOfHabitats
from .ccusinventory import CcusInventory
from .checklines import CheckLines
from .checkplan import CheckPlan
from .checkquantities import CheckQuantities
from .checktopology import CheckTopology
from .comparedrafts import CompareDrafts
from .downscaleemissions import DownscaleEmissions
from .emissioninventory import EmissionInventoryOfYear
from .forestcarbon import ForestCarbon
from .mapsheet import MapSheet
from .models import product_models
from .monitoraccount import MonitorAccount
from .postaccount import PostAccount
from .projectbaseline import ProjectBaseline
from .readaccount import ReadAccount
from .repairplan import RepairPlan
from .repeatrun import RepeatRun
from .report import Report
from .sinkbaseline import SinkBaseline
from .sinkhotspots import SinkHotspots
from .soilcarbon import SoilCarbon
from .stockchange import StockChange
from .translatecodes import TranslateCodes
from .uncertainty import UncertaintyOfBaseline
from .unifyunits import UnifyUnits
from .updatebaseline import UpdateBaseline
from .validatefactors import ValidateFactors
from .validaterules import ValidateRules
from .valuecarbon import ValueCarbon
from .valuechange import ValueChange

ALGORITHMS = (
    AccountReport,
    AttachFactors,
    AttachFactorsRaster,
    SinkBaseline,
    ProjectBaseline,
    UpdateBaseline,
    SinkHotspots,
    StockChange,
    BlueCarbonOfHabitats,
    CcusInventory,
    EmissionInventoryOfYear,
    DownscaleEmissions,
    ForestCarbon,
    SoilCarbon,
    CheckLines,
    CheckPlan,
    CheckQuantities,
    CheckTopology,
    CompareDrafts,
    MapSheet,
    MonitorAccount,
    PostAccount,
    ReadAccount,
    RepairPlan,
    RepeatRun,
    Report,
    TranslateCodes,
    UnifyUnits,
    ValidateFactors,
    UncertaintyOfBaseline,
    ValueCarbon,
    ValueChange,
    ValidateRules,
)


class DualCarbonProvider(QgsProcessingProvider):
    """All algorithms and models of the plugin under one id."""

    def id(self) -> str:
        return "dualcarbon"

    def name(self) -> str:
        return tr("Dual Carbon Planner")

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        return str(RESOURCES / "icons" / "provider.svg")

    def load(self) -> bool:
        # A model looks its tools up in the registry, which knows them when the provider is registered.
        QgsApplication.processingRegistry().providerAdded.connect(self._load_models)
        return bool(super().load())

    def loadAlgorithms(self) -> None:
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
        if QgsApplication.processingRegistry().providerById(self.id()) is self:
            for model in product_models():
                self.addAlgorithm(model)

    def _load_models(self, provider: str) -> None:
        if provider == self.id():
            QgsApplication.processingRegistry().providerAdded.disconnect(self._load_models)
            self.refreshAlgorithms()
