# SPDX-License-Identifier: GPL-2.0-or-later
"""Factor sets and rule packs of expressions: read once, and again when their file has changed."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from ...domain.factors import FactorSet
    from ...domain.rules import RulePack


def factors_of(name: str) -> tuple[FactorSet, pd.DataFrame]:
    """A factor set with its figures by class (``class_factors``)."""
    return _factors(name, changed_at(name))


def rules_of(name: str) -> RulePack:
    """A rule pack."""
    return _rules(name, changed_at(name))


def changed_at(name: str) -> int:
    """When a file was last changed (ns); 0 for a shipped id."""
    path = Path(name)
    return path.stat().st_mtime_ns if path.suffix and path.is_file() else 0


@lru_cache(maxsize=8)
def _factors(name: str, _changed: int) -> tuple[FactorSet, pd.DataFrame]:
    from ...domain.factors import class_factors
    from ..tables import load_factors

    factors = load_factors(name)
    return factors, class_factors(factors)


@lru_cache(maxsize=8)
def _rules(name: str, _changed: int) -> RulePack:
    from ..tables import load_rules

    return load_rules(name)
