# SPDX-License-Identifier: GPL-2.0-or-later
"""What the reference on control lines says in sections 2 and 3, line by line, on one row of parcels each.

Every parcel is a square of 1 ha wholly on (or, outside the boundary, off) the line. The
expectations are read from the text: E blocks, W needs a document, – passes.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from plan_cases import SETTINGS, array, base_of, box, check, line_of, plan_of

EVERYWHERE = box(-1_000, -1_000, 90_000, 5_000)
ELSEWHERE = box(-9_000, -9_000, 100, 100)


def outcome(codes, line, **options):
    """The worst severity of each planned code as a letter: E, W, I or –."""
    plan = plan_of(*[(f"{n}", code, box(100 * n, 0, 100, 100)) for n, code in enumerate(codes.split())])
    result = check(plan, line, **options)
    letter = {"error": "E", "warning": "W", "info": "I", "ok": "–"}
    return " ".join(letter[severity] for severity in result.parcels["severity"])


def on(line_type, zone=None, **changes):
    """A line of one type over everything, in one zone."""
    zones = None if zone is None else array([zone])
    return line_of(line_type, ("L", EVERYWHERE), zones=zones, **changes)


class TestPermanentFarmland:
    """2.1: no occupation, no forest and fruit, no ponds, no houses, graves, kilns or extraction."""

    FIELDS = base_of(("0101", "paddy", EVERYWHERE))

    @pytest.mark.parametrize(
        ("codes", "expected"),
        [
            ("0101 0102 0103", "– – –"),
            ("0703 0704 1001 1202 1304 1506 1601", "E E E E E E E"),
            # forestry and fruit, grass, garden and ponds; livestock and planting facilities
            ("0201 0301 0401 1704 060201 060202", "E E E E E E"),
            # a field track may belong to a farmland project
            ("060102", "W"),
        ],
    )
    def test_what_may_become_of_a_field(self, codes, expected):
        assert outcome(codes, on("pbf"), base=self.FIELDS) == expected

    def test_mining_is_banned_and_which_mineral_it_is_stays_a_manual_item(self):
        result = check(plan_of(("m", "1002", box(0, 0, 100, 100))), on("pbf"), base=self.FIELDS)
        asked = dict(zip(result.findings["rule_id"], result.findings["verdict"]))
        assert asked == {"PBF-01": "forbidden"}
        assert {"PBF-04", "PBF-05"} <= set(result.not_run["rule_id"])


class TestRedline:
    """2.2: in the core human activity is forbidden; elsewhere the ten kinds of limited activity."""

    @pytest.mark.parametrize(
        ("codes", "core", "general"),
        [
            # LHA-01, 03, 05, 06: patrol, archaeology, visiting, unavoidable lines
            ("13 1501 1504 12 1311", "E E E E E", "W W W W W"),
            # LHA-02: living facilities of the people there; LHA-04 and 08: woods, grass, wetland
            ("0602 0703 03 04 05", "E E – – –", "W W – – –"),
            # development and production
            ("0701 0901 1001 1101 1401 1601", "E E E E E E", "E E E E E E"),
        ],
    )
    def test_what_either_regime_says(self, codes, core, general):
        today = base_of(("0301", "forest", EVERYWHERE))
        assert outcome(codes, on("erl", "核心保护区"), base=today) == core
        assert outcome(codes, on("erl", "一般控制区"), base=today) == general

    def test_farming_goes_on_where_it_is_today_but_is_not_enlarged(self):
        line = on("erl", "一般控制区")
        assert outcome("0101", line, base=base_of(("0101", "paddy", EVERYWHERE))) == "–"
        assert outcome("0101", line, base=base_of(("0301", "forest", EVERYWHERE))) == "W"

    def test_the_legacy_zones_map_to_the_two_of_today(self):
        for zone, expected in (("核心区", "E"), ("缓冲区", "E"), ("实验区", "W")):
            assert outcome("1202", on("erl", zone)) == expected

    def test_land_reclamation_in_the_marine_redline_is_never_allowed(self):
        assert outcome("1901 1902 2204 2001", on("erl", "海洋")) == "E E E E"


class TestUrbanBoundary:
    """2.3: concentrated, elastic and special parts inside; project families outside."""

    @pytest.mark.parametrize(
        ("zone", "expected"),
        [("集中建设区", "– – – –"), ("弹性发展区", "W W W W"), ("特别用途区", "E E W W")],
    )
    def test_the_parts_inside(self, zone, expected):
        assert outcome("0701 1001 1202 1302", on("udb", zone)) == expected

    @pytest.mark.parametrize(
        ("codes", "expected"),
        [
            ("0703 0704", "– –"),  # 1 rural construction
            ("1201 1202 1303 1002", "– – – –"),  # 2 single-site transport, energy, mining
            ("1501 1503 1504 1505 1506", "– – – – –"),  # 3 special uses
            ("1207 1208 1301 1306", "– – – –"),  # 6 roads, stations, parking, water, telecom
            ("0701 0702 0902", "E E E"),  # urban housing and trade
            ("0801 1001 1101 1401 16", "W W W W W"),  # needs a siting of its own
            ("0101 0301 0401 0501 1701", "– – – – –"),  # farming and ecology
        ],
    )
    def test_outside(self, codes, expected):
        assert outcome(codes, line_of("udb", ("L", ELSEWHERE))) == expected


class TestFurtherLines:
    """Section 3."""

    @pytest.mark.parametrize(
        ("line_type", "zone", "codes", "expected"),
        [
            ("blue", None, "0701 1001 1202 1311 1701", "E E W – –"),
            ("green", None, "0701 1001 1304 1401 0301", "E E W – –"),
            ("purple", None, "1504 0701 1202 0101", "– W W –"),
            ("yellow", None, "0701 1207 1202 1302", "E W – –"),
            ("river", None, "0701 1506 1704 1701", "E E W –"),
            ("flood", None, "0701 1202 0101", "W W –"),
            ("flood_reserve", None, "1001 0701 1701", "E W –"),
            ("water_source", "一级保护区", "0701 1301 0301", "E W –"),
            ("water_source", "二级保护区", "1001 0701 0301", "E W –"),
            ("scenic", "核心景区", "0901 1202 0301", "E W –"),
            ("wetland", None, "0701 0501", "E –"),
            ("mangrove", None, "1704 2203 0507", "E W –"),
            ("historic", None, "1001 0901 1504", "E W –"),
            ("heritage_belt", None, "0701 0301", "W –"),
            ("relic", None, "0701 1504", "E W"),
            ("hazard", "高风险区", "0703 1001 0301", "E W –"),
            ("strategic", None, "0701 1401 16", "E W –"),
            ("peat", None, "1002 0501", "W –"),
        ],
    )
    def test_inside_the_line(self, line_type, zone, codes, expected):
        today = base_of(("0301", "forest", EVERYWHERE))
        assert outcome(codes, on(line_type, zone), base=today) == expected

    def test_a_line_rule_starts_with_the_day_of_its_law(self):
        # The revised regulation on nature reserves is in force since 2026-03-15 (section 2.2).
        line = on("nature", "核心保护区")
        before, after = (replace(SETTINGS, as_of=date(2026, 3, day)) for day in (14, 15))
        assert outcome("1001", line, settings=before) == "–"
        assert outcome("1001", line, settings=after) == "E"
