# SPDX-License-Identifier: GPL-2.0-or-later
"""The plan check dock: findings are loaded, arranged, and the current one is shown."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import Any

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QModelIndex, Qt

from ...domain.errors import DualCarbonError
from ...domain.progress import Progress
from ...gis.finding_layers import FindingSource, read_shown, source_of
from ...gis.manifests import manifest_of
from ...i18n import tr
from ..background import Background
from ..dock import PlannerDock
from ..host import Host
from ..settings import chosen
from .deeds import FindingDeeds
from .details import describe
from .findings import Findings
from .mark import FindingMark
from .panel import CheckPanel
from .place import place_in, return_to
from .words import words_of


class PlanCheckDock(PlannerDock):
    """Findings of a layer or store, grouped and filtered; found on the map, decided, checked again."""

    def __init__(self, host: Host, dock_id: str, title: str) -> None:
        super().__init__(host, dock_id, title)
        self.panel = CheckPanel(host.style)
        self.setWidget(self.panel)
        self.model = self.panel.model
        self.mark = FindingMark(host.iface.mapCanvas())
        self.works = Background(host)
        self.deeds = FindingDeeds(host, self.panel, self.mark, self.works, self)
        self._connect()
        self._show_summary()

    def _connect(self) -> None:
        panel = self.panel
        panel.chooser.chosen.connect(self.load)
        panel.filters.regrouped.connect(self._rearrange)
        panel.filters.filtered.connect(self._rearrange)
        panel.tree.selectionModel().currentChanged.connect(self._show_current)
        panel.tree.selectionModel().selectionChanged.connect(self._show_selection)
        panel.tree.header().sortIndicatorChanged.connect(self._sort)
        panel.tree.activated.connect(self.deeds.zoom)
        self.visibilityChanged.connect(self._show_selection)
        self.host.style.changed.connect(self._rewrite)
        QgsProject.instance().layersWillBeRemoved.connect(self._forget_layers)

    def release(self) -> None:
        super().release()
        self.visibilityChanged.disconnect(self._show_selection)
        self.host.style.changed.disconnect(self._rewrite)
        self.works.close()
        self.mark.remove()
        self.panel.keep_widths()
        self.panel.chooser.release()
        QgsProject.instance().layersWillBeRemoved.disconnect(self._forget_layers)

    # Findings -------------------------------------------------------------------------------

    def choose_layer(self, layer: QgsMapLayer) -> bool:
        """Take a layer of findings that was dropped onto the dock."""
        if self.panel.chooser.choose(layer):
            return True
        self.host.warn(
            tr("“{layer}” holds no findings. Drop an output of the plan check or a findings store.").format(
                layer=layer.name()
            )
        )
        return False

    def load(self) -> None:
        """Read the chosen layer in the background, then show it."""
        layer = self.panel.chooser.layer
        if layer is None:
            self.works.cancel("load")
            self.show_findings(None)
            return
        self.panel.summary.setText(tr("Reading {layer} …").format(layer=layer.name()))
        source = source_of(layer, self.panel.chooser.store)
        self.works.start(
            "load",
            tr("Read findings of {layer}").format(layer=layer.name()),
            partial(_read, source, self._rules_of(layer)),
            self.show_findings,
            lambda: self.show_findings(None),
        )

    def _rules_of(self, layer: QgsVectorLayer) -> str:
        """The rule pack of the run that made a layer, else the one of the settings."""
        try:
            manifest = manifest_of(layer) or {}
        except DualCarbonError as error:
            self.host.refuse(error)
            manifest = {}
        return str(manifest.get("parameters", {}).get("RULES") or chosen("RULES"))

    def show_findings(self, findings: Findings | None) -> None:
        """Show findings, or none, and stay where one was."""
        self._stay(lambda: self.model.show(findings))

    def _rearrange(self) -> None:
        filters = self.panel.filters
        self._stay(lambda: self.model.arrange_by(filters.grouping, filters.text.text(), filters.hidden))

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        if column >= 0:
            self._stay(lambda: self.model.sort(column, order))

    def _rewrite(self) -> None:
        """Write the figures with other units or decimals."""
        self._stay(lambda: self.model.write_as(self.host.style.profile))

    def _stay(self, rebuild: Callable[[], None]) -> None:
        """Rebuild the tree, and be where one was."""
        place = place_in(self.panel.tree)
        rebuild()
        return_to(place, self.panel.tree)
        if self.model.rowCount() == 1:
            self.panel.tree.expandToDepth(0)
        self._show_current(self.panel.tree.currentIndex(), QModelIndex())
        self._show_selection()
        self._show_summary()

    # What is current ------------------------------------------------------------------------

    def _show_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = self.model.row_of(index)
        if row is None:
            self.panel.details.clear()
            return
        findings = self.model.findings
        self.panel.details.setHtml(describe(findings, row, self.model.profile))

    def _show_selection(self, *_changed: Any) -> None:
        """Draw a line round the selected findings as long as the dock is open."""
        layer = self.panel.chooser.layer
        rows = [] if self.isHidden() or layer is None else self.deeds.chosen_rows()
        if rows:
            self.mark.show(layer, self.deeds.fids_of(rows))
        else:
            self.mark.remove()
        self.deeds.enable()

    def _show_summary(self) -> None:
        self.deeds.enable()
        findings = self.model.findings
        if findings is None:
            self.panel.summary.setText(
                tr("Choose an output of the plan check or a findings store, or drag its layer here.")
            )
            return
        rows = self.model.tree.leaves
        area = self.model.area_text(math.fsum(findings.area_ha[rows].tolist()))
        self.panel.summary.setText(
            tr("{shown} of {count} findings; sum of their areas {area}.").format(
                shown=f"{len(rows):,}", count=f"{len(findings):,}", area=f"{area} {self.model.area_unit()}"
            )
        )

    def _forget_layers(self, layer_ids: list[str]) -> None:
        layer = self.panel.chooser.layer
        if layer is not None and layer.id() in layer_ids:
            self.mark.remove()
            self.works.cancel("load")
            self.show_findings(None)


def _read(source: FindingSource, rules: str, progress: Progress) -> Findings:
    """In the thread of a task."""
    return Findings(read_shown(source, progress), words_of(rules)).prepared()
