"""The tables of a Word form as sheets, so that they are read as a spreadsheet's are: by headings and keys."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from nvplan.files.read.docx_lines import struck, text_of
from nvplan.files.write.docx_controls import ROW_PREFIX, key_of
from nvplan.services.writing.returned.form import Given, Sheet
from nvplan.texts import documents as documents_texts
from nvplan.texts import exports as exports_texts
from nvplan.texts import mailing as mailing_texts
from nvplan.texts import returned as returned_texts

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_TRUE = {"1", "true", "on"}
#: The signs of a box that is ticked, and of one that is not.
_TICKED, _EMPTY = "☑☒✓✔✗✘■", "☐□"
_BOX = re.compile(f"([{_TICKED}{_EMPTY}])")
#: An x that somebody has put beside a box instead of in it.
_BY_HAND = re.compile(r"(?i)^\s*x\s+|\s+x\s*$")


def sheets_of(body: Any, properties: Mapping[str, str]) -> list[Sheet]:
    """Return each table that is in no other as a sheet, with its rows' keys in a last column."""
    found = []
    for table in body.iter(f"{_W}tbl"):
        if next(table.iterancestors(f"{_W}tbl"), None) is None:
            rows = [_row(row, number, dict(properties)) for number, row in enumerate(table.iter(f"{_W}tr"), 1)]
            found.append(Sheet(_name(table), _questions(rows) if _is_questions(rows) else _with_keys(rows)))
    return found


def has_fields(body: Any) -> bool:
    """Tell whether a checklist is filled in in its tables, and not at the boxes of an earlier version."""
    return any(documents_texts.LABEL_EVIDENCE in [text_of(cell).strip() for cell in row.findall(f"{_W}tc")]
               for table in body.iter(f"{_W}tbl") for row in islice(table.iter(f"{_W}tr"), 1))


def _is_questions(rows: Sequence[tuple[str, list[Given]]]) -> bool:
    """Tell whether a table has a question in each row and its field below: there is no heading, and rows are numbered.

    The marks that say whose rows they are may be lost, and somebody may have put a row before the first.
    """
    numbered = sum(_number(cells) is not None for _, cells in rows)
    return numbered > 0 and 2 * numbered >= len(rows) - 1 and not any(len(cells) > 3 for _, cells in rows)


def _number(cells: Sequence[Given]) -> int | None:
    """Return the number in a row's margin; None where there is none, or nothing beside it."""
    text = cells[0].text.strip().rstrip(".") if len(cells) > 1 else ""
    return int(text) if text.isascii() and text.isdecimal() and not cells[1].empty else None


def _questions(rows: Sequence[tuple[str, list[Given]]]) -> list[list[Given]]:
    """Return the questions as rows of a question and its answer, with their keys; what stands elsewhere comes last."""
    written = [[Given(title) for title in (mailing_texts.COLUMN_QUESTION, mailing_texts.COLUMN_ANSWER,
                                           exports_texts.COLUMN_KEY)]]
    for key, cells in rows:
        number = _number(cells)
        if number is not None:
            where = returned_texts.QUESTION_ROW.format(number=number)
            asked = Given(mailing_texts.NUMBERED.format(number=number, question=cells[1].text), where)
            written.append([asked, Given("", where), Given(key)])
        elif len(written) == 1:  # something above the first question
            written.append([*cells[:1], Given("\n".join(one.text for one in cells[1:] if not one.empty)), Given()])
        else:
            written[-1][1] = _joined(written[-1][1], cells, written[-1][0].where)
    return written


def _joined(answer: Given, cells: Sequence[Given], where: str) -> Given:
    """Return what is answered with what stands in one more row of the question, wherever in the row it is written."""
    parts = [one for one in (answer, *cells) if not one.empty or one.unticked]
    if len(parts) < 2:
        return replace(parts[0], where=where) if parts else answer
    return Given("\n".join(one.text for one in parts if not one.empty), where,
                 fault=next((one.fault for one in parts if one.fault), ""),
                 unticked=tuple(text for one in parts for text in one.unticked))


def _name(table: Any) -> str:
    """Return what the table is called: its own caption, or where a program has lost that, what stands above it."""
    caption = table.find(f"{_W}tblPr/{_W}tblCaption")
    if caption is not None and caption.get(f"{_W}val", ""):
        return str(caption.get(f"{_W}val", ""))
    before = table.getprevious()
    while before is not None and before.tag != f"{_W}p":
        before = before.getprevious()
    return text_of(before).strip() if before is not None else ""


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
        boxes = list(_boxes(cell))
        return Given("\n".join(text for text, on in boxes if on), where,
                     unticked=tuple(text for text, on in boxes if not on))
    if _is_placeholder(cell):
        return Given("", where)
    out = any(struck(run) for run in cell.iter(f"{_W}r"))
    return Given(text_of(cell).strip(), where, fault=returned_texts.STRUCK_OUT if out else "")


def _has_box(cell: Any) -> bool:
    """Whether a program has written the boxes as signs and kept no control."""
    lines = [text_of(paragraph).strip() for paragraph in cell.iter(f"{_W}p")]
    return any(line[:1] in _EMPTY for line in lines if line)


def _boxes(cell: Any) -> Iterator[tuple[str, bool]]:
    """Yield the text beside each box and whether it is ticked; what is written where no box is says itself."""
    for paragraph in cell.iter(f"{_W}p"):
        before, *pieces = _BOX.split(text_of(paragraph))
        states = [box.find(f"{_W14}checked") for box in paragraph.iter(f"{_W14}checkbox")]
        signs, texts = pieces[::2], pieces[1::2]
        told = before.strip()
        if told and (told.casefold() != "x" or not signs):
            yield told.removeprefix("x ").removeprefix("X ").strip(), True
        for number, (sign, text) in enumerate(zip(signs, texts, strict=True)):
            state = states[number] if len(states) == len(signs) else None
            on = sign in _TICKED or (state is not None and state.get(f"{_W14}val", "1") in _TRUE)
            told_beside = text.replace("\u00a0", " ").strip()  # what we bind so that it stays on a line
            marked = _BY_HAND.sub("", told_beside).strip()
            by_hand = marked != told_beside or (number == 0 and told.casefold() == "x")
            yield marked, on or by_hand


def _is_placeholder(cell: Any) -> bool:
    """Whether a list shows that nothing is chosen, and nothing is typed beside it."""
    shown = text_of(cell).strip()
    return shown == exports_texts.CHOOSE and next(cell.iter(f"{_W}sdt"), None) is not None
