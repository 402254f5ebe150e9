# SPDX-License-Identifier: GPL-2.0-or-later
"""The account book: versions, withdrawn entries, balance, other files, a second writer."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pandas as pd
import pytest
from book_cases import REST, TOWN, entries, posting
from dualcarbon.plugin.domain import embedded_store
from dualcarbon.plugin.domain.account_book import Filter, GeoPackageBook, differences, post, read_entries
from dualcarbon.plugin.domain.account_book.migrations import ACCOUNTS
from dualcarbon.plugin.domain.embedded_store import connection
from dualcarbon.plugin.domain.errors import Cancelled, ConservationError, InputError, OutputError


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


@pytest.mark.parametrize(("soil", "apart"), [(60.00005, 0), (60.0002, 1), (59.9998, 1)])
def test_sums_agree_within_a_millionth(soil, apart):
    """100 t of which 40 are told: half a millionth is rounding, two millionths are not."""
    rows = entries(*TOWN, ("北镇", "baseline/stock/pool:soc", soil)).assign(account="baseline")
    assert len(differences(rows, {})) == apart


def test_a_whole_that_is_unknown_beside_known_parts_does_not_hold():
    unknown = ("北镇", "baseline/stock", float("nan"))
    rows = entries(unknown, *TOWN[1:], REST).assign(account="baseline")
    assert len(differences(rows, {})) == 1
    assert len(differences(rows.assign(value=float("nan")), {})) == 0


def test_an_opening_goes_back_to_the_last_year_with_a_figure():
    years = [
        entries(("北镇", "land/stock", 100.0), year=2020),
        entries(("北镇", "land/stock", float("nan")), year=2021),
        entries(("北镇", "land/stock/balance:opening", 101.0), year=2022),
    ]
    apart = differences(pd.concat(years, ignore_index=True).assign(account="land"), {})
    assert apart[["kind", "whole", "parts"]].values.tolist() == [["carried forward", 100.0, 101.0]]


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


@pytest.fixture
def book_of_two_rhythms(book):
    """北镇 books every other year, 东镇 the years between and the one after."""
    post(book, posting(entries(("北镇", "land/stock", 100.0), year=2020)))
    for number, year in enumerate((2021, 2023), start=2):
        post(book, posting(entries(("东镇", "land/stock", 7.0), year=year), number))
    return book


def test_an_opening_goes_back_to_the_last_year_of_its_own_unit(book_of_two_rhythms):
    later = [("北镇", "land/stock", 110.0), ("北镇", "land/stock/balance:opening", 101.0)]
    with pytest.raises(ConservationError, match=r"北镇 2022 land/stock: 100 ≠ 101"):
        post(book_of_two_rhythms, posting(entries(*later, year=2022), 4))


@pytest.mark.parametrize("year", [2020, 2022])
def test_the_next_opening_of_its_own_unit_holds_a_year_back(book_of_two_rhythms, year):
    later = [("北镇", "land/stock", 110.0), ("北镇", "land/stock/balance:opening", 100.0)]
    post(book_of_two_rhythms, posting(entries(*later, year=2024), 4))
    with pytest.raises(ConservationError, match=r"北镇 2024 land/stock: 90 ≠ 100"):
        post(book_of_two_rhythms, posting(entries(("北镇", "land/stock", 90.0), year=year), 5))
    assert post(book_of_two_rhythms, posting(entries(("东镇", "land/stock", 9.0), year=year), 6)).written == 1


def test_a_figure_that_becomes_known_or_unknown_is_a_new_version(book):
    """Year by year the same row: 5, unknown, unknown again, 5."""
    nothing = float("nan")
    done = [
        post(book, posting(entries(("北镇", "land/stock", value)), number))
        for number, value in enumerate((5.0, nothing, nothing, 5.0), start=1)
    ]
    assert [(one.added, one.superseded, one.unchanged) for one in done] == [
        (1, 0, 0),
        (0, 1, 0),
        (0, 0, 1),
        (0, 1, 0),
    ]


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
