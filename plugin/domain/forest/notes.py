# SPDX-License-Identifier: GPL-2.0-or-later
"""What the account of forest stands tells: stands without figures, and readings that were taken."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..notes import NoteBook
from .methods import STOCK, Fluxes
from .parameters import ForestParameters
from .stands import Stands

Bools = npt.NDArray[np.bool_]
Objects = npt.NDArray[np.object_]

#: A mean growing stock (m³/ha) so low that a field per hectare may have been read as per stand.
LOW_MEAN_M3_HA = 10.0


def note_account(
    stands: Stands,
    counted: Stands,
    classes: Objects,
    by_stand: pd.DataFrame,
    fluxes: Fluxes | None,
    parameters: ForestParameters,
    method: str,
    notes: NoteBook,
) -> None:
    """Tell of every stand without figures with its area, and of borrowed factors."""
    _note_bamboo(stands, classes == "bamboo", notes)
    _note_no_ground(stands, notes)
    active = np.array([name is not None for name in counted.species], dtype=bool)
    _note_no_volume(stands, active & ~np.isfinite(stands.volume_m3), notes)
    _note_low_volume(stands, active & np.isfinite(stands.volume_m3), notes)
    _note_zero_volume(stands, active & (stands.volume_m3 == 0), notes)
    if method != STOCK:
        has_flux = by_stand["removal_tco2e_a"].notna().to_numpy()
        _note_no_flux(stands, active & ~has_flux, notes)
    if stands.volume_before_m3 is not None:
        grown = np.sign(stands.volume_m3 - stands.volume_before_m3)
        against = grown * by_stand["net_tco2e_a"].to_numpy() > 0
        _note_class_steps(stands, active & against, notes)
    if stands.harvest_m3_a is not None:
        _note_harvest(stands, active & (stands.harvest_m3_a > stands.volume_m3), notes)
    if fluxes is not None:
        _note_borrowed(stands, active & fluxes.borrowed, parameters, notes)
    if len(stands.none_stated):
        _note_none_stated(stands, active & stands.none_stated, notes)


def _note_bamboo(stands: Stands, rows: Bools, notes: NoteBook) -> None:
    if rows.any():
        notes.add(
            "bamboo_without_volume",
            "{count} stands of bamboo in layer “{layer}” ({area_ha:.4f} ha) have no growing stock: they "
            "are not claimed, their carbon stays with the factor set.",
            count=int(rows.sum()),
            area_ha=math.fsum(stands.area_ha[rows]),
            ids=stands.ids[rows],
            warning=False,
            layer=stands.layer,
        )


def _note_no_ground(stands: Stands, notes: NoteBook) -> None:
    rows = stands.area_ha <= 0
    if rows.any():
        notes.add(
            "stands_without_ground",
            "{count} stands of layer “{layer}” have no usable geometry or no area: they and their "
            "{volume_m3:.1f} m³ of growing stock are left out of all figures. Draw or delete them in the "
            "layer.",
            count=int(rows.sum()),
            ids=stands.ids[rows],
            layer=stands.layer,
            volume_m3=math.fsum(stands.volume_m3[rows & np.isfinite(stands.volume_m3)]),
        )


def _note_low_volume(stands: Stands, rows: Bools, notes: NoteBook) -> None:
    area_ha = math.fsum(stands.area_ha[rows])
    mean = math.fsum(stands.volume_m3[rows]) / area_ha if area_ha else math.nan
    if 0 < mean < LOW_MEAN_M3_HA:
        notes.add(
            "volume_low",
            "The stands of layer “{layer}” hold {mean:.2f} m³/ha of growing stock on average. If the volume "
            "field is per hectare, set VOLUME_KIND to “m3_per_ha”.",
            count=int(rows.sum()),
            area_ha=area_ha,
            layer=stands.layer,
            mean=mean,
        )


def _note_no_volume(stands: Stands, rows: Bools, notes: NoteBook) -> None:
    if rows.any():
        notes.add(
            "volume_missing",
            "{count} stands of layer “{layer}” ({area_ha:.4f} ha) have no volume: their stock is not known "
            "here and not claimed. Fill the volume field.",
            count=int(rows.sum()),
            area_ha=math.fsum(stands.area_ha[rows]),
            ids=stands.ids[rows],
            layer=stands.layer,
        )


def _note_zero_volume(stands: Stands, rows: Bools, notes: NoteBook) -> None:
    if rows.any():
        notes.add(
            "volume_zero",
            "{count} stands of layer “{layer}” ({area_ha:.4f} ha) have a volume of 0: their stock is 0, "
            "though saplings below the diameter of the inventory hold some. Leave the volume empty where "
            "it was not measured.",
            count=int(rows.sum()),
            area_ha=math.fsum(stands.area_ha[rows]),
            ids=stands.ids[rows],
            layer=stands.layer,
        )


def _note_no_flux(stands: Stands, rows: Bools, notes: NoteBook) -> None:
    if rows.any():
        notes.add(
            "biomass_change_unknown",
            "{count} stands of layer “{layer}” ({area_ha:.4f} ha) lack a figure that the chosen method needs "
            "(growth, age, volume or a parameter): their removal and emission are NULL and not claimed.",
            count=int(rows.sum()),
            area_ha=math.fsum(stands.area_ha[rows]),
            ids=stands.ids[rows],
            layer=stands.layer,
        )


def _note_class_steps(stands: Stands, rows: Bools, notes: NoteBook) -> None:
    if rows.any():
        notes.add(
            "class_step",
            "{count} stands of layer “{layer}” ({area_ha:.4f} ha) gain volume but lose carbon, or the "
            "reverse: they pass into a class with another BCEF or root-to-shoot ratio. Use forest "
            "parameters without classes, or by finer ones, for change between dates.",
            count=int(rows.sum()),
            area_ha=math.fsum(stands.area_ha[rows]),
            ids=stands.ids[rows],
            layer=stands.layer,
        )


def _note_harvest(stands: Stands, rows: Bools, notes: NoteBook) -> None:
    if rows.any():
        notes.add(
            "harvest_above_volume",
            "{count} stands of layer “{layer}” ({area_ha:.4f} ha) lose more to harvest in a year than "
            "their growing stock: the harvest field must hold m³/a of the stand, and the volume that "
            "before the cut.",
            count=int(rows.sum()),
            area_ha=math.fsum(stands.area_ha[rows]),
            ids=stands.ids[rows],
            layer=stands.layer,
        )


def _note_borrowed(stands: Stands, rows: Bools, parameters: ForestParameters, notes: NoteBook) -> None:
    if rows.any():
        notes.add(
            "expansion_borrowed",
            "Forest parameters “{table}” have no expansion factor of their own for increment or removals of "
            "{count} stands ({area_ha:.4f} ha): the BEF of the growing stock is used.",
            count=int(rows.sum()),
            area_ha=math.fsum(stands.area_ha[rows]),
            ids=stands.ids[rows],
            table=parameters.id,
        )


def _note_none_stated(stands: Stands, rows: Bools, notes: NoteBook) -> None:
    if rows.any():
        notes.add(
            "loss_read_as_none",
            "Harvest or disturbance is empty in {count} stands of layer “{layer}” ({area_ha:.4f} ha): read "
            "as none.",
            count=int(rows.sum()),
            area_ha=math.fsum(stands.area_ha[rows]),
            ids=stands.ids[rows],
            warning=False,
            layer=stands.layer,
        )


def note_shares(shares: dict[str, dict[str, float]], parameters: ForestParameters, notes: NoteBook) -> None:
    """Tell what share of a quantity has no interval."""
    for name, share in shares.items():
        if share["no_interval_share"] > 0:
            notes.add(
                "no_interval",
                "{percent:.1f} % of {quantity} rests on forest parameters “{table}” without an interval: the "
                "bounds leave these out and are too narrow. Add low and high to the table.",
                percent=100.0 * share["no_interval_share"],
                quantity=name,
                table=parameters.id,
            )
