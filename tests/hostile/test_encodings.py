# SPDX-License-Identifier: GPL-2.0-or-later
"""Shapefiles in every encoding, declared rightly, wrongly or not at all: names are read, or it is said."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsVectorLayer

from hostile.broken_files import dbf, shapefile
from hostile.generator import Case, Expect
from hostile.raw_layers import write_gpkg
from hostile.roles import sound_row

#: Names of 60 towns: usual ones, and some with characters outside GBK.
USUAL = ("城关镇", "河西乡", "龙泉驿区", "白石镇")
RARE = ("䶮县", "㮾梨镇", "\U00020087村", "𬱖镇")
LATIN = ("Genève", "Zürich", "Ärlen", "Ñuñoa")
ENCODINGS = {
    "GBK": USUAL,
    "GB18030": RARE,
    "UTF-8": USUAL,
    "Big5": ("龍泉鄉", "城關鎮", "河西鄉", "白石鎮"),
    "latin1": LATIN,
}
#: What a .cpg says (None = there is none), and the language id of the table (77 is GBK, 87 the system's).
DECLARED = (None, "GBK", "GB18030", "UTF-8", "936", "cp936", "ISO-8859-1", "ANSI 1252", "nonsense", "")
LANGUAGES = (0, 77, 87)


def towns(folder: Path, fields: list[bytes], texts: list[bytes], cpg: str | None, language: int) -> str:
    """A shapefile of hectares whose table is written byte by byte."""
    file = shapefile(folder, "XZQ")
    rows = [[texts[number % len(texts)], b"%d" % number] for number in range(60)]
    table = dbf([(fields[0], 40), (fields[1], 10)], rows, language)
    file.with_suffix(".dbf").write_bytes(table)
    file.with_suffix(".cpg").unlink(missing_ok=True)
    if cpg is not None:
        file.with_suffix(".cpg").write_text(cpg, encoding="ascii")
    return str(file)


def land(folder: Path) -> str:
    """One hectare of paddy, below the first town."""
    return write_gpkg(folder / "land.gpkg", [sound_row()])


def baseline(
    names: tuple[str, ...], encoding: str, cpg: str | None, language: int, folder: Path
) -> dict[str, Any]:
    texts = [name.encode(encoding) for name in names]
    units = towns(folder, [b"XZQMC", b"BSM"], texts, cpg, language)
    return {
        "INPUT": land(folder),
        "CLASS_FIELD": "DLBM",
        "AREA_RULE": "planar",
        "UNITS": units,
        "UNIT_FIELD": "XZQMC",
    }


def is_read(encoding: str, cpg: str | None, language: int) -> bool:
    """Whether the names must come out: declared rightly, or not at all, or so that they do not decode."""
    chinese = encoding in ("GBK", "GB18030")
    if cpg is None:
        return language == 0 and (chinese or encoding == "UTF-8")
    right = cpg == encoding or (encoding == "GBK" and cpg in ("GB18030", "936", "cp936"))
    return right or (chinese and cpg == "UTF-8")


def declarations() -> Iterator[Case]:
    """Every encoding under every declaration; a wrong one that decodes is the user's word."""
    for encoding, names in ENCODINGS.items():
        for cpg in DECLARED:
            for language in LANGUAGES if cpg is None else (0,):
                read = is_read(encoding, cpg, language)
                expect = Expect(False, {"TOTAL_AREA_HA": 1.0}, rows={"unit": list(names)} if read else {})
                said = "nothing" if cpg is None else cpg or "an empty .cpg"
                name = f"encoding/{encoding} as {said}, language {language}"
                yield Case(name, "sinkbaseline", partial(baseline, names, encoding, cpg, language), expect)


def cut_names() -> Iterator[Case]:
    """Chinese names of fields that a shapefile has cut at ten bytes, in the middle of a character or not."""
    for encoding, cut in (("GBK", "行政区划名称"), ("UTF-8", "行政区划名称"), ("GBK", "A行政区划名称")):
        for cpg in (None, encoding):
            name = f"encoding/{cut} in {encoding} cut at ten bytes as {cpg}"
            read = Expect(None, {"TOTAL_AREA_HA": 1.0}, names=("UNITS", "XZQ", "field"))
            yield Case(name, "sinkbaseline", partial(cut_field, cut, encoding, cpg), read)


def cut_field(cut: str, encoding: str, cpg: str | None, folder: Path) -> dict[str, Any]:
    texts = [name.encode(encoding) for name in USUAL]
    units = towns(folder, [cut.encode(encoding), b"BSM"], texts, cpg, 0)
    # What the user picks is what QGIS shows.
    shown = QgsVectorLayer(units, "XZQ", "ogr").fields()[0].name()
    return {**baseline(USUAL, encoding, cpg, 0, folder), "UNITS": units, "UNIT_FIELD": shown}


def mixed(cpg: str | None, second: str, folder: Path) -> dict[str, Any]:
    texts = [name.encode("GBK") for name in USUAL[:2]] + [name.encode(second) for name in USUAL[2:]]
    units = towns(folder, [b"XZQMC", b"BSM"], texts, cpg, 0)
    return {**baseline(USUAL, "GBK", cpg, 0, folder), "UNITS": units}


def mixtures() -> Iterator[Case]:
    """Two encodings in one table: the unit of the land, which is the first, is right, or it is refused."""
    for second in ("UTF-8", "UTF-16-LE"):
        for cpg in DECLARED:
            said = "nothing" if cpg is None else cpg or "an empty .cpg"
            yield Case(
                f"encoding/GBK and {second} in one table as {said}",
                "sinkbaseline",
                partial(mixed, cpg, second),
                Expect(None, {"TOTAL_AREA_HA": 1.0}, names=("XZQ", "UNITS")),
            )


CASES = [*declarations(), *cut_names(), *mixtures()]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_encoding(hold, case):
    hold(case)
