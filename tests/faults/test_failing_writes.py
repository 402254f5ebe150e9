# SPDX-License-Identifier: GPL-2.0-or-later
"""Every tool on disks that fail: it says so in one sentence, and nothing of the run remains."""

from __future__ import annotations

import random
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from short_calls import short_calls
from standing import CHAINS, contents, locked_in, results_in, stores_balance

CALLS = sorted(short_calls(Path()))


@pytest.fixture(scope="module")
def tally(tell):
    counts = dict.fromkeys(("full disk", "read-only folder", "vanishing folder", "locked file"), 0)
    yield counts
    told = ", ".join(f"{kind} {count}" for kind, count in counts.items())
    tell(f"refused in one sentence, nothing remained: {told}")


@pytest.fixture
def run(workshop, scratch):
    """Run a call under faults; what it told."""

    def call(name, folder, **faults):
        workshop.start({"tool": name, "folder": str(folder), "temporary": str(scratch), **faults})
        return workshop.wait()

    return call


@pytest.fixture(scope="module")
def whole(workshop, tmp_path_factory):
    """The folder of a run of a call without a fault, and what it told; made once."""
    made = {}

    def call(name):
        if name not in made:
            folder, temporary = tmp_path_factory.mktemp("whole"), tmp_path_factory.mktemp("temporary")
            workshop.start({"tool": name, "folder": str(folder), "temporary": str(temporary)})
            made[name] = folder, workshop.wait()
            assert made[name][1]["refused"] == []
        return made[name]

    return call


@pytest.fixture
def refuse(run):
    """Run a call that must be refused with a sentence."""

    def call(name, folder, **faults):
        told = run(name, folder, **faults)
        assert told["figures"] == []
        (said,) = told["refused"]
        assert_sentence(said)

    return call


def assert_sentence(said: str) -> None:
    """Made for people: one line that ends, and no defect."""
    assert "\n" not in said.strip()
    assert said.strip().endswith((".", "。"))
    assert "defect" not in said
    assert len(said) < 600


@pytest.mark.parametrize("name", CALLS)
def test_a_tool_on_a_full_disk_says_so_and_leaves_nothing(tools, run, whole, tally, tmp_path, name):
    call, (sound, expected) = tools[name], whole(name)
    before = contents(_given(call, tmp_path / "given"))
    files = [path for path in sound.rglob("*") if path.is_file()]
    largest = max(path.stat().st_size for path in files)
    for limit in (0, random.Random(f"disk {name}").randrange(1, largest)):
        folder = tmp_path / f"full {limit}"
        told = run(name, folder, file_limit=limit)
        if limit and not told["refused"]:
            # A GeoPackage that lacks only the index of its shapes is whole.
            assert told["figures"] == expected["figures"]
            assert results_in(folder).keys() == results_in(sound).keys()
            documents = [path for path in files if path.suffix != ".gpkg"]
            sizes = {path: (folder / path.relative_to(sound)).stat().st_size for path in documents}
            assert sizes == {path: pytest.approx(path.stat().st_size, rel=0.02) for path in documents}
            continue
        (said,) = told["refused"]
        assert_sentence(said)
        assert_nothing_remains(call, folder, before)
        tally["full disk"] += 1


def assert_nothing_remains(call, folder, before):
    """What stood there before; after a chain of runs also whole results of the earlier ones."""
    left = contents(folder)
    if call.tool in CHAINS:
        files = {name for name in left if (folder / name).is_file() and not name.endswith(".json")}
        assert files <= before.keys() | {name.split("|")[0] for name in results_in(folder)}
    else:
        assert left == before
    assert locked_in(folder) == []
    assert stores_balance(folder)


@pytest.mark.parametrize("name", CALLS)
def test_a_tool_whose_drive_is_pulled_out_says_so(tools, whole, refuse, tally, tmp_path, name):
    if "OUTPUT_FOLDER" in tools[name].outputs:
        pytest.skip("this tool makes the folder that it writes into")
    (steps,) = whole(name)[1]["steps"]
    chance = random.Random(f"drive {name}")
    refuse(name, tmp_path / "vanishing", vanish_at=chance.randint(1, max(1, steps - 1)))
    assert not (tmp_path / "vanishing").exists()
    tally["vanishing folder"] += 1


def _given(call, folder: Path) -> Path:
    """The folder as it is before a run: with the stores that the run changes."""
    call.into(folder)
    return folder


@pytest.fixture(scope="module")
def for_all(inputs):
    """A folder that everybody may enter, with the inputs; pytest closes its own to all others."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        folder.chmod(0o755)
        shutil.copytree(inputs, folder / "inputs")
        (folder / "inputs").chmod(0o755)
        (folder / "temporary").mkdir()
        (folder / "temporary").chmod(0o777)
        yield folder


@pytest.mark.parametrize("name", CALLS)
def test_a_tool_without_the_right_to_write_says_so(refuse, tally, for_all, name):
    folder, inputs = for_all / name, for_all / "inputs"
    before = contents(_given(short_calls(inputs)[name], folder))
    folder.chmod(0o555)
    refuse(name, folder, inputs=str(inputs), temporary=str(for_all / "temporary"), nobody=True)
    folder.chmod(0o755)
    assert contents(folder) == before
    tally["read-only folder"] += 1


@pytest.mark.parametrize("name", CALLS)
def test_a_file_that_another_program_holds_is_told_and_kept(tools, refuse, tally, tmp_path, name):
    """Outputs that are tables of a GeoPackage which is being written elsewhere, and stores alike."""
    call, folder = tools[name], _given(tools[name], tmp_path / "held")
    tables = [parameter for parameter, file in call.outputs.items() if file.endswith(".gpkg")]
    stores = [folder / store.name for store in call.changes.values() if store.exists()]
    if not (tables or stores):
        pytest.skip("this call writes no GeoPackage")
    held = stores[0] if stores else folder / "other.gpkg"
    if not stores:
        _blank_geopackage(held)
    places = {table: f"ogr:dbname='{held}' table=\"{table.replace(':', '_')}\" (geom)" for table in tables}
    before = contents(folder)
    with closing(sqlite3.connect(held, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        refuse(name, folder, outputs={} if stores else places)
        other.execute("ROLLBACK")
    assert_nothing_remains(call, folder, before)
    tally["locked file"] += 1


def _blank_geopackage(path: Path) -> None:
    from dualcarbon.plugin.domain.embedded_store import GEOPACKAGE

    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in GEOPACKAGE:
            connection.execute(statement)
