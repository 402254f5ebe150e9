# SPDX-License-Identifier: GPL-2.0-or-later
"""What the suite counted, told when all tests are done: by each process where several share the tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

LINES: list[str] = []


@pytest.fixture(scope="session")
def tell() -> Callable[[str], None]:
    """Add a line to what is told at the end."""
    return LINES.append


def pytest_sessionfinish(session: pytest.Session) -> None:
    handed_over = getattr(session.config, "workeroutput", None)
    if handed_over is not None:
        handed_over["tally"] = LINES


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """The lines of a process of pytest-xdist; one that died tells nothing."""
    LINES.extend(getattr(node, "workeroutput", {}).get("tally", []))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    for line in LINES:
        terminalreporter.write_line(line)
