# SPDX-License-Identifier: GPL-2.0-or-later
"""What the buttons of the plan check dock do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer, QgsVectorLayerFeatureSource
from qgis.PyQt.QtWidgets import QFileDialog

from ...domain.errors import DualCarbonError
from ...domain.exemptions import EXEMPTED, OPEN, Exemption
from ...domain.findings_store import FIXED
from ...gis.finding_export import export_findings
from ...gis.recheck import ALGORITHM, recheck_of, run_behind_findings
from ...i18n import tr
from ..background import Background
from ..host import Host
from ..table_copy import as_mime
from ..task_runner import loaded_layer
from .actions import tip
from .details import LEGAL_ANCHOR
from .exempt import ExemptionForm
from .findings import Findings
from .mark import FindingMark
from .panel import CheckPanel
from .states import write_state
from .table_copy import table_of

if TYPE_CHECKING:
    from .dock import PlanCheckDock

#: Actions that work on findings that are selected, and those that need a findings store as well.
ON_SELECTION = ("zoom", "flash", "legal", "recheck")
ON_STORED = ("exempt", "fix", "reopen")
ON_LIST = ("previous", "next", "copy", "export")


class FindingDeeds:
    """The actions of the dock, connected to what they do."""

    def __init__(
        self, host: Host, panel: CheckPanel, mark: FindingMark, works: Background, dock: PlanCheckDock
    ) -> None:
        self.host = host
        self.panel = panel
        self.mark = mark
        self.works = works
        self.dock = dock
        deeds: dict[str, Callable[[], object]] = {
            "previous": partial(self.step, -1),
            "next": partial(self.step, 1),
            "zoom": self.zoom,
            "flash": self.flash,
            "exempt": self.ask_exemption,
            "fix": partial(self.set_state, FIXED),
            "reopen": partial(self.set_state, OPEN),
            "recheck": self.recheck,
            "legal": self.show_legal_basis,
            "copy": self.copy,
            "export": self.ask_export,
        }
        for name, deed in deeds.items():
            panel.actions_by_name[name].triggered.connect(partial(_without_state, deed))

    def enable(self) -> None:
        """Switch off what cannot be done, and say why."""
        has_selection = self.panel.tree.selectionModel().hasSelection()
        has_store = self.panel.chooser.store is not None
        for name, action in self.panel.actions_by_name.items():
            if name in ON_LIST:
                action.setEnabled(len(self.panel.model.tree.leaves) > 0)
            else:
                action.setEnabled(has_selection and (has_store or name in ON_SELECTION))
            if name in ON_STORED:
                tip(action, "" if has_store else tr("Choose a findings store first: it keeps the states."))

    # Which findings -------------------------------------------------------------------------

    def chosen_rows(self) -> list[int]:
        """The rows of the selected findings and of all findings of selected groups, from top to bottom."""
        return self.panel.model.rows_in(self.panel.tree.selectionModel().selection())

    def fids_of(self, rows: Sequence[int]) -> list[int]:
        """The feature ids of findings."""
        return [self._cells("fid")[row] for row in rows]

    def _cells(self, column: str) -> list[Any]:
        return self.panel.model.findings.columns[column]

    # On the map -----------------------------------------------------------------------------

    def step(self, step: int) -> None:
        """Go to the next finding, or the one before, and show it on the map."""
        index = self.panel.tree.currentIndex()
        # A tree that gets the focus makes its first row current, where nobody has been yet.
        if self.panel.tree.selectionModel().isSelected(index) or self.panel.model.row_of(index) is None:
            index = self.panel.model.neighbour(index, step)
        if index.isValid():
            self.panel.tree.setCurrentIndex(index)
            self.panel.tree.scrollTo(index)
            self.zoom()

    def zoom(self, *_index: object) -> None:
        """Show the map round the selected findings."""
        if self.panel.chooser.layer is not None:
            self.mark.zoom(self.panel.chooser.layer, self.fids_of(self.chosen_rows()))

    def flash(self) -> None:
        """Flash the selected findings."""
        self.mark.flash(self.panel.chooser.layer, self.fids_of(self.chosen_rows()))

    def show_legal_basis(self) -> None:
        """Bring the rule of the current finding with its legal basis and sources into view."""
        self.panel.details.scrollToAnchor(LEGAL_ANCHOR)
        self.panel.details.setFocus()

    # States ---------------------------------------------------------------------------------

    def ask_exemption(self) -> None:
        """Ask for the approval, then exempt the selected findings."""
        keys = self._chosen_keys()
        form = ExemptionForm(self.panel, len(keys))
        form.accepted.connect(lambda: self._write_states(keys, EXEMPTED, form.exemption()))
        form.finished.connect(form.deleteLater)
        form.open()

    def set_state(self, state: str, exemption: Exemption | None = None) -> None:
        """Write a state of the selected findings into the findings store."""
        self._write_states(self._chosen_keys(), state, exemption)

    def _chosen_keys(self) -> list[str]:
        return [self._cells("finding_key")[row] for row in self.chosen_rows()]

    def _write_states(self, keys: Sequence[str], state: str, exemption: Exemption | None) -> None:
        """Write a state of findings; layer and store may have been taken away since they were chosen."""
        store, before = self.panel.chooser.store, self.panel.model.findings
        if store is None or before is None:
            self.host.warn(tr("The findings are not shown any more; nothing was written."))
            return
        # Frames sort themselves even when they are read: no two threads may have the same one.
        own = Findings(before.frame.copy(), before.words)
        self.works.start(
            "state",
            tr("Write {count} states").format(count=len(keys)),
            lambda _progress: write_state(own, store, keys, state, exemption),
            partial(self._show_states, before, store.name, len(keys)),
        )

    def _show_states(self, before: Findings, store: str, count: int, findings: Findings) -> None:
        # Other findings may have been chosen meanwhile.
        if self.panel.model.findings is before:
            self.dock.show_findings(findings)
            self.panel.chooser.layer.triggerRepaint()
        self.host.tell(
            tr("{count} finding(s) changed in {store}; the next check keeps this.").format(
                count=count, store=store
            )
        )

    # Another check --------------------------------------------------------------------------

    def recheck(self) -> None:
        """Check the parcels of the selected findings again, with the parameters of the last run."""
        ids = list(dict.fromkeys(str(self._cells("plan_id")[row]) for row in self.chosen_rows()))
        chooser = self.panel.chooser
        try:
            manifest = run_behind_findings(chooser.layer, chooser.store)
            parameters = recheck_of(manifest, ids, chooser.store, QgsProject.instance())
        except DualCarbonError as error:
            self.host.refuse(error)
            return
        self.host.runner.run(ALGORITHM, parameters, done=partial(self._show_recheck, len(ids)))

    def _show_recheck(self, count: int, results: dict[str, Any]) -> None:
        """With a store its states are up to date now; else the new findings are shown instead."""
        made = loaded_layer(results["OUTPUT"])
        if self.panel.chooser.store is not None:
            self.dock.load()
        elif made is not None:
            self.dock.choose_layer(made)
        self.host.tell(
            tr("{count} parcel(s) checked again: {errors} errors, {warnings} warnings.").format(
                count=count, errors=results["ERRORS"], warnings=results["WARNINGS"]
            )
        )

    # Out of the dock ------------------------------------------------------------------------

    def copy(self) -> None:
        """Copy the selected findings, or all that are shown, as a table."""
        rows = self.chosen_rows() or self.panel.model.tree.leaves.tolist()
        QgsApplication.clipboard().setMimeData(as_mime(table_of(self.panel.model, rows)))
        self.host.tell(tr("{count} findings copied as a table.").format(count=len(rows)))

    def ask_export(self) -> None:
        """Ask for a file, then write the findings that are shown to it."""
        path, _filter = QFileDialog.getSaveFileName(
            self.panel,
            tr("Export findings"),
            "",
            tr("GeoPackage (*.gpkg);;Workbook (*.xlsx);;CSV (*.csv)"),
        )
        if path:
            self.export(Path(path))

    def export(self, path: Path) -> None:
        """Write the findings that are shown, in their order, to a file."""
        layer: QgsVectorLayer | None = self.panel.chooser.layer
        if layer is None or self.panel.model.findings is None:
            self.host.warn(tr("The findings are not shown any more; nothing was written."))
            return
        frame = self.panel.model.findings.frame.iloc[self.panel.model.tree.leaves]
        source, crs = QgsVectorLayerFeatureSource(layer), layer.crs()
        self.works.start(
            "export",
            tr("Export findings to {file}").format(file=path.name),
            lambda progress: export_findings(frame, source, crs, path, progress),
            lambda count: self.host.tell(
                tr("{count} findings written to {file}.").format(count=count, file=path.name)
            ),
        )


def _without_state(deed: Callable[[], object], _is_checked: bool) -> None:
    """A button tells whether it is checked, which ours never are."""
    deed()
