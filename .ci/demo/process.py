# SPDX-License-Identifier: GPL-2.0-or-later
"""The real ``qgis_process`` in a throw-away profile that holds nothing but this plugin."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sysconfig
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .case import DemoError
from .steps import Step

PROVIDER = "dualcarbon"
#: What every QGIS start writes on a machine without a desktop; not a message of ours.
NOISE = ("QStandardPaths:", "Could not connect to", "propagateSizeHints")
#: Warnings of QGIS's own Python code, each with the line of code below it: older calls than its Python likes.
PYTHON_WARNING = re.compile(r"^.+:\d+: \w*Warning: .*\n(?:[ \t]+\S.*\n)?", re.MULTILINE)


@dataclass(frozen=True)
class Run:
    """What one call gave: its results, the messages it wrote, how long it took."""

    results: dict[str, Any]
    log: dict[str, list[str]] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def warnings(self) -> int:
        return len(self.log.get("warning", []))


class QgisProcess:
    """Calls ``qgis_process`` in the profiles folder ``profiles``, with the plugins below ``plugins`` too."""

    def __init__(self, profiles: Path, plugins: Path | None = None) -> None:
        self._executable = find_executable()
        self._environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QGIS_CUSTOM_CONFIG_PATH": str(profiles),
            "PYTHONPATH": sysconfig.get_paths()["purelib"],
        }
        self._environment.pop("QGIS_PLUGINPATH", None)
        if plugins is not None:
            self._environment["QGIS_PLUGINPATH"] = str(plugins)

    def call(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        """Call it with these arguments, whatever comes of it."""
        return subprocess.run(  # the arguments are a list: no shell reads them
            [self._executable, *arguments],
            env=self._environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )

    def run(self, step: Step, log_file: Path) -> Run:
        """Run one step; ``DemoError`` with the tool's own sentence when it fails."""
        start = time.perf_counter()
        done = self.call("--json", "run", f"{PROVIDER}:{step.algorithm}", *step.arguments())
        seconds = time.perf_counter() - start
        stdout, stderr = (text.decode("utf-8", "replace") for text in (done.stdout, done.stderr))
        log_file.write_text(f"{stdout}\n{stderr}", encoding="utf-8")
        if done.returncode != 0:
            reason = failure_sentence(stderr)
            raise DemoError(f"{step.algorithm} failed: {reason}\n(all that it wrote is in {log_file})")
        answer = parse_answer(stdout, step.algorithm)
        return Run(answer.get("results", {}), answer.get("log", {}), seconds)


def parse_answer(stdout: str, algorithm: str) -> dict[str, Any]:
    """The JSON object in what ``qgis_process --json`` printed; plugins may print lines before it."""
    start = stdout.find("{")
    try:
        answer = json.loads(stdout[start:]) if start >= 0 else None
    except ValueError:
        answer = None
    if not isinstance(answer, dict):
        raise DemoError(f"{algorithm}: qgis_process ended well but printed no JSON; see the log file.")
    return answer


def failure_sentence(stderr: str) -> str:
    """What the tool said, once: without Qt's start-up noise and QGIS's own repetition."""
    said: list[str] = []
    for line in PYTHON_WARNING.sub("", stderr).splitlines():
        text = line.strip()
        if text and text not in said and not any(noise in text for noise in NOISE):
            said.append(text)
    return "\n".join(said) or "qgis_process gave no reason."


def find_executable() -> str:
    """Where ``qgis_process`` is; ``DemoError`` if nowhere."""
    # Debian's wrapper "qgis_process" passes an option that the program refuses; ".bin" is the program.
    for name in (os.environ.get("QGIS_PROCESS", ""), "qgis_process.bin", "qgis_process"):
        if name and (path := shutil.which(name)):
            return path
    raise DemoError("qgis_process is not on the PATH: install QGIS, or set QGIS_PROCESS to its full path.")


def make_profiles(folder: Path) -> Path:
    """Make a profiles folder whose default profile has the plugin enabled, and nothing else."""
    settings = folder / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(f"[PythonPlugins]\n{PROVIDER}=true\n", encoding="utf-8")
    return folder


def link_plugin(checkout: Path, folder: Path) -> Path:
    """Make a folder of plugins that holds the checkout under the plugin's name."""
    folder.mkdir(parents=True, exist_ok=True)
    link = folder / PROVIDER
    if link.is_symlink():
        link.unlink()
    try:
        link.symlink_to(checkout, target_is_directory=True)
    except OSError as error:
        raise DemoError(f"{link} cannot be made a link to the checkout ({error.strerror}).") from error
    return folder
