# SPDX-License-Identifier: GPL-2.0-or-later
"""One plan layer followed: opened in the background, then a new state after each edit, until it ends."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import partial
from typing import Any

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...domain.live_balance import BalanceChange, BalanceState
from ...gis.live_balance import LivePlan, NeighbourWatch, PlanTracker, prepare_opening
from ...i18n import tr
from ..background import Background


class Stage(Enum):
    """What the live balance does."""

    OFF = "off"
    PREPARING = "preparing"
    WAITING = "waiting"
    COMPUTING = "computing"
    CURRENT = "current"
    OUTDATED = "outdated"
    STOPPED = "stopped"

    @property
    def is_current(self) -> bool:
        """Whether the figures are, or are about to be, those of the layers as they stand."""
        return self in (Stage.WAITING, Stage.COMPUTING, Stage.CURRENT)


class LiveSession(QObject):
    """Keeps the tracker of one layer; its signals come in the main thread."""

    #: The stage that begins, and the reason where it is ``STOPPED`` or ``OUTDATED``.
    staged = pyqtSignal(object, str)
    #: Share of the preparation that is done.
    progressed = pyqtSignal(float)
    #: There are figures, or others: the ``BalanceChange`` behind them, None after opening.
    shown = pyqtSignal(object)

    def __init__(self, works: Background, parent: QObject) -> None:
        super().__init__(parent)
        self.stage = Stage.OFF
        self.layer: QgsVectorLayer | None = None
        #: The figures as they are, and as they were when the editing began.
        self.state: BalanceState | None = None
        self.since: BalanceState | None = None
        self._works = works
        self._tracker: PlanTracker | None = None
        self._watch: NeighbourWatch | None = None
        self._links: list[tuple[Any, Any]] = []

    @property
    def plan(self) -> LivePlan | None:
        """What is followed, None before it is open."""
        return None if self._tracker is None else self._tracker.plan

    @property
    def last_ms(self) -> float:
        """How long the last edit took to be in the figures."""
        return 0.0 if self._tracker is None else self._tracker.last_ms

    def start(self, layer: QgsVectorLayer, parameters: Mapping[str, Any], targets: Any) -> None:
        """Follow a layer. Raises ``InputError`` for parameters that a plan check refuses."""
        self.stop()
        opening = prepare_opening(layer, parameters, targets)
        self.state = self.since = None
        self.shown.emit(None)
        self.layer = layer
        # Before the layer is read, so that no edit is missed.
        self._tracker = self._follow(layer)
        self._watch = NeighbourWatch(opening, self)
        self._watch.outdated.connect(self._grow_old)
        self._stage(Stage.PREPARING)
        self._works.start(
            "live",
            tr("Prepare the live balance of {layer}").format(layer=layer.name()),
            opening.work,
            self._take,
            partial(self.stop, tr("it was not prepared.")),
            self.progressed.emit,
        )

    def stop(self, reason: str = "", stage: Stage = Stage.STOPPED) -> None:
        """Follow no layer any more; the figures stay until another one is followed."""
        self._works.cancel("live")
        if self._tracker is None:
            return
        for signal, slot in self._links:
            signal.disconnect(slot)
        self._links = []
        for follower in (self._tracker, self._watch):
            follower.close()
            follower.deleteLater()
        self._tracker, self._watch, self.layer = None, None, None
        self._stage(stage if reason else Stage.OFF, reason)

    def _follow(self, layer: QgsVectorLayer) -> PlanTracker:
        tracker = PlanTracker(layer, self)
        tracker.changed.connect(self._show)
        tracker.failed.connect(partial(self._stage, Stage.STOPPED))
        tracker.busy.connect(self._tell_busy)
        tracker.ended.connect(self._lose)
        self._links = [
            (layer.editingStarted, self._begin_editing),
            (layer.editingStopped, self._end_editing),
        ]
        for signal, slot in self._links:
            signal.connect(slot)
        return tracker

    def _take(self, plan: LivePlan) -> None:
        if self._tracker is None:
            return
        self.state = self.since = plan.balance.state()
        self._tracker.take(plan)
        self._stage(Stage.WAITING)
        self.shown.emit(None)

    def _show(self, change: BalanceChange) -> None:
        self.state = change.after
        self.shown.emit(change)

    def _tell_busy(self, is_busy: bool) -> None:
        if is_busy:
            self._stage(Stage.COMPUTING)
        elif self.stage is Stage.COMPUTING:
            self._stage(Stage.CURRENT)

    def _begin_editing(self) -> None:
        if self.state is not None and self.plan is not None:
            self.since = self.state
            self.shown.emit(None)

    def _end_editing(self) -> None:
        if self.stage is Stage.CURRENT:
            self._stage(Stage.WAITING)

    def _grow_old(self, reason: str) -> None:
        """What the figures rest on was changed; also while they are being prepared."""
        self.stop(reason, Stage.OUTDATED)

    def _lose(self) -> None:
        """The figures are of a plan that is not there any more."""
        self.state = self.since = None
        self.stop(tr("the layer is gone or shows other features."))
        self.shown.emit(None)

    def _stage(self, stage: Stage, reason: str = "") -> None:
        self.stage = stage
        self.staged.emit(stage, reason)
