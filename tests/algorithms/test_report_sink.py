# SPDX-License-Identifier: GPL-2.0-or-later
"""Results of the sink side handed to the report: found with their run, told apart, refused by fields."""

from __future__ import annotations

import re
import shutil

import pytest
from layers_by_hand import make_layer, square
from qgis.core import QgsVectorLayer
from report_pages import first_page

X, Y = 500_000.0, 3_300_000.0
PLANAR = {"CLASSIFICATION": "cn_third_survey", "AREA_RULE": "planar"}


@pytest.fixture
def report(run, tmp_path):
    def call(**parameters):
        path = tmp_path / "r.html"
        run("report", **{"OUTPUT": str(path), "LANGUAGE": "en", **parameters})
        return path.read_text(encoding="utf-8")

    return call


@pytest.fixture
def land():
    """1 ha of paddy and 2 ha of forest in one town."""
    return make_layer(
        [(square(X, Y), {"DLBM": "0101"}), (square(X + 100, Y, 200, 100), {"DLBM": "0301"})], name="DLTB"
    )


@pytest.fixture
def town():
    return {"UNITS": make_layer([(square(X, Y, 300, 100), {"XZQMC": "甲镇"})]), "UNIT_FIELD": "XZQMC"}


@pytest.fixture
def change(run, land, town, tmp_path):
    """Half a hectare of the paddy has become housing in five years."""

    def call(name="change", **outputs):
        after = make_layer(
            [
                *((square(X, Y, 50, 100), {"DLBM": "0101"}), (square(X + 50, Y, 50, 100), {"DLBM": "0702"})),
                (square(X + 100, Y, 200, 100), {"DLBM": "0301"}),
            ],
            name="DLTB_2",
        )
        files = {key: str(tmp_path / f"{name}_{end}.gpkg") for key, end in outputs.items()}
        run(
            "stockchange",
            BEFORE=land,
            AFTER=after,
            BEFORE_FIELD="DLBM",
            AFTER_FIELD="DLBM",
            YEAR_BEFORE=2018,
            YEAR_AFTER=2023,
            OUTPUT=str(tmp_path / f"{name}.gpkg"),
            **PLANAR,
            **town,
            **files,
        )
        return {"OUTPUT": str(tmp_path / f"{name}.gpkg"), **files}

    return call


@pytest.fixture
def baseline(run, land, town, tmp_path):
    """Files of a baseline and of what follows from its table."""
    files = {key: str(tmp_path / f"{key}.gpkg") for key in ("base", "table", "path", "unsure", "ranking")}
    run(
        "sinkbaseline",
        INPUT=land,
        CLASS_FIELD="DLBM",
        YEAR=2023,
        OUTPUT=files["base"],
        OUTPUT_TABLE=files["table"],
        **PLANAR,
        **town,
    )
    run("projectbaseline", BASELINE=files["table"], YEARS="2025,2030", OUTPUT=files["path"])
    run("uncertainty", BASELINE=files["table"], OUTPUT=files["unsure"], OUTPUT_RANKING=files["ranking"])
    return files


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("\u00a0", " ").split())


def chapters(html):
    return re.findall(r'<section id="([a-z_]+)" class="chapter"', html)


def test_transitions_are_found_by_the_run_of_the_change(change, report, log):
    files = change(OUTPUT_TRANSITIONS="moves")
    html = report(CHANGE=files["OUTPUT"])
    assert chapters(html) == ["change", "provenance", "method"]
    page = words(html)
    assert "From (rows) to (columns) (ha) Paddy field Mixed or unspecified forest Residential land" in page
    assert "Paddy field 0.5 0.5 1.0" in page
    first = first_page(html)
    assert re.search(r"Stock change, one-off −\d+ t C 95 %: −\d+ – −?\d+", first)
    assert "Area that changed class 0.5 ha" in first
    assert "Share of the stocks of both dates on factors below grade “secondary”" in first
    assert not log.said("has no run manifest")
    assert not log.said("The report has no TRANSITIONS")


def test_results_moved_together_are_found_beside_each_other(change, report, tmp_path, log):
    files = change(OUTPUT_TRANSITIONS="moves")
    moved = tmp_path / "moved"
    moved.mkdir()
    for name in files.values():
        shutil.move(name, moved)
    html = report(CHANGE=str(moved / "change.gpkg"))
    assert "Land-use transition matrix" in html
    assert not log.said("The report has no TRANSITIONS")


@pytest.mark.parametrize("edited", [False, True])
def test_transitions_that_are_missing_or_not_those_of_the_run_are_left_out(change, report, log, edited):
    files = change(**({"OUTPUT_TRANSITIONS": "moves"} if edited else {}))
    if edited:
        layer = QgsVectorLayer(files["OUTPUT_TRANSITIONS"], "t", "ogr")
        layer.startEditing()
        first = next(layer.getFeatures())
        layer.changeAttributeValue(first.id(), layer.fields().lookupField("area_ha"), 999.0)
        assert layer.commitChanges()
    html = report(CHANGE=files["OUTPUT"])
    assert "Change of carbon stock per unit" in html
    assert "Land-use transition matrix" not in html
    assert log.said("The report has no TRANSITIONS")
    assert "999" not in words(html)


def test_transitions_given_as_the_change_are_known_by_their_fields(change, report):
    files = change(OUTPUT_TRANSITIONS="moves")
    html = report(CHANGE=files["OUTPUT_TRANSITIONS"])
    assert "Land-use transition matrix" in html
    both = report(CHANGE=files["OUTPUT"], TRANSITIONS=files["OUTPUT_TRANSITIONS"])
    assert "Opening stock 2018" in words(both)


def test_the_same_table_twice_and_tables_of_two_runs_are_refused(change, refused, tmp_path):
    first, second = change("a", OUTPUT_TRANSITIONS="moves"), change("b", OUTPUT_TRANSITIONS="moves")
    page = {"OUTPUT": str(tmp_path / "r.html")}
    moves = first["OUTPUT_TRANSITIONS"]
    assert "OUTPUT of dualcarbon:stockchange for CHANGE" in refused(
        "report", CHANGE=moves, TRANSITIONS=moves, **page
    )
    other = refused("report", CHANGE=second["OUTPUT"], TRANSITIONS=moves, **page)
    assert "CHANGE, TRANSITIONS come from different runs" in other


def test_projection_and_uncertainty_as_written_are_shown_with_what_their_runs_state(baseline, report, log):
    html = report(
        BASELINE=baseline["base"],
        BASELINE_TABLE=baseline["table"],
        PROJECTION=baseline["path"],
        UNCERTAINTY=baseline["unsure"],
    )
    assert chapters(html) == [
        *("baseline", "projection", "uncertainty", "factors", "provenance", "method"),
    ]
    page, first = words(html), first_page(html)
    assert "Unit (t C) 2025 2030 甲镇" in page
    assert "Improve first: for the carbon stock" in page
    assert re.search(r"Carbon stock 2030 \d+ t C 95 %: \d+ – \d+ projection, land use unchanged", first)
    assert "Share of the projected stock on factors below grade “secondary”" in first
    assert not log.said("has no run manifest")


def test_the_result_of_another_tool_is_refused_by_its_fields(baseline, refused, tmp_path):
    for parameter, given, says in (
        ("PROJECTION", "base", "covered_share"),
        ("UNCERTAINTY", "base", "net_tco2e_a_low"),
        ("BASELINE", "table", "carbon_class"),
        ("CHANGE", "base", "changed_ha"),
        ("TRANSITIONS", "table", "from_class"),
        ("RANKING", "unsure", "contribution"),
        ("HOTSPOTS", "table", "rank"),
        ("CCUS", "ranking", "captured_tco2"),
        ("CAUSES", "table", "cause"),
    ):
        sentence = refused("report", **{parameter: baseline[given]}, OUTPUT=str(tmp_path / "r.html"))
        assert f"is no result for {parameter}" in sentence
        assert says in sentence, parameter
        assert "defect" not in sentence


def test_changes_between_drafts_have_a_parameter_of_their_own(report, refused, tmp_path):
    row = {
        "kind": "changed",
        "id_a": "p1",
        "id_b": "p1",
        "from_code": "0703",
        "to_code": "0101",
        "area_ha": 2.0,
    }
    drafts = make_layer([(square(X, Y), row)], name="changes")
    html = report(DRAFT_CHANGES=drafts)
    assert re.search(r"use changed p1 p1 0703 .+ 0101 .+ 2\.0000", words(html))
    assert chapters(html)[0] == "comparison"
    assert "is no result for CHANGE" in refused("report", CHANGE=drafts, OUTPUT=str(tmp_path / "r.html"))


@pytest.mark.parametrize("as_table", [False, True])
def test_hot_spots_show_their_units_from_layer_or_table(run, land, town, report, tmp_path, as_table):
    """The forest removes more per hectare than the paddy: the first share of the ground lies in it."""
    files = {key: str(tmp_path / f"{key}.gpkg") for key in ("land", "spots", "units")}
    run("attachfactors", INPUT=land, CLASS_FIELD="DLBM", OUTPUT=files["land"], **PLANAR)
    run("sinkhotspots", INPUT=files["land"], OUTPUT=files["spots"], OUTPUT_TABLE=files["units"], **town)
    html = report(HOTSPOTS=files["units" if as_table else "spots"])
    assert re.search(r"甲镇 1 2\.0 66\.7 \d+ \d+\.\d 1\.\d\d", words(html))
    assert html.count("data:image/png") == (not as_table)


def test_tables_as_csv_are_vouched_for_like_any_other(run, baseline, land, town, report, tmp_path, log):
    """A CSV holds all figures as text."""
    files = {name: str(tmp_path / f"{name}.csv") for name in ("path", "unsure", "units")}
    run("projectbaseline", BASELINE=baseline["table"], YEARS="2025,2030", OUTPUT=files["path"])
    run("uncertainty", BASELINE=baseline["table"], OUTPUT=files["unsure"])
    shares = str(tmp_path / "shares.gpkg")
    run("attachfactors", INPUT=land, CLASS_FIELD="DLBM", OUTPUT=shares, **PLANAR)
    run("sinkhotspots", INPUT=shares, OUTPUT="memory:", OUTPUT_TABLE=files["units"], **town)
    html = report(PROJECTION=files["path"], UNCERTAINTY=files["unsure"], HOTSPOTS=files["units"])
    assert chapters(html)[:3] == ["projection", "uncertainty", "hotspots"]
    assert not log.said("has no run manifest")


def test_legends_of_maps_speak_the_language_of_the_report(change, report, monkeypatch):
    """The styles label in two languages at once."""
    from dualcarbon.plugin.reports import draw

    drawn = []
    monkeypatch.setattr(draw, "draw_map", lambda layers, texts, progress: drawn.append(layers[0]) or b"png")
    files = change()
    for language, unknown in (("en", "not known"), ("zh", "未知")):
        report(CHANGE=files["OUTPUT"], LANGUAGE=language)
        shown = drawn.pop()
        labels = [part.label() for part in shown.layer.renderer().ranges()]
        assert (labels[0], labels[-1]) == ("< −10", unknown)
        assert ("−10 to −1" in labels) == (language == "en")


def test_a_map_in_a_crs_without_a_code_has_a_scale(change, report, tmp_path):
    """Rasters of sciences come in equal-area grids of their own, whose ellipsoid is given by its axes."""
    own = "+proj=cea +lat_ts=5.5 +lon_0=140.8 +a=6378137 +b=6356752.3142 +units=m +no_defs"
    row = {
        **{"unit": "甲", "year_before": 2001, "year_after": 2015, "area_ha": 10_000.0, "changed_ha": 1.0},
        **{"stock_before_tc": 5.0, "stock_after_tc": 4.0, "change_tc": -1.0, "change_tco2e_a": -0.3},
    }
    layer = make_layer([(square(0, 0, 10_000), row)], crs=f"proj4:{own}")
    assert "data:image/png" in report(CHANGE=layer)


def test_codes_of_an_invest_table_stand_under_its_names(run, report, tmp_path):
    pools = tmp_path / "pools.csv"
    pools.write_text(
        "lucode,LULC_Name,c_above,c_below,c_soil,c_dead\n1,Orchard,10,2,30,1\n2,Fir wood,50,10,60,5\n",
        encoding="utf-8",
    )
    layers = [make_layer([(square(X, Y), {"code": code})], name=f"land{code}") for code in ("1", "2")]
    files = {"OUTPUT": str(tmp_path / "change.gpkg"), "OUTPUT_TRANSITIONS": str(tmp_path / "moves.gpkg")}
    how = {"BEFORE_FIELD": "code", "AFTER_FIELD": "code", "YEAR_BEFORE": 2020, "YEAR_AFTER": 2030}
    how.update(FACTOR_SET=str(pools), AREA_RULE="planar", **files)
    run("stockchange", BEFORE=layers[0], AFTER=layers[1], **how)
    assert "Orchard Fir wood 1.0 82" in words(report(CHANGE=files["OUTPUT"]))
