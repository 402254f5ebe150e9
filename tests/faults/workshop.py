# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs of tools in children forked from one prepared QGIS, also on failing disks: ``workshop.py INPUTS``."""

from __future__ import annotations

import os
import resource
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

# As a script it is started without the paths of pytest.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from forks import serve, tell
from prepared_qgis import import_all, start_qgis

#: An account that anyone may read and nobody owns files of.
NOBODY = 65534
#: How long a child waits for a store that another program holds.
WAIT_S = 0.3


def run(
    tool: str,
    folder: str,
    temporary: str,
    *,
    inputs: str = "",
    outputs: dict[str, str] | None = None,
    file_limit: int = resource.RLIM_INFINITY,
    nobody: bool = False,
    vanish_at: int = 0,
) -> None:
    """Run a tool into a folder and tell its figures, or the sentence with which it refused.

    ``inputs`` are another folder of them, ``outputs`` replace places in the folder. No file may grow
    beyond ``file_limit`` bytes, as on a full disk; ``nobody`` has no right to write; with the step of
    progress ``vanish_at`` the folder is gone, as a drive that is pulled out. The steps of a whole run are
    told, too.
    """
    import processing
    from dualcarbon.plugin.domain.embedded_store import connection
    from fixed_names import MODELS
    from impatience import Stepwise
    from qgis.core import QgsProcessingException
    from short_calls import short_calls
    from standing import figures_of

    connection.WAIT_S = WAIT_S
    tempfile.tempdir = os.environ["TMPDIR"] = os.environ["CPL_TMPDIR"] = temporary
    call, place = short_calls(Path(inputs or sys.argv[1]))[tool], Path(folder)
    parameters: dict[str, Any] = {**call.into(place), **(outputs or {})}
    feedback = Stepwise(vanish_at, lambda: shutil.rmtree(place))
    if nobody and os.getuid() == 0:
        os.setuid(NOBODY)
    resource.setrlimit(resource.RLIMIT_FSIZE, (file_limit, resource.RLIM_INFINITY))
    try:
        results = processing.run(f"dualcarbon:{call.tool}", parameters, feedback=feedback)
    except QgsProcessingException as refusal:
        said = str(refusal)
        # Of a model, QGIS 3.22 tells which step failed; the step told why, after what QGIS may have logged.
        # Newer ones tell both at once.
        tell("refused", feedback.errors[-1] if call.tool in MODELS and ": " not in said else said)
        return
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    tell("steps", feedback.steps)
    tell("figures", figures_of(results, place))


if __name__ == "__main__":
    kept = start_qgis()
    import_all()
    serve(run)
