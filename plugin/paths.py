# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the plugin's own files lie."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RESOURCES = ROOT / "resources"
