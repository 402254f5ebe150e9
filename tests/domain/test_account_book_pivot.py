# SPDX-License-Identifier: GPL-2.0-or-later
"""Pivots of the account book: what the entries say, whatever was posted before, in both kinds of books."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pandas as pd
import pytest
from book_cases import REST, TOWN, entries, posting
from dualcarbon.plugin.domain.account_book import (
    BY_YEAR,
    Filter,
    GeoPackageBook,
    post,
    read_entries,
    read_pivot,
)
from dualcarbon.plugin.domain.errors import InputError, OutputError
from hypothesis import given, settings
from hypothesis import strategies as st


def of_entries(book, index, columns, wanted=None):
    """The pivot that pandas makes of the entries themselves."""
    frame = read_entries(book, wanted)
    scoped = frame["scope"].map(lambda scope: f" | {scope}" if scope else "")
    frame = frame.assign(column=frame["item"] + scoped, year_name="y" + frame["year"].astype(str))
    return frame.set_index([*index, columns])["value"].unstack(columns).sort_index(axis=1)


def assert_pivots_agree(book, wanted=None):
    by_item, by_year = read_pivot(book, wanted), read_pivot(book, wanted, BY_YEAR)
    expected = of_entries(book, ["unit", "year"], "column", wanted)
    pd.testing.assert_frame_equal(by_item.table, expected, check_names=False)
    expected = of_entries(book, ["unit", "item", "scope", "measure"], "year_name", wanted)
    pd.testing.assert_frame_equal(by_year.table, expected, check_names=False)
    assert by_item.entries == by_year.entries == len(read_entries(book, wanted))


def test_a_pivot_has_a_row_for_each_unit_and_year_or_a_column_for_each_year(book):
    post(book, posting(entries(*TOWN, REST)))
    post(book, posting(entries(("北镇", "baseline/stock", 104.0), year=2024), 2))
    table = read_pivot(book).table
    assert table.loc[("北镇", 2023), "baseline/stock/pool:agb"] == 40.0
    assert table.loc[("北镇", 2024), "baseline/stock"] == 104.0
    years = read_pivot(book, layout=BY_YEAR).table
    assert years.loc[("北镇", "baseline/stock", "", "t C")].to_dict() == {"y2023": 100.0, "y2024": 104.0}
    assert years.loc[("北镇", "baseline/stock/pool:agb", "", "t C")].isna().to_dict() == {
        "y2023": False,
        "y2024": True,
    }


def test_a_withdrawn_entry_and_a_superseded_value_are_in_no_pivot(book):
    scoped = entries(("北镇", "emission/co2", 7.0), ("东镇", "emission/co2", 8.0)).assign(scope="2")
    post(book, posting(pd.concat([entries(*TOWN, REST), scoped], ignore_index=True)))
    post(book, posting(entries(("北镇", "baseline/stock", 101.0)), 2))
    assert_pivots_agree(book)
    table = read_pivot(book).table
    assert table.columns.tolist() == ["baseline/stock", "emission/co2 | 2"]
    assert table.loc[("北镇", 2023)].tolist() == [101.0, 7.0]
    post(book, posting(entries(("北镇", "baseline/area", 1.0)), 3))
    assert "baseline/stock" not in read_pivot(book).table


def test_two_units_of_measure_never_share_a_column(book):
    post(book, posting(entries(("北镇", "emission/co2", 7.0))))
    post(book, posting(entries(("东镇", "emission/co2", 0.5)).assign(measure="kt C"), 2))
    pivot = read_pivot(book)
    assert pivot.table.columns.tolist() == ["emission/co2 | kt C", "emission/co2 | t C"]
    assert pivot.measures == ["kt C", "t C"]
    assert pivot.table.loc[("东镇", 2023)].isna().tolist() == [False, True]


def test_filters_leave_rows_and_columns_out(book):
    rows = (("北镇", "emission/co2", 7.0), ("东镇", "emission/co2", 8.0))
    post(book, posting(entries(*TOWN, REST, *rows)))
    post(book, posting(entries(("北镇", "baseline/stock", 104.0), year=2024), 2))
    for wanted in (
        Filter(units=frozenset({"东镇"})),
        Filter(years=frozenset({2024})),
        Filter(item="baseline/stock/pool:agb"),
        Filter(scopes=frozenset({""}), units=frozenset({"北镇"}), item="emission"),
    ):
        assert_pivots_agree(book, wanted)
    assert read_pivot(book, Filter(item="nothing/here")).table.empty
    assert read_pivot(book, Filter(item="nothing/here"), BY_YEAR).table.empty


def test_a_book_that_does_not_exist_has_no_pivot_and_sheets_cannot_be_rewritten(book):
    with pytest.raises(InputError, match="no account book"):
        read_pivot(book)
    post(book, posting(entries(*TOWN, REST)))
    for statement in ("UPDATE sheets SET year = 1900", "DELETE FROM sheets"):
        with pytest.raises(OutputError, match="only added to"), book.writing() as session:
            session.run(statement)
    assert_pivots_agree(book)


#: One posting: for some units and years the parts of an account; a part may lack its value.
POSTINGS = st.lists(
    st.dictionaries(
        st.tuples(st.sampled_from("甲乙"), st.sampled_from((2020, 2021)), st.sampled_from(("a", "b"))),
        st.dictionaries(
            st.tuples(st.sampled_from(("x", "y", "z")), st.sampled_from(("", "1"))),
            st.tuples(st.none() | st.integers(-9, 9), st.sampled_from(("t", "kt"))),
            min_size=1,
        ),
        min_size=1,
    ),
    min_size=1,
    max_size=4,
)


def booked(number, stated):
    rows = [
        {
            "unit": unit, "year": year, "item": f"{account}/{item}", "scope": scope,
            "value": float("nan") if value is None else float(value), "measure": measure,
        }
        for (unit, year, account), parts in stated.items()
        for (item, scope), (value, measure) in parts.items()
    ]  # fmt: skip
    return posting(pd.DataFrame(rows).assign(low=None, high=None, tier="1", source="s"), number)


@settings(max_examples=40)
@given(POSTINGS)
def test_after_any_postings_a_pivot_holds_what_the_entries_say(postings):
    with tempfile.TemporaryDirectory() as folder:
        book = GeoPackageBook(Path(folder) / "book.gpkg")
        for number, stated in enumerate(postings, 1):
            post(book, booked(number, stated))
        standing = read_entries(book)
        pivot = read_pivot(book, layout=BY_YEAR).table
        found = {
            (unit, item, scope, measure, year): row[f"y{year}"]
            for (unit, item, scope, measure), row in pivot.iterrows()
            for year in (2020, 2021)
            if f"y{year}" in row and not pd.isna(row[f"y{year}"])
        }
        names = ["unit", "item", "scope", "measure", "year", "value"]
        known = standing.dropna(subset=["value"])[names].itertuples(index=False)
        assert found == {tuple(row[:-1]): row[-1] for row in known}
        assert read_pivot(book).entries == len(standing)
