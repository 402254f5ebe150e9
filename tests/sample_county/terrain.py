# SPDX-License-Identifier: GPL-2.0-or-later
"""Relief, outline and wavy lines: the smooth random fields on which the county is laid out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]


class Waves:
    """A smooth random field of zero mean and unit standard deviation: a sum of plane waves."""

    def __init__(
        self, rng: np.random.Generator, shortest_m: float, longest_m: float, count: int = 14
    ) -> None:
        length = np.exp(rng.uniform(np.log(shortest_m), np.log(longest_m), count))
        angle = rng.uniform(0, 2 * np.pi, count)
        self._wave = (2 * np.pi / length)[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1)
        self._phase = rng.uniform(0, 2 * np.pi, count)
        self._amplitude = np.sqrt(length) / np.sqrt((length / 2).sum())

    def __call__(self, xy: Points) -> npt.NDArray[np.float64]:
        total = np.zeros(len(xy))
        for (wave_x, wave_y), phase, amplitude in zip(self._wave, self._phase, self._amplitude):
            total += amplitude * np.cos(xy[:, 0] * wave_x + xy[:, 1] * wave_y + phase)
        return total


@dataclass(frozen=True)
class Outline:
    """The county border as a radius that varies with the direction from the centre (0, 0)."""

    mean_radius_m: float
    harmonics: npt.NDArray[np.float64]  # rows: order, amplitude, phase

    def radius_m(self, xy: Points) -> npt.NDArray[np.float64]:
        """Border distance in the direction of each point."""
        direction = np.arctan2(xy[:, 1], xy[:, 0])
        factor = np.ones(len(xy))
        for order, amplitude, phase in self.harmonics:
            factor += amplitude * np.cos(order * direction + phase)
        return self.mean_radius_m * factor

    def contains(self, xy: Points) -> npt.NDArray[np.bool_]:
        """True for points inside the county."""
        return np.hypot(xy[:, 0], xy[:, 1]) < self.radius_m(xy)


def make_outline(area_m2: float, rng: np.random.Generator) -> Outline:
    """An outline of about the given area."""
    orders = np.array([2, 3, 4, 5, 7, 11, 17, 26])
    amplitudes = 0.16 / orders * rng.uniform(0.5, 1.3, len(orders))
    harmonics = np.stack([orders, amplitudes, rng.uniform(0, 2 * np.pi, len(orders))], axis=1)
    spread = 1 + (amplitudes**2).sum() / 2
    return Outline(float(np.sqrt(area_m2 / (np.pi * spread))), harmonics)


def wavy_line(
    start: Points,
    end: Points,
    sway: float,
    step_m: float,
    rng: np.random.Generator,
    bends: int = 4,
    decay: float = 1.0,
) -> Points:
    """A smooth line from `start` to `end` that sways by about `sway` of its length; points every `step_m`.

    The sway is a sum of half waves; `decay` tells how fast the shorter ones fade.
    """
    length = float(np.hypot(*(end - start)))
    along = np.linspace(0, 1, max(8, int(length / step_m) * 4))
    offset = np.zeros(len(along))
    for bend in range(1, bends + 1):
        offset += rng.uniform(-1, 1) / bend**decay * np.sin(np.pi * bend * along)
    direction = (end - start) / max(length, 1e-9)
    normal = np.array([-direction[1], direction[0]])
    dense = start + along[:, None] * (end - start) + (sway * length * offset)[:, None] * normal
    return resample(dense, step_m)


def resample(line: Points, step_m: float) -> Points:
    """Points at equal distances of about `step_m` along a polyline."""
    travelled = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    count = max(3, round(travelled[-1] / step_m) + 1)
    targets = np.linspace(0, travelled[-1], count)
    return np.stack([np.interp(targets, travelled, line[:, axis]) for axis in (0, 1)], axis=1)


def normals(line: Points) -> Points:
    """Unit normals (to the left) at the points of a polyline."""
    tangent = np.gradient(line, axis=0)
    tangent /= np.hypot(tangent[:, 0], tangent[:, 1])[:, None]
    return np.stack([-tangent[:, 1], tangent[:, 0]], axis=1)
