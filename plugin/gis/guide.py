# SPDX-License-Identifier: GPL-2.0-or-later
"""The user's guide in resources/help."""

from __future__ import annotations

from pathlib import Path

from ..i18n import speaks_chinese
from ..paths import RESOURCES


def help_page(stem: str) -> Path:
    """A page of the guide in the language of QGIS."""
    return RESOURCES / "help" / ("zh" if speaks_chinese() else "en") / f"{stem}.html"
