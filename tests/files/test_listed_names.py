"""Lists of underlag and insatser that are filled in: requirements and questions by name, and by code in older files."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from nvplan.catalog.questions import all_questions
from nvplan.catalog.requirements import requirements
from nvplan.files.read.docx_reading import read_returned
from nvplan.files.write.registry import render
from nvplan.services.documents.registry import COMES_BACK, DOCUMENTS, Request
from nvplan.services.writing.session import PlanSession
from tests.example import example_session

from .returning import left, numbers, take_in

SHEETS = {"underlag": ("Alla underlag", "underlag"), "insatser": ("Alla insatser", "insats")}


def _written(session: PlanSession, name: str, folder: Path) -> Path:
    path = folder / f"{name}.xlsx"
    path.write_bytes(render(DOCUMENTS[name].build(session, Request()), "xlsx"))
    return path


def _cell(book: Any, name: str, heading: str, row: int = 4) -> Any:
    sheet = book[SHEETS[name][0]]
    return sheet.cell(row, next(cell.column for cell in sheet[3] if cell.value == heading))


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    """The example county."""
    return example_session(tmp_path / "lan.nvplan")


@pytest.mark.parametrize("name", list(SHEETS))
def test_no_code_is_shown_where_a_requirement_or_a_question_is_meant(
        session: PlanSession, tmp_path: Path, name: str) -> None:
    sheet: Any = openpyxl.load_workbook(_written(session, name, tmp_path))[SHEETS[name][0]]
    ids = {*requirements(), *all_questions()}
    columns = [cell.column for cell in sheet[3] if cell.value not in ("Id", "Nyckel")]
    said = {line for column in columns for row in range(4, sheet.max_row + 1)
            for line in str(sheet.cell(row, column).value or "").replace(", ", "\n").split("\n")}
    assert not said & ids
    assert said & {one.title for one in requirements().values()}


@pytest.mark.parametrize("name", list(SHEETS))
def test_what_nobody_changed_is_nothing_new_and_names_and_codes_are_read(
        session: PlanSession, tmp_path: Path, name: str) -> None:
    path = _written(session, name, tmp_path)
    assert numbers(take_in(session, path)) == (0, 0, 0)
    book = openpyxl.load_workbook(path)
    key = _cell(book, name, "Id").value
    _cell(book, name, "Krav").value = f"{requirements()['SAM-10'].title}\nUSV-01"
    book.save(path)
    found = take_in(session, path)
    assert (numbers(found), left(found)) == ((1, 0, 0), [])
    one: Any = session.state.objects[SHEETS[name][1]][key]
    assert one.requirements == ("SAM-10", "USV-01")


def test_an_underlag_list_with_codes_as_they_were_written_before_is_nothing_new(
        session: PlanSession, tmp_path: Path) -> None:
    path = _written(session, "underlag", tmp_path)
    book = openpyxl.load_workbook(path)
    for row in range(4, book["Alla underlag"].max_row + 1):
        one: Any = session.state.objects["underlag"][_cell(book, "underlag", "Id", row).value]
        _cell(book, "underlag", "Krav", row).value = ", ".join(one.requirements)
        _cell(book, "underlag", "För krav och frågor", row).value = ", ".join(one.questions)
    book.save(path)
    assert numbers(take_in(session, path)) == (0, 0, 0)


def test_what_two_plans_ask_in_the_same_words_says_which_plan_it_is(session: PlanSession, tmp_path: Path) -> None:
    path = _written(session, "underlag", tmp_path)
    book = openpyxl.load_workbook(path)
    key = _cell(book, "underlag", "Id").value
    _cell(book, "underlag", "För krav och frågor").value = (
        "När ska planen ses över nästa gång? (Handlingsplan för kontinuitet)")
    book.save(path)
    assert left(take_in(session, path)) == []
    one: Any = session.state.objects["underlag"][key]
    assert one.questions == ("2.17.nasta-revidering",)


@pytest.mark.parametrize("name", [one for one in DOCUMENTS if not DOCUMENTS[one].is_data])
def test_the_file_s_inner_number_is_told_in_forms_that_come_back_alone(session: PlanSession, name: str) -> None:
    known = DOCUMENTS[name]
    for request in known.requests(session, Request())[:2]:
        if known.nothing(session, request):
            continue
        document = known.build(session, request)
        told = {fact.label: fact.value for fact in document.meta}
        assert "Revision" not in told
        assert ("Filens nummer" in told) == (name in COMES_BACK)
        if "html" in known.formats:
            assert "Filens nummer" not in render(document, "html").decode("utf-8")
            assert str(session.state.revision) not in told.values() or name in COMES_BACK


def test_a_list_in_word_says_nothing_of_the_file_on_its_pages_and_is_known_all_the_same(session: PlanSession) -> None:
    number = str(session.state.revision)
    for name, is_shown in (("insatser", False), ("underlag", False), ("checklista", True)):
        file = render(DOCUMENTS[name].build(session, Request()), "docx")
        words = "\n".join(one.text for one in docx.Document(io.BytesIO(file)).paragraphs)
        assert ("Filens nummer" in words) == is_shown, name
        assert read_returned(file).meta["Filens nummer"] == number, name
