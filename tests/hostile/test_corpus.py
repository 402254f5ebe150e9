# SPDX-License-Identifier: GPL-2.0-or-later
"""How many cases there are, and that each has a name of its own."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from types import ModuleType

from hostile import (
    test_attributes,
    test_encodings,
    test_files,
    test_fuzz_readers,
    test_geometries,
    test_hostile_manifests,
    test_hostile_outputs,
    test_hostile_rasters,
    test_hostile_reports,
    test_hostile_stores,
    test_hostile_table_files,
    test_hostile_tables_in_tools,
    test_odd_layers,
    test_places,
    test_sources,
)

#: Modules of ``Case``, and those whose cases are the parameters of their tests.
OF_LAYERS = (test_geometries, test_attributes, test_encodings, test_files, test_places, test_sources)
OF_FILES = (
    *(test_hostile_manifests, test_hostile_outputs, test_hostile_rasters, test_hostile_reports),
    *(test_hostile_stores, test_hostile_table_files, test_hostile_tables_in_tools, test_odd_layers),
)
LEAST = 1_000


def cases_of(module: ModuleType) -> Iterator[tuple[str, int]]:
    """The tests of a module and how many sets of parameters each has."""
    for name, test in vars(module).items():
        if name.startswith("test_") and callable(test):
            marks = [mark for mark in getattr(test, "pytestmark", ()) if mark.name == "parametrize"]
            yield name, math.prod(len(list(mark.args[1])) for mark in marks)


def examples() -> int:
    """The examples of all readers and ways of breaking a file."""
    fuzzed = [count for name, count in cases_of(test_fuzz_readers) if "sound" not in name]
    return test_fuzz_readers.EXAMPLES * sum(fuzzed)


def test_the_corpus_is_large_and_every_case_is_one_of_its_own(tell):
    cases = [case for module in OF_LAYERS for case in module.CASES]
    files = sum(count for module in OF_FILES for _name, count in cases_of(module))
    tell(
        f"hostile cases: {len(cases) + files} ({len(cases)} of layers and places, {files} of tables, packs, "
        f"rasters, manifests, reports, stores, outputs), and {examples()} files broken at random"
    )
    assert min(len(cases), files) > 0
    assert len(cases) + files >= LEAST
    assert [name for name, count in Counter(map(str, cases)).items() if count > 1] == []


def test_every_kind_of_case_is_there():
    kinds = Counter(case.kind for module in OF_LAYERS for case in module.CASES)
    assert min(kinds.values()) >= 5, kinds
    assert all(dict(cases_of(module)) for module in OF_FILES)
