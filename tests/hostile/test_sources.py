# SPDX-License-Identifier: GPL-2.0-or-later
"""Sources that are no plain file of polygons: layers of a project, other formats, servers, other CRS."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from formats import write
from osgeo import ogr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
)

from hostile.broken_files import COUNT, geopackage
from hostile.generator import Case, Expect
from hostile.raw_layers import line, point, polygon, write_gpkg
from hostile.roles import PADDY_TC_HA, ROLES, attributes, write_ground
from hostile.shapes import box

ATTACH = {"CLASS_FIELD": "DLBM", "CLASSIFICATION": "cn_third_survey", "AREA_RULE": "planar"}
WHOLE = {"TOTAL_AREA_HA": float(COUNT), "TOTAL_STOCK_TC": COUNT * PADDY_TC_HA}
BY_NAME = {role.name: role for role in ROLES}
Change = Callable[[QgsVectorLayer], Any]


def in_project(folder: Path) -> QgsVectorLayer:
    """The hectares as a layer of the project."""
    layer = QgsVectorLayer(f"{geopackage(folder)}|layername=DLTB", "图斑", "ogr")
    QgsProject.instance().addMapLayer(layer)
    return layer


def changed(change: Change, folder: Path) -> dict[str, Any]:
    """The layer after a change; what the change returns takes its place."""
    layer = in_project(folder)
    return {"INPUT": change(layer) or layer, **ATTACH}


def select(count: int) -> Change:
    """Only the first features selected, and only these asked for."""

    def change(layer: QgsVectorLayer) -> QgsProcessingFeatureSourceDefinition:
        layer.selectByIds(list(range(1, count + 1)))
        return QgsProcessingFeatureSourceDefinition(layer.id(), True)

    return change


def filter_by(text: str) -> Change:
    def change(layer: QgsVectorLayer) -> None:
        layer.setSubsetString(text)

    return change


def edit(act: Change) -> Change:
    """A change that is not saved yet."""

    def change(layer: QgsVectorLayer) -> None:
        layer.startEditing()
        act(layer)

    return change


def join(layer: QgsVectorLayer) -> None:
    """Joined to itself, which gives fields of another layer."""
    info = QgsVectorLayerJoinInfo()
    other = QgsVectorLayer(layer.source(), "other", "ogr")
    QgsProject.instance().addMapLayer(other)
    info.setJoinLayer(other)
    info.setJoinFieldName("BSM")
    info.setTargetFieldName("BSM")
    layer.addJoin(info)


def virtual(layer: QgsVectorLayer) -> QgsVectorLayer:
    made = QgsVectorLayer("?query=SELECT * FROM 图斑", "virtual", "virtual")
    QgsProject.instance().addMapLayer(made)
    return made


def empty_all(layer: QgsVectorLayer) -> None:
    layer.dataProvider().truncate()


def states() -> Iterator[Case]:
    """States of a layer: the run sees what the user sees."""
    ten = {"TOTAL_AREA_HA": 10.0, "TOTAL_STOCK_TC": 10 * PADDY_TC_HA}
    nothing = Expect(True, names=("图斑", "DLTB", "virtual"))
    known: list[tuple[str, Change, Expect]] = [
        ("as it is", lambda _: None, Expect(False, WHOLE)),
        ("ten selected", select(10), Expect(False, ten)),
        ("none selected", select(0), nothing),
        ("filtered", filter_by("fid <= 10"), Expect(False, ten)),
        ("filtered to nothing", filter_by("fid < 0"), nothing),
        ("emptied", empty_all, nothing),
        (
            "edited, features deleted",
            edit(lambda layer: layer.deleteFeatures(list(range(11, COUNT + 1)))),
            Expect(False, ten),
        ),
        ("edited, all deleted", edit(lambda layer: layer.deleteFeatures(list(range(1, COUNT + 1)))), nothing),
        (
            "edited, code field deleted",
            edit(lambda layer: layer.deleteAttribute(layer.fields().lookupField("DLBM"))),
            Expect(True, names=("DLBM",)),
        ),
        ("joined", join, Expect(False, WHOLE)),
        ("virtual", virtual, Expect(False, WHOLE)),
        (
            "without CRS",
            lambda layer: layer.setCrs(QgsCoordinateReferenceSystem()),
            Expect(True, names=("图斑",)),
        ),
        (
            "removed from the project",
            lambda layer: QgsProject.instance().removeMapLayer(layer.id()) or "图斑",
            Expect(True, names=("图斑",)),
        ),
    ]
    for name, change, expect in known:
        yield Case(f"layer/{name}/land use", "attachfactors", partial(changed, change), expect)


def converted(driver: str, suffix: str, folder: Path) -> dict[str, Any]:
    """The hectares in another format, in the CRS that it wants."""
    source = QgsVectorLayer(str(geopackage(folder)), "land", "ogr")
    write(source, folder / f"other{suffix}", driver)
    return {"INPUT": str(folder / f"other{suffix}"), **ATTACH, "AREA_RULE": "ellipsoidal"}


def csv_of(header: str, text: str, folder: Path) -> dict[str, Any]:
    file = folder / "land.csv"
    file.write_text(f"{header}\n{text}\n", encoding="utf-8")
    return {"INPUT": str(file), **ATTACH}


def formats() -> Iterator[Case]:
    """Other formats: the same area as far as the format keeps it, or a refusal that says why not."""
    about = {"TOTAL_AREA_HA": (COUNT * 0.998, COUNT * 1.002)}
    for driver, suffix in (
        ("GeoJSON", ".geojson"),
        ("GeoJSONSeq", ".geojsonl"),
        ("KML", ".kml"),
        ("LIBKML", ".kml"),
        ("GML", ".gml"),
        ("FlatGeobuf", ".fgb"),
        ("MapInfo File", ".tab"),
        ("SQLite", ".sqlite"),
        ("ODS", ".ods"),
        ("XLSX", ".xlsx"),
        ("CSV", ".csv"),
    ):
        # Not every GDAL is built with every driver.
        if ogr.GetDriverByName(driver) is None:
            continue
        make = partial(converted, driver, suffix)
        yield Case(
            f"format/{driver}/land use",
            "attachfactors",
            make,
            Expect(None, about, names=("other", "DLBM", "land", "DLTB")),
        )
    square = "POLYGON((500000 3300000,500100 3300000,500100 3300100,500000 3300000))"
    for name, header, text in (
        ("CSV with WKT", "WKT,DLBM", f'"{square}",0101'),
        ("CSV with broken WKT", "WKT,DLBM", '"POLYGON((1 2,3",0101'),
        ("CSV with points", "x,y,DLBM", "500000,3300000,0101"),
        ("CSV of nothing", "", ""),
    ):
        yield Case(
            f"format/{name}/land use",
            "attachfactors",
            partial(csv_of, header, text),
            Expect(True, names=("land",)),
        )


SERVERS = {
    "WFS": "WFS:http://127.0.0.1:1/wfs?service=WFS&typename=a:b",
    "WFS of QGIS": (
        "WFS",
        "url='http://127.0.0.1:1/wfs' typename='a:b' version='auto' user='u' password='secret1'",
    ),
    "OGC API": ("OAPIF", "url='http://127.0.0.1:1/' typename='a'"),
    "ArcGIS": ("arcgisfeatureserver", "crs='EPSG:4326' url='http://127.0.0.1:1/FeatureServer/0'"),
    "PostGIS": (
        "postgres",
        "dbname='x' host=127.0.0.1 port=1 user='u' password='secret1' key='id' table=\"public\".\"a\" (geom)",
    ),
    "PostGIS of OGR": "PG:host=127.0.0.1 port=1 dbname=x user=u password=secret1",
    "WMS": ("wms", "url=http://127.0.0.1:1/wms&layers=a&styles=&format=image/png&crs=EPSG:4326"),
    "GeoJSON on a server": "http://127.0.0.1:1/a.geojson",
    "GeoPackage on a server": "/vsicurl/http://127.0.0.1:1/a.gpkg",
    "unknown provider": ("nonsense", "x"),
}


def remote(source: Any, parameter: str, folder: Path) -> dict[str, Any]:
    """A source on a server that does not answer, as a path or as a layer of the project."""
    given = source
    if isinstance(source, tuple):
        given = QgsVectorLayer(source[1], "remote", source[0])
        QgsProject.instance().addMapLayer(given)
    if parameter == "INPUT":
        return {"INPUT": given, **ATTACH}
    ground = write_ground(folder)
    return {**BY_NAME["plan"].parameters(ground, ground), parameter: given}


def servers() -> Iterator[Case]:
    """Servers that do not answer: refused at once, by name and without the password."""
    for name, source in SERVERS.items():
        for parameter, tool in (
            ("INPUT", "attachfactors"),
            ("FARMLAND", "checkplan"),
            ("OTHER_LINES", "checkplan"),
        ):
            expect = Expect(True, names=(parameter, "remote"))
            yield Case(f"server/{name}/{parameter}", tool, partial(remote, source, parameter), expect)


def of_kind(form: bytes | None, kind: int, role: str, folder: Path) -> dict[str, Any]:
    layer = write_gpkg(folder / "layer.gpkg", [(form, attributes())], kind=kind)
    return BY_NAME[role].parameters(layer, write_ground(folder))


def kinds() -> Iterator[Case]:
    """Layers of points, lines or nothing where polygons are needed, in every role."""
    corners = box(0, 0)
    forms = {
        "points": (point(*corners[0]), ogr.wkbPoint),
        "lines": (line(*corners[:3]), ogr.wkbLineString),
        "table": (None, ogr.wkbNone),
    }
    for name, (form, kind) in forms.items():
        for role in ROLES:
            if name != "table" and role.name != "layer with codes":
                yield Case(
                    f"kind/{name}/{role.name}",
                    role.tool,
                    partial(of_kind, form, kind, role.name),
                    Expect(True, names=("DLTB",)),
                )


def in_crs(
    crs: int | None, corner: tuple[float, float], side: float, role: str, folder: Path
) -> dict[str, Any]:
    x, y = corner
    ring = [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)]
    layer = write_gpkg(folder / "layer.gpkg", [(polygon(ring), attributes())], crs=crs)
    return {**BY_NAME[role].parameters(layer, write_ground(folder)), "AREA_RULE": "ellipsoidal"}


def crs_cases() -> Iterator[Case]:
    """Coordinates that do not fit their CRS."""
    refused, either = Expect(True, names=("DLTB",)), Expect(None, names=("DLTB", "CRS", "degrees"))
    places: list[tuple[str, int | None, tuple[float, float], float, Expect]] = [
        ("no CRS", None, (500_000.0, 3_300_000.0), 100.0, refused),
        ("metres labelled as degrees", 4490, (500_000.0, 3_300_000.0), 100.0, refused),
        ("latitude beyond the pole", 4490, (120.0, 95.0), 1.0, refused),
        ("wrong axis order", 4490, (30.0, 120.0), 0.01, refused),
        ("across the antimeridian", 4490, (179.5, 30.0), 1.0, either),
        ("around the pole", 4490, (0.0, 89.0), 1.0, either),
        ("the whole earth", 4490, (-180.0, -90.0), 180.0, either),
        ("degrees labelled as metres", 4547, (114.1, 30.1), 0.01, either),
        ("10¹⁵ metres away", 4547, (1e15, 1e15), 1e6, refused),
        ("10¹⁵ degrees away", 4490, (1e15, 1e15), 1e6, refused),
        ("feet", 2263, (980_000.0, 200_000.0), 100.0, either),
        ("Web Mercator beyond its edge", 3857, (0.0, 3e7), 100.0, either),
        ("another zone", 4549, (500_000.0, 3_300_000.0), 100.0, either),
    ]
    for name, crs, corner, side, expect in places:
        for role in ("land use", "land use in a unit", "plan", "control line"):
            yield Case(
                f"crs/{name}/{role}", BY_NAME[role].tool, partial(in_crs, crs, corner, side, role), expect
            )


CASES = [*states(), *formats(), *servers(), *kinds(), *crs_cases()]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_hostile_source(hold, case):
    hold(case)
