# SPDX-License-Identifier: GPL-2.0-or-later
"""The closed words of an activity table: its columns, uses of energy, and methods."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

ENERGY_USE, NON_ENERGY, TRANSFORMATION, BUNKERS = "energy", "non_energy", "transformation", "bunkers"
USES: dict[str, tuple[str, ...]] = {
    ENERGY_USE: ("", "能源使用", "终端消费", "燃料"),
    NON_ENERGY: ("non-energy", "feedstock", "非能源使用", "非能源利用", "用作原料", "原料用能"),
    TRANSFORMATION: ("加工转换", "加工转换投入", "发电投入", "供热投入"),
    BUNKERS: ("international bunkers", "国际燃料舱", "国际航运", "国际航空"),
}
FACTOR, FUEL, TRIPS, RICE = "factor", "fuel", "trips", "rice"
LANDFILL, FIRST_ORDER = "landfill", "landfill_fod"
METHODS: dict[str, tuple[str, ...]] = {
    FACTOR: ("", "排放因子法"),
    FUEL: ("燃料",),
    TRIPS: ("出行",),
    RICE: ("水稻",),
    LANDFILL: ("填埋",),
    FIRST_ORDER: ("fod", "一阶衰减", "填埋一阶衰减"),
}
#: Parameters of each method: those it needs, and those it may have.
PARAMETERS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    FACTOR: ((), ()),
    FUEL: ((), ("ncv", "carbon", "oxidation")),
    TRIPS: (("trips", "share", "km", "occupancy"), ("days",)),
    RICE: (("days",), ()),
    LANDFILL: (("mcf", "doc", "doc_f", "f", "ox"), ("recovered_t", "recovered_share")),
    FIRST_ORDER: ((), ("doc", "doc_f", "mcf", "k", "f", "ox", "recovered_t")),
}
#: Parameters that are shares from 0 to 1.
SHARES = ("oxidation", "share", "mcf", "doc", "doc_f", "f", "ox", "recovered_share")

#: Parameters that are words: they stand for figures of resources/factors/landfill_parameters.csv.
WORDS: dict[str, dict[str, dict[str, tuple[str, ...]]]] = {
    FIRST_ORDER: {
        "waste": {
            "food": ("厨余", "食品", "餐厨"),
            "garden": ("园林", "庭院"),
            "paper": ("纸", "纸类"),
            "wood": ("木竹", "木材"),
            "textiles": ("织物", "纺织"),
            "nappies": ("尿布",),
            "bulk": ("混合", "混合垃圾"),
        },
        "climate": {
            "temperate_dry": ("温带干燥", "寒温带干燥"),
            "temperate_wet": ("温带湿润", "寒温带湿润"),
            "tropical_dry": ("热带干燥",),
            "tropical_wet": ("热带湿润",),
        },
        "site": {
            "managed": ("管理厌氧", "厌氧填埋"),
            "semi_aerobic_well": ("准好氧良好",),
            "semi_aerobic_poorly": ("准好氧较差",),
            "aerated_well": ("主动曝气良好",),
            "aerated_poorly": ("主动曝气较差",),
            "unmanaged_deep": ("非管理深埋",),
            "unmanaged_shallow": ("非管理浅埋",),
            "uncategorised": ("未分类",),
        },
    },
}

#: Columns of an activity table (resources/factors/activity_template.csv) and their Chinese names.
COLUMNS: dict[str, tuple[str, ...]] = {
    "unit": ("统计单元", "单元", "行政区", "镇街", "地区"),
    "year": ("年份", "年度"),
    "sector": ("部门", "领域", "行业部门"),
    "item": ("项目", "活动", "名称"),
    "carrier": ("能源品种", "品种", "燃料"),
    "factor_id": ("因子编号", "activity_id"),
    "amount": ("活动水平", "数量", "消费量"),
    "amount_unit": ("计量单位", "单位"),
    "amount_low": ("活动水平下限", "low"),
    "amount_high": ("活动水平上限", "high"),
    "scope": ("范围",),
    "use": ("用途",),
    "method": ("方法",),
    "parameters": ("参数",),
    "intensity": ("强度",),
    "intensity_unit": ("强度单位",),
    "intensity_id": ("强度编号",),
    "factor_value": ("排放因子", "因子值"),
    "factor_unit": ("因子单位",),
    "factor_low": ("因子下限",),
    "factor_high": ("因子上限",),
    "factor_source": ("因子来源",),
    "factor_evidence": ("因子等级",),
    "factor_family": ("电力因子类别",),
    "split": ("拆分比例",),
    "split_source": ("拆分依据",),
    "split_key": ("拆分指标",),
    "enterprise_id": ("企业编号", "统一社会信用代码"),
    "contains": ("其中企业", "含企业"),
    "note": ("备注",),
}
REQUIRED = ("unit", "year", "sector", "amount", "amount_unit")

_TOKEN = re.compile(r"[A-Za-z0-9_.\-]+")


def word_of(text: str, words: Mapping[str, tuple[str, ...]]) -> str | None:
    """The word that ``text`` means, by its name or another word for it; None when it is none of them."""
    wanted = plain(text)
    for word, others in words.items():
        if wanted in {plain(other) for other in (word, *others)}:
            return word
    return None


@lru_cache(maxsize=8_192)
def plain(text: str) -> str:
    """A text for comparison: NFKC, one blank between words, no case."""
    return " ".join(unicodedata.normalize("NFKC", text).replace("_", " ").split()).casefold()


def item_id(text: str) -> str:
    """A text as id of an account item (letters, digits, ``_ . -``); empty where it has other letters."""
    joined = "_".join(unicodedata.normalize("NFKC", text).split())
    return joined if _TOKEN.fullmatch(joined) else ""
