# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables as their users see them: hidden sheets, values never computed, titles, files QGIS cannot open."""

from __future__ import annotations

import pytest
from dualcarbon.plugin.domain.errors import DualCarbonError
from dualcarbon.plugin.domain.text_tables import read_text_table
from dualcarbon.plugin.gis.tables import read_file

from hostile.generator import attempt
from hostile.workbooks_by_hand import PARTS, open_document, open_row, workbook, zipped

ROWS = [["unit", "value"], ["甲", "1"]]
OLD = [["unit", "value"], ["甲", "999"]]
FIRST, SECOND = '<sheet name="S" sheetId="1" r:id="rId1"/>', '<sheet name="新&amp;" sheetId="2" r:id="rId2"/>'
DIESEL = "unit,year,sector,item,carrier,amount,amount_unit\n甲,2025,transport,cars,diesel,10,t\n"
#: FUEL-diesel of the library: 3.14512 t CO2 per tonne.
DIESEL_TCO2 = 31.4512


def two_sheets(state: str) -> bytes:
    """A workbook whose first sheet, of old figures, is in a state of visibility."""
    sheet = "xl/worksheets/sheet1.xml"
    one, other = (_part(workbook(rows), sheet) for rows in (OLD, ROWS))
    book = PARTS["xl/workbook.xml"].replace(FIRST, FIRST.replace("/>", f' state="{state}"/>') + SECOND)
    relations = PARTS["xl/_rels/workbook.xml.rels"]
    again = relations[relations.index("<Relationship ") : relations.index("</Relationships>")]
    second = again.replace("rId1", "rId2").replace("sheet1", "sheet2")
    relations = relations.replace("</Relationships>", f"{second}</Relationships>")
    types = PARTS["[Content_Types].xml"]
    override = types[types.index('<Override PartName="/xl/worksheets') : types.index("</Types>")]
    types = types.replace("</Types>", override.replace("sheet1", "sheet2") + "</Types>")
    changed = {"xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": relations, "[Content_Types].xml": types}
    return zipped({**PARTS, **changed, sheet: one, sheet.replace("1.xml", "2.xml"): other})


def _part(content: bytes, name: str) -> bytes:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


@pytest.mark.parametrize(
    ("state", "value"), [("visible", "999"), ("hidden", "1"), ("veryHidden", "1")], ids=str
)
def test_the_first_sheet_that_is_shown_is_read(tmp_path, state, value):
    path = tmp_path / "a.xlsx"
    path.write_bytes(two_sheets(state))
    assert read_file(path)["value"].tolist() == [value]


@pytest.mark.parametrize(("shown", "value"), [("true", "999"), ("false", "1")])
def test_a_hidden_table_of_an_open_document_is_not_read(tmp_path, shown, value):
    styles = (
        '<office:automatic-styles xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0">'
        '<style:style style:name="ta1" style:family="table"><style:table-properties '
        f'table:display="{shown}"/></style:style></office:automatic-styles>'
    )
    other = "".join(open_row(*row) for row in ROWS)
    rows = "".join(open_row(*row) for row in OLD)
    content = _part(open_document(f'{rows}</table:table><table:table table:name="T">{other}'), "content.xml")
    content = content.replace(b"<office:body>", styles.encode() + b"<office:body>").replace(
        b'table:name="S"', b'table:name="S" table:style-name="ta1"'
    )
    path = tmp_path / "a.ods"
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    path.write_bytes(zipped({"mimetype": mime, "content.xml": content}))
    assert read_file(path)["value"].tolist() == [value]


@pytest.mark.parametrize("value", ["<v></v>", "<v/>", "<v />"])
def test_a_formula_that_no_program_computed_is_no_empty_cell(tmp_path, value):
    path = tmp_path / "made.xlsx"
    path.write_bytes(workbook(ROWS[:1], more_rows=f'<row r="2"><c r="B2"><f>1+1</f>{value}</c></row>'))
    with pytest.raises(DualCarbonError, match=r"made\.xlsx.*B2"):
        read_file(path)


def test_a_formula_whose_text_is_empty_is_an_empty_cell(tmp_path):
    cells = '<row r="2"><c r="A2" t="str"><f>IF(1,"","x")</f><v></v></c><c r="B2"><v>2</v></c></row>'
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook(ROWS[:1], more_rows=cells))
    assert read_file(path).to_numpy().tolist() == [["", "2"]]


@pytest.mark.parametrize(
    "text", ["unit|value\n甲|1\n", "\n \nunit;value\n甲;1\n", "\n\nunit\tvalue\n甲\t1\n"]
)
def test_bars_and_what_follows_a_blank_line_are_columns(tmp_path, text):
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    assert list(read_text_table(path).columns) == ROWS[0]


def test_a_title_above_the_header_is_told_from_a_doubled_column(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("某县活动水平,,\nunit,value,year\n甲,1,2025\n", encoding="utf-8")
    with pytest.raises(DualCarbonError, match=r"2 columns have no name .* Delete titles"):
        read_text_table(path)


@pytest.mark.parametrize(
    "content",
    [DIESEL.encode("utf-16"), DIESEL.replace(",", "\t").encode("utf-16"), b"\n" + DIESEL.encode()],
    ids=["utf-16", "utf-16 tabs", "blank line"],
)
def test_a_table_that_qgis_itself_cannot_open_is_read(provider, tmp_path, content):
    (tmp_path / "a.csv").write_bytes(content)
    given = {"ACTIVITY": str(tmp_path / "a.csv"), "YEAR": 2025, "OUTPUT": "memory:"}
    outcome = attempt("emissioninventory", given)
    assert not outcome.refusal
    assert outcome.results["TOTAL_CO2_T"] == pytest.approx(DIESEL_TCO2)


def test_its_name_and_its_fields_are_known_too(provider, tmp_path):
    (tmp_path / "账.csv").write_bytes("unit,year,item,value,measure\n甲,2025,a/b,1,t\n".encode("utf-16"))
    outcome = attempt("postaccount", {"STORE": str(tmp_path / "b.gpkg"), "ACCOUNT": str(tmp_path / "账.csv")})
    assert outcome.results["ENTRIES"] == 1


def test_a_table_that_nobody_can_read_is_refused_for_its_reason(provider, tmp_path):
    (tmp_path / "a.csv").write_bytes(b"\xff\xfe" + b"a")
    given = {"ACTIVITY": str(tmp_path / "a.csv"), "YEAR": 2025, "OUTPUT": "memory:"}
    assert "neither UTF-8 nor GB18030" in attempt("emissioninventory", given).refusal
