# SPDX-License-Identifier: GPL-2.0-or-later
"""Two drafts compared through Processing: changes of use, their carbon, and the findings."""

from __future__ import annotations

import pytest
from layers_by_hand import ROOT, Log, control_line, make_layer, manifest_of, notes_of, rows_of, square
from qgis.core import QgsProcessingException

X, Y = 500_000.0, 3_300_000.0
FARMLAND = control_line((square(X - 10, Y - 10, 1_000, 60), {}))


def draft(*parcels, name="方案", crs="EPSG:4547"):
    return make_layer([(wkt, {"BSM": key, "C": code}) for key, wkt, code in parcels], name=name, crs=crs)


@pytest.fixture
def compare(run, tmp_path):
    def call(a, b, **more):
        settings = {
            **{"DRAFT_A": a, "DRAFT_A_FIELD": "C", "DRAFT_A_ID_FIELD": "BSM"},
            **{"DRAFT_B": b, "DRAFT_B_FIELD": "C", "DRAFT_B_ID_FIELD": "BSM"},
            **{"DRAFT_A_CLASSIFICATION": "cn_landsea_2023", "DRAFT_B_CLASSIFICATION": "cn_landsea_2023"},
            **{"FARMLAND": FARMLAND, "LINE_ID_FIELD": "BSM", "AS_OF": "2026-04-01", "AREA_RULE": "planar"},
            **{"MANIFEST": str(tmp_path / "m.json"), "OUTPUT": "memory:", "OUTPUT_CHANGES": "memory:"},
        }
        return run("comparedrafts", **{**settings, **more})

    return call


BEFORE = draft(
    ("p", square(X, Y), "0703"),
    ("q", square(X + 100, Y), "0703"),
    ("r", square(X + 200, Y), "0301"),
    name="A",
)
AFTER = draft(
    ("p", square(X, Y), "0703"),
    ("q", square(X + 100, Y), "0301"),
    ("r", square(X + 200, Y), "0703"),
    name="B",
)


def test_findings_that_came_stayed_and_went_and_the_changes_between(compare):
    result = compare(BEFORE, AFTER)
    homestead = {
        (row["change"], row["plan_id"]) for row in rows_of(result["OUTPUT"]) if row["rule_id"] == "PBF-06"
    }
    assert homestead == {("stayed", "p"), ("vanished", "q"), ("appeared", "r")}
    rows = rows_of(result["OUTPUT"])
    for change in ("appeared", "stayed", "vanished"):
        assert result[change.upper()] == sum(row["change"] == change for row in rows)
    changes = rows_of(result["OUTPUT_CHANGES"])
    assert [(c["kind"], c["id_a"], c["id_b"], c["from_code"], c["to_code"]) for c in changes] == [
        ("changed", "q", "q", "0703", "0301"),
        ("changed", "r", "r", "0301", "0703"),
    ]
    assert [c["area_ha"] for c in changes] == pytest.approx([1.0, 1.0])
    assert result["CHANGED_AREA_HA"] == pytest.approx(2.0)
    assert result["UNCHANGED_AREA_HA"] == pytest.approx(1.0)
    assert changes[0]["carbon_tco2e"] == pytest.approx(-changes[1]["carbon_tco2e"])
    assert changes[1]["carbon_tco2e"] > 0.0
    assert result["CARBON_DIFFERENCE_TCO2E"] == pytest.approx(0.0, abs=1e-9)


def test_a_finding_that_stays_but_weighs_more_is_told(compare):
    """Forest on farmland is unlisted (a warning), houses on it are forbidden: r gets worse, q better."""
    result = compare(BEFORE, AFTER)
    rows = {(row["plan_id"], row["rule_id"], row["change"]): row for row in rows_of(result["OUTPUT"])}
    weights = {
        key: (row["severity_before"], row["severity"]) for key, row in rows.items() if key[1] == "PBF-01"
    }
    assert weights == {
        ("p", "PBF-01", "stayed"): ("error", "error"),
        ("q", "PBF-01", "stayed"): ("error", "warning"),
        ("r", "PBF-01", "stayed"): ("warning", "error"),
    }
    assert rows["r", "PBF-06", "appeared"]["severity_before"] is None
    assert rows["q", "PBF-06", "vanished"]["severity_before"] == "error"
    note = notes_of(result)["worse_findings"]
    assert note["ids"] == [rows["r", "PBF-01", "stayed"]["finding_key"]]
    assert "worse_findings" not in notes_of(compare(BEFORE, BEFORE))


def test_the_carbon_difference_is_that_of_the_published_factors(compare):
    """By hand from the rows of the shipped set for the two classes."""
    from dualcarbon.plugin.domain.classes import load_classification
    from dualcarbon.plugin.domain.factors import load_factor_set

    codes = load_classification("cn_landsea_2023").codes["carbon_class"]
    terms = load_factor_set("cn_default").terms
    terms = terms[terms["value"].notna()]

    def of(code, quantity):
        own = terms[(terms["key"] == codes[code]) & (terms["quantity"] == quantity)]
        return dict(zip(own["term"], own["value"]))

    before, after = of("0301", "stock"), of("0703", "stock")
    loss = sum(before[pool] - after[pool] for pool in before.keys() & after.keys()) * 44 / 12
    forgone = sum(of("0301", "removal").values()) - sum(of("0703", "removal").values())
    a, b = (draft(("p", square(X, Y), code)) for code in ("0301", "0703"))
    result = compare(a, b, HORIZON_A=20)
    assert result["STOCK_LOSS_TCO2"] == pytest.approx(loss)
    assert result["REMOVAL_FORGONE_TCO2E_A"] == pytest.approx(forgone)
    assert result["CARBON_DIFFERENCE_TCO2E"] == pytest.approx(loss + 20 * forgone)
    assert result["CARBON_DIFFERENCE_TCO2E_LOW"] < result["CARBON_DIFFERENCE_TCO2E"]


def test_ground_of_one_draft_is_listed_and_the_manifest_holds_both(compare):
    result = compare(BEFORE, draft(("p", square(X, Y, 150, 100), "0703"), name="B"))
    kinds = {row["kind"]: row["area_ha"] for row in rows_of(result["OUTPUT_CHANGES"])}
    assert result["ONLY_A_HA"] == pytest.approx(1.5)
    assert set(kinds) == {"only_a"}
    assert sorted(notes_of(result)["ground_of_one_draft"]["ids"]) == ["q", "r"]
    manifest = manifest_of(result)
    assert manifest["drafts"] == {"A": "A", "B": "B"}
    assert manifest["totals_a"]["plan_area_ha"] == pytest.approx(3.0)
    assert manifest["totals_b"]["plan_area_ha"] == pytest.approx(1.5)
    assert len([entry for entry in manifest["inputs"] if entry["parameter"].startswith("DRAFT")]) == 2


def test_the_same_draft_twice_changes_nothing(compare):
    result = compare(BEFORE, BEFORE)
    assert (result["APPEARED"], result["VANISHED"]) == (0, 0)
    assert result["STAYED"] > 0
    assert result["CARBON_DIFFERENCE_TCO2E"] == 0.0
    assert rows_of(result["OUTPUT_CHANGES"]) == []


def test_a_draft_in_another_crs_is_transformed_to_that_of_the_first(compare):
    import pyproj

    to_degrees = pyproj.Transformer.from_crs(4547, 4490, always_xy=True)
    corners = [(X, Y), (X + 100, Y), (X + 100, Y + 100), (X, Y + 100), (X, Y)]
    ring = ",".join("{:.12f} {:.12f}".format(*to_degrees.transform(*corner)) for corner in corners)
    a = draft(("p", square(X, Y), "0301"))
    b = draft(("p", f"POLYGON(({ring}))", "0703"), crs="EPSG:4490", name="B")
    result = compare(a, b)
    assert result["OUTPUT_CHANGES"].crs().authid() == "EPSG:4547"
    assert result["CHANGED_AREA_HA"] == pytest.approx(1.0, abs=1e-6)


def test_drafts_without_a_line_or_with_an_unknown_field_are_refused(refused):
    settings = {"DRAFT_A": BEFORE, "DRAFT_A_FIELD": "C", "DRAFT_B": AFTER, "OUTPUT": "memory:"}
    settings.update(DRAFT_A_CLASSIFICATION="cn_landsea_2023", DRAFT_B_CLASSIFICATION="cn_landsea_2023")
    assert "FARMLAND" in refused("comparedrafts", DRAFT_B_FIELD="C", **settings)
    assert "none" in refused("comparedrafts", DRAFT_B_FIELD="none", FARMLAND=FARMLAND, **settings)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.9, 0.98])
def test_a_cancelled_comparison_leaves_nothing(provider, tmp_path, share):
    import processing

    class Stopper(Log):
        def setProgress(self, progress):
            if progress >= 100.0 * share:
                self.cancel()

    parameters = {
        **{"DRAFT_A": BEFORE, "DRAFT_A_FIELD": "C", "DRAFT_B": AFTER, "DRAFT_B_FIELD": "C"},
        **{"DRAFT_A_CLASSIFICATION": "cn_landsea_2023", "DRAFT_B_CLASSIFICATION": "cn_landsea_2023"},
        **{"FARMLAND": FARMLAND, "OUTPUT": f"{tmp_path}/a.gpkg", "OUTPUT_CHANGES": f"{tmp_path}/b.gpkg"},
    }
    with pytest.raises(QgsProcessingException, match="cancelled"):
        processing.run("dualcarbon:comparedrafts", parameters, feedback=Stopper())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("style", "field", "values"),
    [
        ("comparedfindings", "change", {"appeared", "stayed", "vanished"}),
        ("draftchanges", "kind", {"changed", "only_a", "only_b", "not_comparable", "noise"}),
    ],
)
def test_every_kind_of_row_has_a_look(provider, style, field, values):
    layer = make_layer([(square(X, Y), {field: "x"})])
    _, loaded = layer.loadNamedStyle(str(ROOT / "resources" / "styles" / f"{style}.qml"))
    assert loaded
    renderer = layer.renderer()
    assert renderer.classAttribute() == field
    assert {category.value() for category in renderer.categories()} == values
