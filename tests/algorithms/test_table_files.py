# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables written and read back: codes keep their zeros, Chinese stays, refusals leave nothing."""

from __future__ import annotations

import pandas as pd
import pytest
from dualcarbon.plugin.domain.errors import OutputError
from dualcarbon.plugin.gis.table_files import write_table_file
from dualcarbon.plugin.gis.tables import read_file

TABLE = pd.DataFrame(
    {"code": ["0101", "12", "1e5"], "名称": ["水田", 'a "b", c', ""], "note": ["", "x;y", "=1+1"]}
)


@pytest.mark.parametrize("name", ["码 表.csv", "码 表.xlsx"])
def test_every_cell_comes_back_as_it_was(tmp_path, name):
    path = tmp_path / name
    write_table_file(path, TABLE)
    back = read_file(path)
    assert back.to_dict("list") == TABLE.to_dict("list")
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_a_place_that_cannot_be_written_is_refused_and_the_old_file_stays(tmp_path, name):
    with pytest.raises(OutputError, match="cannot be written"):
        write_table_file(tmp_path / "nowhere" / name, TABLE)
    taken = tmp_path / name
    taken.mkdir()
    with pytest.raises(OutputError, match="cannot be written"):
        write_table_file(taken, TABLE)
    assert [entry.name for entry in tmp_path.iterdir()] == [name]
