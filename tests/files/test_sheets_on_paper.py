"""Workbooks on paper: no line is cut, no heading stands alone, and what is read stands together."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import openpyxl
import pytest

from nvplan.files.write.registry import render
from nvplan.files.write.xlsx_heights import lines_needed
from nvplan.model.document import Block, Bullets, Cell, Heading, Paragraph, Table, TableColumn

from .samples import document

#: The least height of a line of our type, in points, as programs lay it out.
LEAST_LINE = 12.0


def _book(*blocks: Block) -> Any:
    return openpyxl.load_workbook(BytesIO(render(document(*blocks), "xlsx")))


def _table(caption: str, *cells: str, rows: int = 1) -> Table:
    return Table(caption=caption, columns=tuple(TableColumn(title=f"Kolumn {place}") for place in range(len(cells))),
                 rows=(tuple(Cell(text=text) for text in cells),) * rows)


@pytest.mark.parametrize(("text", "width", "lines"), [
    ("Avtal om läkarmedverkan, Borås kommun", 20.0, 3),  # 37 letters would have room on two lines of 20
    ("kort", 15.0, 1),
    ("ett\ntvå\n\nfyra", 15.0, 4),
    ("specialistsjuksköterskeutbildning", 12.0, 3),
    ("WWWWWWWWWW", 12.0, 2),
    ("iiiiiiiiii iiiiiiiiii iiiiiiiiii", 15.0, 1),
])
def test_lines_are_counted_as_words_are_laid_out(text: str, width: float, lines: int) -> None:
    assert lines_needed(text, width) == lines


def test_a_row_is_as_high_as_its_highest_cell() -> None:
    sheet = _book(Heading(level=1, text="Underlag"), _table("Underlag", *(
        "Avtal om läkarmedverkan i kommunal hälso- och sjukvård, Västra Götaland " * 3,) * 6))["Underlag"]
    width = sheet.column_dimensions["A"].width
    assert sheet.row_dimensions[4].height >= LEAST_LINE * lines_needed(sheet["A4"].value, width - 2)


def test_a_long_title_is_not_cut_at_the_edge_of_the_page() -> None:
    long = "Redovisning av hur den nära vården har utvecklats " * 4
    sheet = _book(Heading(level=1, text="A"), _table(long, "ett", "två"))["A"]
    assert "A1:B1" in [str(area) for area in sheet.merged_cells.ranges]
    assert sheet["A1"].alignment.wrap_text
    assert sheet.row_dimensions[1].height > 3 * LEAST_LINE


@pytest.mark.parametrize(("title", "name"), [
    ("Resurser som flyttas till primärvården", "Resurser som flyttas"),
    ("Målbildens behandling hos huvudmännen", "Målbildens behandling"),
    ("Samordnare och förändringsledare i länet", "Samordnare"),
    ("VFU på sjuksköterskeutbildningen i egen regi", "VFU"),
    ("Uppfyllda krav utan underlag", "Uppfyllda krav utan underlag"),
])
def test_a_sheet_s_name_is_a_phrase_and_its_whole_title_stands_on_the_first_sheet(title: str, name: str) -> None:
    book = _book(Heading(level=1, text=title), _table(title, "ett"))
    assert book.sheetnames == ["Om filen", name]
    said = [cell.value for row in book["Om filen"].iter_rows() for cell in row if cell.value]
    assert name in said
    assert title in said


def test_the_text_of_all_chapters_stands_on_one_sheet_and_says_where_the_tables_are() -> None:
    book = _book(
        Heading(level=1, text="1 Ett"), Paragraph(text="Vi har gjort det."), Bullets(items=("En sak.",)),
        Heading(level=1, text="2 Två"), Paragraph(text="Det här flyttas. " * 60), _table("Flyttas", "ett", rows=20),
        Heading(level=1, text="3 Tre"), Paragraph(text="Inget än."))
    assert book.sheetnames == ["Text", "Flyttas"]
    said = [cell.value for row in book["Text"].iter_rows() for cell in row if cell.value]
    assert [said.index(text) for text in ("1 Ett", "• En sak.", "2 Två", "Tabellen står på fliken ”Flyttas”.", "3 Tre",
                                          "Inget än.")] == sorted(said.index(text) for text in (
                                              "1 Ett", "• En sak.", "2 Två", "Tabellen står på fliken ”Flyttas”.",
                                              "3 Tre", "Inget än."))


def test_every_sheet_says_below_whose_it_is() -> None:
    book = _book(Heading(level=1, text="A"), _table("Stor", "ett", rows=40))
    assert {sheet.oddFooter.left.text for sheet in book} == {"Plan 2027"}


def test_chapters_of_tables_that_end_a_document_are_named_in_the_list_of_sheets_alone() -> None:
    book = _book(Heading(level=1, text="1 Ett"), Paragraph(text="Vi har gjort det."),
                 Heading(level=1, text="Svaren"), _table("Svaren", "ett", rows=20))
    said = [cell.value for row in book["Text"].iter_rows() for cell in row if cell.value]
    assert said.count("Svaren") == 1
    assert "Tabellen står på fliken ”Svaren”." not in said


def test_small_tables_share_a_sheet_and_large_ones_have_their_own() -> None:
    book = _book(Heading(level=1, text="A"), _table("Liten", "ett"), Heading(level=1, text="B"),
                 _table("Stor", "ett", rows=40), Heading(level=1, text="C"), _table("Liten till", "ett", "två"))
    assert book.sheetnames == ["Om filen", "B", "Tabeller"]
    assert [cell.value for cell in book["Tabeller"]["A"] if cell.value] == [
        "A", "Kolumn 0", "ett", "C", "Kolumn 0", "ett"]


def test_no_page_of_text_ends_with_a_heading_or_with_what_leads_on() -> None:
    blocks: list[Block] = []
    for number in range(60):
        blocks += [Heading(level=2, text=f"{number} Rubrik"), Paragraph(text="Det här har vi gjort:"),
                   Bullets(items=("Något som vi har gjort. " * (number % 7 + 1),))]
    sheet = _book(Heading(level=1, text="Ett"), *blocks)["Text"]
    breaks = [one.id for one in sheet.row_breaks.brk]
    assert len(breaks) > 2
    for last in breaks:  # the last row of a page, counted from 1
        assert str(sheet.cell(last, 1).value).startswith("• ")
        assert sheet.cell(last + 1, 1).value is None
        assert str(sheet.cell(last + 2, 1).value).endswith("Rubrik")
