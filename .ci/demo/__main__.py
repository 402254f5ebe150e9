# SPDX-License-Identifier: GPL-2.0-or-later
"""Run the case files named on the command line, or the two shipped ones."""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path

from .case import Case, DemoError, read_case
from .process import QgisProcess, Run, link_plugin, make_profiles
from .steps import main_job, output_files
from .summary import read_rows, rules_table, steps_table, totals_table, units_table

CHECKOUT = Path(__file__).resolve().parents[2]
BUILD = CHECKOUT / "build" / "demo"
SHIPPED = tuple(CHECKOUT / "resources" / "sample" / name / "case.json" for name in ("kymi", "county"))


def main(arguments: list[str]) -> int:
    start = time.perf_counter()
    try:
        cases = [read_case(Path(file)) for file in arguments or SHIPPED]
        qgis = QgisProcess(make_profiles(BUILD / "profile"), link_plugin(CHECKOUT, BUILD / "plugins"))
        for case in cases:
            run_case(case, qgis)
    except DemoError as error:
        sys.stdout.flush()
        print(f"demo: {error}", file=sys.stderr)
        return 1
    print(f"demo: {len(cases)} case(s) in {time.perf_counter() - start:.0f} s")
    return 0


def run_case(case: Case, qgis: QgisProcess) -> None:
    """The main job on one case: run the steps, print what came out."""
    folder = BUILD / case["name"]
    shutil.rmtree(folder, ignore_errors=True)
    logs = folder / "log"
    logs.mkdir(parents=True)
    files = output_files(folder)
    print(f"\n═══ {case['title']} ({_shown(case.file)})", flush=True)
    if case["line_status"] == "standin":
        print("    The control lines are stand-ins, not legal ones: the findings show the method only.")
    runs: dict[str, Run] = {}
    for number, step in enumerate(main_job(case, files), 1):
        print(f"    {number} {step.algorithm} …", flush=True)
        runs[step.algorithm] = qgis.run(step, logs / f"{number}_{step.algorithm}.txt")
    print("\nSink baseline by unit\n" + units_table(read_rows(files["baseline"])))
    print("\nPlan check by rule\n" + rules_table(read_rows(files["findings"])))
    print("\nTotals\n" + totals_table(runs))
    print("\nSteps\n" + steps_table(runs))
    print("\nOutputs in " + _shown(folder))
    print("    " + ", ".join(file.name for file in files.values() if file.exists()))
    print(f"    Open {_shown(files['report'])} in a browser first.")
    if case["attribution"]:
        print("    Data: " + case["attribution"])


def _shown(path: Path) -> str:
    """A path below the checkout without what lies above it."""
    path = path.resolve()
    return str(path.relative_to(CHECKOUT)) if CHECKOUT in path.parents else str(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
