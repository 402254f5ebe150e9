# SPDX-License-Identifier: GPL-2.0-or-later
"""How much memory this machine can still give to a run."""

from __future__ import annotations

import ctypes
import os
import platform
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..domain.errors import InputError

#: Environment variable by which a user says how much memory a run may take, GB.
VARIABLE = "DUALCARBON_MEMORY_GB"
_GB = 1e9
_KIB = 1024
#: Files of a control group with its limit and what it uses.
_VERSION_1 = ("memory.limit_in_bytes", "memory.usage_in_bytes")
_VERSION_2 = ("memory.max", "memory.current")


def free_memory() -> float | None:
    """Bytes that a run may take: what the user says, else what the system can give; None where unknown.

    Raises ``InputError`` where ``DUALCARBON_MEMORY_GB`` is no positive number.
    """
    said = os.environ.get(VARIABLE, "").strip()
    return _said_bytes(said) if said else free_of_system()


def free_of_system() -> float | None:
    """Bytes that the system can still give without swapping, None where it does not say.

    On Linux that is what the kernel holds available, or what the control groups of the process leave if
    that is less; on Windows the physical memory that is available. Elsewhere only the memory of the whole
    machine is known: a run that needs more than that cannot do.
    """
    system = platform.system()
    if system == "Linux":
        return _least([of_meminfo(Path("/proc/meminfo")), *of_groups(Path("/proc/self/cgroup"))])
    if system == "Windows":
        return of_windows(ctypes.windll.kernel32)
    return _of_machine()


def _said_bytes(said: str) -> float:
    try:
        gigabytes = float(said)
    except ValueError:
        gigabytes = 0.0
    if not 0.0 < gigabytes < float("inf"):
        raise InputError(
            "The environment variable {variable} is “{value}”, which is no number of gigabytes. Write "
            "one such as 12, or remove the variable.",
            variable=VARIABLE,
            value=said,
        )
    return gigabytes * _GB


def _least(found: list[float | None]) -> float | None:
    known = [value for value in found if value is not None]
    return min(known) if known else None


def of_meminfo(file: Path) -> float | None:
    """What the kernel of Linux holds available, by its ``/proc/meminfo``."""
    for line in _text(file).splitlines():
        if line.startswith("MemAvailable:"):
            return float(line.split()[1]) * _KIB
    return None


def of_groups(file: Path, root: Path = Path("/sys/fs/cgroup")) -> Iterator[float]:
    """What each control group of the process leaves, up to the root, by version 2 or version 1."""
    for line in _text(file).splitlines():
        _number, controllers, place = line.split(":", 2)
        if controllers and "memory" not in controllers.split(","):
            continue
        base = root / "memory" if controllers else root
        names = _VERSION_1 if controllers else _VERSION_2
        parts = [part for part in place.split("/") if part not in ("", "..")]
        for depth in range(len(parts) + 1):
            left = _left(base.joinpath(*parts[:depth]), *names)
            if left is not None:
                yield left


def _left(group: Path, limit: str, usage: str) -> float | None:
    """Limit − usage of one group; the page cache of files counts as free, since the kernel gives it up."""
    texts = _text(group / limit).strip(), _text(group / usage).strip()
    if not all(text.isdigit() for text in texts):
        # “max”, or a group without the file.
        return None
    stat = dict(line.split(" ", 1) for line in _text(group / "memory.stat").splitlines() if " " in line)
    cached = stat.get("inactive_file", stat.get("total_inactive_file", "0"))
    return max(0.0, float(texts[0]) - float(texts[1]) + float(cached))


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii", errors="replace")
    except OSError:
        # A system that does not say, says nothing.
        return ""


class _Status(ctypes.Structure):
    """``MEMORYSTATUSEX`` of the Windows API."""

    _fields_ = (
        ("dwLength", ctypes.c_uint32),
        ("dwMemoryLoad", ctypes.c_uint32),
        ("ullTotalPhys", ctypes.c_uint64),
        ("ullAvailPhys", ctypes.c_uint64),
        ("ullTotalPageFile", ctypes.c_uint64),
        ("ullAvailPageFile", ctypes.c_uint64),
        ("ullTotalVirtual", ctypes.c_uint64),
        ("ullAvailVirtual", ctypes.c_uint64),
        ("ullAvailExtendedVirtual", ctypes.c_uint64),
    )


def of_windows(kernel: Any) -> float | None:
    """The physical memory that is available, by ``kernel32`` of Windows."""
    status = _Status()
    status.dwLength = ctypes.sizeof(status)
    return float(status.ullAvailPhys) if kernel.GlobalMemoryStatusEx(ctypes.byref(status)) else None


def _of_machine() -> float | None:
    try:
        return float(os.sysconf("SC_PHYS_PAGES")) * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, OSError, ValueError):
        return None
