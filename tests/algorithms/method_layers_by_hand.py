# SPDX-License-Identifier: GPL-2.0-or-later
"""Small method layers as the tools of detailed methods write them, and factors to go with them."""

from __future__ import annotations

from typing import Any

from layers_by_hand import make_layer
from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QVariant

CO2 = 44 / 12
#: Value, low and high in t C/ha; growth in t C/(ha·a), CH4 in t CO2e/(ha·a).
FOREST = {"agb": (60, 48, 72), "bgb": (15, 12, 18), "soc": (100, 80, 120)}
GRASS = {"soc": (80, 70, 90)}
GROWTH, CH4 = (3, 2, 4), (7, 5, 9)
FACTORS = "kind,class,pool,process,depth_cm,value,low,high,unit,source,evidence,verified\n" + "".join(
    f"stock,{name},{pool},,{'0-30' if pool == 'soc' else ''},{','.join(map(str, figures))},"
    "t C/ha,hand,secondary,yes\n"
    for name, pools in (("mixed_forest", FOREST), ("natural_grassland", GRASS))
    for pool, figures in pools.items()
)
FACTORS += (
    f"flux,mixed_forest,,biomass_growth,,{','.join(map(str, GROWTH))},t C/(ha·a),hand,secondary,yes\n"
    "flux,natural_grassland,,ch4,,-7,-9,-5,t CO2e/(ha·a),hand,secondary,yes\n"
)

TEXTS = ("method", "accounts_for", "soil_depth_cm", "carbon_class", "factor_grade")
AMOUNTS = ("stock_tc", "removal_tco2e_a", "emission_tco2e_a")
NUMBERS = (
    *("area_ha", "agb_tc_ha", "bgb_tc_ha", "soc_tc_ha", "dom_tc_ha", "density_tc_ha"),
    *(f"{name}{bound}" for name in AMOUNTS for bound in ("", "_low", "_high")),
)


def stand(
    wkt: str,
    accounts_for: str,
    *,
    area_ha: float = 1.0,
    method: str = "forest_volume",
    carbon_class: str = "mixed_forest",
    depth: str | None = None,
    grade: str | None = "secondary",
    stock: tuple[float | None, ...] = (),
    removal: tuple[float | None, ...] = (),
    emission: tuple[float | None, ...] = (),
    **densities: float,
) -> tuple[str, dict[str, Any]]:
    """A polygon of a method layer: densities in t C/ha, amounts as (value, low, high) of all of it."""
    row: dict[str, Any] = dict.fromkeys([*TEXTS, *NUMBERS])
    row.update(
        method=method,
        accounts_for=accounts_for,
        soil_depth_cm=depth,
        carbon_class=carbon_class,
        factor_grade=grade,
        area_ha=area_ha,
    )
    row.update({f"{pool}_tc_ha": value for pool, value in densities.items()})
    if densities:
        row["density_tc_ha"] = sum(densities.values())
        row["stock_tc"] = area_ha * row["density_tc_ha"]
    for name, figures in (("stock_tc", stock), ("removal_tco2e_a", removal), ("emission_tco2e_a", emission)):
        row.update(zip((name, f"{name}_low", f"{name}_high"), figures))
    return wkt, row


def method_layer(*rows: tuple[str, dict[str, Any]], name: str = "stands", **more: Any) -> QgsVectorLayer:
    """A method layer of such polygons."""
    types = {**dict.fromkeys(TEXTS, QVariant.String), **dict.fromkeys(NUMBERS, QVariant.Double)}
    return make_layer(rows, name=name, types=types, **more)
