# SPDX-License-Identifier: GPL-2.0-or-later
"""A drawn figure: vectors for the page, pixels for documents that take no vectors."""

from __future__ import annotations

import io
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.figure import Figure

#: Pixels per inch of a figure that is printed from a document.
PRINT_DPI = 250


@dataclass(frozen=True)
class Drawing:
    """A Matplotlib figure and the settings under which it was drawn, which hold for writing it too."""

    figure: Figure
    settings: Mapping[str, Any] = field(default_factory=dict)

    def svg(self) -> bytes:
        """The figure as SVG; the same data gives the same bytes."""
        return self._saved(format="svg", metadata={"Date": None, "Creator": None})

    def png(self, dpi: int = PRINT_DPI) -> bytes:
        """The figure as a PNG of ``dpi`` pixels per inch."""
        return self._saved(format="png", dpi=dpi, metadata={"Software": None})

    def _saved(self, **how: Any) -> bytes:
        import matplotlib as mpl

        target = io.BytesIO()
        with mpl.rc_context(dict(self.settings)), warnings.catch_warnings():
            # Without a Chinese font Matplotlib misses glyphs that the browser will have.
            warnings.filterwarnings("ignore", message="Glyph .* missing")
            self.figure.savefig(target, **how)
        return target.getvalue()
