# SPDX-License-Identifier: GPL-2.0-or-later
"""Parameters of everything that applies rules: the rule pack, the date of the law, the language."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterString

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .choices import LANGUAGES, offer
from .parameters import add_choice


def add_law(algorithm: DualCarbonAlgorithm, advanced: bool = False) -> None:
    """The rule pack and the day whose law applies."""
    rules = QgsProcessingParameterString("RULES", tr("Rule pack"), defaultValue="cn_national")
    offer(rules, "rules")
    algorithm.add(
        rules,
        tr(
            "Id of a shipped rule pack (cn_national, or a stricter one that extends it: cn_guangdong, "
            "cn_qingdao), or the path of an own CSV or XLSX; resources/rules/template_README.md tells how to "
            "write one."
        ),
        advanced=advanced,
    )
    algorithm.add(
        QgsProcessingParameterString("AS_OF", tr("Date of the law (YYYY-MM-DD)"), optional=True),
        tr("The rules in force on this day apply; empty: today. The date is printed and recorded."),
        advanced=advanced,
    )


def add_language(algorithm: DualCarbonAlgorithm) -> None:
    """The language of texts that are written into outputs."""
    add_choice(
        algorithm,
        "LANGUAGE",
        tr("Language of remedies"),
        LANGUAGES,
        tr("Language of the texts written into the outputs: zh or en."),
        choices="language",
        advanced=True,
    )
