# SPDX-License-Identifier: GPL-2.0-or-later
"""The plan check dock: findings grouped, filtered, found on the map, decided and checked again."""
