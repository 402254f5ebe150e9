# SPDX-License-Identifier: GPL-2.0-or-later
"""Rasters that are broken or lie about themselves: the right area, or one sentence, and soon."""

from __future__ import annotations

import shutil
import tempfile
import time
from types import SimpleNamespace

import numpy as np
import pytest
from dualcarbon.plugin.gis import raster_units
from osgeo import gdal
from rasters_by_hand import write_raster

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


def ground(folder) -> dict[str, str]:
    """Two hectares as land use of two dates, for either tool with units."""
    land = write_raster(folder / "land.tif", np.ones((10, 10), dtype=np.uint8))
    return {"INPUT": land, "BEFORE": land, "AFTER": land, "YEAR_BEFORE": 2010, "YEAR_AFTER": 2020}


@pytest.mark.parametrize("tool", ["sinkbaseline", "stockchange"])
def test_units_of_a_trillion_cells_are_refused_with_the_need_of_temporary_files(
    provider, tmp_path, monkeypatch, tool
):
    monkeypatch.setenv("DUALCARBON_MEMORY_GB", "500")
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=50e6))
    given = {**ground(tmp_path), "CLASSIFICATION": "clcd", "OUTPUT": "memory:"}
    started = time.process_time()
    outcome = attempt(tool, {**given, "UNITS": claims(tmp_path, 1_000_000)})
    assert time.process_time() - started < 5.0
    judge(Expect(True, names=("UNITS", "1e+12 cells and needs 8.0 GB of disk for temporary files")), outcome)
    assert f"“{tempfile.gettempdir()}” has 50.0 MB" in outcome.refusal


def wavy_units(folder) -> str:
    """Twelve units with borders that are not straight, 2 000 × 2 000 cells."""
    place = np.arange(2_000)
    bend = 60.0 * np.sin(place / 97.0 + np.sin(place / 13.0))
    columns, rows = (place[None, :] + bend[:, None]) // 501, (place[:, None] + bend[None, :]) // 667
    cells = (np.clip(columns, 0, 3) + 4 * np.clip(rows, 0, 2) + 1).astype(np.int16)
    return write_raster(folder / "units.tif", cells)


def test_a_copy_of_units_takes_at_least_the_disk_that_is_asked_for(provider, tmp_path, monkeypatch):
    taken = []

    def trace(slots, *given):
        taken.append(slots.stat().st_size)
        return traced(slots, *given)

    traced = raster_units._trace
    monkeypatch.setattr(raster_units, "_trace", trace)
    free = {"free": 31e3}
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(**free))
    given = {"CLASSIFICATION": "clcd", "OUTPUT": "memory:", "UNITS": wavy_units(tmp_path)}
    # 4 000 000 cells × 2 bytes × 0.004 = 32 kB.
    assert "4e+06 cells and needs 32.0 kB" in attempt("sinkbaseline", {**ground(tmp_path), **given}).refusal
    assert taken == []
    free["free"] = 33e3
    assert attempt("sinkbaseline", {**ground(tmp_path), **given}).refusal == ""
    (copy_b,) = taken
    assert 32e3 < copy_b < 10 * 32e3
