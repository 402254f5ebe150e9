# SPDX-License-Identifier: GPL-2.0-or-later
"""The figures of a quantity check: every indicator by target, by national value, and map against table."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..rules import RulePack
from .balance import Balance
from .explanations import figure_text, remark_text
from .figures import AREA, AT_LEAST, AT_MOST, EQUAL, OTHER, Unit
from .indicators import BINDING, EXPECTED, TARGET_OF, Indicator, load_indicators
from .judgement import (
    FAIL,
    NO_TARGET,
    ROUNDING_HA,
    WARN,
    Judgement,
    judge,
    judge_map_against_table,
    judge_text_against_table,
)
from .layers import Surroundings
from .measures import Measured, Measures
from .rows import BALANCE, DEFAULT, MAP_TABLE, STATED, TARGET, TEXT_TABLE, Figure
from .target_rows import Target

CONSISTENCY = "CON-06"
#: Indicators whose map must reach its table (≥) or stay within it (≤); the others must equal it.
ONE_SIDED = {
    "cultivated_area": AT_LEAST,
    "pbf_area": AT_LEAST,
    "erl_area": AT_LEAST,
    "erl_land": AT_LEAST,
    "erl_marine": AT_LEAST,
    "udb_area": AT_MOST,
}
HECTARE = Unit("hm²", AREA, 1.0)
#: Row of the whole plan in a ``Measured``.
WHOLE = 0


def residents_of(around: Surroundings, targets: Sequence[Target]) -> float:
    """Urban residents: as given, as stated in the table of targets, or residents × urbanisation; else NaN."""
    if around.urban_residents > 0.0:
        return around.urban_residents
    stated = {target.indicator.id: _stated(target) for target in targets if not target.unit_name}
    own = stated.get("urban_residents", math.nan)
    if own > 0.0:
        return own
    return stated.get("residents", math.nan) * stated.get("urbanisation", math.nan) / 100.0


def _judge(target: Target, value: float, unsure: float = 0.0, beyond: float = 0.0) -> Judgement:
    dimension = target.indicator.dimension
    return judge(value, target.target, target.direction, target.binding, dimension, unsure, beyond)


def _stated(target: Target) -> float:
    return target.target if math.isnan(target.table_value) else target.table_value


class FigureBook:
    """Makes the figures of one check; ``unit_names`` are the units in their order."""

    def __init__(
        self,
        measures: Measures,
        targets: Sequence[Target],
        unit_names: Sequence[str],
        law: RulePack,
        language: str,
    ) -> None:
        self.measures, self.targets, self.law, self.language = measures, targets, law, language
        self.places = ["", *unit_names]
        self._measured: dict[str, Measured] = {}

    def against_targets(self) -> Iterator[Figure]:
        """Every row of the table of targets, in its order."""
        for target in self.targets:
            yield self._of_target(target)

    def without_targets(self) -> Iterator[Figure]:
        """What maps give beyond the targets: the whole plan and its units, national values where known."""
        asked = {(target.indicator.id, target.unit_name) for target in self.targets}
        by_id = {target.indicator.id: target for target in self.targets if not target.unit_name}
        for indicator in load_indicators():
            measured = self._measure(indicator)
            for place, name in enumerate(self.places):
                if (indicator.id, name) not in asked and not math.isnan(measured.value[place]):
                    yield self._untargeted(indicator, measured, place, by_id)

    def map_and_text_against_table(self) -> Iterator[Figure]:
        """图数一致 (CON-06): the map against the table, and the text against the table."""
        for target in self.targets:
            measured = self._measure(target.indicator)
            place = self.places.index(target.unit_name)
            on_map = float(measured.value[place])
            area = target.indicator.dimension == AREA
            if not math.isnan(target.table_value) and not math.isnan(on_map) and area:
                yield self._map_table(target, measured, place)
            if not math.isnan(target.table_value) and not math.isnan(target.text_value):
                judged = judge_text_against_table(
                    target.text_value, target.table_value, target.indicator.dimension
                )
                yield replace(
                    self._figure(target, target.text_value, target.table_value, judged, TEXT_TABLE),
                    direction=EQUAL,
                    rule_ids=(CONSISTENCY,),
                    remarks=(remark_text("text_table", self.language),),
                )

    def of_balance(self, balance: Balance, severity: str, importance_known: bool) -> Iterator[Figure]:
        """A balance of the whole plan, and its losses and gains in every unit."""
        name = balance.name_zh if self.language == "zh" else balance.name_en
        note = balance.note_zh if self.language == "zh" else balance.note_en
        binding = BINDING if severity == "error" and importance_known else EXPECTED
        unknown = () if importance_known else (remark_text("importance", self.language),)
        for place, unit_name in enumerate(self.places):
            loss, gain = float(balance.loss_ha[place]), float(balance.gain_ha[place])
            measured, target, direction = (gain, loss, AT_LEAST) if balance.has_gain else (loss, 0.0, AT_MOST)
            # Both sides come from one map: nothing is rounded, so nothing excuses by rounding.
            judged = judge(measured, target, direction, binding, OTHER)
            told = remark_text("lost", self.language, loss=figure_text(loss), gain=figure_text(gain))
            yield Figure(
                indicator=f"balance_{balance.rule_id}",
                name=name,
                kind=BALANCE,
                measured=measured,
                target=target,
                unit=HECTARE,
                direction=direction,
                binding=binding,
                # A rule binds the plan, not each town of it.
                judgement=judged if place == WHOLE else Judgement(NO_TARGET, NO_TARGET),
                rule_ids=(balance.rule_id,),
                unit_name=unit_name or None,
                line_types=balance.line_types,
                remarks=(told, *unknown, note) if loss > 0.0 else (told,),
            )

    def _measure(self, indicator: Indicator) -> Measured:
        if indicator.id not in self._measured:
            self._measured[indicator.id] = self.measures.of(indicator)
        return self._measured[indicator.id]

    def _of_target(self, target: Target) -> Figure:
        measured = self._measure(target.indicator)
        place = self.places.index(target.unit_name)
        value = float(measured.value[place])
        if math.isnan(value) and not math.isnan(target.table_value):
            judged = _judge(target, target.table_value)
            figure = self._figure(target, target.table_value, target.target, judged, STATED)
            return replace(figure, remarks=(remark_text("stated_value", self.language),))
        unsure = float(measured.unsure[place])
        beyond = measured.beyond if place == WHOLE else 0.0
        return replace(
            self._figure(target, value, target.target, _judge(target, value, unsure, beyond), TARGET),
            unsure=unsure,
            missing=measured.missing or ("zero" if place == WHOLE else "whole"),
            line_types=measured.line_types,
            remarks=self._remarks(target.indicator, measured),
        )

    def _figure(self, target: Target, measured: float, goal: float, judged: Judgement, kind: str) -> Figure:
        return Figure(
            indicator=target.indicator.id,
            name=target.indicator.name(self.language),
            kind=kind,
            measured=measured,
            target=goal,
            unit=target.unit,
            direction=target.direction,
            binding=target.binding,
            judgement=judged,
            rule_ids=target.indicator.rule_ids,
            verified=target.indicator.verified,
            unit_name=target.unit_name or None,
            target_row=target.row,
        )

    def _untargeted(
        self, indicator: Indicator, measured: Measured, place: int, by_id: dict[str, Target]
    ) -> Figure:
        value, unsure = float(measured.value[place]), float(measured.unsure[place])
        goal, binding, kind, remarks = math.nan, indicator.binding, TARGET, self._remarks(indicator, measured)
        other = by_id.get(indicator.default_target[len(TARGET_OF) :])
        if indicator.default_target.startswith(TARGET_OF):
            goal = other.target if other and place == WHOLE else math.nan
            binding = other.binding if other else binding
        elif indicator.default_target and place == WHOLE and self._places(indicator):
            # A national value was not assigned to this plan: it can only warn.
            binds = self._places(indicator) & set(indicator.default_binds)
            goal, binding, kind = float(indicator.default_target), BINDING if binds else EXPECTED, DEFAULT
            remarks = (remark_text("default", self.language), *remarks)
        beyond = measured.beyond if place == WHOLE else 0.0
        return Figure(
            indicator=indicator.id,
            name=indicator.name(self.language),
            kind=kind,
            measured=value,
            target=goal,
            unit=indicator.unit,
            direction=indicator.direction,
            binding=binding,
            judgement=judge(value, goal, indicator.direction, binding, indicator.dimension, unsure, beyond),
            rule_ids=indicator.rule_ids,
            verified=indicator.verified,
            unit_name=self.places[place] or None,
            unsure=unsure,
            line_types=measured.line_types,
            remarks=remarks,
        )

    def _map_table(self, target: Target, measured: Measured, place: int) -> Figure:
        direction = ONE_SIDED.get(target.indicator.id, EQUAL)
        value, unsure = float(measured.value[place]), float(measured.unsure[place])
        judged = judge_map_against_table(value, target.table_value, direction, unsure)
        if direction == EQUAL and judged.result == FAIL:
            # CON-06 names no direction for it: the difference has to be explained.
            judged = Judgement(WARN, judged.reason)
        return replace(
            self._figure(target, value, target.table_value, judged, MAP_TABLE),
            direction=direction,
            unsure=unsure,
            line_types=measured.line_types,
            rule_ids=(CONSISTENCY,),
            remarks=(remark_text("map_table", self.language),),
        )

    def _places(self, indicator: Indicator) -> set[str]:
        """Where the rules in force that stand behind an indicator apply."""
        rules = self.law.rules
        return {str(rules.at[rule_id, "where"]) for rule_id in indicator.rule_ids if rule_id in rules.index}

    def _remarks(self, indicator: Indicator, measured: Measured) -> tuple[str, ...]:
        said = [indicator.note(self.language)]
        if measured.told:
            key, figures = measured.told
            texts = {name: figure_text(value) for name, value in figures.items()}
            said.insert(0, remark_text(key, self.language, **texts))
        if indicator.dimension == AREA and measured.beyond > ROUNDING_HA:
            said.append(remark_text("beyond", self.language, beyond=figure_text(measured.beyond)))
        return tuple(filter(None, said))
