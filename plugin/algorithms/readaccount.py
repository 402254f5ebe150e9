# SPDX-License-Identifier: GPL-2.0-or-later
"""Read the account book (碳账户): entries, their history, or a table of units × years × items."""

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
from .choices import ACCOUNT_LAYOUTS
from .parameters import add_choice, add_manifest, add_numbers
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
            "posted into another book.\n\n"
            "A layout with items or years across holds the values alone, each column in one unit of measure."
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
        add_choice(
            self,
            "LAYOUT",
            tr("Layout"),
            ACCOUNT_LAYOUTS,
            tr(
                "entries: values with low and high, source and version; by_item: a column per item; by_year: "
                "a column per year. All in the unit of measure of the item."
            ),
            choices="account_layout",
        )
        self.add(
            QgsProcessingParameterBoolean("HISTORY", tr("All versions"), defaultValue=False),
            tr("Every version of every entry with its posting, instead of those that stand; for entries."),
        )
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Entries"), QgsProcessing.SourceType.TypeVector),
            tr("Rows as the layout says, each value in the unit of measure of its item."),
        )
        add_manifest(self)
        add_numbers(self, {"ENTRIES": tr("Entries read")})

    def compute(self, run: Any) -> dict[str, Any]:
        from ..gis.account_book import read_account

        return run.finish(ENTRIES=read_account(run))
