# SPDX-License-Identifier: GPL-2.0-or-later
"""What a live balance is opened with: the arguments of a full check, and a key for each parcel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..areas import WorkPlane
from ..exemptions import Exemption
from ..factors import FactorSet
from ..plancheck import BaseCover, CheckSettings, ControlLine, PlanDraft
from ..plancheck.layers import Geometries, Texts
from ..rules import RulePack
from .quantity_work import QuantityTerms


@dataclass(frozen=True)
class BalanceJob:
    """The arguments of ``check_plan``, and what quantities are measured by, where they are asked for.

    ``keys`` are texts by which edits name the parcels of the plan.
    """

    keys: Sequence[str]
    plan: PlanDraft
    lines: Sequence[ControlLine]
    pack: RulePack
    settings: CheckSettings
    plane: WorkPlane
    base: BaseCover | None = None
    factors: FactorSet | None = None
    units: Geometries | None = None
    unit_names: Texts | None = None
    exemptions: Sequence[Exemption] = ()
    quantities: QuantityTerms | None = None
    threads: int | None = None
