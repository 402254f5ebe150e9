# SPDX-License-Identifier: GPL-2.0-or-later
"""A small baseline table, process layers of the change survey, and factors made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qgis.core import QgsFeature, QgsVectorLayer

X, Y = 500_000.0, 3_300_000.0
SCHEMA = "kind,class,pool,process,depth_cm,value,low,high,unit,source,evidence,verified\n"
#: Above-ground biomass and soil in t C/ha (value, low, high); built-up land without soil.
DENSITY = {
    "rainfed_cropland": {"agb": (5, 4, 6), "soc": (80, 60, 100)},
    "paddy": {"agb": (3, 1, 5), "soc": (110, 95, 128)},
    "mixed_forest": {"agb": (50, 40, 60), "soc": (90, 80, 100)},
    "residential": {"agb": (1, 0, 2)},
}
#: unit, year, class, ha
BEFORE = [("甲镇", 2024, "rainfed_cropland", 10.0), ("甲镇", 2024, "mixed_forest", 5.0)]
#: Fields of the process layer as the survey names them.
FIELDS = (
    *("BSM", "BGQDLBM", "BGHDLBM", "TBBGMJ", "BGQKCMJ", "BGQTBDLMJ", "BGHKCMJ", "BGHTBDLMJ"),
    *("BGQZLDWDM", "BGHZLDWDM", "GXSJ", "BGXW", "XZQTZLX", "PZWH"),
)


def hand_factors(folder: Path) -> str:
    """The path of a factor table with ``DENSITY``."""
    rows = [
        f"stock,{name},{pool},,{'0-100' if pool == 'soc' else ''},{value},{low},{high},t C/ha,by hand,"
        "secondary,yes\n"
        for name, pools in DENSITY.items()
        for pool, (value, low, high) in pools.items()
    ]
    path = folder / "factors.csv"
    path.write_text(SCHEMA + "".join(rows), encoding="utf-8")
    return str(path)


def table_layer(rows: Sequence[tuple[str, int, str, float]]) -> QgsVectorLayer:
    """The table of a baseline in memory."""
    fields = "field=unit:string&field=year:integer&field=carbon_class:string&field=area_ha:double"
    layer = QgsVectorLayer(f"NoGeometry?{fields}", "baseline", "memory")
    features = []
    for values in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(values))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def process(wkt: str, before: str, after: str, **more: Any) -> tuple[str, dict[str, Any]]:
    """A row of a process layer for ``make_layer``."""
    return wkt, {"BSM": "p1", "BGQDLBM": before, "BGHDLBM": after, **more}


def process_table(path: Path, *rows: Sequence[str]) -> Path:
    """A process layer without shapes as CSV in GB18030; each row in the order of ``FIELDS``."""
    lines = [",".join(FIELDS), *(line for row in rows for line in row)]
    path.write_bytes("\n".join(lines).encode("gb18030"))
    return path
