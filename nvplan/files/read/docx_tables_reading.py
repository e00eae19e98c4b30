"""The tables of a Word form as sheets, so that they are read as a spreadsheet's are: by headings and keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from nvplan.files.read.docx_lines import struck, text_of
from nvplan.files.write.docx_controls import ROW_PREFIX, key_of
from nvplan.services.writing.returned.form import Given, Sheet
from nvplan.texts import documents as documents_texts
from nvplan.texts import exports as exports_texts
from nvplan.texts import returned as returned_texts

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_TRUE = {"1", "true", "on"}
#: The signs of a box that is ticked, and of one that is not.
_TICKED, _EMPTY = "☑☒✓✔✗✘■", "☐□"


def sheets_of(body: Any, properties: Mapping[str, str]) -> list[Sheet]:
    """Return each table that is in no other as a sheet, with its rows' keys in a last column."""
    found = []
    for table in body.iter(f"{_W}tbl"):
        if next(table.iterancestors(f"{_W}tbl"), None) is None:
            rows = [_row(row, number, dict(properties)) for number, row in enumerate(table.iter(f"{_W}tr"), 1)]
            found.append(Sheet(_name(table), _with_keys(rows)))
    return found


def has_fields(body: Any) -> bool:
    """Tell whether a checklist is filled in in its tables, and not at the boxes of an earlier version."""
    return any(documents_texts.LABEL_EVIDENCE in [text_of(cell).strip() for cell in row.findall(f"{_W}tc")]
               for table in body.iter(f"{_W}tbl") for row in islice(table.iter(f"{_W}tr"), 1))


def _name(table: Any) -> str:
    """Return what the table is called: what stands above it, or its own caption where nothing does."""
    before = table.getprevious()
    while before is not None and before.tag != f"{_W}p":
        before = before.getprevious()
    above = text_of(before).strip() if before is not None else ""
    caption = table.find(f"{_W}tblPr/{_W}tblCaption")
    return above or (caption.get(f"{_W}val", "") if caption is not None else "")


def _row(row: Any, number: int, properties: dict[str, str]) -> tuple[str, list[Given]]:
    marks = [mark.get(f"{_W}name", "") for mark in row.iter(f"{_W}bookmarkStart")]
    key = next((found for name in marks if (found := key_of(name, ROW_PREFIX, properties))), "")
    where = returned_texts.TABLE_ROW.format(number=number)
    return key, [_cell(cell, where) for cell in row.findall(f"{_W}tc")]


def _with_keys(rows: Sequence[tuple[str, list[Given]]]) -> list[list[Given]]:
    """Return the rows with a column of keys last, under a spreadsheet's heading for it; none where no row has a key."""
    if not any(key for key, _ in rows):
        return [cells for _, cells in rows]
    width = max((len(cells) for _, cells in rows), default=0)
    written = []
    for number, (key, cells) in enumerate(rows):
        padded = [*cells, *(Given() for _ in range(width - len(cells)))]
        written.append([*padded, Given(exports_texts.COLUMN_KEY if number == 0 else key)])
    return written


def _cell(cell: Any, where: str) -> Given:
    """Return what stands in a cell: what is ticked, a line each, where it has boxes; else its text."""
    if any(True for _ in cell.iter(f"{_W14}checkbox")) or _has_box(cell):
        return Given("\n".join(_ticked(cell)), where)
    if _is_placeholder(cell):
        return Given("", where)
    out = any(struck(run) for run in cell.iter(f"{_W}r"))
    return Given(text_of(cell).strip(), where, fault=returned_texts.STRUCK_OUT if out else "")


def _has_box(cell: Any) -> bool:
    """Whether a program has written the boxes as signs and kept no control."""
    lines = [text_of(paragraph).strip() for paragraph in cell.iter(f"{_W}p")]
    return any(line[:1] in _EMPTY for line in lines if line)


def _ticked(cell: Any) -> Iterator[str]:
    for paragraph in cell.iter(f"{_W}p"):
        text = text_of(paragraph).strip()
        box = next(paragraph.iter(f"{_W14}checkbox"), None)
        sign, told = (text[:1], text[1:].strip()) if text[:1] in _TICKED + _EMPTY and text else ("", text)
        state = box.find(f"{_W14}checked") if box is not None else None
        on = state is not None and state.get(f"{_W14}val", "1") in _TRUE
        if told and (on or (sign and sign in _TICKED) or (box is None and not sign)):
            yield told
        elif told and told[:1].casefold() == "x" and told[1:2] == " ":  # an x beside the box instead of in it
            yield told[2:].strip()


def _is_placeholder(cell: Any) -> bool:
    """Whether a list shows that nothing is chosen, and nothing is typed beside it."""
    shown = text_of(cell).strip()
    return shown == exports_texts.CHOOSE and next(cell.iter(f"{_W}sdt"), None) is not None
