# SPDX-License-Identifier: GPL-2.0-or-later
"""Rasters that are broken or lie about themselves: the right area, or one sentence, and soon."""

from __future__ import annotations

import shutil
import time
from types import SimpleNamespace

import pytest
from osgeo import gdal

from hostile.generator import Case, Expect, attempt, judge
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


def claims(folder, side: int) -> str:
    """A raster that claims so many rows and columns, and holds none of them."""
    path = folder / "claims.vrt"
    reference = "<SRS>EPSG:4547</SRS><GeoTransform>500000,10,0,3300000,0,-10</GeoTransform>"
    band = '<VRTRasterBand dataType="Byte" band="1"><NoDataValue>0</NoDataValue></VRTRasterBand>'
    head = f'<VRTDataset rasterXSize="{side}" rasterYSize="{side}">'
    path.write_text(f"{head}{reference}{band}</VRTDataset>", encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("tool", "more"),
    [
        ("attachfactorsraster", {"FACTOR_SET": "cn_default", "OUTPUT": "out.tif"}),
        (
            "stockchange",
            {"YEAR_BEFORE": 2010, "YEAR_AFTER": 2020, "OUTPUT": "memory:", "OUTPUT_MAP_RASTER": "out.tif"},
        ),
    ],
)
def test_a_raster_that_claims_a_trillion_cells_is_refused_with_its_need_of_disk(
    provider, tmp_path, monkeypatch, tool, more
):
    monkeypatch.setenv("DUALCARBON_MEMORY_GB", "500")
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=50e9))
    raster = claims(tmp_path, 1_000_000)
    layers = {"INPUT": raster} if tool == "attachfactorsraster" else {"BEFORE": raster, "AFTER": raster}
    files = {name: str(tmp_path / value) for name, value in more.items() if value == "out.tif"}
    started = time.process_time()
    outcome = attempt(tool, {**layers, "CLASSIFICATION": "clcd", **more, **files})
    assert time.process_time() - started < 5.0
    judge(Expect(True, names=("1e+12 cells and needs 80.0 GB of disk at the least",)), outcome)
    assert "50.0 GB" in outcome.refusal
    assert not (tmp_path / "out.tif").exists()


def test_four_bands_need_four_times_the_disk_and_a_small_raster_runs(provider, tmp_path, monkeypatch):
    free = {"free": 300e3}
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(**free))
    given = {"INPUT": claims(tmp_path, 2_000), "CLASSIFICATION": "clcd", "UNMAPPED": "exclude"}
    # 4 000 000 cells × 4 bytes × 0.02 = 320 kB for each band.
    one = {**given, "OUTPUT": str(tmp_path / "out.tif")}
    assert "4e+06 cells" in attempt("attachfactorsraster", one).refusal
    free["free"] = 330e3
    assert "of disk" not in attempt("attachfactorsraster", one).refusal
    four = attempt("attachfactorsraster", {**one, "OUTPUT_POOLS": str(tmp_path / "pools.tif")})
    assert "OUTPUT_POOLS has 1.6e+07 cells" in four.refusal
