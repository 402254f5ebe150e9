# SPDX-License-Identifier: GPL-2.0-or-later
"""Attribute tables in the field names of Chinese survey and planning databases."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .codes import CONFIRMED, PLANNED, SURVEY, TOWN_NAMES, VILLAGE_FIRST, VILLAGE_SECOND
from .draft import Draft
from .lines import CULTIVATED, LineCells, Lines
from .parcels import Parcels
from .topology import Labels

Columns = dict[str, np.ndarray]
Areas = npt.NDArray[np.float64]
_Row = tuple[str, str, str, str, str, str, float, float, int, int]

# No county of China has a code that begins with 99.
COUNTY_CODE, COUNTY_NAME = "990121", "样例县"
SURVEY_YEAR, STATE_OWNED, COLLECTIVE = 2025, "10", "30"
# Part of a sloping field that is ridge (田坎), by slope level 1 to 5; invented, of the usual size.
RIDGE_SHARE_1E4 = np.array([0, 412, 865, 1243, 1687])
SLOPE_LIMITS_DEGREES = (2.0, 6.0, 15.0, 25.0)
METRES_PER_RELIEF = 42.0
STATE_USES = ("1001", "1003", "1004", "1101", "1103", "1109")
# Last word of the reason of a change: line and place of the overlap that it was made for.
INTENDED_PLACE = {
    "farmland": (("pbf", "inside"),),
    "boundary": (("udb", "outside"),),
    "zone": (("udb", "inside"), ("erl", "inside")),
    "redline": (("erl", "inside"),),
    "road": (("pbf", "inside"), ("erl", "inside")),
}
STANDIN_NOTE = "虚构样例，非法定管控线"


@dataclass(frozen=True)
class Places:
    """Codes and names of towns and villages, and the town of each village."""

    village_town: Labels
    town_code: npt.NDArray[np.str_]
    town_name: npt.NDArray[np.str_]
    village_code: npt.NDArray[np.str_]
    village_name: npt.NDArray[np.str_]


@dataclass(frozen=True)
class Cells:
    """Planar and ellipsoidal area of every cell in m²."""

    planar_m2: Areas
    ellipsoidal_m2: Areas

    def totals(self, label: Labels) -> tuple[Areas, Areas]:
        """Both areas summed by label."""
        inside = label >= 0
        size = int(label.max(initial=-1)) + 1
        return (
            np.bincount(label[inside], self.planar_m2[inside], minlength=size),
            np.bincount(label[inside], self.ellipsoidal_m2[inside], minlength=size),
        )


def name_places(village_town: Labels, rng: np.random.Generator) -> Places:
    """Invented names: the town of the seat is 城关镇, villages bear two characters and 村."""
    towns = int(village_town.max()) + 1
    endings = np.where(rng.random(towns) < 0.65, "镇", "乡")
    picked = rng.permutation(len(TOWN_NAMES))[: towns - 1]
    town_name = np.array(["城关镇", *(TOWN_NAMES[p] + endings[n] for n, p in enumerate(picked, start=1))])
    town_code = np.array([f"{COUNTY_CODE}{100 + number:03d}" for number in range(towns)])
    names = np.array([first + second + "村" for first in VILLAGE_FIRST for second in VILLAGE_SECOND])
    village_name = names[:0].astype("U5")
    codes, chosen = [], []
    counted = np.zeros(towns, dtype=int)
    shuffled = rng.permutation(names)
    for village, town in enumerate(village_town.tolist()):
        counted[town] += 1
        codes.append(f"{town_code[town]}{200 + counted[town]:03d}")
        chosen.append(shuffled[village % len(shuffled)])
    village_name = np.array(chosen)
    return Places(village_town, town_code, town_name, np.array(codes), village_name)


def slope_levels(height: Areas) -> npt.NDArray[np.intp]:
    """Level 0 to 4 of the slope in relief units per metre."""
    degrees = np.degrees(np.arctan(height * METRES_PER_RELIEF))
    return np.searchsorted(SLOPE_LIMITS_DEGREES, degrees)


def survey_columns(parcels: Parcels, places: Places, slope: npt.NDArray[np.intp]) -> Columns:
    """DLTB. Areas are computed in whole cents so that TBDLMJ = TBMJ − KCMJ and
    KCMJ = TBMJ × KCXS, rounded half up, hold exactly."""
    count = len(parcels.code)
    town = places.village_town[parcels.village]
    cultivated = np.isin(parcels.code, CULTIVATED)
    share = np.where(cultivated & (parcels.code != "0102"), RIDGE_SHARE_1E4[slope], 0)
    cents = np.round(parcels.ellipsoidal_m2 * 100).astype(np.int64)
    ridge = (cents * share + 5_000) // 10_000
    state = np.isin(parcels.code, STATE_USES) | np.isin(parcels.settlement, ["201", "202"])
    village_code = np.char.add(places.village_code, "0000000")[parcels.village]
    return {
        "BSM": _identifiers("10", count),
        "YSDM": _text(np.full(count, "2001010100")),
        "TBBH": _text(_numbers_within(parcels.village)),
        "DLBM": _text(parcels.code),
        "DLMC": _text(_named(SURVEY, parcels.code)),
        "QSXZ": _text(np.where(state, STATE_OWNED, COLLECTIVE)),
        "QSDWDM": _text(np.where(state, COUNTY_CODE + "0" * 13, village_code)),
        "QSDWMC": _text(np.where(state, COUNTY_NAME, places.village_name[parcels.village])),
        "ZLDWDM": _text(village_code),
        "ZLDWMC": _text(places.village_name[parcels.village]),
        "XZQDM": _text(places.town_code[town]),
        "TBMJ": cents / 100,
        "KCDLBM": _text(np.where(share > 0, "1203", "")),
        "KCXS": share / 10_000,
        "KCMJ": ridge / 100,
        "TBDLMJ": (cents - ridge) / 100,
        "GDPDJB": _text(np.where(cultivated, (slope + 1).astype("U1"), "")),
        "CZCSXM": _text(parcels.settlement),
        "SJNF": np.full(count, SURVEY_YEAR, dtype=np.int64),
    }


def town_columns(towns: Labels, survey: Columns, places: Places) -> Columns:
    """XZQ, one row for each of `towns`. The control area MJ of a town is the sum of TBMJ of its parcels."""
    codes, row = np.unique(survey["XZQDM"].astype("U9"), return_inverse=True)
    cents = np.bincount(row, np.round(survey["TBMJ"] * 100))
    count = len(towns)
    return {
        "BSM": _identifiers("20", count),
        "YSDM": _text(np.full(count, "1000600100")),
        "XZQDM": _text(codes),
        "XZQMC": _text(places.town_name[towns]),
        "MJ": cents / 100,
        "SJNF": np.full(count, SURVEY_YEAR, dtype=np.int64),
    }


def farmland_columns(
    line: LineCells, parcels: Parcels, survey: Columns, places: Places, cells: Cells
) -> Columns:
    """YJJBNTBHTB. JBNTMJ is the net cultivated area: TBDLMJ of the parcels of the plot."""
    plot = line.of_site[parcels.site]
    inside = plot >= 0
    net = np.bincount(plot[inside], np.round(survey["TBDLMJ"][inside] * 100))
    first = _first(line.of_site)
    village = parcels.village[parcels.of_site[first]]
    count = len(first)
    return {
        "BSM": _identifiers("30", count),
        "XZQDM": _text(places.town_code[places.village_town[village]]),
        "ZLDWMC": _text(places.village_name[village]),
        "JBNTMJ": net / 100,
        "TBMJ": np.round(cells.totals(line.of_site)[1], 2),
        **_standin(count),
    }


def zone_columns(line: LineCells, kind: str, cells: Cells) -> Columns:
    """STBHHX or CZKFBJ: id, zone (GKFQ), area."""
    count = len(line.zone)
    return {
        "BSM": _identifiers(kind, count),
        "XZQDM": _text(np.full(count, COUNTY_CODE)),
        "GKFQ": _text(line.zone),
        "MJ": np.round(cells.totals(line.of_site)[1], 2),
        **_standin(count),
    }


def draft_columns(draft: Draft, parcels: Parcels, places: Places, cells: Cells) -> Columns:
    """GHYDYH."""
    village = parcels.village[parcels.of_site[_first(draft.of_site)]]
    count = len(draft.code)
    area = cells.totals(draft.of_site)[1]
    for sign, site in ((1, draft.slivers.site), (-1, draft.slivers.farmland_site)):
        np.add.at(area, draft.of_site[site], sign * draft.slivers.planar_m2)
    return {
        "BSM": _identifiers("60", count),
        "YSDM": _text(np.full(count, "2090020620")),
        "XZQDM": _text(places.town_code[places.village_town[village]]),
        "YDYHFLDM": _text(draft.code),
        "YDYHFLMC": _text(_named(PLANNED, draft.code)),
        "MJ": np.round(area, 2),
    }


def conflict_table(draft: Draft, lines: Lines, cells: Cells) -> Columns:
    """Every deliberate conflict by line and zone, inside and (boundary) outside, with its area; and slivers.

    INTENDED is 1 for the overlap that the change was made for, 0 for one that merely comes with it.
    """
    bsm = _identifiers("60", len(draft.code))
    rows: list[_Row] = []
    for name, line in (("pbf", lines.farmland), ("erl", lines.redline), ("udb", lines.boundary)):
        rows += _overlap_rows(name, line, draft, bsm, cells)
    scale = cells.ellipsoidal_m2 / cells.planar_m2
    for site, area in zip(draft.slivers.site.tolist(), draft.slivers.planar_m2.tolist()):
        plan = draft.of_site[site]
        rows.append(
            (bsm[plan], "sliver", "pbf", "inside", "", draft.code[plan], area * scale[site], area, 0, 1)
        )
    rows.sort(key=lambda row: row[:5])
    names = ("BSM", "KIND", "LINE", "PLACE", "ZONE", "YDYHFLDM")
    table: Columns = {name: _text(np.array([row[n] for row in rows])) for n, name in enumerate(names)}
    table["MJ"] = np.round(np.array([row[6] for row in rows]), 4)
    table["PLANAR_M2"] = np.round(np.array([row[7] for row in rows]), 6)
    table["INTENDED"] = np.array([row[8] for row in rows], dtype=np.int64)
    table["NOISE"] = np.array([row[9] for row in rows], dtype=np.int64)
    return table


def _overlap_rows(name: str, line: LineCells, draft: Draft, bsm: np.ndarray, cells: Cells) -> list[_Row]:
    deliberate = (draft.kind != "") & (np.char.find(draft.kind, "allowed") != 0)
    changed = (draft.of_site >= 0) & deliberate[draft.of_site]
    zones = [*np.unique(line.zone).tolist(), None] if name == "udb" else np.unique(line.zone).tolist()
    rows: list[_Row] = []
    for zone in zones:
        here = line.of_site < 0 if zone is None else _in_zone(line, zone)
        place = "outside" if zone is None else "inside"
        planar, ellipsoidal = cells.totals(np.where(changed & here, draft.of_site, -1))
        for plan in np.flatnonzero(planar > 0).tolist():
            kind = str(draft.kind[plan])
            meant = (name, place) in INTENDED_PLACE.get(kind.rsplit("_", 1)[-1], ())
            areas = float(ellipsoidal[plan]), float(planar[plan])
            rows.append((bsm[plan], kind, name, place, zone or "", draft.code[plan], *areas, int(meant), 0))
    return rows


def _in_zone(line: LineCells, zone: str) -> npt.NDArray[np.bool_]:
    return (line.of_site >= 0) & (line.zone[line.of_site] == zone)


def change_table(draft: Draft, parcels: Parcels, cells: Cells) -> Columns:
    """Every deliberate change: planned code, the code that would confirm today's use, area."""
    plan = np.flatnonzero(draft.kind != "")
    today = parcels.code[parcels.of_site[_first(draft.of_site)]][plan]
    return {
        "BSM": _identifiers("60", len(draft.code))[plan],
        "KIND": _text(draft.kind[plan]),
        "YDYHFLDM": _text(draft.code[plan]),
        "JQDLBM": _text(np.array([CONFIRMED[code] for code in today.tolist()], dtype="U6")),
        "MJ": np.round(cells.totals(draft.of_site)[1][plan], 2),
    }


def _standin(count: int) -> Columns:
    return {"ZT": _text(np.full(count, "standin")), "BZ": _text(np.full(count, STANDIN_NOTE))}


def _first(label: Labels) -> Labels:
    values, first = np.unique(label, return_index=True)
    return first[values >= 0]


def _identifiers(layer: str, count: int) -> np.ndarray:
    """BSM: county code, two digits of the layer, running number; 18 digits."""
    return np.array([f"{COUNTY_CODE}{layer}{number:010d}" for number in range(1, count + 1)], dtype=object)


def _numbers_within(village: Labels) -> np.ndarray:
    """1, 2, 3, … within each village."""
    order = np.argsort(village, kind="stable")
    ordered = village[order]
    starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
    number = np.empty(len(village), dtype=np.int64)
    number[order] = np.arange(len(village)) - np.repeat(starts, np.diff(np.r_[starts, len(village)])) + 1
    return number.astype("U8")


def _named(names: dict[str, str], codes: np.ndarray) -> np.ndarray:
    return np.array([names[code] for code in codes.tolist()])


def _text(values: np.ndarray) -> np.ndarray:
    """Text as objects, empty text as None."""
    column = values.astype(object)
    column[values == ""] = None
    return column
