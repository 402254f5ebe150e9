# SPDX-License-Identifier: GPL-2.0-or-later
"""PostGIS as input: the same account as from memory, and no credentials anywhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from formats import parcels, towns
from layers_by_hand import rows_of
from postgres import PORT, cluster_or_skip
from qgis.core import QgsDataSourceUri, QgsProviderRegistry, QgsVectorLayer

PASSWORD = "geheim-4711"
VALID = "\"DLBM\" <> '9999'"


@pytest.fixture(scope="module")
def database():
    """A connection to a database with the case in it, and the folder of its socket."""
    if "postgres" not in QgsProviderRegistry.instance().providerList():
        pytest.skip("this QGIS has no PostgreSQL provider")
    with cluster_or_skip() as folder:
        import psycopg2

        connection = psycopg2.connect(host=folder, port=PORT, user="tester", dbname="postgres")
        with connection, connection.cursor() as cursor:
            cursor.execute("CREATE EXTENSION postgis")
            for layer, columns in ((parcels(extra=True), ("DLBM", "DLMC")), (towns(), ("XZQMC",))):
                _store(cursor, layer, columns)
        connection.close()
        yield folder


def _store(cursor, layer, columns):
    table = layer.name()
    fields = ", ".join(f'"{name}" text' for name in columns)
    cursor.execute(f'CREATE TABLE "{table}" (id serial PRIMARY KEY, {fields}, geom geometry(Polygon, 4547))')
    for feature in layer.getFeatures():
        names = ", ".join(f'"{name}"' for name in columns)
        marks = ", ".join(["%s"] * len(columns))
        cursor.execute(
            f'INSERT INTO "{table}" ({names}, geom) VALUES ({marks}, ST_GeomFromWKB(%s, 4547))',
            [*(feature[name] for name in columns), bytes(feature.geometry().asWkb().data())],
        )


def uri_of(folder, table, where=""):
    """The source of a table, with a password in it as users' projects have."""
    uri = QgsDataSourceUri()
    uri.setConnection(folder, str(PORT), "postgres", "tester", PASSWORD)
    uri.setDataSource("public", table, "geom", where, "id")
    return uri.uri(False)


def account(run, land, units, **more):
    result = run(
        "sinkbaseline",
        **{"INPUT": land, "CLASS_FIELD": "DLBM", "CLASSIFICATION": "cn_third_survey"},
        **{"UNITS": units, "UNIT_FIELD": "XZQMC", "OUTPUT": "memory:", **more},
    )
    numbers = {name: value for name, value in result.items() if name.startswith(("TOTAL", "RESIDUAL"))}
    return numbers, rows_of(result["OUTPUT"])


def test_the_account_is_that_of_the_memory_layers(run, database):
    land = QgsVectorLayer(uri_of(database, "DLTB", VALID), "DLTB", "postgres")
    units = QgsVectorLayer(uri_of(database, "XZQ"), "XZQ", "postgres")
    assert land.isValid()
    assert units.isValid()
    assert account(run, land, units) == account(run, parcels(), towns())


def test_a_source_text_works_as_in_qgis_process(run, database):
    """``postgres://`` before the source is how qgis_process takes a table of a database."""
    land = f"postgres://{uri_of(database, 'DLTB', VALID)}"
    units = f"postgres://{uri_of(database, 'XZQ')}"
    assert account(run, land, units) == account(run, parcels(), towns())


@pytest.mark.parametrize("as_text", [False, True])
def test_no_credentials_in_manifest_metadata_or_log(run, database, tmp_path, log, as_text):
    source = uri_of(database, "DLTB")
    land = f"postgres://{source}" if as_text else QgsVectorLayer(source, "DLTB", "postgres")
    assert PASSWORD in source
    out = tmp_path / "out.gpkg"
    result = run(
        "attachfactors",
        INPUT=land,
        CLASS_FIELD="DLBM",
        CLASSIFICATION="cn_third_survey",
        UNMAPPED="exclude",
        OUTPUT=str(out),
    )
    text = Path(result["MANIFEST"]).read_text(encoding="utf-8")
    for secret in (PASSWORD, "tester", "password"):
        assert secret not in text, secret
    assert "DLTB" in json.loads(text)["inputs"][0]["source"]
    assert PASSWORD.encode() not in out.read_bytes()
    assert not log.said(PASSWORD)


def test_a_table_that_is_gone_is_one_sentence_without_the_password(refused, database):
    land = f"postgres://{uri_of(database, 'NOPE')}"
    sentence = refused("attachfactors", INPUT=land, CLASS_FIELD="DLBM", OUTPUT="memory:")
    assert PASSWORD not in sentence
    assert "defect" not in sentence
