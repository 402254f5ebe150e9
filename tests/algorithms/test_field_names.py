# SPDX-License-Identifier: GPL-2.0-or-later
"""The Chinese names of output fields: complete for the accounts, given on loading, to our fields only."""

from __future__ import annotations

import re

import processing
import pytest
from dualcarbon.plugin.domain.account_book.columns import known_columns
from dualcarbon.plugin.domain.parcels import ATTACHED
from dualcarbon.plugin.gis import styles
from dualcarbon.plugin.gis.field_aliases import chinese_name, chinese_names
from dualcarbon.plugin.paths import ROOT
from layers_by_hand import make_layer, square
from processing.gui import Postprocessing
from qgis.core import QgsProject

X, Y = 500_000.0, 3_300_000.0


@pytest.fixture
def attached(provider, tmp_path, monkeypatch):
    """“Attach carbon factors” run as the toolbox does; the layer as the project then has it."""
    # Newer versions hand the layer tree of the application on, which a stand-in does not have.
    monkeypatch.setattr(Postprocessing, "iface", None, raising=False)

    def run_and_load():
        # “level” is a field of the user here (storeys), and one of ours in the monitoring.
        parcels = make_layer([(square(X, Y), {"DLBM": "0101", "level": "3"})], name="图斑")
        place = (tmp_path / "attached.gpkg").as_posix()
        parameters = {
            "INPUT": parcels,
            "CLASS_FIELD": "DLBM",
            "CLASSIFICATION": "cn_third_survey",
            "OUTPUT": place,
        }
        processing.runAndLoadResults("dualcarbon:attachfactors", parameters)
        (layer,) = QgsProject.instance().mapLayers().values()
        return {field.name(): field.alias() for field in layer.fields()}, layer.renderer().type()

    yield run_and_load
    QgsProject.instance().clear()


def test_a_loaded_output_names_its_fields_in_chinese_and_keeps_its_style(attached, monkeypatch):
    monkeypatch.setattr(styles, "speaks_chinese", lambda: True)
    aliases, renderer = attached()
    assert aliases["stock_tc"] == "碳储量（t C）"
    assert aliases["stock_tc_low"] == "碳储量（t C）下限"
    assert [name for name in ATTACHED if not aliases[name]] == []
    assert aliases["level"] == aliases["DLBM"] == ""
    assert renderer == "graduatedSymbol"


def test_elsewhere_fields_are_shown_by_their_own_names(attached, monkeypatch):
    monkeypatch.setattr(styles, "speaks_chinese", lambda: False)
    aliases, renderer = attached()
    assert set(aliases.values()) == {""}
    assert renderer == "graduatedSymbol"


def test_every_field_of_the_account_tables_has_a_name():
    assert [name for name in known_columns()["column"] if not chinese_name(name)] == []


def test_every_column_that_the_code_names_has_a_name():
    sources = [path for part in ("gis", "algorithms") for path in (ROOT / "plugin" / part).rglob("*.py")]
    named = {
        name for path in sources for name in re.findall(r'\bColumn\(\s*"(\w+)"', path.read_text("utf-8"))
    }
    assert len(named) > 50
    assert {name for name in named if not chinese_name(name)} == set()


def test_a_field_that_is_not_ours_has_no_name():
    assert chinese_name("DLBM") == chinese_name("DLBM_low") == chinese_name("_low") == ""


def test_names_state_the_unit_of_measure_that_the_field_states():
    units = {
        "_tc": "t C",
        "_tco2e": "t CO2e",
        "_tco2e_a": "t CO2e/a",
        "_ha": "hm²",
        "_m2": "m²",
        "_tco2": "t CO2",
    }
    for end, unit in units.items():
        ours = {name: text for name, text in chinese_names().items() if name.endswith(end)}
        if end == "_ha":
            ours = {
                name: text
                for name, text in ours.items()
                if not name.endswith(("_tc_ha", "_m3_ha", "_tco2e_ha"))
            }
        wrong = {name: text for name, text in ours.items() if unit not in text and "每 hm²" not in text}
        assert wrong == {}, end
