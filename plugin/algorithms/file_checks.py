# SPDX-License-Identifier: GPL-2.0-or-later
"""Parameters and outputs of algorithms that check a file a user wrote."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterFile

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .parameters import add_manifest, add_numbers, add_table_output


def add_file_check(algorithm: DualCarbonAlgorithm, label: str, text: str) -> None:
    """The file to check, the table of its problems, and how many rows and problems there are."""
    algorithm.add(
        QgsProcessingParameterFile(
            "INPUT", label, fileFilter=tr("Tables (*.csv *.xlsx *.ods);;All files (*)")
        ),
        text,
    )
    add_manifest(algorithm)
    add_table_output(
        algorithm, "OUTPUT", tr("Problems"), tr("Table with one row per problem: row, column, reason.")
    )
    add_numbers(algorithm, {"ROWS": tr("Rows read"), "PROBLEMS": tr("Problems found")})
