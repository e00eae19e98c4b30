"""One definition of progress: the same figures on the screen, in `status --json` and in every document."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.catalog.questions import plan_form
from nvplan.model.document import Document, Table
from nvplan.model.values import Row
from nvplan.services.documents.registry import DOCUMENTS, Request
from nvplan.services.reading.guide import chapter_progress
from nvplan.services.reading.status import status_json
from nvplan.services.writing.carrying import carry_over
from nvplan.services.writing.commands import ConfirmCarried, SetAnswer
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession
from nvplan.texts import common as common_texts
from tests.cli.runner import nvplan
from tests.example import example_plan
from tests.tui.planner import NARROW, WIDE, go_to, planner, press, screen_text, type_text, until


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The example county."""
    path = tmp_path / "exempel.nvplan"
    example_plan(path)
    return path


def _cells(document: Document) -> set[str]:
    return {cell.text for block in document.blocks if isinstance(block, Table) for row in block.rows for cell in row}


async def test_the_overview_shows_what_status_tells(example: Path) -> None:
    async with planner(example, WIDE) as pilot:
        shown = screen_text(pilot)
    for words in _told(example):
        assert words.replace(", ", " · ") in shown


def test_the_checklist_shows_what_status_tells_and_no_share_of_a_hundred(example: Path) -> None:
    with PlanSession.open(example) as session:
        cells = _cells(DOCUMENTS["checklista"].build(session, Request()))
    assert set(_told(example)) <= cells
    assert not any("%" in cell for words in _told(example) for cell in cells if words in cell)


@pytest.mark.parametrize("name", ["gemensam-plan", "kontinuitet", "patientkontrakt"])
def test_a_plan_reads_as_a_plan_and_tells_no_progress(example: Path, name: str) -> None:
    document = DOCUMENTS[name].build(PlanSession.open(example), Request(without_data=True))
    whole = document.model_dump_json()
    assert " klara" not in whole
    assert "att bekräfta" not in whole


# -- whole questions, in the same words everywhere -----------------------------------------------------------------
@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A plan with an answer of its own, one begun table, and answers from last year of which one is confirmed."""
    before = create_plan(tmp_path / "a.nvplan", "07", 2027)
    for question, value in (("1.0.struktur", "byggs"), ("1.4.systemledning", "byggs"), ("1.1.lage", "pagar")):
        before.do(SetAnswer(question, value))
    before.close()
    path = tmp_path / "b.nvplan"
    with carry_over(tmp_path / "a.nvplan", path).session as session:
        session.do(ConfirmCarried(question="1.0.struktur"))
        begun: list[Row] = [{"punkt": "1. Vanliga vårdbehov", "region": "Vårdcentralerna"}]
        session.do(SetAnswer("1.3.matris", begun))
    return path


def _told(path: Path) -> list[str]:
    """Return what `status --json` says of each plan, in words."""
    with PlanSession.open(path) as session:
        return [common_texts.whole_questions(row["answered"], row["applicable"], row["started"], row["to_confirm"])
                for row in status_json(session.state)["plans"]]


def test_the_plan_has_every_kind_of_question(mixed: Path) -> None:
    assert _told(mixed)[0].startswith("1 av ")
    assert _told(mixed)[0].endswith(", 1 påbörjad, 2 att bekräfta")


async def test_the_card_the_crumb_and_the_list_of_places_say_it_in_the_same_words(mixed: Path) -> None:
    told = _told(mixed)
    short = [words.split(",")[0] for words in told]
    async with planner(mixed, NARROW) as pilot:
        shown = screen_text(pilot)
        for words in told:
            assert words.replace(", ", " · ") in shown
        await go_to(pilot, "1.0.struktur")
        assert short[0] in (await until(pilot, short[0])).splitlines()[1]
        await press(pilot, "f2")
        await type_text(pilot, "1.2 ")
        with PlanSession.open(mixed) as session:
            form = plan_form("gemensam")
            chapters = [chapter_progress(form, chapter, session.state) for chapter in form.chapters]
            second = chapters[2]
        assert common_texts.done_of(second.whole, second.applicable) in screen_text(pilot)
    assert short[0] == common_texts.done_of(sum(one.whole for one in chapters), sum(one.applicable for one in chapters))


def test_the_command_and_the_checklist_say_it_in_the_same_words(mixed: Path) -> None:
    told = _told(mixed)
    printed = nvplan("status", str(mixed)).out
    for words in told:
        assert words in printed
    with PlanSession.open(mixed) as session:
        checklist = DOCUMENTS["checklista"].build(session, Request()).model_dump_json()
        assert all(words in checklist for words in told)
