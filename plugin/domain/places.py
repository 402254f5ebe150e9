# SPDX-License-Identifier: GPL-2.0-or-later
"""What manifests say in place of a path."""

from __future__ import annotations

#: Where the user asked for paths and coordinates to be left out.
LEFT_OUT = "(left out)"
#: Where a layer stood in no file.
IN_MEMORY = "in memory"
