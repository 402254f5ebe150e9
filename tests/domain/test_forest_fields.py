# SPDX-License-Identifier: GPL-2.0-or-later
"""Fields of forest stands: numbers that cannot be, age groups in words, and volumes by kind."""

from __future__ import annotations

import math

import numpy as np
import pytest
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.domain.forest import StandFields

FIELDS = StandFields("小班", np.array(["a", "b"], dtype=object))


@pytest.mark.parametrize(
    ("read", "words"),
    [
        (lambda: FIELDS.numbers([1.0, "many"], "XJ"), "no number"),
        (lambda: FIELDS.numbers([1.0, -2.0], "XJ"), "negative"),
        (lambda: FIELDS.volumes([90.0, 90.0], "XJ", "m3", np.array([1.0, 0.05])), "VOLUME_KIND"),
        (lambda: FIELDS.volumes([90.0, 1501.0], "XJ", "m3_per_ha", np.array([1.0, 1.0])), "1500"),
        (lambda: FIELDS.increments([5.0, 400.0], "SZL"), "per hectare"),
        (lambda: FIELDS.shares([0.3, 30.0], "FD"), "per cent"),
        (lambda: FIELDS.areas_within([0.1, 9.0], "AD", np.array([1.0, 1.0])), "larger than the stand"),
        (lambda: FIELDS.age_groups(["1", "老龄林"], "LZ"), "幼龄林"),
    ],
)
def test_figures_that_cannot_be_are_refused_by_field_and_stand(read, words):
    with pytest.raises(InputError, match=words) as caught:
        read()
    assert caught.value.values["id"] == "b"


def test_age_groups_come_as_numbers_and_words():
    fields = StandFields("小班", np.arange(6).astype(object))
    read = fields.age_groups(["1", 2.0, "近熟林", "成熟", None, 5], "LZ")
    assert read.tolist()[:4] == [1, 2, 3, 4]
    assert math.isnan(read[4])
    assert read[5] == 5


def test_volumes_by_kind():
    area = np.array([2.0, 4.0])
    assert FIELDS.volumes(["100", None], "XJ", "m3_per_ha", area).tolist()[0] == 200.0
    assert FIELDS.volumes([100, 100], "XJ", "m3", area).tolist() == [100.0, 100.0]
