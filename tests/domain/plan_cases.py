# SPDX-License-Identifier: GPL-2.0-or-later
"""Small plans of rectangles for the tests of the plan check (EPSG:4547, metres)."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pyproj
import shapely
from dualcarbon.plugin.domain.areas import work_plane
from dualcarbon.plugin.domain.factors import FactorSet
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.plancheck import (
    BaseCover,
    CheckSettings,
    ControlLine,
    PlanCheck,
    PlanDraft,
    check_plan,
)
from dualcarbon.plugin.domain.rules import RulePack, load_rule_pack
from rule_tables import write_table

X0, Y0 = 500_000.0, 3_300_000.0
PLANE = work_plane(pyproj.CRS.from_epsg(4547).to_wkt(), (X0, Y0, X0 + 1000, Y0 + 1000))
QUANTITIES = {**dict.fromkeys(("agb", "bgb", "soc", "dom"), "stock"), "ch4": "emission", "n2o": "emission"}
AS_OF = date(2026, 4, 1)
SETTINGS = CheckSettings(AS_OF, area_rule="planar")
DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"


def array(values: Iterable[object]) -> np.ndarray:
    """Values as an object array."""
    listed = list(values)
    result = np.empty(len(listed), dtype=object)
    result[:] = listed
    return result


def box(x: float, y: float, width: float, height: float) -> shapely.Polygon:
    """A rectangle by its lower left corner, in metres from the origin of the cases."""
    return shapely.box(X0 + x, Y0 + y, X0 + x + width, Y0 + y + height)


def plan_of(*parcels: tuple[str, str | None, shapely.Geometry], **changes: object) -> PlanDraft:
    """A draft from (id, code, geometry); every carbon class is "residential" unless changed."""
    geometry = array(geom for _, _, geom in parcels)
    area = np.nan_to_num(shapely.area(geometry))
    values: dict[str, object] = {
        "geometry": geometry,
        "ids": array(name for name, _, _ in parcels),
        "codes": array(code for _, code, _ in parcels),
        "carbon_class": array("residential" for _ in parcels),
        "area_m2": area,
        "measured_m2": area,
        "layer": "draft",
        "has_ids": True,
    }
    return PlanDraft(**{**values, **changes})


def line_of(line_type: str, *features: tuple[str, shapely.Geometry], **changes: object) -> ControlLine:
    """A control line from (id, geometry)."""
    names = array(name for name, _ in features)
    values = {"layer": line_type, "geometry": array(geom for _, geom in features), "ids": names, **changes}
    return ControlLine(line_type, **values)


def base_of(*covers: tuple[str | None, str | None, shapely.Geometry]) -> BaseCover:
    """Land cover from (code, carbon class, geometry)."""
    return BaseCover(
        array(geom for _, _, geom in covers),
        array(code for code, _, _ in covers),
        array(name for _, name, _ in covers),
        "cover",
    )


def factor_set(weak: Iterable[str] = (), **classes: dict[str, tuple[float, float, float]]) -> FactorSet:
    """A factor set from class → term → (value, low, high); pools are stocks, ch4 and n2o emissions.

    Other terms are removals; ``weak`` names the classes and terms with weak evidence.
    """
    rows = [
        {
            "key": name,
            "quantity": QUANTITIES.get(term, "removal"),
            "term": term,
            "value": value,
            "low": low,
            "high": high,
            "weak": name in weak or term in weak,
        }
        for name, terms in classes.items()
        for term, (value, low, high) in terms.items()
    ]
    return FactorSet("test", "1", "Test set", "0", "carbon_class", None, None, None, pd.DataFrame(rows))


def check(
    plan: PlanDraft, *lines: ControlLine, notes: NoteBook | None = None, **options: object
) -> PlanCheck:
    """Run the check, with the national pack unless another is given."""
    settings = options.pop("settings", SETTINGS)
    plane = options.pop("plane", PLANE)
    pack = options.pop("pack", None) or load_rule_pack("cn_national")
    return check_plan(
        plan, lines, pack, settings, plane, notes=NoteBook() if notes is None else notes, **options
    )


def profile(folder: Path, *rows: dict[str, str]) -> RulePack:
    """The national pack with rows of a province laid over it."""
    return load_rule_pack(
        str(write_table(folder / "profile.csv", *({"extends": "cn_national", **row} for row in rows)))
    )


def hits_of(result: PlanCheck) -> list[tuple[str, str, str | None, str, float]]:
    """Findings as (rule, parcel, line, severity, area in m² to the mm²), sorted."""
    rows = result.findings[["rule_id", "plan_id", "line_id", "severity", "area_m2"]].itertuples(index=False)
    return sorted((r, p, line, s, round(a, 6)) for r, p, line, s, a in rows)


def read_gpkg(path: Path, layer: str, *fields: str) -> pd.DataFrame:
    """Geometries and fields of a GeoPackage layer (fixed layers of the test data, read without GDAL)."""
    columns = ", ".join(f'"{name}"' for name in ("geom", *fields))
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        rows = connection.execute(f'SELECT {columns} FROM "{layer}" ORDER BY fid').fetchall()
    frame = pd.DataFrame(rows, columns=["geom", *fields])
    frame["geom"] = [shapely.make_valid(shapely.from_wkb(_wkb_of(blob))) for blob in frame["geom"]]
    return frame


def crs_of(path: Path) -> str:
    """WKT of the CRS of the first feature layer of a GeoPackage."""
    query = "SELECT organization_coordsys_id FROM gpkg_spatial_ref_sys WHERE srs_id > 0 AND srs_id != 4326"
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        return pyproj.CRS.from_epsg(connection.execute(query).fetchone()[0]).to_wkt()


def _wkb_of(blob: bytes) -> bytes:
    envelope = (0, 32, 48, 48, 64)[(blob[3] >> 1) & 7]
    struct.unpack_from("<i", blob, 4)
    return blob[8 + envelope :]
