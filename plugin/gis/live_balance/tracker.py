# SPDX-License-Identifier: GPL-2.0-or-later
"""The edits of a plan layer, followed: gathered, worked on aside, and told by a signal."""

from __future__ import annotations

import time
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from itertools import islice
from typing import Any, Optional

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...domain.errors import DualCarbonError, without_frames
from ...domain.live_balance import BalanceChange
from ...i18n import sentence, tr
from .opening import LivePlan

#: What edits changed, or why they could not be taken over.
Outcome = tuple[Optional[BalanceChange], Optional[Exception]]
#: Parcels that are copied and recomputed in one go.
PORTION = 1_000
#: Milliseconds between two looks whether the worker is done.
LOOK_MS = 5


class PlanTracker(QObject):
    """Follows one plan layer while it is edited; lives in the main thread and is ended by ``close``.

    Listening begins at once, so that nothing is missed while the balance is being opened;
    ``take`` hands the opened balance over. All signals of one edit command make one
    recomputation, or one for every ``PORTION`` parcels; it runs in a thread of its own, and the
    window waits for no more than the features to be copied. That thread gets a ``Snapshot`` and knows
    neither the layer nor this object, which may be deleted while it computes.
    """

    #: A ``BalanceChange``: what an edit changed.
    changed = pyqtSignal(object)
    #: A sentence: why the figures cannot follow. They stay as they were until the next edit.
    failed = pyqtSignal(str)
    #: Whether edits are being worked on.
    busy = pyqtSignal(bool)
    #: The layer is gone, or shows other features than before: the balance has to be opened anew.
    ended = pyqtSignal()

    def __init__(self, layer: QgsVectorLayer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layer: QgsVectorLayer | None = layer
        self._plan: LivePlan | None = None
        self._waiting: set[int] = set()
        self._touched = _edited_before(layer)
        self._in_work: set[int] = set()
        self._begun = 0.0
        #: Milliseconds from the copying of the last edited parcels to their figures.
        self.last_ms = 0.0
        self._pool = ThreadPoolExecutor(max_workers=1)
        self._work: Future[Outcome] | None = None
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._look_after)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._start)
        self._links = self._link(layer)

    def take(self, plan: LivePlan) -> None:
        """The balance is open: edits made meanwhile are worked on now."""
        self._plan = plan
        self._wake()

    @property
    def plan(self) -> LivePlan | None:
        """The opened balance, None before; read its figures only while it is not busy."""
        return self._plan

    @property
    def is_busy(self) -> bool:
        """Whether edits are about to be worked on, or are."""
        return bool(self._in_work) or self._timer.isActive()

    @property
    def is_behind(self) -> bool:
        """Whether edits are not in the figures yet: they wait, or could not be read."""
        return bool(self._waiting or self._in_work)

    def close(self) -> None:
        """Stop following; no connection to the layer is left."""
        for signal, slot in self._links:
            signal.disconnect(slot)
        self._links = []
        if self._work is not None and self._plan is not None:
            _hold(self._plan, self._work)
        self._layer, self._plan, self._work = None, None, None
        self._in_work = set()
        self._timer.stop()
        self._look.stop()
        self._pool.shutdown(wait=False)

    def _link(self, layer: QgsVectorLayer) -> list[tuple[Any, Any]]:
        links = [
            (layer.featureAdded, self._note),
            (layer.featureDeleted, self._note),
            (layer.geometryChanged, self._note_geometry),
            (layer.attributeValueChanged, self._note_attribute),
            (layer.editCommandEnded, self._wake),
            (layer.editCommandDestroyed, self._note_all),
            (layer.afterRollBack, self._note_all),
            (layer.afterCommitChanges, self._forget),
            (layer.subsetStringChanged, self._lose),
            (layer.dataSourceChanged, self._lose),
            (layer.crsChanged, self._lose),
            (layer.willBeDeleted, self._lose),
        ]
        for signal, slot in links:
            signal.connect(slot)
        return links

    def _note_geometry(self, fid: int, _geometry: object) -> None:
        self._note(fid)

    def _note_attribute(self, fid: int, position: int, _value: object) -> None:
        if self._layer is None:
            return
        if self._plan is None or self._plan.reader.reads(self._layer, position):
            self._note(fid)

    def _note_all(self) -> None:
        """Whatever was edited may be as it was before."""
        self._waiting |= self._touched
        self._wake()

    def _note(self, fid: int) -> None:
        self._waiting.add(fid)
        self._touched.add(fid)
        self._wake()

    def _forget(self) -> None:
        self._touched = set(self._waiting)

    def _wake(self) -> None:
        if self._waiting and not self._timer.isActive():
            self._timer.start()

    def _start(self) -> None:
        """Copy the features that wait and hand them to the worker, unless it has work or a command runs."""
        if self._plan is None or self._layer is None or self._in_work or not self._waiting:
            return
        if self._layer.isEditCommandActive():
            return
        portion = set(islice(self._waiting, PORTION))
        self._begun = time.perf_counter()
        try:
            snapshot = self._plan.reader.snapshot(self._layer, portion)
        # An error in a slot would end the application.
        except Exception as error:
            self.failed.emit(_reason(error))
            return
        self._in_work = portion
        self._waiting -= portion
        self.busy.emit(True)
        self._work = self._pool.submit(_apply, [self._plan, snapshot])
        self._look.start()

    def _look_after(self) -> None:
        """Whether the worker is done."""
        work = self._work
        if work is None or not work.done():
            return
        self._look.stop()
        self._work = None
        self._end(*work.result())

    def _end(self, change: BalanceChange | None, error: Exception | None) -> None:
        done, self._in_work = self._in_work, set()
        if change is not None:
            self.last_ms = 1000.0 * (time.perf_counter() - self._begun)
            self.changed.emit(change)
        else:
            # What cannot be taken over yet is tried again with the next edit.
            self._waiting |= done
            self.failed.emit(_reason(error))
        self.busy.emit(False)
        if change is not None:
            self._wake()

    def _lose(self) -> None:
        self.close()
        self.ended.emit()


def _apply(job: list[Any]) -> Outcome:
    """In the thread of the worker: no layer, no widget, no signal."""
    plan, snapshot = job
    # What the worker holds is gone when this returns, not some time after.
    job.clear()
    try:
        return plan.balance.apply(plan.reader.edits(snapshot)), None
    # An error in a thread would be lost without a word.
    except Exception as error:
        return None, without_frames(error)


def _hold(plan: LivePlan, work: Future[Outcome]) -> None:
    """Keep a plan that nobody follows any more until the worker has let go of it.

    With its last reference Qt's objects in it are deleted, and that belongs in the main thread.
    """
    if not work.done():
        QTimer.singleShot(LOOK_MS, partial(_hold, plan, work))


def _edited_before(layer: QgsVectorLayer) -> set[int]:
    """The features that the edit buffer of a layer holds changes of."""
    edits = layer.editBuffer()
    if edits is None:
        return set()
    changed = (edits.addedFeatures(), edits.changedGeometries(), edits.changedAttributeValues())
    return {fid for found in (*changed, edits.deletedFeatureIds()) for fid in found}


def _reason(error: Exception | None) -> str:
    if isinstance(error, DualCarbonError):
        return sentence(error)
    return tr("The live balance stopped ({kind}: {reason}). Start it again.").format(
        kind=type(error).__name__, reason=error
    )
