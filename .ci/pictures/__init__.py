# SPDX-License-Identifier: GPL-2.0-or-later
"""Pictures of the guide, taken from the real QGIS in both languages (``make pictures``)."""
