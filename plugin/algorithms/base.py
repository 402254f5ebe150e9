# SPDX-License-Identifier: GPL-2.0-or-later
"""What every algorithm of the plugin shares: names, icon, help, and the border for errors."""

from __future__ import annotations

import traceback
import weakref
from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar

from qgis.core import (
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsProcessingUtils,
)
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QIcon

from ..domain.errors import DualCarbonError
from ..gis.guide import help_page
from ..gis.kept_layers import LayerKeeper, is_main_thread, keep_layers
from ..gis.software import CORE, require
from ..gis.sources import without_credentials
from ..gis.workbooks import SHEETS, check_workbook
from ..i18n import sentence, tr
from ..paths import RESOURCES
from .choices import offer_fields
from .given_values import check_numbers, with_tables_read


class DualCarbonAlgorithm(QgsProcessingAlgorithm):
    """Base of the algorithms: subclasses give texts, parameters and ``compute``."""

    #: Python packages without which the algorithm cannot run.
    NEEDS: tuple[str, ...] = CORE
    #: Default styles in resources/styles, by output parameter.
    STYLES: ClassVar[dict[str, str]] = {}
    #: Of one run, from its preparation to its end.
    _keeper: LayerKeeper | None = None

    def createInstance(self) -> DualCarbonAlgorithm:
        return type(self)()

    def group(self) -> str:
        return tr("Planning and carbon") if self.groupId() == "planning" else tr("Carbon accounts")

    def groupId(self) -> str:
        return "accounts"

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        return str(RESOURCES / "icons" / f"{self.name()}.svg")

    def helpUrl(self) -> str:
        return QUrl.fromLocalFile(str(help_page(f"tool_{self.name()}"))).toString()

    def add(self, parameter: QgsProcessingParameterDefinition, text: str, advanced: bool = False) -> None:
        """Add a parameter with its help text."""
        parameter.setHelp(text)
        if isinstance(parameter, QgsProcessingParameterField):
            offer_fields(parameter)
        if advanced:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(parameter)

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        plain = self._without_selections(parameters)
        try:
            # What an output finds in its place is never opened.
            outputs = {definition.name() for definition in self.destinationParameterDefinitions()}
            _refuse_hostile_workbooks(value for name, value in plain.items() if name not in outputs)
            check_numbers(self, plain, context)
            plain = with_tables_read(self, plain, context)
        except DualCarbonError as error:
            return False, sentence(error)
        for name in self._map_layers(plain):
            if self.parameterAsLayer(plain, name, context) is None:
                return False, _cannot_open(name, plain[name])
        sound, reason = super().checkParameterValues(plain, context)
        if not sound:
            reason = self._source_that_does_not_open(plain, context) or reason
        # QGIS quotes a source that it cannot open as it was given, password and all.
        return sound, without_credentials(reason)

    def _source_that_does_not_open(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """The sentence about the first such source, or nothing: that of QGIS names no remedy."""
        for definition in self.parameterDefinitions():
            name, value = definition.name(), parameters.get(definition.name())
            if value in (None, "", []):
                continue
            if isinstance(definition, QgsProcessingParameterMultipleLayers):
                lost = [item for item in _listed(value) if not _opens(item, context)]
                if lost:
                    return _cannot_open(name, lost[0])
            is_source = isinstance(definition, QgsProcessingParameterFeatureSource)
            if is_source and self.parameterAsSource(parameters, name, context) is None:
                return _cannot_open(name, value)
        return ""

    def _map_layers(self, parameters: dict[str, Any]) -> list[str]:
        """The given parameters that are a layer of any kind: QGIS's own check names no path."""
        return [
            definition.name()
            for definition in self.parameterDefinitions()
            if isinstance(definition, (QgsProcessingParameterMapLayer, QgsProcessingParameterRasterLayer))
            and parameters.get(definition.name())
        ]

    def _without_selections(self, parameters: dict[str, Any]) -> dict[str, Any]:
        """Parameters as QGIS's own check takes them: it knows "selected features only" for sources alone."""
        plain = dict(parameters)
        for definition in self.parameterDefinitions():
            value = plain.get(definition.name())
            is_map_layer = isinstance(definition, QgsProcessingParameterMapLayer)
            if is_map_layer and isinstance(value, QgsProcessingFeatureSourceDefinition):
                plain[definition.name()] = value.source
        return plain

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        _feedback: QgsProcessingFeedback,
    ) -> bool:
        # QGIS makes an object for each run and calls this in the main thread before a task begins.
        self._keeper = keep_layers(self, parameters, context)
        if self._keeper is not None:
            # A task that is cancelled before it begins is never processed.
            weakref.finalize(self, self._keeper.let_go).atexit = False
        return True

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        keeper, self._keeper = self._keeper, None
        if keeper is not None and not is_main_thread():
            # The project may give up its layers at any moment.
            parameters = keeper.parameters
        try:
            results, refusal = self._attempt(parameters, context, feedback)
        finally:
            if keeper is not None:
                keeper.let_go()
        # QGIS never frees the exception nor the frames of its traceback (seen on 3.22 to 3.44): nothing that
        # holds layers or arrays may be in them.
        del parameters, context, feedback
        if refusal:
            raise QgsProcessingException(refusal)
        return results

    def _attempt(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> tuple[dict[str, Any], str]:
        """Compute, or say in one sentence why not; nothing half-written stays."""
        run = None
        try:
            require(*self.NEEDS)
            # A model hands values to its steps that nobody looked at.
            check_numbers(self, parameters, context)
            # The domain needs packages that may be missing; the provider must load without them.
            from ..gis.memory_check import check_memory
            from ..gis.run import Run

            run = Run(self, parameters, context, feedback)
            check_memory(run)
            return self.compute(run), ""
        except DualCarbonError as error:
            return {}, sentence(error)
        except QgsProcessingException as error:
            # QGIS quotes a place that it cannot write as it was given, password and all.
            return {}, without_credentials(str(error))
        except (OSError, MemoryError) as error:
            return {}, tr("The run stopped: {reason}. Check memory, disk and rights.").format(reason=error)
        except Exception as error:
            feedback.pushDebugInfo(traceback.format_exc())
            return {}, tr(
                "A defect of the plugin stopped the run ({kind}: {reason}). Nothing was written. Please "
                "report it with the log above and, if you may, the data."
            ).format(kind=type(error).__name__, reason=error)
        finally:
            if run is not None:
                run.discard()

    def compute(self, run: Any) -> dict[str, Any]:
        """Parse, compute, write; return the outputs of ``run.finish``."""
        raise QgsProcessingException(self.name())


def _refuse_hostile_workbooks(values: Iterable[object]) -> None:
    """Before QGIS opens them: GDAL would read a bomb to its end."""
    for value in values:
        if isinstance(value, str) and value.lower().endswith(SHEETS) and Path(value).is_file():
            check_workbook(value)


def _listed(value: object) -> list[object]:
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _opens(value: object, context: QgsProcessingContext) -> bool:
    if isinstance(value, QgsMapLayer):
        return bool(value.isValid())
    return QgsProcessingUtils.mapLayerFromString(str(value), context) is not None


def _cannot_open(parameter: str, value: object) -> str:
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source.staticValue()
    if isinstance(value, QgsMapLayer):
        value = value.name()
    return tr(
        "The layer of parameter {parameter} cannot be opened: {value}. Check the path and the format."
    ).format(parameter=parameter, value=without_credentials(str(value)))
