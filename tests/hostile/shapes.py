# SPDX-License-Identifier: GPL-2.0-or-later
"""Broken and odd polygons, each with its area by hand.

All lie in a square of 100 m from (0, 0); ``area_m2`` is what a careful surveyor counts: one number, a pair
where the drawing allows more than one reading, or None where there is nothing to count and a note must
say so.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from hostile.raw_layers import line, multi, point, polygon

Point = tuple[float, ...]
#: Where (0, 0) of the shapes lies: metres of EPSG:4547.
X, Y = 500_200.0, 3_300_000.0
INVALID = ("invalid_geometry",)
GONE = ("null_geometry", "collapsed_geometry")


@dataclass(frozen=True)
class Shape:
    """A form as WKB, its area (m²) and the kinds of note of which one must list it.

    ``refused`` tells that no figure can come of it (True), that one must (False) or may (None).
    """

    name: str
    wkb: bytes | None
    area_m2: float | tuple[float, float] | None
    notes: tuple[str, ...] = ()
    refused: bool | None = False


def at(points: Sequence[Point]) -> list[Point]:
    """Points of a shape where it lies."""
    return [(X + place[0], Y + place[1], *place[2:]) for place in points]


def box(x: float, y: float, side: float = 100.0, height: float | None = None) -> list[Point]:
    """A closed square from its lower left corner."""
    top = y + (side if height is None else height)
    return at([(x, y), (x + side, y), (x + side, top), (x, top), (x, y)])


def circle(count: int, radius: float = 50.0) -> list[Point]:
    """A closed ring of ``count`` vertices around the middle."""
    turns = np.linspace(0.0, 2.0 * math.pi, count, endpoint=False)
    ring = [(50 + radius * math.cos(turn), 50 + radius * math.sin(turn)) for turn in turns]
    return at([*ring, ring[0]])


def circle_m2(count: int, radius: float = 50.0) -> float:
    """Area of that ring: a regular polygon."""
    return count / 2 * radius**2 * math.sin(2 * math.pi / count)


def many_holes(side: int, gap: float = 0.0) -> bytes:
    """A square with ``side`` × ``side`` square holes of half the mesh."""
    mesh = 100.0 / side
    holes = [
        box(mesh * (column + 0.25), mesh * (row + 0.25), mesh / 2 - gap)
        for row in range(side)
        for column in range(side)
    ]
    return polygon(box(0, 0), *holes)


def _of_rings() -> list[Shape]:
    square, hole = box(0, 0), box(20, 20, 10)
    tie = at([(0, 0), (100, 100), (100, 0), (0, 100), (0, 0)])
    eight = at([(0, 0), (50, 50), (0, 100), (100, 100), (50, 50), (100, 0), (0, 0)])
    banana = at([(0, 0), (100, 0), (100, 100), (0, 100), (0, 0), (20, 50), (50, 20), (0, 0)])
    spike = at([(0, 0), (100, 0), (100, 50), (300, 50), (100, 50), (100, 100), (0, 100), (0, 0)])
    inward = at([(0, 0), (100, 0), (100, 50), (40, 50), (100, 50), (100, 100), (0, 100), (0, 0)])
    twice = [*square[:-1], *square]
    repeated = [corner for corner in square for _ in range(3)]
    backwards = square[::-1]
    comb = at([(x, 100.0 if x % 2 else 0.0) for x in range(100)])
    return [
        Shape("bow tie", polygon(tie), 5_000.0, INVALID),
        Shape("two triangles that touch in a vertex of one ring", polygon(eight), 5_000.0, INVALID),
        Shape("hole drawn as a loop of the outer ring", polygon(banana), 8_950.0, INVALID),
        Shape("spike outwards", polygon(spike), 10_000.0, INVALID),
        Shape("spike inwards", polygon(inward), 10_000.0, INVALID),
        Shape("ring drawn twice round", polygon(twice), (0.0, 10_000.0), (*INVALID, *GONE)),
        Shape("every vertex three times", polygon(repeated), 10_000.0),
        Shape("ring clockwise", polygon(backwards), 10_000.0),
        Shape("hole in the same direction", polygon(square, hole), 9_900.0),
        Shape(
            "hole touching the shell in a point",
            polygon(square, at([(0, 50), (10, 45), (10, 55), (0, 50)])),
            9_950.0,
        ),
        Shape("hole along the shell", polygon(square, box(0, 20, 10)), 9_900.0, INVALID),
        Shape("hole crossing the shell", polygon(square, box(-5, 20, 10)), 9_950.0, INVALID),
        Shape("hole outside the shell", polygon(square, box(120, 0, 10)), 10_000.0, INVALID),
        Shape("hole as large as the shell", polygon(square, square), None, GONE),
        Shape("hole larger than the shell", polygon(box(20, 20, 10), square), None, GONE),
        Shape("hole drawn twice", polygon(square, hole, hole), 9_900.0, INVALID),
        Shape("hole in a hole", polygon(square, box(20, 20, 50), hole), 7_500.0, INVALID),
        Shape("holes that overlap", polygon(square, box(20, 20, 20), box(30, 30, 20)), 9_300.0, INVALID),
        Shape("holes that share an edge", polygon(square, hole, box(30, 20, 10)), 9_800.0, INVALID),
        Shape("hole of three equal points", polygon(square, [hole[0]] * 4), 10_000.0, (*INVALID, "hairline")),
        Shape("hole without points", polygon(square, []), 10_000.0),
        Shape("ring not closed", polygon(square[:-1]), 10_000.0, ("rings_mended",)),
        Shape("comb that folds back", polygon([*comb, comb[0]]), (0.0, 10_000.0), INVALID),
        Shape("circle of 100 000 vertices", polygon(circle(100_000)), circle_m2(100_000)),
        Shape("10 000 holes", many_holes(100), 7_500.0),
        Shape(
            "10 000 holes that touch", many_holes(100, gap=-0.5), (0.0, 100.0), (*INVALID, *GONE, "hairline")
        ),
    ]


def _without_area() -> list[Shape]:
    corner, other = at([(0, 0), (100, 100)])
    nothing = [
        ("no geometry", None),
        ("empty polygon", polygon()),
        ("polygon of an empty ring", polygon([])),
        ("polygon of one point", polygon([corner])),
        ("polygon of the same point four times", polygon([corner] * 4)),
        ("polygon there and back", polygon([corner, other, corner])),
        ("polygon along a line", polygon([corner, other, *at([(50, 50)]), corner])),
        ("empty multipolygon", multi()),
        ("multipolygon of empty polygons", multi(polygon(), polygon())),
        ("empty collection", multi(kind=7)),
    ]
    return [Shape(name, wkb, None, GONE) for name, wkb in nothing]


def _of_several_parts() -> list[Shape]:
    square, part = polygon(box(0, 0)), polygon(box(0, 0, 40))
    apart, overlap = polygon(box(60, 60, 40)), polygon(box(20, 20, 40))
    return [
        Shape("multipolygon of one part", multi(square), 10_000.0),
        Shape("multipolygon of two parts", multi(part, apart), 3_200.0),
        Shape("multipolygon with a part twice", multi(part, part), 1_600.0, INVALID),
        Shape("multipolygon with parts that overlap", multi(part, overlap), 2_800.0, INVALID),
        Shape("multipolygon with parts side by side", multi(part, polygon(box(40, 0, 40))), 3_200.0, INVALID),
        Shape("multipolygon with a part inside another", multi(square, part), 10_000.0, INVALID),
        Shape("multipolygon with an empty part", multi(polygon(), part), 1_600.0),
        Shape(
            "multipolygon with a part without area",
            multi(part, polygon([box(60, 60)[0]] * 4)),
            1_600.0,
            INVALID,
        ),
        Shape(
            "multipolygon with a bow tie",
            multi(part, polygon(at([(60, 60), (100, 100), (100, 60), (60, 100), (60, 60)]))),
            2_400.0,
            INVALID,
        ),
        Shape(
            "multipolygon of 2 000 parts",
            multi(*(polygon(box(x * 2, y * 4, 1)) for x in range(50) for y in range(40))),
            2_000.0,
        ),
        Shape("multipolygon of 500 equal parts", multi(*[part] * 500), 1_600.0, INVALID),
        Shape("multisurface", multi(part, apart, kind=12), 3_200.0, ("rings_mended",)),
        Shape("collection of polygons", multi(part, apart, kind=7), 3_200.0, refused=None),
        Shape(
            "collection of polygon, line and point",
            multi(part, line(*box(60, 60)[:2]), point(X, Y), kind=7),
            1_600.0,
            INVALID,
            None,
        ),
        Shape("collection in a collection", multi(multi(part, kind=7), apart, kind=7), 3_200.0, refused=None),
        Shape("a line among polygons", line(*box(0, 0)[:3]), None, (*GONE, *INVALID), None),
        Shape("a point among polygons", point(X, Y), None, (*GONE, *INVALID), None),
    ]


def _of_more_dimensions() -> list[Shape]:
    z = [(x, y, 7.0) for x, y in box(0, 0)]
    zm = [(*corner, 3.0) for corner in z]
    no_height = [(x, y, math.nan) for x, y in box(0, 0)]
    return [
        Shape("polygon with heights", polygon(z, kind=1003), 10_000.0),
        Shape("polygon with measures", polygon(z, kind=2003), 10_000.0),
        Shape("polygon with heights and measures", polygon(zm, kind=3003), 10_000.0),
        Shape("polygon with heights of old WKB", polygon(z, kind=0x80000003), 10_000.0, refused=None),
        Shape("polygon with heights that are no numbers", polygon(no_height, kind=1003), 10_000.0),
        Shape("multipolygon with heights", multi(polygon(z, kind=1003), kind=1006), 10_000.0),
        Shape(
            "multipolygon that mixes heights",
            multi(polygon(z, kind=1003), polygon(box(0, 200)), kind=6),
            20_000.0,
            refused=None,
        ),
        Shape("curve polygon", _curve_polygon(), (circle_m2(180), math.pi * 50**2), ("rings_mended",)),
    ]


def _curve_polygon() -> bytes:
    """A circle of 50 m radius as two arcs."""
    arc = at([(0, 50), (50, 100), (100, 50), (50, 0), (0, 50)])
    flat = [value for place in arc for value in place]
    ring = struct.pack("<BII", 1, 8, len(arc)) + struct.pack(f"<{len(flat)}d", *flat)
    return struct.pack("<BII", 1, 10, 1) + ring


def _of_odd_numbers() -> list[Shape]:
    def moved(change: Callable[[float, float], Point]) -> bytes:
        first, second, third, *rest = box(0, 0)
        return polygon([first, second, change(*third), *rest])

    # A spike from half of the square to the equator: 100 m × 3 300 km at most, whatever part is looked at.
    to_equator = (5_000.0, 1.7e8)
    far = [(x + 1e15, y) for x, y in box(0, 0)]
    small = [(x / 1e6, y / 1e6) for x, y in [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]]
    cases: list[tuple[str, bytes, Any, tuple[str, ...], bool | None]] = [
        ("a vertex that is no number", moved(lambda x, _y: (x, math.nan)), None, GONE, None),
        ("all vertices no numbers", polygon([(math.nan, math.nan)] * 5), None, GONE, None),
        ("a vertex at infinity", moved(lambda _x, y: (math.inf, y)), None, GONE, None),
        ("a vertex at minus infinity", moved(lambda _x, _y: (-math.inf, -math.inf)), None, GONE, None),
        ("a vertex at the largest number", moved(lambda _x, _y: (1.7e308, 1.7e308)), None, (), True),
        ("a vertex at 10¹⁵", moved(lambda _x, y: (1e15, y)), None, (), True),
        ("a vertex at the smallest number", moved(lambda x, _y: (x, 5e-324)), to_equator, INVALID, False),
        ("all vertices at 10¹⁵", polygon(far), None, (), True),
        ("a vertex at minus zero", moved(lambda x, _y: (x, -0.0)), to_equator, INVALID, False),
        ("a square of 1 µm", polygon(at(small)), (0.0, 1e-3), (*GONE, "hairline"), False),
        ("a strip of 1 mm × 100 m", polygon(box(0, 0, 0.001, 100.0)), 0.1, (), False),
        ("a strip of 1 nm × 100 m", polygon(box(0, 0, 1e-9, 100.0)), (0.0, 1e-6), (*GONE, "hairline"), False),
    ]
    return [Shape(*case) for case in cases]


def _of_bad_bytes() -> list[Shape]:
    square = polygon(box(0, 0))
    cases = [
        ("WKB cut in the middle", square[:50]),
        ("WKB of its head alone", square[:9]),
        ("WKB of no bytes", b""),
        ("WKB with bytes after its end", square + b"\x00" * 9),
        ("WKB that claims 4 billion points", struct.pack("<BIII", 1, 3, 1, 0xFFFFFFFF) + square[13:]),
        ("WKB that claims 4 billion rings", struct.pack("<BII", 1, 3, 0xFFFFFFFF) + square[9:]),
        ("WKB of an unknown type", struct.pack("<BI", 1, 77) + square[5:]),
        ("WKB of an unknown byte order", b"\x07" + square[1:]),
        ("WKB nested 200 deep", multi(kind=7)[:5] + _nested(200)[5:]),
    ]
    return [
        Shape(name, wkb, (0.0, 10_000.0), GONE if "after" not in name else (), None) for name, wkb in cases
    ]


def _nested(depth: int) -> bytes:
    form = polygon(box(0, 0))
    for _ in range(depth):
        form = multi(form, kind=7)
    return form


SHAPES: tuple[Shape, ...] = (
    *_of_rings(),
    *_without_area(),
    *_of_several_parts(),
    *_of_more_dimensions(),
    *_of_odd_numbers(),
    *_of_bad_bytes(),
)
