# SPDX-License-Identifier: GPL-2.0-or-later
"""Every tool gives the same outputs, however it is run, wherever, and in whatever order its input comes.

Times, run ids, places and feature ids apart, the files are the same to the last digit, as long as one
version of GEOS cuts the shapes: the one that the programs of QGIS bring. Another version moves last digits
of corners, never what is found.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from every_tool.calls import calls
from said import differences, figures_alone, said, tables_alone, without_order

# On one worker: the runs behind all tests are made once.
pytestmark = [pytest.mark.batch, pytest.mark.xdist_group("same figures")]

NAMES = sorted(calls(Path()))
#: Calls in which GEOS makes new corners.
CUTTING = ("checkplan", "checkquantities", "comparedrafts", "repairplan", "sinkbaseline", "stockchange")
#: Relative difference that another version of GEOS may make.
LAST_DIGITS = 1e-9
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
    elsewhere = {"locale": "de_DE", "processors": 1, **project}
    made.begin("model", in_python(made.inputs, german, way="model", **elsewhere), "python")
    made.begin("chinese", in_python(made.inputs, chinese, locale="zh_CN", processors=7), "python")
    made.begin("other geos", in_python(made.inputs, {}, own_geos=True, calls=CUTTING), "python")
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
    """The models run in Germany: its locale and time zone, one thread and another project change nothing."""
    found = said(runs.outputs(way, name), runs.inputs)
    assert differences(expected(name), found) == []
    assert differences(runs.numbers("python", name), runs.numbers(way, name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_its_dialog_gives_the_same(runs, expected, name):
    """A dialog gives every default as a parameter, and layers of the project by their ids."""
    if not runs.has("dialogs"):
        pytest.skip("needs the programs xvfb-run, xauth and qgis")
    found = said(runs.outputs("dialogs", name), runs.inputs)
    assert differences(expected(name), found) == []
    assert differences(runs.numbers("python", name), runs.numbers("dialogs", name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_china_changes_no_figure(runs, expected, name):
    """Texts are Chinese there, and its fonts draw other letters into pictures."""
    found = said(runs.outputs("chinese", name), runs.inputs)
    assert differences(figures_alone(expected(name)), figures_alone(found)) == []
    assert differences(runs.numbers("python", name), runs.numbers("chinese", name)) == []


@pytest.mark.parametrize("name", CUTTING)
def test_another_geos_moves_last_digits_alone(runs, expected, name):
    found = said(runs.outputs("other geos", name), runs.inputs)
    assert differences(tables_alone(expected(name)), tables_alone(found), within=LAST_DIGITS) == []
    numbers = runs.numbers("python", name), runs.numbers("other geos", name)
    assert differences(*numbers, within=LAST_DIGITS) == []


def test_the_places_were_other_ones(runs):
    here, west, east = (runs.told(name)["machine"] for name in ("python", "model", "chinese"))
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
