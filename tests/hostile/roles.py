# SPDX-License-Identifier: GPL-2.0-or-later
"""The parts that a layer plays in the tools, with the figures that its area calls for.

A hostile layer holds one sound hectare and one hostile feature beside it; whatever else a role needs is
one large square below both. So every figure is (1 ha + what the hostile feature holds) times a factor.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hostile.raw_layers import polygon, write_gpkg

#: The sound hectare, and the square below everything.
SOUND = [
    (500_000.0, 3_300_000.0),
    (500_100.0, 3_300_000.0),
    (500_100.0, 3_300_100.0),
    (500_000.0, 3_300_100.0),
]
GROUND = [
    (499_000.0, 3_299_000.0),
    (502_000.0, 3_299_000.0),
    (502_000.0, 3_302_000.0),
    (499_000.0, 3_302_000.0),
]
#: cn_default: stock of paddy, t C/ha.
PADDY_TC_HA = 115.15
PADDY, HOMESTEAD = "0101", "0703"
SHARED = {"AREA_RULE": "planar"}


@dataclass(frozen=True)
class Role:
    """What a layer is to a tool: ``parameters(layer, ground)``, and the figures that ``area_ha`` gives."""

    name: str
    tool: str
    parameters: Callable[[str, str], dict[str, Any]]
    figures: Callable[[float], dict[str, float]]
    outputs: tuple[str, ...] = ("OUTPUT",)


def attributes(number: int = 1) -> dict[str, Any]:
    """The fields of every layer: an id, a code of the survey and one of the plan, a name and an amount."""
    return {"BSM": f"f{number}", "DLBM": PADDY, "YDYHFLDM": HOMESTEAD, "XZQMC": f"乡{number}", "people": 10.0}


def sound_row() -> tuple[bytes, dict[str, Any]]:
    """The sound hectare."""
    return polygon([*SOUND, SOUND[0]]), attributes()


def write_ground(folder: Path) -> str:
    """The square below everything, as a file of its own."""
    row = polygon([*GROUND, GROUND[0]]), {**attributes(9), "XZQMC": "全县"}
    return write_gpkg(folder / "ground.gpkg", [row], "ground")


def _account(name: str, **more: Any) -> dict[str, Any]:
    return {name: "", "CLASS_FIELD": "DLBM", "CLASSIFICATION": "cn_third_survey", **SHARED, **more}


def _stock(area_ha: float) -> dict[str, float]:
    return {"TOTAL_AREA_HA": area_ha, "TOTAL_STOCK_TC": area_ha * PADDY_TC_HA}


def _check(plan: str, farmland: str, **more: Any) -> dict[str, Any]:
    return {
        "PLAN": plan,
        "PLAN_FIELD": "YDYHFLDM",
        "PLAN_CLASSIFICATION": "cn_landsea_2023",
        "FARMLAND": farmland,
        "AS_OF": "2026-04-01",
        **SHARED,
        **more,
    }


def _drafts(layer: str, ground: str) -> dict[str, Any]:
    fields = {f"DRAFT_{side}_FIELD": "YDYHFLDM" for side in "AB"}
    codes = {f"DRAFT_{side}_CLASSIFICATION": "cn_landsea_2023" for side in "AB"}
    return {"DRAFT_A": layer, "DRAFT_B": ground, **fields, **codes, "FARMLAND": ground, **SHARED}


def _beyond_noise(area_ha: float) -> float:
    """What a check of the plan counts: findings of up to 1 m² are noise."""
    return area_ha if area_ha - 1.0 > 1e-4 else 1.0


def _none(_area_ha: float) -> dict[str, float]:
    return {}


ROLES: tuple[Role, ...] = (
    Role(
        "land use",
        "attachfactors",
        lambda layer, _: {**_account("INPUT"), "INPUT": layer},
        _stock,
    ),
    Role(
        "land use in a unit",
        "sinkbaseline",
        lambda layer, ground: {**_account("INPUT"), "INPUT": layer, "UNITS": ground, "UNIT_FIELD": "XZQMC"},
        _stock,
    ),
    Role(
        "units",
        "sinkbaseline",
        lambda layer, ground: {**_account("INPUT"), "INPUT": ground, "UNITS": layer, "UNIT_FIELD": "XZQMC"},
        _stock,
    ),
    Role(
        "plan",
        "checkplan",
        lambda layer, ground: _check(layer, ground),
        lambda area_ha: {"ERROR_AREA_HA": _beyond_noise(area_ha)},
    ),
    Role(
        "control line",
        "checkplan",
        lambda layer, ground: _check(ground, layer),
        lambda area_ha: {"ERROR_AREA_HA": _beyond_noise(area_ha)},
    ),
    Role(
        "land cover below a plan",
        "checkplan",
        lambda layer, ground: _check(
            ground, ground, BASE=layer, BASE_FIELD="DLBM", BASE_CLASSIFICATION="cn_third_survey"
        ),
        lambda _: {"ERROR_AREA_HA": 900.0},
    ),
    Role(
        "land use before",
        "stockchange",
        lambda layer, ground: {
            **{"BEFORE": layer, "BEFORE_FIELD": "DLBM", "AFTER": ground, "AFTER_FIELD": "DLBM"},
            **{"YEAR_BEFORE": 2015, "YEAR_AFTER": 2020, "CLASSIFICATION": "cn_third_survey", **SHARED},
        },
        lambda area_ha: {"STOCK_BEFORE_TC": area_ha * PADDY_TC_HA, "CHANGE_TC": 0.0},
    ),
    Role("draft", "comparedrafts", _drafts, _none),
    Role(
        "draft to repair",
        "repairplan",
        lambda layer, ground: _check(
            layer, ground, BASE=ground, BASE_FIELD="DLBM", BASE_CLASSIFICATION="cn_third_survey"
        ),
        _none,
    ),
    Role(
        "layer with codes",
        "translatecodes",
        lambda layer, _: {"INPUT": layer, "CLASS_FIELD": "DLBM", "CLASSIFICATION": "cn_third_survey"},
        lambda _: {"UNMAPPED_COUNT": 0},
    ),
    Role("coverage", "checktopology", lambda layer, _: {"INPUT": layer}, lambda _: {"OVERLAPS": 0}),
    Role(
        "line beside a line",
        "checklines",
        lambda layer, ground: {"FARMLAND": layer, "REDLINE": ground, **SHARED},
        _none,
    ),
    Role(
        "tracts",
        "unifyunits",
        lambda layer, ground: {
            **{"SOURCE": layer, "SOURCE_FIELD": "BSM", "EXTENSIVE_FIELDS": ["people"], **SHARED},
            **{"TARGET": ground, "TARGET_FIELD": "XZQMC"},
        },
        _none,
    ),
    Role(
        "plan with quantities",
        "checkquantities",
        lambda layer, _: {
            "PLAN": layer,
            "PLAN_FIELD": "YDYHFLDM",
            "PLAN_CLASSIFICATION": "cn_landsea_2023",
            **SHARED,
        },
        _none,
    ),
)
