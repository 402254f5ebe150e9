# SPDX-License-Identifier: GPL-2.0-or-later
"""Places with hostile names, places that cannot be written, and sources that do not answer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from hostile.broken_files import COUNT, geopackage, shapefile
from hostile.generator import OUTPUTS, Case, Expect

ATTACH = {"CLASS_FIELD": "DLBM", "CLASSIFICATION": "cn_third_survey", "AREA_RULE": "planar"}
WHOLE = Expect(False, {"TOTAL_AREA_HA": float(COUNT)})
#: Names that every file system takes.
NAMES = (
    "with blanks  two",
    " blank before",
    "三调 成果（最终版）",
    "𠂇䶮",
    "🌾🌳",
    "\u00e9",
    "e\u0301",
    "it's",
    'say "yes"',
    "100%",
    "%20",
    "%s %d {x} {0}",
    "a#b",
    "a|b",
    "a|layername=b",
    "a?b=c&d",
    "a=b",
    "a;b,c",
    "[brackets]",
    "(parentheses)",
    "{braces}",
    "$HOME `id` $(id)",
    "~tilde",
    "-dash",
    "a:b",
    "a*b<c>",
    "a\\b",
    "dots...",
    "land.v1.2.final",
    ".hidden",
    "a\nb",
    "CON",
    "memory",
    "dbname='x' table=y",
    "http___a.b",
    "耕" * 60,
    "x" * 200,
)


def from_place(name: str, suffix: str, folder: Path) -> dict[str, Any]:
    """The input in a folder of this name and a file of this name."""
    place = folder / name[:80]
    place.mkdir()
    file = geopackage(place, f"{name}.gpkg") if suffix == ".gpkg" else shapefile(place, name)
    return {"INPUT": str(file), **ATTACH}


def to_place(name: str, suffix: str, folder: Path) -> dict[str, Any]:
    """The output, and its manifest beside it, in a folder of this name."""
    place = folder.parent / OUTPUTS / name[:80]
    place.mkdir()
    return {
        "INPUT": str(geopackage(folder)),
        **ATTACH,
        "OUTPUT": str(place / f"{name}{suffix}"),
        "MANIFEST": "",
    }


def names() -> Iterator[Case]:
    """Every name as that of a folder and a file, read and written, as a shapefile and as CSV by turns."""
    for number, name in enumerate(NAMES):
        shown = f"{name[:20]!r} of {len(name)}"
        known = Expect(None, WHOLE.figures, names=(name[:60].strip(), "INPUT"))
        written = Expect(None, WHOLE.figures, names=(name[:60].strip(), "OUTPUT"))
        # GDAL itself cannot write a shapefile with a backslash in its name.
        for suffix in (".gpkg", ".shp") if "\\" not in name else (".gpkg",):
            yield Case(
                f"place/from {shown}{suffix}", "attachfactors", partial(from_place, name, suffix), known
            )
        for suffix in (".gpkg", (".shp", ".csv")[number % 2]):
            yield Case(
                f"place/to {shown}{suffix}", "attachfactors", partial(to_place, name, suffix), written, {}
            )


CASES = list(names())


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_hostile_place(hold, case):
    hold(case)
