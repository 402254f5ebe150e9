# SPDX-License-Identifier: GPL-2.0-or-later
"""The real ``qgis_process`` in a throw-away profile, and the small case of the format tests."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# The runner of the demo, layers made by hand and accounts of the domain tests are used here too.
sys.path[:0] = [str(ROOT / name) for name in (".ci", "tests/algorithms", "tests/domain")]


@pytest.fixture
def qgis_process(tmp_path):
    """``qgis_process`` with nothing but this checkout as plugin; skips where it is missing."""
    from demo.case import DemoError
    from demo.process import QgisProcess, link_plugin, make_profiles

    try:
        return QgisProcess(make_profiles(tmp_path / "profile"), link_plugin(ROOT, tmp_path / "plugins"))
    except DemoError as reason:
        pytest.skip(str(reason))
