# SPDX-License-Identifier: GPL-2.0-or-later
"""Post an account to the account book (碳账户)."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingParameterString

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .parameters import add_manifest, add_numbers, add_table_input, add_year


class PostAccount(DualCarbonAlgorithm):
    """``dualcarbon:postaccount``."""

    def name(self) -> str:
        return "postaccount"

    def displayName(self) -> str:
        return tr("Post to account book")

    def tags(self) -> list[str]:
        return tr("account,book,ledger,carbon account,double entry,碳账户,入账,账本,复式,乡镇").split(",")

    def shortDescription(self) -> str:
        return tr("Books an account by unit, year and item; nothing is overwritten, and the book balances.")

    def shortHelpString(self) -> str:
        return tr(
            "Takes the result of “Sink baseline”, “Change of carbon stock” or “Emission inventory”, or a "
            "table with unit, year, item, value and measure, and books every figure with its interval, unit "
            "of measure, source and the manifest of its run.\n\n"
            "The book is only added to: a figure that changed gets a new version, one that the new account "
            "no longer has is withdrawn, and the old ones stay readable. A posting is booked as a whole or "
            "not at all, and only when the book balances: parts of an item add up to the item, units to the "
            "unit they are part of, opening + additions − reductions to closing (1e-6).\n\n"
            "The book is a GeoPackage, or a PostgreSQL database that several people write."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        add_store(self)
        add_table_input(
            self,
            "ACCOUNT",
            tr("Account"),
            tr("Layer or table per unit, in the units of measure that its tool writes (ha, t C, t CO2e/a)."),
            optional=False,
        )
        add_table_input(
            self,
            "ACCOUNT_CLASSES",
            tr("Account by class"),
            tr("Table per unit and class of the same run (OUTPUT_TABLE): booked as parts of the account."),
        )
        add_year(
            self,
            "YEAR",
            tr("Year of the account"),
            tr("Calendar year of rows that do not tell it themselves."),
            optional=True,
        )
        add_table_input(
            self,
            "UNIT_TABLE",
            tr("Table of units"),
            tr("Columns unit and parent: which unit is part of which (no unit of measure)."),
            advanced=True,
        )
        for name, label, text in (
            ("TIER", tr("Tier of the method"), tr("Such as 1, 2 or 3, for rows that do not tell it.")),
            ("SOURCE", tr("Source"), tr("Where the figures come from. Empty: the tool that made them.")),
        ):
            self.add(QgsProcessingParameterString(name, label, optional=True), text, advanced=True)
        add_manifest(self)
        add_numbers(
            self,
            {
                "ENTRIES": tr("Entries written"),
                "UNCHANGED": tr("Entries that stand as they were"),
                "WITHDRAWN": tr("Entries withdrawn"),
            },
        )

    def compute(self, run: Any) -> dict[str, Any]:
        from ..gis.account_book import post_account

        outputs: dict[str, Any] = post_account(run)
        return outputs


def add_store(algorithm: DualCarbonAlgorithm) -> None:
    """The account book: a GeoPackage or a connection."""
    algorithm.add(
        QgsProcessingParameterString("STORE", tr("Account book")),
        tr(
            "Path of a GeoPackage (.gpkg; made if it does not exist), or name of a PostgreSQL connection of "
            "QGIS."
        ),
    )
