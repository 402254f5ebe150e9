# SPDX-License-Identifier: GPL-2.0-or-later
"""A batch that may take only so much memory: the refusal names need and limit, and nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = pytest.mark.batch

COUNTY = Path(__file__).resolve().parents[2] / "resources" / "sample" / "county" / "county.gpkg"


@pytest.fixture
def little_memory(monkeypatch):
    """Said before ``qgis_process`` takes over the environment."""
    monkeypatch.setenv("DUALCARBON_MEMORY_GB", "0.05")


@pytest.mark.usefixtures("little_memory")
def test_a_batch_is_refused_by_the_variable_of_its_environment(request, tmp_path):
    output = tmp_path / "attached.gpkg"
    done = request.getfixturevalue("qgis_process").call(
        *("run", "dualcarbon:attachfactors", f"INPUT={COUNTY}|layername=DLTB", "CLASS_FIELD=DLBM"),
        *("CLASSIFICATION=cn_third_survey", f"OUTPUT={output}"),
    )
    said = (done.stdout + done.stderr).decode("utf-8", "replace")
    assert done.returncode != 0
    assert "of memory, but 50.0 MB are free; “DLTB” weighs most" in said
    assert not output.exists()
    assert not list(tmp_path.glob("*.manifest.json"))
