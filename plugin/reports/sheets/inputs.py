# SPDX-License-Identifier: GPL-2.0-or-later
"""What a sheet is made of, read from the parameters of a run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from qgis.core import QgsMapLayer, QgsVectorLayer

from ...domain.errors import InputError
from ...domain.rules import line_type_of_layer, load_rule_pack
from ...gis.compat import strings_of
from ...gis.crs import require_crs
from ...gis.report_inputs import NATIONAL, MapLine
from ...gis.run import Run
from ...gis.sources import without_credentials
from ..texts import Texts
from .land_use import read_land_use_colours
from .themes import LAND_USE, LINES, ThemeInputs
from .units import SheetUnits, read_units

STANDIN = "standin"


@dataclass(frozen=True)
class Imprint:
    """What is printed on a sheet besides its map; ``name`` is that of the map alone (图名)."""

    name: str
    title: str
    place: str
    place_code: str
    year: str
    producer: str
    date: str
    source: str


@dataclass(frozen=True)
class SheetTable:
    """A table of a sheet: its layer, the columns shown, and the field that names the unit of a row."""

    layer: QgsVectorLayer
    fields: tuple[str, ...]
    unit_field: str


@dataclass(frozen=True)
class SheetInputs:
    """Everything that a sheet shows."""

    theme: str
    shown: ThemeInputs
    units: SheetUnits | None
    table: SheetTable | None
    figure: str
    imprint: Imprint


def read_sheet_inputs(run: Run, texts: Texts) -> SheetInputs:
    """Read the parameters; raises ``InputError`` for what cannot be drawn."""
    theme = run.text("THEME")
    layer, name = _layer(run)
    lines = _lines(run)
    if theme == LINES and not lines:
        raise InputError(
            "The map of the three lines needs control lines. Give their layers in CONTROL_LINES, or choose "
            "the theme land_use."
        )
    colours = None
    if theme in (LAND_USE, LINES):
        colours = read_land_use_colours(run, _land_use_layer(run, layer, name), name)
    return SheetInputs(
        theme,
        ThemeInputs(layer, name, colours, lines),
        read_units(run),
        _table(run),
        _figure(run),
        _imprint(run, theme, texts, trial=bool(lines) and run.text("LINE_STATUS") == STANDIN),
    )


def _layer(run: Run) -> tuple[QgsMapLayer, str]:
    if run.is_raster("LAYER"):
        layer = run.algorithm.parameterAsLayer(run.parameters, "LAYER", run.context)
        name, described = layer.name(), without_credentials(layer.source())
    else:
        given = run.open("LAYER")
        layer, name, described = given.layer, given.name, given.described
        if layer is None or layer.featureCount() == 0:
            raise InputError(
                "Layer “{layer}” has no features (or none is selected). Check the filter, the selection "
                "and the file.",
                layer=name,
            )
    require_crs(layer.crs(), name)
    run.manifest.add_input("LAYER", layer=name, source=described)
    return layer, name


def _land_use_layer(run: Run, layer: QgsMapLayer, name: str) -> QgsVectorLayer:
    if not isinstance(layer, QgsVectorLayer):
        raise InputError(
            "Layer “{layer}” is a raster; the colours of land use need polygons with codes. Choose a "
            "vector layer, or the theme density.",
            layer=name,
        )
    if not run.given("CLASS_FIELD"):
        raise InputError(
            "The colours of land use need the field with the codes of layer “{layer}”, such as DLBM or "
            "YDYHFLDM. Choose it in CLASS_FIELD.",
            layer=name,
        )
    return layer


def _lines(run: Run) -> tuple[MapLine, ...]:
    pack, status = load_rule_pack(NATIONAL), run.text("LINE_STATUS")
    shown = []
    for given in run.open_list("CONTROL_LINES"):
        require_crs(given.layer.crs(), given.name)
        run.manifest.add_input("CONTROL_LINES", layer=given.name, source=given.described)
        shown.append(MapLine(given.layer, given.name, line_type_of_layer(pack, given.name) or "", status))
    return tuple(shown)


def _table(run: Run) -> SheetTable | None:
    if not run.given("TABLE"):
        return None
    given = run.open("TABLE")
    names = given.field_names
    chosen = strings_of(run.algorithm, run.parameters, "TABLE_FIELDS", run.context)
    unit = run.text("TABLE_UNIT_FIELD") or ("unit" if "unit" in names else "")
    for field in [*chosen, *([unit] if unit else [])]:
        if field not in names:
            raise InputError(
                "Layer “{layer}” has no field “{field}”. It has: {fields}.",
                layer=given.name,
                field=field,
                fields=", ".join(names),
            )
    run.manifest.add_input("TABLE", layer=given.name, source=given.described)
    return SheetTable(given.layer.clone(), tuple(chosen or names), unit)


def _figure(run: Run) -> str:
    path = run.text("FIGURE")
    if path and not Path(path).is_file():
        raise InputError(
            "The figure “{path}” is not there. Choose an image (PNG, JPG) or an SVG file.", path=path
        )
    return path


def _imprint(run: Run, theme: str, texts: Texts, *, trial: bool) -> Imprint:
    name = run.text("TITLE") or texts(f"sheet_{theme}")
    place = run.text("PLACE")
    year = str(int(run.number("YEAR"))) if run.given("YEAR") else ""
    title = texts("sheet_title_year", name=name, year=year) if year else name
    if place:
        title = texts("sheet_title_place", place=place, title=title)
    return Imprint(
        texts("sheet_trial", text=name) if trial else name,
        texts("sheet_trial", text=title) if trial else title,
        place,
        run.text("PLACE_CODE"),
        year,
        run.text("PRODUCER"),
        date.today().isoformat(),
        run.text("ATTRIBUTION"),
    )
