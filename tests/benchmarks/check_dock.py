# SPDX-License-Identifier: GPL-2.0-or-later
"""The plan check dock with many findings: how long the window stands still for each thing one does.

Run: QT_QPA_PLATFORM=offscreen .venv/bin/python tests/benchmarks/check_dock.py [findings]
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from qgis.core import QgsApplication, QgsFeature, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import Qt

RULES = ("PBF-01", "PBF-06", "ERL-01", "ERL-02", "UDB-01", "CUL-04")
FIELDS = (
    "finding_key:string rule_id:string line_type:string severity:string state:string plan_id:string "
    "line_id:string unit:string plan_code:string area_m2:double remedy:string"
)


def import_plugin() -> None:
    """Make the checkout importable as the package that QGIS sees, with Processing and the test desktop."""
    tests = Path(__file__).resolve().parents[1]
    sys.path[:0] = [str(tests), str(tests / "docks")]
    sys.path.append(str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    import_module("conftest")
    import_module("processing.core.Processing").Processing.initialize()


def findings(count: int) -> QgsVectorLayer:
    """Findings in a fixed pattern on a square of ground."""
    fields = "".join(f"&field={field}" for field in FIELDS.split())
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:4547{fields}", "findings", "memory")
    features = []
    for number in range(count):
        rule, severity = RULES[number % 6], ("error", "warning", "info")[number % 3]
        x, y = 500_000.0 + number % 316 * 20, 3_300_000.0 + number // 316 * 20
        feature = QgsFeature(layer.fields())
        name = (f"{number * 7919 % count:016x}", rule, rule[:3].lower(), severity, "open", f"{number:018d}")
        facts = (f"L{number % 500}", f"town {number % 40}", "0703", number % 10_000 + 0.5, "move it")
        feature.setAttributes([*name, *facts])
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(x, y, x + 18, y + 18)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(layer)
    return layer


def tell(what: str, deed: Callable[[], object]) -> None:
    """Print how long a deed takes, painting included."""
    start = time.perf_counter()
    deed()
    QgsApplication.processEvents()
    print(f"{what:48s}{1000 * (time.perf_counter() - start):7.0f} ms")


def load(dock: object, layer: QgsVectorLayer) -> None:
    """Load in the background, and print for how long at most the window did not answer."""
    start, longest = time.perf_counter(), 0.0
    dock.choose_layer(layer)
    while dock.model.findings is None:
        before = time.perf_counter()
        QgsApplication.processEvents()
        longest = max(longest, time.perf_counter() - before)
        time.sleep(0.001)
    spent = time.perf_counter() - start
    print(f"{'load, in the background':48s}{1000 * spent:7.0f} ms, at most {1000 * longest:.0f} ms at a time")


def main() -> None:
    application = QgsApplication([], True)
    application.initQgis()
    import_plugin()
    desktop = import_module("desktop").Desktop()
    desktop.window.resize(1200, 900)
    desktop.window.show()
    plugin = import_module("dualcarbon").classFactory(desktop)
    plugin.initGui()
    dock = plugin.frame.show("plan_check")
    load(dock, findings(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000))
    panel, tree = dock.panel, dock.panel.tree
    boxes, header = panel.filters.group_box, panel.tree.header()
    for number in range(boxes.count()):
        tell(f"group by {boxes.itemText(number)}", lambda row=number: boxes.setCurrentIndex(row))
    tell("scroll to the end", tree.scrollToBottom)
    for column in (0, 2):
        tell(
            f"sort column {column}", lambda c=column: header.setSortIndicator(c, Qt.SortOrder.DescendingOrder)
        )
    for text in ("town 17", ""):
        panel.filters.text.setText(text)
        tell(f"filter “{text}”", panel.filters.filtered.emit)
    tell("next finding", lambda: dock.deeds.step(1))
    tell("next finding", lambda: dock.deeds.step(1))
    tell("select all", tree.selectAll)
    tell("copy all that is selected", dock.deeds.copy)
    plugin.unload()


if __name__ == "__main__":
    main()
