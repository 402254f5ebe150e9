# SPDX-License-Identifier: GPL-2.0-or-later
"""Map sheets: print layouts that a planner can go on editing, filled from layers, table and figure.

The maps inside reports are drawn by gis/maps.py with a painter, in whatever thread a check
runs; a sheet is a QGIS print layout because it is meant to be edited. Both take their layers
from the same styles and style makers (gis/map_layers.py, gis/styles.py, account_maps.py).
"""
