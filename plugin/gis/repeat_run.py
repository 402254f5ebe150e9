# SPDX-License-Identifier: GPL-2.0-or-later
"""The same run at one place after the other; what fails at one of them does not stop the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingMultiStepFeedback,
    QgsProcessingOutputNumber,
)

from ..domain.errors import Cancelled, InputError
from ..domain.id_list import parse_ids
from ..domain.provenance import read_manifest
from ..domain.repeat_run import parameters_at
from .run import Run
from .sinks import Column
from .software import plugin_version

DONE, FAILED = "done", "failed"
#: What a manifest says of the tables that a run computed with, each with its digest.
TABLES = ("classification", "factor_set", "rule_pack")
#: How the ids of the plugin's tools begin.
OWN_TOOLS = "dualcarbon:"
#: Characters that no folder may have on one of the systems.
UNSAFE = '<>:"/\\|?*'


class _Step(QgsProcessingMultiStepFeedback):
    """The log of one place; its errors become warnings of the whole run."""

    def __init__(self, places: int, feedback: Any) -> None:
        super().__init__(places, feedback)
        self.error = ""

    def reportError(self, error: str, fatalError: bool = False) -> None:
        self.error = error
        self.pushWarning(error)


def repeat(run: Run) -> pd.DataFrame:
    """Run the tool of MANIFEST at every place; one row per place with state, message and number outputs."""
    manifest = read_manifest(run.text("MANIFEST_FILE"))
    algorithm = _algorithm_of(manifest)
    places = _places(run)
    folder = Path(run.text("OUTPUT_FOLDER"))
    destinations = [definition.name() for definition in algorithm.destinationParameterDefinitions()]
    asked = {
        place: parameters_at(manifest, run.text("FROM"), place, folder / place, destinations)
        for place in places
    }
    _note_other_version(run, manifest)
    step = _Step(len(places), run.feedback)
    rows, others = [], dict[str, list[str]]()
    for number, place in enumerate(places):
        step.setCurrentStep(number)
        step.error = ""
        run.feedback.pushInfo(f"— {place}")
        new = [one for one in (folder / place, folder) if not one.exists()]
        (folder / place).mkdir(parents=True, exist_ok=True)
        try:
            row, written = _row(algorithm, asked[place], run, step)
            rows.append({"place": place, **row})
            for name in _other_tables(manifest, written):
                others.setdefault(name, []).append(place)
        finally:
            _remove_empty(new)
    numbers = _numbers(algorithm)
    frame = pd.DataFrame(rows, columns=["place", "state", "message", *numbers])
    run.record(repeated=manifest["algorithm"], places=places)
    _note_failures(run, frame)
    _note_other_tables(run, others)
    return frame


def _remove_empty(folders: Sequence[Path]) -> None:
    """Take back the folders of a place at which nothing was written."""
    for folder in folders:
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def columns_of(frame: pd.DataFrame) -> list[Column]:
    """The fields of the table of places."""
    texts = [
        Column("place", "text", "what stands for the place in paths"),
        Column("state", "text", "done or failed"),
        Column("message", "text", "why it failed"),
    ]
    return [*texts, *(Column(name, "float", "number output of the tool") for name in frame.columns[3:])]


def _algorithm_of(manifest: Mapping[str, Any]) -> QgsProcessingAlgorithm:
    name = str(manifest["algorithm"])
    # A manifest from elsewhere must not start tools that run programs or fetch from the network.
    is_own = name.startswith(OWN_TOOLS)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(name) if is_own else None
    if algorithm is None:
        raise InputError("The tool “{algorithm}” of the manifest is not there.", algorithm=name)
    if algorithm.flags() & QgsProcessingAlgorithm.Flag.FlagNoThreading:
        raise InputError(
            "“{algorithm}” draws with print layouts and cannot run inside another tool. Repeat the check "
            "with its own REPORT, or run it as a batch process.",
            algorithm=algorithm.displayName(),
        )
    return algorithm


def _places(run: Run) -> list[str]:
    places = parse_ids(run.text("PLACES"))
    if not places:
        raise InputError("PLACES names no place. Write what stands for each in the paths, one per line.")
    strange = [place for place in places if set(place) & set(UNSAFE) or place in (".", "..")]
    if strange:
        raise InputError("“{place}” cannot be the name of a folder. Correct PLACES.", place=strange[0])
    return places


def _row(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], run: Run, step: _Step
) -> tuple[dict[str, Any], str]:
    """Run at one place: state, message, numbers; and the path of its manifest, empty where there is none."""
    context = QgsProcessingContext()
    context.setTransformContext(run.context.transformContext())
    sound, reason = algorithm.checkParameterValues(parameters, context)
    if not sound:
        return {"state": FAILED, "message": reason}, ""
    results, is_done = algorithm.create().run(parameters, context, step)
    if step.isCanceled():
        raise Cancelled
    if not is_done:
        return {"state": FAILED, "message": step.error}, ""
    numbers = {name: results.get(name) for name in _numbers(algorithm)}
    return {"state": DONE, "message": "", **numbers}, str(results.get("MANIFEST") or "")


def _numbers(algorithm: QgsProcessingAlgorithm) -> list[str]:
    outputs = algorithm.outputDefinitions()
    return [output.name() for output in outputs if isinstance(output, QgsProcessingOutputNumber)]


def _other_tables(manifest: Mapping[str, Any], written: str) -> list[str]:
    """The tables of factors, rules and codes that a new run found with other contents than the first one."""
    made = read_manifest(written) if written else {}
    then_and_now = [(manifest.get(name), made.get(name)) for name in TABLES]
    return [
        str(now.get("id"))
        for then, now in then_and_now
        if isinstance(then, Mapping) and isinstance(now, Mapping) and then.get("sha256") != now.get("sha256")
    ]


def _note_other_version(run: Run, manifest: Mapping[str, Any]) -> None:
    then = str(manifest.get("plugin_version") or "?")
    if then != plugin_version():
        run.notes.add(
            "other_version",
            "The run of the manifest was made by version {then} of the plugin, this one is {now}: where the "
            "two compute differently, the places are not comparable with the first.",
            then=then,
            now=plugin_version(),
        )


def _note_other_tables(run: Run, others: Mapping[str, Sequence[str]]) -> None:
    for name, places in others.items():
        run.notes.add(
            "other_table",
            "“{table}” has other contents now than in the run of the manifest: {count} places ({places}) are "
            "not comparable with the first. Run the first place again too.",
            count=len(places),
            table=name,
            places=", ".join(places),
        )


def _note_failures(run: Run, frame: pd.DataFrame) -> None:
    failed = frame[frame["state"] == FAILED]
    if len(failed):
        run.notes.add(
            "places_failed",
            "{count} places failed; the table says why: {places}.",
            count=len(failed),
            places=", ".join(failed["place"]),
        )
