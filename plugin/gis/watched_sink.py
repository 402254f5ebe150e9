# SPDX-License-Identifier: GPL-2.0-or-later
"""A sink that lets somebody look at the features on their way to another one."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsFeature, QgsFeatureSink

FAST = QgsFeatureSink.Flag.FastInsert


class WatchedSink(QgsFeatureSink):
    """Hands features on to a sink, after ``look`` has seen each."""

    def __init__(self, sink: QgsFeatureSink, look: Callable[[QgsFeature], None]) -> None:
        super().__init__()
        self._sink, self._look = sink, look

    def addFeatures(self, features: list[QgsFeature], flags: QgsFeatureSink.Flag = FAST) -> bool:
        for feature in features:
            self._look(feature)
        return bool(self._sink.addFeatures(features, flags))

    def lastError(self) -> str:
        return str(self._sink.lastError())
