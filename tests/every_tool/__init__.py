# SPDX-License-Identifier: GPL-2.0-or-later
"""A small call of every tool, and tests that hold for each of them."""

from __future__ import annotations

import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
# Layers, rasters and formats made by hand for the algorithm tests serve here too.
if str(TESTS / "algorithms") not in sys.path:
    sys.path.insert(0, str(TESTS / "algorithms"))
