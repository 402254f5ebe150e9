# SPDX-License-Identifier: GPL-2.0-or-later
"""Quantity checks that are refused, cancelled, or part of a model."""

from __future__ import annotations

import pytest
from layers_by_hand import control_line, draft_layer, make_layer, rows_of, square
from quantity_layers import BASE_FIELDS, DRAFT, X, Y, base_layer, targets

# Refusals ------------------------------------------------------------------------------------


def refusal(refused, **more):
    settings = {"PLAN": draft_layer(DRAFT), "PLAN_FIELD": "YDYHFLDM", "OUTPUT": "memory:"}
    return refused("checkquantities", **{**settings, **more})


def test_a_bad_table_is_refused_with_every_row_and_column(refused, tmp_path):
    text = refusal(
        refused, TARGETS=targets(tmp_path, "耕地,=B2*2,亩,,,", "耕地,15,尺,,,", "林地,1,km²,,,某镇")
    )
    assert "row 2, column target" in text
    assert "row 3, column unit" in text
    assert "row 4, column unit_name" in text


def test_inputs_without_their_fields_are_refused(refused):
    assert "BASE_PLAN_FIELD" in refusal(refused, BASE_PLAN=base_layer())
    coast = make_layer([(f"LINESTRING({X} {Y},{X + 9} {Y})", {"LX": "礁"})], kind="LineString", name="HAX")
    assert "COAST_FIELD" in refusal(refused, COAST=coast)
    assert "“礁” is neither natural nor artificial" in refusal(refused, COAST=coast, COAST_FIELD="LX")


def test_a_wrong_date_and_a_missing_area_are_refused(refused):
    assert "AS_OF" in refusal(refused, AS_OF="in spring")
    assert "AREA_FIELD" in refusal(refused, AREA_RULE="attribute")


def test_a_cancelled_run_leaves_nothing(provider, tmp_path):
    import processing
    from qgis.core import QgsProcessingException, QgsProcessingFeedback

    class Impatient(QgsProcessingFeedback):
        """Cancels at a given report of progress."""

        def __init__(self, moment):
            super().__init__(False)
            self.moment, self.reports = moment, 0

        def setProgress(self, progress):
            self.reports += 1
            if self.reports == self.moment:
                self.cancel()
            QgsProcessingFeedback.setProgress(self, progress)

    settings = {
        "PLAN": draft_layer(DRAFT),
        "PLAN_FIELD": "YDYHFLDM",
        "FARMLAND": control_line((square(X, Y), {})),
        "BASE_PLAN": base_layer(),
        **BASE_FIELDS,
    }

    def start(feedback):
        output = str(tmp_path / "figures.gpkg")
        return processing.run("dualcarbon:checkquantities", {**settings, "OUTPUT": output}, feedback=feedback)

    whole = Impatient(0)
    start(whole)
    assert whole.reports >= 10
    for path in tmp_path.iterdir():
        path.unlink()
    for moment in (1, whole.reports // 3, whole.reports // 2, whole.reports - 1):
        with pytest.raises(QgsProcessingException, match="cancelled"):
            start(Impatient(moment))
        assert list(tmp_path.iterdir()) == [], moment


# Models --------------------------------------------------------------------------------------


def test_a_model_may_decide_by_the_failures(provider, log, tmp_path):
    import processing
    from model_steps import Source, model_of, step_of

    given = {
        "PLAN": Source.fromModelParameter("plan"),
        "PLAN_FIELD": "YDYHFLDM",
        "AREA_RULE": "planar",
        "TARGETS": targets(tmp_path, "耕地,2,公顷,,,"),
    }
    model = model_of(step_of("dualcarbon:checkquantities", given, {"figures": "OUTPUT"}), layers=("plan",))
    result = processing.run(
        model, {"plan": draft_layer(DRAFT), "checkquantities:figures": "TEMPORARY_OUTPUT"}, feedback=log
    )
    assert result["CHILD_RESULTS"]["checkquantities"]["FAILED"] == 1
    rows = rows_of(result["checkquantities:figures"])
    assert [row["result"] for row in rows if row["target_row"]] == ["fail"]
