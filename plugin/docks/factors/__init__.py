# SPDX-License-Identifier: GPL-2.0-or-later
"""The carbon factors dock: factor sets browsed and compared, a set of one's own, the codes of a layer."""
