# SPDX-License-Identifier: GPL-2.0-or-later
"""Read the account book (碳账户): entries, their history, and a table of units × items."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterString,
)

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .parameters import add_manifest, add_numbers, add_table_output
from .postaccount import add_store


class ReadAccount(DualCarbonAlgorithm):
    """``dualcarbon:readaccount``."""

    def name(self) -> str:
        return "readaccount"

    def displayName(self) -> str:
        return tr("Read account book")

    def tags(self) -> list[str]:
        return tr("account,book,ledger,carbon account,export,碳账户,账本,读取,导出,历年").split(",")

    def shortDescription(self) -> str:
        return tr("Entries of the account book by unit, year and item, with all versions where asked for.")

    def shortHelpString(self) -> str:
        return tr(
            "Reads what stands in the account book, or with the history every version that ever stood, with "
            "the posting that made it. Filters left empty let everything pass. As CSV the entries can be "
            "posted into another book."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        add_store(self)
        for name, label, text in (
            ("UNITS", tr("Units"), tr("Names of statistical units, separated by commas.")),
            ("YEARS", tr("Years"), tr("Calendar years, separated by commas.")),
            ("ITEM", tr("Item"), tr("An item such as baseline/stock, with all its parts.")),
            ("SCOPES", tr("Scopes"), tr("1, 2 or 3, separated by commas.")),
        ):
            self.add(QgsProcessingParameterString(name, label, optional=True), text)
        self.add(
            QgsProcessingParameterBoolean("HISTORY", tr("All versions"), defaultValue=False),
            tr("Every version of every entry with its posting, instead of those that stand."),
        )
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Entries"), QgsProcessing.SourceType.TypeVector),
            tr("One row per entry: unit, year, item, scope, value with low and high in its unit of measure."),
        )
        add_table_output(
            self,
            "OUTPUT_PIVOT",
            tr("Table of units and items"),
            tr("One row per unit and year, one column per item, each in the unit of measure of its item."),
        )
        add_manifest(self)
        add_numbers(self, {"ENTRIES": tr("Entries read")})

    def compute(self, run: Any) -> dict[str, Any]:
        from ..gis.account_book import read_account

        return run.finish(ENTRIES=read_account(run))
