# SPDX-License-Identifier: GPL-2.0-or-later
"""The carbon account dock: accounts of a layer or of the account book as figure, table and map."""
