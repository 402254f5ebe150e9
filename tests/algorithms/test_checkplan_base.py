# SPDX-License-Identifier: GPL-2.0-or-later
"""Plan checks with present land cover: carbon at stake by hand, translated codes, and what is refused."""

from __future__ import annotations

import math

import pytest
from layers_by_hand import check_draft, control_line, draft_layer, make_layer, notes_of, rows_of, square

X, Y = 500_000.0, 3_300_000.0
CO2 = 44 / 12

# Rows of cn_default: value, low, high of the stock pools (t C/ha) …
FOREST = ((36.67, 28.75, 44.6), (9.127, 7.154, 11.1), (1.9, 0.9, 2.9), (106.1, 95.51, 116.7))
HOUSING = ((4.506, 0, 9.012), (1.122, 0, 2.244), (0, 0, 0.5), (70.12, 40.9, 99.34))
# … and of growth and soil (t C/(ha·a)), where a soil that may lose carbon counts as it stands.
FOREST_REMOVAL, HOUSING_REMOVAL = 0.889 + 0.42, 0.1419 + 0
LOSS_TC_HA = sum(v for v, _, _ in FOREST) - sum(v for v, _, _ in HOUSING)


@pytest.fixture
def check(run, tmp_path):
    return lambda plan, **more: check_draft(run, tmp_path / "check.json", plan, **more)


def cover(*rows, **more):
    """Present land cover of (WKT, third-survey code)."""
    return make_layer([(wkt, {"DLBM": code}) for wkt, code in rows], name="DLTB", **more)


FARMLAND = control_line((square(X, Y, 300, 100), {}))
HOMESTEAD = [(square(X, Y, 300, 100), "0703")]


# Carbon --------------------------------------------------------------------------------------


def test_forest_turned_into_housing_costs_the_difference_of_densities(check):
    """3 ha: (153.797 − 75.748) t C/ha × 44/12 once, (1.309 − 0.1419) t C/(ha·a) × 44/12 a year."""
    result, findings = check(
        HOMESTEAD, FARMLAND=FARMLAND, BASE=cover((square(X, Y, 300, 100), "0301")), BASE_FIELD="DLBM"
    )
    loss = 3 * LOSS_TC_HA * CO2
    forgone = 3 * (FOREST_REMOVAL - HOUSING_REMOVAL) * CO2
    assert loss == pytest.approx(3 * (153.797 - 75.748) * CO2)
    for finding in findings:
        assert finding["stock_loss_tco2"] == pytest.approx(loss)
        assert finding["removal_forgone_tco2e_a"] == pytest.approx(forgone)
        assert finding["carbon_tco2e"] == pytest.approx(loss + 20 * forgone)
        assert finding["base_code"] == "0301"
    # Housing on farmland by two rules, forest in it by a third, one ground: the totals count it once.
    assert sorted(finding["rule_id"] for finding in findings) == ["PBF-01", "PBF-06", "PBF-08"]
    assert result["STOCK_LOSS_TCO2"] == pytest.approx(loss)
    assert result["REMOVAL_FORGONE_TCO2E_A"] == pytest.approx(forgone)
    assert result["CARBON_AT_STAKE_TCO2E"] == pytest.approx(loss + 20 * forgone)


def test_the_interval_of_the_loss_is_the_quadrature_of_both_sides(check):
    _, findings = check(
        HOMESTEAD, FARMLAND=FARMLAND, BASE=cover((square(X, Y, 300, 100), "0301")), BASE_FIELD="DLBM"
    )
    # What is lost is least where the forest was poor and the housing is rich.
    down = math.sqrt(
        sum((v - low) ** 2 for v, low, _ in FOREST) + sum((high - v) ** 2 for v, _, high in HOUSING)
    )
    up = math.sqrt(
        sum((high - v) ** 2 for v, _, high in FOREST) + sum((v - low) ** 2 for v, low, _ in HOUSING)
    )
    assert findings[0]["stock_loss_tco2_low"] == pytest.approx(3 * (LOSS_TC_HA - down) * CO2)
    assert findings[0]["stock_loss_tco2_high"] == pytest.approx(3 * (LOSS_TC_HA + up) * CO2)


def test_the_horizon_is_the_one_that_was_stated(check):
    result, _ = check(
        HOMESTEAD,
        FARMLAND=FARMLAND,
        BASE=cover((square(X, Y, 300, 100), "0301")),
        BASE_FIELD="DLBM",
        HORIZON_A=0,
    )
    assert result["CARBON_AT_STAKE_TCO2E"] == pytest.approx(result["STOCK_LOSS_TCO2"])


def test_without_land_cover_carbon_is_null(check):
    result, findings = check(HOMESTEAD, FARMLAND=FARMLAND)
    assert result["STOCK_LOSS_TCO2"] is None
    assert {f["carbon_tco2e"] for f in findings} == {None}


def test_ground_outside_the_land_cover_is_noted_and_counts_nothing(check):
    """Land cover on 2 of 3 ha."""
    result, _ = check(
        HOMESTEAD, FARMLAND=FARMLAND, BASE=cover((square(X, Y, 200, 100), "0301")), BASE_FIELD="DLBM"
    )
    assert result["STOCK_LOSS_TCO2"] == pytest.approx(2 * LOSS_TC_HA * CO2)
    assert result["ERROR_AREA_HA"] == pytest.approx(3.0)
    assert notes_of(result)["no_land_cover"]["area_ha"] == pytest.approx(1.0)


def test_a_plan_wholly_outside_the_land_cover_still_has_its_findings(check):
    result, findings = check(
        HOMESTEAD, FARMLAND=FARMLAND, BASE=cover((square(X, Y + 900), "0301")), BASE_FIELD="DLBM"
    )
    assert {f["rule_id"] for f in findings} == {"PBF-01", "PBF-06"}
    assert result["STOCK_LOSS_TCO2"] is None
    assert notes_of(result)["no_land_cover"]["area_ha"] == pytest.approx(3.0)


def test_existing_farming_in_the_redline_passes_where_the_base_shows_it(check):
    """Planned paddy on 40 m existing paddy, 60 m forest: only the forest part is a finding."""
    redline = control_line((square(X, Y), {}), name="STBHHX")
    base = cover((square(X, Y, 40, 100), "0101"), (square(X + 40, Y, 60, 100), "0301"))
    _, findings = check([(square(X, Y), "0101")], REDLINE=redline, BASE=base, BASE_FIELD="DLBM")
    assert [(f["rule_id"], f["severity"], f["area_m2"]) for f in findings] == [
        ("ERL-02", "warning", pytest.approx(6_000.0))
    ]


def test_parcels_and_summary_carry_the_carbon_of_the_findings(check):
    result, _ = check(
        HOMESTEAD, FARMLAND=FARMLAND, BASE=cover((square(X, Y, 300, 100), "0301")), BASE_FIELD="DLBM"
    )
    (parcel,) = rows_of(result["OUTPUT_PARCELS"])
    (total,) = [row for row in rows_of(result["OUTPUT_SUMMARY"]) if row["level"] == "total"]
    assert parcel["stock_loss_tco2"] == pytest.approx(3 * LOSS_TC_HA * CO2)
    assert total["stock_loss_tco2"] == pytest.approx(3 * LOSS_TC_HA * CO2)


# Codes ---------------------------------------------------------------------------------------


def test_a_draft_in_osm_codes_is_judged_by_translated_codes(check):
    """landuse=residential stands for 0701 or 0703: judged as 0701, and said so."""
    plan = make_layer(
        [
            (square(X, Y), {"BSM": "p1", "class": "landuse=residential"}),
            (square(X + 100, Y), {"BSM": "p2", "class": "natural=wood"}),
            (square(X + 200, Y), {"BSM": "p3", "class": "leisure=schoolyard"}),
        ],
        name="draft",
    )
    result, findings = check(plan, PLAN_FIELD="class", PLAN_CLASSIFICATION="osm_landuse", FARMLAND=FARMLAND)
    assert [(f["plan_id"], f["plan_code"], f["rule_id"]) for f in findings if f["severity"] == "error"] == [
        ("p1", "0701", "PBF-01"),
        ("p3", "0804", "PBF-01"),
    ]
    assert "landuse=residential → 0701" in notes_of(result)["default_of_several"]["text"]


def test_codes_without_a_target_are_not_checkable_and_listed(check):
    plan = make_layer(
        [
            (square(X, Y), {"BSM": "p1", "YDYHFLDM": "0703"}),
            (square(X + 100, Y), {"BSM": "p2", "YDYHFLDM": None}),
        ],
        name="GHYDYH",
    )
    result, _ = check(plan, FARMLAND=FARMLAND)
    assert {p["plan_id"]: p["severity"] for p in rows_of(result["OUTPUT_PARCELS"])} == {
        "p1": "error",
        "p2": "not_checkable",
    }
    note = notes_of(result)["not_checkable"]
    assert note["ids"] == ["p2"]
    assert note["area_ha"] == pytest.approx(1.0)


# Refusals ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"AS_OF": "2026-13-01"}, "AS_OF"),
        ({"AS_OF": "tomorrow"}, "tomorrow"),
        ({"FARMLAND": None}, "BOUNDARY or OTHER_LINES"),
        ({"RULES": "no_such_pack"}, "no_such_pack"),
        ({"PLAN_FIELD": "NOPE"}, "no field “NOPE”"),
        ({"PLAN_ID_FIELD": "NOPE"}, "no field “NOPE”"),
        ({"PLAN_CLASSIFICATION": "clcd"}, "clcd"),
        ({"PLAN_CLASSIFICATION": "carbon_class"}, "carbon_class"),
        ({"BASE": "layer"}, "BASE_FIELD"),
        ({"REDLINE": "evaluation"}, "STBHZYYXPJJG"),
        ({"FARMLAND": "empty"}, "no features"),
        ({"FARMLAND": "lines"}, "polygons"),
        ({"OUTPUT": "/no/such/folder/findings.gpkg"}, "/no/such/folder"),
    ],
)
def test_what_cannot_be_checked_ends_in_one_sentence(check, change, part):
    from qgis.core import QgsProcessingException

    layers = {
        "layer": cover((square(X, Y), "0301")),
        "evaluation": control_line((square(X, Y), {}), name="STBHZYYXPJJG"),
        "empty": make_layer([], types={"BSM": 10}, name="YJJBNTBHTB"),
        "lines": make_layer([("LINESTRING(0 0,1 1)", {"BSM": "1"})], kind="LineString"),
    }
    change = {name: layers.get(value, value) for name, value in change.items()}
    with pytest.raises(QgsProcessingException) as caught:
        check(HOMESTEAD, **{"FARMLAND": FARMLAND, **change})
    assert part in str(caught.value)
    assert "defect" not in str(caught.value)


def test_an_evaluation_layer_is_refused_under_any_name(run, tmp_path, check):
    """The table inside the file names it, whatever the layer is called in the project."""
    from qgis.core import QgsProcessingException, QgsVectorFileWriter, QgsVectorLayer

    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "STBHZYYXPJJG"
    file = str(tmp_path / "lines.gpkg")
    layer = control_line((square(X, Y), {}))
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, file, layer.transformContext(), options)
    renamed = QgsVectorLayer(f"{file}|layername=STBHZYYXPJJG", "生态保护红线", "ogr")
    with pytest.raises(QgsProcessingException, match="evaluation"):
        check([(square(X, Y), "1001")], REDLINE=renamed)


def test_a_draft_without_ids_is_keyed_by_its_shapes(check):
    first, findings = check(draft_layer(HOMESTEAD), PLAN_ID_FIELD=None, FARMLAND=FARMLAND)
    moved = [(square(X + 900, Y + 900), "0301"), *HOMESTEAD]
    second, again = check(draft_layer(moved), PLAN_ID_FIELD=None, FARMLAND=FARMLAND)
    assert [f["finding_key"] for f in findings] == [f["finding_key"] for f in again]
    assert first["ERRORS"] == second["ERRORS"] == 2


# Codings of plan, land cover and zones -------------------------------------------------------


def test_land_cover_without_rule_codes_still_gives_the_carbon(check):
    """CLCD 2 is forest: a class, but no code of the land-and-sea classification."""
    forest = make_layer([(square(X, Y, 300, 100), {"value": 2})], name="CLCD")
    result, findings = check(
        HOMESTEAD, FARMLAND=FARMLAND, BASE=forest, BASE_FIELD="value", BASE_CLASSIFICATION="clcd"
    )
    assert result["STOCK_LOSS_TCO2"] == pytest.approx(3 * LOSS_TC_HA * CO2)
    assert all(finding["base_code"] is None for finding in findings)
    note = notes_of(result)["base_without_rule_codes"]
    assert (note["values"]["layer"], note["values"]["source"]) == ("CLCD", "clcd")


def test_a_plan_in_land_cover_codes_is_refused(refused):
    plan = make_layer([(square(X, Y), {"value": 2})])
    assert "Translate it first" in refused(
        "checkplan",
        PLAN=plan,
        PLAN_FIELD="value",
        PLAN_CLASSIFICATION="clcd",
        FARMLAND=FARMLAND,
        OUTPUT="memory:",
    )


def test_an_invest_table_is_refused_where_classes_are_compared(refused, tmp_path):
    pools = tmp_path / "pools.csv"
    pools.write_text("lucode,c_above,c_below,c_soil,c_dead\n0301,60,15,90,5\n", encoding="utf-8")
    sentence = refused(
        "checkplan",
        PLAN=draft_layer(HOMESTEAD),
        PLAN_FIELD="YDYHFLDM",
        FARMLAND=FARMLAND,
        BASE=cover((square(X, Y), "0301")),
        BASE_FIELD="DLBM",
        FACTOR_SET=str(pools),
        OUTPUT="memory:",
    )
    assert "lucode" in sentence
    assert "FACTOR_SET" in sentence


def test_codes_read_by_the_code_above_are_noted(check):
    result, _ = check([(square(X, Y), "070399")], FARMLAND=FARMLAND)
    note = notes_of(result)["matched_by_prefix"]
    assert note["count"] == 1
    assert "070399 → 0703" in note["text"]


def test_the_zone_field_is_the_one_whose_values_are_zones(check):
    """GHFQDM holds codes, GHFQMC the names that the rules know: housing (0701) is barred from 特别用途区."""
    zones = {"GHFQDM": "511", "GHFQMC": "特别用途区"}
    boundary = control_line((square(X, Y, 300, 100), zones), name="CZKFBJ")
    _, findings = check([(square(X, Y, 300, 100), "0701")], BOUNDARY=boundary)
    assert [(f["rule_id"], f["severity"]) for f in findings] == [("UDB-05", "error")]


def test_a_zone_field_without_any_known_zone_is_refused(refused):
    boundary = control_line((square(X, Y), {"GHFQDM": "511"}), name="CZKFBJ")
    assert "“511”" in refused(
        "checkplan",
        PLAN=draft_layer(HOMESTEAD),
        PLAN_FIELD="YDYHFLDM",
        BOUNDARY=boundary,
        OUTPUT="memory:",
    )
