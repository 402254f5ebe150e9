# SPDX-License-Identifier: GPL-2.0-or-later
"""Progress, cancel and notes between the domain and Processing's feedback."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsProcessingFeedback

from ..domain.errors import Cancelled
from ..domain.notes import IDS_IN_LOG, Note
from ..domain.progress import Progress
from ..i18n import sentence, tr


def progress_of(feedback: QgsProcessingFeedback, start: float = 0.0, end: float = 100.0) -> Progress:
    """A domain progress that shows as ``start``–``end`` percent and raises ``Cancelled``."""

    def report(share: float) -> None:
        feedback.setProgress(start + (end - start) * min(max(share, 0.0), 1.0))
        if feedback.isCanceled():
            raise Cancelled

    return report


def push_notes(notes: Iterable[Note], feedback: QgsProcessingFeedback) -> None:
    """Write every note to the log, with the first ids that it lists."""
    for note in notes:
        text = sentence(note)
        if note.ids:
            shown = ", ".join(note.ids[:IDS_IN_LOG])
            more = len(note.ids) - IDS_IN_LOG
            text = tr("{text} Ids: {ids}").format(text=text, ids=shown)
            if more > 0:
                text = tr("{text} … and {more} more (all in the manifest).").format(text=text, more=more)
        if note.warning:
            feedback.pushWarning(text)
        else:
            feedback.pushInfo(text)
