# SPDX-License-Identifier: GPL-2.0-or-later
"""The names that users' scripts and models rely on, and the manners of every algorithm."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fixed_names import MODELS, NUMBERS, PARAMETERS
from layers_by_hand import check_draft, control_line, make_layer, square
from qgis.core import (
    QgsProcessingDestinationParameter,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)

X, Y = 500_000.0, 3_300_000.0
BOUNDS = ("", "_low", "_high")
FLUXES = [f"{flux}_tco2e_a{bound}" for flux in ("removal", "emission") for bound in BOUNDS]
ATTACHED = [
    *("carbon_class", "area_ha", "agb_tc_ha", "bgb_tc_ha", "soc_tc_ha", "dom_tc_ha", "density_tc_ha"),
    *("stock_tc", "stock_tc_low", "stock_tc_high", *FLUXES, "net_tco2e_a", "factor_grade"),
]
ACCOUNT = [
    *("area_ha", "agb_tc", "bgb_tc", "soc_tc", "dom_tc", "stock_tc", "stock_tc_low", "stock_tc_high"),
    *(*FLUXES, "net_tco2e_a"),
]
FINDING = [
    *("finding_key", "rule_id", "line_type", "severity", "state", "plan_id", "line_id", "unit"),
    *("plan_code", "base_code", "area_m2", "share"),
    *(f"{name}{bound}" for name in ("stock_loss_tco2", "removal_forgone_tco2e_a") for bound in BOUNDS),
    *("carbon_tco2e", "carbon_tco2e_low", "carbon_tco2e_high", "legal_basis", "remedy"),
]
NAMES = sorted(PARAMETERS)
#: What a tool is run for: a layer, a page, or the folder of the sheets.
MAIN = ("OUTPUT", "OUTPUT_FOLDER")


@pytest.fixture
def algorithm(provider):
    return lambda name: provider.algorithm(name)


def test_the_provider_has_these_algorithms(provider):
    assert provider.id() == "dualcarbon"
    assert {found.name() for found in provider.algorithms()} == {*PARAMETERS, *MODELS}
    assert Path(provider.svgIconPath()).is_file()
    shown = [found.displayName() for found in provider.algorithms()]
    assert len(set(shown)) == len(shown)


@pytest.mark.parametrize("name", NAMES)
def test_parameters_and_number_outputs(algorithm, name):
    found = algorithm(name)
    assert found.id() == f"dualcarbon:{name}"
    assert PARAMETERS[name] <= {definition.name() for definition in found.parameterDefinitions()}
    numbers = {o.name() for o in found.outputDefinitions() if isinstance(o, QgsProcessingOutputNumber)}
    assert NUMBERS[name] <= numbers


@pytest.mark.parametrize("name", NAMES)
def test_parameters_beyond_the_fixed_ones_are_optional_or_have_a_default(algorithm, name):
    optional = QgsProcessingParameterDefinition.Flag.FlagOptional
    for definition in algorithm(name).parameterDefinitions():
        if definition.name() not in PARAMETERS[name]:
            has_default = definition.defaultValue() not in (None, "")
            assert definition.flags() & optional or has_default, definition.name()


@pytest.mark.parametrize("name", NAMES)
def test_texts_group_icon_and_tags(algorithm, name):
    found = algorithm(name)
    assert found.group()
    assert found.groupId() in ("accounts", "planning")
    assert Path(found.svgIconPath()).is_file()
    assert not found.icon().isNull()
    assert len([tag for tag in found.tags() if tag.strip()]) >= 5
    title, short, text = found.displayName(), found.shortDescription(), found.shortHelpString()
    assert len({title, short, text}) == 3
    assert len(short) > 30
    assert len(text) > len(short)
    assert found.helpUrl().startswith("file:")


@pytest.mark.parametrize("name", NAMES)
def test_every_parameter_has_help_and_numbers_state_a_unit(algorithm, name):
    texts = {d.name(): d.help() for d in algorithm(name).parameterDefinitions()}
    assert [parameter for parameter, text in texts.items() if not text.strip()] == []
    words = r"m²|Calendar year|Years|whole number|Number of"
    unit = re.compile(rf"\b(m²|m|ha|t C|t CO2e?|years?|mu|percent|ppt)\b|{words}", re.I)
    for definition in algorithm(name).parameterDefinitions():
        if isinstance(definition, QgsProcessingParameterNumber):
            assert unit.search(definition.help()), definition.name()


@pytest.mark.parametrize("name", NAMES)
def test_enums_hold_static_strings_and_defaults_are_constants(algorithm, name):
    """A script writes AREA_RULE='planar', and no setting of a machine changes a figure."""
    from qgis.core import QgsSettings

    def defaults():
        fresh = algorithm(name).create()
        return {d.name(): d.defaultValue() for d in fresh.parameterDefinitions()}

    for definition in algorithm(name).parameterDefinitions():
        if isinstance(definition, QgsProcessingParameterEnum):
            assert definition.usesStaticStrings(), definition.name()
            default = definition.defaultValue()
            chosen = default if isinstance(default, list) else [default]
            assert set(chosen) <= set(definition.options())
    before = defaults()
    settings = QgsSettings()
    for key in ("factor_set", "area_rule", "classification", "FACTOR_SET", "AREA_RULE"):
        settings.setValue(f"dualcarbon/{key}", "changed")
    assert defaults() == before
    settings.remove("dualcarbon")
    if "AREA_RULE" in before:
        assert before["AREA_RULE"] == "ellipsoidal"
        assert before.get("FACTOR_SET", "cn_default") == "cn_default"


@pytest.mark.parametrize("name", NAMES)
def test_secondary_outputs_are_optional_and_not_made_by_default(algorithm, name):
    optional = QgsProcessingParameterDefinition.Flag.FlagOptional
    for definition in algorithm(name).parameterDefinitions():
        if isinstance(definition, QgsProcessingDestinationParameter) and definition.name() not in MAIN:
            assert definition.flags() & optional, definition.name()
            assert not definition.createByDefault(), definition.name()


@pytest.mark.parametrize("name", NAMES)
def test_field_parameters_belong_to_a_layer_parameter(algorithm, name):
    known = {definition.name() for definition in algorithm(name).parameterDefinitions()}
    for definition in algorithm(name).parameterDefinitions():
        if isinstance(definition, QgsProcessingParameterField):
            assert definition.parentLayerParameterName() in known, definition.name()


@pytest.mark.parametrize("name", NAMES)
def test_an_instance_creates_its_own_type(algorithm, name):
    found = algorithm(name)
    made = found.createInstance()
    assert type(made) is type(found)
    assert made is not found
    assert made.name() == name


def names_of(layer):
    return layer.fields().names()


def test_fields_of_attachfactors(run):
    layer = make_layer([(square(X, Y), {"DLBM": "0101", "NOTE": "x"})])
    result = run("attachfactors", INPUT=layer, CLASS_FIELD="DLBM", OUTPUT="memory:")
    assert names_of(result["OUTPUT"]) == ["DLBM", "NOTE", *ATTACHED]


def test_fields_of_sinkbaseline(run):
    layer = make_layer([(square(X, Y), {"DLBM": "0101"})])
    units = make_layer([(square(X, Y), {"N": "甲"})])
    result = run(
        "sinkbaseline",
        INPUT=layer,
        CLASS_FIELD="DLBM",
        UNITS=units,
        UNIT_FIELD="N",
        OUTPUT="memory:",
        OUTPUT_TABLE="memory:",
    )
    fields, table = names_of(result["OUTPUT"]), names_of(result["OUTPUT_TABLE"])
    assert {"unit", *ACCOUNT, "covered_share"} <= set(fields)
    assert {"unit", "carbon_class", *ACCOUNT} <= set(table)


def test_fields_of_checkplan_also_without_findings(run, tmp_path):
    for code in ("0703", "0101"):
        result, findings = check_draft(
            run, tmp_path / "run.json", [(square(X, Y), code)], FARMLAND=control_line((square(X, Y), {}))
        )
        assert bool(findings) == (code == "0703")
        assert names_of(result["OUTPUT"])[: len(FINDING)] == FINDING
        kinds = {field.name(): field.typeName().lower() for field in result["OUTPUT"].fields()}
        assert kinds["area_m2"] == kinds["carbon_tco2e"] == "double"
        assert kinds["rule_id"] == kinds["unit"] == kinds["base_code"] == "string"


def test_fields_of_translatecodes(run):
    layer = make_layer([(square(X, Y), {"DLBM": "0101"})])
    result = run(
        "translatecodes",
        INPUT=layer,
        CLASS_FIELD="DLBM",
        CLASSIFICATION="cn_third_survey",
        OUTPUT="memory:",
    )
    assert names_of(result["OUTPUT"]) == ["DLBM", "target_code", "target_name", "relation", "candidates"]


def test_a_list_without_a_default_starts_blank(algorithm):
    """The first of the forest tables must not slip into a dialog that nobody touched."""
    from dualcarbon.plugin.algorithms.widgets import ChoiceWidgetWrapper

    definition = algorithm("forestcarbon").parameterDefinition("FOREST_PARAMETERS")
    assert definition.defaultValue() is None
    box = ChoiceWidgetWrapper.createWidget(None, choices="forest_parameters")
    assert box.count() > 3
    assert (box.currentIndex(), box.currentText()) == (-1, "")
