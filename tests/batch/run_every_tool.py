# SPDX-License-Identifier: GPL-2.0-or-later
"""A QGIS that makes every call, one after another: ``run_every_tool.py SETTINGS.json``.

The settings name the folders of inputs and outputs, the way (``python`` or ``model``), the locale, the number
of processors, the project's CRS and ellipsoid, and the ``calls`` where not all are made. Inputs are made
where there are none, ``turned`` with their rows in the reverse order. With ``own_geos`` shapely calls the
GEOS that it brings. A process of its own, since a locale and a time zone hold for all of it.
"""

from __future__ import annotations

import json
import locale
import os
import sys
import time
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

# As a script it is started without the paths of pytest.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from prepared_qgis import start_qgis

#: Makes one call with outputs in a folder and returns its results.
Way = Callable[[Any, Path], Mapping[str, Any]]


def by_python(call: Any, folder: Path) -> Mapping[str, Any]:
    """``processing.run``, as scripts do."""
    import processing

    return processing.run(f"dualcarbon:{call.tool}", call.into(folder))


def by_model(call: Any, folder: Path) -> Mapping[str, Any]:
    """A model of one step."""
    from model_steps import model_of, step_of
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    given = call.into(folder)
    asked = {name: name for name in given if name in call.outputs}
    fixed = {name: value for name, value in given.items() if name not in asked}
    step = step_of(f"dualcarbon:{call.tool}", fixed, asked)
    places = {f"{step.childId()}:{name}": given[name] for name in asked}
    results, done = model_of(step).run(places, QgsProcessingContext(), QgsProcessingFeedback(False))
    if not done:
        raise RuntimeError(f"The model of {call.tool} failed.")
    return results["CHILD_RESULTS"][step.childId()]


WAYS: dict[str, Way] = {"python": by_python, "model": by_model}


def set_up(settings: Mapping[str, Any]) -> None:
    """What the machine and the project are said to be."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsProject
    from qgis.PyQt.QtCore import QLocale

    if settings.get("locale"):
        QLocale.setDefault(QLocale(settings["locale"]))
    if settings.get("processors"):
        os.cpu_count = lambda: settings["processors"]
    project = QgsProject.instance()
    if settings.get("crs"):
        project.setCrs(QgsCoordinateReferenceSystem(settings["crs"]))
    if settings.get("ellipsoid"):
        project.setEllipsoid(settings["ellipsoid"])


def facts_of_machine() -> dict[str, Any]:
    """What was set up, as the process sees it."""
    from qgis.core import QgsProject
    from qgis.PyQt.QtCore import QLocale

    return {
        "point": locale.localeconv()["decimal_point"],
        "locale": QLocale().name(),
        "zone": time.strftime("%z"),
        "processors": os.cpu_count(),
        "ellipsoid": QgsProject.instance().ellipsoid(),
        "hash": hash("dualcarbon"),
    }


def main(settings: Mapping[str, Any]) -> None:
    # In the programs of QGIS its libraries come first, and shapely calls that GEOS, not the one it brings
    # along: another version of it rounds cuts another way.
    if not settings.get("own_geos"):
        sys.setdlopenflags(sys.getdlopenflags() | os.RTLD_GLOBAL)
    application, plugin = start_qgis(windows=True)
    from every_tool.calls import calls, prepare

    set_up(settings)
    inputs, outputs = Path(settings["inputs"]), Path(settings["outputs"])
    if not inputs.exists():
        prepare(inputs, turned=settings.get("turned", False))
    told: dict[str, Any] = {"machine": facts_of_machine(), "results": {}, "failed": {}}
    made = calls(inputs)
    for name in settings.get("calls", made):
        call = made[name]
        try:
            results = WAYS[settings.get("way", "python")](call, outputs / name)
            told["results"][name] = {key: str(value) for key, value in results.items()}
        except Exception:
            told["failed"][name] = traceback.format_exc(limit=-1)
    (outputs / "told.json").write_text(json.dumps(told), encoding="utf-8")
    plugin.unload()
    application.exitQgis()


if __name__ == "__main__":
    main(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
