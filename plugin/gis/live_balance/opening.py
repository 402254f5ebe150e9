# SPDX-License-Identifier: GPL-2.0-or-later
"""A live balance opened with the parameters of a plan check, as a work for the background."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

from ...domain.areas import WorkPlane
from ...domain.errors import InputError
from ...domain.live_balance import BalanceJob, LiveBalance, QuantityTerms, open_balance
from ...domain.notes import Note
from ...domain.progress import Progress, part
from ...domain.rules import rules_in_force
from ..plan import read_check
from ..plan_quantities import official_lines, surroundings_of
from ..quantities.job import read_target_table
from ..quantities.land import read_base_plan
from ..run import Run
from .parcel_reader import ParcelReader

#: The algorithm whose parameters a live balance takes.
CHECK = "dualcarbon:checkplan"
#: The one that reads targets.
QUANTITIES = "dualcarbon:checkquantities"
#: Share of the work that reading takes.
READING = 0.3


@dataclass(frozen=True)
class LivePlan:
    """A plan layer with its live balance, the reader of edited parcels, and what opening it noted.

    The shapes of findings lie in ``plane``.
    """

    balance: LiveBalance
    reader: ParcelReader
    plane: WorkPlane
    notes: Sequence[Note]


class _Feedback(QgsProcessingFeedback):
    """Progress of reading, handed on; what it raises ends the work."""

    def __init__(self, progress: Progress) -> None:
        super().__init__(False)
        self._progress = progress

    def setProgress(self, percent: float) -> None:
        self._progress(percent / 100.0)


@dataclass(frozen=True, eq=False)
class Opening:
    """A live balance to be opened; made in the main thread by ``prepare_opening``, worked on once in any.

    ``check`` and ``quantities`` hold their layers as they stood then. ``layer``, ``parameters``, ``context``
    and ``targets`` are for the main thread alone.
    """

    layer: QgsVectorLayer
    parameters: Mapping[str, Any]
    context: QgsProcessingContext
    targets: Any
    check: Run
    quantities: Run | None

    def work(self, progress: Progress) -> LivePlan:
        """Read the layers and check the whole plan once. Raises what a plan check raises."""
        run, quiet = self.check, self.check.feedback
        # Percentages of a check: its layers are read before the first 35.
        run.feedback = _Feedback(part(progress, 0.0, READING / 0.35))
        try:
            job = read_check(run)
            run.parameters["PLAN_CLASSIFICATION"] = str(run.manifest.facts["plan_classification"])
            terms = QuantityTerms(
                official_lines(job),
                [] if self.quantities is None else read_target_table(self.quantities, job.units),
                surroundings_of(job, read_base_plan(run, job.settings, job.plane, job.crs)),
            )
        finally:
            # The run goes on reading parcels when the task whose progress this was is long gone.
            run.feedback = quiet
        asked = BalanceJob(keys=job.draft.layer.fids, quantities=terms, **job.arguments())
        balance = open_balance(asked, run.notes, part(progress, READING, 1.0))
        law = rules_in_force(job.pack, job.settings.as_of)
        reader = ParcelReader(run, job.settings, law, job.draft)
        return LivePlan(balance, reader, job.plane, tuple(run.notes))


def prepare_opening(layer: QgsVectorLayer, parameters: Mapping[str, Any], targets: Any = None) -> Opening:
    """What has to be done in the main thread before a live balance is opened.

    ``parameters`` are those of ``dualcarbon:checkplan`` but for its outputs; PLAN is ``layer``,
    all of it; ``targets`` is TARGETS of ``dualcarbon:checkquantities``. Raises ``InputError``
    for parameters that a plan check refuses.
    """
    given = {**parameters, "PLAN": layer, "OUTPUT": "TEMPORARY_OUTPUT"}
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    algorithm = _algorithm(CHECK)
    is_sound, reason = algorithm.checkParameterValues(given, context)
    if not is_sound:
        raise InputError("The live balance cannot be opened: {reason}", reason=reason)
    check = _frozen(algorithm, given, context)
    quantities = _frozen(_algorithm(QUANTITIES), {"TARGETS": targets}, context) if targets else None
    return Opening(layer, given, context, targets, check, quantities)


def _algorithm(algorithm_id: str) -> QgsProcessingAlgorithm:
    return QgsApplication.processingRegistry().createAlgorithmById(algorithm_id)


def _frozen(
    algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, Any], context: QgsProcessingContext
) -> Run:
    run = Run(algorithm, parameters, context, QgsProcessingFeedback(False))
    run.freeze()
    return run
