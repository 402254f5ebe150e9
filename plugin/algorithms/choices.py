# SPDX-License-Identifier: GPL-2.0-or-later
"""Static strings of enum parameters, and which widget of the plugin shows a parameter in dialogs."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterField

from ..gis.software import CORE, trouble_with
from ..i18n import speaks_chinese, tr

AREA_RULES = ("ellipsoidal", "planar", "attribute")
AREA_UNITS = ("m2", "ha", "mu")
UNMAPPED = ("error", "exclude")
PROFILES = ("si", "cn_county")
LINE_STATUS = ("legal", "draft", "standin")
LANGUAGES = ("zh", "en")
EDGES = ("centre", "exact")
ALIGN = ("refuse", "to_before")
PRICE_UNITS = ("per_tc", "per_tco2")
VALUE_METHODS = ("invest", "annual")
CARBON_VALUE_METHODS = ("market", "replacement", "abatement", "tax", "npv")
VALUED_SINKS = ("net_removal", "inventory", "tradable")
UNCERTAINTY_METHODS = ("propagation", "montecarlo")
UNIFY_METHODS = ("areal", "dasymetric", "pycnophylactic", "raking")
WEIGHT_KINDS = ("total", "per_ha")
CLIMATES = (
    *("by_field", "boreal_dry", "boreal_moist", "cool_temperate_dry", "cool_temperate_moist", "polar_dry"),
    *("polar_moist", "tropical_dry", "tropical_moist", "tropical_montane", "tropical_wet"),
    *("warm_temperate_dry", "warm_temperate_moist"),
)
SOIL_GROUPS = (
    *("by_field", "high_activity_clay_soils", "low_activity_clay_soils", "sandy_soils", "spodic_soils"),
    *("volcanic_soils", "wetland_soils"),
)
GWP_REPORTS = ("AR5", "AR6", "AR4", "SAR")
ELECTRICITY_FAMILIES = ("average", "average_untraded", "fossil", "footprint", "ets")
HABITAT_STATUS = ("existing", "created", "rewetted", "drained", "extracted")
DISTRIBUTIONS = ("normal", "lognormal", "triangular")
HOTSPOT_SHARES = ("area", "amount")
VOLUME_KINDS = ("m3", "m3_per_ha")
FOREST_METHODS = ("stock", "gain_loss", "stock_difference")
FOREST_GROWTH = ("parameters", "increment")
GROWTH = ("constant", "curve")
SHEET_THEMES = ("land_use", "lines", "density", "net", "warning")
PAPERS = ("a4_landscape", "a4_portrait", "a3_landscape", "a3_portrait")
SHEET_FORMATS = ("pdf", "png", "pdf_png")
ACCOUNT_LAYOUTS = ("entries", "by_item", "by_year")


def offer(parameter: QgsProcessingParameterDefinition, choices: str) -> None:
    """Give a parameter the widget that offers the named choices with translated labels."""
    widget = f"{__package__}.widgets.ChoiceWidgetWrapper"
    parameter.setMetadata({"widget_wrapper": {"class": widget, "choices": choices}})


def offer_fields(parameter: QgsProcessingParameterField) -> None:
    """Give a parameter the widget that offers the fields of a layer and bears a raster in its place."""
    parameter.setMetadata({"widget_wrapper": {"class": f"{__package__}.field_widgets.FieldWidget"}})


def labels_of(choices: str) -> dict[str, str]:
    """Value → label of a list of choices; the value is what history and models keep.

    What is shipped cannot be listed where the packages are missing that read it; a value can be typed.
    """
    shipped = {
        "classification": _classifications,
        "factor_set": _factor_sets,
        "forest_parameters": _forest_sets,
        "rules": _rule_packs,
        "target": _targets,
    }
    if choices not in shipped:
        return _static_labels()[choices]
    return {} if any(map(trouble_with, CORE)) else shipped[choices]()


def _static_labels() -> dict[str, dict[str, str]]:
    return {
        "area_rule": {
            "ellipsoidal": tr("ellipsoidal (measured)"),
            "planar": tr("planar (measured)"),
            "attribute": tr("attribute (survey area field)"),
        },
        "area_unit": {"m2": tr("m²"), "ha": tr("ha"), "mu": tr("mu")},
        "unmapped": {"error": tr("stop"), "exclude": tr("leave out and list")},
        "edge": {"centre": tr("by the centre of the cell"), "exact": tr("by exact shares of area")},
        "align": {"refuse": tr("stop"), "to_before": tr("bring onto the grid of the first")},
        "price_unit": {"per_tc": tr("per tonne of carbon"), "per_tco2": tr("per tonne of CO2")},
        "value_method": {"invest": tr("as InVEST"), "annual": tr("yearly payments")},
        "valued_sink": {
            "net_removal": tr("net flow of the year"),
            "inventory": tr("inventory sink"),
            "tradable": tr("tradable sink"),
        },
        "uncertainty_method": {
            "propagation": tr("propagation of error"),
            "montecarlo": tr("Monte Carlo"),
        },
        "unify_method": {
            "areal": tr("by area"),
            "dasymetric": tr("by weights (dasymetric)"),
            "pycnophylactic": tr("by a smooth density (pycnophylactic)"),
            "raking": tr("fitted to both totals (raking)"),
        },
        "weight_kind": {"total": tr("total of the polygon or cell"), "per_ha": tr("per hectare")},
        "distribution": {
            "normal": tr("normal"),
            "lognormal": tr("lognormal"),
            "triangular": tr("triangular"),
        },
        "account_layout": {
            "entries": tr("one row per entry"),
            "by_item": tr("one row per unit and year, items across"),
            "by_year": tr("one row per unit and item, years across"),
        },
        "growth": {"constant": tr("constant rates"), "curve": tr("growth curves")},
        "climate": {
            "by_field": tr("by field"),
            "boreal_dry": tr("boreal, dry"),
            "boreal_moist": tr("boreal, moist"),
            "cool_temperate_dry": tr("cool temperate, dry"),
            "cool_temperate_moist": tr("cool temperate, moist"),
            "polar_dry": tr("polar, dry"),
            "polar_moist": tr("polar, moist"),
            "tropical_dry": tr("tropical, dry"),
            "tropical_moist": tr("tropical, moist"),
            "tropical_montane": tr("tropical, montane"),
            "tropical_wet": tr("tropical, wet"),
            "warm_temperate_dry": tr("warm temperate, dry"),
            "warm_temperate_moist": tr("warm temperate, moist"),
        },
        "soil_group": {
            "by_field": tr("by field"),
            "high_activity_clay_soils": tr("high-activity clay soils"),
            "low_activity_clay_soils": tr("low-activity clay soils"),
            "sandy_soils": tr("sandy soils"),
            "spodic_soils": tr("spodic soils"),
            "volcanic_soils": tr("volcanic soils"),
            "wetland_soils": tr("wetland soils"),
        },
        "volume_kind": {"m3": tr("m³ of the stand"), "m3_per_ha": tr("m³ per hectare")},
        "forest_method": {
            "stock": tr("stock alone"),
            "gain_loss": tr("gain–loss"),
            "stock_difference": tr("stock-difference"),
        },
        "forest_growth": {"parameters": tr("forest parameters"), "increment": tr("increment field")},
        "hotspot_share": {"area": tr("area of the unit"), "amount": tr("removal of the unit")},
        "gwp": {name: name for name in GWP_REPORTS},
        "electricity_family": {
            "average": tr("average, consumption based"),
            "average_untraded": tr("average without traded non-fossil electricity"),
            "fossil": tr("fossil generation"),
            "footprint": tr("life-cycle footprint"),
            "ets": tr("national emission trading"),
        },
        "habitat_status": {
            "existing": tr("existing stand"),
            "created": tr("created"),
            "rewetted": tr("rewetted"),
            "drained": tr("drained"),
            "extracted": tr("extracted"),
        },
        "profile": {"si": tr("SI units"), "cn_county": tr("Chinese county (hm², mu, 10⁴ t)")},
        "line_status": {
            "legal": tr("legal line"),
            "draft": tr("draft line"),
            "standin": tr("stand-in (trial only)"),
        },
        "language": {"zh": tr("Chinese"), "en": tr("English")},
        "sheet_theme": {
            "land_use": tr("land use"),
            "lines": tr("three control lines over land use"),
            "density": tr("carbon density"),
            "net": tr("net emission"),
            "warning": tr("warning levels"),
        },
        "paper": {
            "a4_landscape": tr("A4 landscape"),
            "a4_portrait": tr("A4 portrait"),
            "a3_landscape": tr("A3 landscape"),
            "a3_portrait": tr("A3 portrait"),
        },
        "sheet_format": {"pdf": tr("PDF"), "png": tr("PNG"), "pdf_png": tr("PDF and PNG")},
    }


def _classifications() -> dict[str, str]:
    from ..domain.classes import classification_ids, load_classification

    titles = {name: _in_language(load_classification(name)) for name in classification_ids()}
    return {
        "auto": tr("decide by field name and codes"),
        **titles,
        "carbon_class": tr("the field holds carbon classes"),
    }


def _factor_sets() -> dict[str, str]:
    from ..domain.factors import factor_set_titles

    return factor_set_titles("zh" if speaks_chinese() else "en")


def _forest_sets() -> dict[str, str]:
    from ..domain.forest import forest_set_titles

    return forest_set_titles("zh" if speaks_chinese() else "en")


def _rule_packs() -> dict[str, str]:
    from ..domain.rules import load_rule_pack, rule_pack_ids

    packs = {name: load_rule_pack(name) for name in rule_pack_ids()}
    return {name: pack.title_zh if speaks_chinese() else pack.title for name, pack in packs.items()}


def _targets() -> dict[str, str]:
    from ..domain.classes import load_classification
    from ..domain.translate import translation_targets

    return {name: _in_language(load_classification(name)) for name in translation_targets()}


def _in_language(item: Any) -> str:
    return str(item.title_zh if speaks_chinese() else item.title_en)
