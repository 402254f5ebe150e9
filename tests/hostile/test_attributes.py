# SPDX-License-Identifier: GPL-2.0-or-later
"""Hostile values of codes, ids, names and areas, and hostile names of the fields that hold them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from hostile.generator import Case, Expect
from hostile.raw_layers import polygon, write_gpkg
from hostile.roles import PADDY_TC_HA, ROLES, attributes, sound_row, write_ground
from hostile.shapes import box

#: Texts that break programs which paste them into formats, queries, pages, paths or shells.
TRICKS = {
    "of a query": "'; DROP TABLE DLTB; --",
    "of a page": "<script>alert(1)</script>",
    "of a format": "{count} {area_ha:.4f} {0} %s %d {",
    "of a path": "../../../etc/passwd",
    "of a formula": '=HYPERLINK("http://127.0.0.1:1")',
    "of a shell": "$(touch hostile) `touch hostile`",
    "of a template": "{{ 7 * 7 }}{% raw %}",
    "with quotes": """a"b'c`d”e""",
    "with line ends": "a\r\nb\nc",
    "with controls": "a\x01b\x1b[31mc\x7f",
    "with no width": "a\u200bb\ufeffc",
    "right to left": "\u202eabc",
    "with emoji": "👩‍🌾🌾",
    "with a lone surrogate's neighbour": "a\ufffdb\uffff",
    "200 characters": "耕" * 200,
    "100 000 characters": "x" * 100_000,
}
#: Codes of paddy (0101) as people and programs write them.
PADDIES = {
    "blank before": " 0101",
    "blank after": "0101 ",
    "wide blank": "\u30000101",
    "blank that does not break": "\xa00101",
    "tab after": "0101\t",
    "line end after": "0101\n",
    "byte order mark": "\ufeff0101",
    "no width": "0101\u200b",
    "full width": "０１０１",
    "decimal": "0101.0",
    "decimals": "0101.00",
    "leading zero lost": "101",
    "leading zero lost and decimal": "101.0",
    "apostrophe of a spreadsheet": "'0101",
    "name after the code": "0101水田",
    "name instead": "水田",
    "quoted": '"0101"',
    "letter O": "O1O1",
    "exponent": "1.01e2",
}
#: What is no code at all.
NO_CODES = {
    "empty": "",
    "blanks": "   ",
    "missing": None,
    "zero": "0",
    "9999": "9999",
    "NaN": "NaN",
    "NULL": "NULL",
    **TRICKS,
}
NUMBERS = {
    "whole number": 101,
    "real number": 101.0,
    "real number with a rest": 101.5,
    "not a number": math.nan,
    "infinite": math.inf,
    "largest whole number": 2**63 - 1,
    "negative": -101,
}
AREAS = {
    "negative": -10_000.0,
    "nothing": 0.0,
    "not a number": math.nan,
    "infinite": math.inf,
    "huge": 1e300,
    "tiny": 5e-324,
    "missing": None,
    "decimal comma": "10000,0",
    "thousands": "10,000",
    "unit": "10000㎡",
    "mu": "15亩",
    "words": "一公顷",
    "blank": " ",
}
IDS = {
    "empty": "",
    "blanks": "  ",
    "missing": None,
    "the same twice": "f1",
    "zero": "0",
    "number": 2.0,
    "a rest": 2.5,
}
#: Of the ids every fourth is repaired.
REPAIRED = 4
FIELDS = (
    "select",
    "order by",
    "group",
    "table",
    "from",
    "fid2",
    "rowid",
    "oid",
    "1",
    "-",
    "a b",
    'a"b',
    "a'b",
    "a`b",
    "a]b",
    "a,b",
    "a|b",
    "a%sb",
    "{x}",
    "a\\b",
    "a/b",
    "字段",
    "ＤＬＢＭ",
    "é",
    "😀",
    "x" * 60,
    "地类编码" * 5,
    "area_ha",
    "AREA_HA",
    "stock_tc",
    "carbon_class",
    "density_tc_ha_in",
    "unit",
    "$area",
    "@x",
    "nul",
    "geometry",
    "OGC_FID",
)
BY_NAME = {role.name: role for role in ROLES}


def rows_with(field: str, value: Any, like: Any = "") -> list[Any]:
    """The sound hectare, and another with ``value`` in ``field``."""
    form, sound = sound_row()
    hostile = attributes(2)
    sound[field] = (
        sound.get(field, like) if value is None or isinstance(value, str) else type(value)(like or 1)
    )
    hostile[field] = value
    return [(form, sound), (polygon(box(0, 0)), hostile)]


def make(role: str, field: str, value: Any, more: dict[str, Any], folder: Path) -> dict[str, Any]:
    like = 10_000.0 if field == "TBMJ" and not isinstance(value, str) else "10000"
    rows = rows_with(field, value, like)
    if value is None and field == "TBMJ":
        rows[0][1][field] = 10_000.0
    if isinstance(value, (int, float)) and field in ("DLBM", "YDYHFLDM"):
        rows[0][1][field] = type(value)(101 if field == "DLBM" else 703)
    layer = write_gpkg(folder / "layer.gpkg", rows)
    return {**BY_NAME[role].parameters(layer, write_ground(folder)), **more}


def codes() -> Iterator[Case]:
    """Codes: paddy in disguise is paddy or refused, what is no code is named or left out by name."""
    whole = {"TOTAL_AREA_HA": 2.0, "TOTAL_STOCK_TC": 2 * PADDY_TC_HA}
    half = {"TOTAL_AREA_HA": 1.0, "TOTAL_STOCK_TC": PADDY_TC_HA, "UNMAPPED_AREA_HA": 1.0}
    leave = {"UNMAPPED": "exclude"}
    either = {name: (half[name], whole[name]) for name in whole}
    for group, values in (("code", PADDIES), ("number", NUMBERS)):
        for name, value in values.items():
            # Every digit of a long number counts: its first ones may be those of another class.
            known = Expect(None, {"TOTAL_AREA_HA": 2.0} if value == 2**63 - 1 else whole, names=("DLTB",))
            yield Case(
                f"{group}/{name}/land use",
                "attachfactors",
                partial(make, "land use", "DLBM", value, {}),
                known,
            )
            yield Case(
                f"{group}/{name}/left out",
                "sinkbaseline",
                partial(make, "land use in a unit", "DLBM", value, leave),
                Expect(None, either, names=("DLTB",)),
            )
            yield Case(
                f"{group}/{name}/translated",
                "translatecodes",
                partial(make, "layer with codes", "DLBM", value, {}),
                Expect(None, {"UNMAPPED_COUNT": (0, 1)}, names=("DLTB",)),
            )
    for turn, (name, value) in enumerate(NO_CODES.items()):
        yield Case(
            f"no code/{name}/land use",
            "attachfactors",
            partial(make, "land use", "DLBM", value, {}),
            Expect(True, names=("DLTB",)),
        )
        yield Case(
            f"no code/{name}/left out",
            "attachfactors",
            partial(make, "land use", "DLBM", value, leave),
            Expect(False, half, notes=("unmapped",), ids=("2",)),
        )
        role, area_ha = (("plan", 1.0), ("land cover below a plan", 900.0))[turn % 2]
        field = "YDYHFLDM" if role == "plan" else "DLBM"
        yield Case(
            f"no code/{name}/{role}",
            "checkplan",
            partial(make, role, field, value, {}),
            Expect(None, {"ERROR_AREA_HA": area_ha}, names=("DLTB",)),
        )
        yield Case(
            f"no code/{name}/translated",
            "translatecodes",
            partial(make, "layer with codes", "DLBM", value, {}),
            Expect(False, {"UNMAPPED_COUNT": 1}),
        )


def ids() -> Iterator[Case]:
    """Ids and names of units: any text is one, none is refused or left out by number."""
    area = {"ERROR_AREA_HA": 2.0}
    for turn, (name, value) in enumerate({**IDS, **TRICKS}.items()):
        given = {"PLAN_ID_FIELD": "BSM"}
        known = Expect(None, area, names=("DLTB", "BSM"))
        yield Case(f"id/{name}/plan", "checkplan", partial(make, "plan", "BSM", value, given), known)
        yield Case(
            f"id/{name}/control line",
            "checkplan",
            partial(make, "control line", "BSM", value, {"LINE_ID_FIELD": "BSM"}),
            known,
        )
        # It takes ten times as long as the others.
        if turn % REPAIRED == 0:
            yield Case(
                f"id/{name}/draft to repair",
                "repairplan",
                partial(make, "draft to repair", "BSM", value, given),
                Expect(None, names=("DLTB", "BSM")),
            )
        nameless = value is None or not str(value).strip()
        stock = {"TOTAL_AREA_HA": 1.0 if nameless else 2.0}
        yield Case(
            f"id/{name}/units",
            "sinkbaseline",
            partial(make, "units", "XZQMC", value, {}),
            Expect(False, stock, notes=("unit_left_out",) if nameless else ()),
        )


def areas() -> Iterator[Case]:
    """Areas of the survey: a number that can be one, or a refusal that names the field."""
    given = {"AREA_RULE": "attribute", "AREA_FIELD": "TBMJ"}
    for name, value in AREAS.items():
        for role, figures in (
            ("land use", {"TOTAL_AREA_HA": (1.0, 2.0)}),
            ("land use in a unit", {"TOTAL_AREA_HA": (1.0, 2.0)}),
            ("plan", {"ERROR_AREA_HA": (1.0, 2.0)}),
        ):
            yield Case(
                f"area/{name}/{role}",
                BY_NAME[role].tool,
                partial(make, role, "TBMJ", value, given),
                Expect(None, figures, names=("TBMJ",)),
            )


def make_field(role: str, parameter: str, field: str, folder: Path) -> dict[str, Any]:
    form, sound = sound_row()
    value = {"CLASS_FIELD": "0101", "PLAN_FIELD": "0703", "UNIT_FIELD": "乡"}[parameter]
    layer = write_gpkg(folder / "layer.gpkg", [(form, {**sound, field: value})])
    return {**BY_NAME[role].parameters(layer, write_ground(folder)), parameter: field}


def fields() -> Iterator[Case]:
    """Names of fields: any that a GeoPackage takes, into an output that keeps them and one that cuts them."""
    stock = {"TOTAL_AREA_HA": 1.0, "TOTAL_STOCK_TC": PADDY_TC_HA}
    for number, field in enumerate(FIELDS):
        known = Expect(False, stock)
        attach = partial(make_field, "land use", "CLASS_FIELD", field)
        yield Case(f"field/{field}/land use", "attachfactors", attach, known)
        if number % 3 == 1:
            yield Case(
                f"field/{field}/land use in a shapefile",
                "attachfactors",
                attach,
                known,
                {"OUTPUT": "out.shp"},
            )
        if number % 3 != 1:
            yield Case(
                f"field/{field}/units",
                "sinkbaseline",
                partial(make_field, "units", "UNIT_FIELD", field),
                Expect(False, stock, rows={"unit": ["乡"]}),
            )
        if number % 3 == 0:
            yield Case(
                f"field/{field}/plan",
                "checkplan",
                partial(make_field, "plan", "PLAN_FIELD", field),
                Expect(False, {"ERROR_AREA_HA": 1.0}),
            )


def make_many(count: int, folder: Path) -> dict[str, Any]:
    form, sound = sound_row()
    layer = write_gpkg(
        folder / "layer.gpkg", [(form, {**sound, **{f"field_{n}": "x" for n in range(count)}})]
    )
    return BY_NAME["land use"].parameters(layer, write_ground(folder))


def many() -> Iterator[Case]:
    """Layers of very many fields, in formats with a limit."""
    for count in (255, 1_500):
        for file in ("out.gpkg", "out.shp", "out.csv"):
            refused = None if count > 255 or file == "out.shp" else False
            yield Case(
                f"field/{count} fields/{file}",
                "attachfactors",
                partial(make_many, count),
                Expect(refused, {"TOTAL_AREA_HA": 1.0}),
                {"OUTPUT": file},
            )


CASES = [*codes(), *ids(), *areas(), *fields(), *many()]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_hostile_attribute(hold, case):
    hold(case)
