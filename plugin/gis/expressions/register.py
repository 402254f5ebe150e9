# SPDX-License-Identifier: GPL-2.0-or-later
"""The functions offered to QGIS's expressions, added when the plugin loads and taken away with it."""

from __future__ import annotations

from qgis.core import QgsExpression

from ...i18n import tr
from . import figures, law
from .function import Argument, CarbonFunction

#: The engine keeps no reference to functions made in Python.
_registered: list[CarbonFunction] = []


def register_functions() -> None:
    """Offer the functions; safe when they are offered already."""
    if not _registered:
        _registered.extend(_functions())
        for function in _registered:
            QgsExpression.registerFunction(function)


def unregister_functions() -> None:
    """Take the functions away; safe when called twice."""
    for function in _registered:
        QgsExpression.unregisterFunction(function.name())
    # Not before: the engine looks at functions that it still lists.
    _registered.clear()


def _functions() -> list[CarbonFunction]:
    return [*_of_classes(), *_of_figures(), *_of_rules()]


def _reading() -> tuple[Argument, Argument]:
    return (
        Argument(
            "classification",
            tr(
                "id of a classification (cn_landsea_2023, cn_third_survey …), the path of a crosswalk CSV, "
                "or auto, which refuses a code that several classifications know with different meanings"
            ),
            "auto",
        ),
        Argument("factor_set", tr("id of a factor set, or the path of a CSV or XLSX table"), "cn_default"),
    )


def _code() -> Argument:
    return Argument("code", tr("land-use code, as the layer holds it"))


def _of_classes() -> list[CarbonFunction]:
    classification, _ = _reading()
    return [
        CarbonFunction(
            "dc_class",
            [_code(), classification],
            tr("Carbon class of a land-use code; NULL where the classification has none for it."),
            "dc_class(\"DLBM\", 'cn_third_survey') → 'irrigated_cropland'",
            figures.class_of,
        ),
        CarbonFunction(
            "dc_class_name",
            [Argument("carbon_class", tr("a carbon class, such as paddy"))],
            tr("Name of a carbon class in the language of QGIS."),
            'dc_class_name("carbon_class")',
            figures.class_name,
        ),
    ]


def _of_figures() -> list[CarbonFunction]:
    pool = Argument("pool", tr("agb, bgb, soc, dom, or total for all pools that are known"), "total")
    quantity = Argument("quantity", tr("agb, bgb, soc, dom, total, removal or emission"), "total")
    return [
        CarbonFunction(
            "dc_density",
            [_code(), pool, *_reading()],
            tr("Carbon density of a land-use code in t C/ha; NULL where the factor set has no figure."),
            "dc_density(\"DLBM\", 'soc', 'cn_third_survey')",
            figures.density,
        ),
        CarbonFunction(
            "dc_removal",
            [_code(), *_reading()],
            tr("Yearly removal of a land-use code in t CO2e/(ha·a), 0 or more."),
            "dc_removal(\"DLBM\", 'cn_third_survey') * $area / 10000",
            figures.removal,
        ),
        CarbonFunction(
            "dc_emission",
            [_code(), *_reading()],
            tr("Yearly emission of a land-use code in t CO2e/(ha·a), 0 or more (paddy and water methane …)."),
            "dc_emission(\"DLBM\", 'cn_third_survey')",
            figures.emission,
        ),
        CarbonFunction(
            "dc_net",
            [_code(), *_reading()],
            tr("Yearly net emission of a land-use code in t CO2e/(ha·a): emission − removal."),
            "dc_net(\"DLBM\", 'cn_third_survey')",
            figures.net,
        ),
        CarbonFunction(
            "dc_explain",
            [_code(), quantity, *_reading()],
            tr(
                "Explains a figure: value, 95 % interval, source, place in the source, year, evidence and "
                "verification of every factor row behind it, one line each. For map tips and forms."
            ),
            "dc_explain(\"DLBM\", 'soc', 'cn_third_survey')",
            figures.explanation,
        ),
    ]


def _of_rules() -> list[CarbonFunction]:
    rules = Argument("rules", tr("id of a rule pack, or the path of a rule table"), "cn_national")
    return [
        CarbonFunction(
            "dc_finding_severity",
            [
                Argument("code", tr("planned land-use code (land-and-sea classification of 2023)")),
                Argument("line_type", tr("type of the control line: pbf, erl, udb …")),
                Argument("place", tr("inside or outside the line"), "inside"),
                Argument("zone", tr("zone of the line, such as core; empty = none known"), ""),
                Argument("base_code", tr("code of the present use (2023); empty = not known"), ""),
                rules,
                Argument("as_of", tr("date of the law (YYYY-MM-DD); empty = today"), ""),
            ],
            tr(
                "Worst severity of what the rules say to a planned code at a control line: error, warning or "
                "info; NULL where no rule objects. A look-up of rules by code: areas, slivers, exemptions "
                "and the status of the line are judged by “Check plan against control lines” only."
            ),
            "dc_finding_severity(\"GHDLBM\", 'pbf') = 'error'",
            law.finding_severity,
        ),
        CarbonFunction(
            "dc_legal_basis",
            [Argument("rule_id", tr("id of a rule, as findings carry it")), rules],
            tr("Text of a rule and its legal basis, in the language of QGIS where it has one."),
            'dc_legal_basis("rule_id")',
            law.legal_basis,
        ),
    ]
