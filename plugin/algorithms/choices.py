# SPDX-License-Identifier: GPL-2.0-or-later
"""Static strings of enum parameters, and the widget that shows them (and shipped ids) with labels."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingParameterDefinition

from ..gis.software import CORE, trouble_with
from ..i18n import speaks_chinese, tr

AREA_RULES = ("ellipsoidal", "planar", "attribute")
AREA_UNITS = ("m2", "ha", "mu")
UNMAPPED = ("error", "exclude")
PROFILES = ("si", "cn_county")
LINE_STATUS = ("legal", "draft", "standin")
LANGUAGES = ("zh", "en")
EDGES = ("centre", "exact")
PRICE_UNITS = ("per_tc", "per_tco2")
VALUE_METHODS = ("invest", "annual")
UNCERTAINTY_METHODS = ("propagation", "montecarlo")
DISTRIBUTIONS = ("normal", "lognormal", "triangular")


def offer(parameter: QgsProcessingParameterDefinition, choices: str) -> None:
    """Give a parameter the widget that offers the named choices with translated labels."""
    widget = f"{__package__}.widgets.ChoiceWidgetWrapper"
    parameter.setMetadata({"widget_wrapper": {"class": widget, "choices": choices}})


def labels_of(choices: str) -> dict[str, str]:
    """Value → label of a list of choices; the value is what history and models keep.

    What is shipped cannot be listed where the packages are missing that read it; a value can be typed.
    """
    shipped = {
        "classification": _classifications,
        "factor_set": _factor_sets,
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
        "price_unit": {"per_tc": tr("per tonne of carbon"), "per_tco2": tr("per tonne of CO2")},
        "value_method": {"invest": tr("as InVEST"), "annual": tr("yearly payments")},
        "uncertainty_method": {
            "propagation": tr("propagation of error"),
            "montecarlo": tr("Monte Carlo"),
        },
        "distribution": {
            "normal": tr("normal"),
            "lognormal": tr("lognormal"),
            "triangular": tr("triangular"),
        },
        "profile": {"si": tr("SI units"), "cn_county": tr("Chinese county (hm², mu, 10⁴ t)")},
        "line_status": {
            "legal": tr("legal line"),
            "draft": tr("draft line"),
            "standin": tr("stand-in (trial only)"),
        },
        "language": {"zh": tr("Chinese"), "en": tr("English")},
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
