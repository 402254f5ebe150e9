# SPDX-License-Identifier: GPL-2.0-or-later
"""Killed writers and writers at once: the book opens, balances and lacks only what was not committed."""

from __future__ import annotations

import os
import random
import signal
import time
from contextlib import suppress
from pathlib import Path

import pytest
from book_writers import account_of, writers
from dualcarbon.plugin.domain.account_book import (
    GeoPackageBook,
    PostgresBook,
    differences,
    read_entries,
    read_pivot,
)

UNITS, ITEMS = 40, 24
#: Rows of a posting of two years.
ROWS = UNITS * 2 * (ITEMS + 1)


@pytest.fixture(scope="module")
def crew():
    with writers() as found:
        yield found


def job(book, name, postings=1, factor=1.0, **manners):
    place = book.dsn if isinstance(book, PostgresBook) else str(book.path)
    size = {"units": UNITS, "items": ITEMS}
    return {"place": place, "name": name, "postings": postings, "factor": factor, **size, **manners}


def postings_of(book):
    """How many rows of the book are of each posting."""
    counted = """SELECT posting_id, COUNT(entry_id) FROM postings LEFT JOIN entries USING (posting_no)
        GROUP BY posting_no, posting_id ORDER BY posting_no"""
    with book.reading() as session:
        return {} if session is None else dict(session.run(counted))


def assert_sound(book, factor):
    """Balanced, and as the posting with this factor stated it: entries and pivot."""
    standing = read_entries(book)
    assert len(differences(standing, {})) == 0
    expected = account_of(UNITS, ITEMS, factor).set_index(["unit", "year", "item"])["value"]
    assert standing.set_index(["unit", "year", "item"])["value"].equals(expected.sort_index())
    pivot = read_pivot(book).table
    assert pivot["emission/co2/07 | 1"].tolist() == [7.0 * factor] * UNITS * 2


def kill_at_moments(book, crew, count):
    """Kill a posting at each of so many random moments, spread over its whole time.

    After each the book must hold the postings that were reported, whole, and at most the killed one in
    addition, if it died between committing and reporting. Returns how many of the killed postings are
    in the book, and how many died while they wrote into the file.
    """
    moments = random.Random(20260101)
    crew.start(job(book, "first"))
    kept, last = crew.wait()["posted"], 1.0
    begin = time.perf_counter()
    crew.start(job(book, "timed", factor=2.0))
    kept, last = [*kept, *crew.wait()["posted"]], 2.0
    whole, torn = 1.1 * (time.perf_counter() - begin), 0
    for number in range(count):
        name, factor = f"kill-{number}-1", 3.0 + number
        (writer,) = crew.start(job(book, f"kill-{number}", factor=factor))
        time.sleep(whole * (number + moments.random()) / count)
        with suppress(ProcessLookupError):
            os.kill(writer, signal.SIGKILL)
        told = crew.wait()["posted"]
        torn += isinstance(book, GeoPackageBook) and Path(f"{book.path}-journal").exists()
        found = postings_of(book)
        assert set(found) - {name} == set(kept)
        assert set(told) <= set(found)
        assert set(found.values()) == {ROWS}
        kept, last = list(found), factor if name in found else last
        assert_sound(book, last)
    return len(kept) - 2, torn


def test_fifty_kills_at_random_moments_lose_only_what_was_not_committed(file_book, crew):
    kept, torn = kill_at_moments(file_book, crew, 50)
    # The moments reach from before the first write to the commit: some postings never came, some were torn.
    assert kept < 50
    assert torn > 0
    crew.start(job(file_book, "after", factor=99.0))
    assert crew.wait()["posted"] == ["after-1"]
    assert_sound(file_book, 99.0)


def test_a_killed_writer_of_a_database_leaves_nothing_half(database_book, crew):
    kept, _torn = kill_at_moments(database_book, crew, 12)
    assert kept < 12


def test_writers_at_once_lose_nothing(book, crew):
    """Three writers of eight postings each, on units that overlap: every posting is there, in one order."""
    jobs = [job(book, f"writer-{number}", 8, factor=100.0**number, first=20 * number) for number in range(3)]
    crew.start(*jobs)
    told = crew.wait()
    assert told["refused"] == []
    assert postings_of(book) == dict.fromkeys(told["posted"], ROWS)
    assert len(told["posted"]) == 3 * 8
    story = read_entries(book, history=True)
    # Units 20 to 59 have two or three writers: their versions count on without gap or double.
    versions = story.groupby(["unit", "year", "item"])["version"].agg([list, "size"])
    assert (versions["list"].map(sorted) == versions["size"].map(lambda size: [*range(1, size + 1)])).all()
    assert sorted(set(versions["size"])) == [8, 16]
    standing = read_entries(book)
    assert len(differences(standing, {})) == 0
    last = story.sort_values("posting_no").groupby(["unit", "year", "item"])["value"].last()
    assert standing.set_index(["unit", "year", "item"])["value"].equals(last)
    pivot = read_pivot(book).table["emission/co2 | 1"]
    assert pivot.equals(last.xs("emission/co2", level="item").rename("emission/co2 | 1"))
