# SPDX-License-Identifier: GPL-2.0-or-later
"""Calls of the tools for carbon accounts, detailed methods, emissions and the account book."""

from __future__ import annotations

from pathlib import Path

from .call import BOOK, Call, file_of, land_of, layer_of, lines_of, outputs, pages, result_of, units_of
from .sources import YEAR


def first_county(inputs: Path) -> Call:
    """The run that ``repeatrun`` does again for a second county."""
    land = {**land_of(inputs), "INPUT": str(inputs / "330101" / "330101.gpkg")}
    return Call("attachfactors", land, {"OUTPUT": "330101_carbon.gpkg", "MANIFEST": "run.json"})


def account_calls(inputs: Path) -> dict[str, Call]:
    land, units = land_of(inputs), units_of(inputs)
    baseline = {**land, **units, "YEAR": YEAR, "METHOD_LAYERS": [result_of(inputs, "forestcarbon")]}
    table = result_of(inputs, "sinkbaseline", "OUTPUT_TABLE")
    attribute = {"AREA_RULE": "attribute", "AREA_FIELD": "TBMJ"}
    curves = {"GROWTH": "curve", "GROWTH_CURVES": file_of(inputs, "curves.csv")}
    hot = {"INPUT": result_of(inputs, "attachfactors"), "ID_FIELD": "BSM"}
    target = {"TARGET": "cn_landsea_2023"}
    source = {"SOURCE": layer_of(inputs, "WARDS"), "SOURCE_FIELD": "ward", "TARGET": layer_of(inputs, "XZQ")}
    fields = {"EXTENSIVE_FIELDS": ["people"], "INTENSIVE_FIELDS": ["income"], "TARGET_FIELD": "XZQMC"}
    weights = {"METHOD": "dasymetric", "WEIGHTS": layer_of(inputs, "DLTB"), "WEIGHT_FIELD": "floor_m2"}
    control = {"CONTROL": file_of(inputs, "yearbook.csv")}
    drawn = {"BASELINE": table, "METHOD": "montecarlo", "DRAWS": 500}
    return {
        "attachfactors": Call("attachfactors", land, outputs("OUTPUT")),
        "sinkbaseline": Call("sinkbaseline", baseline, outputs("OUTPUT", "OUTPUT_TABLE")),
        "sinkbaseline by attribute": Call(
            "sinkbaseline", {**land, **units, **attribute}, outputs("OUTPUT", "OUTPUT_TABLE")
        ),
        "projectbaseline": Call(
            "projectbaseline",
            {"BASELINE": table, "YEARS": f"{YEAR}-{YEAR + 5}", **curves},
            outputs("OUTPUT", "OUTPUT_CLASSES"),
        ),
        "uncertainty": Call("uncertainty", {"BASELINE": table}, outputs("OUTPUT", "OUTPUT_RANKING")),
        "uncertainty by draws": Call("uncertainty", drawn, outputs("OUTPUT", "OUTPUT_RANKING")),
        "sinkhotspots": Call("sinkhotspots", {**hot, **units}, outputs("OUTPUT", "OUTPUT_TABLE")),
        "translatecodes": Call("translatecodes", {**land, **target}, outputs("OUTPUT")),
        "unifyunits": Call(
            "unifyunits",
            {**source, **fields, **weights, **control},
            outputs("OUTPUT", "OUTPUT_WEIGHTS", "OUTPUT_AGREEMENT"),
        ),
        "validatefactors": Call(
            "validatefactors", {"INPUT": file_of(inputs, "factors.csv")}, outputs("OUTPUT")
        ),
        "validaterules": Call("validaterules", {"INPUT": file_of(inputs, "factors.csv")}, outputs("OUTPUT")),
        "valuechange": Call(
            "valuechange",
            {
                **{"CHANGE_TC": 1000.5, "YEAR_BEFORE": 2020, "YEAR_AFTER": 2030, "PRICE": 80.5},
                **{"DISCOUNT_RATE": 5, "METHOD": "annual", "SERIES": file_of(inputs, "series.csv")},
            },
            outputs("OUTPUT"),
        ),
    }


def raster_calls(inputs: Path) -> dict[str, Call]:
    before, after = (file_of(inputs, f"land_{year}.tif") for year in (2020, 2025))
    classes = {"CLASSIFICATION": "clcd"}
    units = {"UNITS": file_of(inputs, "towns.tif")}
    dates = {"BEFORE": before, "AFTER": after, "YEAR_BEFORE": 2020, "YEAR_AFTER": 2025}
    tables = ("OUTPUT_TRANSITIONS", "OUTPUT_CATEGORIES", "OUTPUT_BALANCE", "OUTPUT_MAP_RASTER")
    return {
        "attachfactorsraster": Call(
            "attachfactorsraster",
            {"INPUT": before, **classes},
            outputs(OUTPUT="density.tif", OUTPUT_POOLS="pools.tif"),
        ),
        "sinkbaseline of rasters": Call(
            "sinkbaseline", {"INPUT": before, **classes, **units}, outputs("OUTPUT", "OUTPUT_TABLE")
        ),
        "stockchange of rasters": Call(
            "stockchange", {**dates, **classes, **units}, outputs("OUTPUT", *tables)
        ),
    }


def change_calls(inputs: Path) -> dict[str, Call]:
    dates = {"BEFORE": layer_of(inputs, "DLTB"), "AFTER": layer_of(inputs, "DLTB_2025")}
    fields = {"BEFORE_FIELD": "DLBM", "AFTER_FIELD": "DLBM", "CLASSIFICATION": "cn_third_survey"}
    years = {"YEAR_BEFORE": 2020, "YEAR_AFTER": YEAR}
    ids = {"BEFORE_ID_FIELD": "BSM", "AFTER_ID_FIELD": "BSM"}
    tables = ("OUTPUT_TRANSITIONS", "OUTPUT_CATEGORIES", "OUTPUT_BALANCE", "OUTPUT_MAP")
    table = result_of(inputs, "sinkbaseline", "OUTPUT_TABLE")
    survey = {"BASELINE": table, "INCREMENTS": layer_of(inputs, "BHTB"), "YEAR": YEAR + 1}
    return {
        "stockchange": Call(
            "stockchange", {**dates, **fields, **years, **ids, **units_of(inputs)}, outputs("OUTPUT", *tables)
        ),
        "updatebaseline": Call(
            "updatebaseline",
            {**survey, **units_of(inputs), "CLASSIFICATION": "cn_third_survey"},
            outputs("OUTPUT", "OUTPUT_TABLE", "OUTPUT_BALANCE", "OUTPUT_CAUSES"),
        ),
    }


def method_calls(inputs: Path) -> dict[str, Call]:
    stands = {"INPUT": layer_of(inputs, "XIAOBAN"), "SPECIES_FIELD": "SHU_ZHONG", "VOLUME_FIELD": "XU_JI"}
    changed = {"INPUT": layer_of(inputs, "DLTB"), "FROM_FIELD": "DLBM", "TO_FIELD": "CHANGED"}
    soil = {"CLIMATE": "warm_temperate_moist", "SOIL_GROUP": "high_activity_clay_soils"}
    coast = {"INPUT": layer_of(inputs, "SHENGJING"), "HABITAT_FIELD": "类型", "STATUS_FIELD": "状态"}
    return {
        "forestcarbon": Call(
            "forestcarbon",
            {**stands, "ID_FIELD": "XB", "FOREST_PARAMETERS": "ipcc/temperate"},
            outputs("OUTPUT", "OUTPUT_TABLE"),
        ),
        "soilcarbon": Call(
            "soilcarbon",
            {**changed, **soil, "CONVERSION_YEAR": 2020, "YEAR": YEAR, "CLASSIFICATION": "cn_third_survey"},
            outputs("OUTPUT", "OUTPUT_PATH"),
        ),
        "bluecarbon": Call(
            "bluecarbon",
            {**coast, "SALINITY_FIELD": "盐度", "MEMO": file_of(inputs, "memo.csv")},
            outputs("OUTPUT", "OUTPUT_MEMO"),
        ),
        "ccusinventory": Call(
            "ccusinventory",
            {"FACILITIES": layer_of(inputs, "SHESHI"), "YEAR": YEAR},
            outputs("OUTPUT", "OUTPUT_SECTORS"),
        ),
    }


def emission_calls(inputs: Path) -> dict[str, Call]:
    activity = {"ACTIVITY": file_of(inputs, "activity.csv"), "YEAR": YEAR}
    register = {"REGISTER": file_of(inputs, "register.csv"), "REGISTER_CRS": "EPSG:4490"}
    tables = ("OUTPUT_REGISTER", "OUTPUT_RECONCILIATION", "OUTPUT_MATRIX", "OUTPUT_EXCLUDED")
    parcels = {"PARCELS": layer_of(inputs, "DLTB"), "CLASS_FIELD": "DLBM", "FLOOR_FIELD": "floor_m2"}
    points = {"POINTS": layer_of(inputs, "PLANTS"), "POINT_ID_FIELD": "id"}
    roads = {"ROADS": layer_of(inputs, "ROADS"), "FLOW_FIELD": "flow", "CELL_SIZE_M": 50}
    inventory = result_of(inputs, "emissioninventory")
    return {
        "emissioninventory": Call(
            "emissioninventory",
            {**activity, **register, "TOP_DOWN": file_of(inputs, "top_down.csv")},
            outputs("OUTPUT", *tables),
        ),
        "downscaleemissions": Call(
            "downscaleemissions",
            {"INVENTORY": inventory, **parcels, **points, **roads, "WEIGHTS": file_of(inputs, "weights.csv")},
            outputs("OUTPUT", "OUTPUT_LEDGER", "OUTPUT_RASTER"),
        ),
    }


def book_calls(inputs: Path) -> dict[str, Call]:
    store = {"STORE": str(inputs / BOOK)}
    targets = {"TARGETS": file_of(inputs, "targets.csv"), "YEAR": YEAR}
    moved = {"CHANGES": result_of(inputs, "stockchange", "OUTPUT_MAP"), "LINE_ID_FIELD": "BSM"}
    lines = {"CONTROL_LINES": list(lines_of(inputs).values()), "AS_OF": "2026-04-01"}
    market = {"PRICES": file_of(inputs, "prices.csv"), "PROJECTS": file_of(inputs, "projects.csv")}
    share = {"YEAR": YEAR, "BUFFER": 5, "LEAKAGE": 2.5, "METHODS": ["market", "replacement"]}
    county = {"MANIFEST_FILE": str(inputs / "330101" / "run.json"), "FROM": "330101", "PLACES": "330102"}
    return {
        "postaccount": Call(
            "postaccount",
            {"ACCOUNT": result_of(inputs, "stockchange"), "YEAR": YEAR},
            outputs(),
            {"STORE": inputs / BOOK},
        ),
        "readaccount": Call("readaccount", {**store, "LAYOUT": "by_item"}, outputs("OUTPUT")),
        "valuecarbon": Call("valuecarbon", {**store, **market, **share}, outputs("OUTPUT", "OUTPUT_SINKS")),
        "monitoraccount": Call(
            "monitoraccount",
            {**store, **targets, **units_of(inputs), **moved, **lines, "PLACE": "样例县"},
            outputs("OUTPUT", "OUTPUT_SERIES", "OUTPUT_CHANGES", **pages("REPORT")),
        ),
        "repeatrun": Call("repeatrun", county, outputs("OUTPUT", "OUTPUT_FOLDER")),
    }
