"""A fact that a form has in two places, and a row that cannot be: told as such, and taken in once or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path

import docx
import pytest

from nvplan.catalog.questions import all_questions
from nvplan.files.read.docx_lines import text_of
from nvplan.model.objects import Decision
from nvplan.model.values import show_value
from nvplan.services.exchange.import_told import left_told
from nvplan.services.reading.actors import find_actor
from nvplan.services.reading.own_part import own_questions
from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.example import create_example
from nvplan.services.writing.session import PlanSession

from .returning import fill_in, numbers, opened, row_of, sheet_with, take_in, tick, written
from .test_mailing_round_trip import in_excel, in_word

LESSEBO = "0761"
DECISION, QUESTION = "beslut-gemensam-0761", "1.17.plan-beslut"
ASKED, FIELD = (f"fraga-{QUESTION}@{LESSEBO}", "Svar"), (f"beslut-{DECISION}", "Utfall")


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    """A plan in which Lessebo has been asked for its decision and has not made it."""
    made = create_plan(tmp_path / "lan.nvplan", "07", 2027)
    made.do(SetAnswer(QUESTION, "ej-behandlad", LESSEBO))
    return made


def outcome(session: PlanSession) -> str | None:
    found = session.state.objects["beslut"][DECISION]
    assert isinstance(found, Decision)
    return found.outcome


@pytest.fixture
def form(session: PlanSession, tmp_path: Path) -> Path:
    return written(session, tmp_path / "ut", "utskick", "xlsx", LESSEBO)


def test_what_a_question_asks_for_is_only_shown_among_the_decisions(form: Path) -> None:
    sheet = sheet_with(opened(form), FIELD[0])
    row = next(row for row in sheet.iter_rows() if any(one.value == FIELD[0] for one in row))
    by_fill = {str(one.value): one.fill.fgColor.rgb for one in row[:4]}
    assert by_fill["Inte behandlad"] != by_fill["Gemensam plan, Lessebo kommun"]


def test_two_different_answers_in_one_file_are_told_as_such(session: PlanSession, form: Path) -> None:
    found = take_in(session, fill_in(form, {ASKED: "Väntar på beslut", FIELD: "Antagen"}))
    assert numbers(found) == (0, 2, 0)
    told = " ".join(left_told(found))
    assert told.count("två olika svar på samma sak, i frågan och i ”Era beslut”") == 1  # one reason for both places
    assert "Gemensam plan, Lessebo kommun: Utfall" in told
    assert outcome(session) == "ej_behandlad"


def test_the_same_answer_in_both_places_is_taken_in_once(session: PlanSession, form: Path) -> None:
    found = take_in(session, fill_in(form, {ASKED: "Väntar på beslut", FIELD: "Väntar på beslut"}))
    assert (numbers(found), outcome(session)) == ((2, 0, 0), "vantar")
    assert len(found.proposals) == 1


@pytest.mark.parametrize("place", [ASKED, FIELD])
def test_an_answer_in_one_place_stays_when_the_file_is_taken_in_again(session: PlanSession, form: Path,
                                                                      place: tuple[str, str]) -> None:
    path = fill_in(form, {place: "Väntar på beslut"})
    assert numbers(take_in(session, path)) == (1, 0, 0)
    revision = session.state.revision
    for _ in range(2):
        assert take_in(session, path).account.total == 0
    assert (outcome(session), session.state.revision) == ("vantar", revision)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> PlanSession:
    return create_example(tmp_path_factory.mktemp("exempel") / "lan.nvplan")


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_every_form_of_the_example_says_nothing_new_the_second_time(example: PlanSession, tmp_path: Path, form: str
                                                                    ) -> None:
    shutil.copy(str(example.address), tmp_path / "lan.nvplan")
    session = PlanSession.open(tmp_path / "lan.nvplan")
    for actor in session.state.actors:
        questions = own_questions(session.state, find_actor(session.state, actor.id))
        if not questions:
            continue
        path = written(session, tmp_path / actor.id, "utskick", form, actor.id)
        path = in_excel(path, questions, actor.id) if form == "xlsx" else in_word(path, questions)
        first = take_in(session, path)
        assert first.account.taken, actor.id
        again = take_in(session, path)
        assert [one.where for one in again.account.taken] == [], actor.id
        assert again.account.left == first.account.left, actor.id


ROWS = ("rad-2.10.sabo@0761/1", "rad-2.10.sabo@0761/2")
WITH, COUNTED = "Boende med kontakten (personer)", "Boende som räknas (personer)"


def test_a_row_that_cannot_be_is_refused_and_the_rest_comes_in(session: PlanSession, form: Path) -> None:
    path = fill_in(form, {(ROWS[0], WITH): 66, (ROWS[0], COUNTED): 58, (ROWS[1], WITH): 33, (ROWS[1], COUNTED): 66,
                          ASKED: "Väntar på beslut"})
    preview = take_in(session, path, preview=True)
    found = take_in(session, path)
    assert numbers(preview) == numbers(found) == (3, 2, 0)
    assert left_told(preview) == left_told(found)
    told = left_told(found)
    assert len(told) == 1
    assert told[0].startswith("Fast läkarkontakt, boende")
    assert "66 av 58 går inte ihop" in told[0]
    assert outcome(session) == "vantar"
    rows = session.state.answer("2.10.sabo", LESSEBO).value
    assert isinstance(rows, list)
    assert [dict(row).get("med_kontakt", "") for row in rows if isinstance(row, dict)][:2] == ["", "33"]


def test_what_cannot_be_among_objects_is_refused_alone(session: PlanSession, tmp_path: Path) -> None:
    session.do(SetObject("insats", "sip", {"title": "SIP", "actor": LESSEBO, "state": "planerad", "end": "2027-05"}))
    path = fill_in(written(session, tmp_path / "ny", "utskick", "xlsx", LESSEBO),
                   {("insats-sip", "Slut"): "32 maj 2027", ASKED: "Väntar på beslut"})
    preview = take_in(session, path, preview=True)
    assert numbers(preview) == numbers(take_in(session, path)) == (1, 1, 0)
    assert outcome(session) == "vantar"


def test_a_note_beside_a_tick_loses_no_answer_and_is_told(session: PlanSession, tmp_path: Path) -> None:
    path = written(session, tmp_path / "ord", "utskick", "docx", LESSEBO)
    document = docx.Document(str(path))
    cell = row_of(document, "gällande avtal med regionen om läkarmedverkan").cells[-1]
    tick(cell, ["Ja, men det omförhandlas"])
    ticked = next(one for one in cell.paragraphs if "☑" in text_of(one._p))
    ticked.add_run(" – nytt avtal väntas i mars 2027")
    document.save(str(path))
    found = take_in(session, path)
    assert numbers(found) == (1, 0, 1)
    (told,) = left_told(found)
    assert "”nytt avtal väntas i mars 2027”. Krysset räknas." in told
    question = all_questions()["1.7.lakaravtal"]
    assert show_value(question, session.state.answer(question.id, LESSEBO).value or "") == "Ja, men det omförhandlas"


@pytest.mark.parametrize("text", ["ja, men bara delvis", "på villkor att"])
def test_a_sentence_that_begins_as_an_option_does_is_that_answer_and_the_rest_is_told(
        session: PlanSession, tmp_path: Path, text: str) -> None:
    path = fill_in(written(session, tmp_path / "ut", "utskick", "xlsx", LESSEBO), {ASKED: f"Avslag, {text}"})
    found = take_in(session, path)
    assert (numbers(found), outcome(session)) == ((1, 0, 1), "avslag")
    (told,) = left_told(found)
    assert f"”{text}”. Svaret ”Avslag” räknas." in told


def test_what_is_no_year_is_told_with_a_year_as_the_example(session: PlanSession, form: Path) -> None:
    path = fill_in(form, {("rad-1.7.vfu@0761/1", "År"): "vt 2026", ("rad-1.7.vfu@0761/1", "VFU-veckor"): "ca 70"})
    found = take_in(session, path)
    assert numbers(found) == (0, 2, 0)
    year, weeks = left_told(found)
    assert "”vt 2026”. Det är inget år. Skriv ett år, till exempel 2026." in year
    assert "”ca 70”. Det är inget tal." in weeks
    assert year.startswith("Föregående vårtermin, genomfört, år: ")
