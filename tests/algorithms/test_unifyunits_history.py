# SPDX-License-Identifier: GPL-2.0-or-later
"""History across boundary changes: towns merged and split, their statistics followed on one set of units.

北镇 (6 ha) and 中镇 (4 ha) merge into 北中镇 in 2019, which is split in 2022 into 新北镇 (7 ha) and
新中镇 (3 ha). 东镇 (5 ha) stays as it is all the time.
"""

from __future__ import annotations

import processing
import pytest
from layers_by_hand import Log, make_layer, rows_of
from qgis.core import QgsProcessingException
from qgis.PyQt.QtCore import QVariant

pytestmark = pytest.mark.usefixtures("provider")

#: Name, begin and end in hundreds of metres, valid from, valid to, county, people by year.
VERSIONS = (
    ("北镇", 0, 6, "", "2019", "甲县", (600.0, None, None)),
    ("中镇", 6, 10, "", "2019-01-01", "甲县", (100.0, None, None)),
    ("北中镇", 0, 10, "2019", "2022", "甲县", (None, 720.0, None)),
    ("新北镇", 0, 7, "2022", "", "乙县", (None, None, 640.0)),
    ("新中镇", 7, 10, "2022", "", "甲县", (None, None, 90.0)),
    ("东镇", 10, 15, "", "", "甲县", (50.0, 55.0, 60.0)),
)
YEARS = (2018, 2020, 2023)


def versions():
    rows = []
    for name, a, b, first, last, county, people in VERSIONS:
        x0, x1, y0, y1 = 500_000 + a * 100, 500_000 + b * 100, 3_300_000, 3_300_100
        ring = f"{x0} {y0}, {x1} {y0}, {x1} {y1}, {x0} {y1}, {x0} {y0}"
        values = {f"people_{year}": value for year, value in zip(YEARS, people)}
        facts = {"town": name, "first": first, "last": last, "county": county}
        rows.append((f"POLYGON(({ring}))", {**facts, **values}))
    types = dict.fromkeys(("town", "first", "last", "county"), QVariant.String)
    types.update({f"people_{year}": QVariant.Double for year in YEARS})
    return make_layer(rows, "EPSG:4549", "town versions", types=types)


def brought_over(source_year, year, feedback=None, **more):
    """The people of ``source_year`` on the towns of ``year``: source and target are one layer of versions."""
    layer = versions()
    given = {
        "SOURCE": layer,
        "SOURCE_FIELD": "town",
        "SOURCE_VALID_FROM_FIELD": "first",
        "SOURCE_VALID_TO_FIELD": "last",
        "SOURCE_YEAR": source_year,
        "EXTENSIVE_FIELDS": [f"people_{source_year or year}"],
        "TARGET": layer,
        "TARGET_FIELD": "town",
        "VALID_FROM_FIELD": "first",
        "VALID_TO_FIELD": "last",
        "YEAR": year,
        "AREA_RULE": "planar",
        "OUTPUT": "memory:",
        **more,
    }
    result = processing.run("dualcarbon:unifyunits", given, feedback=feedback or Log())
    return {row["unit"]: row for row in rows_of(result["OUTPUT"])}


def people(rows, year):
    return {name: row[f"people_{year}"] for name, row in rows.items()}


def test_the_past_on_the_towns_of_today():
    """Of 2018, 新北镇 has all of 北镇 and a quarter of 中镇; of 2020, seven tenths of the merged town."""
    past, middle = brought_over(2018, 2023), brought_over(2020, 2023)
    assert people(past, 2018) == pytest.approx({"新北镇": 625.0, "新中镇": 75.0, "东镇": 50.0}, rel=1e-9)
    assert people(middle, 2020) == pytest.approx({"新北镇": 504.0, "新中镇": 216.0, "东镇": 55.0}, rel=1e-9)
    # 25 of 625 people are an estimate; the halves of a town that was split are estimates altogether.
    assert past["新北镇"]["people_2018_imputed_share"] == pytest.approx(25 / 625, rel=1e-9)
    assert [past[name]["people_2018_flag"] for name in ("新北镇", "新中镇", "东镇")] == [0, 1, 0]
    assert [middle[name]["people_2020_flag"] for name in ("新北镇", "新中镇", "东镇")] == [1, 1, 0]


def test_today_on_the_towns_of_the_past():
    merged = brought_over(2023, 2020)
    assert people(merged, 2023) == pytest.approx({"北中镇": 730.0, "东镇": 60.0}, rel=1e-9)
    assert merged["北中镇"]["people_2023_flag"] == 0


def test_units_of_a_year_keep_their_own_figures():
    """Without a year of the sources they are those of the YEAR; nobody else's ground is counted with them."""
    rows = brought_over(None, 2020)
    assert people(rows, 2020) == {"北中镇": 720.0, "东镇": 55.0}
    assert {row["year"] for row in rows.values()} == {2020}


def test_the_parent_of_the_year_goes_along():
    rows = brought_over(2018, 2023, PARENT_FIELD="county")
    assert {name: row["parent"] for name, row in rows.items()} == {
        "新北镇": "乙县",
        "新中镇": "甲县",
        "东镇": "甲县",
    }


def test_a_unit_of_two_parents_is_refused():
    """Towns of today that all have one name: they cannot be part of 乙县 and of 甲县."""
    with pytest.raises(QgsProcessingException, match=r"“2023” is part of “乙县” and of “甲县”"):
        brought_over(2018, 2023, PARENT_FIELD="county", TARGET=all_of_one_name())


def all_of_one_name():
    layer = versions()
    field = layer.fields().lookupField("town")
    layer.dataProvider().changeAttributeValues({f.id(): {field: "2023"} for f in layer.getFeatures()})
    return layer
