# SPDX-License-Identifier: GPL-2.0-or-later
"""The sink baseline as a path: stock and yearly fluxes of target years under unchanged land use."""

from .ages import AgeTable, parse_ages
from .curve_table import CurveTable, parse_curves
from .figures import PATH_COLUMNS, Projection
from .path import ProjectionSettings, project
from .rows import NEEDED, BaselineRows, baseline_rows
from .years import LONGEST, base_year, parse_years, stated_years

__all__ = [
    "LONGEST",
    "NEEDED",
    "PATH_COLUMNS",
    "AgeTable",
    "BaselineRows",
    "CurveTable",
    "Projection",
    "ProjectionSettings",
    "base_year",
    "baseline_rows",
    "parse_ages",
    "parse_curves",
    "parse_years",
    "project",
    "stated_years",
]
