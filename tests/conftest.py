# SPDX-License-Identifier: GPL-2.0-or-later
"""Make the checkout importable under its installed name, whatever its folder is called; time no example."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

from hypothesis import settings

pytest_plugins = ["tally"]

PACKAGE = "dualcarbon"
ROOT = Path(__file__).resolve().parents[1]


def _import_under_installed_name() -> None:
    if PACKAGE in sys.modules:
        return
    spec = importlib.util.spec_from_file_location(
        PACKAGE, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules[PACKAGE] = module
    spec.loader.exec_module(module)


_import_under_installed_name()

# How long an example takes is the machine's affair, and the machine is shared.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
