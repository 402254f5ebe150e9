# SPDX-License-Identifier: GPL-2.0-or-later
"""The one family of errors that a user may see.

Every error is a sentence that names what is wrong (layer, feature, field, file,
row) and what to do about it. The sentence is kept as an English template with
named placeholders, so that the border to QGIS can translate it.
"""

from __future__ import annotations


class DualCarbonError(Exception):
    """A sentence for the user: an English ``template`` and the ``values`` that fill it."""

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template)
        self.template = template
        self.values = values

    def __str__(self) -> str:
        return self.template.format(**self.values)


class InputError(DualCarbonError):
    """A layer, field, geometry or parameter of the user cannot be used as it is."""


class ClassError(DualCarbonError):
    """A land-use code or classification cannot be resolved without guessing."""


class FactorError(DualCarbonError):
    """A factor set is broken, mixed or lacks what the calculation needs."""


class RuleError(DualCarbonError):
    """A rule pack is broken or does not fit the layers at hand."""


class ConservationError(DualCarbonError):
    """The parts do not add up to the whole: the figures must not be used."""


class OutputError(DualCarbonError):
    """A result could not be written or does not read back as written."""


class Cancelled(DualCarbonError):
    """The user stopped the run; nothing of it may remain."""

    def __init__(self) -> None:
        super().__init__("The run was cancelled.")


def without_frames(error: Exception) -> Exception:
    """The error, and those behind it, without tracebacks: their frames hold all that was at hand."""
    one: BaseException | None = error
    while one is not None:
        one.__traceback__ = None
        one = one.__cause__ or one.__context__
    return error
