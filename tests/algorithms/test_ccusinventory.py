# SPDX-License-Identifier: GPL-2.0-or-later
"""CCUS inventory: the worked example of a6, what enters removals, and registers that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from layers_by_hand import make_layer, notes_of, rows_of

TEMPLATE = Path(__file__).parents[2] / "resources" / "factors" / "ccus_template.csv"
#: methods.md WE-a: 500 kt flue gas, η 0.9, l_T 0.5 %, energy penalty 60 kt.
WORKED = {
    "facility_id": "电厂一号",
    "year": 2025,
    "type": "CCS",
    "source_sector": "power",
    "capacity_tco2_a": 460_000.0,
    "flue_tco2_a": 500_000.0,
    "capture_rate": 0.9,
    "transport_loss": 0.005,
    "storage_loss_a": 1e-4,
    "energy_penalty_tco2_a": 60_000.0,
    "storage_site": "咸水层",
    "permanence_class": "",
    "verification": "核查报告 2026-1",
}


def facilities(*rows, **more):
    """Points along a line, each the worked example with what is changed of it."""
    made = [(f"POINT({114 + n} 30)", {**WORKED, **row}) for n, row in enumerate(rows)]
    return make_layer(made, crs="EPSG:4490", name="设施", kind="Point", **more)


def test_the_worked_example_in_its_year_and_50_years_on(run):
    """450 / 447.75 / 387.75 kt; after 50 years with l_S 1e-4 445.5167 kt."""
    result = run("ccusinventory", FACILITIES=facilities({}), YEAR=2025, OUTPUT="memory:")
    assert result["CAPTURED_TCO2"] == pytest.approx(450_000)
    assert result["STORED_TCO2"] == pytest.approx(447_750)
    assert result["AVOIDED_TCO2"] == pytest.approx(387_750)
    (row,) = rows_of(result["OUTPUT"])
    assert row["facility_id"] == "电厂一号"
    assert row["source_sector_reduction_tco2"] == pytest.approx(447_750)
    assert (row["removal_tco2e_a"], row["leakage_tco2_a"]) == (0.0, 0.0)
    later = run("ccusinventory", FACILITIES=facilities({}), YEAR=2075, OUTPUT="memory:")
    assert later["STORED_TCO2"] == pytest.approx(445_516.7, abs=0.05)
    (row,) = rows_of(later["OUTPUT"])
    assert row["stored_tco2"] == pytest.approx(447_750)
    assert row["source_sector_reduction_tco2"] == 0.0


def test_only_beccs_and_direct_air_capture_remove(run, log):
    layer = facilities(
        {},
        {"facility_id": "b", "type": "BECCS", "verification": ""},
        {"facility_id": "d", "type": "直接空气捕集", "transport_loss": 0.0},
        {"facility_id": "u", "type": "CCU", "permanence_class": "short_lived"},
    )
    result = run("ccusinventory", FACILITIES=layer, YEAR=2025, OUTPUT="memory:", OUTPUT_SECTORS="memory:")
    assert result["REMOVAL_TCO2E_A"] == pytest.approx(447_750 + 450_000)
    assert result["DELAYED_TCO2"] == pytest.approx(447_750)
    assert result["STORED_TCO2"] == pytest.approx(2 * 447_750 + 450_000)
    by_type = {row["type"]: row for row in rows_of(result["OUTPUT_SECTORS"])}
    assert by_type["CCS"]["source_sector_reduction_tco2"] == pytest.approx(447_750)
    assert by_type["CCU"]["source_sector_reduction_tco2"] == 0.0
    assert by_type["CCU"]["avoided_tco2"] == pytest.approx(-60_000)
    assert log.said("delay, not storage")
    assert log.said("without a verification")


def test_own_field_names_and_text_cells(run):
    """A CSV made into points has text in every field."""
    names = {"facility_id": "编号", "capture_rate": "捕集率", "flue_tco2_a": "烟气排放"}
    row = {names.get(key, key): str(value) for key, value in WORKED.items()}
    layer = make_layer([("POINT(114 30)", row)], crs="EPSG:4490", kind="Point")
    fields = {f"{key.upper()}_FIELD": name for key, name in names.items()}
    result = run("ccusinventory", FACILITIES=layer, YEAR=2025, OUTPUT="memory:", **fields)
    assert result["STORED_TCO2"] == pytest.approx(447_750)


def test_rows_of_earlier_years_count_in_the_store_alone(run, tmp_path):
    layer = facilities({"type": "DAC"}, {"type": "DAC", "year": 2024})
    result = run("ccusinventory", FACILITIES=layer, YEAR=2025, OUTPUT=str(tmp_path / "设施.gpkg"))
    assert result["REMOVAL_TCO2E_A"] == pytest.approx(447_750)
    assert result["STORED_TCO2"] == pytest.approx(447_750 * (2 - 1e-4))
    assert rows_of(result["OUTPUT"])[1]["leakage_tco2_a"] == pytest.approx(44.775)
    assert notes_of(result)["earlier_years"]["count"] == 1


@pytest.mark.parametrize(
    ("change", "parts"),
    [
        ({"type": "CCUS"}, ("type", "“CCUS”", "BECCS")),
        ({"capture_rate": 90.0}, ("capture_rate", "90", "0.9")),
        ({"transport_loss": -0.1}, ("transport_loss", "-0.1")),
        ({"energy_penalty_tco2_a": -1.0}, ("energy_penalty_tco2_a", "below 0")),
        ({"capacity_tco2_a": 400_000.0}, ("450000", "400000", "capacity")),
        ({"year": 2026}, ("2026", "2025", "YEAR")),
        ({"source_sector": ""}, ("source_sector", "empty")),
        ({"type": "CCU"}, ("permanence_class", "empty")),
        ({"type": "EW"}, ("captured_tco2_a", "empty")),
        ({"permanence_class": "for ever"}, ("permanence_class", "short_lived")),
    ],
)
def test_a_row_that_is_wrong_is_named(refused, change, parts):
    sentence = refused("ccusinventory", FACILITIES=facilities(change), YEAR=2025, OUTPUT="memory:")
    assert "电厂一号" in sentence
    for part in parts:
        assert part in sentence


def test_registers_that_cannot_be_used(refused):
    def call(layer, **more):
        return refused("ccusinventory", FACILITIES=layer, YEAR=2025, OUTPUT="memory:", **more)

    assert "occurs twice for 2025" in call(facilities({}, {}))
    assert "feature 1" in call(facilities({"facility_id": ""}))
    table = make_layer([(None, WORKED)], kind="None", crs="", name="登记表")
    assert "登记表" in call(table)
    assert "no points" in call(table)
    polygons = make_layer([("POLYGON((0 0,1 0,1 1,0 0))", WORKED)])
    assert "no points" in call(polygons)
    assert "no field “没有”" in call(facilities({}), TYPE_FIELD="没有")
    nowhere = make_layer([("POINT(0 0)", WORKED)], kind="Point", crs="")
    assert "coordinate reference system" in call(nowhere)
    lacking = {key: value for key, value in WORKED.items() if key != "transport_loss"}
    assert "transport_loss is empty" in call(make_layer([("POINT(0 0)", lacking)], kind="Point"))


def test_the_blank_register_has_every_field(provider):
    from dualcarbon.plugin.domain.ccus import FIELDS

    header = TEMPLATE.read_text(encoding="utf-8").strip().split(",")
    assert set(FIELDS) | {"name", "x", "y"} == set(header)
    assert len(header) == len(set(header))
    definitions = {d.name() for d in provider.algorithm("ccusinventory").parameterDefinitions()}
    assert {f"{field.upper()}_FIELD" for field in FIELDS} <= definitions
