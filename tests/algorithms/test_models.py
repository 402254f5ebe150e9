# SPDX-License-Identifier: GPL-2.0-or-later
"""The product's models on the Kymi sample: the same figures as their tools run one by one."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path

import processing
import pytest
from fixed_names import MODELS
from layers_by_hand import ROOT, Log, rows_of
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessingDestinationParameter,
    QgsProcessingModelAlgorithm,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtCore import QTranslator

SAMPLE = ROOT / "resources" / "sample" / "kymi" / "kymi.gpkg"
FOLDER = ROOT / "resources" / "models"
NAMES = sorted(MODELS)
FILES = {"report:OUTPUT", "report:OUTPUT_XLSX", "report:OUTPUT_DOCUMENT", "report:OUTPUT_PDF"}


def table(name: str) -> str:
    return f"{SAMPLE}|layername={name}"


LAND = {
    "INPUT": table("landuse"),
    "CLASS_FIELD": "class",
    "CLASSIFICATION": "osm_landuse",
    "FACTOR_SET": "ipcc_default/boreal",
}
UNITS = {"UNITS": table("units"), "UNIT_FIELD": "name"}
BASE = {"BASE": table("landuse"), "BASE_FIELD": "class", "BASE_CLASSIFICATION": "osm_landuse"}
LINES = {
    "FARMLAND": table("permanent_farmland"),
    "REDLINE": table("ecological_redline"),
    "BOUNDARY": table("development_boundary"),
    "LINE_STATUS": "standin",
    "AS_OF": "2026-01-01",
    "FACTOR_SET": "ipcc_default/boreal",
}
TITLED = {"TITLE": "Kymi", "LANGUAGE": "en", "PROFILE": "si"}


@pytest.fixture
def recipes(monkeypatch):
    """The script that makes the models."""
    spec = importlib.util.spec_from_file_location("recipes_of_models", ROOT / ".ci" / "models.py")
    module = importlib.util.module_from_spec(spec)
    # Dataclasses look their module up.
    monkeypatch.setitem(sys.modules, spec.name, module)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def chapter_of():
    """A chapter of a page in words, without the times of runs."""

    def read(path: str, name: str) -> str:
        html = Path(path).read_text(encoding="utf-8")
        start = html.index(f'<section id="{name}"')
        text = re.sub(r"<[^>]+>", " ", html[start : html.index("</section>", start)])
        return " ".join(text.split())

    return read


def model_named(name: str) -> QgsProcessingModelAlgorithm:
    model = QgsApplication.processingRegistry().algorithmById(f"dualcarbon:{name}")
    assert isinstance(model, QgsProcessingModelAlgorithm)
    return model


def figures_of(layer) -> list[dict]:
    """The rows of a result without the number that a file gives them."""
    return [{key: value for key, value in row.items() if key != "fid"} for row in rows_of(layer)]


def entries_of(layer) -> dict[tuple, tuple]:
    """What an account book says, by unit, item and scope."""
    return {
        (row["unit"], row["item"], row["scope"]): tuple(
            row[name] for name in ("year", "value", "low", "high", "measure", "tier", "source")
        )
        for row in rows_of(layer)
    }


def test_the_provider_offers_them_beside_its_tools(provider):
    assert {name for name in NAMES if provider.algorithm(name) is not None} == set(NAMES)
    for name in NAMES:
        assert provider.algorithm(name).canExecute()[0]


@pytest.mark.parametrize("name", NAMES)
def test_names_and_manners(provider, name):
    model = model_named(name)
    made = model.create()
    assert type(made) is type(model)
    assert made.displayName() == model.displayName() != name
    assert (model.groupId(), bool(model.group())) == ("models", True)
    assert Path(model.svgIconPath()).is_file()
    assert len(model.tags()) >= 5
    assert len(model.shortHelpString()) > len(model.shortDescription()) > 30
    names = {definition.name() for definition in model.parameterDefinitions()}
    assert names >= {MODELS[name], *FILES}
    optional = QgsProcessingParameterDefinition.Flag.FlagOptional
    for definition in model.parameterDefinitions():
        if isinstance(definition, QgsProcessingDestinationParameter):
            first = definition.name() in ("report:OUTPUT", MODELS[name])
            assert bool(definition.flags() & optional) is not first, definition.name()


@pytest.mark.parametrize("name", NAMES)
def test_parameters_speak_as_those_of_the_tools(provider, name):
    model = model_named(name)
    steps = model.childAlgorithms()
    for definition in model.parameterDefinitions():
        parameter = definition.name().rpartition(":")[2]
        said = set()
        for step in steps.values():
            asked = step.algorithm().parameterDefinition(parameter)
            if asked is not None:
                said.add((asked.description(), asked.help()))
        assert (definition.description(), definition.help()) in said, definition.name()
        assert definition.help()


@pytest.mark.parametrize("name", NAMES)
def test_results_are_named_in_chinese_where_qgis_speaks_it(provider, qgis_app, name):
    """The file of a model knows their English names only."""
    translator = QTranslator()
    assert translator.load(str(ROOT / "i18n" / "dualcarbon_zh_CN.qm"))
    qgis_app.installTranslator(translator)
    try:
        made = model_named(name).create()
        results = [
            one.description() for one in made.outputDefinitions() if made.parameterDefinition(one.name())
        ]
    finally:
        qgis_app.removeTranslator(translator)
    assert results
    assert [text for text in results if text.isascii()] in ([], ["PDF"])


@pytest.mark.skipif(
    Qgis.versionInt() >= 32300, reason="the files are written by QGIS 3.22; newer versions add to the format"
)
@pytest.mark.parametrize("name", NAMES)
def test_the_shipped_file_is_what_the_script_makes(provider, recipes, tmp_path, name):
    """As QGIS reads it; after a change of a tool's parameters: make models."""
    assert recipes.make_model(name).toFile(str(tmp_path / "made.model3"))
    shipped, made = QgsProcessingModelAlgorithm(), QgsProcessingModelAlgorithm()
    assert shipped.fromFile(str(FOLDER / f"{name}.model3"))
    assert made.fromFile(str(tmp_path / "made.model3"))
    assert shipped.toVariant() == made.toVariant()
    assert sorted(recipes.RECIPES) == sorted(path.stem for path in FOLDER.glob("*.model3"))


def test_no_file_holds_a_path_or_a_language_of_its_maker():
    for path in FOLDER.glob("*.model3"):
        text = path.read_text(encoding="utf-8")
        assert str(ROOT) not in text
        assert "Sink baseline" in text or "Check plan" in text or "Compare" in text


def test_baseline(run, chapter_of, tmp_path):
    page, own = str(tmp_path / "model.html"), str(tmp_path / "own.html")
    made = run(
        "baseline",
        **{**LAND, **UNITS, **TITLED, "YEAR": 2021, "baseline:OUTPUT": "memory:", "report:OUTPUT": page},
    )
    factors = run("attachfactors", **LAND, OUTPUT=str(tmp_path / "factors.gpkg"))
    baseline = run(
        "sinkbaseline",
        **LAND,
        **UNITS,
        YEAR=2021,
        OUTPUT=str(tmp_path / "baseline.gpkg"),
        OUTPUT_TABLE=str(tmp_path / "table.gpkg"),
    )
    run(
        "report",
        **TITLED,
        BASELINE=baseline["OUTPUT"],
        BASELINE_TABLE=baseline["OUTPUT_TABLE"],
        LANDUSE=factors["OUTPUT"],
        OUTPUT=own,
    )
    assert figures_of(made["baseline:OUTPUT"]) == figures_of(baseline["OUTPUT"])
    for name in ("first", "baseline", "factors", "method"):
        assert chapter_of(page, name) == chapter_of(own, name)
    html = Path(page).read_text(encoding="utf-8")
    # Density of parcels and of units.
    assert html.count("data:image/png") == 2


def test_check_and_report(run, chapter_of, tmp_path):
    page, own = str(tmp_path / "model.html"), str(tmp_path / "own.html")
    plan = {
        "PLAN": table("plan_draft"),
        "PLAN_FIELD": "YDYHFLDM",
        "PLAN_CLASSIFICATION": "cn_landsea_2023",
        "PLAN_ID_FIELD": "plan_id",
        **{**BASE, **LINES, **UNITS},
    }
    made = run(
        "check_and_report",
        **{**plan, **TITLED, "check:OUTPUT": "memory:", "report:OUTPUT": page},
        **{"report:OUTPUT_DOCUMENT": str(tmp_path / "m.odt"), "report:OUTPUT_PDF": str(tmp_path / "m.pdf")},
    )
    files = {f"OUTPUT{end}": str(tmp_path / f"own{end}.gpkg") for end in ("", "_PARCELS", "_SUMMARY")}
    check = run("checkplan", **plan, LANGUAGE="en", **files)
    run(
        "report",
        **TITLED,
        FINDINGS=check["OUTPUT"],
        PARCELS=check["OUTPUT_PARCELS"],
        SUMMARY=check["OUTPUT_SUMMARY"],
        CONTROL_LINES=[LINES["FARMLAND"], LINES["REDLINE"], LINES["BOUNDARY"]],
        OUTPUT=own,
    )
    assert check["ERRORS"] + check["INFOS"] > 0
    assert figures_of(made["check:OUTPUT"]) == figures_of(check["OUTPUT"])
    for name in ("first", "check", "rules", "method"):
        assert chapter_of(page, name) == chapter_of(own, name)
    assert Path(made["report:OUTPUT_DOCUMENT"]).read_bytes().startswith(b"PK")
    assert Path(made["report:OUTPUT_PDF"]).read_bytes().startswith(b"%PDF-")


def test_two_draft_comparison(run, chapter_of, tmp_path):
    """Draft A is the sample's plan, draft B the same with every housing parcel given up."""
    page, own = str(tmp_path / "model.html"), str(tmp_path / "own.html")
    later = processing.run(
        "native:fieldcalculator",
        {
            "INPUT": table("plan_draft"),
            "FIELD_NAME": "YDYHFLDM",
            "FIELD_TYPE": 2,
            "FIELD_LENGTH": 8,
            "FORMULA": "if(\"YDYHFLDM\" like '07%', '0301', \"YDYHFLDM\")",
            "OUTPUT": str(tmp_path / "later.gpkg"),
        },
        feedback=Log(),
    )["OUTPUT"]
    drafts = {"DRAFT_A": table("plan_draft"), "DRAFT_B": later}
    drafts |= {f"DRAFT_{which}_FIELD": "YDYHFLDM" for which in "AB"}
    drafts |= {f"DRAFT_{which}_CLASSIFICATION": "cn_landsea_2023" for which in "AB"}
    drafts |= {f"DRAFT_{which}_ID_FIELD": "plan_id" for which in "AB"}
    made = run(
        "two_draft_comparison",
        **{**drafts, **BASE, **LINES, **TITLED, "compare:OUTPUT": "memory:", "report:OUTPUT": page},
    )
    files = {f"OUTPUT{end}": str(tmp_path / f"own{end}.gpkg") for end in ("", "_CHANGES")}
    compared = run("comparedrafts", **drafts, **BASE, **LINES, LANGUAGE="en", **files)
    run("report", **TITLED, COMPARISON=files["OUTPUT"], DRAFT_CHANGES=files["OUTPUT_CHANGES"], OUTPUT=own)
    assert compared["VANISHED"] > 0
    assert figures_of(made["compare:OUTPUT"]) == figures_of(compared["OUTPUT"])
    assert chapter_of(page, "comparison") == chapter_of(own, "comparison")


def test_account_year(run, chapter_of, tmp_path):
    """Twice into one book: the second run of the same year finds every entry in place."""
    activity = tmp_path / "activity.csv"
    names = [row["name"] for row in rows_of(table("units"))]
    head = "unit,year,sector,item,carrier,amount,amount_unit,factor_id,use,scope"
    lines = [f"{name},2021,buildings,homes,electricity,{100 * k},MWh,,,2" for k, name in enumerate(names, 1)]
    activity.write_text("\n".join([head, *lines]), encoding="utf-8")
    page = str(tmp_path / "account.html")
    given = {
        **{**LAND, **UNITS, **TITLED, "YEAR": 2021, "ACTIVITY": str(activity), "report:OUTPUT": page},
        **{"STORE": str(tmp_path / "book.gpkg"), "read:OUTPUT": str(tmp_path / "model_entries.gpkg")},
    }
    made = run("account_year", **given)
    baseline = run(
        "sinkbaseline",
        **LAND,
        **UNITS,
        YEAR=2021,
        OUTPUT=str(tmp_path / "baseline.gpkg"),
        OUTPUT_TABLE=str(tmp_path / "table.gpkg"),
    )
    emissions = run(
        "emissioninventory", ACTIVITY=str(activity), YEAR=2021, OUTPUT=str(tmp_path / "emis.gpkg")
    )
    # The report names the book: both are called the same.
    (tmp_path / "own").mkdir()
    store = str(tmp_path / "own" / "book.gpkg")
    run(
        "postaccount",
        STORE=store,
        ACCOUNT=baseline["OUTPUT"],
        ACCOUNT_CLASSES=baseline["OUTPUT_TABLE"],
        YEAR=2021,
    )
    run("postaccount", STORE=store, ACCOUNT=emissions["OUTPUT"], YEAR=2021)
    read = run("readaccount", STORE=store, YEARS="2021", OUTPUT=str(tmp_path / "own_entries.gpkg"))
    own = str(tmp_path / "own.html")
    run("accountreport", STORE=store, YEAR=2021, **UNITS, **TITLED, INVENTORY=emissions["OUTPUT"], OUTPUT=own)
    entries = entries_of(made["read:OUTPUT"])
    assert entries == entries_of(read["OUTPUT"])
    assert len({unit for unit, *_ in entries}) == len(names)
    assert chapter_of(page, "account") == chapter_of(own, "account")
    again = run("account_year", **{**given, "read:OUTPUT": "memory:"})
    assert entries_of(again["read:OUTPUT"]) == entries
    posted = [again["CHILD_RESULTS"][step]["UNCHANGED"] for step in ("post_sinks", "post_emissions")]
    assert sum(posted) == len(entries)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<!DOCTYPE model>", "no model"),
        ("</Option>", ""),
        ("dualcarbon:sinkbaseline", "dualcarbon:nothing"),
        ('name="model_name" value="baseline"', 'name="model_name" value="other"'),
    ],
)
def test_a_model_that_cannot_be_offered_is_one_line_in_the_log(tmp_path, monkeypatch, before, after):
    from dualcarbon.plugin.algorithms import models

    for path in models.FOLDER.glob("*.model3"):
        text = path.read_text(encoding="utf-8")
        broken = text.replace(before, after) if path.stem == "baseline" else text
        assert broken != text or path.stem != "baseline"
        (tmp_path / path.name).write_text(broken, encoding="utf-8")
    monkeypatch.setattr(models, "FOLDER", tmp_path)
    told: list[str] = []
    QgsApplication.messageLog().messageReceived.connect(lambda text, *_tag: told.append(text))
    assert [model.name() for model in models.product_models()] == [
        name for name in NAMES if name != "baseline"
    ]
    (line,) = (text for text in told if "baseline.model3" in text)
    assert "Install the plugin anew" in line


def test_the_provider_loads_without_its_models(qgis_processing, tmp_path, monkeypatch):
    from dualcarbon.plugin.algorithms import models
    from dualcarbon.plugin.algorithms.provider import ALGORITHMS, DualCarbonProvider

    (tmp_path / "baseline.model3").write_text("no model", encoding="utf-8")
    monkeypatch.setattr(models, "FOLDER", tmp_path)
    provider = DualCarbonProvider()
    monkeypatch.setattr(provider, "id", lambda: "dualcarbon_again")
    registry = QgsApplication.processingRegistry()
    assert registry.addProvider(provider)
    assert len(provider.algorithms()) == len(ALGORITHMS)
    registry.removeProvider(provider)
