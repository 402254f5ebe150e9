# SPDX-License-Identifier: GPL-2.0-or-later
"""The live balance dock: a plan layer is followed, and its figures are shown as it is drawn."""

from __future__ import annotations

import html
import json

import numpy as np
import shapely
from qgis.core import QgsApplication, QgsGeometry, QgsMapLayer, QgsProject, QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtCore import QModelIndex

from ...domain.errors import DualCarbonError
from ...domain.live_balance import BalanceChange, Finding
from ...domain.units import M2_PER_HA
from ...gis.last_check import parameters_of_last_check
from ...i18n import sentence, tr
from ..background import Background
from ..check.mark import zoom_to
from ..check.words import Words, rule_text, words_of
from ..dock import PlannerDock
from ..host import Host
from ..settings import chosen
from ..table_copy import all_digits, as_mime
from .panel import LivePanel
from .parameters import TARGETS
from .rows import (
    Row,
    carbon_lines,
    conflict_columns,
    conflict_rows,
    finding_columns,
    quantity_columns,
    quantity_rows,
    unit_of,
    unknown_ground,
)
from .session import LiveSession, Stage

#: Where a project keeps what was chosen, as JSON.
SCOPE, ENTRY = "dualcarbon", "live/parameters"
#: Parcels whose findings are listed after an edit of many.
MOST_PARCELS = 200


class LiveBalanceDock(PlannerDock):
    """Figures of the plan that is being edited; started and stopped by the user."""

    def __init__(self, host: Host, dock_id: str, title: str) -> None:
        super().__init__(host, dock_id, title)
        self.panel = LivePanel()
        self.setWidget(self.panel)
        self.works = Background(host)
        self.session = LiveSession(self.works, self)
        self.words = Words()
        self.found: list[Finding] = []
        self._horizon_a = 0.0
        self._last: BalanceChange | None = None
        self._has_edits = False
        self._connect()
        self._restore()
        self._show_stage(Stage.OFF)

    def _connect(self) -> None:
        panel, session, project = self.panel, self.session, QgsProject.instance()
        panel.start.triggered.connect(self.start)
        panel.stop.triggered.connect(self.stop)
        panel.again.clicked.connect(self.start)
        panel.take.triggered.connect(self.take_from_last_check)
        panel.zoom.triggered.connect(self.zoom)
        panel.copy.triggered.connect(self.copy)
        panel.setup.changed.connect(self._keep)
        panel.finding_table.activated.connect(self.zoom)
        panel.finding_table.selectionModel().currentChanged.connect(self._describe)
        session.staged.connect(self._show_stage)
        session.progressed.connect(self._show_progress)
        session.shown.connect(self._show)
        self.host.style.changed.connect(self._rewrite)
        project.readProject.connect(self._restore)
        project.layersWillBeRemoved.connect(self._forget_layers)

    def release(self) -> None:
        super().release()
        self.host.style.changed.disconnect(self._rewrite)
        self.session.stop()
        self.works.close()
        self.panel.keep_parts()
        project = QgsProject.instance()
        project.readProject.disconnect(self._restore)
        project.layersWillBeRemoved.disconnect(self._forget_layers)

    # Choices --------------------------------------------------------------------------------

    def choose_layer(self, layer: QgsMapLayer) -> bool:
        """Take a plan layer that was dropped onto the dock."""
        polygons = QgsWkbTypes.GeometryType.PolygonGeometry
        is_plan = isinstance(layer, QgsVectorLayer) and layer.geometryType() == polygons
        if not is_plan:
            self.host.warn(tr("“{layer}” holds no polygons.").format(layer=layer.name()))
        elif self.session.layer is not None:
            self.host.warn(tr("Stop the live balance before you choose another plan."))
        else:
            self.panel.setup.choose_plan(layer)
            self.panel.pages.setCurrentWidget(self.panel.setup)
        return bool(is_plan)

    def take_from_last_check(self) -> None:
        """Fill the form with what the last plan check of the project was asked with."""
        try:
            parameters = parameters_of_last_check(QgsProject.instance())
        except DualCarbonError as error:
            self.host.refuse(error)
            return
        # What is read here is in the language of QGIS, whatever that of the outputs was.
        parameters.pop("LANGUAGE", None)
        self.panel.setup.fill(parameters)
        self._keep()
        self.host.tell(tr("The layers and settings of the last check were taken over."))

    def _restore(self, *_read: object) -> None:
        """Take up what the project has kept."""
        text, _is_known = QgsProject.instance().readEntry(SCOPE, ENTRY, "")
        try:
            kept = json.loads(text or "{}")
        except ValueError:
            # A project file can be edited by hand.
            kept = {}
        self.panel.setup.fill(kept if isinstance(kept, dict) else {})

    def _keep(self) -> None:
        """Keep in the project what the user has chosen."""
        text = json.dumps(self.panel.setup.values(), ensure_ascii=False, sort_keys=True)
        QgsProject.instance().writeEntry(SCOPE, ENTRY, text)

    def _forget_layers(self, layer_ids: list[str]) -> None:
        project = QgsProject.instance()
        self.panel.setup.forget([project.mapLayer(layer_id) for layer_id in layer_ids])

    # Following ------------------------------------------------------------------------------

    def start(self) -> None:
        """Follow the plan layer that is chosen."""
        parameters = self.panel.setup.values()
        layer = self.panel.setup.plan
        if layer is None:
            self.panel.pages.setCurrentWidget(self.panel.setup)
            self.host.warn(tr("Choose the plan layer of the project that you edit."))
            return
        targets = parameters.pop(TARGETS, None)
        self.words = words_of(str(parameters.get("RULES") or chosen("RULES")))
        self._horizon_a = float(parameters.get("HORIZON_A", 0.0))
        try:
            self.session.start(layer, parameters, targets)
        except DualCarbonError as error:
            self.host.refuse(error)
            return
        self.panel.pages.setCurrentIndex(0)

    def stop(self) -> None:
        """Follow no layer any more."""
        self.session.stop()

    def _show_stage(self, stage: Stage, reason: str = "") -> None:
        panel = self.panel
        is_on = self.session.layer is not None
        panel.start.setEnabled(not is_on)
        panel.take.setEnabled(not is_on)
        panel.stop.setEnabled(is_on)
        panel.setup.lock(is_on)
        panel.progress.setVisible(stage is Stage.PREPARING)
        is_warned = stage in (Stage.OUTDATED, Stage.STOPPED)
        panel.show_current(stage.is_current, is_warned)
        panel.again.setEnabled(not is_on or is_warned)
        name = self.session.layer.name() if is_on else ""
        text = _stage_text(stage, reason, name)
        if stage is Stage.OFF and self.session.state is not None:
            text = tr("Not followed any more. The figures are those of before.")
        panel.stage.setText(text)

    def _show_progress(self, share: float) -> None:
        self.panel.progress.setValue(round(100.0 * share))

    def _show(self, change: BalanceChange | None) -> None:
        """Show the figures as they are now, and of an edit what it touched."""
        state, since, panel = self.session.state, self.session.since, self.panel
        if state is None or since is None:
            self._clear()
            return
        style, self._last = self.host.style, change
        panel.carbon.show_lines(carbon_lines(state, since, style.profile, self._horizon_a))
        unknown = unknown_ground(state, style.profile)
        panel.unknown.setText(unknown)
        panel.unknown.setVisible(bool(unknown))
        conflicts = conflict_rows(state, since, self.words, style.profile)
        panel.conflicts.show(conflicts, conflict_columns(style.profile))
        panel.quantities.show(quantity_rows(state, since, style.write), quantity_columns())
        self._has_edits = change is not None
        self._show_findings([] if change is None else list(change.parcels)[:MOST_PARCELS])
        panel.footer.setText(self._sum_up(change))

    def _rewrite(self) -> None:
        """Write the figures with other units or decimals."""
        self._show(self._last)

    def _clear(self) -> None:
        panel = self.panel
        panel.carbon.show_lines([])
        for model in (panel.conflicts, panel.quantities):
            model.show([])
        for label in (panel.unknown, panel.footer):
            label.clear()
        self._show_findings([])

    def _sum_up(self, change: BalanceChange | None) -> str:
        state, area = self.session.state, self.host.style.profile.quantity("parcel_area")
        told = [
            tr("{parcels} parcels; errors on {area} {unit}.").format(
                parcels=f"{state.parcels:,}",
                area=area.format(state.totals["error_area_ha"]),
                unit=unit_of(area),
            )
        ]
        if change is not None:
            told.append(
                tr("Last edit: {appeared} findings appeared, {gone} are gone; {time:.0f} ms.").format(
                    appeared=len(change.appeared), gone=len(change.gone), time=self.session.last_ms
                )
            )
            told += [sentence(note) for note in change.notes]
        return " ".join(told)

    # The parcel just edited -----------------------------------------------------------------

    def _show_findings(self, parcels: list[str]) -> None:
        plan = self.session.plan
        self.found = [] if plan is None else [one for key in parcels for one in plan.balance.findings_of(key)]
        columns = finding_columns(self.host.style.profile)
        self.panel.findings.show([self._row_of(one) for one in self.found], columns)
        if self.found:
            self.panel.finding_table.selectRow(0)
        self.panel.zoom.setEnabled(bool(self.found))
        self._describe()

    def _row_of(self, one: Finding) -> Row:
        words, area = self.words, self.host.style.profile.quantity("parcel_area")
        cells = (
            one.rule_id,
            words.of("severity", one.severity),
            words.of("line_type", one.line_type),
            f"{area.format(one.area_m2 / M2_PER_HA)} {unit_of(area)}",
        )
        copied = (*cells[:-1], all_digits(area.scaled(one.area_m2 / M2_PER_HA)))
        return Row(one.plan_id, cells, copied, f"severity_{one.severity}", one.remedy or "")

    def current(self) -> Finding | None:
        """The finding that is chosen in the list."""
        row = self.panel.finding_table.currentIndex().row()
        return self.found[row] if 0 <= row < len(self.found) else None

    def _describe(self, *_changed: QModelIndex) -> None:
        one = self.current()
        if one is None:
            self.panel.remedy.setHtml(self._nothing_found())
            return
        pack = self.words.pack
        is_known = pack is not None and one.rule_id in pack.rules.index
        rule = rule_text(pack.rules.loc[one.rule_id]) if is_known else ""
        parts = [f"<b>{html.escape(one.rule_id)}</b> {html.escape(rule)}"]
        for label, text in (
            (tr("Remedy"), one.remedy),
            (tr("Needs"), one.needs),
            (tr("Legal basis"), one.legal_basis),
        ):
            if text:
                parts.append(f"<b>{html.escape(label)}</b> {html.escape(text)}")
        self.panel.remedy.setHtml("".join(f"<p>{text}</p>" for text in parts))

    def _nothing_found(self) -> str:
        """What stands in place of a finding: before any edit also what was noted of the layers."""
        plan, told = self.session.plan, [tr("No finding on the parcel just edited.")]
        if not self._has_edits:
            told = [tr("Findings of the parcel that you edit stand here.")]
            told += [] if plan is None else [sentence(note) for note in plan.notes]
        return "".join(f"<p>{html.escape(text)}</p>" for text in told)

    def zoom(self, *_index: object) -> None:
        """Show the map round the finding that is chosen, and flash it."""
        one, plan, layer = self.current(), self.session.plan, self.session.layer
        if one is None or plan is None or layer is None:
            return
        shape = plan.plane.from_plane(np.array([one.geometry], dtype=object))[0]
        geometry = QgsGeometry()
        geometry.fromWkb(shapely.to_wkb(shape))
        canvas = self.host.iface.mapCanvas()
        if zoom_to(canvas, layer, [geometry]):
            canvas.flashGeometries([geometry], layer.crs())

    # Out of the dock ------------------------------------------------------------------------

    def copy(self) -> None:
        """Copy everything that is shown as one table."""
        rows: list[list[str]] = []
        for title, table in self.panel.tables():
            if table[-1] != table[0] or len(table[0]) == 1:
                rows += [[title], *table, []]
        QgsApplication.clipboard().setMimeData(as_mime(rows))
        self.host.tell(tr("The live balance was copied as a table."))


def _stage_text(stage: Stage, reason: str, layer: str) -> str:
    return {
        Stage.OFF: tr("Not started. Choose the layers, then start."),
        Stage.OUTDATED: tr("Out of date: {reason} The figures are those of before."),
        Stage.PREPARING: tr("Preparing “{layer}” …"),
        Stage.WAITING: tr("Waiting for edits of “{layer}”."),
        Stage.COMPUTING: tr("Computing …"),
        Stage.CURRENT: tr("Up to date with the edits of “{layer}”."),
        Stage.STOPPED: tr("Stopped: {reason}"),
    }[stage].format(layer=layer, reason=reason)
