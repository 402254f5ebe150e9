# SPDX-License-Identifier: GPL-2.0-or-later
"""Static strings of enum parameters, and the widget that shows them (and shipped ids) with labels."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterDefinition

from ..i18n import tr

AREA_RULES = ("ellipsoidal", "planar", "attribute")
UNMAPPED = ("error", "exclude")
PROFILES = ("si", "cn_county")
LINE_STATUS = ("legal", "draft", "standin")
LANGUAGES = ("zh", "en")


def offer(parameter: QgsProcessingParameterDefinition, choices: str) -> None:
    """Give a parameter the widget that offers the named choices with translated labels."""
    widget = f"{__package__}.widgets.ChoiceWidgetWrapper"
    parameter.setMetadata({"widget_wrapper": {"class": widget, "choices": choices}})


def labels_of(choices: str) -> dict[str, str]:
    """Value → label of a list of choices; the value is what history and models keep."""
    if choices == "classification":
        return {"auto": tr("decide by field name and codes"), **_classifications()}
    if choices == "factor_set":
        return _factor_sets()
    return {
        "area_rule": {
            "ellipsoidal": tr("ellipsoidal (measured)"),
            "planar": tr("planar (measured)"),
            "attribute": tr("attribute (survey area field)"),
        },
        "area_unit": {"m2": tr("m²"), "ha": tr("ha"), "mu": tr("mu")},
        "unmapped": {"error": tr("stop"), "exclude": tr("leave out and list")},
        "profile": {"si": tr("SI units"), "cn_county": tr("Chinese county (hm², mu, 10⁴ t)")},
        "line_status": {
            "legal": tr("legal line"),
            "draft": tr("draft line"),
            "standin": tr("stand-in (trial only)"),
        },
        "language": {"zh": tr("Chinese"), "en": tr("English")},
    }[choices]


def _classifications() -> dict[str, str]:
    from ..domain.classes import classification_ids, load_classification

    shipped = {name: load_classification(name) for name in classification_ids()}
    return {
        **{name: tr("{title} ({id})").format(title=item.title_en, id=name) for name, item in shipped.items()},
        "carbon_class": tr("the field holds carbon classes"),
    }


def _factor_sets() -> dict[str, str]:
    from ..domain.factors import factor_set_ids

    return {name: name for name in factor_set_ids()}
