# SPDX-License-Identifier: GPL-2.0-or-later
"""The data dock: layers looked over before a run, and parcels found by a pasted list of ids."""
