# SPDX-License-Identifier: GPL-2.0-or-later
"""Where Python packages are missing or old, the plugin loads, runs what it can and says what to install."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("qgis.core")

SCRIPT = Path(__file__).with_name("run_without.py")
ALGORITHMS = [
    "accountreport",
    *("attachfactors", "attachfactorsraster", "bluecarbon", "ccusinventory", "checklines", "checkplan"),
    *("checkquantities", "checktopology", "comparedrafts", "downscaleemissions", "emissioninventory"),
    *("forestcarbon", "mapsheet", "monitoraccount", "postaccount"),
    *("projectbaseline", "readaccount", "repairplan", "repeatrun", "report", "sinkbaseline", "sinkhotspots"),
    *("soilcarbon", "stockchange", "translatecodes", "uncertainty", "unifyunits", "updatebaseline"),
    *("validatefactors", "validaterules", "valuecarbon", "valuechange"),
]
#: Chains of these; they need what their tools need.
MODELS = ("account_year", "baseline", "check_and_report", "two_draft_comparison")
SOFT = ("scipy", "sklearn", "dask")
ALL = ("pandas", "shapely", "scipy", "matplotlib", "sklearn", "openpyxl", "dask")
#: Calls that end with a sentence where the package is missing; all others run.
NEEDED_BY = {
    "pandas": {*ALGORITHMS, "report workbook"},
    "shapely": {*ALGORITHMS, "report workbook"} - {"validatefactors", "validaterules"},
    "matplotlib": {"accountreport", "report", "report workbook"},
    "openpyxl": {"report workbook"},
    **{package: set() for package in SOFT},
}
#: How users of this platform install packages; the test runs where it runs.
WAY = re.compile(r"apt install|pip|conda install|OSGeo4W|official package", re.I)

Seen = dict[str, Any]


@pytest.fixture
def without(tmp_path) -> Callable[..., Seen]:
    """Start QGIS without some packages and tell what was seen there."""

    def start(*packages: str, path: Path | None = None) -> Seen:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path)}
        if path is not None:
            environment["PYTHONPATH"] = str(path)
        done = subprocess.run(
            [sys.executable, str(SCRIPT), str(tmp_path), *packages],
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert (tmp_path / "seen.json").exists(), done.stderr
        return json.loads((tmp_path / "seen.json").read_text("utf-8"))

    return start


def refusals(seen: Seen) -> set[str]:
    return {name for name, said in seen["said"].items() if said}


def check_sentence(text: str, *names: str) -> None:
    """One sentence that names the packages and the way to install them."""
    assert [name for name in names if name not in text] == []
    assert WAY.search(text)
    assert re.fullmatch(r"[^\n]+\.", text)
    assert "Traceback" not in text
    assert "defect" not in text


def test_with_all_packages_everything_runs(without):
    seen = without()
    assert refusals(seen) == set()
    assert seen["algorithms"] == sorted([*ALGORITHMS, *MODELS])


@pytest.mark.parametrize("package", ALL)
def test_a_missing_package_stops_only_what_needs_it(without, package):
    seen = without(package)
    assert seen["algorithms"] == sorted([*ALGORITHMS, *MODELS])
    assert refusals(seen) == NEEDED_BY[package]
    for name in NEEDED_BY[package]:
        check_sentence(seen["said"][name], package)


def test_without_any_of_them_every_tool_is_listed_and_says_what_it_needs(without):
    seen = without(*ALL)
    assert seen["algorithms"] == sorted([*ALGORITHMS, *MODELS])
    for name in ALGORITHMS:
        check_sentence(seen["said"][name], "pandas")
    check_sentence(seen["said"]["checkplan"], "pandas", "shapely")
    check_sentence(seen["said"]["report"], "pandas", "shapely", "matplotlib")


def test_a_shapely_older_than_2_is_named_with_its_version(without, tmp_path):
    old = tmp_path / "old" / "shapely"
    old.mkdir(parents=True)
    (old / "__init__.py").write_text('__version__ = "1.8.5"\n', encoding="utf-8")
    seen = without(path=old.parent)
    assert refusals(seen) == NEEDED_BY["shapely"]
    for name in NEEDED_BY["shapely"]:
        check_sentence(seen["said"][name], "shapely 2", "1.8.5", "pip")


def test_a_shapely_2_that_does_not_know_its_version_is_taken(without, tmp_path):
    """Debian's shapely 2.2 calls itself "0+unknown"."""
    import shapely

    wrapped = tmp_path / "wrapped" / "shapely"
    wrapped.mkdir(parents=True)
    for item in Path(shapely.__file__).parent.iterdir():
        if item.name != "_version.py" and item.name != "__pycache__":
            (wrapped / item.name).symlink_to(item)
    unknown = "__version__ = '0+unknown'\n__git_version__ = 'None'\n"
    old_style = "def get_versions():\n    return {'version': __version__}\n"
    (wrapped / "_version.py").write_text(unknown + old_style, encoding="utf-8")
    libraries = Path(shapely.__file__).parents[1] / "shapely.libs"
    if libraries.exists():
        (wrapped.parent / "shapely.libs").symlink_to(libraries)
    assert refusals(without(path=wrapped.parent)) == set()


def test_a_package_built_for_another_numpy_is_named_with_the_reason(without, tmp_path):
    broken = tmp_path / "broken" / "pandas"
    broken.mkdir(parents=True)
    text = "numpy.dtype size changed, may indicate binary incompatibility"
    (broken / "__init__.py").write_text(f"raise ValueError({text!r})\n", encoding="utf-8")
    seen = without(path=broken.parent)
    assert seen["algorithms"] == sorted([*ALGORITHMS, *MODELS])
    check_sentence(seen["said"]["attachfactors"], "pandas", text)


@pytest.mark.parametrize("packages", [(), ALL])
def test_loading_and_listing_import_none_of_them(without, packages):
    assert without(*packages)["imported"] == []


def test_dialogs_open_without_them(without):
    """Lists of shipped classifications and factor sets are empty then, but every widget keeps its value."""
    assert without(*ALL)["widgets"] == without()["widgets"]
