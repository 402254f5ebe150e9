# SPDX-License-Identifier: GPL-2.0-or-later
"""The account book in PostgreSQL, found by the name of a connection of QGIS; no credentials anywhere."""

from __future__ import annotations

import json

import processing
import pytest
from layers_by_hand import Log, make_layer, rows_of
from postgres import PORT, cluster_or_skip
from qgis.core import QgsDataSourceUri, QgsProcessingException, QgsProviderRegistry

pytestmark = pytest.mark.usefixtures("provider")
PASSWORD = "geheim-4712"
NAME = "碳账户库"


@pytest.fixture(scope="module")
def connection(provider):
    """A connection of QGIS, with a password, to a database of its own."""
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    if metadata is None:
        pytest.skip("this QGIS has no PostgreSQL provider")
    with cluster_or_skip() as folder:
        uri = QgsDataSourceUri()
        uri.setConnection(folder, str(PORT), "postgres", "tester", PASSWORD)
        metadata.saveConnection(metadata.createConnection(uri.uri(False), {"saveUsername": True}), NAME)
        yield NAME
        metadata.deleteConnection(NAME)


def account(value):
    rows = [("北镇", "emission/co2", value), ("北镇", "emission/co2/buildings", value)]
    return make_layer(
        [
            (None, {"unit": unit, "year": 2023, "item": item, "value": amount, "measure": "t CO2"})
            for unit, item, amount in rows
        ],
        name="account",
        kind="None",
    )


def post(store, value, feedback=None, **more):
    given = {"STORE": store, "ACCOUNT": account(value), **more}
    return processing.run("dualcarbon:postaccount", given, feedback=feedback or Log())


def test_a_book_in_a_database_keeps_what_a_file_keeps(connection, tmp_path):
    log, manifest = Log(), tmp_path / "run.json"
    assert post(connection, 5.0, log, MANIFEST=str(manifest))["ENTRIES"] == 2
    assert post(connection, 5.0)["UNCHANGED"] == 2
    assert post(connection, 6.0)["ENTRIES"] == 2
    read = {"STORE": connection, "OUTPUT": "memory:", "HISTORY": True}
    rows = rows_of(processing.run("dualcarbon:readaccount", read)["OUTPUT"])
    assert [(row["item"], row["version"], row["value"]) for row in rows] == [
        ("emission/co2", 1, 5.0),
        ("emission/co2", 2, 6.0),
        ("emission/co2/buildings", 1, 5.0),
        ("emission/co2/buildings", 2, 6.0),
    ]
    said = "\n".join([*log.infos, *log.warnings, manifest.read_text("utf-8")])
    assert PASSWORD not in said
    assert json.loads(manifest.read_text("utf-8"))["posting"]["store"] == NAME


def test_a_database_that_does_not_answer_is_named_without_its_password(provider):
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    uri = QgsDataSourceUri()
    uri.setConnection("/nowhere", "1", "postgres", "tester", PASSWORD)
    metadata.saveConnection(metadata.createConnection(uri.uri(False), {}), "down")
    try:
        with pytest.raises(QgsProcessingException, match="“down” cannot be reached") as refusal:
            post("down", 1.0)
    finally:
        metadata.deleteConnection("down")
    assert PASSWORD not in str(refusal.value)
