# SPDX-License-Identifier: GPL-2.0-or-later
"""Every file that the plugin reads as a whole, broken at random: a sentence or a reading, nothing else.

The same cases on every machine and every day; a fixed number of them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from dualcarbon.plugin.domain.errors import DualCarbonError
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from hostile.sound_files import SoundFile, sound_files, sound_stores, tables
from hostile.watched import snapshot, watched
from hostile.wicked import broken_bytes, broken_cells, broken_json, broken_table

#: Examples of each reader and level, and seconds after which one counts as a hang.
EXAMPLES, LIMIT_S = 40, 20
MANIFEST = "run.manifest.json"
JSON = [file for file in sound_files() if file.name == MANIFEST]
fixed = settings(
    derandomize=True,
    database=None,
    max_examples=EXAMPLES,
    deadline=timedelta(seconds=LIMIT_S),
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


def outcome(file: SoundFile, content: bytes, folder: Path) -> str:
    """Read a broken file under the watch; what was said, empty where it was read."""
    path = folder / file.name
    path.write_bytes(content)
    before = snapshot(folder)
    said = ""
    with watched(folder):
        try:
            file.read(path)
        except DualCarbonError as error:
            said = str(error)
            assert said.strip()
    assert snapshot(folder) == before
    return said


def fuzz(file: SoundFile, folder: Path, broken: Callable[[bytes], st.SearchStrategy[bytes]]) -> None:
    @fixed
    @given(broken(file.content))
    def never_crashes(content: bytes) -> None:
        outcome(file, content, folder)

    never_crashes()


@pytest.mark.parametrize("file", sound_files(), ids=str)
def test_the_sound_file_is_read(file, tmp_path):
    assert outcome(file, file.content, tmp_path) == ""


@pytest.mark.parametrize("file", sound_files(), ids=str)
def test_bytes_broken_at_random(file, tmp_path):
    fuzz(file, tmp_path, broken_bytes)


@pytest.mark.parametrize("file", tables(), ids=str)
def test_cells_that_somebody_meant_badly(file, tmp_path):
    fuzz(file, tmp_path, broken_cells)


@pytest.mark.parametrize("file", tables(), ids=str)
def test_tables_of_another_shape(file, tmp_path):
    fuzz(file, tmp_path, broken_table)


@pytest.mark.parametrize("file", JSON, ids=str)
def test_manifests_with_entries_of_other_kinds(file, tmp_path):
    fuzz(file, tmp_path, broken_json)


@pytest.mark.parametrize("number", range(2), ids=["book", "findings"])
def test_stores_broken_at_random(number, tmp_path):
    store = sound_stores(tmp_path)[number]
    assert outcome(store, store.content, tmp_path) == ""
    fuzz(store, tmp_path, broken_bytes)
