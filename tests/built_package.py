# SPDX-License-Identifier: GPL-2.0-or-later
"""The installable package of this checkout as it is now, committed or not, for the tests that look at it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def build_package(folder: Path) -> Path:
    """Build the zip into ``folder`` by the script that ``make package`` calls, and return its path."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: a package is made with git archive")
    subprocess.run(
        ["bash", str(ROOT / ".ci" / "package.sh"), _tree_of_the_checkout(folder), str(folder)],
        check=True,
        capture_output=True,
    )
    (file,) = folder.glob("*.zip")
    return file


def _tree_of_the_checkout(folder: Path) -> str:
    """What git would commit if everything were added, written to an index of our own."""

    def git(*arguments: str) -> str:
        environment = {**os.environ, "GIT_INDEX_FILE": str(folder / "index")}
        done = subprocess.run(["git", *arguments], cwd=ROOT, env=environment, check=True, capture_output=True)
        return done.stdout.decode().strip()

    git("add", "--all")
    return git("write-tree")
