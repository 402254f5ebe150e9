# SPDX-License-Identifier: GPL-2.0-or-later
"""Extra conditions of rules: QGIS expressions on the attributes of a plan feature, as arrays for the domain.

A condition reads attributes and computes; it sees no geometry, no other layer, no variable, no
clock and no chance, so that the same plan always gives the same findings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import QgsExpression, QgsExpressionContext, QgsFeature, QgsFields

from ..domain.errors import RuleError
from ..domain.factors.problems import Problem
from ..domain.rules import RulePack, refuse_problems
from .compat import is_null

#: Groups of functions whose result depends on their arguments alone, but for the exceptions.
_FREE_GROUPS = frozenset(
    {"Arrays", "Conditionals", "Conversions", "Date and Time", "Fuzzy Matching", "Maps", "Math", "String"}
)
_EXCEPTIONS = frozenset({"now", "rand", "randf"})


@dataclass(frozen=True)
class _Condition:
    """A condition with the place of the cell that holds it."""

    rule_id: str
    text: str
    file: str
    row: int


def condition_problems(rules: pd.DataFrame) -> list[Problem]:
    """What no plan could make right in the conditions of a rule table (index = row of the file)."""
    if "condition" not in rules.columns:
        return []
    return [
        problem
        for line, text in rules["condition"].items()
        if text and text != "-"
        for problem in _problems_of(int(str(line)), str(text))
    ]


def condition_fields(pack: RulePack, fields: QgsFields, layer: str) -> list[str]:
    """The fields that the conditions of a pack read, named as the layer names them, in its order.

    Raises ``RuleError`` with row and column for conditions that cannot be parsed, reach
    beyond the feature's attributes, or name a field that the layer does not have.
    """
    found: set[int] = set()
    for condition in _checked(pack, fields, layer):
        found.update(fields.lookupField(name) for name in QgsExpression(condition.text).referencedColumns())
    return [fields.at(position).name() for position in sorted(found)]


def evaluate_conditions(
    pack: RulePack, fields: QgsFields, columns: Mapping[str, np.ndarray], layer: str
) -> dict[str, np.ndarray]:
    """By rule id, whether the condition holds for each feature: True, False, or None where it is NULL.

    ``columns`` has the attributes of ``condition_fields``, one entry per feature and None
    for NULL. Rules without a condition are left out. Raises ``RuleError`` like
    ``condition_fields``, and where an expression fails or gives something else than a truth
    value.
    """
    names = condition_fields(pack, fields, layer)
    combinations, which = _distinct(names, columns)
    chosen = QgsFields()
    for name in names:
        chosen.append(fields.at(fields.lookupField(name)))
    held = {}
    for condition in _checked(pack, fields, layer):
        truths = np.empty(len(combinations), dtype=object)
        truths[:] = list(_truths(condition, chosen, combinations))
        held[condition.rule_id] = truths[which]
    return held


def _checked(pack: RulePack, fields: QgsFields, layer: str) -> list[_Condition]:
    given = pack.rules["condition"]
    conditions = [
        _Condition(rule_id, text, *pack.conditions[rule_id]) for rule_id, text in given.items() if text
    ]
    by_file: dict[str, list[Problem]] = {}
    for condition in conditions:
        problems = list(_problems_of(condition.row, condition.text)) or list(
            _unknown_fields(condition, fields, layer)
        )
        by_file.setdefault(condition.file, []).extend(problems)
    for file, problems in by_file.items():
        refuse_problems(file, problems)
    return conditions


def _problems_of(row: int, text: str) -> Iterator[Problem]:
    expression = QgsExpression(text)
    if expression.hasParserError():
        yield Problem(
            row,
            "condition",
            "“{value}” is no QGIS expression: {reason}.",
            {"value": text, "reason": " ".join(expression.parserErrorString().split()).rstrip(".")},
        )
        return
    refused = sorted(expression.referencedFunctions() - _free_functions())
    if refused:
        yield Problem(
            row,
            "condition",
            "not allowed in a condition: {functions}. It may only read the attributes of the feature and "
            "must give the same result in every run. Write the value into a field and compare that.",
            {"functions": ", ".join(refused)},
        )


def _unknown_fields(condition: _Condition, fields: QgsFields, layer: str) -> Iterator[Problem]:
    for name in sorted(QgsExpression(condition.text).referencedColumns()):
        if fields.lookupField(name) < 0:
            yield Problem(
                condition.row,
                "condition",
                "layer “{layer}” has no field “{value}”; it has: {fields}. Correct the condition, add the "
                "field, or switch the rule off.",
                {"layer": layer, "value": name, "fields": ", ".join(fields.names())},
            )


@lru_cache(maxsize=1)
def _free_functions() -> frozenset[str]:
    free = {item.name() for item in QgsExpression.Functions() if _FREE_GROUPS.intersection(item.groups())}
    return frozenset(free - _EXCEPTIONS)


def _distinct(
    names: list[str], columns: Mapping[str, np.ndarray]
) -> tuple[list[tuple[Any, ...]], np.ndarray]:
    """The different combinations of values, and which of them each feature has.

    Plans have many parcels and few combinations, so that each is evaluated once.
    """
    which = np.zeros(len(next(iter(columns.values()))) if columns else 0, dtype=np.int64)
    for name in names:
        numbers = _numbered(columns[name])
        which = pd.factorize(which * (numbers.max(initial=0) + 1) + numbers)[0]
    firsts = np.unique(which, return_index=True)[1]
    return [tuple(columns[name][row] for name in names) for row in firsts], which


def _numbered(values: np.ndarray) -> np.ndarray:
    """Equal values as equal numbers, NULL as 0."""
    try:
        codes = pd.factorize(values)[0]
    except TypeError:
        # Lists and maps have no hash.
        codes = pd.factorize(np.array(list(map(repr, values)), dtype=object))[0]
    return np.asarray(codes + 1)


def _truths(
    condition: _Condition, fields: QgsFields, combinations: list[tuple[Any, ...]]
) -> Iterator[bool | None]:
    expression = QgsExpression(condition.text)
    context = QgsExpressionContext()
    context.setFields(fields)
    expression.prepare(context)
    feature = QgsFeature(fields)
    for values in combinations:
        feature.setAttributes(list(values))
        context.setFeature(feature)
        result = expression.evaluate(context)
        if expression.hasEvalError() or not (is_null(result) or _is_truth(result)):
            reason = expression.evalErrorString() if expression.hasEvalError() else str(result)
            raise RuleError(
                "Rule table “{file}”, row {row}: condition “{value}” of rule {rule_id} gives no truth value "
                "for the attributes {attributes}: {reason}. Correct the condition.",
                file=condition.file,
                row=condition.row,
                value=condition.text,
                rule_id=condition.rule_id,
                attributes=", ".join(map(str, values)) or "–",
                reason=" ".join(reason.split()),
            )
        yield None if is_null(result) else bool(result)


def _is_truth(result: Any) -> bool:
    # QGIS compares to the whole numbers 0 and 1; 1.0 is the result of a calculation.
    return isinstance(result, int) and result in (0, 1)
