"""Workbooks: what someone wrote is text and never runs, numbers are numbers, and the file can be filled in."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from nvplan.files.write.characters import visible
from nvplan.files.write.registry import render
from nvplan.files.write.xlsx_book import number_format
from nvplan.model.document import Bullets, Cell, Fact, Facts, Heading, Paragraph, Table, TableColumn, TickItem, Ticks

from .office import saved_by_libreoffice
from .sample_report import report, short
from .samples import HOSTILE, LONG_WORD, STRANGE, document, hostile

# openpyxl says that it leaves out what it does not know, such as tickable cells; we only read with it.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


def every_cell(content: bytes) -> list[Any]:
    return [cell for sheet in opened(content) for row in sheet.iter_rows() for cell in row if cell.value is not None]


@pytest.mark.parametrize("text", [*HOSTILE, *STRANGE, LONG_WORD, "_x0041_"])
def test_text_is_text_as_typed_and_never_a_formula(text: str) -> None:
    table = Table(caption="T", columns=(TableColumn(title="K"),), rows=((Cell(text=text),),))
    blocks = (
        Heading(level=1, text="a"),
        table,
        Heading(level=1, text="b"),
        Paragraph(text=text),
        Bullets(items=("x",)),
        Facts(items=(Fact(label="L", value=text),)),
    )
    cells = every_cell(render(document(*blocks), "xlsx"))
    assert (
        sum(cell.value.replace("_x005F_", "_") == visible(text) for cell in cells if isinstance(cell.value, str)) == 3
    )
    assert all(cell.data_type != "f" for cell in cells)
    assert all(cell.quotePrefix for cell in cells if cell.value == text)


def test_no_formula_and_no_outside_address_anywhere() -> None:
    content = render(hostile(), "xlsx")
    assert all(cell.data_type != "f" for cell in every_cell(content))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert all(b'TargetMode="External"' not in package.read(name) for name in package.namelist())


def test_the_first_sheet_says_what_the_file_is() -> None:
    book = opened(render(report(), "xlsx"))
    about = book.worksheets[0]
    said = [cell.value for row in about.iter_rows() for cell in row if cell.value]
    assert about.title == "Om filen"
    assert {
        "Kravuppsättning",
        "överenskommelsen 2023 (avslutad), den senast verifierade",
        "EXEMPEL – påhittade svar",
    } <= set(said)
    assert {"Sammanfattning", "Insatser", "Krav på regionen"} <= set(said)
    assert book.properties.title == "Plan för kontinuitet i primärvården"
    assert [sheet.title for sheet in book if sheet.sheet_state == "hidden"] == ["Listor"]


def test_a_table_is_a_table_with_frozen_header_numbers_and_days() -> None:
    sheet = opened(render(report(), "xlsx"))["Mål som länet har satt upp"]
    assert sheet.freeze_panes == "A4"
    assert sheet.print_title_rows == "$3:$3"
    table = next(iter(sheet.tables.values()))
    assert [column.name for column in table.tableColumns] == ["Mål", "Basår", "Mål 2027", "Senast"]
    assert sheet["B4"].value == 0.33
    assert sheet["B4"].number_format == "[$-41D]#,##0.00"
    assert sheet["C6"].value == "ej besvarad"
    assert sheet["D4"].value == dt.datetime(2027, 12, 31)


def test_ticks_are_boxes_and_choices_are_lists_with_hidden_keys() -> None:
    content = render(report(), "xlsx")
    book = opened(content)
    ticks = book["Krav på regionen"]
    assert [ticks.cell(row, 1).value for row in range(4, 11)] == [number % 2 == 0 for number in range(1, 8)]
    assert ticks.cell(4, 6).value == "KON-1/region"
    assert ticks.column_dimensions["F"].hidden
    table = book["Samma krav som tabell"]
    rule = table.data_validations.dataValidation[0]
    assert (rule.formula1, str(rule.sqref)) == ("'Listor'!$A$1:$A$3", "C4:C7")
    assert [book["Listor"].cell(row, 1).value for row in (1, 2, 3)] == ["planerad", "pågående", "avslutad"]
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert "xl/featurePropertyBag/featurePropertyBag.xml" in package.namelist()
        assert not [
            name
            for name in package.namelist()
            if name.startswith("xl/worksheets/sheet") and b"customHeight" in package.read(name)
        ]


def test_lists_of_ticks_in_a_chapter_are_one_table_with_a_column_for_where() -> None:
    one = Ticks(items=(TickItem(key="a", ticked=True, text="Ett", details=(Fact(label="Svar", value="ja"),)),))
    two = Ticks(items=(TickItem(key="b", ticked=False, text="Två", details=(Fact(label="Källa", value="rad 1"),)),))
    blocks = (
        Heading(level=1, text="Krav"), Heading(level=2, text="Ska"), Paragraph(text="Villkor."), one,
        Heading(level=2, text="Bör"), Heading(level=3, text="Sedan"), two,
    )
    book = opened(render(document(*blocks), "xlsx"))
    assert book.sheetnames == ["Om filen", "Krav"]
    found = [[cell.value for cell in row] for row in book["Krav"].iter_rows(min_row=3)]
    assert found[0] == ["Avsnitt", "Klart", "Text", "Svar", "Källa", "Nyckel"]
    assert found[1] == ["Ska", True, "Ett", "ja", None, "a"]
    assert found[2] == ["Bör › Sedan", False, "Två", None, "rad 1", "b"]
    assert book["Krav"]["A2"].value == "Ska\nVillkor."


def test_columns_with_the_same_name_and_sheets_with_the_same_name() -> None:
    table = Table(
        caption="Samma",
        columns=(TableColumn(title="A"), TableColumn(title="a"), TableColumn(title="")),
        rows=((Cell(text="1"), Cell(text="2"), Cell(text="3")),),
        row_keys=("rad",),
    )
    long = "Kontinuitet i primärvården för alla länets invånare"
    blocks = [
        block
        for title in (long, long, "a/b", "History", "'", "👩‍⚕️" * 20)
        for block in (Heading(level=1, text=title), table)
    ]
    book = opened(render(document(*blocks), "xlsx"))
    assert book.sheetnames[1:5] == [
        "Kontinuitet i primärvården",
        "Kontinuitet i primärvården 2",
        "a-b",
        "History 2",
    ]
    assert all(len(name.encode("utf-16-le")) <= 62 for name in book.sheetnames)
    assert [column.name for column in next(iter(book.worksheets[1].tables.values())).tableColumns] == [
        "A",
        "a 2",
        "Vad",
        "Nyckel",
    ]


def test_a_text_longer_than_a_cell_says_that_it_is_cut() -> None:
    table = Table(caption="T", columns=(TableColumn(title="K"),), rows=((Cell(text="å" * 40_000),),))
    value = opened(render(document(Heading(level=1, text="a"), table), "xlsx"))["a"]["A4"].value
    assert len(value) <= 32_767
    assert value.endswith("Hela texten finns i Word- och pdf-filen.]")


@pytest.mark.parametrize(
    ("value", "text", "shape"),
    [
        ("1234.5", "1 234,5 kr", '[$-41D]#,##0.0" kr"'),
        ("41.5", "41,5 %", '[$-41D]#,##0.0" %"'),
        ("0.415", "41,5 %", "[$-41D]#,##0.0 %"),
        ("-3", "−3", "[$-41D]#,##0"),
        ("5", "5 av 8", '[$-41D]#,##0" av 8"'),
        ("0.5", "cirka en halv", None),
        ("0.5", "7", None),
        ("1", "1.000", None),
        ("41.4666", "41 %", '[$-41D]#,##0" %"'),
        ("2", '2 "st"', '[$-41D]#,##0" ″st″"'),
    ],
)
def test_a_number_is_shown_as_its_text(value: str, text: str, shape: str | None) -> None:
    assert number_format(Decimal(value), text) == shape


def test_empty_tables_and_documents_are_files_too() -> None:
    empty = Table(caption="Tom", columns=(TableColumn(title="K", kind="choice", choices=("a",)),), rows=())
    ticks = Ticks(items=(TickItem(key="k", ticked=False, text="t"),))
    assert opened(render(document(empty, ticks), "xlsx")).sheetnames[0] == "Om filen"
    assert opened(render(document(), "xlsx")).sheetnames == ["Om filen"]


@pytest.mark.parametrize("make", [report, short, hostile])
def test_same_bytes_twice(make: Any) -> None:
    assert render(make(), "xlsx") == render(make(), "xlsx")


@pytest.mark.libreoffice
def test_values_boxes_and_keys_survive_libreoffice(tmp_path: Path) -> None:
    content = render(report(), "xlsx")
    saved = saved_by_libreoffice(content, "xlsx", tmp_path)
    before = opened(content)
    after = openpyxl.load_workbook(saved, data_only=True)  # LibreOffice saves a box as =TRUE()
    assert after.sheetnames == before.sheetnames
    for sheet in before:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    assert after[sheet.title][cell.coordinate].value == cell.value
