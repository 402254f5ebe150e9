# SPDX-License-Identifier: GPL-2.0-or-later
"""A draft of four squares, its base and tables of targets, for the quantity checks."""

from __future__ import annotations

from layers_by_hand import make_layer, square

X, Y = 500_000.0, 3_300_000.0
#: 4 ha: fields 1 ha, forest 1 ha, houses of a town 1 ha, orchard 1 ha.
DRAFT = [
    (square(X, Y), "0101"),
    (square(X + 100, Y), "0301"),
    (square(X + 200, Y), "070102"),
    (square(X + 300, Y), "0201"),
]
BASE_FIELDS = {"BASE_PLAN_FIELD": "DLBM", "BASE_PLAN_CLASSIFICATION": "cn_third_survey"}


def base_layer():
    """The base of the draft: fields where houses are planned, the rest as it stays; no extent codes."""
    codes = ("0101", "0301", "0103", "0201")
    rows = [(square(X + 100 * n, Y), {"DLBM": code, "CZCSXM": ""}) for n, code in enumerate(codes)]
    return make_layer(rows, name="JQDLTB")


def targets(tmp_path, *lines, encoding="utf-8-sig"):
    """Path of a table of targets with these lines below a Chinese header."""
    path = tmp_path / "targets.csv"
    path.write_text("\n".join(["指标,目标值,单位,指标属性,表中数,行政区", *lines]), encoding=encoding)
    return str(path)


def workbook(path, *rows):
    """Path of a workbook with these rows, all cells text."""
    from osgeo import ogr

    dataset = ogr.GetDriverByName("XLSX").CreateDataSource(str(path))
    sheet = dataset.CreateLayer("targets")
    for name in rows[0]:
        sheet.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    for cells in rows[1:]:
        feature = ogr.Feature(sheet.GetLayerDefn())
        for position, cell in enumerate(cells):
            feature.SetField(position, cell)
        sheet.CreateFeature(feature)
    del dataset
    return str(path)
