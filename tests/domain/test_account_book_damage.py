# SPDX-License-Identifier: GPL-2.0-or-later
"""Torn writes, full disks, files that are read-only, locked or broken: no half posting, and a sentence."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path

import pytest
from book_cases import REST, TOWN, entries, posting
from book_writers import account_of, writers
from dualcarbon.plugin.domain.account_book import (
    GeoPackageBook,
    Posting,
    differences,
    post,
    read_entries,
    read_pivot,
)
from dualcarbon.plugin.domain.embedded_store import connection
from dualcarbon.plugin.domain.errors import DualCarbonError, OutputError

UNITS, ITEMS = 20, 9
PAGE = 4096


class PowerCutError(Exception):
    """The machine stops."""


@pytest.fixture(scope="module")
def crew():
    with writers() as found:
        yield found


def job(path, name, **manners):
    size = {"units": UNITS, "items": ITEMS, "factor": 2.0}
    return {"place": str(path), "name": name, "postings": 1, **size, **manners}


@pytest.fixture
def kept_book(file_book):
    """A book with one posting."""
    account = account_of(UNITS, ITEMS, 1.0)
    post(file_book, Posting("one", "2026-01-01T00:00:00Z", "test", "0", "{}", account))
    return file_book


def assert_as_posted(book):
    """Sound to the last page, balanced, with the one posting of ``kept_book``; and it takes another."""
    standing = read_entries(book)
    assert len(standing) == UNITS * 2 * (ITEMS + 1)
    assert len(differences(standing, {})) == 0
    assert read_pivot(book).table["emission/co2/07 | 1"].tolist() == [7.0] * UNITS * 2
    assert read_entries(book, history=True)["posting_id"].unique().tolist() == ["one"]
    with closing(sqlite3.connect(book.path)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert post(book, posting(entries(*TOWN, REST), 2)).added == 3


@pytest.fixture
def torn(kept_book, tmp_path):
    """What a power cut leaves in the middle of a posting: the bytes before, file and journal after."""
    before, folder = kept_book.path.read_bytes(), tmp_path / "after"
    folder.mkdir()
    with suppress(PowerCutError), kept_book.writing() as session:
        # So small that changed pages reach the file before the end of the transaction.
        session.run("PRAGMA cache_size = 5")
        session.load("words", [[f"{number * 7919 % 10007}" for number in range(3000)]])
        for suffix in ("", "-journal"):
            shutil.copy(f"{kept_book.path}{suffix}", folder / f"book.gpkg{suffix}")
        raise PowerCutError
    return before, folder / "book.gpkg", folder / "book.gpkg-journal"


def test_a_posting_that_a_power_cut_ends_is_rolled_back(torn):
    before, path, _journal = torn
    assert path.read_bytes()[: len(before)] != before
    assert_as_posted(GeoPackageBook(path))


@pytest.mark.parametrize("seed", range(6))
def test_pages_that_were_half_written_are_restored(torn, seed):
    before, path, _journal = torn
    now = bytearray(path.read_bytes())
    changed = [
        start
        for start in range(0, len(before), PAGE)
        if now[start : start + PAGE] != before[start : start + PAGE]
    ]
    for start in random.Random(seed).sample(changed, min(3, len(changed))):
        now[start + PAGE // 2 : start + PAGE] = os.urandom(PAGE // 2)
    # The file grew as well, and not by whole pages.
    path.write_bytes(now[: len(now) - PAGE // 3])
    assert_as_posted(GeoPackageBook(path))


@pytest.mark.parametrize("seed", range(8))
def test_a_journal_that_was_half_written_does_no_harm(torn, seed):
    """Before its journal is whole on the disk, nothing is written into the file itself."""
    before, path, journal = torn
    written = journal.read_bytes()
    path.write_bytes(before)
    journal.write_bytes(written[: random.Random(seed).randrange(len(written))])
    assert_as_posted(GeoPackageBook(path))


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_file_that_was_cut_off_is_told_and_not_written(kept_book, share):
    whole = kept_book.path.read_bytes()
    kept_book.path.write_bytes(whole[: int(len(whole) * share)])
    before = kept_book.path.read_bytes()
    for call in (read_entries, read_pivot, lambda book: post(book, posting(entries(*TOWN, REST), 2))):
        with pytest.raises(OutputError, match="restore the file from a copy"):
            call(kept_book)
    assert kept_book.path.read_bytes() == before


@pytest.mark.parametrize("room", [0, 3 * PAGE, 20 * PAGE])
def test_a_disk_that_fills_up_leaves_the_book_as_it_was(kept_book, crew, room):
    crew.start(job(kept_book.path, "large", units=400, file_limit=kept_book.path.stat().st_size + room))
    told = crew.wait()
    assert told["posted"] == []
    assert "Check the disk" in told["refused"][0]
    assert_as_posted(kept_book)


def test_a_disk_without_room_for_a_new_book_gets_none(file_book, crew):
    crew.start(job(file_book.path, "first", file_limit=5 * PAGE))
    assert "Check the disk" in crew.wait()["refused"][0]
    assert not file_book.path.exists()


@pytest.fixture
def open_folder():
    """A folder that others may enter, unlike those of pytest."""
    folder = Path(tempfile.mkdtemp(prefix="book-"))
    folder.chmod(0o777)
    yield folder
    folder.chmod(0o777)
    shutil.rmtree(folder)


@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o777, 0o444), (0o555, 0o666), (0o555, 0o444)])
def test_a_book_without_the_right_to_write_is_told(kept_book, crew, open_folder, folder_mode, file_mode):
    path = open_folder / "book.gpkg"
    shutil.copy(kept_book.path, path)
    before = path.read_bytes()
    path.chmod(file_mode)
    open_folder.chmod(folder_mode)
    crew.start(job(path, "barred", nobody=True))
    assert "get the right to write" in crew.wait()["refused"][0]
    assert path.read_bytes() == before


def test_a_book_in_a_folder_without_the_right_to_write_is_told(crew, open_folder):
    open_folder.chmod(0o555)
    crew.start(job(open_folder / "new.gpkg", "barred", nobody=True))
    assert "get the right to write" in crew.wait()["refused"][0]
    assert list(open_folder.iterdir()) == []


def test_a_reader_of_a_book_that_is_being_rewritten_waits_and_then_says_so(kept_book, monkeypatch):
    monkeypatch.setattr(connection, "WAIT_S", 0.3)
    with closing(sqlite3.connect(kept_book.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for call in (read_entries, read_pivot, lambda book: post(book, posting(entries(*TOWN, REST), 2))):
            with pytest.raises(DualCarbonError, match="being written by another program"):
                call(kept_book)
        other.execute("ROLLBACK")
    assert_as_posted(kept_book)


def test_a_book_that_lost_its_words_says_so(kept_book):
    with closing(sqlite3.connect(kept_book.path)) as raw, raw:
        raw.execute("DELETE FROM words")
    for look in (read_entries, read_pivot, lambda book: post(book, posting(entries(*TOWN, REST), 2))):
        with pytest.raises(OutputError, match=r"damaged: .* Restore it from a copy"):
            look(kept_book)


@pytest.mark.parametrize("lost_bytes", [1, 1000, PAGE - 1])
def test_a_book_whose_last_page_is_cut_off_says_so(kept_book, lost_bytes):
    content = kept_book.path.read_bytes()[:-lost_bytes]
    kept_book.path.write_bytes(content)
    for look in (read_entries, read_pivot, lambda book: post(book, posting(entries(*TOWN, REST), 2))):
        with pytest.raises(OutputError, match=r"cut off.*restore the file from a copy"):
            look(kept_book)
    assert kept_book.path.read_bytes() == content
