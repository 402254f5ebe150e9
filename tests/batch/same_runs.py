# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs of every call in processes of their own: from Python, in models, in dialogs, by ``qgis_process``."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from demo.process import QgisProcess, failure_sentence, link_plugin, make_profiles, parse_answer
from every_tool.calls import calls

ROOT = Path(__file__).resolve().parents[2]
#: The number of processes at work at a time.
AT_ONCE = 2
#: How long all dialogs together may take, in seconds.
PATIENCE_S = 900
SETTINGS = "[PythonPlugins]\ndualcarbon=true\nprocessing=true\n[locale]\noverrideFlag=true\nuserLocale=en\n"
PROGRAMS = ("xvfb-run", "xauth", "qgis")
NUMBER = re.compile(r"-?\d+(\.\d+)?(e[-+]?\d+)?")
#: Makes all calls with outputs below a folder and writes what came of them to its told.json.
Work = Callable[[Path], None]


class Runs:
    """Runs begun together, a few at a time; whoever asks for one waits for it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.inputs = folder / "inputs"
        self._pool = ThreadPoolExecutor(AT_ONCE)
        self._begun: dict[str, Future[None]] = {}

    def begin(self, name: str, work: Work, after: str | None = None) -> None:
        """Begin a run; it waits for the end of the one that it comes ``after``, which began earlier."""
        earlier = self._begun[after] if after else None

        def wait_and_work() -> None:
            if earlier is not None:
                earlier.result()
            (self.folder / name).mkdir()
            work(self.folder / name)

        self._begun[name] = self._pool.submit(wait_and_work)

    def has(self, name: str) -> bool:
        """Whether the run could be begun on this machine."""
        return name in self._begun

    def outputs(self, name: str, call: str) -> Path:
        """The folder with the outputs of a call in a run."""
        failed = self.told(name)["failed"]
        assert call not in failed, failed[call]
        return self.folder / name / call

    def numbers(self, name: str, call: str) -> dict[str, float]:
        """The number outputs of a call in a run."""
        results = self.told(name)["results"][call]
        return {key: float(value) for key, value in results.items() if NUMBER.fullmatch(value)}

    def told(self, name: str) -> dict[str, Any]:
        """What a run said at its end: results and reasons of failure by call, and facts of its machine."""
        self._begun[name].result()
        return dict(json.loads((self.folder / name / "told.json").read_text(encoding="utf-8")))

    def end(self) -> None:
        """Begin nothing more and wait for what runs."""
        for future in self._begun.values():
            future.cancel()
        self._pool.shutdown()


def in_python(inputs: Path, environment: Mapping[str, str], **settings: Any) -> Work:
    """In a process with these settings of ``run_every_tool``; inputs are made where there are none."""

    def work(folder: Path) -> None:
        file = _write_settings(folder, inputs, **settings)
        own = {"QT_QPA_PLATFORM": "offscreen", "QGIS_CUSTOM_CONFIG_PATH": str(folder / "profile")}
        script = Path(__file__).with_name("run_every_tool.py")
        _run([sys.executable, str(script), str(file)], {**os.environ, **own, **environment}, folder)

    return work


def in_dialogs(inputs: Path) -> Work:
    """In the dialogs of the real QGIS on a virtual screen."""

    def work(folder: Path) -> None:
        file = _write_settings(folder, inputs)
        profile = folder / "profiles" / "profiles" / "default"
        (profile / "QGIS").mkdir(parents=True)
        (profile / "QGIS" / "QGIS3.ini").write_text(SETTINGS, encoding="utf-8")
        link_plugin(ROOT, profile / "python" / "plugins")
        packages = [path for path in sys.path if path.endswith("site-packages")]
        environment = {
            **{name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"},
            "PYTHONPATH": os.pathsep.join([*packages, str(ROOT / "tests")]),
            "XDG_RUNTIME_DIR": str(folder),
            "LC_ALL": "C.UTF-8",
            "DUALCARBON_SETTINGS": str(file),
        }
        screen = ["xvfb-run", "-a", "-s", "-screen 0 1400x1000x24"]
        started = ["qgis", "--nologo", "--noversioncheck", "--profiles-path", str(folder / "profiles")]
        script = Path(__file__).with_name("in_dialogs.py")
        _run([*screen, *started, "--code", str(script)], environment, folder)

    return work


def by_qgis_process(inputs: Path) -> Work:
    """By ``qgis_process``, one start for each call."""

    def work(folder: Path) -> None:
        process = QgisProcess(make_profiles(folder / "profile"), link_plugin(ROOT, folder / "plugins"))
        told: dict[str, Any] = {"results": {}, "failed": {}}
        for name, call in calls(inputs).items():
            given = call.into(folder / name).items()
            # A list is an argument that is given several times.
            pairs = [
                (key, item)
                for key, value in given
                for item in (value if isinstance(value, list) else [value])
            ]
            arguments = [f"--{key}={value}" for key, value in pairs]
            done = process.call("--json", "run", f"dualcarbon:{call.tool}", *arguments)
            if done.returncode == 0:
                answer = parse_answer(done.stdout.decode("utf-8"), call.tool)["results"]
                told["results"][name] = {key: str(value) for key, value in answer.items()}
            else:
                told["failed"][name] = failure_sentence(done.stderr.decode("utf-8", "replace"))
        (folder / "told.json").write_text(json.dumps(told), encoding="utf-8")

    return work


def locales_in(folder: Path, *names: str) -> dict[str, str]:
    """Environment in which C knows these locales; empty where they cannot be made."""
    if shutil.which("localedef") is None:
        return {}
    folder.mkdir()
    for name in names:
        command = ["localedef", "-i", name, "-f", "UTF-8", str(folder / f"{name}.UTF-8")]
        subprocess.run(command, capture_output=True, check=False)
    return {"LOCPATH": str(folder)}


def _write_settings(folder: Path, inputs: Path, **more: Any) -> Path:
    file = folder / "settings.json"
    file.write_text(json.dumps({"inputs": str(inputs), "outputs": str(folder), **more}), encoding="utf-8")
    return file


def _run(command: list[str], environment: Mapping[str, str], folder: Path) -> None:
    done = subprocess.run(
        command, env=dict(environment), capture_output=True, timeout=PATIENCE_S, check=False
    )
    if not (folder / "told.json").exists():
        raise RuntimeError(done.stderr.decode("utf-8", "replace")[-2000:])
