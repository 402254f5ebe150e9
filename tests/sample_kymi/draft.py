# SPDX-License-Identifier: GPL-2.0-or-later
"""The drawn plan draft of the Kymi case: corner lists in EPSG:3067, drawn by hand over the land-use map.

Every entry is a stand-in. None of it is a plan of any authority.
"""

from __future__ import annotations

from typing import NamedTuple

import shapely


class DraftParcel(NamedTuple):
    """One drawn parcel: id, 2023 land-and-sea code, what it is, and its corners or a widened centre line."""

    plan_id: str
    code: str
    note: str
    corners: tuple[tuple[float, float], ...]
    half_width_m: float = 0.0

    def polygon(self) -> shapely.Polygon:
        """The drawn outline; a centre line is widened by `half_width_m` on both sides."""
        if self.half_width_m:
            line = shapely.LineString(self.corners)
            return shapely.buffer(line, self.half_width_m, cap_style="flat", join_style="mitre")
        return shapely.Polygon(self.corners)


DRAFT = (
    DraftParcel(
        "P01",
        "070102",
        "infill housing between two built-up blocks",
        ((497288, 6711088), (497332, 6711092), (497344, 6711062), (497402, 6710942), (497322, 6710962)),
    ),
    DraftParcel(
        "P02",
        "070102",
        "new housing on the large field",
        ((496704, 6710448), (496862, 6710486), (496934, 6710384), (496884, 6710292), (496732, 6710318)),
    ),
    DraftParcel(
        "P03",
        "100102",
        "enlarged industrial plot, partly on the field tongue",
        ((497404, 6709470), (497596, 6709548), (497634, 6709634), (497538, 6709662), (497424, 6709572)),
    ),
    DraftParcel(
        "P04",
        "1202",
        "road widening along the east side of the field",
        ((497262, 6710566), (497352, 6710392), (497428, 6710262), (497474, 6710092), (497646, 6709986)),
        9.0,
    ),
    DraftParcel(
        "P05",
        "1401",
        "neighbourhood park round the pitch and the playground",
        ((496944, 6710986), (496998, 6711022), (497092, 6710972), (497072, 6710906), (497002, 6710874)),
    ),
    DraftParcel(
        "P06",
        "070301",
        "village extension beside the western hamlet",
        ((496524, 6710846), (496562, 6710764), (496546, 6710746), (496512, 6710762), (496518, 6710800)),
    ),
    DraftParcel(
        "P07",
        "0301",
        "afforestation of the meadow",
        ((496396, 6709924), (496470, 6709956), (496588, 6710034), (496586, 6709990), (496520, 6709926)),
    ),
    DraftParcel(
        "P08",
        "0301",
        "afforestation of a small field",
        ((496398, 6709888), (496478, 6709898), (496552, 6709922), (496546, 6709886), (496408, 6709862)),
    ),
    DraftParcel(
        "P09",
        "0901",
        "roadside shop reaching into the wood",
        ((497092, 6709622), (497154, 6709668), (497196, 6709638), (497168, 6709596), (497120, 6709588)),
    ),
    DraftParcel(
        "P10",
        "120803",
        "visitors' car park at the edge of the northern wood",
        ((497318, 6711372), (497402, 6711376), (497432, 6711426), (497346, 6711432)),
    ),
    DraftParcel(
        "P11",
        "060202",
        "livestock building beside the farmyard",
        ((497066, 6710088), (497178, 6710112), (497196, 6710182), (497082, 6710170)),
    ),
    DraftParcel(
        "P12",
        "1303",
        "substation on unmapped ground",
        ((497536, 6710118), (497604, 6710138), (497622, 6710082), (497556, 6710060)),
    ),
    DraftParcel(
        "P13",
        "0701",
        "detached housing north of the boundary, outside every settlement",
        ((496276, 6711336), (496388, 6711404), (496442, 6711342), (496330, 6711276)),
    ),
    DraftParcel(
        "P14",
        "1402",
        "green belt between the works and the housing",
        ((496336, 6709774), (496410, 6709774), (496424, 6709692), (496352, 6709706)),
    ),
)
