# SPDX-License-Identifier: GPL-2.0-or-later
"""Build of the Kymi sample; not run by the tests."""
