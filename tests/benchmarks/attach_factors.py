# SPDX-License-Identifier: GPL-2.0-or-later
"""How long ``attachfactors`` takes beside QGIS's own ``native:refactorfields``.

    python tests/benchmarks/attach_factors.py --parcels 500000 --repeat 3

Both read the same GeoPackage and write one with as many new fields; the peer computes ``$area``
and constants. Prints medians and ratios; goal: ≤ 1.5 planar, ≤ 2 ellipsoidal.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from osgeo import ogr, osr

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import conftest
from prepared_qgis import load_plugin, start_processing

CODES = ("0101", "0102", "0103", "0201", "0301", "0305", "0404", "0701", "0702", "1003", "1104", "1107")


def make_parcels(path: Path, count: int, seed: int = 7) -> None:
    """Write ``count`` parcels of 21 vertices that share edges, with the fields of a survey layer."""
    rng = np.random.default_rng(seed)
    side = int(np.ceil(np.sqrt(count)))
    rows, columns = np.divmod(np.arange(count), side)
    edge = np.linspace(0.0, 1.0, 6)[:-1]
    x = np.concatenate([edge, np.ones(5), 1 - edge, np.zeros(5)])
    y = np.concatenate([np.zeros(5), edge, np.ones(5), 1 - edge])
    ring = np.stack([x, y], axis=1)
    ring = np.vstack([ring, ring[:1]]) * 60.0
    origin = np.stack([440_000 + columns * 60.0, 3_300_000 + rows * 60.0], axis=1)
    points = origin[:, None, :] + ring[None, :, :]
    wkb = shapely.to_wkb(shapely.polygons(points))
    code = rng.choice(CODES, size=count)
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4547)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = dataset.CreateLayer("DLTB", reference, ogr.wkbPolygon)
    for name, kind in (
        ("BSM", ogr.OFTString),
        ("DLBM", ogr.OFTString),
        ("DLMC", ogr.OFTString),
        ("TBMJ", ogr.OFTReal),
    ):
        layer.CreateField(ogr.FieldDefn(name, kind))
    layer.StartTransaction()
    definition = layer.GetLayerDefn()
    for number in range(count):
        feature = ogr.Feature(definition)
        feature.SetField(0, f"{number:018d}")
        feature.SetField(1, str(code[number]))
        feature.SetField(2, "地类")
        feature.SetField(3, 3600.0)
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(wkb[number]))
        layer.CreateFeature(feature)
    layer.CommitTransaction()


def peer_mapping(new_fields: int) -> list[dict[str, Any]]:
    """The four fields as they are, ``$area`` and constants, as many as ``attachfactors`` adds."""
    kept = [(name, 10 if name != "TBMJ" else 6) for name in ("BSM", "DLBM", "DLMC", "TBMJ")]
    mapping = [
        {"name": name, "type": kind, "expression": f'"{name}"', "length": 0, "precision": 0}
        for name, kind in kept
    ]
    mapping.append({"name": "area", "type": 6, "expression": "$area", "length": 0, "precision": 0})
    mapping += [
        {"name": f"n{number}", "type": 6, "expression": '"TBMJ" * 0.5', "length": 0, "precision": 0}
        for number in range(new_fields - 1)
    ]
    return mapping


def timed(work: Callable[[], Any]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--parcels", type=int, default=500_000)
    options.add_argument("--repeat", type=int, default=3)
    chosen = options.parse_args()
    sys.stdout.write(f"package {conftest.PACKAGE}, {chosen.parcels} parcels\n")
    application = start_processing()
    plugin = load_plugin()
    import processing
    from dualcarbon.plugin.domain.parcels import ATTACHED

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "parcels.gpkg"
        make_parcels(source, chosen.parcels)
        turn = iter(range(1_000_000))

        def ours(rule: str) -> None:
            out = Path(folder) / f"out{next(turn)}.gpkg"
            processing.run(
                "dualcarbon:attachfactors",
                {"INPUT": str(source), "CLASS_FIELD": "DLBM", "AREA_RULE": rule, "OUTPUT": str(out)},
            )
            out.unlink()

        def peer() -> None:
            out = Path(folder) / f"out{next(turn)}.gpkg"
            processing.run(
                "native:refactorfields",
                {"INPUT": str(source), "FIELDS_MAPPING": peer_mapping(len(ATTACHED)), "OUTPUT": str(out)},
            )
            out.unlink()

        runs = {"peer": peer, "planar": lambda: ours("planar"), "ellipsoidal": lambda: ours("ellipsoidal")}
        times: dict[str, list[float]] = {name: [] for name in runs}
        for _ in range(chosen.repeat):
            for name, work in runs.items():
                times[name].append(timed(work))
        base = statistics.median(times["peer"])
        for name, values in times.items():
            median = statistics.median(values)
            sys.stdout.write(f"{name:12s} {median:8.2f} s  {median / base:5.2f} × peer\n")
    plugin.unload()
    del application


if __name__ == "__main__":
    main()
