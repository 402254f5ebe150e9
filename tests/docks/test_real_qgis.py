# SPDX-License-Identifier: GPL-2.0-or-later
"""The real QGIS on a virtual screen, in a fresh profile: load, check, look at a finding, edit, unload."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "sample" / "county" / "county.gpkg"
SETTINGS = """[PythonPlugins]
dualcarbon=true
processing=true
[locale]
overrideFlag=true
userLocale=en
"""


@pytest.fixture
def application() -> list[str]:
    """How QGIS is started on a screen of its own; skips where it cannot be."""
    screen, qgis = shutil.which("xvfb-run"), shutil.which("qgis")
    if screen is None or qgis is None or shutil.which("xauth") is None:
        pytest.skip("needs the programs xvfb-run, xauth and qgis")
    return [screen, "-a", "-s", "-screen 0 1400x1000x24", qgis, "--nologo", "--noversioncheck"]


@pytest.mark.batch
def test_a_person_checks_the_sample_looks_at_a_finding_and_edits_a_parcel(application, tmp_path):
    profile = tmp_path / "profiles" / "profiles" / "default"
    (profile / "QGIS").mkdir(parents=True)
    (profile / "QGIS" / "QGIS3.ini").write_text(SETTINGS, encoding="utf-8")
    (profile / "python" / "plugins").mkdir(parents=True)
    (profile / "python" / "plugins" / "dualcarbon").symlink_to(ROOT, target_is_directory=True)
    sample = shutil.copy(SAMPLE, tmp_path / "county.gpkg")
    environment = {
        **{name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"},
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path.endswith("site-packages")),
        "XDG_RUNTIME_DIR": str(tmp_path),
        "LC_ALL": "C.UTF-8",
        "DUALCARBON_SAMPLE": str(sample),
        "DUALCARBON_FOLDER": str(tmp_path),
    }
    script = Path(__file__).with_name("in_real_qgis.py")
    done = subprocess.run(
        [*application, "--profiles-path", str(tmp_path / "profiles"), "--code", str(script)],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=180,
        check=False,
    )
    assert (tmp_path / "facts.json").exists(), done.stderr
    facts = json.loads((tmp_path / "facts.json").read_text(encoding="utf-8"))
    assert facts.get("error") is None, facts["error"]
    assert facts["toolbar"]
    assert len(facts["menus"]) == 1
    assert facts["dialog"].lower() == "check plan against control lines"
    assert facts["findings"] > 0
    assert facts["infos"] <= facts["findings"]
    assert facts["map_moved"]
    assert "stand-in" in facts["told"]
    assert facts["dock_width"] > 380
    assert facts["opened_like_check"]
    # A field holds more carbon than a homestead.
    assert facts["stock"][0] > 0.0 > facts["changed"][0]
    assert "Last edit" in facts["footer"]
    assert facts["conflicts"]
    assert facts["left"] == []
