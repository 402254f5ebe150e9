# SPDX-License-Identifier: GPL-2.0-or-later
"""Hostile cases: what one is, how it is run, and what is asked of every run however hostile its input.

A run either succeeds with the figures that the case states (an oracle by hand), naming what it left out,
or it is refused in one plain text that names the culprit and a remedy. In both cases nothing half-written
is left, nothing lies outside the chosen folder, and no case takes longer than ``LIMIT_S``.
"""

from __future__ import annotations

import json
import os
import re
import time
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from qgis.core import QgsProcessingException

#: Folders of a case: what ``make`` writes, where outputs go, and the working directory, which stays empty.
INPUTS, OUTPUTS, ELSEWHERE = "in", "out", "elsewhere"
#: Seconds of the processor for one case; whatever takes longer counts as a hang.
LIMIT_S = 30.0
#: What a figure may differ by, of itself: formats that turn rings round sum the other way.
TOLERANCE = 1e-9
#: How a remedy begins: at the head of a sentence, or after a comma or semicolon.
_REMEDY = re.compile(
    r"(?:^|[.;:?!] |\) |, |, or |, and )(?:then )?(?:add|allow|assign|ask|bring|check|choose|clip|close|"
    r"complete|convert|copy|correct|create|cut|delete|draw|export|fill|fix|free|give|install|leave|load|make|mend|move|name|open|pick|put|"
    r"redraw|remove|rename|repair|report|reproject|run|save|select|set|split|state|"
    r"transform|unlock|use|wait|warp|write)\b"
    # A list of what there is leaves but to choose.
    r"|\bIt has: ",
    re.I,
)
_NEVER_SAID = ("Traceback", "defect of the plugin", "NoneType", "object at 0x", "errno", "Unknown error")
#: What sqlite keeps beside a database that somebody has open.
_BESIDE_DATABASES = ("-wal", "-shm", "-journal")


@dataclass(frozen=True)
class Expect:
    """What a case may end in.

    ``refused`` is True (must be), False (must not be) or None (either will do). ``figures`` are the number
    outputs of a run that succeeds, each a number or a (low, high) pair; ``notes`` the kinds of note of which
    one must be made then; ``ids`` those which that note must list. ``rows`` are fields of ``OUTPUT`` with
    their values in order; where one of ``notes`` is made, they need not be right. ``complete_ha`` is the
    area of a layer of single hectares: each must be in ``TOTAL_AREA_HA`` or in the ids of a note. ``names``
    are texts of which a refusal must quote one.
    """

    refused: bool | None = False
    figures: Mapping[str, Any] = field(default_factory=dict)
    notes: Collection[str] = ()
    ids: Collection[str] = ()
    rows: Mapping[str, list[Any]] = field(default_factory=dict)
    complete_ha: float | None = None
    names: Collection[str] = ()


@dataclass(frozen=True)
class Case:
    """One hostile case: ``make(folder)`` writes the inputs and returns the parameters of ``tool``.

    ``outputs`` are destination parameters and file names, put into the output folder unless ``make``
    itself gives the parameter. ``name`` is unique over the whole corpus.
    """

    name: str
    tool: str
    make: Callable[[Path], dict[str, Any]]
    expect: Expect = field(default_factory=Expect)
    outputs: Mapping[str, str] = field(default_factory=lambda: {"OUTPUT": "out.gpkg"})

    @property
    def kind(self) -> str:
        """The group of the case: the first part of its name."""
        return self.name.split("/")[0]

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Outcome:
    """How a case ended: results with the notes of the manifest, or the text of the refusal."""

    results: dict[str, Any] | None
    refusal: str
    seconds: float

    @property
    def manifest(self) -> dict[str, Any]:
        """The manifest that the results name."""
        if not self.results or not self.results.get("MANIFEST"):
            return {"notes": [], "results": {}}
        return dict(json.loads(Path(self.results["MANIFEST"]).read_text(encoding="utf-8")))


def numbers(name: str) -> np.random.Generator:
    """Random numbers that are the same for the same name, on every machine."""
    return np.random.default_rng(zlib.crc32(name.encode("utf-8")))


def run_case(case: Case, folder: Path) -> None:
    """Make the inputs of a case in an empty folder, run its tool and judge the outcome."""
    for part in (INPUTS, OUTPUTS, ELSEWHERE):
        (folder / part).mkdir()
    made = case.make(folder / INPUTS)
    destinations = {key: str(folder / OUTPUTS / file) for key, file in case.outputs.items()}
    before = _files(folder / INPUTS)
    with _working_in(folder / ELSEWHERE):
        outcome = attempt(case.tool, {"MANIFEST": str(folder / OUTPUTS / "run.json"), **destinations, **made})
    judge(case.expect, outcome)
    assert _files(folder / INPUTS) == before, "the run changed its inputs or wrote beside them"
    assert _files(folder / ELSEWHERE) == {}, "the run wrote into its working directory"
    if outcome.refusal:
        assert _files(folder / OUTPUTS) == {}, "a refused run left something behind"


def attempt(tool: str, parameters: Mapping[str, Any]) -> Outcome:
    """Run a tool as ``processing.run`` does; only a refusal counts as one, every other exception goes on."""
    import processing
    from layers_by_hand import Log

    started = time.process_time()
    try:
        results = processing.run(f"dualcarbon:{tool}", dict(parameters), feedback=Log())
    except QgsProcessingException as error:
        return Outcome(None, str(error), time.process_time() - started)
    return Outcome(results, "", time.process_time() - started)


def judge(expect: Expect, outcome: Outcome) -> None:
    """Hold an outcome against what may come of its case."""
    assert outcome.seconds < LIMIT_S
    if outcome.refusal:
        assert expect.refused is not False, outcome.refusal
        judge_refusal(expect, outcome.refusal)
        return
    assert expect.refused is not True, f"a run with {outcome.results} that should have been refused"
    manifest = outcome.manifest
    for name, wanted in expect.figures.items():
        low, high = wanted if isinstance(wanted, tuple) else (wanted, wanted)
        found = outcome.results[name]
        slack = TOLERANCE * max(abs(low), abs(high), 1.0)
        assert low - slack <= found <= high + slack, f"{name} is {found}, not {wanted}"
        assert manifest["results"].get(name, found) == found
    told = [note for note in manifest["notes"] if note["kind"] in expect.notes]
    if expect.notes and not expect.rows:
        assert told, f"none of {expect.notes} among {[note['kind'] for note in manifest['notes']]}"
        listed = {number for note in told for number in note["ids"]}
        assert set(expect.ids) <= listed, f"{expect.ids} not among {listed}"
    if expect.rows and not told:
        judge_rows(expect, outcome.results["OUTPUT"])
    if expect.complete_ha is not None:
        listed = {number for note in manifest["notes"] for number in note["ids"]}
        found = outcome.results["TOTAL_AREA_HA"]
        assert found == pytest.approx(expect.complete_ha - len(listed)), (
            f"{found} ha and {len(listed)} in notes"
        )


def judge_rows(expect: Expect, output: str) -> None:
    """The values of an output are those expected."""
    from layers_by_hand import rows_of

    rows = rows_of(output)
    for name, wanted in expect.rows.items():
        assert [row[name] for row in rows] == wanted


def judge_refusal(expect: Expect, text: str) -> None:
    """A refusal is one line for people: it names the culprit and a remedy, and no internals."""
    said = [word for word in _NEVER_SAID if word.lower() in text.lower()]
    assert not said, text
    plain = text.replace("Unable to execute algorithm\n", "").strip()
    assert "\n" not in plain, text
    assert len(plain) < 1_500, text
    assert _REMEDY.search(plain), f"no remedy in: {text}"
    if expect.names:
        assert any(name in plain for name in expect.names), f"none of {expect.names} in: {text}"


def _files(folder: Path) -> dict[str, int]:
    """Every file below a folder with its size."""
    return {
        path.relative_to(folder).as_posix(): path.stat().st_size
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith(_BESIDE_DATABASES)
    }


@contextmanager
def _working_in(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
