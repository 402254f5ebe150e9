# SPDX-License-Identifier: GPL-2.0-or-later
"""Many runs in one process, and what grows with them: ``soak.py INPUTS FOLDER`` tells it at times."""

from __future__ import annotations

import ctypes
import gc
import os
import shutil
import sys
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

# As a script it is started without the paths of pytest.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from forks import tell
from prepared_qgis import start_qgis

#: Rounds in which everything is loaded, and those after them: 33 calls in each, and twice 8 of pages.
WARM_UP, ROUNDS = 3, 6
#: Pages take most of the time: after the warm-up every third round makes them.
PAGES_EVERY = 3
#: Every twentieth run after the warm-up is cancelled, as people do it.
CANCELLED_EVERY = 20
#: Every third run is a task, as from a dialog; the others are calls of ``processing.run``.
TASK_EVERY = 3
#: Refused runs after that: QGIS never frees the exception of one.
REFUSALS = 100


def resident_mb() -> float:
    """Memory of this process that is not swapped out."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def standing(temporary: Path) -> dict[str, float]:
    """What may grow, once the garbage is collected."""
    from qgis.core import QgsMapLayer, QgsProcessingUtils, QgsProject
    from qgis.PyQt import sip

    gc.collect()
    touched_mb = resident_mb()
    _give_back()
    alive = [thing for thing in gc.get_objects() if isinstance(thing, QgsMapLayer)]
    # Processing keeps the outputs of steps inside models until QGIS ends.
    own = Path(QgsProcessingUtils.tempFolder())
    strange = [path for path in temporary.rglob("*") if path.is_file() and own not in path.parents]
    return {
        "resident_mb": resident_mb(),
        "touched_mb": touched_mb,
        "open_files": _count(Path("/proc/self/fd")),
        "threads": _count(Path("/proc/self/task")),
        "python_threads": threading.active_count(),
        "project_layers": len(QgsProject.instance().mapLayers()),
        "layers": sum(not sip.isdeleted(layer) for layer in alive),
        "temporary_files": len(strange),
    }


def _give_back() -> None:
    """Let glibc return the memory that nobody holds any more: how much of it it keeps is its own affair."""
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)


def _count(folder: Path) -> int:
    return sum(1 for _ in folder.iterdir())


def run(identifier: str, parameters: dict[str, Any], feedback: Any, as_task: bool) -> bool:
    """Run a tool and tell whether it came to its end."""
    import processing
    from qgis.core import QgsProcessingException

    if as_task:
        return _run_as_task(identifier, parameters, feedback)
    try:
        processing.run(identifier, parameters, feedback=feedback)
    except QgsProcessingException:
        return False
    return True


def _run_as_task(identifier: str, parameters: dict[str, Any], feedback: Any) -> bool:
    from qgis.core import QgsApplication, QgsProcessingAlgRunnerTask, QgsProcessingContext
    from qgis.PyQt.QtCore import QEventLoop

    context, loop, ended = QgsProcessingContext(), QEventLoop(), []
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(identifier)
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    task.executed.connect(lambda succeeded, _results: (ended.append(succeeded), loop.quit()))
    QgsApplication.taskManager().addTask(task)
    if not ended:
        loop.exec()
    return bool(ended[0])


def main(inputs: Path, folder: Path) -> None:
    tempfile.tempdir = os.environ["TMPDIR"] = os.environ["CPL_TMPDIR"] = str(folder / "temporary")
    temporary = Path(tempfile.tempdir)
    temporary.mkdir(parents=True)
    kept = start_qgis()
    from qgis.core import QgsProcessingFeedback
    from qgis.PyQt.QtCore import QCoreApplication
    from short_calls import short_calls

    tools = short_calls(inputs)
    runs = cancelled = tasks = 0
    for number in range(WARM_UP + ROUNDS):
        for place, name in enumerate(sorted(tools)):
            is_later = number >= WARM_UP and number % PAGES_EVERY
            if is_later and any(file.endswith(".html") for file in tools[name].outputs.values()):
                continue
            runs += number >= WARM_UP
            feedback = QgsProcessingFeedback(False)
            if runs and runs % CANCELLED_EVERY == 0:
                feedback.progressChanged.connect(feedback.cancel)
            as_task = (number + place) % TASK_EVERY == 0
            tasks += as_task and number >= WARM_UP
            parameters = tools[name].into(folder / "out")
            cancelled += not run(f"dualcarbon:{tools[name].tool}", parameters, feedback, as_task)
            shutil.rmtree(folder / "out", ignore_errors=True)
            # QGIS closes idle connections by a timer.
            QCoreApplication.processEvents()
        tell("standing", {"runs": runs, "tasks": tasks, "cancelled": cancelled, **standing(temporary)})
    before = standing(temporary)["resident_mb"]
    for _ in range(REFUSALS):
        wrong = {**tools["attachfactors"].into(folder / "out"), "FACTOR_SET": "nowhere"}
        run("dualcarbon:attachfactors", wrong, QgsProcessingFeedback(False), as_task=False)
    tell("refusals", {"runs": REFUSALS, "growth_mb": standing(temporary)["resident_mb"] - before})
    # Without the exit of QGIS, which the exceptions that it never frees may bring down.
    os._exit(0 if kept else 1)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
