# SPDX-License-Identifier: GPL-2.0-or-later
"""A community account from statistics to report, step by step as ``qgis_process`` is called for it.

Yearly: statistics of supply areas onto the communities → emissions → the account book. Once: the sink
baseline of the last year, emissions on parcels, monitoring, value of the sink, the report.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from demo.steps import Step
from osgeo import ogr

#: Results that later steps read, by what they are.
BOOK, REPORT, MONITORING_REPORT = "book.gpkg", "account.html", "monitoring.html"


@dataclass(frozen=True)
class Community:
    """What the account of a place is made from: sources as Processing takes them.

    ``statistics`` is the layer of supply areas by year. ``uses`` tells of each of its fields what an activity
    table says of it: sector, carrier, amount_unit and more. ``weights`` are polygons whose
    ``weight_field`` tells where in a supply area it is used, ``class_weights`` brings emissions onto parcels.
    """

    place: str
    statistics: dict[int, str]
    area_field: str
    uses: dict[str, dict[str, str]]
    weights: str
    weight_field: str
    units: str
    unit_field: str
    land_use: dict[str, Any]
    class_weights: str
    targets: str
    control: str | None = None
    inventory: dict[str, Any] = field(default_factory=dict)
    baseline: dict[str, Any] = field(default_factory=dict)
    value: dict[str, Any] = field(default_factory=dict)
    report: dict[str, Any] = field(default_factory=dict)


def steps(case: Community, folder: Path) -> Iterator[Step]:
    """All steps in their order; outputs lie in the folder. Each is to be run before the next is asked for."""
    weights = None
    for year in sorted(case.statistics):
        yield from _emissions_of(case, year, folder, weights)
        # Where things are used stays the same: the table of weights serves the other years.
        weights = weights or folder / "weights.gpkg"
    last = max(case.statistics)
    units = {"UNITS": case.units, "UNIT_FIELD": case.unit_field}
    yield Step(
        "downscaleemissions",
        {
            "INVENTORY": folder / f"emissions_{last}.gpkg",
            "PARCELS": case.land_use["INPUT"],
            "CLASS_FIELD": case.land_use["CLASS_FIELD"],
            "WEIGHTS": case.class_weights,
            "OUTPUT": folder / "parcels.gpkg",
        },
    )
    yield Step(
        "sinkbaseline",
        {**case.land_use, **units, **case.baseline, "YEAR": last, "OUTPUT": folder / "baseline.gpkg"},
    )
    yield _post(folder, "baseline.gpkg", last)
    yield Step(
        "valuecarbon",
        {
            "STORE": folder / BOOK,
            "YEAR": last,
            **case.value,
            "OUTPUT": folder / "value.gpkg",
            "OUTPUT_SINKS": folder / "sinks.gpkg",
        },
    )
    yield _post(folder, "value.gpkg", last)
    yield Step(
        "readaccount",
        {
            "STORE": folder / BOOK,
            "ITEM": "emission/co2",
            "LAYOUT": "entries",
            "OUTPUT": folder / "entries.gpkg",
        },
    )
    yield Step(
        "monitoraccount",
        {
            "STORE": folder / BOOK,
            "TARGETS": case.targets,
            "YEAR": last,
            **units,
            "PLACE": case.place,
            "OUTPUT": folder / "standing.gpkg",
            "OUTPUT_SERIES": folder / "series.gpkg",
            "REPORT": folder / MONITORING_REPORT,
        },
    )
    yield Step(
        "accountreport",
        {
            "STORE": folder / BOOK,
            "YEAR": last,
            **units,
            "INVENTORY": folder / f"emissions_{last}.gpkg",
            "AGREEMENT": folder / f"agreement_{last}.gpkg" if case.control else None,
            "MONITORING": folder / "standing.gpkg",
            "VALUE": folder / "value.gpkg",
            "SINKS": folder / "sinks.gpkg",
            "PLACE": case.place,
            **case.report,
            "OUTPUT": folder / REPORT,
        },
    )


def _emissions_of(case: Community, year: int, folder: Path, weights: Path | None) -> Iterator[Step]:
    """Statistics onto the communities, emissions from them, and these into the book."""
    yield Step(
        "unifyunits",
        {
            "SOURCE": case.statistics[year],
            "SOURCE_FIELD": case.area_field,
            "EXTENSIVE_FIELDS": ";".join(case.uses),
            "TARGET": case.units,
            "TARGET_FIELD": case.unit_field,
            "METHOD": "dasymetric",
            "WEIGHTS": weights or case.weights,
            "WEIGHT_FIELD": None if weights else case.weight_field,
            "INSIDE_ONLY": True,
            "YEAR": year,
            "CONTROL": case.control if year == max(case.statistics) else None,
            "OUTPUT": folder / f"energy_{year}.gpkg",
            "OUTPUT_WEIGHTS": None if weights else folder / "weights.gpkg",
            "OUTPUT_AGREEMENT": folder / f"agreement_{year}.gpkg" if case.control else None,
        },
    )
    write_activity(folder / f"energy_{year}.gpkg", case.uses, folder / f"activity_{year}.csv")
    yield Step(
        "emissioninventory",
        {
            "ACTIVITY": folder / f"activity_{year}.csv",
            "YEAR": year,
            **case.inventory,
            "OUTPUT": folder / f"emissions_{year}.gpkg",
        },
    )
    yield _post(folder, f"emissions_{year}.gpkg", year)


def write_activity(unified: Path, uses: dict[str, dict[str, str]], activity: Path) -> None:
    """The unified statistics as an activity table: a row for each community and use."""
    rows = ogr.Open(str(unified))
    columns = ["unit", "year", "amount", *dict.fromkeys(name for use in uses.values() for name in use)]
    with activity.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, columns)
        table.writeheader()
        for row in rows.GetLayer():
            for name, use in uses.items():
                table.writerow({"unit": row["unit"], "year": row["year"], "amount": row[name], **use})


def _post(folder: Path, table: str, year: int) -> Step:
    return Step("postaccount", {"STORE": folder / BOOK, "ACCOUNT": folder / table, "YEAR": year})
