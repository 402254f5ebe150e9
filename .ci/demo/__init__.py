# SPDX-License-Identifier: GPL-2.0-or-later
"""``make demo``: the main job on case files, through the real ``qgis_process``."""
