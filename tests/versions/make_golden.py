# SPDX-License-Identifier: GPL-2.0-or-later
"""Write ``golden.json`` anew, by the oldest QGIS supported: ``python tests/versions/make_golden.py``.

To be done when a change of method, factors or sample data is meant to change the figures, and only then;
the difference belongs into the change's description.
"""

from __future__ import annotations

import json
import platform
import sys
import tempfile
from pathlib import Path

import numpy as np
import shapely
from county_run import county_figures
from qgis.core import Qgis

# As a script it is started without the paths of pytest.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from prepared_qgis import start_qgis

GOLDEN = Path(__file__).with_name("golden.json")


def made_with() -> str:
    """A sentence that says how the file came about."""
    return (
        "Figures of resources/sample/county/case.json, written by tests/versions/make_golden.py on QGIS "
        f"{Qgis.QGIS_VERSION.split('-')[0]}, Python {platform.python_version()}, numpy {np.__version__}, "
        f"shapely {shapely.__version__}, GEOS {shapely.geos_version_string}. Our own output: it proves that "
        "versions agree, not that they are right; tests/domain and tests/algorithms do the latter."
    )


def main() -> None:
    application, plugin = start_qgis(windows=True)
    with tempfile.TemporaryDirectory() as folder:
        content = {"made": made_with(), **county_figures(Path(folder))}
    GOLDEN.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    plugin.unload()
    application.exitQgis()


if __name__ == "__main__":
    main()
