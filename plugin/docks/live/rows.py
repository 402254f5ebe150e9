# SPDX-License-Identifier: GPL-2.0-or-later
"""The figures of a live balance as rows of text: value, change in words, unit."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ...domain.exemptions import OPEN
from ...domain.live_balance import BalanceState, QuantityUse
from ...domain.plancheck.hits import RANKS
from ...domain.profiles import MISSING, Profile, Quantity, load_profile
from ...domain.quantities.judgement import FAIL, NO_TARGET, NOT_MEASURED, PASS, WARN
from ...domain.units import CO2_PER_C
from ...i18n import speaks_chinese, tr
from ..check.words import Words
from ..table_copy import all_digits

Bounded = tuple[float, float, float]
#: Writes a figure that stands in the unit which is given with it.
Writer = Callable[[float, str], str]
#: Sums that went and came back differ by less than this share of themselves.
SAME = 1e-9


@dataclass(frozen=True)
class Row:
    """One line of a table: a name, texts for its columns, and the share of a bar where there is one.

    ``copied`` are its cells for the clipboard, figures with all digits.
    """

    name: str
    cells: Sequence[str]
    copied: Sequence[str]
    icon: str = ""
    tip: str = ""
    bar: float = math.nan


@dataclass(frozen=True)
class CarbonLine:
    """One figure of the balance: of the plan, changed since the editing began, and against the baseline.

    Figures are in ``base_unit``, with low and high (95 %); the plan's are written as ``total``, the
    changes as ``change``.
    """

    name: str
    total: Quantity
    change: Quantity
    base_unit: str
    plan: Bounded
    since: float
    baseline: Bounded

    @property
    def unit(self) -> str:
        """The unit of the plan's figure, and that of changes where it is another one."""
        total, change = unit_of(self.total), unit_of(self.change)
        if math.isnan(self.plan[0]) or total == change:
            return change
        return tr("{total}; changes in {change}").format(total=total, change=change)


def carbon_lines(
    state: BalanceState, since: BalanceState, profile: Profile, horizon_a: float
) -> list[CarbonLine]:
    """Stock and yearly fluxes; the last line adds stock and removal over the stated horizon."""
    carbon, before = state.carbon, since.carbon
    if carbon is None or carbon.closing is None or before is None or before.closing is None:
        return []
    now, then = carbon.closing, before.closing
    value, low, high = (figure / CO2_PER_C for figure in carbon.stock_change_tco2)
    net = carbon.emission_change_tco2e_a[0] - carbon.removal_change_tco2e_a[0]
    fluxes = (
        (tr("Removal, yearly"), now.removal_tco2e_a, then.removal_tco2e_a, carbon.removal_change_tco2e_a),
        (tr("Emission, yearly"), now.emission_tco2e_a, then.emission_tco2e_a, carbon.emission_change_tco2e_a),
        (tr("Net emission, yearly"), _alone(now.net_tco2e_a), _alone(then.net_tco2e_a), _alone(net)),
    )
    flux = profile.quantity("flux"), profile.quantity("parcel_flux")
    stock = CarbonLine(
        tr("Carbon stock"),
        profile.quantity("carbon"),
        _tonnes_of_carbon(profile),
        "t C",
        now.stock_tc,
        difference(now.stock_tc[0], then.stock_tc[0]),
        (value, low, high),
    )
    gained = difference(carbon.carbon_change_tco2e[0], before.carbon_change_tco2e[0])
    summed = CarbonLine(
        tr("Both over {years:g} years").format(years=horizon_a),
        profile.quantity("co2e"),
        profile.quantity("parcel_co2e"),
        "t CO2e",
        _alone(math.nan),
        gained,
        carbon.carbon_change_tco2e,
    )
    yearly = [
        CarbonLine(name, *flux, "t CO2e/a", value, difference(value[0], old[0]), changed)
        for name, value, old, changed in fluxes
    ]
    return [stock, *yearly, summed]


def unknown_ground(state: BalanceState, profile: Profile) -> str:
    """A sentence on the ground whose carbon is not known; empty where there is none."""
    carbon = state.carbon
    if carbon is None:
        return tr("Without a present land cover there is no carbon balance.")
    area_ha = max(carbon.unmapped_ha, 0.0 if carbon.closing is None else carbon.closing.unknown_ha)
    if area_ha <= 0.0:
        return ""
    area = profile.quantity("parcel_area")
    return tr(
        "On {area} {unit} the carbon before or after the plan is not known; nothing is counted there."
    ).format(area=area.format(area_ha), unit=unit_of(area))


def conflict_rows(state: BalanceState, since: BalanceState, words: Words, profile: Profile) -> list[Row]:
    """Findings by severity, line and state: how many, on how much ground, and the change of both."""
    now, then = _count(state), _count(since)
    area = profile.quantity("parcel_area")
    rows = []
    for kind in sorted({*now, *then}, key=lambda kind: (RANKS.index(kind[0]), *kind[1:])):
        severity, line_type, state_id = kind
        ground, before = (found.hit_ha.get(kind, 0.0) for found in (state, since))
        told = [words.of("severity", severity), words.of("line_type", line_type)]
        told += [] if state_id == OPEN else [words.of("state", state_id)]
        more, moved = now[kind] - then[kind], difference(ground, before)
        changed = [signed(more, str(abs(more)))] if more else []
        changed += [signed(moved, f"{area.format(abs(moved))} {unit_of(area)}")] if moved else []
        cells = (
            str(now[kind]),
            f"{area.format(ground)} {unit_of(area)}",
            " · ".join(changed) or tr("no change"),
        )
        figures = (all_digits(area.scaled(ground)), str(more), all_digits(area.scaled(moved)))
        rows.append(Row(" · ".join(told), cells, (str(now[kind]), *figures), icon=f"severity_{severity}"))
    return rows


def conflict_columns(profile: Profile) -> list[str]:
    """Headers of the conflicts as they are copied."""
    unit = unit_of(profile.quantity("parcel_area"))
    return [
        tr("Severity and line"),
        tr("Findings"),
        tr("Ground ({unit})").format(unit=unit),
        tr("Change of findings"),
        tr("Change of ground ({unit})").format(unit=unit),
    ]


def quantity_rows(state: BalanceState, since: BalanceState, write: Writer) -> list[Row]:
    """Figures held against targets: used and allowed, the verdict, and the change."""
    before = {(one.indicator, one.unit_name, one.kind): one for one in since.quantities}
    rows = []
    for one in state.quantities:
        if one.result == NO_TARGET or math.isnan(one.measured):
            continue
        old = before.get((one.indicator, one.unit_name, one.kind))
        moved = difference(one.measured, math.nan if old is None else old.measured)
        unit = one.unit or ""
        size = f"{write(abs(moved), unit)} {unit}".strip()
        if unit == "%":
            size = tr("{points} % points").format(points=write(abs(moved), unit))
        changed = change_text(moved, size)
        name = one.name if one.unit_name is None else f"{one.name} · {one.unit_name}"
        told = "\n".join(text for text in (one.explanation, one.remedy, one.legal_basis) if text)
        icon = "state_fixed" if one.severity is None else f"severity_{one.severity}"
        verdict = result_word(one.result)
        figures = (all_digits(one.measured), one.direction or "=", all_digits(one.target), unit)
        cells = (_use_text(one, write), verdict, changed)
        rows.append(Row(name, cells, (*figures, verdict, all_digits(moved)), icon, told, _share(one)))
    return rows


def quantity_columns() -> list[str]:
    """Headers of the quantities as they are copied."""
    return [
        tr("Indicator"),
        tr("Used"),
        tr("Must be"),
        tr("Target"),
        tr("Unit"),
        tr("Result"),
        tr("Change"),
    ]


def finding_columns(profile: Profile) -> list[str]:
    """Headers of the findings as they are copied."""
    area = tr("Area ({unit})").format(unit=unit_of(profile.quantity("parcel_area")))
    return [tr("Parcel"), tr("Rule"), tr("Severity"), tr("Line"), area]


def difference(now: float, then: float) -> float:
    """How much more there is; exactly 0 where only sums were made in another order."""
    return 0.0 if abs(now - then) <= SAME * max(abs(now), abs(then)) else now - then


def result_word(result: str) -> str:
    """The verdict on a quantity in words."""
    return {
        PASS: tr("kept"),
        FAIL: tr("not kept"),
        WARN: tr("doubtful"),
        NOT_MEASURED: tr("not measured"),
    }.get(result, result)


def _count(state: BalanceState) -> Counter[tuple[str, str, str]]:
    found: Counter[tuple[str, str, str]] = Counter()
    for one in state.conflicts:
        found[one.severity, one.line_type, one.state] += one.findings
    return found


def _share(one: QuantityUse) -> float:
    """The part of the target that is used; NaN where it cannot be told."""
    return one.measured / one.target if one.target > 0.0 else math.nan


def _use_text(one: QuantityUse, write: Writer) -> str:
    unit = one.unit or ""
    target = MISSING if math.isnan(one.target) else f"{one.direction or '='} {write(one.target, unit)}"
    return f"{write(one.measured, unit)} / {target} {unit}".rstrip()


def signed(value: float, size: str) -> str:
    """A change that can be read without its colour and without its sign."""
    return tr("▲ {size} more").format(size=size) if value > 0 else tr("▼ {size} less").format(size=size)


def change_text(value: float, size: str) -> str:
    """A change of a figure in words: ``size`` is how large it is."""
    if math.isnan(value):
        return MISSING
    return signed(value, size) if value else tr("no change")


def unit_of(quantity: Quantity) -> str:
    """The unit of a quantity in the language of QGIS."""
    return quantity.units["zh" if speaks_chinese() else "en"]


def _tonnes_of_carbon(profile: Profile) -> Quantity:
    """What one parcel changes of a stock, which large units would round away."""
    tonnes = load_profile("si").quantity("carbon")
    return replace(tonnes, decimals=profile.quantity("parcel_co2").decimals)


def _alone(value: float) -> Bounded:
    return value, math.nan, math.nan
