# SPDX-License-Identifier: GPL-2.0-or-later
"""Passwords and keys in sources and destinations: in no manifest, log or refusal."""

from __future__ import annotations

from pathlib import Path

import pytest
from layers_by_hand import make_layer, square
from qgis.core import QgsProcessingOutputLayerDefinition

X, Y = 500_000.0, 3_300_000.0
SECRET = "geheim-4711"
DATABASE = (
    f"postgres://dbname='x' host=127.0.0.1 port=1 user='me' password='{SECRET}' table=\"a\".\"b\" (geom)"
)


def land():
    return make_layer([(square(X, Y), {"DLBM": "0101"})], name="DLTB")


@pytest.mark.parametrize(
    "source",
    [
        f"/vsicurl/https://host/land.tif?access_token={SECRET}",
        f"https://host/wfs?api_key={SECRET}",
        f"https://host/land.tif?X-Amz-Signature={SECRET}",
        f"MSSQL:server=.;uid=sa;pwd={SECRET}",
        f"PG:dbname=x user=me password={SECRET}",
        f"https://me:{SECRET}@host/land.tif",
        f"dbname='x' password='a b {SECRET}' key='id'",
    ],
)
def test_a_source_is_named_without_its_secrets(provider, source):
    from dualcarbon.plugin.gis.sources import without_credentials

    told = without_credentials(source)
    assert SECRET not in told
    assert told


def test_what_is_no_secret_stays(provider):
    from dualcarbon.plugin.gis.sources import without_credentials

    plain = "dbname='/data/用地.gpkg' key='id' table=\"username\" (geom)|layername=tokens"
    assert without_credentials(plain) == plain


@pytest.mark.parametrize("wrap", [str, QgsProcessingOutputLayerDefinition])
def test_a_destination_that_cannot_be_written_is_told_without_its_password(refused, log, wrap):
    sentence = refused("attachfactors", INPUT=land(), CLASS_FIELD="DLBM", OUTPUT=wrap(DATABASE))
    assert "127.0.0.1" in sentence
    assert not any(SECRET in text for text in [sentence, *log.infos, *log.warnings])


def test_the_manifest_tells_a_destination_without_its_password(run, monkeypatch, tmp_path):
    """As dialogs hand it over: a definition of the output, not a text."""
    from dualcarbon.plugin.gis import outputs

    given = {"INPUT": land(), "CLASS_FIELD": "DLBM", "MANIFEST": str(tmp_path / "run.json")}
    write = outputs.Outputs.write
    monkeypatch.setattr(
        outputs.Outputs, "write", lambda self, name, *rest: write(_to_memory(self), name, *rest)
    )
    run("attachfactors", **given, OUTPUT=QgsProcessingOutputLayerDefinition(DATABASE))
    manifest = Path(given["MANIFEST"]).read_text(encoding="utf-8")
    assert "127.0.0.1" in manifest
    assert SECRET not in manifest


def _to_memory(outputs):
    """No database is at hand: what was meant for it goes to memory."""
    outputs.parameters = {**outputs.parameters, "OUTPUT": "memory:"}
    return outputs
