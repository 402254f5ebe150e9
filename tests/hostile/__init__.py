# SPDX-License-Identifier: GPL-2.0-or-later
"""Hostile input: a corpus of cases for every kind of file, and what every run has to stand up to."""

from __future__ import annotations

import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
ALGORITHMS, DOMAIN = str(TESTS / "algorithms"), str(TESTS / "domain")
# Layers made by hand for the algorithm tests and stores of the domain tests serve here too.
sys.path.extend(folder for folder in (ALGORITHMS, DOMAIN) if folder not in sys.path)
