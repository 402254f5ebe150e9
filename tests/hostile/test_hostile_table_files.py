# SPDX-License-Identifier: GPL-2.0-or-later
"""Table files of every make: read as what they say, or refused in a sentence; soon, and in little memory."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from dualcarbon.plugin.domain.errors import DualCarbonError, InputError
from dualcarbon.plugin.domain.file_limits import LARGEST_BYTES
from dualcarbon.plugin.domain.text_tables import read_text_table
from dualcarbon.plugin.gis.tables import read_file

from hostile.table_cases import FAR, REFUSED, SAME
from hostile.workbooks_by_hand import workbook

ROWS = [["unit", "value", "名称"], ["甲", "1,234.5", "it's “x”"], ["乙", "-0.5", "a;b"], ["丙", "", "0101"]]
#: Seconds and bytes that a table may take; of what Python allots.
LIMIT_S, LIMIT_BYTES = 20.0, 400_000_000


@contextmanager
def bounded() -> Iterator[None]:
    """Hold a reading to its time and memory."""
    started = time.process_time()
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < LIMIT_BYTES
    finally:
        tracemalloc.stop()
    assert time.process_time() - started < LIMIT_S


@pytest.mark.parametrize("name", SAME)
def test_what_says_the_same_is_read_as_the_same(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(SAME[name](ROWS))
    with bounded():
        table = read_file(path)
    assert list(table.columns) == ROWS[0]
    assert table.to_numpy().tolist() == ROWS[1:]


@pytest.mark.parametrize("name", FAR)
def test_a_cell_far_off_changes_nothing_or_is_refused(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(FAR[name](ROWS))
    said = rows = None
    with bounded():
        try:
            rows = read_file(path).to_numpy().tolist()
        except InputError as error:
            said = str(error)
    assert rows == ROWS[1:] if said is None else name in said


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_table_is_refused_by_its_name(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(REFUSED[name](ROWS))
    with bounded(), pytest.raises(DualCarbonError, match=r"\w") as caught:
        read_file(path)
    assert name in str(caught.value)
    assert "Traceback" not in str(caught.value)


def test_a_line_of_100_mb_is_refused(tmp_path):
    path = tmp_path / "line.csv"
    path.write_bytes(b"a,b\n" + b"x" * 100_000_000 + b"\n")
    started = time.process_time()
    with pytest.raises(InputError, match=r"line\.csv”, line 2"):
        read_text_table(path)
    assert time.process_time() - started < LIMIT_S


def test_a_million_rows_are_read_in_seconds(tmp_path):
    path = tmp_path / "rows.csv"
    path.write_bytes(b"a,b\n" + b"1,2\n" * 1_000_000)
    started = time.process_time()
    assert len(read_text_table(path)) == 1_000_000
    assert time.process_time() - started < LIMIT_S


@pytest.mark.parametrize("name", ["large.csv", "large.xlsx"])
def test_a_file_that_claims_to_be_huge_is_refused_unread(tmp_path, name):
    path = tmp_path / name
    with path.open("wb") as stream:
        stream.truncate(50 * LARGEST_BYTES)
    with bounded(), pytest.raises(InputError, match=r"has 12800 MB; .* may have 256"):
        read_file(path)


@pytest.mark.parametrize("name", ["none.csv", "none.xlsx"])
def test_a_file_that_is_gone_and_a_folder_are_refused(tmp_path, name):
    with pytest.raises(InputError, match="cannot be read"):
        read_file(tmp_path / name)
    (tmp_path / name).mkdir()
    with pytest.raises(InputError, match="cannot be read"):
        read_file(tmp_path / name)


def test_the_saved_value_of_a_formula_is_read_and_its_error_too(tmp_path):
    path = tmp_path / "formulas.xlsx"
    cells = '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    path.write_bytes(workbook([["a", "b"]], more_rows=cells))
    assert read_file(path).to_numpy().tolist() == [["2", "#DIV/0!"]]


def test_only_the_sheet_that_is_read_needs_its_values(tmp_path):
    path = tmp_path / "second.xlsx"
    other = workbook([["a"]], more_rows='<row r="2"><c r="A2"><f>1+1</f></c></row>')
    path.write_bytes(workbook([["a"], ["1"]], parts={"xl/worksheets/sheet2.xml": _sheet_of(other)}))
    assert read_file(path)["a"].tolist() == ["1"]


def _sheet_of(content: bytes) -> bytes:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("xl/worksheets/sheet1.xml")
