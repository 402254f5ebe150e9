# SPDX-License-Identifier: GPL-2.0-or-later
"""What ``.ci/run`` and ``.ci/latest.sh`` say and return where the newest QGIS passes, fails or is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CANNOT_RUN = 77

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")


def stub(folder: Path, name: str, script: str) -> None:
    """A command ``name`` that stands before the real one."""
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(0o755)


def run_script(script: str, tmp_path: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a copy of a script of ``.ci`` in a folder of its own, with the stubs of ``tmp_path/bin``."""
    checkout = tmp_path / "checkout"
    (checkout / ".ci").mkdir(parents=True)
    shutil.copy(ROOT / ".ci" / script, checkout / ".ci" / script)
    path = f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        [shutil.which("bash"), f".ci/{script}"],
        cwd=checkout,
        env={**os.environ, "PATH": path, **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


# The newest QGIS cannot be had


def test_without_root_the_suite_does_not_run_and_says_so(tmp_path):
    stub(tmp_path / "bin", "id", "echo 1000")
    done = run_script("latest.sh", tmp_path)
    assert done.returncode == CANNOT_RUN
    assert done.stdout == "latest: not run on forky: that needs root (chroot, mount).\n"


def test_where_mounting_is_not_allowed_it_says_so(tmp_path):
    stub(tmp_path / "bin", "id", "echo 0")
    stub(tmp_path / "bin", "unshare", "exit 1")
    done = run_script("latest.sh", tmp_path)
    assert done.returncode == CANNOT_RUN
    assert "may not mount" in done.stdout


@pytest.mark.parametrize(
    ("free_kb", "part"),
    [(5 * 1024 * 1024, "needs 6 GB"), (7 * 1024 * 1024, "no apt to install it")],
)
def test_without_space_or_debootstrap_it_says_so(tmp_path, free_kb, part):
    """All commands but the few named are missing on this machine."""
    commands = tmp_path / "bin"
    stub(commands, "id", "echo 0")
    stub(commands, "df", f"echo head\necho disk 0 0 {free_kb} 0 /")
    stub(commands, "git", "exit 0")
    for name in ("dirname", "mkdir", "cat", "awk", "sh"):
        (commands / name).symlink_to(shutil.which(name))
    done = run_script(
        "latest.sh", tmp_path, PATH=str(commands), LATEST_OWN_MOUNTS="1", LATEST_CACHE=str(tmp_path / "cache")
    )
    assert done.returncode == CANNOT_RUN, done.stderr
    assert part in done.stdout


# What .ci/run makes of it


def run_with(tmp_path: Path, make: str, latest: str) -> subprocess.CompletedProcess[str]:
    stub(tmp_path / "bin", "make", make)
    stub(tmp_path / "bin", "bash", latest)
    return run_script("run", tmp_path)


def test_all_passed(tmp_path):
    done = run_with(tmp_path, 'echo "$1: well done"', "echo 'latest: passed on forky'")
    assert done.returncode == 0
    assert done.stdout.splitlines()[-3:] == [
        "ci: test: well done",
        "ci: demo: well done",
        "ci: latest: passed on forky",
    ]


def test_what_could_not_run_is_told_and_fails_nothing(tmp_path):
    done = run_with(tmp_path, "echo fine", "echo 'latest: not run on forky: no root.'; exit 77")
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == "ci: latest: not run on forky: no root."


@pytest.mark.parametrize(
    ("latest", "code"), [("echo 'latest: FAILED on forky'; exit 1", 1), ("kill -SEGV $$", 139)]
)
def test_a_failure_on_the_newest_qgis_is_a_failure(tmp_path, latest, code):
    """All before it passes: only the last step can be what the run fails by."""
    done = run_with(tmp_path, "echo fine", f'[ "$1" = .ci/latest.sh ] || exit 0\n{latest}')
    told = [line.split(":")[1].strip() for line in done.stdout.splitlines() if line.startswith("ci: ")]
    assert told == ["setup", "peers", "test", "demo", "latest"]
    assert done.returncode == code


def test_a_failing_suite_ends_the_run(tmp_path):
    suite = "echo '3 failed'; echo 'make: error'; [ \"$1\" = setup ] || exit 2"
    done = run_with(tmp_path, suite, '[ "$1" = .ci/peers.sh ] || echo never')
    assert done.returncode == 2
    assert done.stdout.splitlines()[-1] == "ci: test: 3 failed"
    assert "never" not in done.stdout
