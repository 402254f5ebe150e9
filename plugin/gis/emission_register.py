# SPDX-License-Identifier: GPL-2.0-or-later
"""The register of an account as points: place from geometry or coordinates, figures, proof."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsWkbTypes,
)

from ..domain.errors import InputError
from .area_of_use import area_of, far_points
from .crs import label_of, require_crs
from .datum import note_transformation
from .run import Run
from .sinks import BATCH, Column, fields_of, flush, rows_of
from .tables import is_table_file


def write_register(run: Run, columns: list[Column], table: pd.DataFrame, lines: list[int]) -> None:
    """Write the compared register (``lines``: its rows in the table of REGISTER) to OUTPUT_REGISTER.

    A geometry of the register (points; of areas and lines a point on them) comes before the columns x and
    y, which are in REGISTER_CRS. Entries with neither are listed and stay without a point. Raises
    ``InputError`` for coordinates without a CRS.
    """
    own, shapes = _geometries(run)
    placed = {line: shapes[line] for line in lines if line in shapes}
    rest = [n for n, line in enumerate(lines) if line not in placed and _has_coordinates(table, n)]
    crs = _crs_of_coordinates(run, own, len(rest))
    target = own if own.isValid() else crs
    if rest and crs != target:
        note_transformation("x, y", crs, target, run.context.transformContext(), run.notes)
    transform = QgsCoordinateTransform(crs, target, run.context.transformContext())
    for number in rest:
        point = QgsGeometry.fromPointXY(QgsPointXY(table["x"].iat[number], table["y"].iat[number]))
        point.transform(transform)
        placed[lines[number]] = point
    _note_nowhere(run, table, [line not in placed for line in lines])
    _note_far(run, table, {n: placed[line] for n, line in enumerate(lines) if line in placed}, target)

    def fill(sink: QgsFeatureSink, fields: QgsFields) -> int:
        written, batch = 0, []
        for line, row in zip(lines, rows_of(table, columns)):
            feature = QgsFeature(fields)
            feature.setAttributes(row)
            if line in placed:
                feature.setGeometry(placed[line])
            batch.append(feature)
            if len(batch) == BATCH:
                written += flush(sink, batch)
        return written + flush(sink, batch)

    run.write_features(
        "OUTPUT_REGISTER", fields_of(columns), QgsWkbTypes.Type.Point, target, fill, table, columns
    )


def _has_coordinates(table: pd.DataFrame, number: int) -> bool:
    return bool(pd.notna(table["x"].iat[number]) and pd.notna(table["y"].iat[number]))


def _crs_of_coordinates(
    run: Run, own: QgsCoordinateReferenceSystem, count: int
) -> QgsCoordinateReferenceSystem:
    given = run.algorithm.parameterAsCrs(run.parameters, "REGISTER_CRS", run.context)
    crs = given if given.isValid() else own
    if count and not crs.isValid():
        raise InputError(
            "{count} entries of the register have coordinates in x and y, but nothing tells their coordinate "
            "system. Set REGISTER_CRS, such as EPSG:4490 (CGCS2000, degrees).",
            count=count,
        )
    return crs


def _geometries(run: Run) -> tuple[QgsCoordinateReferenceSystem, Mapping[int, QgsGeometry]]:
    """The CRS of the register and a point of each of its rows that has a geometry."""
    if is_table_file(run.parameters.get("REGISTER")):
        return QgsCoordinateReferenceSystem(), {}
    given = run.open("REGISTER")
    if QgsWkbTypes.geometryType(given.source.wkbType()) == QgsWkbTypes.GeometryType.NullGeometry:
        return QgsCoordinateReferenceSystem(), {}
    shapes = {}
    for line, feature in enumerate(given.source.getFeatures(), 1):
        if feature.hasGeometry() and not feature.geometry().isEmpty():
            shapes[line] = _point_on(feature.geometry())
    return require_crs(given.source.sourceCrs(), given.name), shapes


def _point_on(shape: QgsGeometry) -> QgsGeometry:
    point = shape.pointOnSurface() if shape.type() != QgsWkbTypes.GeometryType.PointGeometry else shape
    if point.isMultipart():
        point = point.centroid()
    return point


def _note_far(
    run: Run, table: pd.DataFrame, placed: Mapping[int, QgsGeometry], crs: QgsCoordinateReferenceSystem
) -> None:
    """Note the entries (rows of the table with their points) that lie far from the area of the CRS."""
    rows = list(placed)
    far = [rows[number] for number in far_points((placed[row].asPoint() for row in rows), crs)]
    if far:
        run.notes.add(
            "register_far",
            "Register: entries whose place is far from the area that {crs} is made for ({area}): {count}. "
            "They count in all figures, but the map shows them elsewhere. Check whether longitude and "
            "latitude are exchanged, and REGISTER_CRS.",
            count=len(far),
            ids=table["id"].iloc[far],
            crs=label_of(crs),
            area=area_of(crs),
        )


def _note_nowhere(run: Run, table: pd.DataFrame, nowhere: list[bool]) -> None:
    if any(nowhere):
        run.notes.add(
            "register_without_place",
            "{count} entries of the register have neither a geometry nor coordinates: they count in all "
            "figures, but no map shows them.",
            count=sum(nowhere),
            ids=table["id"][nowhere],
        )
