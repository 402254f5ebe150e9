# SPDX-License-Identifier: GPL-2.0-or-later
"""Damaged, missing, locked and vanishing files: nothing they held may be lost without a word."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from hostile.broken_files import COUNT, blank_page, cut, cut_anywhere, geopackage, scramble, shapefile
from hostile.generator import Case, Expect
from hostile.roles import write_ground

CUTS = 12
Damage = Callable[[Path], None]
ATTACH = {"CLASS_FIELD": "DLBM", "CLASSIFICATION": "cn_third_survey", "AREA_RULE": "planar"}
#: Either refused by name, or every hectare is in the figure or in a note.
TOLD = Expect(None, complete_ha=COUNT, names=("land", "INPUT"))


def damaged(write: Callable[[Path], Path], end: str, damage: Damage, folder: Path) -> dict[str, Any]:
    """A sound file of which the part with this suffix is damaged before the run."""
    file = write(folder)
    damage(file.with_suffix(end))
    return {"INPUT": str(file), **ATTACH}


def below_a_plan(write: Callable[[Path], Path], end: str, damage: Damage, folder: Path) -> dict[str, Any]:
    """The same as a control line: what is lost there is a conflict less."""
    given = damaged(write, end, damage, folder)
    return {
        "PLAN": write_ground(folder),
        "PLAN_FIELD": "YDYHFLDM",
        "PLAN_CLASSIFICATION": "cn_landsea_2023",
        "FARMLAND": given["INPUT"],
        "AREA_RULE": "planar",
    }


def opened_before(write: Callable[[Path], Path], damage: Damage, folder: Path) -> dict[str, Any]:
    """A layer of the project whose file is damaged after it was opened: a drive that vanishes."""
    layer = QgsVectorLayer(str(write(folder)), "land", "ogr")
    assert layer.featureCount() == COUNT
    QgsProject.instance().addMapLayer(layer)
    damage(Path(layer.source().split("|")[0]))
    return {"INPUT": layer, **ATTACH}


def damages() -> Iterator[tuple[str, Callable[[Path], Path], str, Damage]]:
    """Name, writer, suffix of the part and damage."""
    for end in (".shp", ".shx", ".dbf", ".prj", ".cpg"):
        yield f"{end} missing", shapefile, end, lambda file: file.unlink()
        yield f"{end} empty", shapefile, end, lambda file: file.write_bytes(b"")
        yield f"{end} of zeros", shapefile, end, lambda file: file.write_bytes(bytes(file.stat().st_size))
        for number in range(CUTS if end in (".shp", ".shx", ".dbf") else 2):
            name = f"{end} cut at random place {number}"
            yield name, shapefile, end, partial(cut_anywhere, name=name)
    yield ".gpkg missing", geopackage, ".gpkg", lambda file: file.unlink()
    yield ".gpkg empty", geopackage, ".gpkg", lambda file: file.write_bytes(b"")
    yield ".gpkg of zeros", geopackage, ".gpkg", lambda file: file.write_bytes(bytes(file.stat().st_size))
    yield (
        ".gpkg of text",
        geopackage,
        ".gpkg",
        lambda file: file.write_text("SQLite format 3", encoding="utf-8"),
    )
    yield ".gpkg without its last byte", geopackage, ".gpkg", partial(cut, share=0.99999)
    for number in range(2 * CUTS):
        name = f".gpkg cut at random place {number}"
        yield name, geopackage, ".gpkg", partial(cut_anywhere, name=name)
        name = f".gpkg with page {number} blank"
        yield name, geopackage, ".gpkg", partial(blank_page, name=name)


def cases() -> Iterator[Case]:
    """Every damage as land use, every third as a control line, too."""
    for number, (name, write, end, damage) in enumerate(damages()):
        yield Case(f"file/{name}/land use", "attachfactors", partial(damaged, write, end, damage), TOLD)
        if number % 3 == 0:
            make = partial(below_a_plan, write, end, damage)
            yield Case(
                f"file/{name}/control line", "checkplan", make, Expect(None, names=("land", "FARMLAND"))
            )
    for number in range(CUTS):
        name = f"file/.shp with random bytes {number}/land use"
        # A coordinate may have changed: no figure is known.
        make = partial(damaged, shapefile, ".shp", partial(scramble, name=name))
        yield Case(name, "attachfactors", make, Expect(None, names=("land", "INPUT")))
    for write in (geopackage, shapefile):
        for name, damage in (
            ("removed", lambda file: file.unlink()),
            (
                "folder renamed",
                lambda file: (
                    shutil.move(str(file.parent), str(file.parent) + "-gone") and file.parent.mkdir()
                ),
            ),
            ("cut to a third", partial(cut, share=0.34)),
            ("cut to two thirds", partial(cut, share=0.67)),
            ("emptied", lambda file: file.write_bytes(b"")),
        ):
            yield Case(
                f"vanishing/{write.__name__} {name} after opening",
                "attachfactors",
                partial(opened_before, write, damage),
                TOLD,
            )


CASES = list(cases())


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_damaged_file(hold, case):
    hold(case)
