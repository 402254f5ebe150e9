# SPDX-License-Identifier: GPL-2.0-or-later
"""Rasters that are broken or lie about themselves: the right area, or one sentence, and soon."""

from __future__ import annotations

import pytest
from osgeo import gdal

from hostile.generator import Case, Expect
from hostile.raster_cases import DOUBTFUL, SAME

#: An InVEST table for the three codes: t C/ha of above-ground carbon.
POOLS = "lucode,c_above,c_below,c_soil,c_dead\n1,10,,,\n2,100,,,\n5,0,,,\n"


@pytest.fixture(autouse=True)
def _no_statistics_beside_rasters():
    """QGIS itself notes statistics in a file beside every raster that it opens."""
    gdal.SetConfigOption("GDAL_PAM_ENABLED", "NO")
    yield
    gdal.SetConfigOption("GDAL_PAM_ENABLED", None)


def case(name: str, make, expect: Expect, **more: object) -> Case:
    """The factors of a raster."""

    def write(folder):
        (folder / "pools.csv").write_text(POOLS, encoding="utf-8")
        given = {"INPUT": make(folder), "FACTOR_SET": str(folder / "pools.csv"), "AREA_RULE": "planar"}
        return {**given, **more}

    return Case(f"raster/{name}", "attachfactorsraster", write, expect, {"OUTPUT": "out.tif"})


@pytest.mark.parametrize("name", SAME)
def test_a_sound_raster_in_another_form_has_its_area(hold, name):
    make, area_ha = SAME[name]
    hold(case(name, make, Expect(refused=False, figures={"TOTAL_AREA_HA": area_ha})))


@pytest.mark.parametrize("unmapped", ["error", "exclude"])
@pytest.mark.parametrize("name", DOUBTFUL)
def test_a_doubtful_raster_is_refused_or_what_it_lacks_is_told(hold, name, unmapped):
    expect = Expect(refused=None if unmapped == "exclude" else True)
    hold(case(f"{name} {unmapped}", DOUBTFUL[name], expect, UNMAPPED=unmapped))
