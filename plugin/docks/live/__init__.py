# SPDX-License-Identifier: GPL-2.0-or-later
"""The live balance dock: carbon, conflicts and quantities of a plan while it is drawn."""
