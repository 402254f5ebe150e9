# SPDX-License-Identifier: GPL-2.0-or-later
"""How docks write figures: units and decimals as the project wants them, else as the user does."""

from __future__ import annotations

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..domain.profiles import Profile, format_rounded, load_profile
from ..i18n import speaks_chinese
from .settings import DECIMALS, chosen

AREA, CARBON = DECIMALS
#: Quantities of a profile by the setting that says with how many decimals they are written.
QUANTITIES = {
    AREA: ("area", "parcel_area", "parcel_hectares"),
    CARBON: ("carbon", "co2", "co2e", "flux", "parcel_co2", "parcel_co2e", "parcel_flux"),
}
#: Decimals of figures that stand in units of their own, where the user wants no others.
USUAL_DECIMALS = 2
#: Most decimals of a figure that is held against a target.
MOST_SHOWN = 4
#: Units of measure that accounts and targets give areas in.
AREA_MEASURES = ("ha", "hm2", "hm²", "km2", "km²", "m2", "m²", "mu", "亩", "公顷")


class FigureStyle(QObject):
    """One for all docks; ``changed`` is sent when figures are to be written otherwise."""

    changed = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self._choices = _choices()
        self._profile = _profile_of(self._choices)
        self._signals = (QgsProject.instance().readProject, QgsProject.instance().cleared)
        for signal in self._signals:
            signal.connect(self.refresh)

    @property
    def profile(self) -> Profile:
        """Units and decimals of areas and carbon."""
        return self._profile

    def refresh(self, *_read: object) -> None:
        """Look at the settings again."""
        choices = _choices()
        if choices != self._choices:
            self._choices, self._profile = choices, _profile_of(choices)
            self.changed.emit()

    def unit_of(self, quantity: str) -> str:
        """The unit of a quantity in the language of QGIS."""
        return self._profile.unit(quantity, "zh" if speaks_chinese() else "en")

    def decimals_of(self, measure: str) -> int:
        """Decimals of a figure of an account, which stands in a unit of its own."""
        wanted = self._choices[AREA if measure in AREA_MEASURES else CARBON]
        return int(wanted) if wanted else USUAL_DECIMALS

    def write(self, value: float, measure: str) -> str:
        """A figure that is held against a target: areas as chosen, others as short as they are."""
        wanted = self._choices[AREA]
        if wanted and measure in AREA_MEASURES:
            return format_rounded(value, int(wanted))
        return f"{value:,.{MOST_SHOWN}f}".rstrip("0").rstrip(".")

    def release(self) -> None:
        """Let go of the project."""
        for signal in self._signals:
            signal.disconnect(self.refresh)


def _choices() -> dict[str, str]:
    return {name: chosen(name) for name in ("PROFILE", *DECIMALS)}


def _profile_of(choices: dict[str, str]) -> Profile:
    wanted = {
        quantity: int(choices[name]) for name in DECIMALS if choices[name] for quantity in QUANTITIES[name]
    }
    return load_profile(choices["PROFILE"], wanted)
