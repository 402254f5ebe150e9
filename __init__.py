# SPDX-License-Identifier: GPL-2.0-or-later
"""Dual Carbon Planner (双碳国土空间规划): QGIS plugin package."""


def classFactory(iface):
    """Return the plugin object; called by QGIS when the plugin is loaded."""
    from .plugin.main import DualCarbonPlugin

    return DualCarbonPlugin(iface)
