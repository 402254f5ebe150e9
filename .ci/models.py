# SPDX-License-Identifier: GPL-2.0-or-later
"""Make the Processing models of the product, resources/models/*.model3, from recipes (``make models``).

Parameters of a model are those of its tools, so that names, defaults and limits stand in one place.
The files hold English and no help; plugin/algorithms/models.py gives them the texts of the tools in
the language of QGIS.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildDependency,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtCore import QPointF

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "models"
PROVIDER = "dualcarbon"
#: Where the definition of a parameter names the step that asks it.
ASKED_BY = "asked_by"
#: Distances of the boxes in the model designer.
COLUMN, LINE = 260.0, 60.0

#: An output of a step that another one takes: the step's id and the name of the output.
Taken = tuple[str, str]


@dataclass(frozen=True)
class Step:
    """One tool of a model.

    ``asks`` are parameters of the tool that the model takes over, ``shares`` those of which another step
    tells how they are asked, ``needs`` those that are no option in the model; ``takes`` names what comes
    from other steps, or from parameters of the model of another name; ``expressions`` are computed,
    ``fixed`` stand in the file; ``gives`` are outputs of the model: never an optional one that another
    step takes, since a step does not write it unless the user asks for it. ``after`` are steps without
    an output that must have run.
    """

    id: str
    tool: str
    asks: tuple[str, ...]
    shares: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    takes: Mapping[str, Sequence[Taken | str]] = field(default_factory=dict)
    expressions: Mapping[str, str] = field(default_factory=dict)
    fixed: Mapping[str, str] = field(default_factory=dict)
    gives: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


LAND = (
    *("INPUT", "CLASS_FIELD", "CLASSIFICATION", "FACTOR_SET", "AREA_RULE", "AREA_FIELD", "AREA_UNIT"),
    *("DEDUCTED_FIELD", "UNMAPPED"),
)
UNITS = ("UNITS", "UNIT_FIELD")
LINES = (
    *("FARMLAND", "REDLINE", "REDLINE_ZONE_FIELD", "BOUNDARY", "BOUNDARY_ZONE_FIELD", "OTHER_LINES"),
    *("OTHER_TYPES", "LINE_STATUS", "LINE_DOCUMENT"),
)
GROUND = ("BASE", "BASE_FIELD", "BASE_CLASSIFICATION", *UNITS)
LAW = ("RULES", "AS_OF", "FACTOR_SET", "AREA_RULE", "AREA_FIELD", "SLIVER_M2", "SLIVER_WIDTH_M", "HORIZON_A")
REPORT = ("TITLE", "PLACE", "PRODUCER", "ATTRIBUTION", "LANGUAGE", "PROFILE")
FILES = ("OUTPUT", "OUTPUT_XLSX", "OUTPUT_DOCUMENT", "OUTPUT_PDF")
CONTROL_LINES = ("FARMLAND", "REDLINE", "BOUNDARY", "OTHER_LINES")

RECIPES: dict[str, tuple[Step, ...]] = {
    "baseline": (
        Step("factors", "attachfactors", LAND),
        Step(
            "baseline",
            "sinkbaseline",
            (*UNITS, "METHOD_LAYERS", "YEAR"),
            shares=LAND,
            gives=("OUTPUT",),
        ),
        Step(
            "report",
            "report",
            REPORT,
            takes={
                "BASELINE": [("baseline", "OUTPUT")],
                "BASELINE_TABLE": [("baseline", "OUTPUT_TABLE")],
                "LANDUSE": [("factors", "OUTPUT")],
                "MANIFESTS": [("factors", "MANIFEST"), ("baseline", "MANIFEST")],
            },
            gives=FILES,
        ),
    ),
    "check_and_report": (
        Step(
            "check",
            "checkplan",
            (
                *("PLAN", "PLAN_FIELD", "PLAN_CLASSIFICATION", "PLAN_ID_FIELD"),
                *LINES,
                *GROUND,
                *("BASE_PLAN", "BASE_PLAN_FIELD", "EXEMPTIONS"),
                *LAW,
            ),
            shares=("LANGUAGE",),
            gives=("OUTPUT",),
        ),
        Step(
            "report",
            "report",
            REPORT,
            takes={
                "FINDINGS": [("check", "OUTPUT")],
                "PARCELS": [("check", "OUTPUT_PARCELS")],
                "SUMMARY": [("check", "OUTPUT_SUMMARY")],
                "CONTROL_LINES": CONTROL_LINES,
                "MANIFESTS": [("check", "MANIFEST")],
            },
            gives=FILES,
        ),
    ),
    "two_draft_comparison": (
        Step(
            "compare",
            "comparedrafts",
            (
                *("DRAFT_A", "DRAFT_A_FIELD", "DRAFT_A_CLASSIFICATION", "DRAFT_A_ID_FIELD"),
                *("DRAFT_B", "DRAFT_B_FIELD", "DRAFT_B_CLASSIFICATION", "DRAFT_B_ID_FIELD"),
                *LINES,
                *GROUND,
                "EXEMPTIONS",
                *LAW,
            ),
            shares=("LANGUAGE",),
            gives=("OUTPUT",),
        ),
        Step(
            "report",
            "report",
            REPORT,
            takes={
                "COMPARISON": [("compare", "OUTPUT")],
                "DRAFT_CHANGES": [("compare", "OUTPUT_CHANGES")],
                "MANIFESTS": [("compare", "MANIFEST")],
            },
            gives=FILES,
        ),
    ),
    "account_year": (
        Step(
            "emissions",
            "emissioninventory",
            (
                *("YEAR", "ACTIVITY", "GWP", "ELECTRICITY_FAMILY", "REGION", "SPLIT_KEYS", "REGISTER"),
                "TOP_DOWN",
            ),
            needs=("YEAR",),
        ),
        Step("baseline", "sinkbaseline", (*LAND, *UNITS, "METHOD_LAYERS"), shares=("YEAR",)),
        Step(
            "post_sinks",
            "postaccount",
            ("STORE",),
            shares=("YEAR",),
            takes={"ACCOUNT": [("baseline", "OUTPUT")], "ACCOUNT_CLASSES": [("baseline", "OUTPUT_TABLE")]},
            # What lies in the memory between two steps does not tell where it comes from.
            fixed={"SOURCE": f"{PROVIDER}:sinkbaseline"},
        ),
        Step(
            "post_emissions",
            "postaccount",
            (),
            shares=("STORE", "YEAR"),
            takes={"ACCOUNT": [("emissions", "OUTPUT")]},
            fixed={"SOURCE": f"{PROVIDER}:emissioninventory"},
            # One writer at a time.
            after=("post_sinks",),
        ),
        Step(
            "read",
            "readaccount",
            (),
            shares=("STORE",),
            expressions={"YEARS": "to_string(to_int(@YEAR))"},
            gives=("OUTPUT",),
            after=("post_sinks", "post_emissions"),
        ),
        Step(
            "report",
            "accountreport",
            REPORT,
            shares=("STORE", "YEAR", *UNITS),
            takes={
                "INVENTORY": [("emissions", "OUTPUT")],
                "MATRIX": [("emissions", "OUTPUT_MATRIX")],
                "MANIFESTS": [("baseline", "MANIFEST"), ("emissions", "MANIFEST")],
            },
            gives=FILES,
            after=("post_sinks", "post_emissions"),
        ),
    ),
}


def make_model(name: str) -> QgsProcessingModelAlgorithm:
    """The model of a recipe; the provider must be registered."""
    model = QgsProcessingModelAlgorithm(name, "Models", "models")
    steps = RECIPES[name]
    asked: list[str] = []
    for column, step in enumerate(steps, start=1):
        tool = QgsApplication.processingRegistry().algorithmById(f"{PROVIDER}:{step.tool}")
        for parameter in (*step.asks, *_named(step)):
            if parameter in asked or tool.parameterDefinition(parameter) is None:
                continue
            asked.append(parameter)
            place = QgsProcessingModelParameter(parameter)
            place.setPosition(QPointF(0.0, LINE * len(asked)))
            model.addModelParameter(_definition(step, tool.parameterDefinition(parameter)), place)
        model.addChildAlgorithm(_child(step, tool, QPointF(COLUMN * column, LINE * column)))
    model.setParameterOrder(asked)
    model.updateDestinationParameters()
    return model


def _definition(step: Step, asked: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    """The parameter of a tool as one of the model, with a note on the step whose help it shows."""
    definition = asked.clone()
    definition.setMetadata({**definition.metadata(), ASKED_BY: step.id})
    definition.setHelp("")
    if definition.name() in step.needs:
        optional = QgsProcessingParameterDefinition.Flag.FlagOptional
        definition.setFlags(definition.flags() & ~optional)
    return definition


def _named(step: Step) -> list[str]:
    return [source for sources in step.takes.values() for source in sources if isinstance(source, str)]


def _child(step: Step, tool: QgsProcessingAlgorithm, place: QPointF) -> QgsProcessingModelChildAlgorithm:
    source = QgsProcessingModelChildParameterSource
    child = QgsProcessingModelChildAlgorithm(f"{PROVIDER}:{step.tool}")
    child.setChildId(step.id)
    child.setDescription(tool.displayName())
    child.setPosition(place)
    for name in (*step.asks, *step.shares):
        child.addParameterSources(name, [source.fromModelParameter(name)])
    for name, taken in step.takes.items():
        sources = [
            source.fromModelParameter(item) if isinstance(item, str) else source.fromChildOutput(*item)
            for item in taken
        ]
        child.addParameterSources(name, sources)
    for name, expression in step.expressions.items():
        child.addParameterSources(name, [source.fromExpression(expression)])
    for name, value in step.fixed.items():
        child.addParameterSources(name, [source.fromStaticValue(value)])
    child.setDependencies([QgsProcessingModelChildDependency(other) for other in step.after])
    outputs = {}
    for name in step.gives:
        output = QgsProcessingModelOutput(name, tool.parameterDefinition(name).description())
        output.setChildId(step.id)
        output.setChildOutputName(name)
        output.setPosition(QPointF(place.x(), place.y() + LINE * (len(outputs) + 1)))
        outputs[name] = output
    child.setModelOutputs(outputs)
    return child


def load_provider() -> Any:
    """The plugin's provider from this checkout, registered."""
    spec = importlib.util.spec_from_file_location(
        PROVIDER, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules[PROVIDER] = module
    spec.loader.exec_module(module)
    provider = importlib.import_module(f"{PROVIDER}.plugin.algorithms.provider").DualCarbonProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    return provider


def main() -> int:
    application = QgsApplication([], False)
    application.initQgis()
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.model3"):
        old.unlink()
    provider = load_provider()
    for name in RECIPES:
        make_model(name).toFile(str(FOLDER / f"{name}.model3"))
    print(f"models: {len(RECIPES)} in {FOLDER.relative_to(ROOT)}")
    QgsApplication.processingRegistry().removeProvider(provider)
    application.exitQgis()
    return 0


if __name__ == "__main__":
    sys.exit(main())
