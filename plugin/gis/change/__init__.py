# SPDX-License-Identifier: GPL-2.0-or-later
"""Change between two dates: layers to transitions, and what is written of them."""
