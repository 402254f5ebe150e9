# SPDX-License-Identifier: GPL-2.0-or-later
"""A county's year as its office has it: yearbook, city balance, register on the map, book, parcels."""

from __future__ import annotations

import openpyxl
import processing
import pytest
from layers_by_hand import Log, make_layer, manifest_of, rows_of, square
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QVariant

pytestmark = pytest.mark.usefixtures("provider")

X, Y = 500_000.0, 3_300_000.0
REGISTER = (
    "id,name,kind,part_of,sector,unit,year,scope,co2_t,emission_tco2e,verification,certificate,audit,x,y"
)


def write(path, *rows, encoding="utf-8"):
    path.write_bytes("\n".join(rows).encode(encoding))
    return str(path)


def inventory(activity, feedback=None, **parameters):
    given = {"ACTIVITY": activity, "YEAR": 2022, "OUTPUT": "memory:", **parameters}
    return processing.run("dualcarbon:emissioninventory", given, feedback=feedback or Log())


def yearbook(path):
    """Energy of enterprises above the threshold, as printed: a column for each carrier."""
    book = openpyxl.Workbook()
    book.active.append(["镇街", "年份", "部门", "原煤（吨）", "电力（万千瓦时）", "工业总产值（万元）"])
    book.active.append(["北镇", 2022, "工业", 120, 30, 9000])
    book.active.append(["东镇", 2022, "工业", None, 5, 700])
    book.active.append(["北镇", 2021, "工业", 100, 20, 8000])
    book.save(path)
    return str(path)


def test_a_table_in_gbk_that_is_open_in_qgis_is_read_from_its_file(tmp_path):
    """QGIS takes CSV for UTF-8: the heads of its layer are unreadable, those of the file are not."""
    rows = ("镇街,年份,部门,原煤（吨）", "北镇,2022,工业,120", "东镇,2022,工业,30")
    layer = QgsVectorLayer(write(tmp_path / "能源.csv", *rows, encoding="gbk"), "能源", "ogr")
    assert "镇街" not in layer.fields().names()
    # Without a year: the only one of the table.
    assert inventory(layer, YEAR=None)["TOTAL_CO2_T"] == pytest.approx(150 * 2.07151)
    # A selection is the user's: it comes from the layer.
    readable = QgsVectorLayer(write(tmp_path / "utf8.csv", *rows), "能源", "ogr")
    readable.selectByIds([next(readable.getFeatures()).id()])
    QgsProject.instance().addMapLayer(readable)
    chosen = QgsProcessingFeatureSourceDefinition(readable.id(), True)
    selected = inventory(chosen)["TOTAL_CO2_T"]
    QgsProject.instance().removeMapLayer(readable.id())
    assert selected == pytest.approx(120 * 2.07151)


def test_a_printed_yearbook_is_read_as_it_is(tmp_path):
    log = Log()
    result = inventory(yearbook(tmp_path / "年鉴.xlsx"), log, REGION="33")
    rows = rows_of(result["OUTPUT"])
    # Raw coal 2.07151 t CO2/t; electricity of Zhejiang in 2022 0.5153 kg CO2/kWh.
    assert [(row["unit"], row["carrier"]) for row in rows] == [
        ("北镇", "raw_coal"),
        ("北镇", "electricity"),
        ("东镇", "electricity"),
    ]
    assert [row["co2_t"] for row in rows] == pytest.approx([248.5812, 154.59, 25.765])
    assert log.said("columns that are not read: 工业总产值（万元）")
    assert log.said("of other years (2021)")


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_a_city_balance_is_split_and_flagged(tmp_path, encoding):
    activity = write(
        tmp_path / "balance.csv",
        "unit,year,sector,carrier,amount,amount_unit,use,split_key",
        "杭州市,2022,工业,原煤,1000,吨,,工业产值",
        "杭州市,2022,能源,原煤,9000,吨,发电投入,工业产值",
        "杭州市,2022,建筑,电力,4,亿千瓦时,,人口",
        encoding=encoding,
    )
    keys = write(
        tmp_path / "keys.csv",
        "上级单元,单元,年份,指标,数值,来源",
        *("杭州市,杭州市,2022,工业产值,500,年鉴", "杭州市,北县,2022,工业产值,50,年鉴"),
        *("杭州市,杭州市,2022,人口,1000,七普", "杭州市,北县,2022,人口,20,七普"),
        encoding=encoding,
    )
    result = inventory(activity, SPLIT_KEYS=keys, OUTPUT_EXCLUDED="memory:", REGION="33")
    coal, power = rows_of(result["OUTPUT"])
    assert (coal["unit"], coal["split"], coal["co2_t"]) == ("北县", 0.1, pytest.approx(207.151))
    assert power["co2_t"] == pytest.approx(4e8 * 0.02 * 0.5153 / 1000)
    assert power["split_source"] == "杭州市 人口 2022: 20/1000 (七普)"
    (transformed,) = rows_of(result["OUTPUT_EXCLUDED"])
    assert transformed["reason"] == "transformation"
    with pytest.raises(QgsProcessingException, match="needs the table SPLIT_KEYS"):
        inventory(activity)


def registered(tmp_path, name="register.csv"):
    return write(
        tmp_path / name,
        REGISTER,
        "P,开发区,园区,,工业,甲,2022,1,,1000,已核查,C-1,档案室,120.1,30.2",
        "E,水泥厂,企业,P,工业过程,甲,2022,1,600,650,企业自报,,,120.2,30.3",
        "K,熟料,产品,E,工业过程,甲,2022,1,,150,,,,,",
    )


def test_the_register_is_a_layer_of_points_with_its_proof(tmp_path):
    activity = write(
        tmp_path / "a.csv", "unit,year,sector,carrier,amount,amount_unit", "甲,2022,交通,柴油,10,吨"
    )
    log = Log()
    given = {"REGISTER": registered(tmp_path), "REGISTER_CRS": "EPSG:4490", "OUTPUT_REGISTER": "memory:"}
    result = inventory(activity, log, **given)
    layer = result["OUTPUT_REGISTER"]
    assert layer.crs().authid() == "EPSG:4490"
    shapes = [feature.geometry() for feature in layer.getFeatures()]
    assert [shape.asPoint().x() for shape in shapes[:2]] == [120.1, 120.2]
    assert shapes[2].isEmpty()
    park, works, clinker = rows_of(layer)
    # 1000 less 650 of the works; 650 less 150 of its product: 1000 in all, and once.
    assert [row["counted_tco2e"] for row in (park, works, clinker)] == [350.0, 500.0, 150.0]
    assert [row["emission_tco2e"] for row in (park, works, clinker)] == [1000.0, 650.0, 150.0]
    assert [row["verification"] for row in (park, works, clinker)] == [
        *("verified", "self_reported", "unverified"),
    ]
    assert (park["kind"], park["certificate"], park["audit"]) == ("park", "C-1", "档案室")
    assert (works["part_of"], works["co2_t"]) == ("P", 600.0)
    assert result["TOTAL_TCO2E"] == pytest.approx(1000 + 31.4512)
    assert log.said("neither a geometry nor coordinates")
    assert log.said("2 entries of the register hold others")


def test_a_register_that_is_a_layer_keeps_its_place(tmp_path):
    """A park drawn as an area is a point on it; an entry without a shape goes by x and y."""
    activity = write(
        tmp_path / "a.csv", "unit,year,sector,carrier,amount,amount_unit", "甲,2022,交通,柴油,10,吨"
    )
    texts = ("id", "kind", "sector", "unit", "year", "scope", "co2_t", "x", "y")
    base = {"kind": "园区", "sector": "工业", "unit": "甲", "year": "2022", "scope": "1", "co2_t": "10"}
    layer = make_layer(
        [
            (square(X, Y), {"id": "P", **base}),
            (None, {"id": "Q", **base, "x": "120", "y": "30"}),
            (square(X + 500, Y), {"id": "R", **base, "year": "2021"}),
        ],
        kind="Polygon",
        types=dict.fromkeys(texts, QVariant.String),
    )
    result = inventory(activity, REGISTER=layer, REGISTER_CRS="EPSG:4490", OUTPUT_REGISTER="memory:")
    points = result["OUTPUT_REGISTER"]
    assert points.crs() == QgsCoordinateReferenceSystem("EPSG:4547")
    first, second = (feature.geometry().asPoint() for feature in points.getFeatures())
    assert X < first.x() < X + 100
    assert Y < first.y() < Y + 100
    # 6° east of the meridian of EPSG:4547; series of the transverse Mercator projection by hand.
    assert second.x() == pytest.approx(500_000 + 579_451, abs=50)
    assert second.y() == pytest.approx(3_320_113 + 15_205, abs=50)


def test_coordinates_without_a_system_are_refused(tmp_path):
    activity = write(
        tmp_path / "a.csv", "unit,year,sector,carrier,amount,amount_unit", "甲,2022,交通,柴油,10,吨"
    )
    with pytest.raises(QgsProcessingException, match="2 entries of the register have coordinates"):
        inventory(activity, REGISTER=registered(tmp_path), OUTPUT_REGISTER="memory:")


def test_the_bias_of_isolated_accounts_is_an_output(tmp_path):
    """methods.md WE-m: 120 GWh, photovoltaics 30 GWh, 0.8 t/MWh: 72 kt, not 56 kt (−22.22 %)."""
    own = "0.8,kg CO2/kWh,WE-m,average"
    activity = write(
        tmp_path / "m.csv",
        "unit,year,sector,carrier,amount,amount_unit,factor_value,factor_unit,factor_source,factor_family",
        *(f"县,2022,buildings,电力,100,GWh,{own}", f"县,2022,transport,电力,20,GWh,{own}"),
        *("县,2022,energy,本地光伏,30,GWh,,,,", "县,2022,transport,柴油,100,t,,,,"),
    )
    result = inventory(activity, OUTPUT_MATRIX="memory:", MANIFEST=str(tmp_path / "run.json"))
    assert result["ISOLATED_TCO2E"] == pytest.approx(56_000 + 314.512)
    assert result["ISOLATED_BIAS"] == pytest.approx(-16 / 72)
    matrix = {(row["system"], row["carrier"]): row for row in rows_of(result["OUTPUT_MATRIX"])}
    # Buildings alone: 100 · 70/100 instead of 100 · 90/120; transport alone: 0 instead of 15.
    assert matrix["buildings", "electricity"]["bias_percent"] == pytest.approx(100 * (56 / 60 - 1))
    assert matrix["transport", "electricity"]["bias_percent"] == pytest.approx(-100.0)
    assert matrix["transport", "diesel"]["bias_percent"] == 0.0
    assert manifest_of(result)["isolated_bias"] == pytest.approx(-16 / 72)


def test_co2_stands_beside_co2e_in_book_and_on_parcels(tmp_path):
    """A landfill and a port: methane in CO2e alone, diesel in both, each once in book and on parcels."""
    food = "waste=food;climate=temperate_wet;site=managed"
    activity = write(
        tmp_path / "a.csv",
        "unit,year,sector,item,carrier,amount,amount_unit,method,parameters,contains",
        "甲,2022,交通,,柴油,100,吨,,,部门:港口",
        "甲,2022,港口,port,柴油,20,吨,,,",
        f"甲,2021,废弃物,north,,1000,吨,填埋一阶衰减,{food},",
    )
    made = str(tmp_path / "inventory.gpkg")
    result = inventory(activity, OUTPUT=made)
    methane = 28 * 11.8227
    assert result["TOTAL_CO2_T"] == pytest.approx(314.512)
    assert result["TOTAL_TCO2E"] == pytest.approx(314.512 + methane, rel=1e-6)
    store = str(tmp_path / "book.gpkg")
    processing.run("dualcarbon:postaccount", {"STORE": store, "ACCOUNT": made})
    read = {"STORE": store, "OUTPUT": "memory:", "ITEM": "emission"}
    book = {
        row["item"]: row["value"] for row in rows_of(processing.run("dualcarbon:readaccount", read)["OUTPUT"])
    }
    assert book["emission/co2"] == pytest.approx(314.512)
    assert book["emission/co2e"] == pytest.approx(314.512 + methane, rel=1e-6)
    assert book["emission/co2/marine/port"] == pytest.approx(62.9024)
    assert book["emission/co2e/waste/north"] == pytest.approx(methane, rel=1e-5)
    parcels = make_layer(
        [
            (square(X, Y), {"code": "2001"}),
            (square(X + 100, Y), {"code": "1207"}),
            (square(X + 200, Y), {"code": "1309"}),
        ]
    )
    weights = write(
        tmp_path / "w.csv",
        "sector,item,class,weight",
        "marine,port,2001,1",
        "transport,,12,1",
        "waste,,1309,1",
    )
    placed = processing.run(
        "dualcarbon:downscaleemissions",
        {
            "INVENTORY": made,
            "PARCELS": parcels,
            "CLASS_FIELD": "code",
            "WEIGHTS": weights,
            "OUTPUT": "memory:",
        },
    )
    rows = rows_of(placed["OUTPUT"])
    assert [row["co2_t"] for row in rows] == pytest.approx([62.9024, 251.6096, 0.0])
    assert [row["emission_tco2e"] for row in rows] == pytest.approx([62.9024, 251.6096, methane], rel=1e-5)
    assert placed["TOTAL_CO2_T"] == pytest.approx(sum(row["co2_t"] for row in rows), rel=1e-9)
    assert placed["TOTAL_TCO2E"] == pytest.approx(sum(row["emission_tco2e"] for row in rows), rel=1e-9)
    assert (placed["RESIDUAL_TCO2E"], placed["RESIDUAL_CO2_T"]) == (0.0, 0.0)
