# SPDX-License-Identifier: GPL-2.0-or-later
"""A made-up county: 20 towns, 27 carbon classes, 60 findings, and the runs that gave them."""

from __future__ import annotations

import math
import struct
import zlib

import numpy as np
import pandas as pd
import pytest
from dualcarbon.plugin.reports.model import ReportData, ReportMap

TOWNS = (
    *("城关镇", "河西镇", "白石镇", "双桥镇", "青龙镇", "石门乡", "云雾山乡", "柳林镇", "大河镇", "新店镇"),
    *("马鞍山镇", "桃源乡", "清溪镇", "龙泉街道", "太平街道", "金沙镇", "红旗林场", "官渡镇", "罗家坝乡"),
    "凤凰岭乡",
)
CLASSES = {
    "paddy": "水田",
    "irrigated_cropland": "水浇地",
    "rainfed_cropland": "旱地",
    "orchard": "果园",
    "other_plantation": "茶园及其他园地",
    "broadleaf_forest": "阔叶林",
    "needleleaf_forest": "针叶林",
    "mixed_forest": "混交林及未细分林地",
    "bamboo": "竹林",
    "shrubland": "灌木林地",
    "mangrove": "红树林",
    "natural_grassland": "天然草地",
    "managed_grassland": "人工草地",
    "inland_wetland": "内陆湿地",
    "salt_marsh": "滨海盐沼",
    "tidal_flat": "沿海滩涂",
    "seagrass": "海草床",
    "open_water": "内陆水域",
    "sea": "海域",
    "urban_green": "城镇绿地",
    "residential": "居住用地",
    "commercial_public": "商业及公共服务用地",
    "industrial_mining": "工矿仓储用地",
    "transport": "交通运输用地",
    "other_built_up": "其他建设用地",
    "bare_land": "裸地",
    "glacier_snow": "冰川及永久积雪",
}
RULES = (
    (
        "PBF-01",
        "pbf",
        "error",
        "yes",
        "《土地管理法》第35、44条；《实施条例》第24条",
        "调整布局避让永久基本农田；确需占用的，报国务院批准并补划",
    ),
    ("PBF-02", "pbf", "error", "yes", "《土地管理法》第37条；自然资发〔2021〕166号", "恢复耕地用途"),
    ("ERL-03", "erl", "error", "partial", "自然资发〔2022〕142号", "退出红线，或办理有限人为活动认定"),
    (
        "UDB-05",
        "udb",
        "warning",
        "no",
        "《城镇开发边界管理办法（试行）》",
        "纳入边界内选址或说明零星布局理由",
    ),
    ("UDB-07", "udb", "info", "no", None, "核对用途分区"),
    ("PBF-90", "pbf", "noise", "yes", None, "低于细碎容差，复核接边"),
)
FORESTED = ("broadleaf_forest", "needleleaf_forest", "mixed_forest", "bamboo", "rainfed_cropland", "paddy")


def _accounts(rng: np.random.Generator) -> tuple[pd.DataFrame, pd.DataFrame, dict[str, float]]:
    rows = []
    for town in TOWNS:
        for name in CLASSES:
            if name in ("mangrove", "salt_marsh", "tidal_flat", "seagrass", "sea", "glacier_snow"):
                continue
            area_ha = float(rng.lognormal(4.0 + 2.2 * (name in FORESTED), 0.8))
            forest = "forest" in name or name == "bamboo"
            agb, bgb = (48.0, 12.0) if forest else (3.0, 1.2)
            soc = 88.0 if name != "open_water" else math.nan
            stock = area_ha * (agb + bgb + (0.0 if math.isnan(soc) else soc) + 1.5 * forest)
            removal = area_ha * (5.1 if forest else 0.0)
            emission = area_ha * (6.3 if name == "paddy" else 2.1 if name == "open_water" else 0.0)
            rows.append(
                {
                    "unit": town,
                    "carbon_class": name,
                    "area_ha": area_ha,
                    "agb_tc": area_ha * agb,
                    "bgb_tc": area_ha * bgb,
                    "soc_tc": area_ha * soc,
                    "dom_tc": area_ha * 1.5 * forest,
                    "stock_tc": stock,
                    "stock_tc_low": stock * 0.8,
                    "stock_tc_high": stock * 1.25,
                    "removal_tco2e_a": removal,
                    "removal_tco2e_a_low": removal * 0.6,
                    "removal_tco2e_a_high": removal * 1.4,
                    "emission_tco2e_a": emission,
                    "emission_tco2e_a_low": emission * 0.5,
                    "emission_tco2e_a_high": emission * 1.6,
                    "net_tco2e_a": emission - removal,
                }
            )
    classes = pd.DataFrame(rows)
    units = classes.drop(columns="carbon_class").groupby("unit", sort=False).sum(min_count=1).reset_index()
    units["covered_share"] = 0.9987
    units.loc[3, ["stock_tc_low", "stock_tc_high"]] = math.nan
    totals = {
        name: math.fsum(units[name].dropna()) for name in units if name not in ("unit", "covered_share")
    }
    totals |= {"weak_share": 0.1834, "weak_share_removal": 0.052, "no_interval_share": 0.031}
    totals |= {"uncovered_ha": 31.4159, "outside_ha": 0.8, "twice_ha": 2.25, "excluded_ha": 0.0}
    totals["residual_ha"] = 3.1e-7
    return units, classes, totals


def _findings(rng: np.random.Generator) -> pd.DataFrame:
    rows = []
    for k in range(60):
        rule, line, severity, verified, basis, remedy = RULES[
            int(rng.choice(6, p=[0.3, 0.15, 0.2, 0.2, 0.1, 0.05]))
        ]
        area_m2 = float(rng.lognormal(7.5, 1.5)) if severity != "noise" else float(rng.uniform(0.01, 0.9))
        loss, forgone = area_m2 / 1e4 * 310.0, area_m2 / 1e4 * 4.7
        rows.append(
            {
                "finding_key": f"{k:08x}",
                "rule_id": rule,
                "line_type": line,
                "severity": severity,
                "state": "open",
                "plan_id": f"5115230000{k:06d}",
                "line_id": None if line == "udb" else f"L{k:03d}",
                "unit": TOWNS[int(rng.integers(20))],
                "plan_code": ("0701", "100101", "1207", "0901")[k % 4],
                "base_code": ("0101", "0301", None)[k % 3],
                "area_m2": area_m2,
                "share": float(rng.uniform(0.01, 1.0)),
                "stock_loss_tco2": loss if k % 3 != 2 else math.nan,
                "stock_loss_tco2_low": loss * 0.7,
                "stock_loss_tco2_high": loss * 1.3,
                "removal_forgone_tco2e_a": forgone,
                "removal_forgone_tco2e_a_low": math.nan,
                "removal_forgone_tco2e_a_high": math.nan,
                "carbon_tco2e": loss + 20 * forgone,
                "legal_basis": basis,
                "remedy": remedy,
                "verified": verified,
            }
        )
    return pd.DataFrame(rows)


def _summary(findings: pd.DataFrame) -> pd.DataFrame:
    verified = {rule[0]: rule[3] for rule in RULES}
    real = findings[findings["severity"] != "noise"]
    blocks = [("rule", "rule_id", None), ("total", None, "unit"), ("total", None, None)]
    rows = []
    for level, key, unit in blocks:
        by = key or unit
        groups = real.groupby(by) if by else [(None, real)]
        for name, part in groups:
            first = part.iloc[0]
            loss, forgone = known(part["stock_loss_tco2"]), known(part["removal_forgone_tco2e_a"])
            rows.append(
                {
                    "level": level,
                    "rule_id": name if key else None,
                    "line_type": first["line_type"] if key else None,
                    "unit": name if unit else None,
                    "severity": first["severity"],
                    "verified": verified[name] if key else None,
                    "findings": len(part),
                    "noise": 0,
                    "area_ha": known(part["area_m2"]) / 1e4,
                    # The made-up ground is hit twice on a twentieth of its area.
                    "union_ha": known(part["area_m2"]) / 1e4 * 0.95,
                    "stock_loss_tco2": loss,
                    "stock_loss_tco2_low": loss * 0.7,
                    "stock_loss_tco2_high": loss * 1.3,
                    "removal_forgone_tco2e_a": forgone,
                    "removal_forgone_tco2e_a_low": math.nan,
                    "removal_forgone_tco2e_a_high": math.nan,
                    "carbon_tco2e": loss + 20 * forgone,
                    "carbon_tco2e_low": math.nan,
                    "carbon_tco2e_high": math.nan,
                    "legal_basis": first["legal_basis"] if key else None,
                    "remedy": first["remedy"] if key else None,
                }
            )
    return pd.DataFrame(rows)


def known(values: pd.Series) -> float:
    """The sum of the known values."""
    return math.fsum(values.dropna())


def _factor_rows(rng: np.random.Generator) -> pd.DataFrame:
    grades = ("primary", "secondary", "derived", "memory", "placeholder")
    sources = (
        "Tang et al. 2018, PNAS 115(16), doi:10.1073/pnas.1700291115",
        "IPCC 2006 Guidelines, Vol. 4, Table 6.4, https://www.ipcc-nggip.iges.or.jp/",
    )
    rows = []
    for k, name in enumerate(CLASSES):
        for term, value, unit in (
            ("agb", 48.02, "t C/ha"),
            ("soc", 88.0, "t C/ha"),
            ("biomass_growth", 5.1, "t CO2e/(ha·a)"),
        ):
            grade = grades[k % 5]
            bounded = k % 4 != 3
            rows.append(
                {
                    "class": name,
                    "term": term,
                    "value": value,
                    "low": value * 0.7 if bounded else math.nan,
                    "high": value * 1.3 if bounded else math.nan,
                    "unit": unit,
                    "evidence": grade,
                    "verified": "yes" if k % 2 else "no",
                    "source": sources[k % 2],
                    "weak": grade in ("memory", "placeholder"),
                    "share_of_result": float(rng.uniform(0, 0.05)),
                }
            )
    return pd.DataFrame(rows)


def _manifest(algorithm: str) -> dict[str, object]:
    return {
        "plugin": "dualcarbon",
        "plugin_version": "0.1.0",
        "algorithm": f"dualcarbon:{algorithm}",
        "finished": "2026-11-20T10:12:33+08:00",
        "parameters": {
            "INPUT": "样例县.gdb|layername=DLTB",
            "CLASS_FIELD": "DLBM",
            "AREA_RULE": "attribute",
            "HORIZON_A": 20.0,
        },
        "factor_set": {
            "id": "cn_default",
            "version": "2026.1",
            "sha256": "9f2c" * 16,
            "soil_depth_cm": "0-100",
            "gwp": "AR5: CH₄ 28, N₂O 265",
        },
        "rule_pack": {"id": "cn_national", "version": "2026.1", "sha256": "77aa" * 16},
        "as_of": "2026-11-20",
        "area_rule": "attribute",
        "crs": "EPSG:4524 CGCS2000 / 3-degree Gauss-Kruger zone 36",
        "tolerances": {"sliver_m2": 1.0, "sliver_width_m": 0.1},
        "inputs": [
            {
                "parameter": "INPUT",
                "layer": "地类图斑 DLTB",
                "source": "样例县.gdb|layername=DLTB",
                "crs": "EPSG:4524",
                "features": 148230,
                "sha256": "ab12" * 16,
            },
            {
                "parameter": "UNITS",
                "layer": "行政区 XZQ",
                "source": "样例县.gdb|layername=XZQ",
                "crs": "EPSG:4524",
                "features": 20,
                "sha256": "cd34" * 16,
            },
        ],
        "notes": [
            {
                "kind": "invalid_geometry",
                "template": "{count} invalid geometries were repaired ({area_ha:.4f} ha).",
                "values": {},
                "count": 14,
                "area_ha": 0.0213,
                "ids": [str(k) for k in range(14)],
                "warning": True,
                "text": "14 invalid geometries were repaired (0.0213 ha).",
            },
            {
                "kind": "null_code",
                "template": "{count} parcels have no code.",
                "values": {},
                "count": 3,
                "area_ha": 1.2,
                "ids": ["77", "78", "90"],
                "warning": True,
                "text": "3 parcels have no code.",
            },
            {
                "kind": "missing_pool",
                "template": "Pool {pool} has no factor for {classes}.",
                "values": {"pool": "soc", "classes": "open_water"},
                "count": 1,
                "area_ha": 812.0,
                "ids": [],
                "warning": True,
                "text": "Pool soc has no factor for open_water.",
            },
        ],
    }


def tiny_png() -> bytes:
    """A grey 64 × 36 PNG, standing in for a map."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    pixels = b"".join(b"\0" + bytes([205, 214, 210]) * 64 for _ in range(36))
    head = struct.pack(">IIBBBBB", 64, 36, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(pixels))
        + chunk(b"IEND", b"")
    )


@pytest.fixture(scope="session")
def county() -> ReportData:
    """The whole report in Chinese and in the county profile."""
    return made_up_county()


def made_up_county() -> ReportData:
    """The same data every time: the generator is seeded."""
    rng = np.random.default_rng(20261120)
    units, classes, totals = _accounts(rng)
    findings = _findings(rng)
    errors = findings[findings["severity"] == "error"]
    union_ha = math.fsum(errors["area_m2"]) / 1e4 * 0.93
    check = {
        "error_area_ha": union_ha,
        "multiple_area_ha": union_ha * 0.07,
        "noise_area_ha": 0.00031,
        "not_checkable_area_ha": 4.2,
        "stock_loss_tco2": union_ha * 310,
        "stock_loss_tco2_low": union_ha * 217,
        "stock_loss_tco2_high": union_ha * 403,
        "removal_forgone_tco2e_a": union_ha * 4.7,
        "carbon_at_stake_tco2e": union_ha * 404,
        "weak_share": 0.22,
    }
    return ReportData(
        title="样例县双碳国土空间规划碳汇本底与规划冲突检测报告",
        created="2026-11-20 10:15",
        language="zh",
        profile="cn_county",
        place="样例县",
        place_code="511523",
        year=2025,
        producer="样例县自然资源和规划局",
        trial=True,
        attribution=("土地利用数据：样例县第三次国土调查 2025 年度变更调查（样例数据，非真实）。",),
        baseline_units=units,
        baseline_classes=classes,
        baseline_totals=totals,
        findings=findings,
        summary=_summary(findings),
        check_totals=check,
        horizon_a=20.0,
        factor_rows=_factor_rows(rng),
        not_run=pd.DataFrame(
            {
                "rule_id": ["PBF-07", "ERL-11"],
                "line_type": ["pbf", "erl"],
                "rule_text": ["Replenishment plan for occupied farmland", "Permitted limited human activity"],
                "rule_text_zh": ["占用永久基本农田的补划方案", "允许的有限人为活动认定"],
                "reason": ["needs the replenishment plan", "needs the project's permits"],
                "reason_zh": ["补划方案需人工审核", "需项目审批材料"],
            }
        ),
        manifests=(_manifest("sinkbaseline"), _manifest("checkplan")),
        maps=(
            ReportMap("碳密度图", tiny_png(), "baseline"),
            ReportMap("三线套合与冲突图斑分布图", tiny_png(), "check"),
        ),
        class_names=CLASSES,
    )
