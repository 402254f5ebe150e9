# SPDX-License-Identifier: GPL-2.0-or-later
"""Plan checks with present land cover: carbon at stake by hand, translated codes, and what is refused."""

from __future__ import annotations

import pytest
from layers_by_hand import make_layer, notes_of, rows_of, square
from test_checkplan import AS_OF, CO2, FOREST_REMOVAL_TC, FOREST_TC, X, Y, check, hits, line

__all__ = ["check"]  # the fixture
