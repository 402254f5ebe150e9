# SPDX-License-Identifier: GPL-2.0-or-later
"""The pages of a layout as files: PDF, of which the text is text, PNG, or both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from qgis.core import Qgis, QgsLayoutExporter, QgsPrintLayout

from ...domain.errors import OutputError
from ...domain.progress import Progress
from ...domain.sheet_names import distinct_stems, sheet_stem
from ..documents.whole_files import is_whole
from .inputs import Imprint
from .units import UNIT, SheetUnits

PDF, PNG = "pdf", "png"
FORMATS: Mapping[str, tuple[str, ...]] = {"pdf": (PDF,), "png": (PNG,), "pdf_png": (PDF, PNG)}

WriteFile = Callable[[Path], object]


def start_atlas(layout: QgsPrintLayout, units: SheetUnits | None) -> int:
    """Let the layout have one page for each unit; return how many pages there are."""
    atlas = layout.atlas()
    if units is None:
        atlas.setEnabled(False)
        return 1
    atlas.setCoverageLayer(units.layer)
    atlas.setPageNameExpression(f'"{UNIT}"')
    atlas.setSortFeatures(True)
    atlas.setSortExpression(f'"{UNIT}"')
    atlas.setEnabled(True)
    return int(atlas.updateFeatures())


def page_writers(
    layout: QgsPrintLayout, pages: int, imprint: Imprint, formats: str, dpi: float, progress: Progress
) -> dict[str, WriteFile]:
    """File name → what writes it, in the order of the pages; a cancel is answered between files."""
    atlas = layout.atlas()
    units = [atlas.nameForPage(page) for page in range(pages)] if atlas.enabled() else [""]
    parts = (imprint.place_code, imprint.place, imprint.name, imprint.year)
    stems = distinct_stems(sheet_stem(*parts, unit) for unit in units)
    writers: dict[str, WriteFile] = {}
    for page, stem in enumerate(stems):
        for ending in FORMATS[formats]:
            writers[f"{stem}.{ending}"] = _writer(layout, page, pages, ending, dpi, progress)
    return writers


def _writer(
    layout: QgsPrintLayout, page: int, pages: int, ending: str, dpi: float, progress: Progress
) -> WriteFile:
    def write(path: Path) -> None:
        progress(page / pages)
        if layout.atlas().enabled():
            layout.atlas().seekTo(page)
        layout.refresh()
        _export(layout, path, ending, dpi)

    return write


def _export(layout: QgsPrintLayout, path: Path, ending: str, dpi: float) -> None:
    exporter = QgsLayoutExporter(layout)
    if ending == PDF:
        settings = QgsLayoutExporter.PdfExportSettings()
        settings.dpi = dpi
        settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
        done = exporter.exportToPdf(str(path), settings)
    else:
        picture = QgsLayoutExporter.ImageExportSettings()
        picture.dpi = dpi
        picture.generateWorldFile = False
        done = exporter.exportToImage(str(path), picture)
    if done != QgsLayoutExporter.ExportResult.Success or not is_whole(path):
        raise OutputError(
            "The sheet “{path}” could not be drawn. Check disk and memory, or choose a smaller paper or "
            "resolution.",
            path=path,
        )
