# SPDX-License-Identifier: GPL-2.0-or-later
"""The findings store: what is new, known, fixed and back again, killed writers and busy files."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
import tempfile
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely
from dualcarbon.plugin.domain.embedded_store import connection
from dualcarbon.plugin.domain.errors import Cancelled, InputError, OutputError
from dualcarbon.plugin.domain.findings_store import (
    StoreCrs,
    read_decisions,
    read_findings,
    read_history,
    set_state,
    update,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from plan_cases import array, box, line_of
from store_story import APPROVED, FARMLAND, PACK, Story, draft


@pytest.fixture
def story(tmp_path):
    return Story(tmp_path / "成果.gpkg")


class TestRuns:
    def test_new_findings_are_open_and_known_ones_are_seen_again(self, story):
        counts = story.check()
        assert (counts["new"], counts["occurring"], counts["fixed"]) == (6, 6, 0)
        assert story.states() == {"a": "open", "b": "open", "c": "open"}
        before = read_findings(story.path)
        assert story.check()["new"] == 0
        after = read_findings(story.path)
        assert set(after["last_seen"]) == {"2026-04-02T08:00:00.000Z"}
        same = [name for name in before.columns if name not in ("last_seen", "geometry")]
        pd.testing.assert_frame_equal(before[same], after[same])
        assert len(read_history(story.path)) == 6

    def test_what_is_gone_is_fixed_and_what_comes_back_is_open_again(self, story):
        story.check()
        assert story.check(draft(b="0101"))["fixed"] == 2
        assert story.states() == {"a": "open", "b": "fixed", "c": "open"}
        assert story.check()["reopened"] == 2
        assert story.states()["b"] == "open"
        assert story.causes("b") == [
            (None, "open", "found"),
            ("open", "fixed", "gone"),
            ("fixed", "open", "came back"),
        ]

    def test_what_the_run_did_not_look_at_is_left_alone(self, story):
        story.check()
        redline = line_of("erl", ("R", box(0, 5_000, 10, 10)), zones=array(["一般控制区"]))
        for plan, line in (
            (draft(b="-", a="0101"), redline),  # another line
            (draft("other layer", a="0101", b="0101", c="0101"), FARMLAND),
            (draft(a="-", b="-"), FARMLAND),  # other parcels
        ):
            assert story.check(plan, line)["fixed"] == 0
            assert set(story.states().values()) == {"open"}

    def test_a_rule_that_is_not_in_force_says_nothing_about_its_findings(self, story):
        story.check()
        rules = PACK.rules.copy()
        rules.loc["PBF-06", "valid_to"] = "2026-03-31"
        story.check(draft(a="0101"), pack=replace(PACK, rules=rules))
        assert (story.states("PBF-01")["a"], story.states("PBF-06")["a"]) == ("fixed", "open")

    def test_noise_is_not_stored_and_what_shrinks_to_noise_is_fixed(self, story):
        thin = line_of("pbf", ("L", box(-10, -10, 500, 10.005)))
        assert story.check(None, thin)["new"] == 0
        story.check()
        assert story.check(None, thin)["fixed"] == 6

    def test_a_standin_line_neither_weakens_nor_fixes_what_a_legal_one_found(self, story):
        story.check()
        counts = story.check(draft(b="0101"), replace(FARMLAND, status="standin"))
        assert (counts["left_alone"], counts["fixed"]) == (4, 0)
        table = read_findings(story.path)
        assert set(zip(table["severity"], table["line_status"], table["state"])) == {
            ("error", "legal", "open")
        }

    def test_a_legal_line_takes_over_what_a_standin_found(self, story):
        story.check(None, replace(FARMLAND, status="standin"))
        assert set(read_findings(story.path)["severity"]) == {"info"}
        assert story.check(draft(b="0101"))["fixed"] == 2
        assert set(read_findings(story.path).query("state == 'open'")["severity"]) == {"error"}

    def test_without_business_ids_parcels_are_known_by_their_shape(self, story):
        nameless = replace(draft(), has_ids=False, ids=array(["1", "2", "3"]))
        story.check(nameless)
        turned = replace(draft(b="0101"), has_ids=False, ids=array(["7", "8", "9"]))
        assert story.check(turned)["fixed"] == 2
        assert sorted(story.states().values()) == ["fixed", "open", "open"]


class TestExemptions:
    def test_an_exemption_survives_the_runs_and_ends_with_its_last_day(self, story):
        story.check(table=[APPROVED])
        assert story.states()["a"] == "exempted"
        story.check(on=date(2026, 6, 30))
        assert story.states() == {"a": "exempted", "b": "open", "c": "open"}
        assert story.check(on=date(2026, 7, 1))["reopened"] == 2
        assert story.states()["a"] == "open"
        assert story.causes("a")[1:] == [("exempted", "open", "exemption not valid")]
        row = read_history(story.path, story.key("a")).iloc[-1]
        assert (row["expiry"], row["as_of"]) == ("2026-06-30", "2026-07-01")

    def test_a_check_of_an_earlier_day_still_knows_the_approval(self, story):
        story.check(table=[APPROVED])
        story.check(on=date(2026, 7, 1))
        story.check(on=date(2026, 5, 1))
        assert story.states()["a"] == "exempted"

    def test_an_exempted_finding_that_is_mended_is_fixed_and_exempted_when_it_returns(self, story):
        story.check(table=[APPROVED])
        story.check(draft(a="0101"))
        assert story.states()["a"] == "fixed"
        story.check()
        assert story.causes("a") == [
            (None, "exempted", "found"),
            ("exempted", "fixed", "gone"),
            ("fixed", "exempted", "came back"),
        ]

    def test_what_is_set_by_hand_holds_in_the_next_check_until_it_is_withdrawn(self, story):
        story.check()
        key = story.key("b")
        set_state(story.path, [key], "exempted", changed="2026-04-09T00:00:00.000Z", exemption=APPROVED)
        story.check()
        assert story.states() == {"a": "open", "b": "exempted", "c": "open"}
        set_state(story.path, [key], "open", changed="2026-04-10T00:00:00.000Z")
        story.check()
        assert story.states()["b"] == "open"
        assert [cause for _, _, cause in story.causes("b")] == ["found", "set by hand", "set by hand"]

    def test_a_decision_made_while_a_check_ran_is_kept(self, story):
        story.check()
        before = read_decisions(story.path)
        set_state(
            story.path, [story.key("b")], "exempted", changed="2026-04-09T00:00:00Z", exemption=APPROVED
        )
        story.check(decisions=before)
        assert story.states()["b"] == "exempted"

    def test_a_table_may_shorten_what_the_store_knows(self, story):
        story.check(table=[APPROVED])
        shortened = replace(APPROVED, expiry=date(2026, 3, 1))
        story.check(table=[shortened])
        assert story.states()["a"] == "open"
        story.check()
        assert story.states()["a"] == "open"
        assert story.causes("a")[-1] == ("exempted", "open", "exemption corrected")

    def test_marked_as_fixed_by_hand_but_still_there_reopens(self, story):
        story.check()
        set_state(story.path, [story.key("c")], "fixed", changed="2026-04-09T00:00:00.000Z")
        assert story.check()["reopened"] == 1

    def test_doubtful_decisions_are_refused(self, story):
        story.check()
        key, now = story.key("a"), "2026-04-09T00:00:00.000Z"
        with pytest.raises(InputError, match="批准文号"):
            set_state(story.path, [key], "exempted", changed=now)
        with pytest.raises(InputError, match="“done” is unknown"):
            set_state(story.path, [key], "done", changed=now)
        with pytest.raises(InputError, match="no finding 0000"):
            set_state(story.path, [key, "0000"], "open", changed=now)


class TestFile:
    def test_geometries_come_back_and_lie_where_the_geopackage_says(self, story):
        story.check()
        table = read_findings(story.path)
        assert shapely.area(table["geometry"].to_numpy(dtype=object)) == pytest.approx(5_000.0)
        assert set(shapely.get_type_id(table["geometry"])) == {6}
        with sqlite3.connect(story.path) as found:
            box_told = found.execute(
                "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE data_type = 'features'"
            ).fetchone()
            assert found.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert box_told == pytest.approx(shapely.total_bounds(table["geometry"].to_numpy(dtype=object)))

    def test_the_history_can_only_be_added_to(self, story):
        story.check()
        with sqlite3.connect(story.path) as found:
            for statement in ("DELETE FROM history", "UPDATE history SET cause = 'x'"):
                with pytest.raises(sqlite3.IntegrityError, match="only added to"):
                    found.execute(statement)

    @pytest.mark.parametrize("content", [b"", None])
    def test_a_blank_file_or_none_is_a_new_store(self, story, content):
        if content is not None:
            story.path.write_bytes(content)
        assert read_decisions(story.path) == []
        assert read_findings(story.path).empty
        assert story.check()["new"] == 6

    def test_files_that_are_not_ours_are_refused_and_stay_as_they_are(self, story):
        story.path.write_bytes(b"PK\x03\x04 a workbook " * 99)
        with pytest.raises(InputError, match="not a store of this plugin"):
            story.check(decisions=[])
        assert story.path.read_bytes().startswith(b"PK")
        story.path.unlink()
        with sqlite3.connect(story.path) as other:
            other.execute("CREATE TABLE parcels (id INTEGER)")
        with pytest.raises(InputError, match="not a store of this plugin"):
            read_decisions(story.path)
        with pytest.raises(InputError, match="not a store of this plugin"):
            story.check(decisions=[])

    @pytest.mark.parametrize("version", ["0", "2"])
    def test_older_and_newer_schemas_are_refused(self, story, version):
        story.check()
        with sqlite3.connect(story.path) as found:
            found.execute("UPDATE dualcarbon_store SET value = ? WHERE item = 'schema'", (version,))
        for call in (lambda: read_decisions(story.path), lambda: story.check(decisions=[])):
            with pytest.raises(InputError, match=f"schema version {version}"):
                call()

    def test_a_store_in_another_crs_is_refused(self, story):
        story.check()
        with pytest.raises(InputError, match="kept in EPSG:4547"):
            story.check(crs=StoreCrs("EPSG", 4490, "EPSG:4490", 'GEOGCS["x"]'))

    def test_a_folder_that_is_not_there_is_said_so(self, tmp_path):
        with pytest.raises(OutputError, match="cannot be written"):
            Story(tmp_path / "none" / "s.gpkg").check()

    def test_a_read_only_store_is_said_so(self):
        with tempfile.TemporaryDirectory() as folder:
            story = Story(Path(folder) / "s.gpkg")
            story.check()
            story.path.chmod(0o444)
            story.path.parent.chmod(0o555)
            job = multiprocessing.get_context("fork").Process(target=_be_refused, args=(story.path,))
            job.start()
            job.join(60)
            assert job.exitcode == 0
            assert set(story.states().values()) == {"open"}
            story.path.parent.chmod(0o755)


class TestAllOrNothing:
    def test_a_cancel_or_failure_leaves_the_store_as_it_was(self, story, monkeypatch):
        story.check()
        before = story.path.read_bytes()

        def stop(_share):
            raise Cancelled

        with pytest.raises(Cancelled):
            story.check(draft(b="0101"), progress=stop)
        monkeypatch.setattr(update, "_describe_extent", lambda found: found.execute("SELECT * FROM missing"))
        with pytest.raises(OutputError, match="no such table"):
            story.check(draft(b="0101"))
        assert story.path.read_bytes() == before
        fresh = Story(story.path.with_name("new.gpkg"))
        with pytest.raises(OutputError):
            fresh.check()
        assert sorted(file.name for file in story.path.parent.iterdir()) == [story.path.name]

    def test_a_second_writer_waits_and_then_says_why_it_gave_up(self, story, monkeypatch):
        story.check()
        monkeypatch.setattr(connection, "WAIT_S", 0.5)
        with sqlite3.connect(story.path, isolation_level=None) as other:
            other.execute("BEGIN IMMEDIATE")
            started = time.monotonic()
            with pytest.raises(OutputError, match="another program"):
                story.check()
            assert 0.4 < time.monotonic() - started < 5.0

    def test_two_processes_both_get_their_findings_in(self, tmp_path):
        path = tmp_path / "s.gpkg"
        fork = multiprocessing.get_context("fork")
        jobs = [fork.Process(target=_check_one, args=(path, name)) for name in "abc"]
        for job in jobs:
            job.start()
        for job in jobs:
            job.join(60)
        assert [job.exitcode for job in jobs] == [0, 0, 0]
        assert Story(path).states() == {"a": "open", "b": "open", "c": "open"}

    def test_a_writer_killed_before_its_commit_leaves_the_old_store(self, story):
        story.check()
        fresh = Story(story.path.with_name("new.gpkg"))
        for target in (story, fresh):
            _run_and_kill(_die_before_the_commit, target.path, seconds=60)
        assert story.states() == {"a": "open", "b": "open", "c": "open"}
        assert len(read_history(story.path)) == 6
        assert fresh.states() == {}
        assert fresh.check()["new"] == 6

    def test_a_writer_killed_at_any_moment_leaves_the_old_store_or_the_new_one(self, story):
        story.check()
        for seconds in (0.40, 0.43, 0.47):
            _run_and_kill(_write_for_ever, story.path, seconds=seconds)
            states = story.states()
            assert states in ({"a": "open", "b": now, "c": "open"} for now in ("open", "fixed"))
            assert read_history(story.path, story.key("b"))["to_state"].iloc[-1] == states["b"]
            with sqlite3.connect(story.path) as found:
                assert found.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def _run_and_kill(work, path, seconds):
    """Kill a process after a while, unless it has ended itself."""
    job = multiprocessing.get_context("fork").Process(target=work, args=(path,))
    job.start()
    job.join(seconds)
    if job.is_alive():
        os.kill(job.pid, signal.SIGKILL)
    job.join()
    assert job.exitcode == -signal.SIGKILL


def _die_before_the_commit(path):
    update._describe_extent = lambda _found: os.kill(os.getpid(), signal.SIGKILL)
    Story(path).check(draft(b="0101", a="-"))


def _be_refused(path):
    if os.geteuid() == 0:
        os.setuid(65534)  # root may write anywhere
    assert len(read_findings(path)) == 6
    for target in (path, path.with_name("new.gpkg")):
        with pytest.raises(OutputError, match="cannot be written"):
            Story(target).check(draft(b="0101"))


def _check_one(path, name):
    Story(path).check(draft(**{other: "-" for other in "abc" if other != name}))


def _write_for_ever(path):
    story = Story(path)
    while True:
        story.check(draft(b="0101"))
        story.check()


CODES = st.fixed_dictionaries({name: st.sampled_from(["0703", "0101", "0201", "-"]) for name in "abc"})


@settings(max_examples=6)
@given(drafts=st.lists(CODES.filter(lambda codes: set(codes.values()) != {"-"}), min_size=1, max_size=3))
def test_the_store_holds_the_findings_of_the_last_check_of_each_parcel(tmp_path_factory, drafts):
    """Oracle: per parcel and rule the codes of the last draft that had the parcel decide."""
    story = Story(tmp_path_factory.mktemp("store") / "s.gpkg")
    hits = {"0703": {"PBF-01", "PBF-06"}, "0201": {"PBF-01"}, "0101": set()}
    expected = {}
    for codes in drafts:
        story.check(draft(**codes))
        for name, code in codes.items():
            for rule in ("PBF-01", "PBF-06") if code != "-" else ():
                if rule in hits[code]:
                    expected[name, rule] = "open"
                elif (name, rule) in expected:
                    expected[name, rule] = "fixed"
    table = read_findings(story.path)
    assert dict(zip(zip(table["plan_id"], table["rule_id"]), table["state"])) == expected
    content = [name for name in table.columns if name not in ("last_seen", "geometry")]
    story.check(draft(**drafts[-1]))
    again = read_findings(story.path)
    pd.testing.assert_frame_equal(table[content], again[content])
    assert np.all(shapely.equals(table["geometry"], again["geometry"]))
