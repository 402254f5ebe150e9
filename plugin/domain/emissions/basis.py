# SPDX-License-Identifier: GPL-2.0-or-later
"""What a whole account is made on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Basis:
    """One year, family of electricity factors, province and set of warming potentials."""

    year: int
    family: str
    region: str
    gwp: str
