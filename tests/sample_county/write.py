# SPDX-License-Identifier: GPL-2.0-or-later
"""Write a county as one GeoPackage: six polygon layers and two tables."""

from __future__ import annotations

from pathlib import Path

from .county import County
from .geopackage import create_geopackage, write_layer

DESCRIPTIONS = {
    "DLTB": "地类图斑（虚构样例县）",
    "XZQ": "行政区（虚构样例县）",
    "YJJBNTBHTB": "永久基本农田保护图斑（虚构，非法定管控线）",
    "STBHHX": "生态保护红线（虚构，非法定管控线）",
    "CZKFBJ": "城镇开发边界（虚构，非法定管控线）",
    "GHYDYH": "规划用地用海草案（虚构）",
}


def write_county(county: County, folder: Path) -> Path:
    """Write `county.gpkg` into `folder`; returns its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "county.gpkg"
    package = create_geopackage(path)
    for name, layer in county.layers().items():
        write_layer(
            package,
            name,
            layer.columns,
            geometry=layer.geometry,
            epsg=county.epsg,
            description=DESCRIPTIONS[name],
        )
    write_layer(package, "conflicts", county.conflicts, description="草案中有意设置的冲突及面积")
    write_layer(package, "changes", county.changes, description="草案中有意设置的变更")
    return path
