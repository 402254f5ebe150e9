# SPDX-License-Identifier: GPL-2.0-or-later
"""The quantities of a plan from booked sums: a row for each code, unit and change in place of parcels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..geometry import Flags, Floats, Geometries
from ..overlay.pairs import RightSide
from ..progress import Progress, silent
from ..quantities import CodedLand, Measuring
from ..quantities.book import FigureBook, residents_of
from ..quantities.changes import Changes
from ..quantities.check import balance_figures
from ..quantities.comparison import Comparison
from ..quantities.expansion import BOUNDARY, expansion_of
from ..quantities.ground import Ground
from ..quantities.line_grounds import LineGround
from ..quantities.measures import Measures, beyond_ha
from ..quantities.plan_ground import PlanGround
from ..quantities.rows import Writer
from .bookings import Account, Ledger
from .quantity_work import (
    CHANGE,
    FEATURE,
    GAIN,
    INSIDE,
    LOSS,
    NO_CODE,
    PARCEL,
    PIECE,
    RIDGE,
    WETLAND,
    BaseWork,
    QuantityWork,
)


@dataclass(frozen=True)
class QuantityUse:
    """One figure of the quantities: a row of ``QUANTITY_COLUMNS``."""

    indicator: str
    name: str
    unit_name: str | None
    kind: str
    measured: float
    target: float
    difference: float
    unit: str | None
    direction: str | None
    binding: str
    result: str
    severity: str | None
    trial: int
    rule_id: str | None
    verified: str | None
    legal_basis: str | None
    explanation: str | None
    remedy: str | None
    target_row: int | None


#: What tells the accounts of transitions apart: codes before and after, three flags and the unit.
LABELS = 6


class FeatureGround:
    """How much of each feature of the lines the plan holds, in m²: lines may have 100 000 features."""

    def __init__(self, work: QuantityWork) -> None:
        self._inside_m2 = {name: np.zeros(len(measured)) for name, measured in work.feature_m2.items()}

    def follow(self, ledger: Ledger) -> None:
        """Take over what changed in the ledger."""
        for (line_type, row), area_m2 in ledger.take_changed(FEATURE):
            self._inside_m2[line_type][int(row)] = area_m2

    def of(self, line_type: str) -> Floats:
        """The ground of each feature of a line on land that lies in the plan."""
        return self._inside_m2[line_type]


class _SummedMeasures(Measures):
    """Measures whose ground inside and outside lines is booked already."""

    def __init__(
        self,
        work: QuantityWork,
        ledger: Ledger,
        features: FeatureGround,
        labels: Sequence[Account],
        **given: Any,
    ) -> None:
        super().__init__(lines=work.grounds, around=work.terms.around, how=work.how, **given)
        self.work, self.ledger, self.features, self.labels = work, ledger, features, labels

    def _booked_inside(self, line: LineGround, zone: str, codes: str, parcels: Flags) -> Floats:
        place = f"{line.line_type}/{zone}"
        inside = [self.ledger.value(INSIDE, place, *label) for label in self.labels]
        return np.where(parcels[self.plan.ground.parcel], inside, 0.0)

    def _beyond_ha(self, line: LineGround) -> float:
        name = line.line_type
        return beyond_ha(line, self.work.feature_m2[name], self.features.of(name))


@dataclass(frozen=True)
class _SummedChanges(Changes):
    """Changes that know their share within lines."""

    within: Mapping[str, Floats]

    def share_within(
        self,
        rows: Flags,
        line: LineGround,
        how: Measuring,
        progress: Progress,
        side: RightSide | None = None,
    ) -> Floats:
        return np.where(rows, self.within[line.line_type], 0.0)


def list_quantities(work: QuantityWork, ledger: Ledger, features: FeatureGround) -> list[QuantityUse]:
    """The figures of a quantity check of the plan as it stands, in the order of that check."""
    around, terms = work.terms.around, work.terms
    plan, labels = _plan_of(work, ledger)
    before = None if work.base is None else _comparison(work.base, plan, ledger)
    measures = _SummedMeasures(
        work,
        ledger,
        features,
        labels,
        plan=plan,
        residents=residents_of(around, terms.targets),
        expansion=expansion_of(plan, before, work.grounds, _urban_2020_ha(work), work.how),
        restoration=work.restoration,
    )
    names = [] if around.unit_names is None else [str(name) for name in around.unit_names]
    book = FigureBook(measures, terms.targets, names, work.law, work.settings.language)
    figures = [*book.against_targets(), *book.without_targets(), *book.map_and_text_against_table()]
    if before is not None:
        figures += balance_figures(work.law, before, book, work.how, silent)
    writer = Writer(work.law, work.grounds, work.settings.language)
    rows: list[dict[str, Any]] = [writer.row(one) for one in figures]
    return [QuantityUse(**row) for row in rows]


def _plan_of(work: QuantityWork, ledger: Ledger) -> tuple[PlanGround, list[Account]]:
    """The plan with a parcel for each code and a piece for each code and unit, and the labels of pieces."""
    parcels = list(ledger.of_kind(PARCEL))
    labels = [label for label, _ in ledger.of_kind(PIECE)]
    place = {label[0]: row for row, (label, _) in enumerate(parcels)}
    area = np.array([ledger.value(PIECE, *label) for label in labels])
    nothing, none = np.full(len(labels), None, dtype=object), np.full(len(parcels), None, dtype=object)
    kept = np.array([amount for _, amount in parcels])
    ground = Ground(
        parcel=np.array([place[label[0]] for label in labels], dtype=np.intp),
        unit=np.array([int(str(label[1])) for label in labels], dtype=np.intp),
        geometry=nothing,
        area_m2=area,
        measured_m2=area,
        parcel_m2=kept,
        whole=none,
        twice_m2=0.0,
        residual_m2=0.0,
    )
    codes = _codes([label[0] for label, _ in parcels])
    land = CodedLand(none, codes, codes, kept, kept, "")
    ridge = np.array([ledger.value(RIDGE, *label) for label in labels])
    return PlanGround(land, ground, ridge, work.count), labels


def _comparison(base: BaseWork, plan: PlanGround, ledger: Ledger) -> Comparison:
    rows = list(ledger.of_kind(CHANGE))
    labels = [label for label, _ in rows]
    columns: list[Sequence[str]] = list(zip(*labels)) if labels else [()] * LABELS
    area = np.array([amount for _, amount in rows])
    loss, gain = (np.array([ledger.value(kind, *label) for label in labels]) for kind in (LOSS, GAIN))
    flags = [np.array(column, dtype=object) == "1" for column in columns[2:5]]
    changes = _SummedChanges(
        before=_codes(columns[0]),
        after=_codes(columns[1]),
        urban_already=flags[0],
        no_extent=flags[1],
        area_m2=area,
        loss_m2=loss,
        gain_m2=gain,
        unit=np.array([int(str(unit)) for unit in columns[5]], dtype=np.intp),
        noise=flags[2],
        geometry=np.full(len(rows), None, dtype=object),
        within={
            name: _ratio(np.array([ledger.value(name, *label) for label in labels]), whole)
            for name, whole in ((BOUNDARY, area), (WETLAND, loss))
        },
    )
    return Comparison(plan, base.land, base.ground, changes)


def _urban_2020_ha(work: QuantityWork) -> float:
    """As given, else the urban construction land of the base; both are looked up once."""
    given = work.terms.around.urban_2020_ha
    return given if given > 0.0 or work.base is None else work.base.urban_ha


def _codes(labels: Sequence[object]) -> Geometries:
    codes = np.full(len(labels), None, dtype=object)
    codes[:] = [label if label != NO_CODE else None for label in labels]
    return codes


def _ratio(inside: Floats, whole: Floats) -> Floats:
    share = np.zeros(len(whole))
    np.divide(inside, whole, out=share, where=whole > 0.0)
    return share
