# SPDX-License-Identifier: GPL-2.0-or-later
"""Sample County (样例县): a seeded generator of an invented county in the schema of Chinese survey databases.

`make_county(parcels, seed)` needs numpy, scipy and shapely; `write.write_county` also osgeo.
"""

from __future__ import annotations

from .county import County, make_county

__all__ = ["County", "make_county"]
