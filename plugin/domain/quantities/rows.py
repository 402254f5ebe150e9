# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows of the result: each figure with its target, its verdict and the law behind it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from ..rules import RulePack
from .explanations import difference_unit, figure_text, missing_text, reason_text, remark_text
from .figures import Unit
from .judgement import FAIL, NOT_MEASURED, UNSURE, WARN, Judgement
from .line_grounds import LineGround

QUANTITY_COLUMNS = (
    "indicator",
    "name",
    "unit_name",
    "kind",
    "measured",
    "target",
    "difference",
    "unit",
    "direction",
    "binding",
    "result",
    "severity",
    "trial",
    "rule_id",
    "verified",
    "legal_basis",
    "explanation",
    "remedy",
    "target_row",
)
#: Kinds of rows: against a target handed down, a national default, a stated value, a balance of
#: losses and gains, and 图数一致 of the map or the text with the table.
TARGET, DEFAULT, STATED, BALANCE, MAP_TABLE, TEXT_TABLE = (
    "target",
    "default",
    "stated",
    "balance",
    "map_table",
    "text_table",
)
SEVERITIES = {FAIL: "error", WARN: "warning"}


@dataclass(frozen=True)
class Figure:
    """One figure to write: base units, its verdict, and where it comes from."""

    indicator: str
    name: str
    kind: str
    measured: float
    target: float
    unit: Unit
    direction: str
    binding: str
    judgement: Judgement
    rule_ids: tuple[str, ...]
    verified: str = ""
    unit_name: str | None = None
    unsure: float = 0.0
    missing: str = ""
    line_types: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    target_row: int | None = None


@dataclass(frozen=True)
class Writer:
    """Writes figures as rows under a law, in one language."""

    law: RulePack
    lines: Mapping[str, LineGround]
    language: str

    def row(self, figure: Figure) -> dict[str, object]:
        """The row of a figure: ``QUANTITY_COLUMNS``; a line without legal force makes it a trial.

        A trial never fails: its breaches are a ``warn`` of severity info without a legal basis.
        Nor fails what a rule pack only warns about.
        """
        trial = any(not self.lines[name].legal for name in figure.line_types if name in self.lines)
        rules = [rule_id for rule_id in figure.rule_ids if rule_id in self.law.rules.index]
        result = figure.judgement.result
        if result == FAIL and (trial or not self._blocks(rules)):
            result = WARN
        broken = result in SEVERITIES
        unit = figure.unit
        return {
            "indicator": figure.indicator,
            "name": figure.name,
            "unit_name": figure.unit_name,
            "kind": figure.kind,
            "measured": unit.from_base(figure.measured),
            "target": unit.from_base(figure.target),
            "difference": unit.from_base(figure.measured - figure.target),
            "unit": unit.name or None,
            "direction": figure.direction or None,
            "binding": figure.binding,
            "result": result,
            "severity": ("info" if trial else SEVERITIES[result]) if broken else None,
            "trial": int(trial),
            "rule_id": ";".join(rules) or None,
            "verified": self._verified(rules) or figure.verified or None,
            "legal_basis": None if trial else self._basis(rules),
            "explanation": self._explanation(figure, trial) or None,
            "remedy": self._remedy(rules) if broken else None,
            "target_row": figure.target_row,
        }

    def table(self, figures: list[Figure]) -> pd.DataFrame:
        """The rows of figures as a table."""
        rows = [self.row(figure) for figure in figures]
        table = pd.DataFrame(rows, columns=list(QUANTITY_COLUMNS), dtype=object)
        for name in ("measured", "target", "difference"):
            table[name] = table[name].astype(float)
        table["trial"] = table["trial"].astype("int64")
        return table

    def _explanation(self, figure: Figure, trial: bool) -> str:
        unit = figure.unit
        said = []
        if figure.judgement.result == NOT_MEASURED:
            said.append(missing_text(figure.missing, self.language, self._line_name(figure.missing)))
        else:
            gap = unit.from_base(abs(figure.measured - figure.target))
            name = difference_unit(unit.name, self.language)
            said.append(
                reason_text(
                    figure.judgement.reason,
                    self.language,
                    figure.kind,
                    gap="" if math.isnan(gap) else figure_text(gap),
                    open=figure_text(unit.from_base(figure.unsure)),
                    unit=name,
                )
            )
            if figure.unsure > 0.0 and figure.judgement.reason != UNSURE:
                said.append(
                    remark_text(
                        "unsure",
                        self.language,
                        open=figure_text(unit.from_base(figure.unsure)),
                        unit=name,
                    )
                )
        said += figure.remarks
        said += [remark_text("trial", self.language)] if trial else []
        return ("；" if self.language == "zh" else "; ").join(filter(None, said))

    def _line_name(self, missing: str) -> str:
        line_type = missing.partition(":")[2]
        if line_type not in self.law.line_types.index:
            return line_type
        return str(self.law.line_types.at[line_type, f"name_{self.language}"])

    def _blocks(self, rules: list[str]) -> bool:
        """Whether a breach is an error by the pack; a target without a rule speaks for itself."""
        return not rules or any(self.law.rules.at[rule_id, "severity"] == "error" for rule_id in rules)

    def _basis(self, rules: list[str]) -> str | None:
        cells = [self.law.rules.loc[rule_id] for rule_id in rules]
        texts = [
            " ".join(part for part in (row["legal_title_zh"], row["doc_no"], row["article"]) if part)
            for row in cells
        ]
        return "; ".join(dict.fromkeys(text for text in texts if text)) or None

    def _remedy(self, rules: list[str]) -> str | None:
        texts = [str(self.law.rules.at[rule_id, f"remedy_{self.language}"]) for rule_id in rules]
        return next((text for text in texts if text), None)

    def _verified(self, rules: list[str]) -> str:
        """The weakest state of verification among the rules."""
        states = [str(self.law.rules.at[rule_id, "verified"]) or "no" for rule_id in rules]
        return next((state for state in ("no", "partial", "yes") if state in states), "")
