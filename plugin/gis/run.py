# SPDX-License-Identifier: GPL-2.0-or-later
"""One run of an algorithm: reads its layers, writes its outputs, keeps notes and the manifest."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFields,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsRasterLayer,
    QgsWkbTypes,
)

from ..domain.notes import NoteBook
from ..domain.progress import Progress
from ..domain.provenance import RunManifest, digest_columns, to_json, without_places
from .completeness import refuse_partly_read
from .feedback import progress_of, push_notes
from .open_document_texts import texts_for_formulas
from .outputs import Fill, Outputs, WriteFile
from .recorded_parameters import recorded_parameters
from .sinks import Column, fields_of, note_cut_names, rows_of, write_rows
from .software import plugin_version, software_versions
from .sources import without_credentials
from .vector_inputs import VectorInput, VectorInputs

if TYPE_CHECKING:
    from ..domain.areas import WorkPlane
    from .layers import PolygonLayer


#: Significant digits that formats keep which write numbers as text.
TEXT_DIGITS = 15
#: Bytes of a file that are digested at a time.
READ_BYTES = 1 << 22


class Run:
    """What one call of ``processAlgorithm`` holds; nothing of it stays on the algorithm."""

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: Mapping[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        self.algorithm = algorithm
        self.parameters = dict(parameters)
        self.context = context
        self.feedback = feedback
        self.notes = NoteBook()
        self._pushed = 0
        self._outputs = Outputs(algorithm, self.parameters, context)
        self._inputs = VectorInputs(algorithm, self.parameters, context, self.notes)
        self.manifest = RunManifest(
            f"dualcarbon:{algorithm.name()}",
            plugin_version(),
            recorded_parameters(algorithm, self.parameters, context),
            software_versions(),
            _now(),
        )

    # Reading -------------------------------------------------------------------------------

    def text(self, name: str) -> str:
        """A string or enum parameter."""
        if isinstance(self.algorithm.parameterDefinition(name), QgsProcessingParameterEnum):
            return str(self.algorithm.parameterAsEnumString(self.parameters, name, self.context))
        return str(self.algorithm.parameterAsString(self.parameters, name, self.context)).strip()

    def optional_text(self, name: str) -> str | None:
        """A string parameter, None when empty."""
        return self.text(name) or None

    def words(self, name: str) -> list[str]:
        """The words of a string parameter that commas (also full-width) or semicolons separate."""
        text = self.text(name).replace("，", ",").replace("；", ";").replace(";", ",")
        return [word.strip() for word in text.split(",") if word.strip()]

    def number(self, name: str) -> float:
        """A number parameter."""
        return float(self.algorithm.parameterAsDouble(self.parameters, name, self.context))

    def has(self, name: str) -> bool:
        """Whether the algorithm has such a parameter."""
        return self.algorithm.parameterDefinition(name) is not None

    def is_raster(self, name: str) -> bool:
        """Whether the map layer of a parameter is a raster."""
        if isinstance(self.parameters.get(name), QgsProcessingFeatureSourceDefinition):
            return False
        layer = self.algorithm.parameterAsLayer(self.parameters, name, self.context)
        return isinstance(layer, QgsRasterLayer)

    def open(self, name: str) -> VectorInput:
        """The source of a vector parameter, its encoding healed."""
        return self._inputs.open(name)

    def open_list(self, name: str) -> list[VectorInput]:
        """The sources of a parameter that takes several layers, in the order given."""
        return self._inputs.open_list(name)

    def field_names(self, name: str) -> list[str]:
        """Field names of a source parameter."""
        return self.open(name).field_names

    def flag(self, name: str) -> bool:
        """A boolean parameter."""
        return bool(self.algorithm.parameterAsBool(self.parameters, name, self.context))

    def file(self, name: str) -> str:
        """The path of a file output."""
        return str(self.algorithm.parameterAsFileOutput(self.parameters, name, self.context))

    def given(self, name: str) -> bool:
        """Whether an optional parameter has a value."""
        return self.parameters.get(name) not in (None, "")

    def progress(self, start: float, end: float) -> Progress:
        """Progress between two percentages of the whole run."""
        return progress_of(self.feedback, start, end)

    def polygons(self, name: str, columns: Sequence[str | None] = (), **how: Any) -> PolygonLayer:
        """Read the polygon layer of a parameter and record it in the manifest; ``how`` as for ``read``."""
        return self.read(self.open(name), columns, **how)

    def read(
        self,
        given: VectorInput,
        columns: Sequence[str | None] = (),
        *,
        id_field: str | None = None,
        crs: QgsCoordinateReferenceSystem | None = None,
        plane: WorkPlane | None = None,
        share: tuple[float, float] = (0.0, 10.0),
        keep_features: bool = False,
        lines_too: bool = False,
    ) -> PolygonLayer:
        """Read an opened source (polygons, with ``lines_too`` also lines) and record it in the manifest."""
        # Here, so that tools without polygons run where shapely is missing.
        from .layers import read_polygons

        layer = read_polygons(
            given.source,
            name=given.name,
            described=given.described,
            table=given.table,
            columns=[column for column in columns if column],
            id_field=id_field,
            crs=crs,
            plane=plane,
            transform=self.context.transformContext(),
            notes=self.notes,
            progress=self.progress(*share),
            keep_features=keep_features,
            lines_too=lines_too,
        )
        refuse_partly_read(given, len(layer))
        self.manifest.add_input(
            given.parameter,
            layer=layer.name,
            source=layer.source,
            crs=layer.crs_label,
            features=len(layer),
            sha256=layer.digest,
            reader=layer.reader,
        )
        self.tell()
        return layer

    def record(self, **facts: Any) -> None:
        """Add facts to the manifest (factor set, rules, area rule, totals …)."""
        self.manifest.facts.update(facts)

    def tell(self) -> None:
        """Push the notes made since the last call to the log."""
        notes = list(self.notes)
        push_notes(notes[self._pushed :], self.feedback)
        self._pushed = len(notes)

    # Writing -------------------------------------------------------------------------------

    def write(
        self,
        name: str,
        columns: Sequence[Column],
        frame: pd.DataFrame,
        geometry: Sequence[Any] | None = None,
        crs: QgsCoordinateReferenceSystem | None = None,
        share: tuple[float, float] = (90.0, 99.0),
    ) -> None:
        """Write a frame (with polygons, or without) to an optional output."""
        wkb_type = QgsWkbTypes.Type.NoGeometry if geometry is None else QgsWkbTypes.Type.MultiPolygon
        progress = self.progress(*share)
        self.write_features(
            name,
            fields_of(columns),
            wkb_type,
            crs or QgsCoordinateReferenceSystem(),
            lambda sink, fields: write_rows(
                sink, fields, rows_of(frame, columns), geometry, len(frame), progress
            ),
            frame,
            columns,
        )

    def write_features(
        self,
        name: str,
        fields: QgsFields,
        wkb_type: Any,
        crs: QgsCoordinateReferenceSystem,
        fill: Fill,
        frame: pd.DataFrame,
        columns: Sequence[Column],
    ) -> None:
        """Let ``fill(sink, fields)`` write an output; ``frame`` and ``columns`` are what the plugin adds."""
        written = self._outputs.write(name, fields, wkb_type, crs, fill)
        if written is not None:
            texts_for_formulas(self._outputs.destinations[name], self.notes)
            note_cut_names(self._outputs.target(name), fields, self._outputs.field_names(name), self.notes)
            self._outputs.note_values(name, self.notes)
            names = [column.name for column in columns]
            self._outputs.present(name, names)
            digits = TEXT_DIGITS if self._outputs.is_text(name) else None
            self.manifest.add_output(
                name,
                path=without_credentials(self._outputs.target(name)),
                features=written,
                columns=names,
                sha256=digest_columns(frame, names, digits),
                digits=digits,
            )

    def write_files(
        self, writers: Mapping[str, WriteFile], share: tuple[float, float] = (97.0, 99.0)
    ) -> None:
        """Write file outputs by their parameters, all or none, and record their digests."""
        progress = self.progress(*share)
        for name, path in self._outputs.write_files(writers, lambda: progress(1.0)).items():
            self.manifest.add_output(name, path=str(path), sha256=_digest_of(path))

    def write_folder(
        self, name: str, writers: Mapping[str, WriteFile], share: tuple[float, float] = (20.0, 99.0)
    ) -> None:
        """Write files of these names into the folder of an output, all or none, and record their digests."""
        progress = self.progress(*share)
        for path in self._outputs.write_folder(name, writers, lambda: progress(1.0)):
            self.manifest.add_output(name, path=str(path), sha256=_digest_of(path))

    def finish(self, last: Callable[[], None] | None = None, **outputs: Any) -> dict[str, Any]:
        """Write the manifest last and return the algorithm's outputs; raises ``Cancelled`` before that.

        ``last`` does what must only happen once all outputs are complete; it may still raise.
        """
        self.tell()
        # The last moment at which a cancel counts: from here on the outputs are complete.
        self.progress(99, 100)(0.0)
        if last is not None:
            last()
            self.tell()
        results: dict[str, Any] = {name: _plain_result(value) for name, value in outputs.items()}
        manifest = self.manifest.to_dict(self.notes, _now())
        manifest["results"] = dict(results)
        if self.has("OMIT_PLACES") and self.flag("OMIT_PLACES"):
            manifest = without_places(manifest)
        text = to_json(manifest)
        results.update(self._outputs.destinations)
        # Scripts hand MANIFEST to every tool, also to those that have no such parameter.
        named = self.has("MANIFEST") and self.given("MANIFEST")
        path = Path(self.file("MANIFEST")) if named else self._outputs.default_manifest()
        self._outputs.complete(text, path)
        if path is not None:
            results["MANIFEST"] = str(path)
        return results

    def freeze(self) -> None:
        """Take all vector inputs as they stand now, so that another thread may go on with the run.

        In the main thread. The project and its layers are known no more afterwards. Raises ``InputError``
        for an input that cannot be opened.
        """
        from .layer_snapshot import frozen_inputs

        self._inputs = frozen_inputs(self)
        told = {name: self.manifest.parameters.get(name, []) for name in self._inputs.opened}
        self.parameters.update({**told, **self._inputs.files})
        context = QgsProcessingContext()
        context.setTransformContext(self.context.transformContext())
        self.context = context

    def discard(self) -> None:
        """Remove what a failed or cancelled run began to write, and say what cannot be removed."""
        stuck = self._outputs.discard()
        for path, reason in stuck.items():
            self.notes.add(
                "leftover",
                "“{path}” of the run that stopped cannot be removed ({reason}). It is no result; remove it "
                "by hand.",
                path=path,
                reason=reason,
            )
        if stuck:
            self.tell()


def _digest_of(path: Path) -> str:
    """SHA-256 of a file, read piece by piece: rasters may be larger than the memory."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        for piece in iter(lambda: stream.read(READ_BYTES), b""):
            digest.update(piece)
    return digest.hexdigest()


def _plain_result(value: Any) -> Any:
    """A result as QGIS passes it on: numbers of Python, since those of numpy arrive empty; NaN is None."""
    plain = value.item() if isinstance(value, np.generic) else value
    return None if isinstance(plain, float) and math.isnan(plain) else plain


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
