# SPDX-License-Identifier: GPL-2.0-or-later
"""The chapters of the carbon accounts, in reading order."""

from __future__ import annotations

from collections.abc import Mapping

from ..domain.profiles import Profile
from .account_agreement import agreement_sentence, agreement_tables
from .account_charts import book_charts, emission_charts, value_charts
from .account_emissions import emission_tables
from .account_tables import book_tables
from .account_units import unit_parts, units_sentence
from .account_value_tables import value_sentence, value_tables
from .model import ReportData
from .monitor_charts import monitor_charts
from .monitor_tables import monitor_tables
from .result_chapter import ResultChapter
from .table import Table
from .texts import Texts


def _no_tables(_data: ReportData, _profile: Profile, _texts: Texts) -> list[Table]:
    """For the chapter of which every unit is a part."""
    return []


#: By the anchors of the chapters.
ACCOUNT_CHAPTERS: Mapping[str, ResultChapter] = {
    "account": ResultChapter(("book",), book_tables, book_charts),
    "emissions": ResultChapter(
        ("inventory", "reconciliation", "register", "matrix"), emission_tables, emission_charts
    ),
    "agreement": ResultChapter(("agreement",), agreement_tables, sentence=agreement_sentence),
    "monitoring": ResultChapter(("monitoring",), monitor_tables, monitor_charts),
    "rights": ResultChapter(("value", "sinks"), value_tables, value_charts, value_sentence),
    "units": ResultChapter(("book", "monitoring"), _no_tables, sentence=units_sentence, parts=unit_parts),
}
