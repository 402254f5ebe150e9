# SPDX-License-Identifier: GPL-2.0-or-later
"""One finding in words: what it is, what it costs, the rule with its legal basis and where that was read."""

from __future__ import annotations

import html
import math
import re
from collections.abc import Iterator

from ...domain.profiles import Profile
from ...domain.rules import RulePack
from ...domain.rules.sources import RuleSource, sources_of
from ...i18n import speaks_chinese, tr
from .findings import Findings
from .words import rule_text

#: An address in the text of a source.
_LINK = re.compile(r"https?://[^\s;,，；]+")
#: Name of the anchor to which "legal basis" jumps.
LEGAL_ANCHOR = "legal"


def describe(findings: Findings, row: int, profile: Profile) -> str:
    """The finding in a row as HTML without colours of its own."""
    cells = {name: values[row] for name, values in findings.columns.items()}
    words = findings.words
    severity, state = (words.of(name, cells[name]) for name in ("severity", "state"))
    title = f"{cells['rule_id']} · {words.of('line_type', cells['line_type'])}"
    parts = [f"<h3>{_safe(title)}</h3>", f"<p><b>{_safe(severity)}</b> · {_safe(state)}</p>"]
    parts.append(_table(_facts(findings, row, profile)))
    parts += _section(tr("Remedy"), _safe(cells["remedy"]))
    parts += _section(tr("Decision"), "<br>".join(_decision(cells)))
    parts.append(f"<a name='{LEGAL_ANCHOR}'></a>")
    parts += _section(tr("Legal basis"), _legal_basis(words.pack, cells))
    return "".join(parts)


def _facts(findings: Findings, row: int, profile: Profile) -> Iterator[tuple[str, str]]:
    cells = {name: values[row] for name, values in findings.columns.items()}
    language = "zh" if speaks_chinese() else "en"
    area = profile.quantity("parcel_area").format(float(findings.area_ha[row]))
    yield tr("Parcel"), _text(cells["plan_id"])
    yield tr("Area"), f"{area} {profile.unit('parcel_area', language)}"
    if _is_number(cells["share"]):
        yield tr("Share of the parcel"), f"{100.0 * cells['share']:.1f} %"
    for label, name in (
        (tr("Planned use"), "plan_code"),
        (tr("Present use"), "base_code"),
        (tr("Line feature"), "line_id"),
        (tr("Unit"), "unit"),
        (tr("Needs"), "needs"),
    ):
        if cells[name]:
            yield label, _text(cells[name])
    yield tr("Status of the line"), findings.words.of("line_status", cells["line_status"])
    for label, name, quantity in (
        (tr("Stock loss, one-off"), "stock_loss_tco2", "parcel_co2"),
        (tr("Removal forgone, yearly"), "removal_forgone_tco2e_a", "parcel_flux"),
        (tr("Carbon at stake over the horizon"), "carbon_tco2e", "parcel_co2e"),
    ):
        if _is_number(cells[name]):
            bounds = [_number(cells[f"{name}_{end}"]) for end in ("low", "high")]
            written = profile.quantity(quantity).format_interval(float(cells[name]), *bounds)
            yield label, f"{written} {profile.unit(quantity, language)}"


def _decision(cells: dict[str, object]) -> list[str]:
    labels = (
        (tr("Document"), "document_no"),
        (tr("Approved by"), "approver"),
        (tr("Reason"), "reason"),
        (tr("Valid from"), "date"),
        (tr("Valid to"), "expiry"),
    )
    return [f"{label}: {_safe(cells[name])}" for label, name in labels if cells[name]]


def _legal_basis(pack: RulePack | None, cells: dict[str, object]) -> str:
    lines = [_safe(cells["legal_basis"])] if cells["legal_basis"] else []
    if not lines:
        lines.append(tr("No legal basis is printed for lines that are not in force."))
    rule_id = str(cells["rule_id"])
    if pack is None or rule_id not in pack.rules.index:
        return "<br>".join([*lines, tr("The rule pack of this run cannot be read here.")])
    rule = pack.rules.loc[rule_id]
    lines.insert(0, f"<i>{_safe(rule_text(rule))}</i>")
    lines.append(_verified(str(rule["verified"])))
    lines += [_source_line(source) for source in sources_of(rule)]
    return "<br>".join(line for line in lines if line)


def _verified(value: str) -> str:
    return {
        "yes": tr("The text of the law was read and compared."),
        "partial": tr("Parts of the text of the law were read and compared."),
        "no": tr("Nobody has compared this rule with the text of the law yet."),
    }.get(value, _safe(value))


def _source_line(source: RuleSource) -> str:
    text = tr("Source {key}: {document} (read in: {place})").format(
        key=source.key, document=source.document, place=source.where_read
    )
    between, links = _LINK.split(text), _LINK.findall(text)
    parts = [
        f"{_safe(words)}<a href='{_safe(link)}'>{_safe(link)}</a>" for words, link in zip(between, links)
    ]
    return "".join([*parts, _safe(between[-1])])


def _section(title: str, text: str) -> list[str]:
    return [f"<h4>{_safe(title)}</h4><p>{text}</p>"] if text else []


def _table(rows: Iterator[tuple[str, str]]) -> str:
    cells = (f"<tr><td>{_safe(label)}&nbsp;&nbsp;</td><td>{_safe(value)}</td></tr>" for label, value in rows)
    return f"<table>{''.join(cells)}</table>"


def _is_number(value: object) -> bool:
    return not math.isnan(_number(value))


def _number(value: object) -> float:
    return float(value) if isinstance(value, (int, float)) else math.nan


def _text(value: object) -> str:
    return "–" if value in (None, "") else str(value)


def _safe(value: object) -> str:
    return html.escape("" if value is None else str(value))
