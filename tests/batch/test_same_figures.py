# SPDX-License-Identifier: GPL-2.0-or-later
"""Every tool gives the same outputs, however it is run, wherever, and in whatever order its input comes.

Times, run ids, places and feature ids apart, the files are the same to the last digit.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from every_tool.calls import calls
from said import differences, said, without_order, without_parameters

pytestmark = pytest.mark.batch

NAMES = sorted(calls(Path()))
#: At every moment the two have different days.
WEST, EAST = "Pacific/Pago_Pago", "Pacific/Kiritimati"


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """All runs, begun: every call from Python, and again by other ways and elsewhere."""
    from same_runs import PROGRAMS, Runs, by_qgis_process, in_dialogs, in_python, locales_in

    made = Runs(tmp_path_factory.mktemp("runs"))
    known = locales_in(made.folder / "locales", "de_DE", "zh_CN")
    german = {**known, "LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8", "TZ": WEST, "PYTHONHASHSEED": "1"}
    chinese = {**known, "LC_ALL": "zh_CN.UTF-8", "LANG": "zh_CN.UTF-8", "TZ": EAST, "PYTHONHASHSEED": "2"}
    project = {"crs": "EPSG:3857", "ellipsoid": "EPSG:7004"}
    made.begin("python", in_python(made.inputs, {"PYTHONHASHSEED": "0"}))
    made.begin("turned", in_python(made.folder / "turned inputs", {}, turned=True))
    made.begin("model", in_python(made.inputs, {}, way="model"), "python")
    made.begin("german", in_python(made.inputs, german, locale="de_DE", processors=1, **project), "python")
    made.begin("chinese", in_python(made.inputs, chinese, locale="zh_CN", processors=7), "python")
    if all(map(shutil.which, PROGRAMS)):
        made.begin("dialogs", in_dialogs(made.inputs), "python")
    made.begin("qgis_process", by_qgis_process(made.inputs), "python")
    yield made
    made.end()


@pytest.fixture(scope="module")
def expected(runs):
    """What the outputs of a call from Python say."""
    return lambda name: said(runs.outputs("python", name), runs.inputs)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("way", ["model", "qgis_process"])
def test_every_way_to_run_it_gives_the_same(runs, expected, qgis_process, way, name):
    found = said(runs.outputs(way, name), runs.inputs)
    assert differences(expected(name), found) == []
    assert differences(runs.numbers("python", name), runs.numbers(way, name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_its_dialog_gives_the_same(runs, expected, name):
    """A dialog gives every default as a parameter, and layers of the project by their ids."""
    if not runs.has("dialogs"):
        pytest.skip("needs the programs xvfb-run, xauth and qgis")
    if name.endswith(" of rasters"):
        pytest.skip("QGIS 3.22 ends with a fault when a raster is chosen where polygons could be")
    found = said(runs.outputs("dialogs", name), runs.inputs)
    assert differences(without_parameters(expected(name)), without_parameters(found)) == []
    assert differences(runs.numbers("python", name), runs.numbers("dialogs", name)) == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("place", ["german", "chinese"])
def test_locale_time_zone_threads_and_project_change_nothing(runs, expected, place, name):
    found = said(runs.outputs(place, name), runs.inputs)
    assert differences(expected(name), found) == []
    assert differences(runs.numbers("python", name), runs.numbers(place, name)) == []


def test_the_places_were_other_ones(runs):
    here, west, east = (runs.told(name)["machine"] for name in ("python", "german", "chinese"))
    assert (west["locale"], east["locale"]) == ("de_DE", "zh_CN")
    assert (west["zone"], east["zone"]) == ("-1100", "+1400")
    assert (west["processors"], east["processors"]) == (1, 7)
    assert west["ellipsoid"] == "EPSG:7004" != here["ellipsoid"]
    assert len({here["hash"], west["hash"], east["hash"]}) == 3
    if (runs.folder / "locales" / "de_DE.UTF-8").exists():
        assert west["point"] == ","


@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_the_features_changes_no_figure(runs, expected, name):
    turned = said(runs.outputs("turned", name), runs.folder / "turned inputs")
    assert differences(without_order(expected(name)), without_order(turned)) == []
    assert differences(runs.numbers("python", name), runs.numbers("turned", name)) == []
