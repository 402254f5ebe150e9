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
        *{"INPUT", "CLASS_FIELD", "BAND", "UNITS", "UNIT_FIELD", "YEAR", "EDGE", "OUTPUT", "OUTPUT_TABLE"},
        *FACTORS,
    },
    "uncertainty": {
        *{"BASELINE", "FACTOR_SET", "METHOD", "DRAWS", "SEED", "OUTPUT", "OUTPUT_RANKING", "MANIFEST"},
    },
    "valuechange": {
        *{"CHANGE_TC", "YEAR_BEFORE", "YEAR_AFTER", "PRICE", "PRICE_UNIT", "DISCOUNT_RATE", "RATE_CHANGE"},
        "METHOD",
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
    "report": {
        *{"BASELINE", "FINDINGS", "SUMMARY", "TITLE", "LANGUAGE", "PROFILE", "OUTPUT", "OUTPUT_XLSX"},
    },
    "translatecodes": {"INPUT", "CLASS_FIELD", "CLASSIFICATION", "TARGET", "OUTPUT"},
    "validatefactors": {"INPUT"},
    "validaterules": {"INPUT"},
}
TOTALS = {"TOTAL_AREA_HA", "TOTAL_STOCK_TC", "TOTAL_STOCK_TC_LOW", "TOTAL_STOCK_TC_HIGH"}
SHARES = {"UNMAPPED_AREA_HA", "WEAK_SHARE"}
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
    "uncertainty": {"TOTAL_STOCK_TC_LOW", "TOTAL_STOCK_TC_HIGH"},
    "valuechange": {"NPV", "CONSTANT"},
    "checkplan": {
        *{"ERRORS", "WARNINGS", "ERROR_AREA_HA", "MULTIPLE_AREA_HA", "NOISE_AREA_HA"},
        *{"STOCK_LOSS_TCO2", "REMOVAL_FORGONE_TCO2E_A", "CARBON_AT_STAKE_TCO2E"},
    },
    "checklines": {"ERRORS", "WARNINGS"},
    "checktopology": {"OVERLAPS", "GAPS", "SLIVERS", "MISMATCHES", "NOISE"},
    "checkquantities": {"FAILED", "WARNED"},
    "comparedrafts": {"APPEARED", "VANISHED", "STAYED", "CARBON_DIFFERENCE_TCO2E"},
    "repairplan": {"ERRORS_BEFORE", "ERRORS_AFTER", "CHANGED_AREA_HA", "CARBON_TCO2E"},
    "report": set(),
    "translatecodes": {"UNMAPPED_COUNT"},
    "validatefactors": {"ROWS", "PROBLEMS"},
    "validaterules": {"ROWS", "PROBLEMS"},
}
