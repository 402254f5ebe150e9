# SPDX-License-Identifier: GPL-2.0-or-later
"""Blank account books of either kind."""

from __future__ import annotations

from contextlib import closing

import pytest
from dualcarbon.plugin.domain.account_book import GeoPackageBook, PostgresBook
from postgres import PORT, cluster_or_skip


@pytest.fixture(scope="session")
def database():
    """The socket folder of a PostgreSQL cluster of its own."""
    with cluster_or_skip() as folder:
        yield folder


@pytest.fixture
def database_book(database):
    """A blank book in a database."""
    import psycopg2

    dsn = f"host={database} port={PORT} user=tester dbname=postgres"
    with closing(psycopg2.connect(dsn)) as connection, connection, connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA IF EXISTS dualcarbon_book CASCADE")
    return PostgresBook("账本", dsn)


@pytest.fixture
def file_book(tmp_path):
    """A blank book in a file."""
    return GeoPackageBook(tmp_path / "碳账户.gpkg")


@pytest.fixture(params=["file_book", "database_book"], ids=["geopackage", "postgres"])
def book(request):
    """A blank book of either kind."""
    return request.getfixturevalue(request.param)
