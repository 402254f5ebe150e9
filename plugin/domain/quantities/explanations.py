# SPDX-License-Identifier: GPL-2.0-or-later
"""Why a figure passes, fails or was not measured, in the language of the outputs."""

from __future__ import annotations

from .judgement import BEYOND, MET, NO_TARGET, OFF, OVER, SHORT, UNSURE, WITHIN_ROUNDING

#: Reason → English, Chinese. ``{gap}`` is what is missing or too much of ``{goal}``, in ``{unit}``.
_REASONS: dict[str, tuple[str, str]] = {
    MET: ("", ""),
    NO_TARGET: ("no target is given", "未给出目标值"),
    SHORT: ("{gap} {unit} short of {goal}", "比{goal}少{gap}{unit}"),
    OVER: ("{gap} {unit} above {goal}", "比{goal}多{gap}{unit}"),
    OFF: ("{gap} {unit} off {goal}", "与{goal}相差{gap}{unit}"),
    WITHIN_ROUNDING: (
        "{gap} {unit} off {goal}: no more than rounding between text, table and map explains "
        "(1 ha, 0.1 percentage point), which excuses no shortfall",
        "与{goal}相差{gap}{unit}，在文本、图件、表格取整误差（1公顷、0.1个百分点）以内；取整不抵扣约束性缺口",
    ),
    BEYOND: (
        "met only with ground outside the plan; give the lines of the plan's own territory",
        "计入规划范围外的部分才能满足；请使用本规划范围的控制线",
    ),
    UNSURE: (
        "met only if none of {open} {unit} without a clear code counts; give finer codes",
        "另有{open}{unit}代码缺失或过粗，计入后将不满足；请细化代码",
    ),
}
#: What a figure is held against → English, Chinese.
_GOALS: dict[str, tuple[str, str]] = {
    "target": ("the target", "目标"),
    "default": ("the national value", "全国口径"),
    "map_table": ("the table", "表中数"),
    "text_table": ("the table", "表中数"),
}
#: What is missing → English, Chinese; ``{name}`` is the control line.
_MISSING: dict[str, tuple[str, str]] = {
    "stated": (
        "no map shows it; state its value in the column table_value",
        "地图无法反映，请在table_value列填写数值",
    ),
    "line": ("needs the layer of {name}", "需要{name}图层"),
    "zone": ("needs the zones of {name}", "需要{name}的分区"),
    "coast": ("needs the coastline (COAST) with its natural parts", "需要岸线图层（COAST）及自然岸线字段"),
    "restoration": ("needs the restoration layer (RESTORATION)", "需要生态修复图层（RESTORATION）"),
    "residents": (
        "needs the urban residents (URBAN_RESIDENTS, or a row of the table of targets)",
        "需要城镇常住人口（URBAN_RESIDENTS或指标目标表）",
    ),
    "whole": (
        "measured for the whole plan only; state the value of the unit in the column table_value",
        "仅按全域量算；单元数值请填入table_value列",
    ),
    "zero": ("nothing to divide by", "分母为零"),
    "base": ("needs the planning base (BASE_PLAN)", "需要规划基期数据（BASE_PLAN）"),
    "settlement": (
        "needs the extent code of the base (CZCSXM) to tell towns from villages: BASE_PLAN_SETTLEMENT_FIELD",
        "需要基期的城镇村属性码（CZCSXM）以区分城镇与村庄：BASE_PLAN_SETTLEMENT_FIELD",
    ),
    "urban_2020": (
        "the base has no urban construction land; give URBAN_2020_HA",
        "基期无城镇建设用地，请填写URBAN_2020_HA",
    ),
}
_REMARKS: dict[str, tuple[str, str]] = {
    "stated_value": ("stated value, not measured on the map", "为填报值，未经地图量算"),
    "default": ("no assigned target; held against a national value", "无下达目标，按全国口径提示"),
    "trial": ("trial: it rests on a line without legal force", "试算：所用控制线无法定效力"),
    "map_table": ("map against table (图数一致)", "图数一致：图件与表格"),
    "text_table": ("text against table (图数一致)", "图数一致：文本与表格"),
    "importance": (
        "without a wetland layer nobody knows whether important wetland is lost",
        "未给出湿地图层，无法判断是否占用重要湿地",
    ),
    "lost": ("{loss} hm² lost, {gain} hm² brought in", "减少{loss}公顷，补充{gain}公顷"),
    "unsure": (
        "{open} {unit} without a clear code are not counted",
        "另有{open}{unit}代码缺失或过粗，未计入",
    ),
    "unclear_counts": (
        "ground without a clear code counts as cultivated land here",
        "代码缺失或过粗的用地按耕地计入分母",
    ),
    "ridges": (
        "field ridges are not taken out: give KCMJ of plan or base under the area rule “attribute”",
        "未扣除田坎：请在面积规则“attribute”下给出规划或基期的KCMJ",
    ),
    "beyond": ("{beyond} hm² of it lie outside the plan", "其中{beyond}公顷位于规划范围外"),
    "residents": ("over {residents} urban residents", "城镇人口{residents}人"),
    "expansion": (
        "(U2020 {u2020} hm² + increment {increment} hm²) / U2020; {open} hm² of unchanged urban use without "
        "an extent code are not counted",
        "（现状{u2020}公顷＋新增{increment}公顷）÷现状；无城镇村属性码且用途不变、未计入的{open}公顷",
    ),
}
NOT_RUN = {
    "no_target": ("no target is given", "未给出目标值"),
    "no_measure": ("not measurable from plan and lines", "无法由规划方案和控制线量算"),
    "no_base": ("needs the planning base (BASE_PLAN)", "需要规划基期数据（BASE_PLAN）"),
    "no_table": ("no table values are given", "未给出表中数"),
}


def reason_text(reason: str, language: str, kind: str, **values: object) -> str:
    """The sentence of a judgement's reason, for a row of a kind."""
    goal = _pick(_GOALS.get(kind, _GOALS["target"]), language)
    return _pick(_REASONS[reason], language).format(goal=goal, **values)


def difference_unit(unit: str, language: str) -> str:
    """The unit of a difference: percentages differ by percentage points."""
    return _pick(("percentage points", "个百分点"), language) if unit == "%" else unit


def missing_text(missing: str, language: str, name: str) -> str:
    """What has to be given before an indicator can be measured; ``name`` of the line it needs."""
    return _pick(_MISSING[missing.partition(":")[0]], language).format(name=name)


def remark_text(remark: str, language: str, **values: object) -> str:
    """A remark on how a figure came about."""
    return _pick(_REMARKS[remark], language).format(**values)


def figure_text(value: float) -> str:
    """A figure with as many digits as tell it from zero: four decimals, or four significant ones."""
    return f"{value:.4f}" if abs(value) >= 0.001 else f"{value:.4g}"


def _pick(texts: tuple[str, str], language: str) -> str:
    return texts[1] if language == "zh" else texts[0]
