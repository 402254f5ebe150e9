# SPDX-License-Identifier: GPL-2.0-or-later
"""Stock change of doubtful layers: ground of one date, codes without a class, refusals, cancelled runs."""

from __future__ import annotations

import pytest
from change_runs import (
    FOREST,
    INDUSTRY,
    PADDY,
    TABLES,
    WATER,
    X,
    Y,
    change,
    plots,
    towns,
    transitions_of,
    units_of,
)
from impatience import Impatient
from layers_by_hand import make_layer, notes_of, rows_of, square
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
)

#: No such code is in the third survey.
STRANGE = "9987"


def refusal(refused, tmp_path, before, after, **more):
    return change(refused, tmp_path, before, after, **more)


# Ground ---------------------------------------------------------------------------------------


def test_ground_of_one_date_is_listed_and_in_no_stock(run, tmp_path):
    """0.5 ha of the first survey have no successor; 0.25 ha of the second had none before."""
    result = change(
        run, tmp_path, plots((0, 150, PADDY)), plots((0, 100, PADDY), (150, 25, FOREST), name="new")
    )
    assert transitions_of(result) == pytest.approx(
        {("*", "paddy", "paddy"): 1.0, ("*", "paddy", None): 0.5, ("*", None, "mixed_forest"): 0.25}
    )
    row = units_of(result)["*"]
    assert (row["area_ha"], row["only_before_ha"], row["only_after_ha"]) == pytest.approx((1, 0.5, 0.25))
    assert (row["unit_area_ha"], row["covered_share"]) == pytest.approx((1.75, 1 / 1.75))
    assert result["STOCK_BEFORE_TC"] == result["STOCK_AFTER_TC"] == pytest.approx(115.15)
    lone = [
        line
        for line in rows_of(result["OUTPUT_TRANSITIONS"])
        if None in (line["from_class"], line["to_class"])
    ]
    assert {line["change_tc"] for line in lone} == {None}
    assert notes_of(result)["one_date_only"]["area_ha"] == pytest.approx(0.75)
    assert rows_of(result["OUTPUT_MAP"]) == []


def test_overlaps_gaps_and_broken_geometry_are_measured_and_noted(run, tmp_path):
    """A bow tie of two 25 m² triangles, a feature without geometry, and 0.2 ha drawn twice."""
    bow = f"POLYGON(({X} {Y},{X + 10} {Y + 10},{X + 10} {Y},{X} {Y + 10},{X} {Y}))"
    before = make_layer(
        [
            (square(X + 100, Y), {"DLBM": PADDY}),
            (square(X + 180, Y), {"DLBM": FOREST}),
            (bow, {"DLBM": PADDY}),
            (None, {"DLBM": PADDY}),
        ],
        name="old",
    )
    after = plots((0, 300, PADDY), name="new")
    result = change(run, tmp_path, before, after, UNITS=towns(("甲", 0, 300)), UNIT_FIELD="XZQMC")
    notes = notes_of(result)
    assert notes["counted_once"]["area_ha"] == pytest.approx(0.2)
    assert notes["counted_once"]["ids"] == ["2"]
    assert notes["invalid_geometry"]["ids"] == ["3"]
    assert notes["null_geometry"]["ids"] == ["4"]
    table = transitions_of(result)
    assert table["甲", "paddy", "paddy"] == pytest.approx(1.0 + 0.005)
    assert table["甲", "mixed_forest", "paddy"] == pytest.approx(0.8)
    assert sum(table.values()) == pytest.approx(3.0)


def test_layers_of_different_crs_meet_on_the_ground(run, tmp_path):
    """The second date in degrees of CGCS2000: the same figures, and rounding is no change."""
    import processing

    before = plots((0, 100, PADDY), (100, 100, FOREST))
    after = plots((0, 100, INDUSTRY), (100, 100, FOREST))
    crs = QgsCoordinateReferenceSystem("EPSG:4490")
    degrees = processing.run(
        "native:reprojectlayer", {"INPUT": after, "TARGET_CRS": crs, "OUTPUT": "memory:"}
    )["OUTPUT"]
    plain = change(run, tmp_path, before, after, AREA_RULE="ellipsoidal")
    moved = change(run, tmp_path, before, degrees, AREA_RULE="ellipsoidal")
    for name in ("TOTAL_AREA_HA", "CHANGED_HA", "CHANGE_TC", "STOCK_AFTER_TC"):
        assert moved[name] == pytest.approx(plain[name], rel=1e-6), name
    assert len(rows_of(moved["OUTPUT_MAP"])) == 1


def test_selected_features_only(run, tmp_path):
    """Of each layer the second plot alone is chosen."""
    before, after = plots((0, 100, PADDY), (100, 100, PADDY)), plots((0, 100, WATER), (100, 100, FOREST))
    QgsProject.instance().addMapLayers([before, after])
    chosen = []
    for layer in (before, after):
        layer.select(2)
        chosen.append(QgsProcessingFeatureSourceDefinition(layer.id(), True))
    result = change(run, tmp_path, *chosen)
    QgsProject.instance().removeMapLayers([before.id(), after.id()])
    assert transitions_of(result) == pytest.approx({("*", "paddy", "mixed_forest"): 1.0})


# Codes ----------------------------------------------------------------------------------------


def test_codes_without_a_class_stop_the_run_and_are_listed_with_their_area(refused, tmp_path):
    after = plots((0, 60, PADDY), (60, 40, STRANGE), name="DLTB2025")
    sentence = refusal(refused, tmp_path, plots((0, 100, PADDY)), after, CLASSIFICATION="cn_third_survey")
    assert "9987 (1, 0.4000 ha)" in sentence
    assert "“DLTB2025”" in sentence
    assert "UNMAPPED" in sentence


def test_codes_left_out_are_ground_without_a_class_at_that_date(run, tmp_path):
    after = plots((0, 60, FOREST), (60, 40, STRANGE))
    how = {"CLASSIFICATION": "cn_third_survey", "UNMAPPED": "exclude"}
    result = change(run, tmp_path, plots((0, 100, PADDY)), after, **how)
    assert transitions_of(result) == pytest.approx(
        {("*", "paddy", "mixed_forest"): 0.6, ("*", "paddy", None): 0.4}
    )
    assert result["UNMAPPED_AREA_HA"] == pytest.approx(0.4)
    assert notes_of(result)["unmapped"]["area_ha"] == pytest.approx(0.4)


def test_each_date_has_its_own_field_and_classification(run, tmp_path):
    """Third-survey codes in DLBM, then land-and-sea codes in another field, where 0601 is a farm road."""
    before = plots((0, 100, INDUSTRY), (100, 100, PADDY))
    after = plots((0, 100, "100101"), (100, 100, "0301"), field="YDYHFLDM", name="GHYDYH")
    how = {"AFTER_FIELD": "YDYHFLDM", "CLASSIFICATION": "cn_third_survey"}
    result = change(run, tmp_path, before, after, **how, AFTER_CLASSIFICATION="cn_landsea_2023")
    classes = {key[1:] for key in transitions_of(result)}
    assert classes == {("industrial_mining", "industrial_mining"), ("paddy", "mixed_forest")}
    # “auto” decides for each date by its own field.
    again = change(run, tmp_path, before, after, AFTER_FIELD="YDYHFLDM")
    assert transitions_of(again) == transitions_of(result)


# Refusals -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"YEAR_BEFORE": 2025, "YEAR_AFTER": 2020}, ("YEAR_AFTER (2020)", "YEAR_BEFORE (2025)")),
        ({"YEAR_AFTER": 2020}, ("must be later",)),
        ({"AFTER_FIELD": None}, ("AFTER_FIELD",)),
        ({"BEFORE_FIELD": "LANDUSE"}, ("LANDUSE", "DLBM")),
        ({"OUTPUT_MAP_RASTER": "map.tif"}, ("OUTPUT_MAP_RASTER", "OUTPUT_MAP")),
        ({"AREA_RULE": "attribute"}, ("AREA_FIELD",)),
    ],
    ids=["reversed", "equal", "no field", "no such field", "raster map", "no area field"],
)
def test_what_cannot_be_run_is_refused_with_a_remedy(refused, tmp_path, settings, words):
    sentence = refusal(refused, tmp_path, plots((0, 100, PADDY)), plots((0, 100, FOREST)), **settings)
    assert [word for word in words if word not in sentence] == []


def test_layers_that_lie_apart_have_no_change(refused, tmp_path):
    sentence = refusal(refused, tmp_path, plots((0, 100, PADDY)), plots((500, 100, FOREST)))
    assert "both dates" in sentence


def test_own_codes_have_no_ipcc_categories(refused, tmp_path):
    table = tmp_path / "pools.csv"
    table.write_text("lucode,c_above,c_below,c_soil,c_dead\n1,15,10,60,1\n", encoding="utf-8")
    layer = make_layer([(square(X, Y), {"DLBM": 1})])
    assert "OUTPUT_CATEGORIES" in refusal(refused, tmp_path, layer, layer, FACTOR_SET=str(table))


# Runs that end early --------------------------------------------------------------------------


def test_a_cancelled_run_leaves_nothing(provider, tmp_path):
    """Cancelled at one step of progress after the other, until it is done before that."""
    import processing

    folder = tmp_path / "out"
    folder.mkdir()
    outputs = {name: str(folder / f"{name}.gpkg") for name in ("OUTPUT", *TABLES)}
    codes = (PADDY, FOREST, WATER, INDUSTRY)
    before = plots(*((10 * n, 10, codes[n % 4]) for n in range(40)))
    after = plots(*((12 * n, 12, codes[n % 3]) for n in range(35)))

    def call(feedback):
        def run(name, **given):
            return processing.run(f"dualcarbon:{name}", given, feedback=feedback)

        return change(run, folder, before, after, UNITS=towns(("甲", 0, 300)), **outputs)

    steps = Impatient()
    call(steps)
    for file in folder.iterdir():
        file.unlink()
    moments = range(1, steps.steps, max(steps.steps // 8, 1))
    for moment in moments:
        with pytest.raises(QgsProcessingException, match="cancelled"):
            call(Impatient(moment))
        assert list(folder.iterdir()) == []
    assert len(moments) > 5
