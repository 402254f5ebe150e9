# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin in the desktop: toolbar, docks, settings page, and the tools as background tasks."""
