"""What remains before remiss, a decision and freezing: Granska among it, a chapter signed off until it changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvplan.model.errors import InputError
from nvplan.services.review.steps import BEFORE, Step, remaining, remaining_told, steps, steps_json
from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.commands_plans import SetStanding
from nvplan.services.writing.session import PlanSession
from tests.services.reports.counties import new_county, put


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    """A county with nothing in its plan."""
    return new_county(tmp_path / "lan.nvplan")


def step(session: PlanSession, stage: str, what: str) -> Step:
    (found,) = [one for one in steps(session) if one.stage == stage and one.what == what]
    return found


def chapter(session: PlanSession, identity: str) -> Step:
    (found,) = [one for one in steps(session) if one.chapter == identity]
    return found


def test_what_is_not_answered_remains_before_remiss_and_granska_is_among_it(session: PlanSession) -> None:
    one = step(session, "remiss", "Gemensam plan: kärnfrågorna")
    assert (one.done, one.place) == (False, "plan:gemensam")
    assert "utan helt svar" in one.told
    assert step(session, "remiss", "Granska").done
    put(session, "mal", "m", title="Mål", plans=["gemensam"])
    session.do(SetAnswer("1.1.lage", "i_kraft"))
    counted = step(session, "beslut", "Granska")
    assert not counted.done
    assert "varning" in counted.told


def test_a_chapter_has_the_number_of_its_step_as_laget_and_the_questions_say_it(session: PlanSession) -> None:
    assert chapter(session, "1.2").numbered == "2 Nuläge och behov"
    assert chapter(session, "1.7").numbered.startswith("6 Läkarinsatser")
    assert step(session, "remiss", "Granska").numbered == "Granska"


def test_a_chapter_is_signed_off_by_a_role_until_an_answer_in_it_is_changed(session: PlanSession) -> None:
    assert chapter(session, "1.2").told == "inte godkänt"
    session.do(SetObject("godkannande", "", {"chapter": "1.2", "role": "Styrgruppens ordförande",
                                             "date": "2027-02-01"}))
    one = chapter(session, "1.2")
    assert (one.done, one.told) == (True, "godkänt av Styrgruppens ordförande, 1 februari 2027")
    session.do(SetObject("godkannande", "1.2", {"date": "2027-01-15"}))
    session.do(SetAnswer("1.2.malgrupper", ["aldre"]))
    one = chapter(session, "1.2")
    assert not one.done
    assert one.told.startswith("ändrat sedan det godkändes")


def test_no_chapter_that_does_not_exist_and_no_name_of_nobody(session: PlanSession) -> None:
    for fields in ({"chapter": "9.9", "role": "Chef"}, {"chapter": "1.2", "role": ""}):
        with pytest.raises(InputError):
            session.do(SetObject("godkannande", "", fields))


def test_before_a_decision_remiss_comments_validity_and_the_bodies(session: PlanSession) -> None:
    assert not step(session, "beslut", "Remissen").done
    session.do(SetStanding("remiss"))
    put(session, "kommentar", "k", body="Nämnden", text="Kortare.", outcome="obehandlad")
    assert step(session, "beslut", "Remissen").done
    assert step(session, "beslut", "Synpunkterna").told == "1 av 1 är inte hanterade"
    assert not step(session, "beslut", "Organens beslut").done
    session.do(SetAnswer("1.0.till", "2029-12-31"))
    assert step(session, "beslut", "Till när planen gäller").told == "31 december 2029"


def test_a_report_that_is_not_written_remains_before_it_is_frozen(session: PlanSession) -> None:
    put(session, "rapporttillfalle", "r", title="Redovisning", form="redovisning2023", actor="region")
    (one,) = [one for one in steps(session) if one.stage == "frysning"]
    assert (one.done, one.place) == (False, "rapporttillfalle:r")


def test_what_remains_is_told_in_a_few_lines_the_chapters_as_one(session: PlanSession) -> None:
    left = remaining(session, "beslutad")
    assert {one.stage for one in left} <= set(BEFORE["beslutad"])
    told = remaining_told(session, "beslutad", most=4)
    assert len(told) <= 5
    assert any("kapitel är inte godkända" in line for line in remaining_told(session, "remiss"))
    assert remaining(session, "utkast") == []
    assert {row["stage"] for row in steps_json(steps(session))} >= {"remiss", "kapitel", "beslut"}
