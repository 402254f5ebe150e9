# SPDX-License-Identifier: GPL-2.0-or-later
"""The account book: versions, withdrawn entries, balance, killed writers, two writers, other files."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest
from dualcarbon.plugin.domain import embedded_store
from dualcarbon.plugin.domain.account_book import (
    ENTRY_COLUMNS,
    Filter,
    GeoPackageBook,
    PostgresBook,
    Posting,
    differences,
    pivot,
    post,
    read_entries,
    read_pivot,
)
from dualcarbon.plugin.domain.account_book.schema import ACCOUNTS
from dualcarbon.plugin.domain.embedded_store import connection
from dualcarbon.plugin.domain.errors import Cancelled, ConservationError, InputError, OutputError
from postgres import PORT, UnavailableError, cluster

ROOT = Path(__file__).resolve().parents[2]


def entries(*rows, year=2023):
    """Rows of (unit, item, value) as entries in tonnes."""
    frame = pd.DataFrame(
        [
            {"unit": unit, "year": year, "item": item, "scope": "", "value": value, "measure": "t C"}
            for unit, item, value in rows
        ],
        columns=list(ENTRY_COLUMNS),
    )
    return frame.assign(tier="1", source="survey")


def posting(frame, number=1, **more):
    return Posting(
        f"run-{number}", f"2026-01-0{number}T00:00:00Z", "dualcarbon:sinkbaseline", "0.1", "{}", frame, **more
    )


@pytest.fixture(scope="module")
def database():
    """The socket folder of a PostgreSQL cluster of its own."""
    pytest.importorskip("psycopg2", reason="psycopg2 is not installed")
    context = cluster()
    try:
        folder = context.__enter__()
    except UnavailableError as reason:
        pytest.skip(str(reason))
    yield folder
    context.__exit__(None, None, None)


@pytest.fixture(params=["geopackage", "postgres"])
def book(request, tmp_path):
    """A blank book of either kind."""
    if request.param == "geopackage":
        return GeoPackageBook(tmp_path / "碳账户.gpkg")
    import psycopg2

    dsn = f"host={request.getfixturevalue('database')} port={PORT} user=tester dbname=postgres"
    with closing(psycopg2.connect(dsn)) as connection, connection, connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA IF EXISTS dualcarbon_book CASCADE")
    return PostgresBook("账本", dsn)


@pytest.fixture
def file_book(tmp_path):
    """A blank book in a file."""
    return GeoPackageBook(tmp_path / "碳账户.gpkg")


TOWN = (("北镇", "baseline/stock", 100.0), ("北镇", "baseline/stock/pool:agb", 40.0))
REST = ("北镇", "baseline/stock/pool:soc", 60.0)


def test_a_book_keeps_every_version(book):
    done = post(book, posting(entries(*TOWN, REST)))
    assert (done.added, done.superseded, done.withdrawn, done.unchanged) == (3, 0, 0, 0)
    again = post(book, posting(entries(*TOWN, REST), 2))
    assert (again.written, again.unchanged) == (0, 3)
    better = entries(("北镇", "baseline/stock", 110.0), ("北镇", "baseline/stock/pool:agb", 50.0), REST)
    third = post(book, posting(better, 3))
    assert (third.added, third.superseded, third.unchanged) == (0, 2, 1)
    now = read_entries(book).set_index("item")
    assert now["value"].to_dict() == {
        "baseline/stock": 110.0,
        "baseline/stock/pool:agb": 50.0,
        "baseline/stock/pool:soc": 60.0,
    }
    story = read_entries(book, Filter(item="baseline/stock/pool:agb"), history=True)
    assert story[["version", "value", "posting_id"]].values.tolist() == [
        [1, 40.0, "run-1"],
        [2, 50.0, "run-3"],
    ]


def test_what_a_new_account_no_longer_has_is_withdrawn(book):
    post(book, posting(entries(*TOWN, REST, ("北镇", "emission/co2", 7.0), ("东镇", "baseline/stock", 5.0))))
    done = post(book, posting(entries(("北镇", "baseline/stock", 100.0)), 2))
    assert (done.withdrawn, done.unchanged) == (2, 1)
    left = read_entries(book)
    # Another account and another unit are not touched.
    assert set(zip(left["unit"], left["item"])) == {
        ("北镇", "baseline/stock"),
        ("北镇", "emission/co2"),
        ("东镇", "baseline/stock"),
    }
    back = post(book, posting(entries(*TOWN, REST), 3))
    assert (back.superseded, back.unchanged) == (2, 1)
    assert read_entries(book, Filter(item="baseline/stock/pool:agb"), history=True)["version"].tolist() == [
        1,
        2,
        3,
    ]


def test_an_account_that_does_not_add_up_is_refused_and_leaves_nothing(book):
    with pytest.raises(ConservationError, match=r"北镇 2023 baseline/stock: 100 ≠ 40"):
        post(book, posting(entries(*TOWN)))
    with pytest.raises(InputError, match="no account book"):
        read_entries(book)
    post(book, posting(entries(*TOWN, REST)))
    with pytest.raises(ConservationError, match="90"):
        post(book, posting(entries(("北镇", "baseline/stock", 90.0), *TOWN[1:], REST), 2))
    assert read_entries(book)["value"].tolist() == [100.0, 40.0, 60.0]


def test_two_breakdowns_of_one_stock_each_add_up(book):
    by_class = ("北镇", "baseline/stock/class:paddy", 99.0)
    apart = differences(entries(*TOWN, REST, by_class).assign(account="baseline"), {})
    assert apart[["item", "whole", "parts"]].values.tolist() == [["baseline/stock", 100.0, 99.0]]


def test_towns_add_up_to_their_county(book):
    parents = {"北镇": "样例县", "东镇": "样例县"}
    towns = [("北镇", "baseline/stock", 100.0), ("东镇", "baseline/stock", 50.0)]
    post(book, posting(entries(*towns), parents=parents))
    with pytest.raises(ConservationError, match=r"样例县 2023 baseline/stock: 151 ≠ 150"):
        post(book, posting(entries(("样例县", "baseline/stock", 151.0)), 2))
    post(book, posting(entries(("样例县", "baseline/stock", 150.0)), 3))
    # A town that changes takes the county with it, or is refused.
    with pytest.raises(ConservationError, match="样例县"):
        post(book, posting(entries(("北镇", "baseline/stock", 120.0)), 4))
    both = entries(("北镇", "baseline/stock", 120.0), ("样例县", "baseline/stock", 170.0))
    assert post(book, posting(both, 5)).superseded == 2


def test_a_county_is_not_held_against_half_of_its_towns(book):
    parents = {"北镇": "样例县", "东镇": "样例县"}
    rows = entries(("北镇", "baseline/stock", 100.0), ("样例县", "baseline/stock", 150.0))
    assert post(book, posting(rows, parents=parents)).added == 2


def test_opening_and_changes_lead_to_closing(book):
    post(book, posting(entries(("北镇", "baseline/stock", 100.0))))

    def year_2024(opening, additions, closing):
        balance = "baseline/stock/balance"
        return entries(
            ("北镇", "baseline/stock", 103.0),
            ("北镇", f"{balance}:opening", opening),
            ("北镇", f"{balance}:additions", additions),
            ("北镇", f"{balance}:reductions", 2.0),
            ("北镇", f"{balance}:closing", closing),
            year=2024,
        )

    with pytest.raises(ConservationError, match=r"103 ≠ 102"):
        post(book, posting(year_2024(100.0, 4.0, 103.0), 2))
    with pytest.raises(ConservationError, match=r"100 ≠ 101"):
        post(book, posting(year_2024(101.0, 4.0, 103.0), 3))
    assert post(book, posting(year_2024(100.0, 5.0, 103.0), 4)).added == 5


def test_a_year_before_cannot_be_rewritten_under_the_opening_of_the_next(book):
    post(book, posting(entries(("北镇", "land/stock", 100.0))))
    later = [("land/stock", 110.0), ("land/stock/balance:opening", 100.0)]
    post(book, posting(entries(*(("北镇", *row) for row in later), year=2024), 2))
    with pytest.raises(ConservationError, match=r"北镇 2024 land/stock: 90 ≠ 100"):
        post(book, posting(entries(("北镇", "land/stock", 90.0)), 3))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"item": "stock"}, "stock"),
        ({"unit": " "}, "Row 1"),
        ({"year": 2023.5}, "Row 1"),
        ({"value": float("inf")}, "Row 1"),
        ({"measure": ""}, "Row 1"),
    ],
)
def test_rows_that_are_no_entries_are_refused(book, change, sentence):
    with pytest.raises(InputError, match=sentence):
        post(book, posting(entries(("北镇", "baseline/stock", 1.0)).assign(**change)))
    with pytest.raises(InputError, match="no account book"):
        read_entries(book)


def test_the_same_entry_twice_in_one_posting_is_refused(book):
    with pytest.raises(InputError, match=r"two entries.*北镇"):
        post(book, posting(pd.concat([entries(TOWN[0]), entries(TOWN[0])])))
    with pytest.raises(InputError, match="no entries"):
        post(book, posting(entries()))


def test_missing_values_stay_missing(book):
    row = entries(("北镇", "baseline/stock", float("nan"))).assign(low=None, high=None)
    post(book, posting(row))
    assert read_entries(book)[["value", "low", "high"]].isna().all(axis=None)
    assert post(book, posting(row, 2)).unchanged == 1


def test_the_book_cannot_be_rewritten_behind_its_back(book):
    post(book, posting(entries(*TOWN, REST)))
    for statement in ("UPDATE entries SET value = 0", "DELETE FROM entries", "DELETE FROM postings"):
        with pytest.raises(OutputError, match="only added to"), book.writing() as session:
            session.run(statement)
    assert read_entries(book)["value"].tolist() == [100.0, 40.0, 60.0]


def test_a_pivot_has_a_row_for_each_unit_and_year(book):
    post(book, posting(entries(*TOWN, REST)))
    post(book, posting(entries(("北镇", "baseline/stock", 104.0), year=2024), 2))
    table = pivot(read_entries(book))
    assert table.loc[("北镇", 2023), "baseline/stock/pool:agb"] == 40.0
    assert table.loc[("北镇", 2024), "baseline/stock"] == 104.0
    assert read_entries(book, Filter(years=frozenset({2024})))["value"].tolist() == [104.0]


def test_another_file_is_refused_and_stays(tmp_path, file_book):
    other = tmp_path / "other.gpkg"
    with sqlite3.connect(other) as raw:
        raw.execute("CREATE TABLE parcels (id INTEGER)")
    raw.close()
    before = other.read_bytes()
    with pytest.raises(InputError, match="not a store of this plugin"):
        post(GeoPackageBook(other), posting(entries(*TOWN, REST)))
    assert other.read_bytes() == before
    with pytest.raises(InputError, match="no account book"):
        read_entries(file_book)


def test_a_cancel_leaves_the_book_as_it_was(book):
    post(book, posting(entries(*TOWN, REST)))

    def stop(_share):
        raise Cancelled

    with pytest.raises(Cancelled):
        post(book, posting(entries(("北镇", "baseline/stock", 1.0)), 2), stop)
    assert read_entries(book, history=True)["posting_id"].tolist() == ["run-1"] * 3


def test_a_second_writer_waits_and_then_says_so(file_book, monkeypatch):
    post(file_book, posting(entries(*TOWN, REST)))
    monkeypatch.setattr(connection, "WAIT_S", 0.5)
    with sqlite3.connect(file_book.path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(OutputError, match="another program"):
            post(file_book, posting(entries(("北镇", "baseline/stock", 1.0)), 2))
        other.execute("ROLLBACK")
    other.close()


WRITER = """
import sys
sys.path.insert(0, {folder!r})
import conftest
import pandas as pd
from pathlib import Path
from dualcarbon.plugin.domain.account_book import GeoPackageBook, PostgresBook, Posting, post
place, number, scale = sys.argv[1], 0, int(sys.argv[3])
book = PostgresBook("book", place) if place.startswith("host=") else GeoPackageBook(Path(place))
parts = (("baseline/stock", 3.0), ("baseline/stock/pool:a", 1.0), ("baseline/stock/pool:b", 2.0))
while True:
    number += 1
    rows = [
        dict(unit=f"u{{unit}}", year=2000 + number % 20, item=item, scope="", value=value * number * scale,
             low=None, high=None, measure="t C", tier="1", source="s")
        for unit in range(100)
        for item, value in parts
    ]
    name = f"{{sys.argv[2]}}-{{number}}"
    post(book, Posting(name, "2026-01-01T00:00:00Z", "test", "0", "{{}}", pd.DataFrame(rows)))
    print(number, flush=True)
"""


def place_of(book):
    return book.dsn if isinstance(book, PostgresBook) else str(book.path)


def start_writer(book, name, scale):
    script = WRITER.format(folder=str(ROOT / "tests"))
    return subprocess.Popen(
        [sys.executable, "-c", script, place_of(book), name, str(scale)],
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def test_a_killed_writer_leaves_a_book_that_opens_and_balances(book):
    """Killed at eight moments; only what was not committed is lost."""
    for moment in range(8):
        writer = start_writer(book, f"kill-{moment}", 1 + moment)
        assert writer.stdout is not None
        told = writer.stdout.readline()
        time.sleep(moment * 0.01)
        writer.send_signal(signal.SIGKILL)
        told = [told, *writer.stdout.read().splitlines()]
        writer.wait()
        story = read_entries(book, history=True)
        mine = story[story["posting_id"].str.startswith(f"kill-{moment}-")]
        # Every posting that was reported is there, whole; one more may have been committed unreported.
        finished = {f"kill-{moment}-{line.strip()}" for line in told if line.strip()}
        assert finished <= set(mine["posting_id"])
        assert len(set(mine["posting_id"]) - finished) <= 1
        assert set(mine.groupby("posting_id").size()) == {300}
        assert len(differences(read_entries(book), {})) == 0


def test_two_writers_at_once_lose_nothing(book):
    writers = [start_writer(book, name, scale) for name, scale in (("one", 1), ("two", 7))]
    finished = set()
    for writer, name in zip(writers, ("one", "two")):
        assert writer.stdout is not None
        finished |= {f"{name}-{writer.stdout.readline().strip()}" for _ in range(2)}
    for writer in writers:
        writer.kill()
        writer.wait()
        writer.stdout.close()
    story = read_entries(book, history=True)
    assert finished <= set(story["posting_id"])
    assert len(differences(read_entries(book), {})) == 0
    assert not story.duplicated(["unit", "year", "item", "scope", "version"]).any()


def test_a_posting_waits_for_a_reader_and_is_not_lost(file_book, monkeypatch):
    """A reader in the middle of the file keeps a writer from committing, but only for a while."""
    post(file_book, posting(entries(*TOWN, REST)))
    reader = sqlite3.connect(file_book.path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM entries").fetchall()
    monkeypatch.setattr(connection, "LOOK_S", 0.02)
    looks = []

    def look(share):
        looks.append(share)
        if looks.count(1.0) or len(looks) > 50:
            reader.rollback()

    with embedded_store.writing(file_book.path, ACCOUNTS, progress=look) as store:
        store.execute("INSERT INTO words (word) VALUES ('waited')")
    reader.close()
    assert looks
    with closing(sqlite3.connect(file_book.path)) as raw:
        assert raw.execute("SELECT count(*) FROM words WHERE word = 'waited'").fetchone() == (1,)


def test_a_pivot_by_number_is_the_pivot_of_the_entries(book):
    scoped = entries(("北镇", "emission/co2", 7.0), ("东镇", "emission/co2", 8.0)).assign(scope="2")
    rows = pd.concat([entries(*TOWN, REST), scoped], ignore_index=True)
    post(book, posting(rows))
    post(book, posting(entries(("北镇", "baseline/stock", 100.0)), 2))
    pd.testing.assert_frame_equal(read_pivot(book), pivot(read_entries(book)), check_names=False)
    assert read_pivot(book).loc[("东镇", 2023), "emission/co2 | 2"] == 8.0
    assert "baseline/stock/pool:agb" not in read_pivot(book)
