# SPDX-License-Identifier: GPL-2.0-or-later
"""Parameters and number outputs that users' scripts and models rely on, by algorithm."""

from __future__ import annotations

FACTORS = {"CLASSIFICATION", "FACTOR_SET", "AREA_RULE", "AREA_FIELD", "UNMAPPED", "MANIFEST"}
LINES = {"FARMLAND", "REDLINE", "BOUNDARY", "OTHER_LINES", "OTHER_TYPES"}
PLAN = {"PLAN", "PLAN_FIELD", "PLAN_CLASSIFICATION", "PLAN_ID_FIELD"}
BASE = {"BASE", "BASE_FIELD", "BASE_CLASSIFICATION"}
BASE_PLAN = {"BASE_PLAN", "BASE_PLAN_FIELD", "BASE_PLAN_CLASSIFICATION"}
CHECK = {
    *LINES,
    *BASE,
    *{"REDLINE_ZONE_FIELD", "BOUNDARY_ZONE_FIELD", "LINE_ID_FIELD", "LINE_STATUS", "UNITS", "UNIT_FIELD"},
    *{"RULES", "AS_OF", "EXEMPTIONS", "SLIVER_M2", "SLIVER_WIDTH_M", "HORIZON_A"},
    *{"FACTOR_SET", "AREA_RULE", "AREA_FIELD", "MANIFEST", "OUTPUT"},
}
PARAMETERS = {
    "attachfactors": {"INPUT", "CLASS_FIELD", "OUTPUT", *FACTORS},
    "attachfactorsraster": {"INPUT", "BAND", "OUTPUT", "OUTPUT_POOLS", *FACTORS - {"AREA_FIELD"}},
    "sinkbaseline": {
        *{"INPUT", "CLASS_FIELD", "BAND", "UNITS", "UNIT_FIELD", "UNIT_BAND", "YEAR", "EDGE", "OUTPUT"},
        *{"METHOD_LAYERS", "OUTPUT_TABLE", *FACTORS},
    },
    "stockchange": {
        *(f"{date}{end}" for date in ("BEFORE", "AFTER") for end in ("", "_FIELD", "_BAND")),
        *{"YEAR_BEFORE", "YEAR_AFTER", "UNITS", "UNIT_FIELD", "UNIT_BAND", "ALIGN", "EDGE"},
        "AFTER_CLASSIFICATION",
        *{"OUTPUT", "OUTPUT_TRANSITIONS", "OUTPUT_MAP", "OUTPUT_MAP_RASTER", "OUTPUT_CATEGORIES"},
        *{"OUTPUT_BALANCE", *FACTORS},
    },
    "projectbaseline": {"BASELINE", "YEARS", "FACTOR_SET", "OUTPUT", "MANIFEST"},
    "updatebaseline": {
        *{"BASELINE", "INCREMENTS", "YEAR", "BEFORE_FIELD", "AFTER_FIELD", "UNITS", "UNIT_FIELD"},
        *{"UNIT_BEFORE_FIELD", "UNIT_AFTER_FIELD", "CAUSE_FIELD", "PERMIT_FIELD", *FACTORS},
        *{"OUTPUT", "OUTPUT_TABLE", "OUTPUT_BALANCE", "OUTPUT_CAUSES"},
    },
    "sinkhotspots": {
        *{"INPUT", "VALUE_FIELD", "ID_FIELD", "UNITS", "UNIT_FIELD", "SHARE", "BY", "MIN_PATCH_HA"},
        *{"OUTPUT", "OUTPUT_TABLE", "MANIFEST"},
    },
    "uncertainty": {
        *{"BASELINE", "FACTOR_SET", "METHOD", "DRAWS", "SEED", "OUTPUT", "OUTPUT_RANKING", "MANIFEST"},
    },
    "valuechange": {
        *{"CHANGE_TC", "YEAR_BEFORE", "YEAR_AFTER", "PRICE", "PRICE_UNIT", "DISCOUNT_RATE", "RATE_CHANGE"},
        "METHOD",
    },
    "bluecarbon": {
        *{"INPUT", "HABITAT_FIELD", "STATUS_FIELD", "STATUS", "SALINITY_FIELD", "SALINITY_PPT"},
        *{"BURIAL_FIELD", "FACTOR_SET", "GWP", "MEMO", "OUTPUT", "OUTPUT_MEMO", "AREA_RULE", "MANIFEST"},
    },
    "forestcarbon": {
        *{"INPUT", "SPECIES_FIELD", "VOLUME_FIELD", "VOLUME_KIND", "FOREST_PARAMETERS", "AGE_FIELD"},
        *{
            "METHOD",
            "GROWTH",
            "INCREMENT_FIELD",
            "HARVEST_FIELD",
            "DISTURBED_AREA_FIELD",
            "DISTURBED_SHARE_FIELD",
        },
        *{"VOLUME_BEFORE_FIELD", "YEARS", "AREA_RULE", "AREA_FIELD", "UNMAPPED", "MANIFEST"},
        *{"OUTPUT", "OUTPUT_TABLE"},
    },
    "ccusinventory": {"FACILITIES", "YEAR", "OUTPUT", "OUTPUT_SECTORS", "MANIFEST"},
    "soilcarbon": {
        *{"INPUT", "FROM_FIELD", "TO_FIELD", "YEAR_FIELD", "CONVERSION_YEAR", "YEAR", "TRANSITION_A"},
        *{"CLIMATE", "SOIL_GROUP", "SOC_BEFORE_FIELD", "SOC_AFTER_FIELD", "OUTPUT", "OUTPUT_PATH"},
        *{"CLASSIFICATION", "AREA_RULE", "AREA_FIELD", "UNMAPPED", "MANIFEST"},
    },
    "checkplan": {*PLAN, *CHECK, *BASE_PLAN, "STORE", "OUTPUT_PARCELS", "OUTPUT_SUMMARY", "REPORT"},
    "checklines": {*LINES, "RULES", "AS_OF", "OUTPUT", "MANIFEST"},
    "checktopology": {"INPUT", "SCOPE", "TOLERANCE_M", "MIN_AREA_FIELD", "OUTPUT", "MANIFEST"},
    "checkquantities": {
        *{"PLAN", "PLAN_FIELD", *BASE_PLAN, "TARGETS", *LINES, "UNITS", "UNIT_FIELD", "AS_OF"},
        *{"RULES", "AREA_RULE", "AREA_FIELD", "MANIFEST", "OUTPUT", "OUTPUT_STRUCTURE"},
    },
    "comparedrafts": {
        *(f"DRAFT_{draft}{end}" for draft in "AB" for end in ("", "_FIELD", "_CLASSIFICATION", "_ID_FIELD")),
        *CHECK,
        "OUTPUT_CHANGES",
    },
    "repairplan": {*PLAN, *CHECK, "KINDS", "OUTPUT_CHANGES"},
    "downscaleemissions": {"INVENTORY", "PARCELS", "CLASS_FIELD", "POINTS", "ROADS", "OUTPUT"},
    "emissioninventory": {"ACTIVITY", "SECTORS", "GWP", "ELECTRICITY_FAMILY", "YEAR", "OUTPUT"},
    "accountreport": {
        *{"STORE", "YEAR", "YEAR_BEFORE", "PARENT", "UNITS", "UNIT_FIELD", "INVENTORY", "RECONCILIATION"},
        *{"REGISTER", "MATRIX", "AGREEMENT", "MONITORING", "SERIES", "VALUE", "SINKS", "TITLE", "PLACE"},
        *{"PLACE_CODE", "PRODUCER", "ATTRIBUTION", "LANGUAGE", "PROFILE", "OUTPUT", "OUTPUT_XLSX"},
        *{"OUTPUT_DOCUMENT", "OUTPUT_PDF"},
    },
    "mapsheet": {
        *{"THEME", "LAYER", "CLASS_FIELD", "CLASSIFICATION", "CONTROL_LINES", "LINE_STATUS", "UNITS"},
        *{"UNIT_FIELD", "TABLE", "TABLE_FIELDS", "TABLE_UNIT_FIELD", "FIGURE", "TITLE", "PLACE"},
        *{"PLACE_CODE", "PRODUCER", "ATTRIBUTION", "YEAR", "LANGUAGE", "PAPER", "FORMAT", "DPI"},
        *{"TEMPLATE", "KEEP_LAYOUT", "MANIFEST", "OUTPUT_FOLDER"},
    },
    "monitoraccount": {"STORE", "TARGETS", "YEAR", "OUTPUT", "REPORT", "REPORT_XLSX", "REPORT_PDF"},
    "postaccount": {"STORE", "ACCOUNT"},
    "readaccount": {"STORE", "OUTPUT"},
    "repeatrun": {"MANIFEST_FILE", "FROM", "PLACES", "OUTPUT_FOLDER", "OUTPUT"},
    "report": {
        *{"BASELINE", "FINDINGS", "SUMMARY", "TITLE", "LANGUAGE", "PROFILE", "OUTPUT", "OUTPUT_XLSX"},
        *{"CHANGE", "TRANSITIONS", "CAUSES", "PROJECTION", "UNCERTAINTY", "RANKING", "HOTSPOTS", "CCUS"},
        *{"DRAFT_CHANGES", "OUTPUT_DOCUMENT", "OUTPUT_PDF"},
    },
    "translatecodes": {"INPUT", "CLASS_FIELD", "CLASSIFICATION", "TARGET", "OUTPUT"},
    "unifyunits": {
        *{"SOURCE", "EXTENSIVE_FIELDS", "INTENSIVE_FIELDS", "TARGET", "TARGET_FIELD", "METHOD", "WEIGHTS"},
        "OUTPUT",
    },
    "valuecarbon": {"STORE", "METHODS", "PRICES", "YEAR", "OUTPUT"},
    "validatefactors": {"INPUT"},
    "validaterules": {"INPUT"},
}
TOTALS = {"TOTAL_AREA_HA", "TOTAL_STOCK_TC", "TOTAL_STOCK_TC_LOW", "TOTAL_STOCK_TC_HIGH"}
SHARES = {"UNMAPPED_AREA_HA", "WEAK_SHARE"}
FLUXES = {
    f"TOTAL_{flux}_TCO2E_A{bound}" for flux in ("REMOVAL", "EMISSION") for bound in ("", "_LOW", "_HIGH")
}
NUMBERS = {
    "attachfactors": TOTALS | SHARES,
    "attachfactorsraster": TOTALS | SHARES,
    "sinkbaseline": {
        *TOTALS,
        *SHARES,
        "RESIDUAL_HA",
        *(f"TOTAL_REMOVAL_TCO2E_A{bound}" for bound in ("", "_LOW", "_HIGH")),
        *(f"TOTAL_EMISSION_TCO2E_A{bound}" for bound in ("", "_LOW", "_HIGH")),
    },
    "stockchange": {
        *{"TOTAL_AREA_HA", "CHANGED_HA", "RESIDUAL_HA", *SHARES},
        *(f"STOCK_{date}_TC{bound}" for date in ("BEFORE", "AFTER") for bound in ("", "_LOW", "_HIGH")),
        *(f"CHANGE_{unit}{bound}" for unit in ("TC", "TCO2E_A") for bound in ("", "_LOW", "_HIGH")),
    },
    "projectbaseline": {"STOCK_END_TC", "STOCK_END_TC_LOW", "STOCK_END_TC_HIGH", "WEAK_SHARE"},
    "updatebaseline": {
        *{"TOTAL_AREA_HA", "CHANGED_HA", *SHARES},
        *(f"{name}{bound}" for name in ("CHANGE_TC", "STOCK_AFTER_TC") for bound in ("", "_LOW", "_HIGH")),
    },
    "sinkhotspots": {"HOTSPOTS", "HOTSPOT_AREA_HA", "HOTSPOT_SHARE"},
    "uncertainty": {"TOTAL_STOCK_TC_LOW", "TOTAL_STOCK_TC_HIGH", "NO_INTERVAL_SHARE"},
    "valuechange": {"NPV", "CONSTANT", "VALUE_MIN", "VALUE_MAX"},
    "bluecarbon": {"TOTAL_AREA_HA", "BURIAL_TC_A", "STOCK_LOSS_TCO2", "MEMO_TC", *FLUXES, *SHARES},
    "ccusinventory": {"CAPTURED_TCO2", "STORED_TCO2", "AVOIDED_TCO2", "REMOVAL_TCO2E_A", "DELAYED_TCO2"},
    "forestcarbon": {*TOTALS, *FLUXES, *SHARES},
    "soilcarbon": {"CHANGE_TC_A", *TOTALS, *FLUXES, *SHARES},
    "checkplan": {
        *{"ERRORS", "WARNINGS", "ERROR_AREA_HA", "MULTIPLE_AREA_HA", "NOISE_AREA_HA"},
        *{"STOCK_LOSS_TCO2", "REMOVAL_FORGONE_TCO2E_A", "CARBON_AT_STAKE_TCO2E"},
    },
    "checklines": {"ERRORS", "WARNINGS"},
    "checktopology": {"OVERLAPS", "GAPS", "SLIVERS", "MISMATCHES", "NOISE"},
    "checkquantities": {"FAILED", "WARNED"},
    "comparedrafts": {"APPEARED", "VANISHED", "STAYED", "CARBON_DIFFERENCE_TCO2E"},
    "repairplan": {"ERRORS_BEFORE", "ERRORS_AFTER", "CHANGED_AREA_HA", "CARBON_TCO2E"},
    "downscaleemissions": {"RESIDUAL_TCO2E"},
    "emissioninventory": {
        *(f"TOTAL_{gas}{bound}" for gas in ("CO2_T", "TCO2E") for bound in ("", "_LOW", "_HIGH")),
        "WEAK_SHARE",
    },
    "mapsheet": {"PAGES"},
    "monitoraccount": {"RED", "YELLOW", "GREEN"},
    "postaccount": {"ENTRIES"},
    "readaccount": {"ENTRIES"},
    "repeatrun": {"DONE", "FAILED"},
    "accountreport": set(),
    "report": set(),
    "translatecodes": {"UNMAPPED_COUNT"},
    "unifyunits": {"RESIDUAL_MAX"},
    "valuecarbon": {"VALUE_MIN", "VALUE_MAX"},
    "validatefactors": {"ROWS", "PROBLEMS"},
    "validaterules": {"ROWS", "PROBLEMS"},
}
#: Models of the product and what each gives beside the files of its report.
MODELS = {
    "baseline": "baseline:OUTPUT",
    "check_and_report": "check:OUTPUT",
    "two_draft_comparison": "compare:OUTPUT",
    "account_year": "read:OUTPUT",
}
