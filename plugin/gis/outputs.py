# SPDX-License-Identifier: GPL-2.0-or-later
"""The outputs of one run: complete with their manifest, or gone."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDataSourceUri,
    QgsFeatureSink,
    QgsFields,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterRasterDestination,
    QgsProcessingUtils,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..domain.errors import OutputError
from ..domain.notes import NoteBook
from .collector import collection_paused
from .formula_cells import FormulaCells
from .input_places import input_places
from .lost_values import LostValues
from .output_names import refuse_table_as_shapefile, refuse_unfit_name
from .sources import without_credentials
from .styles import present_on_load

MANIFEST_SUFFIX = ".manifest.json"
TEXT_FORMATS = (".csv", ".tsv", ".txt", ".json", ".geojson", ".gml", ".kml")
#: Where a GeoPackage layer keeps the manifest of its run.
METADATA_DOMAIN, METADATA_ITEM = "dualcarbon", "manifest"

#: Writes features to a sink and tells how many.
Fill = Callable[[QgsFeatureSink, QgsFields], int]
#: Writes a file at a path.
WriteFile = Callable[[Path], object]


class Outputs:
    """Opens sinks after computing, counts what was written, and takes back what was not finished."""

    def __init__(
        self, algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, Any], context: QgsProcessingContext
    ) -> None:
        self.algorithm = algorithm
        self.parameters = parameters
        self.context = context
        self.destinations: dict[str, str] = {}
        self._begun: dict[str, str] = {}
        self._formulas: dict[str, FormulaCells] = {}
        self._lost: dict[str, LostValues] = {}
        self._new_folders: list[Path] = []
        self._refuse_unwritable_folders()
        self._refuse_taken_places()
        self._refuse_unfit_names()

    def target(self, name: str) -> str:
        """Where an output is to go, as the user said it."""
        value = self.parameters.get(name)
        if isinstance(value, QgsProcessingOutputLayerDefinition):
            value = value.sink.staticValue()
        return str(value or "")

    def write(
        self, name: str, fields: QgsFields, wkb_type: Any, crs: QgsCoordinateReferenceSystem, fill: Fill
    ) -> int | None:
        """Open the sink of an output, fill, close, reopen and count it; None when it was not asked for."""
        if wkb_type == QgsWkbTypes.Type.NoGeometry:
            refuse_table_as_shapefile(name, file_of(self.target(name)))
        self._forget_manifest(name)
        try:
            sink, destination = self.algorithm.parameterAsSink(
                self.parameters, name, self.context, fields, wkb_type, crs
            )
        except QgsProcessingException as error:
            # What there is of the file by now; QGIS quotes the whole statement that failed.
            self._begun[self.target(name)] = name
            raise OutputError(
                "Output {parameter} cannot be created at “{path}”: {reason}. Check the disk, the folder, the "
                "rights and whether another program holds the file.",
                parameter=name,
                path=without_credentials(self.target(name)),
                reason=without_credentials(str(error).rsplit(": ", 1)[-1].strip(" .)")),
            ) from error
        if sink is None:
            if self.target(name):
                raise OutputError(
                    "Output {parameter} cannot be created at “{path}”. Check the folder, the rights and "
                    "whether another program holds the file.",
                    parameter=name,
                    path=without_credentials(self.target(name)),
                )
            return None
        self._begun[destination] = name
        cells = self._formulas[name] = FormulaCells(file_of(destination))
        lost = self._lost[name] = LostValues(file_of(destination))
        with collection_paused():
            written = fill(lost.watched(cells.watched(sink, fields), fields), fields)
        sink.flushBuffer()
        del sink
        self.destinations[name] = destination
        self._refuse_missing(name, destination, written)
        return written

    def write_files(self, writers: Mapping[str, WriteFile], last_look: Callable[[], None]) -> dict[str, Path]:
        """Write file outputs by their parameters, all of them or none.

        They are written beside their places and renamed together, so that a reader never
        meets half a file; before that ``last_look`` may still raise. Raises ``OutputError``
        where one cannot be written.
        """
        files = {name: self._file(name) for name in writers}
        self._write_together([(name, files[name], write) for name, write in writers.items()], last_look)
        for name, path in files.items():
            self.destinations[name] = str(path)
            self.present(name)
        return files

    def write_folder(
        self, name: str, writers: Mapping[str, WriteFile], last_look: Callable[[], None]
    ) -> list[Path]:
        """Write files of these names into the folder of an output, made if need be; as above."""
        folder = self._file(name)
        try:
            if not folder.is_dir():
                folder.mkdir(parents=True)
                self._new_folders.append(folder)
        except OSError as error:
            raise OutputError(
                "The folder “{folder}” of output {parameter} cannot be made: {reason}. Choose another place.",
                folder=folder,
                parameter=name,
                reason=error,
            ) from error
        self._write_together([(name, folder / file, write) for file, write in writers.items()], last_look)
        self.destinations[name] = str(folder)
        return [folder / file for file in writers]

    def _write_together(
        self, writers: Sequence[tuple[str, Path, WriteFile]], last_look: Callable[[], None]
    ) -> None:
        partials = [path.with_name(f"{path.stem}.part{path.suffix}") for _name, path, _write in writers]
        try:
            for partial, (_name, _path, write) in zip(partials, writers):
                write(partial)
            last_look()
            for partial, (name, path, _write) in zip(partials, writers):
                # An old manifest beside a new output would vouch for what it never saw.
                manifest_beside(path).unlink(missing_ok=True)
                self._begun[str(path)] = name
                partial.replace(path)
        except OSError as error:
            raise OutputError(
                "“{path}” cannot be written: {reason}. Close programs that hold it and check the rights.",
                path=", ".join(str(path) for _name, path, _write in writers),
                reason=error,
            ) from error
        finally:
            for partial in partials:
                partial.unlink(missing_ok=True)

    def _file(self, name: str) -> Path:
        definition = self.algorithm.parameterDefinition(name)
        if isinstance(definition, QgsProcessingParameterRasterDestination):
            # As a layer it is opened in the project where the user asked for that.
            return Path(self.algorithm.parameterAsOutputLayer(self.parameters, name, self.context))
        return Path(self.algorithm.parameterAsFileOutput(self.parameters, name, self.context))

    def present(self, name: str, fields: Sequence[str] = ()) -> None:
        """How a written output looks when it is loaded: its style, and the names of our ``fields``."""
        present_on_load(self.context, self.destinations[name], self.algorithm.STYLES.get(name), fields)

    def field_names(self, name: str) -> list[str]:
        """Field names of a written output as they are read back."""
        return _reopened(self.destinations[name], self.context).fields().names()

    def note_values(self, name: str, notes: NoteBook) -> None:
        """Note what a spreadsheet would calculate in a written output, and what its format cannot keep."""
        self._formulas[name].note(notes)
        self._lost[name].note(notes)

    def is_text(self, name: str) -> bool:
        """Whether an output goes to a format that writes numbers as text."""
        path = file_of(self.target(name))
        return path is not None and path.suffix.lower() in TEXT_FORMATS

    def default_manifest(self) -> Path | None:
        """Beside the first output that is a file, or the first file in the folder of an output."""
        files = filter(None, map(file_of, [*self.destinations.values(), *self._begun]))
        return next(map(manifest_beside, files), None)

    def complete(self, manifest: str, path: Path | None) -> None:
        """Store the manifest with the layers that can hold it and in its file; from here on all stays.

        Raises ``OutputError`` where that fails.
        """
        try:
            for destination in self.destinations.values():
                _store_metadata(destination, manifest)
            if path is not None:
                _write_whole(path, manifest)
        except (OSError, RuntimeError) as error:
            raise OutputError(
                "The manifest of the run cannot be written to “{path}”: {reason}. Check the disk and the "
                "rights, and run again.",
                path="" if path is None else path,
                reason=error,
            ) from error
        self._begun.clear()

    def discard(self) -> dict[str, str]:
        """Remove every layer that was begun in a run that did not end well.

        Returns why, for each that stays because it cannot be removed.
        """
        stuck = {}
        for destination, name in self._begun.items():
            try:
                _remove(destination, whole_file=not _is_table(self.target(name)))
            except (OSError, RuntimeError) as error:
                stuck[without_credentials(destination)] = str(error)
        for folder in self._new_folders:
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
        self._begun.clear()
        return stuck

    def _forget_manifest(self, name: str) -> None:
        # An old manifest beside a new output would vouch for what it never saw.
        path = file_of(self.target(name))
        if path is not None:
            manifest_beside(path).unlink(missing_ok=True)

    def _refuse_missing(self, name: str, destination: str, written: int) -> None:
        found = _count(destination, self.context)
        if found != written:
            raise OutputError(
                "Output {parameter} holds {found} of {written} features after writing. Check the disk and "
                "run again.",
                parameter=name,
                found=found,
                written=written,
            )

    def _refuse_unwritable_folders(self) -> None:
        for definition in self.algorithm.destinationParameterDefinitions():
            path = file_of(self.target(definition.name()))
            if path is not None and not (path.parent.is_dir() and os.access(path.parent, os.W_OK)):
                raise OutputError(
                    "Output {parameter} cannot be written: the folder “{folder}” does not exist or is not "
                    "writable. Create it or choose another place.",
                    parameter=definition.name(),
                    folder=path.parent,
                )

    def _refuse_unfit_names(self) -> None:
        for definition in self.algorithm.destinationParameterDefinitions():
            target = self.target(definition.name())
            refuse_unfit_name(definition, target, file_of(target))

    def _refuse_taken_places(self) -> None:
        """Refuse outputs that would overwrite an input or each other."""
        places = input_places(self.algorithm, self.parameters, self.context)
        taken = [(name, *place_of(source)) for name, source in places]
        for definition in self.algorithm.destinationParameterDefinitions():
            path, table = place_of(self.target(definition.name()))
            if path is None:
                continue
            for other, other_path, other_table in taken:
                if path == other_path and _may_be_one(table, other_table):
                    raise OutputError(
                        "Output {parameter} would overwrite what {other} stands for (“{path}”). Choose "
                        "another file, or another table of a GeoPackage.",
                        parameter=definition.name(),
                        other=other,
                        path=path,
                    )
            taken.append((definition.name(), path, table))


def manifest_beside(output: Path) -> Path:
    """Where the manifest of an output file lies by default."""
    return output.with_name(output.name + MANIFEST_SUFFIX)


def file_of(destination: str) -> Path | None:
    """The file behind a layer source (``x.gpkg|layername=y``), or None for other providers."""
    bare = destination.split("|")[0]
    if not bare or "://" in bare or "=" in bare or bare.startswith("memory:"):
        return None
    path = Path(bare)
    return path if path.suffix else None


def place_of(destination: str) -> tuple[Path | None, str | None]:
    """File and table of a layer source or of an output as the user said it; table None = the whole file."""
    if "dbname=" in destination:
        uri = QgsDataSourceUri(
            destination.split(":", 1)[1] if destination.startswith("ogr:") else destination
        )
        path, table = file_of(uri.database()), uri.table() or None
    else:
        path, table = file_of(destination), layer_name_of(destination)
    return (None if path is None else path.resolve()), table


def layer_name_of(destination: str) -> str | None:
    """The ``layername`` of a layer source."""
    parts = dict(part.split("=", 1) for part in destination.split("|")[1:] if "=" in part)
    return parts.get("layername")


def _may_be_one(table: str | None, other: str | None) -> bool:
    """Whether two tables of a file are one; databases do not tell capitals."""
    return table is None or other is None or table.lower() == other.lower()


def _is_table(target: str) -> bool:
    return "dbname=" in target


def _count(destination: str, context: QgsProcessingContext) -> int:
    return int(_reopened(destination, context).featureCount())


def _reopened(destination: str, context: QgsProcessingContext) -> QgsVectorLayer:
    # A file is opened by a reader of its own, so that nothing in the context keeps it locked.
    if file_of(destination) is not None:
        layer = QgsVectorLayer(destination, "check", "ogr")
    else:
        layer = QgsProcessingUtils.mapLayerFromString(destination, context)
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
        raise OutputError(
            "The output “{path}” does not open again after writing. Check the disk and the path.",
            path=without_credentials(destination),
        )
    return layer


def _remove(destination: str, *, whole_file: bool) -> None:
    # A report may be written under a name without an ending.
    path = file_of(destination) or Path(destination)
    if not path.exists():
        return
    if not whole_file:
        _drop_table(path, layer_name_of(destination))
    elif path.suffix.lower() == ".shp":
        QgsVectorFileWriter.deleteShapeFile(str(path))
    else:
        for leftover in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal"))):
            leftover.unlink(missing_ok=True)


def _drop_table(path: Path, table: str | None) -> None:
    gdal.UseExceptions()
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    for number in range(dataset.GetLayerCount()):
        if dataset.GetLayer(number).GetName() == table:
            dataset.DeleteLayer(number)
            break


def _write_whole(path: Path, text: str) -> None:
    """Write a text file so that nobody ever meets half of it."""
    partial = path.with_name(f"{path.name}.part")
    try:
        partial.write_text(text, encoding="utf-8")
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def _store_metadata(destination: str, manifest: str) -> None:
    path = file_of(destination)
    if path is None or path.suffix.lower() != ".gpkg":
        return
    gdal.UseExceptions()
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    name = layer_name_of(destination)
    layer = dataset.GetLayerByName(name) if name else dataset.GetLayer(0)
    layer.SetMetadataItem(METADATA_ITEM, manifest, METADATA_DOMAIN)
    del layer, dataset
    # On a full disk GDAL drops it without a word.
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    layer = dataset.GetLayerByName(name) if name else dataset.GetLayer(0)
    if layer.GetMetadataItem(METADATA_ITEM, METADATA_DOMAIN) != manifest:
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
