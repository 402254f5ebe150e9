# SPDX-License-Identifier: GPL-2.0-or-later
"""The built package in a fresh profile: unzipped and enabled as QGIS does, then run by ``qgis_process``."""

from __future__ import annotations

import importlib.util
import json
import sys
import zipfile
from pathlib import Path

import pytest
from built_package import build_package

ROOT = Path(__file__).resolve().parents[2]
NAME = "dualcarbon"

pytestmark = pytest.mark.batch


def load_process():
    """The module of the demo that calls ``qgis_process``."""
    folder = ROOT / ".ci" / "demo"
    if "demo" not in sys.modules:
        spec = importlib.util.spec_from_file_location(
            "demo", folder / "__init__.py", submodule_search_locations=[str(folder)]
        )
        sys.modules["demo"] = importlib.util.module_from_spec(spec)
    return importlib.import_module("demo.process"), importlib.import_module("demo.steps")


process, steps = load_process()


@pytest.fixture(scope="module")
def profiles(tmp_path_factory) -> Path:
    """A folder of profiles whose default profile has the package unzipped, not yet enabled."""
    folder = tmp_path_factory.mktemp("profiles")
    plugins = folder / "profiles" / "default" / "python" / "plugins"
    plugins.mkdir(parents=True)
    with zipfile.ZipFile(build_package(tmp_path_factory.mktemp("package"))) as archive:
        archive.extractall(plugins)
    return folder


@pytest.fixture(scope="module")
def installed(profiles) -> process.QgisProcess:
    """``qgis_process`` in that profile, with the plugin enabled."""
    process.make_profiles(profiles)
    return process.QgisProcess(profiles)


def listed(qgis: process.QgisProcess, *arguments: str) -> dict:
    done = qgis.call("--json", *arguments)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return process.parse_answer(done.stdout.decode("utf-8"), arguments[0])


def test_qgis_finds_the_package_and_loads_it_when_enabled(installed):
    assert listed(installed, "plugins")["plugins"][NAME]["loaded"] is True


def test_its_algorithms_are_listed_with_their_texts(installed):
    provider = listed(installed, "list")["providers"][NAME]
    assert len(provider["algorithms"]) >= 6
    details = listed(installed, "help", f"{NAME}:checkplan")
    assert [name for name, about in details["parameters"].items() if not about["help"]] == []


def test_an_algorithm_runs_on_the_sample_that_is_in_the_package(installed, profiles, tmp_path):
    sample = profiles / "profiles/default/python/plugins" / NAME / "resources/sample/kymi"
    case = json.loads((sample / "case.json").read_text("utf-8"))
    output = tmp_path / "国土 land use.gpkg"
    step = steps.Step(
        "attachfactors",
        {
            "INPUT": f"{sample}/{case['land_use']['layer']}",
            "CLASS_FIELD": case["land_use"]["field"],
            "CLASSIFICATION": case["land_use"]["classification"],
            "UNMAPPED": "exclude",
            "OUTPUT": output,
        },
    )
    run = installed.run(step, tmp_path / "log.txt")
    assert run.results["TOTAL_AREA_HA"] > 0
    manifest = json.loads((tmp_path / f"{output.name}.manifest.json").read_text("utf-8"))
    metadata = (profiles / "profiles/default/python/plugins" / NAME / "metadata.txt").read_text("utf-8")
    assert f"\nversion={manifest['plugin_version']}\n" in metadata


def test_a_wrong_field_ends_with_exit_code_1_and_one_sentence(installed, profiles):
    sample = profiles / "profiles/default/python/plugins" / NAME / "resources/sample/kymi/kymi.gpkg"
    done = installed.call(
        "run",
        f"{NAME}:attachfactors",
        f"--INPUT={sample}|layername=landuse",
        "--CLASS_FIELD=no_such_field",
        "--OUTPUT=TEMPORARY_OUTPUT",
    )
    assert done.returncode == 1
    sentence = process.failure_sentence(done.stderr.decode("utf-8"))
    assert "no_such_field" in sentence
    assert "Traceback" not in sentence
