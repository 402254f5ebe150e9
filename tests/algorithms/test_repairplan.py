# SPDX-License-Identifier: GPL-2.0-or-later
"""The repair of a plan through Processing: what is cut, kept, written and told."""

from __future__ import annotations

import re

import pytest
from layers_by_hand import (
    check_draft,
    control_line,
    draft_layer,
    make_layer,
    manifest_of,
    notes_of,
    rows_of,
    square,
)
from qgis.core import QgsProcessingException, QgsRenderContext, QgsVectorFileWriter, QgsVectorLayer

X, Y = 500_000.0, 3_300_000.0
HOMESTEAD = (square(X, Y, 100, 400), "0703")
MARKS = ("repair_rule", "repair_from", "repair_to", "repair_of")


def farmland():
    """The lower 2 ha of the homestead."""
    return control_line((square(X - 50, Y - 50, 300, 250), {}))


def paddy():
    return make_layer([(square(X - 500, Y - 500, 1000, 1000), {"YDYHFLDM": "0101"})], name="JQDLTB")


@pytest.fixture
def repair(run, tmp_path):
    def call(plan, **more):
        settings = {
            "PLAN": draft_layer(plan) if isinstance(plan, list) else plan,
            "PLAN_FIELD": "YDYHFLDM",
            "PLAN_ID_FIELD": "BSM",
            "PLAN_CLASSIFICATION": "cn_landsea_2023",
            "LINE_ID_FIELD": "BSM",
            "AS_OF": "2026-04-01",
            "AREA_RULE": "planar",
            "MANIFEST": str(tmp_path / "repair.json"),
            "OUTPUT": "memory:",
            "OUTPUT_CHANGES": "memory:",
        }
        result = run("repairplan", **{**settings, **more})
        return result, rows_of(result["OUTPUT"]), rows_of(result["OUTPUT_CHANGES"])

    return call


# The draft --------------------------------------------------------------------------------------


def test_the_part_on_farmland_is_cut_out_and_goes_back_to_paddy(repair):
    result, draft, changes = repair(
        [HOMESTEAD], FARMLAND=farmland(), BASE=paddy(), BASE_FIELD="YDYHFLDM", BASE_CLASSIFICATION="auto"
    )
    assert (result["ERRORS_BEFORE"], result["ERRORS_AFTER"], result["UNREPAIRED"]) == (2, 0, 0)
    assert result["CHANGED_AREA_HA"] == pytest.approx(2.0)
    assert result["LOST_CONSTRUCTION_HA"] == pytest.approx(2.0)
    assert result["CARBON_TCO2E"] == 0.0
    assert result["SAVED_CARBON_TCO2E"] > 0.0
    assert [(p["BSM"], p["YDYHFLDM"], *(p[mark] for mark in MARKS)) for p in draft] == [
        ("p1", "0703", None, None, None, None),
        ("p1-R1", "0101", "PBF-01;PBF-06", "0703", "0101", "p1"),
    ]
    shapes = [feature.geometry() for feature in result["OUTPUT"].getFeatures()]
    assert [shape.area() for shape in shapes] == pytest.approx([20_000.0, 20_000.0])
    assert shapes[0].intersection(shapes[1]).area() == 0.0
    assert result["OUTPUT"].crs().authid() == "EPSG:4547"
    (change,) = changes
    assert (change["plan_id"], change["part_id"], change["rule_ids"]) == ("p1", "p1-R1", "PBF-01;PBF-06")
    assert (change["from_code"], change["to_code"], change["base_code"]) == ("0703", "0101", "0101")
    assert manifest_of(result)["kinds"] == ["overlay", "transition", "whitelist", "buffer"]


def test_a_second_check_of_the_output_finds_no_error(repair, run, tmp_path):
    plan = [HOMESTEAD, (square(X + 100, Y, 150, 80), "1001"), (square(X + 100, Y + 80, 150, 80), "0201")]
    lines = {"FARMLAND": farmland(), "BASE": paddy(), "BASE_FIELD": "YDYHFLDM"}
    first, _ = check_draft(run, tmp_path / "check.json", plan, **lines)
    result, draft, _ = repair(plan, **lines)
    second, _ = check_draft(run, tmp_path / "again.json", result["OUTPUT"], **lines)
    assert first["ERRORS"] == result["ERRORS_BEFORE"] > 0
    assert second["ERRORS"] == result["ERRORS_AFTER"] == 0
    assert len({parcel["BSM"] for parcel in draft}) == len(draft)


def test_every_field_of_the_input_is_kept_and_survey_areas_are_shared(repair):
    """The survey says 4.4 ha: half of it lies on the farmland."""
    rows = [(HOMESTEAD[0], {"BSM": "p1", "YDYHFLDM": "0703", "TBMJ": 44_000.0, "BZ": "村", "repair_of": "x"})]
    result, draft, _ = repair(make_layer(rows), FARMLAND=farmland(), AREA_RULE="attribute", AREA_FIELD="TBMJ")
    assert [(p["BSM"], p["BZ"], p["repair_of_in"], p["repair_of"]) for p in draft] == [
        ("p1", "村", "x", None),
        ("p1-R1", "村", "x", "p1"),
    ]
    assert [p["TBMJ"] for p in draft] == pytest.approx([22_000.0, 22_000.0], rel=1e-6)
    assert result["CHANGED_AREA_HA"] == pytest.approx(2.2, rel=1e-6)


def test_names_and_areas_in_other_fields_go_with_the_parts(repair):
    """Half of the homestead becomes paddy; the areas of the parts add up to that of the parcel."""
    facts = {"BSM": "p1", "YDYHFLDM": "0703", "YDYHFLMC": "农村宅基地", "MJ": 44_000.0}
    whole = {**facts, "BSM": "p2", "MJ": 900.0}
    rows = [(HOMESTEAD[0], facts), (square(X + 9_000, Y, 30, 30), whole)]
    lines = {"FARMLAND": farmland(), "BASE": paddy(), "BASE_FIELD": "YDYHFLDM"}
    result, draft, _ = repair(make_layer(rows), **lines)
    assert "fields MJ by" in str(notes_of(result)["shared_areas"])
    assert [(p["BSM"], p["YDYHFLDM"], p["YDYHFLMC"]) for p in draft] == [
        ("p1", "0703", "农村宅基地"),
        ("p2", "0703", "农村宅基地"),
        ("p1-R1", "0101", "水田"),
    ]
    assert [p["MJ"] for p in draft] == pytest.approx([22_000.0, 900.0, 22_000.0], rel=1e-6)


def test_parts_of_a_geopackage_get_feature_numbers_of_their_own(repair, tmp_path):
    source, target = str(tmp_path / "plan.gpkg"), str(tmp_path / "repaired.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    layer = draft_layer([HOMESTEAD, (square(X + 100, Y, 100, 400), "0101")])
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, source, layer.transformContext(), options)
    result, draft, _ = repair(source, FARMLAND=farmland(), OUTPUT=target)
    assert result["OUTPUT"] == target
    assert [parcel["fid"] for parcel in draft] == [1, 2, 3]
    assert [parcel["BSM"] for parcel in draft] == ["p1", "p2", "p1-R1"]
    assert QgsVectorLayer(target, "repaired", "ogr").featureCount() == 3


def test_whole_numbers_as_ids_go_on_after_the_largest(repair):
    rows = [(HOMESTEAD[0], {"BSM": 7, "YDYHFLDM": "0703"}), (square(X + 200, Y, 50, 50), {"BSM": 9})]
    rows[1][1]["YDYHFLDM"] = "0101"
    _, draft, _ = repair(make_layer(rows), FARMLAND=farmland())
    assert [(parcel["BSM"], parcel["repair_of"]) for parcel in draft] == [(7, None), (9, None), (10, "7")]


def test_a_plan_in_degrees_stays_whole(repair):
    """0.001° x 0.002° cut at a meridian: both parts share the two new vertices exactly."""
    plan = make_layer([(square(114, 30, 0.001, 0.002), {"BSM": "a", "YDYHFLDM": "0703"})], crs="EPSG:4490")
    line = control_line((square(113.9, 29.9, 0.1005, 0.2), {}), crs="EPSG:4490")
    result, _, _ = repair(plan, FARMLAND=line, AREA_RULE="ellipsoidal")
    one, two = (feature.geometry() for feature in result["OUTPUT"].getFeatures())
    shared = {(v.x(), v.y()) for v in one.vertices()} & {(v.x(), v.y()) for v in two.vertices()}
    assert len(shared) >= 2
    assert one.area() + two.area() == pytest.approx(2e-6, rel=1e-9)


def test_a_sound_plan_is_written_as_it_is(repair):
    result, draft, changes = repair([(square(X, Y), "0101")], FARMLAND=farmland())
    assert (result["ERRORS_BEFORE"], result["CHANGED_AREA_HA"], changes) == (0, 0.0, [])
    assert result["CARBON_TCO2E"] is None
    assert [[parcel[mark] for mark in MARKS] for parcel in draft] == [[None] * 4]


def test_what_cannot_be_repaired_is_told(repair):
    floodplain = control_line((square(X, Y, 100, 100), {}), name="黄河滩区")
    result, draft, changes = repair([(HOMESTEAD[0], "0701")], OTHER_LINES=[floodplain])
    assert (result["ERRORS_BEFORE"], result["ERRORS_AFTER"], result["UNREPAIRED"]) == (1, 1, 1)
    assert [(p["BSM"], p["YDYHFLDM"], p["repair_to"]) for p in draft] == [("p1", "0701", None)]
    assert [(c["part_id"], c["to_code"]) for c in changes] == [(None, None)]
    assert changes[0]["reason"]
    assert notes_of(result)["not_repaired"]["ids"] == ["p1"]


def test_an_approved_error_stays_as_planned(repair):
    permit = {"BSM": "p1", "批准文号": "某政批〔2026〕1号"}
    permits = make_layer([(None, permit)], kind="NoGeometry", name="批准")
    result, draft, changes = repair([HOMESTEAD], FARMLAND=farmland(), EXEMPTIONS=permits)
    assert (result["ERRORS_BEFORE"], result["ERRORS_AFTER"], changes) == (0, 0, [])
    assert [(parcel["BSM"], parcel["YDYHFLDM"]) for parcel in draft] == [("p1", "0703")]


# Replenishment ----------------------------------------------------------------------------------


def plots(**more):
    rows = [
        (square(X, Y + 1000, 200, 100), {"BSM": "r1", "ZZSX": "即可恢复", "DLBM": "0305", "CUN": "东村"}),
        (square(X, Y + 1100, 200, 100), {"BSM": "r2", "ZZSX": "工程恢复", "DLBM": "0201", "CUN": "西村"}),
        (square(X, Y + 1200, 200, 100), {"BSM": "r3", "ZZSX": "林粮间作", "DLBM": "0201", "CUN": "西村"}),
    ]
    return {
        "RESTORABLE": make_layer(rows, name="恢复地类"),
        "RESTORABLE_FIELD": "ZZSX",
        "RESTORABLE_ID_FIELD": "BSM",
        "RESTORABLE_CODE_FIELD": "DLBM",
        "RESTORABLE_CLASSIFICATION": "cn_landsea_2023",
        "RESTORABLE_VILLAGE_FIELD": "CUN",
        "OUTPUT_REPLENISHMENT": "memory:",
        **more,
    }


def test_missing_fields_are_made_up_for_by_the_restorable_parcel_of_least_carbon(repair):
    """2 ha of paddy after the repair, 3 ha to be kept: one parcel of 2 ha does."""
    result, _, _ = repair([HOMESTEAD], FARMLAND=farmland(), **plots(RETENTION_HA=3.0))
    assert result["SHORTAGE_HA"] == pytest.approx(1.0)
    assert (result["REPLENISHED_HA"], result["STILL_SHORT_HA"]) == pytest.approx((2.0, 0.0))
    table = {row["parcel_id"]: row for row in rows_of(result["OUTPUT_REPLENISHMENT"])}
    assert table["r3"]["status"] == "excluded"
    carbon = {name: table[name]["carbon_tco2e"] for name in ("r1", "r2")}
    chosen = min(carbon, key=carbon.__getitem__)
    assert [name for name in table if table[name]["status"] == "chosen"] == [chosen]
    assert result["REPLENISHMENT_TCO2E"] == pytest.approx(carbon[chosen])
    assert (table[chosen]["area_mu"], table[chosen]["order"]) == (pytest.approx(30.0), 1)
    assert {row["village"] for row in table.values()} == {"东村", "西村"}
    assert manifest_of(result)["replenishment"]["retention_ha"] == 3.0


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("words", "“words” of layer “恢复地类” is no number (features: 1, first: r2, value “five”)"),
        ("less", "“less” of layer “恢复地类” is negative (features: 1, first: r2, value -5.0)"),
        ("gap", "“gap” of layer “恢复地类” is empty (features: 1, first: r2)"),
    ],
)
def test_costs_are_numbers_from_0_up(repair, field, sentence):
    land = {"ZZSX": "即可恢复", "DLBM": "0305", "CUN": "东村"}
    costs = {"words": "5", "less": 5, "gap": 5}, {"words": "five", "less": -5, "gap": None}
    rows = [
        (square(X, Y + 1000 + 100 * number, 200, 100), {"BSM": f"r{number + 1}", **land, **cost})
        for number, cost in enumerate(costs)
    ]
    restorable = make_layer(rows, name="恢复地类")
    asked = plots(RETENTION_HA=3.0, RESTORABLE=restorable, RESTORABLE_COST_FIELD=field)
    with pytest.raises(QgsProcessingException, match=re.escape(sentence)):
        repair([HOMESTEAD], FARMLAND=farmland(), **asked)


def test_without_restorable_parcels_there_is_no_balance(repair):
    result, _, _ = repair([HOMESTEAD], FARMLAND=farmland())
    assert result["SHORTAGE_HA"] is None


@pytest.mark.parametrize(
    ("output", "style", "label"),
    [
        ("OUTPUT", "repairedplan", "use changed 用途已调整"),
        ("OUTPUT_CHANGES", "repairchanges", "other allowed use 改为准许用途"),
    ],
)
def test_the_styles_show_what_was_changed(repair, output, style, label):
    from dualcarbon.plugin.gis.styles import style_layer

    result, _, _ = repair([HOMESTEAD], FARMLAND=farmland())
    layer = result[output]
    assert style_layer(layer, style)
    context = QgsRenderContext()
    renderer = layer.renderer().clone()
    renderer.startRender(context, layer.fields())
    labels = {item.ruleKey(): item.label() for item in renderer.legendSymbolItems()}
    shown = set()
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        shown |= {labels[key] for key in renderer.legendKeysForFeature(feature, context)}
    renderer.stopRender(context)
    assert label in shown


# Refusals ---------------------------------------------------------------------------------------


def test_restorable_parcels_need_the_retention(repair, refused, tmp_path):
    sentence = refused(
        "repairplan",
        PLAN=draft_layer([HOMESTEAD]),
        PLAN_FIELD="YDYHFLDM",
        PLAN_CLASSIFICATION="cn_landsea_2023",
        FARMLAND=farmland(),
        OUTPUT="memory:",
        **plots(),
    )
    assert "RETENTION_HA" in sentence


def test_a_plan_in_survey_codes_is_to_be_translated_first(refused):
    rows = [(HOMESTEAD[0], {"BSM": "p1", "DLBM": "0702"})]
    sentence = refused(
        "repairplan",
        PLAN=make_layer(rows),
        PLAN_FIELD="DLBM",
        PLAN_CLASSIFICATION="cn_third_survey",
        FARMLAND=farmland(),
        OUTPUT="memory:",
    )
    assert "cn_third_survey" in sentence
    assert "Translate" in sentence


def test_the_kinds_are_those_of_the_domain(provider):
    from dualcarbon.plugin.algorithms.repairplan import REPAIR_KINDS
    from dualcarbon.plugin.domain.repair import KINDS

    assert tuple(KINDS) == REPAIR_KINDS
