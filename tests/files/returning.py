"""Documents that are written out, filled in by someone and taken in again."""

from __future__ import annotations

import re
import warnings
import zipfile
from itertools import takewhile
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
from docx.oxml.ns import qn

from nvplan.catalog.questions import all_questions
from nvplan.files.ports import READER, WRITER
from nvplan.files.write.docx_controls import TICK_PREFIX, bookmark_name
from nvplan.services.documents.registry import Request, find_document
from nvplan.services.exchange.exporting import export
from nvplan.services.exchange.importing import Imported, import_file
from nvplan.services.reading.actors import find_actor
from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession

KOMMUN = "0764"
PER_ACTOR = next(one.id for one in all_questions().values() if one.per == "aktor" and one.core
                 and one.kind in ("text", "langtext") and (not one.actors or "kommun" in one.actors))


def filled_plan(folder: Path) -> PlanSession:
    """Return a plan in which a kommun has assessed a requirement, planned an insats and answered a question."""
    session = create_plan(folder / "lan.nvplan", "07", 2027)
    session.do(SetObject("kravbedomning", "", {"requirement": "SAM-03", "actor": KOMMUN, "judgement": "delvis",
                                               "evidence": ["Dnr 2026/17"], "reason": "Påbörjat"}))
    session.do(SetObject("insats", "sip", {"title": "SIP för alla", "state": "planerad", "actor": KOMMUN,
                                           "start": "2027-02-01", "cost": "12500,5", "plans": ["gemensam"],
                                           "participants": ["region"]}))
    session.do(SetAnswer(PER_ACTOR, "kommunens svar", KOMMUN))
    return session


def written(session: PlanSession, folder: Path, document: str, form: str, actor: str | None = KOMMUN,
            **how: Any) -> Path:
    """Export one document and return its file."""
    chosen = find_actor(session.state, actor) if actor else None
    return next(export(session, [find_document(document)], [form], folder, Request(actor=chosen, **how), writer=WRITER))


def cell(sheet: Any, key: str, title: str) -> Any:
    """Return the cell of a row and column in a sheet of ours."""
    titles: dict[Any, int] = {}
    for row in sheet.iter_rows():
        if any(one.value == "Nyckel" for one in row):  # a sheet may have several tables, each with its headings
            titles = {one.value: one.column for one in row}
        elif titles and row[titles["Nyckel"] - 1].value == key:
            return sheet.cell(row[0].row, titles[title])
    raise AssertionError(key)


def sheet_with(book: Any, key: str) -> Any:
    """Return the sheet that has the row."""
    return next(sheet for sheet in book if any(one.value == key for row in sheet.iter_rows() for one in row))


def opened(path: Path) -> Any:
    """Return a workbook to write in."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(path)


def fill_in(path: Path, cells: dict[tuple[str, str], Any]) -> Path:
    """Write in cells of a workbook, by row key and column, and save it."""
    book = opened(path)
    for (key, title), value in cells.items():
        cell(sheet_with(book, key), key, title).value = value
    book.save(path)
    return path


def take_in(session: PlanSession, path: Path, *, preview: bool = False) -> Imported:
    """Take a file in."""
    session.watch()
    return import_file(session, path, preview=preview, reader=READER)


def kinds(found: Imported) -> dict[tuple[str, str], str]:
    """Return the proposals' kinds by id and field."""
    return {(one.change["id"], one.change["path"][-1] if one.change["path"] else ""): one.kind
            for one in found.proposals}


def numbers(found: Imported) -> tuple[int, int, int]:
    """Return the three numbers: taken in, refused with reason, not understood."""
    account = found.account
    assert len(account.taken) + len(account.refused) + len(account.unclear) + len(account.settled) == account.total
    return len(account.taken), len(account.refused), len(account.unclear)


def left(found: Imported) -> list[tuple[str, str]]:
    """Return what stands in each place that is not taken in, and why."""
    return [(one.text, one.reason) for one in found.account.left]


def assessment(session: PlanSession, key: str = f"sam-03@{KOMMUN}") -> dict[str, Any]:
    """Return an assessment's fields."""
    return session.state.objects["kravbedomning"][key].model_dump()


def turn(path: Path, *keys: str) -> None:
    """Tick what is not ticked and untick what is, as Word stores it."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = parts["word/document.xml"].decode()
    for key in keys:
        start = body.index(f'w:name="{bookmark_name(TICK_PREFIX, key)}"')
        found = re.compile(r'<w14:checked w14:val="([01])"/>').search(body, start)
        assert found
        body = body[:found.start(1)] + str(1 - int(found[1])) + body[found.end(1):]
    parts["word/document.xml"] = body.encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)


class Question(NamedTuple):
    """A question of a Word form: the cell that asks it, and the cell that it is answered in."""

    cells: tuple[Any, Any]


def row_of(document: Any, text: str) -> Any:
    """Return the table row whose first cell has the text, or the question with the text and the field below it."""
    for table in document.tables:
        rows = list(table.rows)
        for number, row in enumerate(rows):
            if text in row.cells[0].text:
                return row
            if row.cells[0].text.isdecimal() and text in row.cells[1].text:
                return Question((row.cells[1], rows[number + 1].cells[1]))
    raise AssertionError(text)


def tick(cell: Any, labels: list[str]) -> None:
    """Tick the boxes with the labels."""
    for box in [one for one in cell._tc.iter(qn("w:sdt")) if any("checkbox" in part.tag for part in one.iter())]:
        after = takewhile(lambda one: one.tag != qn("w:sdt"), box.itersiblings())
        beside = "".join(part.text or "" for one in after for part in one.iter(qn("w:t")))
        if beside.replace("\u00a0", " ").strip() in labels:
            for node in box.iter():
                if node.tag.endswith("}checked"):
                    node.set(next(iter(node.attrib)), "1")
                if node.tag.endswith("}t"):
                    node.text = "☑"


def type_in(cell: Any, text: str) -> None:
    """Put a text in a cell as a person does: what a list shows goes, a box is ticked."""
    paragraphs = cell.paragraphs
    if any("checkbox" in part.tag for part in cell._tc.iter()):
        tick(cell, text.split("\n"))
        return
    for one in list(cell._tc.iter()):
        if one.tag.endswith("}sdt"):
            one.getparent().remove(one)
    lines = text.split("\n")
    paragraphs[0].add_run(lines[0])
    for line in lines[1:]:
        cell.add_paragraph(line)
