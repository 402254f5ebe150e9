# SPDX-License-Identifier: GPL-2.0-or-later
"""Map sheets of every theme: their files, their words and their colours."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from layers_by_hand import make_layer, notes_of, square
from sheets_by_hand import X, Y, county, files_in, pages_of, parcels, shares_of, text_of

LINES = [county(name) for name in ("YJJBNTBHTB", "STBHHX", "CZKFBJ")]
#: The red of resources/styles/monitoraccount.qml.
RED = "#d1483f"
#: GCS_Moon_2000.
MOON = "ESRI:107903"
SAID = {"PLACE": "样例县", "PLACE_CODE": "430999", "YEAR": 2023, "PRODUCER": "样例局"}


@pytest.fixture
def sheet(run, tmp_path):
    """Run the map sheet into a folder; return its outputs and the folder."""

    def call(**parameters):
        folder = tmp_path / "图件"
        result = run("mapsheet", **{"OUTPUT_FOLDER": str(folder), "DPI": 60, **parameters})
        return result, folder

    return call


@pytest.mark.parametrize(
    ("theme", "lines", "name", "legend"),
    [
        ("land_use", [], "430999样例县土地利用现状图2023", ["耕地", "林地", "陆地水域"]),
        (
            "lines",
            LINES,
            "430999样例县三条控制线套合图2023",
            ["永久基本农田", "生态保护红线", "城镇开发边界", "耕地"],
        ),
    ],
)
def test_the_county_on_one_sheet(sheet, theme, lines, name, legend):
    land = {"LAYER": county("DLTB"), "CLASS_FIELD": "DLBM"}
    result, folder = sheet(THEME=theme, **land, CONTROL_LINES=lines, FORMAT="pdf_png", **SAID)
    assert result["PAGES"] == 1
    assert files_in(folder) == [f"{name}.pdf", f"{name}.png"]
    assert pages_of(folder / f"{name}.pdf") == 1
    text = text_of(folder / f"{name}.pdf")
    for word in ["样例县", "2023", "样例局", "图例", "比例尺 1:60,000", "CGCS", "北", *legend]:
        assert word in text


def test_density_net_and_warning_take_the_outputs_of_their_tools(run, sheet, tmp_path):
    base = str(tmp_path / "base.gpkg")
    land = {"INPUT": county("DLTB"), "CLASS_FIELD": "DLBM"}
    run("sinkbaseline", **land, UNITS=county("XZQ"), UNIT_FIELD="XZQMC", YEAR=2023, OUTPUT=base)
    for theme, words in (("density", "t C/ha"), ("net", "Net emission (t CO")):
        _result, folder = sheet(THEME=theme, LAYER=base, LANGUAGE="en", PLACE="Sample")
        (name,) = [name for name in files_in(folder) if theme in name.lower()]
        text = text_of(folder / name)
        assert words in text
        assert "城关镇" in text or theme == "density"


def test_a_unit_shows_the_worst_of_its_indicators(sheet):
    """One unit at red and green, one at green alone: the first is red."""
    rows = [
        (square(X, Y, 1000), {"unit": "甲", "item": "a", "level": "red"}),
        (square(X, Y, 1000), {"unit": "甲", "item": "b", "level": "green"}),
        (square(X + 1000, Y, 2000, 1000), {"unit": "乙", "item": "a", "level": "green"}),
    ]
    _result, folder = sheet(THEME="warning", LAYER=make_layer(rows), FORMAT="png")
    (name,) = files_in(folder)
    with_red = shares_of(folder / name, {"red": RED})["red"]
    only_green = [(wkt, {**values, "level": "green"}) for wkt, values in rows]
    sheet(THEME="warning", LAYER=make_layer(only_green), FORMAT="png")
    assert with_red > 0.02
    assert shares_of(folder / name, {"red": RED})["red"] < 0.002


def test_land_is_drawn_in_the_colours_of_the_table(sheet):
    """Equal squares of cultivated (245,248,220), forest (104,177,103) and unknown land."""
    result, folder = sheet(
        THEME="land_use", LAYER=parcels(("0101", "0301", "zz")), CLASS_FIELD="DLBM", FORMAT="png", DPI=100
    )
    (name,) = files_in(folder)
    shares = shares_of(folder / name, {"field": "#f5f8dc", "forest": "#68b167"})
    assert shares["field"] > 0.02
    assert shares["field"] == pytest.approx(shares["forest"], rel=0.05)
    note = notes_of(result)["no_colour"]
    assert note["count"] == 1
    assert note["area_ha"] == pytest.approx(100.0, rel=1e-3)
    assert note["values"]["codes"] == "zz"


def test_a_net_sink_is_green_a_source_brown_and_the_unknown_hatched(sheet):
    rows = [
        (square(X + 1000 * i, Y, 1000), {"unit": str(i), "net_tco2e_a": value})
        for i, value in enumerate((-100.0, 100.0, None))
    ]
    layer = make_layer(rows)
    _result, folder = sheet(THEME="net", LAYER=layer, FORMAT="pdf_png", LANGUAGE="en", DPI=100)
    pdf, png = (folder / name for name in files_in(folder))
    shares = shares_of(png, {"sink": "#80cdc1", "source": "#f0dcae"})
    assert shares["sink"] > 0.02
    assert shares["sink"] == pytest.approx(shares["source"], rel=0.1)
    for words in ("net sink", "net source", "no account"):
        assert words in text_of(pdf)


def test_a_standin_line_makes_the_sheet_a_trial(sheet):
    line = make_layer([(square(X, Y, 500), {"BSM": "1"})], name="STBHHX")
    result, folder = sheet(
        THEME="lines",
        LAYER=parcels(),
        CLASS_FIELD="DLBM",
        CONTROL_LINES=[line],
        LINE_STATUS="standin",
        LANGUAGE="en",
        PLACE="Sample",
    )
    (name,) = files_in(folder)
    assert name == "SampleThree control lines over land use (trial).pdf"
    text = text_of(folder / name)
    assert "(trial)" in text
    assert "stand-in" in text
    assert result["PAGES"] == 1


def test_the_manifest_lies_beside_and_knows_what_was_written(sheet):
    result, folder = sheet(
        THEME="land_use", LAYER=parcels(), CLASS_FIELD="DLBM", FORMAT="pdf_png", TITLE="图"
    )
    manifest = json.loads(Path(result["MANIFEST"]).read_text(encoding="utf-8"))
    assert Path(result["MANIFEST"]) == folder / "图.pdf.manifest.json"
    assert {Path(output["path"]).name for output in manifest["outputs"]} == {"图.pdf", "图.png"}
    assert manifest["classification"]["id"] == "cn_third_survey"


def test_the_scale_bar_measures_on_the_ellipsoid_of_the_map(sheet):
    """In a project without a CRS, and in one that measures on the moon, with 0.27 of the earth's radius."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsProject

    project, said = QgsProject.instance(), []
    before = project.crs(), project.ellipsoid()
    for crs, ellipsoid in (("", "NONE"), ("EPSG:4326", MOON)):
        project.setCrs(QgsCoordinateReferenceSystem(crs))
        project.setEllipsoid(ellipsoid)
        _result, folder = sheet(THEME="land_use", LAYER=parcels(), CLASS_FIELD="DLBM", TITLE="图")
        said.append(text_of(folder / "图.pdf"))
        assert (project.crs().authid(), project.ellipsoid()) == (crs, ellipsoid)
    project.setEllipsoid(before[1])
    project.setCrs(before[0])
    assert said[0] == said[1]


def test_a_raster_of_densities_is_drawn_with_its_legend(run, sheet, tmp_path):
    osgeo = pytest.importorskip("osgeo.gdal")
    path = str(tmp_path / "density.tif")
    data = osgeo.GetDriverByName("GTiff").Create(path, 10, 10, 1, osgeo.GDT_Float32)
    data.SetGeoTransform((X, 100, 0, Y, 0, -100))
    data.SetProjection(parcels().crs().toWkt())
    data.GetRasterBand(1).Fill(60.0)
    del data
    _result, folder = sheet(THEME="density", LAYER=path, LANGUAGE="en")
    (name,) = files_in(folder)
    assert "Carbon density (t C/ha)" in text_of(folder / name)
