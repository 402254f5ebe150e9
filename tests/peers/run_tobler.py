# SPDX-License-Identifier: GPL-2.0-or-later
"""PySAL tobler on the layers of a folder; runs in .venv-peers, which knows nothing of the plugin.

Run: .venv-peers/bin/python tests/peers/run_tobler.py FOLDER

FOLDER holds layers.json (``crs``; ``sources`` and ``targets`` as hexadecimal WKB; ``people`` and ``rate`` by
source; ``cell_m``) and built.tif (1: built up). Written: tobler.json, lists by target.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import geopandas
import shapely
from scipy.sparse import csr_matrix
from tobler.area_weighted import area_interpolate
from tobler.dasymetric import masked_area_interpolate
from tobler.pycno import pycno_interpolate


def areas_of_pairs(sources: geopandas.GeoDataFrame, targets: geopandas.GeoDataFrame) -> csr_matrix:
    """The areas that tobler takes, in double precision; the table that it makes has single precision."""
    target, source = sources.sindex.query(targets.geometry, predicate="intersects")
    common = sources.geometry.values[source].intersection(targets.geometry.values[target])
    return csr_matrix((common.area, (source, target)), shape=(len(sources), len(targets)))


def main(folder: Path) -> None:
    """Read, interpolate in every way that is compared, write."""
    given = json.loads((folder / "layers.json").read_text(encoding="utf-8"))
    values = {name: given[name] for name in ("people", "rate")}
    sources = geopandas.GeoDataFrame(values, geometry=shapely.from_wkb(given["sources"]), crs=given["crs"])
    targets = geopandas.GeoDataFrame(geometry=shapely.from_wkb(given["targets"]), crs=given["crs"])
    found = {}
    for name, allocate in (("areal", False), ("inside_only", True)):
        for precision, table in (("single", None), ("double", areas_of_pairs(sources, targets))):
            frame = area_interpolate(
                sources, targets, ["people"], ["rate"], table=table, allocate_total=allocate
            )
            found[f"{name}_{precision}"] = frame["people"].tolist()
            found[f"rate_{precision}"] = frame["rate"].tolist()
    masked = masked_area_interpolate(
        sources,
        targets,
        str(folder / "built.tif"),
        [1],
        extensive_variables=["people"],
        allocate_total=False,
        n_jobs=1,
    )
    found["masked"] = masked["people"].tolist()
    smooth = pycno_interpolate(sources, targets, ["people"], given["cell_m"])
    found["smooth"] = smooth["people"].tolist()
    (folder / "tobler.json").write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
