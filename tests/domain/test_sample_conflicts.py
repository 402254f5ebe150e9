# SPDX-License-Identifier: GPL-2.0-or-later
"""The plan check finds in Sample County what the generator has hidden there, and no other error."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pyproj
import pytest
import shapely
from dualcarbon.plugin.domain.areas import WorkPlane, work_plane
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.plancheck.check import PlanCheck, check_plan
from dualcarbon.plugin.domain.plancheck.layers import BaseCover, CheckSettings, ControlLine, PlanDraft
from dualcarbon.plugin.domain.rules import load_rule_pack

pytest.importorskip("scipy")
from dualcarbon.tests.sample_county import County, make_county
from dualcarbon.tests.sample_county.codes import CONFIRMED

LAYERS = {"pbf": "YJJBNTBHTB", "erl": "STBHHX", "udb": "CZKFBJ"}


@pytest.fixture(scope="module")
def county() -> County:
    return make_county(2_000, 3)


@pytest.fixture(scope="module")
def plane(county: County) -> WorkPlane:
    bounds = tuple(shapely.total_bounds(county.DLTB.geometry).tolist())
    return work_plane(pyproj.CRS(county.epsg).to_wkt(), bounds)


@pytest.fixture(scope="module")
def checked(county: County, plane: WorkPlane) -> PlanCheck:
    draft, survey = county.GHYDYH, county.DLTB
    area = plane.measure(draft.geometry, "ellipsoidal")
    unknown = np.full(len(area), None, dtype=object)
    plan = PlanDraft(
        draft.geometry, draft.columns["BSM"], draft.columns["YDYHFLDM"], unknown, area, area, "GHYDYH", True
    )
    codes = np.array([CONFIRMED[code] for code in survey.columns["DLBM"]], dtype=object)
    base = BaseCover(survey.geometry, codes, np.full(len(codes), None, dtype=object), "DLTB")
    return check_plan(
        plan,
        [control_line(county, line_type) for line_type in LAYERS],
        load_rule_pack("cn_national"),
        CheckSettings(as_of=date(2026, 1, 1)),
        plane,
        base=base,
        notes=NoteBook(),
    )


def control_line(county: County, line_type: str) -> ControlLine:
    """The line as if it were in force: a stand-in would cap every severity."""
    layer = county.layers()[LAYERS[line_type]]
    zones = layer.columns.get("GKFQ")
    return ControlLine(
        line_type, LAYERS[line_type], layer.geometry, layer.columns["BSM"], zones, "legal", "for the test"
    )


def conflicts(county: County) -> pd.DataFrame:
    """The generator's own list; the elastic zone is left out, its rule asks for a swap record."""
    table = pd.DataFrame(county.conflicts)
    return table[table["ZONE"] != "弹性发展区"]


def test_measured_areas_are_those_of_the_generators_own_formula(county: County, plane: WorkPlane) -> None:
    measured = plane.measure(county.DLTB.geometry, "ellipsoidal")
    assert measured == pytest.approx(county.DLTB.columns["TBMJ"], abs=0.006)
    assert measured.sum() == pytest.approx(county.XZQ.columns["MJ"].sum(), rel=1e-8)


def test_every_intended_conflict_is_found_with_its_area(county: County, checked: PlanCheck) -> None:
    findings = checked.findings[checked.findings["state"] != "noise"]
    found = findings.groupby(["plan_id", "line_type", "rule_id"])["area_m2"].sum()
    intended = conflicts(county).query("INTENDED == 1")
    assert len(intended) > 20
    for row in intended.itertuples():
        areas = found.loc[(row.BSM, row.LINE)]
        assert np.isclose(areas, row.MJ, atol=0.02).any(), f"{row.KIND} on {row.LINE}"


def test_no_error_is_found_that_was_not_hidden(county: County, checked: PlanCheck) -> None:
    errors = checked.findings.query("severity == 'error' and state != 'noise'")
    assert len(errors) > 10
    assert set(errors["plan_id"]) <= set(conflicts(county).query("NOISE == 0")["BSM"])


def test_slivers_are_listed_as_noise_with_their_area(county: County, checked: PlanCheck) -> None:
    noise = checked.findings.query("line_type == 'pbf' and (state == 'noise' or severity == 'noise')")
    by_plan = noise.groupby("plan_id")["area_m2"].max()
    hidden = conflicts(county).query("NOISE == 1")
    assert len(hidden) >= 3
    for row in hidden.itertuples():
        assert by_plan[row.BSM] == pytest.approx(row.MJ, abs=1e-3)


#: What CUL-04 asks to justify on cultivated land.
PLANTED = ("03", "14", "1701", "1702")


def by_parcel(checked: PlanCheck, rule_id: str) -> dict[str, tuple[str, float]]:
    """Severity and area of a rule's findings; parcels may have several."""
    rows = checked.findings[checked.findings["rule_id"] == rule_id].sort_values("area_m2")
    return {row.plan_id: (row.severity, row.area_m2) for row in rows.itertuples()}


def test_fields_that_become_woods_or_parks_are_those_of_the_cells(county: County, checked: PlanCheck) -> None:
    plan, survey, area = county.true_overlaps(county.GHYDYH, county.DLTB)
    planned, today = county.GHYDYH.columns["YDYHFLDM"], county.DLTB.columns["DLBM"]
    planted = np.array([str(planned[row]).startswith(PLANTED) for row in plan])
    fields = planted & np.isin(today[survey], ["0101", "0102", "0103"])
    lost = pd.Series(area[fields]).groupby(county.GHYDYH.columns["BSM"][plan[fields]]).sum()
    found = by_parcel(checked, "CUL-04")
    counted = {name: value for name, (severity, value) in found.items() if severity == "warning"}
    assert len(counted) >= 2
    assert counted == pytest.approx(lost[lost > 400.0].to_dict(), rel=2e-4)
    noise = [value for severity, value in found.values() if severity == "noise"]
    assert max(noise, default=0.0) <= 400.0


def test_changes_on_farmland_are_errors_under_the_rule_that_names_them(
    county: County, checked: PlanCheck
) -> None:
    intended = conflicts(county).query("INTENDED == 1 and LINE == 'pbf'")
    errors = checked.findings[checked.findings["severity"] == "error"].groupby("rule_id")
    for rule_id, codes in (("PBF-02", ("0201", "0301", "1704")), ("PBF-03", ("060202",))):
        rows = intended[intended["YDYHFLDM"].isin(codes)]
        found = errors.get_group(rule_id).groupby("plan_id")["area_m2"].sum()
        assert found.to_dict() == pytest.approx(rows.groupby("BSM")["MJ"].sum().to_dict(), abs=0.05)


def test_every_permanent_field_is_cultivated_today(checked: PlanCheck) -> None:
    # The generator draws the farmland line on fields only (see test_sample_county.py).
    assert not by_parcel(checked, "PBF-08")
