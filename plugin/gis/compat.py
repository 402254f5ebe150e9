# SPDX-License-Identifier: GPL-2.0-or-later
"""What differs between QGIS 3.22 and 4.x, in this one place."""

from __future__ import annotations

from typing import Any

from qgis.core import NULL, Qgis, QgsField

# Qt 6 moved the undo framework from the widgets to the rest of the GUI.
try:
    from qgis.PyQt.QtWidgets import QUndoCommand, QUndoStack
except ImportError:
    from qgis.PyQt.QtGui import QUndoCommand, QUndoStack

# QMetaType's field types are accepted from 3.38 on; QVariant's, which PyQt 5 also knows by name, are
# gone with Qt 6.
if Qgis.versionInt() >= 33800:
    from qgis.PyQt.QtCore import QMetaType

    FLOAT = QMetaType.Type.Double
    INTEGER = QMetaType.Type.LongLong
    TEXT = QMetaType.Type.QString
else:
    from qgis.PyQt.QtCore import QVariant

    FLOAT, INTEGER, TEXT = (QVariant.nameToType(name) for name in ("double", "qlonglong", "QString"))


__all__ = [
    "FLOAT",
    "INTEGER",
    "TEXT",
    "QUndoCommand",
    "QUndoStack",
    "field",
    "is_null",
    "number_of",
    "strings_of",
]


def field(name: str, kind: Any, comment: str = "") -> QgsField:
    """A field of one of the kinds above, with a comment that tools may show."""
    made = QgsField(name, kind)
    made.setComment(comment)
    return made


def is_null(value: object) -> bool:
    """True for None and for the NULL variants that PyQt 5 hands out."""
    return value is None or value == NULL


def number_of(flags: Any) -> int:
    """Qt's flags as the number that a model hands to a view; in PyQt 6 they are no ints."""
    return int(getattr(flags, "value", flags))


def strings_of(algorithm: Any, parameters: Any, name: str, context: Any) -> list[str]:
    """The values of a parameter that takes several fields; QGIS 3.40 renamed the call."""
    read = getattr(algorithm, "parameterAsStrings", None) or algorithm.parameterAsFields
    return [str(value) for value in read(parameters, name, context)]
