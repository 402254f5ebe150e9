# SPDX-License-Identifier: GPL-2.0-or-later
"""The register of enterprises, parks and products: verified emissions that replace activity rows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from ..errors import InputError
from .lines import Line, Part
from .measures import CO2, CO2E
from .register_parts import without_parts
from .rows import Row, rows_of_table
from .sectors import Sectors
from .vocabulary import USES, item_id

REGISTERED = "registered"
VERIFIED, SELF_REPORTED, UNVERIFIED = "verified", "self_reported", "unverified"
STATES: dict[str, tuple[str, ...]] = {
    VERIFIED: ("已核查", "已核证", "第三方核查"),
    SELF_REPORTED: ("self-reported", "自报", "企业自报"),
    UNVERIFIED: ("", "未核查"),
}
ENTERPRISE, PARK, PRODUCT = "enterprise", "park", "product"
KINDS: dict[str, tuple[str, ...]] = {
    ENTERPRISE: ("", "企业", "单位"),
    PARK: ("园区", "开发区"),
    PRODUCT: ("产品",),
}
#: Columns of a register (resources/factors/emission_register_template.csv).
REGISTER_COLUMNS: dict[str, tuple[str, ...]] = {
    "id": ("企业编号", "统一社会信用代码", "enterprise_id"),
    "name": ("名称", "企业名称"),
    "kind": ("类型", "类别"),
    "part_of": ("所属编号", "所属企业", "所属园区"),
    "sector": ("部门", "领域"),
    "unit": ("统计单元", "单元", "镇街"),
    "year": ("年份",),
    "scope": ("范围",),
    "use": ("用途",),
    "co2_t": ("二氧化碳排放量",),
    "emission_tco2e": ("温室气体排放量",),
    "emission_low": ("下限", "low"),
    "emission_high": ("上限", "high"),
    "verification": ("核查状态",),
    "verifier": ("核查机构",),
    "verified_on": ("核查日期",),
    "certificate": ("证书编号", "证书"),
    "audit": ("审计记录",),
    "x": (),
    "y": (),
    "note": ("备注",),
}
_REQUIRED = ("id", "sector", "unit", "year")
#: Columns of the register with what its activity rows say.
COMPARED = (
    *("id", "name", "kind", "part_of", "sector", "unit", "year", "scope"),
    *("co2_t", "emission_tco2e", "counted_tco2e", "verification"),
    *("verifier", "verified_on", "certificate", "audit", "x", "y"),
    *("activity_rows", "activity_tco2e", "difference_tco2e", "difference_percent"),
)


@dataclass(frozen=True)
class Register:
    """Entries of the year: a line for each, the checked cells of each, and entries of other years."""

    lines: tuple[Line, ...]
    rows: tuple[Row, ...]
    other_years: int

    def keys(self) -> dict[tuple[str, int], int]:
        """Position of each entry by enterprise and scope."""
        return {(line.enterprise, line.scope): n for n, line in enumerate(self.lines)}

    def with_parts(self, names: Sequence[str]) -> set[str]:
        """Names and those of all entries that are part of them."""
        found = set(names)
        parts = [(line.enterprise, row.text("part_of")) for line, row in zip(self.lines, self.rows)]
        while more := {name for name, whole in parts if whole in found} - found:
            found |= more
        return found


def read_register(frame: pd.DataFrame, *, year: int, sectors: Sectors, table: str) -> Register:
    """Check a register of texts (index: row numbers); one row per enterprise, year and scope.

    What is part of another entry (``part_of``: a product of an enterprise, an enterprise of a park) is
    taken off that one, so that their sum is the whole. Raises ``InputError`` by row and column, also for
    an enterprise that occurs twice.
    """
    rows, _unread = rows_of_table(frame, table, REGISTER_COLUMNS, _REQUIRED)
    lines, kept, others = [], [], 0
    seen: set[tuple[str, int]] = set()
    for row in rows:
        found = row.year()
        row.refuse_total("id")
        row.refuse_total("name")
        line = _line_of(row, sectors)
        if found != year:
            others += 1
            continue
        if (line.enterprise, line.scope) in seen:
            raise InputError(
                "Table “{table}”, row {row}: enterprise “{value}” occurs twice for {year}, scope {scope}. "
                "Keep one row per enterprise, year and scope.",
                **row.at("id"),
                year=year,
                scope=line.scope,
            )
        seen.add((line.enterprise, line.scope))
        lines.append(line)
        kept.append(row)
    return Register(tuple(without_parts(lines, kept)), tuple(kept), others)


def _line_of(row: Row, sectors: Sectors) -> Line:
    scope = row.text("scope") or "1"
    if scope not in ("1", "2", "3"):
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: “{value}” is no scope. Write 1, 2 or 3; an "
            "enterprise whose report holds several has a row for each.",
            **row.at("scope"),
        )
    co2, emission = row.amount("co2_t"), row.amount("emission_tco2e")
    if math.isnan(co2) and math.isnan(emission):
        raise InputError(
            "Table “{table}”, row {row}: enterprise “{enterprise}” states no emission. Fill co2_t or "
            "emission_tco2e (t).",
            **row.at("co2_t"),
            enterprise=row.text("id"),
        )
    if co2 > emission:
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: {value} t CO2 is more than all gases of the "
            "enterprise in emission_tco2e. Correct one of them.",
            **row.at("co2_t"),
        )
    total = co2 if math.isnan(emission) else emission
    low, high = row.bounds("emission_low", "emission_high", total)
    known = not math.isnan(low)
    state = row.word("verification", STATES)
    row.word("kind", KINDS)
    use = row.word("use", USES)
    enterprise = row.required("id")
    return Line(
        row=row.line,
        unit=row.unit(),
        sector=sectors.of(row),
        item="enterprise_" + item_id(enterprise) if item_id(enterprise) else "enterprise",
        name=row.text("name"),
        scope=int(scope),
        activity=math.nan,
        activity_unit="",
        carrier="",
        factor_id="",
        gas=CO2 if co2 == total else CO2E,
        mass_t=total,
        emission_tco2e=total,
        parts=(Part(f"register {enterprise} {scope}", total - low, high - total),) if known else (),
        interval_known=known,
        grade="measured" if state == VERIFIED else "user",
        weak=state != VERIFIED,
        source=_source(row, state),
        enterprise=enterprise,
        reason="" if use == "energy" else use,
        stated_co2_t=math.nan if co2 == total else co2,
    )


def _source(row: Row, state: str) -> str:
    parts = (state, *(row.text(name) for name in ("verifier", "verified_on", "certificate")))
    return "; ".join(("register", *(part for part in parts if part)))


def replace_registered(lines: Sequence[Line], register: Register, table: str) -> list[Line]:
    """Activity lines, those of a registered enterprise and scope out of the total (``reason``).

    Raises ``InputError`` where such a line stands in another unit than the register says.
    """
    keys = register.keys()
    made = []
    for line in lines:
        found = keys.get((line.enterprise, line.scope)) if line.enterprise else None
        if found is not None and register.lines[found].unit != line.unit:
            raise InputError(
                "Table “{table}”, row {row}: enterprise “{enterprise}” is in unit “{unit}” here and in "
                "“{other}” in the register. Correct one of them.",
                table=table,
                row=line.row,
                enterprise=line.enterprise,
                unit=line.unit,
                other=register.lines[found].unit,
            )
        made.append(replace(line, reason=line.reason or REGISTERED) if found is not None else line)
    return made


def take_off_contained(lines: Sequence[Line], register: Register, table: str) -> list[Line]:
    """Lines less the registered emission of the enterprises that their statistic contains.

    The emission of an enterprise is taken off the rows of its scope that name it, in proportion to
    their emission, also where its use keeps it out of the total. Raises ``InputError`` where less is
    left than nothing.
    """
    taken = [0.0] * len(lines)
    naming: dict[tuple[str, int], list[int]] = {}
    for number, line in enumerate(lines):
        if line.counted and line.contains:
            for name in register.with_parts(line.contains):
                naming.setdefault((name, line.scope), []).append(number)
    for key, entry in register.keys().items():
        numbers = naming.get(key, [])
        whole = math.fsum(lines[number].emission_tco2e for number in numbers)
        for number in numbers:
            share = lines[number].emission_tco2e / whole if whole else 1.0 / len(numbers)
            taken[number] += register.lines[entry].emission_tco2e * share
    return [_less(line, amount, table) if amount else line for line, amount in zip(lines, taken)]


def _less(line: Line, amount: float, table: str) -> Line:
    if amount > line.emission_tco2e:
        raise InputError(
            "Table “{table}”, row {row}: it emits {emission:.10g} t CO2e, but the registered enterprises "
            "that it contains emit {registered:.10g} t CO2e. Correct the row, its column contains or the "
            "register.",
            table=table,
            row=line.row,
            emission=line.emission_tco2e,
            registered=amount,
        )
    # What is left is no surer than the sum: its half-widths stay.
    left = line.scaled(1.0 - amount / line.emission_tco2e)
    return replace(left, parts=line.parts, taken_tco2e=amount)


def compared(register: Register, lines: Sequence[Line], year: int) -> pd.DataFrame:
    """The register beside what its activity rows give: ``COMPARED``; NaN where it has no such rows."""
    made = []
    replaced: dict[tuple[str, int], list[Line]] = {}
    for line in lines:
        if line.reason == REGISTERED:
            replaced.setdefault((line.enterprise, line.scope), []).append(line)
    for line, row in zip(register.lines, register.rows):
        linked = replaced.get((line.enterprise, line.scope), [])
        activity = math.fsum(other.emission_tco2e for other in linked) if linked else math.nan
        whole = line.emission_tco2e + line.taken_tco2e
        difference = activity - whole
        texts = {name: row.text(name) or None for name in ("verifier", "verified_on", "certificate", "audit")}
        made.append(
            {
                **texts,
                "id": line.enterprise,
                "name": line.name or None,
                "kind": row.word("kind", KINDS),
                "part_of": row.text("part_of") or None,
                "sector": line.sector,
                "unit": line.unit,
                "year": year,
                "scope": str(line.scope),
                "co2_t": row.number("co2_t"),
                "emission_tco2e": whole,
                "counted_tco2e": line.emission_tco2e if line.counted else 0.0,
                "verification": row.word("verification", STATES),
                "x": row.number("x"),
                "y": row.number("y"),
                "activity_rows": len(linked),
                "activity_tco2e": activity,
                "difference_tco2e": difference,
                "difference_percent": 100.0 * difference / whole if whole else math.nan,
            }
        )
    return pd.DataFrame(made, columns=list(COMPARED))


def beside_registered(lines: Sequence[Line], register: Register) -> list[Line]:
    """Counted rows without an enterprise in unit, sector and scope of a registered one: maybe twice."""
    places = {(line.unit, line.sector, line.scope) for line in register.lines}
    return [
        line
        for line in lines
        if line.counted
        and not (line.enterprise or line.contains)
        and (line.unit, line.sector, line.scope) in places
    ]
