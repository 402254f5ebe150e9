# SPDX-License-Identifier: GPL-2.0-or-later
"""The data that a bureau has of a small county, as files: crooked parcels, three towns, lines, tables."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from formats import write
from layers_by_hand import make_layer
from rasters_by_hand import write_raster

#: Shapes with attributes, as ``make_layer`` takes them.
Rows = Sequence[tuple["str | None", Mapping[str, Any]]]

#: Every layer lies in this GeoPackage, in a folder whose name is Chinese and has a space.
LAYERS = "县 数据.gpkg"
FOLDER = "数据 一"
TOWNS = ("北镇", "东镇", "南镇")
COLUMNS, ROWS = 6, 5
X, Y = 500_123.456789, 3_300_987.654321
#: Third-survey codes by turns: paddy, dry land, forest, shrub, grass, town, village, road, river, orchard.
BEFORE = ("0101", "0103", "0301", "0305", "0401", "0701", "0702", "1003", "1101", "0201")
AFTER = ("0101", "0301", "0301", "0305", "0702", "0701", "0702", "1003", "1101", "0201", "0103")
#: Codes of the land-and-sea classification that drafts plan.
PLANNED = ("0101", "0301", "0703", "070102", "0103", "100101", "1207", "0201", "0401", "1701")
REVISED = ("0101", "0301", "0301", "070102", "0103", "100101", "1207", "0201", "0703")
YEAR = 2025


def write_sources(folder: Path, *, turned: bool = False) -> None:
    """Write all layers, rasters and tables; ``turned`` puts their rows in the reverse order."""
    place = folder / FOLDER
    place.mkdir(parents=True)
    _write_layers(place / LAYERS, turned)
    _write_rasters(place)
    for name, lines in TABLES.items():
        head, *rows = lines
        (place / name).write_text("\n".join([head, *(rows[::-1] if turned else rows)]), encoding="utf-8")
    for number, code in enumerate(("330101", "330102"), 2):
        county = folder / code
        county.mkdir()
        made = [(cell(k, 0), {"BSM": f"C{k}", "DLBM": BEFORE[k]}) for k in range(number)]
        write(_layer("DLTB", made, turned), county / f"{code}.gpkg", "GPKG")


def node(column: float, row: float) -> str:
    """A crooked corner of the grid, with all digits of its coordinates."""
    x = X + 100 * column + 7 * math.sin(3 * column + 5 * row)
    y = Y + 100 * row + 5 * math.cos(7 * column + 2 * row)
    return f"{x!r} {y!r}"


def cell(column: float, row: float, width: float = 1, height: float = 1) -> str:
    """WKT of a cell of the grid, about one hectare for each unit of width and height."""
    right, top = column + width, row + height
    return area((column, row), (right, row), (right, top), (column, top))


def area(*corners: tuple[float, float]) -> str:
    """WKT of a polygon through corners of the grid."""
    return f"POLYGON(({','.join(node(*corner) for corner in (*corners, corners[0]))}))"


def parcels(field: str, codes: Sequence[str], **more: Any) -> Rows:
    """All cells of the grid with codes by turns; other attributes by functions of the parcel's number."""
    made = []
    for number in range(COLUMNS * ROWS):
        row, column = divmod(number, COLUMNS)
        attributes = {"BSM": f"P{number + 1:02d}", field: codes[number % len(codes)]}
        attributes |= {name: value(number) for name, value in more.items()}
        made.append((cell(column, row), attributes))
    return made


def _layer(name: str, rows: Rows, turned: bool, **more: Any) -> Any:
    return make_layer(rows[::-1] if turned else rows, name=name, **more)


def _write_layers(file: Path, turned: bool) -> None:
    for name, rows in LAYER_ROWS.items():
        kind = "None" if rows[0][0] is None else "Point" if "POINT" in str(rows[0][0]) else "MultiPolygon"
        kind = "LineString" if "LINESTRING" in str(rows[0][0]) else kind
        write(_layer(name, rows, turned, kind=kind), file, "GPKG")


def _write_rasters(folder: Path) -> None:
    """CLCD classes of two years in cells of 30 m, and towns as numbers."""
    rows, columns = np.indices((17, 20))
    place = {"transform": (X, 30.0, 0.0, Y + 500, 0.0, -30.0)}
    before = (1 + (rows * 3 + columns * 5) % 9).astype("uint8")
    after = (1 + (rows * 3 + columns * 5 + (columns > 11)) % 9).astype("uint8")
    write_raster(folder / "land_2020.tif", before, **place)
    write_raster(folder / "land_2025.tif", after, **place)
    write_raster(folder / "towns.tif", (1 + columns // 8).astype("int16"), **place)


def _stand(number: int) -> tuple[str, dict[str, Any]]:
    species = ("杉木", "马尾松林", "硬阔类")[number % 3]
    measured = {"XU_JI": 83.7 + 11.3 * number, "PINGJUN_NL": 12 + 3 * number}
    return cell(2 * number, 0), {"XB": f"X{number}", "SHU_ZHONG": species, **measured}


def _line(number: int, code: str, wkt: str) -> tuple[str, dict[str, Any]]:
    named = {"BSM": f"{code}{number:014d}", "YSDM": "2090020610", "XZQDM": "330106001001", "XZQMC": "北村"}
    return wkt, named


def _habitat(number: int, kind: str, status: str, ppt: float) -> tuple[str, dict[str, Any]]:
    return cell(number, 6), {"类型": kind, "状态": status, "盐度": ppt}


def _facility(number: int, kind: str) -> tuple[str, dict[str, Any]]:
    amounts = {"capacity_tco2_a": 460_000.0, "flue_tco2_a": 500_000.0 + number, "capture_rate": 0.9}
    losses = {"transport_loss": 0.005, "storage_loss_a": 1e-4, "energy_penalty_tco2_a": 60_000.0}
    facility = {"facility_id": f"F{number}", "year": 2023, "type": kind, "source_sector": "power"}
    lasting = {"permanence_class": "short_lived" if kind == "CCU" else ""}
    return f"POINT({node(number, 0)})", {**facility, **amounts, **losses, **lasting}


def _ward(number: int) -> tuple[str, dict[str, Any]]:
    statistics = {"people": 1000.3 + 37.7 * number, "income": 31.7 + 1.3 * number}
    return cell(1.5 * number, 0, 1.5, ROWS), {"ward": f"W{number}", **statistics}


def _increment(number: int, before: str, after: str, cause: str) -> tuple[str, dict[str, Any]]:
    codes = {"BSM": f"I{number}", "BGQDLBM": before, "BGHDLBM": after}
    return cell(number, 1, 0.5, 0.5), {**codes, "GXSJ": f"{YEAR + 1}/12/31", "BGXW": cause}


def _restorable(number: int, state: str, code: str) -> tuple[str, dict[str, Any]]:
    return cell(number, 7), {"BSM": f"R{number}", "ZZSX": state, "DLBM": code, "CUN": TOWNS[number % 2]}


LAYER_ROWS: dict[str, Rows] = {
    "DLTB": parcels(
        "DLBM",
        BEFORE,
        TBMJ=lambda number: 10_000.1 + number,
        KCMJ=lambda number: 7.3 if BEFORE[number % len(BEFORE)].startswith("01") else 0.0,
        floor_m2=lambda number: 310.7 * (number % 7),
        CHANGED=lambda number: AFTER[number % len(AFTER)],
    ),
    "DLTB_2025": parcels("DLBM", AFTER),
    # Towns cut parcels and leave slips of them out.
    "XZQ": [
        (area((0, 0), (2.4, 0), (2.4, 2.3), (2.4, 5), (0, 5)), {"XZQMC": TOWNS[0]}),
        (area((2.4, 0), (6, 0), (6, 2.3), (2.4, 2.3)), {"XZQMC": TOWNS[1]}),
        (area((2.4, 2.3), (6, 2.3), (6, 5), (2.4, 5)), {"XZQMC": TOWNS[2]}),
    ],
    # The first draft lacks one parcel and has another twice.
    "GHYDYH": [
        *parcels("YDYHFLDM", PLANNED)[1:],
        (cell(3.2, 3.1, 0.7, 0.6), {"BSM": "D1", "YDYHFLDM": "0703"}),
    ],
    "GHYDYH_2": parcels("YDYHFLDM", REVISED),
    "YJJBNTBHTB": [
        _line(n, "3301", cell(*at)) for n, at in enumerate(((0.3, 0.2, 2, 2), (3.1, 0.4, 1.6, 1)), 1)
    ],
    "STBHHX": [
        _line(n, "3302", cell(*at)) for n, at in enumerate(((1.9, 1.1, 2, 1.4), (0, 3.3, 1.1, 1.5)), 1)
    ],
    "CZKFBJ": [_line(1, "3303", cell(3.3, 2.2, 2.4, 2.5))],
    "XIAOBAN": [_stand(number) for number in range(3)],
    "BHTB": [
        _increment(0, "0101", "0301", "11"),
        _increment(1, "0103", "0702", "21"),
        _increment(3, "0305", "0101", "12"),
    ],
    "SHENGJING": [
        _habitat(0, "红树林", "修复", 5.0),
        _habitat(1, "滨海盐沼", "现有", 25.0),
        _habitat(2, "海草床", "新建", 33.0),
    ],
    "SHESHI": [_facility(0, "CCS"), _facility(1, "BECCS"), _facility(2, "CCU")],
    "WARDS": [_ward(number) for number in range(4)],
    "HUIFU": [
        _restorable(0, "即可恢复", "0305"),
        _restorable(1, "工程恢复", "0201"),
        _restorable(2, "林粮间作", "0201"),
    ],
    "ROADS": [
        (f"LINESTRING({node(0, 2.5)},{node(6, 2.6)})", {"flow": 1200.0}),
        (f"LINESTRING({node(2.5, 0)},{node(2.6, 5)})", {"flow": 310.0}),
    ],
    "PLANTS": [
        (f"POINT({node(1.5, 1.5)})", {"id": "E1"}),
        (f"POINT({node(4.4, 3.3)})", {"id": "E2"}),
    ],
}

TABLES: dict[str, Sequence[str]] = {
    "activity.csv": (
        "unit,year,sector,item,carrier,amount,amount_unit,scope,enterprise_id",
        *(
            f"{town},{YEAR},{rest}"
            for number, town in enumerate(TOWNS, 1)
            for rest in (
                f"buildings,homes,electricity,{1000.7 * number},MWh,2,",
                f"transport,cars,diesel,{13.3 * number},t,,",
                f"industry_energy,boilers,raw_coal,{71.1 * number},t,,{'E1' if number == 1 else ''}",
            )
        ),
    ),
    "register.csv": (
        "id,name,sector,unit,year,scope,co2_t,verification,verifier,certificate,x,y",
        f"E1,水泥厂,industry_energy,{TOWNS[0]},{YEAR},1,200.3,已核查,某机构,C-7,117.001,29.825",
        f"E2,钢厂,industry_energy,{TOWNS[1]},{YEAR},1,50.9,,,,117.004,29.826",
    ),
    "top_down.csv": ("sector,co2_t,source", "transport,300.5,市清单", "agriculture,50.25,市清单"),
    "weights.csv": (
        "sector,class,weight",
        "buildings,07,1",
        "industry_energy,07,1.3",
        "industry_energy,0201,0.1",
    ),
    "yearbook.csv": ("unit,people", "北镇,2100.5", "东镇,1200", "南镇,900.25"),
    "memo.csv": (
        "name,kind,part,harvest_t,dry_share,carbon_share,source",
        "海带,algae,whole,1000,0.2,0.3,监测",
    ),
    "targets.csv": (
        "unit,item,role,year,value",
        *(
            f"{town},emission/co2,{role},{year},{value}"
            for town in TOWNS
            for role, year, value in (
                ("base", 2020, 1000.7),
                ("path", YEAR, 900.3),
                ("target", 2035, 700),
            )
        ),
    ),
    "quantities.csv": (
        "指标,目标值,单位,指标属性,表中数,行政区",
        "耕地保有量,90.1,亩,,,",
        "永久基本农田,5.5,公顷,,,",
        f"林地,0.5,公顷,,,{TOWNS[0]}",
    ),
    "curves.csv": (
        "factor_set,carbon_class,kind,unit,w,k,a,source,evidence,verified",
        "*,mixed_forest,logistic,t C/ha,100,9,0.0732408192445,hand,secondary,yes",
    ),
    "factors.csv": (
        "kind,class,pool,process,depth_cm,value,low,high,unit,source,evidence,verified",
        "stock,mixed_forest,agb,,,100,80,120,t C/ha,hand,secondary,yes",
        "stock,mixed_forest,soc,,0-100,fifty,40,60,t C/ha,hand,secondary,yes",
    ),
    "prices.csv": (
        "factor_id,kind,instrument,value,unit,year,low,high",
        f"P-CCER,credit,any,90.5,CNY/t CO2,{YEAR},80,100",
        f"P-TREES,planting,any,260.9,CNY/t C,{YEAR},,",
    ),
    "projects.csv": (
        "unit,project_id,year,certified_tco2e,verification,additionality",
        f"{TOWNS[0]},CCER-1,{YEAR},2.5,certified,yes",
        f"{TOWNS[1]},CCER-2,{YEAR},1.25,certified,yes",
    ),
    "series.csv": ("year,quantity_tco2", "2026,1.5", "2030,2.25"),
}
