"""A report in a spreadsheet: a row for each thing that is told, with its question's number, and nothing left out."""

from __future__ import annotations

import re

import pytest

from nvplan.model.document import Block, Bullets, Document, Heading, Paragraph, Table
from nvplan.services.documents.registry import DOCUMENTS, Request
from nvplan.services.documents.report_grid import report_grid
from nvplan.services.writing.session import PlanSession
from nvplan.texts import documents_reports as documents_reports_texts
from tests.example import example_session

#: The documents of the two reports, as they are handed in and with their underlag.
EVERY = [(name, working) for name in ("redovisning-region", "redovisning-rss") for working in (False, True)]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> PlanSession:
    return example_session(tmp_path_factory.mktemp("exempel") / "exempel.nvplan")


def made(example: PlanSession, name: str, *, working: bool) -> Document:
    return DOCUMENTS[name].build(example, Request(working=working))


def answers(document: Document) -> Table:
    return next(one for one in document.grid_blocks
                if isinstance(one, Table) and one.caption == documents_reports_texts.ANSWERS)


@pytest.mark.parametrize(("name", "working"), EVERY)
def test_every_question_has_its_number_and_words_once_and_in_order(example: PlanSession, name: str, working: bool
                                                                   ) -> None:
    document = made(example, name, working=working)
    asked = [(row[0].text, row[1].text) for row in answers(document).rows if row[0].text and row[1].text]
    headings = [block.text for block in document.blocks
                if isinstance(block, Heading) and re.match(r"\d+(\.\d+)* ", block.text)]
    assert [" ".join(one) for one in asked] == headings
    assert {"1.2", "1.5" if name == "redovisning-region" else "3.2"} <= {number for number, _ in asked}


@pytest.mark.parametrize(("name", "working"), EVERY)
def test_everything_that_the_pages_say_is_in_the_sheets(example: PlanSession, name: str, working: bool) -> None:
    document = made(example, name, working=working)
    told = [cell.text for row in answers(document).rows for cell in row]
    first = next(place for place, one in enumerate(document.blocks) if isinstance(one, Heading)
                 and re.match(r"\d+ ", one.text))
    for block in document.blocks[first:]:
        if isinstance(block, Bullets):
            assert set(block.items) <= set(told)
        elif isinstance(block, Paragraph) and not block.text.endswith(":"):
            assert all(part in "\n".join(told) for part in re.split(r"\n\s*\n", block.text))
        elif isinstance(block, Table) and len(block.rows) == 1:
            rows = [(row[2].text, row[3]) for row in answers(document).rows]
            assert [(column.title, cell) for column, cell in zip(block.columns, block.rows[0], strict=True)
                    if (column.title, cell) not in rows] == []
        elif isinstance(block, Table):
            assert block in document.grid_blocks


def test_what_a_row_tells_says_which_part_of_the_answer_it_is() -> None:
    blocks: list[Block] = [
        Heading(level=1, text="1 Ett"), Heading(level=2, text="1.1 Hur går det?"), Paragraph(text="Påbörjat:"),
        Bullets(items=("Team", "Linje")), Paragraph(lead="Fas", text="Den andra."),
        Paragraph(text="○ Inte besvarad", tone="missing"), Heading(level=1, text="Jämställdhet"),
        Paragraph(text="Både och.")]
    table = next(one for one in report_grid(blocks) if isinstance(one, Table))
    assert [tuple(cell.text for cell in row) for row in table.rows] == [
        ("1", "Ett", "", ""), ("1.1", "Hur går det?", "Påbörjat", "Team"), ("1.1", "", "Påbörjat", "Linje"),
        ("1.1", "", "Fas", "Den andra."), ("1.1", "", "", "○ Inte besvarad"), ("", "Jämställdhet", "", "Både och.")]
    assert [row[3].missing for row in table.rows] == [False, False, False, False, True, False]


def test_a_long_answer_takes_several_rows_and_loses_no_word() -> None:
    text = "\n\n".join([" ".join(f"Mening nummer {number} av många." for number in range(200)), "Sist."])
    table = next(one for one in report_grid([Heading(level=1, text="1 Ett"), Paragraph(text=text)])
                 if isinstance(one, Table))
    pieces = [row[3].text for row in table.rows]
    assert len(pieces) > 3
    assert max(map(len, pieces)) <= 1500
    assert " ".join(pieces).split() == text.split()


def test_blocks_without_a_question_have_no_sheet_of_their_own() -> None:
    assert report_grid([Heading(level=1, text="Om"), Paragraph(text="Text")]) == ()
