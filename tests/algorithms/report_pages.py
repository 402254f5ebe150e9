# SPDX-License-Identifier: GPL-2.0-or-later
"""Report pages as plain words."""

from __future__ import annotations

import re


def first_page(html: str) -> str:
    """The visible words of the page before its contents."""
    return words_of(html[: html.index("<nav")])


def words_of(html: str) -> str:
    """The visible words of a page."""
    page = re.sub(r"(?s)<style>.*?</style>", "", html)
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())
