"""A returned Word checklist as people edit it, with a count of what differs that is made without nvplan."""

from __future__ import annotations

import random
from pathlib import Path

import docx
from docx.document import Document
from docx.text.paragraph import Paragraph

from tests.robust.sheet_edits import Made, Table

_CODES = ("SAM-01", "SAM-02", "SAM-03", "SAM-05", "SAM-06", "SAM-07", "SAM-08")


def edit_pages(path: Path, into: Path, chance: random.Random) -> tuple[Table, int]:
    """Edit a checklist; return what was edited, in the form of a sheet's table, and how many places differ."""
    document = docx.Document(str(path))
    codes = [code for code in _CODES if _item(document, code) is not None]
    table = Table("Word", [], [], [], chance)
    for code in chance.sample(codes, chance.randint(1, 4)):
        edit = chance.choice((_reason, _evidence, _tick, _locked, _stray, _comment, _strike))
        edit(table, document, code)
        table.done.append(edit.__name__.strip("_") + "_word")
    document.save(str(into))
    return table, len(table.differing()) + table.beside


def _item(document: Document, code: str) -> Paragraph | None:
    return next((line for line in document.paragraphs if f"{code} " in line.text and "NvTick" in _style(line)), None)


def _style(line: Paragraph) -> str:
    return str(line.style.style_id) if line.style is not None else ""


def _lines(document: Document, code: str) -> dict[str, Paragraph]:
    """Return the labelled lines below an item."""
    lines = iter(document.paragraphs)
    next(line for line in lines if f"{code} " in line.text and "NvTick" in _style(line))
    found: dict[str, Paragraph] = {}
    for line in lines:
        if "NvDetail" not in _style(line):
            break
        found.setdefault(line.text.partition(":")[0], line)
    return found


def _told(table: Table, code: str, text: str) -> None:
    table.rows.append([Made((f"krav-{code.lower()}@0764", "Motivering"), None, text)])
    table.headings = ["Motivering"]


def _write(line: Paragraph, text: str) -> None:
    label = line.text.partition(":")[0]
    for run in line.runs[1:]:
        run.text = ""
    line.runs[0].text = f"{label}: {text}"


def _reason(table: Table, document: Document, code: str) -> None:
    """Write a reason, on the line that is there or on one of one's own."""
    lines, text = _lines(document, code), table.fresh()
    if "Motivering" in lines:
        _write(lines["Motivering"], text)
    else:
        lines["Underlag"].insert_paragraph_before(f"Motivering: {text}")
    _told(table, code, text)


def _evidence(table: Table, document: Document, code: str) -> None:
    text = table.fresh()
    _lines(document, code)["Underlag"].add_run(f" {text}")
    _told(table, code, text)


def _tick(table: Table, document: Document, code: str) -> None:
    """Write an X where the box is."""
    item = _item(document, code)
    assert item is not None
    for box in item._p.xpath("./w:sdt"):
        item._p.remove(box)
    item.runs[0].text = f"{table.chance.choice('xX☒☑✓')}\t"
    _told(table, code, "X")


def _locked(table: Table, document: Document, code: str) -> None:
    _write(_lines(document, code)["Innebörd"], table.fresh())
    _told(table, code, "x")


def _stray(table: Table, document: Document, code: str) -> None:
    """Write a line of one's own below what is only read."""
    _lines(document, code)["Källa"].insert_paragraph_before(table.fresh())
    table.beside += 1


def _comment(table: Table, document: Document, code: str) -> None:
    document.add_comment(_lines(document, code)["Källa"].runs, text=table.fresh(), author="Någon")
    table.beside += 1


def _strike(table: Table, document: Document, code: str) -> None:
    for run in _lines(document, code)["Arbetsstatus"].runs[1:]:
        run.font.strike = True
    _told(table, code, "x")

