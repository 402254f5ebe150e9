# SPDX-License-Identifier: GPL-2.0-or-later
"""The table per unit and class as files that people keep, read alike by the three tools."""

from __future__ import annotations

import pytest
from increments_by_hand import X, Y, hand_factors, process
from layers_by_hand import make_layer, rows_of, square

HEAD = "unit,year,carbon_class,area_ha,stock_tc"
ROWS = ("033,2024,rainfed_cropland,10,850", "033,2024,mixed_forest,5,700")
TOOLS = ("updatebaseline", "uncertainty", "projectbaseline")


@pytest.fixture
def settings(tmp_path):
    """Parameters of each tool but the baseline; a hectare of field turns into forest in 2025."""
    made = process(square(X, Y), "0103", "0301")
    common = {"FACTOR_SET": hand_factors(tmp_path), "OUTPUT": "memory:"}
    more = {
        "updatebaseline": {"INCREMENTS": make_layer([made]), "YEAR": 2025, "AREA_RULE": "planar"},
        "projectbaseline": {"YEARS": "2030"},
    }
    return {tool: {**common, **more.get(tool, {})} for tool in TOOLS}


def written(path, *rows, encoding="utf-8", separator=","):
    text = "\n".join([HEAD, *rows]).replace(",", separator)
    path.write_bytes(text.encode(encoding))
    return str(path)


@pytest.mark.parametrize("tool", TOOLS)
def test_codes_keep_their_zeros_and_names_their_characters(run, settings, tmp_path, tool):
    town = [row.replace("033", "甲镇") for row in ROWS]
    tables = {
        "033": written(tmp_path / "bom.csv", *ROWS, encoding="utf-8-sig", separator=";"),
        "甲镇": written(tmp_path / "gbk.csv", *town, encoding="gb18030"),
    }
    for unit, table in tables.items():
        result = run(tool, BASELINE=table, **settings[tool])
        assert {row["unit"] for row in rows_of(result["OUTPUT"])} == {unit}


@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize(
    ("row", "part"),
    [
        (",2024,mixed_forest,5,700", "the first is row 3"),
        ("033,2024,,5,700", "the first is row 3"),
        ("033,2024,mixed_forest,,700", "the first is row 3"),
        ("033,2024,mixed_forest,-5,700", "row 3, column “area_ha”: “-5”"),
        ("033,2024,mixed_forest,inf,700", "row 3, column “area_ha”: “inf”"),
        ("033,2024,mixed_forest,5,seven", "row 3, column “stock_tc”: “seven”"),
        ("033,2024.5,mixed_forest,5,700", "row 3, column “year”: “2024.5”"),
        ("033,二〇二四,mixed_forest,5,700", "row 3, column “year”: “二〇二四”"),
    ],
)
def test_rows_that_say_nothing_are_named_by_their_line(refused, settings, tmp_path, tool, row, part):
    table = written(tmp_path / "table.csv", ROWS[0], row)
    assert part in refused(tool, BASELINE=table, **settings[tool])
