# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a figure meets its target.

Binding floors and caps allow no shortfall (control-lines.md sections 4 and 5, practice.md
section 1): what is measured is held unrounded against the target, and only the noise of
floating-point sums is forgiven. The tolerances of 1 ha and 0.1 percentage point stand for
the rounding between text, table and map. They never turn a shortfall into a pass; they say
that a breach may come from rounding alone, decide whether a text repeats its table, and how
far an "=" target may be off.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from .figures import AREA, AT_LEAST, AT_MOST, EQUAL, PERCENT
from .indicators import BINDING

PASS, FAIL, WARN, NOT_MEASURED, NO_TARGET = "pass", "fail", "warn", "not_measured", "no_target"
#: Relative noise of sums of areas; 1 m² on 1 000 km².
FLOAT_NOISE = 1e-9
#: Rounding between text, table and map: 1 ha (control-lines.md section 4, S31).
ROUNDING_HA = 1.0
#: The same for ratios: 0.1 percentage point (project convention).
ROUNDING_POINTS = 0.1
#: Why a result is what it is: keys of the explanations.
MET, SHORT, OVER, OFF, WITHIN_ROUNDING = "met", "short", "over", "off", "rounding"
UNSURE, BEYOND = "unsure", "beyond"


@dataclass(frozen=True)
class Judgement:
    """A result and the reason for it."""

    result: str
    reason: str


def rounding_of(dimension: str) -> float:
    """What text, table and map may differ by through rounding, in base units of the dimension."""
    return {AREA: ROUNDING_HA, PERCENT: ROUNDING_POINTS}.get(dimension, 0.0)


def judge(
    measured: float,
    target: float,
    direction: str,
    binding: str,
    dimension: str,
    unsure: float = 0.0,
    beyond: float = 0.0,
) -> Judgement:
    """Hold a figure (base units) against a target.

    ``unsure`` is what ground without a clear code may add, ``beyond`` the part of the figure
    that lies outside the plan. A breach is a ``fail`` where the target is binding and else a
    ``warn``. A cap that is met only while nothing unclear counts is a ``warn``, and so is a
    floor that is met only by more than rounding outside the plan; no floor counts what is unclear.
    """
    if math.isnan(measured):
        return Judgement(NOT_MEASURED, NOT_MEASURED)
    if math.isnan(target):
        return Judgement(NO_TARGET, NO_TARGET)
    noise = FLOAT_NOISE * max(abs(measured), abs(target))
    rounding = rounding_of(dimension)
    if _breaks(measured, target, direction, noise, rounding):
        near = direction != EQUAL and abs(measured - target) <= rounding + noise
        reason = {AT_LEAST: SHORT, AT_MOST: OVER}.get(direction, OFF)
        return Judgement(FAIL if binding == BINDING else WARN, WITHIN_ROUNDING if near else reason)
    if unsure > 0.0 and _breaks(measured + unsure, target, direction, noise, rounding):
        return Judgement(WARN, UNSURE)
    if beyond > rounding and _breaks(measured - beyond, target, direction, noise, rounding):
        return Judgement(WARN, BEYOND)
    return Judgement(PASS, MET)


def judge_map_against_table(measured: float, table: float, direction: str, unsure: float = 0.0) -> Judgement:
    """图数一致 (CON-06) in ha: a map must reach (≥) or stay within (≤) its table.

    What is off by no more than the rounding of the printed figure is a ``warn``, more is a ``fail``.
    """
    judged = judge(measured, table, direction, BINDING, AREA, unsure)
    return Judgement(WARN, judged.reason) if judged.reason == WITHIN_ROUNDING else judged


def judge_text_against_table(text: float, table: float, dimension: str) -> Judgement:
    """Whether the text repeats the table within rounding (CON-06)."""
    return judge(text, table, EQUAL, BINDING, dimension)


def _breaks(value: float, target: float, direction: str, noise: float, rounding: float) -> bool:
    if direction == AT_LEAST:
        return value < target - noise
    if direction == AT_MOST:
        return value > target + noise
    return abs(value - target) > rounding + noise
