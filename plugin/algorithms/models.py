# SPDX-License-Identifier: GPL-2.0-or-later
"""The product's Processing models: chains of its tools in resources/models, in the language of QGIS.

A model file knows one language and one name. Here each gets its display name and help, and its
parameters the texts of the tools that they are handed to.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qgis.core import Qgis, QgsMessageLog, QgsProcessingModelAlgorithm
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QIcon

from ..domain.errors import DualCarbonError
from ..gis.guide import help_page
from ..i18n import sentence, tr
from ..paths import RESOURCES

FOLDER = RESOURCES / "models"
#: Where the definition of a parameter names the step that asks it.
ASKED_BY = "asked_by"


class ModelError(DualCarbonError):
    """A model file that cannot be offered."""


@dataclass(frozen=True)
class ModelTexts:
    """What users read of a model."""

    title: str
    short: str
    help: str
    tags: str


def model_texts() -> dict[str, ModelTexts]:
    """The texts of every model by its name, in the order of the toolbox."""
    return {
        "baseline": ModelTexts(
            tr("Sink baseline with its report"),
            tr("Attaches carbon factors, accounts the sink baseline of every unit and writes the report."),
            tr(
                "Runs “Attach carbon factors”, “Sink baseline” and the report one after the other on one "
                "land-use layer: stock (t C), removal and emission (t CO2e/a) per statistical unit with 95 % "
                "intervals, and the map of carbon density.\n\nThe figures are those of the tools run one "
                "by one; methods, units and sources stand in their help. The manifests of both runs go into "
                "the report."
            ),
            tr("model,baseline,stock,removal,report,模型,碳汇本底,碳储量,报告"),
        ),
        "check_and_report": ModelTexts(
            tr("Plan check with its report"),
            tr("Checks a plan draft against its control lines and writes the report of the findings."),
            tr(
                "Runs “Check plan against control lines” and the report: findings (m²) with legal basis "
                "and remedy, carbon at stake (t CO2, t CO2e/a), the result of every parcel and the summary "
                "per rule.\n\nThe figures are those of the tools run one by one; methods, units and sources "
                "stand in their help."
            ),
            tr("model,plan,check,control line,report,模型,规划检测,三区三线,冲突,报告"),
        ),
        "two_draft_comparison": ModelTexts(
            tr("Two drafts compared, with the report"),
            tr("Compares the findings and the carbon of two drafts of a plan and writes the report."),
            tr(
                "Runs “Compare plan drafts” and the report: findings that appeared, stayed or vanished (m²), "
                "parcels whose planned use differs (ha), and the difference of carbon at stake (t CO2e).\n\n"
                "The figures are those of the tools run one by one; methods, units and sources stand in "
                "their help."
            ),
            tr("model,draft,comparison,plan,report,模型,方案比选,规划方案,报告"),
        ),
        "account_year": ModelTexts(
            tr("Carbon account of a year"),
            tr(
                "Accounts sinks and emissions of a year, posts both to the account book, reads the year back "
                "and writes the account report."
            ),
            tr(
                "Runs “Sink baseline” on the land use and “Emission inventory” on the activity data, posts "
                "both accounts to the book, reads the entries of the year and writes the account report: "
                "stock (t C), removal and emission (t CO2e/a) per unit and sector.\n\nUnits of the layer and "
                "of the activity table must bear the same names. Running it again for the same year "
                "supersedes entries that differ and keeps the others."
            ),
            tr("model,account,book,emission,sink,year,模型,碳账户,年度,台账,报告"),
        ),
    }


class ProductModel(QgsProcessingModelAlgorithm):
    """One model of the product, as it lies in its file; raises ``ModelError`` where that cannot be read."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        if not self.fromFile(str(path)):
            raise ModelError("The model “{path}” cannot be read. Install the plugin anew.", path=path)
        self._require()
        self._speak()

    def createInstance(self) -> ProductModel:
        return ProductModel(self._path)

    def displayName(self) -> str:
        return self._texts().title

    def group(self) -> str:
        return tr("Models")

    def groupId(self) -> str:
        return "models"

    def shortDescription(self) -> str:
        return self._texts().short

    def shortHelpString(self) -> str:
        return self._texts().help

    def helpUrl(self) -> str:
        return QUrl.fromLocalFile(str(help_page("models"))).toString()

    def tags(self) -> list[str]:
        return self._texts().tags.split(",")

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        return str(RESOURCES / "icons" / "models.svg")

    def _texts(self) -> ModelTexts:
        return model_texts()[self.name()]

    def _require(self) -> None:
        """Refuse a model of another name, or with a step that is not offered here."""
        missing = [step.algorithmId() for step in self.childAlgorithms().values() if step.algorithm() is None]
        if self.name() not in model_texts() or missing:
            raise ModelError(
                "The model “{path}” does not belong to this version (name “{name}”, missing tools: {tools}). "
                "Install the plugin anew.",
                path=self._path,
                name=self.name(),
                tools=", ".join(missing) or "–",
            )

    def _speak(self) -> None:
        """Give parameters and results the texts of the tools that ask them, in the language of QGIS."""
        steps = self.childAlgorithms()
        for definition in self.parameterDefinitions():
            # A result is named by its step and its parameter.
            step, _, result = definition.name().rpartition(":")
            asked_by = steps.get(step or definition.metadata().get(ASKED_BY, ""))
            asked = asked_by.algorithm().parameterDefinition(result) if asked_by is not None else None
            if asked is not None:
                definition.setDescription(asked.description())
                definition.setHelp(asked.help())
        for output in self.outputDefinitions():
            asked = self.parameterDefinition(output.name())
            if asked is not None:
                output.setDescription(asked.description())


def product_models() -> list[ProductModel]:
    """All models; the tools that they are made of must be registered.

    One that cannot be offered is told in the log and left out: the tools do not need it.
    """
    made = []
    for path in sorted(FOLDER.glob("*.model3")):
        try:
            made.append(ProductModel(path))
        except ModelError as error:
            QgsMessageLog.logMessage(sentence(error), "Dual Carbon Planner", Qgis.MessageLevel.Warning)
    return made
