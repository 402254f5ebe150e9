# SPDX-License-Identifier: GPL-2.0-or-later
"""Texts that attack queries go into the stores as texts and come out as they went in."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from book_cases import entries, posting
from dualcarbon.plugin.domain.account_book import GeoPackageBook, PostgresBook, post, read_entries
from dualcarbon.plugin.domain.account_book.text_limit import MAX_BYTES
from dualcarbon.plugin.domain.errors import DualCarbonError
from dualcarbon.plugin.domain.findings_store import read_findings
from plan_cases import box, line_of, plan_of
from postgres import PORT, cluster_or_skip
from store_story import Story

from hostile.wicked import SHORT_TEXTS, TEXTS

#: No layer and no table holds zero bytes, and blanks name nothing.
NAMES = {name: text for name, text in SHORT_TEXTS.items() if name not in ("null", "blank")}
#: What a book takes.
BOOKED = {name: text for name, text in NAMES.items() if len(text.encode()) <= MAX_BYTES}


@pytest.fixture(scope="module")
def findings(tmp_path_factory) -> Path:
    """A store of a check in which every homestead has a hostile id, on farmland with a hostile one."""
    path = tmp_path_factory.mktemp("store") / "findings.gpkg"
    homesteads = [(text, "0703", box(100 * number, 0, 90, 90)) for number, text in enumerate(NAMES.values())]
    farmland = line_of("pbf", (TEXTS["sql"], box(-10, -10, 100 * len(NAMES) + 100, 60)))
    story = Story(path)
    for _again in range(2):
        story.check(plan_of(*homesteads), farmland)
    return path


@pytest.mark.parametrize("name", NAMES)
def test_a_findings_store_keeps_an_id_as_it_is(findings, name):
    found = read_findings(findings)
    assert set(found.loc[found["plan_id"] == NAMES[name], "state"]) == {"open"}


def test_a_findings_store_has_all_tables_and_each_finding_once(findings):
    found = read_findings(findings)
    assert set(found["plan_id"]) == set(NAMES.values())
    assert not found["finding_key"].duplicated().any()
    with closing(sqlite3.connect(findings)) as database:
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {"findings", "history"} <= {name.split("_")[-1] for name in tables}


@pytest.fixture(scope="module")
def server():
    """The connection string of a PostgreSQL cluster of its own."""
    with cluster_or_skip() as folder:
        yield f"host={folder} port={PORT} user=tester dbname=postgres"


@pytest.fixture(scope="module", params=["geopackage", "postgres"])
def kept_in(request, tmp_path_factory):
    """A book that has a unit and a source of each text, in a file and in a database."""
    if request.param == "geopackage":
        book = GeoPackageBook(tmp_path_factory.mktemp("book") / "book.gpkg")
    else:
        book = PostgresBook("账本", request.getfixturevalue("server"))
    rows = entries(*((text, "baseline/stock", 1.0) for text in BOOKED.values()))
    post(book, posting(rows.assign(source=list(BOOKED.values()))))
    return book


@pytest.fixture(scope="module")
def kept(kept_in):
    """The entries of that book."""
    return read_entries(kept_in)


@pytest.mark.parametrize("name", BOOKED)
def test_an_account_book_keeps_a_unit_and_a_source_as_they_are(kept, name):
    rows = kept[kept["unit"] == BOOKED[name]]
    assert rows["source"].tolist() == [BOOKED[name]]
    assert rows["value"].tolist() == [1.0]


@pytest.mark.parametrize("name", ["blank", "digits", "long", "long word"])
def test_a_book_keeps_a_text_that_is_no_name_or_refuses_it_and_stays(kept_in, name):
    before = len(read_entries(kept_in))
    said = ""
    try:
        post(kept_in, posting(entries((TEXTS[name], "baseline/stock", 1.0)), number=2))
    except DualCarbonError as error:
        said = str(error)
    units = read_entries(kept_in)["unit"]
    assert TEXTS[name] in set(units) or (said.endswith(".") and len(units) == before)
