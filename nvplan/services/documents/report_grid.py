"""A report as a spreadsheet has it: a row for each thing that is told, with the number of its question.

Who gets twenty-one of them reads answers to the same question below each other, which a page with headings does not let
them do. What stands before the first question is on one sheet of its own, and each table that an answer has on its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nvplan.model.document import Block, Bullets, Cell, Fact, Facts, Heading, Paragraph, Table, TableColumn
from nvplan.texts import documents_reports as documents_reports_texts

#: The number that a question's heading begins with.
_NUMBER = re.compile(r"(\d+(?:\.\d+)*) ")
#: A row of a spreadsheet is at most some thirty lines high: longer texts take several rows, parted between sentences.
_LONGEST = 1500
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_Row = tuple[Cell, ...]


def report_grid(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return a report's blocks, whose chapters are headings of level 1, as a table of answers and the answers' tables.

    Nothing where no question stands in them.
    """
    first = next((place for place, one in enumerate(blocks) if isinstance(one, Heading) and _NUMBER.match(one.text)),
                 None)
    if first is None:
        return ()
    rows: list[_Row] = []
    tables: list[Table] = []
    for number, question, told in _questions(blocks[first:]):
        every = list(_told(told, tables)) or [(Cell(text=""), Cell(text=""))]
        rows += [(Cell(text=number), Cell(text="" if place else question), *row) for place, row in enumerate(every)]
    answers = Table(caption=documents_reports_texts.ANSWERS, rows=tuple(rows), columns=(
        TableColumn(title=documents_reports_texts.COLUMN_NUMBER, weight=1),
        TableColumn(title=documents_reports_texts.COLUMN_QUESTION, weight=4),
        TableColumn(title=documents_reports_texts.COLUMN_PART, weight=3),
        TableColumn(title=documents_reports_texts.COLUMN_ANSWER, weight=9)))
    return (*_front(blocks[:first]), *_chapter(answers), *(block for table in tables for block in _chapter(table)))


def _chapter(table: Table) -> tuple[Block, Block]:
    return Heading(level=1, text=table.caption), table


def _front(blocks: Sequence[Block]) -> list[Block]:
    """Return what stands before the questions: all text under its first heading, then the tables."""
    text = [one.model_copy(update={"level": 2}) if place and isinstance(one, Heading) else one
            for place, one in enumerate(blocks) if not isinstance(one, Table)]
    return [*text, *(block for table in blocks if isinstance(table, Table) for block in _chapter(table))]


def _questions(blocks: Sequence[Block]) -> Iterator[tuple[str, str, list[Block]]]:
    """Yield each question with its number and what is told below it; a chapter without a number is one as well."""
    number, question, told = "", "", list[Block]()
    for one in blocks:
        match = _NUMBER.match(one.text) if isinstance(one, Heading) else None
        if isinstance(one, Heading) and (match or one.level == 1):
            if question:
                yield number, question, told
            number = match[1] if match else ""
            question, told = one.text[match.end():] if match else one.text, []
        else:
            told.append(one)
    yield number, question, told


def _told(blocks: Sequence[Block], tables: list[Table]) -> Iterator[_Row]:
    """Yield what each row says: which part of the answer it is, and the text.

    A table of one row is told column by column; a longer one is kept for its own sheet.
    """
    part = ""
    for place, one in enumerate(blocks):
        after = blocks[place + 1] if place + 1 < len(blocks) else None
        if isinstance(one, Heading):
            part = one.text
        elif isinstance(one, Paragraph) and isinstance(after, Bullets) and one.text.endswith(":"):
            part = one.text.removesuffix(":")
        elif isinstance(one, Paragraph):
            part = ""
            label = one.lead or (documents_reports_texts.TO_KNOW if one.tone == "note" else "")
            for text in _pieces(one.text):
                yield Cell(text=label), Cell(text=text, missing=one.tone == "missing")
        elif isinstance(one, Bullets):
            for item in one.items:
                yield Cell(text=part), Cell(text=item)
        elif isinstance(one, Facts):
            yield from ((Cell(text=fact.label), _value(fact)) for fact in one.items)
        elif isinstance(one, Table):
            yield from _of_table(one, tables)


def _of_table(table: Table, tables: list[Table]) -> Iterator[_Row]:
    if len(table.rows) == 1:
        yield from ((Cell(text=column.title), cell) for column, cell in zip(table.columns, table.rows[0], strict=True))
    else:
        tables.append(table)
        yield Cell(text=table.caption), Cell(text=documents_reports_texts.SHEET_OF_ITS_OWN)


def _value(fact: Fact) -> Cell:
    return Cell(text=fact.value, missing=fact.missing)


def _pieces(text: str) -> Iterator[str]:
    """Yield a text in pieces that a row has room for, parted at empty lines and, in long ones, after sentences."""
    for paragraph in re.split(r"\n\s*\n", text):
        piece = ""
        for sentence in (_SENTENCE.split(paragraph) if len(paragraph) > _LONGEST else [paragraph]):
            if piece and len(piece) + len(sentence) >= _LONGEST:
                yield piece
                piece = sentence
            else:
                piece = f"{piece} {sentence}" if piece else sentence
        if piece.strip():
            yield piece
