# SPDX-License-Identifier: GPL-2.0-or-later
"""The account of the towns of Sample County, carried by ``qgis_process`` from statistics to its report.

The county is invented, and so are its statistics: exercise values, told as such in their source.
"""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from osgeo import ogr, osr

pytestmark = pytest.mark.batch

COUNTY = Path(__file__).resolve().parents[2] / "resources" / "sample" / "county" / "county.gpkg"
#: Electricity in 10⁴ kWh and natural gas in 10⁴ m³ of three supply areas.
USED = {
    2024: ((5200.0, 310.0), (2100.0, 90.0), (900.0, 0.0)),
    2025: ((5000.0, 330.0), (2050.0, 95.0), (880.0, 0.0)),
}
#: Exercise values: kg CO2 per kWh, t CO2 per 10⁴ m³.
PER_KWH, PER_GAS = 0.5, 21.0
LAST = max(USED)


def towns() -> set[str]:
    county = ogr.Open(str(COUNTY))
    return {row["XZQMC"] for row in county.GetLayerByName("XZQ")}


def strips() -> list[ogr.Geometry]:
    """The county in three strips from west to east: supply areas that know nothing of towns."""
    county = ogr.Open(str(COUNTY))
    x0, x1, y0, y1 = county.GetLayerByName("XZQ").GetExtent()
    edges = [x0 - 100.0, x0 + (x1 - x0) * 0.35, x0 + (x1 - x0) * 0.7, x1 + 100.0]
    return [
        ogr.CreateGeometryFromWkt(
            f"POLYGON(({a} {y0 - 100}, {b} {y0 - 100}, {b} {y1 + 100}, {a} {y1 + 100}, {a} {y0 - 100}))"
        )
        for a, b in zip(edges[:-1], edges[1:])
    ]


def write_supply_areas(path: Path, used) -> str:
    file = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(4547)
    layer = file.CreateLayer("supply", crs, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("name", ogr.OFTString))
    for name in ("electricity", "gas"):
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTReal))
    for number, (shape, values) in enumerate(zip(strips(), used)):
        row = ogr.Feature(layer.GetLayerDefn())
        row.SetGeometry(shape)
        row["name"], row["electricity"], row["gas"] = f"supply area {number}", *values
        layer.CreateFeature(row)
    return str(path)


def write_text(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return str(path)


def sample_county(folder: Path):
    from community_account import Community

    exercise = {"sector": "buildings", "factor_source": "exercise value", "factor_evidence": "placeholder"}
    power = {"amount_unit": "10^4 kWh", "factor_value": str(PER_KWH), "factor_unit": "kg CO2/kWh"}
    gas = {"amount_unit": "10^4 m3", "factor_value": str(PER_GAS), "factor_unit": "t CO2/10^4 m3"}
    targets = ["unit,item,scope,role,year,value"]
    for town in towns():
        for year, role, value in ((2024, "base", 5000.0), (LAST, "path", 4900.0), (2035, "target", 3000.0)):
            targets.append(f"{town},emission/co2,2,{role},{year},{value}")
    return Community(
        place="样例县",
        statistics={
            year: write_supply_areas(folder / f"supply_{year}.gpkg", used) for year, used in USED.items()
        },
        area_field="name",
        uses={
            "electricity": {**exercise, **power, "carrier": "electricity", "factor_family": "average"},
            "gas": {**exercise, **gas, "carrier": "natural_gas"},
        },
        weights=f"{COUNTY}|layername=DLTB|subset=DLBM LIKE '07%'",
        weight_field="TBMJ",
        units=f"{COUNTY}|layername=XZQ",
        unit_field="XZQMC",
        land_use={
            "INPUT": f"{COUNTY}|layername=DLTB",
            "CLASS_FIELD": "DLBM",
            "CLASSIFICATION": "cn_third_survey",
        },
        class_weights=write_text(folder / "class_weights.csv", "sector,class,weight\nbuildings,07,1\n"),
        targets=write_text(folder / "targets.csv", "\n".join(targets)),
        value={"BUFFER": 20, "LEAKAGE": 5},
        report={"PLACE_CODE": "990121", "ATTRIBUTION": "虚构数据"},
    )


def rows_of(path: Path) -> list[dict]:
    file = ogr.Open(str(path))
    return [dict(row.items()) for row in file.GetLayer()]


def used_co2_t(year: int) -> tuple[float, float]:
    """What the statistics of a year mean: t CO2 of gas (scope 1) and of electricity (scope 2)."""
    return (
        math.fsum(gas * PER_GAS for _power, gas in USED[year]),
        math.fsum(power * 1e4 * PER_KWH / 1e3 for power, _gas in USED[year]),
    )


def test_from_statistics_to_the_report(qgis_process, tmp_path):
    """What the supply areas used is what the book holds, what lies on parcels, and what the report tells."""
    from community_account import MONITORING_REPORT, REPORT, steps

    results = {}
    for number, step in enumerate(steps(sample_county(tmp_path), tmp_path)):
        results[step.algorithm] = qgis_process.run(step, tmp_path / f"{number}.log").results
    entries = [row for row in rows_of(tmp_path / "entries.gpkg") if row["item"] == "emission/co2"]
    assert {row["unit"] for row in entries} == towns()
    for year in USED:
        for scope, known in zip(("1", "2"), used_co2_t(year)):
            booked = [row["value"] for row in entries if (row["year"], row["scope"]) == (year, scope)]
            assert math.fsum(booked) == pytest.approx(known, rel=1e-9), (year, scope)
    placed = results["downscaleemissions"]
    assert placed["TOTAL_CO2_T"] == pytest.approx(sum(used_co2_t(LAST)), rel=1e-9)
    assert placed["RESIDUAL_CO2_T"] == pytest.approx(0.0, abs=1e-6)
    assert results["valuecarbon"]["TRADABLE_TCO2E_A"] == 0.0
    levels = [results["monitoraccount"][level] for level in ("RED", "YELLOW", "GREEN")]
    assert sum(levels) == len(towns())
    for page in (REPORT, MONITORING_REPORT):
        text = (tmp_path / page).read_text(encoding="utf-8")
        assert [town for town in sorted(towns()) if town not in text] == [], page
    # 39 650 t of electricity and 8 925 t of gas are 48 575 t.
    assert "48,575" in (tmp_path / REPORT).read_text(encoding="utf-8")
