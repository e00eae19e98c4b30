"""A form as a workbook: what is signed on one sheet that prints on one page, the guidance on a sheet of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nvplan.files.write.characters import one_line, shown_value
from nvplan.files.write.layout import has_room, lead_words
from nvplan.files.write.xlsx_book import Book, write_heading, write_text
from nvplan.files.write.xlsx_heights import BOLD, lines_needed
from nvplan.model.document import (
    Block,
    Bullets,
    Document,
    Facts,
    FormField,
    FormFields,
    Heading,
    PageBreak,
    Paragraph,
    Table,
    Ticks,
)
from nvplan.texts import exports as exports_texts

#: The columns in characters: a field's label takes two of them and its value two, or one each where two stand beside
#: each other. The height of a line, a blank for ink (10 mm) and one for a signature, in points.
COLUMNS = (22.0, 28.0, 22.0, 28.0)
LABELS = VALUES = COLUMNS[0] + COLUMNS[1]
_LABEL, _VALUE = (0, 1), (2, 3)
#: The columns of lines to sign on, by how many stand beside each other.
_SIGNED = {1: ((0, 1),), 2: ((0, 1), (2, 3)), 3: ((0, 0), (1, 2), (3, 3))}
LINE, INK, SIGNATURE = 13.5, 28.5, 54.0
#: The same for a blank and a filled field on a form that has room for them.
HIGH_INK, HIGH_FILLED = 32.0, 24.0


def write_form(book: Book, document: Document) -> None:
    """Write the form: a sheet for each part that page breaks set apart, the first with what stands above it."""
    for number, (name, blocks) in enumerate(_parts(document)):
        sheet = book.sheet(name)
        for place, size in enumerate(COLUMNS):
            sheet.set_column(place, place, size)
        sheet.set_portrait()
        sheet.fit_to_pages(1, 1)
        row = _head(book, sheet, document) if number == 0 else 0
        for block in blocks:
            row = _block(book, sheet, row, block)


def _parts(document: Document) -> list[tuple[str, list[Block]]]:
    """Return the parts with their names: the document's title, and for the others the heading that each begins with."""
    found: list[list[Block]] = [[]]
    for block in document.blocks:
        if isinstance(block, PageBreak):
            found.append([])
        else:
            found[-1].append(block)
    names = [document.title, *(one[0].text if one and isinstance(one[0], Heading) else exports_texts.SHEET_FALLBACK
                               for one in found[1:])]
    return [(name, blocks) for name, blocks in zip(names, found, strict=True) if blocks]


def _head(book: Book, sheet: Any, document: Document) -> int:
    write_heading(book, sheet, 0, COLUMNS, document.title, "title")
    write_heading(book, sheet, 1, COLUMNS, document.subtitle, "subtitle")
    row = 2
    if document.example:
        _across(sheet, row, exports_texts.EXAMPLE_MARK, book.look("example"))
        row += 1
    return _block(book, sheet, row, Facts(items=document.meta))


def _block(book: Book, sheet: Any, row: int, block: Block) -> int:
    """Write a block from this row; return the first row after it."""
    if isinstance(block, Heading):
        write_heading(book, sheet, row, COLUMNS, block.text, "form heading")
        return row + 1
    if isinstance(block, Paragraph):
        words = lead_words(block)
        _across(sheet, row, f"{words} {block.text}" if words else block.text, book.look(block.tone))
        return row + 1
    if isinstance(block, Bullets):
        for told in block.items:
            _across(sheet, row, f"• {told}", book.look("text"))
            row += 1
        return row
    if isinstance(block, FormFields):
        return _fields(book, sheet, row, block)
    if isinstance(block, Facts):
        for fact in block.items:
            _pair(book, sheet, row, fact.label, shown_value(fact.value, fact.missing), LINE)
            row += 1
        return row
    if isinstance(block, Ticks):
        for item in block.items:
            _write(sheet, row, (0, 2), item.text, book.look("field label"))
            sheet.insert_checkbox(row, 3, item.ticked, book.look("tick"))
            sheet.set_row(row, max(lines_needed(item.text, sum(COLUMNS[:3])) * LINE, INK))
            row += 1
        return row
    return _table(book, sheet, row, block) if isinstance(block, Table) else row


def _fields(book: Book, sheet: Any, row: int, block: FormFields) -> int:
    written = [field for field in block.items if field.room != "signature"]
    for first in range(0, len(written), block.columns):
        line = written[first:first + block.columns]
        if len(line) == 1:
            _pair(book, sheet, row, line[0].label, line[0].value or line[0].hint, _height(book, line[0]),
                  form=True)
        else:
            _beside(book, sheet, row, line)
        row += 1
    signed = [field for field in block.items if field.room == "signature"]
    for first in range(0, len(signed), max(_SIGNED)):
        row = _signatures(book, sheet, row, signed[first:first + max(_SIGNED)])
    return row


def _beside(book: Book, sheet: Any, row: int, fields: Sequence[FormField]) -> None:
    """Write two fields beside each other."""
    heights = []
    for field, place in zip(fields, (0, 2), strict=False):
        told = field.value or field.hint
        write_text(sheet, row, place, one_line(field.label), book.look("field label"))
        write_text(sheet, row, place + 1, told, book.look("field"))
        lines = max(lines_needed(field.label, COLUMNS[place]), lines_needed(told, COLUMNS[place + 1], size=BOLD))
        heights.append(max(lines * LINE + 3, _height(book, field)))
    sheet.set_row(row, max(heights))


def _signatures(book: Book, sheet: Any, row: int, fields: Sequence[FormField]) -> int:
    """Write lines to sign on beside each other, and below each what it is for."""
    for field, place in zip(fields, _SIGNED[len(fields)], strict=True):
        _write(sheet, row, place, field.value, book.look("field"))
        _write(sheet, row + 1, place, one_line(field.label), book.look("label"))
    sheet.set_row(row, SIGNATURE)
    return row + 2


def _height(book: Book, field: FormField) -> float:
    high = has_room(book.document)
    if not field.is_blank:
        return HIGH_FILLED if high else LINE
    if field.room == "ink":
        return HIGH_INK if high else INK
    return SIGNATURE if field.room == "signature" else LINE


def _pair(book: Book, sheet: Any, row: int, label: str, value: str, least: float, *, form: bool = False) -> None:
    looks = ("field label", "field") if form else ("label", "text")
    _write(sheet, row, _LABEL, one_line(label), book.look(looks[0]))
    _write(sheet, row, _VALUE, value, book.look(looks[1]))
    lines = max(lines_needed(label, LABELS), lines_needed(value, VALUES, size=BOLD))
    sheet.set_row(row, max(lines * LINE + 3, least))


def _across(sheet: Any, row: int, text: str, look: Any) -> None:
    _write(sheet, row, (0, len(COLUMNS) - 1), text, look)
    sheet.set_row(row, lines_needed(text, LABELS + VALUES) * LINE + 3)


def _write(sheet: Any, row: int, columns: tuple[int, int], text: str, look: Any) -> None:
    """Write a text across columns, the first and the last of them."""
    if columns[0] < columns[1]:
        sheet.merge_range(row, columns[0], row, columns[1], "", look)
    write_text(sheet, row, columns[0], text, look)


def _table(book: Book, sheet: Any, row: int, table: Table) -> int:
    """Write a table in the two columns: the first, and the others below each other beside it."""
    _write(sheet, row, (0, len(COLUMNS) - 1), one_line(table.caption), book.look("field label"))
    row += 1
    for cells in table.rows:
        _pair(book, sheet, row, cells[0].text, "\n".join(cell.text for cell in cells[1:]), INK * (
            not any(cell.text for cell in cells)), form=True)
        row += 1
    return row
