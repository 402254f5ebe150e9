# SPDX-License-Identifier: GPL-2.0-or-later
"""Default styles load on layers with the outputs' fields; icons are clean SVG."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
STYLES = {
    "attachfactors": ["density_tc_ha:double"],
    "sinkbaseline": ["unit:string", "stock_tc:double", "area_ha:double"],
    "findings": ["severity:string", "state:string"],
    "parcels": ["severity:string"],
}
ICONS = (
    *("plugin", "provider", "attachfactors", "attachfactorsraster", "sinkbaseline", "checkplan", "report"),
    *("translatecodes", "validatefactors", "validaterules", "checkquantities"),
)


def styled(name: str, rows: list[tuple[object, ...]]) -> tuple[object, list[object]]:
    """A memory layer with the style, and its features."""
    core = pytest.importorskip("qgis.core")
    fields = "".join(f"&field={field}" for field in STYLES[name])
    layer = core.QgsVectorLayer(f"Polygon?crs=EPSG:4524{fields}", name, "memory")
    features = []
    for values in rows:
        feature = core.QgsFeature(layer.fields())
        feature.setAttributes(list(values))
        feature.setGeometry(core.QgsGeometry.fromWkt("POLYGON((0 0,1 0,1 1,0 0))"))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    _message, loaded = layer.loadNamedStyle(str(RESOURCES / "styles" / f"{name}.qml"))
    assert loaded
    return layer, list(layer.getFeatures())


def labels_of(name: str, rows: list[tuple[object, ...]]) -> list[str | None]:
    """The legend label under which each feature is drawn; None where it is not drawn."""
    core = pytest.importorskip("qgis.core")
    layer, features = styled(name, rows)
    context = core.QgsRenderContext()
    renderer = layer.renderer().clone()
    renderer.startRender(context, layer.fields())
    labels: list[str | None] = []
    items = {item.ruleKey(): item.label() for item in renderer.legendSymbolItems()}
    for feature in features:
        context.expressionContext().setFeature(feature)
        keys = renderer.legendKeysForFeature(feature, context)
        labels.append(items[next(iter(keys))] if keys else None)
    renderer.stopRender(context)
    return labels


def test_density_has_legend_classes_with_units_and_unknown_is_seen(qgis_app: object) -> None:
    labels = labels_of("attachfactors", [(0.0,), (60.0,), (399.0,), (None,)])
    assert labels == ["0–25 t C/ha", "50–75 t C/ha", "≥ 300 t C/ha", "not known 未知"]


def test_units_are_drawn_by_stock_over_area(qgis_app: object) -> None:
    labels = labels_of("sinkbaseline", [("甲", 1200.0, 10.0), ("乙", None, 10.0), ("丙", 5.0, 0.0)])
    assert labels == ["100–150 t C/ha", "not known 未知", "not known 未知"]


def test_severities_have_their_own_look(qgis_app: object) -> None:
    rows = [(name, "open") for name in ("error", "warning", "info", "noise")]
    rows.append(("error", "exempted"))
    assert labels_of("findings", rows) == [
        *("error 错误", "warning 警告", "information 提示", "noise 噪声", "exempted 已豁免")
    ]
    layer, _ = styled("findings", rows)
    looks = {
        tuple((part.layerType(), part.properties().get("angle")) for part in category.symbol().symbolLayers())
        for category in layer.renderer().categories()
    }
    # Patterns differ, so that severities can be told apart without colour.
    assert len(looks) == 5


def test_parcels_show_the_worst_verdict_and_what_could_not_be_checked(qgis_app: object) -> None:
    rows = [(name,) for name in ("error", "exempted", "ok", "not_checkable")]
    assert labels_of("parcels", rows) == [
        *("error 错误", "exempted 已豁免", "no finding 无冲突", "not checkable 无法检测")
    ]


@pytest.mark.parametrize("name", STYLES)
def test_styles_hold_no_paths(name: str) -> None:
    text = (RESOURCES / "styles" / f"{name}.qml").read_text(encoding="utf-8")
    assert "file:" not in text
    assert "/home" not in text


@pytest.mark.parametrize("name", ICONS)
def test_icons_are_small_and_self_contained(name: str) -> None:
    path = RESOURCES / "icons" / f"{name}.svg"
    root = ElementTree.parse(path).getroot()
    assert root.get("viewBox") == "0 0 24 24"
    assert root.find("{http://www.w3.org/2000/svg}title").text
    assert path.stat().st_size < 2000
    assert "href" not in path.read_text(encoding="utf-8")
