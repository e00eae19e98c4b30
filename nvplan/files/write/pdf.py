"""Accessible, archivable pdf: the document becomes a page description, and a process of its own typesets it."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from functools import singledispatch
from pathlib import Path
from typing import Any

import nvplan
from nvplan.files.write.bound import bound, bound_in_cell
from nvplan.files.write.characters import one_line, shown_value
from nvplan.files.write.columns import column_shares, hyphenated
from nvplan.files.write.glyphs import printable
from nvplan.files.write.grids import numbers_beside
from nvplan.files.write.identity import county, heading_line, keywords, moment
from nvplan.files.write.layout import (
    bar_share,
    contents_fit_on_cover,
    has_room,
    is_long,
    is_unbroken,
    is_wide,
    label_room,
    lead_ends_line,
    lead_words,
    parts,
    stands_above,
    stay_with_next,
    stays_whole,
)
from nvplan.files.write.pdf_rows import mark_row_headers
from nvplan.files.write.pictures import Drawn, drawn_of
from nvplan.model.document import (
    Block,
    Bullets,
    Cell,
    Chart,
    Document,
    Fact,
    Facts,
    FormFields,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Table,
    TableColumn,
    Ticks,
)
from nvplan.model.errors import InputError
from nvplan.model.numbers import NO_BREAK
from nvplan.texts import exports as exports_texts

#: The name of the data inside the pdf.
ATTACHMENT = "nvplan.json"
#: Longest time for typesetting, in seconds; 200 pages take about two.
MOST_SECONDS = 300
#: Room for the labels of a list of facts, by their longest label: characters and millimetres.
LABEL_ROOM = ((14, 30), (20, 40), (28, 54), (36, 66))
#: Indentation of values whose labels all stand above them, in millimetres.
LEAST_INDENT = 8


def render(document: Document) -> bytes:
    """Return the document as a pdf (PDF/A-3a and PDF/UA-1) with its data inside.

    Raises:
        InputError: the document cannot be typeset; the sentence says what to do instead.
        ModuleNotFoundError: typst is not installed.
    """
    if importlib.util.find_spec("typst") is None:
        raise ModuleNotFoundError("typst", name="typst")
    described = describe(document)
    description = json.dumps(described, ensure_ascii=False, separators=(",", ":"))
    here = str(Path(nvplan.__file__).resolve().parent.parent)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, (here, os.environ.get("PYTHONPATH"))))}
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "nvplan.files.write.pdf_worker"], input=description.encode("utf-8"),
            capture_output=True, env=environment, timeout=MOST_SECONDS, check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0))
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise InputError(exports_texts.PDF_FAILED) from fault
    if done.returncode != 0 or not done.stdout.startswith(b"%PDF-"):
        raise InputError(exports_texts.PDF_FAILED) from RuntimeError(done.stderr.decode("utf-8", "replace"))
    return mark_row_headers(done.stdout, described)


def describe(document: Document) -> dict[str, Any]:
    """Return the page description that `assets/document.typ` lays out: plain texts that the fonts can show."""
    page, of = exports_texts.PAGE_OF
    language, _, region = document.language.partition("-")
    return {
        "title": _line(document.title),
        "subtitle": printable(document.subtitle),
        "header": printable(heading_line(document)),
        "mark": _line(document.mark),
        "footer": _line(document.subtitle),
        "language": language,
        "region": region or None,
        "author": printable(county(document)),
        "keywords": [printable(word) for word in keywords(document)],
        "example": exports_texts.EXAMPLE_MARK if document.example else None,
        "generated": moment(document).isoformat(),
        "meta": _facts(document.meta),
        "shape": "short" if document.paper_blocks else document.shape,
        "high": has_room(document),
        "paper": bool(document.paper_blocks),
        "cover": is_long(document) and not document.paper_blocks,
        "contents_on_cover": contents_fit_on_cover(document),
        "words": {
            "contents": exports_texts.CONTENTS,
            "page": page,
            "of": of,
            "on_page": exports_texts.ON_PAGE,
            "label": exports_texts.COLUMN_LABEL,
            "bar": exports_texts.CHART_BAR,
            "value": exports_texts.COLUMN_VALUE,
        },
        "parts": [{"wide": part.wide, "blocks": _blocks(part.blocks)} for part in parts(document.pages)],
        "data": document.data or None,
        "attachment": ATTACHMENT,
        "attachment_about": exports_texts.PDF_DATA,
    }


def _line(text: str) -> str:
    return printable(one_line(text))


def _running(text: str) -> str:
    return bound(printable(text))


def _value(text: str, missing: bool) -> dict[str, Any]:
    return {"text": _running(shown_value(text, missing)), "missing": missing}


def _facts(facts: tuple[Fact, ...]) -> dict[str, Any]:
    return {"type": "facts", "room": label_room(facts, LABEL_ROOM, LEAST_INDENT), "items": [
        {"label": _line(fact.label), "above": stands_above(fact)} | _value(fact.value, fact.missing) for fact in facts]}


def _blocks(blocks: tuple[Block, ...]) -> list[dict[str, Any]]:
    return [_block(block) | ({"stays": True} if stays else {})
            for block, stays in zip(blocks, stay_with_next(blocks), strict=True)]


@singledispatch
def _block(block: Block) -> dict[str, Any]:
    raise TypeError(type(block).__name__)


@_block.register
def _(block: Heading) -> dict[str, Any]:
    return {"type": "heading", "level": block.level, "text": _line(block.text)}


@_block.register
def _(block: Paragraph) -> dict[str, Any]:
    name = block.points_at.replace(" ", NO_BREAK)
    text = block.text.replace(block.points_at, name) if name else block.text
    return {"type": "paragraph", "tone": block.tone, "text": _running(text),
            "words": printable(lead_words(block)), "below": lead_ends_line(block), "points_at": name,
            "unbroken": is_unbroken(block)}


@_block.register
def _(block: Bullets) -> dict[str, Any]:
    return {"type": "bullets", "numbered": block.numbered, "items": [_running(item) for item in block.items]}


@_block.register
def _(block: Facts) -> dict[str, Any]:
    return _facts(block.items) | ({"together": True} if block.together else {})


@_block.register
def _(block: FormFields) -> dict[str, Any]:
    return {"type": "form", "columns": block.columns, "items": [
        {"label": _line(field.label), "value": printable(field.value), "hint": _line(field.hint), "room": field.room}
        for field in block.items]}


@_block.register
def _(block: Ticks) -> dict[str, Any]:
    return {"type": "ticks", "items": [
        {"ticked": item.ticked, "text": _running(item.text),
         "details": [{"label": _line(fact.label)} | _value(fact.value, fact.missing) for fact in item.details]}
        for item in block.items]}


@_block.register
def _(block: Table) -> dict[str, Any]:
    narrow = hyphenated(block)
    return {
        "type": "table", "caption": _line(block.caption), "row_header": block.first_column_is_header,
        "whole": stays_whole(block), "wide": is_wide(block), "name": block.name.replace(" ", NO_BREAK),
        "columns": [
            {"title": _in_column(_line(column.title), hyphenate), "number": column.kind == "number",
             "share": round(share, 6), "hyphenate": hyphenate}
            for column, share, hyphenate in zip(block.columns, column_shares(block), narrow, strict=True)],
        "rows": [[_cell(cell, column, hyphenate) for cell, column, hyphenate in zip(
            row, block.columns, narrow, strict=True)] for row in block.rows],
    }


def _in_column(text: str, narrow: bool) -> str:
    """Return a text in which nothing is bound that its column has no room for: what is bound is not broken."""
    return text if narrow else bound_in_cell(text)


def _cell(cell: Cell, column: TableColumn, narrow: bool) -> dict[str, Any]:
    """Return a cell of a column; one too `narrow` for its words has them hyphenated."""
    ticked = bool(cell.ticked) if column.kind == "tick" or cell.ticked is not None else None
    text = _in_column(printable(shown_value(cell.text, cell.missing)), narrow)
    return {"text": text, "missing": cell.missing} | {"ticked": ticked, "blank": cell.blank and not cell.text} | (
        {"beside": printable(cell.beside)} if cell.beside else {})


@_block.register
def _(block: Chart) -> dict[str, Any]:
    said = {"title": _line(block.title), "alternative": printable(block.alternative)}
    drawn = drawn_of(block)
    if drawn is not None:
        numbers = None if block.told_elsewhere else _block(numbers_beside(block))
        return said | _picture(drawn) | {"numbers": numbers, "curve": True}
    return said | {"type": "chart", "bars": [
        {"label": printable(bar.label), "text": printable(bar.text), "share": round(bar_share(block, bar), 6)}
        for bar in block.bars]}


@_block.register
def _(block: Picture) -> dict[str, Any]:
    drawn = drawn_of(block)
    said = {"title": _line(block.title), "alternative": printable(block.alternative), "numbers": None,
            "curve": False}
    return said | (_picture(drawn) if drawn else {"type": "chart", "bars": []})


def _picture(drawn: Drawn) -> dict[str, Any]:
    return {"type": "picture", "svg": drawn.svg, "described": printable(drawn.described)}


@_block.register
def _(block: PageBreak) -> dict[str, Any]:
    return {"type": "page_break"}
