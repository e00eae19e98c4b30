"""What an older file answered of the plan for kompetensförsörjning stands in the register, and is answered there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nvplan.services.writing.commands import SetAnswer, SetObject
from nvplan.services.writing.creating import create_plan
from nvplan.services.writing.session import PlanSession

KEPT = Path(__file__).parents[1] / "store" / "kept" / "0.1.0-allt.nvplan"
QUESTION = "1.7.kompetensplan"


@pytest.fixture
def session(tmp_path: Path) -> PlanSession:
    return create_plan(tmp_path / "lan.nvplan", "07", 2027)


@pytest.mark.parametrize(("answer", "state"), [("finns", "galler"), ("pagar", "tas_fram"), ("remiss", "remiss"),
                                               ("ses-over", "ses_over"), ("egna", "egna"), ("saknas", "saknas"),
                                               ("upphort", "upphort")])
def test_an_answer_is_the_plan_s_state_and_read_from_there(session: PlanSession, answer: str, state: str) -> None:
    session.do(SetAnswer(QUESTION, answer))
    stored = session.state.objects["annanplan"]["annanplan-kompetens"].model_dump()
    assert (stored["title"], stored["kind"], stored["state"]) == ("Plan för kompetensförsörjning", "kompetens", state)
    assert PlanSession.open(session.address).state.answer(QUESTION).value == answer


def test_the_county_s_own_plan_answers_the_question(session: PlanSession) -> None:
    session.do(SetObject("annanplan", "", {"title": "Strategi för kompetens 2030", "kind": "kompetens",
                                           "state": "ses_over", "date": "2025-03-01"}))
    assert session.state.answer(QUESTION).value == "ses-over"
    session.do(SetAnswer(QUESTION, "finns"))
    assert [one.model_dump()["state"] for one in session.state.objects["annanplan"].values()] == ["galler"]


def test_a_file_of_0_1_0_has_its_answer_in_the_register(tmp_path: Path) -> None:
    old = tmp_path / "gammal.nvplan"
    shutil.copy(KEPT, old)
    session = PlanSession.open(old)
    assert session.state.answer(QUESTION).value == "saknas"
    assert session.state.objects["annanplan"]["annanplan-kompetens"].model_dump()["state"] == "saknas"
