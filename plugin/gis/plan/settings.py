# SPDX-License-Identifier: GPL-2.0-or-later
"""The settings of a plan check and the factors it counts carbon with."""

from __future__ import annotations

from ...domain.errors import InputError
from ...domain.factors import FactorSet
from ...domain.plancheck import CheckSettings
from ..dates import day_of
from ..run import Run
from ..tables import load_factors

#: Key of factor sets that plan checks can use.
CARBON_CLASS = "carbon_class"


def read_settings(run: Run) -> CheckSettings:
    """Day of the law, tolerances, horizon, area rule and language by the parameters of a run."""
    return CheckSettings(
        as_of=day_of(run.text("AS_OF")),
        sliver_m2=run.number("SLIVER_M2"),
        sliver_width_m=run.number("SLIVER_WIDTH_M"),
        horizon_a=run.number("HORIZON_A"),
        area_rule=run.text("AREA_RULE"),
        language=run.text("LANGUAGE"),
    )


def read_check_factors(run: Run) -> FactorSet:
    """The factor set of a plan check. Raises ``InputError`` for one that is not by carbon class."""
    factors = load_factors(run.text("FACTOR_SET"))
    if factors.key != CARBON_CLASS:
        raise InputError(
            "Factor set “{factor_set}” is a table by land-use code of its own (lucode), but a plan check "
            "compares land cover and plan by carbon class. Choose a shipped FACTOR_SET or one by carbon "
            "class.",
            factor_set=factors.id,
        )
    return factors
