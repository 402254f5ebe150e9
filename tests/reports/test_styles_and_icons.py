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
    "stockchange": ["unit:string", "change_tc:double", "area_ha:double"],
    "stockchange_map": ["change_tc_ha:double"],
    "sinkhotspots": ["cumulative_share:double"],
    "forestcarbon": ["density_tc_ha:double"],
    "soilcarbon": ["change_tc_a:double", "area_ha:double"],
    "bluecarbon": ["net_tco2e_a:double", "area_ha:double"],
    "ccusinventory": [
        *("removal_tco2e_a:double", "source_sector_reduction_tco2:double", "delayed_tco2:double"),
    ],
    "downscaleemissions": ["emission_tco2e_ha:double"],
    "emissionregister": ["verification:string"],
    "findings": ["severity:string", "state:string"],
    "parcels": ["severity:string"],
}
ICONS = (
    *(
        "plugin",
        "provider",
        "models",
        "attachfactors",
        "attachfactorsraster",
        "sinkbaseline",
        "checkplan",
        "report",
    ),
    *(
        "translatecodes",
        "validatefactors",
        "validaterules",
        "checkquantities",
        "forestcarbon",
        "projectbaseline",
        "sinkhotspots",
        "stockchange",
        "updatebaseline",
        "bluecarbon",
        "ccusinventory",
        "downscaleemissions",
        "emissioninventory",
        "soilcarbon",
        "accountreport",
        "mapsheet",
    ),
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


def test_downscaled_emissions_have_legend_classes_with_units(qgis_app: object) -> None:
    labels = labels_of("downscaleemissions", [(0.0,), (60.0,), (20_000.0,), (None,)])
    assert labels == ["0–10 t CO2e/ha", "50–100 t CO2e/ha", "≥ 10000 t CO2e/ha", "not known 未知"]


def test_registered_enterprises_are_drawn_by_their_verification(qgis_app: object) -> None:
    labels = labels_of("emissionregister", [("verified",), ("self_reported",), ("unverified",)])
    assert labels == ["verified 已核查", "self-reported 自报", "not verified 未核查"]


def test_units_are_drawn_by_stock_over_area(qgis_app: object) -> None:
    labels = labels_of("sinkbaseline", [("甲", 1200.0, 10.0), ("乙", None, 10.0), ("丙", 5.0, 0.0)])
    assert labels == ["100–150 t C/ha", "not known 未知", "not known 未知"]


def test_losses_and_gains_are_told_apart_and_no_change_is_neither(qgis_app: object) -> None:
    rows = [("甲", -120.0, 10.0), ("乙", 0.0, 10.0), ("丙", 5.0, 10.0), ("丁", None, 10.0), ("戊", 0.0, 0.0)]
    assert labels_of("stockchange", rows) == [
        *("loss over 10 t C/ha 损失", "between −0.1 and 0.1 t C/ha 基本不变", "gain 0.1–1 t C/ha"),
        *("not known 未知", "not known 未知"),
    ]
    assert labels_of("stockchange_map", [(-1.0,), (0.0,), (30.0,), (None,)]) == [
        *("loss up to 25 t C/ha", "no change of carbon 碳储量不变", "gain 25–100 t C/ha", "not known 未知")
    ]


def test_hot_spots_are_drawn_by_their_place_in_the_unit(qgis_app: object) -> None:
    labels = labels_of("sinkhotspots", [(0.1,), (0.6,), (1.0,)])
    assert labels == ["first 25 % of the unit 占本单元前 25 %", "50–75 % 前 50–75 %", "75–100 % 前 75–100 %"]


def test_soil_and_blue_carbon_tell_gains_from_losses_and_the_unknown(qgis_app: object) -> None:
    rows = [(-88.0, 30.0), (0.0, 30.0), (24.0, 30.0), (None, 30.0)]
    assert labels_of("soilcarbon", rows) == [
        *("loss > 1 t C/(ha·a) 损失", "no change 无变化", "gain 0.5–1", "not known 未知")
    ]
    rows = [(-300.0, 50.0), (10.0, 50.0), (None, 50.0)]
    assert labels_of("bluecarbon", rows) == [
        *("net removal > 5 t CO2e/(ha·a) 净移除", "net emission < 5 净排放", "not known 未知")
    ]


def test_facilities_are_drawn_by_what_they_do_for_the_account(qgis_app: object) -> None:
    rows = [(5.0, 0.0, 0.0), (0.0, 5.0, 0.0), (0.0, 0.0, 5.0), (0.0, 0.0, 0.0)]
    assert labels_of("ccusinventory", rows) == [
        *("removal 移除 (BECCS, DAC)", "lowers its source sector 源头减排 (CCS, CCU)"),
        *("delay, not storage 延迟排放", "neither in this year 当年无"),
    ]


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
