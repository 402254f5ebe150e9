# SPDX-License-Identifier: GPL-2.0-or-later
"""Report pages as plain words."""

from __future__ import annotations

import re


def first_page(html: str) -> str:
    """The visible words of the page before its contents."""
    page = re.sub(r"(?s)<style>.*?</style>", "", html[: html.index("<nav")])
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())
