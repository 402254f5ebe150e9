# SPDX-License-Identifier: GPL-2.0-or-later
"""Books of another schema version: an older one is brought up to date, a newer one refused with a remedy."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from book_cases import REST, TOWN, entries, posting
from dualcarbon.plugin.domain.account_book import GeoPackageBook, differences, post, read_entries, read_pivot
from dualcarbon.plugin.domain.account_book.migrations import ACCOUNTS
from dualcarbon.plugin.domain.errors import InputError, OutputError

VERSION_1 = Path(__file__).with_name("account_book_version_1.sql")
#: What the three postings of that book left standing.
STANDING = {
    ("东镇", 2023, "baseline/stock"): 5.0,
    ("北镇", 2023, "baseline/stock"): 110.0,
    ("北镇", 2024, "emission/co2 | 2"): 7.0,
}


@pytest.fixture
def old_book(tmp_path):
    path = tmp_path / "旧账本.gpkg"
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(VERSION_1.read_text("utf-8"))
    return GeoPackageBook(path)


def schema_of(book):
    with book.reading() as session:
        return dict(session.run("SELECT item, value FROM dualcarbon_store"))["schema"]


def standing(book):
    stacked = read_pivot(book).table.stack()
    return {(unit, year, item): value for (unit, year, item), value in stacked.items()}


def test_reading_brings_an_older_book_up_to_date(old_book):
    assert standing(old_book) == STANDING
    assert schema_of(old_book) == str(ACCOUNTS.schema)
    assert len(read_entries(old_book, history=True)) == 9


def test_posting_into_an_older_book_goes_on_with_its_versions(old_book):
    done = post(old_book, posting(entries(("北镇", "baseline/stock", 120.0)), 4))
    assert (done.superseded, done.withdrawn) == (1, 0)
    assert standing(old_book) == {**STANDING, ("北镇", 2023, "baseline/stock"): 120.0}
    story = read_entries(old_book, history=True)
    own = story[(story["unit"] == "北镇") & (story["item"] == "baseline/stock")]
    assert own["version"].tolist() == [1, 2, 3]
    assert len(differences(read_entries(old_book), {"北镇": "样例县", "东镇": "样例县"})) == 0


def test_a_migration_that_fails_leaves_the_older_book_as_it_was(old_book):
    with closing(sqlite3.connect(old_book.path)) as raw:
        raw.execute("CREATE TABLE sheets (mine TEXT)")
    before = old_book.path.read_bytes()
    with pytest.raises(OutputError, match="sheets already exists"):
        post(old_book, posting(entries(*TOWN, REST), 4))
    assert old_book.path.read_bytes() == before


def test_an_older_book_in_a_database_is_brought_up_to_date(book):
    post(book, posting(entries(*TOWN, REST)))
    post(book, posting(entries(("北镇", "baseline/stock", 110.0)), 2))
    with book.writing() as session:
        # Version 1 was the same without the sheets.
        session.run("DROP TABLE sheets")
        session.run("UPDATE dualcarbon_store SET value = '1' WHERE item = 'schema'")
    assert standing(book) == {("北镇", 2023, "baseline/stock"): 110.0}
    assert schema_of(book) == str(ACCOUNTS.schema)
    post(book, posting(entries(("北镇", "baseline/stock", 120.0)), 3))
    assert standing(book) == {("北镇", 2023, "baseline/stock"): 120.0}


@pytest.mark.parametrize("version", [str(ACCOUNTS.schema + 1), "0", "later"])
def test_a_book_of_a_newer_plugin_is_refused_with_a_remedy_and_stays(book, version):
    post(book, posting(entries(*TOWN, REST)))
    with book.writing() as session:
        session.run("UPDATE dualcarbon_store SET value = ? WHERE item = 'schema'", (version,))
    sentence = "Use the plugin that wrote it|is not a store of this plugin"
    for call in (read_entries, read_pivot, lambda own: post(own, posting(entries(*TOWN, REST), 2))):
        with pytest.raises(InputError, match=sentence):
            call(book)
