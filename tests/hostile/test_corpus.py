# SPDX-License-Identifier: GPL-2.0-or-later
"""How many cases there are, and that each has a name of its own."""

from __future__ import annotations

from collections import Counter

from hostile import test_attributes, test_encodings, test_files, test_geometries, test_places, test_sources

MODULES = (test_geometries, test_attributes, test_encodings, test_files, test_places, test_sources)
#: Cases of layers and places; those of tables, packs and rasters count themselves.
LEAST = 700


def test_the_corpus_is_large_and_every_case_is_one_of_its_own(capsys, record_property):
    cases = [case for module in MODULES for case in module.CASES]
    with capsys.disabled():
        print(f"\nhostile cases: {len(cases)} of layers and places")
    record_property("hostile_cases", len(cases))
    assert len(cases) >= LEAST
    assert [name for name, count in Counter(map(str, cases)).items() if count > 1] == []


def test_every_kind_of_case_is_there():
    kinds = Counter(case.kind for module in MODULES for case in module.CASES)
    assert min(kinds.values()) >= 5, kinds
