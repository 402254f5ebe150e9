# SPDX-License-Identifier: GPL-2.0-or-later
"""What a report says, in reading order, whatever it is written as: page, text document or PDF."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field

from .charts import Chart
from .drawing import Drawing
from .firstpage import Caveat, KeyFigure
from .table import Table
from .texts import Texts


@dataclass(frozen=True)
class Illustration:
    """A map (PNG) or a chart with its caption; ``alt`` says it to readers who cannot see it."""

    image: bytes | Drawing
    caption: str
    alt: str
    note: str = ""

    @staticmethod
    def of_chart(chart: Chart) -> Illustration:
        """The chart as an illustration."""
        return Illustration(chart.drawing, chart.caption, chart.alt, chart.note)

    @property
    def kind(self) -> str:
        """``chart`` or ``map``."""
        return "chart" if isinstance(self.image, Drawing) else "map"

    @property
    def source(self) -> str:
        """The image as a data address for a page: vectors where there are any."""
        if isinstance(self.image, Drawing):
            return _data_address(self.image.svg(), "image/svg+xml")
        return _data_address(self.image, "image/png")

    def png(self) -> bytes:
        """The image in pixels at print resolution."""
        return self.image.png() if isinstance(self.image, Drawing) else self.image


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a chapter: its ``lead``, a ``sentence`` on its result, what is ``missing``, or plain."""

    text: str
    kind: str = ""


@dataclass(frozen=True)
class Entry:
    """A head and the text that belongs to it."""

    head: str
    text: str


@dataclass(frozen=True)
class Chapter:
    """One chapter of the report; ``id`` is its anchor. One of ``level`` 2 is a part of the one before."""

    id: str
    title: str
    paragraphs: tuple[Paragraph, ...] = ()
    illustrations: tuple[Illustration, ...] = ()
    tables: tuple[Table, ...] = ()
    entries: tuple[Entry, ...] = ()
    level: int = 1


@dataclass(frozen=True)
class ReportContent:
    """All of a report in reading order; ``notes_left`` more notes stand in its last chapters only."""

    texts: Texts
    title: str
    facts: tuple[Entry, ...]
    figures: tuple[tuple[KeyFigure, ...], ...]
    caveats: tuple[Caveat, ...]
    notes: tuple[str, ...]
    notes_left: int
    chapters: tuple[Chapter, ...]
    trial_note: str = ""
    attribution: tuple[str, ...] = ()

    @property
    def is_trial(self) -> bool:
        """Whether the result, or part of it, has no legal force."""
        return bool(self.trial_note)


@dataclass
class Numbering:
    """Running numbers of tables and figures; parts of one table share its number."""

    given: dict[str, dict[str, int]] = field(default_factory=dict)

    def __call__(self, kind: str, name: str) -> int:
        names = self.given.setdefault(kind, {})
        return names.setdefault(name, len(names) + 1)


def _data_address(content: bytes, kind: str) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode('ascii')}"
