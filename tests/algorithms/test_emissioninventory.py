# SPDX-License-Identifier: GPL-2.0-or-later
"""Emission inventory as users call it: tables of a county in, account, side tables and account book out."""

from __future__ import annotations

import re

import openpyxl
import processing
import pytest
from layers_by_hand import ROOT, Log, make_layer, manifest_of, rows_of
from qgis.core import QgsProcessingException, QgsVectorLayer

pytestmark = pytest.mark.usefixtures("provider")

#: methods.md WE-b as a county would write it; the potentials of the example are those of AR6.
HEAD = "统计单元,年份,部门,项目,能源品种,活动水平,计量单位,强度,强度单位,方法,参数,因子值,因子单位,因子来源"
WORKED = [
    "北镇,2022,建筑,居民用电,电力,100000,m2,35,kWh/m2,,,,,",
    "北镇,2022,建筑,居民用气,,100000,m2,4,m3/m2,,,2.16,kg CO2/m3,WE-b",
    "北镇,2022,交通,小汽车,,10000,人,,,trips,trips=2.5;share=0.3;km=6;occupancy=1.3,0.18,kg CO2/vkm,WE-b",
    "东镇,2022,农业,水稻,,50,公顷,,,rice,days=120,1.3,kg CH4/(ha·d),WE-b",
    "东镇,2022,农业,氮肥,,50,公顷,200,kg N/ha,,,0.01,kg N2O-N/kg N,WE-b",
    "东镇,2022,废弃物,填埋,,10000,t,,,landfill,mcf=1;doc=0.15;doc_f=0.5;f=0.5;ox=0.1;recovered_t=100,,,WE-b",
]
EMISSIONS = [1878.1, 864.0, 2274.231, 210.6, 42.9, 9720.0]


def write_csv(folder, *rows, head=HEAD, name="活动水平.csv", encoding="utf-8"):
    path = folder / name
    path.write_bytes("\n".join([head, *rows]).encode(encoding))
    return str(path)


def run(activity, feedback=None, **parameters):
    given = {"ACTIVITY": activity, "YEAR": 2022, "OUTPUT": "memory:", **parameters}
    result = processing.run("dualcarbon:emissioninventory", given, feedback=feedback or Log())
    return result, rows_of(result["OUTPUT"])


PLAIN = (
    "unit,year,sector,item,carrier,amount,amount_unit,factor_id,use,enterprise_id,scope,split,split_source"
)


def plain(folder, *rows, **more):
    return write_csv(folder, *rows, head=PLAIN, name="activity.csv", **more)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gbk"])
def test_the_worked_example_from_a_chinese_table(tmp_path, encoding):
    log = Log()
    result, rows = run(write_csv(tmp_path, *WORKED, encoding=encoding), log, GWP="AR6")
    assert [row["emission_tco2e"] for row in rows] == pytest.approx(EMISSIONS, abs=5e-4)
    assert result["TOTAL_TCO2E"] == pytest.approx(sum(EMISSIONS), abs=1e-3)
    # Methane and nitrous oxide are no CO2, and are known as such.
    assert [row["co2_t"] for row in rows] == pytest.approx([*EMISSIONS[:3], 0, 0, 0], abs=5e-4)
    assert result["TOTAL_CO2_T"] == pytest.approx(5016.331, abs=1e-3)
    assert [row["ch4_t"] for row in rows] == [None] * 3 + [pytest.approx(7.8), None, pytest.approx(360.0)]
    assert rows[4]["n2o_t"] == pytest.approx(0.157143, abs=5e-7)
    assert [row["scope"] for row in rows] == ["2", "1", "1", "1", "1", "1"]
    assert [row["sector"] for row in rows] == ["buildings"] * 2 + ["transport"] + ["agriculture"] * 2 + [
        "waste"
    ]
    assert rows[0]["factor_id"] == "EL-CN-2022"
    assert rows[0]["name"] == "居民用电"
    assert [(row["activity"], row["activity_unit"]) for row in rows[2:4]] == [
        (10_000.0, "人"),
        (50.0, "公顷"),
    ]
    assert result["SCOPE_2_TCO2E"] == pytest.approx(1878.1)
    assert log.said("national electricity factor EL-CN-2022")


def test_a_workbook_and_a_layer_give_the_same(tmp_path):
    book = openpyxl.load_workbook(ROOT / "resources" / "factors" / "activity_template.xlsx")
    sheet = book.active
    names = [cell.value for cell in sheet[1]]
    cells = {"unit": "乡", "year": 2022, "sector": "transport", "carrier": "柴油", "amount": 2.5}
    cells["amount_unit"] = "万吨"
    sheet.append([cells.get(name) for name in names])
    book.save(tmp_path / "activity.xlsx")
    layer = make_layer([(None, cells)], name="activity", kind="None")
    # 25 000 t at 3.14512 t CO2/t (library row FUEL-diesel).
    for source in (str(tmp_path / "activity.xlsx"), layer):
        result, rows = run(source)
        assert result["TOTAL_CO2_T"] == pytest.approx(78_628.0)
        assert rows[0]["co2_t_low"] == pytest.approx(25_000 * 2.98786)
        assert result["TOTAL_TCO2E_HIGH"] == pytest.approx(25_000 * 3.30238)
        assert result["WEAK_SHARE"] == 0.0


def test_the_inventory_goes_into_the_account_book_and_balances(tmp_path):
    activity = write_csv(tmp_path, *WORKED, WORKED[0].replace("35", "10"))
    made = str(tmp_path / "inventory.gpkg")
    run(activity, OUTPUT=made, GWP="AR6")
    store = str(tmp_path / "book.gpkg")
    posted = processing.run("dualcarbon:postaccount", {"STORE": store, "ACCOUNT": made})
    assert posted["ENTRIES"] > 0
    read = {"STORE": store, "OUTPUT": "memory:", "UNITS": "北镇", "ITEM": "emission/co2"}
    rows = rows_of(processing.run("dualcarbon:readaccount", read)["OUTPUT"])
    values = {(row["item"], row["scope"]): row["value"] for row in rows}
    # Electricity of 35 and of 10 kWh/m2 are one entry.
    assert values["emission/co2/buildings/electricity", "2"] == pytest.approx(1878.1 + 536.6)
    assert values["emission/co2/buildings", "2"] == pytest.approx(2414.7)
    assert values["emission/co2", "1"] == pytest.approx(864.0 + 2274.231, abs=1e-3)
    assert {row["year"] for row in rows} == {2022}


def test_an_account_with_unknown_co2_can_be_posted(tmp_path):
    """A factor in CO2e alone leaves the CO2 of its row NULL."""
    activity = plain(
        tmp_path, "甲,2022,waste,taps,,1000,m3,W-WATER,,,1,,", "甲,2022,transport,,diesel,1,t,,,,,,"
    )
    log = Log()
    made = str(tmp_path / "inventory.gpkg")
    result, rows = run(activity, log, OUTPUT=made)
    assert rows[0]["co2_t"] is None
    assert rows[0]["emission_tco2e"] == pytest.approx(0.1913)
    assert result["TOTAL_CO2_T"] == pytest.approx(3.14512)
    assert result["TOTAL_TCO2E"] == pytest.approx(3.14512 + 0.1913)
    assert log.said("their CO2 is unknown")
    processing.run("dualcarbon:postaccount", {"STORE": str(tmp_path / "b.gpkg"), "ACCOUNT": made})


REGISTER = "id,name,sector,unit,year,scope,co2_t,verification,verifier,certificate,x,y"


def test_a_registered_enterprise_counts_once(tmp_path):
    activity = plain(
        tmp_path,
        "甲,2022,industry_energy,,raw_coal,1000,t,,,E1,,,",
        "甲,2022,industry_energy,,electricity,1000000,kWh,,,E1,,,",
        "甲,2022,industry_energy,,diesel,10,t,,,,,,",
    )
    register = write_csv(
        tmp_path,
        "E1,水泥厂,industry_energy,甲,2022,1,2000,已核查,某机构,C-7,120.1,30.2",
        "E2,钢厂,工业,甲,2022,1,500,,,,,",
        head=REGISTER,
        name="register.csv",
    )
    log = Log()
    outputs = {"OUTPUT_REGISTER": "memory:", "OUTPUT_EXCLUDED": "memory:", "REGISTER_CRS": "EPSG:4490"}
    result, rows = run(activity, log, REGISTER=register, **outputs)
    # The coal is replaced by 2000 t; the electricity of E1 is scope 2, which the register does not state.
    assert result["SCOPE_1_TCO2E"] == pytest.approx(2000 + 500 + 31.4512)
    assert result["SCOPE_2_TCO2E"] == pytest.approx(536.6)
    assert [row["item"] for row in rows] == ["electricity", "diesel", "enterprise_E1", "enterprise_E2"]
    assert rows[2]["grade"] == "measured"
    first, second = rows_of(result["OUTPUT_REGISTER"])
    assert (first["activity_rows"], first["activity_tco2e"]) == (1, pytest.approx(2071.51))
    assert first["difference_tco2e"] == pytest.approx(71.51)
    assert (first["certificate"], first["x"], first["verification"]) == ("C-7", 120.1, "verified")
    assert (second["activity_rows"], second["activity_tco2e"]) == (0, None)
    (left_out,) = rows_of(result["OUTPUT_EXCLUDED"])
    assert (left_out["reason"], left_out["row"]) == ("registered", 2)
    assert log.said("2071.51 t CO2e")
    assert log.said("1 entries of the register are not verified")
    # The diesel of the sector may hold the enterprises.
    assert log.said("name no enterprise")


def test_photovoltaics_are_netted_once_in_the_matrix(tmp_path):
    """methods.md WE-m: D = 100 + 20 GWh, PV 30, EF 0.8."""
    head = "unit,year,sector,carrier,amount,amount_unit,factor_value,factor_unit,factor_source,factor_family"
    own = "0.8,kg CO2/kWh,WE-m,average"
    activity = write_csv(
        tmp_path,
        f"县,2022,buildings,电力,100,GWh,{own}",
        f"县,2022,transport,电力,20,GWh,{own}",
        "县,2022,energy,本地光伏,30,GWh,,,,",
        head=head,
    )
    log = Log()
    result, rows = run(activity, log, OUTPUT_MATRIX="memory:")
    assert result["TOTAL_CO2_T"] == pytest.approx(72_000.0)
    assert [row["emission_tco2e"] for row in rows] == pytest.approx([60_000.0, 12_000.0])
    matrix = {row["system"]: row for row in rows_of(result["OUTPUT_MATRIX"])}
    assert sum(row["isolated_tco2e"] for row in matrix.values()) == pytest.approx(56_000.0)
    assert matrix["energy"]["emission_tco2e"] == 0.0
    assert log.said("-22.22 %")


def test_top_down_and_bottom_up_are_reconciled(tmp_path):
    activity = plain(
        tmp_path, "甲,2022,transport,,diesel,100,t,,,,,,", "乙,2022,buildings,,natural_gas,10,万m3,,,,,,"
    )
    top = write_csv(tmp_path, "交通,300,市清单", "农业,50,市清单", head="sector,co2_t,source", name="top.csv")
    result, _rows = run(activity, TOP_DOWN=top, OUTPUT_RECONCILIATION="memory:")
    rows = {row["sector"]: row for row in rows_of(result["OUTPUT_RECONCILIATION"])}
    assert rows["transport"]["difference_co2_t"] == pytest.approx(14.512)
    assert rows["transport"]["difference_percent"] == pytest.approx(100 * 14.512 / 300)
    assert rows["buildings"]["bottom_up_co2_t"] == pytest.approx(216.219)
    assert rows["buildings"]["top_down_co2_t"] is None
    assert rows["agriculture"]["difference_co2_t"] is None


def test_what_is_left_out_or_split_is_told(tmp_path):
    activity = plain(
        tmp_path,
        "甲,2022,industry_energy,,naphtha,50,t,,non_energy,,,,",
        "甲,2022,energy,,raw_coal,100,t,,加工转换,,,,",
        "甲,2022,buildings,,electricity,10,万kWh,,,,,,",
        "甲,2022,transport,,gasoline,1000,t,,,,,0.25,GDP 2022",
        "甲,2022,agriculture,,,1000,kg,A-PROD-N,,,,,",
        "甲,2021,transport,,gasoline,7,t,,,,,,",
    )
    log = Log()
    made = tmp_path / "inventory.gpkg"
    result, rows = run(activity, log, OUTPUT=str(made), OUTPUT_EXCLUDED="memory:", REGION="33")
    # 10^5 kWh at 0.5153 (Zhejiang 2022) and a quarter of 1000 t at 3.04255.
    assert result["TOTAL_CO2_T"] == pytest.approx(51.53 + 760.6375)
    assert result["SCOPE_3_TCO2E"] == pytest.approx(1.74 * 44 / 12)
    left_out = rows_of(result["OUTPUT_EXCLUDED"])
    assert [row["reason"] for row in left_out] == ["non_energy", "transformation"]
    # What raw material would emit is not computed, and is not 0.
    assert [row["co2_t"] for row in left_out] == [None, pytest.approx(207.151)]
    assert (rows[1]["split"], rows[1]["split_source"]) == (0.25, "GDP 2022")
    for part in ("raw material", "input of transformation", "GDP 2022", "scope 3", "other years (2021)"):
        assert log.said(part), part
    manifest = manifest_of(result)
    assert (manifest["electricity_family"], manifest["region"], manifest["gwp"]["CH4"]) == (
        "average",
        "33",
        28.0,
    )
    assert manifest["totals"]["co2_t"][0] == pytest.approx(result["TOTAL_CO2_T"])
    assert QgsVectorLayer(str(made), "made", "ogr").isValid()


@pytest.mark.parametrize(
    ("row", "parameters", "sentence"),
    [
        ('甲,2022,transport,,diesel,"1,5",t,,,,,,', {}, "row 2, column “amount”: “1,5” is no number"),
        ("甲,2022,buildings,,electricity,5,GJ,,,,,,", {}, "does not fit a factor per kWh"),
        ("甲,2022,buildings,,,5,kWh,EL-ALT-GRID-CN-FOSSIL2023,,,,,", {}, "never mixed"),
        ("甲,2022,buildings,,,5,kWh,EL-CN-2022,,,,,", {"ELECTRICITY_FAMILY": "ets"}, "“ets”"),
        ("甲,2022,industry_energy,,,5,ha,B-AREA-industrial_land,,,,,", {}, "placeholder per hectare"),
        ("甲,2022,logging,,diesel,5,t,,,,,,", {}, "sector “logging” is not known"),
        ("甲,2022,transport,,diesel,5,t,,,,,0.3,", {}, "split_source"),
        ("甲,2023,transport,,diesel,5,t,,,,,,", {}, "no rows of the year 2022"),
        ("甲,2022,transport,,diesel,5,t,,,,,,", {"REGION": "浙江"}, "no province code"),
        ("甲,2022,transport,,diesel,5,t,,,,,,", {"OUTPUT_REGISTER": "memory:"}, "needs the table REGISTER"),
    ],
)
def test_what_cannot_be_counted_is_refused(tmp_path, row, parameters, sentence):
    with pytest.raises(QgsProcessingException, match=re.escape(sentence)):
        run(plain(tmp_path, row), **parameters)


def test_a_cancelled_run_leaves_nothing(tmp_path):
    class Impatient(Log):
        def setProgress(self, progress):
            if progress > 40.0:
                self.cancel()

    activity = write_csv(tmp_path, *WORKED)
    with pytest.raises(QgsProcessingException, match="cancelled"):
        run(activity, Impatient(), OUTPUT=str(tmp_path / "inventory.gpkg"))
    assert [path.name for path in tmp_path.iterdir()] == ["活动水平.csv"]
