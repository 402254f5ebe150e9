# SPDX-License-Identifier: GPL-2.0-or-later
"""What the rules of control lines say to one planned code."""

from __future__ import annotations

from ...domain.errors import InputError
from ...i18n import speaks_chinese
from ..dates import day_of
from .known_tables import rules_of

PLACES = ("inside", "outside")


def finding_severity(
    code: object, line_type: str, place: str, zone: str, base_code: object, rules: str, as_of: str
) -> str | None:
    """The worst severity of a planned code at a place of a control line; None where no rule objects.

    Raises ``InputError`` for a place, a line type or a day that is none, ``RuleError`` for a broken pack.
    """
    from ...domain.rules import judge, rules_in_force
    from ...domain.rules.vocabulary import SEVERITIES

    if place not in PLACES:
        raise InputError(
            "“{place}” is no place of a control line. Use one of {known}.",
            place=place,
            known=", ".join(PLACES),
        )
    pack = rules_in_force(rules_of(rules), day_of(as_of))
    if line_type not in pack.line_types.index:
        raise InputError(
            "“{line_type}” is no type of control line. Use one of {known}.",
            line_type=line_type,
            known=", ".join(sorted(pack.line_types.index)),
        )
    base = str(base_code) or None
    verdicts = judge(pack, line_type, zone, place, str(code), base, base_given=base is not None)
    return min((verdict.severity for verdict in verdicts), key=SEVERITIES.index, default=None)


def legal_basis(rule_id: object, rules: str) -> str | None:
    """Text and legal basis of a rule, in the language of QGIS; None for an unknown rule."""
    table = rules_of(rules).rules
    if str(rule_id) not in table.index:
        return None
    row = table.loc[str(rule_id)]
    text = (row["rule_text_zh"] if speaks_chinese() else "") or row["rule_text"]
    basis = " ".join(part for part in (row["legal_title_zh"], row["doc_no"], row["article"]) if part)
    return "\n".join(part for part in (text, basis) if part)
