# SPDX-License-Identifier: GPL-2.0-or-later
"""A real ``qgis_process`` that is killed while it posts: the book holds the posting whole or not at all."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from book_writers import account_of

UNITS, ITEMS = 300, 30
ROWS = UNITS * 2 * (ITEMS + 1)
KILLS = 4


@pytest.fixture
def lifetime(tmp_path, monkeypatch):
    """A file with the seconds after which the next ``qgis_process`` is killed."""
    from demo.case import DemoError
    from demo.process import find_executable

    try:
        program = find_executable()
    except DemoError as reason:
        pytest.skip(str(reason))
    seconds, mortal = tmp_path / "seconds", tmp_path / "mortal_qgis_process"
    seconds.write_text("600")
    mortal.write_text(f'#!/bin/sh\nexec timeout -s KILL "$(cat {seconds})" {program} "$@"\n')
    mortal.chmod(0o755)
    monkeypatch.setenv("QGIS_PROCESS", str(mortal))
    return seconds


def test_a_killed_qgis_process_leaves_the_book_whole(lifetime, qgis_process, tmp_path):
    from dualcarbon.plugin.domain.account_book import GeoPackageBook, differences, read_entries

    book, table = GeoPackageBook(tmp_path / "book.gpkg"), tmp_path / "account.csv"

    def post(factor):
        account_of(UNITS, ITEMS, factor).to_csv(table, index=False)
        call = ["run", "dualcarbon:postaccount", f"--STORE={book.path}", f"--ACCOUNT={table}"]
        begin = time.perf_counter()
        done = qgis_process.call(*call)
        return done.returncode == 0, time.perf_counter() - begin

    posted, whole = post(1.0)
    assert posted
    kept, moments = [1.0], random.Random(5)
    for number in range(KILLS):
        lifetime.write_text(f"{whole * (0.3 + 0.7 * (number + moments.random()) / KILLS):.3f}")
        factor = 2.0 + number
        posted, _seconds = post(factor)
        story = read_entries(book, history=True)
        sizes = story.groupby("posting_no", sort=True).size().tolist()
        assert sizes in ([ROWS] * len(kept), [ROWS] * (len(kept) + 1))
        if len(sizes) > len(kept):
            kept.append(factor)
        # What ended well is in the book, whatever became of the others.
        assert not posted or kept[-1] == factor
        standing = read_entries(book)
        assert len(differences(standing, {})) == 0
        assert set(standing.loc[standing["item"] == "emission/co2/01", "value"]) == {kept[-1]}
    assert len(kept) <= KILLS
    lifetime.write_text("600")
    assert post(99.0)[0]
    assert len(read_entries(book, history=True)) == ROWS * (len(kept) + 1)
    assert list(Path(tmp_path).glob("*-journal")) == []
