# SPDX-License-Identifier: GPL-2.0-or-later
"""Pages of an atlas, table and figure beside the map, own templates, and layouts kept in a project."""

from __future__ import annotations

import itertools
import shutil

import pytest
from layers_by_hand import Log, make_layer, notes_of, square
from qgis.core import QgsProcessingException, QgsProject, QgsVectorLayer
from sheets_by_hand import ROOT, X, Y, county, files_in, pages_of, parcels, shares_of, text_of, units

TEMPLATE = ROOT / "resources" / "layouts" / "density.qpt"


@pytest.fixture
def sheet(run, tmp_path):
    """Draw two parcels in English into a folder; return the outputs and the folder."""

    def call(**parameters):
        folder = tmp_path / "out"
        land = {"THEME": "land_use", "LAYER": parcels(), "CLASS_FIELD": "DLBM", "LANGUAGE": "en"}
        result = run("mapsheet", **{**land, "DPI": 60, "OUTPUT_FOLDER": str(folder), **parameters})
        return result, folder

    return call


@pytest.fixture
def account():
    """Two rows of one unit, one of another."""
    rows = [("Alpha", "paddy", 1.5), ("Alpha", "bamboo", 2.25), ("Beta", "paddy", None)]
    return make_layer(
        [(None, {"unit": unit, "carbon_class": name, "stock_tc": value}) for unit, name, value in rows],
        kind="None",
        name="account",
    )


def test_each_unit_has_a_page_with_its_name_and_its_rows(sheet, account):
    result, folder = sheet(
        UNITS=units(("Alpha", "Beta")), UNIT_FIELD="XZQMC", TABLE=account, TABLE_FIELDS=["carbon_class"]
    )
    assert result["PAGES"] == 2
    assert files_in(folder) == ["Land use[Alpha].pdf", "Land use[Beta].pdf"]
    alpha, beta = (text_of(folder / name) for name in files_in(folder))
    assert "Alpha" in alpha.splitlines()[0] or "Land use · Alpha" in alpha
    assert "Beta" not in alpha
    assert "Paddy" in alpha
    assert "Bamboo" in alpha
    assert "Bamboo" not in beta
    assert [pages_of(folder / name) for name in files_in(folder)] == [1, 1]


def test_each_page_shows_its_unit_large(sheet):
    """A page of one square of 1 km has it larger than the sheet of a row of six has any."""
    land = parcels(("0101", "0301", "0101", "0301", "0101", "0301"))
    colours = {"forest": "#68b167"}
    _result, folder = sheet(LAYER=land, FORMAT="png")
    whole = shares_of(folder / "Land use.png", colours)["forest"]
    names = ("a", "b", "c", "d", "e", "f")
    _result, folder = sheet(LAYER=land, FORMAT="png", UNITS=units(names), UNIT_FIELD="XZQMC")
    assert shares_of(folder / "Land use[b].png", colours)["forest"] > 2.0 * whole


def test_features_of_one_name_are_one_page_and_nameless_ones_are_told(sheet):
    rows = [(square(X + 1000 * i, Y, 1000), {"N": name}) for i, name in enumerate(("甲", "甲", " "))]
    result, folder = sheet(UNITS=make_layer(rows, name="XZQ"), UNIT_FIELD="N")
    assert files_in(folder) == ["Land use[甲].pdf"]
    note = notes_of(result)["no_page"]
    assert note["count"] == 1
    assert note["values"]["layer"] == "XZQ"


def test_hostile_names_stay_in_the_folder_and_apart(sheet, tmp_path):
    names = ("../../evil", "..\\..\\evil", "a/b", "a:b", "[% 1 + 1 %]")
    result, folder = sheet(
        UNITS=units(names), UNIT_FIELD="XZQMC", PLACE="../up", TITLE="[% @qgis_version %]", FORMAT="png"
    )
    assert result["PAGES"] == 5
    assert len(files_in(folder)) == 5
    assert {path.name for path in tmp_path.iterdir()} == {"out"}
    assert all(".." not in name.split("[")[0].lstrip(".") for name in files_in(folder))


def test_words_of_users_are_not_evaluated(sheet):
    _result, folder = sheet(TITLE="sum [% 'ab' || 'cd' %]")
    (name,) = files_in(folder)
    assert "abcd" not in text_of(folder / name)


def test_a_long_table_shrinks_and_then_says_what_it_leaves_out(sheet):
    rows = [(None, {"unit": str(i), "stock_tc": float(i)}) for i in range(200)]
    result, _folder = sheet(TABLE=make_layer(rows, kind="None"), TABLE_FIELDS=["unit", "stock_tc"])
    assert notes_of(result)["table_too_long"]["count"] == 200


def test_a_wide_table_is_told(sheet):
    columns = {f"a_rather_long_name_of_column_{i}": "text" for i in range(12)}
    result, _folder = sheet(TABLE=make_layer([(None, columns)], kind="None"))
    assert notes_of(result)["table_too_wide"]["count"] == 12


def test_a_figure_stands_beside_the_map(sheet, tmp_path):
    svg = tmp_path / "chart.svg"
    svg.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40">'
        '<rect width="80" height="40" fill="#123456"/></svg>',
        encoding="utf-8",
    )
    _result, folder = sheet(FIGURE=str(svg), FORMAT="png")
    assert shares_of(folder / "Land use.png", {"figure": "#123456"})["figure"] > 0.02


@pytest.mark.parametrize("paper", ["a4_portrait", "a3_landscape", "a3_portrait"])
def test_every_paper_is_filled(sheet, paper):
    _result, folder = sheet(PAPER=paper, FORMAT="png", DPI=50)
    shares = shares_of(folder / "Land use.png", {"field": "#f5f8dc", "forest": "#68b167"})
    assert shares["forest"] > 0.05
    assert shares["field"] == pytest.approx(shares["forest"], rel=0.1)


def test_an_own_template_keeps_its_paper_and_lack_of_items(sheet, tmp_path):
    own = tmp_path / "own.qpt"
    own.write_text(
        TEMPLATE.read_text(encoding="utf-8").replace('id="legend"', 'id="other"'), encoding="utf-8"
    )
    _result, folder = sheet(TEMPLATE=str(own), PAPER="a3_portrait", FORMAT="png", DPI=50)
    shares = shares_of(folder / "Land use.png", {"forest": "#68b167"})
    assert shares["forest"] > 0.05


def test_a_kept_layout_can_be_edited_on_and_never_replaces_one(sheet, account):
    project = QgsProject.instance()
    project.clear()
    for name in ("Land use", "Land use 2"):
        sheet(KEEP_LAYOUT=True, UNITS=units(("Alpha",)), UNIT_FIELD="XZQMC", TABLE=account)
        layout = project.layoutManager().layoutByName(name)
        assert layout.itemById("legend").model().rootGroup().findLayerIds()
        assert all(layer.id() in project.mapLayers() for layer in layout.itemById("map").layers())
        assert not project.layerTreeRoot().findGroup(name).isVisible()
    project.clear()


def test_a_kept_layout_outlives_the_saving_of_its_project(sheet, tmp_path):
    project = QgsProject.instance()
    project.clear()
    sheet(KEEP_LAYOUT=True, LAYER=county("DLTB"), PRODUCER="the bureau")
    file = str(tmp_path / "kept.qgz")
    assert project.write(file)
    project.clear()
    assert project.read(file)
    layout = project.layoutManager().layoutByName("Land use")
    (layer,) = layout.itemById("map").layers()
    assert layer.isValid()
    assert "01 Cultivated land" in [category.label() for category in layer.renderer().categories()]
    assert "the bureau" in layout.itemById("imprint").currentText()
    project.clear()


@pytest.mark.parametrize("paper", ["a4_portrait", "a4_landscape"])
@pytest.mark.parametrize("beside", [{"FIGURE"}, {"TABLE"}, {"FIGURE", "TABLE"}, set()])
def test_the_legend_takes_the_room_that_is_free_and_no_more(sheet, account, paper, beside):
    project = QgsProject.instance()
    project.clear()
    figure = str(ROOT / "resources" / "icons" / "plugin.svg")
    given = {name: value for name, value in (("FIGURE", figure), ("TABLE", account)) if name in beside}
    land = {"LAYER": county("DLTB"), "FORMAT": "png", "DPI": 50}
    sheet(**land, **given, PAPER=paper, KEEP_LAYOUT=True)
    layout = project.layoutManager().layoutByName("Land use")
    shown = [layout.itemById(name) for name in ("legend", "map", "table", "figure", "imprint", "scale_bar")]
    boxes = [item.sceneBoundingRect() for item in shown if item.isVisible()]
    inside = [box.adjusted(1, 1, -1, -1) for box in boxes]
    assert not [(a, b) for a, b in itertools.combinations(inside, 2) if a.intersects(b)]
    project.clear()


def test_without_keeping_the_project_stays_as_it_was(sheet):
    project = QgsProject.instance()
    project.clear()
    land = parcels()
    style = land.renderer().dump()
    sheet(LAYER=land)
    assert project.mapLayers() == {}
    assert project.layoutManager().layouts() == []
    assert land.renderer().dump() == style


def test_a_cancel_between_pages_leaves_nothing(provider, tmp_path):
    import processing

    class Impatient(Log):
        def setProgress(self, progress):
            super().setProgress(progress)
            if progress > 50:
                self.cancel()

    folder = tmp_path / "out"
    with pytest.raises(QgsProcessingException):
        processing.run(
            "dualcarbon:mapsheet",
            {
                **{"THEME": "land_use", "LAYER": parcels(), "CLASS_FIELD": "DLBM", "DPI": 50},
                **{"UNITS": units(("a", "b", "c", "d")), "UNIT_FIELD": "XZQMC"},
                "OUTPUT_FOLDER": str(folder),
            },
            feedback=Impatient(),
        )
    assert not folder.exists() or list(folder.iterdir()) == []


def test_a_layer_in_degrees_is_drawn_in_a_plane(sheet):
    rows = [(square(112.9, 28.2, 0.01), {"DLBM": "0301"})]
    _result, folder = sheet(LAYER=make_layer(rows, crs="EPSG:4490"), FORMAT="png", DPI=50)
    assert shares_of(folder / "Land use.png", {"forest": "#68b167"})["forest"] > 0.05


def test_refusals_name_layer_field_and_remedy(refused, tmp_path):
    def said(**parameters):
        land = {"THEME": "land_use", "LAYER": parcels(), "CLASS_FIELD": "DLBM"}
        return refused("mapsheet", **{**land, "OUTPUT_FOLDER": str(tmp_path / "no"), **parameters})

    no_crs = make_layer([(square(X, Y), {"DLBM": "0101"})], crs="", name="bare")
    no_map = tmp_path / "no_map.qpt"
    no_map.write_text(TEMPLATE.read_text(encoding="utf-8").replace('id="map"', 'id="plan"'), encoding="utf-8")
    text = tmp_path / "text.qpt"
    text.write_text("not a template", encoding="utf-8")
    for sentence, parameters in (
        ("CLASS_FIELD", {"CLASS_FIELD": None}),
        ("no field “X”", {"CLASS_FIELD": "X"}),
        ("CONTROL_LINES", {"THEME": "lines"}),
        ("density_tc_ha", {"THEME": "density"}),
        ("net_tco2e_a", {"THEME": "net"}),
        ("level", {"THEME": "warning"}),
        ("UNIT_FIELD", {"UNITS": units(("a",))}),
        ("coordinate reference system", {"LAYER": no_crs}),
        ("figure", {"FIGURE": str(tmp_path / "none.png")}),
        ("item id “map”", {"TEMPLATE": str(no_map)}),
        ("not a print-layout template", {"TEMPLATE": str(text)}),
        ("no field “Y”", {"TABLE": parcels(), "TABLE_FIELDS": ["Y"]}),
    ):
        assert sentence in said(**parameters), parameters
    assert not (tmp_path / "no").exists()


def test_a_folder_that_cannot_be_made_is_told(refused, tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    sentence = refused(
        "mapsheet", LAYER=parcels(), CLASS_FIELD="DLBM", OUTPUT_FOLDER=str(tmp_path / "file" / "deep")
    )
    assert "OUTPUT_FOLDER" in sentence


def test_an_empty_layer_is_refused(refused, tmp_path):
    empty = QgsVectorLayer("MultiPolygon?crs=EPSG:4547&field=DLBM:string", "nothing", "memory")
    sentence = refused("mapsheet", LAYER=empty, CLASS_FIELD="DLBM", OUTPUT_FOLDER=str(tmp_path))
    assert "nothing" in sentence


def test_old_sheets_of_the_same_name_are_replaced(sheet):
    _result, folder = sheet(FORMAT="png")
    (folder / "Land use.png").write_bytes(b"old")
    shutil.copy(folder / "Land use.png", folder / "other.png")
    sheet(FORMAT="png")
    assert (folder / "Land use.png").stat().st_size > 1000
    assert (folder / "other.png").read_bytes() == b"old"
