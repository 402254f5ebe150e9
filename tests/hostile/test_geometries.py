# SPDX-License-Identifier: GPL-2.0-or-later
"""Broken geometries in every part that a layer plays."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from hostile.generator import Case, Expect
from hostile.raw_layers import write_gpkg
from hostile.roles import ROLES, Role, attributes, sound_row, write_ground
from hostile.shapes import SHAPES, Shape

#: Roles in which every shape is tried; each of the others tries every eighth.
MAIN = ("land use", "plan", "control line")
TURNS = 8
#: From so many bytes on a shape is tried once: it shows whether a tool takes long, which it does in one.
HEAVY = 50_000


def make(shape: Shape, role: Role, folder: Path) -> dict[str, Any]:
    """A sound hectare and the shape in one table."""
    layer = write_gpkg(folder / "layer.gpkg", [sound_row(), (shape.wkb, attributes(2))])
    return role.parameters(layer, write_ground(folder))


def expected(shape: Shape, role: Role) -> Expect:
    """The figures of the role for the sound hectare and what the shape holds."""
    low, high = shape.area_m2 if isinstance(shape.area_m2, tuple) else (shape.area_m2 or 0.0,) * 2
    least, most = role.figures(1.0 + low / 1e4), role.figures(1.0 + high / 1e4)
    return Expect(
        refused=shape.refused,
        figures={name: (least[name], most[name]) for name in least},
        names=("DLTB",),
        notes=shape.notes if role.tool in ("attachfactors",) else (),
        ids=("2",) if shape.notes else (),
    )


def cases() -> Iterator[Case]:
    """Every shape in the main roles, and in some of the others by turns."""
    for number, shape in enumerate(SHAPES):
        for role in _roles_of(shape, number):
            name = f"geometry/{shape.name}/{role.name}"
            yield Case(name, role.tool, partial(make, shape, role), expected(shape, role))


def _roles_of(shape: Shape, number: int) -> list[Role]:
    if len(shape.wkb or b"") > HEAVY:
        once = MAIN[number % len(MAIN)]
        return [role for role in ROLES if role.name == once]
    return [role for turn, role in enumerate(ROLES) if role.name in MAIN or (number + turn) % TURNS == 0]


CASES = list(cases())


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_broken_geometry(hold, case):
    hold(case)
