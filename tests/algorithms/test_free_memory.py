# SPDX-License-Identifier: GPL-2.0-or-later
"""What systems say about free memory: Linux, its control groups of both versions, Windows, others."""

from __future__ import annotations

import ctypes
import os
from pathlib import Path

import pytest
from dualcarbon.plugin.gis import free_memory as room

MEMINFO = "MemTotal:       24000000 kB\nMemFree:  100 kB\nMemAvailable:   12000000 kB\n"


def write_group(folder: Path, **files: object) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(f"{text}\n", encoding="ascii")


def test_linux_says_what_is_available(tmp_path):
    file = tmp_path / "meminfo"
    file.write_text(MEMINFO, encoding="ascii")
    assert room.of_meminfo(file) == 12_000_000 * 1024
    assert room.of_meminfo(tmp_path / "missing") is None


def test_a_control_group_leaves_its_limit_less_what_it_uses(tmp_path):
    """4 GB − 3 GB, of which 1 GB are cached files that the kernel gives up; the group above has no limit."""
    own = tmp_path / "cgroup"
    own.write_text("0::/user.slice/batch\n", encoding="ascii")
    write_group(tmp_path / "user.slice", memory__max="max", memory__current=5 * 10**9)
    files = {"memory__max": 4 * 10**9, "memory__current": 3 * 10**9}
    write_group(tmp_path / "user.slice" / "batch", **files, memory__stat="anon 5\ninactive_file 1000000000")
    assert list(room.of_groups(own, tmp_path)) == [2e9]


def test_the_group_above_counts_too(tmp_path):
    own = tmp_path / "cgroup"
    own.write_text("0::/a/b\n", encoding="ascii")
    write_group(tmp_path / "a", memory__max=10**9, memory__current=4 * 10**8)
    write_group(tmp_path / "a" / "b", memory__max=9 * 10**9, memory__current=10**8)
    assert min(room.of_groups(own, tmp_path)) == 6e8


def test_control_groups_of_version_1(tmp_path):
    own = tmp_path / "cgroup"
    own.write_text("5:cpu,cpuacct:/x\n4:memory:/x\n", encoding="ascii")
    files = {"memory__limit_in_bytes": 10**9, "memory__usage_in_bytes": 3 * 10**8}
    write_group(tmp_path / "memory" / "x", **files, memory__stat="total_inactive_file 100000000")
    assert list(room.of_groups(own, tmp_path)) == [8e8]


def test_windows_says_what_is_available():
    class Kernel:
        answers = True

        def GlobalMemoryStatusEx(self, pointer):
            status = pointer._obj
            assert status.dwLength == ctypes.sizeof(status) == 64
            status.ullAvailPhys = 7 * 10**9
            return self.answers

    kernel = Kernel()
    assert room.of_windows(kernel) == 7e9
    kernel.answers = False
    assert room.of_windows(kernel) is None


@pytest.mark.parametrize("pages", [1_000_000, None])
def test_elsewhere_the_memory_of_the_machine_is_the_limit(monkeypatch, pages):
    def say(name):
        if pages is None:
            raise ValueError(name)
        return {"SC_PHYS_PAGES": pages, "SC_PAGE_SIZE": 4096}[name]

    monkeypatch.setattr(room.platform, "system", lambda: "Darwin")
    monkeypatch.setattr(os, "sysconf", say)
    assert room.free_of_system() == (None if pages is None else 4096e6)


def test_this_machine_says_something_sensible(monkeypatch):
    monkeypatch.delenv(room.VARIABLE, raising=False)
    assert 1e6 < room.free_memory() < 1e15
