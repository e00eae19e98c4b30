"""The bare libraries that the exports are measured against: each writes the same texts and nothing more."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from html import escape
from typing import Any

import orjson

from nvplan.files.write.grids import grids
from nvplan.model.document import Bullets, Chart, Document, Facts, Heading, Paragraph, Table, Ticks

#: A document as nothing but texts: `lines` are its paragraphs, `tables` what stands in rows on its pages, `sheets` what
#: stands in rows in a spreadsheet, `events` its dates and `data` what its json says.
Amount = dict[str, Any]
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPESET = """
import sys, typst
template = b'''#set document(title: "t")
#set text(lang: "sv")
#let d = json(bytes(sys.inputs.amount))
#for line in d.lines { par(line) }
#for rows in d.tables { table(columns: rows.at(0).len(), table.header(..rows.at(0)), ..rows.slice(1).flatten()) }'''
sys.stdout.buffer.write(typst.compile(template, format="pdf", pdf_standards=["a-3a", "ua-1"],
                                      sys_inputs={"amount": sys.stdin.read()}))
"""


def amount_of(document: Document) -> Amount:
    """Return how much a document says."""
    lines: list[str] = [document.title]
    tables: list[list[list[str]]] = []
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            lines.append(block.text)
        elif isinstance(block, Bullets):
            lines += block.items
        elif isinstance(block, Facts):
            lines += [f"{fact.label}: {fact.value}" for fact in block.items]
        elif isinstance(block, Ticks):
            lines += [text for item in block.items
                      for text in (item.text, *(f"{fact.label}: {fact.value}" for fact in item.details))]
        elif isinstance(block, Table):
            tables.append([[column.title for column in block.columns],
                           *([cell.text for cell in row] for row in block.rows)])
        elif isinstance(block, Chart):
            tables.append([["", ""], *([bar.label, bar.text] for bar in block.bars)])
    sheets = [[[column.title for column in grid.table.columns],
               *([cell.text for cell in row] for row in grid.table.rows)] for grid in grids(document)]
    events = [[event.key, event.day, event.title, event.description] for event in document.events]
    return {"lines": lines, "tables": tables, "sheets": sheets, "events": events,
            "data": document.model_dump(mode="json")}


def _markdown(amount: Amount) -> bytes:
    rows = ["| " + " | ".join(row) + " |" for table in amount["tables"] for row in table]
    return "\n\n".join([*amount["lines"], *rows]).encode("utf-8")


def _html(amount: Amount) -> bytes:
    lines = [f"<p>{escape(line)}</p>" for line in amount["lines"]]
    tables = ["<table>" + "".join(
        "<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>" for row in table) + "</table>"
        for table in amount["tables"]]
    return "\n".join([*lines, *tables]).encode("utf-8")


def _docx(amount: Amount) -> bytes:
    """Write with python-docx, the body built element by element in lxml: its own way of adding rows takes minutes."""
    import docx
    from lxml.etree import Element, SubElement

    opened: Any = docx.Document()
    body = Element(f"{{{_WORD}}}body")

    def write(parent: Any, text: str) -> None:
        run = SubElement(SubElement(parent, f"{{{_WORD}}}p"), f"{{{_WORD}}}r")
        SubElement(run, f"{{{_WORD}}}t").text = text

    for line in amount["lines"]:
        write(body, line)
    for rows in amount["tables"]:
        table = SubElement(body, f"{{{_WORD}}}tbl")
        for row in rows:
            written = SubElement(table, f"{{{_WORD}}}tr")
            for text in row:
                write(SubElement(written, f"{{{_WORD}}}tc"), text)
    opened.element.replace(opened.element.body, body)
    stream = io.BytesIO()
    opened.save(stream)
    return stream.getvalue()


def _pdf(amount: Amount) -> bytes:
    texts = json.dumps({"lines": amount["lines"], "tables": amount["tables"]})
    return subprocess.run([sys.executable, "-c", _TYPESET], input=texts.encode("utf-8"), capture_output=True,
                          check=True, cwd=tempfile.gettempdir()).stdout


def _xlsx(amount: Amount) -> bytes:
    import xlsxwriter  # type: ignore[import-untyped]

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        for table in amount["sheets"]:
            sheet = book.add_worksheet()
            for row, texts in enumerate(table):
                for column, text in enumerate(texts):
                    sheet.write_string(row, column, text)
    return stream.getvalue()


def _csv(amount: Amount) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    for table in amount["sheets"]:
        writer.writerows(table)
    return stream.getvalue().encode("utf-8-sig")


def _ics(amount: Amount) -> bytes:
    import icalendar

    calendar = icalendar.Calendar()
    for key, day, title, description in amount["events"]:
        event = icalendar.Event()
        event.add("uid", key)
        event.add("dtstamp", dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
        event.add("dtstart", dt.date.fromisoformat((day + "-01-01")[:10]))
        event.add("summary", title)
        event.add("description", description)
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def _json(amount: Amount) -> bytes:
    return orjson.dumps(amount["data"])


#: How each format is written with nothing but its library.
BARE: dict[str, Callable[[Amount], bytes]] = {
    "md": _markdown, "docx": _docx, "pdf": _pdf, "xlsx": _xlsx, "html": _html, "ics": _ics, "csv": _csv, "json": _json}
