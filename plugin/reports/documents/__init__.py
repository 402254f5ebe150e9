# SPDX-License-Identifier: GPL-2.0-or-later
"""A report as a document of pages: editable text (ODT) and PDF."""

from __future__ import annotations

from .odt import write_odt
from .pdf import write_pdf

__all__ = ["write_odt", "write_pdf"]
