# SPDX-License-Identifier: GPL-2.0-or-later
"""The functions of the expression engine: figures by hand from shipped tables, NULL, refusals, unloading."""

from __future__ import annotations

import math
import os

import pytest
from dualcarbon.plugin.gis.expressions import register_functions, unregister_functions
from qgis.core import (
    NULL,
    QgsExpression,
    QgsExpressionContext,
    QgsFeature,
    QgsField,
)
from qgis.PyQt.QtCore import QVariant

NAMES = (
    "dc_class",
    "dc_class_name",
    "dc_density",
    "dc_removal",
    "dc_emission",
    "dc_net",
    "dc_explain",
    "dc_finding_severity",
    "dc_legal_basis",
)
#: Paddy in resources/factors/cn_default.csv: above ground, below ground, dead, soil (t C/ha).
PADDY_POOLS = (3.0, 0.68, 0.07, 111.4)
SURVEY = "'cn_third_survey'"


@pytest.fixture(autouse=True)
def functions(qgis_app):
    register_functions()
    yield
    unregister_functions()


def value_of(text: str) -> object:
    """The value of an expression; None for NULL."""
    expression = QgsExpression(text)
    assert not expression.hasParserError(), expression.parserErrorString()
    value = expression.evaluate()
    assert not expression.hasEvalError(), expression.evalErrorString()
    return None if value == NULL else value


def refusal_of(text: str) -> str:
    expression = QgsExpression(text)
    assert expression.evaluate() in (None, NULL)
    return expression.evalErrorString()


def test_the_density_of_paddy_is_the_sum_of_its_four_pools():
    assert value_of(f"dc_density('0101', 'total', {SURVEY})") == pytest.approx(
        math.fsum(PADDY_POOLS), rel=1e-12
    )
    assert value_of(f"dc_density('0101', 'soc', {SURVEY})") == 111.4


def test_fluxes_of_paddy_are_positive_each_in_its_own_function():
    # Soil 0.2031 t C/(ha·a) × 44/12; methane 6.842 and nitrous oxide 0.4736 t CO2e/(ha·a).
    removal, emission = 0.2031 * 44 / 12, 6.842 + 0.4736
    assert value_of(f"dc_removal('0101', {SURVEY})") == pytest.approx(removal, rel=1e-12)
    assert value_of(f"dc_emission('0101', {SURVEY})") == pytest.approx(emission, rel=1e-12)
    assert value_of(f"dc_net('0101', {SURVEY})") == pytest.approx(emission - removal, rel=1e-12)


def test_a_number_without_its_leading_zero_is_the_same_code():
    assert value_of(f"dc_class(101, {SURVEY})") == "paddy"
    assert value_of(f"dc_class('101', {SURVEY})") == "paddy"


def test_null_and_unknown_codes_give_null():
    for text in (
        "dc_class(NULL)",
        "dc_density(NULL)",
        "dc_net(NULL)",
        "dc_explain(NULL)",
        "dc_class_name('x')",
    ):
        assert value_of(text) is None, text
    assert value_of(f"dc_class('9999', {SURVEY})") is None
    assert value_of(f"dc_density('9999', 'total', {SURVEY})") is None


def test_a_code_that_classifications_read_differently_needs_the_classification():
    # 06 is agricultural facilities in 2023 and industry, mining and storage in the third survey.
    assert "CLASSIFICATION" in refusal_of("dc_class('06')")
    assert value_of("dc_class('0101')") == "paddy"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (f"dc_density('0101', 'roots', {SURVEY})", "“roots” is no carbon pool"),
        ("dc_density('0101', 'soc', 'atlantis')", "“atlantis” is not known"),
        (f"dc_removal('0101', {SURVEY}, 'none')", "“none” is not known"),
        ("dc_finding_severity('0701', 'pbf', 'near')", "“near” is no place"),
        ("dc_finding_severity('0701', 'moon')", "“moon” is no type of control line"),
        ("dc_finding_severity('0701', 'pbf', 'inside', '', '', 'cn_national', 'soon')", "“soon”"),
    ],
)
def test_what_cannot_be_is_told_as_the_error_of_the_expression(text, part):
    assert part in refusal_of(text)


def test_housing_on_permanent_basic_farmland_is_an_error_and_a_field_is_not():
    # PBF-01: no construction land (07–16) on permanent basic farmland; 01 is allowed there.
    assert value_of("dc_finding_severity('0701', 'pbf')") == "error"
    assert value_of("dc_finding_severity('0101', 'pbf')") is None


def test_the_law_of_another_day():
    # NAT-01 of the pack forbids construction in core zones of nature reserves from 2026-03-15 on.
    core = "'0701', 'nature', 'inside', 'core', '', 'cn_national'"
    assert value_of(f"dc_finding_severity({core}, '2026-03-15')") == "error"
    assert value_of(f"dc_finding_severity({core}, '2026-03-14')") is None


def test_a_rule_is_quoted_with_its_law():
    text = value_of("dc_legal_basis('PBF-01')")
    assert "No construction land may be planned on PBF" in text
    assert value_of("dc_legal_basis('XYZ-01')") is None


def test_an_explanation_names_every_row_with_its_source():
    lines = value_of(f"dc_explain('0101', 'total', {SURVEY})").splitlines()
    assert "115.15 t C/ha" in lines[0]
    assert len(lines) == 5
    soil = next(line for line in lines if "CN-paddy-soc" in line)
    for part in (
        "111.4 t C/ha (94.58–128.2)",
        "1490 paddy profiles",
        "1979-1985",
        "primary",
        "verified: yes",
    ):
        assert part in soil


def test_a_table_by_own_codes_is_read_by_them_and_again_when_it_changes(tmp_path):
    table = tmp_path / "密度 pools.csv"
    table.write_text("lucode,c_above,c_below,c_soil,c_dead\n7,1,2,30,4\n", encoding="utf-8")
    text = f"dc_density(7, 'total', 'auto', '{table.as_posix()}')"
    assert value_of(text) == 37.0
    assert value_of(f"dc_removal(7, 'auto', '{table.as_posix()}')") is None
    table.write_text("lucode,c_above,c_below,c_soil,c_dead\n7,1,2,31,4\n", encoding="utf-8")
    os.utime(table, ns=(1, 1))
    assert value_of(text) == 38.0


def test_fields_of_a_feature_are_found_among_the_arguments():
    expression = QgsExpression(f'dc_density("DLBM", \'soc\', {SURVEY}) * "area"')
    assert expression.referencedColumns() == {"DLBM", "area"}
    assert not expression.needsGeometry()
    feature = QgsFeature()
    fields = QgsExpressionContext().fields()
    for name, kind in (("DLBM", "QString"), ("area", "double")):
        fields.append(QgsField(name, QVariant.nameToType(kind)))
    feature.setFields(fields, True)
    feature.setAttributes(["0101", 2.0])
    context = QgsExpressionContext()
    context.setFeature(feature)
    context.setFields(fields)
    assert expression.evaluate(context) == pytest.approx(222.8, rel=1e-12)


def test_loading_twice_and_unloading_leaves_nothing():
    register_functions()
    assert all(QgsExpression.isFunctionName(name) for name in NAMES)
    unregister_functions()
    unregister_functions()
    assert not any(QgsExpression.isFunctionName(name) for name in NAMES)


def test_every_function_has_help_with_its_arguments():
    known = {function.name(): function for function in QgsExpression.Functions()}
    for name in NAMES:
        text = known[name].helpText()
        for argument in known[name].parameters():
            assert f"<code>{argument.name()}</code>" in text, (name, argument.name())
