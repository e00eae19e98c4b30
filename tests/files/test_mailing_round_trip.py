"""Every question and every table of an actor's form goes out, is filled in, and comes back: in Word and in Excel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest

from nvplan.model.kinds import kind_of
from nvplan.model.kinds.field import Column
from nvplan.model.kinds.number import bounded
from nvplan.model.kinds.table import rows_of
from nvplan.model.question import Question
from nvplan.services.documents.mailing_questions import heading
from nvplan.services.reading.actors import find_actor
from nvplan.services.reading.own_part import own_questions
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession

from .office import saved_by_libreoffice
from .returning import fill_in, opened, row_of, sheet_with, take_in, type_in, written

LESSEBO, REGION, RSS = "0761", "region", "rss"


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    return create_plan(tmp_path / "lan.nvplan", "07", 2027)


def typed(field: Question | Column) -> str:
    """Return what somebody writes or chooses in a field: the last that may be chosen, for the first is what is seen."""
    kind = kind_of(field)
    if kind.is_counted:
        return "\n".join(option.label for option in field.options[:2])
    if kind.is_one_choice:
        return field.options[-1].label if field.options else "Ja"
    if kind.is_number:
        return "0,5" if field.most == 1 else str(max(3, int(bounded(field).least or 0)))
    return "2027-05-01" if kind.is_day else f"Vi svarar på {field.id}"


def filled_cells(question: Question) -> list[tuple[int, Column, str]]:
    """Return what is written in a question's table: its first row, but for what the form gives."""
    return [(1, column, typed(column)) for column in question.columns
            if not (column is question.columns[0] and question.headings)]


def in_excel(path: Path, questions: list[Question], actor: str) -> Path:
    cells: dict[tuple[str, str], Any] = {}
    for one in questions:
        if one.columns:
            cells |= {(f"rad-{one.id}@{actor}/{row}", heading(column)): text for row, column, text in filled_cells(one)}
        else:
            cells[f"fraga-{one.id}@{actor}", "Svar"] = typed(one)
    return fill_in(path, cells)


def in_word(path: Path, questions: list[Question]) -> Path:
    document = docx.Document(str(path))
    for one in questions:
        if not one.columns:
            type_in(row_of(document, one.label).cells[-1], typed(one))
            continue
        titles = [heading(column) for column in one.columns]
        table = next(each for each in document.tables if [cell.text for cell in each.rows[0].cells] == titles)
        for row, column, text in filled_cells(one):
            type_in(table.rows[row].cells[titles.index(heading(column))], text)
    document.save(str(path))
    return path


def check(session: PlanSession, found: Any, questions: list[Question], actor: str) -> None:
    assert [(one.where, one.text, one.reason) for one in found.account.left] == []
    unanswered = [one.id for one in questions if session.state.answer(one.id, actor).value is None]
    assert unanswered == []
    for one in questions:
        value = session.state.answer(one.id, actor).value
        if one.columns:
            (row, *_) = rows_of(value)
            wanted = {column.id for _, column, _ in filled_cells(one)}
            assert wanted <= set(row), one.id
        else:
            kind = kind_of(one)
            told = kind.typed(one, value) if kind.is_number else kind.show(one, value, between="\n") if (
                kind.is_counted) else kind.show(one, value)
            assert told == (typed(one) if not kind.is_day else "1 maj 2027"), one.id


@pytest.mark.parametrize("actor", [LESSEBO, REGION, RSS])
@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_every_question_and_table_comes_back(session: PlanSession, tmp_path: Path, form: str, actor: str) -> None:
    questions = own_questions(session.state, find_actor(session.state, actor))
    path = written(session, tmp_path / "ut", "utskick", form, actor)
    found = take_in(session, in_excel(path, questions, actor) if form == "xlsx" else in_word(path, questions))
    check(session, found, questions, actor)


@pytest.mark.libreoffice
@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_every_question_and_table_comes_back_saved_by_libreoffice(session: PlanSession, tmp_path: Path, form: str
                                                                  ) -> None:
    questions = own_questions(session.state, find_actor(session.state, LESSEBO))
    path = written(session, tmp_path / "ut", "utskick", form, LESSEBO)
    filled = in_excel(path, questions, LESSEBO) if form == "xlsx" else in_word(path, questions)
    check(session, take_in(session, saved_by_libreoffice(filled.read_bytes(), form, tmp_path)), questions, LESSEBO)


def test_the_tables_on_one_sheet_are_read_each_by_itself(session: PlanSession, tmp_path: Path) -> None:
    path = written(session, tmp_path / "ut", "utskick", "xlsx", LESSEBO)
    book = opened(path)
    sheet = sheet_with(book, f"rad-1.7.vfu@{LESSEBO}/1")
    assert sheet is sheet_with(book, f"rad-2.10.sabo@{LESSEBO}/1")
    key = next(cell.column for row in sheet.iter_rows() for cell in row if cell.value == "Nyckel")
    sheet.delete_cols(key)
    heads = [row[0].row for row in sheet.iter_rows() if row[0].value in ("Termin", "Kontakt")]
    sheet.cell(heads[0] + 1, 3).value = 14
    sheet.cell(heads[1] + 1, 2).value = 20
    sheet.cell(heads[1] - 4, 1).value = "Ring oss om tabellen"
    book.save(path)
    found = take_in(session, path)
    told = {one.text for one in (*found.account.taken, *found.account.left)}
    assert {"14", "20", "Ring oss om tabellen"} <= told
